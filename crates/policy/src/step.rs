//! A row of the process plan: when, who, what with which matter, and what came of it (RS-85, A.1.7).

mod time;

use samskab_hearing::hearing::HearingId;
use samskab_kernel::{Day, Instant, codes, text::one_line};
use samskab_meetings::meeting::{Item, ItemId, ItemState, Verb, Verdict};
use samskab_organisation::body::BodyId;
use samskab_store::Record;

pub use crate::id::{StepId, StepRow};
use crate::{T, id::PolicyId};

codes! {
    /// What a step is in the process; the checks go by it.
    pub enum StepKind {
        /// Lay a plan (CF-03).
        Plan => "plan",
        /// Ask volunteers how the process should be (CF-15).
        Consult => "consult",
        /// Input from key persons (CF-04).
        Input => "input",
        /// A meeting for all associations (CF-05).
        JointMeeting => "joint_meeting",
        /// Local dialogue with volunteers and associations (CF-06).
        Dialogue => "dialogue",
        /// Dialogue with staff, their worries with it (CF-07).
        StaffDialogue => "staff_dialogue",
        /// Write it together (CF-08).
        Write => "write",
        /// Send it into hearing (CF-11).
        Hearing => "hearing",
        /// Adjust it by the answers (CF-10).
        Adjust => "adjust",
        /// The committee recommends (CF-12).
        Committee => "committee",
        /// The council adopts (CF-12, CF-20).
        Council => "council",
        Inform => "inform",
        Appoint => "appoint",
        /// A trial (VB-24).
        Pilot => "pilot",
        Evaluate => "evaluate",
        Other => "other",
    }
}

codes! {
    /// What is done in it.
    pub enum StepVerb {
        Discusses => "discusses",
        Writes => "writes",
        Treats => "treats",
        Hears => "hears",
        Adopts => "adopts",
        IsInformed => "is_informed",
        Appoints => "appoints",
        Starts => "starts",
    }
}

codes! {
    /// The row of the drawing that the step is in (VB-24).
    pub enum Lane {
        Politics => "politics",
        Management => "management",
        Staff => "staff",
        Civil => "civil",
        Writing => "writing",
    }
}

codes! {
    pub enum Precision {
        Day => "day",
        Month => "month",
        /// From the first day of one month to the last day of another.
        Months => "months",
    }
}

codes! {
    pub enum StepState { Planned => "planned", Held => "held", Cancelled => "cancelled" }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "policy_step", alias = "s")]
