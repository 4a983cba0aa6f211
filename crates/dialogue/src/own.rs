//! /tilmeldinger/{secret}: the page of somebody who comes, behind the link in their mail: whether there is a place, and how to
//! say that one cannot come.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_web::{
    Cx, Error, Result, Shell,
    error::{LostLink, OrNotFound as _},
};

use crate::{
    Dialogue, DialogueId, DialogueState, Guest, GuestState, T, guests::withdraw as take_off,
    show::calendar_file, store,
};

#[derive(Template)]
#[template(path = "dialogue/own.html")]
struct OwnPage {
    shell: Shell,
    t: T,
    title: String,
    when: String,
    place: String,
    access: String,
    reason: String,
    state: (&'static str, &'static str, &'static str),
    persons: String,
    needs: String,
    can_withdraw: bool,
    base: String,
    meeting: String,
}

/// What is said of a link to one's place at a meeting that leads to nothing.
const LOST: LostLink = LostLink {
    text: |locale| T(locale).dialogue_lost_link(),
    step: Some((|locale| T(locale).dialogue_list_title(), "/borgermoeder")),
};

async fn find(cx: &Cx, connection: &mut Connection, secret: &str) -> Result<(Guest, Dialogue)> {
    let guest = store::guest_of_link(connection, cx.tenant.id, secret).await?;
    let guest = guest.ok_or(Error::LostLink(LOST))?;
    let dialogue = store::find(connection, cx.tenant.id, guest.dialogue).await?;
    Ok((guest, dialogue.ok_or(Error::LostLink(LOST))?))
}

pub async fn show(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (guest, dialogue) = find(&cx, &mut reader, &secret).await?;
    let t = T(cx.locale);
    let state = match (dialogue.state, guest.state) {
        (state @ DialogueState::Cancelled, _) => state.said(t),
        (_, GuestState::Place) => (t.dialogue_you_have_a_place(), "good", "check"),
        (_, GuestState::Waiting) => (t.dialogue_you_wait(), "wait", "hourglass"),
        (_, GuestState::Gone) => (t.dialogue_you_do_not_come(), "", "close"),
    };
    cx.page(OwnPage {
        shell: cx.shell(dialogue.title.clone()).under("/borgermoeder", t.dialogue_list_title()).here(),
        t,
        when: dialogue.when(&cx),
        state,
        persons: match guest.state {
            GuestState::Waiting => t.dialogue_so_many_wait(guest.persons),
            GuestState::Place => t.dialogue_so_many(guest.persons),
            GuestState::Gone => String::new(),
        },
        needs: guest.needs,
        can_withdraw: guest.state != GuestState::Gone && dialogue.can_change(cx.now()),
        base: format!("/tilmeldinger/{secret}"),
        meeting: dialogue.href(),
        title: dialogue.title,
        place: dialogue.place,
        access: dialogue.access,
        reason: dialogue.state_reason,
    })
}

pub async fn withdraw(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, dialogue) = find(&cx, &mut tx, &secret).await?;
    store::locked(&mut tx, dialogue.id).await?;
    // Read again, now that nobody else writes.
    let (guest, dialogue) = find(&cx, &mut tx, &secret).await?;
    let to = format!("/tilmeldinger/{secret}");
    if guest.state == GuestState::Gone || !dialogue.can_change(cx.now()) {
        return cx.redirect_saying(to, "warning", "dialogue-flash-was-changed");
    }
    take_off(&cx, &mut tx, &dialogue, guest).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "dialogue-flash-withdrawn")
}

pub async fn calendar(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (guest, dialogue) = find(&cx, &mut reader, &secret).await?;
    Ok(calendar_file(&cx, &dialogue, Some(&guest)))
}

/// POST /borgermoeder/{id}/afmeld: the same, for somebody who is signed in.
pub async fn withdraw_signed_in(cx: Cx, Path(id): Path<DialogueId>) -> Result<Response> {
    let Some(me) = cx.actor.person.map(PersonId::from_uuid) else { return Err(Error::SignIn) };
    let mut tx = cx.write().await?;
    let dialogue = store::locked(&mut tx, id).await?.or_not_found()?;
    let own = store::guest_of_person(&mut tx, cx.tenant.id, id, me).await?.or_not_found()?;
    if !dialogue.can_change(cx.now()) {
        return cx.redirect_saying(dialogue.href(), "warning", "dialogue-flash-was-changed");
    }
    take_off(&cx, &mut tx, &dialogue, own).await?;
    tx.commit().await?;
    cx.redirect_saying(dialogue.href(), "success", "dialogue-flash-withdrawn")
}
