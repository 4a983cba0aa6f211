use axum::http::StatusCode;
use samskab_organisation::{
    association::{self, Association, AssociationId, AssociationKind, State},
    testing,
};
use samskab_store::{Db, db_test};

use crate::browser::{Browser, House, Page, house};

const NAME: &str = "Nordby Petanque";
const EMAIL: &str = "anna@petanque.example";
const THANKS: &str = "Se i din indbakke";

const FILLED_IN: [(&str, &str); 13] = [
    ("name", NAME),
    ("kind", "informal_group"),
    ("theme", "individual"),
    ("topics", "visiting_friend"),
    ("about", "Vi kaster kugler og drikker kaffe."),
    ("cvr", "13748136"),
    ("p_number", "1234567890"),
    ("postcode", "9563"),
    ("person_name", "Anna Opdigt"),
    ("person_email", EMAIL),
    ("person_phone", "12 34 56 78"),
    ("person_role", "chair"),
    ("person_public", "ja"),
];

fn with<'f>(name: &'f str, value: &'f str) -> Vec<(&'f str, &'f str)> {
    let mut fields: Vec<_> = FILLED_IN.into_iter().filter(|(known, _)| *known != name).collect();
    fields.push((name, value));
    fields
}

async fn named(house: &House, name: &str) -> Vec<Association> {
    let mut reader = house.db.read().await.unwrap();
    let all = association::store::all(&mut reader, house.town.tenant).await.unwrap();
    all.into_iter().filter(|association| association.name == name).collect()
}

async fn find(house: &House, id: AssociationId) -> Association {
    let mut reader = house.db.read().await.unwrap();
    association::store::find(&mut reader, house.town.tenant, id).await.unwrap().unwrap()
}

/// Registered, and confirmed by Anna, whose browser this is.
async fn confirmed(house: &House) -> (AssociationId, Browser<'_>) {
    house.visitor().post("/foreninger/tilmeld", &FILLED_IN).await;
    let link = house.mailed_link().await;
    let mut anna = house.visitor();
    assert_eq!(anna.post(&link, &[]).await.status, StatusCode::SEE_OTHER);
    (named(house, NAME).await[0].id, anna)
}

async fn decide(browser: &mut Browser<'_>, id: AssociationId, fields: &[(&str, &str)]) -> Page {
    browser.post(&format!("/foreninger/{id}/godkendelse"), fields).await
}

#[db_test]
async fn a_group_without_an_account_registers_itself_and_is_confirmed_by_mail(db: Db) {
    let house = house(db).await;
    let page = house.visitor().post("/foreninger/tilmeld", &FILLED_IN).await;
    assert!(page.status == StatusCode::OK && page.has(THANKS) && page.has(EMAIL), "{}", page.body);
    let registered = &named(&house, NAME).await[0];
    assert_eq!(registered.state, State::Unconfirmed);
    assert_eq!(registered.kind, AssociationKind::InformalGroup);
    assert_eq!(registered.city, "Lynghavn", "the town follows from the postcode");
    assert!(registered.place.is_some());

    let link = house.mailed_link().await;
    let page = house.visitor().get(&link).await;
    assert!(page.has(NAME) && page.status == StatusCode::OK);
    assert_eq!(find(&house, registered.id).await.state, State::Unconfirmed, "opening the link is not enough");

    let mut anna = house.visitor();
    let page = anna.post(&link, &[]).await;
    assert_eq!(page.location, format!("/foreninger/{}", registered.id));
    assert_eq!(find(&house, registered.id).await.state, State::Pending);
    assert!(anna.get(&page.location).await.has("Venter på godkendelse"), "its own people see it");
    assert_eq!(house.visitor().get(&page.location).await.status, StatusCode::NOT_FOUND, "and nobody else");
    let used = house.visitor().post(&link, &[]).await;
    assert_eq!((used.status, used.location.as_str()), (StatusCode::GONE, ""), "the link is used up");
    for page in [used, house.visitor().get(&link).await] {
        assert!(page.has("<h1>Nordby Petanque er allerede tilmeldt</h1>"), "{}", page.body);
        assert!(page.has(&format!("/log-ind?videre=/foreninger/{}", registered.id)), "{}", page.body);
    }
    let own = format!("/foreninger/{}", registered.id);
    assert_eq!(anna.post(&link, &[]).await.location, own, "whoever is in already is led on");
}

