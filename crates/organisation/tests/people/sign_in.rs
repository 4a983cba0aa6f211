use axum::http::StatusCode;
use samskab_kernel::jiff::SignedDuration;
use samskab_organisation::{
    person,
    sign_in::{self, password},
    testing,
};
use samskab_store::{Db, Stamp, db_test};
use samskab_web::{
    Config, DemoPerson,
    session::{self, Opens},
};

use crate::browser::{House, Page, house, house_with};

const PASSWORD: &str = "kaffe med fløde";

/// The e-mail of the coordinator, who now has a password.
async fn with_password(house: &House) -> String {
    let hash = password::hash(house.db.dice(), PASSWORD).await.unwrap();
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: testing::NOW };
    let mut tx = house.db.begin(stamp).await.unwrap();
    person::store::set_password(&mut tx, house.town.coordinator, Some(hash)).await.unwrap();
    let coordinator =
        person::store::find(&mut tx, house.town.tenant, house.town.coordinator).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    coordinator.email.unwrap().to_string()
}

#[db_test]
async fn the_right_password_signs_in_and_leads_to_where_one_was_going(db: Db) {
    let house = house(db).await;
    let email = with_password(&house).await;
    let mut browser = house.visitor();
    let fields = [("email", email.as_str()), ("password", PASSWORD), ("videre", "/min-profil")];
    let page = browser.post("/log-ind", &fields).await;
    assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, "/min-profil"));
    assert_eq!(browser.get("/min-profil").await.status, StatusCode::OK);
}

#[db_test]
async fn a_wrong_password_and_an_unknown_address_get_the_same_answer(db: Db) {
    let house = house(db).await;
    let email = with_password(&house).await;
    let mut answers = Vec::new();
    for (email, password) in [(email.as_str(), "te uden fløde"), ("ukendt@fjordlund.example", PASSWORD)] {
        let page = house.visitor().post("/log-ind", &[("email", email), ("password", password)]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.has(email), "the address that was typed stays");
        assert!(!page.has(password), "and the password does not");
        answers.push(page.body.replace(email, "…"));
    }
    assert_eq!(answers[0], answers[1]);
}

#[db_test]
async fn the_answer_to_asking_for_a_link_does_not_tell_who_is_known(db: Db) {
    let house = house(db).await;
    let email = with_password(&house).await;
    let mut answers = Vec::new();
    for email in [email.as_str(), "ukendt@fjordlund.example"] {
        let page = house.visitor().post("/log-ind", &[("email", email), ("way", "link")]).await;
        assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, "/log-ind/sendt"));
        answers.push(page.body.replace(email, "…"));
    }
    assert_eq!(answers[0], answers[1]);
    // Loaded anew, the page sends nothing again.
    for _ in 0..2 {
        let page = house.visitor().get("/log-ind/sendt").await;
        assert!(page.status == StatusCode::OK && page.has("Se i din indbakke"));
    }
    assert_eq!(house.mails().await.len(), 1, "only the one who is known gets a mail");
}

#[db_test]
async fn enter_without_a_password_sends_a_link(db: Db) {
    let house = house(db).await;
    let email = with_password(&house).await;
    let fields = [("email", email.as_str()), ("password", ""), ("way", "password")];
    assert_eq!(house.visitor().post("/log-ind", &fields).await.location, "/log-ind/sendt");
    assert_eq!(house.mails().await.len(), 1);
}

/// `guess` from address number `at`.
async fn from_elsewhere(house: &House, at: u8, guess: &[(&str, &str)]) -> Page {
    let mut browser = house.visitor();
    browser.address = [203, 0, 113, at].into();
    browser.post("/log-ind", guess).await
}

#[db_test]
async fn guesses_at_one_account_are_slowed_down_and_never_lock_the_owner_out(db: Db) {
    let limits = samskab_web::limits::Limits { sign_in: 2, anonymous_posts: 20, mails: 2 };
    let house = house_with(db, Config { limits, ..Config::default() }, &[]).await;
    let email = with_password(&house).await;
    let shouted = email.to_uppercase();
    // Known or not, the answers are the same.
    for email in [email.as_str(), "ukendt@fjordlund.example"] {
        for at in 1..=3 {
            let page = from_elsewhere(&house, at, &[("email", email), ("password", "gæt")]).await;
            let says = if at == 3 { "for mange adgangskoder" } else { "passer ikke sammen" };
            assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.has(says), "{}", page.body);
        }
    }
    let right = [("email", shouted.as_str()), ("password", PASSWORD)];
    assert!(from_elsewhere(&house, 4, &right).await.has("Få et link i stedet"), "nor is the right one tried");
    // However many links a stranger asks for, the owner has one that works, and few mails.
    for at in 5..=9 {
        let page = from_elsewhere(&house, at, &[("email", email.as_str()), ("way", "link")]).await;
        assert_eq!(page.location, "/log-ind/sendt");
    }
    assert_eq!(house.mails().await.len(), 2, "far fewer mails than requests");
    let link = house.mailed_link().await;
    assert_eq!(house.visitor().post(&link, &[]).await.status, StatusCode::SEE_OTHER);
}

