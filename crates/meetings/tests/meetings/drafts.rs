//! Minutes that wait for an approval: whoever was called reads the draft, and knows whom to tell of a mistake.

use samskab_kernel::{Day, Validity};
use samskab_organisation::body::seat::{self, Holder, Seat, SeatRole};
use samskab_store::{Stamp, db_test};

use super::*;

const DAY: Day = Day::of(2026, 3, 12);

/// A meeting of the group of key persons.
async fn finished(house: &House, is_called: bool) -> String {
    finished_of(house, group(house).await.id, is_called).await
}

/// Held, minuted and finished; its path.
async fn finished_of(house: &House, body: BodyId, is_called: bool) -> String {
    let mut asta = house.signed_in(house.town.coordinator).await;
    let meeting = planned(&mut asta, body, "2026-03-12").await;
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
    let readers = "Disse kan læse udkastet nu: Asta Prøvested, Bente Kulisse, Erik Fiktiv, Karen Tænkthøj.";
    assert!(page.has(readers) && !page.has("får ingen mail fra os"), "{}", page.body);
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
async fn whoever_wants_no_mails_is_not_said_to_get_one(db: Db) {
    let house = house(db).await;
    let meeting = finished(&house, true).await;
    let mut erik = house.signed_in(house.town.key_schools).await;
    let never = [("name", "Erik Fiktiv"), ("locale", "da"), ("mail_choice", "never")];
    assert_eq!(erik.post("/min-profil", &never).await.status, 303);
    let mut asta = house.signed_in(house.town.coordinator).await;
    let page = asta.get(&format!("{meeting}/referat")).await;
    let mailed = "Disse kan læse udkastet nu: Asta Prøvested, Bente Kulisse, Karen Tænkthøj.";
    let unmailed = "får ingen mail fra os, så sig det selv til dem: Erik Fiktiv.";
    assert!(page.has(mailed) && page.has(unmailed), "{}", page.body);
    assert!(house.signed_in(house.town.key_schools).await.get("/overblik").await.has("Læs udkastet"));
}

#[db_test]
async fn where_nobody_runs_the_meetings_a_mistake_is_told_to_the_coordinator(db: Db) {
    let house = house(db).await;
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let validity = Validity::since(Day::of(2020, 1, 1));
    let council = Body::named(tx.new_id(), "Prøverådet", body::BodyKind::Council, validity);
    body::add(&mut tx, &council).await.unwrap();
    let holder = Holder::Person(house.town.contact_solgaarden);
    let lone = Seat::new(tx.new_id(), council.id, holder, SeatRole::Member, validity);
    seat::add(&mut tx, &lone).await.unwrap();
    tx.commit().await.unwrap();
    let meeting = finished_of(&house, council.id, true).await;
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    assert!(lone.get("/overblik").await.has("Læs udkastet til referat: Prøverådet"));
    let told = "så sig det til koordinatoren, før det bliver godkendt";
    let page = lone.get(&meeting).await;
    assert!(page.has(told), "{}", page.body);
    house.clock.set(at(DAY.plus_days(1), 9));
    work(&house).await;
    let mails = drafts(&house).await;
    let text = mails[0].body.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(mails.len() == 1 && text.contains(told), "{mails:?}");
}

#[db_test]
async fn nobody_is_told_of_a_draft_who_was_not_called(db: Db) {
    let house = house(db).await;
    let meeting = finished(&house, false).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let page = asta.get(&format!("{meeting}/referat")).await;
    assert!(page.has("Ingen, der sidder i gruppen, var indkaldt"), "{}", page.body);
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
