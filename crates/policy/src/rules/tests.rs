#![allow(clippy::unwrap_used, reason = "tests")]
use proptest::prelude::*;
use samskab_kernel::{Locale, Validity};
use samskab_meetings::meeting::Verdict;
use samskab_organisation::body::HearingStrength;
use uuid::Uuid;

use super::*;
use crate::{
    policy::{PolicyKind, PolicyState},
    step::{Precision, StepId, StepVerb},
};

const TODAY: Day = Day::of(2026, 3, 2);

fn now() -> Instant {
    TODAY.at(9, 0)
}

fn body_id(number: u128) -> BodyId {
    Uuid::from_u128(100 + number).into()
}

fn step(number: u128, kind: StepKind, on: Day) -> Step {
    let new = Step::new(Uuid::from_u128(number).into(), Uuid::from_u128(1).into(), kind, (on, on), now());
    Step { place: i64::try_from(number).unwrap(), title: format!("{kind}"), ..new }
}

fn held(number: u128, kind: StepKind) -> Step {
    Step { state: StepState::Held, done_on: Some(TODAY), ..step(number, kind, TODAY) }
}

fn body(number: u128, name: &str, kind: BodyKind) -> Body {
    Body::named(body_id(number), name, kind, Validity::since(Day::of(2018, 1, 1)))
}

fn right(number: u128, name: &str) -> Right {
    Right {
        body: body_id(number),
        name: name.to_owned(),
        strength: HearingStrength::Statutory,
        scope: String::new(),
    }
}

fn policy() -> Policy {
    let new = Policy::new(Uuid::from_u128(1).into(), "Politik", PolicyKind::Values, now());
    Policy { locked_at: Some(now()), ..new }
}

fn hearing(phase: Phase, asked: Vec<BodyId>) -> HearingFact {
    HearingFact {
        hearing: Uuid::from_u128(50).into(),
        title: "Høring".into(),
        phase,
        is_public: true,
        opens_at: Day::of(2026, 1, 5).at(9, 0),
        closes_at: Day::of(2026, 2, 16).at(12, 0),
        version: None,
        open_remarks: 0,
        asked,
        silent: Vec::new(),
    }
}

/// A process in which all is in order up to the committee.
struct World {
    policy: Policy,
    steps: Vec<Step>,
    exceptions: Vec<Exception>,
    departments: Vec<Department>,
    hearings: Vec<HearingFact>,
    heard: Vec<Heard>,
    rights: Vec<Right>,
    bodies: Vec<Body>,
    has_leader: bool,
    newest_version: i64,
    empty_headings: Vec<String>,
    waiting_voices: usize,
    came: Vec<BodyId>,
}

fn world() -> World {
    let department = |number: u128, name: &str| Department {
        unit: Uuid::from_u128(200 + number).into(),
        name: name.to_owned(),
        confirmed_on: Some(TODAY),
    };
    let hearing_step =
        Step { hearing: Some(Uuid::from_u128(50).into()), ..step(14, StepKind::Hearing, TODAY) };
    World {
        policy: policy(),
        steps: vec![
            held(11, StepKind::Consult),
            held(12, StepKind::Plan),
            held(13, StepKind::Write),
            hearing_step,
            held(15, StepKind::Adjust),
            Step { body: Some(body_id(3)), ..step(16, StepKind::Committee, TODAY) },
            Step { body: Some(body_id(1)), ..step(17, StepKind::Council, TODAY) },
        ],
        exceptions: Vec::new(),
        departments: vec![department(1, "Sundhed"), department(2, "Skole")],
        hearings: vec![hearing(Phase::Answered, vec![body_id(2)])],
        heard: vec![Heard { hearing: Uuid::from_u128(50).into(), is_own: true, number: 1, taken_up: 0 }],
        rights: vec![right(2, "Ældrerådet")],
        bodies: vec![
            body(1, "Byrådet", BodyKind::Political),
            body(2, "Ældrerådet", BodyKind::Council),
            body(3, "Velfærdsudvalget", BodyKind::Committee),
        ],
        has_leader: true,
        newest_version: 2,
        empty_headings: Vec::new(),
        waiting_voices: 0,
        came: Vec::new(),
    }
}