#[db_test]
async fn a_mailed_link_signs_in_once_by_its_button_and_not_by_being_opened(db: Db) {
    let house = house(db).await;
    let email = with_password(&house).await;
    let asked = [("email", email.as_str()), ("way", "link"), ("videre", "/min-profil")];
    house.visitor().post("/log-ind", &asked).await;
    let link = house.mailed_link().await;

    let mut scanner = house.visitor();
    assert_eq!(scanner.get(&link).await.status, StatusCode::OK);
    assert_eq!(scanner.get("/min-profil").await.status, StatusCode::UNAUTHORIZED, "opening signs nobody in");

    let mut browser = house.visitor();
    let page = browser.post(&link, &[]).await;
    assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, "/min-profil"));
    assert_eq!(browser.get("/min-profil").await.status, StatusCode::OK);

    let mut second = house.visitor();
    assert_eq!(second.get(&link).await.status, StatusCode::GONE);
    assert_eq!(second.post(&link, &[]).await.status, StatusCode::GONE, "a used link is used");
}

#[db_test]
async fn a_link_dies_after_half_an_hour(db: Db) {
    let house = house(db).await;
    let email = with_password(&house).await;
    house.visitor().post("/log-ind", &[("email", email.as_str()), ("way", "link")]).await;
    let link = house.mailed_link().await;
    house.clock.set(testing::NOW.plus(SignedDuration::from_mins(29)));
    assert_eq!(house.visitor().get(&link).await.status, StatusCode::OK);
    house.clock.set(testing::NOW.plus(SignedDuration::from_mins(30)));
    let page = house.visitor().post(&link, &[]).await;
    assert_eq!(page.status, StatusCode::GONE);
    assert!(page.has("/log-ind"), "and leads to a new one");
}

#[db_test]
async fn signing_in_never_leads_to_another_site(db: Db) {
    let house = house(db).await;
    let email = with_password(&house).await;
    for elsewhere in ["https://evil.example", "//evil.example", "/\\evil.example"] {
        let fields = [("email", email.as_str()), ("password", PASSWORD), ("videre", elsewhere)];
        let page = house.visitor().post("/log-ind", &fields).await;
        assert_eq!(
            (page.status, page.location.as_str()),
            (StatusCode::SEE_OTHER, "/overblik"),
            "{elsewhere}"
        );
    }
}