#[db_test]
async fn a_registration_with_errors_keeps_everything_that_was_typed(db: Db) {
    let house = house(db).await;
    let mut fields = with("cvr", "12345678");
    fields.retain(|(name, _)| *name != "about");
    fields.push(("person_email", "ingen mail"));
    let fields: Vec<_> = fields.into_iter().filter(|field| *field != ("person_email", EMAIL)).collect();
    let page = house.visitor().post("/foreninger/tilmeld", &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for typed in [NAME, "12345678", "1234567890", "9563", "Anna Opdigt", "ingen mail", "12 34 56 78"] {
        assert!(page.has(typed), "{typed} stays");
    }
    assert!(page.has("passer ikke sammen"), "the CVR number is said to be wrong");
    for field in ["about", "cvr", "person_email"] {
        assert!(page.has(&format!("href=\"#{field}\"")), "{field} stands in the summary");
    }
    assert!(page.has("Fortæl kort, hvad I gør</a>"), "the summary says what to write");
    assert!(named(&house, NAME).await.is_empty());
}

#[db_test]
async fn four_digits_that_are_no_postcode_are_said_to_be_none(db: Db) {
    let house = house(db).await;
    for (typed, said) in [("9999", "Postnummeret findes ikke"), ("956", "Skriv et postnummer med fire cifre")]
    {
        let page = house.visitor().post("/foreninger/tilmeld", &with("postcode", typed)).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.has(said), "{typed}: {}", page.body);
    }
}

#[db_test]
async fn the_same_registration_sent_again_only_sends_the_mail_again(db: Db) {
    let house = house(db).await;
    house.visitor().post("/foreninger/tilmeld", &FILLED_IN).await;
    let first = house.mailed_link().await;
    let shouted = with("name", "NORDBY  Petanque");
    assert!(house.visitor().post("/foreninger/tilmeld", &shouted).await.has(THANKS));
    assert_eq!(house.mails().await.len(), 2);
    assert_eq!(named(&house, NAME).await.len(), 1);
    assert!(named(&house, "NORDBY  Petanque").await.is_empty());

    // Confirmed by the first link; sent once more, even as "another one", it is still the same.
    house.visitor().post(&first, &[]).await;
    let again = [&FILLED_IN[..], &[("another", "ja")]].concat();
    assert!(house.visitor().post("/foreninger/tilmeld", &again).await.has(THANKS));
    let known = named(&house, NAME).await;
    assert_eq!(known.len(), 1);
    let mail = house.mails().await.remove(0);
    assert_eq!(mail.subject, "Nordby Petanque er allerede tilmeldt");
    let way_in = format!("/log-ind?videre=/foreninger/{}", known[0].id);
    assert_eq!(house.mailed_link().await, way_in, "there is nothing to confirm");
    assert_eq!(find(&house, known[0].id).await.state, State::Pending);

    // Somebody else is somebody else.
    house.visitor().post("/foreninger/tilmeld", &with("person_email", "bo@petanque.example")).await;
    assert_eq!(named(&house, NAME).await.len(), 1, "but is warned about the one that is there");
}

#[db_test]
async fn a_likely_double_is_warned_about_and_allowed(db: Db) {
    let house = house(db).await;
    let handball = find(&house, house.town.handball).await;
    // The same name, folded: as somebody in a hurry would type it.
    let shouted = handball.name.to_uppercase();
    let fields = with("name", &shouted);
    let page = house.visitor().post("/foreninger/tilmeld", &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.has(&format!("/foreninger/{}", handball.id)), "the one that looks the same is shown");
    assert!(named(&house, &shouted).await.is_empty());
    let anyway = [fields, vec![("another", "ja")]].concat();
    assert!(house.visitor().post("/foreninger/tilmeld", &anyway).await.has(THANKS));
    assert_eq!(named(&house, &shouted).await.len(), 1);
}

#[db_test]
async fn branches_share_the_national_cvr_number(db: Db) {
    let house = house(db).await;
    for branch in ["Nordby", "Sønderby"] {
        let mut fields = with("name", "Sukkerforeningen");
        fields.push(("branch", branch));
        let page = house.visitor().post("/foreninger/tilmeld", &fields).await;
        assert!(page.has(THANKS), "{branch}");
        house.visitor().post(&house.mailed_link().await, &[]).await;
    }
    assert_eq!(named(&house, "Sukkerforeningen").await.len(), 2);
    let mut fields = with("name", "Noget andet");
    fields.push(("branch", "Nordby"));
    let page = house.visitor().post("/foreninger/tilmeld", &fields).await;
    assert!(page.has("Sukkerforeningen, Nordby"), "same number and same branch is warned about");
}

#[db_test]
async fn a_machine_that_fills_in_every_field_is_thanked_and_forgotten(db: Db) {
    let house = house(db).await;
    let fields = with("fax", "12345678");
    let page = house.visitor().post("/foreninger/tilmeld", &fields).await;
    assert!(page.has(THANKS));
    assert!(named(&house, NAME).await.is_empty());
    assert!(house.mails().await.is_empty());
}

