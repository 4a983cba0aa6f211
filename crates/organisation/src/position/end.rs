//! Ending a position, or somebody's time in it. Both keep their history.

use axum::{extract::Path, response::Response};
use samskab_kernel::Day;
use samskab_web::{Check, Cx, Errors, Form, Result, Shell, error::OrNotFound as _};
use serde::Deserialize;

use super::{
    AppointmentId, Held, PositionId, edit,
    events::{AppointmentEnded, Ended},
    show, store,
};
use crate::{
    T,
    authority::{Action, Resource, may},
    unit::Unit,
};

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct EndForm {
    last_day: String,
}

#[derive(askama::Template)]
#[template(path = "position/end.html")]
struct EndPage {
    shell: Shell,
    t: T,
    action: String,
    back: String,
    lead: String,
    form: EndForm,
    errors: Errors,
}

pub async fn ask(cx: Cx, Path(id): Path<PositionId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (held, unit) = edit::find(&mut reader, &cx, id).await?;
    drop(reader);
    cx.require(may(&cx.actor, Action::Appoint, Resource::Unit(unit.id)))?;
    cx.page(of_position(&cx, &held, &unit, today(&cx), Errors::default()))
}

pub async fn end(cx: Cx, Path(id): Path<PositionId>, Form(form): Form<EndForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (held, unit) = edit::find(&mut tx, &cx, id).await?;
    cx.require(may(&cx.actor, Action::Appoint, Resource::Unit(unit.id)))?;
    let last_day = match read(&cx, &form, held.position.validity.from) {
        Ok(last_day) => last_day,
        Err(errors) => return cx.invalid(of_position(&cx, &held, &unit, form, errors)),
    };
    store::end(&mut tx, id, last_day).await?;
    tx.record(Ended { position: id, last_day }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/enheder/{}", unit.id), "success", "position-ended")
}

pub async fn ask_appointment(
    cx: Cx,
    Path((id, appointment)): Path<(PositionId, AppointmentId)>,
) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (held, unit) = edit::find(&mut reader, &cx, id).await?;
    let all = store::every_appointment(&mut reader, cx.tenant.id, id).await?;
    drop(reader);
    cx.require(may(&cx.actor, Action::Appoint, Resource::Unit(unit.id)))?;
    let ending = all.into_iter().find(|other| other.id == appointment).or_not_found()?;
    cx.page(of_appointment(&cx, &held, &unit, appointment, ending.name, today(&cx), Errors::default()))
}

pub async fn end_appointment(
    cx: Cx,
    Path((id, appointment)): Path<(PositionId, AppointmentId)>,
    Form(form): Form<EndForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (held, unit) = edit::find(&mut tx, &cx, id).await?;
    cx.require(may(&cx.actor, Action::Appoint, Resource::Unit(unit.id)))?;
    let all = store::every_appointment(&mut tx, cx.tenant.id, id).await?;
    let ending = all.into_iter().find(|other| other.id == appointment).or_not_found()?;
    let last_day = match read(&cx, &form, ending.validity.from) {
        Ok(last_day) => last_day,
        Err(errors) => {
            return cx.invalid(of_appointment(&cx, &held, &unit, appointment, ending.name, form, errors));
        }
    };
    store::end_appointment(&mut tx, appointment, last_day).await?;
    tx.record(AppointmentEnded { position: id, person: ending.person, last_day }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/stillinger/{id}"), "success", "position-saved")
}

fn today(cx: &Cx) -> EndForm {
    EndForm { last_day: cx.now().day().to_string() }
}

/// The last day: not before the day before it began (then it never was).
fn read(cx: &Cx, form: &EndForm, began: Day) -> Result<Day, Errors> {
    let (t, mut check) = (T(cx.locale), Check::new(cx.locale));
    check.labels(&[("last_day", t.unit_last_day())]);
    let last_day = check.day_ahead("last_day", &form.last_day, cx.now().day());
    if last_day.is_some_and(|day| day < began.plus_days(-1)) {
        check.error("last_day", t.position_error_before_it_began(cx.locale.day(began)));
    }
    match (last_day, check.done()) {
        (Some(last_day), Ok(())) => Ok(last_day),
        (_, errors) => Err(errors.err().unwrap_or_default()),
    }
}

fn of_position(cx: &Cx, held: &Held, unit: &Unit, form: EndForm, errors: Errors) -> EndPage {
    let (t, href) = (T(cx.locale), held.position.href());
    let mut shell = show::shell(cx, held, unit).under(&href, &held.position.title);
    shell.title = t.position_end_title(held.position.title.clone());
    let action = format!("{href}/nedlaeggelse");
    EndPage {
        shell: shell.here(),
        t,
        action,
        back: href,
        lead: t.position_end_lead().to_owned(),
        form,
        errors,
    }
}

fn of_appointment(
    cx: &Cx,
    held: &Held,
    unit: &Unit,
    id: AppointmentId,
    name: String,
    form: EndForm,
    errors: Errors,
) -> EndPage {
    let (t, href) = (T(cx.locale), held.position.href());
    let mut shell = show::shell(cx, held, unit).under(&href, &held.position.title);
    shell.title = t.position_end_appointment_title(name);
    let action = format!("{href}/udnaevnelser/{id}/ophoer");
    EndPage {
        shell: shell.here(),
        t,
        action,
        back: href,
        lead: t.position_end_appointment_lead().to_owned(),
        form,
        errors,
    }
}
