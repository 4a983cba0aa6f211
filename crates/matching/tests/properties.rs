//! What is true of every volunteer and every task, not only of those somebody thought of.
#![allow(clippy::unwrap_used, reason = "a test")]

mod town;

use std::collections::{HashMap, HashSet};

use proptest::{collection::vec, option, prelude::*, sample::select};
use samskab_kernel::Day;
use samskab_matching::*;
use town::*;

fn set<S: FromIterator<usize>>(capacity: usize, most: usize) -> impl Strategy<Value = Vec<usize>> {
    let _: fn(Vec<usize>) -> S = |indexes| indexes.into_iter().collect();
    vec(0..capacity, 0..=most)
}

fn any_slots() -> impl Strategy<Value = Slots> {
    let all: Vec<_> = Slots::ALWAYS.iter().collect();
    vec(select(all), 0..5).prop_map(|slots| slots.into_iter().collect())
}

/// In a municipality, mostly.
fn any_place() -> impl Strategy<Value = Option<Place>> {
    let near = (55.9..56.3, 8.2..8.9).prop_map(|(north, east)| Place::new(north, east));
    let anywhere = (-95.0..95.0, -185.0..185.0).prop_map(|(north, east)| Place::new(north, east));
    prop_oneof![1 => Just(None), 8 => near, 1 => anywhere]
}

fn any_company() -> impl Strategy<Value = Company> {
    select(vec![Company::Alone, Company::Group, Company::Either])
}

prop_compose! {
    fn any_volunteer(number: u128)(
        (age, licence, paused) in (option::weighted(0.8, any::<u8>()), any::<bool>(), prop::bool::weighted(0.1)),
        (interests, groups, competences) in (set::<Topics>(12, 4), set::<TargetGroups>(5, 2), set::<Competences>(9, 3)),
        (never_topics, never_groups, fulfilled) in (set::<Topics>(12, 1), set::<TargetGroups>(5, 1), set::<Requirements>(4, 3)),
        (languages, availability, minutes) in (set::<Languages>(4, 3), any_slots(), option::of(any::<u16>())),
        (place, reach, from_home) in (any_place(), option::of(any::<u16>().prop_map(|km| km % 40)), option::of(any::<bool>())),
        (rhythm, transport, company) in (
            select(vec![Rhythm::Once, Rhythm::Regular, Rhythm::Either]),
            select(vec![Transport::Unknown, Transport::Foot, Transport::Car]),
            any_company(),
        ),
        (refused, in_contact) in (vec(100..130u128, 0..3), vec(100..130u128, 0..3)),
    ) -> Volunteer {
        Volunteer {
            age: age.map_or(Age::Unknown, Age::Years),
            interests: interests.into_iter().collect(),
            target_groups: groups.into_iter().collect(),
            competences: competences.into_iter().collect(),
            never_topics: never_topics.into_iter().collect(),
            never_target_groups: never_groups.into_iter().collect(),
            languages: languages.into_iter().collect(),
            has_licence: licence,
            rhythm,
            availability,
            minutes_a_week: minutes,
            place,
            reach_km: reach,
            transport,
            from_home,
            company,
            fulfilled: fulfilled.into_iter().collect(),
            refused: refused.into_iter().map(|number| opening(number).id).collect(),
            in_contact: in_contact.into_iter().map(|number| opening(number).id).collect(),
            is_paused: paused,
            ..volunteer(number)
        }
    }
}

fn any_time() -> impl Strategy<Value = Time> {
    let day = (-3..60).prop_map(|days| TODAY.plus_days(days));
    prop_oneof![
        (day, any_slots()).prop_map(|(day, slots)| Time::OneOff { day, slots }),
        (any_slots(), option::of(any::<u16>()))
            .prop_map(|(slots, minutes_a_week)| Time::Weekly { slots, minutes_a_week }),
        option::of(any::<u16>()).prop_map(|minutes_a_week| Time::Flexible { minutes_a_week }),
    ]
}

