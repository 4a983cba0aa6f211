//! The rules as rules, over whatever the two may do in whatever order.

use proptest::prelude::*;
use samskab_kernel::jiff::SignedDuration;
use uuid::Uuid;

use super::*;
use crate::engagement::Side::{Place, Volunteer};

fn now() -> Instant {
    Day::of(2026, 11, 22).at(12, 0)
}

fn proposed(begins_on: Option<Day>) -> Engagement {
    Engagement {
        id: Uuid::from_u128(1).into(),
        task: Uuid::from_u128(2).into(),
        interest: None,
        person: Uuid::from_u128(3).into(),
        persons: 1,
        state: State::Proposed,
        state_since: now(),
        version: 1,
        in_force: None,
        place_yes: None,
        volunteer_yes: None,
        begins_on,
        begins_by: Place,
        talk_on: None,
        talk_held_on: None,
        reminded_at: None,
        end_note: String::new(),
        thanks: String::new(),
        created_at: now(),
        updated_at: now(),
    }
}

fn tomorrow() -> Day {
    now().day().plus_days(1)
}

fn agreed() -> Engagement {
    let one = proposed(Some(tomorrow())).say_yes(Volunteer, 1, None, now()).unwrap();
    one.say_yes(Place, 1, None, now()).unwrap()
}

fn active() -> Engagement {
    agreed().begin(Some(42), now()).unwrap()
}

/// Everything either side, or time, can do.
#[derive(Debug, Clone, Copy)]
enum Step {
    Yes(Side, i64),
    Begin,
    Day(Side, i32),
    Reword,
    Pause(i32),
    Resume,
    Talk(i32),
    Held,
    End(EndedBy),
    Thank,
}

impl Step {
    fn take(self, engagement: Engagement, now: Instant) -> Outcome {
        let day = |days: i32| now.day().plus_days(days);
        match self {
            Self::Yes(side, off) => {
                let version = engagement.version - off;
                engagement.say_yes(side, version, None, now)
            }
            Self::Begin => engagement.begin(Some(42), now),
            Self::Day(side, days) => engagement.propose_day(side, day(days), now),
            Self::Reword => engagement.reword(now),
            Self::Pause(days) => engagement.pause(day(days), now),
            Self::Resume => engagement.resume(now),
            Self::Talk(days) => engagement.set_talk(day(days), now),
            Self::Held => engagement.hold_talk(now.day(), now),
            Self::End(by) => engagement.end(by, None, String::new(), now),
            Self::Thank => engagement.thank("Tak".into(), now),
        }
    }
}

fn step() -> impl Strategy<Value = Step> {
    let side = || prop_oneof![Just(Volunteer), Just(Place)];
    prop_oneof![
        6 => (side(), 0_i64..2).prop_map(|(side, off)| Step::Yes(side, off)),
        3 => Just(Step::Begin),
        2 => (side(), -3_i32..400).prop_map(|(side, days)| Step::Day(side, days)),
        2 => Just(Step::Reword),
        2 => (-3_i32..400).prop_map(Step::Pause),
        2 => Just(Step::Resume),
        1 => (-3_i32..400).prop_map(Step::Talk),
        1 => Just(Step::Held),
        1 => prop_oneof![Just(EndedBy::Volunteer), Just(EndedBy::Place), Just(EndedBy::Task)].prop_map(Step::End),
        1 => Just(Step::Thank),
    ]
}

proptest! {
    #[test]
    fn whatever_happens_nobody_begins_without_both_yes_and_everybody_can_always_stop(
        has_day in any::<bool>(),
        steps in proptest::collection::vec(step(), 1..60),
    ) {
        let mut engagement = proposed(has_day.then(tomorrow));
        let mut at = now();
        // What each said yes to, kept beside it: the engagement must not know better.
        let (mut volunteer_said, mut place_said) = (Vec::new(), Vec::new());
        for step in steps {
            at = at.plus(SignedDuration::from_hours(7));
            let before = engagement.clone();
            let Ok(after) = step.take(engagement.clone(), at) else { continue };
            if let Step::Yes(side, _) = step {
                let said = if side == Volunteer { &mut volunteer_said } else { &mut place_said };
                said.push((after.version, after.begins_on));
            }
            // Ended is final; only thanks come after.
            if !before.state.is_live() {
                prop_assert_eq!(after.state, before.state);
                prop_assert!(matches!(step, Step::Thank));
            }
            if after.state.has_begun() {
                let version = after.in_force.expect("both have said yes to some version");
                let said = |list: &[(i64, Option<Day>)]| list.iter().any(|(known, day)| *known == version && day.is_some());
                prop_assert!(said(&volunteer_said) && said(&place_said), "{:?}", after);
            }
            if let (State::Proposed, true) = (before.state, after.state.has_begun()) {
                prop_assert!(before.is_agreed());
                prop_assert!(after.begins_on.is_some_and(|first| first >= at.day()));
            }
            prop_assert!(after.version >= before.version, "no version is written over");
            for by in [EndedBy::Volunteer, EndedBy::Place] {
                let stopped = after.clone().end(by, None, String::new(), at);
                prop_assert_eq!(stopped.is_ok(), after.state.is_live(), "either can always stop");
            }
            engagement = after;
        }
    }
}

