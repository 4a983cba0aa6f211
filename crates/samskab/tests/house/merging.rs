//! Two registrations are one person: everything of the one is the other's afterwards, in every table of either database,
//! and nothing names the one who is gone.

use std::collections::BTreeSet;

use samskab_organisation::person;
use samskab_store::{Db, Stamp, db_test, sqlx::types::Uuid};

use crate::{
    filler::{Filler, Somebody},
    rows,
    town::{House, NOW},
};

const GONE: Somebody = Somebody {
    id: Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_00a1),
    name: "Dobbelt Testesen",
    email: "dobbelt@borger.example",
    phone: "12909091",
    mark: "",
};
const STAYS: Somebody = Somebody {
    id: Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_00b2),
    name: "Enkelt Testesen",
    email: "enkelt@borger.example",
    phone: "12909092",
    mark: "2",
};

/// Belongs to the registration and not to the person, and goes with it.
const LET_GO: [&str; 4] =
    ["email_change.person_id", "person_page.person_id", "session.person_id", "sign_in_link.person_id"];
/// The book of events is never rewritten: the merge itself stands in it, and leads from the one to the other.
const BOOK: &str = "event.";

/// What two people can have of one thing: a task, a shift, a list somebody looked at.
const SHARED: [&str; 8] =
    ["association", "cv_look", "person_look", "position", "shift", "shift_series", "task", "unit"];

#[db_test]
async fn every_column_that_names_a_person_is_merged_by_the_context_whose_it_is(db: Db) {
    let house = House::with_demo(&db).await;
    let filler = Filler::new(&db, house.tenant().await.uuid(), GONE).await;
    let registered: BTreeSet<String> = house
        .program
        .services
        .merges
        .iter()
        .flat_map(|merges| merges.columns)
        .map(|column| (*column).to_owned())
        .collect();
    let mut of_people = filler.columns_of_people();
    of_people.retain(|column| !column.starts_with(BOOK));
    assert!(of_people.len() > 30, "the schema is read: {of_people:?}");
    let forgotten: Vec<&String> = of_people.difference(&registered).collect();
    assert!(forgotten.is_empty(), "no context merges {forgotten:?}: name them in its `Merges`");
    for column in &registered {
        let (table, name) = column.split_once('.').unwrap();
        let is_there = filler
            .tables
            .get(table)
            .is_some_and(|columns| columns.iter().any(|known| known.split(' ').next() == Some(name)));
        assert!(is_there, "{column} is merged and does not exist");
    }
}

/// As the page does it after the yes.
async fn merge(house: &House) {
    let (services, tenant) = (&house.program.services, house.tenant().await);
    let municipality = services.tenants.with_id(tenant, NOW).await.unwrap().unwrap();
    let mut tx = house.db.begin(Stamp { tenant, actor: None, now: NOW }).await.unwrap();
    let mut people = Vec::new();
    for one in [STAYS, GONE] {
        people.push(person::store::find(&mut tx, tenant, one.id.into()).await.unwrap().unwrap());
    }
    samskab_people::merge_people(services, &municipality, &mut tx, &people[0], &people[1]).await.unwrap();
    tx.commit().await.unwrap();
}

#[db_test]
async fn what_hung_on_the_one_hangs_on_the_other_in_every_table(db: Db) {
    let house = House::with_demo(&db).await;
    let tenant = house.tenant().await.uuid();
    let stays = Filler::new(&db, tenant, STAYS).await;
    let mut gone = Filler::new(&db, tenant, GONE).await.readable();
    gone.fill_all().await;
    let before: BTreeSet<String> = gone.traces(&[]).await.into_iter().collect();
    for column in gone.columns_of_people() {
        assert!(before.contains(&column), "{column} names a person and is not tried: {before:?}");
    }

    merge(&house).await;

    let left: Vec<String> = gone
        .traces(&[GONE.email])
        .await
        .into_iter()
        .filter(|trace| !trace.starts_with(BOOK))
        // Letters that were sent stay with the address they were sent to, for 30 days.
        .filter(|trace| !trace.starts_with("mail."))
        .collect();
    assert!(left.is_empty(), "still names the one who is gone: {left:?}");
    let after: BTreeSet<String> = stays.traces(&[]).await.into_iter().collect();
    for column in before.iter().filter(|column| !column.starts_with(BOOK) && column.as_str() != "person.id") {
        if !LET_GO.contains(&column.as_str()) {
            assert!(after.contains(column), "{column} was lost: {after:?}");
        }
    }
    let told = rows::texts(&db, "select recipient from mail order by recipient").await;
    for address in [GONE.email, STAYS.email] {
        assert!(told.iter().any(|known| known == address), "{address} is written to");
    }
}

#[db_test]
async fn two_who_have_everything_become_one_who_has_it_once(db: Db) {
    let house = House::with_demo(&db).await;
    let tenant = house.tenant().await.uuid();
    let mut gone = Filler::new(&db, tenant, GONE).await.readable();
    gone.fill_all().await;
    let mut stays = Filler::new(&db, tenant, STAYS).await.readable();
    for table in SHARED {
        stays.done.insert(table.to_owned(), gone.done[table]);
    }
    let of_people: BTreeSet<String> =
        stays.columns_of_people().iter().map(|column| column.split('.').next().unwrap().to_owned()).collect();
    // An association declares once a year, whoever signs.
    for table in of_people.iter().filter(|table| table.as_str() != "association_declaration") {
        stays.fill(table).await;
    }
    // A yes that both have given and neither has taken back.
    for one in [STAYS, GONE] {
        let person = rows::literal(&db, one.id);
        let sql = format!("update volunteer_consent set withdrawn_at = null where person_id = {person}");
        rows::execute(&db, &sql).await;
    }

    merge(&house).await;

    let left: Vec<String> =
        gone.traces(&[]).await.into_iter().filter(|trace| !trace.starts_with(BOOK)).collect();
    assert!(left.is_empty(), "still names the one who is gone: {left:?}");
    // One person has one of these.
    let person = rows::literal(&db, STAYS.id);
    for (what, sql) in [
        ("CV", "select count(*) from volunteer_cv where person_id = ID"),
        (
            "yes to being found",
            "select count(*) from volunteer_consent where person_id = ID and withdrawn_at is null",
        ),
        (
            "agreement that goes on",
            "select count(*) from engagement where person_id = ID and state <> 'ended'",
        ),
        (
            "place in the shift",
            "select count(*) from booking where person_id = ID and state in ('booked', 'seeking')",
        ),
        ("time in the position", "select count(*) from appointment where person_id = ID"),
        ("role in the association", "select count(*) from association_contact where person_id = ID"),
        ("note about what is asked", "select count(*) from fulfilment where person_id = ID"),
        ("link to tell others", "select count(*) from channel where person_id = ID"),
        ("calendar", "select count(*) from calendar_address where person_id = ID"),
        ("project", "select count(*) from pupil_project where person_id = ID"),
    ] {
        let found = rows::numbers(&db, &sql.replace("ID", &person)).await;
        assert_eq!(found, [1], "{what}");
    }
}
