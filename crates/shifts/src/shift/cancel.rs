//! GET and POST /vagter/{id}/aflys: a shift, or it and the following ones, will not be. The page says
//! who is told; each reads the reason.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Locale, codes};
use samskab_taskbank::task::time::as_beginning;
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice};

use super::{
    Series, Shift, ShiftId, change,
    edit::{Affected, find, shell},
    event::SeriesEnded,
    gathered,
    make::plan,
    place::Place,
    store::{self, BookingLine},
};
use crate::T;

codes! {
    enum Scope { One => "en", Following => "foelgende" }
}

samskab_web::form! {
    pub struct CancelForm {
        /// Asked of a shift that is part of a series.
        omfang: radio(shift_cancel_scope).among(scopes),
        grund: paragraph(shift_cancel_reason).hint(shift_cancel_reason_hint).rows(3).max(300),
    }
}

fn scopes(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    vec![
        Choice::of(Scope::One.code(), t.shift_cancel_one()),
        Choice::of(Scope::Following.code(), t.shift_cancel_following()),
    ]
}

#[derive(Template)]
#[template(path = "shift/cancel.html")]
struct CancelPage {
    shell: Shell,
    t: T,
    lead: String,
    is_of_series: bool,
    told: Vec<Affected>,
    told_later: Vec<Affected>,
    form: CancelForm,
    action: String,
    back: String,
}

pub async fn show(cx: Cx, Path(id): Path<ShiftId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (shift, place) = find(&cx, &mut reader, id).await?;
    if !shift.is_planned() || shift.has_begun(cx.now()) {
        return cx.redirect_saying(place.plan_href(&shift), "warning", "shift-flash-over");
    }
    let form = CancelForm { omfang: Scope::One.code().into(), ..CancelForm::default() };
    let page = page(&cx, &mut reader, &shift, &place, form).await?;
    cx.page(page)
}

pub async fn cancel(cx: Cx, Path(id): Path<ShiftId>, Form(form): Form<CancelForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (shift, place) = find(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    let reason = form.grund().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        let page = page(&cx, &mut tx, &shift, &place, form.with_errors(errors)).await?;
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
    let (mut happened, mut told) = (Vec::new(), Vec::new());
    for one in store::find_many(&mut tx, cx.tenant.id, &shifts).await? {
        if !one.is_planned() || one.has_begun(cx.now()) {
            continue;
        }
        // Of a series that goes on, the day stays as cancelled, so that it is not laid out again.
        if ended.is_some() && store::forget_shift(&mut tx, one.id).await? {
            continue;
        }
        happened.extend(change::cancel(&mut tx, one, &reason, &mut told).await?);
    }
    gathered::write(&mut tx, &place, told, &reason).await?;
    change::record_last(&mut tx, &happened)?;
    if let Some(ended) = ended {
        tx.record_last(&ended)?;
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
    Ok(CancelPage {
        shell: shell(cx, place, t.shift_cancel_title()),
        t,
        lead: as_beginning(&shift.when(cx.locale, cx.today())),
        is_of_series: shift.series.is_some(),
        told: affected(shift).into_iter().collect(),
        told_later: following.iter().filter(|shift| shift.is_planned()).filter_map(affected).collect(),
        form,
        action: format!("{}/aflys", shift.href()),
        back: place.plan_href(shift),
    })
}

fn affected(cx: &Cx, shift: &Shift, lines: &[BookingLine]) -> Option<Affected> {
    let affected = Affected::new(cx, shift, None, lines);
    (!affected.people.is_empty()).then_some(affected)
}
