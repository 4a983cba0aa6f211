//! What is stored here about a person: which points wait for them, or were theirs to answer. What was said carries no
//! name.

use samskab_kernel::Instant;
use samskab_store::Connection;
use samskab_web::{
    Cx, Result,
    exit::{Among, ByName},
    module::BoxFuture,
    personal::{Known, Row, read_known},
};
use uuid::Uuid;

use crate::T;

samskab_store::statements! {
    ASSIGNED = "select w.title, q.theme, q.because, q.created_at from voice_point q
        join written_text w on w.id = q.text_id and w.tenant_id = q.tenant_id
        where q.tenant_id = $1 and q.assignee_id = $2 order by q.created_at desc, q.id limit 1000";
    COUNT = "select count(*) from voice_point where tenant_id = $1 and assignee_id = $2";
    /// What waits for their answer, with the first passage that makes it.
    OPEN = "select q.id, w.title, coalesce((select substr(e.said, 1, 120) from voice_excerpt e
            where e.tenant_id = q.tenant_id and e.point_id = q.id order by e.created_at, e.place, e.id limit 1), q.theme)
        from voice_point q join written_text w on w.id = q.text_id and w.tenant_id = q.tenant_id
        where q.tenant_id = $1 and q.assignee_id = $2 and q.verdict is null order by w.title, q.created_at, q.id limit 1000";
    GIVE = "update voice_point set assignee_id = $2, revision = revision + 1
        where tenant_id = $1 and assignee_id = $3 and verdict is null";
    MOVE_POINTS = "update voice_point set assignee_id = $2 where tenant_id = $1 and assignee_id = $3";
}

/// What is stored here about a person. Runs one query.
pub(crate) fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    let t = T(cx.locale);
    let heading = ("voice_points", t.known_points());
    let say = move |row: Row, (title, theme, because, at): (String, String, String, Instant)| {
        row.text("title", t.known_text(), title)
            .text("theme", t.point_theme(), theme)
            .text("because", t.point_because(), because)
            .at("created_at", t.known_point_at(), at)
    };
    Box::pin(read_known(cx, connection, &ASSIGNED, person, heading, say))
}

samskab_web::merges! {
    pub(crate) MERGES {
        place: 105,
        columns: ["voice_point.assignee_id"],
        count: COUNT,
        said: points_move,
        moves: [MOVE_POINTS],
    }
}

samskab_web::by_name! {
    pub(crate) DEPENDENTS: 65, [ByName {
        key: "uddrag",
        among: Among::Staff,
        open: &OPEN,
        give: &GIVE,
        heading: |locale, count| T(locale).points_leave(count),
        words: |locale, title, said| T(locale).points_leave_line(said, title),
        href: |id| format!("/uddrag/{id}"),
        nobody: |locale| T(locale).points_leave_nobody(),
    }]
}
