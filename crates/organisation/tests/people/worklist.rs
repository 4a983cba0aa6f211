use axum::http::StatusCode;
use samskab_organisation::{
    association::{self, Association, AssociationKind, State, Theme},
    person::PersonId,
    testing::NOW,
};
use samskab_store::{Db, Stamp, db_test};

use crate::browser::{House, house};

/// With one association that waits since this morning.
async fn waiting(db: Db) -> House {
    let house = house(db).await;
    let mut tx = house.db.begin(Stamp { tenant: house.town.tenant, actor: None, now: NOW }).await.unwrap();
    let new =
        Association::new(tx.new_id(), "Nordby Petanque", AssociationKind::Association, Theme::Social, NOW);
    association::store::add(&mut tx, &new.in_state(State::Pending, NOW)).await.unwrap();
    tx.commit().await.unwrap();
    house
}

async fn sees_it(house: &House, person: PersonId) -> bool {
    house.signed_in(person).await.get("/overblik").await.has("Godkend Nordby Petanque")
}

#[db_test]
async fn a_new_association_waits_for_the_coordinator_alone(db: Db) {
    let house = waiting(db).await;
    assert!(sees_it(&house, house.town.coordinator).await);
    for other in [house.town.deputy_coordinator, house.town.key_care, house.town.chair_handball] {
        assert!(!sees_it(&house, other).await);
    }
}

#[db_test]
async fn what_nobody_answers_in_time_also_reaches_the_deputy(db: Db) {
    let house = waiting(db).await;
    // Monday 2 March and five working days: until the end of Monday the 9th.
    house.clock.set(NOW.plus_days(7));
    assert!(!sees_it(&house, house.town.deputy_coordinator).await);
    house.clock.set(NOW.plus_days(8));
    let page = house.signed_in(house.town.deputy_coordinator).await.get("/overblik").await;
    assert!(page.has("Godkend Nordby Petanque") && page.has("1 dag over fristen"));
    assert!(page.has("Fordi ingen har svaret til tiden"), "and says why it came here");
    assert!(page.has("#warning"), "marked by a sign and words, not by colour alone");
}

#[db_test]
async fn nothing_waiting_is_said_kindly(db: Db) {
    let house = house(db).await;
    let page = house.signed_in(house.town.chair_handball).await.get("/overblik").await;
    assert!(page.has("Intet venter på dig") && page.has("Tid til en kop kaffe."));
    assert!(page.has(&format!("/foreninger/{}", house.town.handball)), "the own association is a click away");
}

#[db_test]
async fn the_overview_is_for_those_signed_in(db: Db) {
    let house = house(db).await;
    let page = house.visitor().get("/overblik").await;
    assert_eq!(page.status, StatusCode::UNAUTHORIZED);
    assert!(page.has("/log-ind?videre=/overblik"), "and the way in leads back here");
}

#[db_test]
async fn a_contact_finds_the_own_unit(db: Db) {
    let house = house(db).await;
    let page = house.signed_in(house.town.contact_solgaarden).await.get("/overblik").await;
    assert!(page.has(&format!("/enheder/{}", house.town.solgaarden)));
    assert!(page.has("/mine-opgaver") && page.has("/min-profil"));
    assert!(!page.has("href=\"/import\""), "imports are the coordinator's");
}
