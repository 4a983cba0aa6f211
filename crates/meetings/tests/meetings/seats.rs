//! A seat that ends: seen in time, told once, and vacant until somebody says what becomes of it.

use samskab_kernel::{Day, Validity};
use samskab_organisation::{
    association,
    body::seat::{self, Holder, Seat, SeatId, SeatRole},
};
use samskab_store::{Stamp, db_test};

use super::*;

/// Four years end a week from now.
const FROM: Day = Day::of(2022, 3, 11);
const TO: Day = Day::of(2026, 3, 10);

/// A council whose secretary is Karen; Lone sits there for a term.
async fn council(house: &House, role: SeatRole, (from, to): (Day, Day)) -> (Body, SeatId) {
    let (town, now) = (house.town, house.clock.now());
    let mut tx = house.db.begin(Stamp { tenant: town.tenant, actor: None, now }).await.unwrap();
    let validity = Validity::since(Day::of(2020, 1, 1));
    let body = Body::named(tx.new_id(), "Prøverådet", body::BodyKind::Council, validity);
    body::add(&mut tx, &body).await.unwrap();
    let holder = Holder::Position(town.position_key_care);
    let secretary = Seat::new(tx.new_id(), body.id, holder, SeatRole::Secretary, validity);
    seat::add(&mut tx, &secretary).await.unwrap();
    let term = Validity { from, to: Some(to) };
    let holder = Holder::Person(town.contact_solgaarden);
    let lone = Seat::new(tx.new_id(), body.id, holder, role, term);
    seat::add(&mut tx, &lone).await.unwrap();
    tx.commit().await.unwrap();
    (body, lone.id)
}

async fn mails_to_lone(house: &House) -> Vec<samskab_mail::Posted> {
    let mut mails = house.mails().await;
    mails.retain(|mail| mail.to.as_str() == "lone.papsen@fjordlund.example");
    mails
}

#[db_test]
async fn the_secretary_sees_it_first_and_whoever_sits_there_is_told_once(db: Db) {
    let house = house(db).await;
    let (body, lone) = council(&house, SeatRole::Member, (Day::of(2026, 2, 16), Day::of(2026, 3, 17))).await;
    let title = "Hvem fortsætter i Prøverådet?";
    let mut karen = house.signed_in(house.town.key_care).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    house.clock.set(at(Day::of(2026, 3, 6), 9));
    assert!(!karen.get("/overblik").await.has(title), "a month's seat is asked about ten days before");
    house.clock.set(at(Day::of(2026, 3, 7), 9));
    let list = karen.get("/overblik").await;
    assert!(list.has(title) && list.has("Pladsen slutter 17. marts"), "{}", list.body);
    assert!(list.has(&format!("/pladser/{lone}/efterfoelger")));
    assert!(!asta.get("/overblik").await.has(title), "the secretary sees to it");
    let page = karen.get(&body.href()).await;
    assert!(page.has("til og med 17. marts 2026") && page.has("Hvem fortsætter?"), "{}", page.body);
    work(&house).await;
    assert!(mails_to_lone(&house).await.is_empty(), "there is time to settle it first");
    house.clock.set(at(Day::of(2026, 3, 11), 9));
    work(&house).await;
    house.clock.set(at(Day::of(2026, 3, 12), 9));
    work(&house).await;
    let mails = mails_to_lone(&house).await;
    assert_eq!(mails.len(), 1, "once: {mails:?}");
    assert_eq!(mails[0].subject, "Din plads i Prøverådet slutter 17. marts 2026");
    let text = mails[0].body.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("så sig det til Karen Tænkthøj."), "whom to tell: {text}");
}

