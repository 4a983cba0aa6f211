//! GET /vagtplan: a week or a month of all shifts at the reader's places, with who comes and who is missing.

mod cancel_day;
mod copy_week;

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use samskab_desk::{PlaceRow, place_choices};
use samskab_kernel::{Day, Instant, holiday::ClosingDays, jiff::ToSpan};
use samskab_organisation::{answering::Poster, association::AssociationId, identify::Who as _, unit::UnitId};
use samskab_store::{Connection, Row};
use samskab_taskbank::task::{self, StateKind, poster::WITH_POSTER, time::as_beginning};
use samskab_web::{
    Access, Cx, Result, Routes, Shell,
    form::{self, Choice},
    module::{BoxFuture, Destination, MenuItem, pages},
};
use uuid::Uuid;

use super::{
    BookingState, Shift, ShiftId, ShiftState,
    hindrance::taken,
    rules::Answer,
    store::{self, BookingLine},
    wording::{State, fullness},
};
use crate::T;

samskab_store::statements! {
    OF_PLACES = RosterRow::SELECT, "join task t on t.id = s.task_id", WITH_POSTER,
        "where s.tenant_id = $1 and s.starts_at >= $3 and s.starts_at < $4
          and coalesce(t.unit_id, t.association_id) in ({list}) order by s.starts_at, s.id limit 1000";
    EVERYWHERE = RosterRow::SELECT, "join task t on t.id = s.task_id", WITH_POSTER,
        "where s.tenant_id = $1 and s.starts_at >= $3 and s.starts_at < $4 order by s.starts_at, s.id limit 1000";
    /// Where there have been or will be shifts.
    PLACES = "select distinct coalesce(t.unit_id, t.association_id) as place, coalesce(v.name, a.name, '') as name
        from shift s join task t on t.id = s.task_id", WITH_POSTER, "where s.tenant_id = $1 and s.starts_at >= $3";
}

#[derive(Row)]
#[record(table = "shift", alias = "s")]
struct RosterRow {
    #[record(flatten)]
    shift: Shift,
    #[record(sql = "t.title")]
    task_title: String,
    #[record(sql = "t.state")]
    task_state: StateKind,
    /// The last day that the task says of itself: its only one, or where it stops coming again.
    #[record(sql = "case when t.time_kind = 'one_off' then t.starts_on else t.ends_on end")]
    last_day: Option<Day>,
    #[record(sql = "t.unit_id")]
    unit: Option<UnitId>,
    #[record(sql = "t.association_id")]
    association: Option<AssociationId>,
    #[record(sql = "coalesce(v.name, a.name, '')")]
    poster_name: String,
}

impl RosterRow {
    fn place(&self) -> Option<Uuid> {
        Poster::of(self.unit, self.association).map(Poster::uuid)
    }
}

samskab_web::form! {
    struct RosterQuery {
        sted: choice(roster_place).unmarked().first(roster_all_places),
        /// Only where somebody is missing.
        mangler: tick(roster_only_gaps),
        /// Any day of the week; empty: today.
        uge: hidden,
        /// "maaned": four weeks.
        visning: hidden,
    }
}

const MONTH: &str = "maaned";

/// Days without a shift after which a place is no longer offered as a choice.
const PLACES_DAYS: i64 = 120;

