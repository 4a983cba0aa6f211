//! Reorganising, with everything that was still readable (RS-10).

use samskab_kernel::Day;
use samskab_organisation::{
    testing::{self, NOW},
    unit::{self, timeline},
};
use samskab_store::{Db, Stamp, db_test, events};

use crate::browser::house;

#[db_test]
async fn a_care_home_is_renamed_and_moved_and_keeps_its_history(db: Db) {
    let house = house(db).await;
    let (town, today) = (house.town, NOW.day());
    let mut coordinator = house.signed_in(town.coordinator).await;
    let form = format!("/enheder/{}/omorganisering", town.havblik);
    assert_eq!(coordinator.get(&form).await.status, 200);
    let schools = town.schools.to_string();
    let from = today.plus_days(30).to_string();
    let fields = [
        ("name", "Havblikhuset"),
        ("kind", "kulturhus"),
        ("parent", schools.as_str()),
        ("from", from.as_str()),
    ];
    let saved = coordinator.post(&form, &fields).await;
    assert_eq!(
        (saved.status.as_u16(), saved.location.as_str()),
        (303, format!("/enheder/{}", town.havblik).as_str())
    );

    let mut reader = house.db.read().await.unwrap();
    let seen = |unit: Option<unit::Unit>| unit.map(|unit| (unit.name, unit.parent));
    let now = unit::store::find(&mut reader, town.tenant, town.havblik, today).await.unwrap();
    assert_eq!(seen(now), Some(("Plejehjemmet Havblik".into(), Some(town.care))));
    let later = unit::store::find(&mut reader, town.tenant, town.havblik, today.plus_days(30)).await.unwrap();
    assert_eq!(seen(later), Some(("Havblikhuset".into(), Some(town.schools))));
    let book = events::of(&mut reader, town.tenant, town.havblik.uuid()).await.unwrap();
    assert_eq!(book.last().map(|event| event.kind.as_str()), Some("unit.reorganised"));
    drop(reader);

    let page = coordinator.get(&format!("/enheder/{}", town.havblik)).await;
    assert!(page.has("Skifter navn fra Plejehjemmet Havblik til Havblikhuset."), "{}", page.body);
    assert!(page.has("Flytter fra Sundhed og Omsorg til Børn, Skole og Familie."));
    house.clock.set(house.clock.now().plus_days(30));
    let page = coordinator.get(&format!("/enheder/{}", town.havblik)).await;
    assert!(page.has("Skiftede navn fra Plejehjemmet Havblik til Havblikhuset."), "{}", page.body);
    assert!(page.has("Flyttede fra Sundhed og Omsorg til Børn, Skole og Familie."));
    house.clock.set(NOW);
    let chart = house.visitor().get(&format!("/organisation?dato={from}")).await;
    assert!(chart.has("Havblikhuset") && chart.has("som den er planlagt den 1. april 2026"));
}

#[db_test]
async fn an_institution_stands_under_a_department_and_history_is_not_rewritten(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut coordinator = house.signed_in(town.coordinator).await;
    let form = format!("/enheder/{}/omorganisering", town.havblik);
    let (central, care) = (town.central.to_string(), town.care.to_string());
    let wrong = coordinator
        .post(
            &form,
            &[("name", "Havblik"), ("kind", "plejehjem"), ("parent", &central), ("from", "2026-05-01")],
        )
        .await;
    assert!(wrong.status == 422 && wrong.has("En institution hører til et område"));
    let past = coordinator
        .post(&form, &[("name", "Havblik"), ("kind", "plejehjem"), ("parent", &care), ("from", "2018-10-01")])
        .await;
    assert!(past.status == 422 && past.has("er historie og bliver ikke ændret"));
    let empty = coordinator.post(&form, &[("name", ""), ("kind", "x"), ("from", "i morgen")]).await;
    assert!(empty.status == 422 && empty.has("i morgen"));
}

