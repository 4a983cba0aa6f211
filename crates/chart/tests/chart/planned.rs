//! What is planned for a unit is told as what is to come, by everybody who reads about it and to those it concerns.

use samskab_organisation::{
    position::{self, Capacity},
    testing::NOW,
};
use samskab_store::{Db, Stamp, db_test, events};

use crate::browser::house;

#[db_test]
async fn a_closing_to_come_is_said_before_its_day_and_can_be_taken_back(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut coordinator = house.signed_in(town.coordinator).await;
    let unit = format!("/enheder/{}", town.solgaarden);
    let closing = format!("{unit}/lukning");
    let fields = [("from", "2026-03-31"), ("successor", &town.havblik.to_string())];
    assert_eq!(coordinator.post(&closing, &fields).await.status, 303);

    let seen = house.visitor().get(&unit).await;
    let next = format!("Derefter: <a class=\"function-link\" href=\"/enheder/{}\">", town.havblik);
    assert!(seen.has("Lukker den 31. marts 2026") && seen.has(&next), "{}", seen.body);
    assert!(seen.has("Lukker. Det er den sidste dag. Plejehjemmet Havblik tager over."), "{}", seen.body);
    assert!(!seen.has("Lukkede"), "it is open");
    let chart = house.visitor().get("/organisation").await;
    assert!(chart.has("Lukker den 31. marts 2026. Derefter: Plejehjemmet Havblik"), "{}", chart.body);

    let own = coordinator.get(&unit).await;
    assert!(own.has("Fortryd lukningen") && !own.has("Åbn enheden igen"), "{}", own.body);
    assert!(!own.has("/lukning\""), "it is not closed twice");
    let again = coordinator.get(&closing).await;
    assert!(again.has("lukker allerede den 31. marts 2026") && !again.has("name=\"from\""), "{}", again.body);
    let earlier = coordinator.post(&closing, &[("from", "2026-03-10")]).await;
    assert!(earlier.status == 422 && earlier.has("lukker allerede den 31. marts 2026"), "{}", earlier.body);

    let keeping = coordinator.get(&format!("{unit}/genaabning")).await;
    assert!(keeping.has("Fortryd lukningen af Plejehjemmet Solgården"), "{}", keeping.body);
    assert!(keeping.has("Enheden skal lukke den 31. marts 2026") && !keeping.has("kommer tilbage"));
    assert_eq!(coordinator.post(&format!("{unit}/genaabning"), &[]).await.status, 303);
    let kept = coordinator.get(&unit).await;
    assert!(kept.has("Lukningen er fortrudt") && !kept.has("Lukker"), "{}", kept.body);
}

#[db_test]
async fn a_closing_that_has_been_is_told_as_one_that_has_been(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut coordinator = house.signed_in(town.coordinator).await;
    let unit = format!("/enheder/{}", town.havblik);
    assert_eq!(coordinator.post(&format!("{unit}/lukning"), &[("from", "2026-03-04")]).await.status, 303);
    house.clock.set(NOW.plus_days(3));
    let seen = coordinator.get(&unit).await;
    assert!(seen.has("Lukkede. Det var den sidste dag.") && seen.has("Åbn enheden igen"), "{}", seen.body);
    assert!(!seen.has("Fortryd lukningen"));
}

#[db_test]
async fn what_is_saved_without_a_change_makes_no_history(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut coordinator = house.signed_in(town.coordinator).await;
    let unit = format!("/enheder/{}", town.havblik);
    let fields = [
        ("name", "Plejehjemmet Havblik"),
        ("kind", "plejehjem"),
        ("parent", &town.care.to_string()),
        ("from", "2026-03-02"),
    ];
    assert_eq!(coordinator.post(&format!("{unit}/omorganisering"), &fields).await.status, 303);
    assert!(coordinator.get(&unit).await.has("Der er ikke ændret noget."));
    let described = [("address", "Prøvevej 1"), ("postcode", "9563")];
    for said in ["Ændringen er gemt.", "Der er ikke ændret noget."] {
        assert_eq!(coordinator.post(&format!("{unit}/rediger"), &described).await.status, 303);
        assert!(coordinator.get(&unit).await.has(said), "{said}");
    }
    let mut reader = house.db.read().await.unwrap();
    let book = events::of(&mut reader, town.tenant, town.havblik.uuid()).await.unwrap();
    let kinds: Vec<&str> = book.iter().map(|event| event.kind.as_str()).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == "unit.described").count(), 1, "{kinds:?}");
    assert!(!kinds.contains(&"unit.reorganised"), "{kinds:?}");
}

