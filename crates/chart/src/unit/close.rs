//! Closing a unit from a day on, with the one that takes over (RS-10).

use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, Locale};
use samskab_web::{
    Check, Cx, Form, Result, Shell,
    error::OrNotFound as _,
    exit::{Consequence, Exit, Line, consequences},
    form::Choice,
};
use uuid::Uuid;

use super::{
    closed,
    fields::explain,
    settle::{Decided, SettleBy},
};
use crate::{T, under_unit};
use samskab_organisation::{
    authority::{Action, Resource, may, may_administer},
    position,
    unit::{Unit, UnitId, events::Closed, store, timeline},
};

samskab_web::form! {
    pub(super) struct CloseForm {
        /// The last day on which it is there.
        from: day(unit_last_day),
        successor: choice(unit_successor).hint(unit_successor_hint).optional().first(unit_no_successor),
        /// What happens to everything that depends on it; asked where there is anything.
        tasks: radio(unit_close_tasks).among(ways),
        /// Tasks that end although the rest is taken over.
        ending: several(unit_close_ending).hint(unit_close_ending_hint),
        /// The reason that everybody reads who is written to because something ends.
        reason: paragraph(unit_close_reason).hint(unit_close_reason_hint).unmarked().rows(3).max(500),
    }
}

fn ways(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    vec![
        Choice::of(SettleBy::Move.code(), t.unit_close_move()).hint(t.unit_close_move_hint()),
        Choice::of(SettleBy::Cancel.code(), t.unit_close_cancel()).hint(t.unit_close_cancel_hint()),
    ]
}

#[derive(askama::Template)]
#[template(path = "unit/close.html")]
struct ClosePage {
    shell: Shell,
    t: T,
    id: UnitId,
    /// Why it cannot be closed from here; empty: it can.
    in_the_way: String,
    form: CloseForm,
    successors: Vec<Choice>,
    /// What can be settled differently from the rest.
    one_by_one: Vec<Choice>,
    consequences: Vec<Consequence>,
    /// Something that depends on it needs a decision.
    asks: bool,
}

/// Whether something that depends on the unit needs a decision; for the rest there is only one outcome.
fn asks(consequences: &[Consequence]) -> bool {
    consequences.iter().any(|one| one.outcome.is_empty())
}

pub(super) async fn ask(cx: Cx, Path(id): Path<UnitId>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Reorganise, Resource::Unit(id)))?;
    let today = cx.now().day();
    let mut reader = cx.read().await?;
    let every = store::every_version(&mut reader, cx.tenant.id).await?;
    let unit = find(&every, id, today).or_not_found()?;
    let form = CloseForm { from: today.to_string(), ..CloseForm::default() };
    cx.require(may_close(&cx, &mut reader, id).await?)?;
    let hanging = consequences(&cx, &mut reader, Exit::Unit(id.uuid())).await?;
    let closes = timeline::last_day(&versions_of(&every, id));
    let in_the_way = closes.map(|day| T(cx.locale).unit_error_closes_already(cx.locale.day(day)));
    let page = page(&cx, unit, &every, form, hanging);
    cx.page(ClosePage { in_the_way: in_the_way.unwrap_or_default(), ..page })
}

fn versions_of(every: &[Unit], id: UnitId) -> Vec<Unit> {
    every.iter().filter(|version| version.id == id).cloned().collect()
}