pub struct Step {
    pub id: StepId,
    #[record(column = "policy_id", fixed)]
    pub policy: PolicyId,
    /// The order in which it is done, from 1.
    pub place: i64,
    /// The number that the printed guide gives it.
    #[record(fixed)]
    pub printed: String,
    pub kind: StepKind,
    pub verb: StepVerb,
    pub title: String,
    /// The matter, and what it is done with.
    pub matter: String,
    pub lane: Lane,
    pub precision: Precision,
    pub starts_on: Day,
    pub ends_on: Day,
    /// The day it was planned for before.
    pub moved_from: Option<Day>,
    #[record(column = "body_id")]
    pub body: Option<BodyId>,
    /// Who does it, where it is no body.
    pub organ: String,
    pub state: StepState,
    /// What came of it; why it was cancelled.
    pub outcome: String,
    /// Its outcomes before it was opened again, and why it was: one a line, in the language of the house.
    pub earlier: String,
    pub done_on: Option<Day>,
    #[record(blank)]
    pub verdict: Option<Verdict>,
    pub decision_number: String,
    /// The point it is on an agenda.
    #[record(column = "item_id")]
    pub item: Option<ItemId>,
    #[record(column = "hearing_id")]
    pub hearing: Option<HearingId>,
    /// The hearing gave rise to no change, and somebody says so.
    pub no_changes: bool,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl StepKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Plan => t.step_kind_plan(),
            Self::Consult => t.step_kind_consult(),
            Self::Input => t.step_kind_input(),
            Self::JointMeeting => t.step_kind_joint_meeting(),
            Self::Dialogue => t.step_kind_dialogue(),
            Self::StaffDialogue => t.step_kind_staff_dialogue(),
            Self::Write => t.step_kind_write(),
            Self::Hearing => t.step_kind_hearing(),
            Self::Adjust => t.step_kind_adjust(),
            Self::Committee => t.step_kind_committee(),
            Self::Council => t.step_kind_council(),
            Self::Inform => t.step_kind_inform(),
            Self::Appoint => t.step_kind_appoint(),
            Self::Pilot => t.step_kind_pilot(),
            Self::Evaluate => t.step_kind_evaluate(),
            Self::Other => t.step_kind_other(),
        }
    }

    /// Its position in the only order in which the process can be carried out; `None`: anywhere. The guide prints
    /// *adjust* before *hearing* and has no seventh step; the printed numbers are stored separately.
    pub fn rank(self) -> Option<u8> {
        match self {
            Self::Consult => Some(0),
            Self::Plan => Some(1),
            Self::Input | Self::JointMeeting | Self::Dialogue | Self::StaffDialogue => Some(2),
            Self::Write => Some(3),
            Self::Hearing => Some(4),
            Self::Adjust => Some(5),
            Self::Committee => Some(6),
            Self::Council => Some(7),
            Self::Inform | Self::Appoint | Self::Pilot | Self::Evaluate | Self::Other => None,
        }
    }

    /// The decisions of committee and council are only in their minutes (CF-20).
    pub fn is_decided_in_a_meeting(self) -> bool {
        matches!(self, Self::Committee | Self::Council)
    }

    /// Whether somebody says on the plan that it is done: the plan is agreed, a hearing closes, and a meeting writes minutes.
    pub fn is_held_here(self) -> bool {
        !matches!(self, Self::Plan | Self::Hearing) && !self.is_decided_in_a_meeting()
    }

    pub fn usual_lane(self) -> Lane {
        match self {
            Self::Committee | Self::Council => Lane::Politics,
            Self::Plan | Self::Appoint | Self::Evaluate => Lane::Management,
            Self::StaffDialogue | Self::Pilot => Lane::Staff,
            Self::Write | Self::Adjust => Lane::Writing,
            _ => Lane::Civil,
        }
    }
}

impl StepVerb {
    /// A body that does it has talked about the matter.
    pub fn is_talk(self) -> bool {
        matches!(self, Self::Hears | Self::Discusses | Self::Treats)
    }

    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Discusses => t.step_verb_discusses(),
            Self::Writes => t.step_verb_writes(),
            Self::Treats => t.step_verb_treats(),
            Self::Hears => t.step_verb_hears(),
            Self::Adopts => t.step_verb_adopts(),
            Self::IsInformed => t.step_verb_is_informed(),
            Self::Appoints => t.step_verb_appoints(),
            Self::Starts => t.step_verb_starts(),
        }
    }
}

impl Lane {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Politics => t.lane_politics(),
            Self::Management => t.lane_management(),
            Self::Staff => t.lane_staff(),
            Self::Civil => t.lane_civil(),
            Self::Writing => t.lane_writing(),
        }
    }
}

impl Precision {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Day => t.precision_day(),
            Self::Month => t.precision_month(),
            Self::Months => t.precision_months(),
        }
    }

    /// From which day to which the time goes.
    pub fn span(self, from: Day, to: Day) -> (Day, Day) {
        match self {
            Self::Day => (from, from),
            Self::Month => (first_of_month(from), last_of_month(from)),
            Self::Months => (first_of_month(from), last_of_month(to.max(from))),
        }
    }

    /// First and last day of a period that begins around `about`. A period of months covers `months` months after its
    /// first.
    pub fn beginning(self, about: Day, months: i32) -> (Day, Day) {
        match self {
            Self::Day => (about, about),
            Self::Month | Self::Months => {
                // Half a month and more is the next one.
                let from = first_of_month(about.plus_days(15));
                let to = (0..months).fold(last_of_month(from), |day, _| last_of_month(day.plus_days(1)));
                (from, to)
            }
        }
    }
}

