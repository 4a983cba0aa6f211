//! Filling positions, holidays, reasons, and what waits for those who see to it (RS-15…18, VB-02).

use samskab_kernel::Validity;
use samskab_organisation::{
    body::{
        self, Body, BodyKind,
        seat::{self, Seat, SeatRole},
    },
    position::{self, PositionKind},
    testing::NOW,
};
use samskab_store::{Db, Stamp, db_test};

use crate::browser::house;

#[db_test]
async fn a_key_person_creates_a_contact_and_finds_somebody_for_it(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut key = house.signed_in(town.key_care).await;
    let creating = format!("/enheder/{}/stillinger/ny", town.havblik);
    let form = key.get(&creating).await;
    assert!(
        form.status == 200 && form.has("local_contact") && !form.has("key_person"),
        "only what stands on an institution"
    );
    let fields = [
        ("kind", "local_contact"),
        ("title", "Ergoterapeut"),
        ("from", "2026-03-02"),
        ("topics", "dementia"),
        ("topics", "health"),
    ];
    let created = key.post(&creating, &fields).await;
    assert_eq!(created.status, 303, "{}", created.body);
    let position = created.location.trim_end_matches("/udnaevnelse").to_owned();

    let nameless = key
        .post(
            &created.location,
            &[("capacity", "holder"), ("email", "ny@fjordlund.example"), ("from", "2026-03-02")],
        )
        .await;
    assert!(nameless.status == 422 && nameless.has("ny@fjordlund.example"));
    let fields = [
        ("capacity", "holder"),
        ("email", "ny@fjordlund.example"),
        ("name", "Nanna Ny"),
        ("phone", "12 70 99 01"),
        ("from", "2026-03-02"),
    ];
    assert_eq!(key.post(&created.location, &fields).await.status, 303);
    let page = house.visitor().get(&position).await;
    assert!(page.has("Nanna Ny") && page.has("12 70 99 01") && page.has("Demens"));
    let found = house.visitor().get("/kontakt?q=havblik").await;
    assert!(found.has("Nanna Ny") && !found.has("ingen kontaktperson lige nu"));

    // Somebody new takes over; the one before stays in the history.
    let fields = [("capacity", "holder"), ("email", "lone.papsen@fjordlund.example"), ("from", "2026-03-02")];
    let same_day = key.post(&created.location, &fields).await;
    assert!(same_day.status == 422 && same_day.has("En anden har stillingen fra den 2. marts 2026"));
    let fields = [("capacity", "holder"), ("email", "lone.papsen@fjordlund.example"), ("from", "2026-04-01")];
    assert_eq!(key.post(&created.location, &fields).await.status, 303);
    let page = key.get(&position).await;
    assert!(page.has("2. marts 2026 til 31. marts 2026") && page.has("Lone Papsen"));

    let mut school = house.signed_in(town.contact_school).await;
    assert_eq!(school.get(&creating).await.status, 403);
    assert_eq!(
        school.post(&format!("{position}/nedlaeggelse"), &[("last_day", "2026-03-02")]).await.status,
        404
    );
}

#[db_test]
async fn the_liaison_changes_in_one_step_and_stays_one(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut coordinator = house.signed_in(town.coordinator).await;
    let health = format!("/stillinger/{}", town.position_key_care_health);
    assert!(coordinator.get(&health).await.has("Gør til kontakt til koordinatoren"));
    let made = coordinator.post(&format!("{health}/kontakt-til-koordinator"), &[]).await;
    assert_eq!(made.status, 303);
    assert!(house.visitor().get(&health).await.has("Områdets kontakt til koordinatoren"));
    let before = house.visitor().get(&format!("/stillinger/{}", town.position_key_care)).await;
    assert!(!before.has("Områdets kontakt til koordinatoren"));
    let contact = format!("/stillinger/{}/kontakt-til-koordinator", town.position_contact_school);
    assert_eq!(coordinator.post(&contact, &[]).await.status, 400, "only a key person");
}

