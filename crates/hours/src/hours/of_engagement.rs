//! GET and POST /engagementer/{id}/timer: the place checks hours off, if both would like that.

use axum::{extract::Path, response::Response};
use samskab_engagement::engagement::{self, EngagementId};
use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_taskbank::authority::TaskResource;
use samskab_web::{Check, Cx, Error, Form, Result, error::OrNotFound as _};

use super::{
    Hours,
    event::HoursTold,
    form::{self, Again, HoursForm, HoursPage, Question, Whose},
    store::{self, HelpedIn},
};
use crate::T;
use crate::authority::{Action, may};

async fn found(cx: &Cx, connection: &mut Connection, id: EngagementId) -> Result<HelpedIn> {
    let found = store::helped_in(connection, cx.tenant.id, id, cx.now().day()).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::NoteHours, TaskResource::new_for(found.helped.poster)))?;
    Ok(found)
}

pub async fn show(cx: Cx, Path(id): Path<EngagementId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = found(&cx, &mut reader, id).await?;
    let form = HoursForm::new(&cx, cx.now().day());
    let page = page(&cx, &mut reader, &found, form, None).await?;
    cx.page(page)
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    found: &HelpedIn,
    form: HoursForm,
    question: Option<Question>,
) -> Result<HoursPage> {
    let t = T(cx.locale);
    let engagement = found.helped.engagement;
    let hours = store::of_engagement(connection, cx.tenant.id, engagement).await?;
    let sums = store::sums_by_year(connection, cx.tenant.id, found.person).await?;
    let helped = std::slice::from_ref(&found.helped);
    let heading = t.hours_of(&found.name);
    let back = engagement::href(engagement);
    Ok(HoursPage {
        shell: cx.shell(heading.clone()).under(back.clone(), found.name.clone()).here(),
        t,
        heading,
        lead: t.hours_of_lead(),
        back: Some((back, t.hours_back_to_engagement())),
        action: "",
        tasks: form::choices(helped),
        groups: form::groups(cx, connection, helped, &hours, &sums, false).await?,
        form,
        question,
        written: form::written(cx, helped, &hours),
        is_own: false,
    })
}

pub async fn add(cx: Cx, Path(id): Path<EngagementId>, Form(form): Form<HoursForm>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = found(&cx, &mut reader, id).await?;
    let hours_id = form.nummer.parse().unwrap_or_else(|_| cx.new_id());
    let whose = Whose { person: found.person, place: Some(&found.helped), hours: hours_id };
    let check = Check::new(cx.locale);
    let told = match form::told(&cx, &mut reader, check, form, whose).await? {
        Ok(told) => told,
        Err(Again { form, question }) => {
            let page = page(&cx, &mut reader, &found, form, question).await?;
            return cx.invalid(page);
        }
    };
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    drop(reader);
    let hours = Hours {
        id: hours_id,
        engagement: id,
        person: found.person,
        booking: None,
        day: told.day,
        minutes: told.minutes,
        // Nobody confirms their own hours.
        by_volunteer: found.person == me,
        by: Some(me),
        removed_at: None,
        created_at: cx.now(),
        updated_at: cx.now(),
    };
    let mut tx = cx.write().await?;
    if store::add(&mut tx, &hours).await? {
        tx.record(HoursTold { hours: hours.id, engagement: id }).await?;
        tx.commit().await?;
    }
    cx.redirect(format!("/engagementer/{id}/timer?skrevet={hours_id}"))
}
