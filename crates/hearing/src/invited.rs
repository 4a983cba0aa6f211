//! /hoeringspart/{secret}: what a party was asked, behind the link in its mail: answer, or say with one press that there are no
//! remarks.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_store::Connection;
use samskab_web::{Cx, Error, Result, Shell, error::LostLink};

use crate::{
    T,
    event::HearingParties,
    hearing::{Hearing, Phase},
    letter::because,
    party::{Party, PartyAnswer},
    recipient::seats_without_lead,
    store,
};

#[derive(Template)]
#[template(path = "hearing/invited.html")]
struct InvitedPage {
    shell: Shell,
    t: T,
    title: String,
    name: String,
    why: String,
    /// Why it is asked, in whole sentences; empty: nobody said why.
    because: String,
    closing: String,
    left: String,
    state: (&'static str, &'static str, &'static str),
    is_open: bool,
    can_say_nothing: bool,
    /// That one answers for all of a body that nobody leads; empty: the party is led, or is no body.
    for_all: String,
    has_answered: bool,
    contact: String,
    hearing: String,
    answer: String,
    base: String,
}

/// What is said of a link from an invitation that leads to nothing.
const LOST_INVITATION: LostLink =
    LostLink { text: |locale| T(locale).hearing_lost_invitation(), ..super::own::LOST };

async fn find(cx: &Cx, connection: &mut Connection, secret: &str) -> Result<(Party, Hearing)> {
    let party = store::party_of_link(connection, cx.tenant.id, secret)
        .await?
        .ok_or(Error::LostLink(LOST_INVITATION))?;
    let hearing = store::find(connection, cx.tenant.id, party.hearing).await?;
    Ok((party, hearing.ok_or(Error::LostLink(LOST_INVITATION))?))
}

pub(crate) async fn show(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (party, hearing) = find(&cx, &mut reader, &secret).await?;
    let (t, now) = (T(cx.locale), cx.now());
    let because = because(&mut reader, cx.tenant.id, t, &party).await?;
    let for_all = match seats_without_lead(&cx, &mut reader, &party).await? {
        Some(seats) => t.invited_for_all(party.name.as_str(), seats),
        None => String::new(),
    };
    drop(reader);
    let phase = hearing.phase(now);
    let is_open = phase == Phase::Open;
    cx.page(InvitedPage {
        shell: cx.shell(hearing.title.clone()).under("/hoeringer", t.hearing_list_title()).here(),
        t,
        closing: hearing.closing(cx.locale, cx.today()),
        left: if is_open { hearing.period().left(now).said(t) } else { String::new() },
        state: if is_open { party.answer.said(t) } else { phase.said(t) },
        is_open,
        can_say_nothing: is_open && party.answer == PartyAnswer::None,
        for_all,
        has_answered: party.answer == PartyAnswer::Response,
        hearing: hearing.href(),
        answer: format!("{}/svar?part={secret}", hearing.href()),
        base: format!("/hoeringspart/{secret}"),
        title: hearing.title,
        name: party.name,
        why: hearing.why,
        because,
        contact: hearing.contact,
    })
}

pub(crate) async fn no_remarks(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (party, _) = find(&cx, &mut tx, &secret).await?;
    store::locked(&mut tx, party.hearing).await?;
    // Read again, now that nobody else writes; and by the clock as it is now.
    let (party, hearing) = find(&cx, &mut tx, &secret).await?;
    let to = format!("/hoeringspart/{secret}");
    let now = cx.services.clock.now();
    if !hearing.takes_responses(now) || party.answer != PartyAnswer::None {
        return cx.redirect_saying(to, "warning", "hearing-flash-was-changed");
    }
    let party = Party { answer: PartyAnswer::NoRemarks, answered_at: Some(now), ..party };
    store::save_party(&mut tx, &party).await?;
    tx.record(HearingParties::of(&hearing)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "hearing-flash-no-remarks")
}
