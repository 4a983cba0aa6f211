//! Bodies: groups with a mandate – political, management, co-determination, councils, networks – and who sits in them
//! (RS-20, RS-22 to RS-25, RD-12, RD-16, VB-13). Their meetings are a context of their own.

pub(crate) mod exit;
mod heard;
mod members;
pub mod seat;
pub mod store;

use samskab_kernel::{Day, Id, Validity, codes, danish::sort_key};
use samskab_store::Record;

pub use heard::{Right, heard_about};
pub use members::{Member, Membership, Tie, members};
pub use store::{add, all};

use crate::{T, id::UnitId};

/// The mark of a body.
pub enum BodyMark {}
pub type BodyId = Id<BodyMark>;

codes! {
    pub enum BodyKind {
        Political => "political",
        Committee => "committee",
        Management => "management",
        Med => "med",
        Council => "council",
        Coordination => "coordination",
        Steering => "steering",
        Network => "network",
        WorkingGroup => "working_group",
        TaskForce => "task_force",
        MeetingSeries => "meeting_series",
    }
}

impl BodyKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Political => t.body_kind_political(),
            Self::Committee => t.body_kind_committee(),
            Self::Management => t.body_kind_management(),
            Self::Med => t.body_kind_med(),
            Self::Council => t.body_kind_council(),
            Self::Coordination => t.body_kind_coordination(),
            Self::Steering => t.body_kind_steering(),
            Self::Network => t.body_kind_network(),
            Self::WorkingGroup => t.body_kind_working_group(),
            Self::TaskForce => t.body_kind_task_force(),
            Self::MeetingSeries => t.body_kind_meeting_series(),
        }
    }
}

codes! {
    /// Why a body is heard (RS-22, RS-25, law B.2).
    pub enum HearingStrength {
        /// A law says so.
        Statutory => "statutory",
        /// The municipality has decided it.
        Local => "local",
        Voluntary => "voluntary",
    }
}

impl HearingStrength {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Statutory => t.body_hearing_statutory(),
            Self::Local => t.body_hearing_local(),
            Self::Voluntary => t.body_hearing_voluntary(),
        }
    }
}

codes! {
    /// What a body may do with a matter.
    pub enum Mandate {
        Decides => "decides",
        /// Says what another body should decide.
        Recommends => "recommends",
        Coordinates => "coordinates",
        /// Is heard, and gives advice.
        Advises => "advises",
    }
}

impl Mandate {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Decides => t.body_mandate_decides(),
            Self::Recommends => t.body_mandate_recommends(),
            Self::Coordinates => t.body_mandate_coordinates(),
            Self::Advises => t.body_mandate_advises(),
        }
    }
}

codes! {
    /// Who are members by a rule, besides those with a seat.
    pub enum MemberRule {
        /// Every key person, and the coordinator as its secretary (RS-20).
        KeyPersons => "key_persons",
        /// Every association that is approved under folkeoplysningsloven (RS-23).
        Associations => "associations",
    }
}

impl MemberRule {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::KeyPersons => t.body_rule_key_persons(),
            Self::Associations => t.body_rule_associations(),
        }
    }
}

codes! {
    /// How many must be there so that a body can decide.
    pub enum QuorumRule {
        MoreThanHalf => "more_than_half",
        Half => "half",
        TwoThirds => "two_thirds",
        /// As many members as [`Body::quorum_number`] says.
        Number => "number",
    }
}

impl QuorumRule {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::MoreThanHalf => t.body_quorum_more_than_half(),
            Self::Half => t.body_quorum_half(),
            Self::TwoThirds => t.body_quorum_two_thirds(),
            Self::Number => t.body_quorum_number(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Record)]
#[record(table = "body", alias = "b", also("sort_key" = sort_key(&self.name)))]
pub struct Body {
    pub id: BodyId,
    pub name: String,
    pub kind: BodyKind,
    /// Other names in use, separated by ";".
    pub aliases: String,
    pub purpose: String,
    #[record(blank)]
    pub mandate: Option<Mandate>,
    /// Who sits in it, in words, where no seats say it.
    pub members: String,
    #[record(column = "member_rule", blank)]
    pub rule: Option<MemberRule>,
    /// The name of the body above, where it is none of these.
    pub refers_to: String,
    pub reports_to_id: Option<BodyId>,
    /// Which body goes on with its work (RS-07, VB-13).
    pub successor_id: Option<BodyId>,
    /// The points of every agenda, one a line (RS-73).
    pub standing_items: String,
    /// Meetings in a calendar year (RS-20).
    pub meetings_min: Option<i64>,
    pub meetings_max: Option<i64>,
    pub hearing_strength: Option<HearingStrength>,
    pub hearing_scope: String,
    /// 1 to 3, of a body of MED (RS-06).
    pub med_level: Option<i64>,
    /// The part of the municipality it is for; `None`: the whole.
    #[record(column = "unit_id")]
    pub unit: Option<UnitId>,
    /// Takes ideas and makes proposals of them (RD-13).
    pub qualifies_ideas: bool,
    /// When it can decide; `None`: no rule.
    #[record(column = "quorum_rule", blank)]
    pub quorum: Option<QuorumRule>,
    /// For [`QuorumRule::Number`]: how many members.
    pub quorum_number: Option<i64>,
    /// The element of the founding papers that says so: `RS-20`.
    pub element: String,
    #[record(flatten)]
    pub validity: Validity,
}

