//! A policy: what it is called, who leads it, how far it is, and what it became (RD-02, RD-03, CF-13, CF-14, CF-20).

use samskab_hearing::hearing::{Hearing, HearingState};
use samskab_kernel::{Day, Id, Instant, codes};
use samskab_meetings::meeting::{Item, ItemId};
use samskab_organisation::{
    body::BodyId,
    person::PersonId,
    position::{Held, PositionId},
    unit::UnitId,
};
use samskab_store::Record;
use samskab_web::{Cx, Shell};
use samskab_writing::text::TextId;

pub use crate::id::{PolicyId, PolicyRow};
use crate::{T, id::StepId};

codes! {
    pub enum PolicyKind {
        /// Says what the municipality stands for, across all areas.
        Values => "values",
        Strategy => "strategy",
        Framework => "framework",
        Theme => "theme",
    }
}

impl PolicyKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Values => t.policy_kind_values(),
            Self::Strategy => t.policy_kind_strategy(),
            Self::Framework => t.policy_kind_framework(),
            Self::Theme => t.policy_kind_theme(),
        }
    }
}

codes! {
    pub enum PolicyState {
        UnderWay => "under_way",
        /// Only by the council's decision (CF-20).
        Adopted => "adopted",
        /// Given up, with the reason.
        Stopped => "stopped",
        /// A later edition was adopted.
        Replaced => "replaced",
    }
}

impl PolicyState {
    /// In words, with its colour and its icon.
    pub fn said(self, t: T) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::UnderWay => (t.policy_state_under_way(), "wait", "sync"),
            Self::Adopted => (t.policy_state_adopted(), "good", "check"),
            Self::Stopped => (t.policy_state_stopped(), "bad", "close"),
            Self::Replaced => (t.policy_state_replaced(), "", "arrow-forward"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "policy", alias = "p")]
pub struct Policy {
    pub id: PolicyId,
    pub title: String,
    pub kind: PolicyKind,
    pub about: String,
    /// `None`: the text was deleted.
    #[record(column = "text_id")]
    pub text: Option<TextId>,
    /// The edition it takes the place of.
    #[record(column = "revises_id")]
    pub revises: Option<PolicyId>,
    /// The project leader (CF-14): whoever holds this position.
    #[record(column = "leader_id")]
    pub leader: Option<PositionId>,
    /// The steering group (CF-13).
    #[record(column = "body_id")]
    pub body: Option<BodyId>,
    /// What the steering group may decide, in words.
    pub steering: String,
    /// Where it is anchored: which committee (RD-03).
    pub political: String,
    /// Which department.
    pub administrative: String,
    /// Answers folkeoplysningsloven § 34, too (RD-01).
    pub is_section34: bool,
    pub case_number: String,
    pub kle: String,
    pub state: PolicyState,
    pub state_since: Instant,
    /// Why it was given up.
    pub state_reason: String,
    /// Everybody may read the plan.
    pub is_public: bool,
    /// Since when the plan is agreed.
    pub locked_at: Option<Instant>,
    /// What is asked of those who would like to take part (CF-17).
    pub call: String,
    /// The last day of the call.
    pub call_until: Option<Day>,
    /// The version of the text that was put to the committee and the council.
    pub put_number: Option<i64>,
    pub adopted_number: Option<i64>,
    /// The version with the latest correction of a slip; `None`: as it was adopted.
    pub corrected_number: Option<i64>,
    pub adopted_on: Option<Day>,
    #[record(column = "adopted_item_id")]
    pub adopted_item: Option<ItemId>,
    pub decision_number: String,
    /// What the council changed in its meeting.
    pub amendment: String,
    pub revise_by: Option<Day>,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// A department that the policy is for (CF-24).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Department {
    pub unit: UnitId,
    pub name: String,
    /// When the department confirmed it itself.
    pub confirmed_on: Option<Day>,
}

/// The mark of an exception.
pub enum ExceptionRow {}
pub type ExceptionId = Id<ExceptionRow>;

/// Gone on although something was missing.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "policy_exception", alias = "e")]
pub struct Exception {
    pub id: ExceptionId,
    #[record(column = "policy_id", fixed)]
    pub policy: PolicyId,
    #[record(column = "step_id", fixed)]
    pub step: StepId,
    /// The code of what was missing.
    #[record(fixed)]
    pub missing: String,
    /// What is missing something: the id of a body or a department.
    #[record(fixed)]
    pub about: String,
    /// The same in words, as it was said then.
    #[record(fixed)]
    pub said: String,
    #[record(fixed)]
    pub reason: String,
    #[record(column = "person_id", fixed)]
    pub person: Option<PersonId>,
    #[record(fixed)]
    pub created_at: Instant,
}

