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
    WRITTEN = "select r.title, r.about, r.created_at from decision_request r
        where r.tenant_id = $1 and r.person_id = $2 order by r.created_at desc, r.id limit 1000";
    COUNT = "select count(*) from decision_request where tenant_id = $1 and person_id = $2";
    MOVE = "update decision_request set person_id = $2 where tenant_id = $1 and person_id = $3";
}

/// What is stored here about a person. Runs one query.
pub fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    let t = T(cx.locale);
    let heading = ("requests", t.request_list_title());
    let say = move |row: Row, (title, about, at): (String, String, Instant)| {
        row.text("title", t.request_title(), title).text("about", t.request_about(), about).at(
            "created_at",
            t.request_written_at(),
            at,
        )
    };
    Box::pin(read_known(cx, connection, &WRITTEN, person, heading, say))
}

samskab_web::merges! {
    pub MERGES {
        place: 103,
        columns: ["decision_request.person_id"],
        count: COUNT,
        said: requests_move,
        moves: [MOVE],
    }
}
