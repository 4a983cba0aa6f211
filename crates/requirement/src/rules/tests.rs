//! The gates fail closed: nothing is in order that nobody noted, for this person, this task and this day.

use proptest::prelude::*;
use samskab_kernel::{Dice, Instant};
use samskab_organisation::{answering::Poster, association::Theme, testing::NOW};
use samskab_taskbank::task::Requirement;

use super::*;

const TODAY: Day = Day::of(2026, 3, 2);

fn task(seed: u64, requirements: &[Requirement], min_age: Option<i64>, course: &str) -> Task {
    let dice = Dice::seeded(seed);
    let mut task = Task::draft(dice.id(NOW), Poster::Unit(dice.id(NOW)), Theme::Social, None, NOW);
    task.requirements = requirements.to_vec();
    task.min_age = min_age;
    task.course = course.to_owned();
    task
}

fn person(seed: u64) -> PersonId {
    Dice::seeded(seed).id(NOW)
}

fn noted(what: Precondition, task: Option<&Task>, state: State) -> Fulfilment {
    let id = Dice::seeded(7).id(NOW);
    let one = Fulfilment::new(id, person(1), what, task.map(|task| task.id), state, NOW);
    Fulfilment { course: task.map(|task| task.course.clone()).unwrap_or_default(), ..one }
}

fn any_day() -> impl Strategy<Value = Day> {
    (-800_i32..800).prop_map(|days| TODAY.plus_days(days))
}

fn any_state() -> impl Strategy<Value = State> {
    prop_oneof![
        Just(State::Needed),
        any_day().prop_map(|on| State::Ordered { on }),
        (any_day(), any_day()).prop_map(|(ordered, on)| State::Consented { ordered, on }),
        any_day().prop_map(|on| State::Refused { on, by: None }),
        (
            any_day(),
            proptest::option::of(any_day()),
            proptest::option::of(1_i64..4),
            proptest::option::of((13_i64..21, any_day()))
        )
            .prop_map(|(on, valid_to, text_version, age)| State::Fulfilled {
                on,
                by: None,
                valid_to,
                text_version,
                age,
                renewal: None
            }),
    ]
}

fn any_age() -> impl Strategy<Value = Age> {
    prop_oneof![
        Just(Age::NotSaid),
        Just(Age::Adult),
        (4_000_i32..9_000).prop_map(|days| Age::Born(TODAY.plus_days(-days)))
    ]
}

/// What the law and the place would say, written another way than the rule.
fn deserves(asked: AskedRequirement, task: &Task, one: &Fulfilment, facts: Facts, on: Day) -> bool {
    let State::Fulfilled { on: since, valid_to, text_version, age, .. } = one.state else { return false };
    let here = one.task == Some(task.id);
    one.what == asked.what
        && since <= on
        && match asked.what {
            Precondition::ChildrensCertificate => here,
            Precondition::Introduction | Precondition::InformationMeeting => {
                here && valid_to.is_none_or(|last| on <= last)
            }
            Precondition::Course => {
                (here || !task.course.is_empty() && one.course == task.course)
                    && valid_to.is_none_or(|last| on <= last)
            }
            Precondition::DrivingLicence => valid_to.is_none_or(|last| on <= last),
            Precondition::Confidentiality => text_version == Some(facts.text_version),
            Precondition::MinimumAge => age.is_some_and(|(years, from)| years >= asked.years && from <= on),
        }
}