impl Body {
    /// A body about which only these facts are known.
    pub fn named(id: BodyId, name: impl Into<String>, kind: BodyKind, validity: Validity) -> Self {
        Self {
            id,
            name: name.into(),
            kind,
            aliases: String::new(),
            purpose: String::new(),
            mandate: None,
            members: String::new(),
            rule: None,
            refers_to: String::new(),
            reports_to_id: None,
            successor_id: None,
            standing_items: String::new(),
            meetings_min: None,
            meetings_max: None,
            hearing_strength: None,
            hearing_scope: String::new(),
            med_level: None,
            unit: None,
            qualifies_ideas: kind == BodyKind::Network,
            quorum: None,
            quorum_number: None,
            element: String::new(),
            validity,
        }
    }

    /// How many of `called` must be there so that it can decide; `None`: no rule.
    pub fn needed(&self, called: i64) -> Option<i64> {
        Some(match self.quorum? {
            QuorumRule::MoreThanHalf => called / 2 + 1,
            QuorumRule::Half => (called + 1) / 2,
            QuorumRule::TwoThirds => (called * 2 + 2) / 3,
            QuorumRule::Number => self.quorum_number.unwrap_or(1),
        })
    }

    pub fn href(&self) -> String {
        href(self.id)
    }
}

pub fn href(body: BodyId) -> String {
    format!("/organer/{body}")
}

/// Who does the work of a body today: itself, or the one that goes on with it, and so on; `None`: nobody does.
pub fn in_charge(bodies: &[Body], id: Option<BodyId>, today: Day) -> Option<&Body> {
    let mut id = id;
    // A ring of successors ends, too.
    for _ in 0..=bodies.len() {
        let body = bodies.iter().find(|body| Some(body.id) == id)?;
        if body.validity.to.is_none_or(|last| last >= today) {
            return Some(body);
        }
        id = body.successor_id;
    }
    None
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const DAY: Day = Day::of(2026, 3, 2);

    fn body(id: u128, to: Option<Day>, successor: Option<u128>) -> Body {
        let validity = Validity { to, ..Validity::since(Day::of(2020, 1, 1)) };
        let successor_id = successor.map(|id| Uuid::from_u128(id).into());
        Body { successor_id, ..Body::named(Uuid::from_u128(id).into(), "N", BodyKind::Network, validity) }
    }

    #[test]
    fn the_work_of_a_body_that_ended_is_done_by_its_successor_or_by_nobody() {
        let gone = Some(DAY.plus_days(-1));
        let bodies =
            [body(1, gone, Some(2)), body(2, gone, Some(3)), body(3, None, None), body(4, gone, None)];
        let of = |id: u128| in_charge(&bodies, Some(Uuid::from_u128(id).into()), DAY).map(|body| body.id);
        assert_eq!(of(1), Some(Uuid::from_u128(3).into()));
        assert_eq!(of(4), None);
        let ring = [body(1, gone, Some(2)), body(2, gone, Some(1))];
        assert!(in_charge(&ring, Some(Uuid::from_u128(1).into()), DAY).is_none());
        let last_day = [body(1, Some(DAY), None)];
        assert!(in_charge(&last_day, Some(Uuid::from_u128(1).into()), DAY).is_some());
    }

    #[test]
    fn a_rule_says_how_many_must_be_there() {
        let validity = Validity::since(Day::of(2020, 1, 1));
        let blank = Body::named(Uuid::from_u128(1).into(), "Rådet", BodyKind::Council, validity);
        let needed =
            |rule, called| Body { quorum: rule, quorum_number: Some(3), ..blank.clone() }.needed(called);
        assert_eq!(needed(None, 8), None);
        assert_eq!(needed(Some(QuorumRule::MoreThanHalf), 8), Some(5));
        assert_eq!(needed(Some(QuorumRule::MoreThanHalf), 7), Some(4));
        assert_eq!(needed(Some(QuorumRule::Half), 7), Some(4));
        assert_eq!(needed(Some(QuorumRule::Half), 8), Some(4));
        assert_eq!(needed(Some(QuorumRule::TwoThirds), 8), Some(6));
        assert_eq!(needed(Some(QuorumRule::TwoThirds), 9), Some(6));
        assert_eq!(needed(Some(QuorumRule::Number), 8), Some(3));
    }
}