#[db_test]
async fn a_form_on_another_site_can_neither_sign_in_nor_out(db: Db) {
    let house = house(db).await;
    let email = with_password(&house).await;
    let fields = [("email", email.as_str()), ("password", PASSWORD)];
    let page = house.visitor().post_from("cross-site", "/log-ind", &fields).await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    let mut browser = house.signed_in(house.town.coordinator).await;
    assert_eq!(browser.post_from("cross-site", "/log-ud", &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.get("/log-ud").await.status, StatusCode::OK, "a link only asks");
    assert_eq!(browser.get("/min-profil").await.status, StatusCode::OK);
}

#[db_test]
async fn signing_out_ends_the_session_and_not_only_the_cookie(db: Db) {
    let house = house(db).await;
    let mut browser = house.signed_in(house.town.coordinator).await;
    let stolen = browser.clone();
    assert_eq!(browser.post("/log-ud", &[]).await.location, "/");
    assert!(!browser.cookies.contains_key(session::COOKIE));
    for mut after in [browser, stolen] {
        assert_eq!(after.get("/min-profil").await.status, StatusCode::UNAUTHORIZED);
    }
}

#[db_test]
async fn a_session_of_one_municipality_is_nothing_in_another(db: Db) {
    let house = house(db).await;
    let other = testing::town_at(&house.db, "nabolund", "frivillig.nabolund.example").await;
    let mut browser = house.signed_in(house.town.coordinator).await;
    browser.host = "frivillig.nabolund.example";
    assert_eq!(browser.get("/min-profil").await.status, StatusCode::UNAUTHORIZED);
    let theirs = testing::signed_in(&house.db, &other, other.coordinator).await;
    let mut at_home = house.visitor();
    at_home.cookies.insert(session::COOKIE.to_owned(), theirs.split_once('=').unwrap().1.to_owned());
    assert_eq!(at_home.get("/min-profil").await.status, StatusCode::UNAUTHORIZED);
    at_home.host = "frivillig.nabolund.example";
    assert_eq!(at_home.get("/min-profil").await.status, StatusCode::OK);
}

#[db_test]
async fn a_link_of_one_municipality_is_nothing_in_another(db: Db) {
    let house = house(db).await;
    testing::town_at(&house.db, "nabolund", "frivillig.nabolund.example").await;
    let email = with_password(&house).await;
    house.visitor().post("/log-ind", &[("email", email.as_str()), ("way", "link")]).await;
    let link = house.mailed_link().await;
    let mut elsewhere = house.visitor();
    elsewhere.host = "frivillig.nabolund.example";
    assert_eq!(elsewhere.post(&link, &[]).await.status, StatusCode::GONE);
    assert_eq!(
        house.visitor().post(&link, &[]).await.status,
        StatusCode::SEE_OTHER,
        "and is not used up by trying"
    );
}

#[db_test]
async fn whoever_tries_too_often_has_to_wait(db: Db) {
    let house = house(db).await;
    let fields = [("email", "ukendt@fjordlund.example"), ("way", "link")];
    let mut refused = 0;
    for _ in 0..12 {
        refused += usize::from(
            house.visitor().post("/log-ind", &fields).await.status == StatusCode::TOO_MANY_REQUESTS,
        );
    }
    assert_eq!(refused, 2, "ten a minute");
}

#[db_test]
async fn one_click_sign_in_is_for_the_demo_only(db: Db) {
    let house = house(db).await;
    let email = with_password(&house).await;
    let page = house.visitor().post("/log-ind/demo", &[("person", &email)]).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(!house.visitor().get("/log-ind").await.has("/log-ind/demo"));
}

#[db_test]
async fn the_demo_offers_its_people_and_nobody_else(db: Db) {
    let asta = DemoPerson {
        email: "asta.proevested@fjordlund.example".to_owned(),
        name: "Asta Prøvested".to_owned(),
        shows: "Alt, hvad en koordinator ser.".to_owned(),
        shows_in_english: "Everything a coordinator sees.".to_owned(),
    };
    let config = Config { demo: true, demo_people: vec![asta.clone()], ..Config::default() };
    let house = house_with(db, config, &[]).await;
    assert_eq!(with_password(&house).await, asta.email, "the town knows her");
    let mut browser = house.visitor();
    let page = browser.get("/log-ind").await;
    assert!(page.has(&asta.email) && page.has(&asta.shows));
    assert!(browser.get("/log-ind?sprog=en").await.has(&asta.shows_in_english));
    browser.get("/log-ind?sprog=da").await;
    let chair = {
        let mut reader = house.db.read().await.unwrap();
        person::store::find(&mut reader, house.town.tenant, house.town.chair_handball).await.unwrap().unwrap()
    };
    let unlisted = chair.email.unwrap().to_string();
    assert_eq!(browser.post("/log-ind/demo", &[("person", &unlisted)]).await.status, StatusCode::NOT_FOUND);
    let page = browser.post("/log-ind/demo", &[("person", &asta.email)]).await;
    assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, "/overblik"));
    assert_eq!(browser.get("/min-profil").await.status, StatusCode::OK);

    // She has another address by now.
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: testing::NOW };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let known =
        person::store::find(&mut tx, house.town.tenant, house.town.coordinator).await.unwrap().unwrap();
    let moved = person::Person { email: "asta@nyt.example".parse().ok(), ..known };
    person::store::save(&mut tx, &moved).await.unwrap();
    tx.commit().await.unwrap();
    let mut browser = house.visitor();
    let page = browser.post("/log-ind/demo", &[("person", &asta.email)]).await;
    assert_eq!((page.status, page.location.as_str()), (StatusCode::SEE_OTHER, "/log-ind"));
    assert!(browser.get("/log-ind").await.has("Vælg en anden"));
}

#[db_test]
async fn a_letter_s_link_says_what_it_opens_and_where_to_sign_in_for_the_rest(db: Db) {
    let house = house(db).await;
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: testing::NOW };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let opens = Opens::Only("/min-profil");
    sign_in::add_link(&mut tx, "hemmeligt", house.town.coordinator, 60, opens).await.unwrap();
    tx.commit().await.unwrap();
    let mut browser = house.visitor();
    let link = "/log-ind/hemmeligt?videre=/min-profil";
    let page = browser.get(link).await;
    assert!(page.has("Åbn linket fra mailen") && !page.has("så er du logget ind"), "{}", page.body);
    assert_eq!(browser.post(link, &[]).await.location, "/min-profil");

    let page = browser.get("/min-profil").await;
    assert!(page.has("Du er her med linket fra mailen"), "{}", page.body);
    assert!(page.has("href=\"/log-ind?videre=/min-profil\""), "{}", page.body);
    assert!(!page.has("Du er logget ind som"), "nothing promises what does not open: {}", page.body);
    let rest = browser.get("/overblik").await;
    assert_eq!(rest.status, StatusCode::UNAUTHORIZED);
    assert!(rest.has("Linket fra mailen åbner ikke denne side") && rest.has("/log-ind?videre=/overblik"));
    let contacts = format!("/foreninger/{}/kontakter", house.town.handball);
    let sent = browser.post(&contacts, &[("navn", "Prøve Testesen")]).await;
    assert_eq!(sent.status, StatusCode::UNAUTHORIZED);
    assert!(sent.has("Linket fra mailen åbner ikke denne side"), "{}", sent.body);
    assert!(!sent.has("Du er ikke logget ind længere"), "they never were: {}", sent.body);

    browser.post("/log-ud", &[]).await;
    assert!(browser.get("/min-profil").await.has("Log ind for at fortsætte"), "closed again");
}
