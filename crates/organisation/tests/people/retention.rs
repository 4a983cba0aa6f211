use axum::http::StatusCode;
use samskab_kernel::{Clock, Instant};
use samskab_organisation::{
    association::{self, Association, AssociationKind, Contact, ContactRole, State, Theme},
    person::{self, Person, PersonId},
    retention,
    testing::{self, NOW},
};
use samskab_store::{Db, Stamp, db_test};

use crate::browser::{House, house};

/// Somebody without a role, who was never signed in.
async fn guest(house: &House, email: Option<&str>) -> PersonId {
    let mut tx = house.db.begin(Stamp { tenant: house.town.tenant, actor: None, now: NOW }).await.unwrap();
    let guest = Person::new(tx.new_id(), "Gæst Opdigtet", email.and_then(|email| email.parse().ok()), NOW);
    person::store::add(&mut tx, &guest).await.unwrap();
    tx.commit().await.unwrap();
    guest.id
}

async fn is_there(house: &House, id: PersonId) -> bool {
    let mut reader = house.db.read().await.unwrap();
    person::store::find(&mut reader, house.town.tenant, id).await.unwrap().is_some()
}

async fn tell(house: &House, now: Instant) -> usize {
    retention::people::tell(&house.services, house.town.tenant, now).await.unwrap()
}

async fn delete(house: &House, now: Instant) -> u64 {
    let mut tx = house.db.begin(Stamp { tenant: house.town.tenant, actor: None, now }).await.unwrap();
    let count = retention::people::delete(&house.services, &mut tx).await.unwrap();
    tx.commit().await.unwrap();
    count
}

#[db_test]
async fn people_without_a_role_are_told_once_and_then_forgotten(db: Db) {
    let house = house(db).await;
    let guest = guest(&house, Some("gaest@fjordlund.example")).await;
    let day = |days| NOW.plus_days(days);
    assert_eq!(tell(&house, day(360)).await, 0, "not a year yet");
    assert_eq!(delete(&house, day(400)).await, 0, "nobody is deleted without having been told");
    assert_eq!(tell(&house, day(400)).await, 1);
    assert_eq!(tell(&house, day(401)).await, 0, "once");
    let mails = house.mails().await;
    assert!(
        mails[0].subject.contains("bliver slettet") && mails[0].body.contains("/log-ind"),
        "{}",
        mails[0].body
    );
    assert_eq!(delete(&house, day(420)).await, 0, "time to sign in");
    assert_eq!(delete(&house, day(429)).await, 1);
    assert!(!is_there(&house, guest).await);
    assert!(is_there(&house, house.town.coordinator).await, "who has a role stays, however old");
}

#[db_test]
async fn whoever_signs_in_after_the_letter_stays(db: Db) {
    let house = house(db).await;
    let id = guest(&house, Some("gaest@fjordlund.example")).await;
    tell(&house, NOW.plus_days(370)).await;
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: NOW.plus_days(380) };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let mut guest = person::store::find(&mut tx, house.town.tenant, id).await.unwrap().unwrap();
    guest.last_seen_at = Some(tx.now());
    person::store::save(&mut tx, &guest).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(delete(&house, NOW.plus_days(420)).await, 0);
    assert_eq!(tell(&house, NOW.plus_days(760)).await, 1, "a year later it begins anew");
}

#[db_test]
async fn whoever_has_no_address_is_forgotten_without_a_letter(db: Db) {
    let house = house(db).await;
    guest(&house, None).await;
    assert_eq!(tell(&house, NOW.plus_days(390)).await, 0);
    assert_eq!(delete(&house, NOW.plus_days(390)).await, 0);
    assert_eq!(delete(&house, NOW.plus_days(400)).await, 1);
}

/// An association that waits to be confirmed by `contact`, since `since`.
async fn unconfirmed(house: &House, name: &str, contact: PersonId, since: Instant) {
    let mut tx = house.db.begin(Stamp { tenant: house.town.tenant, actor: None, now: since }).await.unwrap();
    let mut association =
        Association::new(tx.new_id(), name, AssociationKind::Association, Theme::Culture, since);
    association.state = State::Unconfirmed;
    association.state_since = since;
    association::store::add(&mut tx, &association).await.unwrap();
    let contact = Contact::new(tx.new_id(), association.id, contact, ContactRole::Chair, since.day());
    association::store::add_contact(&mut tx, &contact).await.unwrap();
    tx.commit().await.unwrap();
}

#[db_test]
async fn who_registered_an_association_that_nobody_confirmed_goes_with_it(db: Db) {
    let house = house(db).await;
    let (stranger, other) =
        (guest(&house, Some("fremmed@fjordlund.example")).await, guest(&house, None).await);
    let chair = house.town.chair_handball;
    unconfirmed(&house, "Glemt Kor", stranger, NOW.plus_days(-15)).await;
    unconfirmed(&house, "Glemt Orkester", stranger, NOW.plus_days(-20)).await;
    unconfirmed(&house, "Glemt Band", other, NOW.plus_days(-15)).await;
    unconfirmed(&house, "Nyt Band", other, NOW.plus_days(-1)).await;
    unconfirmed(&house, "Glemt Hold", chair, NOW.plus_days(-15)).await;
    run_all(&house, NOW).await;
    assert!(!is_there(&house, stranger).await, "registered nothing else");
    assert!(is_there(&house, other).await, "still has time to confirm another");
    assert!(is_there(&house, chair).await, "has a role elsewhere");
}

/// Runs each rule's job in the way the program does, once.
async fn run_all(house: &House, now: Instant) {
    let clock = Clock::standing_at(now);
    let services = testing::services_at(&house.db, &clock, &[samskab_organisation::module()]);
    let worker = samskab_jobs::Worker::new(house.db.clone(), clock, services).register_all(retention::jobs());
    worker.run_until_idle(now).await.unwrap();
}

#[db_test]
async fn the_jobs_take_just_what_is_due(db: Db) {
    let house = house(db).await;
    let town = house.town;
    unconfirmed(&house, "Glemt Kor", town.chair_handball, NOW.plus_days(-15)).await;
    unconfirmed(&house, "Nyt Kor", town.chair_handball, NOW.plus_days(-13)).await;
    let mut browser = house.signed_in(town.coordinator).await;
    run_all(&house, NOW).await;
    let mut reader = house.db.read().await.unwrap();
    let names: Vec<String> = association::store::all(&mut reader, town.tenant)
        .await
        .unwrap()
        .into_iter()
        .map(|association| association.name)
        .collect();
    assert!(names.contains(&"Nyt Kor".to_owned()) && !names.contains(&"Glemt Kor".to_owned()), "{names:?}");
    assert_eq!(browser.get("/min-profil").await.status, StatusCode::OK, "a session that lives stays");
}