#[db_test]
async fn a_reason_why_not_takes_the_place_off_the_list_of_the_missing(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut key = house.signed_in(town.key_care).await;
    let coverage = key.get("/organisation/daekning").await;
    assert!(coverage.status == 200 && coverage.has("Mangler"));
    let list = key.get("/overblik").await;
    assert!(list.has("Ét sted i Sundhed og Omsorg mangler en kontaktperson"), "{}", list.body);

    let waiving = format!("/enheder/{}/uden-kontaktperson", town.havblik);
    let empty = key.post(&waiving, &[("reason", " ")]).await;
    assert_eq!(empty.status, 422);
    let reason = "Beboerne flytter ud til sommer.";
    assert_eq!(key.post(&waiving, &[("reason", reason)]).await.status, 303);
    assert!(house.visitor().get(&format!("/enheder/{}", town.havblik)).await.has(reason));
    assert!(key.get("/organisation/daekning").await.has("Begrundet"));
    assert!(!key.get("/overblik").await.has("mangler en kontaktperson"));
    assert_eq!(key.post(&format!("{waiving}/ophoer"), &[]).await.status, 303);
    assert!(key.get("/overblik").await.has("mangler en kontaktperson"));
}

#[db_test]
async fn an_area_without_a_key_person_lands_on_the_coordinators_list(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut coordinator = house.signed_in(town.coordinator).await;
    assert!(!coordinator.get("/overblik").await.has("mangler en nøgleperson"));
    let ending = format!("/stillinger/{}/nedlaeggelse", town.position_key_schools);
    assert_eq!(coordinator.get(&ending).await.status, 200);
    let too_early = coordinator.post(&ending, &[("last_day", "2010-01-01")]).await;
    assert!(too_early.status == 422 && too_early.has("Det begyndte først den 1. oktober 2018"));
    assert_eq!(coordinator.post(&ending, &[("last_day", "2026-03-01")]).await.status, 303);
    let list = coordinator.get("/overblik").await;
    assert!(list.has("Børn, Skole og Familie mangler en nøgleperson"));
    assert!(coordinator.get("/organisation/daekning").await.has("Mangler en nøgleperson"));
}

#[db_test]
async fn holidays_and_who_steps_in(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut contact = house.signed_in(town.contact_solgaarden).await;
    let page = contact.get("/min-ferie").await;
    assert!(page.status == 200 && page.has("Viggo Skitse"));
    let sent =
        contact.post("/min-profil/fravaer", &[("first_day", "2026-03-02"), ("last_day", "2026-03-06")]).await;
    assert_eq!(sent.status, 303);
    assert!(contact.get("/min-ferie").await.has("2. marts 2026 til 6. marts 2026"));
    assert!(house.visitor().get("/kontakt?q=solgaarden").await.has("Stedfortræder til og med 6. marts 2026"));
    assert_eq!(house.visitor().get("/min-ferie").await.status, 401);
}

#[db_test]
async fn whoever_becomes_a_deputy_reads_of_an_absence_that_was_noted_before(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut contact = house.signed_in(town.contact_solgaarden).await;
    contact.post("/min-profil/fravaer", &[("first_day", "2026-03-09"), ("last_day", "2026-03-13")]).await;
    let mut reader = house.db.read().await.unwrap();
    let all = position::store::all(&mut reader, town.tenant, house.clock.now().day()).await.unwrap();
    drop(reader);
    let held = all.iter().find(|held| {
        held.position.kind == PositionKind::LocalContact
            && held.holders().any(|holder| holder.person == town.contact_solgaarden)
    });
    let appointing = format!("{}/udnaevnelse", held.unwrap().position.href());
    let mut key = house.signed_in(town.key_care).await;
    let fields = [
        ("capacity", "deputy"),
        ("email", "frida@fjordlund.example"),
        ("name", "Frida Fiktiv"),
        ("from", "2026-03-02"),
    ];
    assert_eq!(key.post(&appointing, &fields).await.status, 303);
    let mut mails = house.mails().await;
    mails.retain(|mail| mail.to.to_string() == "frida@fjordlund.example");
    let told = mails.iter().any(|mail| mail.body.contains("stedfortræder i"));
    assert!(told, "and one that says what she is now: {mails:?}");
    mails.retain(|mail| mail.body.contains("9. marts 2026"));
    let [mail] = mails.as_slice() else { panic!("one letter: {mails:?}") };
    assert!(mail.body.contains("9. marts 2026") && mail.body.contains("13. marts 2026"), "{}", mail.body);
}