#[db_test]
async fn a_seat_is_renewed_with_one_press_and_then_nobody_waits(db: Db) {
    let house = house(db).await;
    let (body, lone) = council(&house, SeatRole::Member, (FROM, TO)).await;
    let follow = format!("/pladser/{lone}/efterfoelger");
    let mut karen = house.signed_in(house.town.key_care).await;
    assert_eq!(house.signed_in(house.town.key_schools).await.get(&follow).await.status, 403);
    assert_eq!(house.signed_in(house.town.contact_solgaarden).await.get(&follow).await.status, 403);
    let form = karen.get(&follow).await;
    assert!(!form.has("lone.papsen@"), "an address is nobody's to read here");
    for prefilled in ["checked", "value=\"2026-03-11\"", "value=\"2030-03-10\""] {
        assert!(form.has(prefilled), "{prefilled}: {}", form.body);
    }
    let same = [("samme", "ja"), ("fra", "2026-03-10"), ("til", "2030-03-10")];
    let early = karen.post(&follow, &same).await;
    assert!(
        early.status == 422 && early.has("Den nye plads kan først begynde dagen efter 10. marts"),
        "{}",
        early.body
    );
    // The role is the seat's: nobody makes a chair of a member here.
    let same = [("samme", "ja"), ("fra", "2026-03-11"), ("til", "2030-03-10"), ("rolle", "chair")];
    assert_eq!(karen.post(&follow, &same).await.status, 303);
    assert!(!karen.get("/overblik").await.has("Hvem fortsætter i Prøverådet?"));
    let again = karen.post(&follow, &same).await;
    assert_eq!((again.status.as_u16(), again.location.as_str()), (303, body.href().as_str()));
    work(&house).await;
    assert!(mails_to_lone(&house).await.is_empty(), "nothing ends for her");
    let mut reader = house.db.read().await.unwrap();
    let seats = seat::of_body(&mut reader, house.town.tenant, body.id).await.unwrap();
    assert_eq!(seats.len(), 3);
    let new = seats.iter().find(|seat| seat.follows == Some(lone)).unwrap();
    assert_eq!((new.role, new.validity.to), (SeatRole::Member, Some(Day::of(2030, 3, 10))));
    drop(reader);
    house.clock.set(at(TO.plus_days(1), 9));
    assert!(!karen.get(&body.href()).await.has("Ubesat"));
}

#[db_test]
async fn an_empty_seat_stays_on_the_list_until_somebody_says_what_becomes_of_it(db: Db) {
    let house = house(db).await;
    let (body, lone) = council(&house, SeatRole::Chair, (FROM, TO)).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let fields = [("dag", "2026-06-16"), ("fra", "14:00"), ("til", "16:00"), ("gentag", "en")];
    asta.post(&format!("{}/moeder/nyt", body.href()), &fields).await;
    house.clock.set(at(TO.plus_days(1), 9));
    let title = "Ledig plads i Prøverådet (Formand)";
    let list = asta.get("/overblik").await;
    assert!(list.has(title) && list.has("Der er planlagt 1 møde efter den dag"), "{}", list.body);
    let public = house.visitor().get(&body.href()).await;
    assert!(
        public.has("Ubesat") && public.has("fra 11. marts 2026") && !public.has("Besæt pladsen"),
        "{}",
        public.body
    );
    house.clock.set(at(TO.plus_days(4), 9));
    let list = asta.get("/overblik").await;
    assert!(list.has("Har ventet i 3 dage."), "since it is empty, not since it was to end: {}", list.body);
    let page = asta.get(&body.href()).await;
    assert!(page.has("Besæt pladsen"), "{}", page.body);
    let close = format!("/pladser/{lone}/besaettes-ikke");
    let silent = asta.post(&close, &[("grund", " ")]).await;
    assert_eq!(silent.status, 422);
    assert_eq!(asta.post(&close, &[("grund", "Rådet har ingen formand længere.")]).await.status, 303);
    assert!(!asta.get("/overblik").await.has(title));
    let page = asta.get(&body.href()).await;
    assert!(page.has("Besættes ikke: Rådet har ingen formand længere."), "{}", page.body);
    assert!(!house.visitor().get(&body.href()).await.has("Ubesat"));
}

