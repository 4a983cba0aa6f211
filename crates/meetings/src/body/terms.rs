//! Seats that end: who sees it in time, what it means for the meetings to come, and that whoever sits there is told once.
//! A seat that has ended is vacant until somebody follows, or somebody says why nobody does.

use samskab_jobs::{Failure, Handler};
use samskab_kernel::{Day, Instant, Locale, TenantId, Validity, jiff::SignedDuration};
use samskab_mail::Message;
use samskab_organisation::{
    answering::whom_to_ask,
    body::{
        self, Body, BodyId, Member, Membership, members,
        seat::{self, Seat, SeatId},
    },
    letter::Sender,
    person::{self, Person, PersonId},
};
use samskab_store::{Connection, Stamp, Tx};
use samskab_web::{Cx, Result, Services, Tenant, WorkItem};

use crate::{
    T,
    meeting::{self, Meeting, MeetingState},
};

/// Days that a council needs to elect somebody, or to ask who will.
const NOTICE_DAYS: i32 = 90;

/// Days before the last day of a seat at which it is asked who goes on: at most a third of the time that the seat
/// lasts.
fn notice_days(validity: Validity) -> i32 {
    let Some(to) = validity.to else { return 0 };
    let lasts = validity.from.date().until(to.date()).map_or(0, |span| span.get_days() + 1);
    (lasts / 3).min(NOTICE_DAYS)
}

/// Days before the end of a seat at which its holder is told: two thirds of [`notice_days`], because by then it is
/// often settled that they go on.
fn told_days(validity: Validity) -> i32 {
    notice_days(validity) * 2 / 3
}

fn ends_within(seat: &Seat, today: Day, days: i32) -> bool {
    seat.validity.to.is_some_and(|to| to <= today.plus_days(days))
}

pub(super) fn is_vacant(seat: &Seat, today: Day) -> bool {
    seat.validity.to.is_some_and(|to| to < today)
}

/// Seats of all bodies for which it is time to name a successor, vacant ones too; not seats that end together with
/// their body. Runs one query.
pub(super) async fn open(
    connection: &mut Connection,
    tenant: TenantId,
    bodies: &[Body],
    today: Day,
) -> samskab_store::Result<Vec<Seat>> {
    let mut seats = seat::open_ends(connection, tenant, today.plus_days(NOTICE_DAYS)).await?;
    seats.retain(|seat| {
        let body = bodies.iter().find(|body| body.id == seat.body);
        let goes_on = |body: &Body| {
            body.validity.holds_on(today) && body.validity.to.is_none_or(|last| seat.validity.to < Some(last))
        };
        ends_within(seat, today, notice_days(seat.validity)) && body.is_some_and(goes_on)
    });
    Ok(seats)
}

/// How the reader is related to an open seat.
#[derive(Debug, Clone, Copy)]
struct Reader {
    runs: bool,
    is_coordinator: bool,
    /// The seat is the reader's own: somebody else says whether they go on.
    is_own: bool,
    /// The body has somebody who runs its meetings.
    is_led: bool,
}

/// Whoever runs the meetings sees to it; the coordinator where nobody does, and where it is about those who do.
fn waits_for(seat: &Seat, reader: Reader) -> bool {
    let is_coordinators = !reader.is_led || seat.role.runs_meetings();
    reader.runs && !reader.is_own || reader.is_coordinator && is_coordinators
}

/// What the list of work has read already.
pub(crate) struct SeatContext<'a> {
    pub bodies: &'a [Body],
    /// Bodies whose meetings the reader runs.
    pub run: &'a [BodyId],
    /// Bodies whose meetings somebody runs; read for the coordinator only.
    pub led: &'a [BodyId],
    /// Meetings of all bodies, the earliest first.
    pub meetings: &'a [Meeting],
    pub is_coordinator: bool,
}

/// Seats that end soon or are vacant, for whoever should see to them. Runs at most two queries.
pub(crate) async fn work_items(
    cx: &Cx,
    connection: &mut Connection,
    person: PersonId,
    known: SeatContext<'_>,
) -> Result<Vec<WorkItem>> {
    let (t, today) = (T(cx.locale), cx.today());
    let seats = open(connection, cx.tenant.id, known.bodies, today).await?;
    if seats.is_empty() {
        return Ok(Vec::new());
    }
    let own = seat::ids_of_person(connection, cx.tenant.id, person, today).await?;
    let is_theirs = |seat: &&Seat| {
        waits_for(
            seat,
            Reader {
                runs: known.run.contains(&seat.body),
                is_coordinator: known.is_coordinator,
                is_own: own.contains(&seat.id),
                is_led: known.led.contains(&seat.body),
            },
        )
    };
    let item = |seat: &Seat| {
        let body = known.bodies.iter().find(|body| body.id == seat.body)?;
        let to = seat.validity.to?;
        let left = meetings_left(known.meetings, seat, cx.now());
        let said = [said_end(t, cx.locale, seat, today), said_left(t, left)];
        let is_vacant = is_vacant(seat, today);
        Some(WorkItem {
            heading: t.work_kind_seats(),
            title: match is_vacant {
                true => t.work_seat_vacant(&body.name, seat.role.label(*t)),
                false => t.work_seat_ends(&body.name, seat.role.label(*t)),
            },
            detail: said.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" "),
            href: follow_href(seat.id),
            // An empty seat waits since it is empty.
            since: if is_vacant { to.end() } else { to.plus_days(-notice_days(seat.validity)).start() },
            due: Some(to.end()),
            reason: None,
            act: None,
        })
    };
    Ok(seats.iter().filter(is_theirs).filter_map(item).collect())
}

