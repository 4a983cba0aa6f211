//! GET and POST /vagter/{id}/aflys: a shift, or it and the following ones, will not be. The page says
//! who is told; each reads the reason.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::codes;
use samskab_web::{Check, Cx, Errors, Form, Result, Shell, error::OrNotFound as _, form::Choice};
use serde::Deserialize;

use super::{
    Series, Shift, ShiftId, change,
    edit::{Affected, find, shell},
    event::SeriesEnded,
    make::plan,
    place::Place,
    store::{self, BookingLine},
};
use crate::{T, task::time::as_beginning};

codes! {
    enum Scope { One => "en", Following => "foelgende" }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub struct CancelForm {
    omfang: String,
    grund: String,
}

#[derive(Template)]
#[template(path = "shift/cancel.html")]
struct CancelPage {
    shell: Shell,
    t: T,
    lead: String,
    /// Empty: it is no part of a series.
    scopes: Vec<Choice>,
    told: Vec<Affected>,
    told_later: Vec<Affected>,
    reason: String,
    action: String,
    back: String,
    errors: Errors,
}

pub async fn show(cx: Cx, Path(id): Path<ShiftId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (shift, place) = find(&cx, &mut reader, id).await?;
    if !shift.is_planned() || shift.has_begun(cx.now()) {
        return cx.redirect_saying(place.plan_href(&shift), "warning", "shift-flash-over");
    }
    let form = CancelForm { omfang: Scope::One.code().into(), ..CancelForm::default() };
    let page = page(&cx, &mut reader, &shift, &place, form, Errors::default()).await?;
    cx.page(page)
}

pub async fn cancel(cx: Cx, Path(id): Path<ShiftId>, Form(form): Form<CancelForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (shift, place) = find(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    check.labels(&[("grund", T(cx.locale).shift_cancel_reason())]);
    let reason = check.required("grund", &form.grund, 300).unwrap_or_default();
    if let Err(errors) = check.done() {
        let page = page(&cx, &mut tx, &shift, &place, form, errors).await?;
        return cx.invalid(page);
    }
    let scope = form.omfang.parse().unwrap_or(Scope::One);
    let mut ended = None;
    let mut shifts = vec![shift.id];
    if let (Scope::Following, Some((series, day))) = (scope, shift.series) {
        let series = store::locked_series(&mut tx, series).await?.or_not_found()?;
        shifts = store::of_series(&mut tx, cx.tenant.id, series.id, day)
            .await?
            .iter()
            .map(|shift| shift.id)
            .collect();
        let series =
            Series { rule: series.rule.clone().until(day.plus_days(-1)), updated_at: cx.now(), ..series };
        store::save_series(&mut tx, &series).await?;
        ended = Some(SeriesEnded { series: series.id, task: series.task });
    }
    store::lock_shifts(&mut tx, &shifts).await?;
    let mut happened = Vec::new();
    for one in store::find_many(&mut tx, cx.tenant.id, &shifts).await? {
        if !one.is_planned() || one.has_begun(cx.now()) {
            continue;
        }
        // Of a series that goes on, the day stays as cancelled, so that it is not laid out again.
        if ended.is_some() && store::forget_shift(&mut tx, one.id).await? {
            continue;
        }
        happened.extend(change::cancel(&mut tx, &place, one, &reason).await?);
    }
    change::record(&mut tx, happened).await?;
    if let Some(ended) = ended {
        tx.record(ended).await?;
    }
    tx.commit().await?;
    cx.redirect_saying(plan(place.task.id), "success", "shift-flash-cancelled")
}

async fn page(
    cx: &Cx,
    connection: &mut samskab_store::Connection,
    shift: &Shift,
    place: &Place,
    form: CancelForm,
    errors: Errors,
) -> Result<CancelPage> {
    let t = T(cx.locale);
    let following = match shift.series {
        None => Vec::new(),
        Some((series, day)) => store::of_series(connection, cx.tenant.id, series, day.plus_days(1)).await?,
    };
    let mut ids: Vec<ShiftId> = following.iter().map(|shift| shift.id).collect();
    ids.push(shift.id);
    let lines = store::bookings_of_shifts(connection, cx.tenant.id, &ids).await?;
    let affected = |shift: &Shift| affected(cx, shift, &lines);
    let scope = |scope: Scope, label: &str| Choice::new(scope.code(), label, form.omfang == scope.code());
    Ok(CancelPage {
        shell: shell(cx, place, t.shift_cancel_title()),
        t,
        lead: as_beginning(&shift.when(cx.locale)),
        scopes: if shift.series.is_some() {
            vec![scope(Scope::One, t.shift_cancel_one()), scope(Scope::Following, t.shift_cancel_following())]
        } else {
            Vec::new()
        },
        told: affected(shift).into_iter().collect(),
        told_later: following.iter().filter(|shift| shift.is_planned()).filter_map(affected).collect(),
        reason: form.grund,
        action: format!("{}/aflys", shift.href()),
        back: place.plan_href(shift),
        errors,
    })
}

fn affected(cx: &Cx, shift: &Shift, lines: &[BookingLine]) -> Option<Affected> {
    let affected = Affected::new(cx, shift, None, lines);
    (!affected.people.is_empty()).then_some(affected)
}
