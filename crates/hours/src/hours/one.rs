//! GET and POST /timer/{id}, …/fjern, …/gendan: corrected or taken out by either, without fuss.

use std::collections::HashMap;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_organisation::person::{self, PersonId};
use samskab_store::{Connection, Event, Tx};
use samskab_taskbank::authority::TaskResource;
use samskab_web::{Check, Cx, Error, Form, Result, Shell, error::OrNotFound as _};

use super::{
    Hours, HoursId, duration,
    event::{HoursCorrected, HoursPutBack, HoursRemoved},
    form::{self, Again, HoursForm, Question, Whose},
    rules::HoursDraft,
    store::{self, HelpedIn},
};
use crate::T;
use crate::authority::{Action, may};

#[derive(Template)]
#[template(path = "hours/one.html")]
struct OnePage {
    shell: Shell,
    t: T,
    form: HoursForm,
    href: String,
    back: String,
    title: String,
    by: String,
    told: String,
    said: String,
    is_removed: bool,
    question: Option<Question>,
    /// Why they cannot be put back.
    impossible: Option<String>,
    /// Somebody changed it while this page was open.
    is_overtaken: bool,
}

/// Hours, whose they are, and whether they are the reader's own.
struct OpenedHours {
    hours: Hours,
    place: HelpedIn,
    me: PersonId,
    is_own: bool,
}

impl OpenedHours {
    /// The address of the list that these hours are in.
    fn back(&self) -> String {
        match self.is_own {
            true => "/min-side/timer".to_owned(),
            false => format!("/engagementer/{}/timer", self.hours.engagement),
        }
    }
}

async fn found(cx: &Cx, connection: &mut Connection, id: HoursId) -> Result<OpenedHours> {
    let hours = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    let today = cx.now().day();
    let place = store::helped_in(connection, cx.tenant.id, hours.engagement, today).await?.or_not_found()?;
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    let is_own = hours.person == me;
    let resource = TaskResource::new_for(place.helped.poster);
    cx.require(is_own || may(&cx.actor, Action::NoteHours, resource))?;
    Ok(OpenedHours { hours, place, me, is_own })
}

#[derive(Default)]
struct PageState {
    form: Option<HoursForm>,
    question: Option<Question>,
    /// Why they cannot be put back.
    impossible: Option<String>,
    is_overtaken: bool,
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    found: &OpenedHours,
    state: PageState,
) -> Result<OnePage> {
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
        form: state.form.unwrap_or_else(|| HoursForm::of(hours)),
        href: hours.href(),
        back,
        title: found.place.helped.title.clone(),
        by: found.place.helped.poster_name.clone(),
        told: form::told_by(cx, hours, &names, found.is_own),
        said: format!("{}, {}", cx.locale.day(hours.day), duration::said(t, hours.minutes)),
        is_removed: hours.removed_at.is_some(),
        question: state.question,
        impossible: state.impossible,
        is_overtaken: state.is_overtaken,
    })
}

pub async fn show(cx: Cx, Path(id): Path<HoursId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = found(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, &found, PageState::default()).await?;
    cx.page(page)
}

pub async fn correct(cx: Cx, Path(id): Path<HoursId>, Form(form): Form<HoursForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = found(&cx, &mut tx, id).await?;
    let whose = Whose { person: found.hours.person, place: Some(&found.place.helped), hours: id };
    let check = Check::new(cx.locale);
    let told = match form::told(&cx, &mut tx, check, form, whose).await? {
        Ok(told) => told,
        Err(Again { form, question }) => {
            let state = PageState { form: Some(form), question, ..PageState::default() };
            let page = page(&cx, &mut tx, &found, state).await?;
            return cx.invalid(page);
        }
    };
    let hours = found.hours.clone().corrected(told.day, told.minutes, found.is_own, Some(found.me), cx.now());
    let event = HoursCorrected { hours: id, engagement: hours.engagement };
    save(&cx, tx, &found, hours, event, format!("{}?skrevet={id}", found.back()), None).await
}

pub async fn remove(cx: Cx, Path(id): Path<HoursId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = found(&cx, &mut tx, id).await?;
    let hours = found.hours.clone().removed(true, found.is_own, Some(found.me), cx.now());
    let event = HoursRemoved { hours: id, engagement: hours.engagement };
    // Its own page offers to put it back.
    save(&cx, tx, &found, hours, event, format!("/timer/{id}"), Some("hours-flash-removed")).await
}

pub async fn put_back(cx: Cx, Path(id): Path<HoursId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = found(&cx, &mut tx, id).await?;
    let whose = Whose { person: found.hours.person, place: Some(&found.place.helped), hours: id };
    let (day, minutes) = (found.hours.day, found.hours.minutes);
    let known = form::circumstances(&cx, &mut tx, &whose, &found.place.helped, day).await?;
    if let Err(impossible) = (HoursDraft { day, minutes, could_be_either: false }).judge(&known) {
        let state = PageState { impossible: Some(impossible.words(&cx)), ..PageState::default() };
        let page = page(&cx, &mut tx, &found, state).await?;
        return cx.invalid(page);
    }
    let hours = found.hours.clone().removed(false, found.is_own, Some(found.me), cx.now());
    let event = HoursPutBack { hours: id, engagement: hours.engagement };
    save(&cx, tx, &found, hours, event, found.back(), Some("hours-flash-put-back")).await
}

async fn save(
    cx: &Cx,
    mut tx: Tx,
    found: &OpenedHours,
    hours: Hours,
    event: impl Event,
    then: String,
    flash: Option<&'static str>,
) -> Result<Response> {
    if !store::save(&mut tx, &hours, &found.hours).await? {
        let page = page(cx, &mut tx, found, PageState { is_overtaken: true, ..PageState::default() }).await?;
        return cx.invalid(page);
    }
    tx.record(event).await?;
    tx.commit().await?;
    match flash {
        Some(flash) => cx.redirect_saying(then, "success", flash),
        None => cx.redirect(then),
    }
}