#[db_test]
async fn a_move_to_another_area_says_who_answers_then_and_those_it_concerns_are_told_once(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut coordinator = house.signed_in(town.coordinator).await;
    let form = format!("/enheder/{}/omorganisering", town.solgaarden);
    let page = coordinator.get(&form).await;
    assert!(page.has("Hvis den flytter til et andet område"), "{}", page.body);
    assert!(page.has("Børn, Skole og Familie (nøgleperson: Erik Fiktiv)"), "{}", page.body);
    let fields = [
        ("name", "Plejehjemmet Solgården"),
        ("kind", "plejehjem"),
        ("parent", &town.schools.to_string()),
        ("from", "2026-04-01"),
    ];
    assert_eq!(coordinator.post(&form, &fields).await.status, 303);
    let unit = coordinator.get(&format!("/enheder/{}", town.solgaarden)).await;
    assert!(unit.has("De, det angår, har fået en mail."), "{}", unit.body);
    assert!(unit.has("1. april 2026: Flytter fra Sundhed og Omsorg til Børn, Skole og Familie."));
    let chart = house.visitor().get("/organisation").await;
    assert!(chart.has("Hører fra den 1. april 2026 til Børn, Skole og Familie"), "{}", chart.body);

    let mails = house.mails().await;
    let mut told: Vec<&str> = mails.iter().map(|mail| mail.to.as_str()).collect();
    told.sort_unstable();
    let contact_and_deputy = ["lone.papsen@fjordlund.example", "viggo.skitse@fjordlund.example"];
    let key_persons = ["bente.kulisse@fjordlund.example", "erik.fiktiv@fjordlund.example"];
    assert_eq!(told.len(), 5, "{told:?}");
    assert!(contact_and_deputy.iter().chain(&key_persons).all(|to| told.contains(to)), "{told:?}");
    let to = |who: &str| mails.iter().find(|mail| mail.to.as_str().starts_with(who)).unwrap();
    let text = |who: &str| to(who).body.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(to("lone").subject, "Plejehjemmet Solgården flytter til Børn, Skole og Familie");
    assert!(text("lone").contains("Familie, der svarer: Erik Fiktiv."), "{}", text("lone"));
    assert!(text("erik").contains("er Plejehjemmet Solgården en del af dit område"), "{}", text("erik"));
    assert!(text("bente").contains("ikke mere en del af dit område"), "{}", text("bente"));

    let renamed = [("name", "Solgårdshuset"), fields[1], fields[2], fields[3]];
    assert_eq!(coordinator.post(&form, &renamed).await.status, 303);
    assert_eq!(house.mails().await.len(), 5, "nobody is told of a move again");
}

#[db_test]
async fn a_place_with_only_a_deputy_lacks_a_contact_and_every_page_names_the_deputy(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let stamp = Stamp { tenant: town.tenant, actor: None, now: NOW };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let today = NOW.day();
    let every = position::store::every_appointment(&mut tx, town.tenant, town.position_contact_solgaarden);
    let every = every.await.unwrap();
    let holder = every.iter().find(|one| one.capacity == Capacity::Holder).unwrap();
    position::store::end_appointment(&mut tx, holder.id, today.plus_days(-1)).await.unwrap();
    tx.commit().await.unwrap();
    let mut coordinator = house.signed_in(town.coordinator).await;
    for path in [
        "/organisation",
        "/organisation/daekning",
        "/kontakt?q=solgaarden",
        &format!("/enheder/{}", town.solgaarden),
    ] {
        let page = coordinator.get(path).await;
        assert!(page.has("Viggo Skitse (stedfortræder)"), "{path}: {}", page.body);
    }
    let chart = coordinator.get("/organisation").await;
    assert!(chart.has("Mangler en kontaktperson. Viggo Skitse (stedfortræder) svarer."), "{}", chart.body);
    let coverage = coordinator.get("/organisation/daekning").await;
    assert_eq!(coverage.body.matches("> Mangler<").count() + coverage.body.matches(">Mangler<").count(), 2);
    assert!(house.signed_in(town.key_care).await.get("/overblik").await.has("2 steder i Sundhed og Omsorg"));
}
