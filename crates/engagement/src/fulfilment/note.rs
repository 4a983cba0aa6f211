//! POST /engagementer/{id}/krav/{krav}/notering and …/fjern: the place notes what it has seen, with the day.

use axum::{extract::Path, response::Response};
use samskab_organisation::person::PersonId;
use samskab_requirement::{
    AskedRequirement, Fulfilment, Precondition, Settings, State, event::RequirementChanged,
    rules::counts_until, store,
};
use samskab_web::{Check, Cx, Error, Form, Result, error::OrNotFound as _};

use super::of_engagement::{EngagementRequirements, OnePage, Reached, StepForm, can_remove, found};
use crate::{T, engagement::EngagementId};

/// What the place may note by itself.
fn is_noted_by_place(what: Precondition) -> bool {
    what != Precondition::ChildrensCertificate
}

pub async fn note(
    cx: Cx,
    Path((id, segment)): Path<(EngagementId, String)>,
    Form(form): Form<StepForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = found(&cx, &mut tx, id).await?;
    let asked = found.asked(&segment).filter(|asked| is_noted_by_place(asked.what)).or_not_found()?;
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    let mut check = Check::new(cx.locale);
    let mut state = read(&cx, &mut check, &form, asked, me);
    if let (Precondition::Confidentiality, Some(State::Fulfilled { on, .. })) = (asked.what, state) {
        // What was signed are the words of that day; the new ones are signed anew.
        let version = store::text_version(&mut tx, cx.tenant.id, on).await?;
        if version != found.book.text_version {
            check.refuse(&form.dag(), T(cx.locale).requirement_text_newer());
        }
        state = Some(State::signed(on, me, version));
    }
    let errors = check.done().err();
    let (Some(state), None) = (state, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        return cx.invalid(OnePage::new(&cx, &found, asked, form));
    };
    let is_saved = match found.noted(asked) {
        Some(was) => {
            let now = Fulfilment { state, state_since: cx.now(), updated_at: cx.now(), ..was.clone() };
            store::save(&mut tx, &now, was).await?
        }
        None => {
            // A licence is shown, and a declaration signed, once for all of them; the rest is about this task.
            let is_for_all =
                matches!(asked.what, Precondition::DrivingLicence | Precondition::Confidentiality);
            let task = (!is_for_all).then_some(found.task.id);
            let new = Fulfilment::new(cx.new_id(), found.helper.person, asked.what, task, state, cx.now());
            store::add(&mut tx, &new).await?
        }
    };
    if !is_saved {
        return overtaken(&cx, tx, id, asked, form).await;
    }
    done(&cx, tx, &found, "requirement-flash-noted").await
}

fn read(cx: &Cx, check: &mut Check, form: &StepForm, asked: AskedRequirement, me: PersonId) -> Option<State> {
    let (t, settings) = (T(cx.locale), Settings::of(&cx.tenant));
    let today = cx.now().day();
    if asked.what == Precondition::MinimumAge {
        let from = match form.alder.parse() {
            Ok(Reached::Now) => Some(today),
            Ok(Reached::Later) => form.fra().required(true).day(check),
            Err(_) => {
                check.refuse(&form.alder(), t.requirement_age_choose());
                None
            }
        }?;
        return Some(State::Fulfilled {
            on: today,
            by: Some(me),
            valid_to: None,
            text_version: None,
            age: Some((asked.years, from)),
            renewal: None,
        });
    }
    let on = form.dag().day(check)?;
    if on > today {
        check.refuse(&form.dag(), t.requirement_day_to_come());
        return None;
    }
    let months = match asked.what {
        Precondition::Course => settings.course_months,
        Precondition::DrivingLicence => settings.driving_licence_months,
        _ => 0,
    };
    let until = counts_until(on, months);
    if until.is_some_and(|until| until < today) {
        check.refuse(&form.dag(), t.requirement_too_long_ago(months));
        return None;
    }
    Some(State::fulfilled(on, Some(me), until))
}

pub async fn remove(cx: Cx, Path((id, segment)): Path<(EngagementId, String)>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = found(&cx, &mut tx, id).await?;
    let asked = found.asked(&segment).or_not_found()?;
    match found.noted(asked) {
        Some(noted) if can_remove(noted) => store::remove(&mut tx, noted.id).await?,
        Some(_) => return Err(Error::Forbidden),
        None => {}
    }
    done(&cx, tx, &found, "requirement-flash-removed").await
}

/// Records, commits and leads back to the list.
pub(super) async fn done(
    cx: &Cx,
    mut tx: samskab_store::Tx,
    found: &EngagementRequirements,
    said: &'static str,
) -> Result<Response> {
    let person = found.helper.person;
    crate::engagement::look_again(&mut tx, person).await?;
    tx.record(RequirementChanged { person, task: Some(found.task.id) }).await?;
    tx.commit().await?;
    cx.redirect_saying(cx.back_to_overview_or(found.href()), "success", said)
}

/// A colleague was quicker: the page as it stands now, and what was typed.
pub(super) async fn overtaken(
    cx: &Cx,
    tx: samskab_store::Tx,
    id: EngagementId,
    asked: AskedRequirement,
    form: StepForm,
) -> Result<Response> {
    drop(tx);
    let mut reader = cx.read().await?;
    let found = found(cx, &mut reader, id).await?;
    let page = OnePage::new(cx, &found, asked, form);
    cx.invalid(page.with_refusal(T(cx.locale).requirement_overtaken()))
}
