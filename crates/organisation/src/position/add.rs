//! Creating a position in a unit (RS-15…18, VB-02).

use axum::{extract::Path, response::Response};
use samskab_web::{Check, Cx, Errors, Form, Result, Shell, error::OrNotFound as _, form::Choice};
use serde::Deserialize;

use super::{Position, PositionId, PositionKind, events::Added, fields::Details, store};
use crate::{
    T,
    authority::{Action, Resource, may},
    identify::Who as _,
    preset::Settings,
    unit::{self, Unit, UnitId, timeline},
};

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AddForm {
    kind: String,
    title: String,
    from: String,
    share: String,
    hours_per_week: String,
    topics: Vec<String>,
    phone: String,
    email: String,
}

#[derive(askama::Template)]
#[template(path = "position/add.html")]
struct AddPage {
    shell: Shell,
    t: T,
    unit: UnitId,
    form: AddForm,
    kinds: Vec<Choice>,
    topics: Vec<Choice>,
    errors: Errors,
}

impl AddForm {
    fn details(&self) -> Details {
        let Self { share, hours_per_week, topics, phone, email, .. } = self.clone();
        Details { share, hours_per_week, topics, phone, email }
    }
}

pub async fn new(cx: Cx, Path(id): Path<UnitId>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Appoint, Resource::Unit(id)))?;
    let mut reader = cx.read().await?;
    let versions = unit::store::versions(&mut reader, cx.tenant.id, id).await?;
    drop(reader);
    let today = cx.now().day();
    let unit = timeline::now_or_next(&versions, today).or_not_found()?;
    let form = AddForm { from: today.max(unit.validity.from).to_string(), ..AddForm::default() };
    cx.page(page(&cx, unit, form, Errors::default()))
}

pub async fn create(cx: Cx, Path(id): Path<UnitId>, Form(form): Form<AddForm>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::Appoint, Resource::Unit(id)))?;
    let mut tx = cx.write().await?;
    let versions = unit::store::versions(&mut tx, cx.tenant.id, id).await?;
    let unit = timeline::now_or_next(&versions, cx.now().day()).or_not_found()?;
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    check.labels(&[
        ("kind", t.position_column_kind()),
        ("title", t.position_title()),
        ("from", t.unit_from()),
    ]);
    let kind: Option<PositionKind> = check.code("kind", &form.kind);
    let kind = kind.filter(|kind| kinds(&cx, unit).contains(kind));
    let title = check.required("title", &form.title, 120);
    let from = check.day_ahead("from", &form.from, cx.now().day());
    if from.is_some_and(|from| versions.iter().all(|version| !version.validity.holds_on(from))) {
        check.error("from", t.position_error_unit_not_there());
    }
    let mut position = None;
    if let (Some(kind), Some(title), Some(from)) = (kind, title, from) {
        let mut new = Position::new(cx.new_id::<super::PositionMark>(), id, kind, title, from);
        form.details().read(&mut check, &mut new);
        position = Some(new);
    } else if kind.is_none() && check.errors.of("kind").is_empty() {
        check.error("kind", t.position_error_kind());
    }
    let position = match (position, check.done()) {
        (Some(position), Ok(())) => position,
        (_, errors) => return cx.invalid(page(&cx, unit, form, errors.err().unwrap_or_default())),
    };
    let (id, kind): (PositionId, PositionKind) = (position.id, position.kind);
    store::add(&mut tx, &position).await?;
    tx.record(Added { position: id, unit: position.unit, kind }).await?;
    tx.commit().await?;
    // A position is there to be held: next, by whom?
    cx.redirect_saying(format!("/stillinger/{id}/udnaevnelse"), "success", "position-added")
}

/// What may stand in the unit. Who runs the installation is for an administrator to say.
fn kinds(cx: &Cx, unit: &Unit) -> Vec<PositionKind> {
    let may_choose = |kind: PositionKind| match kind {
        PositionKind::Administrator => cx.actor.is_administrator(),
        PositionKind::CentralCoordinator | PositionKind::ReferenceDirector => cx.actor.is_coordinator(),
        _ => true,
    };
    PositionKind::ALL.iter().copied().filter(|kind| kind.stands_on(unit.level) && may_choose(*kind)).collect()
}

fn page(cx: &Cx, unit: &Unit, form: AddForm, errors: Errors) -> AddPage {
    let t = T(cx.locale);
    let settings: Settings = cx.tenant.section(Settings::SECTION);
    let choice = |kind: PositionKind| {
        Choice::new(kind.code(), kind.label(t, &settings, cx.locale), form.kind == kind.code())
    };
    let kinds = kinds(cx, unit).into_iter().map(choice).collect();
    let shell = cx.shell(t.position_add_title(unit.name.clone()));
    AddPage {
        shell: shell.under("/organisation", t.unit_chart_title()).under(unit.href(), &unit.name).here(),
        t,
        unit: unit.id,
        kinds,
        topics: form.details().topic_choices(cx.locale),
        form,
        errors,
    }
}
