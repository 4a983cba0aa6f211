//! Holidays and other absence, entered by the person: the deputy steps in. No reason is asked.

use axum::{extract::Path, response::Response};
use samskab_store::{Connection, Result as StoreResult};
use samskab_web::{Check, Cx, Errors, Form, Result, error::OrNotFound as _};

use super::SentForms;
use crate::{
    T,
    authority::{self, Action, Resource},
    person::{PersonId, ProfileChanged},
    position::{AbsenceId, store as positions},
};

samskab_web::form! {
    pub struct AbsenceForm {
        first_day: day(profile_absence_first),
        last_day: day(profile_absence_last),
    }
}

/// An absence as the page lists it.
pub(super) struct AbsenceLine {
    pub id: AbsenceId,
    pub period: String,
}

pub(super) async fn lines(
    cx: &Cx,
    connection: &mut Connection,
    person: PersonId,
) -> StoreResult<Vec<AbsenceLine>> {
    let t = T(cx.locale);
    let absences = positions::absences(connection, cx.tenant.id, person, cx.now().day()).await?;
    Ok(absences
        .into_iter()
        .map(|absence| AbsenceLine {
            id: absence.id,
            period: t
                .profile_absence_period(cx.locale.day(absence.first_day), cx.locale.day(absence.last_day)),
        })
        .collect())
}

pub(super) async fn add(cx: Cx, Form(form): Form<AbsenceForm>) -> Result<Response> {
    let t = T(cx.locale);
    let id = super::me(&cx)?;
    cx.require(authority::may(&cx.actor, Action::NoteAbsence, Resource::Person(id)))?;
    let mut check = Check::new(cx.locale);
    let first = form.first_day().day_ahead(&mut check, cx.now().day());
    let last = form.last_day().day_ahead(&mut check, cx.now().day());
    if let (Some(first), Some(last)) = (first, last) {
        if last < first {
            check.refuse(&form.last_day(), t.profile_absence_order());
        } else if last < cx.now().day() {
            check.refuse(&form.last_day(), t.profile_absence_past());
        }
    }
    let (first, last) = match (first, last, check.done()) {
        (Some(first), Some(last), Ok(())) => (first, last),
        (_, _, errors) => return again(&cx, form, errors.err().unwrap_or_default()).await,
    };
    let mut tx = cx.write().await?;
    positions::add_absence(&mut tx, id, first, last).await?;
    tx.record(ProfileChanged { person: id }).await?;
    tx.commit().await?;
    cx.redirect_saying("/min-profil", "success", "profile-saved")
}

async fn again(cx: &Cx, absence: AbsenceForm, errors: Errors) -> Result<Response> {
    super::page(cx, SentForms { profile: None, absence, errors }).await
}

pub(super) async fn remove(cx: Cx, Path(absence): Path<AbsenceId>) -> Result<Response> {
    let id = super::me(&cx)?;
    cx.require(authority::may(&cx.actor, Action::NoteAbsence, Resource::Person(id)))?;
    let mut tx = cx.write().await?;
    // The statement names the person, so that nobody removes somebody else's.
    positions::remove_absence(&mut tx, id, absence).await?.then_some(()).or_not_found()?;
    tx.record(ProfileChanged { person: id }).await?;
    tx.commit().await?;
    cx.redirect_saying("/min-profil", "success", "profile-saved")
}
