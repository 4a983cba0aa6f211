//! When each level of MED talked about volunteering, and who was put in touch with whom.

use samskab_store::db_test;

use super::*;

#[db_test]
async fn a_level_that_has_not_talked_about_volunteering_is_seen_until_it_has(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    assert_eq!(house.visitor().get("/med").await.status, 401);
    let new = [("navn", "MED Ældre"), ("art", "med"), ("niveau", "4"), ("fra", "2026-01-01")];
    let wrong = asta.post("/organer/ny", &new).await;
    assert!(wrong.status == 422 && wrong.has("value=\"MED Ældre\""), "{}", wrong.body);
    let unit = house.town.solgaarden.to_string();
    let new = [
        ("navn", "MED Solgården"),
        ("art", "med"),
        ("niveau", "3"),
        ("enhed", unit.as_str()),
        ("fra", "2026-01-01"),
    ];
    let made = asta.post("/organer/ny", &new).await;
    assert_eq!(made.status, 303, "{}", made.body);
    let body = made.location.split('?').next().unwrap().to_owned();
    let page = asta.get("/med").await;
    assert!(page.has("MED Solgården") && page.has("Ikke de sidste 5 år"), "{}", page.body);
    // One press, and it stands on every agenda.
    let fix = format!("{body}/frivillighed-fast");
    assert!(page.has(&fix));
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    assert!(lone.get("/med").await.has("MED Solgården") && !lone.get("/med").await.has(&fix));
    assert_eq!(lone.post(&fix, &[]).await.status, 404);
    assert_eq!(asta.post(&fix, &[]).await.status, 303);
    assert!(!asta.get("/med").await.has(&fix), "it stands there already");
    let fields = [("dag", "2026-03-04"), ("fra", "14:00"), ("til", "15:00"), ("gentag", "en")];
    let meeting = asta.post(&format!("{body}/moeder/nyt"), &fields).await.location;
    let page = asta.get(&meeting).await;
    assert!(page.has("Samarbejdet med frivillige"), "{}", page.body);
    let item = after(&page.body, "id=\"punkt-").to_owned();
    assert!(asta.get("/med").await.has("Ikke de sidste 5 år"), "planned is not talked about");
    house.clock.set(at(samskab_kernel::Day::of(2026, 3, 4), 15));
    let minutes = asta.get(&format!("/punkter/{item}/referat")).await;
    let version = after(&minutes.body, "name=\"version\" value=\"").to_owned();
    let said = [("udfald", "decided"), ("beslutning", "Vi talte om roller."), ("version", version.as_str())];
    assert_eq!(asta.post(&format!("/punkter/{item}/referat"), &said).await.status, 303);
    assert_eq!(asta.post(&format!("{meeting}/referat/faerdig"), &[]).await.status, 303);
    assert!(asta.get("/med").await.has("Drøftet 4. marts"));
}

#[db_test]
async fn what_a_level_took_part_in_elsewhere_is_a_talk_until_it_is_taken_back(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let new = [("navn", "HovedMED"), ("art", "med"), ("niveau", "1"), ("fra", "2026-01-01")];
    let made = asta.post("/organer/ny", &new).await;
    let body: BodyId = made.location.split('?').next().unwrap().rsplit('/').next().unwrap().parse().unwrap();
    let day = |day| samskab_kernel::Day::of(2026, 2, day);
    let note = async |id: u128, on: Option<samskab_kernel::Day>| {
        let talk = on.map(|on| (body, on));
        let (tenant, now) = (house.town.tenant, house.clock.now());
        let mut tx = house.db.begin(samskab_store::Stamp { tenant, actor: None, now }).await.unwrap();
        samskab_meetings::note_talk(&mut tx, uuid::Uuid::from_u128(id), talk).await.unwrap();
        tx.commit().await.unwrap();
    };
    note(1, Some(day(10))).await;
    note(2, Some(day(3))).await;
    let page = asta.get("/med").await;
    assert!(page.has("Drøftet 10. februar 2026"), "{}", page.body);
    note(1, Some(day(12))).await;
    assert!(asta.get("/med").await.has("Drøftet 12. februar 2026"));
    note(1, None).await;
    assert!(asta.get("/med").await.has("Drøftet 3. februar 2026"));
}