/// Every door to the positions of administrators: a coordinator finds none of them open, and no link to one.
#[db_test]
async fn only_an_administrator_says_who_is_an_administrator(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut reader = house.db.read().await.unwrap();
    let all = position::store::all(&mut reader, town.tenant, house.clock.now().day()).await.unwrap();
    drop(reader);
    let held = all.iter().find(|held| held.position.kind == PositionKind::Administrator).unwrap();
    let (page, appointment) = (held.position.href(), held.appointments[0].id);
    let ending = format!("{page}/udnaevnelser/{appointment}/ophoer");
    let doors = [
        (format!("{page}/rediger"), vec![("phone", "12 34 56 78")]),
        (
            format!("{page}/udnaevnelse"),
            vec![
                ("capacity", "deputy"),
                ("email", "asta.proevested@fjordlund.example"),
                ("from", "2026-03-02"),
            ],
        ),
        (ending.clone(), vec![("last_day", "2026-03-02")]),
        (format!("{page}/nedlaeggelse"), vec![("last_day", "2026-03-02")]),
        (format!("/enheder/{}/lukning", town.central), vec![("from", "2026-03-02")]),
    ];
    let creating = format!("/enheder/{}/stillinger/ny", town.central);
    let new = [("kind", "administrator"), ("title", "Systemejer"), ("from", "2026-03-02")];

    for person in [town.coordinator, town.deputy_coordinator] {
        let mut coordinator = house.signed_in(person).await;
        for (door, fields) in &doors {
            assert_eq!(coordinator.get(door).await.status, 403, "{door}");
            assert_eq!(coordinator.post(door, fields).await.status, 404, "{door}");
        }
        assert!(!coordinator.get(&creating).await.has("\"administrator\""));
        assert_eq!(coordinator.post(&creating, &new).await.status, 422);
        let shown = coordinator.get(&page).await;
        assert_eq!(shown.status, 200, "they may know who it is");
        for (door, _) in &doors {
            assert!(!shown.has(door), "a link to {door}");
        }
        assert!(!coordinator.get(&format!("/enheder/{}", town.central)).await.has("/lukning"));
    }

    let mut administrator = house.signed_in(town.administrator).await;
    let shown = administrator.get(&page).await;
    for (door, _) in &doors[..4] {
        assert_eq!(administrator.get(door).await.status, 200, "{door}");
        assert!(shown.has(door), "no link to {door}");
    }
    assert!(administrator.get(&creating).await.has("\"administrator\""));
    assert_eq!(administrator.post(&creating, &new).await.status, 303);

    // The last administrator stops: whoever is left is not locked out.
    assert_eq!(administrator.post(&ending, &[("last_day", "2026-03-01")]).await.status, 303);
    let mut coordinator = house.signed_in(town.coordinator).await;
    assert!(coordinator.get(&creating).await.has("\"administrator\""));
    let appointing = format!("{page}/udnaevnelse");
    let fields =
        [("capacity", "holder"), ("email", "asta.proevested@fjordlund.example"), ("from", "2026-03-02")];
    assert_eq!(coordinator.post(&appointing, &fields).await.status, 303);
}