#[db_test]
async fn somebody_known_keeps_their_name_whoever_fills_in_the_form(db: Db) {
    let house = house(db).await;
    let chair = house.town.chair_handball;
    let before = {
        let mut reader = house.db.read().await.unwrap();
        samskab_organisation::person::store::find(&mut reader, house.town.tenant, chair).await.unwrap()
    };
    let email = before.clone().unwrap().email.unwrap().to_string();
    let fields = with("person_email", &email);
    house.visitor().post("/foreninger/tilmeld", &fields).await;
    let mut reader = house.db.read().await.unwrap();
    let after =
        samskab_organisation::person::store::find(&mut reader, house.town.tenant, chair).await.unwrap();
    assert_eq!(after, before);
}

#[db_test]
async fn an_old_confirmation_link_is_dead(db: Db) {
    let house = house(db).await;
    house.visitor().post("/foreninger/tilmeld", &FILLED_IN).await;
    let link = house.mailed_link().await;
    house.clock.set(testing::NOW.plus_days(7));
    assert_eq!(house.visitor().get(&link).await.status, StatusCode::GONE);
    assert_eq!(house.visitor().post(&link, &[]).await.status, StatusCode::GONE);
}

#[db_test]
async fn only_a_coordinator_approves(db: Db) {
    let house = house(db).await;
    let (id, mut anna) = confirmed(&house).await;
    let approve = [("decision", "approve")];
    assert_eq!(decide(&mut anna, id, &approve).await.status, StatusCode::NOT_FOUND, "not its own people");
    for person in [house.town.key_care, house.town.contact_solgaarden, house.town.chair_handball] {
        let mut browser = house.signed_in(person).await;
        assert_eq!(decide(&mut browser, id, &approve).await.status, StatusCode::NOT_FOUND);
        assert_eq!(browser.get(&format!("/foreninger/{id}")).await.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(decide(&mut house.visitor(), id, &approve).await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(find(&house, id).await.state, State::Pending);

    let mut coordinator = house.signed_in(house.town.coordinator).await;
    assert_eq!(decide(&mut coordinator, id, &approve).await.location, "/overblik");
    assert_eq!(find(&house, id).await.state, State::Approved);
    let mail = &house.mails().await[0];
    assert_eq!(mail.to.to_string(), EMAIL);
    assert!(mail.subject.contains("godkendt"));
    assert_eq!(house.visitor().get(&format!("/foreninger/{id}")).await.status, StatusCode::OK);
}

#[db_test]
async fn a_rejection_needs_a_reason_and_sends_it(db: Db) {
    let house = house(db).await;
    let (id, _) = confirmed(&house).await;
    let mut coordinator = house.signed_in(house.town.coordinator).await;
    let page = decide(&mut coordinator, id, &[("decision", "reject"), ("reason", " ")]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    let reason = "Vi kan ikke se, hvem I er.";
    decide(&mut coordinator, id, &[("decision", "reject"), ("reason", reason)]).await;
    assert_eq!(find(&house, id).await.state, State::Rejected { reason: reason.to_owned() });
    assert!(house.mails().await[0].body.contains(reason));
}

#[db_test]
async fn the_second_of_two_coordinators_is_told_that_it_is_decided(db: Db) {
    let house = house(db).await;
    let (id, _) = confirmed(&house).await;
    let mut first = house.signed_in(house.town.coordinator).await;
    let mut second = house.signed_in(house.town.deputy_coordinator).await;
    decide(&mut first, id, &[("decision", "approve")]).await;
    let page = decide(&mut second, id, &[("decision", "reject"), ("reason", "Nej")]).await;
    assert_eq!(page.location, format!("/foreninger/{id}"));
    assert!(second.get(&page.location).await.has("allerede taget stilling"));
    assert_eq!(find(&house, id).await.state, State::Approved);
}

#[db_test]
async fn a_closed_association_leaves_the_public_and_can_come_back(db: Db) {
    let house = house(db).await;
    let id = house.town.handball;
    let mut chair = house.signed_in(house.town.chair_handball).await;
    let close = [("reason", "Nedlagt på generalforsamlingen.")];
    let path = format!("/foreninger/{id}/luk");
    assert_eq!(chair.post(&path, &close).await.status, StatusCode::NOT_FOUND);
    let mut coordinator = house.signed_in(house.town.coordinator).await;
    coordinator.post(&path, &close).await;
    assert_eq!(house.visitor().get(&format!("/foreninger/{id}")).await.status, StatusCode::NOT_FOUND);
    let edit = format!("/foreninger/{id}/rediger");
    assert_eq!(chair.get(&edit).await.status, StatusCode::FORBIDDEN, "its people no longer speak for it");
    decide(&mut coordinator, id, &[("decision", "approve")]).await;
    assert_eq!(chair.get(&edit).await.status, StatusCode::OK);
}

#[db_test]
async fn an_association_of_one_municipality_is_not_seen_from_another(db: Db) {
    let house = house(db).await;
    testing::town_at(&house.db, "nabolund", "frivillig.nabolund.example").await;
    let mut neighbour = house.visitor();
    neighbour.host = "frivillig.nabolund.example";
    let page = neighbour.get(&format!("/foreninger/{}", house.town.handball)).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
}
