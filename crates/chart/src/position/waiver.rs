//! "A contact person is not appropriate here, because …" (RS-18).

use axum::{extract::Path, response::Response};
use samskab_kernel::Validity;
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _};

use crate::{T, under_unit};
use samskab_organisation::{
    authority::{Action, Resource, may},
    position::{Held, PositionKind, names, store},
    unit::{self, Level, Unit, UnitId, events::ContactWaived, timeline},
};

samskab_web::form! {
    pub(super) struct WaiverForm {
        reason: paragraph(position_waiver_reason).hint(position_waiver_hint).rows(4).max(500),
    }
}

#[derive(askama::Template)]
#[template(path = "position/waiver.html")]
struct WaiverPage {
    shell: Shell,
    t: T,
    unit: UnitId,
    /// The current reason; empty when there is none.
    now: String,
    form: WaiverForm,
}

pub(super) async fn ask(cx: Cx, Path(id): Path<UnitId>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::WaiveContact, Resource::Unit(id)))?;
    let mut reader = cx.read().await?;
    let (unit, now) = find(&mut reader, &cx, id).await?;
    drop(reader);
    let form = WaiverForm { reason: now.clone(), ..WaiverForm::default() };
    cx.page(page(&cx, &unit, now, form))
}

pub(super) async fn waive(cx: Cx, Path(id): Path<UnitId>, Form(form): Form<WaiverForm>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::WaiveContact, Resource::Unit(id)))?;
    let mut tx = cx.write().await?;
    let (unit, now) = find(&mut tx, &cx, id).await?;
    let mut check = Check::new(cx.locale);
    let reason = form.reason().text(&mut check);
    let held = store::of_units_and_coordinators(&mut tx, cx.tenant.id, &[id], cx.now().day()).await?;
    let is_contact =
        |held: &&Held| held.position.unit == id && held.position.kind == PositionKind::LocalContact;
    let contacts = names(held.iter().filter(is_contact).flat_map(Held::holders));
    if !contacts.is_empty() {
        check.refuse(&form.reason(), T(cx.locale).position_error_has_contact(contacts));
    }
    let reason = match (reason, check.done()) {
        (Some(reason), Ok(())) => reason,
        (_, errors) => {
            return cx.invalid(page(&cx, &unit, now, form.with_errors(errors.err().unwrap_or_default())));
        }
    };
    store::waive(&mut tx, id, &reason, Validity::since(cx.now().day())).await?;
    tx.record(ContactWaived { unit: id, waived: true }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/enheder/{id}"), "success", "position-waived")
}

pub(super) async fn end(cx: Cx, Path(id): Path<UnitId>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::WaiveContact, Resource::Unit(id)))?;
    let mut tx = cx.write().await?;
    find(&mut tx, &cx, id).await?;
    store::end_waiver(&mut tx, id, cx.now().day().plus_days(-1)).await?;
    tx.record(ContactWaived { unit: id, waived: false }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/enheder/{id}"), "success", "position-waiver-ended")
}

async fn find(connection: &mut samskab_store::Connection, cx: &Cx, id: UnitId) -> Result<(Unit, String)> {
    let today = cx.now().day();
    let versions = unit::store::versions(connection, cx.tenant.id, id).await?;
    let unit = timeline::now_or_next(&versions, today).or_not_found()?.clone();
    (unit.level == Level::Institution).then_some(()).or_not_found()?;
    let waivers = store::waivers(connection, cx.tenant.id, today).await?;
    let now =
        waivers.into_iter().find(|waiver| waiver.unit == id).map(|waiver| waiver.reason).unwrap_or_default();
    Ok((unit, now))
}

fn page(cx: &Cx, unit: &Unit, now: String, form: WaiverForm) -> WaiverPage {
    let t = T(cx.locale);
    let shell = under_unit(cx, unit, t.position_waiver_title(unit.name.clone())).here();
    WaiverPage { shell, t, unit: unit.id, now, form }
}
