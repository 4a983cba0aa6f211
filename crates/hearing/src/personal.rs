//! What is known of somebody here, for the copy of their own data; and what moves when two registrations become one.

use samskab_kernel::Instant;
use samskab_store::{Connection, Result as StoreResult, Tx};
use samskab_web::{
    Cx, Result, Services,
    erasure::Leaving,
    exit::{Among, ByName},
    merge::{Merges, Moving, Pair, Readdressed, moving, run},
    module::BoxFuture,
    personal::{Known, Row, read_known},
};
use uuid::Uuid;

use crate::T;

samskab_store::statements! {
    /// What somebody answered, signed in or from their own address.
    ANSWERED = "select h.title, x.said, r.state, r.created_at from hearing_part x
        join hearing_response r on r.id = x.response_id join hearing h on h.id = r.hearing_id
        where x.tenant_id = $1 and (r.person_id = $2
          or r.email = (select n.email from person n where n.tenant_id = $1 and n.id = $2))
        order by r.created_at desc, x.place, x.id limit 1000";
    COUNT = "select count(*) from hearing_response where tenant_id = $1 and person_id = $2";
    MOVE_RESPONSES = "update hearing_response set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_REMARKS = "update hearing_remark set assignee_id = $2 where tenant_id = $1 and assignee_id = $3";
    OPEN = "select m.id, h.title, substr(m.excerpt, 1, 120) from hearing_remark m
        join hearing h on h.id = m.hearing_id join hearing_response r on r.id = m.response_id
        where m.tenant_id = $1 and m.assignee_id = $2 and m.verdict is null and h.state = 'announced' and r.state = 'confirmed'
        order by h.closes_at, m.place, m.id limit 1000";
    GIVE = "update hearing_remark set assignee_id = $2 where tenant_id = $1 and assignee_id = $3 and verdict is null";
    MOVE_ASSESSED = "update hearing_remark set assessed_by_id = $2 where tenant_id = $1 and assessed_by_id = $3";
    MOVE_APPROVED = "update hearing_remark set approved_by_id = $2 where tenant_id = $1 and approved_by_id = $3";
    MOVE_CHANGES = "update hearing_change set person_id = $2 where tenant_id = $1 and person_id = $3";
    /// An answer that was never public is deleted with whoever wrote it.
    FORGET_DRAFTS = "delete from hearing_response where tenant_id = $1 and state <> 'confirmed'
        and (person_id = $2 or email = $3)";
    /// An answer that counts stays in the case, without a name.
    FORGET_NAME = "update hearing_response set name = '', is_nameless = true, email = null
        where tenant_id = $1 and (person_id = $2 or email = $3)";
    FORGET_PARTY = "update hearing_party set email = null where tenant_id = $1 and email = $2";
    READDRESS = "update hearing_response set email = $3 where tenant_id = $1 and email = $2";
    READDRESS_PARTIES = "update hearing_party set email = $3 where tenant_id = $1 and email = $2";
}

/// What is stored here about a person. Runs one query.
pub(crate) fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    let t = T(cx.locale);
    let heading = ("hearing_responses", t.hearing_list_title());
    let say = move |row: Row, (title, said, state, at): (String, String, String, Instant)| {
        row.text("title", t.known_hearing(), title)
            .text("said", t.hearing_form_said(), said)
            .value("state", t.known_hearing_state(), state.clone(), state.into())
            .at("created_at", t.known_hearing_at(), at)
    };
    Box::pin(read_known(cx, connection, &ANSWERED, person, heading, say))
}

pub(crate) const MERGES: Merges = Merges {
    place: 102,
    columns: &[
        "hearing_response.person_id",
        "hearing_remark.assignee_id",
        "hearing_remark.assessed_by_id",
        "hearing_remark.approved_by_id",
        "hearing_change.person_id",
    ],
    preview,
    carry_out,
};

fn preview<'a>(cx: &'a Cx, connection: &'a mut Connection, pair: Pair) -> BoxFuture<'a, Result<Vec<Moving>>> {
    Box::pin(moving(cx, connection, &COUNT, pair, |locale, count| T(locale).hearing_moves(count)))
}

fn carry_out<'a>(_: &'a Services, tx: &'a mut Tx, pair: Pair) -> BoxFuture<'a, StoreResult<()>> {
    let all = [&MOVE_RESPONSES, &MOVE_REMARKS, &MOVE_ASSESSED, &MOVE_APPROVED, &MOVE_CHANGES];
    Box::pin(async move { run(tx, pair, &all).await })
}

samskab_web::by_name! {
    pub(crate) DEPENDENTS: 60, [ByName {
        key: "bemaerkninger",
        among: Among::Staff,
        open: &OPEN,
        give: &GIVE,
        heading: |locale, count| T(locale).remarks_leave(count),
        words: |locale, title, said| T(locale).remarks_leave_line(said, title),
        href: |id| format!("/bemaerkninger/{id}"),
        nobody: |locale| T(locale).remarks_leave_nobody(),
    }]
}

/// Somebody goes: their drafts with them, and their name from what stays.
pub(crate) fn erase<'a>(tx: &'a mut Tx, leaving: &'a Leaving) -> BoxFuture<'a, StoreResult<()>> {
    Box::pin(async move {
        let tenant = tx.tenant();
        for statement in [&FORGET_DRAFTS, &FORGET_NAME] {
            let query = tx.query(statement).bind(tenant).bind(leaving.person);
            query.bind(leaving.email.clone()).execute().await?;
        }
        tx.query(&FORGET_PARTY).bind(tenant).bind(leaving.email.clone()).execute().await?;
        Ok(())
    })
}

/// An answer of somebody whose address changed gets the new one.
pub(crate) fn readdress<'a>(tx: &'a mut Tx, change: &'a Readdressed) -> BoxFuture<'a, StoreResult<()>> {
    Box::pin(async move {
        let tenant = tx.tenant();
        for statement in [&READDRESS, &READDRESS_PARTIES] {
            let query = tx.query(statement).bind(tenant).bind(change.from.clone());
            query.bind(change.to.clone()).execute().await?;
        }
        Ok(())
    })
}
