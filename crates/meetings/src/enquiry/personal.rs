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
    WRITTEN = "select q.subject, q.said, q.created_at from enquiry q
        where q.tenant_id = $1 and q.person_id = $2 order by q.created_at desc, q.id limit 1000";
    COUNT = "select count(*) from enquiry where tenant_id = $1 and person_id = $2";
    MOVE_WRITTEN = "update enquiry set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_TAKEN = "update enquiry set taken_by_id = $2 where tenant_id = $1 and taken_by_id = $3";
}

/// What is stored here about a person. Runs one query.
pub fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    let t = T(cx.locale);
    let heading = ("enquiries", t.enquiry_title());
    let say = move |row: Row, (subject, said, at): (String, String, Instant)| {
        row.text("subject", t.enquiry_subject(), subject).text("said", t.enquiry_said(), said).at(
            "created_at",
            t.enquiry_sent_at(),
            at,
        )
    };
    Box::pin(read_known(cx, connection, &WRITTEN, person, heading, say))
}

samskab_web::merges! {
    pub MERGES {
        place: 98,
        columns: ["enquiry.person_id", "enquiry.taken_by_id"],
        count: COUNT,
        said: enquiries_move,
        moves: [MOVE_WRITTEN, MOVE_TAKEN],
    }
}
