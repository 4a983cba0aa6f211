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

use super::{ChangeProposal, ChangeState, store};
use crate::T;

samskab_store::statements! {
    /// Signed in, or from their own address.
    PROPOSED = "select c.text_title, c.base, c.said, c.reason, c.state, c.created_at from change_proposal c
        where c.tenant_id = $1 and (c.person_id = $2
          or c.email = (select n.email from person n where n.tenant_id = $1 and n.id = $2))
        order by c.created_at desc, c.id limit 1000";
    COUNT = "select count(*) from change_proposal where tenant_id = $1 and person_id = $2";
    MOVE = "update change_proposal set person_id = $2 where tenant_id = $1 and person_id = $3";
    READDRESS = "update change_proposal set email = $3 where tenant_id = $1 and email = $2";
}

/// What is stored here about a person. Runs one query.
pub fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    let t = T(cx.locale);
    let heading = ("change_proposals", t.change_mine());
    let say = move |row: Row,
                    (title, base, said, reason, state, at): (
        String,
        String,
        String,
        String,
        String,
        Instant,
    )| {
        let label = state.parse::<ChangeState>().map(|state| state.said(t).0).unwrap_or_default();
        row.text("title", t.text_title(), title)
            .text("paragraph", t.change_paragraph(), base)
            .text("said", t.change_said(), said)
            .text("reason", t.change_reason(), reason)
            .code("state", t.change_state(), &state, label)
            .at("created_at", t.change_known_at(), at)
    };
    Box::pin(read_known(cx, connection, &PROPOSED, person, heading, say))
}

/// The newest five; one query.
pub fn section<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Option<Section>>> {
    Box::pin(async move {
        let t = T(cx.locale);
        let mut own = store::of_person(connection, cx.tenant.id, PersonId::from_uuid(person)).await?;
        if own.is_empty() {
            return Ok(None);
        }
        own.truncate(5);
        let line = |one: &ChangeProposal| {
            let day = cx.locale.day(one.created_at.day());
            Line::in_state(
                &one.text_title,
                one.href(),
                t.change_line_about(day, one.shape.label(t)),
                one.state.said(t),
            )
        };
        let lines = own.iter().map(line).collect();
        Ok(Some(Section { heading: t.change_mine().to_owned(), lines, ..Section::default() }))
    })
}

samskab_web::merges! {
    pub MERGES {
        place: 106,
        columns: ["change_proposal.person_id"],
        count: COUNT,
        said: changes_move,
        moves: [MOVE],
    }
}

/// A proposal of somebody whose address changed gets the new one.
pub fn readdress<'a>(tx: &'a mut Tx, change: &'a Readdressed) -> BoxFuture<'a, StoreResult<()>> {
    Box::pin(async move {
        let tenant = tx.tenant();
        let query = tx.query(&READDRESS).bind(tenant).bind(change.from.clone());
        query.bind(change.to.clone()).execute().await?;
        Ok(())
    })
}

/// What they proposed is kept as words, without name and address.
pub fn erase<'a>(tx: &'a mut Tx, leaving: &'a Leaving) -> BoxFuture<'a, StoreResult<()>> {
    Box::pin(async move {
        store::forget_somebody(tx, PersonId::from_uuid(leaving.person), leaving.email.clone()).await
    })
}
