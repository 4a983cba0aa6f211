//! POST /opgaver/{id}/frivillige: a few volunteers are asked, with a few words.

use axum::{extract::Path, response::Response};
use samskab_matching::Match;
use samskab_organisation::person::{self, PersonId};
use samskab_shifts::shift::Shift;
use samskab_store::Tx;
use samskab_taskbank::task::{self, TaskId, store::ShownTask};
use samskab_volunteers::volunteer::{self, CvId, look};
use samskab_web::{Check, Cx, Error, Form, Result, error::OrNotFound as _};

use super::{InviteForm, InvitePage, shift_of, suited};
use crate::authority::{Action, may};
use crate::{
    T,
    matching::{
        Settings,
        budget::spared,
        invitation::{self, Invitation, Kept, State, event::InvitationSent, letter::Asking},
        market::{Markets, opening_id, person_id, volunteer_id},
    },
};

pub(in crate::matching) async fn send(
    cx: Cx,
    Path(id): Path<TaskId>,
    Form(form): Form<InviteForm>,
) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let shown = task::store::shown(&mut reader, cx.tenant.id, id, cx.now().day()).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Invite, &shown.task))?;
    let mut check = Check::new(cx.locale);
    let message = form.message().required(false).text(&mut check).unwrap_or_default();
    if form.message().is_empty() {
        check.refuse(&form.message(), t.matching_invite_message_missing());
    }
    let mut chosen: Vec<CvId> = form.hvem.iter().filter_map(|id| id.parse().ok()).collect();
    chosen.sort_unstable();
    chosen.dedup();
    if chosen.is_empty() {
        check.refuse(&form.hvem(), t.matching_invite_nobody());
    }
    if let Err(errors) = check.done() {
        let (page, _) = InvitePage::read(&cx, &mut reader, &shown, form.with_errors(errors)).await?;
        return cx.invalid(page);
    }
    let by_place = look::place_of(&cx, &mut reader, Some(shown.task.poster)).await?;
    let shift = shift_of(&cx, &mut reader, &shown.task, &form.vagt).await?;
    let about = shift.as_ref().map(|shift| (shift, suited(&cx, &shown.task, Some(shift))));
    drop(reader);

    let href = match &shift {
        Some(shift) => format!("/opgaver/{id}/frivillige?vagt={}", shift.id),
        None => format!("/opgaver/{id}/frivillige"),
    };
    let mut tx = cx.write().await?;
    let task = task::store::locked(&mut tx, id).await?.or_not_found()?;
    if !task.state.is_open() {
        return cx.redirect_saying(href, "warning", "matching-flash-not-open");
    }
    let mut invited: Vec<PersonId> = Vec::new();
    for cv in &chosen {
        if let Some(person) = invite(&cx, &mut tx, &shown, about.as_ref(), *cv, &message).await? {
            invited.push(person);
        }
    }
    look::log(&mut tx, &invited, look::Kind::Contact, &by_place, Some(id)).await?;
    tx.commit().await?;
    if invited.len() == chosen.len() {
        cx.redirect_saying(href, "success", "matching-flash-sent")
    } else if invited.is_empty() {
        cx.redirect_saying(href, "warning", "matching-flash-none-sent")
    } else {
        cx.redirect_saying(href, "warning", "matching-flash-some-sent")
    }
}

/// Asks one, if they may still be found, the task still suits them, and they have not been asked enough: all of it
/// looked up again while nobody else can ask the same person. `about`: the shift that it is about, where it
/// is about one, and whom it suits. Who was asked.
async fn invite(
    cx: &Cx,
    tx: &mut Tx,
    shown: &ShownTask,
    about: Option<&(&Shift, Vec<Match>)>,
    cv: CvId,
    message: &str,
) -> Result<Option<PersonId>> {
    let (tenant, now, today) = (cx.tenant.id, cx.now(), cx.now().day());
    let settings = Settings::of(&cx.tenant);
    let Some(found) = volunteer::store::find_by_id(tx, tenant, cv).await? else { return Ok(None) };
    task::store::one_at_a_time(tx, found.person).await?;
    let Some(cv) = volunteer::store::find_by_id(tx, tenant, cv).await? else { return Ok(None) };
    let task = &shown.task;
    let since = now.plus_days(-settings.looks_back());
    let sent = invitation::store::sent_to(tx, tenant, &[cv.person], since).await?;
    if !cv.is_findable(today)
        || spared(cv.person, task.poster, &sent, &settings, now).is_some()
        || invitation::store::was_asked(tx, tenant, task.id, cv.person).await?
    {
        return Ok(None);
    }
    let Some(person) = person::store::find(tx, tenant, cv.person).await? else { return Ok(None) };
    let Some(to) = person.email.clone() else { return Ok(None) };
    // The volunteer reads their own reasons, of the whole CV.
    let of_shift =
        |suited: &[Match]| suited.iter().find(|one| person_id(one.volunteer) == cv.person).cloned();
    let of_task = || {
        cx.services.state::<Markets>().ask(tenant, |town| {
            let volunteer = town.everybody.volunteer(volunteer_id(cv.person))?;
            let opening = town.everybody.opening(opening_id(task.id))?;
            samskab_matching::gates(volunteer, opening)
                .is_empty()
                .then(|| town.everybody.explain(volunteer, opening.id, today))?
        })
    };
    let found = about.map_or_else(|| of_task().flatten(), |(_, suited)| of_shift(suited));
    let Some(found) = found else { return Ok(None) };
    let kept = Kept { score: found.score, reasons: found.explanation };
    let invitation = Invitation {
        id: tx.new_id(),
        task: task.id,
        person: cv.person,
        stand_in: None,
        wave: 0,
        by: Some(PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?)),
        message: message.to_owned(),
        score: i64::from(kept.score.total),
        version: i64::from(kept.score.weights),
        parts: kept.to_json()?,
        state: State::Sent,
        state_since: now,
        reason: None,
        interest: None,
        sent_at: now,
        expires_at: invitation::answered_before(
            task,
            about.map(|(shift, _)| *shift),
            settings.invitation_days,
            now,
        ),
    };
    invitation::store::add(tx, &invitation).await?;
    let asking = Asking {
        municipality: &cx.tenant,
        invitation: &invitation,
        task,
        by: &shown.poster_name,
        person: &person,
    };
    asking.mail(tx, to, &cx.secret(), |path| cx.absolute(path)).await?;
    tx.record(InvitationSent::of(&invitation)).await?;
    Ok(Some(cv.person))
}
