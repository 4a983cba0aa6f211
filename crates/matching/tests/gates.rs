//! Each gate, closed and open.
#![allow(clippy::unwrap_used, reason = "a test")]

mod town;

use PartOfDay::*;
use samskab_kernel::jiff::civil::Weekday::*;
use samskab_matching::*;
use town::*;

/// What stands between the two after `change`.
fn after(change: impl FnOnce(&mut Volunteer, &mut Opening)) -> Vec<Gate> {
    let (mut volunteer, mut opening) = (volunteer(1), opening(2));
    change(&mut volunteer, &mut opening);
    gates(&volunteer, &opening)
}

#[test]
fn nothing_stands_between_two_who_ask_for_nothing() {
    assert_eq!(after(|_, _| ()), []);
}

#[test]
fn an_age_that_is_not_told_is_too_low() {
    let of = |age: Age| {
        after(|volunteer, opening| {
            volunteer.age = age;
            opening.min_age = Some(18);
        })
    };
    assert_eq!(of(Age::Years(17)), [Gate::TooYoung { age: 17, asks: 18 }]);
    assert_eq!(of(Age::Unknown), [Gate::AgeUnknown { asks: 18 }]);
    assert_eq!(of(Age::Years(18)), []);
}

#[test]
fn a_licence_that_is_not_told_is_none() {
    assert_eq!(after(|_, opening| opening.needs_licence = true), [Gate::NoLicence]);
}

#[test]
fn what_must_be_in_order_already_is_asked_for_and_what_can_wait_is_not() {
    let found = after(|volunteer, opening| {
        volunteer.fulfilled = Requirements::of(1);
        opening.needs_already = Requirements::of(1).with(4);
        opening.needs_later = Requirements::of(5);
    });
    assert_eq!(found, [Gate::Lacks { requirements: Requirements::of(4) }]);
}

#[test]
fn what_they_would_rather_not_is_never_shown() {
    let found = after(|volunteer, opening| {
        volunteer.interests = Topics::of(2);
        volunteer.never_topics = Topics::of(3);
        opening.topics = Topics::of(2).with(3);
    });
    assert_eq!(found, [Gate::Never { topics: Topics::of(3), target_groups: TargetGroups::EMPTY }]);
}

#[test]
fn one_time_in_common_is_enough_and_none_is_told() {
    let of = |availability: Slots| {
        after(|volunteer, opening| {
            volunteer.availability = availability;
            opening.time = Time::Weekly {
                slots: slots(Tuesday, Morning).union(slots(Thursday, Morning)),
                minutes_a_week: None,
            };
        })
    };
    assert!(matches!(of(slots(Tuesday, Evening))[..], [Gate::NotAtThoseTimes { .. }]));
    assert_eq!(of(slots(Thursday, Morning)), []);
    assert_eq!(of(Slots::EMPTY), [], "not told is neutral");
}

#[test]
fn too_far_says_how_far() {
    let of = |reach_km: u16, remote: Remote| {
        after(|volunteer, opening| {
            volunteer.place = Place::new(56.0, 8.5);
            volunteer.reach_km = Some(reach_km);
            opening.place = Place::new(56.2, 8.5);
            opening.remote = remote;
        })
    };
    assert_eq!(of(20, Remote::OnSite), [Gate::TooFar { metres: 22_239, reach_km: 20 }]);
    assert_eq!(of(20, Remote::Partly).len(), 1);
    assert_eq!(of(23, Remote::OnSite), []);
    assert_eq!(of(20, Remote::Remote), []);
}

#[test]
fn the_rest_of_the_gates() {
    let only = |found: Vec<Gate>| found.iter().map(|gate| gate.kind()).collect::<Vec<_>>();
    assert_eq!(only(after(|volunteer, _| volunteer.is_paused = true)), [GateKind::Paused]);
    assert_eq!(only(after(|volunteer, o| volunteer.in_contact = vec![o.id])), [GateKind::AlreadyInContact]);
    assert_eq!(only(after(|volunteer, o| volunteer.refused = vec![o.id])), [GateKind::Refused]);
    let full = after(|_, opening| (opening.places, opening.taken) = (Some(2), 2));
    assert_eq!(full, [Gate::Full { places: 2 }]);
    let languages = after(|volunteer, opening| {
        volunteer.languages = Languages::of(1);
        opening.languages = Languages::of(0);
    });
    assert_eq!(languages, [Gate::NoCommonLanguage { asks: Languages::of(0) }]);
    let from_home = after(|volunteer, opening| {
        volunteer.from_home = Some(false);
        opening.remote = Remote::Remote;
    });
    assert_eq!(from_home, [Gate::NotFromHome]);
}

#[test]
fn a_task_that_is_nearly_open_says_what_is_missing() {
    let mut market = market();
    let mut young = volunteer(1);
    young.age = Age::Years(16);
    let (mut asks_one, mut asks_two) = (opening(10), opening(11));
    asks_one.min_age = Some(18);
    (asks_two.min_age, asks_two.needs_licence) = (Some(18), true);
    let open = opening(12);
    let ids = [asks_one.id, asks_two.id, open.id];
    for task in [asks_one, asks_two, open] {
        market.upsert_opening(task);
    }
    market.upsert_volunteer(young.clone());

    let nearly = market.near_misses(&young, 5, TODAY);
    assert_eq!(nearly.iter().map(|miss| miss.opening).collect::<Vec<_>>(), [ids[0]]);
    assert_eq!(nearly[0].gate, Gate::TooYoung { age: 16, asks: 18 });
    assert_eq!(
        market.best_openings(&young, 5, TODAY).iter().map(|m| m.opening).collect::<Vec<_>>(),
        [ids[2]]
    );

    let outside = market.blocked_counts(ids[1]).unwrap();
    assert_eq!((outside.of, outside.open), (1, 0));
    assert_eq!((outside.by(GateKind::NoLicence), outside.by_alone(GateKind::NoLicence)), (1, 0));
    let kept = market.blocked_openings(&young);
    assert_eq!(
        (kept.of, kept.open, kept.by(GateKind::TooYoung), kept.by_alone(GateKind::TooYoung)),
        (3, 1, 2, 1)
    );
}
