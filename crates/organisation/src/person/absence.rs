//! Holidays and other absence, entered by the person: the deputy steps in. No reason is asked.

use axum::{extract::Path, response::Response};
use samskab_store::{Connection, Result as StoreResult};
use samskab_web::{Check, Cx, Errors, Form, Result};
use serde::Deserialize;

use super::{
    PersonId, ProfileChanged,
    profile::{self, Sent},
};
use crate::{
    T,
    authority::{self, Action, Resource},
    position::{AbsenceId, store as positions},
};

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct AbsenceForm {
    pub first_day: String,
    pub last_day: String,
}

/// One that is entered, as it is read.
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
    let id = profile::me(&cx)?;
    cx.require(authority::may(&cx.actor, Action::NoteAbsence, Resource::Person(id)))?;
    let mut check = Check::new(cx.locale);
    check.labels(&[("first_day", t.profile_absence_first()), ("last_day", t.profile_absence_last())]);
    let first = check.day_ahead("first_day", &form.first_day, cx.now().day());
    let last = check.day_ahead("last_day", &form.last_day, cx.now().day());
    if let (Some(first), Some(last)) = (first, last) {
        if last < first {
            check.error("last_day", t.profile_absence_order());
        } else if last < cx.now().day() {
            check.error("last_day", t.profile_absence_past());
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
    profile::page(cx, Sent { profile: None, absence, errors }).await
}

pub(super) async fn remove(cx: Cx, Path(absence): Path<AbsenceId>) -> Result<Response> {
    let id = profile::me(&cx)?;
    cx.require(authority::may(&cx.actor, Action::NoteAbsence, Resource::Person(id)))?;
    let mut tx = cx.write().await?;
    // Only one's own is removed: the person stands in the condition.
    if positions::remove_absence(&mut tx, id, absence).await? {
        tx.record(ProfileChanged { person: id }).await?;
    }
    tx.commit().await?;
    cx.redirect_saying("/min-profil", "success", "profile-saved")
}
