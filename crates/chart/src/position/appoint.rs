//! Saying who holds a position, or who is deputy in it, from a day on.

use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, Locale, Validity, danish::fold};
use samskab_mail::Message;
use samskab_web::{Check, Cx, Form, Result, Shell, form::Choice};

use super::{edit, show::under_position};
use crate::T;
use samskab_organisation::{
    letter::Sender,
    person::{self, Person, PersonId},
    position::{Capacity, Held, PositionId, events::Appointed, rules, store},
    profile::absence,
    unit::Unit,
};

samskab_web::form! {
    pub(super) struct AppointForm {
        capacity: radio(position_capacity).among(capacities),
        email: email(unit_email).hint(position_person_hint),
        /// Required of somebody we do not know yet.
        name: text(unit_name).hint(position_name_hint).optional().max(120),
        phone: phone(unit_phone).optional(),
        from: day(position_from),
        to: day(position_to).optional(),
    }
}

/// By what two names are the same.
fn folded(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn capacities(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    let label = |capacity: Capacity| match capacity {
        Capacity::Holder => t.position_holder(),
        Capacity::Deputy => t.position_deputy(),
    };
    Capacity::ALL.iter().map(|capacity| Choice::of(capacity.code(), label(*capacity))).collect()
}

#[derive(askama::Template)]
#[template(path = "position/appoint.html")]
struct AppointPage {
    shell: Shell,
    t: T,
    id: PositionId,
    /// Who holds it now, and what happens to that appointment.
    now: String,
    form: AppointForm,
}

pub(super) async fn ask(cx: Cx, Path(id): Path<PositionId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (held, unit) = edit::find_to_change(&mut reader, &cx, id).await?;
    drop(reader);
    let from = cx.now().day().max(held.position.validity.from);
    let capacity = Capacity::Holder.code().to_owned();
    let form = AppointForm { capacity, from: from.to_string(), ..AppointForm::default() };
    cx.page(page(&cx, &held, &unit, form))
}

pub(super) async fn appoint(
    cx: Cx,
    Path(id): Path<PositionId>,
    Form(form): Form<AppointForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (held, unit) = edit::find_to_change(&mut tx, &cx, id).await?;
    let mut check = Check::new(cx.locale);
    let capacity: Option<Capacity> = form.capacity().code(&mut check);
    let email = form.email().email(&mut check);
    let phone = form.phone().phone(&mut check);
    let from = form.from().day_ahead(&mut check, cx.now().day());
    let to = form.to().day(&mut check);
    let mut known = None;
    if let Some(email) = &email {
        known = person::store::find_by_email(&mut tx, cx.tenant.id, email).await?;
    }
    let name = form.name().text(&mut check).unwrap_or_default();
    match &known {
        // Somebody we know keeps their name; it is theirs to change. Another name is another person.
        Some(known) if !name.is_empty() && folded(&name) != folded(&known.name) => {
            check.refuse(&form.name(), T(cx.locale).position_error_other_name(known.name.as_str()));
        }
        None if name.is_empty() && email.is_some() => {
            check.refuse(&form.name(), T(cx.locale).position_error_new_person());
        }
        _ => {}
    }
    let is_new = known.is_none();
    let someone = known.unwrap_or_else(|| {
        let mut person = Person::new(cx.new_id(), name, email, cx.now());
        person.phone = phone;
        person
    });
    let appointments = store::every_appointment(&mut tx, cx.tenant.id, id).await?;
    let mut decided = None;
    if let (Some(capacity), Some(from), false) = (capacity, from, check.refuses(&[form.to()])) {
        let validity = Validity { from, to };
        match rules::appoint(&held.position, &appointments, someone.id, capacity, validity) {
            Ok(ending) => decided = Some((capacity, validity, ending)),
            Err(refused) => explain(&mut check, &form, &refused, &held, &cx),
        }
    }
    let (capacity, validity, ending) = match (decided, check.done()) {
        (Some(decided), Ok(())) => decided,
        (_, errors) => {
            let form = form.with_errors(errors.err().unwrap_or_default());
            return cx.invalid(page(&cx, &held, &unit, form));
        }
    };
    let from = validity.from;
    if is_new {
        person::store::add(&mut tx, &someone).await?;
    }
    for before in ending {
        store::end_appointment(&mut tx, before, from.plus_days(-1)).await?;
    }
    store::appoint(&mut tx, id, someone.id, capacity, validity).await?;
    if capacity == Capacity::Deputy {
        let holders: Vec<PersonId> = held.holders().map(|holder| holder.person).collect();
        absence::tell_new_deputy(&cx, &mut tx, (id, &holders), someone.id).await?;
    }
    // What is over is only written down.
    let is_over = validity.to.is_some_and(|to| to < cx.today());
    if let Some(letter) = letter(&cx, &held, &unit, &someone, (capacity, from)).filter(|_| !is_over) {
        samskab_mail::send(&mut tx, letter).await?;
    }
    tx.record(Appointed { position: id, person: someone.id, capacity, from }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/stillinger/{id}"), "success", "position-appointed")
}

/// To whoever has it from now on; `None`: it is whoever decides it, or there is no address.
fn letter(
    cx: &Cx,
    held: &Held,
    unit: &Unit,
    person: &Person,
    (capacity, from): (Capacity, Day),
) -> Option<Message> {
    let to = person.email.clone().filter(|_| cx.actor.person != Some(person.id.uuid()))?;
    let (locale, sender) = (person.locale, Sender::of(&cx.tenant));
    let (t, title, unit) = (T(locale), held.position.title.as_str(), unit.name.as_str());
    let day = locale.day(from);
    let (subject, text) = match capacity {
        Capacity::Holder => (t.position_mail_subject_holder(title), t.position_mail_holder(day, title, unit)),
        Capacity::Deputy => (t.position_mail_subject_deputy(title), t.position_mail_deputy(day, title, unit)),
    };
    let letter = sender
        .greet(locale, person.first_name())
        .paragraph(&text)
        .link(t.position_mail_link(), &cx.absolute("/overblik"));
    let body = sender.finish(locale, letter, t.position_mail_why());
    Some(Message { to, subject, body, reply_to: None })
}

fn explain(check: &mut Check, form: &AppointForm, refused: &rules::Refused, held: &Held, cx: &Cx) {
    let t = T(cx.locale);
    let there = held.position.validity;
    let (field, message) = match refused {
        rules::Refused::PositionNotThere => {
            let began = cx.locale.day(there.from);
            let message = match there.to {
                Some(to) => t.position_error_there_between(began, cx.locale.day(to)),
                None => t.position_error_there_since(began),
            };
            (form.from(), message)
        }
        rules::Refused::EndsBeforeItBegins => (form.to(), t.position_error_order().to_owned()),
        rules::Refused::IsItAlready => (form.email(), t.position_error_already().to_owned()),
        rules::Refused::HeldFrom(day) => (form.from(), t.position_error_held(cx.locale.day(*day))),
        rules::Refused::OwnDeputy => (form.email(), t.position_error_own_deputy().to_owned()),
    };
    check.refuse(&field, message);
}

fn page(cx: &Cx, held: &Held, unit: &Unit, form: AppointForm) -> AppointPage {
    let t = T(cx.locale);
    let names = held.holder_names();
    let now = match (names.is_empty(), held.position.kind.has_several_holders()) {
        (true, _) => t.position_now_vacant().to_owned(),
        (false, true) => t.position_now_team(names),
        (false, false) => t.position_now_held(names),
    };
    let title = t.position_appoint_title(held.position.title.clone());
    let shell = under_position(cx, unit, &held.position, title).here();
    AppointPage { shell, t, id: held.position.id, now, form }
}
