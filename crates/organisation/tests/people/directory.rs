use axum::http::StatusCode;
use samskab_organisation::{
    association::{self, Association, AssociationKind, State, Theme},
    testing::NOW,
};
use samskab_store::{Db, Stamp, db_test};

use crate::browser::{House, house};

/// Beside the handball club: three in two towns.
async fn filled(db: Db) -> House {
    let house = house(db).await;
    let mut tx = house.db.begin(Stamp { tenant: house.town.tenant, actor: None, now: NOW }).await.unwrap();
    for (name, kind, theme, topics, postcode, city, place, state) in [
        (
            "Ældre Hjælper",
            AssociationKind::InformalGroup,
            Theme::Social,
            "visiting_friend",
            "9561",
            "Fjordlund",
            (56.858, 10.125),
            State::Approved,
        ),
        (
            "Åkoret",
            AssociationKind::Association,
            Theme::Culture,
            "",
            "9563",
            "Lynghavn",
            (56.884, 10.266),
            State::Approved,
        ),
        (
            "Bagværk & Co.",
            AssociationKind::Company,
            Theme::Social,
            "visiting_friend",
            "9563",
            "Lynghavn",
            (56.884, 10.266),
            State::Approved,
        ),
        (
            "Endnu Ikke Godkendt",
            AssociationKind::Association,
            Theme::Social,
            "",
            "9563",
            "Lynghavn",
            (56.884, 10.266),
            State::Pending,
        ),
    ] {
        let new = Association::new(tx.new_id(), name, kind, theme, NOW);
        let association = Association {
            topics: topics.to_owned(),
            postcode: postcode.parse().ok(),
            city: city.to_owned(),
            place: Some(place),
            state,
            ..new
        };
        association::store::add(&mut tx, &association).await.unwrap();
    }
    tx.commit().await.unwrap();
    house.index().await;
    house
}

/// The names on the page, in its order.
fn order(body: &str) -> Vec<String> {
    let names = ["Ældre Hjælper", "Åkoret", "Bagværk &#38; Co.", "Endnu Ikke Godkendt"];
    let mut found: Vec<_> =
        names.iter().filter_map(|name| Some((body.find(&format!(">{name}</a>"))?, *name))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, name)| name.to_owned()).collect()
}

#[db_test]
async fn everybody_sees_the_approved_ones_in_danish_order(db: Db) {
    let house = filled(db).await;
    let page = house.visitor().get("/foreninger").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(order(&page.body), ["Bagværk &#38; Co.", "Ældre Hjælper", "Åkoret"]);
}

#[db_test]
async fn filters_stand_in_the_address_and_can_be_taken_away(db: Db) {
    let house = filled(db).await;
    let page = house.visitor().get("/foreninger?tema=social&by=Lynghavn&side=1").await;
    assert_eq!(order(&page.body), ["Bagværk &#38; Co."]);
    assert!(page.has("href=\"/foreninger?by=Lynghavn\""), "without the theme");
    assert!(page.has("href=\"/foreninger?tema=social\""), "without the town");
    let two = house.visitor().get("/foreninger?tema=social&tema=culture").await;
    assert_eq!(order(&two.body).len(), 3);
    let kind = house.visitor().get("/foreninger?slags=company").await;
    assert_eq!(order(&kind.body), ["Bagværk &#38; Co."], "every kind is found on equal terms");
}

#[db_test]
async fn the_nearest_come_first_when_a_place_is_given(db: Db) {
    let house = filled(db).await;
    let page = house.visitor().get("/foreninger?sted=9561&tema=social").await;
    assert_eq!(order(&page.body), ["Ældre Hjælper", "Bagværk &#38; Co."]);
    let page = house.visitor().get("/foreninger?sted=lynghavn&tema=social").await;
    assert_eq!(order(&page.body), ["Bagværk &#38; Co.", "Ældre Hjælper"]);
    let nowhere = house.visitor().get("/foreninger?sted=Atlantis").await;
    assert!(nowhere.has("Atlantis") && nowhere.status == StatusCode::OK);
    assert_eq!(order(&nowhere.body).len(), 3, "an unknown place hides nothing");
}

#[db_test]
async fn everyday_words_of_a_topic_find_those_who_have_it(db: Db) {
    let house = filled(db).await;
    let page = house.visitor().get("/foreninger?q=ensomhed").await;
    let mut found = order(&page.body);
    found.sort_unstable();
    assert_eq!(found, ["Bagværk &#38; Co.", "Ældre Hjælper"]);
    let nothing = house.visitor().get("/foreninger?q=rumrejser").await;
    assert!(nothing.has("Vi fandt ingen"));
}

#[db_test]
async fn the_feed_is_the_same_result_and_says_where_it_goes_on(db: Db) {
    let house = filled(db).await;
    let page = house.visitor().get("/foreninger.json?tema=social&tema=culture").await;
    let feed: serde_json::Value = serde_json::from_str(&page.body).unwrap();
    assert_eq!(feed["total"], 3);
    assert_eq!(feed["associations"][0]["name"], "Bagværk & Co.");
    assert_eq!(feed["associations"][0]["theme"], "social");
    assert!(feed["next"].is_null());
}

#[db_test]
async fn an_association_that_closes_leaves_the_search(db: Db) {
    let house = filled(db).await;
    let mut coordinator = house.signed_in(house.town.coordinator).await;
    let handball = format!("/foreninger/{}", house.town.handball);
    assert!(house.visitor().get("/foreninger").await.has(&handball));
    coordinator.post(&format!("{handball}/luk"), &[("reason", "Nedlagt.")]).await;
    house.index().await;
    assert!(!house.visitor().get("/foreninger").await.has(&handball));
}

#[db_test]
async fn a_strange_address_is_answered_like_the_plain_one(db: Db) {
    let house = filled(db).await;
    for query in ["side=nul", "side=-1", "orden=x&tema=findesikke", "q=%F0%9F%98%80", "tema=&by="] {
        let page = house.visitor().get(&format!("/foreninger?{query}")).await;
        assert_eq!(page.status, StatusCode::OK, "{query}");
    }
}
