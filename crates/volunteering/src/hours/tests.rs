//! Hours over HTTP, in the small town every test knows.

use axum::http::StatusCode;
use samskab_kernel::Day;
use samskab_organisation::testing::NOW;
use samskab_store::{Db, db_test};

use super::{Hours, store};
use crate::{
    engagement::{self, Engagement, State},
    interest::tests::World,
    requirement::tests::accepted,
    shift::BookingId,
};

/// Vilma helps already.
pub(crate) async fn helping(world: &World) -> Engagement {
    let task = world.task(|_| {}).await;
    let engagement = accepted(world, &task).await;
    let engagement = Engagement { state: State::Active, in_force: Some(1), ..engagement };
    let mut tx = world.db.begin(world.stamp()).await.unwrap();
    engagement::store::save(&mut tx, &engagement).await.unwrap();
    tx.commit().await.unwrap();
    engagement
}

pub(crate) fn hours(world: &World, engagement: &Engagement, minutes: i64) -> Hours {
    Hours {
        id: world.db.dice().id(NOW),
        engagement: engagement.id,
        person: engagement.person,
        booking: None,
        day: Day::of(2026, 2, 20),
        minutes,
        by_volunteer: true,
        by: Some(engagement.person),
        removed_at: None,
        created_at: NOW,
        updated_at: NOW,
    }
}

async fn sum(world: &World, engagement: &Engagement) -> i64 {
    let mut reader = world.db.read().await.unwrap();
    let (from, to) = super::year(2026);
    store::sum_of_person(&mut reader, world.town.tenant, engagement.person, from, to).await.unwrap()
}

#[db_test]
async fn hours_are_told_corrected_by_the_place_taken_out_and_put_back(db: Db) {
    let world = World::new(&db).await;
    let engagement = helping(&world).await;
    let vilma = world.cookie(engagement.person).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let id = hours(&world, &engagement, 0).id.to_string();

    let told = [("nummer", id.as_str()), ("dag", "2026-03-01"), ("tid", "1½")];
    for _ in 0..2 {
        let said = world.post_as("/min-side/timer", &told, &vilma).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    }
    assert_eq!(sum(&world, &engagement).await, 90, "the button pressed twice is one");

    let one = format!("/timer/{id}");
    let corrected = world.post_as(&one, &[("dag", "2026-03-01"), ("tid", "2 timer")], &lone).await;
    assert_eq!(corrected.status, StatusCode::SEE_OTHER, "{}", corrected.body);
    let own = world.get_as("/min-side/timer", &vilma).await;
    assert!(own.body.contains("Lone Papsen") && own.body.contains("2 timer"), "{}", own.body);
    world.post_as(&format!("{one}/fjern"), &[], &vilma).await;
    assert_eq!(sum(&world, &engagement).await, 0);
    assert!(world.get_as(&one, &lone).await.body.contains("Sæt timerne ind igen"));
    world.post_as(&format!("{one}/gendan"), &[], &lone).await;
    assert_eq!(sum(&world, &engagement).await, 120);

    let elsewhere = world.cookie(world.town.contact_school).await;
    for path in [one, format!("/engagementer/{}/timer", engagement.id)] {
        assert_eq!(world.get_as(&path, &elsewhere).await.status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[db_test]
async fn what_cannot_be_read_is_said_and_much_is_asked_about(db: Db) {
    let world = World::new(&db).await;
    let engagement = helping(&world).await;
    let vilma = world.cookie(engagement.person).await;
    for (day, time, says) in [
        ("2026-03-01", "hele dagen", "Vi kan ikke læse tiden"),
        ("2026-03-09", "1", "Dagen er ikke kommet endnu"),
        ("2026-03-01", "", "Skriv, hvor lang tid det tog"),
    ] {
        let said = world.post_as("/min-side/timer", &[("dag", day), ("tid", time)], &vilma).await;
        assert!(said.status == 422 && said.body.contains(says), "{time}: {}", said.body);
        assert!(said.body.contains(&format!("value=\"{time}\"")), "what was typed is kept");
    }
    let much = [("dag", "2026-03-01"), ("tid", "17 timer")];
    let asked = world.post_as("/min-side/timer", &much, &vilma).await;
    assert!(asked.status == 422 && asked.body.contains("Er det rigtigt?"), "{}", asked.body);
    assert_eq!(sum(&world, &engagement).await, 0);
    let sure = [("dag", "2026-03-01"), ("tid", "17 timer"), ("sikker", "ja")];
    assert_eq!(world.post_as("/min-side/timer", &sure, &vilma).await.status, StatusCode::SEE_OTHER);
    assert_eq!(sum(&world, &engagement).await, 17 * 60);
}

#[db_test]
async fn a_shift_checked_off_by_two_at_once_counts_once_and_of_two_corrections_one_is_told(db: Db) {
    let world = World::new(&db).await;
    let engagement = helping(&world).await;
    let booking = booking(&world, &engagement).await;
    let add = async |minutes: i64| {
        let one = Hours { booking: Some(booking), ..hours(&world, &engagement, minutes) };
        let mut tx = world.db.begin(world.stamp()).await.unwrap();
        let added = store::add(&mut tx, &one).await.unwrap();
        tx.commit().await.unwrap();
        (added, one)
    };
    let (one, other) = tokio::join!(add(120), add(120));
    assert_eq!([one.0, other.0].iter().filter(|added| **added).count(), 1);
    assert_eq!(sum(&world, &engagement).await, 120);

    let was = if one.0 { one.1 } else { other.1 };
    let correct = async |minutes: i64| {
        let now = was.clone().corrected(was.day, minutes, true, was.by, NOW.plus_days(1));
        let mut tx = world.db.begin(world.stamp()).await.unwrap();
        let saved = store::save(&mut tx, &now, &was).await.unwrap();
        tx.commit().await.unwrap();
        saved
    };
    let (one, other) = tokio::join!(correct(60), correct(90));
    assert!(one != other, "of two who correct it, one is told");
}

samskab_store::statements! {
    ADD_SHIFT = "insert into shift (id, tenant_id, task_id, starts_at, ends_at, minimum, wanted, state, created_at, updated_at)
                 values ($1, $2, $3, $4, $4, 1, 1, 'planned', $4, $4)";
    ADD_BOOKING = "insert into booking (id, tenant_id, shift_id, engagement_id, person_id, state, state_since,
                       confirmed_sequence, created_at, updated_at)
                   values ($1, $2, $3, $4, $5, 'booked', $6, 0, $6, $6)";
}

async fn booking(world: &World, engagement: &Engagement) -> BookingId {
    let (shift, booking): (crate::shift::ShiftId, BookingId) =
        (world.db.dice().id(NOW), world.db.dice().id(NOW));
    let mut tx = world.db.begin(world.stamp()).await.unwrap();
    let tenant = world.town.tenant;
    tx.query(&ADD_SHIFT).bind(shift).bind(tenant).bind(engagement.task).bind(NOW).execute().await.unwrap();
    tx.query(&ADD_BOOKING)
        .bind(booking)
        .bind(tenant)
        .bind(shift)
        .bind(engagement.id)
        .bind(engagement.person)
        .bind(NOW)
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
    booking
}