fn first_of_month(day: Day) -> Day {
    Day::of(day.date().year(), day.date().month(), 1)
}

fn last_of_month(day: Day) -> Day {
    let (year, month) = (day.date().year(), day.date().month());
    let next = if month == 12 { Day::of(year + 1, 1, 1) } else { Day::of(year, month + 1, 1) };
    next.plus_days(-1)
}

impl Step {
    pub fn new(id: StepId, policy: PolicyId, kind: StepKind, span: (Day, Day), now: Instant) -> Self {
        Self {
            id,
            policy,
            place: 1,
            printed: String::new(),
            kind,
            verb: StepVerb::Treats,
            title: String::new(),
            matter: String::new(),
            lane: kind.usual_lane(),
            precision: if span.0 == span.1 { Precision::Day } else { Precision::Months },
            starts_on: span.0,
            ends_on: span.1,
            moved_from: None,
            body: None,
            organ: String::new(),
            state: StepState::Planned,
            outcome: String::new(),
            earlier: String::new(),
            done_on: None,
            verdict: None,
            decision_number: String::new(),
            item: None,
            hearing: None,
            no_changes: false,
            created_at: now,
            updated_at: now,
        }
    }

    pub fn href(&self) -> String {
        format!("/politiktrin/{}", self.id)
    }

    /// The same step, `days` days later or, below zero, earlier; a period of months lasts as many months as before.
    pub fn shifted(self, days: i32) -> Self {
        let precision = self.precision;
        let (from, to) = precision.beginning(self.starts_on.plus_days(days), self.more_months());
        self.moved(precision, from, to)
    }

    /// How many months it lasts after its first.
    pub fn more_months(&self) -> i32 {
        let month = |day: Day| i32::from(day.date().year()) * 12 + i32::from(day.date().month());
        month(self.ends_on) - month(self.starts_on)
    }

    pub fn is_open(&self) -> bool {
        self.state == StepState::Planned
    }

    pub fn is_late(&self, today: Day) -> bool {
        self.is_open() && self.ends_on < today
    }

    pub fn is_approved(&self) -> bool {
        self.state == StepState::Held && self.verdict == Some(Verdict::Approved)
    }

    /// Whether it is done in a meeting, and on no agenda yet.
    pub fn waits_for_agenda(&self) -> bool {
        self.is_open() && self.item.is_none() && self.item_verb().is_some()
    }

    /// Whether a body can take it up in a meeting of this day: in its time, or afterwards when it is late.
    pub fn is_for_agenda_of(&self, day: Day) -> bool {
        self.waits_for_agenda() && self.starts_on <= day
    }

    /// Somebody moved it to this day, or a meeting put it off to it: it is not done before.
    pub fn is_moved_to_a_day(&self) -> bool {
        self.precision == Precision::Day && self.moved_from.is_some()
    }

    /// The verb of its point on an agenda; `None`: it is not done in a meeting.
    pub fn item_verb(&self) -> Option<Verb> {
        match (self.kind, self.verb) {
            (StepKind::Council, _) => Some(Verb::Adopts),
            (StepKind::Committee, _) => Some(Verb::Recommends),
            (_, StepVerb::Discusses | StepVerb::Treats) => Some(Verb::Discusses),
            (_, StepVerb::Hears) => Some(Verb::Hears),
            (_, StepVerb::Adopts) => Some(Verb::Decides),
            (_, StepVerb::IsInformed) => Some(Verb::IsInformed),
            (_, StepVerb::Writes | StepVerb::Appoints | StepVerb::Starts) => None,
        }
    }

    /// Notes that it was done on a day. Only minutes note this for committee and council.
    pub fn hold(self, outcome: String, on: Day, now: Instant) -> Option<Self> {
        (self.is_open() && !self.kind.is_decided_in_a_meeting()).then_some(Self {
            state: StepState::Held,
            outcome,
            done_on: Some(on),
            updated_at: now,
            ..self
        })
    }

