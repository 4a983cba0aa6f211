//! The person who offers help.

use samskab_kernel::Id;

use crate::{Company, Competences, Languages, OpeningId, Place, Requirements, Slots, TargetGroups, Topics};

/// Which volunteer; the caller's own id, or a pseudonym of it.
pub type VolunteerId = Id<Volunteer>;

/// A volunteer's CV as far as they share it for matching. What they did not say has its default, and counts neither
/// for nor against; only [`Age`] and `has_licence` fail closed where a task asks for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Volunteer {
    pub id: VolunteerId,
    pub age: Age,
    /// What they like to do.
    pub interests: Topics,
    /// For whom they like to do it.
    pub target_groups: TargetGroups,
    pub competences: Competences,
    /// What they would rather not do; a task with any of it is not shown.
    pub never_topics: Topics,
    /// For whom they would rather not; likewise.
    pub never_target_groups: TargetGroups,
    /// Empty: not told.
    pub languages: Languages,
    /// They said they have a driving licence.
    pub has_licence: bool,
    pub rhythm: Rhythm,
    /// Empty: not told.
    pub availability: Slots,
    /// How many minutes a week they would like to give. `None`: not told.
    pub minutes_a_week: Option<u16>,
    pub place: Option<Place>,
    /// How far they would go, in km. `None`: not told, and no task is too far.
    pub reach_km: Option<u16>,
    pub transport: Transport,
    /// Whether they want tasks done from home. `None`: not told.
    pub from_home: Option<bool>,
    pub company: Company,
    /// What is in order already.
    pub fulfilled: Requirements,
    /// Tasks that an assessed requirement says they may not take.
    pub refused: Vec<OpeningId>,
    /// Tasks they are already in contact with: interested, invited, active, or ended.
    pub in_contact: Vec<OpeningId>,
    /// They asked to be left alone for a while.
    pub is_paused: bool,
}

impl Volunteer {
    /// A volunteer about whom nothing is known.
    pub fn new(id: VolunteerId) -> Self {
        Self {
            id,
            age: Age::Unknown,
            interests: Topics::EMPTY,
            target_groups: TargetGroups::EMPTY,
            competences: Competences::EMPTY,
            never_topics: Topics::EMPTY,
            never_target_groups: TargetGroups::EMPTY,
            languages: Languages::EMPTY,
            has_licence: false,
            rhythm: Rhythm::Either,
            availability: Slots::EMPTY,
            minutes_a_week: None,
            place: None,
            reach_km: None,
            transport: Transport::Unknown,
            from_home: None,
            company: Company::Either,
            fulfilled: Requirements::EMPTY,
            refused: Vec::new(),
            in_contact: Vec::new(),
            is_paused: false,
        }
    }
}

/// Used for a task's minimum age and for nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Age {
    Unknown,
    Years(u8),
}

/// Once, or again and again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    Once,
    Regular,
    /// Both are fine, or not told.
    Either,
}

/// How one gets about; it says how far is far when no reach is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transport {
    Unknown,
    Foot,
    Bicycle,
    /// Bus and train.
    Public,
    Car,
}

impl Transport {
    /// The distance, in km, that is about as far as one goes.
    pub const fn usual_reach_km(self) -> u16 {
        match self {
            Self::Foot => 3,
            Self::Bicycle => 8,
            Self::Public | Self::Unknown => 15,
            Self::Car => 25,
        }
    }
}