#[derive(Template)]
#[template(path = "shift/roster.html")]
struct RosterPage {
    shell: Shell,
    t: T,
    form: RosterQuery,
    places: Vec<Choice>,
    /// The place, when only one is shown.
    place: String,
    said: String,
    weeks: Vec<Week>,
    previous: String,
    today: String,
    next: String,
    /// Where the week is copied, where one place is shown; empty: there is nothing to copy.
    copy: String,
    /// The other view: its address and label.
    other: (String, &'static str),
    has_any: bool,
}

struct Week {
    heading: String,
    days: Vec<DayColumn>,
}

struct DayColumn {
    heading: String,
    /// What the day is called, when the places are closed on it.
    closed: String,
    is_today: bool,
    cards: Vec<Card>,
    /// Where all shifts of the day are called off; empty: there is nothing to call off, or not one place.
    cancel_href: String,
}

struct Card {
    hours: String,
    title: String,
    place: String,
    href: String,
    state: State,
    numbers: String,
    people: String,
    is_cancelled: bool,
    is_short: bool,
    /// The agreements of those who come: whom one can write to.
    write_to: Vec<String>,
    /// What a mail to them is about.
    subject: String,
    /// What is done about it, the first first: address and label.
    ways: Vec<(String, &'static str)>,
}

pub(super) fn routes() -> Routes {
    Routes::new()
        .get("/vagtplan", Access::Decided, show)
        .get("/vagtplan/aflys", Access::Decided, cancel_day::show)
        .post("/vagtplan/aflys", Access::Decided, cancel_day::cancel)
        .get("/vagtplan/kopier", Access::Decided, copy_week::show)
        .post("/vagtplan/kopier", Access::Decided, copy_week::copy)
}

pub(crate) fn may(cx: &Cx) -> bool {
    cx.actor.answers_anywhere()
}

pub(crate) fn menu(cx: &Cx) -> Vec<MenuItem> {
    let label = samskab_web::T(cx.locale).desk_shifts();
    samskab_web::module::menu([(may(cx), samskab_desk::menu::SHIFTS, "/vagtplan", label)])
}

/// By the name of the page, which the menu calls otherwise.
pub(crate) fn destinations<'a>(
    cx: &'a Cx,
    _: &'a mut Connection,
    asked: &'a str,
) -> BoxFuture<'a, Result<Vec<Destination>>> {
    let found = pages(cx, asked, may(cx).then_some(("/vagtplan", T(cx.locale).roster_title())));
    Box::pin(async { Ok(found) })
}

/// The Monday of a day's week.
fn monday(day: Day) -> Day {
    day.plus_days(-i32::from(day.weekday().to_monday_zero_offset()))
}

/// `/vagtplan` with these words, in one order, without what is empty.
fn address(form: &RosterQuery, week: Day, view: &str) -> String {
    let week = week.to_string();
    let pairs = [("uge", week.as_str()), ("visning", view), ("sted", &form.sted), ("mangler", &form.mangler)];
    let pairs: Vec<String> = pairs
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(name, value)| format!("{name}={}", samskab_web::app::encode(value)))
        .collect();
    format!("/vagtplan?{}", pairs.join("&"))
}

/// All shifts that begin in this time at places that the reader reaches; at `place` only, where one is named.
async fn rows(
    cx: &Cx,
    connection: &mut Connection,
    (from, to): (Instant, Instant),
    place: Option<Uuid>,
) -> Result<Vec<RosterRow>> {
    let reached = cx.actor.limits();
    let places = match place {
        Some(place) if reached.as_ref().is_none_or(|reached| reached.contains(&place)) => Some(vec![place]),
        _ => reached,
    };
    let statement = if places.is_some() { &OF_PLACES } else { &EVERYWHERE };
    let query = connection.query(statement).bind(cx.tenant.id).bind(cx.today()).bind(from).bind(to);
    Ok(match places {
        Some(places) => query.bind_list(&places).all().await?,
        None => query.all().await?,
    })
}