impl World {
    fn facts(&self) -> Facts<'_> {
        Facts {
            policy: &self.policy,
            steps: &self.steps,
            exceptions: &self.exceptions,
            has_leader: self.has_leader,
            departments: &self.departments,
            other_departments: 0,
            came: &self.came,
            waiting_voices: self.waiting_voices,
            newest_version: self.newest_version,
            hearings: &self.hearings,
            heard: &self.heard,
            rights: &self.rights,
            bodies: &self.bodies,
            meetings: &[],
            today: TODAY,
        }
    }

    fn missing(&self, kind: StepKind) -> Vec<Missing> {
        let step = self.steps.iter().find(|step| step.kind == kind).unwrap();
        self.facts().gaps(step).into_iter().map(|gap| gap.missing).collect()
    }

    fn set(&mut self, kind: StepKind, change: impl FnOnce(&mut Step)) {
        change(self.steps.iter_mut().find(|step| step.kind == kind).unwrap());
    }
}

#[test]
fn when_all_is_in_order_the_committee_can_say_yes_and_then_the_council() {
    let mut world = world();
    assert_eq!(world.missing(StepKind::Committee), []);
    assert_eq!(world.missing(StepKind::Council), [Missing::Committee]);
    world.set(StepKind::Committee, |step| {
        step.state = StepState::Held;
        step.verdict = Some(Verdict::Rejected);
    });
    assert_eq!(world.missing(StepKind::Council), [Missing::Committee], "the committee said no");
    world.set(StepKind::Committee, |step| step.verdict = Some(Verdict::Approved));
    assert_eq!(world.missing(StepKind::Council), []);
}

#[test]
fn a_council_that_was_not_heard_blocks_until_it_is_or_it_is_written_why_not() {
    let mut world = world();
    world.hearings[0].asked.clear();
    assert_eq!(world.missing(StepKind::Committee), [Missing::Heard]);
    let step = world.steps.iter().find(|step| step.kind == StepKind::Committee).unwrap();
    let gap = world.facts().gaps(step).remove(0);
    assert_eq!(gap.label(T(Locale::Da)), T(Locale::Da).missing_heard("Ældrerådet"));
    // Being informed is not being heard.
    let informed = Step { body: Some(body_id(2)), verb: StepVerb::IsInformed, ..held(18, StepKind::Inform) };
    world.steps.push(informed);
    assert_eq!(world.missing(StepKind::Committee), [Missing::Heard]);
    let id: StepId = world.steps.iter().find(|step| step.kind == StepKind::Committee).unwrap().id;
    world.exceptions.push(Exception {
        id: Uuid::from_u128(900).into(),
        policy: world.policy.id,
        step: id,
        missing: gap.missing.code().to_owned(),
        about: gap.about,
        said: String::new(),
        reason: "Rådet er ikke valgt endnu".into(),
        person: None,
        created_at: now(),
    });
    assert_eq!(world.missing(StepKind::Committee), []);
}

#[test]
fn adjusting_waits_for_the_closing_and_deciding_for_the_adjustment_and_every_answer() {
    let mut world = world();
    world.hearings[0].phase = Phase::Open;
    assert_eq!(world.missing(StepKind::Adjust), [Missing::HearingOpen]);
    assert!(world.missing(StepKind::Committee).contains(&Missing::HearingOpen));
    world.hearings[0].phase = Phase::Closed;
    world.hearings[0].open_remarks = 3;
    assert_eq!(world.missing(StepKind::Adjust), []);
    assert_eq!(world.missing(StepKind::Committee), [Missing::Answers]);
    world.hearings[0].open_remarks = 0;
    assert_eq!(
        world.missing(StepKind::Committee),
        [Missing::Note],
        "nobody has read what came of the answers"
    );
    world.hearings[0].phase = Phase::Answered;
    world.waiting_voices = 2;
    assert_eq!(world.missing(StepKind::Committee), [Missing::Voices]);
    world.waiting_voices = 0;
    world.set(StepKind::Adjust, |step| step.state = StepState::Planned);
    assert_eq!(world.missing(StepKind::Committee), [Missing::Adjusted]);
    world.steps.retain(|step| step.kind != StepKind::Hearing);
    assert!(world.missing(StepKind::Committee).contains(&Missing::Hearing));
}

