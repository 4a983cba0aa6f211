//! The year wheel: written down once, copied to the next year, and on its owner's list until it is done.

use samskab_store::db_test;

use super::*;

#[db_test]
async fn a_year_is_copied_once_and_each_day_is_where_people_look_for_it(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let friday = [
        ("titel", "Frivillig Fredag"),
        ("slags", "event"),
        ("dag", "2026-09-25"),
        ("gentag", "last_weekday"),
        ("offentlig", "ja"),
    ];
    assert_eq!(asta.post("/aarshjul/nyt", &friday).await.location, "/aarshjul?aar=2026");
    let fourth = [
        ("titel", "Evaluering"),
        ("slags", "evaluation"),
        ("dag", "2026-12-15"),
        ("gentag", "date"),
        ("hvert", "4"),
    ];
    asta.post("/aarshjul/nyt", &fourth).await;
    let wrong = [("titel", "Et møde"), ("slags", "other"), ("dag", "2026-09-18"), ("gentag", "last_weekday")];
    let refused = asta.post("/aarshjul/nyt", &wrong).await;
    assert!(refused.status == 422 && refused.has("ikke månedens sidste fredag"), "{}", refused.body);
    for day in ["1200-01-01", "9999-12-31"] {
        let lost = [("titel", "Aldrig"), ("slags", "other"), ("dag", day), ("gentag", "date")];
        let refused = asta.post("/aarshjul/nyt", &lost).await;
        assert!(refused.status == 422 && refused.has("højst 50 år"), "{day}: {}", refused.body);
    }
    let copied = asta.post("/aarshjul/kopi", &[("aar", "2026")]).await;
    assert_eq!(copied.location, "/aarshjul?aar=2027");
    asta.post("/aarshjul/kopi", &[("aar", "2026")]).await;
    let next = asta.get("/aarshjul?aar=2027").await;
    assert_eq!(next.body.matches(">Frivillig Fredag<").count(), 1, "{}", next.body);
    assert!(next.has("24. september") && !next.has("Evaluering<"), "{}", next.body);
    assert!(asta.get("/aarshjul?aar=2030").await.has("Evaluering"));
    assert!(house.visitor().get("/moedekalender").await.has("Frivillig Fredag"));
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    assert_eq!(lone.get("/aarshjul").await.status, 403);
}

#[db_test]
async fn what_is_to_be_prepared_waits_for_its_owner_until_it_is_done(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let soon = [
        ("titel", "Årsmøde"),
        ("slags", "event"),
        ("dag", "2026-04-13"),
        ("gentag", "nth_weekday"),
        ("forberedes", "60"),
    ];
    asta.post("/aarshjul/nyt", &soon).await;
    let later = [
        ("titel", "Rapporter"),
        ("slags", "grant"),
        ("dag", "2026-06-01"),
        ("gentag", "date"),
        ("forberedes", "30"),
    ];
    asta.post("/aarshjul/nyt", &later).await;
    let overview = asta.get("/overblik").await;
    assert!(overview.has("Årsmøde") && !overview.has("Rapporter"), "{}", overview.body);
    let mut karen = house.signed_in(house.town.key_care).await;
    assert!(!karen.get("/overblik").await.has("Årsmøde"), "it is somebody else's");
    let event = format!("/aarshjul/punkt/{}", after(&overview.body, "/aarshjul/punkt/"));
    let event = event.trim_end_matches("/gjort");
    assert_eq!(asta.post(&format!("{event}/gjort"), &[]).await.status, 303);
    assert!(!asta.get("/overblik").await.has("Årsmøde"));
    // A meeting stands in the wheel by itself.
    let group = group(&house).await;
    planned(&mut asta, group.id, "2026-05-12").await;
    assert!(asta.get("/aarshjul?aar=2026").await.has(&group.name));
}