/// The page of the roster. Runs three queries, however many shifts.
async fn show(cx: Cx) -> Result<Response> {
    cx.require(may(&cx))?;
    let (t, today) = (T(cx.locale), cx.today());
    let form: RosterQuery = form::query(&cx);
    let first = monday(form.uge.parse().unwrap_or(today));
    let count = if form.visning == MONTH { 4 } else { 1 };
    let mut reader = cx.read().await?;
    let places = places(&cx, &mut reader).await?;
    let place = form.sted.parse::<Uuid>().ok();
    let time = (first.start(), first.plus_days(7 * count).start());
    let rows = rows(&cx, &mut reader, time, place).await?;
    let ids: Vec<ShiftId> = rows.iter().map(|row| row.shift.id).collect();
    let lines = store::bookings_of_shifts(&mut reader, cx.tenant.id, &ids).await?;
    drop(reader);
    let mut of_shift: HashMap<ShiftId, Vec<BookingLine>> = HashMap::new();
    for line in lines {
        of_shift.entry(line.booking.shift).or_default().push(line);
    }
    let cards: Vec<(Day, Card, Option<Uuid>)> = rows
        .iter()
        .map(|row| {
            let lines = of_shift.get(&row.shift.id).map_or(&[][..], Vec::as_slice);
            (row.shift.starts_at.day(), card(&cx, row, lines), row.place())
        })
        .collect();
    let planned = cards.iter().filter(|(_, card, _)| !card.is_cancelled).count();
    let short = cards.iter().filter(|(_, card, _)| card.is_short).count();
    let only_gaps = !form.mangler.is_empty();
    let mut cards: Vec<_> = cards.into_iter().filter(|(_, card, _)| !only_gaps || card.is_short).collect();
    // One place is shown where the reader has one, or chose one.
    let single = match (place, places.as_slice()) {
        (Some(place), _) => Some(place),
        (None, [only]) => only.value.parse().ok(),
        _ => None,
    };
    let closing = task::Settings::of(&cx.tenant).closing_days();
    let weeks = (0..count).map(|number| week(&cx, first.plus_days(7 * number), &mut cards, single, &closing));
    let weeks: Vec<Week> = weeks.collect();
    let (view, other_view, other) = match form.visning.as_str() {
        MONTH => (MONTH, "", t.roster_week_view()),
        _ => ("", MONTH, t.roster_month_view()),
    };
    let name = places.iter().find(|choice| single.is_some_and(|id| choice.value == id.to_string()));
    cx.page(RosterPage {
        shell: cx.shell(t.roster_title()).here(),
        t,
        place: name.map(|choice| choice.label.clone()).unwrap_or_default(),
        said: t.roster_said(planned, short),
        weeks,
        previous: address(&form, first.plus_days(-7 * count), view),
        today: address(&form, monday(today), view),
        next: address(&form, first.plus_days(7 * count), view),
        copy: match single.filter(|_| planned > 0 && view.is_empty()) {
            Some(place) => format!("/vagtplan/kopier?uge={first}&sted={place}"),
            None => String::new(),
        },
        other: (address(&form, first, other_view), other),
        has_any: !places.is_empty(),
        form: RosterQuery { uge: first.to_string(), ..form },
        places,
    })
}

async fn places(cx: &Cx, connection: &mut Connection) -> Result<Vec<Choice>> {
    let since = cx.now().plus_days(-PLACES_DAYS);
    let query = connection.query(&PLACES).bind(cx.tenant.id).bind(cx.today()).bind(since);
    Ok(place_choices(query.all::<PlaceRow>().await?, cx.actor.limits().as_deref()))
}

fn week(
    cx: &Cx,
    monday: Day,
    cards: &mut Vec<(Day, Card, Option<Uuid>)>,
    place: Option<Uuid>,
    closing: &ClosingDays,
) -> Week {
    let (t, today) = (T(cx.locale), cx.today());
    let column = |offset: i32| {
        let day = monday.plus_days(offset);
        let (own, rest): (Vec<_>, Vec<_>) =
            std::mem::take(cards).into_iter().partition(|(on, ..)| *on == day);
        *cards = rest;
        let own: Vec<Card> = own.into_iter().map(|(_, card, _)| card).collect();
        let can_cancel = day >= today && own.iter().any(|card| !card.is_cancelled);
        DayColumn {
            heading: as_beginning(&cx.locale.short_day(day, today)),
            closed: closing.why_closed(day, cx.locale).map(|why| as_beginning(&why)).unwrap_or_default(),
            is_today: day == today,
            cancel_href: match place.filter(|_| can_cancel) {
                Some(place) => format!("/vagtplan/aflys?dag={day}&sted={place}"),
                None => String::new(),
            },
            cards: own,
        }
    };
    let number = i64::from(monday.date().iso_week_date().week());
    let sunday = monday.date().checked_add(6.days()).map_or(monday, Day::from);
    Week {
        heading: t.roster_week(cx.locale.day(monday), number, cx.locale.day(sunday)),
        days: (0..7).map(column).collect(),
    }
}