#[test]
fn what_was_taken_up_stands_in_a_newer_version_than_the_one_that_was_heard() {
    let mut world = world();
    world.heard[0].taken_up = 4;
    assert_eq!(world.missing(StepKind::Adjust), [], "version 2 is newer than version 1");
    world.newest_version = 1;
    for kind in [StepKind::Adjust, StepKind::Committee] {
        assert_eq!(world.missing(kind), [Missing::Changed], "{kind}: the text is the one that was heard");
    }
    let adjust = world.steps.iter().find(|step| step.kind == StepKind::Adjust).unwrap().clone();
    let gap = world.facts().gaps(&adjust).remove(0);
    world.exceptions.push(Exception {
        id: Uuid::from_u128(902).into(),
        policy: world.policy.id,
        step: adjust.id,
        missing: gap.missing.code().to_owned(),
        about: gap.about,
        said: String::new(),
        reason: "Det står i handleplanen".into(),
        person: None,
        created_at: now(),
    });
    assert_eq!(world.missing(StepKind::Committee), [], "it was written down why when the text was adjusted");
    world.heard[0].taken_up = 5;
    assert_eq!(world.missing(StepKind::Committee), [Missing::Changed], "nobody has said it of a fifth");
}

#[test]
fn a_body_that_was_asked_and_said_nothing_is_named() {
    let mut world = world();
    world.hearings[0].silent = vec![body_id(2)];
    assert_eq!(world.missing(StepKind::Committee), [], "it could have answered");
    let said = |world: &World, kind: WarningKind| -> Vec<String> {
        let warnings = warnings(&world.facts(), &[]);
        warnings.into_iter().filter(|one| one.kind == kind).map(|one| one.about).collect()
    };
    let (silent, elsewhere) = (WarningKind::AskedInVain, WarningKind::HeardAtAMeeting);
    assert_eq!(said(&world, silent), ["Ældrerådet"]);
    // Everybody who was asked is on the list, whatever right they have.
    world.hearings[0].silent.push(body_id(3));
    world.rights.clear();
    assert_eq!(said(&world, silent), ["Ældrerådet, Velfærdsudvalget"]);
    // Whoever was heard at a meeting of the plan has still not answered.
    let talk = Step { body: Some(body_id(2)), verb: StepVerb::Hears, ..held(18, StepKind::Other) };
    world.steps.push(talk);
    assert_eq!(said(&world, silent), ["Velfærdsudvalget"]);
    assert_eq!(said(&world, elsewhere), ["Ældrerådet"]);
    world.hearings[0].phase = Phase::Open;
    assert!(said(&world, silent).is_empty(), "it can still answer");
}

#[test]
fn whether_the_policy_works_is_not_seen_before_it_is_adopted() {
    let mut world = world();
    world.steps.push(step(19, StepKind::Evaluate, TODAY));
    assert_eq!(world.missing(StepKind::Evaluate), [Missing::Adopted]);
    world.policy.state = crate::policy::PolicyState::Adopted;
    assert_eq!(world.missing(StepKind::Evaluate), []);
    world.policy.state = crate::policy::PolicyState::UnderWay;
    world.steps.push(step(20, StepKind::Pilot, TODAY));
    assert_eq!(world.missing(StepKind::Evaluate), [], "a trial is evaluated before");
}

#[test]
fn the_plan_is_agreed_with_volunteers_a_leader_and_two_departments() {
    let mut world = world();
    world.set(StepKind::Plan, |step| step.state = StepState::Planned);
    assert_eq!(world.missing(StepKind::Plan), []);
    world.set(StepKind::Consult, |step| step.state = StepState::Planned);
    world.has_leader = false;
    world.departments.truncate(1);
    assert_eq!(world.missing(StepKind::Plan), [Missing::Leader, Missing::Consulted, Missing::Departments]);
    world.policy.locked_at = None;
    world.newest_version = 0;
    assert!(world.missing(StepKind::Hearing).contains(&Missing::Version));
    assert!(world.missing(StepKind::Write).contains(&Missing::Plan));
}

