//! What somebody does after a meeting: written with the point, put right, passed on, taken away, and seen in the minutes.

use samskab_kernel::Day;
use samskab_store::db_test;

use super::*;

const DAY: Day = Day::of(2026, 3, 12);

/// A meeting of the group that has begun, and a point of it.
async fn begun(house: &House) -> (String, String) {
    let group = group(house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let meeting = planned(&mut asta, group.id, "2026-03-12").await;
    let item = add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    house.clock.set(at(DAY, 17));
    (meeting, item)
}

async fn version(asta: &mut Browser<'_>, item: &str) -> String {
    let page = asta.get(&format!("/punkter/{item}/referat")).await;
    after(&page.body, "name=\"version\" value=\"").to_owned()
}

/// The address of the only open follow-up of somebody.
async fn open_of(browser: &mut Browser<'_>) -> String {
    let overview = browser.get("/overblik").await;
    format!("/opfoelgninger/{}", after(&overview.body, "/opfoelgninger/"))
}

#[db_test]
async fn a_decision_and_a_follow_up_are_one_form_and_a_mistake_in_either_keeps_both(db: Db) {
    let house = house(db).await;
    let (meeting, item) = begun(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let (version, karen) = (version(&mut asta, &item).await, house.town.key_care.to_string());
    let path = format!("/punkter/{item}/referat");
    let fields = [
        ("udfald", "decided"),
        ("beslutning", "Vi holder to kurser."),
        ("version", version.as_str()),
        ("hvad", "Spørg Teknik"),
        ("hvem", karen.as_str()),
        ("tilfoej", "ja"),
    ];
    let undated = asta.post(&path, &fields).await;
    assert!(undated.status == 422 && undated.has("id=\"frist-error\""), "{}", undated.body);
    assert!(undated.has("Vi holder to kurser.") && undated.has("value=\"Spørg Teknik\""), "{}", undated.body);
    let before_the_meeting = [fields.as_slice(), &[("frist", "2026-03-11")]].concat();
    let early = asta.post(&path, &before_the_meeting).await;
    assert!(early.status == 422 && early.has("Vælg mødets dag eller en senere dag"), "{}", early.body);
    let dated = [fields.as_slice(), &[("frist", "2026-04-01")]].concat();
    let undecided: Vec<_> = dated.iter().copied().filter(|(name, _)| *name != "udfald").collect();
    let refused = asta.post(&path, &undecided).await;
    assert!(refused.status == 422 && refused.has("id=\"udfald-error\""), "{}", refused.body);
    assert!(refused.has("Vi holder to kurser.") && refused.has("value=\"Spørg Teknik\""), "{}", refused.body);
    let both = asta.post(&path, &dated).await;
    assert_eq!((both.status.as_u16(), both.location.as_str()), (303, path.as_str()), "{}", both.body);
    let page = asta.get(&meeting).await;
    assert!(page.has("Vi holder to kurser.") && page.has("Spørg Teknik: Karen Tænkthøj"), "{}", page.body);
    // The same page once more, after Back.
    assert_eq!(asta.post(&path, &dated).await.status, 303);
    let page = asta.get(&meeting).await;
    assert_eq!(page.body.matches("Spørg Teknik: Karen Tænkthøj").count(), 1, "{}", page.body);
}

#[db_test]
async fn what_is_added_changed_or_taken_away_after_the_approval_says_so(db: Db) {
    let house = house(db).await;
    let (meeting, item) = begun(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = format!("/punkter/{item}/referat");
    let (karen_id, erik_id) = (house.town.key_care.to_string(), house.town.key_schools.to_string());
    let version = version(&mut asta, &item).await;
    let decided = [("udfald", "decided"), ("beslutning", "Ja.")];
    let save = [decided.as_slice(), &[("version", version.as_str())]].concat();
    assert_eq!(asta.post(&path, &save).await.status, 303);
    asta.post(&format!("{meeting}/referat/faerdig"), &[]).await;
    asta.post(&format!("{meeting}/referat/godkend"), &[]).await;
    house.clock.set(at(DAY.plus_days(2), 9));
    let mut asta = house.signed_in(house.town.coordinator).await;
    let promise =
        [("hvad", "Spørg Teknik"), ("hvem", karen_id.as_str()), ("frist", "2026-04-01"), ("tilfoej", "ja")];
    let added = asta.post(&path, &[decided.as_slice(), &promise].concat()).await;
    assert_eq!(added.status, 303, "{}", added.body);
    let page = asta.get(&meeting).await;
    assert!(page.has("(tilføjet 14. marts 2026, efter godkendelsen)"), "{}", page.body);
    // Put right by those who run the meetings, and by nobody else.
    let before = house.mails().await.len();
    let mut karen = house.signed_in(house.town.key_care).await;
    let one = open_of(&mut karen).await;
    let edit = format!("{one}/rediger");
    assert_eq!(karen.get(&edit).await.status, 403);
    assert!(asta.get(&one).await.has(&edit) && !karen.get(&one).await.has(&edit));
    let other = [("hvad", "Spørg Teknik og Miljø"), ("hvem", erik_id.as_str()), ("frist", "2026-04-15")];
    assert_eq!(asta.post(&edit, &other).await.status, 303);
    assert_eq!(asta.post(&edit, &other).await.status, 303);
    let mails = house.mails().await;
    assert_eq!(mails.len(), before + 2, "whoever had it and whoever has it, once: {mails:?}");
    assert!(!karen.get("/overblik").await.has("Spørg Teknik"));
    let remove = format!("{one}/fjern");
    assert_eq!(asta.post(&remove, &[("grund", " ")]).await.status, 422);
    assert_eq!(asta.post(&remove, &[("grund", "Det er gjort af andre.")]).await.status, 303);
    let mails = house.mails().await;
    assert_eq!(mails.len(), before + 3);
    assert!(mails[0].body.contains("Det er gjort af andre."), "{}", mails[0].body);
    let mut erik = house.signed_in(house.town.key_schools).await;
    assert!(!erik.get("/overblik").await.has("Spørg Teknik"));
    assert!(erik.get(&one).await.has("Taget væk 14. marts 2026: Det er gjort af andre."));
    let page = asta.get(&meeting).await;
    assert!(page.has("taget væk 14. marts 2026, fordi: Det er gjort af andre."), "{}", page.body);
}

#[db_test]
async fn a_point_that_is_put_off_says_until_when(db: Db) {
    let house = house(db).await;
    let (meeting, item) = begun(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let version = version(&mut asta, &item).await;
    let off = [
        ("udfald", "postponed"),
        ("begrundelse", "Vi venter på Teknik."),
        ("igen", "2026-05-20"),
        ("version", version.as_str()),
    ];
    assert_eq!(asta.post(&format!("/punkter/{item}/referat"), &off).await.status, 303);
    let page = asta.get(&meeting).await;
    assert!(page.has("Tages op igen tidligst:") && page.has("20. maj 2026"), "{}", page.body);
}