/// Years after which a policy is looked at again, where nothing else is said (RS-78).
const REVISED_YEARS: i16 = 4;
/// Days before a policy is to be looked at again from which that is said.
pub const REVISION_DAYS: i32 = 182;

impl Policy {
    pub fn new(id: PolicyId, title: impl Into<String>, kind: PolicyKind, now: Instant) -> Self {
        Self {
            id,
            title: title.into(),
            kind,
            about: String::new(),
            text: None,
            revises: None,
            leader: None,
            body: None,
            steering: String::new(),
            political: String::new(),
            administrative: String::new(),
            is_section34: false,
            case_number: String::new(),
            kle: String::new(),
            state: PolicyState::UnderWay,
            state_since: now,
            state_reason: String::new(),
            is_public: false,
            locked_at: None,
            call: String::new(),
            call_until: None,
            put_number: None,
            adopted_number: None,
            corrected_number: None,
            adopted_on: None,
            adopted_item: None,
            decision_number: String::new(),
            amendment: String::new(),
            revise_by: None,
            created_at: now,
            updated_at: now,
        }
    }

    pub fn href(&self) -> String {
        format!("/politikker/{}", self.id)
    }

    /// What the policy is about, in the words by which bodies with a right to be heard are found.
    pub fn matter(&self) -> String {
        format!("{} {}", self.title, self.about)
    }

    pub fn is_under_way(&self) -> bool {
        self.state == PolicyState::UnderWay
    }

    /// Whether its plan goes on: until it is adopted, and afterwards with telling and evaluating.
    pub fn takes_steps(&self) -> bool {
        matches!(self.state, PolicyState::UnderWay | PolicyState::Adopted)
    }

    /// Adopted now, or before a later edition was.
    pub fn was_adopted(&self) -> bool {
        matches!(self.state, PolicyState::Adopted | PolicyState::Replaced)
    }

    /// The version that everybody reads of one that was adopted: as it was adopted, with what was corrected since.
    pub fn public_number(&self) -> Option<i64> {
        self.corrected_number.or(self.adopted_number)
    }

    /// A revision of the same text; a policy with a text of its own can replace another, too.
    pub(crate) fn is_revision_of(&self, before: &Self) -> bool {
        self.revises == Some(before.id) && self.text == before.text
    }

    /// What everybody may see: the plan that was shown, and whatever was adopted.
    pub fn is_for_all(&self) -> bool {
        self.is_public || self.was_adopted()
    }

    /// Whether a hearing of its text was part of making it: an edition is heard after it is begun and before it is adopted. A draft is
    /// not announced to anybody.
    pub(crate) fn was_heard_in(&self, hearing: &Hearing) -> bool {
        matches!(hearing.state, HearingState::Announced | HearingState::Answered)
            && hearing.created_at >= self.created_at
            && self.adopted_on.is_none_or(|on| hearing.opens_at.day() <= on)
    }

    /// Whether somebody can say today that they would like to take part.
    pub fn calls(&self, today: Day) -> bool {
        self.is_under_way() && self.is_public && self.call_until.is_some_and(|last| last >= today)
    }

    /// Adopts it, by the council's decision and in no other way (CF-20). It is looked at again four years later.
    pub fn adopt(self, item: &Item, on: Day, now: Instant) -> Self {
        Self {
            state: PolicyState::Adopted,
            state_since: now,
            is_public: true,
            call_until: None,
            adopted_number: self.put_number,
            adopted_on: Some(on),
            adopted_item: Some(item.id),
            decision_number: item.decision_number.clone(),
            revise_by: self.revise_by.filter(|day| *day > on).or(Some(years_after(on, REVISED_YEARS))),
            updated_at: now,
            ..self
        }
    }

    /// The council changed something in its meeting: another version is what was adopted. Only of one that is adopted. What was
    /// corrected in it stays corrected where only the words about the change are others.
    pub fn amend(self, number: i64, amendment: String, now: Instant) -> Option<Self> {
        let adopted_number = Some(number);
        let corrected_number = self.corrected_number.filter(|_| self.adopted_number == adopted_number);
        let amended = Self { adopted_number, corrected_number, amendment, updated_at: now, ..self };
        (amended.state == PolicyState::Adopted && !amended.amendment.is_empty()).then_some(amended)
    }

