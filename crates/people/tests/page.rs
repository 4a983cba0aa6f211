//! The page of a person: who may see it, what it says, and that every look is written down.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use axum::http::StatusCode;
use samskab_organisation::{
    person::{self, Person, PersonId},
    testing::browser::{Browser, House, Page, house_with},
};
use samskab_store::{Db, Stamp, db_test};

async fn house(db: Db) -> House {
    house_with(db, samskab_web::Config::default(), &[samskab_people::module]).await
}

/// Where the list leads for the first one found.
fn first(page: &Page) -> String {
    let href = page.body.split("href=\"/personer/").nth(1).and_then(|rest| rest.split('"').next());
    format!("/personer/{}", href.unwrap_or_else(|| panic!("nobody found: {}", page.body)))
}

async fn find(browser: &mut Browser<'_>, words: &str) -> String {
    let page = browser.get(&format!("/personer?q={}", words.replace(' ', "+"))).await;
    assert_eq!(page.status, StatusCode::OK);
    first(&page)
}

async fn add(house: &House, name: &str, email: &str, phone: &str) -> PersonId {
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let mut someone = Person::new(tx.new_id(), name, email.parse().ok(), house.clock.now());
    someone.phone = phone.parse().ok();
    person::store::add(&mut tx, &someone).await.unwrap();
    tx.commit().await.unwrap();
    someone.id
}

#[db_test]
async fn the_coordinator_finds_somebody_and_reads_their_roles_with_dates(db: Db) {
    let house = house(db).await;
    let mut browser = house.signed_in(house.town.coordinator).await;
    let before = browser.get("/personer").await;
    assert!(!before.has("Karen Tænkthøj"), "nobody is shown before something is asked for");
    for words in ["karen tænkthøj", "TAENKTHOEJ karen", "12701102", "12 70 11 02"] {
        let page = browser.get(&format!("/personer?q={}", words.replace(' ', "+"))).await;
        assert!(page.has("Karen Tænkthøj"), "{words}: {}", page.body);
    }
    let href = find(&mut browser, "karen tænkthøj").await;
    let page = browser.get(&href).await;
    assert!(page.has("Sundhed og Omsorg") && page.has("Fra 1. oktober 2018"), "{}", page.body);
    let id = href.rsplit('/').next().unwrap();
    assert_eq!(id.as_bytes()[14], b'4', "an id that staff see tells no time: {id}");
    assert_eq!(find(&mut browser, "karen tænkthøj").await, href, "and stays the same");
}

