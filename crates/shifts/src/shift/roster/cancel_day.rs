//! GET and POST /vagtplan/aflys: all shifts of a place on one day will not be. The page says who is told; each reads the
//! reason.

use askama::Template;
use axum::response::Response;
use samskab_kernel::Day;
use samskab_organisation::identify::Who as _;
use samskab_store::Connection;
use samskab_taskbank::task::{TaskId, time::as_beginning};
use samskab_web::{Check, Cx, Error, Form, Result, Shell, form};
use uuid::Uuid;

use super::{RosterRow, may, rows};
use crate::{
    T,
    shift::{ShiftId, change, edit::Affected, gathered, place::Place, store},
};

samskab_web::form! {
    pub struct CancelDayForm {
        dag: hidden,
        sted: hidden,
        grund: paragraph(shift_cancel_reason).hint(shift_cancel_reason_hint).rows(3).max(300),
    }
}

#[derive(Template)]
#[template(path = "shift/cancel_day.html")]
struct CancelDayPage {
    shell: Shell,
    t: T,
    lead: String,
    /// What would be called off, in order.
    shifts: Vec<String>,
    told: Vec<Affected>,
    form: CancelDayForm,
    back: String,
}

impl CancelDayForm {
    fn asked(&self) -> Result<(Day, Uuid)> {
        match (self.dag.parse(), self.sted.parse()) {
            (Ok(day), Ok(place)) => Ok((day, place)),
            _ => Err(Error::NotFound),
        }
    }

    fn back(&self) -> String {
        format!("/vagtplan?uge={}&sted={}", self.dag, self.sted)
    }
}

/// What can still be called off there on that day.
async fn planned(cx: &Cx, connection: &mut Connection, (day, place): (Day, Uuid)) -> Result<Vec<RosterRow>> {
    if cx.actor.limits().is_some_and(|limits| !limits.contains(&place)) {
        return Err(Error::NotFound);
    }
    let mut rows = rows(cx, connection, (day.start(), day.end()), Some(place)).await?;
    rows.retain(|row| row.shift.is_planned() && !row.shift.has_begun(cx.now()));
    Ok(rows)
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    cx.require(may(&cx))?;
    let form: CancelDayForm = form::query(&cx);
    let mut reader = cx.read().await?;
    let rows = planned(&cx, &mut reader, form.asked()?).await?;
    if rows.is_empty() {
        return cx.redirect_saying(form.back(), "warning", "roster-flash-nothing");
    }
    let page = page(&cx, &mut reader, &rows, form).await?;
    cx.page(page)
}

pub(super) async fn cancel(cx: Cx, Form(form): Form<CancelDayForm>) -> Result<Response> {
    cx.require(may(&cx))?;
    let mut tx = cx.write().await?;
    let rows = planned(&cx, &mut tx, form.asked()?).await?;
    let mut check = Check::new(cx.locale);
    let reason = form.grund().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        let page = page(&cx, &mut tx, &rows, form.with_errors(errors)).await?;
        return cx.invalid(page);
    }
    let shifts: Vec<ShiftId> = rows.iter().map(|row| row.shift.id).collect();
    store::lock_shifts(&mut tx, &shifts).await?;
    let mut tasks: Vec<TaskId> = rows.iter().map(|row| row.shift.task).collect();
    tasks.sort_unstable();
    tasks.dedup();
    let locked = store::find_many(&mut tx, cx.tenant.id, &shifts).await?;
    let (mut happened, mut letters) = (Vec::new(), Vec::new());
    for task in tasks {
        let Some(place) = Place::of(&cx, &mut tx, task).await? else { continue };
        let mut told = Vec::new();
        for shift in locked.iter().filter(|shift| shift.task == task) {
            if shift.is_planned() && !shift.has_begun(cx.now()) {
                happened.extend(change::cancel(&mut tx, shift.clone(), &reason, &mut told).await?);
            }
        }
        letters.push((place, told));
    }
    gathered::write_across(&mut tx, letters, &reason).await?;
    change::record_last(&mut tx, &happened)?;
    tx.commit().await?;
    cx.redirect_saying(form.back(), "success", "roster-flash-day-cancelled")
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    rows: &[RosterRow],
    form: CancelDayForm,
) -> Result<CancelDayPage> {
    let t = T(cx.locale);
    let ids: Vec<ShiftId> = rows.iter().map(|row| row.shift.id).collect();
    let lines = store::bookings_of_shifts(connection, cx.tenant.id, &ids).await?;
    let affected = rows.iter().map(|row| Affected::new(cx, &row.shift, None, &lines));
    let (day, _) = form.asked()?;
    Ok(CancelDayPage {
        shell: cx.shell(t.roster_cancel_day()).under("/vagtplan", t.roster_title()).here(),
        t,
        lead: match rows.first() {
            Some(row) => {
                let day = as_beginning(&cx.locale.weekday_and_day(day, cx.today()));
                format!("{day} · {}", row.poster_name)
            }
            None => String::new(),
        },
        shifts: rows.iter().map(|row| format!("{} {}", row.shift.hours(cx.locale), row.task_title)).collect(),
        told: affected.filter(|one| !one.people.is_empty()).collect(),
        back: form.back(),
        form,
    })
}
