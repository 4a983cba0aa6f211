//! GET /opgaver/kalender: a month of what happens, with the same filters as the list.

use std::collections::BTreeMap;

use askama::Template;
use axum::response::Response;
use samskab_kernel::{Day, Locale, jiff::civil::Date};
use samskab_search::{Query, Sort};
use samskab_web::{Cx, Result, Shell, form};
use serde::Deserialize;

use super::{
    card::starts,
    dates::When,
    index::{ChosenFilter, Ways, chosen_on},
    search::{self, Search},
};
use crate::{T, known};
use samskab_taskbank::{channel::carried_on, task::time::as_beginning};

/// At most this many tasks are named in a day's cell; the others are behind its number.
const NAMED: usize = 3;
/// More cards than a month's cells can name are not read.
const MOST_CARDS: usize = 120;
/// So many days ahead stand in this month's calendar, also on its last day.
const AHEAD: i32 = 14;
/// So many months before and after today can be leafed to.
const MONTHS: i32 = 12;

#[derive(Template)]
#[template(path = "find/calendar.html")]
struct CalendarPage {
    shell: Shell,
    t: T,
    ways: Ways,
    month: String,
    weekdays: Vec<String>,
    weeks: Vec<Vec<Cell>>,
    is_empty: bool,
    previous: String,
    next: String,
    chosen: Vec<ChosenFilter>,
}

struct Cell {
    /// The date as it is spoken: `Lørdag den 28. november`.
    name: String,
    /// `28.`, `1. december`
    number: String,
    is_today: bool,
    /// The day belongs to the month before or after.
    is_other: bool,
    count: usize,
    href: String,
    tasks: Vec<Entry>,
    more: usize,
}

struct Entry {
    title: String,
    href: String,
    at: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct CalendarQuery {
    maaned: String,
}

pub async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let asked: CalendarQuery = form::query(&cx);
    let mut reader = cx.read().await?;
    let search = Search::read(&cx, &mut reader).await?;
    let today = search.today;
    let first = month_of(&asked.maaned, search.filters.when.map(|when| when.days(today).0), today);
    let last = last_shown(first, today);
    // a month asks for its own days
    let filters = search.filters.on(None);
    let numbers = first.number()..=last.number();
    let hits = search::ask(
        &cx,
        &Query {
            days: Some(numbers.clone()),
            count_days: Some(numbers),
            sort: Sort::Date,
            limit: MOST_CARDS,
            ..search.query_for(&cx, &filters)
        },
    )?;
    // flexible ones come last and happen on no day
    let ids: Vec<_> = hits.hits.iter().filter(|hit| hit.day.is_some()).map(|hit| hit.id.into()).collect();
    let cards = search::cards(&cx, &mut reader, &ids).await?;
    let days_off = known::days_off(&cx, &mut reader).await?;
    let whenever = Search { filters: filters.clone(), ..search.clone() };
    let chosen = chosen_on(&cx, &mut reader, &whenever, "/opgaver/kalender").await?;
    drop(reader);
    let mut by_day: BTreeMap<Day, Vec<(i64, Entry)>> = BTreeMap::new();
    for card in &cards {
        for (start, end) in card.time.occurrences(first.max(today), last, days_off.of(card)) {
            if end > cx.now() {
                let at = starts(card, cx.locale).map(|time| t.find_calendar_at(time)).unwrap_or_default();
                let entry = Entry {
                    title: card.title.clone(),
                    href: carried_on(&format!("/opgaver/{}", card.id), filters.via.as_ref()),
                    at,
                };
                by_day.entry(start.day()).or_default().push((start.micros(), entry));
            }
        }
    }
    let mut cell = |day: Day| {
        let count = hits.days.get(&day.number()).copied().unwrap_or(0);
        let mut tasks = by_day.remove(&day).unwrap_or_default();
        tasks.sort_by_key(|(at, _)| *at);
        let tasks: Vec<Entry> = tasks.into_iter().map(|(_, entry)| entry).take(NAMED).collect();
        Cell {
            name: as_beginning(&cx.locale.weekday_and_day(day, cx.today())),
            number: match day.date().day() {
                // Where another month begins within the same page, it says so.
                1 if day > first => format!("1. {}", cx.locale.month(day.date().month())),
                number => format!("{number}."),
            },
            is_today: day == today,
            is_other: day < first || day > last,
            count,
            href: filters.on(Some(When::Day(day))).href("/opgaver"),
            more: count.saturating_sub(tasks.len()),
            tasks,
        }
    };
    let mut weeks: Vec<Vec<Cell>> = Vec::new();
    // weeks that are over are left out
    let from = first.max(today);
    let mut day = from.plus_days(-i32::from(from.weekday().to_monday_zero_offset()));
    while day <= last {
        weeks.push((0..7).map(|offset| cell(day.plus_days(offset))).collect());
        day = day.plus_days(7);
    }
    let month = cx.locale.months(first, last);
    let turn = |to: Option<Day>| {
        to.map(|day| filters.href_with("/opgaver/kalender", &[("maaned", month_code(day))]))
            .unwrap_or_default()
    };
    cx.page(CalendarPage {
        shell: cx
            .shell(t.find_calendar_title(month.clone()))
            .under(filters.href("/opgaver"), t.find_title())
            .here(),
        t,
        ways: Ways::of(&search.filters),
        weekdays: weekday_names(cx.locale).collect(),
        is_empty: hits.days.is_empty(),
        weeks,
        previous: turn(leaf(first, -1, today)),
        next: turn(leaf(first, 1, today)),
        chosen,
        month,
    })
}