#[db_test]
async fn a_body_of_the_unit_and_a_seat_by_a_position_are_said_before_it_closes_or_somebody_stops(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let stamp = Stamp { tenant: town.tenant, actor: None, now: NOW };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let since = Validity::since(NOW.day());
    let mut med = Body::named(tx.new_id(), "LokalMED Solgården", BodyKind::Med, since);
    med.unit = Some(town.solgaarden);
    body::add(&mut tx, &med).await.unwrap();
    let holder = seat::Holder::Position(town.position_contact_solgaarden);
    let seat = Seat::new(tx.new_id(), med.id, holder, SeatRole::Chair, since);
    seat::add(&mut tx, &seat).await.unwrap();
    tx.commit().await.unwrap();

    let mut coordinator = house.signed_in(town.coordinator).await;
    let closing = format!("/enheder/{}/lukning", town.solgaarden);
    let page = coordinator.get(&closing).await;
    let body = format!("href=\"{}\">LokalMED Solgården</a>", med.href());
    assert!(page.has("1 organ hører til enheden") && page.has(&body), "{}", page.body);
    assert!(page.has("1 plads i et organ følger med en stilling her"), "{}", page.body);
    assert!(!page.has("name=\"tasks\""), "nothing of it needs a decision: {}", page.body);

    let mut reader = house.db.read().await.unwrap();
    let every =
        position::store::every_appointment(&mut reader, town.tenant, town.position_contact_solgaarden);
    let every = every.await.unwrap();
    drop(reader);
    for (person, is_told) in [(town.contact_solgaarden, true), (town.deputy_solgaarden, false)] {
        let appointment = every.iter().find(|one| one.person == person).unwrap();
        let position = town.position_contact_solgaarden;
        let page =
            coordinator.get(&format!("/stillinger/{position}/udnaevnelser/{}/ophoer", appointment.id)).await;
        assert_eq!(page.has("LokalMED Solgården: Formand"), is_told, "{}", page.body);
    }
    assert_eq!(coordinator.post(&closing, &[("from", "2026-03-31")]).await.status, 303);
}

#[db_test]
async fn nobody_is_appointed_under_the_name_of_somebody_else(db: Db) {
    let house = house(db).await;
    let mut coordinator = house.signed_in(house.town.coordinator).await;
    let appointing = format!("/stillinger/{}/udnaevnelse", house.town.position_contact_solgaarden);
    let fields = |email: &'static str, name: &'static str, from: &'static str| {
        [("capacity", "holder"), ("email", email), ("name", name), ("from", from)]
    };
    let known = "asta.proevested@fjordlund.example";
    let other = coordinator.post(&appointing, &fields(known, "En Helt Anden", "2026-03-02")).await;
    assert!(other.status == 422 && other.has("E-mailen hører til Asta Prøvested"), "{}", other.body);
    // What is wrong with the name does not hide what is wrong with the day.
    let both = coordinator.post(&appointing, &fields("ny@fjordlund.example", "", "igår")).await;
    assert!(both.status == 422 && both.has("Vi kender ikke e-mailen") && both.has("igår"), "{}", both.body);
    let same = coordinator.post(&appointing, &fields(known, "asta  prøvested", "2026-03-02")).await;
    assert_eq!(same.status, 303, "{}", same.body);
}

#[db_test]
async fn a_place_with_a_contact_gives_no_reason_for_having_none(db: Db) {
    let house = house(db).await;
    let mut coordinator = house.signed_in(house.town.coordinator).await;
    let waiving = |unit| format!("/enheder/{unit}/uden-kontaktperson");
    let fields = [("reason", "Prøve")];
    let refused = coordinator.post(&waiving(house.town.solgaarden), &fields).await;
    assert!(refused.status == 422 && refused.has("Her er en kontaktperson: Lone Papsen"), "{}", refused.body);
    assert_eq!(coordinator.post(&waiving(house.town.havblik), &fields).await.status, 303);
}
