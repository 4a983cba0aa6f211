//! Meetings that everybody can come to: places, the waiting list, what is told to whom, and what was said. It is Monday
//! 2 March 2026, nine o'clock.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails says where")]

mod calendars;

use samskab_dialogue::{DialogueId, GuestState, store};
use samskab_kernel::Day;
use samskab_organisation::{
    person,
    testing::browser::{Browser, House, house_with},
};
use samskab_store::{Db, Stamp, db_test};
use samskab_web::{Config, merge::Readdressed};

async fn house(db: Db) -> House {
    house_with(db, Config::default(), &[samskab_meetings::module, samskab_dialogue::module]).await
}

/// What follows by itself, as it would at this moment.
async fn work(house: &House) {
    let (db, clock, services) = (house.db.clone(), house.clock.clone(), house.services.clone());
    let worker = samskab_jobs::Worker::new(db, clock, services).register_all(samskab_dialogue::module().jobs);
    worker.run_until_idle(house.clock.now()).await.unwrap();
}

/// The address that a redirect or a link on a page leads to, after this.
fn after<'a>(text: &'a str, before: &str) -> &'a str {
    text.split(before).nth(1).expect(before).split(['"', '#', '?', '<']).next().unwrap()
}

const DAY: Day = Day::of(2026, 3, 12);

/// Makes a meeting with this many places, open for signing up; returns its path.
async fn open(asta: &mut Browser<'_>, seats: &str) -> String {
    let fields = [
        ("titel", "Dialogmøde om plejehjem"),
        ("om", "Hvad kan frivillige gøre?"),
        ("dag", "2026-03-12"),
        ("fra", "19:00"),
        ("til", "21:00"),
        ("sted", "Kulturhuset"),
        ("program", "19.00 Velkomst\n19.30 Ved bordene"),
        ("pladser", seats),
        ("spoergsmaal", "expectations"),
        ("temaer", "Besøg\nGrænser"),
    ];
    let page = asta.post("/borgermoeder/nyt", &fields).await;
    assert_eq!(page.status, 303, "{}", page.body);
    let path = page.location;
    assert_eq!(asta.post(&format!("{path}/aabn"), &[]).await.status, 303);
    path
}

async fn sign_up(browser: &mut Browser<'_>, path: &str, name: &str, email: &str, persons: &str) -> u16 {
    let fields = [("navn", name), ("email", email), ("antal", persons)];
    browser.post(&format!("{path}/tilmelding"), &fields).await.status.as_u16()
}