/// The address at which the successor is named.
pub(super) fn follow_href(seat: SeatId) -> String {
    format!("/pladser/{seat}/efterfoelger")
}

/// "Pladsen slutter 31. december 2026."
pub(super) fn said_end(t: T, locale: Locale, seat: &Seat, today: Day) -> String {
    match seat.validity.to {
        None => String::new(),
        Some(to) if to < today => t.seat_vacant_since(locale.day(to.plus_days(1))),
        Some(to) => t.seat_ends_on(locale.day(to)),
    }
}

/// What the end of the seat means for coming meetings; empty: nothing.
pub(super) fn said_left(t: T, left: usize) -> String {
    if left > 0 { t.seat_meetings_left(left) } else { String::new() }
}

/// Meetings are looked ahead for so far.
pub(crate) const AHEAD_DAYS: i64 = 366;

/// How many of the body's meetings come after the last day of a seat that leads them.
pub(super) fn meetings_left(meetings: &[Meeting], seat: &Seat, now: Instant) -> usize {
    let (Some(to), true) = (seat.validity.to, seat.role.runs_meetings()) else { return 0 };
    let is_left = |one: &&Meeting| {
        one.body == seat.body && one.state != MeetingState::Cancelled && one.starts_at >= to.end().max(now)
    };
    meetings.iter().filter(is_left).count()
}

/// The meetings of a body that a seat may be needed for. One query.
pub(super) async fn meetings_ahead(
    connection: &mut Connection,
    tenant: TenantId,
    body: BodyId,
    now: Instant,
) -> samskab_store::Result<Vec<Meeting>> {
    meeting::store::of_body_between(connection, tenant, body, (now, now.plus_days(AHEAD_DAYS))).await
}

pub(crate) fn jobs() -> Vec<Handler<Services>> {
    vec![Handler::every("seat.tell", SignedDuration::from_hours(1), tell)]
}

/// In waking hours: tells the holder once that their seat ends.
async fn tell(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    if !(8..20).contains(&now.in_denmark().hour()) {
        return Ok(());
    }
    let Some(municipality) = services.tenants.with_id(tenant, now).await? else { return Ok(()) };
    let today = now.day();
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let mut seats = seat::untold(&mut tx, tenant, (today, today.plus_days(NOTICE_DAYS))).await?;
    // A seat that was made by mistake and removed again was nobody's term.
    seats.retain(|seat| {
        let days = told_days(seat.validity);
        days > 0 && ends_within(seat, today, days)
    });
    if seats.is_empty() {
        return Ok(());
    }
    let bodies = body::all(&mut tx, tenant, today).await?;
    let asked: Vec<SeatId> =
        open(&mut tx, tenant, &bodies, today).await?.iter().map(|seat| seat.id).collect();
    for own in seats.chunk_by(|one, next| one.body == next.body) {
        let body = own.first().and_then(|seat| bodies.iter().find(|body| body.id == seat.body));
        let place = match body {
            None => None,
            Some(body) => Some(ToldBody {
                body,
                membership: members(&mut tx, tenant, body, today).await?,
                meetings: meetings_ahead(&mut tx, tenant, body.id, now).await?,
                link: services.absolute(tenant, &body.href()),
            }),
        };
        for seat in own {
            // Somebody may have ended the seat a moment ago.
            if !seat::tell(&mut tx, seat.id).await? {
                continue;
            }
            if let Some(place) = &place {
                let told = ToldSeat { place, seat, is_open: asked.contains(&seat.id) };
                write(&mut tx, &municipality, told).await?;
            }
        }
    }
    tx.commit().await?;
    Ok(())
}

/// A body with seats that end, read once for all of them.
struct ToldBody<'a> {
    body: &'a Body,
    membership: Membership,
    /// To come.
    meetings: Vec<Meeting>,
    link: String,
}

/// A seat that ends, as its holder is told of it.
#[derive(Clone, Copy)]
struct ToldSeat<'a> {
    place: &'a ToldBody<'a>,
    seat: &'a Seat,
    /// Nobody has said who follows, and the body goes on.
    is_open: bool,
}

