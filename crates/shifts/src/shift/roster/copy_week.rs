//! GET and POST /vagtplan/kopier: the shifts of a place in one week once more in another. Those of a series come again by
//! themselves; whoever was on a shift is not put on its copy (FX-06).

use std::collections::HashSet;

use askama::Template;
use axum::response::Response;
use samskab_kernel::{Day, Instant, holiday::ClosingDays};
use samskab_organisation::identify::Who as _;
use samskab_store::{Connection, Tx};
use samskab_taskbank::task::{self, StateKind, TaskId, time::as_beginning};
use samskab_web::{
    Cx, Error, Form, Result, Shell,
    form::{self, Choice},
};
use uuid::Uuid;

use super::{RosterRow, may, monday, rows};
use crate::{
    T,
    shift::{Shift, ShiftId, event::ShiftPlanned, store},
};

samskab_web::form! {
    pub struct CopyWeekForm {
        /// Any day of the week that is copied.
        uge: hidden,
        sted: hidden,
        /// The Monday of the week that gets the copies.
        til: choice(roster_copy_to).required(),
    }
}

/// Weeks ahead to which a week can be copied.
const WEEKS_AHEAD: i32 = 8;

#[derive(Template)]
#[template(path = "shift/copy_week.html")]
struct CopyWeekPage {
    shell: Shell,
    t: T,
    lead: String,
    weeks: Vec<Choice>,
    /// Each with the day it gets.
    copies: Vec<String>,
    /// With the reason.
    left_out: Vec<(String, String)>,
    form: CopyWeekForm,
    back: String,
}

impl CopyWeekForm {
    fn place(&self) -> Result<Uuid> {
        self.sted.parse().or(Err(Error::NotFound))
    }

    /// The Monday of the week that is copied.
    fn from(&self) -> Result<Day> {
        self.uge.parse::<Day>().map(monday).or(Err(Error::NotFound))
    }

    /// The Monday it goes to: the first that can be chosen, where none was.
    fn to(&self, choices: &[Day]) -> Result<Day> {
        let chosen = self.til.parse::<Day>().ok().filter(|day| choices.contains(day));
        chosen.or_else(|| choices.first().copied()).ok_or(Error::NotFound)
    }

    fn back(&self) -> String {
        format!("/vagtplan?uge={}&sted={}", self.uge, self.sted)
    }
}

/// The weeks that can get the copies: from next week on, without the one that is copied.
fn weeks(from: Day, today: Day) -> Vec<Day> {
    let next = monday(today);
    (0..=WEEKS_AHEAD).map(|week| next.plus_days(7 * week)).filter(|day| *day > from).collect()
}

/// What becomes of one shift of the week.
enum Fate {
    Copied((Instant, Instant)),
    /// Why not, in words.
    LeftOut(String),
}

/// When the shift begins and ends at the same time of the clock, `days` days later.
fn later(shift: &Shift, days: i32) -> (Instant, Instant) {
    let at = |instant: Instant| instant.day().plus_days(days).at_time(instant.in_denmark().time());
    (at(shift.starts_at), at(shift.ends_at))
}

fn fate(
    cx: &Cx,
    row: &RosterRow,
    days: i32,
    there: &HashSet<(TaskId, Instant)>,
    closing: &ClosingDays,
) -> Fate {
    let t = T(cx.locale);
    let times = later(&row.shift, days);
    let day = times.0.day();
    if row.shift.series.is_some() {
        return Fate::LeftOut(t.roster_copy_series().to_owned());
    }
    if !matches!(row.task_state, StateKind::Open | StateKind::Filled) {
        return Fate::LeftOut(t.roster_copy_task_over().to_owned());
    }
    if row.last_day.is_some_and(|last| day > last) {
        return Fate::LeftOut(t.roster_copy_after_end().to_owned());
    }
    if times.0 <= cx.now() {
        return Fate::LeftOut(t.roster_copy_begun().to_owned());
    }
    if there.contains(&(row.shift.task, times.0)) {
        return Fate::LeftOut(t.roster_copy_there().to_owned());
    }
    match closing.why_closed(day, cx.locale) {
        Some(why) => Fate::LeftOut(t.roster_copy_closed(cx.locale.short_day(day, cx.today()), why)),
        None => Fate::Copied(times),
    }
}