fn id(path: &str) -> DialogueId {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

/// The mails waiting to go out, the oldest first.
async fn mails(house: &House) -> Vec<samskab_mail::Posted> {
    let mut reader = house.db.read().await.unwrap();
    let mut mails = samskab_mail::recent(&mut reader, house.town.tenant, 500).await.unwrap();
    mails.reverse();
    mails
}

async fn states(house: &House, path: &str) -> Vec<(String, GuestState)> {
    let mut reader = house.db.read().await.unwrap();
    let guests = store::guests(&mut reader, house.town.tenant, id(path)).await.unwrap();
    guests.into_iter().map(|guest| (guest.name, guest.state)).collect()
}

#[db_test]
async fn a_draft_is_its_makers_own_and_nobody_else_plans_one(db: Db) {
    let house = house(db).await;
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    assert_eq!(lone.get("/borgermoeder/nyt").await.status, 403);
    let mut karen = house.signed_in(house.town.key_care).await;
    let wrong = [("titel", "Et møde"), ("dag", "2026-03-12"), ("fra", "21:00"), ("til", "19:00")];
    let refused = karen.post("/borgermoeder/nyt", &wrong).await;
    assert!(refused.status == 422 && refused.has("value=\"Et møde\""), "{}", refused.body);
    assert!(refused.has("Mødet slutter, før det begynder"));
    let path = open(&mut karen, "10").await;
    let public = house.visitor().get(&path).await;
    assert!(
        public.has("10 ledige pladser af 10") && public.has("Hvad kan og vil vi selv?"),
        "{}",
        public.body
    );
    assert!(house.visitor().get("/borgermoeder").await.has("Dialogmøde om plejehjem"));
    assert!(house.visitor().get("/moedekalender").await.has("Dialogmøde om plejehjem"));
    assert!(house.visitor().get("/moedekalender.ics").await.has("SUMMARY:Dialogmøde om plejehjem"));
}

#[db_test]
async fn whoever_waits_gets_the_place_of_somebody_who_cannot_come(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "3").await;
    let mut visitor = house.visitor();
    let wrong = visitor.post(&format!("{path}/tilmelding"), &[("navn", "Se www.x/"), ("email", "nej")]).await;
    assert!(wrong.status == 422 && wrong.has("Skriv kun dit navn"), "{}", wrong.body);
    assert_eq!(sign_up(&mut visitor, &path, "Egon Bordmand", "egon@frivillig.example", "2").await, 303);
    assert_eq!(sign_up(&mut visitor, &path, "Gudrun Kaffe", "gudrun@frivillig.example", "2").await, 303);
    // A group that is too large lets a smaller one pass.
    assert_eq!(sign_up(&mut visitor, &path, "Bodil Bagvagt", "bodil@frivillig.example", "1").await, 303);
    let names = |all: Vec<(String, GuestState)>, state| -> Vec<String> {
        all.into_iter().filter(|one| one.1 == state).map(|one| one.0).collect()
    };
    assert_eq!(names(states(&house, &path).await, GuestState::Place), ["Egon Bordmand", "Bodil Bagvagt"]);
    let sent = mails(&house).await;
    let subjects: Vec<&str> = sent.iter().map(|mail| mail.subject.as_str()).collect();
    assert_eq!(
        subjects,
        [
            "Du har en plads: Dialogmøde om plejehjem",
            "Du står på ventelisten: Dialogmøde om plejehjem",
            "Du har en plads: Dialogmøde om plejehjem",
        ]
    );
    // A second time from the same address: the answer is the same, and only its owner hears.
    let twice = [("navn", "Egon"), ("email", "egon@frivillig.example")];
    let again = visitor.post(&format!("{path}/tilmelding"), &twice).await;
    assert_eq!(again.location, format!("{path}/tilmelding/tak"));
    assert_eq!(states(&house, &path).await.len(), 3);
    assert!(mails(&house).await.last().unwrap().body.contains("Du var allerede tilmeldt"));
    // Egon cannot come: Gudrun, who waits, gets the places.
    let egon = sent[0].body.split("/tilmeldinger/").nth(1).unwrap().split_whitespace().next().unwrap();
    let own = format!("/tilmeldinger/{egon}");
    assert!(house.visitor().get(&own).await.has("Du har en plads"));
    assert!(house.visitor().get(&format!("{own}/kalender.ics")).await.has("STATUS:CONFIRMED"));
    assert_eq!(house.visitor().post(&format!("{own}/afmeld"), &[]).await.status, 303);
    assert!(house.visitor().get(&format!("{own}/kalender.ics")).await.has("STATUS:CANCELLED"));
    assert_eq!(names(states(&house, &path).await, GuestState::Place), ["Gudrun Kaffe", "Bodil Bagvagt"]);
    assert!(mails(&house).await.last().unwrap().subject.starts_with("Du har fået en plads"));
    assert_eq!(house.visitor().get("/tilmeldinger/findes-ikke").await.status, 410);
}

#[db_test]
async fn those_who_come_hear_of_a_new_time_and_of_a_cancellation_once(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "2").await;
    sign_up(&mut house.visitor(), &path, "Egon Bordmand", "egon@frivillig.example", "2").await;
    let by_phone = [("navn", "Rigmor Rundbord"), ("telefon", "12 34 56 78"), ("behov", "Kørestol")];
    assert_eq!(asta.post(&format!("{path}/deltagere"), &by_phone).await.status, 303);
    let list = asta.get(&format!("{path}/deltagere")).await;
    assert!(list.has("Rigmor Rundbord") && list.has("12 34 56 78 · Kørestol"), "{}", list.body);
    assert_eq!(house.visitor().get(&format!("{path}/deltagere")).await.status, 401);
    let fields = |seats: &'static str, from: &'static str| {
        [
            ("titel", "Dialogmøde om plejehjem"),
            ("om", "Hvad kan frivillige gøre?"),
            ("dag", "2026-03-12"),
            ("fra", from),
            ("til", "21:00"),
            ("sted", "Kulturhuset"),
            ("pladser", seats),
            ("spoergsmaal", "none"),
        ]
    };
    let fewer = asta.post(&format!("{path}/rediger"), &fields("1", "19:00")).await;
    assert!(fewer.status == 422 && fewer.has("2 har allerede en plads"), "{}", fewer.body);
    let before = mails(&house).await.len();
    assert_eq!(asta.post(&format!("{path}/rediger"), &fields("2", "18:30")).await.status, 303);
    let sent = mails(&house).await;
    assert_eq!(sent.len(), before + 1, "Rigmor has no address");
    assert!(sent[before].body.contains("18.30"), "{}", sent[before].body);
    // More places: whoever waits gets one.
    assert_eq!(asta.post(&format!("{path}/rediger"), &fields("4", "18:30")).await.status, 303);
    assert!(states(&house, &path).await.iter().all(|one| one.1 == GuestState::Place));
    let silent = asta.post(&format!("{path}/aflys"), &[]).await;
    assert_eq!(silent.status, 422);
    let asked = asta.get(&format!("{path}/aflys")).await;
    assert!(asked.has("1 er skrevet på uden mail og skal ringes op"), "{}", asked.body);
    assert_eq!(asta.post(&format!("{path}/aflys"), &[("grund", "Salen er oversvømmet.")]).await.status, 303);
    assert!(mails(&house).await.last().unwrap().body.contains("Salen er oversvømmet."));
    let late = sign_up(&mut house.visitor(), &path, "Noah", "noah@frivillig.example", "1").await;
    assert_eq!(late, 303);
    assert_eq!(states(&house, &path).await.len(), 2, "nobody signs up for what is off");
}