#[db_test]
async fn a_bridge_is_written_down_asked_about_and_seen_by_the_area(db: Db) {
    let house = house(db).await;
    let mut karen = house.signed_in(house.town.key_care).await;
    let unit = house.town.solgaarden.to_string();
    let fields = [
        ("hvem", "Solgården"),
        ("med", "Strikkeklubben"),
        ("om", "Strik om torsdagen"),
        ("enhed", unit.as_str()),
        ("dag", "2026-02-20"),
        ("spoerg", "2026-03-02"),
    ];
    let early = [fields[0], fields[1], ("dag", "2026-03-09"), ("spoerg", "2026-03-01")];
    let wrong = karen.post("/brobygning/ny", &early).await;
    assert!(wrong.status == 422 && wrong.has("value=\"Strikkeklubben\""), "{}", wrong.body);
    assert!(
        wrong.has("Vælg i dag eller en dag, der er gået") && wrong.has("Vælg en dag efter"),
        "{}",
        wrong.body
    );
    let form = karen.get("/brobygning/ny").await.location;
    for _ in 0..2 {
        // The second time is the same page, after Back: the list below counts one.
        let kept = karen.post(&form, &fields).await;
        assert_eq!(kept.status, 303, "{}", kept.body);
    }
    let list = karen.get("/brobygning").await;
    assert!(
        list.has("Solgården og Strikkeklubben")
            && list.has("I år: 1 forbindelse, hvoraf 0 er blevet til noget."),
        "{}",
        list.body
    );
    let path = format!("/brobygning/{}", after(&list.body, "href=\"/brobygning/0"));
    let path = path.replace("/brobygning/", "/brobygning/0");
    assert!(karen.get("/overblik").await.has("Spørg, hvad det blev til"));
    let mut erik = house.signed_in(house.town.key_schools).await;
    assert_eq!(erik.get(&path).await.status, 404, "another area");
    assert_eq!(house.signed_in(house.town.contact_solgaarden).await.get(&path).await.status, 403);
    assert!(house.signed_in(house.town.coordinator).await.get("/brobygning").await.has("Strikkeklubben"));
    let became = [
        fields[0],
        fields[1],
        fields[2],
        fields[3],
        fields[4],
        ("udfald", "became"),
        ("blev", "Otte kommer fast."),
    ];
    assert_eq!(karen.post(&path, &became).await.status, 303);
    assert!(karen.get("/brobygning").await.has("hvoraf 1 er blevet til noget."));
    assert!(!karen.get("/overblik").await.has("Spørg, hvad det blev til"));
}

#[db_test]
async fn a_meeting_that_nobody_leads_is_told_to_the_coordinator(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let made = asta
        .post("/organer/ny", &[("navn", "Kaffegruppen"), ("art", "working_group"), ("fra", "2026-01-01")])
        .await;
    let body = made.location.split('?').next().unwrap().to_owned();
    let chair = [("email", "lone.papsen@fjordlund.example"), ("rolle", "chair"), ("fra", "2026-01-01")];
    assert_eq!(asta.post(&format!("{body}/pladser/ny"), &chair).await.status, 303);
    let fields = [("dag", "2026-03-12"), ("fra", "14:00"), ("til", "15:00"), ("gentag", "en")];
    asta.post(&format!("{body}/moeder/nyt"), &fields).await;
    assert!(!asta.get("/overblik").await.has("Ingen leder møderne"));
    let page = asta.get(&body).await;
    let seat = after(&page.body, "href=\"/pladser/").to_owned();
    assert!(asta.get(&format!("/pladser/{seat}")).await.has("Derefter leder ingen gruppens møder."));
    asta.post(&format!("/pladser/{seat}"), &[]).await;
    house.clock.set(at(samskab_kernel::Day::of(2026, 3, 3), 9));
    assert!(asta.get("/overblik").await.has("Ingen leder møderne i Kaffegruppen"));
}
