//! One's own e-mail address is changed where it leads to, and told where it was.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use axum::http::StatusCode;
use samskab_jobs::Worker;
use samskab_kernel::jiff::SignedDuration;
use samskab_organisation::{
    person::{self, Person},
    testing::browser::{Browser, House, house_with},
};
use samskab_store::{Db, Stamp, db_test};

const NEW: &str = "asta.ny@fjordlund.example";
const PATH: &str = "/min-profil/email";

async fn house(db: Db) -> House {
    house_with(db, samskab_web::Config::default(), &[samskab_people::module]).await
}

/// What was asked for is answered by a job.
async fn work(house: &House) {
    let worker = Worker::new(house.db.clone(), house.clock.clone(), house.services.clone());
    worker.register_all(samskab_people::module().jobs).run_until_idle(house.clock.now()).await.unwrap();
}

async fn coordinator(house: &House) -> Person {
    let mut reader = house.db.read().await.unwrap();
    let town = house.town;
    person::store::find(&mut reader, town.tenant, town.coordinator).await.unwrap().unwrap()
}

/// As if they had signed in by a link before.
async fn confirmed(house: &House) -> Person {
    let asta = Person { email_confirmed_at: Some(house.clock.now()), ..coordinator(house).await };
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    person::store::save(&mut tx, &asta).await.unwrap();
    tx.commit().await.unwrap();
    asta
}

async fn ask(house: &House, browser: &mut Browser<'_>, email: &str) -> String {
    let answer = browser.post(PATH, &[("email", email)]).await;
    assert_eq!((answer.status, answer.location.as_str()), (StatusCode::SEE_OTHER, PATH));
    work(house).await;
    let mails = house.mails().await;
    let newest = mails.first().unwrap();
    assert_eq!(newest.to.as_str(), email, "the letter goes to the new address");
    newest.body.clone()
}

fn link(letter: &str) -> String {
    let url = letter.split_whitespace().find(|word| word.contains("/min-profil/email/")).unwrap();
    format!("/min-profil{}", url.split_once("/min-profil").unwrap().1)
}

#[db_test]
async fn an_address_counts_when_its_reader_has_pressed_the_button_and_the_one_before_is_told(db: Db) {
    let house = house(db).await;
    let before = confirmed(&house).await.email.unwrap();
    let mut here = house.signed_in(house.town.coordinator).await;
    let mut elsewhere = house.signed_in(house.town.coordinator).await;
    assert!(here.get("/min-profil").await.has("href=\"/min-profil/email\""), "the profile leads there");
    let letter = ask(&house, &mut here, NEW).await;
    assert_eq!(coordinator(&house).await.email, Some(before.clone()), "a letter changes nothing");
    assert!(here.get(PATH).await.has(NEW), "the page says what it waits for");

    // Mail programs look through every link.
    let link = link(&letter);
    let page = house.visitor().get(&link).await;
    assert!(page.status.is_success() && page.has("<form"), "{}", page.body);
    assert_eq!(coordinator(&house).await.email, Some(before.clone()));

    let done = here.post(&link, &[]).await;
    assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/min-profil"));
    let asta = coordinator(&house).await;
    assert_eq!(asta.email.unwrap().as_str(), NEW);
    assert!(asta.email_confirmed_at.is_some());
    assert_eq!(here.get("/min-profil").await.status, StatusCode::OK, "this browser stays signed in");
    assert_eq!(elsewhere.get("/min-profil").await.status, StatusCode::UNAUTHORIZED, "and no other");
    let mails = house.mails().await;
    let told = mails.iter().find(|mail| mail.to == before).unwrap();
    assert!(told.body.contains("Var det ikke dig?") && told.body.contains("/kontakt"), "{}", told.body);
    assert!(!told.body.contains(NEW), "the reader of the old one does not learn the new one");
    assert_eq!(house.visitor().get(&link).await.status, StatusCode::GONE, "the link works once");
}

