//! Somebody with roles leaves: what they promised at meetings, whom they put in touch, the enquiries they had taken, the seats
//! that stay theirs, and the meetings they were asked to.

use samskab_kernel::{Instant, TenantId};
use samskab_organisation::{
    body::{self, BodyId},
    person::PersonId,
};
use samskab_store::{Connection, Result, Tx};
use samskab_web::{
    Cx, Services,
    exit::{Among, ByName, Consequence, Dependents, Exit, Line, Settlement, leaver},
};
use uuid::Uuid;

use crate::{
    T,
    meeting::{self, Meeting, MeetingId},
};

samskab_store::statements! {
    PROMISED = "select f.id, f.matter, b.name from follow_up f join body b on b.id = f.body_id
        where f.tenant_id = $1 and f.person_id = $2 and f.done_at is null order by f.due_on, f.id limit 1000";
    GIVE_PROMISED = "update follow_up set person_id = $2 where tenant_id = $1 and person_id = $3 and done_at is null";
    INTRODUCED = "select n.id, n.one, n.other from introduction n
        where n.tenant_id = $1 and n.person_id = $2 and n.outcome = 'open' order by n.met_on, n.id limit 1000";
    GIVE_INTRODUCED = "update introduction set person_id = $2
        where tenant_id = $1 and person_id = $3 and outcome = 'open'";
    TAKEN = "select q.id, q.subject, '' from enquiry q
        where q.tenant_id = $1 and q.taken_by_id = $2 and q.state = 'taken' order by q.created_at, q.id limit 1000";
    GIVE_TAKEN = "update enquiry set taken_by_id = $2, state = 'new'
        where tenant_id = $1 and taken_by_id = $3 and state = 'taken'";
    SEATS = "select b.id, b.name from body_seat k join body b on b.id = k.body_id
        where k.tenant_id = $1 and k.person_id = $2 and (k.valid_to is null or k.valid_to >= $3)
          and (b.valid_to is null or b.valid_to >= $3) order by b.sort_key, b.id, k.id limit 100";
    UNASK = "delete from meeting_answer where tenant_id = $1 and meeting_id = $2 and person_id = $3 and answer = 'invited'";
}

samskab_web::by_name! {
    pub(crate) BY_NAME: 70, [
        ByName {
            key: "opfoelgninger",
            among: Among::Staff,
            open: &PROMISED,
            give: &GIVE_PROMISED,
            heading: |locale, count| T(locale).leave_promised(count),
            words: |locale, matter, body| T(locale).leave_promised_line(body, matter),
            href: |id| format!("/opfoelgninger/{id}"),
            nobody: |locale| T(locale).leave_promised_nobody(),
        },
        ByName {
            key: "brobygning",
            among: Among::KeyPersons,
            open: &INTRODUCED,
            give: &GIVE_INTRODUCED,
            heading: |locale, count| T(locale).leave_introduced(count),
            words: |locale, one, other| T(locale).introduction_between(one, other),
            href: |id| format!("/brobygning/{id}"),
            nobody: |locale| T(locale).leave_introduced_nobody(),
        },
        ByName {
            key: "",
            among: Among::KeyPersons,
            open: &TAKEN,
            give: &GIVE_TAKEN,
            heading: |locale, count| T(locale).leave_taken(count),
            words: |_, subject, _| subject.to_owned(),
            href: |id| format!("/henvendelser/{id}"),
            nobody: |locale| T(locale).leave_taken_nobody(),
        },
    ]
}

/// After the roles, so that whoever has them now is found.
pub(crate) const DEPENDENTS: Dependents =
    Dependents { place: 75, list, settle, take_back: None, counted_on: None };

#[samskab_store::compiled_once]
async fn list(cx: &Cx, connection: &mut Connection, exit: Exit) -> samskab_web::Result<Vec<Consequence>> {
    let Some(person) = leaver(exit) else { return Ok(Vec::new()) };
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let query = connection.query(&SEATS).bind(tenant).bind(person).bind(cx.today());
    let seats: Vec<(BodyId, String)> = query.all().await?;
    let seats = seats.into_iter().map(|(id, name)| Line::new(name, body::href(id))).collect();
    let seats = Consequence::of(seats, |count| t.leave_seats(count));
    let outcome = match exit {
        Exit::Roles(_) => t.leave_seats_stay(),
        _ => t.leave_seats_end(),
    };
    let asked = asked_to(connection, tenant, person, cx.now()).await?;
    let bodies = body::all(connection, tenant, cx.today()).await?;
    let line = |one: &Meeting| {
        let name = bodies.iter().find(|body| body.id == one.body).map_or("", |body| body.name.as_str());
        Line::new(format!("{}, {}", one.called(name), one.when(cx)), one.href())
    };
    let asked = Consequence::of(asked.iter().map(line).collect(), |count| t.leave_asked(count));
    let all = [
        seats.map(|one| one.with_outcome(outcome)),
        asked.map(|one| one.with_outcome(t.leave_asked_outcome())),
    ];
    Ok(all.into_iter().flatten().collect())
}

/// Meetings to which they owe an answer.
async fn asked_to(
    connection: &mut Connection,
    tenant: TenantId,
    person: Uuid,
    now: Instant,
) -> Result<Vec<Meeting>> {
    let (unanswered, _) =
        meeting::store::waiting(connection, tenant, PersonId::from_uuid(person), now).await?;
    Ok(unanswered)
}

/// Whoever has no seat any more on the day is not waited for, and whoever took over is asked instead.
#[samskab_store::compiled_once]
async fn settle(_: &Services, tx: &mut Tx, exit: Exit, settlement: &Settlement) -> Result<()> {
    let person = match exit {
        Exit::Holder { person, .. } => person,
        exit => match leaver(exit) {
            Some(person) => person,
            None => return Ok(()),
        },
    };
    let (tenant, now) = (tx.tenant(), tx.now());
    for one in asked_to(tx, tenant, person, now).await? {
        let Some(body) = body::store::find(tx, tenant, one.body).await? else { continue };
        let members = body::members(tx, tenant, &body, one.starts_at.day()).await?;
        if members.has(person) {
            continue;
        }
        unask(tx, one.id, person).await?;
        for (_, taker) in &settlement.takers {
            if members.has(*taker) {
                meeting::store::invite(tx, one.id, PersonId::from_uuid(*taker)).await?;
            }
        }
    }
    Ok(())
}

async fn unask(tx: &mut Tx, meeting: MeetingId, person: Uuid) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&UNASK).bind(tenant).bind(meeting).bind(person).execute().await?;
    Ok(())
}
