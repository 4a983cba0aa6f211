//! Why one task is better than another, and what is said of it.
#![allow(clippy::unwrap_used, reason = "a test")]

mod town;

use PartOfDay::*;
use samskab_kernel::jiff::civil::Weekday::*;
use samskab_matching::*;
use town::*;

const CAFE: usize = 3;
const BAKING: usize = 7;
const COOKING: usize = 8;
const ARABIC: usize = 2;

/// Somebody who told everything.
fn told() -> Volunteer {
    Volunteer {
        age: Age::Years(42),
        interests: Topics::of(CAFE),
        target_groups: TargetGroups::of(1),
        competences: Competences::of(BAKING),
        languages: Languages::of(0).with(ARABIC),
        rhythm: Rhythm::Regular,
        availability: slots(Thursday, Afternoon).union(slots(Saturday, Morning)),
        minutes_a_week: Some(120),
        place: Place::new(56.0, 8.5),
        reach_km: Some(10),
        from_home: Some(true),
        company: Company::Group,
        ..volunteer(1)
    }
}

/// A café on Thursdays, two km away.
fn cafe() -> Opening {
    Opening {
        topics: Topics::of(CAFE),
        target_groups: TargetGroups::of(1).with(4),
        competences: Competences::of(BAKING),
        time: Time::Weekly { slots: slots(Thursday, Afternoon), minutes_a_week: Some(120) },
        place: Place::new(56.018, 8.5),
        languages: Languages::of(0).with(ARABIC),
        company: Company::Group,
        ..opening(10)
    }
}

fn asked(openings: impl IntoIterator<Item = Opening>) -> Market {
    asked_by(Weights::default(), openings)
}

fn asked_by(weights: Weights, openings: impl IntoIterator<Item = Opening>) -> Market {
    let mut catalogue = Catalogue::new(Languages::of(0));
    catalogue.relate_competences([BAKING, COOKING].into_iter().collect());
    let mut market = Market::new(catalogue, weights, Responsiveness::default());
    openings.into_iter().for_each(|opening| market.upsert_opening(opening));
    market
}

/// The totals of two tasks for the same volunteer.
fn totals(one: Opening, other: Opening) -> (i32, i32) {
    let market = asked([one.clone(), other.clone()]);
    let total = |opening: &Opening| score(&told(), opening, &market.circumstances(TODAY)).total;
    (total(&one), total(&other))
}

#[test]
fn everything_that_fits_is_told_strongest_first() {
    let market = asked([cafe()]);
    let found = market.best_openings(&told(), 1, TODAY).remove(0);
    assert_eq!(
        found.explanation,
        [
            Reason::SharedTopics { topics: Topics::of(CAFE) },
            Reason::Competences { competences: Competences::of(BAKING) },
            Reason::Times { slots: slots(Thursday, Afternoon) },
            Reason::Near { metres: 2002 },
            Reason::Regular,
            Reason::SharedTargetGroups { target_groups: TargetGroups::of(1) },
            Reason::Company { company: Company::Group },
            Reason::Language { languages: Languages::of(ARABIC) },
        ]
    );
    let Score { weights, parts, fit, .. } = found.score;
    assert_eq!((weights, parts.interests, parts.target_groups, parts.distance), (2, 10_000, 8_000, 8_599));
    assert_eq!(fit, 9_563);
}

/// A market from eight to one is no reason for whoever has time on Saturday afternoon.
#[test]
fn a_time_is_a_reason_only_where_there_is_time_for_all_of_it() {
    let said = |time: Time, availability: Slots| {
        let opening = Opening { time, ..cafe() };
        let market = asked([opening.clone()]);
        let found = market.explain(&Volunteer { availability, ..told() }, opening.id, TODAY).unwrap();
        found.explanation.into_iter().find_map(|reason| match reason {
            Reason::Times { slots } => Some(slots),
            _ => None,
        })
    };
    let (morning, afternoon) = (slots(Saturday, Morning), slots(Saturday, Afternoon));
    let eight_to_one = Slots::of_turn(Saturday, 8 * 60, 300);
    assert_eq!(eight_to_one, morning.union(afternoon));
    let once = || Time::OneOff { day: TODAY.plus_days(6), slots: eight_to_one };
    assert_eq!(said(once(), afternoon), None);
    assert_eq!(said(once(), eight_to_one), Some(eight_to_one));
    let weekly = Time::Weekly { slots: eight_to_one.union(slots(Tuesday, Morning)), minutes_a_week: None };
    let free = afternoon.union(slots(Tuesday, Morning));
    assert_eq!(said(weekly, free), Some(slots(Tuesday, Morning)), "that day is free, Saturday is not");
}

