//! GET and POST /opgaver/{id}/vagter/ny: a shift, or times that come again. POST …/fra-opgaven: the
//! task's own times, with one button.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, holiday::ClosingDays};
use samskab_store::Tx;
use samskab_taskbank::task::{self, Task, TaskId, Time};
use samskab_web::{Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice};

use super::{
    OnClosedDays, Rule, Series, Shift, ShiftState, begun,
    event::{SeriesPlanned, ShiftPlanned},
    form::{Meant, ShiftForm, rhythms},
    lay_out, store,
};
use crate::T;
use crate::authority::{Action, may};

/// At most this many coming shifts of the task are examined.
const LOOKED_AT: i64 = 500;

#[derive(Template)]
#[template(path = "shift/form.html")]
pub struct FormPage {
    pub shell: Shell,
    pub t: T,
    pub title: &'static str,
    pub lead: String,
    pub action: String,
    pub back: String,
    pub button: &'static str,
    pub form: ShiftForm,
    pub rhythms: Vec<Choice>,
    /// What is unusual about the shift; shown and asked about once.
    pub questions: Vec<String>,
    /// Identifies these questions, so that a yes counts for exactly them.
    pub key: String,
    /// Whether the shift can be made into a series.
    pub may_repeat: bool,
    /// Where this and the following ones are changed; empty: there are none.
    pub following_href: String,
}

impl FormPage {
    pub fn asking(self, questions: Vec<String>, key: String) -> Self {
        Self { questions, key, ..self }
    }
}

pub async fn show(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let task = task::store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::PlanShifts, &task))?;
    let form = ShiftForm::fresh(&cx, &task.time);
    cx.page(page(&cx, &task, form))
}

pub async fn make(cx: Cx, Path(id): Path<TaskId>, Form(form): Form<ShiftForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    // Of a double click the second waits here and then finds what the first has made.
    let task = task::store::locked(&mut tx, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::PlanShifts, &task))?;
    let meant = match form.parse(&cx, true) {
        Ok(meant) => meant,
        Err(errors) => return cx.invalid(page(&cx, &task, form.with_errors(errors))),
    };
    let there = already_there(&mut tx, &cx, id, &meant).await?;
    let questions = form.questions(&cx, &meant, &task, there);
    if !questions.is_empty() {
        return cx.invalid(page(&cx, &task, form).asking(questions, meant.key(there)));
    }
    let made = add(&mut tx, id, meant, &closing_days(&cx)).await?;
    tx.commit().await?;
    cx.redirect(made_href(id, made))
}

/// How many shifts of the task there are at the times that are meant.
async fn already_there(tx: &mut Tx, cx: &Cx, id: TaskId, meant: &Meant) -> Result<usize> {
    let times = meant.all_times(cx.now().day());
    let coming = store::coming_of_task(tx, cx.tenant.id, id, cx.now(), LOOKED_AT).await?;
    let is_there = |shift: &&Shift| {
        shift.state != ShiftState::Cancelled && times.contains(&(shift.starts_at, shift.ends_at))
    };
    Ok(coming.iter().filter(is_there).count())
}

/// The plan, which says how many were made.
fn made_href(id: TaskId, made: usize) -> String {
    format!("{}?lavet={made}", plan(id))
}

/// Pressed twice, it is there once: a task that has a series of the same times gets no second.
pub async fn from_task(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let task = task::store::locked(&mut tx, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::PlanShifts, &task))?;
    let Some(meant) = of_task(&task, &cx) else {
        return cx.redirect(format!("{}/ny", plan(id)));
    };
    let known = store::series_of_task(&mut tx, cx.tenant.id, id).await?;
    let shifts = store::coming_of_task(&mut tx, cx.tenant.id, id, cx.now(), 100).await?;
    if is_there(&meant, &known, &shifts, cx.today()) {
        return cx.redirect_saying(plan(id), "success", "shift-flash-there");
    }
    let made = add(&mut tx, id, meant, &closing_days(&cx)).await?;
    tx.commit().await?;
    cx.redirect(made_href(id, made))
}