#[db_test]
async fn a_hundred_and_twenty_race_for_the_last_twenty_places(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "20").await;
    let rush = (0..120).map(|number| {
        let (house, path) = (&house, &path);
        async move {
            let mut one = house.visitor();
            one.address = std::net::IpAddr::from([10, 0, 0, u8::try_from(number).unwrap()]);
            let email = format!("nummer{number}@frivillig.example");
            sign_up(&mut one, path, "Nogen", &email, "1").await
        }
    });
    let answers = futures_util::future::join_all(rush).await;
    assert!(answers.iter().all(|status| *status == 303), "{answers:?}");
    let all = states(&house, &path).await;
    let with_place = all.iter().filter(|one| one.1 == GuestState::Place).count();
    assert_eq!((all.len(), with_place), (120, 20));
    let places =
        mails(&house).await.iter().filter(|mail| mail.subject.starts_with("Du har en plads")).count();
    assert_eq!(places, 20, "so many were told that they have one");
}

#[db_test]
async fn a_table_writes_what_was_said_and_it_is_read_when_it_may_be(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "").await;
    let page = asta.post(&format!("{path}/noter/link"), &[]).await;
    let table = format!("/bordnoter/{}", after(&page.body, "/bordnoter/"));
    let note = [("gruppe", "Bord 4"), ("slags", "idea"), ("tema", "Grænser"), ("tekst", "Skriv det op.")];
    let early = house.visitor().post(&table, &note).await;
    assert!(early.status == 422 && early.has("Her kan I skrive fra dagen før"), "{}", early.body);
    house.clock.set(DAY.at(20, 0));
    let empty = house.visitor().post(&table, &[("gruppe", "Bord 4"), ("slags", "idea")]).await;
    assert!(empty.status == 422 && empty.has("value=\"Bord 4\""), "{}", empty.body);
    let saved = house.visitor().post(&table, &note).await;
    assert!(
        saved.status == 200 && saved.has("Skriv det op.") && saved.has("value=\"Bord 4\""),
        "{}",
        saved.body
    );
    assert!(!house.visitor().get(&path).await.has("Skriv det op."));
    let mut asta = house.signed_in(house.town.coordinator).await;
    let notes = asta.get(&format!("{path}/noter")).await;
    assert!(notes.has("Bord 4 · Idé") && notes.has("Grænser"), "{}", notes.body);
    assert_eq!(asta.get(&format!("{path}/noter.docx")).await.status, 200);
    asta.post(&format!("{path}/noter/offentlig"), &[]).await;
    assert!(house.visitor().get(&path).await.has("Skriv det op."));
    // A new link, and the one before is nobody's any more.
    asta.post(&format!("{path}/noter/link"), &[]).await;
    assert_eq!(house.visitor().get(&table).await.status, 410);
}

#[db_test]
async fn somebody_signed_in_signs_off_on_the_page_and_a_deleted_place_is_given_on(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "1").await;
    let mut karen = house.signed_in(house.town.key_care).await;
    let page = karen.get(&path).await;
    let field = page.body.split("name=\"email\"").nth(1).unwrap();
    let email = after(field, "value=\"").to_owned();
    let said = karen.post(&format!("{path}/tilmelding"), &[("navn", "Karen"), ("email", &email)]).await;
    assert_eq!(said.location.split('?').next(), Some(path.as_str()), "she is told at once");
    sign_up(&mut house.visitor(), &path, "Egon Bordmand", "egon@frivillig.example", "1").await;
    assert!(karen.get(&path).await.has("Du har en plads"));
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    assert_eq!(lone.post(&format!("{path}/afmeld"), &[]).await.status, 404);
    assert_eq!(karen.post(&format!("{path}/afmeld"), &[]).await.status, 303);
    let places = |all: Vec<(String, GuestState)>| -> Vec<String> {
        all.into_iter().filter(|one| one.1 == GuestState::Place).map(|one| one.0).collect()
    };
    assert_eq!(places(states(&house, &path).await), ["Egon Bordmand"]);
}

