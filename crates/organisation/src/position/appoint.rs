//! Saying who holds a position, or who is deputy in it, from a day on.

use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, Validity};
use samskab_web::{Check, Cx, Errors, Form, Result, Shell, form::Choice};
use serde::Deserialize;

use super::{Capacity, Held, PositionId, edit, events::Appointed, rules, show, store};
use crate::{
    T,
    authority::{Action, Resource, may},
    person::{self, Person},
    unit::Unit,
};

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AppointForm {
    capacity: String,
    email: String,
    name: String,
    phone: String,
    from: String,
    to: String,
}

#[derive(askama::Template)]
#[template(path = "position/appoint.html")]
struct AppointPage {
    shell: Shell,
    t: T,
    id: PositionId,
    /// Who holds it now, and what becomes of that.
    now: String,
    form: AppointForm,
    capacities: Vec<Choice>,
    errors: Errors,
}

pub async fn ask(cx: Cx, Path(id): Path<PositionId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (held, unit) = edit::find(&mut reader, &cx, id).await?;
    drop(reader);
    cx.require(may(&cx.actor, Action::Appoint, Resource::Unit(unit.id)))?;
    let from = cx.now().day().max(held.position.validity.from);
    let capacity = Capacity::Holder.code().to_owned();
    let form = AppointForm { capacity, from: from.to_string(), ..AppointForm::default() };
    cx.page(page(&cx, &held, &unit, form, Errors::default()))
}

pub async fn appoint(cx: Cx, Path(id): Path<PositionId>, Form(form): Form<AppointForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (held, unit) = edit::find(&mut tx, &cx, id).await?;
    cx.require(may(&cx.actor, Action::Appoint, Resource::Unit(unit.id)))?;
    let (t, mut check) = (T(cx.locale), Check::new(cx.locale));
    check.labels(&[
        ("capacity", t.position_capacity()),
        ("email", t.unit_email()),
        ("name", t.unit_name()),
        ("phone", t.unit_phone()),
        ("from", t.position_from()),
        ("to", t.position_to()),
    ]);
    let capacity: Option<Capacity> = check.code("capacity", &form.capacity);
    let email = check.email("email", &form.email);
    let phone = check.optional_phone("phone", &form.phone).flatten();
    let from = check.day_ahead("from", &form.from, cx.now().day());
    let to: Option<Option<Day>> = check.optional_day("to", &form.to);
    let mut known = None;
    if let Some(email) = &email {
        known = person::store::find_by_email(&mut tx, cx.tenant.id, email).await?;
    }
    // Somebody we know keeps their name; it is theirs to change.
    let name = if known.is_some() { Some(String::new()) } else { check.required("name", &form.name, 120) };
    let (Some(capacity), Some(email), Some(from), Some(to), Some(name)) = (capacity, email, from, to, name)
    else {
        return cx.invalid(page(&cx, &held, &unit, form, check.errors));
    };
    let is_new = known.is_none();
    let someone = known.unwrap_or_else(|| {
        let mut person = Person::new(cx.new_id(), name, Some(email), cx.now());
        person.phone = phone;
        person
    });
    let appointments = store::every_appointment(&mut tx, cx.tenant.id, id).await?;
    let validity = Validity { from, to };
    let ending = match rules::appoint(&held.position, &appointments, someone.id, capacity, validity) {
        Ok(ending) => ending,
        Err(refused) => {
            explain(&mut check, &refused, &cx);
            Vec::new()
        }
    };
    if let Err(errors) = check.done() {
        return cx.invalid(page(&cx, &held, &unit, form, errors));
    }
    if is_new {
        person::store::add(&mut tx, &someone).await?;
    }
    for before in ending {
        store::end_appointment(&mut tx, before, from.plus_days(-1)).await?;
    }
    store::appoint(&mut tx, id, someone.id, capacity, validity).await?;
    tx.record(Appointed { position: id, person: someone.id, capacity, from }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/stillinger/{id}"), "success", "position-appointed")
}

fn explain(check: &mut Check, refused: &rules::Refused, cx: &Cx) {
    let t = T(cx.locale);
    let (field, message) = match refused {
        rules::Refused::PositionNotThere => ("from", t.position_error_not_there().to_owned()),
        rules::Refused::EndsBeforeItBegins => ("to", t.position_error_order().to_owned()),
        rules::Refused::IsItAlready => ("email", t.position_error_already().to_owned()),
        rules::Refused::HeldFrom(day) => ("from", t.position_error_held(cx.locale.day(*day))),
        rules::Refused::OwnDeputy => ("email", t.position_error_own_deputy().to_owned()),
    };
    check.error(field, message);
}

fn page(cx: &Cx, held: &Held, unit: &Unit, form: AppointForm, errors: Errors) -> AppointPage {
    let t = T(cx.locale);
    let names = held.holders().map(|holder| holder.name.as_str()).collect::<Vec<_>>().join(", ");
    let now = match (names.is_empty(), held.position.kind.has_several_holders()) {
        (true, _) => t.position_now_vacant().to_owned(),
        (false, true) => t.position_now_team(names),
        (false, false) => t.position_now_held(names),
    };
    let label = |capacity: &Capacity| match capacity {
        Capacity::Holder => t.position_holder(),
        Capacity::Deputy => t.position_deputy(),
    };
    let capacities = Capacity::ALL
        .iter()
        .map(|capacity| Choice::new(capacity.code(), label(capacity), form.capacity == capacity.code()))
        .collect();
    let mut shell = show::shell(cx, held, unit).under(held.position.href(), &held.position.title);
    shell.title = t.position_appoint_title(held.position.title.clone());
    AppointPage { shell: shell.here(), t, id: held.position.id, now, form, capacities, errors }
}