#[db_test]
async fn a_department_is_founded_another_closed_and_its_unit_shows_the_way(db: Db) {
    let house = house(db).await;
    let (town, today) = (house.town, NOW.day());
    let mut coordinator = house.signed_in(town.coordinator).await;
    let (central, care) = (town.central.to_string(), town.care.to_string());
    let fields = [
        ("name", "Kultur og Fritid"),
        ("kind", "sector"),
        ("parent", central.as_str()),
        ("from", "2026-01-01"),
        ("postcode", "9563"),
    ];
    let founded = coordinator.post("/enheder/ny", &fields).await;
    assert_eq!(founded.status, 303, "{}", founded.body);
    let page = coordinator.get(&founded.location).await;
    assert!(page.has("Kultur og Fritid") && page.has("9563 Lynghavn"), "the town follows the postcode");

    let closing = format!("/enheder/{}/lukning", town.schools);
    let refused = coordinator.post(&closing, &[("from", "2026-04-30"), ("successor", "")]).await;
    assert!(refused.status == 422 && refused.has("Fjordlund Skole hører stadig til her"));
    let home = format!("/enheder/{}/lukning", town.havblik);
    let closed =
        coordinator.post(&home, &[("from", "2026-03-01"), ("successor", &town.solgaarden.to_string())]).await;
    assert_eq!(closed.status, 303, "{}", closed.body);
    let page = house.visitor().get(&format!("/enheder/{}", town.havblik)).await;
    assert!(
        page.has("Lukket. Den sidste dag var 1. marts 2026")
            && page.has(&format!("/enheder/{}", town.solgaarden))
    );
    let mut reader = house.db.read().await.unwrap();
    assert_eq!(unit::store::find(&mut reader, town.tenant, town.havblik, today).await.unwrap(), None);
    assert!(
        unit::store::find(&mut reader, town.tenant, town.havblik, Day::of(2020, 1, 1))
            .await
            .unwrap()
            .is_some()
    );
    let _ = care;
}

#[db_test]
async fn those_with_a_position_and_those_who_take_over_are_told_that_a_unit_closes(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut coordinator = house.signed_in(town.coordinator).await;
    let home = format!("/enheder/{}/lukning", town.solgaarden);
    let fields = [("from", "2026-04-30"), ("successor", &town.havblik.to_string())];
    let closed = coordinator.post(&home, &fields).await;
    assert_eq!(closed.status, 303, "{}", closed.body);
    let page = coordinator.get(&closed.location).await;
    assert!(page.has("har fået en mail"), "what was done is said: {}", page.body);
    let people = [town.contact_solgaarden, town.deputy_solgaarden, town.key_care];
    let mut reader = house.db.read().await.unwrap();
    let people = samskab_organisation::person::store::find_many(&mut reader, town.tenant, &people).await;
    drop(reader);
    let mails = house.mails().await;
    for person in people.unwrap() {
        let own = mails.iter().filter(|mail| Some(&mail.to) == person.email.as_ref());
        let [mail] = own.collect::<Vec<_>>()[..] else { panic!("one letter to {}", person.name) };
        assert!(mail.body.contains("30. april 2026"), "{}", mail.body);
    }
}

#[db_test]
async fn what_a_unit_says_of_itself_is_for_its_own_people_to_change(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let form = format!("/enheder/{}/rediger", town.solgaarden);
    let fields = [
        ("about", "Kom til kaffe."),
        ("phone", "12 34 56 78"),
        ("postcode", "9561"),
        ("address", "Prøvevej 1"),
    ];
    let mut contact = house.signed_in(town.contact_solgaarden).await;
    assert_eq!(contact.post(&form, &fields).await.status, 303);
    let page = house.visitor().get(&format!("/enheder/{}", town.solgaarden)).await;
    assert!(page.has("Kom til kaffe.") && page.has("12 34 56 78"));
    let wrong = contact.post(&form, &[("phone", "ring bare"), ("about", "Beholdt tekst")]).await;
    assert!(wrong.status == 422 && wrong.has("ring bare") && wrong.has("Beholdt tekst"));

    let mut stranger = house.signed_in(town.contact_school).await;
    assert_eq!(stranger.post(&form, &fields).await.status, 404);
    assert_eq!(house.visitor().post(&form, &fields).await.status, 401);
    let reorganising = format!("/enheder/{}/omorganisering", town.solgaarden);
    assert_eq!(contact.get(&reorganising).await.status, 403, "moving a unit is the coordinator's");
    assert_eq!(contact.get("/enheder/ny").await.status, 403);
}