#[test]
fn either_may_say_yes_first_and_one_yes_is_not_two() {
    for (first, second) in [(Volunteer, Place), (Place, Volunteer)] {
        let one = proposed(Some(tomorrow())).say_yes(first, 1, None, now()).unwrap();
        assert!(!one.is_agreed() && one.asks(second) && !one.asks(first));
        assert_eq!(one.clone().begin(None, now()), Err(Refused::NotAgreed));
        assert_eq!(one.clone().say_yes(first, 1, None, now()), Err(Refused::Already));
        let both = one.say_yes(second, 1, None, now()).unwrap();
        assert!(both.waits_for_requirements());
        assert_eq!(both.begin(None, now()).unwrap().state, State::Active);
    }
}

#[test]
fn nobody_says_yes_to_what_they_have_not_read_or_to_no_day() {
    let unread = proposed(Some(tomorrow())).say_yes(Volunteer, 2, None, now());
    assert_eq!(unread, Err(Refused::Changed));
    assert_eq!(proposed(None).say_yes(Volunteer, 1, None, now()), Err(Refused::NoDay));
}

#[test]
fn another_day_asks_the_other_side_and_keeps_the_yes_of_whoever_proposes() {
    let other = agreed().propose_day(Volunteer, tomorrow().plus_days(7), now()).unwrap();
    assert!(other.volunteer_yes.is_some() && other.place_yes.is_none() && !other.is_agreed());
    assert_eq!(other.begins_by, Volunteer);
    let past = proposed(None).propose_day(Place, now().day().plus_days(-1), now());
    assert_eq!(past, Err(Refused::Day));
    assert_eq!(active().propose_day(Place, tomorrow().plus_days(7), now()), Err(Refused::WrongState));
}

#[test]
fn changed_words_ask_both_again_and_what_was_agreed_on_holds_for_those_who_have_begun() {
    let unsaid = proposed(Some(tomorrow())).reword(now()).unwrap();
    assert_eq!(unsaid.version, 1, "nobody has said yes to it yet");
    let not_begun = agreed().reword(now()).unwrap();
    assert_eq!((not_begun.version, not_begun.in_force, not_begun.state), (2, None, State::Proposed));
    let begun = active().reword(now()).unwrap();
    assert_eq!((begun.version, begun.in_force, begun.state), (2, Some(1), State::Active));
    assert!(begun.asks(Volunteer) && begun.asks(Place));
}

#[test]
fn a_first_day_that_has_passed_while_something_was_missing_is_today() {
    let late = now().plus_days(20);
    let begun = agreed().begin(Some(42), late).unwrap();
    assert_eq!(begun.begins_on, Some(late.day()));
    assert_eq!(begun.talk_on, Some(late.day().plus_days(42)));
    assert_eq!(agreed().begin(None, now()).unwrap().talk_on, None, "what is done once needs no talk");
}

#[test]
fn a_pause_keeps_its_beginning_when_it_gets_longer_and_is_told_of_again() {
    let until = now().day().plus_days(30);
    let paused = active().pause(until, now()).unwrap().reminded(now());
    let longer = paused.pause(until.plus_days(30), now().plus_days(3)).unwrap();
    assert_eq!(longer.state, State::Paused { until: until.plus_days(30) });
    assert_eq!(longer.reminded_at, None);
    assert_eq!(longer.resume(now()).unwrap().state, State::Active);
    assert_eq!(agreed().pause(until, now()), Err(Refused::WrongState));
    assert_eq!(active().resume(now()), Err(Refused::WrongState));
}

#[test]
fn thanks_come_once_and_only_when_it_is_over() {
    assert_eq!(active().thank("Tak".into(), now()), Err(Refused::WrongState));
    let ended = active().end(EndedBy::Volunteer, Some(EndReason::Moved), String::new(), now()).unwrap();
    let thanked = ended.thank("Tak".into(), now()).unwrap();
    assert_eq!(thanked.thank("Tak igen".into(), now()), Err(Refused::WrongState));
}

#[test]
fn what_ends_before_its_first_day_is_no_time_given() {
    let first = tomorrow();
    assert!(!has_helped(true, Some(first), now().day()), "it begins tomorrow");
    assert!(has_helped(true, Some(first), first));
    assert!(!has_helped(false, Some(first), first), "something was missing");
    let ended = active().end(EndedBy::Volunteer, None, String::new(), now()).unwrap();
    assert!(!ended.has_helped(true, first.plus_days(30)), "it ended before");
}
