//! Two registrations are one person: their shifts. Nobody stands in a shift twice, and hours of a shift count once.

use samskab_engagement::merge::doubled;
use samskab_kernel::TenantId;
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Statement, Tx};
use samskab_web::{
    Cx, Services,
    merge::{Clash, Merges, Moving, Pair, count, run},
};
use uuid::Uuid;

use crate::{
    T,
    shift::{BookingId, BookingState, ShiftId, store},
};

pub const MERGES: Merges = Merges {
    // Before the engagements: shifts go with the agreement that goes on, before the other ends.
    place: 10,
    columns: &["booking.asked_person_id", "booking.person_id", "calendar_address.person_id"],
    preview,
    carry_out,
};

samskab_store::statements! {
    BOOKINGS = "select b.id, b.shift_id as shift, b.person_id as person, b.state from booking b
                where b.tenant_id = $1 and b.person_id in ($2, $3) and b.state in ('booked', 'seeking', 'attended')
                order by b.shift_id, b.created_at, b.id";
    COUNT_BOOKINGS = "select count(*) from booking where tenant_id = $1 and person_id = $2";
    COUNT_CALENDARS = "select count(*) from calendar_address where tenant_id = $1 and person_id in ($2, $3)";
    FOLLOW_BOOKINGS = "update booking set engagement_id = $3 where tenant_id = $1 and engagement_id = $2";
    LET_GO = "update booking set state = 'cancelled', reason = 'taken', asked_person_id = null, asked_at = null,
                  swap_for = null, state_since = $3, updated_at = $3
              where tenant_id = $1 and id = $2";
    MOVE_BOOKINGS = "update booking set person_id = $2 where tenant_id = $1 and person_id = $3";
    /// Nobody asks themselves to step in.
    ASKED_ONESELF = "update booking set asked_person_id = null, asked_at = null, swap_for = null
                     where tenant_id = $1 and asked_person_id in ($2, $3) and person_id in ($2, $3)
                       and asked_person_id <> person_id";
    MOVE_ASKED = "update booking set asked_person_id = $2 where tenant_id = $1 and asked_person_id = $3";
    /// A person has one calendar address: that of the registration that stays.
    DROP_CALENDAR = "delete from calendar_address where tenant_id = $1 and person_id = $3
                     and exists (select 1 from calendar_address own where own.tenant_id = $1 and own.person_id = $2)";
    MOVE_CALENDAR = "update calendar_address set person_id = $2 where tenant_id = $1 and person_id = $3";
}

#[derive(Debug, Clone, samskab_store::Row)]
struct Booked {
    id: BookingId,
    shift: ShiftId,
    person: PersonId,
    state: BookingState,
}

/// The places that one person has twice: whoever was there keeps the one that says so, else that of whoever stays.
fn twice(booked: &[Booked], pair: Pair) -> Vec<&Booked> {
    let of = |person: Uuid| booked.iter().filter(move |one| one.person.uuid() == person);
    let mut lost = Vec::new();
    for gone in of(pair.gone) {
        if let Some(stays) = of(pair.stays).find(|one| one.shift == gone.shift) {
            let was_there = |one: &Booked| one.state == BookingState::Attended;
            lost.push(if was_there(gone) && !was_there(stays) { stays } else { gone });
        }
    }
    lost
}

async fn booked(connection: &mut Connection, tenant: TenantId, pair: Pair) -> Result<Vec<Booked>> {
    connection.query(&BOOKINGS).bind(tenant).bind(pair.stays).bind(pair.gone).all().await
}

#[samskab_store::compiled_once]
async fn preview(cx: &Cx, connection: &mut Connection, pair: Pair) -> samskab_web::Result<Vec<Moving>> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let mut all = Vec::new();
    let bookings = count(cx, connection, &COUNT_BOOKINGS, pair.gone).await?;
    if bookings > 0 {
        let booked = booked(connection, tenant, pair).await?;
        let ids: Vec<ShiftId> = twice(&booked, pair).iter().map(|one| one.shift).collect();
        let shifts = store::find_many(connection, tenant, &ids).await?;
        let clash = |shift: &crate::shift::Shift| {
            let when = shift.when(cx.locale, cx.today());
            Clash::new(t.merge_shift_twice(when), t.merge_shift_twice_outcome())
        };
        all.push(Moving::new(t.merge_shifts(bookings)).with(shifts.iter().map(clash)));
    }
    let calendars: i64 =
        connection.query(&COUNT_CALENDARS).bind(tenant).bind(pair.stays).bind(pair.gone).scalar().await?;
    if calendars > 1 {
        let clash = Clash::new(t.merge_calendar_twice(), t.merge_calendar_twice_outcome());
        all.push(Moving::new(t.merge_calendar()).with([clash]));
    }
    Ok(all)
}

#[samskab_store::compiled_once]
async fn carry_out(_services: &Services, tx: &mut Tx, pair: Pair) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    for one in doubled(tx, tenant, pair).await? {
        tx.query(&FOLLOW_BOOKINGS).bind(tenant).bind(one.ends).bind(one.goes_on).execute().await?;
    }
    let booked = booked(tx, tenant, pair).await?;
    let lost = twice(&booked, pair);
    let ids: Vec<ShiftId> = lost.iter().map(|one| one.shift).collect();
    store::lock_shifts(tx, &ids).await?;
    for one in lost {
        tx.query(&LET_GO).bind(tenant).bind(one.id).bind(now).execute().await?;
        samskab_hours::hours::store::let_go_of(tx, one.id).await?;
    }
    let moving: [&Statement; 5] =
        [&ASKED_ONESELF, &MOVE_BOOKINGS, &MOVE_ASKED, &DROP_CALENDAR, &MOVE_CALENDAR];
    run(tx, pair, &moving).await
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAIR: Pair = Pair { stays: Uuid::from_u128(1), gone: Uuid::from_u128(2) };

    fn booking(number: u128, person: Uuid, shift: u128, state: BookingState) -> Booked {
        let (id, shift) = (Uuid::from_u128(number).into(), Uuid::from_u128(shift).into());
        Booked { id, shift, person: person.into(), state }
    }

    #[test]
    fn nobody_stands_in_a_shift_twice_and_whoever_was_there_was_there() {
        let booked = [
            booking(10, PAIR.stays, 7, BookingState::Booked),
            booking(11, PAIR.gone, 7, BookingState::Booked),
            booking(12, PAIR.stays, 8, BookingState::Booked),
            booking(13, PAIR.gone, 8, BookingState::Attended),
            booking(14, PAIR.gone, 9, BookingState::Booked),
        ];
        let lost: Vec<BookingId> = twice(&booked, PAIR).iter().map(|one| one.id).collect();
        assert_eq!(lost, [booked[1].id, booked[2].id]);
    }
}
