use axum::http::StatusCode;
use samskab_organisation::{
    person::{self, MailChoice, Person, PersonId},
    testing,
};
use samskab_store::{Db, Stamp, db_test};

use crate::browser::{House, house};

async fn find(house: &House, id: PersonId) -> Option<Person> {
    let mut reader = house.db.read().await.unwrap();
    person::store::find(&mut reader, house.town.tenant, id).await.unwrap()
}

#[db_test]
async fn a_profile_is_changed_by_its_owner(db: Db) {
    let house = house(db).await;
    let mut browser = house.signed_in(house.town.coordinator).await;
    let fields =
        [("name", "Asta Prøvested"), ("phone", "12 34 56 78"), ("locale", "en"), ("mail_choice", "weekly")];
    assert_eq!(browser.post("/min-profil", &fields).await.location, "/min-profil");
    let asta = find(&house, house.town.coordinator).await.unwrap();
    assert_eq!(asta.phone.map(|phone| phone.spaced()), Some("12 34 56 78".to_owned()));
    assert_eq!(asta.mail_choice, MailChoice::Weekly);
}

#[db_test]
async fn what_was_typed_wrong_stays_and_nothing_is_saved(db: Db) {
    let house = house(db).await;
    let before = find(&house, house.town.coordinator).await;
    let mut browser = house.signed_in(house.town.coordinator).await;
    let fields = [("name", " "), ("phone", "ring til mig"), ("locale", "da"), ("mail_choice", "daily")];
    let page = browser.post("/min-profil", &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.has("ring til mig"));
    assert_eq!(find(&house, house.town.coordinator).await, before);
}

