//! What somebody has proposed, on Min side and in the copy of their own data; what moves when two registrations become one or
//! an address changes; and what goes with a person.

use samskab_kernel::Instant;
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result as StoreResult, Tx};
use samskab_web::{
    Cx, Result,
    erasure::Leaving,
    merge::Readdressed,
    module::BoxFuture,
    personal::{Known, Line, Row, Section, read_known},
};
use uuid::Uuid;

use super::{Proposal, store};
use crate::T;

samskab_store::statements! {
    COMMENTED = "select x.title, o.said, o.created_at from proposal_note o join proposal x on x.id = o.proposal_id
        where o.tenant_id = $1 and o.person_id = $2 and o.kind in ('comment', 'reply')
        order by o.created_at desc, o.id limit 1000";
    TOLD = "select e.title, s.said, s.created_at from initiative_note s join initiative e on e.id = s.initiative_id
        where s.tenant_id = $1 and s.person_id = $2 order by s.created_at desc, s.id limit 1000";
    COUNT = "select count(*) from proposal where tenant_id = $1 and writer_id = $2";
    MOVE_PROPOSALS = "update proposal set writer_id = $2 where tenant_id = $1 and writer_id = $3";
    MOVE_VERSIONS = "update proposal_version set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_NOTES = "update proposal_note set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_INITIATIVES = "update initiative set owner_person_id = $2 where tenant_id = $1 and owner_person_id = $3";
    MOVE_STATUSES = "update initiative_note set person_id = $2 where tenant_id = $1 and person_id = $3";
    READDRESS_PROPOSALS = "update proposal set writer_email = $3 where tenant_id = $1 and writer_email = $2";
}

/// What a person proposed, what they said about proposals, and what they reported about initiatives. Runs three
/// queries.
pub fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    Box::pin(async move {
        let t = T(cx.locale);
        let written = store::of_writer(connection, cx.tenant.id, PersonId::from_uuid(person)).await?;
        let row = |one: Proposal| {
            Row::of(cx)
                .text("title", t.proposal_title(), one.texts.title)
                .text("what", t.proposal_what(), one.texts.what)
                .code("state", t.proposal_filter_state(), one.state.code(), one.state.said(t).0)
                .at("created_at", t.proposal_known_at(), one.created_at)
                .done()
        };
        let rows = written.into_iter().map(row).collect();
        let mut all = vec![Known { key: "proposals", heading: t.proposal_mine().to_owned(), rows }];
        let others = [
            (&COMMENTED, "proposal_comments", t.proposal_known_comments()),
            (&TOLD, "initiative_statuses", t.initiative_known_statuses()),
        ];
        for (statement, key, heading) in others {
            let say = |row: Row, (title, said, at): (String, String, Instant)| {
                row.text("title", t.proposal_title(), title).text("said", t.proposal_comment(), said).at(
                    "created_at",
                    t.proposal_known_at(),
                    at,
                )
            };
            all.extend(read_known(cx, connection, statement, person, (key, heading), say).await?);
        }
        all.retain(|known| !known.rows.is_empty());
        Ok(all)
    })
}

/// The newest five; one query.
pub fn section<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Option<Section>>> {
    Box::pin(async move {
        let t = T(cx.locale);
        let mut written = store::of_writer(connection, cx.tenant.id, PersonId::from_uuid(person)).await?;
        if written.is_empty() {
            return Ok(None);
        }
        written.truncate(5);
        let line = |one: Proposal| {
            let (word, tone, symbol) = one.state.said(t);
            Line {
                href: one.href(),
                title: one.texts.title,
                detail: cx.locale.day(one.created_at.day()),
                state: (word.to_owned(), tone, symbol),
            }
        };
        Ok(Some(Section {
            heading: t.proposal_mine().to_owned(),
            lines: written.into_iter().map(line).collect(),
            more: Some(("/forslag/nyt".to_owned(), t.proposal_new().to_owned())),
            ..Section::default()
        }))
    })
}

samskab_web::merges! {
    pub MERGES {
        place: 101,
        columns: [
            "proposal.writer_id",
            "proposal_version.person_id",
            "proposal_note.person_id",
            "initiative.owner_person_id",
            "initiative_note.person_id",
        ],
        count: COUNT,
        said: proposals_move,
        moves: [MOVE_PROPOSALS, MOVE_VERSIONS, MOVE_NOTES, MOVE_INITIATIVES, MOVE_STATUSES],
    }
}

/// A proposal of somebody whose address changed gets the new one.
pub fn readdress<'a>(tx: &'a mut Tx, change: &'a Readdressed) -> BoxFuture<'a, StoreResult<()>> {
    Box::pin(async move {
        let tenant = tx.tenant();
        let query = tx.query(&READDRESS_PROPOSALS).bind(tenant).bind(change.from.clone());
        query.bind(change.to.clone()).execute().await?;
        Ok(())
    })
}

/// What they wrote without signing in is kept as a text, without name and address.
pub fn erase<'a>(tx: &'a mut Tx, leaving: &'a Leaving) -> BoxFuture<'a, StoreResult<()>> {
    Box::pin(async move {
        match leaving.email.clone() {
            Some(email) => store::forget_email(tx, email).await,
            None => Ok(()),
        }
    })
}
