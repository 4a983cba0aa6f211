//! What stands between a task and the public, and between a volunteer and the first day.

use axum::http::StatusCode;
use samskab_organisation::answering::Poster;
use samskab_requirement as requirement;
use samskab_requirement::{Lack, Scope, StateKind};
use samskab_store::{Db, db_test};
use samskab_taskbank::task::{self, Requirement, StateKind as TaskState, Task};

use super::{asks_for, lacks};
use crate::engagement;
use crate::testing::{World, accepted};

/// The handball club's task for children, in this state.
async fn of_the_club(world: &World, group: &str, state: task::State) -> Task {
    world
        .task(|task| {
            task.poster = Poster::Association(world.town.handball);
            task.contact = Some(world.town.chair_handball);
            task.target_groups = vec![group.into()];
            task.state = state;
        })
        .await
}

#[db_test]
async fn a_clubs_tasks_for_children_become_public_by_no_door_before_it_has_declared(db: Db) {
    let world = World::new(&db).await;
    world
        .decide(r#"{"declaration_gates": "children", "association_first_task_needs_approval": false}"#)
        .await;
    let abel = world.cookie(world.town.chair_handball).await;
    let asta = world.cookie(world.town.coordinator).await;
    let draft = of_the_club(&world, "children", task::State::Draft { sent_back: None }).await;
    let awaiting = of_the_club(&world, "families", task::State::Awaiting).await;
    let closed = of_the_club(&world, "children", task::State::Closed { reason: String::new() }).await;
    let doors = [
        (&draft, "publicering", &abel, TaskState::Draft),
        (&awaiting, "godkendelse", &asta, TaskState::Awaiting),
        (&closed, "genaabning", &abel, TaskState::Closed),
    ];
    let sign = format!("/foreninger/{}/erklaering", world.town.handball);
    for (task, verb, who, stays) in doors {
        let said = world.post_as(&format!("/opgaver/{}/{verb}", task.id), &[], who).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{verb}: {}", said.body);
        assert_eq!(said.location(), format!("{sign}?opgave={}", task.id), "{verb} leads to the next step");
        assert_eq!(world.task_state(task).await, stays, "{verb}");
    }
    let page = world.get_as(&format!("{sign}?opgave={}", draft.id), &abel).await;
    assert!(
        page.body.contains("Opgaven venter på erklæringen")
            && page.body.contains("Det har kommunen besluttet"),
        "{}",
        page.body
    );
    // What is not for children waits for nothing.
    let other = of_the_club(&world, "elderly", task::State::Draft { sent_back: None }).await;
    world.post_as(&format!("/opgaver/{}/publicering", other.id), &[], &abel).await;
    assert_eq!(world.task_state(&other).await, TaskState::Open);

    let signed = world.post_as(&sign, &[("boern", "ja"), ("opgave", &draft.id.to_string())], &abel).await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.body);
    for (task, verb, who, _) in doors {
        world.post_as(&format!("/opgaver/{}/{verb}", task.id), &[], who).await;
        assert_eq!(world.task_state(task).await, TaskState::Open, "{verb}");
    }
}

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
