//! What other pages show about suggestions: Min side, and the copy of everything known.

use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_taskbank::task::{self, time::as_beginning};
use samskab_web::personal::{Known, Line, Row, Section};
use samskab_web::{Cx, Result, WorkItem};
use uuid::Uuid;

use super::{
    invitation,
    market::task_id,
    suggestion::{self, store},
    why, words,
};
use crate::T;

/// At most this many of the best suggestions.
const SHOWN: usize = 3;

/// The invitations that wait for an answer. One query, and one more when there are any.
#[samskab_store::compiled_once]
pub async fn work_items(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    let Some(me) = cx.actor.person.map(PersonId::from_uuid) else { return Ok(Vec::new()) };
    let (t, tenant, now) = (T(cx.locale), cx.tenant.id, cx.now());
    let mut open = invitation::store::of_person(connection, tenant, me).await?;
    open.retain(|one| one.is_open(now));
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = open.iter().map(|one| one.task).collect();
    let cards = task::store::cards(connection, tenant, &ids, now.day()).await?;
    let item = |one: &invitation::Invitation| {
        let card = cards.iter().find(|card| card.id == one.task)?;
        Some(WorkItem {
            heading: t.worklist_kind_invitation(),
            title: t.matching_work_invitation(&card.poster_name),
            detail: card.title.clone(),
            href: one.href(),
            since: one.sent_at,
            due: Some(one.expires_at),
            reason: None,
            act: None,
        })
    };
    Ok(open.iter().filter_map(item).collect())
}

/// The three tasks that suit best. What somebody has asked them about stands under what waits for them, [`work_items`].
#[samskab_store::compiled_once]
pub async fn section(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Option<Section>> {
    let person = PersonId::from_uuid(person);
    let (t, tenant, now) = (T(cx.locale), cx.tenant.id, cx.now());
    let mut lines = Vec::new();
    let invitations = invitation::store::of_person(connection, tenant, person).await?;
    let is_asked = |task| invitations.iter().any(|one| one.task == task && one.is_open(now));
    let found = suggestion::of_person(cx, connection, person).await?;
    let has_cv = found.is_some();
    let (is_unfinished, list) = found.map_or((true, Vec::new()), |found| (found.is_unfinished, found.list));
    let lacks_words = is_unfinished && list.is_empty();
    let best: Vec<_> = list.into_iter().filter(|one| !is_asked(task_id(one.opening))).take(SHOWN).collect();
    let ids: Vec<_> = best.iter().map(|found| task_id(found.opening)).collect();
    let cards = task::store::cards(connection, tenant, &ids, now.day()).await?;
    for found in &best {
        let Some(card) = cards.iter().find(|card| card.id == task_id(found.opening)) else { continue };
        let when = as_beginning(&card.time.sentence(cx.locale, now.day()));
        let why = words::sentence(&found.explanation, t).unwrap_or_default();
        lines.push(Line {
            title: card.title.clone(),
            href: format!("/opgaver/{}", card.id),
            detail: t.matching_section_line(&card.poster_name, when, why),
            state: (String::new(), "", ""),
        });
    }
    Ok(Some(Section {
        heading: t.matching_section_heading().to_owned(),
        lead: String::new(),
        lines,
        nothing: if lacks_words { t.matching_section_no_cv() } else { t.matching_section_none() }.to_owned(),
        more: Some(if lacks_words {
            let label = if has_cv { t.matching_edit_cv() } else { t.matching_make_cv() };
            ("/min-side/cv".to_owned(), label.to_owned())
        } else {
            ("/min-side/forslag".to_owned(), t.matching_section_more().to_owned())
        }),
    }))
}

/// What a reason is called, where there is one to read.
fn named(t: T, why: Option<&str>) -> &'static str {
    if why.is_some() { t.matching_known_why() } else { "" }
}

/// What was suggested and why, what was declined, and every invitation (law B.7).
#[samskab_store::compiled_once]
pub async fn known(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Vec<Known>> {
    let person = PersonId::from_uuid(person);
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let suggested = store::of_person(connection, tenant, person).await?;
    let declined = store::declined(connection, tenant, person).await?;
    let invitations = invitation::store::of_person(connection, tenant, person).await?;
    let ids: Vec<_> = invitations.iter().map(|one| one.task).collect();
    let cards = task::store::cards(connection, tenant, &ids, cx.now().day()).await?;
    let title = |task| cards.iter().find(|card| card.id == task).map(|card| card.title.clone());
    let json = |parts: &str| serde_json::from_str::<serde_json::Value>(parts).unwrap_or_default();
    let tasks: Vec<_> = suggested.iter().map(|one| one.task_id).collect();
    let whys = why(cx, person, &tasks);
    // The numbers are for programs; a person reads why.
    let suggested = suggested.into_iter().map(|one| {
        let why = whys.iter().find(|(task, _)| *task == one.task_id).map(|(_, why)| why.clone());
        Row::of(cx)
            .text("task", t.matching_known_task(), one.title)
            .number("score", "", one.score)
            .number("version", "", one.version)
            .value("parts", named(t, why.as_deref()), why.unwrap_or_default(), json(&one.parts))
            .at("at", t.matching_known_at(), one.made_at)
            .done()
    });
    let declined = declined.into_iter().map(|one| {
        let reason = one.reason().map_or(("", ""), |reason| (reason.code(), reason.label(t)));
        Row::of(cx)
            .text("task", t.matching_known_task(), one.title.clone())
            .code("reason", t.matching_known_reason(), reason.0, reason.1)
            .at("at", t.matching_known_at(), one.at)
            .done()
    });
    let invitations = invitations.into_iter().map(|one| {
        let reason = one.reason.map_or(("", ""), |reason| (reason.code(), reason.label(t)));
        let why = words::sentence(&one.reasons(), t);
        Row::of(cx)
            .text("task", t.matching_known_task(), title(one.task).unwrap_or_default())
            .text("message", t.matching_known_message(), one.message.clone())
            .number("score", "", one.score)
            .value("parts", named(t, why.as_deref()), why.unwrap_or_default(), json(&one.parts))
            .code("state", t.matching_known_state(), one.state.code(), one.state.words(t).0)
            .code("reason", t.matching_known_reason(), reason.0, reason.1)
            .at("sent_at", t.matching_known_sent(), one.sent_at)
            .done()
    });
    let part = |key, heading: &str, rows: Vec<_>| Known { key, heading: heading.to_owned(), rows };
    let parts = [
        part("suggestions", t.matching_known_suggestions(), suggested.collect()),
        part("declined", t.matching_known_declined(), declined.collect()),
        part("invitations", t.matching_known_invitations(), invitations.collect()),
    ];
    Ok(parts.into_iter().filter(|part| !part.rows.is_empty()).collect())
}
