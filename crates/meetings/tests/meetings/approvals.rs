//! Minutes that a later meeting says yes to, and what then happens to the agendas on which they waited.

use samskab_kernel::Day;
use samskab_organisation::testing::browser::Page;
use samskab_store::db_test;

use super::*;

const FIRST: Day = Day::of(2026, 3, 12);
const SECOND: Day = Day::of(2026, 3, 13);

/// Minutes one point.
async fn minute(asta: &mut Browser<'_>, item: &str, fields: &[(&str, &str)]) -> Page {
    let path = format!("/punkter/{item}/referat");
    let page = asta.get(&path).await;
    let version = after(&page.body, "name=\"version\" value=\"").to_owned();
    asta.post(&path, &[fields, &[("version", version.as_str())]].concat()).await
}

/// The point of a meeting's page with this title.
fn point(page: &str, title: &str) -> String {
    let (before, _) = page.split_once(title).expect(page);
    before.rsplit("id=\"punkt-").next().unwrap()[..36].to_owned()
}

/// A first meeting whose minutes wait, and the agendas of two later ones on which they stand.
async fn waiting(house: &House) -> [String; 3] {
    let group = group(house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let first = planned(&mut asta, group.id, "2026-03-12").await;
    let item = add_item(&mut asta, &first, "Fælles kurser", "decides", false).await;
    let second = planned(&mut asta, group.id, "2026-03-13").await;
    let third = planned(&mut asta, group.id, "2026-03-26").await;
    house.clock.set(at(FIRST, 17));
    let mut asta = house.signed_in(house.town.coordinator).await;
    let saved =
        minute(&mut asta, &item, &[("udfald", "decided"), ("beslutning", "Vi holder to kurser.")]).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    asta.post(&format!("{first}/referat/faerdig"), &[]).await;
    asta.post(&format!("{third}/punkter/hent"), &[]).await;
    for meeting in [&second, &third] {
        assert!(asta.get(meeting).await.has("Godkend referatet fra 12. marts 2026"));
    }
    [first, second, third]
}

#[db_test]
async fn minutes_are_approved_by_the_point_that_says_yes_to_them(db: Db) {
    let house = house(db).await;
    let [first, second, third] = waiting(&house).await;
    house.clock.set(at(SECOND, 17));
    let mut asta = house.signed_in(house.town.coordinator).await;
    let item = point(&asta.get(&second).await.body, "Godkend referatet fra 12. marts 2026");
    let form = asta.get(&format!("/punkter/{item}/referat")).await;
    assert!(
        form.has("Referatet er ikke godkendt") && form.has(&format!("href=\"{first}\"")),
        "{}",
        form.body
    );
    assert!(!form.has("value=\"decided\"") && !form.has("»Behandlet«"), "{}", form.body);
    // A no has a reason, and approves nothing.
    let no = minute(&mut asta, &item, &[("udfald", "rejected")]).await;
    assert!(no.status == 422 && no.has("Skriv, hvad der skal rettes i referatet"), "{}", no.body);
    let yes = minute(&mut asta, &item, &[("udfald", "approved")]).await;
    assert_eq!(yes.status, 303, "{}", yes.body);
    assert!(
        asta.get(&first).await.has("Referat venter på godkendelse"),
        "the minutes are still being written"
    );
    asta.post(&format!("{second}/referat/faerdig"), &[]).await;
    let page = asta.get(&first).await;
    assert!(page.has("Referatet er godkendt 13. marts 2026"), "{}", page.body);
    assert!(house.visitor().get("/beslutninger").await.has("1/2026"));
    // It disappears from the agenda that nobody has sent, and does not come back.
    asta.post(&format!("{third}/punkter/hent"), &[]).await;
    assert!(!asta.get(&third).await.has("Godkend referatet fra 12. marts 2026"));
    assert!(!asta.get("/overblik").await.has("12. marts 2026"));
    // Nothing that was approved is said to be rejected afterwards.
    let no = minute(&mut asta, &item, &[("udfald", "rejected"), ("begrundelse", "Nej.")]).await;
    assert!(no.status == 422 && no.has("Referatet er allerede godkendt"), "{}", no.body);
}

#[db_test]
async fn minutes_that_the_body_says_no_to_come_back(db: Db) {
    let house = house(db).await;
    let [first, second, third] = waiting(&house).await;
    house.clock.set(at(SECOND, 17));
    let mut asta = house.signed_in(house.town.coordinator).await;
    let item = point(&asta.get(&second).await.body, "Godkend referatet fra 12. marts 2026");
    let no = minute(&mut asta, &item, &[("udfald", "postponed"), ("begrundelse", "Karen mangler.")]).await;
    assert_eq!(no.status, 303, "{}", no.body);
    asta.post(&format!("{second}/referat/faerdig"), &[]).await;
    assert!(asta.get(&first).await.has("Referat venter på godkendelse"));
    let agenda = asta.get(&third).await;
    assert_eq!(
        agenda.body.matches("Godkend referatet fra 12. marts 2026</h3>").count(),
        1,
        "{}",
        agenda.body
    );
}

#[db_test]
async fn minutes_that_are_approved_by_themselves_leave_the_agendas_that_nobody_has_sent(db: Db) {
    let house = house(db).await;
    let [first, second, third] = waiting(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    asta.post(&format!("{second}/indkaldelse"), &[]).await;
    asta.post(&format!("{first}/referat/godkend"), &[("dag", "2026-03-12")]).await;
    assert!(asta.get(&second).await.has("Godkend referatet fra 12. marts 2026"), "it was sent");
    assert!(!asta.get(&third).await.has("Godkend referatet fra 12. marts 2026"));
}

#[db_test]
async fn everybody_reads_the_same_numbers_and_the_minute_taker_is_told_what_is_closed(db: Db) {
    let house = house(db).await;
    let group = group(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let meeting = planned(&mut asta, group.id, "2026-03-12").await;
    add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    let closed = add_item(&mut asta, &meeting, "Klage over et medlem", "discusses", true).await;
    let open = add_item(&mut asta, &meeting, "Lokaler", "discusses", false).await;
    asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    for page in [asta.get(&meeting).await, house.visitor().get(&meeting).await] {
        assert!(page.has("1. Fælles kurser") && page.has("3. Lokaler"), "{}", page.body);
    }
    let public = house.visitor().get(&meeting).await;
    assert!(public.has("2. Lukket punkt") && !public.has("Klage over et medlem"), "{}", public.body);
    house.clock.set(at(FIRST, 17));
    let mut asta = house.signed_in(house.town.coordinator).await;
    assert_eq!(asta.get(&format!("{meeting}/referat")).await.body.matches("Lukket ·").count(), 1);
    let form = asta.get(&format!("/punkter/{closed}/referat")).await;
    assert!(form.has("Drøfter · Lukket") && form.has("Punktet er lukket"), "{}", form.body);
    assert!(!form.has("så andre kan læse det"), "{}", form.body);
    let form = asta.get(&format!("/punkter/{open}/referat")).await;
    assert!(form.has("så andre kan læse det") && !form.has("Lukket"), "{}", form.body);
}

#[db_test]
async fn a_point_that_asks_for_what_is_approved_comes_off_an_agenda_that_was_sent(db: Db) {
    let house = house(db).await;
    let [first, second, third] = waiting(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    assert_eq!(asta.post(&format!("{second}/indkaldelse"), &[]).await.status, 303);
    assert!(!asta.get(&second).await.has("Trukket tilbage"));
    asta.post(&format!("{first}/referat/godkend"), &[("dag", "2026-03-12")]).await;
    assert!(asta.get(&first).await.has("Referatet er godkendt"));
    // Whoever has read of it reads that it is off; where nobody has, it is gone.
    assert!(asta.get(&second).await.has("Trukket tilbage"));
    assert!(!asta.get(&third).await.has("Godkend referatet fra 12. marts 2026"));
}