#[test]
fn only_the_council_adopts_and_nobody_excepts_that() {
    let mut world = world();
    world.set(StepKind::Council, |step| step.body = Some(body_id(3)));
    assert!(world.missing(StepKind::Council).contains(&Missing::Council));
    assert!(!Missing::Council.can_be_excepted() && !Missing::Version.can_be_excepted());
    world.departments[1].confirmed_on = None;
    assert_eq!(world.missing(StepKind::Committee), [Missing::Confirmed]);
}

fn kinds(world: &World) -> Vec<WarningKind> {
    warnings(&world.facts(), &world.empty_headings).into_iter().map(|warning| warning.kind).collect()
}

#[test]
fn a_colleague_says_that_a_council_is_only_told_afterwards_as_in_the_printed_plan() {
    let mut world = world();
    world.hearings.clear();
    // RS-85, rows 8 and 9: adopted on 27 June, the councils informed in August.
    world.steps = vec![
        Step {
            verb: StepVerb::Adopts,
            body: Some(body_id(1)),
            ..step(1, StepKind::Council, Day::of(2026, 6, 27))
        },
        Step {
            verb: StepVerb::IsInformed,
            body: Some(body_id(2)),
            ..step(2, StepKind::Inform, Day::of(2026, 8, 15))
        },
    ];
    assert!(kinds(&world).contains(&WarningKind::InformedAfterwards));
    world.steps.truncate(1);
    assert!(kinds(&world).contains(&WarningKind::NotInPlan));
    let heard = Step {
        verb: StepVerb::Hears,
        body: Some(body_id(2)),
        ..step(3, StepKind::Other, Day::of(2026, 5, 1))
    };
    world.steps.push(heard);
    assert!(!kinds(&world).contains(&WarningKind::NotInPlan));
}

#[test]
fn what_med_said_about_the_text_is_a_discussion_without_a_row_in_the_plan() {
    let mut world = world();
    assert!(!kinds(&world).contains(&WarningKind::MedAfterwards), "there is no MED");
    world.bodies.push(body(4, "HovedMED", BodyKind::Med));
    assert!(kinds(&world).contains(&WarningKind::MedAfterwards));
    world.came = vec![body_id(2)];
    assert!(kinds(&world).contains(&WarningKind::MedAfterwards), "somebody else came");
    world.came.push(body_id(4));
    assert!(!kinds(&world).contains(&WarningKind::MedAfterwards));
}

#[test]
fn a_colleague_sees_a_short_hearing_one_in_july_and_a_committee_that_comes_too_soon() {
    let mut world = world();
    world.hearings[0].opens_at = Day::of(2026, 7, 1).at(9, 0);
    world.hearings[0].closes_at = Day::of(2026, 7, 20).at(12, 0);
    world.set(StepKind::Committee, |step| {
        step.starts_on = Day::of(2026, 7, 25);
        step.ends_on = Day::of(2026, 7, 25);
    });
    let found = kinds(&world);
    for kind in [WarningKind::ShortHearing, WarningKind::HolidayHearing, WarningKind::TooClose] {
        assert!(found.contains(&kind), "{kind:?} of {found:?}");
    }
}

#[test]
fn a_colleague_sees_what_is_planned_before_what_must_come_first() {
    let mut world = world();
    world.hearings[0].phase = Phase::Coming;
    world.set(StepKind::Adjust, |step| {
        let day = Day::of(2026, 1, 1);
        *step =
            Step { state: StepState::Planned, done_on: None, starts_on: day, ends_on: day, ..step.clone() };
    });
    let adjust = world.steps.iter().find(|step| step.kind == StepKind::Adjust).unwrap().id;
    let is_wrong = |world: &World| {
        let found = warnings(&world.facts(), &[]);
        found.iter().any(|one| one.kind == WarningKind::WrongOrder && one.step == Some(adjust))
    };
    assert!(is_wrong(&world), "the hearing opens on 5 January");
    world.hearings[0].phase = Phase::Answered;
    assert!(!is_wrong(&world), "what must come first is done");
    world.hearings[0].phase = Phase::Coming;
    world.set(StepKind::Adjust, |step| step.state = StepState::Held);
    assert!(!is_wrong(&world), "it is done itself");
}