#[db_test]
async fn nobody_else_sees_the_pages_and_a_verb_finds_nothing(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let href = find(&mut house.signed_in(town.coordinator).await, "karen").await;
    for person in [town.key_care, town.contact_solgaarden, town.chair_handball] {
        let mut browser = house.signed_in(person).await;
        for path in
            ["/personer".to_owned(), href.clone(), format!("{href}/saml"), format!("{href}/overdragelse")]
        {
            assert_eq!(browser.get(&path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        for verb in ["saml", "overdragelse"] {
            let answer = browser.post(&format!("{href}/{verb}"), &[]).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{verb}");
        }
    }
    assert_eq!(house.visitor().get(&href).await.status, StatusCode::UNAUTHORIZED);
    let mut own = house.signed_in(town.coordinator).await;
    let mine = find(&mut own, "asta").await;
    assert!(!own.get(&mine).await.has("/overdragelse"), "nobody hands themselves over");
    assert_eq!(own.get(&format!("{mine}/overdragelse")).await.status, StatusCode::FORBIDDEN);
}

#[db_test]
async fn a_duplicate_is_suggested_read_beside_the_other_and_merged(db: Db) {
    let house = house(db).await;
    let stays = add(&house, "Prøve Testesen", "proeve.testesen@borger.example", "29 90 90 11").await;
    let gone = add(&house, "Prøve Testesen", "", "29 90 90 11").await;
    let other = add(&house, "Prøve Testesen", "testesen@borger.example", "29 90 90 12").await;
    let mut browser = house.signed_in(house.town.coordinator).await;
    let list = browser.get("/personer?q=testesen").await;
    let hrefs: Vec<&str> =
        list.body.split("href=\"/personer/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(hrefs.len(), 3);
    let mut merged = false;
    for href in hrefs {
        let page = browser.get(&format!("/personer/{href}")).await;
        let Some(way) = page.body.split(&format!("href=\"/personer/{href}/saml?med=")).nth(1) else {
            continue; // the one with a number of their own
        };
        assert!(page.has("Samme telefonnummer"));
        let med = way.split('"').next().unwrap();
        let preview = browser.get(&format!("/personer/{href}/saml?med={med}")).await;
        let hidden = |name: &str| {
            let value = preview.body.split(&format!("name=\"{name}\" value=\"")).nth(1);
            value.and_then(|rest| rest.split('"').next()).unwrap().to_owned()
        };
        let (bliver, laest) = (hidden("bliver"), hidden("laest"));
        let stale = [("med", med), ("bliver", bliver.as_str()), ("laest", "noget andet")];
        let answer = browser.post(&format!("/personer/{href}/saml"), &stale).await;
        assert_eq!(answer.status, StatusCode::CONFLICT, "what was not read does not happen");
        let fields = [("med", med), ("bliver", bliver.as_str()), ("laest", laest.as_str())];
        let answer = browser.post(&format!("/personer/{href}/saml"), &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        assert_eq!(answer.location, format!("/personer/{bliver}"));
        merged = true;
        break;
    }
    assert!(merged, "somebody is suggested");
    let mut reader = house.db.read().await.unwrap();
    let tenant = house.town.tenant;
    assert!(person::store::find(&mut reader, tenant, gone).await.unwrap().is_none());
    let one = person::store::find(&mut reader, tenant, stays).await.unwrap().unwrap();
    assert_eq!(one.email.unwrap().as_str(), "proeve.testesen@borger.example");
    assert!(person::store::find(&mut reader, tenant, other).await.unwrap().is_some());
    drop(reader);
    let mails = house.mails().await;
    assert_eq!(mails.len(), 1, "one letter to the one address there is");
    assert_eq!(mails[0].to.as_str(), "proeve.testesen@borger.example");
}

/// The value of the first choice of the select behind this role, and the names of all selects.
fn selects(page: &Page) -> Vec<(String, Vec<String>)> {
    page.body
        .split("<select ")
        .skip(1)
        .map(|select| {
            let name = select.split("name=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            let body = select.split("</select>").next().unwrap();
            let values = body.split("<option value=\"").skip(1).filter_map(|rest| rest.split('"').next());
            (name.to_owned(), values.filter(|value| !value.is_empty()).map(str::to_owned).collect())
        })
        .collect()
}

#[db_test]
async fn a_contact_person_who_leaves_is_handed_over_and_nothing_is_guessed(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut browser = house.signed_in(town.coordinator).await;
    let name = {
        let mut reader = house.db.read().await.unwrap();
        person::store::find(&mut reader, town.tenant, town.contact_solgaarden).await.unwrap().unwrap().name
    };
    let href = find(&mut browser, &name).await;
    let path = format!("{href}/overdragelse");
    let page = browser.get(&path).await;
    let selects = selects(&page);
    assert_eq!(selects.len(), 1, "one role: {}", page.body);
    let (field, values) = &selects[0];
    assert!(values.contains(&town.deputy_solgaarden.to_string()), "the deputy can take over");
    assert!(!values.contains(&town.contact_solgaarden.to_string()), "and not whoever leaves");
    assert!(!values.contains(&town.chair_handball.to_string()), "nor somebody of another place");

    let refused = browser.post(&path, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.has("Vælg, hvad der er sket") && refused.has("Vælg, hvem der tager over"));
    let stranger = town.chair_handball.to_string();
    let fields = [("hvordan", "roles"), (field.as_str(), stranger.as_str())];
    let refused = browser.post(&path, &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "only somebody of the place");
    assert!(refused.has("value=\"roles\" checked"), "what was chosen stays: {}", refused.body);

    let deputy = town.deputy_solgaarden.to_string();
    let done = browser.post(&path, &[("hvordan", "roles"), (field.as_str(), deputy.as_str())]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let mut reader = house.db.read().await.unwrap();
    let today = house.clock.now().day();
    let held = samskab_organisation::position::store::find(
        &mut reader,
        town.tenant,
        town.position_contact_solgaarden,
        today,
    )
    .await
    .unwrap()
    .unwrap();
    let now: Vec<(PersonId, &str)> =
        held.appointments.iter().map(|one| (one.person, one.capacity.code())).collect();
    assert_eq!(now, [(town.deputy_solgaarden, "holder")], "and nobody is their own deputy");
    let leaver = person::store::find(&mut reader, town.tenant, town.contact_solgaarden).await.unwrap();
    assert!(leaver.is_some(), "the account stays");
    drop(reader);
    let mails = house.mails().await;
    assert_eq!(mails.len(), 2, "one to whoever takes over, one with thanks");
}

#[db_test]
async fn whoever_has_died_gets_no_letter_and_is_deleted(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut browser = house.signed_in(town.coordinator).await;
    let leaver = {
        let mut reader = house.db.read().await.unwrap();
        person::store::find(&mut reader, town.tenant, town.contact_school).await.unwrap().unwrap()
    };
    let href = find(&mut browser, &leaver.name).await;
    let path = format!("{href}/overdragelse");
    let selects = selects(&browser.get(&path).await);
    let mut fields = vec![("hvordan", "died")];
    fields.extend(selects.iter().map(|(name, _)| (name.as_str(), "ingen")));
    let done = browser.post(&path, &fields).await;
    assert_eq!((done.status, done.location.as_str()), (StatusCode::SEE_OTHER, "/personer"), "{}", done.body);
    let mut reader = house.db.read().await.unwrap();
    assert!(person::store::find(&mut reader, town.tenant, town.contact_school).await.unwrap().is_none());
    drop(reader);
    let to_them =
        house.mails().await.into_iter().filter(|mail| Some(&mail.to) == leaver.email.as_ref()).count();
    assert_eq!(to_them, 0);
    assert_eq!(browser.get(&href).await.status, StatusCode::NOT_FOUND);
}

/// The doors of this context: an administrator is merged and handed over by administrators.
#[db_test]
async fn a_coordinator_neither_merges_nor_hands_over_an_administrator(db: Db) {
    let house = house(db).await;
    let town = house.town;
    add(&house, "Ib Opdigt", "", "12 70 57 63").await;
    let mut coordinator = house.signed_in(town.coordinator).await;
    let list = coordinator.get("/personer?q=ib+opdigt").await;
    let pages: Vec<&str> =
        list.body.split("href=\"/personer/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(pages.len(), 2, "{}", list.body);
    let mut administrators = Vec::new();
    for page in &pages {
        let shown = coordinator.get(&format!("/personer/{page}")).await;
        assert!(!shown.has("?med="), "no way to compare the two");
        if shown.has("Systemadministrator") {
            assert!(!shown.has("/saml\"") && !shown.has("/overdragelse"), "{}", shown.body);
            administrators.push(*page);
        }
    }
    let [administrator] = administrators[..] else { panic!("{administrators:?}") };
    let other = pages.into_iter().find(|page| *page != administrator).unwrap();
    let choose = coordinator.get(&format!("/personer/{other}/saml?q=ib+opdigt")).await;
    assert!(choose.status == StatusCode::OK && !choose.has(administrator), "{}", choose.body);
    let doors = [
        format!("/personer/{administrator}/saml"),
        format!("/personer/{administrator}/overdragelse"),
        format!("/personer/{other}/saml?med={administrator}"),
    ];
    for door in doors {
        assert_eq!(coordinator.get(&door).await.status, StatusCode::FORBIDDEN, "{door}");
    }
    let fields = [("med", other), ("bliver", other), ("laest", "x"), ("hvordan", "roles")];
    for verb in ["saml", "overdragelse"] {
        let answer = coordinator.post(&format!("/personer/{administrator}/{verb}"), &fields).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{verb}");
    }
    let fields = [("med", administrator), ("bliver", other), ("laest", "x")];
    let answer = coordinator.post(&format!("/personer/{other}/saml"), &fields).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);

    let mut own = house.signed_in(town.administrator).await;
    let preview = own.get(&format!("/personer/{other}/saml?med={administrator}")).await;
    assert_eq!(preview.status, StatusCode::OK);
}

#[db_test]
async fn the_list_of_roles_says_who_was_never_here_and_leads_to_the_person(db: Db) {
    let house = house(db).await;
    let mut browser = house.signed_in(house.town.coordinator).await;
    let page = browser.get("/roller").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.has("Karen Tænkthøj") && page.has("Sundhed og Omsorg"), "{}", page.body);
    assert!(page.has("Har aldrig logget ind"), "{}", page.body);
    let found = browser.get("/roller?q=taenkthoej&vis=aldrig").await;
    assert!(found.has("1 rolle") && found.has("Karen Tænkthøj"), "{}", found.body);
    assert!(browser.get("/roller?vis=slutter").await.has("Ingen"), "nobody stops within two months");
    let href = found.body.split("href=\"/roller/").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let led = browser.get(&format!("/roller/{href}")).await;
    assert!(led.location.starts_with("/personer/"), "{}", led.location);
    assert!(browser.get(&led.location).await.has("Karen Tænkthøj"));
    for person in [house.town.key_care, house.town.contact_solgaarden, house.town.chair_handball] {
        let mut browser = house.signed_in(person).await;
        assert_eq!(browser.get("/roller").await.status, StatusCode::FORBIDDEN);
        assert_eq!(browser.get(&format!("/roller/{href}")).await.status, StatusCode::FORBIDDEN);
    }
}

#[db_test]
async fn a_page_is_found_by_each_of_its_names(db: Db) {
    let modules = [samskab_desk::module, samskab_people::module];
    let house = house_with(db, samskab_web::Config::default(), &modules).await;
    let mut coordinator = house.signed_in(house.town.coordinator).await;
    for (asked, href) in [
        ("roller", "/roller"),
        ("import", "/import"),
        // The menu says Organisation, the overview Organisationen.
        ("organisationen", "/organisation"),
        ("min+profil", "/min-profil"),
    ] {
        let page = coordinator.get(&format!("/gaa-til?q={asked}")).await;
        let link = format!("href=\"{href}\"");
        assert!(
            page.location == href || page.body.contains(&link),
            "{asked}: {} {}",
            page.location,
            page.body
        );
    }
    let mut contact = house.signed_in(house.town.contact_solgaarden).await;
    let page = contact.get("/gaa-til?q=import").await;
    assert!(
        page.location.is_empty() && !page.has("href=\"/import\""),
        "only what they may open: {}",
        page.body
    );
}
