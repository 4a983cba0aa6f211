//! What time brings: talks, pauses that are over, what is behind, and what is forgotten.

use axum::http::StatusCode;
use samskab_kernel::Day;
use samskab_store::{Db, db_test};
use samskab_taskbank::task::{self, Task};

use super::{accepted, both_say_yes, doors, link, mailed, of_interest, overview, weekly};
use crate::engagement::{EndedBy, Engagement, State, event::EngagementEnded, store};
use crate::testing::World;
use samskab_interest::Interest;

samskab_store::statements! {
    COUNTS = "select month, engagements, persons from engagement_count where tenant_id = $1";
}

/// Vilma and Solgården have both said yes.
async fn agreed(world: &World, task: &Task) -> (Interest, Engagement) {
    let (interest, engagement) = accepted(world, task).await;
    let (link, place, lone) = doors(world, &engagement).await;
    both_say_yes(world, &link, (&place, &lone)).await;
    let engagement = of_interest(world, &interest).await;
    assert_eq!(engagement.state, State::Active);
    (interest, engagement)
}

#[db_test]
async fn both_are_told_of_the_talk_three_days_before_and_once(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, engagement) = agreed(&world, &task).await;
    assert_eq!(engagement.talk_on, Some(Day::of(2026, 4, 14)), "a Tuesday six weeks later");
    world.work_at(Day::of(2026, 4, 10).at(10, 0)).await;
    assert_eq!(mailed(&world, "Hvordan går det?", "").await, 0);
    // Saturday is three days before, and nobody is told on a Saturday.
    world.work_at(Day::of(2026, 4, 11).at(10, 0)).await;
    assert_eq!(mailed(&world, "Hvordan går det?", "").await, 0);
    for hour in [9, 11, 13] {
        world.work_at(Day::of(2026, 4, 13).at(hour, 0)).await;
    }
    assert_eq!(mailed(&world, "Hvordan går det?", "tirsdag den 14. april").await, 1);
    assert!(overview(&world).await.contains("Tid til snak"));
    let lone = world.cookie(world.town.contact_solgaarden).await;
    world.post_as(&format!("{}/snak-holdt", engagement.href()), &[], &lone).await;
    assert_eq!(of_interest(&world, &interest).await.talk_held_on, Some(Day::of(2026, 4, 13)));
    assert!(!overview(&world).await.contains("Tid til snak"));
    // The next one is told of again.
    let next = world.post_as(&format!("{}/snak", engagement.href()), &[("talk", "2026-06-16")], &lone).await;
    assert_eq!(next.status, StatusCode::SEE_OTHER);
    world.work_at(Day::of(2026, 6, 15).at(10, 0)).await;
    assert_eq!(mailed(&world, "Hvordan går det?", "tirsdag den 16. juni").await, 1);
}

#[db_test]
async fn a_pause_that_is_over_is_asked_about_and_not_ended(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, _) = agreed(&world, &task).await;
    let link = link(&world).await;
    world.post(&format!("{link}/pause"), &[("until", "2026-03-20")]).await;
    world.work_at(Day::of(2026, 3, 20).at(10, 0)).await;
    assert_eq!(mailed(&world, "Din pause er slut", "").await, 0);
    world.work_at(Day::of(2026, 3, 23).at(10, 0)).await;
    world.work_at(Day::of(2026, 3, 24).at(10, 0)).await;
    assert_eq!(mailed(&world, "Din pause er slut", "").await, 1);
    assert!(
        matches!(of_interest(&world, &interest).await.state, State::Paused { .. }),
        "nobody decides for her"
    );
    assert!(overview(&world).await.contains("Pause er slut"));
    world.post(&format!("{link}/genoptag"), &[]).await;
    assert_eq!(of_interest(&world, &interest).await.state, State::Active);
}

#[db_test]
async fn what_was_done_once_is_over_two_weeks_later_and_thanked_for_once(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await; // coffee on Saturday 7 March
    let (interest, engagement) = agreed(&world, &task).await;
    assert_eq!(engagement.talk_on, None, "what is done once needs no talk about how it goes");
    world.work_at(Day::of(2026, 3, 20).at(10, 0)).await;
    assert_eq!(of_interest(&world, &interest).await.state, State::Active);
    world.work_at(Day::of(2026, 3, 23).at(10, 0)).await;
    let State::Ended { by, .. } = of_interest(&world, &interest).await.state else { panic!("over") };
    assert_eq!(by, EndedBy::Task);
    world.work_at(Day::of(2026, 3, 24).at(10, 0)).await;
    assert_eq!(mailed(&world, "Tak for din hjælp", "Tak for din hjælp med »Kaffe og højtlæsning«").await, 1);
    let mail = world.mails_to("vilma@post.example").await;
    let mail = mail.iter().find(|mail| mail.subject.starts_with("Tak for din hjælp")).unwrap();
    assert!(mail.body.contains("Venlig hilsen\nPlejehjemmet Solgården"), "{}", mail.body);
    assert!(world.get(&link(&world).await).await.body.contains("Det gjorde en forskel"));
    assert!(
        !overview(&world).await.contains("Sig tak til Vilma"),
        "nobody is asked for thanks that were said"
    );
}