prop_compose! {
    fn any_opening(number: u128)(
        (topics, groups, competences) in (set::<Topics>(12, 3), set::<TargetGroups>(5, 2), set::<Competences>(9, 3)),
        (min_age, licence, already, later) in (
            option::weighted(0.4, any::<u8>()), prop::bool::weighted(0.2),
            set::<Requirements>(4, 1), set::<Requirements>(4, 2),
        ),
        (time, place, languages, company) in (any_time(), any_place(), set::<Languages>(4, 2), any_company()),
        remote in select(vec![Remote::OnSite, Remote::OnSite, Remote::Partly, Remote::Remote]),
        (places, taken, connections) in (option::of(any::<u16>()), 0..3u16, any::<u16>()),
        (asked, answered, waited, exposures) in (any::<u32>(), any::<u32>(), any::<u32>(), any::<u32>()),
        (days_open, met_days_ago) in (-5..4000i32, option::of(0..60i32)),
    ) -> Opening {
        Opening {
            topics: topics.into_iter().collect(),
            target_groups: groups.into_iter().collect(),
            competences: competences.into_iter().collect(),
            min_age,
            needs_licence: licence,
            needs_already: already.into_iter().collect(),
            needs_later: later.into_iter().collect(),
            time,
            place,
            remote,
            languages: languages.into_iter().collect(),
            company,
            places,
            taken,
            connections,
            met_last: met_days_ago.map(|days| TODAY.plus_days(-days)),
            responsiveness: Responsiveness { asked, answered, waited },
            open_since: TODAY.plus_days(-days_open),
            exposures,
            ..opening(number)
        }
    }
}

fn volunteers(count: u128) -> impl Strategy<Value = Vec<Volunteer>> {
    (1..=count).map(any_volunteer).collect::<Vec<_>>()
}

fn openings(count: u128) -> impl Strategy<Value = Vec<Opening>> {
    (100..100 + count).map(any_opening).collect::<Vec<_>>()
}

fn catalogue() -> Catalogue {
    let mut catalogue = Catalogue::new(Languages::of(0));
    catalogue.relate_topics([1, 2, 3].into_iter().collect());
    catalogue.relate_competences([0, 4].into_iter().collect());
    catalogue
}

/// Each version keeps the promises.
fn any_weights() -> impl Strategy<Value = Weights> {
    select(vec![Weights::V1, Weights::V2])
}

fn market_of(weights: Weights, volunteers: &[Volunteer], openings: &[Opening]) -> Market {
    let usual = Responsiveness::total(openings.iter().map(|opening| opening.responsiveness));
    let mut market = Market::new(catalogue(), weights, usual);
    volunteers.iter().for_each(|volunteer| market.upsert_volunteer(volunteer.clone()));
    openings.iter().for_each(|opening| market.upsert_opening(opening.clone()));
    market
}

fn is_over(opening: &Opening, day: Day) -> bool {
    matches!(opening.time, Time::OneOff { day: on, .. } if on < day)
}

/// What decides whether a pair comes into a list: its score, with all of the attention.
fn for_the_list(market: &Market, volunteer: &Volunteer, opening: &Opening) -> i32 {
    let circumstances = market.circumstances(TODAY);
    let weights = Weights { attention_in_order: 100, ..*circumstances.weights };
    step(score(volunteer, opening, &Circumstances { weights: &weights, ..circumstances }).total)
}

/// What would be shown, the long way: every open pair, sorted.
fn the_long_way(market: &Market, volunteer: &Volunteer, n: usize) -> Vec<i32> {
    let open = |opening: &&Opening| gates(volunteer, opening).is_empty() && !is_over(opening, TODAY);
    let all = market.openings().iter().filter(open);
    let mut totals: Vec<i32> = all.map(|opening| for_the_list(market, volunteer, opening)).collect();
    totals.sort_unstable_by_key(|total| -total);
    totals.truncate(n);
    totals
}

