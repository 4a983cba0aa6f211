//! Creating a position in a unit (RS-15…18, VB-02).

use axum::{extract::Path, response::Response};
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice};

use super::fields::Details;
use crate::{T, under_unit};
use samskab_organisation::{
    authority::{Action, Resource, may, may_administer},
    identify::Who as _,
    position::{Position, PositionId, PositionKind, events::Added, store},
    unit::{self, Unit, UnitId, timeline},
    vocabulary::Settings,
};

samskab_web::form! {
    pub(super) struct AddForm {
        ..details: Details,
        kind: choice(position_column_kind),
        title: text(position_title).hint(position_title_hint).max(120),
        from: day(unit_from),
    }
}

#[derive(askama::Template)]
#[template(path = "position/add.html")]
struct AddPage {
    shell: Shell,
    t: T,
    unit: UnitId,
    form: AddForm,
    kinds: Vec<Choice>,
}

pub(super) async fn new(cx: Cx, Path(id): Path<UnitId>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Appoint, Resource::Unit(id)))?;
    let mut reader = cx.read().await?;
    let versions = unit::store::versions(&mut reader, cx.tenant.id, id).await?;
    let may_administer = may_administer(&cx, &mut reader).await?;
    drop(reader);
    let today = cx.now().day();
    let unit = timeline::now_or_next(&versions, today).or_not_found()?;
    let form = AddForm { from: today.max(unit.validity.from).to_string(), ..AddForm::default() };
    cx.page(page(&cx, unit, form, may_administer))
}

pub(super) async fn create(cx: Cx, Path(id): Path<UnitId>, Form(form): Form<AddForm>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Appoint, Resource::Unit(id)))?;
    let mut tx = cx.write().await?;
    let versions = unit::store::versions(&mut tx, cx.tenant.id, id).await?;
    let unit = timeline::now_or_next(&versions, cx.now().day()).or_not_found()?;
    let may_administer = may_administer(&cx, &mut tx).await?;
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let kind: Option<PositionKind> = form.kind().code(&mut check);
    let kind = kind.filter(|kind| kinds(&cx, unit, may_administer).contains(kind));
    let title = form.title().text(&mut check);
    let from = form.from().day_ahead(&mut check, cx.now().day());
    if from.is_some_and(|from| versions.iter().all(|version| !version.validity.holds_on(from))) {
        check.refuse(&form.from(), t.position_error_unit_not_there());
    }
    let mut position = None;
    if let (Some(kind), Some(title), Some(from)) = (kind, title, from) {
        let mut new = Position::new(cx.new_id(), id, kind, title, from);
        form.details.read(&mut check, &mut new);
        position = Some(new);
    } else if kind.is_none() && !check.refuses(&[form.kind()]) {
        check.refuse(&form.kind(), t.position_error_kind());
    }
    let position = match (position, check.done()) {
        (Some(position), Ok(())) => position,
        (_, errors) => {
            let form = form.with_errors(errors.err().unwrap_or_default());
            return cx.invalid(page(&cx, unit, form, may_administer));
        }
    };
    let (id, kind): (PositionId, PositionKind) = (position.id, position.kind);
    store::add(&mut tx, &position).await?;
    tx.record(Added { position: id, unit: position.unit, kind }).await?;
    tx.commit().await?;
    // The next page asks who holds it.
    cx.redirect_saying(format!("/stillinger/{id}/udnaevnelse"), "success", "position-added")
}

/// What may stand in the unit. Who runs the installation is for an administrator to say.
fn kinds(cx: &Cx, unit: &Unit, may_administer: bool) -> Vec<PositionKind> {
    let may_choose = |kind: PositionKind| match kind {
        PositionKind::Administrator => may_administer,
        PositionKind::CentralCoordinator | PositionKind::ReferenceDirector => cx.actor.is_coordinator(),
        _ => true,
    };
    PositionKind::ALL.iter().copied().filter(|kind| kind.stands_on(unit.level) && may_choose(*kind)).collect()
}

fn page(cx: &Cx, unit: &Unit, form: AddForm, may_administer: bool) -> AddPage {
    let t = T(cx.locale);
    let settings: Settings = cx.tenant.section(Settings::SECTION);
    let choice = |kind: PositionKind| Choice::of(kind.code(), kind.label(*t, &settings, cx.locale));
    let kinds = kinds(cx, unit, may_administer).into_iter().map(choice).collect();
    AddPage {
        shell: under_unit(cx, unit, t.position_add_title(unit.name.clone())).here(),
        t,
        unit: unit.id,
        kinds,
        form,
    }
}