#[test]
fn a_text_with_empty_headings_is_warned_of_where_it_is_put() {
    let mut world = world();
    assert!(!kinds(&world).contains(&WarningKind::EmptyHeadings));
    world.empty_headings = vec!["Forord".to_owned(), "Bilag".to_owned()];
    let found = warnings(&world.facts(), &world.empty_headings);
    let empty: Vec<&Warning> = found.iter().filter(|one| one.kind == WarningKind::EmptyHeadings).collect();
    assert_eq!(empty.len(), 2, "for the committee and for the council");
    let said = empty[0].label(T(Locale::Da));
    assert_eq!(said, "2 overskrifter har ingen tekst under sig: Forord, Bilag.");
    world.set(StepKind::Write, |step| step.state = StepState::Planned);
    assert!(!kinds(&world).contains(&WarningKind::EmptyHeadings), "it is still written");
}

#[test]
fn the_council_reads_what_the_committee_went_on_without_in_words_that_say_what_is_the_case() {
    let mut world = world();
    world.hearings[0].asked.clear();
    let of = |world: &World, kind| world.steps.iter().find(|step| step.kind == kind).unwrap().clone();
    let exception = Exception {
        id: Uuid::from_u128(903).into(),
        policy: world.policy.id,
        step: of(&world, StepKind::Committee).id,
        missing: Missing::Heard.code().to_owned(),
        about: body_id(2).to_string(),
        said: "At Ældrerådet er blevet hørt. De har ret til det.".into(),
        reason: "Rådet er ikke valgt endnu.".into(),
        person: None,
        created_at: now(),
    };
    world.exceptions.push(exception.clone());
    for kind in [StepKind::Committee, StepKind::Council] {
        assert_eq!(world.facts().excepted(&of(&world, kind)), [&exception], "{kind}");
    }
    assert_eq!(world.facts().waived(T(Locale::Da), &exception), "Ældrerådet er ikke hørt.");
    let gone = Exception { about: body_id(77).to_string(), ..exception };
    assert_eq!(world.facts().waived(T(Locale::Da), &gone), gone.said, "as it was said then");
    world.hearings[0].asked.push(body_id(2));
    assert!(world.facts().excepted(&of(&world, StepKind::Council)).is_empty(), "it was heard since");
}

#[test]
fn the_council_can_take_it_up_earlier_than_planned_once_the_committee_has_recommended() {
    let mut world = world();
    let (meeting, later) = (TODAY.plus_days(9), TODAY.plus_days(60));
    world.set(StepKind::Council, |step| {
        (step.precision, step.starts_on, step.ends_on) = (Precision::Month, later, later.plus_days(27));
    });
    let waits = |world: &World| {
        let council = world.steps.iter().find(|step| step.kind == StepKind::Council).unwrap();
        world.facts().is_for_agenda_of(council, meeting)
    };
    assert!(!waits(&world), "the committee has not said anything");
    world.set(StepKind::Committee, |step| {
        (step.state, step.done_on) = (StepState::Held, Some(TODAY));
        step.verdict = Some(Verdict::Approved);
    });
    assert!(waits(&world));
    world
        .set(StepKind::Council, |step| *step = step.clone().moved(Precision::Day, later.plus_days(9), later));
    assert!(!waits(&world), "it was put off to a day");
}

