//! Hours over HTTP, in the small town every test knows.

use axum::http::StatusCode;
use samskab_engagement::{
    engagement::{self, Engagement, State},
    testing::{World, accepted},
};
use samskab_kernel::{Day, Instant};
use samskab_organisation::testing::NOW;
use samskab_store::{Db, db_test};
use uuid::Uuid;

use super::{Hours, store};
use crate::{id::BookingId, testing::world};

/// Vilma helps already.
pub(crate) async fn helping(world: &World) -> Engagement {
    let task = world.task(|_| {}).await;
    let engagement = accepted(world, &task).await;
    let begins_on = Some(Day::of(2026, 2, 1));
    let engagement = Engagement { state: State::Active, in_force: Some(1), begins_on, ..engagement };
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
    let world = world(&db).await;
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
    let world = world(&db).await;
    let engagement = helping(&world).await;
    let vilma = world.cookie(engagement.person).await;
    for (day, time, says) in [
        ("2026-03-01", "hele dagen", "Vi kan ikke læse tiden"),
        ("2026-03-09", "1", "Dagen er ikke kommet endnu"),
        ("2026-03-01", "", "Skriv, hvor lang tid det tog"),
        ("2026-01-31", "1", "Aftalen er fra 1. februar 2026"),
        ("2026-03-02", "11", "Dagen har kun haft 9 timer indtil nu"),
    ] {
        let said = world.post_as("/min-side/timer", &[("dag", day), ("tid", time)], &vilma).await;
        assert!(said.status == 422 && said.body.contains(says), "{time}: {}", said.body);
        assert!(said.body.contains(&format!("value=\"{time}\"")), "what was typed is kept");
    }
    let much = [("dag", "2026-03-01"), ("tid", "17 timer")];
    let asked = world.post_as("/min-side/timer", &much, &vilma).await;
    assert!(asked.status == 422 && asked.body.contains("Er det rigtigt?"), "{}", asked.body);
    assert_eq!(sum(&world, &engagement).await, 0);
    let other = [("dag", "2026-03-01"), ("tid", "18 timer"), ("sikker", "2026-03-01 1020")];
    let asked = world.post_as("/min-side/timer", &other, &vilma).await;
    assert!(asked.status == 422 && asked.body.contains("18 timer på én dag"), "a yes is to what was asked");
    let sure = [("dag", "2026-03-01"), ("tid", "17 timer"), ("sikker", "2026-03-01 1020")];
    assert_eq!(world.post_as("/min-side/timer", &sure, &vilma).await.status, StatusCode::SEE_OTHER);
    assert_eq!(sum(&world, &engagement).await, 17 * 60);
}

#[db_test]
async fn what_was_understood_is_said_back_and_the_same_day_again_is_asked_about(db: Db) {
    let world = world(&db).await;
    let engagement = helping(&world).await;
    let vilma = world.cookie(engagement.person).await;
    let tell = async |fields: &[(&str, &str)]| world.post_as("/min-side/timer", fields, &vilma).await;

    let bare = tell(&[("dag", "2026-02-21"), ("tid", "13")]).await;
    assert!(bare.status == 422 && bare.body.contains("13 min lørdag den 21. februar"), "{}", bare.body);
    assert!(bare.body.contains("skriv 13 timer eller 13 min"), "{}", bare.body);
    assert_eq!(sum(&world, &engagement).await, 0);

    let plain = tell(&[("dag", "2026-02-21"), ("tid", "25")]).await;
    assert_eq!(plain.status, StatusCode::SEE_OTHER, "{}", plain.body);
    let back = world.get_as(plain.location(), &vilma).await;
    let one = plain.location().rsplit('=').next().unwrap().to_owned();
    assert!(back.body.contains("25 min lørdag den 21. februar, Kaffe og højtlæsning"), "{}", back.body);
    assert!(back.body.contains(&format!("href=\"/timer/{one}\"")), "with the way to mend it");

    let again = tell(&[("dag", "2026-02-21"), ("tid", "30 min")]).await;
    assert!(again.status == 422 && again.body.contains("Der står allerede 25 min den dag"), "{}", again.body);
    assert!(again.body.contains("Sammen bliver det 55 min."), "{}", again.body);
    let yes = [("dag", "2026-02-21"), ("tid", "30 min"), ("sikker", "2026-02-21 30")];
    assert_eq!(tell(&yes).await.status, StatusCode::SEE_OTHER);
    assert_eq!(sum(&world, &engagement).await, 55);

    // The place is asked as well, and told in which year when it is not this one.
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let of_place = format!("/engagementer/{}/timer", engagement.id);
    let asked = world.post_as(&of_place, &[("dag", "2026-02-21"), ("tid", "1 t")], &lone).await;
    assert!(asked.status == 422 && asked.body.contains("Der står allerede 55 min"), "{}", asked.body);
}

#[db_test]
async fn a_shift_checked_off_by_two_at_once_counts_once_and_of_two_corrections_one_is_told(db: Db) {
    let world = world(&db).await;
    let engagement = helping(&world).await;
    let booking = booking(&world, &engagement, NOW).await;
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

async fn booking(world: &World, engagement: &Engagement, starts_at: Instant) -> BookingId {
    let (shift, booking): (Uuid, BookingId) = (world.db.dice().id::<()>(NOW).uuid(), world.db.dice().id(NOW));
    let mut tx = world.db.begin(world.stamp()).await.unwrap();
    let tenant = world.town.tenant;
    tx.query(&ADD_SHIFT)
        .bind(shift)
        .bind(tenant)
        .bind(engagement.task)
        .bind(starts_at)
        .execute()
        .await
        .unwrap();
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