/// The planned shifts of the week with what becomes of each, in order.
async fn judged(
    cx: &Cx,
    connection: &mut Connection,
    place: Uuid,
    (from, to): (Day, Day),
) -> Result<Vec<(RosterRow, Fate)>> {
    if cx.actor.limits().is_some_and(|limits| !limits.contains(&place)) {
        return Err(Error::NotFound);
    }
    let week = |monday: Day| (monday.start(), monday.plus_days(7).start());
    let mut own = rows(cx, connection, week(from), Some(place)).await?;
    own.retain(|row| row.shift.is_planned());
    let there = rows(cx, connection, week(to), Some(place)).await?;
    let there = there.iter().filter(|row| row.shift.is_planned());
    let there: HashSet<(TaskId, Instant)> = there.map(|row| (row.shift.task, row.shift.starts_at)).collect();
    let closing = task::Settings::of(&cx.tenant).closing_days();
    let days = to.number() - from.number();
    let judged = own.into_iter().map(|row| {
        let fate = fate(cx, &row, days, &there, &closing);
        (row, fate)
    });
    Ok(judged.collect())
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    cx.require(may(&cx))?;
    let form: CopyWeekForm = form::query(&cx);
    let (place, from) = (form.place()?, form.from()?);
    let weeks = weeks(from, cx.today());
    let to = form.to(&weeks)?;
    let mut reader = cx.read().await?;
    let judged = judged(&cx, &mut reader, place, (from, to)).await?;
    if judged.is_empty() {
        return cx.redirect_saying(form.back(), "warning", "roster-flash-nothing-to-copy");
    }
    cx.page(page(&cx, &judged, &weeks, to, form))
}

/// Pressed twice, they are there once: the second time each is there already.
pub(super) async fn copy(cx: Cx, Form(form): Form<CopyWeekForm>) -> Result<Response> {
    cx.require(may(&cx))?;
    let (place, from) = (form.place()?, form.from()?);
    let weeks = weeks(from, cx.today());
    let to = form.to(&weeks)?;
    let mut tx = cx.write().await?;
    let own = judged(&cx, &mut tx, place, (from, to)).await?;
    let own: Vec<ShiftId> = own.iter().map(|(row, _)| row.shift.id).collect();
    store::lock_shifts(&mut tx, &own).await?;
    let judged = judged(&cx, &mut tx, place, (from, to)).await?;
    let mut copied = 0;
    for (row, fate) in &judged {
        if let Fate::Copied(times) = fate {
            add(&mut tx, &row.shift, *times).await?;
            copied += 1;
        }
    }
    tx.commit().await?;
    let said = if copied > 0 {
        ("success", "roster-flash-copied")
    } else {
        ("warning", "roster-flash-nothing-to-copy")
    };
    cx.redirect_saying(format!("/vagtplan?uge={to}&sted={place}"), said.0, said.1)
}

async fn add(tx: &mut Tx, of: &Shift, times: (Instant, Instant)) -> samskab_store::Result<()> {
    let now = tx.now();
    let copy = Shift::new(tx.new_id(), of.task, None, of.title.clone(), times, of.minimum, of.wanted, now);
    store::add_shift(tx, &copy).await?;
    tx.record(ShiftPlanned::of(&copy)).await
}

fn page(cx: &Cx, judged: &[(RosterRow, Fate)], weeks: &[Day], to: Day, form: CopyWeekForm) -> CopyWeekPage {
    let (t, today) = (T(cx.locale), cx.today());
    let named = |row: &RosterRow| match row.shift.title.as_str() {
        "" => row.task_title.clone(),
        title => format!("{}: {title}", row.task_title),
    };
    let (mut copies, mut left_out) = (Vec::new(), Vec::new());
    for (row, fate) in judged {
        let name = named(row);
        match fate {
            Fate::Copied((starts_at, _)) => {
                let day = as_beginning(&cx.locale.short_day(starts_at.day(), today));
                copies.push(format!("{day} {} {name}", row.shift.hours(cx.locale)));
            }
            Fate::LeftOut(why) => {
                let day = as_beginning(&cx.locale.short_day(row.shift.starts_at.day(), today));
                left_out.push((format!("{day} {} {name}", row.shift.hours(cx.locale)), why.clone()));
            }
        }
    }
    let choice = |day: &Day| {
        let number = i64::from(day.date().iso_week_date().week());
        Choice::of(day.to_string(), t.roster_copy_choice(cx.locale.day(*day), number))
    };
    let from = form.from().unwrap_or(today);
    CopyWeekPage {
        shell: cx.shell(t.roster_copy_week()).under("/vagtplan", t.roster_title()).here(),
        t,
        lead: {
            let number = i64::from(from.date().iso_week_date().week());
            let place = judged.first().map(|(row, _)| row.poster_name.as_str()).unwrap_or_default();
            t.roster_copy_lead(number, place)
        },
        weeks: weeks.iter().map(choice).collect(),
        copies,
        left_out,
        back: form.back(),
        form: CopyWeekForm { til: to.to_string(), ..form },
    }
}