#[db_test]
async fn a_successor_who_never_begins_leaves_the_seat_vacant_again(db: Db) {
    let house = house(db).await;
    let (body, lone) = council(&house, SeatRole::Member, (FROM, TO)).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let follow = format!("/pladser/{lone}/efterfoelger");
    let other = [("samme", "ja"), ("email", "erik.fiktiv@fjordlund.example"), ("fra", "2026-03-11")];
    assert_eq!(asta.post(&follow, &other).await.status, 303);
    // Somebody else goes on: she is told all the same that her seat ends.
    work(&house).await;
    let mails = mails_to_lone(&house).await;
    assert!(mails.len() == 1 && !mails[0].body.contains("fortsætte"), "nobody asks her: {mails:?}");
    let mut reader = house.db.read().await.unwrap();
    let seats = seat::of_body(&mut reader, house.town.tenant, body.id).await.unwrap();
    let new = seats.iter().find(|seat| seat.follows == Some(lone)).unwrap().id;
    drop(reader);
    asta.post(&format!("/pladser/{new}/slut"), &[]).await;
    house.clock.set(at(TO.plus_days(1), 9));
    let mut karen = house.signed_in(house.town.key_care).await;
    assert!(karen.get("/overblik").await.has("Ledig plads i Prøverådet (Medlem)"));
    assert!(karen.get(&body.href()).await.has("fra 11. marts 2026"));
}

#[db_test]
async fn whoever_has_the_next_seat_already_is_not_asked_and_is_told_nothing(db: Db) {
    let house = house(db).await;
    let (body, _) = council(&house, SeatRole::Member, (FROM, TO)).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    // Nobody pressed "the same goes on": a seat was given as any other.
    let next = [("email", "lone.papsen@fjordlund.example"), ("rolle", "member"), ("fra", "2026-03-11")];
    let given = asta.post(&format!("{}/pladser/ny", body.href()), &next).await;
    assert_eq!(given.status, 303, "{}", given.body);
    let mut karen = house.signed_in(house.town.key_care).await;
    assert!(!karen.get("/overblik").await.has("Hvem fortsætter i Prøverådet?"));
    work(&house).await;
    assert!(mails_to_lone(&house).await.is_empty(), "nothing ends for her");
}

#[db_test]
async fn whoever_is_taken_off_or_leaves_with_the_body_is_not_asked_to_go_on(db: Db) {
    let house = house(db).await;
    let (_, lone) = council(&house, SeatRole::Member, (FROM, Day::of(2030, 3, 10))).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    assert_eq!(asta.post(&format!("/pladser/{lone}/slut"), &[]).await.status, 303);
    work(&house).await;
    assert!(mails_to_lone(&house).await.is_empty(), "who took her off has said it");
    let (body, _) = council(&house, SeatRole::Member, (FROM, TO)).await;
    let ended = asta.post(&format!("{}/slut", body.href()), &[("sidste_dag", "2026-03-10")]).await;
    assert_eq!(ended.status, 303, "{}", ended.body);
    // The job runs once an hour.
    house.clock.set(at(Day::of(2026, 3, 3), 9));
    work(&house).await;
    let mails = mails_to_lone(&house).await;
    assert!(mails.len() == 1 && !mails[0].body.contains("fortsætte"), "nobody goes on: {mails:?}");
}