#[db_test]
async fn nobody_is_thanked_for_what_came_to_nothing(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let (interest, _) = accepted(&world, &task).await;
    world.work_at(Day::of(2026, 3, 23).at(10, 0)).await;
    assert!(!of_interest(&world, &interest).await.state.is_live());
    assert_eq!(mailed(&world, "Tak for din hjælp", "").await, 0);
}

#[db_test]
async fn either_side_proposes_another_day_for_the_talk_and_the_other_is_told(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, engagement) = agreed(&world, &task).await;
    let (own, place) = (link(&world).await, engagement.href());
    let page = world.get(&own).await;
    assert!(page.body.contains(&format!("{own}/snak\"")), "the form stands on her page: {}", page.body);
    for wrong in ["", "2026-02-30", "2026-03-01", "2027-05-01"] {
        let refused = world.post(&format!("{own}/snak"), &[("talk", wrong)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(refused.body.contains("talk-error"));
    }
    let proposed = world.post(&format!("{own}/snak"), &[("talk", "2026-04-21")]).await;
    assert_eq!((proposed.status, proposed.location()), (StatusCode::SEE_OTHER, own.as_str()));
    assert_eq!(of_interest(&world, &interest).await.talk_on, Some(Day::of(2026, 4, 21)));
    world.work_at(Day::of(2026, 3, 3).at(7, 30)).await;
    let news = world.mails_to("lone.papsen@fjordlund.example").await;
    let about = |mail: &&samskab_mail::Posted| {
        mail.body.contains("Vilma vil hellere tale om, hvordan det går, tirsdag den 21. april")
    };
    assert_eq!(news.iter().filter(about).count(), 1, "{news:?}");

    let lone = world.cookie(world.town.contact_solgaarden).await;
    for _ in 0..2 {
        world.post_as(&format!("{place}/snak"), &[("talk", "2026-04-28")], &lone).await;
    }
    assert_eq!(
        mailed(&world, "Ny dag for en snak", "tirsdag den 28. april").await,
        1,
        "the same day twice is one"
    );
    // And either notes that it was held.
    let held = world.post(&format!("{own}/snak-holdt"), &[]).await;
    assert_eq!(held.status, StatusCode::SEE_OTHER, "{}", held.body);
    assert_eq!(of_interest(&world, &interest).await.talk_held_on, Some(Day::of(2026, 3, 3)));
}

#[db_test]
async fn a_cancelled_task_ends_its_agreements(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, _) = agreed(&world, &task).await;
    let mut tx = db.begin(world.stamp()).await.unwrap();
    let mut off = task::store::find(&mut tx, world.town.tenant, task.id).await.unwrap().unwrap();
    off.state = task::State::Cancelled { reason: "Vi har influenza i huset.".into() };
    task::store::save(&mut tx, &off).await.unwrap();
    tx.commit().await.unwrap();
    world.work().await;
    let State::Ended { by, .. } = of_interest(&world, &interest).await.state else { panic!("over") };
    assert_eq!(by, EndedBy::Task);
    assert_eq!(world.find(interest.id).await.unwrap().state, samskab_interest::State::Declined);
}

#[db_test]
async fn ended_engagements_are_forgotten_but_for_counts_and_live_ones_keep_their_interest(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, engagement) = agreed(&world, &task).await;
    let gone = world.interest(&task, "Otto").await;
    let was = gone.state.kind();
    let gone = gone.withdraw(world.clock.now()).unwrap();
    let mut tx = db.begin(world.stamp()).await.unwrap();
    samskab_interest::store::save(&mut tx, &gone, was).await.unwrap();
    // The task is closed, and she goes on helping.
    let mut closed = task::store::find(&mut tx, world.town.tenant, task.id).await.unwrap().unwrap();
    closed.state = task::State::Closed { reason: String::new() };
    closed.state_since = world.clock.now();
    task::store::save(&mut tx, &closed).await.unwrap();
    tx.commit().await.unwrap();
    world.work_at(Day::of(2027, 3, 10).at(10, 0)).await;
    assert!(world.find(gone.id).await.is_none(), "half a year is over");
    assert!(world.find(interest.id).await.is_some(), "it is the way to her agreement");

    let mut tx = db.begin(world.stamp()).await.unwrap();
    let live = store::locked(&mut tx, engagement.id).await.unwrap().unwrap();
    let ended = live.end(EndedBy::Volunteer, None, String::new(), world.clock.now()).unwrap();
    store::save(&mut tx, &ended).await.unwrap();
    tx.record(EngagementEnded::of(&ended)).await.unwrap();
    tx.commit().await.unwrap();
    world.work_at(Day::of(2028, 3, 8).at(10, 0)).await;
    let mut reader = db.read().await.unwrap();
    assert!(
        store::find(&mut reader, world.town.tenant, engagement.id).await.unwrap().is_some(),
        "a year has 365 days"
    );
    drop(reader);
    world.work_at(Day::of(2028, 3, 11).at(10, 0)).await;
    world.work_at(Day::of(2028, 3, 12).at(11, 0)).await;
    let mut reader = db.read().await.unwrap();
    assert!(store::find(&mut reader, world.town.tenant, engagement.id).await.unwrap().is_none());
    let counts: Vec<(String, i64, i64)> = reader.query(&COUNTS).bind(world.town.tenant).all().await.unwrap();
    assert_eq!(counts, [("2027-03".to_owned(), 1, 1)]);
    drop(reader);
    assert!(world.find(interest.id).await.is_none(), "and the interest with it, now that it is nobody's way");
}