proptest! {
    #[test]
    fn a_gate_opens_for_what_was_noted_and_for_nothing_else(
        notes in proptest::collection::vec((0_usize..7, any_state(), 0_usize..3), 0..8),
        age in any_age(),
        text_version in 1_i64..4,
        min_age in proptest::option::of(13_i64..21),
        on in any_day(),
    ) {
        let here = task(1, Requirement::ALL, min_age, "Førstehjælp");
        let same_course = task(2, Requirement::ALL, min_age, "Førstehjælp");
        let all = [Precondition::ChildrensCertificate, Precondition::Confidentiality, Precondition::Course,
            Precondition::Introduction, Precondition::InformationMeeting, Precondition::DrivingLicence,
            Precondition::MinimumAge];
        let own: Vec<Fulfilment> = notes
            .into_iter()
            .map(|(what, state, place)| noted(all[what], [Some(&here), Some(&same_course), None][place], state))
            .collect();
        let own: Vec<&Fulfilment> = own.iter().collect();
        let facts = Facts { text_version, age };
        for asked in asked_by(&here) {
            let is_open = matches!(standing(asked, &here, &own, facts, on), Standing::InOrder { .. });
            let refused = own.iter().any(|one| matches!(one.state, State::Refused { .. }) && is_about(one, asked, &here));
            let by_cv = asked.what == Precondition::MinimumAge && age.is_at_least(asked.years, on) == Some(true);
            let deserved = by_cv || own.iter().any(|one| deserves(asked, &here, one, facts, on));
            prop_assert_eq!(is_open, deserved && !refused, "{:?} {:?}", asked, own);
        }
    }

    #[test]
    fn with_nothing_noted_everything_that_blocks_is_missing(on in any_day(), years in 1_i64..100) {
        let task = task(1, Requirement::ALL, Some(years), "Førstehjælp");
        let standings: Vec<_> = asked_by(&task)
            .into_iter()
            .map(|asked| (asked, standing(asked, &task, &[], Facts::default(), on)))
            .collect();
        let missing = missing(&standings);
        for asked in asked_by(&task) {
            prop_assert_eq!(missing.iter().any(|one| one.what == asked.what), blocks(asked.what));
        }
        prop_assert!(!missing.is_empty());
    }

    #[test]
    fn a_certificate_goes_through_every_step_or_nowhere(steps in proptest::collection::vec(0_u8..4, 1..10)) {
        let (task, me) = (task(1, &[Requirement::ChildrensCertificate], None, ""), person(2));
        let mut one = Fulfilment::needed(Dice::seeded(3).id(NOW), person(1), task.id, Because::DirectContact, NOW);
        let (mut ordered, mut consented) = (false, false);
        for step in steps {
            let next = match step {
                0 => one.clone().order(TODAY, NOW),
                1 => one.clone().consent(TODAY, NOW),
                2 => one.clone().assess(TODAY, me, true, 24, NOW),
                _ => one.clone().assess(TODAY, me, false, 24, NOW),
            };
            let Ok(next) = next else { continue };
            match step {
                0 => ordered = true,
                1 => { prop_assert!(ordered); consented = true; }
                _ => { prop_assert!(ordered && consented); (ordered, consented) = (false, false); }
            }
            one = next;
        }
    }
}

#[test]
fn a_refusal_of_one_task_says_nothing_of_another() {
    let (here, there) = (
        task(1, &[Requirement::ChildrensCertificate], None, ""),
        task(2, &[Requirement::ChildrensCertificate], None, ""),
    );
    let refused =
        noted(Precondition::ChildrensCertificate, Some(&here), State::Refused { on: TODAY, by: None });
    let asked = asked_by(&here)[0];
    let facts = Facts::default();
    assert_eq!(
        standing(asked, &here, &[&refused], facts, TODAY),
        Standing::Lacks(Lack::Refused { by: None })
    );
    assert_eq!(standing(asked, &there, &[&refused], facts, TODAY), Standing::Lacks(Lack::NotBegun));
}

#[test]
fn a_new_certificate_is_recommended_and_never_demanded() {
    let here = task(1, &[Requirement::ChildrensCertificate], None, "");
    let assessed = noted(
        Precondition::ChildrensCertificate,
        Some(&here),
        State::fulfilled(TODAY, None, counts_until(TODAY, 24)),
    );
    let later = Day::of(2029, 1, 1);
    assert_eq!(
        standing(asked_by(&here)[0], &here, &[&assessed], Facts::default(), later),
        Standing::InOrder { since: Some(TODAY), until: None, renew_by: Some(Day::of(2028, 3, 2)) }
    );
    // And while it is renewed, the old one counts.
    let renewing = assessed.order(TODAY, NOW).unwrap();
    assert!(matches!(
        standing(asked_by(&here)[0], &here, &[&renewing], Facts::default(), later),
        Standing::InOrder { .. }
    ));
}

#[test]
fn nobody_under_fifteen_has_a_certificate() {
    let here = task(1, &[Requirement::ChildrensCertificate], None, "");
    let young = Facts { text_version: 1, age: Age::Born(TODAY.plus_days(-14 * 365)) };
    assert_eq!(
        standing(asked_by(&here)[0], &here, &[], young, TODAY),
        Standing::Lacks(Lack::TooYoung { years: 15 })
    );
}

#[test]
fn an_assessment_is_taken_back_by_its_assessor_the_same_day_and_never_else() {
    let (here, me) = (task(1, &[Requirement::ChildrensCertificate], None, ""), person(2));
    let one = Fulfilment::needed(Dice::seeded(3).id(NOW), person(1), here.id, Because::MovesAmong, NOW);
    let one = one.order(TODAY, NOW).unwrap().consent(TODAY, NOW).unwrap();
    let refused = one.assess(TODAY, me, false, 24, NOW).unwrap();
    assert!(refused.clone().take_back(me, NOW).is_ok());
    assert!(refused.clone().take_back(person(9), NOW).is_err());
    assert!(refused.take_back(me, Instant::from_micros(NOW.micros()).plus_days(1)).is_err());
}

#[test]
fn months_end_where_the_month_does() {
    assert_eq!(months_after(Day::of(2026, 1, 31), 1), Day::of(2026, 2, 28));
    assert_eq!(counts_until(TODAY, 0), None);
}
