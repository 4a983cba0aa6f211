//! *Find din kontakt* and *Sådan er vi organiseret*: always a human with a telephone number (RS-38, RD-18).

use samskab_organisation::{position, testing::NOW};
use samskab_store::{Db, Stamp, db_test};

use crate::browser::house;

#[db_test]
async fn everybody_is_found_by_place_area_topic_and_town(db: Db) {
    let house = house(db).await;
    let mut visitor = house.visitor();
    for (asked, name, phone) in [
        ("/kontakt?q=solg%C3%A5rden", "Lone Papsen", "12 70 11 05"),
        ("/kontakt?q=solgaarden", "Lone Papsen", "12 70 11 05"),
        ("/kontakt?q=skole", "Mette Eksempel", "12 70 11 07"),
        ("/kontakt?q=bes%C3%B8gsven", "Karen Tænkthøj", "12 70 11 02"),
        ("/kontakt?q=havblik", "Karen Tænkthøj", "12 70 11 02"),
        ("/kontakt?emne=schools", "Erik Fiktiv", "12 70 11 04"),
        ("/kontakt?q=9563", "Karen Tænkthøj", "12 70 11 02"),
        ("/kontakt?q=solgarden", "Lone Papsen", "12 70 11 05"),
        ("/kontakt?q=havblki", "Karen Tænkthøj", "12 70 11 02"),
        ("/kontakt?by=9563", "Karen Tænkthøj", "12 70 11 02"),
        ("/kontakt?q=xyzzy", "Asta Prøvested", "12 70 94 76"),
        ("/kontakt", "Asta Prøvested", "12 70 94 76"),
    ] {
        let page = visitor.get(asked).await;
        assert_eq!(page.status, 200, "{asked}");
        assert!(page.has(name) && page.has(phone), "{asked} does not lead to {name}");
    }
    let area = visitor.get(&format!("/kontakt?omraade={}", house.town.care)).await;
    assert!(
        area.has("Plejehjemmet Solgården")
            && area.has("Plejehjemmet Havblik")
            && !area.has("Fjordlund Skole</a>")
    );
    assert!(area.has("Nøglepersonen for området svarer"));
}

#[db_test]
async fn the_deputy_is_shown_with_the_last_day(db: Db) {
    let house = house(db).await;
    let today = NOW.day();
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: NOW };
    let mut tx = house.db.begin(stamp).await.unwrap();
    position::store::add_absence(&mut tx, house.town.contact_solgaarden, today, today.plus_days(3))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    let page = house.visitor().get("/kontakt?q=solg%C3%A5rden").await;
    assert!(page.has("Viggo Skitse") && page.has("Stedfortræder til og med 5. marts 2026"));
    assert!(!page.has("12 70 11 05"), "nobody is asked to call somebody who is away");
    let chart = house.visitor().get("/organisation").await;
    let list = chart.body.split("id=\"liste\"").nth(1).unwrap();
    assert!(
        list.contains("væk til og med") && !list.contains("12 70 11 05"),
        "as the drawing says it: {list}"
    );
    assert!(list.contains("Viggo Skitse (stedfortræder)"), "and who answers: {list}");
    let english = house.visitor().get("/kontakt?q=solg%C3%A5rden&sprog=en").await;
    assert!(english.has("Deputy until 5 March 2026"));
}

#[db_test]
async fn the_chart_shows_the_levels_who_answers_and_what_is_missing(db: Db) {
    let house = house(db).await;
    let page = house.visitor().get("/organisation").await;
    assert_eq!(page.status, 200);
    for text in [
        "Sundhed og Omsorg",
        "Asta Prøvested",
        "Karen Tænkthøj",
        "Mangler en kontaktperson",
        "HovedMED",
        "Ældrerådet",
        "2 til 3 møder om året",
        "Skal høres efter loven: Alle forslag, der vedrører de ældre",
        "Nøgleperson: Karen Tænkthøj (områdets kontakt til koordinatoren)",
    ] {
        assert!(page.has(text), "{text}");
    }
    assert!(
        !page.has("Systemadministrator") && !page.has("Ib Opdigt"),
        "who runs the machine stands in no chart"
    );
    assert!(!page.has("Du ser organisationen"));
    let before = house.visitor().get("/organisation?dato=2015-06-01").await;
    assert!(before.has("Du ser organisationen, som den var den 1. juni 2015"));
    assert!(!before.has("Sundhed og Omsorg"));
    let wrong = house.visitor().get("/organisation?dato=31-02-2015").await;
    assert!(wrong.status == 200 && wrong.has("31-02-2015") && wrong.has("form-error"));
}

#[db_test]
async fn the_page_of_a_unit_and_of_a_position(db: Db) {
    let house = house(db).await;
    let unit = house.visitor().get(&format!("/enheder/{}", house.town.solgaarden)).await;
    for text in [
        "Plejehjemmet Solgården",
        "Plejehjem",
        "Lone Papsen",
        "9561 Fjordlund",
        "Begyndte som",
        "/opgaver?enhed=",
        "Lone Papsen (stedfortræder: Viggo Skitse)",
    ] {
        assert!(unit.has(text), "{text}");
    }
    assert!(!unit.has("/rediger"), "the public changes nothing");
    let position = house.visitor().get(&format!("/stillinger/{}", house.town.position_key_care)).await;
    assert!(
        position.has("Koordinator for kontaktpersoner") && position.has("Områdets kontakt til koordinatoren")
    );
    let english =
        house.visitor().get(&format!("/stillinger/{}?sprog=en", house.town.position_key_care)).await;
    assert!(english.has("Coordinator for contact persons"));
    let contact = house.visitor().get(&format!("/stillinger/{}", house.town.position_contact_school)).await;
    assert!(contact.has("Den fælles tjekliste") && !contact.has("Brobygning"));
    assert_eq!(house.visitor().get("/enheder/00000000-0000-0000-0000-000000000000").await.status, 404);
}

#[db_test]
async fn the_menu_marks_what_a_page_stands_under(db: Db) {
    let house = house(db).await;
    let mut coordinator = house.signed_in(house.town.coordinator).await;
    let marked = "<li class=\"active current\"><a href=\"/organisation\"";
    for path in [format!("/enheder/{}", house.town.solgaarden), "/organisation".to_owned()] {
        assert!(coordinator.get(&path).await.has(marked), "{path}");
    }
    assert!(!coordinator.get("/overblik").await.has(marked));
}

#[db_test]
async fn the_values_of_the_policy_are_read_by_everybody_in_both_languages(db: Db) {
    let house = house(db).await;
    let mut visitor = house.visitor();
    assert!(visitor.get("/organisation").await.has("href=\"/vaerdier\""));
    let page = visitor.get("/vaerdier").await;
    assert!(page.status == 200 && page.has("Plads til mangfoldighed"), "{}", page.body);
    assert!(visitor.get("/vaerdier?sprog=en").await.has("Room for diversity"));
}
