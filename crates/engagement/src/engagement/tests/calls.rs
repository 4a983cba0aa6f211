//! Whom no letter reaches is called, and that stands on the list until it is noted; and what follows when a task gets
//! another time or a better name for its place.

use std::sync::Arc;

use axum::http::StatusCode;
use samskab_store::{Db, db_test};
use samskab_taskbank::task::{self, Task, Time, moved::CorrectedPlace, time::Turn};
use samskab_web::exit::{Exit, Settlement, TimesChange, settle};

use super::{accepted, both_say_yes, doors, of_interest, overview, weekly};
use crate::engagement::{Engagement, store};
use crate::testing::World;

/// The task is saved as it is `after`, and whoever counts on it is settled with.
async fn becomes(world: &World, before: &Task, after: &Task, is_same_place: bool) {
    let actor = Some(world.town.contact_solgaarden.uuid());
    let mut tx = world.db.begin(samskab_store::Stamp { actor, ..world.stamp() }).await.unwrap();
    task::store::save(&mut tx, after).await.unwrap();
    let was = before.clone();
    let before = Some(if is_same_place { Arc::new(CorrectedPlace(was)) as _ } else { Arc::new(was) as _ });
    let settlement = Settlement { before, ..Settlement::of(world.clock.now().day()) };
    let exit = Exit::TaskTimes { task: after.id.uuid(), change: TimesChange::GoAlong };
    settle(&world.services(), &mut tx, exit, &settlement).await.unwrap();
    tx.commit().await.unwrap();
}

/// An hour later every Tuesday.
fn later(task: &Task) -> Task {
    let mut after = task.clone();
    if let Time::Weekly { turn, .. } = &mut after.time {
        *turn = Turn { start_minute: turn.start_minute + 60, ..*turn };
    }
    after
}

/// Lone has noted that Bent, who has no e-mail, said yes.
async fn bent(world: &World, task: &Task) -> Engagement {
    let form = format!("/opgaver/{}/interesse", task.id);
    world.post(&form, &[("name", "Bent Prøve"), ("phone", "12 90 10 10")]).await;
    let mut reader = world.db.read().await.unwrap();
    let all = samskab_interest::store::of_task(&mut reader, world.town.tenant, task.id).await.unwrap();
    drop(reader);
    let interest = all.into_iter().find(|one| one.name == "Bent Prøve").unwrap();
    let lone = world.cookie(world.town.contact_solgaarden).await;
    world.post_as(&format!("{}/accept", interest.href()), &[("text", "Han er med")], &lone).await;
    let place = of_interest(world, &interest).await.href();
    world.post_as(&format!("{place}/ja"), &[("version", "1")], &lone).await;
    assert!(overview(world).await.contains("Ring til Bent, og notér svaret på aftalen"));
    let how = [("version", "1"), ("how", "Pr. telefon")];
    world.post_as(&format!("{place}/ja-paa-vegne"), &how, &lone).await;
    of_interest(world, &interest).await
}

#[db_test]
async fn who_has_not_answered_a_moved_time_stays_on_the_list_until_they_have(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (_, engagement) = accepted(&world, &task).await;
    let (link, place, lone) = doors(&world, &engagement).await;
    both_say_yes(&world, &link, (&place, &lone)).await;
    let bent = bent(&world, &task).await;
    let page = world.get_as(&place, &lone).await.body;
    assert!(page.contains("Aftalen er på plads"), "{page}");
    let listed = overview(&world).await;
    assert!(!listed.contains("Bent") && !listed.contains("Vilma"), "nothing waits: {listed}");

    becomes(&world, &task, &later(&task), false).await;
    let listed = overview(&world).await;
    assert!(listed.contains("Vilma har ikke svaret på aftalen"), "{listed}");
    assert!(listed.contains("Ring til Bent, og notér svaret på aftalen"), "{listed}");
    let page = world.get_as(&place, &lone).await.body;
    assert!(page.contains("Aftalen er ændret, og Vilma har ikke svaret endnu"), "{page}");
    assert!(!page.contains("Aftalen er på plads"), "{page}");
    world.post(&format!("{link}/ja"), &[("version", "2")]).await;
    let how = [("version", "2"), ("how", "Pr. telefon")];
    world.post_as(&format!("{}/ja-paa-vegne", bent.href()), &how, &lone).await;
    let listed = overview(&world).await;
    assert!(!listed.contains("Bent") && !listed.contains("Vilma"), "{listed}");
}