    /// What the approved minutes say about its point; `None`: nothing. A step that was put off is planned again.
    pub fn minuted(self, item: &Item, on: Day, now: Instant) -> Option<Self> {
        if !self.is_open() || self.item != Some(item.id) {
            return None;
        }
        match item.state {
            ItemState::Decided => Some(Self {
                state: StepState::Held,
                outcome: if item.is_closed { String::new() } else { item.decision.clone() },
                done_on: Some(on),
                verdict: item.verdict,
                decision_number: item.decision_number.clone(),
                updated_at: now,
                ..self
            }),
            ItemState::Postponed => {
                let put_off = Self { item: None, updated_at: now, ..self };
                Some(match item.resume_on {
                    Some(to) => put_off.moved(Precision::Day, to, to),
                    None => put_off,
                })
            }
            ItemState::Withdrawn | ItemState::Open => Some(Self { item: None, updated_at: now, ..self }),
        }
    }

    /// Moves it to another time; the earlier one can still be read.
    pub fn moved(self, precision: Precision, from: Day, to: Day) -> Self {
        let (starts_on, ends_on) = precision.span(from, to);
        let is_same = (self.starts_on, self.ends_on) == (starts_on, ends_on);
        let moved_from = if is_same { self.moved_from } else { self.moved_from.or(Some(self.starts_on)) };
        Self { precision, starts_on, ends_on, moved_from, ..self }
    }

    /// Calls it off; the reason is kept.
    pub fn cancel(self, reason: String, now: Instant) -> Option<Self> {
        (self.is_open() && !reason.is_empty()).then_some(Self {
            state: StepState::Cancelled,
            outcome: reason,
            item: None,
            updated_at: now,
            ..self
        })
    }

    /// A hearing that was held: its answers are counted, and whoever wants another one adds a step.
    pub fn was_heard(&self) -> bool {
        self.kind == StepKind::Hearing && self.state == StepState::Held
    }

    /// Whether it can be opened again: what minutes say stays, and so do a hearing that was held and what led to an adoption.
    pub fn can_be_reopened(&self, adopted_on: Option<Day>) -> bool {
        let is_history = adopted_on.is_some_and(|adopted| {
            self.kind.rank().is_some() || self.done_on.is_some_and(|done| done <= adopted)
        });
        let is_settled = self.is_open() || self.verdict.is_some() || self.was_heard();
        !is_settled && self.kind != StepKind::Plan && !is_history
    }

    /// It was said to be done or cancelled by mistake. What was said, and why it no longer holds, stays to be read.
    pub fn reopen(self, reason: &str, now: Instant) -> Option<Self> {
        if self.is_open() || self.verdict.is_some() || self.was_heard() || reason.is_empty() {
            return None;
        }
        let t = T(samskab_writing::text::LANGUAGE);
        let day = |day: Day| t.0.day(day);
        let was = match (self.state, self.done_on) {
            (StepState::Cancelled, _) => t.step_was_cancelled(one_line(&self.outcome)),
            (_, Some(done)) => t.step_was_held(day(done), one_line(&self.outcome)),
            (_, None) => one_line(&self.outcome),
        };
        let line = t.step_was_reopened(day(now.day()), one_line(reason), was);
        let earlier = [self.earlier.as_str(), &line].into_iter().filter(|text| !text.is_empty());
        Some(Self {
            state: StepState::Planned,
            outcome: String::new(),
            earlier: earlier.collect::<Vec<_>>().join("\n"),
            done_on: None,
            no_changes: false,
            updated_at: now,
            ..self
        })
    }
}