#[db_test]
async fn a_later_seat_that_follows_another_leaves_ones_own_to_be_filled(db: Db) {
    let house = house(db).await;
    let (body, lone) = council(&house, SeatRole::Member, (FROM, TO)).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let other = [
        ("email", "erik.fiktiv@fjordlund.example"),
        ("rolle", "member"),
        ("fra", "2022-03-11"),
        ("til", "2026-03-10"),
    ];
    assert_eq!(asta.post(&format!("{}/pladser/ny", body.href()), &other).await.status, 303);
    let mut reader = house.db.read().await.unwrap();
    let seats = seat::of_body(&mut reader, house.town.tenant, body.id).await.unwrap();
    drop(reader);
    let erik = Holder::Person(house.town.key_schools);
    let erik = seats.iter().find(|seat| seat.holder == erik).unwrap().id;
    let instead = [("email", "lone.papsen@fjordlund.example"), ("fra", "2026-03-11")];
    let followed = asta.post(&format!("/pladser/{erik}/efterfoelger"), &instead).await;
    assert_eq!(followed.status, 303, "{}", followed.body);
    let list = house.signed_in(house.town.key_care).await.get("/overblik").await;
    assert!(list.has(&format!("/pladser/{lone}/efterfoelger")), "{}", list.body);
    assert!(!list.has(&format!("/pladser/{erik}/efterfoelger")), "she follows there: {}", list.body);
}

#[db_test]
async fn what_follows_when_a_seat_ends_is_said_as_it_will_be(db: Db) {
    let house = house(db).await;
    let (body, lone) = council(&house, SeatRole::Member, (FROM, TO)).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let end = format!("/pladser/{lone}/slut");
    let page = asta.get(&end).await;
    assert!(page.has("Pladsen begyndte 11. marts 2022.") && page.has("Besæt pladsen"), "{}", page.body);
    assert!(!page.has("tilføj en ny plads"), "it would leave this one vacant: {}", page.body);
    let next = [("email", "lone.papsen@fjordlund.example"), ("rolle", "member"), ("fra", "2026-03-11")];
    assert_eq!(asta.post(&format!("{}/pladser/ny", body.href()), &next).await.status, 303);
    let page = asta.get(&end).await;
    assert!(!page.has("ubesat fra i morgen"), "she has the next one: {}", page.body);
    let mut reader = house.db.read().await.unwrap();
    let seats = seat::of_body(&mut reader, house.town.tenant, body.id).await.unwrap();
    drop(reader);
    let later = seats.iter().find(|seat| seat.validity.from > TO).unwrap().id;
    let page = asta.get(&format!("/pladser/{later}/slut")).await;
    assert!(page.has("Pladsen er ikke begyndt endnu.") && page.has("tilføj en ny plads"), "{}", page.body);
    assert!(!page.has("Pladsen begyndte") && !page.has("ubesat"), "{}", page.body);
}

#[db_test]
async fn the_seat_of_an_association_is_that_of_the_one_who_speaks_for_it(db: Db) {
    let house = house(db).await;
    let (town, day) = (house.town, house.clock.now().day());
    let (body, _) = council(&house, SeatRole::Member, (FROM, TO)).await;
    let mut tx =
        house.db.begin(Stamp { tenant: town.tenant, actor: None, now: house.clock.now() }).await.unwrap();
    let holder = Holder::Association(town.handball);
    let since = Validity::since(Day::of(2020, 1, 1));
    let deputy = Seat::new(tx.new_id(), body.id, holder, SeatRole::DeputyChair, since);
    seat::add(&mut tx, &deputy).await.unwrap();
    tx.commit().await.unwrap();
    let mut reader = house.db.read().await.unwrap();
    let contacts =
        association::store::contacts(&mut reader, town.tenant, &[town.handball], day).await.unwrap();
    let membership = body::members(&mut reader, town.tenant, &body, day).await.unwrap();
    assert!(contacts.len() > 1, "it has more than one contact");
    for contact in contacts {
        let speaks = contact.person_id == town.chair_handball;
        assert_eq!(membership.runs(contact.person_id.uuid()), speaks, "{}", contact.name);
        let own = seat::of_person(&mut reader, town.tenant, contact.person_id, day).await.unwrap();
        let expected = if speaks { vec![(body.id, SeatRole::DeputyChair)] } else { Vec::new() };
        assert_eq!(own, expected, "what waits for {} is what they may open", contact.name);
        let ids = seat::ids_of_person(&mut reader, town.tenant, contact.person_id, day).await.unwrap();
        assert_eq!(ids.len(), own.len());
    }
}
