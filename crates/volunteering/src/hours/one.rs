//! GET and POST /timer/{id}, …/fjern, …/gendan: corrected or taken out by either, without fuss.

use std::collections::HashMap;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_organisation::person::{self, PersonId};
use samskab_store::{Connection, Event, Tx};
use samskab_web::{Check, Cx, Error, Errors, Form, Result, Shell, error::OrNotFound as _};

use super::{
    Hours, HoursId, duration,
    event::{HoursCorrected, HoursPutBack, HoursRemoved},
    form::{self, HoursForm},
    store::{self, HelpedIn},
};
use crate::{
    T,
    authority::{Action, TaskResource, may},
};

#[derive(Template)]
#[template(path = "hours/one.html")]
struct OnePage {
    shell: Shell,
    t: T,
    errors: Errors,
    form: HoursForm,
    href: String,
    back: String,
    title: String,
    by: String,
    told: String,
    said: String,
    is_removed: bool,
    question: Option<String>,
    /// Somebody changed it while this page was open.
    is_overtaken: bool,
}

/// Some hours, whose they are, and whether they are one's own.
struct Found {
    hours: Hours,
    place: HelpedIn,
    me: PersonId,
    is_own: bool,
}

impl Found {
    /// The list it stands in.
    fn back(&self) -> String {
        match self.is_own {
            true => "/min-side/timer".to_owned(),
            false => format!("/engagementer/{}/timer", self.hours.engagement),
        }
    }
}

async fn found(cx: &Cx, connection: &mut Connection, id: HoursId) -> Result<Found> {
    let hours = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    let today = cx.now().day();
    let place = store::helped_in(connection, cx.tenant.id, hours.engagement, today).await?.or_not_found()?;
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    let is_own = hours.person == me;
    let resource = TaskResource::new_for(place.helped.poster);
    cx.require(is_own || may(&cx.actor, Action::NoteHours, resource))?;
    Ok(Found { hours, place, me, is_own })
}

#[derive(Default)]
struct Said {
    form: Option<HoursForm>,
    errors: Errors,
    question: Option<String>,
    is_overtaken: bool,
}

async fn page(cx: &Cx, connection: &mut Connection, found: &Found, said: Said) -> Result<OnePage> {
    let t = T(cx.locale);
    let hours = &found.hours;
    let writers: Vec<PersonId> = hours.by.into_iter().collect();
    let names: HashMap<PersonId, String> = person::store::find_many(connection, cx.tenant.id, &writers)
        .await?
        .into_iter()
        .map(|person| (person.id, person.name))
        .collect();
    let list = if found.is_own { t.hours_title().to_owned() } else { t.hours_of(&found.place.name) };
    let back = found.back();
    Ok(OnePage {
        shell: cx.shell(t.hours_correct_title()).under(back.clone(), list).here(),
        t,
        errors: said.errors,
        form: said.form.unwrap_or_else(|| HoursForm::of(hours)),
        href: format!("/timer/{}", hours.id),
        back,
        title: found.place.helped.title.clone(),
        by: found.place.helped.poster_name.clone(),
        told: form::told_by(cx, hours, &names, found.is_own),
        said: format!("{}, {}", cx.locale.day(hours.day), duration::said(t, hours.minutes)),
        is_removed: hours.removed_at.is_some(),
        question: said.question,
        is_overtaken: said.is_overtaken,
    })
}

pub async fn show(cx: Cx, Path(id): Path<HoursId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = found(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, &found, Said::default()).await?;
    cx.page(page)
}

pub async fn correct(cx: Cx, Path(id): Path<HoursId>, Form(form): Form<HoursForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = found(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    let told = form::read(&cx, &mut check, &form);
    let errors = check.done().err();
    let (Some(told), None) = (told, &errors) else {
        let said = Said { form: Some(form), errors: errors.unwrap_or_default(), ..Said::default() };
        let page = page(&cx, &mut tx, &found, said).await?;
        return cx.invalid(page);
    };
    let person = found.hours.person;
    let question = form::question(&cx, &mut tx, person, told, Some(&found.hours), &form).await?;
    if question.is_some() {
        let page = page(&cx, &mut tx, &found, Said { form: Some(form), question, ..Said::default() }).await?;
        return cx.invalid(page);
    }
    let hours = found.hours.clone().corrected(told.day, told.minutes, found.is_own, Some(found.me), cx.now());
    let event = HoursCorrected { hours: id, engagement: hours.engagement };
    save(&cx, tx, &found, hours, event, found.back(), "hours-flash-corrected").await
}

pub async fn remove(cx: Cx, Path(id): Path<HoursId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = found(&cx, &mut tx, id).await?;
    let hours = found.hours.clone().removed(true, found.is_own, Some(found.me), cx.now());
    let event = HoursRemoved { hours: id, engagement: hours.engagement };
    // Its own page offers to put it back.
    save(&cx, tx, &found, hours, event, format!("/timer/{id}"), "hours-flash-removed").await
}

pub async fn put_back(cx: Cx, Path(id): Path<HoursId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = found(&cx, &mut tx, id).await?;
    let hours = found.hours.clone().removed(false, found.is_own, Some(found.me), cx.now());
    let event = HoursPutBack { hours: id, engagement: hours.engagement };
    save(&cx, tx, &found, hours, event, found.back(), "hours-flash-put-back").await
}

async fn save(
    cx: &Cx,
    mut tx: Tx,
    found: &Found,
    hours: Hours,
    event: impl Event,
    then: String,
    said: &'static str,
) -> Result<Response> {
    if !store::save(&mut tx, &hours, &found.hours).await? {
        let page = page(cx, &mut tx, found, Said { is_overtaken: true, ..Said::default() }).await?;
        return cx.invalid(page);
    }
    tx.record(event).await?;
    tx.commit().await?;
    cx.redirect_saying(then, "success", said)
}