#[db_test]
async fn a_link_to_sign_in_that_was_sent_to_the_old_address_no_longer_works(db: Db) {
    let house = house(db).await;
    let before = confirmed(&house).await.email.unwrap();
    house.visitor().post("/log-ind", &[("email", before.as_str()), ("way", "link")]).await;
    let old = house.mailed_link().await;
    let mut browser = house.signed_in(house.town.coordinator).await;
    let letter = ask(&house, &mut browser, NEW).await;
    browser.post(&link(&letter), &[]).await;
    assert_eq!(house.visitor().post(&old, &[]).await.status, StatusCode::GONE);
}

#[db_test]
async fn the_answer_does_not_tell_whose_an_address_is_and_its_owner_is_told(db: Db) {
    let house = house(db).await;
    confirmed(&house).await;
    let other = {
        let mut reader = house.db.read().await.unwrap();
        let found = person::store::find(&mut reader, house.town.tenant, house.town.key_care).await;
        found.unwrap().unwrap().email.unwrap()
    };
    let mut browser = house.signed_in(house.town.coordinator).await;
    let (mut answers, mut letters) = (Vec::new(), Vec::new());
    for email in [NEW, other.as_str()] {
        letters.push(ask(&house, &mut browser, email).await);
        let profile = browser.get("/min-profil").await.body;
        assert!(profile.contains(&format!("mailen til {email}")), "a slip of the hand is seen: {profile}");
        answers.push(profile.replace(email, ""));
    }
    assert_eq!(answers[0], answers[1]);
    assert!(letters[1].contains("Du har allerede") || letters[1].contains("hører til din konto"));
    assert!(!letters[1].contains("/min-profil/email/"), "nothing in it changes anything");
}

#[db_test]
async fn an_old_link_is_dead_and_so_is_the_one_before_the_last(db: Db) {
    let house = house(db).await;
    confirmed(&house).await;
    let mut browser = house.signed_in(house.town.coordinator).await;
    let first = link(&ask(&house, &mut browser, NEW).await);
    let second = link(&ask(&house, &mut browser, "asta.tredje@fjordlund.example").await);
    assert_eq!(house.visitor().get(&first).await.status, StatusCode::GONE, "the newest counts");
    assert_eq!(house.visitor().get(&second).await.status, StatusCode::OK);
    house.clock.set(house.clock.now().plus(SignedDuration::from_hours(25)));
    assert_eq!(house.visitor().get(&second).await.status, StatusCode::GONE);
    assert_eq!(house.visitor().post(&second, &[]).await.status, StatusCode::GONE);
}

#[db_test]
async fn somebody_who_made_an_account_with_it_meanwhile_keeps_it(db: Db) {
    let house = house(db).await;
    let before = confirmed(&house).await.email;
    let mut browser = house.signed_in(house.town.coordinator).await;
    let link = link(&ask(&house, &mut browser, NEW).await);
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let quick = Person::new(tx.new_id(), "Kvik Testesen", NEW.parse().ok(), house.clock.now());
    person::store::add(&mut tx, &quick).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(browser.post(&link, &[]).await.status, StatusCode::CONFLICT);
    assert_eq!(coordinator(&house).await.email, before);
}

#[db_test]
async fn what_is_no_address_or_the_same_one_is_said_at_the_field_and_stays_typed(db: Db) {
    let house = house(db).await;
    let own = confirmed(&house).await.email.unwrap();
    let mut browser = house.signed_in(house.town.coordinator).await;
    for (typed, said) in [("asta.ny(at)fjordlund", "navn@eksempel.dk"), (own.as_str(), "Skriv en anden")] {
        let page = browser.post(PATH, &[("email", typed)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.has(said) && page.has(&format!("value=\"{typed}\"")), "{typed}: {}", page.body);
    }
    work(&house).await;
    assert!(house.mails().await.is_empty());
}