#[db_test]
async fn nothing_of_another_municipality_can_be_seen_or_changed(db: Db) {
    let house = house(db).await;
    let other = samskab_organisation::testing::town_at(&house.db, "naboby", "naboby.example").await;
    let mut coordinator = house.signed_in(house.town.coordinator).await;
    assert_eq!(coordinator.get(&format!("/enheder/{}", other.solgaarden)).await.status, 404);
    assert_eq!(coordinator.get(&format!("/stillinger/{}", other.position_key_care)).await.status, 404);
    let there =
        coordinator.post(&format!("/enheder/{}/rediger", other.solgaarden), &[("about", "Hej")]).await;
    assert!(there.status == 404 || there.status == 403);
    let there = coordinator
        .post(&format!("/stillinger/{}/kontakt-til-koordinator", other.position_key_care_health), &[])
        .await;
    assert_eq!(there.status, 404);
}

/// The SQL does what the rules say: after every change the stored life of a unit is the one the rules foresee.
#[db_test]
async fn what_is_stored_is_what_the_rules_foresee(db: Db) {
    let town = testing::town(&db).await;
    let today = NOW.day();
    let dice = samskab_kernel::Dice::seeded(7);
    for _ in 0..25 {
        let mut tx = db.begin(Stamp { tenant: town.tenant, actor: None, now: NOW }).await.unwrap();
        let every = unit::store::every_version(&mut tx, town.tenant).await.unwrap();
        let life: Vec<unit::Unit> =
            every.iter().filter(|version| version.id == town.havblik).cloned().collect();
        let day = testing::SINCE.plus_days(dice.below(4000) as i32);
        let foreseen = if dice.below(8) == 0 {
            let ended = timeline::with_end(life.clone(), day, None, &every);
            if ended.is_ok() {
                unit::store::close(&mut tx, town.havblik, day, None).await.unwrap();
            }
            ended
        } else {
            let mut changed = life[0].clone();
            changed.name = format!("Navn {}", dice.below(1000));
            changed.validity.from = day;
            let changed = timeline::with_change(life.clone(), changed, today);
            if let Some(last) = changed.as_ref().ok().and_then(|life| life.last()) {
                unit::store::new_version(&mut tx, last).await.unwrap();
            }
            changed
        };
        let stored = unit::store::versions(&mut tx, town.tenant, town.havblik).await.unwrap();
        assert_eq!(stored, foreseen.unwrap_or(life));
        tx.commit().await.unwrap();
    }
}

#[db_test]
async fn a_last_day_in_the_year_9999_is_asked_about(db: Db) {
    let house = house(db).await;
    let mut coordinator = house.signed_in(house.town.coordinator).await;
    let unit = format!("/enheder/{}", house.town.havblik);
    let page = coordinator.post(&format!("{unit}/lukning"), &[("from", "31-12-9999")]).await;
    assert!(page.status == 422 && page.has("højst 50 år") && page.has("31-12-9999"), "{}", page.body);
    let tomorrow = NOW.day().plus_days(1).to_string();
    assert_eq!(coordinator.post(&format!("{unit}/lukning"), &[("from", &tomorrow)]).await.status, 303);
}

#[db_test]
async fn what_was_or_will_be_is_looked_at_and_not_changed(db: Db) {
    let house = house(db).await;
    let mut coordinator = house.signed_in(house.town.coordinator).await;
    let unit = format!("/enheder/{}", house.town.havblik);
    let offers = ["/omorganisering\"", "/lukning\"", "/rediger\"", "/stillinger/ny\""];
    let today = coordinator.get(&unit).await;
    assert!(offers.iter().all(|way| today.has(way)), "{}", today.body);
    assert!(coordinator.get("/organisation").await.has("/enheder/ny"));
    for day in [NOW.day().plus_days(-1), NOW.day().plus_days(30)] {
        let then = coordinator.get(&format!("{unit}?dato={day}")).await;
        assert!(then.status == 200 && !offers.iter().any(|way| then.has(way)), "{day}");
        assert!(!coordinator.get(&format!("/organisation?dato={day}")).await.has("/enheder/ny"));
    }
}
