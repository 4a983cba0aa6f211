//! Minutes that wait for an approval: whoever was called reads the draft, and knows whom to tell of a mistake.

use samskab_kernel::Day;
use samskab_store::db_test;

use super::*;

const DAY: Day = Day::of(2026, 3, 12);

/// Held, minuted and finished; its path.
async fn finished(house: &House, is_called: bool) -> String {
    let group = group(house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let meeting = planned(&mut asta, group.id, "2026-03-12").await;
    let item = add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    if is_called {
        asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    }
    house.clock.set(at(DAY, 17));
    let mut asta = house.signed_in(house.town.coordinator).await;
    let page = asta.get(&format!("/punkter/{item}/referat")).await;
    let version = after(&page.body, "name=\"version\" value=\"").to_owned();
    let fields = [("udfald", "decided"), ("beslutning", "Ja."), ("version", version.as_str())];
    asta.post(&format!("/punkter/{item}/referat"), &fields).await;
    let done = asta.post(&format!("{meeting}/referat/faerdig"), &[]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    meeting
}

async fn drafts(house: &House) -> Vec<samskab_mail::Posted> {
    let mut mails = house.mails().await;
    mails.retain(|mail| mail.subject.starts_with("Udkast til referat"));
    mails
}

#[db_test]
async fn whoever_was_called_reads_the_draft_once_and_knows_whom_to_tell(db: Db) {
    let house = house(db).await;
    let meeting = finished(&house, true).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let page = asta.get(&format!("{meeting}/referat")).await;
    assert!(page.has("Disse kan læse udkastet nu:") && page.has("Karen Tænkthøj"), "{}", page.body);
    assert!(!asta.get("/overblik").await.has("Læs udkastet til referat"), "she wrote it");
    let mut karen = house.signed_in(house.town.key_care).await;
    assert!(karen.get("/overblik").await.has("Læs udkastet til referat"));
    assert!(karen.get(&meeting).await.has("så sig det til Asta Prøvested, før det bliver godkendt"));
    assert!(!house.signed_in(house.town.contact_solgaarden).await.get("/overblik").await.has("Læs udkastet"));
    // At the latest a week later everybody has it who wants mails at all.
    for day in 1..=7 {
        house.clock.set(at(DAY.plus_days(day), 9));
        work(&house).await;
    }
    let mails = drafts(&house).await;
    assert_eq!(mails.len(), 3, "three key persons, once: {mails:?}");
    let text = mails[0].body.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("så sig det til Asta Prøvested") && text.contains(&meeting), "{text}");
    let mut asta = house.signed_in(house.town.coordinator).await;
    asta.post(&format!("{meeting}/referat/godkend"), &[]).await;
    let mut karen = house.signed_in(house.town.key_care).await;
    assert!(!karen.get("/overblik").await.has("Læs udkastet til referat"));
}

#[db_test]
async fn nobody_is_told_of_a_draft_who_was_not_called(db: Db) {
    let house = house(db).await;
    let meeting = finished(&house, false).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let page = asta.get(&format!("{meeting}/referat")).await;
    assert!(page.has("Ingen andre var indkaldt"), "{}", page.body);
    let mut karen = house.signed_in(house.town.key_care).await;
    assert!(!karen.get("/overblik").await.has("Læs udkastet til referat"));
    house.clock.set(at(DAY.plus_days(7), 9));
    work(&house).await;
    assert!(drafts(&house).await.is_empty());
}

#[db_test]
async fn a_draft_that_is_approved_before_the_mail_leaves_is_news_no_more(db: Db) {
    let house = house(db).await;
    let meeting = finished(&house, true).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    asta.post(&format!("{meeting}/referat/godkend"), &[]).await;
    house.clock.set(at(DAY.plus_days(7), 9));
    work(&house).await;
    assert!(drafts(&house).await.is_empty());
}