    /// Gives the policy up.
    pub fn stop(self, reason: String, now: Instant) -> Option<Self> {
        (self.is_under_way() && !reason.is_empty()).then_some(Self {
            state: PolicyState::Stopped,
            state_since: now,
            state_reason: reason,
            call_until: None,
            updated_at: now,
            ..self
        })
    }

    /// It is time to look at it again.
    pub fn is_revised_soon(&self, today: Day) -> bool {
        self.state == PolicyState::Adopted
            && self.revise_by.is_some_and(|by| by.plus_days(-REVISION_DAYS) <= today)
    }

    /// Whether the reader leads it.
    pub(crate) fn is_led_by(&self, cx: &Cx, leader: Option<&Held>) -> bool {
        let me = cx.actor.person.map(PersonId::from_uuid);
        me.is_some() && leader.is_some_and(|held| held.holders().any(|holder| Some(holder.person) == me))
    }

    /// The frame of a page about it.
    pub(crate) fn under(&self, cx: &Cx, title: impl Into<String>) -> Shell {
        let shell = cx.shell(title).under("/politikker", T(cx.locale).policy_list_title());
        shell.under(self.href(), &self.title).here()
    }
}

/// The same day `years` years later; the last of February where there is no such day.
fn years_after(day: Day, years: i16) -> Day {
    let (year, month) = (day.date().year() + years, day.date().month());
    match (month, day.date().day()) {
        (2, 29) => Day::of(year, 2, 28),
        (month, date) => Day::of(year, month, date),
    }
}

samskab_store::events! {
    pub about policy(PolicyId) {}
    impl { fn of(policy: &Policy) { policy: policy.id } }

    PolicyBegun => "policy.begun";
    PolicyChanged => "policy.changed";
    /// The plan is agreed.
    PolicyPlanned => "policy.planned";
    PolicyShown => "policy.shown";
    PolicyAdopted => "policy.adopted";
    PolicyAmended => "policy.amended";
    /// An evident slip in what was adopted.
    PolicyCorrected => "policy.corrected";
    PolicyStopped => "policy.stopped";
    PolicyReplaced => "policy.replaced";
    /// Gone on although something was missing.
    PolicyExcepted => "policy.excepted";
    /// Somebody would like to take part; who, the sign-up itself says.
    PolicySignedUp => "policy.signed_up";
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use samskab_meetings::meeting::Verb;
    use uuid::Uuid;

    use super::*;

    fn now() -> Instant {
        Day::of(2026, 3, 2).at(9, 0)
    }

    fn policy() -> Policy {
        Policy::new(Uuid::from_u128(1).into(), "Frivillighedspolitik", PolicyKind::Values, now())
    }

    fn item() -> Item {
        let new = Item::new(Uuid::from_u128(2).into(), Uuid::from_u128(3).into(), "", Verb::Adopts, now());
        Item { decision_number: "4/2026".into(), ..new }
    }

    #[test]
    fn what_is_adopted_says_by_which_decision_and_when_it_is_looked_at_again() {
        let adopted = Policy { put_number: Some(3), ..policy() }.adopt(&item(), Day::of(2028, 2, 29), now());
        assert_eq!((adopted.adopted_number, adopted.decision_number.as_str()), (Some(3), "4/2026"));
        assert_eq!(adopted.revise_by, Some(Day::of(2032, 2, 28)));
        assert!(adopted.is_for_all());
        assert!(!adopted.is_revised_soon(Day::of(2031, 8, 1)));
        assert!(adopted.is_revised_soon(Day::of(2031, 9, 1)));
    }

    #[test]
    fn only_what_is_adopted_is_amended_and_only_with_words() {
        assert_eq!(policy().amend(4, "Afsnit 2".into(), now()), None);
        let adopted = policy().adopt(&item(), Day::of(2026, 3, 2), now());
        assert_eq!(adopted.clone().amend(4, String::new(), now()), None);
        assert_eq!(adopted.amend(4, "Afsnit 2".into(), now()).unwrap().adopted_number, Some(4));
    }

    #[test]
    fn what_is_given_up_says_why_and_what_is_over_is_not_given_up() {
        assert_eq!(policy().stop(String::new(), now()), None);
        let stopped = policy().stop("Ingen penge".into(), now()).unwrap();
        assert_eq!(stopped.clone().stop("Igen".into(), now()), None);
        assert!(!stopped.calls(Day::of(2026, 3, 2)));
    }
}
