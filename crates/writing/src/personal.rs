//! What is known of somebody here, for the copy of their own data; and what moves when two registrations become one.

use samskab_kernel::Instant;
use samskab_store::{Connection, Result as StoreResult, Tx};
use samskab_web::{
    Cx, Result, Services,
    merge::{Merges, Moving, Pair, moving, run},
    module::BoxFuture,
    personal::{Known, Row, read_known},
};
use uuid::Uuid;

use crate::T;

samskab_store::statements! {
    MADE = "select w.title, v.number, v.name, v.created_at from text_version v
        join written_text w on w.id = v.text_id and w.tenant_id = v.tenant_id
        where v.tenant_id = $1 and v.person_id = $2 order by v.created_at desc, v.id limit 1000";
    COUNT = "select count(*) from text_version where tenant_id = $1 and person_id = $2";
    MOVE_MADE = "update text_version set person_id = $2 where tenant_id = $1 and person_id = $3";
}

/// What is stored here about a person. Runs one query.
pub fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    let t = T(cx.locale);
    let heading = ("text_versions", t.known_versions());
    let say = move |row: Row, (title, number, name, at): (String, i64, String, Instant)| {
        row.text("title", t.text_title(), title)
            .number("number", t.version_number(), number)
            .text("name", t.version_name(), name)
            .at("created_at", t.version_made_at(), at)
    };
    Box::pin(read_known(cx, connection, &MADE, person, heading, say))
}

pub const MERGES: Merges = Merges { place: 100, columns: &["text_version.person_id"], preview, carry_out };

fn preview<'a>(cx: &'a Cx, connection: &'a mut Connection, pair: Pair) -> BoxFuture<'a, Result<Vec<Moving>>> {
    Box::pin(moving(cx, connection, &COUNT, pair, |locale, count| T(locale).versions_move(count)))
}

fn carry_out<'a>(_: &'a Services, tx: &'a mut Tx, pair: Pair) -> BoxFuture<'a, StoreResult<()>> {
    Box::pin(async move { run(tx, pair, &[&MOVE_MADE]).await })
}