#[test]
fn a_match_is_stored_and_read_back() {
    let market = asked([Opening { needs_later: Requirements::of(1), ..cafe() }]);
    let found = market.best_openings(&told(), 1, TODAY).remove(0);
    let stored = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<Match>(&stored).unwrap(), found);
    assert!(stored.contains(r#"{"reason":"shared_topics","topics":[3]}"#), "{stored}");
}

#[test]
fn what_can_wait_is_told_and_what_is_fulfilled_is_not() {
    let market = asked([Opening { needs_later: Requirements::of(1).with(2), ..cafe() }]);
    let volunteer = Volunteer { fulfilled: Requirements::of(2), ..told() };
    assert_eq!(market.best_openings(&volunteer, 1, TODAY)[0].will_need, Requirements::of(1));
}

#[test]
fn what_is_near_counts_less_than_what_is_the_same_and_more_than_nothing() {
    let competences = |index: usize| Opening { competences: Competences::of(index), ..cafe() };
    let (same, near) = totals(competences(BAKING), competences(COOKING));
    let (_, nothing) = totals(cafe(), competences(COOKING + 1));
    assert!(same > near && near > nothing);
    let market = asked([competences(COOKING)]);
    let found = market.best_openings(&told(), 1, TODAY).remove(0);
    assert!(found.explanation.contains(&Reason::NearCompetences { competences: Competences::of(COOKING) }));
}

#[test]
fn from_home_does_not_win_over_what_is_near() {
    let home = Opening { remote: Remote::Remote, ..opening(11) };
    let (near, home) =
        totals(cafe(), Opening { remote: Remote::Remote, ..Opening { id: home.id, ..cafe() } });
    assert!(near > home);
    let far = Opening { place: Place::new(56.085, 8.5), ..cafe() };
    let (far, home_again) = totals(far, Opening { remote: Remote::Remote, ..cafe() });
    assert!(far < home_again);
}

#[test]
fn what_is_not_told_is_neither_for_nor_against() {
    let market = asked([cafe()]);
    let parts = |volunteer: &Volunteer| score(volunteer, &cafe(), &market.circumstances(TODAY)).parts;
    let nothing = parts(&volunteer(1));
    let Parts { interests, target_groups, competences, rhythm, time, distance, language, company } = nothing;
    for points in [interests, target_groups, competences, rhythm, time, distance, language, company] {
        assert_eq!(points, NEUTRAL);
    }
}

#[test]
fn a_new_organiser_is_not_buried_and_a_silent_one_sinks() {
    let answering = |asked: u32, answered: u32, days: u32| Opening {
        responsiveness: Responsiveness { asked, answered, waited: answered * days * 10 },
        ..cafe()
    };
    let mut market = asked([cafe()]);
    market.set_usual(Responsiveness { asked: 1_000, answered: 800, waited: 800 * 30 });
    let answers = |opening: Opening| score(&told(), &opening, &market.circumstances(TODAY)).answers;
    let (new, quick, silent) = (answering(0, 0, 0), answering(50, 50, 1), answering(50, 2, 9));
    let (new, quick, silent) = (answers(new), answers(quick), answers(silent));
    assert!(quick > new && new > silent, "{quick} {new} {silent}");
    assert!(answers(answering(1, 0, 0)) > silent + 300, "one who did not answer is no verdict");
    assert_eq!(new, answers(answering(0, 0, 0)));
}

#[test]
fn the_first_version_counts_all_whom_a_task_has_met() {
    let market = asked_by(Weights::V1, []);
    let met = |connections: u16| {
        let opening = Opening { connections, places: Some(2), met_last: Some(TODAY), ..cafe() };
        score(&told(), &opening, &market.circumstances(TODAY)).met
    };
    assert_eq!((met(0), met(3), met(50)), (0, 450, 1_200));
}

#[test]
fn who_had_somebody_this_week_stands_back_until_monday() {
    let market = asked([]);
    let met = |days_ago: i32, today: i32| {
        let opening = Opening { connections: 1, met_last: Some(TODAY.plus_days(-days_ago)), ..cafe() };
        score(&told(), &opening, &market.circumstances(TODAY.plus_days(today))).met
    };
    assert_eq!(TODAY.weekday(), Sunday);
    assert_eq!((met(0, 0), met(6, 0), met(7, 0)), (300, 300, 0), "since Monday");
    assert_eq!(met(0, 1), 0, "a new week");
    let never = Opening { connections: 40, places: Some(1), ..cafe() };
    assert_eq!(score(&told(), &never, &market.circumstances(TODAY)).met, 0);
}

#[test]
fn waiting_begins_anew_when_somebody_has_come() {
    let waiting = |weights: Weights, days_ago: i32| {
        let opening = Opening {
            connections: 1,
            open_since: TODAY.plus_days(-60),
            met_last: Some(TODAY.plus_days(-days_ago)),
            ..cafe()
        };
        let market = asked_by(weights, [opening.clone()]);
        let found = market.explain(&told(), opening.id, TODAY).unwrap();
        let told = found.explanation.into_iter().find(|reason| matches!(reason, Reason::HasWaited { .. }));
        (found.score.waiting, told)
    };
    assert_eq!(waiting(Weights::V2, 7), (0, None));
    assert_eq!(waiting(Weights::V2, 14), (100, Some(Reason::HasWaited { days: 14 })));
    assert_eq!(waiting(Weights::V2, 28), (300, Some(Reason::HasWaited { days: 28 })));
    assert_eq!(waiting(Weights::V1, 28), (0, None), "it has met somebody once");
}

/// The far one comes into a list because few have seen it; the near one still stands above it.
#[test]
fn who_has_seen_a_task_counts_more_for_the_list_than_for_its_order() {
    let near = Opening { exposures: 9, ..cafe() };
    let far = Opening { id: opening(12).id, place: Place::new(56.072, 8.5), ..cafe() };
    let found = |weights: Weights, n: usize| {
        let market = asked_by(weights, [near.clone(), far.clone()]);
        let found = market.best_openings(&told(), n, TODAY);
        found.iter().map(|one| one.opening).collect::<Vec<_>>()
    };
    assert_eq!(found(Weights::V2, 1), [far.id]);
    assert_eq!(found(Weights::V2, 2), [near.id, far.id]);
    assert_eq!(found(Weights::V1, 2), [far.id, near.id]);
}

#[test]
fn few_have_seen_it_comes_first_among_equals() {
    let seen = Opening { exposures: 300, ..cafe() };
    let unseen = Opening { exposures: 2, id: opening(12).id, ..cafe() };
    let market = asked([seen.clone(), unseen.clone()]);
    let found = market.best_openings(&told(), 2, TODAY);
    assert_eq!(found.iter().map(|one| one.opening).collect::<Vec<_>>(), [unseen.id, seen.id]);
    assert!(found[0].explanation.contains(&Reason::FewHaveSeenIt));
    assert!(!found[1].explanation.contains(&Reason::FewHaveSeenIt));
}

#[test]
fn what_has_waited_or_comes_soon_is_told() {
    let waits = Opening { open_since: TODAY.plus_days(-28), ..cafe() };
    let soon = Opening {
        id: opening(13).id,
        time: Time::OneOff { day: TODAY.plus_days(5), slots: slots(Saturday, Morning) },
        ..cafe()
    };
    let market = asked([waits.clone(), soon.clone()]);
    let told_of = |opening: &Opening| market.explain(&told(), opening.id, TODAY).unwrap();
    assert_eq!(told_of(&waits).score.waiting, Weights::default().waiting);
    assert!(told_of(&waits).explanation.contains(&Reason::HasWaited { days: 28 }));
    assert!(told_of(&soon).explanation.contains(&Reason::NeedsYouSoon { day: TODAY.plus_days(5) }));
    assert!(
        market.best_openings(&told(), 5, TODAY.plus_days(6)).iter().all(|one| one.opening != soon.id),
        "over"
    );
}

#[test]
fn equals_take_turns_by_the_day() {
    let alike: Vec<Opening> = (100..140).map(|number| Opening { id: opening(number).id, ..cafe() }).collect();
    let market = asked(alike);
    let first = |days: i32| market.best_openings(&told(), 1, TODAY.plus_days(days))[0].opening;
    let firsts: std::collections::HashSet<OpeningId> = (0..6).map(first).collect();
    assert!(firsts.len() > 3, "the same task is first on most days");
    assert_eq!(first(2), first(2));
}

#[test]
fn concentration_tells_of_five_and_more() {
    let of = |number: u128, connections: u16| Opening { connections, ..opening(number) };
    assert_eq!(asked([of(1, 4)]).concentration(By::Organiser), None);
    let market = asked([of(1, 8), of(2, 0), of(3, 0), of(4, 0)]);
    let found = market.concentration(By::Organiser).unwrap();
    assert_eq!((found.groups, found.without_connection, found.gini_of_connections), (4, 3, 7_500));
    assert_eq!(market.concentration(By::District), None, "none of them is in a district");
}
