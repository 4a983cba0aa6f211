//! What other pages show of it: Min side, and the copy of everything known.

use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_web::{Cx, Result, module::BoxFuture};

use super::{
    invitation,
    market::task_id,
    suggestion::{self, store},
    words,
};
use crate::{
    T,
    task::{self, time::as_beginning},
    volunteer::section::{Known, Line, Section},
};

/// The best few.
const SHOWN: usize = 3;

/// What waits for an answer, and the three tasks that suit best.
pub fn section<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: PersonId,
) -> BoxFuture<'a, Result<Option<Section>>> {
    Box::pin(async move {
        let (t, tenant, now) = (T(cx.locale), cx.tenant.id, cx.now());
        let mut lines = Vec::new();
        let invitations = invitation::store::of_person(connection, tenant, person).await?;
        let open: Vec<_> = invitations.iter().filter(|one| one.is_open(now)).collect();
        let list = suggestion::of_person(cx, connection, person).await?;
        let has_cv = list.is_some();
        let best: Vec<_> = list.unwrap_or_default().into_iter().take(SHOWN).collect();
        let mut ids: Vec<_> = open.iter().map(|one| one.task).collect();
        ids.extend(best.iter().map(|found| task_id(found.opening)));
        ids.dedup();
        let cards = task::store::cards(connection, tenant, &ids, now.day()).await?;
        for one in &open {
            let Some(card) = cards.iter().find(|card| card.id == one.task) else { continue };
            lines.push(Line {
                title: t.matching_section_asked(&card.poster_name, &card.title),
                href: one.href(),
                detail: t.matching_section_answer(t.0.weekday_and_day(one.answer_by())),
                state: (t.matching_section_waits().to_owned(), "wait", "hourglass"),
            });
        }
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
            nothing: if has_cv { t.matching_section_none() } else { t.matching_section_no_cv() }.to_owned(),
            more: Some(if has_cv {
                ("/min-side/forslag".to_owned(), t.matching_section_more().to_owned())
            } else {
                ("/min-side/cv".to_owned(), t.matching_make_cv().to_owned())
            }),
        }))
    })
}

/// What was suggested and why, what was declined, and every invitation (law B.7).
pub fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: PersonId,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    Box::pin(async move {
        let (t, tenant) = (T(cx.locale), cx.tenant.id);
        let at = |at| t.0.day_and_time(at);
        let suggested = store::of_person(connection, tenant, person).await?;
        let declined = store::declined(connection, tenant, person).await?;
        let invitations = invitation::store::of_person(connection, tenant, person).await?;
        let ids: Vec<_> = invitations.iter().map(|one| one.task).collect();
        let cards = task::store::cards(connection, tenant, &ids, cx.now().day()).await?;
        let title = |task| cards.iter().find(|card| card.id == task).map(|card| card.title.clone());
        let suggested = suggested.into_iter().map(|one| {
            vec![
                ("task", t.matching_known_task().to_owned(), one.title),
                ("score", t.matching_known_score().to_owned(), one.score.to_string()),
                ("version", t.matching_known_version().to_owned(), one.version.to_string()),
                ("parts", t.matching_known_parts().to_owned(), one.parts),
                ("at", t.matching_known_at().to_owned(), at(one.made_at)),
            ]
        });
        let declined = declined.into_iter().map(|one| {
            let reason = one.reason().map(|reason| reason.label(t)).unwrap_or_default();
            vec![
                ("task", t.matching_known_task().to_owned(), one.title),
                ("reason", t.matching_known_reason().to_owned(), reason.to_owned()),
                ("at", t.matching_known_at().to_owned(), at(one.at)),
            ]
        });
        let invitations = invitations.into_iter().map(|one| {
            let reason = one.reason.map(|reason| reason.label(t)).unwrap_or_default();
            vec![
                ("task", t.matching_known_task().to_owned(), title(one.task).unwrap_or_default()),
                ("message", t.matching_known_message().to_owned(), one.message.clone()),
                ("score", t.matching_known_score().to_owned(), one.score.to_string()),
                ("parts", t.matching_known_parts().to_owned(), one.parts.clone()),
                ("state", t.matching_known_state().to_owned(), one.state.words(t).0.to_owned()),
                ("reason", t.matching_known_reason().to_owned(), reason.to_owned()),
                ("sent_at", t.matching_known_sent().to_owned(), at(one.sent_at)),
            ]
        });
        let part = |key, heading: &str, rows: Vec<_>| Known { key, heading: heading.to_owned(), rows };
        let parts = [
            part("suggestions", t.matching_known_suggestions(), suggested.collect()),
            part("declined", t.matching_known_declined(), declined.collect()),
            part("invitations", t.matching_known_invitations(), invitations.collect()),
        ];
        Ok(parts.into_iter().filter(|part| !part.rows.is_empty()).collect())
    })
}