#[db_test]
async fn a_new_password_signs_out_everywhere_else_and_says_so_by_mail(db: Db) {
    let house = house(db).await;
    let mut here = house.signed_in(house.town.coordinator).await;
    let mut elsewhere = house.signed_in(house.town.coordinator).await;
    let page = here.post("/min-profil/adgangskode", &[("new_password", "kaffe med fløde")]).await;
    assert_eq!(page.location, "/min-profil");
    assert_eq!(here.get("/min-profil").await.status, StatusCode::OK);
    assert_eq!(elsewhere.get("/min-profil").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(house.mails().await.len(), 1);
}

#[db_test]
async fn a_short_password_is_refused(db: Db) {
    let house = house(db).await;
    let mut here = house.signed_in(house.town.coordinator).await;
    let page = here.post("/min-profil/adgangskode", &[("new_password", "kaffe")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.has("mindst 10 tegn"));
}

#[db_test]
async fn whoever_has_a_role_cannot_vanish(db: Db) {
    let house = house(db).await;
    for person in [house.town.coordinator, house.town.chair_handball, house.town.deputy_solgaarden] {
        let mut browser = house.signed_in(person).await;
        let page = browser.post("/min-profil/slet", &[]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(find(&house, person).await.is_some());
    }
}

#[db_test]
async fn whoever_has_no_role_is_really_deleted(db: Db) {
    let house = house(db).await;
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: testing::NOW };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let guest =
        Person::new(tx.new_id(), "Gæst Opdigtet", "gaest@fjordlund.example".parse().ok(), testing::NOW);
    person::store::add(&mut tx, &guest).await.unwrap();
    tx.commit().await.unwrap();
    let mut browser = house.signed_in(guest.id).await;
    assert!(browser.get("/min-profil/slet").await.has("Ja, slet"));
    assert_eq!(browser.post("/min-profil/slet", &[]).await.location, "/");
    assert_eq!(find(&house, guest.id).await, None);
    assert_eq!(browser.get("/min-profil").await.status, StatusCode::UNAUTHORIZED);
}

#[db_test]
async fn absence_is_entered_without_a_reason_and_taken_back(db: Db) {
    let house = house(db).await;
    let mut browser = house.signed_in(house.town.contact_solgaarden).await;
    let backwards = [("first_day", "2026-03-10"), ("last_day", "2026-03-09")];
    assert_eq!(
        browser.post("/min-profil/fravaer", &backwards).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let fine = [("first_day", "2026-03-09"), ("last_day", "2026-03-13")];
    assert_eq!(browser.post("/min-profil/fravaer", &fine).await.status, StatusCode::SEE_OTHER);
    let page = browser.get("/min-profil").await;
    assert!(page.has("9. marts 2026 til 13. marts 2026"));
    let action = page.body.split("action=\"").find(|part| part.contains("/fjern\"")).unwrap();
    let action = action.split('"').next().unwrap().to_owned();
    let mut colleague = house.signed_in(house.town.contact_school).await;
    colleague.post(&action, &[]).await;
    assert!(browser.get("/min-profil").await.has("13. marts"), "nobody takes back another's absence");
    browser.post(&action, &[]).await;
    assert!(!browser.get("/min-profil").await.has("13. marts"));
}

#[db_test]
async fn the_privacy_page_is_open_to_all_in_both_languages(db: Db) {
    let house = house(db).await;
    assert!(house.visitor().get("/privatliv").await.has("Fjordlund Kommune er dataansvarlig"));
    assert!(house.visitor().get("/privatliv?sprog=en").await.has("is the data controller"));
}

#[db_test]
async fn the_deputy_is_told_of_an_absence_and_when_it_is_taken_back(db: Db) {
    let house = house(db).await;
    let mut browser = house.signed_in(house.town.contact_solgaarden).await;
    let page = browser.get("/min-profil").await;
    assert!(page.has("Mens du er væk, svarer") && page.has("Viggo Skitse (stedfortræder)"), "{}", page.body);
    let days = [("first_day", "2026-03-09"), ("last_day", "2026-03-13")];
    browser.post("/min-profil/fravaer", &days).await;
    let page = browser.get("/min-profil").await;
    assert!(page.has("Fraværet er gemt, og din stedfortræder har fået besked."), "{}", page.body);
    assert!(!browser.get("/overblik").await.has("Du er væk til og med"), "not yet");
    let mails = house.mails().await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].to.as_str(), "viggo.skitse@fjordlund.example");
    assert_eq!(mails[0].subject, "Du er stedfortræder for Lone Papsen: 9. marts 2026 til 13. marts 2026");
    assert!(mails[0].body.contains("Plejehjemmet Solgården"), "{}", mails[0].body);
    let action = page.body.split("action=\"").find(|part| part.contains("/fjern\"")).unwrap();
    browser.post(action.split('"').next().unwrap(), &[]).await;
    let mails = house.mails().await;
    assert_eq!((mails.len(), mails[0].subject.as_str()), (2, "Lone Papsen er ikke væk alligevel"));
}

#[db_test]
async fn whoever_has_no_deputy_reads_who_answers_then_and_nobody_is_written_to(db: Db) {
    let house = house(db).await;
    let mut browser = house.signed_in(house.town.contact_school).await;
    let page = browser.get("/min-profil").await;
    assert!(page.has("Erik Fiktiv (") && !page.has("(stedfortræder)"), "{}", page.body);
    browser.post("/min-profil/fravaer", &[("first_day", "2026-03-09"), ("last_day", "2026-03-13")]).await;
    let page = browser.get("/min-profil").await;
    assert!(page.has("Fraværet er gemt. Under Ferie og fravær står"), "{}", page.body);
    assert!(house.mails().await.is_empty());
}

#[db_test]
async fn whoever_is_away_reads_on_their_overview_who_answers(db: Db) {
    let house = house(db).await;
    let mut browser = house.signed_in(house.town.contact_solgaarden).await;
    let today = house.clock.now().day();
    let (first, last) = (today.to_string(), today.plus_days(4).to_string());
    browser.post("/min-profil/fravaer", &[("first_day", &first), ("last_day", &last)]).await;
    let page = browser.get("/overblik").await;
    assert!(
        page.has("Du er væk til og med") && page.has("svarer Viggo Skitse (stedfortræder)"),
        "{}",
        page.body
    );
}