#[db_test]
async fn who_has_a_place_is_reminded_once_and_forgotten_ninety_days_after(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "2").await;
    sign_up(&mut house.visitor(), &path, "Egon Bordmand", "egon@frivillig.example", "2").await;
    sign_up(&mut house.visitor(), &path, "Gudrun Kaffe", "gudrun@frivillig.example", "1").await;
    let reminders = async || {
        let sent = mails(&house).await;
        let reminders = sent.into_iter().filter(|mail| mail.subject.starts_with("Vi ses snart"));
        reminders.map(|mail| mail.to).collect::<Vec<_>>()
    };
    house.clock.set(DAY.plus_days(-3).at(12, 0));
    work(&house).await;
    assert!(reminders().await.is_empty(), "three days before is too early");
    // Not at night.
    house.clock.set(DAY.plus_days(-1).at(3, 0));
    work(&house).await;
    assert!(reminders().await.is_empty());
    for hour in [9, 11, 13] {
        house.clock.set(DAY.plus_days(-1).at(hour, 0));
        work(&house).await;
    }
    let told: Vec<String> = reminders().await.iter().map(ToString::to_string).collect();
    assert_eq!(told, ["egon@frivillig.example"], "once, and not those who wait");
    house.clock.set(DAY.plus_days(89).at(12, 0));
    work(&house).await;
    assert_eq!(states(&house, &path).await.len(), 2);
    house.clock.set(DAY.plus_days(92).at(12, 0));
    work(&house).await;
    assert!(states(&house, &path).await.is_empty());
}

#[db_test]
async fn a_place_that_somebody_leaves_by_being_deleted_is_given_on(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "1").await;
    let mut karen = house.signed_in(house.town.key_care).await;
    let page = karen.get(&path).await;
    let field = page.body.split("name=\"email\"").nth(1).unwrap();
    let email = after(field, "value=\"").to_owned();
    karen.post(&format!("{path}/tilmelding"), &[("navn", "Karen"), ("email", &email)]).await;
    sign_up(&mut house.visitor(), &path, "Gudrun Kaffe", "gudrun@frivillig.example", "1").await;
    work(&house).await;
    let waits = |all: Vec<(String, GuestState)>| all.into_iter().any(|one| one.1 == GuestState::Waiting);
    assert!(waits(states(&house, &path).await), "nothing is free");
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    person::erase(&house.services, &mut tx, house.town.key_care).await.unwrap();
    tx.commit().await.unwrap();
    house.clock.set(house.clock.now().plus_days(1));
    work(&house).await;
    assert_eq!(states(&house, &path).await, [("Gudrun Kaffe".to_owned(), GuestState::Place)]);
    assert!(mails(&house).await.last().unwrap().subject.starts_with("Du har fået en plads"));
}

#[db_test]
async fn whoever_has_a_new_address_is_found_by_it(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "5").await;
    sign_up(&mut house.visitor(), &path, "Egon Bordmand", "egon@frivillig.example", "1").await;
    let (from, to) = ("egon@frivillig.example".parse().unwrap(), "egon@ny.example".parse().unwrap());
    let change = Readdressed { person: house.town.coordinator.uuid(), from, to };
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    for readdress in samskab_dialogue::module().readdresses {
        readdress(&mut tx, &change).await.unwrap();
    }
    let tenant = house.town.tenant;
    let found = store::guest_of_email(&mut tx, tenant, id(&path), &change.to).await.unwrap();
    assert_eq!(found.map(|guest| guest.name).as_deref(), Some("Egon Bordmand"));
    assert!(store::guest_of_email(&mut tx, tenant, id(&path), &change.from).await.unwrap().is_none());
    tx.commit().await.unwrap();
}

#[db_test]
async fn whoever_is_taken_off_is_told_and_what_it_does_is_said_before(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "2").await;
    sign_up(&mut house.visitor(), &path, "Gudrun Kaffe", "gudrun@frivillig.example", "2").await;
    let guests = asta.get(&format!("{path}/deltagere")).await;
    assert!(
        guests.has("Gudrun Kaffe mister 2 pladser") && guests.has("får en mail om det"),
        "{}",
        guests.body
    );
    // Ten days before, nothing could be saved of who came.
    assert!(guests.has("Fra dagen før mødet") && !guests.has("type=\"checkbox\""), "{}", guests.body);
    let off = format!("/deltagere/{}", after(&guests.body, "/deltagere/"));
    assert_eq!(asta.post(&off, &[]).await.status, 303);
    let told = mails(&house).await;
    let last = told.last().unwrap();
    assert!(last.subject.starts_with("Du er meldt fra"), "{}", last.subject);
    assert_eq!(last.to.to_string(), "gudrun@frivillig.example");
    // Pressed twice, they are told once.
    asta.post(&off, &[]).await;
    assert_eq!(mails(&house).await.len(), told.len());
    house.clock.set(DAY.at(9, 0));
    sign_up(&mut house.visitor(), &path, "Egon Bordmand", "egon@frivillig.example", "1").await;
    assert!(asta.get(&format!("{path}/deltagere")).await.has("type=\"checkbox\""));
}