/// A letter to everybody who sits there by the seat.
async fn write(tx: &mut Tx, municipality: &Tenant, told: ToldSeat<'_>) -> samskab_store::Result<()> {
    let ToldSeat { place: ToldBody { membership, meetings, .. }, seat, .. } = told;
    let holds = |member: &&Member| member.seat == Some(seat.id);
    let people: Vec<PersonId> =
        membership.members.iter().filter(holds).filter_map(|member| member.person).collect();
    if people.is_empty() {
        return Ok(());
    }
    let now = tx.now();
    let left = meetings_left(meetings, seat, now);
    let is_other = |member: &&Member| {
        member.role.runs_meetings() && member.person.is_some_and(|one| !people.contains(&one))
    };
    let others: Vec<&str> =
        membership.members.iter().filter(is_other).map(|member| member.name.as_str()).take(2).collect();
    for person in person::store::find_many(tx, municipality.id, &people).await? {
        let to_ask = match others.is_empty() {
            true => whom_to_ask(tx, municipality.id, now.day(), *T(person.locale)).await?.to_owned(),
            false => others.join(", "),
        };
        if let Some(message) = letter(municipality, told, &person, left, &to_ask) {
            samskab_mail::send(tx, message).await?;
        }
    }
    Ok(())
}

/// `to_ask`: the others who run the meetings, or whoever is asked where nobody does.
fn letter(
    municipality: &Tenant,
    told: ToldSeat<'_>,
    person: &Person,
    left: usize,
    to_ask: &str,
) -> Option<Message> {
    let ToldSeat { place: ToldBody { body, link, .. }, seat, is_open } = told;
    let (to, last) = (person.email.clone()?, seat.validity.to?);
    let (t, sender) = (T(person.locale), Sender::of(municipality));
    let day = person.locale.day(last);
    let ask = if is_open { t.seat_mail_ask(to_ask) } else { String::new() };
    // Who leads the meetings then is settled where somebody follows.
    let left = if is_open { said_left(t, left) } else { String::new() };
    let letter = sender
        .greet(person.locale, person.first_name())
        .paragraph(&t.seat_mail_ends(&body.name, &day, seat.role.label(*t)))
        .paragraph(&left)
        .paragraph(&ask)
        .link(t.meeting_mail_see_body(), link);
    Some(Message {
        to,
        subject: t.seat_mail_subject(&body.name, &day),
        body: sender.finish(person.locale, letter, &t.meeting_mail_why(&body.name)),
        reply_to: None,
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use samskab_organisation::body::seat::{Holder, SeatRole};
    use uuid::Uuid;

    use super::*;

    const LAST: Day = Day::of(2026, 12, 31);

    fn seat(from: Day, role: SeatRole) -> Seat {
        let validity = Validity { from, to: Some(LAST) };
        Seat::new(Uuid::from_u128(1).into(), Uuid::from_u128(2).into(), Holder::Nobody, role, validity)
    }

    #[test]
    fn a_term_is_warned_about_a_quarter_before_and_a_short_seat_in_its_last_third() {
        assert_eq!(notice_days(seat(Day::of(2022, 1, 1), SeatRole::Member).validity), 90);
        assert_eq!(notice_days(seat(Day::of(2026, 12, 2), SeatRole::Member).validity), 10);
        assert_eq!(told_days(seat(Day::of(2022, 1, 1), SeatRole::Member).validity), 60);
        assert_eq!(told_days(seat(LAST, SeatRole::Member).validity), 0, "a day is no term");
        assert_eq!(notice_days(Validity::since(LAST)), 0);
        let long = seat(Day::of(2022, 1, 1), SeatRole::Member);
        assert!(
            ends_within(&long, Day::of(2026, 10, 2), 90) && !ends_within(&long, Day::of(2026, 10, 1), 90)
        );
        assert!(!is_vacant(&long, LAST) && is_vacant(&long, LAST.plus_days(1)));
    }

    #[test]
    fn somebody_sees_to_every_seat_and_nobody_only_to_their_own() {
        let (member, chair) = (seat(LAST, SeatRole::Member), seat(LAST, SeatRole::Chair));
        let nobody = Reader { runs: false, is_coordinator: false, is_own: false, is_led: true };
        let secretary = Reader { runs: true, ..nobody };
        let coordinator = Reader { is_coordinator: true, ..nobody };
        assert!(waits_for(&member, secretary) && !waits_for(&member, nobody));
        assert!(!waits_for(&member, coordinator), "the secretary sees to it");
        assert!(waits_for(&member, Reader { is_led: false, ..coordinator }));
        assert!(!waits_for(&chair, Reader { is_own: true, ..secretary }));
        assert!(waits_for(&chair, coordinator), "whoever runs the meetings may be the one who goes");
    }
}
