//! What is known of somebody here, for the copy of their own data; and what moves when two registrations become one.

use samskab_kernel::Instant;
use samskab_store::Connection;
use samskab_web::{
    Cx, Result,
    module::BoxFuture,
    personal::{Known, Row, read_known},
};
use uuid::Uuid;

use crate::T;

samskab_store::statements! {
    WRITTEN = "select n.one, n.other, n.created_at from introduction n
        where n.tenant_id = $1 and n.person_id = $2 order by n.created_at desc, n.id limit 1000";
    COUNT = "select count(*) from introduction where tenant_id = $1 and person_id = $2";
    MOVE = "update introduction set person_id = $2 where tenant_id = $1 and person_id = $3";
}

/// What is stored here about a person. Runs one query.
pub fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    let t = T(cx.locale);
    let heading = ("introductions", t.introduction_title());
    let say = move |row: Row, (one, other, at): (String, String, Instant)| {
        row.text("one", t.introduction_one(), one).text("other", t.introduction_other(), other).at(
            "created_at",
            t.introduction_written_at(),
            at,
        )
    };
    Box::pin(read_known(cx, connection, &WRITTEN, person, heading, say))
}

samskab_web::merges! {
    pub MERGES {
        place: 104,
        columns: ["introduction.person_id"],
        count: COUNT,
        said: introductions_move,
        moves: [MOVE],
    }
}
