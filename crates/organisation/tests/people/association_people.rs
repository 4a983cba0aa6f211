use axum::http::StatusCode;
use samskab_organisation::association::{self, Contact};
use samskab_store::{Db, db_test};

use crate::browser::{House, house};

async fn contacts(house: &House) -> Vec<Contact> {
    let mut reader = house.db.read().await.unwrap();
    let day = house.clock.now().day();
    association::store::contacts(&mut reader, house.town.tenant, &[house.town.handball], day).await.unwrap()
}

#[db_test]
async fn a_contact_is_added_by_e_mail_and_can_sign_in_at_once(db: Db) {
    let house = house(db).await;
    let path = format!("/foreninger/{}/kontakter", house.town.handball);
    let mut chair = house.signed_in(house.town.chair_handball).await;
    let before = contacts(&house).await.len();
    let bo = [("name", "Bo Opdigt"), ("email", "bo@haandbold.example"), ("role", "treasurer")];
    assert_eq!(chair.post(&path, &bo).await.location, path);
    assert_eq!(contacts(&house).await.len(), before + 1);
    let again = chair.post(&path, &bo).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody is a contact twice");

    let mut bo = house.visitor();
    let page = bo.post(&house.mailed_link().await, &[]).await;
    assert_eq!(page.location, format!("/foreninger/{}", house.town.handball));
    assert_eq!(bo.get(&path).await.status, StatusCode::OK, "and speaks for the association");
}

#[db_test]
async fn nobody_adds_themselves_to_another_association(db: Db) {
    let house = house(db).await;
    let path = format!("/foreninger/{}/kontakter", house.town.handball);
    let me = [("name", "Bo Opdigt"), ("email", "bo@haandbold.example"), ("role", "chair")];
    for person in [house.town.key_care, house.town.contact_solgaarden] {
        let mut browser = house.signed_in(person).await;
        assert_eq!(browser.post(&path, &me).await.status, StatusCode::NOT_FOUND);
        assert_eq!(browser.get(&path).await.status, StatusCode::FORBIDDEN);
    }
    assert_eq!(house.visitor().post(&path, &me).await.status, StatusCode::UNAUTHORIZED);
}

#[db_test]
async fn a_contact_that_is_removed_no_longer_speaks_for_it_and_the_last_one_stays(db: Db) {
    let house = house(db).await;
    let path = format!("/foreninger/{}/kontakter", house.town.handball);
    let mut chair = house.signed_in(house.town.chair_handball).await;
    let mut removed = house.signed_in(house.town.coordinator_handball).await;
    assert_eq!(removed.get(&path).await.status, StatusCode::OK);
    let all = contacts(&house).await;
    let other = all.iter().find(|contact| contact.person_id == house.town.coordinator_handball).unwrap();
    let question = chair.get(&format!("{path}/{}/fjern", other.id)).await;
    assert!(question.has(&other.name) && question.has("Derefter svarer Abel Demosen"), "{}", question.body);
    assert_eq!(contacts(&house).await.len(), 2, "nothing happens before the yes");
    chair.post(&format!("{path}/{}/fjern", other.id), &[]).await;
    let told = async || {
        let mut mails = house.mails().await;
        mails.retain(|mail| mail.subject.starts_with("Du er ikke længere kontaktperson"));
        (
            mails.len(),
            mails.iter().filter(|mail| mail.body.contains("De andre kontaktpersoner svarer nu")).count(),
        )
    };
    assert_eq!(told().await, (1, 1));
    assert_eq!(removed.get(&path).await.status, StatusCode::FORBIDDEN);
    let chair_contact = all.iter().find(|contact| contact.person_id == house.town.chair_handball).unwrap();
    chair.post(&format!("{path}/{}/fjern", chair_contact.id), &[]).await;
    assert_eq!(contacts(&house).await.len(), 1, "somebody must be there to be reached");
    let mut coordinator = house.signed_in(house.town.coordinator).await;
    coordinator.post(&format!("{path}/{}/fjern", chair_contact.id), &[]).await;
    assert_eq!(told().await, (2, 1), "nobody is left to answer");
}

#[db_test]
async fn only_public_contacts_stand_on_the_public_page(db: Db) {
    let house = house(db).await;
    let page = format!("/foreninger/{}", house.town.handball);
    let all = contacts(&house).await;
    let chair = all.iter().find(|contact| contact.person_id == house.town.chair_handball).unwrap();
    let email = chair.email.clone().unwrap().to_string();
    let mut browser = house.signed_in(house.town.chair_handball).await;
    let path = format!("{page}/kontakter/{}/visning", chair.id);
    browser.post(&path, &[]).await;
    let hidden = house.visitor().get(&page).await;
    assert!(!hidden.has(&email) && !hidden.has(&chair.name));
    browser.post(&path, &[("is_public", "ja")]).await;
    let shown = house.visitor().get(&page).await;
    assert!(shown.has(&email) && shown.has(&chair.name));
}

#[db_test]
async fn an_association_keeps_its_own_page_up_to_date(db: Db) {
    let house = house(db).await;
    let id = house.town.handball;
    let path = format!("/foreninger/{id}/rediger");
    let mut chair = house.signed_in(house.town.chair_handball).await;
    assert_eq!(chair.get(&path).await.status, StatusCode::OK);
    let fields = [
        ("name", "Fjordlund Håndbold"),
        ("kind", "association"),
        ("theme", "folkeoplysning"),
        ("about", "Håndbold for alle."),
        ("topics", "sport"),
        ("topics", "event"),
        ("postcode", "9563"),
        ("approved_folkeoplysning", "ja"),
    ];
    assert_eq!(chair.post(&path, &fields).await.location, format!("/foreninger/{id}"));
    let mut reader = house.db.read().await.unwrap();
    let find = async |reader: &mut samskab_store::Connection| {
        association::store::find(reader, house.town.tenant, id).await.unwrap().unwrap()
    };
    let changed = find(&mut reader).await;
    assert_eq!((changed.name.as_str(), changed.city.as_str()), ("Fjordlund Håndbold", "Lynghavn"));
    assert_eq!(changed.topics.split_whitespace().count(), 2);
    drop(reader);

    let mut coordinator = house.signed_in(house.town.coordinator).await;
    coordinator.post(&path, &fields[..7]).await;
    let mut reader = house.db.read().await.unwrap();
    assert!(!find(&mut reader).await.approved_folkeoplysning, "the coordinator can untick it");
    drop(reader);
    chair.post(&path, &fields).await;
    let mut reader = house.db.read().await.unwrap();
    assert!(!find(&mut reader).await.approved_folkeoplysning, "and the association cannot tick it");
}

#[db_test]
async fn a_wrong_edit_keeps_what_was_typed(db: Db) {
    let house = house(db).await;
    let mut chair = house.signed_in(house.town.chair_handball).await;
    let fields = [
        ("name", "Fjordlund Håndbold"),
        ("kind", "association"),
        ("theme", "social"),
        ("about", ""),
        ("cvr", "1"),
    ];
    let page = chair.post(&format!("/foreninger/{}/rediger", house.town.handball), &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.has("otte cifre") && page.has("Fjordlund Håndbold"));
}
