//! What is known of somebody here, for the copy of their own data; and what moves when two registrations become one.

use samskab_kernel::{Day, Instant};
use samskab_store::Connection;
use samskab_web::{
    Cx, Result,
    module::BoxFuture,
    personal::{Known, Row},
};
use uuid::Uuid;

use super::AnswerKind;
use crate::T;

samskab_store::statements! {
    SEATS = "select b.name, k.valid_from, k.valid_to from body_seat k join body b on b.id = k.body_id
        where k.tenant_id = $1 and k.person_id = $2 order by k.valid_from, k.id";
    MEETINGS = "select b.name, m.starts_at, a.answer from meeting_answer a join meeting m on m.id = a.meeting_id
        join body b on b.id = m.body_id where a.tenant_id = $1 and a.person_id = $2 order by m.starts_at desc limit 1000";
    /// A follow-up that was taken away is no longer promised.
    PROMISED = "select f.matter, f.due_on, f.done_at from follow_up f
        where f.tenant_id = $1 and f.person_id = $2 and f.removed_reason = '' order by f.due_on desc, f.id limit 1000";
    COUNT = "select count(*) from follow_up where tenant_id = $1 and person_id = $2 and removed_reason = ''";
    /// An answer that both have is kept once.
    BOTH = "delete from meeting_answer where tenant_id = $1 and person_id = $3
            and exists (select 1 from meeting_answer o where o.tenant_id = meeting_answer.tenant_id and o.person_id = $2
                        and o.meeting_id = meeting_answer.meeting_id)";
    MOVE_ANSWERS = "update meeting_answer set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_SEATS = "update body_seat set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_FOLLOW_UPS = "update follow_up set person_id = $2 where tenant_id = $1 and person_id = $3";
    MOVE_APPROVALS = "update meeting set approved_by_id = $2 where tenant_id = $1 and approved_by_id = $3";
}

/// What is stored here about a person. Runs at most three queries.
pub fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    Box::pin(async move {
        let (t, tenant) = (T(cx.locale), cx.tenant.id);
        let seats: Vec<(String, Day, Option<Day>)> =
            connection.query(&SEATS).bind(tenant).bind(person).all().await?;
        let meetings: Vec<(String, Instant, AnswerKind)> =
            connection.query(&MEETINGS).bind(tenant).bind(person).all().await?;
        let promised: Vec<(String, Day, Option<Instant>)> =
            connection.query(&PROMISED).bind(tenant).bind(person).all().await?;
        let day = |day: &Day| cx.locale.day(*day);
        let seats = seats.iter().map(|(body, from, to)| {
            let row = Row::of(cx).text("body", t.known_body(), body.clone());
            let row = row.value("from", t.known_from(), day(from), from.to_string().into());
            match to {
                Some(to) => row.value("to", t.known_to(), day(to), to.to_string().into()).done(),
                None => row.done(),
            }
        });
        let meetings = meetings.iter().map(|(body, at, answer)| {
            Row::of(cx)
                .text("body", t.known_body(), body.clone())
                .at("starts_at", t.known_meeting(), *at)
                .code("answer", t.known_answer(), answer_code(*answer), answer.label(t))
                .done()
        });
        let promised = promised.iter().map(|(matter, due, done)| {
            Row::of(cx)
                .text("matter", t.follow_up_matter(), matter.clone())
                .value("due", t.follow_up_due(), day(due), due.to_string().into())
                .at("done_at", t.known_done(), *done)
                .done()
        });
        let all = [
            Known { key: "seats", heading: t.known_seats().to_owned(), rows: seats.collect() },
            Known { key: "meetings", heading: t.known_meetings().to_owned(), rows: meetings.collect() },
            Known { key: "follow_ups", heading: t.follow_ups_title().to_owned(), rows: promised.collect() },
        ];
        Ok(all.into_iter().filter(|known| !known.rows.is_empty()).collect())
    })
}

/// Empty where nobody asked.
fn answer_code(answer: AnswerKind) -> &'static str {
    if answer == AnswerKind::NotCalled { "" } else { answer.code() }
}

samskab_web::merges! {
    pub MERGES {
        place: 96,
        columns: [
            "body_seat.person_id",
            "meeting_answer.person_id",
            "follow_up.person_id",
            "meeting.approved_by_id",
        ],
        count: COUNT,
        said: follow_ups_move,
        moves: [BOTH, MOVE_ANSWERS, MOVE_SEATS, MOVE_FOLLOW_UPS, MOVE_APPROVALS],
    }
}