/// Whether the task's own times are in the plan already: a shift when they begin, or a series that goes on on these
/// weekdays, also where it was moved to other hours since.
pub fn is_there(meant: &Meant, series: &[Series], coming: &[Shift], today: Day) -> bool {
    let same_days = |series: &Series| {
        series.title.is_empty()
            && series.goes_on(today)
            && meant.rule.as_ref().is_some_and(|rule| rule.weekdays() == series.rule.weekdays())
    };
    series.iter().any(same_days)
        || coming.iter().any(|shift| shift.is_planned() && shift.starts_at == meant.times().0)
}

/// The task's own times as shifts; `None`: it has none, or they are over.
pub fn of_task(task: &Task, cx: &Cx) -> Option<Meant> {
    let today = cx.now().day();
    // As many as are wanted for the task come to each shift, until somebody says otherwise.
    let wanted = task.places.unwrap_or(2).clamp(1, 200);
    // As the task itself: off on closed days, unless its place keeps them.
    let on_closed_days = if task.keeps_closed_days { OnClosedDays::Keep } else { OnClosedDays::Skip };
    let meant =
        |day, turn, rule| Meant { title: String::new(), day, turn, minimum: 1, wanted, rule, on_closed_days };
    match &task.time {
        Time::OneOff { day, turn } if turn.on(*day).0 > cx.now() => Some(meant(*day, *turn, None)),
        Time::Weekly { weekdays, from, to, turn } if to.is_none_or(|to| to >= today) => {
            let end = to.map_or(super::recurrence::End::Never, super::recurrence::End::Until);
            let from = from.map_or(today, |from| from.max(today));
            Some(meant(from, *turn, Some(Rule::weekly(weekdays, 1, end))))
        }
        _ => None,
    }
}

/// Days without a shift of the task, after which shifts are something new to those who help.
const DAYS_WITHOUT: i64 = 365;

/// A shift, or a series with its first shifts. How many there are of them.
pub async fn add(
    tx: &mut Tx,
    task: TaskId,
    meant: Meant,
    closing: &ClosingDays,
) -> samskab_store::Result<usize> {
    let (now, tenant) = (tx.now(), tx.tenant());
    let times = meant.times();
    if store::coming_of_task(tx, tenant, task, now.plus_days(-DAYS_WITHOUT), 1).await?.is_empty() {
        // From now on the task is divided into shifts: whoever helps with it already chooses theirs.
        begun::find_shifts_of_all(tx, task).await?;
    }
    match meant.rule {
        None => {
            let shift =
                Shift::new(tx.new_id(), task, None, meant.title, times, meant.minimum, meant.wanted, now);
            store::add_shift(tx, &shift).await?;
            tx.record(ShiftPlanned::of(&shift)).await?;
            Ok(1)
        }
        Some(rule) => {
            let series = Series {
                id: tx.new_id(),
                task,
                title: meant.title,
                rule,
                starts_on: meant.day,
                turn: meant.turn,
                minimum: meant.minimum,
                wanted: meant.wanted,
                on_closed_days: meant.on_closed_days,
                laid_out_to: None,
                created_at: now,
                updated_at: now,
            };
            let (id, starts_on) = (series.id, series.starts_on);
            store::add_series(tx, &series).await?;
            lay_out::lay_out_series(tx, series, closing).await?;
            tx.record(SeriesPlanned { series: id, task }).await?;
            Ok(store::of_series(tx, tenant, id, starts_on).await?.len())
        }
    }
}

pub fn closing_days(cx: &Cx) -> ClosingDays {
    task::Settings::of(&cx.tenant).closing_days()
}

pub fn plan(task: TaskId) -> String {
    format!("/opgaver/{task}/vagter")
}

fn page(cx: &Cx, task: &Task, form: ShiftForm) -> FormPage {
    let t = T(cx.locale);
    FormPage {
        shell: cx
            .shell(t.shift_new_title())
            .under(format!("/opgaver/{}", task.id), task.title.clone())
            .under(plan(task.id), t.shift_plan_title())
            .here(),
        t,
        title: t.shift_new_title(),
        lead: t.shift_new_lead().to_owned(),
        action: format!("{}/ny", plan(task.id)),
        back: plan(task.id),
        button: t.shift_new_button(),
        rhythms: rhythms(cx.locale, true),
        form,
        questions: Vec::new(),
        key: String::new(),
        may_repeat: true,
        following_href: String::new(),
    }
}
