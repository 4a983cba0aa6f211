//! POST /moeder/{id}/indkaldelse: the agenda is sent to everybody who sits in the body, and again when it has changed.

use axum::{extract::Path, response::Response};
use samskab_organisation::person::PersonId;
use samskab_web::{Cx, Result};

use super::{
    MeetingId, MeetingOfBody,
    event::MeetingCalled,
    letter::{self, News},
    rules::Refused,
    store,
};

pub async fn call(cx: Cx, Path(id): Path<MeetingId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = MeetingOfBody::run(&cx, &mut tx, id).await?;
    let meeting = store::locked(&mut tx, id).await?.unwrap_or_else(|| found.meeting.clone());
    let items = store::items(&mut tx, cx.tenant.id, id).await?;
    let again = meeting.called_at.is_some();
    let href = meeting.href();
    let meeting = match meeting.call(&items, cx.now()) {
        Ok(meeting) => meeting,
        Err(Refused::EmptyAgenda) => {
            return cx.redirect_saying(href, "warning", "meeting-flash-empty");
        }
        Err(_) => return cx.redirect_saying(href, "warning", "meeting-flash-was-changed"),
    };
    store::save(&mut tx, &meeting).await?;
    let people: Vec<PersonId> = found.membership.people();
    for person in &people {
        store::invite(&mut tx, id, *person).await?;
    }
    let found = MeetingOfBody { meeting, ..found };
    letter::write(&cx, &mut tx, &found, &people, News::Called { items: &items, again }).await?;
    tx.record(MeetingCalled::of(&found.meeting)).await?;
    tx.commit().await?;
    cx.redirect_saying(href, "success", "meeting-flash-called")
}
