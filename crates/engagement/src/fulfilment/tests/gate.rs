//! What stands between a volunteer and the first day.

use axum::http::StatusCode;
use samskab_requirement as requirement;
use samskab_requirement::{Lack, Scope, StateKind};
use samskab_store::{Db, db_test};
use samskab_taskbank::task::Requirement;

use super::{asks_for, lacks};
use crate::engagement;
use crate::testing::{World, accepted};

#[db_test]
async fn the_first_day_waits_until_the_place_has_noted_what_is_missing(db: Db) {
    let world = World::new(&db).await;
    let task = asks_for(&world, &[Requirement::Course, Requirement::Confidentiality]).await;
    let engagement = accepted(&world, &task).await;
    let vilma = world.cookie(engagement.person).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let state = async || {
        let mut reader = world.db.read().await.unwrap();
        engagement::store::find(&mut reader, world.town.tenant, engagement.id).await.unwrap().unwrap().state
    };
    let place = engagement.href();
    world.post_as(&format!("{place}/ja"), &[("version", "1")], &lone).await;
    world.post_as(&format!("/aftaler/{}/ja", engagement.id), &[("version", "1")], &vilma).await;
    assert_eq!(state().await, engagement::State::Proposed, "both have said yes, and two things are missing");
    let noted =
        world.post_as(&format!("{place}/krav/kursus/notering"), &[("dag", "2026-02-20")], &lone).await;
    assert_eq!(noted.status, StatusCode::SEE_OTHER, "{}", noted.body);
    world.work().await;
    assert_eq!(state().await, engagement::State::Proposed, "one of two");
    world.post_as("/min-side/krav/tavshedserklaering", &[("version", "1")], &vilma).await;
    world.work().await;
    assert_eq!(state().await, engagement::State::Active, "nobody had to press another button");
}

#[db_test]
async fn what_the_market_is_told_is_in_order_is_what_does_not_keep_from_beginning(db: Db) {
    let world = World::new(&db).await;
    let here = asks_for(&world, &[Requirement::Course, Requirement::DrivingLicence]).await;
    let same = asks_for(&world, &[Requirement::Course, Requirement::DrivingLicence]).await;
    let other = world
        .task(|task| {
            task.requirements = vec![Requirement::Course];
            task.course = "Fodpleje".into();
        })
        .await;
    let engagement = accepted(&world, &here).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    for what in ["kursus", "koerekort"] {
        let note = format!("/engagementer/{}/krav/{what}/notering", engagement.id);
        world.post_as(&note, &[("dag", "2026-02-20")], &lone).await;
    }
    let mut reader = db.read().await.unwrap();
    let held = requirement::held(&mut reader, world.town.tenant).await.unwrap();
    drop(reader);
    assert!(held.iter().all(|one| one.state == StateKind::Fulfilled && one.person == engagement.person));
    assert!(held.iter().any(|one| one.scope == Scope::Course("Førstehjælp".into())), "{held:?}");
    for task in [&here, &same, &other] {
        let missing = lacks(&world, engagement.person, task).await;
        for asked in requirement::rules::asked_by(task) {
            let is_held = held.iter().any(|one| {
                requirement::Precondition::from(one.requirement) == asked.what && one.scope.covers(task)
            });
            assert_eq!(
                is_held,
                missing.iter().all(|lack| lack.what != asked.what),
                "{asked:?} of {}",
                task.course
            );
        }
    }
    assert_eq!(lacks(&world, engagement.person, &other).await[0].lack, Lack::NotBegun);
}
