//! The key figure and what is lacking, over HTTP, in the small town: Solgården has a contact and an
//! ambassador, the school a contact, Havblik nobody.

use axum::http::StatusCode;
use samskab_kernel::{Instant, Validity};
use samskab_organisation::{
    person::{self, Person, PersonId},
    position::{self, Capacity, Position, PositionKind},
    testing::{NOW, SINCE},
};
use samskab_store::{Db, db_test};
use samskab_taskbank::{task::Task, testing::World};

use crate::{history, store};

samskab_store::statements! {
    ADD_INTEREST = "insert into interest (id, tenant_id, task_id, name, email, state, state_since, waiting_since,
                                          answer_due_at, created_at, updated_at)
                    values ($1, $2, $3, 'Åse Prøve', 'aase@borger.example', 'new', $4, $4, $5, $4, $4)";
    ADD_AGREEMENT = "insert into engagement (id, tenant_id, task_id, person_id, state, state_since, begins_on, created_at,
                                             updated_at)
                     values ($1, $2, $3, $4, 'active', $5, $6, $5, $5)";
}

/// Somebody waits for an answer that was promised by `due`.
async fn interest(world: &World, task: &Task, due: Instant) {
    let mut tx = world.db.begin(world.stamp()).await.unwrap();
    let id = world.db.dice().uuid(NOW);
    tx.query(&ADD_INTEREST)
        .bind(id)
        .bind(world.town.tenant)
        .bind(task.id)
        .bind(NOW.plus_days(-3))
        .bind(due)
        .execute()
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn director(world: &World) -> PersonId {
    let mut tx = world.db.begin(world.stamp()).await.unwrap();
    let person = Person::new(tx.new_id(), "Dagny Påfund", "dagny@fjordlund.example".parse().ok(), NOW);
    person::store::add(&mut tx, &person).await.unwrap();
    let kind = PositionKind::ReferenceDirector;
    let position = Position::new(tx.new_id(), world.town.central, kind, "Direktør", SINCE);
    position::store::add(&mut tx, &position).await.unwrap();
    position::store::appoint(&mut tx, position.id, person.id, Capacity::Holder, Validity::since(SINCE))
        .await
        .unwrap();
    tx.commit().await.unwrap();
    person.id
}

async fn small_town(db: &Db) -> World {
    World::new(db, &[samskab_finding::module, crate::module], crate::jobs()).await
}

#[db_test]
async fn a_place_asks_when_it_has_somebody_and_something_to_do(db: Db) {
    let world = small_town(&db).await;
    let asta = world.cookie(world.town.coordinator).await;
    let page = world.get_as("/daekning", &asta).await.body;
    assert!(page.contains("0 af 3 steder har både"), "{page}");
    world.task(|_| {}).await;
    let page = world.get_as("/daekning", &asta).await.body;
    assert!(page.contains("1 af 3 steder har både") && page.contains("33\u{a0}%"), "{page}");
    assert!(page.contains(&format!("/enheder/{}/stillinger/ny", world.town.havblik)), "what to do next");
    assert!(page.contains("/hvorfor"), "nobody has shown interest");
    let lacking = world.get_as("/daekning?mangler=kontakt", &asta).await.body;
    let has_row = |unit| lacking.contains(&format!("id=\"sted-{unit}\""));
    assert_eq!((has_row(world.town.havblik), has_row(world.town.solgaarden)), (true, false));
    let csv = world.get_as("/daekning.csv", &asta).await.body;
    assert!(csv.contains("Plejehjemmet Havblik;;;;0;0;;0;"), "{csv}");
}

#[db_test]
async fn a_place_with_only_a_deputy_lacks_a_contact_here_as_everywhere(db: Db) {
    let world = small_town(&db).await;
    let mut tx = db.begin(world.stamp()).await.unwrap();
    let position = world.town.position_contact_solgaarden;
    let every = position::store::every_appointment(&mut tx, world.town.tenant, position).await.unwrap();
    let holder = every.iter().find(|one| one.capacity == Capacity::Holder).unwrap();
    position::store::end_appointment(&mut tx, holder.id, NOW.day().plus_days(-1)).await.unwrap();
    tx.commit().await.unwrap();
    let asta = world.cookie(world.town.coordinator).await;
    let lacking = world.get_as("/daekning?mangler=kontakt", &asta).await.body;
    let row = lacking.split(&format!("id=\"sted-{}\"", world.town.solgaarden)).nth(1).unwrap();
    let row = row.split("</tr>").next().unwrap();
    assert!(row.contains("Viggo Skitse (stedfortræder)"), "{row}");
    assert!(row.contains("Mangler en kontaktperson"), "an ambassador is no contact: {row}");
    let overview = world.get_as("/overblik", &asta).await.body;
    let care = world.town.care;
    let missing = format!("href=\"/daekning?omraade={care}&#38;mangler=kontakt#steder\">2<span");
    assert!(overview.contains(&missing), "{overview}");
}

#[db_test]
async fn a_key_person_sees_their_own_area_and_a_contact_none(db: Db) {
    let world = small_town(&db).await;
    let erik = world.cookie(world.town.key_schools).await;
    let page = world.get_as("/daekning", &erik).await.body;
    assert!(page.contains("Fjordlund Skole") && !page.contains("Havblik"), "{page}");
    assert!(page.contains("0 af 1 steder"), "{page}");
    let lone = world.cookie(world.town.contact_solgaarden).await;
    assert_eq!(world.get_as("/daekning", &lone).await.status, StatusCode::FORBIDDEN);
    assert_ne!(world.get_as("/daekning", "").await.status, StatusCode::OK);
}

#[db_test]
async fn the_overview_tells_how_each_area_stands_to_those_who_see_all_of_them(db: Db) {
    let world = small_town(&db).await;
    let task = world.task(|_| {}).await;
    interest(&world, &task, NOW.plus_days(2)).await;
    interest(&world, &task, NOW.plus_days(-1)).await;
    let asta = world.cookie(world.town.coordinator).await;
    let page = world.get_as("/overblik", &asta).await.body;
    let care = world.town.care;
    for said in [
        "Sådan står det til i områderne".to_owned(),
        // Solgården's task, and Havblik that has nobody.
        format!("href=\"/daekning?omraade={care}&#38;sorter=opgaver#steder\">1<span"),
        format!("href=\"/daekning?omraade={care}&#38;sorter=venter#steder\">2<span"),
        format!("href=\"/daekning?omraade={care}&#38;mangler=forsinket#steder\">1<span"),
        format!("href=\"/daekning?omraade={care}&#38;mangler=kontakt#steder\">1<span"),
        "href=\"/daekning?mangler=forsinket#steder\">1<span".to_owned(),
        "href=\"/daekning?sorter=frivillige#steder\">0<span".to_owned(),
    ] {
        assert!(page.contains(&said), "{said}: {page}");
    }
    assert_eq!(world.get_as("/daekning?sorter=venter", &asta).await.status, StatusCode::OK);
    let erik = world.cookie(world.town.key_schools).await;
    let page = world.get_as("/overblik", &erik).await.body;
    assert!(
        !page.contains("Sådan står det til i områderne"),
        "a key person has an area of their own: {page}"
    );
}

#[db_test]
async fn a_volunteer_counts_from_the_day_they_begin(db: Db) {
    let world = small_town(&db).await;
    let task = world.task(|_| {}).await;
    let mut tx = world.db.begin(world.stamp()).await.unwrap();
    let helpers = [(world.town.contact_school, NOW.day()), (world.town.key_schools, NOW.day().plus_days(4))];
    for (person, begins_on) in helpers {
        let query = tx.query(&ADD_AGREEMENT).bind(world.db.dice().uuid(NOW)).bind(world.town.tenant);
        let query = query.bind(task.id).bind(person).bind(NOW).bind(begins_on);
        query.execute().await.unwrap();
    }
    tx.commit().await.unwrap();
    let asta = world.cookie(world.town.coordinator).await;
    let care = world.town.care;
    let number =
        |count: i64| format!("href=\"/daekning?omraade={care}&#38;sorter=frivillige#steder\">{count}<span");
    let page = world.get_as("/overblik", &asta).await.body;
    assert!(page.contains(&number(1)), "{page}");
    world.clock.set(NOW.plus_days(4));
    let page = world.get_as("/overblik", &asta).await.body;
    assert!(page.contains(&number(2)), "{page}");
}

#[db_test]
async fn the_director_is_told_no_number_of_few_persons(db: Db) {
    let world = small_town(&db).await;
    let task = world.task(|_| {}).await;
    interest(&world, &task, NOW.plus_days(2)).await;
    interest(&world, &task, NOW.plus_days(-1)).await;
    let dagny = world.cookie(director(&world).await).await;
    let overview = world.get_as("/overblik", &dagny).await.body;
    let care = world.town.care;
    for said in [
        format!("href=\"/daekning?omraade={care}&#38;sorter=opgaver#steder\">1<span"),
        format!("href=\"/daekning?omraade={care}&#38;sorter=venter#steder\">færre end 5<span"),
        format!("href=\"/daekning?omraade={care}&#38;mangler=forsinket#steder\">færre end 5<span"),
        format!("href=\"/daekning?omraade={care}&#38;sorter=frivillige#steder\">0<span"),
        "href=\"/daekning?sorter=venter#steder\">færre end 5<span".to_owned(),
        "Er der færre end 5 personer bag et tal".to_owned(),
    ] {
        assert!(overview.contains(&said), "{said}: {overview}");
    }
    let page = world.get_as("/daekning?mangler=forsinket", &dagny).await.body;
    assert!(page.contains("færre end 5 over fristen") && !page.contains("1 over fristen"), "{page}");
    let csv = world.get_as("/daekning.csv", &dagny).await.body;
    assert!(csv.contains("færre end 5;færre end 5;") && csv.contains("Nogen venter over fristen"), "{csv}");
    let asta = world.cookie(world.town.coordinator).await;
    let page = world.get_as("/daekning?mangler=forsinket", &asta).await.body;
    assert!(page.contains("1 over fristen") && !page.contains("færre end 5"), "{page}");
}

#[db_test]
async fn a_month_stands_as_its_last_day_was(db: Db) {
    let world = small_town(&db).await;
    world.work().await;
    world.task(|_| {}).await;
    world.clock.set(world.clock.now().plus_days(1));
    world.work().await;
    world.clock.set(world.clock.now().plus_days(40));
    world.work().await;
    let mut reader = db.read().await.unwrap();
    let rows = store::months(&mut reader, world.town.tenant, "2026-01").await.unwrap();
    drop(reader);
    let months = history::together(rows, |_| true);
    let asking: Vec<_> = months.iter().map(|month| (month.month.as_str(), month.figures.asking)).collect();
    assert_eq!(asking, [("2026-03", 1), ("2026-04", 1)]);
    world.clock.set(NOW);
    let asta = world.cookie(world.town.coordinator).await;
    let page = world.get_as("/daekning", &asta).await.body;
    assert!(page.contains("<polyline") && page.contains("marts 2026"), "{page}");
}