#[db_test]
async fn a_place_that_is_said_better_is_said_so_in_what_was_agreed_on(db: Db) {
    let world = World::new(&db).await;
    let before = world
        .task(|task| {
            weekly(task);
            task.venue = "Solvangen 12".into();
        })
        .await;
    let (interest, engagement) = accepted(&world, &before).await;
    let (link, place, lone) = doors(&world, &engagement).await;
    both_say_yes(&world, &link, (&place, &lone)).await;
    let mails = world.mails().await.len();
    let after = Task { venue: "Solvangen 14".into(), ..before.clone() };
    becomes(&world, &before, &after, true).await;
    let now = of_interest(&world, &interest).await;
    assert!(now.version == 1 && now.is_agreed(), "nobody is asked again");
    assert_eq!(world.mails().await.len(), mails, "and nobody told");
    let page = world.get(&link).await.body;
    assert!(page.contains("Solvangen 14") && !page.contains("Solvangen 12"), "{page}");
    becomes(&world, &after, &later(&after), false).await;
    let mut reader = db.read().await.unwrap();
    let second = store::agreement(&mut reader, world.town.tenant, engagement.id, 2).await.unwrap().unwrap();
    assert!(second.text.contains("Solvangen 14") && !second.text.contains("Solvangen 12"), "{}", second.text);
}

#[db_test]
async fn what_is_done_once_is_agreed_on_for_its_own_day(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let (interest, engagement) = accepted(&world, &task).await;
    let (link, place, lone) = doors(&world, &engagement).await;
    for page in [world.get(&link).await.body, world.get_as(&place, &lone).await.body] {
        assert!(!page.contains("Foreslå en anden dag"), "{page}");
    }
    let before = of_interest(&world, &interest).await.begins_on;
    world.post(&format!("{link}/dag"), &[("day", "2026-03-10")]).await;
    assert_eq!(of_interest(&world, &interest).await.begins_on, before);
}

#[db_test]
async fn whoever_has_no_address_is_called_when_it_ends_and_the_list_says_so_until_then(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let bent = bent(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let page = world.get_as(&bent.href(), &lone).await.body;
    assert!(page.contains("Bent har ingen e-mail, så vi sender ikke noget"), "{page}");
    assert!(!page.contains("takken bliver sendt"), "{page}");
    world.post_as(&format!("{}/afslut", bent.href()), &[("thanks", "Tak, Bent")], &lone).await;
    assert!(world.mails().await.is_empty());
    let listed = overview(&world).await;
    assert!(
        listed.contains("Ring til Bent") && listed.contains("Sig tak, og sig, at aftalen er slut"),
        "{listed}"
    );
    let page = world.get_as(&bent.href(), &lone).await.body;
    assert!(page.contains("12 90 10 10") && page.contains("Jeg har ringet"), "{page}");
    let called = world.post_as(&format!("{}/ringet", bent.href()), &[], &lone).await;
    assert_eq!(called.status, StatusCode::SEE_OTHER);
    assert!(!overview(&world).await.contains("Ring til Bent"));
    assert!(!world.get_as(&bent.href(), &lone).await.body.contains("12 90 10 10"), "it is over");
    let stranger = world.cookie(world.town.contact_school).await;
    let refused = world.post_as(&format!("{}/ringet", bent.href()), &[], &stranger).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND, "it does not exist for others");
}
