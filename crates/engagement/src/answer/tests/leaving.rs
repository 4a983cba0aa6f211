//! What somebody counts on is handed over with the rest when its contact leaves, whatever has become of the task.

use samskab_store::{Db, db_test};
use samskab_taskbank::task;
use samskab_web::exit::{Exit, Settlement, counted_on, settle};

use super::*;

#[db_test]
async fn an_expired_task_that_people_count_on_is_handed_over_and_another_is_not(db: Db) {
    let world = World::new(&db).await;
    let expired = task::State::Expired { reason: String::new() };
    let waited_for = world.task(|task| task.state = expired.clone()).await;
    let forgotten = world.task(|task| task.state = expired).await;
    world.interest(&waited_for, "Vilma").await;
    let (services, tenant) = (world.services(), world.town.tenant);
    let mut tx = db.begin(world.stamp()).await.unwrap();
    let both = [waited_for.id.uuid(), forgotten.id.uuid()];
    let counted = counted_on(&services, &mut tx, tenant, &both).await.unwrap();
    assert_eq!(counted.into_iter().collect::<Vec<_>>(), [waited_for.id.uuid()]);

    let (lone, place) = (world.town.contact_solgaarden, world.town.solgaarden);
    let exit = Exit::Holder { person: lone.uuid(), place: place.uuid() };
    let settlement = Settlement {
        takers: vec![(format!("opgaver-{place}"), world.town.deputy_solgaarden.uuid())],
        ..Settlement::of(NOW.day())
    };
    settle(&services, &mut tx, exit, &settlement).await.unwrap();
    tx.commit().await.unwrap();
    let mut reader = db.read().await.unwrap();
    let mut contacts = Vec::new();
    for task in [&waited_for, &forgotten] {
        contacts.push(task::store::find(&mut reader, tenant, task.id).await.unwrap().unwrap().contact);
    }
    assert_eq!(contacts, [Some(world.town.deputy_solgaarden), Some(lone)]);
    drop(reader);
    world.work_at(Day::of(2026, 3, 3).at(7, 30)).await;
    let told = world.mails_to("viggo.skitse@fjordlund.example").await;
    assert!(told.iter().any(|mail| mail.body.contains("Vilma vil gerne hjælpe")), "{told:?}");
}

#[db_test]
async fn whoever_waits_is_told_with_those_who_help_when_the_task_will_end(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    world.interest(&task, "Vilma").await;
    let before = world.mails_to("vilma@post.example").await.len();
    let services = world.services();
    let mut tx = db.begin(world.stamp()).await.unwrap();
    let last_day = NOW.day().plus_days(30);
    let settlement = Settlement { reason: "Solgården lukker.".into(), ..Settlement::of(last_day) };
    settle(&services, &mut tx, Exit::Task(task.id.uuid()), &settlement).await.unwrap();
    tx.commit().await.unwrap();
    let mails = world.mails_to("vilma@post.example").await;
    assert_eq!(mails.len(), before + 1);
    let told = mails.iter().any(|mail| mail.body.contains("Solgården lukker."));
    assert!(told, "with the reason: {mails:?}");
}
