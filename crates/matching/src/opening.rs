//! The task that needs somebody.

use samskab_kernel::{Day, Id};
use uuid::Uuid;

use crate::{Competences, Languages, Place, Requirements, Slots, TargetGroups, Topics};

/// Which task.
pub type OpeningId = Id<Opening>;

/// An open task, as far as matching needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    pub id: OpeningId,
    /// The unit or association that posts it.
    pub organiser: Uuid,
    pub district: Option<Uuid>,
    pub theme: Option<Uuid>,
    pub topics: Topics,
    pub target_groups: TargetGroups,
    /// Competences it would be good to have. A wish: it excludes nobody.
    pub competences: Competences,
    /// Minimum age in years.
    pub min_age: Option<u8>,
    pub needs_licence: bool,
    /// Requirements that must be met already; who lacks any of them is not shown the task.
    pub needs_already: Requirements,
    /// Requirements that can be arranged afterwards: told as "you will need …", they exclude nobody.
    pub needs_later: Requirements,
    pub time: Time,
    pub place: Option<Place>,
    pub remote: Remote,
    /// The languages one gets by with, any of them. Empty: all.
    pub languages: Languages,
    pub company: Company,
    /// How many volunteers are wanted. `None`: as many as come.
    pub places: Option<u16>,
    /// How many of the places are filled.
    pub taken: u16,
    /// How many volunteers it has met already: interested, invited and accepted. Those who came by a link of their
    /// own count too, because they use capacity as well.
    pub connections: u16,
    /// When somebody last showed interest, in whatever way.
    pub met_last: Option<Day>,
    pub responsiveness: Responsiveness,
    pub open_since: Day,
    /// How often it was in somebody's list during the last four weeks.
    pub exposures: u32,
}

impl Opening {
    /// A task that asks for nothing.
    pub fn new(id: OpeningId, organiser: Uuid, open_since: Day) -> Self {
        Self {
            id,
            organiser,
            district: None,
            theme: None,
            topics: Topics::EMPTY,
            target_groups: TargetGroups::EMPTY,
            competences: Competences::EMPTY,
            min_age: None,
            needs_licence: false,
            needs_already: Requirements::EMPTY,
            needs_later: Requirements::EMPTY,
            time: Time::Flexible { minutes_a_week: None },
            place: None,
            remote: Remote::OnSite,
            languages: Languages::EMPTY,
            company: Company::Either,
            places: None,
            taken: 0,
            connections: 0,
            met_last: None,
            responsiveness: Responsiveness::default(),
            open_since,
            exposures: 0,
        }
    }
}

/// When it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Time {
    /// Once, on a day.
    OneOff { day: Day, slots: Slots },
    /// Every week; whoever can come at one of the times is welcome.
    Weekly { slots: Slots, minutes_a_week: Option<u16> },
    /// When it suits the volunteer.
    Flexible { minutes_a_week: Option<u16> },
}

impl Time {
    /// Empty when it is flexible.
    pub const fn slots(self) -> Slots {
        match self {
            Self::OneOff { slots, .. } | Self::Weekly { slots, .. } => slots,
            Self::Flexible { .. } => Slots::EMPTY,
        }
    }

    /// Minutes a week that it takes, where that is known.
    pub const fn minutes_a_week(self) -> Option<u16> {
        match self {
            Self::Weekly { minutes_a_week, .. } | Self::Flexible { minutes_a_week } => minutes_a_week,
            Self::OneOff { .. } => None,
        }
    }
}

/// Where it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remote {
    OnSite,
    /// Partly from home; one must still be able to get there.
    Partly,
    /// From home altogether.
    Remote,
}

/// How an organiser has answered those who wrote, counted over the last year.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Responsiveness {
    /// How many wrote long enough ago to have had an answer.
    pub asked: u32,
    /// How many of them got one; at most `asked`.
    pub answered: u32,
    /// Tenths of a day from question to answer, summed over those answered.
    pub waited: u32,
}

impl Responsiveness {
    /// All organisers together: what is usual in the municipality.
    pub fn total(all: impl IntoIterator<Item = Self>) -> Self {
        all.into_iter().fold(Self::default(), |sum, one| Self {
            asked: sum.asked.saturating_add(one.asked),
            answered: sum.answered.saturating_add(one.answered),
            waited: sum.waited.saturating_add(one.waited),
        })
    }
}

/// Alone or with others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Company {
    Alone,
    Group,
    /// Both are fine, or it was not said.
    Either,
}