proptest! {
    /// However a plan is put together, the council is never ready while something is missing that nobody has said why, and
    /// what was excepted is only what may be.
    #[test]
    fn the_council_never_adopts_past_what_is_missing(
        states in proptest::collection::vec(0..3_u8, 7),
        versions in 0..2_i64,
        has_leader in any::<bool>(),
        asked in any::<bool>(),
        excepted in any::<bool>(),
        open in any::<bool>(),
    ) {
        let mut world = world();
        for (step, state) in world.steps.iter_mut().zip(&states) {
            let is_meeting = step.kind.is_decided_in_a_meeting();
            step.state = match state {
                0 => StepState::Planned,
                1 => StepState::Held,
                _ => StepState::Cancelled,
            };
            step.verdict = (is_meeting && step.state == StepState::Held).then_some(Verdict::Approved);
        }
        world.newest_version = versions;
        world.has_leader = has_leader;
        if !asked {
            world.hearings[0].asked.clear();
        }
        if open {
            world.hearings[0].phase = Phase::Open;
        }
        if excepted {
            // Everything that may be gone on without, on both steps.
            let steps: Vec<StepId> =
                world.steps.iter().filter(|one| one.kind.is_decided_in_a_meeting()).map(|one| one.id).collect();
            let ask = |missing: Missing, about: String, step| Exception {
                id: Uuid::from_u128(901).into(),
                policy: world.policy.id,
                step,
                missing: missing.code().to_owned(),
                about,
                said: String::new(),
                reason: "Derfor".into(),
                person: None,
                created_at: now(),
            };
            let all: Vec<Exception> = steps
                .iter()
                .flat_map(|step| {
                    Missing::ALL.iter().flat_map(|missing| {
                        [String::new(), body_id(2).to_string()].map(|about| ask(*missing, about, *step))
                    })
                })
                .collect();
            world.exceptions = all;
        }
        let facts = world.facts();
        let council = world.steps.iter().find(|step| step.kind == StepKind::Council).unwrap();
        let committee = world.steps.iter().find(|step| step.kind == StepKind::Committee).unwrap();
        if facts.gaps(council).is_empty() {
            prop_assert!(has_leader && versions > 0);
            prop_assert!(committee.is_approved() || excepted);
            prop_assert!(!open || facts.of_kind(StepKind::Hearing).next().is_none());
        }
        if facts.gaps(committee).is_empty() {
            prop_assert!(versions > 0 && has_leader && (asked || excepted));
            prop_assert!(facts.is_done_with(StepKind::Adjust) || excepted);
        }
    }
}

#[test]
fn what_was_not_done_before_the_adoption_is_over_and_what_comes_after_it_goes_on() {
    use PolicyState::{Adopted, Replaced, Stopped, UnderWay};
    let item = Uuid::from_u128(90).into();
    let early = Day::of(2026, 1, 5);
    let steps = [
        step(1, StepKind::Dialogue, early),
        step(2, StepKind::Pilot, early),
        // Planned for later than the council came to it.
        step(3, StepKind::Write, Day::of(2026, 5, 1)),
        step(4, StepKind::Evaluate, Day::of(2027, 5, 1)),
        Step { item: Some(item), verdict: Some(Verdict::Approved), ..held(5, StepKind::Council) },
        // Late, but still to be done: the council came to it later than it was planned.
        step(6, StepKind::Inform, early),
        // Added since.
        step(7, StepKind::Dialogue, Day::of(2026, 6, 1)),
    ];
    let standings = |state: PolicyState| -> Vec<Option<&str>> {
        let adopted_on = Some(TODAY);
        let policy = Policy { state, adopted_on, adopted_item: Some(item), ..policy() };
        steps.iter().map(|step| over(&policy, &steps, step).map(Standing::code)).collect()
    };
    let (skipped, dropped) = (Some("skipped"), Some("dropped"));
    assert_eq!(standings(UnderWay), [None; 7]);
    assert_eq!(standings(Adopted), [skipped, skipped, skipped, None, None, None, None]);
    assert_eq!(standings(Replaced), [skipped, skipped, skipped, dropped, None, dropped, dropped]);
    assert_eq!(standings(Stopped), [dropped, dropped, dropped, dropped, None, dropped, dropped]);
}

#[test]
fn a_hearing_that_was_held_and_opened_again_is_done_only_when_it_is_closed() {
    let mut world = world();
    world.steps[3].state = StepState::Held;
    let standing = |world: &World| {
        let facts = world.facts();
        facts.standing(&world.steps[3])
    };
    assert_eq!(standing(&world), Standing::Done);
    world.hearings[0].phase = Phase::Open;
    assert_eq!(standing(&world), Standing::Running);
    world.hearings[0].phase = Phase::CalledOff;
    assert_ne!(standing(&world), Standing::Done, "nobody was heard");
}
