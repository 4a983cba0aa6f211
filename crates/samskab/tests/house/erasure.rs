//! Somebody who deletes the account leaves nothing behind, in any table of either database (law B.7).

use axum::http::StatusCode;
use samskab_organisation::person::{self, Person, PersonId};
use samskab_store::{Backend, Db, Stamp, db_test, testing};

use crate::{
    filler::{Filler, Somebody},
    forms, rows,
    town::{HOST, House, NOW, Visitor, config},
};

const NAME: &str = "Sletmig Heltvæk";
const EMAIL: &str = "sletmig@borger.example";
const PHONE: &str = "12909090";

#[db_test]
async fn whoever_deletes_the_account_leaves_nothing_behind(db: Db) {
    let tenant = testing::tenant(&db).await;
    let house = House::open(&db, &config()).await;
    let person = db.dice().uuid(NOW);
    let somebody = Somebody { id: person, name: NAME, email: EMAIL, phone: PHONE, mark: "" };
    let mut filler = Filler::new(&db, tenant.uuid(), somebody).await;
    filler.fill_all().await;
    let before = filler.traces(&[NAME, "Sletmig", EMAIL, PHONE]).await;
    let led: Vec<String> = filler
        .leads_to
        .iter()
        .flat_map(|(table, columns)| {
            let to_person = columns.iter().filter(|(_, other)| *other == "person");
            to_person.map(move |(column, _)| format!("{table}.{column}"))
        })
        .collect();
    assert!(led.len() > 20, "the schema is read: {led:?}");
    for column in &led {
        assert!(before.contains(column), "{column} leads to a person and is not tried; {before:?}");
    }

    let stamp = Stamp { tenant, actor: None, now: NOW };
    let mut tx = db.begin(stamp).await.unwrap();
    person::erase(&house.program.services, &mut tx, PersonId::from_uuid(person)).await.unwrap();
    tx.commit().await.unwrap();

    // Nothing leads from the id in the book of events to anybody: it says that somebody did something.
    let after: Vec<String> = filler
        .traces(&[NAME, "Sletmig", EMAIL, PHONE])
        .await
        .into_iter()
        .filter(|trace| !trace.starts_with("event."))
        .collect();
    assert!(after.is_empty(), "still known: {after:?}");
    db.forget_deleted().await.unwrap();
    assert_eq!(in_the_files(&db), [""; 0], "still in the file");
}

/// What of the person the files of an embedded database hold, byte by byte: no row leads there any more.
/// PostgreSQL's own files are its administrator's (SECURITY.md).
fn in_the_files(db: &Db) -> Vec<String> {
    let Backend::Sqlite { path, .. } = db.backend() else { return Vec::new() };
    let mut found = Vec::new();
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let file = format!("{}{suffix}", path.display());
        let Ok(bytes) = std::fs::read(&file) else { continue };
        for personal in ["Sletmig", EMAIL, PHONE] {
            let times = bytes.windows(personal.len()).filter(|window| *window == personal.as_bytes()).count();
            if times > 0 {
                found.push(format!("{personal} stands {times} times in samskab.db{suffix}"));
            }
        }
    }
    found
}

/// Somebody with a full CV, hours and letters goes by the page, while others come and go; then the service stops.
#[tokio::test]
async fn a_name_is_gone_from_the_files_after_the_account_is_deleted_and_after_a_stop() {
    let database = testing::sqlite().await;
    let db = database.db();
    let house = House::with_demo(&db).await;
    let tenant = house.tenant().await;
    // Many with long texts, so that rows move from page to page and pages are freed.
    for round in 0..40 {
        let mut tx = db.begin(Stamp { tenant, actor: None, now: NOW }).await.unwrap();
        for number in 0..5 {
            let email = format!("nummer{round}.{number}@borger.example").parse().unwrap();
            let someone = Person::new(tx.new_id(), format!("Nr. {round} {number}"), Some(email), NOW);
            person::store::add(&mut tx, &someone).await.unwrap();
        }
        tx.commit().await.unwrap();
    }
    let mut tx = db.begin(Stamp { tenant, actor: None, now: NOW }).await.unwrap();
    let mut person = Person::new(tx.new_id(), NAME, Some(EMAIL.parse().unwrap()), NOW);
    person.phone = PHONE.parse().ok();
    person::store::add(&mut tx, &person).await.unwrap();
    tx.commit().await.unwrap();
    let stranger = Visitor::anonymous(HOST);
    let tasks = rows::ids(&db, "select id from task where state = 'open' order by id limit 3").await;
    for task in tasks {
        let form = house.interest_form(&stranger, task, EMAIL).await.with("name", NAME);
        assert!(house.post(&stranger, &form.action, &form.body()).await.is_allowed());
    }
    house.post(&stranger, "/log-ind", &format!("email={}&way=link", forms::encoded(EMAIL))).await;
    house.work().await;
    assert!(!in_the_files(&db).is_empty(), "it was there");
    let visitor = house.signed_in(person.id.uuid()).await;
    let answer = house.post(&visitor, "/min-profil/slet", "").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert_eq!(in_the_files(&db), [""; 0]);
    db.close().await;
    assert_eq!(in_the_files(&db), [""; 0], "after a clean stop");
    database.close().await;
}