/// The last day of the month; of this one never less than [`AHEAD`] days from today.
fn last_shown(first: Day, today: Day) -> Day {
    let last = Day::from(first.date().last_of_month());
    if (first..=last).contains(&today) { last.max(today.plus_days(AHEAD)) } else { last }
}

/// The first day of the month asked for; a nonsensical or far one is this month.
fn month_of(text: &str, chosen: Option<Day>, today: Day) -> Day {
    let this = Day::from(chosen.unwrap_or(today).date().first_of_month());
    let asked = text
        .split_once('-')
        .and_then(|(year, month)| Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok());
    asked.map(Day::from).filter(|day| months_between(today, *day).abs() <= MONTHS).unwrap_or(this)
}

fn months_between(from: Day, to: Day) -> i32 {
    let months = |day: Day| i32::from(day.date().year()) * 12 + i32::from(day.date().month());
    months(to) - months(from)
}

/// The month before or after; nothing before this one, for it is over.
fn leaf(first: Day, by: i32, today: Day) -> Option<Day> {
    let other = if by < 0 { first.plus_days(-1) } else { first.plus_days(32) };
    let other = Day::from(other.date().first_of_month());
    (0..=MONTHS).contains(&months_between(today, other)).then_some(other)
}

fn month_code(day: Day) -> String {
    format!("{:04}-{:02}", day.date().year(), day.date().month())
}

fn weekday_names(locale: Locale) -> impl Iterator<Item = String> {
    let monday = Day::of(2026, 11, 23);
    (0..7).map(move |offset| as_beginning(locale.weekday(monday.plus_days(offset).weekday())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_this_one_unless_another_within_a_year_is_asked_for() {
        let today = Day::of(2026, 11, 22);
        let of = |text: &str| month_of(text, None, today);
        assert_eq!(of(""), Day::of(2026, 11, 1));
        assert_eq!(of("2026-12"), Day::of(2026, 12, 1));
        assert_eq!(of("2026-13"), Day::of(2026, 11, 1));
        assert_eq!(of("9999-01"), Day::of(2026, 11, 1));
        assert_eq!(month_of("", Some(Day::of(2027, 1, 9)), today), Day::of(2027, 1, 1));
    }

    #[test]
    fn at_the_end_of_a_month_the_next_two_weeks_stand_there() {
        let november = Day::of(2026, 11, 1);
        assert_eq!(last_shown(november, Day::of(2026, 11, 5)), Day::of(2026, 11, 30));
        assert_eq!(last_shown(november, Day::of(2026, 11, 30)), Day::of(2026, 12, 14));
        assert_eq!(last_shown(Day::of(2026, 12, 1), Day::of(2026, 11, 30)), Day::of(2026, 12, 31));
        assert_eq!(last_shown(Day::of(2026, 10, 1), Day::of(2026, 11, 5)), Day::of(2026, 10, 31));
    }

    #[test]
    fn leafing_does_not_go_back_before_today() {
        let today = Day::of(2026, 11, 22);
        assert_eq!(leaf(Day::of(2026, 11, 1), -1, today), None);
        assert_eq!(leaf(Day::of(2027, 1, 1), -1, today), Some(Day::of(2026, 12, 1)));
        assert_eq!(leaf(Day::of(2026, 12, 1), 1, today), Some(Day::of(2027, 1, 1)));
        assert_eq!(leaf(Day::of(2027, 11, 1), 1, today), None);
    }
}