/// Totals of the same step are equal.
fn step(total: i32) -> i32 {
    (total + 100_000) / i32::from(Weights::default().equal_within)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn gates_fail_closed(volunteer in any_volunteer(1), opening in any_opening(100)) {
        if gates(&volunteer, &opening).is_empty() {
            let told = match volunteer.age { Age::Years(years) => Some(years), Age::Unknown => None };
            prop_assert!(opening.min_age.unwrap_or(0) == 0 || told >= opening.min_age);
            prop_assert!(!opening.needs_licence || volunteer.has_licence);
            prop_assert!(opening.needs_already.without(volunteer.fulfilled).is_empty());
            prop_assert!(!volunteer.never_topics.shares_any(opening.topics));
            prop_assert!(!volunteer.never_target_groups.shares_any(opening.target_groups));
            prop_assert!(!volunteer.refused.contains(&opening.id) && !volunteer.in_contact.contains(&opening.id));
            prop_assert!(opening.places.is_none_or(|places| opening.taken < places));
            prop_assert!(!volunteer.is_paused);
        }
    }

    #[test]
    fn no_list_holds_what_a_gate_keeps_out_and_each_holds_the_best(
        weights in any_weights(), volunteers in volunteers(4), openings in openings(25), n in 0..9usize,
    ) {
        let market = market_of(weights, &volunteers, &openings);
        for volunteer in &volunteers {
            let found = market.best_openings(volunteer, n, TODAY);
            for found in &found {
                let opening = market.opening(found.opening).unwrap();
                prop_assert_eq!(gates(volunteer, opening), []);
                prop_assert_eq!(&market.explain(volunteer, found.opening, TODAY).unwrap(), found);
            }
            prop_assert!(found.is_sorted_by_key(|found| -step(found.score.total)));
            let opening = |found: &Match| market.opening(found.opening).unwrap();
            let mut totals: Vec<i32> =
                found.iter().map(|found| for_the_list(&market, volunteer, opening(found))).collect();
            totals.sort_unstable_by_key(|total| -total);
            prop_assert_eq!(totals, the_long_way(&market, volunteer, n));
        }
        for opening in &openings {
            for found in market.best_volunteers(opening.id, n, TODAY).unwrap() {
                prop_assert_eq!(gates(market.volunteer(found.volunteer).unwrap(), opening), []);
            }
        }
        for list in market.recompute_all(n, TODAY, 2) {
            let volunteer = market.volunteer(list.volunteer).unwrap();
            let once: HashSet<OpeningId> = list.openings.iter().map(|listed| listed.opening).collect();
            prop_assert_eq!(once.len(), list.openings.len(), "nothing stands twice");
            let total = |listed: &Listed| market.explain(volunteer, listed.opening, TODAY).unwrap().score.total;
            prop_assert!(list.openings.is_sorted_by_key(|listed| -step(total(listed))));
            for listed in &list.openings {
                prop_assert_eq!(gates(volunteer, market.opening(listed.opening).unwrap()), []);
            }
        }
    }

    #[test]
    fn one_gate_alone_is_a_near_miss(volunteer in any_volunteer(1), openings in openings(15)) {
        let market = market_of(Weights::default(), &[], &openings);
        for miss in market.near_misses(&volunteer, 20, TODAY) {
            prop_assert_eq!(gates(&volunteer, market.opening(miss.opening).unwrap()), [miss.gate]);
        }
        let blocked = market.blocked_openings(&volunteer);
        for kind in GateKind::ALL {
            let by = |gate: &Gate| gate.kind() == kind;
            let found: Vec<Vec<Gate>> = openings.iter().map(|opening| gates(&volunteer, opening)).collect();
            let count = found.iter().filter(|gates| gates.iter().any(by)).count();
            let alone = found.iter().filter(|gates| gates.len() == 1 && by(&gates[0])).count();
            prop_assert_eq!((blocked.by(kind) as usize, blocked.by_alone(kind) as usize), (count, alone));
        }
    }

    #[test]
    fn the_answer_is_the_same_in_whatever_order_they_came(
        weights in any_weights(), volunteers in volunteers(12), openings in openings(30), n in 1..6usize,
    ) {
        let market = market_of(weights, &volunteers, &openings);
        let mut other = market_of(weights, &[], &[any_opening_gone()]);
        other.set_usual(Responsiveness::total(openings.iter().map(|opening| opening.responsiveness)));
        other.remove_opening(any_opening_gone().id);
        for volunteer in volunteers.iter().rev() {
            other.upsert_volunteer(Volunteer { is_paused: true, ..volunteer.clone() });
        }
        for opening in openings.iter().rev().chain(&openings[5..9]) {
            other.upsert_opening(Opening { exposures: 3, ..opening.clone() });
            other.remove_opening(opening.id);
            other.upsert_opening(opening.clone());
        }
        volunteers.iter().for_each(|volunteer| other.upsert_volunteer(volunteer.clone()));
        for volunteer in &volunteers {
            prop_assert_eq!(market.best_openings(volunteer, n, TODAY), other.best_openings(volunteer, n, TODAY));
        }
        for opening in &openings {
            prop_assert_eq!(market.best_volunteers(opening.id, n, TODAY), other.best_volunteers(opening.id, n, TODAY));
        }
        let lists = market.recompute_all(n, TODAY, 1);
        prop_assert_eq!(&lists, &other.recompute_all(n, TODAY, 3));
        prop_assert_eq!(&lists, &market.recompute_all(n, TODAY, 0));
    }

    #[test]
    fn more_in_common_is_never_worse(
        weights in any_weights(), volunteer in any_volunteer(1), opening in any_opening(100), more in 0..12usize,
    ) {
        let catalogue = catalogue();
        let market = market_of(weights, &[], std::slice::from_ref(&opening));
        let circumstances = Circumstances { catalogue: &catalogue, ..market.circumstances(TODAY) };
        let total = |volunteer: &Volunteer| score(volunteer, &opening, &circumstances).total;
        let mut better = volunteer.clone();
        if !volunteer.interests.is_empty() && opening.topics.contains(more) {
            better.interests = volunteer.interests.with(more);
        }
        if !volunteer.competences.is_empty() && opening.competences.contains(more) {
            better.competences = volunteer.competences.with(more);
        }
        if !volunteer.availability.is_empty() {
            better.availability = volunteer.availability.union(opening.time.slots());
        }
        if let Some(minutes) = volunteer.minutes_a_week.filter(|minutes| *minutes > 0) {
            better.minutes_a_week = Some(minutes.saturating_add(30));
        }
        prop_assert!(total(&better) >= total(&volunteer));
    }

    #[test]
    fn what_a_task_has_met_and_how_often_it_was_seen_only_lowers_it(
        weights in any_weights(), volunteer in any_volunteer(1), opening in any_opening(100), more in 1..200u16,
        usual in any::<u64>(),
    ) {
        let market = market_of(weights, &[], std::slice::from_ref(&opening));
        let circumstances = Circumstances { usual_exposures: usual, ..market.circumstances(TODAY) };
        let scored = |opening: &Opening| score(&volunteer, opening, &circumstances);
        let before = scored(&opening);
        let met = Opening { connections: opening.connections.saturating_add(more), ..opening.clone() };
        prop_assert!(scored(&met).met >= before.met && scored(&met).total <= before.total);
        let today = Opening { met_last: Some(TODAY), ..met };
        prop_assert!(scored(&today).met >= before.met && scored(&today).total <= before.total);
        let seen = Opening { exposures: opening.exposures.saturating_add(more.into()), ..opening.clone() };
        prop_assert!(scored(&seen).total <= before.total);
    }

    #[test]
    fn every_number_stays_within_its_bounds(
        weights in any_weights(), volunteer in any_volunteer(1), opening in any_opening(100), usual in any::<u64>(),
        (asked, answered, waited) in (any::<u32>(), any::<u32>(), any::<u32>()),
    ) {
        let catalogue = catalogue();
        let circumstances = Circumstances {
            catalogue: &catalogue,
            weights: &weights,
            usual: Responsiveness { asked, answered, waited },
            usual_exposures: usual,
            day: TODAY,
        };
        let Score { parts, fit, answers, met, attention, waiting, total, .. } =
            score(&volunteer, &opening, &circumstances);
        let Parts { interests, target_groups, competences, rhythm, time, distance, language, company } = parts;
        for points in [interests, target_groups, competences, rhythm, time, distance, language, company, fit] {
            prop_assert!(points <= FULL);
        }
        prop_assert!((weights.unanswered..=FULL).contains(&answers));
        prop_assert!(met <= weights.met_most + weights.met_this_week && waiting <= weights.waiting);
        prop_assert!(attention.unsigned_abs() <= weights.attention);
        prop_assert_eq!(
            total,
            i32::from(fit) * i32::from(answers) / 10_000 - i32::from(met) + i32::from(attention) + i32::from(waiting)
        );
    }

    /// No starvation: if the lists can hold all tasks that somebody may be shown, they do. Whether they can is found
    /// by a matching of our own.
    #[test]
    fn every_task_that_can_stands_in_a_list(
        weights in any_weights(), volunteers in volunteers(6), openings in openings(14), n in 1..4usize,
    ) {
        let market = market_of(weights, &volunteers, &openings);
        let lists = market.recompute_all(n, TODAY, 1);
        let listed: HashSet<OpeningId> =
            lists.iter().flat_map(|list| list.openings.iter().map(|listed| listed.opening)).collect();
        let may_see = |opening: &Opening| -> Vec<usize> {
            let may = |volunteer: &Volunteer| !is_over(opening, TODAY) && gates(volunteer, opening).is_empty();
            (0..volunteers.len()).filter(|at| may(&volunteers[*at])).collect()
        };
        let ways: Vec<Vec<usize>> = openings.iter().map(may_see).collect();
        prop_assert_eq!(listed.len(), most_that_fit(&ways, n));
    }
}

fn any_opening_gone() -> Opening {
    opening(999)
}

/// How many tasks can stand in lists of `n`, when each may stand in those named.
fn most_that_fit(ways: &[Vec<usize>], n: usize) -> usize {
    fn place(
        task: usize,
        ways: &[Vec<usize>],
        n: usize,
        lists: &mut HashMap<usize, Vec<usize>>,
        tried: &mut HashSet<usize>,
    ) -> bool {
        for &volunteer in &ways[task] {
            if !tried.insert(volunteer) {
                continue;
            }
            let list = lists.entry(volunteer).or_default().clone();
            if list.len() < n {
                lists.entry(volunteer).or_default().push(task);
                return true;
            }
            for (at, other) in list.into_iter().enumerate() {
                if place(other, ways, n, lists, tried) {
                    lists.entry(volunteer).or_default()[at] = task;
                    return true;
                }
            }
        }
        false
    }
    let mut lists = HashMap::new();
    (0..ways.len()).filter(|task| place(*task, ways, n, &mut lists, &mut HashSet::new())).count()
}