pub(super) async fn close(cx: Cx, Path(id): Path<UnitId>, Form(form): Form<CloseForm>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Reorganise, Resource::Unit(id)))?;
    let mut tx = cx.write().await?;
    cx.require(may_close(&cx, &mut tx, id).await?)?;
    let every = store::every_version(&mut tx, cx.tenant.id).await?;
    let unit = find(&every, id, cx.now().day()).or_not_found()?;
    let versions = versions_of(&every, id);
    let mut check = Check::new(cx.locale);
    let last_day = form.from().day_ahead(&mut check, cx.now().day());
    let successor: Option<UnitId> = form.successor().code(&mut check);
    if let Some(last_day) = last_day
        && let Err(broken) = timeline::with_end(versions, last_day, successor, &every)
    {
        explain(&mut check, &form.fields(), &broken, cx.locale);
    }
    let hanging = consequences(&cx, &mut tx, Exit::Unit(id.uuid())).await?;
    let (mut chosen, mut ending, mut reason) = (None, Vec::new(), String::new());
    if asks(&hanging) {
        chosen = form.tasks().code(&mut check);
        if chosen == Some(SettleBy::Move) {
            let listed: Vec<Uuid> = one_by_one(&hanging).filter_map(|line| line.id).collect();
            ending = form
                .ending
                .iter()
                .filter_map(|id| id.parse().ok())
                .filter(|id| listed.contains(id))
                .collect();
        }
        let something_ends = chosen == Some(SettleBy::Cancel) || !ending.is_empty();
        reason = form.reason().required(something_ends).text(&mut check).unwrap_or_default();
        if chosen == Some(SettleBy::Move) && successor.is_none() {
            check.errors.add(&form.tasks(), T(cx.locale).unit_error_nobody_takes_over());
        }
    }
    let last_day = match (last_day, check.done()) {
        (Some(last_day), Ok(())) => last_day,
        (_, errors) => {
            let form = form.with_errors(errors.err().unwrap_or_default());
            return cx.invalid(page(&cx, unit, &every, form, hanging));
        }
    };
    let by = chosen.unwrap_or(SettleBy::Cancel);
    Decided { unit: id, last_day, successor, by, ending, reason }.begin(&cx.services, &mut tx).await?;
    // Before the positions end, while it can be read who has them.
    let is_told = closed::tell(&cx, &mut tx, (unit, last_day), successor, &every).await?;
    store::close(&mut tx, id, last_day, successor).await?;
    let ended = position::store::end_all(&mut tx, id, last_day).await?;
    tx.record_last(&Closed { unit: id, last_day, successor, ended })?;
    tx.commit().await?;
    let said = match (chosen, last_day > cx.now().day()) {
        (None, _) if !is_told => "unit-closed-quietly",
        (None, _) => "unit-closed",
        (Some(SettleBy::Cancel), _) => "unit-closed-ends",
        (Some(SettleBy::Move), true) => "unit-closed-moves-later",
        (Some(SettleBy::Move), false) => "unit-closed-moved",
    };
    cx.redirect_saying(format!("/enheder/{id}"), "success", said)
}

/// The positions of a unit end with it, those of administrators too.
pub(super) async fn may_close(
    cx: &Cx,
    connection: &mut samskab_store::Connection,
    unit: UnitId,
) -> Result<bool> {
    let all = position::store::administrators(connection, cx.tenant.id, cx.today()).await?;
    let has_one = all.iter().any(|one| one.unit_id == unit);
    Ok(may(&cx.actor, Action::Reorganise, Resource::Unit(unit))
        && (!has_one || may_administer(cx, connection).await?))
}

fn one_by_one(consequences: &[Consequence]) -> impl Iterator<Item = &Line> {
    consequences.iter().flat_map(|one| &one.lines).filter(|line| line.id.is_some())
}

fn find(every: &[Unit], id: UnitId, today: Day) -> Option<&Unit> {
    let open = |version: &&Unit| version.id == id && version.validity.to.is_none_or(|to| to >= today);
    every.iter().find(open)
}

fn page(cx: &Cx, unit: &Unit, every: &[Unit], form: CloseForm, consequences: Vec<Consequence>) -> ClosePage {
    let t = T(cx.locale);
    // Who may take over: those of the same level that have no last day.
    let mut others: Vec<&Unit> = every
        .iter()
        .filter(|other| other.id != unit.id && other.level == unit.level && other.validity.to.is_none())
        .collect();
    others.sort_by_key(|other| samskab_kernel::danish::sort_key(&other.name));
    let successors = others.into_iter().map(|other| Choice::of(other.id.to_string(), &other.name)).collect();
    let choice = |line: &Line| Some(Choice::of(line.id?.to_string(), &line.text));
    let one_by_one = one_by_one(&consequences).filter_map(choice).collect();
    let shell = under_unit(cx, unit, t.unit_close_title(unit.name.clone())).here();
    let in_the_way = String::new();
    ClosePage {
        shell,
        t,
        id: unit.id,
        in_the_way,
        form,
        successors,
        one_by_one,
        asks: asks(&consequences),
        consequences,
    }
}