samskab_store::events! {
    pub about step(StepId) { policy: PolicyId }
    impl { fn of(step: &Step) { step: step.id, policy: step.policy } }

    StepAdded => "policy_step.added";
    StepChanged => "policy_step.changed";
    StepHeld => "policy_step.held";
    StepCancelled => "policy_step.cancelled";
    /// It was put on an agenda, or taken off it.
    StepMoved => "policy_step.moved";
    StepRemoved => "policy_step.removed";
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use uuid::Uuid;

    use super::*;

    fn step(kind: StepKind, precision: Precision, from: Day, to: Day) -> Step {
        let now = Day::of(2026, 1, 1).at(9, 0);
        let new = Step::new(Uuid::from_u128(1).into(), Uuid::from_u128(2).into(), kind, (from, to), now);
        let (starts_on, ends_on) = precision.span(from, to);
        Step { precision, starts_on, ends_on, ..new }
    }

    #[test]
    fn nobody_ticks_off_what_the_council_decides() {
        let day = Day::of(2026, 4, 19);
        let now = day.at(9, 0);
        assert_eq!(step(StepKind::Council, Precision::Day, day, day).hold("Vedtaget".into(), day, now), None);
        assert!(step(StepKind::Inform, Precision::Day, day, day).hold("Sagt".into(), day, now).is_some());
    }

    #[test]
    fn what_a_meeting_puts_off_is_planned_again_and_says_when_it_was_to_be() {
        let day = Day::of(2026, 4, 19);
        let now = day.at(9, 0);
        let item = Item::new(Uuid::from_u128(5).into(), Uuid::from_u128(6).into(), "", Verb::Adopts, now);
        let placed = Step { item: Some(item.id), ..step(StepKind::Council, Precision::Day, day, day) };
        let later =
            Item { state: ItemState::Postponed, resume_on: Some(Day::of(2026, 5, 20)), ..item.clone() };
        let postponed = placed.clone().minuted(&later, day, now).unwrap();
        assert_eq!((postponed.item, postponed.moved_from), (None, Some(day)));
        assert!(postponed.is_for_agenda_of(Day::of(2026, 5, 20)));
        let yes = Item { state: ItemState::Decided, verdict: Some(Verdict::Approved), ..item.clone() };
        assert!(placed.clone().minuted(&yes, day, now).unwrap().is_approved());
        let other = Item { id: Uuid::from_u128(7).into(), ..yes };
        assert_eq!(placed.minuted(&other, day, now), None);
    }

    #[test]
    fn what_led_to_an_adoption_is_not_opened_again_and_elsewhere_what_was_said_stays() {
        let day = Day::of(2026, 4, 19);
        let now = day.at(9, 0);
        let held =
            step(StepKind::Dialogue, Precision::Day, day, day).hold("40 kom.".into(), day, now).unwrap();
        assert!(held.can_be_reopened(None));
        assert!(!held.can_be_reopened(Some(day.plus_days(9))), "everybody reads how it came to be");
        assert_eq!(held.clone().reopen("", now), None);
        let open = held.reopen("Det var et andet møde.", now).unwrap();
        assert!(open.is_open() && open.outcome.is_empty());
        for words in ["40 kom.", "Det var et andet møde.", "19. april 2026"] {
            assert!(open.earlier.contains(words), "{}", open.earlier);
        }
        let told = step(StepKind::Inform, Precision::Day, day, day).hold("Sagt".into(), day, now).unwrap();
        assert!(told.can_be_reopened(Some(day.plus_days(-9))), "what is done since can be wrong");
    }

    #[test]
    fn a_hearing_that_was_held_is_not_opened_again_and_one_that_was_cancelled_is() {
        let day = Day::of(2026, 4, 19);
        let now = day.at(9, 0);
        let hearing = step(StepKind::Hearing, Precision::Day, day, day);
        let held = hearing.clone().hold(String::new(), day, now).unwrap();
        assert!(!held.can_be_reopened(None));
        assert_eq!(held.reopen("Der kom for få svar.", now), None);
        assert!(hearing.cancel("Ingen tid.".into(), now).unwrap().can_be_reopened(None));
    }

    #[test]
    fn the_order_of_carrying_out_is_hearing_then_adjustment_then_committee_then_council() {
        use StepKind::{Adjust, Committee, Council, Hearing, Write};
        let ranks: Vec<_> = [Write, Hearing, Adjust, Committee, Council].map(StepKind::rank).into();
        assert!(ranks.is_sorted() && ranks.iter().all(Option::is_some));
    }
}