fn card(cx: &Cx, row: &RosterRow, lines: &[BookingLine]) -> Card {
    let (t, shift, now) = (T(cx.locale), &row.shift, cx.now());
    let there = taken(lines.iter().map(|line| &line.booking));
    let (is_over, is_cancelled) = (shift.is_over(now), shift.state == ShiftState::Cancelled);
    let is_planned = shift.is_planned() && !is_over;
    let is_there = |line: &&BookingLine| {
        line.booking.state.is_live() || matches!(line.booking.state, BookingState::Attended)
    };
    let is_noted =
        lines.iter().any(|line| matches!(line.booking.state, BookingState::Attended | BookingState::Absent));
    let names: Vec<String> = lines
        .iter()
        .filter(is_there)
        .map(|line| {
            let name = match line.booking.persons {
                1 => line.short_name(),
                persons => format!("{} +{}", line.short_name(), persons - 1),
            };
            match Answer::of(&line.booking, shift, now) {
                answer if line.booking.state.is_live() && !is_over && answer != Answer::Comes => {
                    format!("{name} ({})", answer.state(t).0.to_lowercase())
                }
                _ => name,
            }
        })
        .collect();
    let live = lines.iter().map(|line| &line.booking).filter(|booking| booking.state.is_live());
    let unanswered = live.filter(|booking| !booking.is_confirmed(shift));
    let unanswered: i64 = unanswered.map(|booking| booking.persons).sum();
    let came: i64 = lines
        .iter()
        .filter(|line| line.booking.state == BookingState::Attended)
        .map(|line| line.booking.persons)
        .sum();
    let is_short = is_planned && there < shift.minimum;
    let mut ways = Vec::new();
    if is_short && row.task_state == StateKind::Open {
        ways.push((format!("/opgaver/{}/frivillige?vagt={}", shift.task, shift.id), t.roster_find()));
    }
    if shift.is_planned() && !shift.has_begun(now) {
        ways.push((format!("{}/telefon", shift.href()), t.roster_put_on()));
        ways.push((format!("{}/rediger", shift.href()), t.roster_change()));
    }
    if is_over && !is_cancelled && !is_noted && !names.is_empty() {
        ways.push((format!("{}/fremmoede", shift.href()), t.roster_note()));
    }
    // By the agreement that they come by: what is written is kept with that one.
    let agreed = lines.iter().filter(is_there).filter_map(|line| line.booking.engagement);
    let title = if shift.title.is_empty() {
        row.task_title.clone()
    } else {
        format!("{}: {}", row.task_title, shift.title)
    };
    Card {
        write_to: match is_over {
            true => Vec::new(),
            false => agreed.map(|id| id.to_string()).collect(),
        },
        subject: t.roster_write_subject(title.as_str(), as_beginning(&shift.when(cx.locale, cx.today()))),
        hours: shift.hours(cx.locale),
        title,
        place: row.poster_name.clone(),
        href: format!("/opgaver/{}/vagter", shift.task),
        state: match (is_over, is_noted) {
            (true, true) => (t.shift_state_noted().to_owned(), "good", "check"),
            (true, false) if !is_cancelled => (t.roster_over().to_owned(), "", "time"),
            _ if is_planned && !is_short && unanswered > 0 => {
                (t.roster_unanswered(unanswered), "wait", "hourglass")
            }
            _ => fullness(t, shift, there),
        },
        numbers: t.roster_numbers(if is_over { came } else { there }, shift.wanted),
        people: names.join(", "),
        is_cancelled,
        is_short,
        ways,
    }
}
