//! Holidays and other absence, entered by the person: the deputy steps in. No reason is asked.

use axum::{extract::Path, response::Response};
use samskab_store::{Connection, Result as StoreResult, Tx};
use samskab_web::{Check, Cx, Errors, Form, Result, error::OrNotFound as _};

use super::{
    SentForms,
    stand_in::{self, AbsenceNews},
};
use crate::{
    T,
    answering::while_away,
    authority::{self, Action, Resource},
    person::{PersonId, ProfileChanged},
    position::{Absence, AbsenceId, PositionId, store as positions},
};

samskab_web::form! {
    pub struct AbsenceForm {
        first_day: day(profile_absence_first),
        last_day: day(profile_absence_last),
    }
}

/// The part of the page that shows absences.
const PLACE: &str = "/min-profil#fravaer";

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
    let absences = positions::absences(connection, cx.tenant.id, person, cx.now().day()).await?;
    Ok(absences
        .into_iter()
        .map(|absence| AbsenceLine { id: absence.id, period: stand_in::period(cx.locale, &absence) })
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
    let absence = Absence {
        id: positions::add_absence(&mut tx, id, first, last).await?,
        person: id,
        first_day: first,
        last_day: last,
    };
    let is_told = tell(&cx, &mut tx, AbsenceNews::Added, &absence).await?;
    tx.record(ProfileChanged { person: id }).await?;
    tx.commit().await?;
    cx.redirect_saying(
        PLACE,
        "success",
        if is_told { "profile-absence-told" } else { "profile-absence-saved" },
    )
}

async fn again(cx: &Cx, absence: AbsenceForm, errors: Errors) -> Result<Response> {
    super::page(cx, SentForms { profile: None, absence, errors }).await
}

pub(super) async fn remove(cx: Cx, Path(absence): Path<AbsenceId>) -> Result<Response> {
    let id = super::me(&cx)?;
    cx.require(authority::may(&cx.actor, Action::NoteAbsence, Resource::Person(id)))?;
    let mut tx = cx.write().await?;
    // The statement names the person, so that nobody removes somebody else's.
    let coming = positions::absences(&mut tx, cx.tenant.id, id, cx.today()).await?;
    positions::remove_absence(&mut tx, id, absence).await?.then_some(()).or_not_found()?;
    let mut is_told = false;
    if let Some(absence) = coming.iter().find(|one| one.id == absence) {
        is_told = tell(&cx, &mut tx, AbsenceNews::TakenBack, absence).await?;
    }
    tx.record(ProfileChanged { person: id }).await?;
    tx.commit().await?;
    let key = if is_told { "profile-absence-removed-told" } else { "profile-absence-removed" };
    cx.redirect_saying(PLACE, "success", key)
}

/// Tells somebody who has just become a deputy in a position when its holders will be away, or are.
#[samskab_store::compiled_once]
pub async fn tell_new_deputy(
    cx: &Cx,
    tx: &mut Tx,
    (position, holders): (PositionId, &[PersonId]),
    deputy: PersonId,
) -> StoreResult<()> {
    for holder in holders {
        for absence in positions::absences(tx, cx.tenant.id, *holder, cx.today()).await? {
            let from = absence.first_day.max(cx.today());
            let mut away = while_away(tx, cx.tenant.id, *holder, from).await?;
            away.retain(|one| one.id == position);
            away.iter_mut().for_each(|one| one.deputies.retain(|one| *one == deputy));
            stand_in::tell(cx, tx, AbsenceNews::Added, &absence, &away).await?;
        }
    }
    Ok(())
}

/// Tells those who stand in from its first coming day on.
async fn tell(cx: &Cx, tx: &mut Tx, news: AbsenceNews, absence: &Absence) -> StoreResult<bool> {
    let from = absence.first_day.max(cx.today());
    let positions = while_away(tx, cx.tenant.id, absence.person, from).await?;
    stand_in::tell(cx, tx, news, absence, &positions).await
}
