//! The hard conditions. A pair that fails one is never shown, whatever it would score.

use serde::{Deserialize, Serialize};

use crate::{
    Age, Languages, Opening, Remote, Requirements, Slots, TargetGroups, Topics, Volunteer,
    row::{OpeningRow, VolunteerRow},
};

/// Why a volunteer is not shown a task, with what it takes to say so and to name the next step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "gate", rename_all = "snake_case")]
pub enum Gate {
    /// The volunteer asked to be left alone.
    Paused,
    AlreadyInContact,
    /// An assessed requirement says that they may not take this task.
    Refused,
    /// The minimum age in years.
    TooYoung {
        age: u8,
        asks: u8,
    },
    /// Their age is not told, and the task asks for one (years).
    AgeUnknown {
        asks: u8,
    },
    NoLicence,
    /// Requirements that must be met already and are not.
    Lacks {
        requirements: Requirements,
    },
    /// What the volunteer would rather not do.
    Never {
        topics: Topics,
        target_groups: TargetGroups,
    },
    Full {
        places: u16,
    },
    /// It is done from home, and they want to get out.
    NotFromHome,
    /// The languages one gets by with at the task.
    NoCommonLanguage {
        asks: Languages,
    },
    /// The times at which the task is done.
    NotAtThoseTimes {
        asks: Slots,
    },
    /// Metres as the crow flies, and how many km the volunteer would go.
    TooFar {
        metres: u32,
        reach_km: u16,
    },
}

macro_rules! kinds {
    ($($kind:ident),* $(,)?) => {
        /// A [`Gate`] without its data: what is counted.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum GateKind { $($kind),* }

        impl GateKind {
            pub const ALL: [Self; [$(Self::$kind),*].len()] = [$(Self::$kind),*];
        }

        impl Gate {
            pub const fn kind(self) -> GateKind {
                match self { $(Self::$kind { .. } => GateKind::$kind),* }
            }
        }
    };
}

kinds! {
    Paused, AlreadyInContact, Refused, TooYoung, AgeUnknown, NoLicence, Lacks, Never, Full, NotFromHome,
    NoCommonLanguage, NotAtThoseTimes, TooFar,
}

/// The gates a pair fails, one bit each in the order of [`GateKind::ALL`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Failed(pub u16);

impl Failed {
    /// Adds the gate if it is closed. Without a branch: this runs for every pair.
    pub const fn or(self, kind: GateKind, is_closed: bool) -> Self {
        Self(self.0 | (is_closed as u16) << kind as u16)
    }

    pub const fn has(self, kind: GateKind) -> bool {
        self.0 >> kind as u16 & 1 == 1
    }

    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    /// The gate, if only one is closed.
    pub fn only(self) -> Option<GateKind> {
        (self.0.count_ones() == 1).then(|| GateKind::ALL[self.0.trailing_zeros() as usize])
    }

    pub fn iter(self) -> impl Iterator<Item = GateKind> {
        GateKind::ALL.into_iter().filter(move |kind| self.has(*kind))
    }
}

/// Every closed gate between the two, in the order in which it is best told. Empty: the task may be shown.
pub fn gates(volunteer: &Volunteer, opening: &Opening) -> Vec<Gate> {
    failed(volunteer, opening).iter().map(|kind| gate(kind, volunteer, opening)).collect()
}

pub(crate) fn failed(volunteer: &Volunteer, opening: &Opening) -> Failed {
    VolunteerRow::gates_only(volunteer)
        .failed(&OpeningRow::new(opening))
        .or(GateKind::AlreadyInContact, volunteer.in_contact.contains(&opening.id))
        .or(GateKind::Refused, volunteer.refused.contains(&opening.id))
}

/// A closed gate with its data.
pub(crate) fn gate(kind: GateKind, volunteer: &Volunteer, opening: &Opening) -> Gate {
    let asks = opening.min_age.unwrap_or_default();
    match kind {
        GateKind::Paused => Gate::Paused,
        GateKind::AlreadyInContact => Gate::AlreadyInContact,
        GateKind::Refused => Gate::Refused,
        GateKind::AgeUnknown => Gate::AgeUnknown { asks },
        GateKind::TooYoung => match volunteer.age {
            Age::Years(age) => Gate::TooYoung { age, asks },
            Age::Unknown => Gate::AgeUnknown { asks },
        },
        GateKind::NoLicence => Gate::NoLicence,
        GateKind::Lacks => Gate::Lacks { requirements: opening.needs_already.without(volunteer.fulfilled) },
        GateKind::Never => Gate::Never {
            topics: volunteer.never_topics.common(opening.topics),
            target_groups: volunteer.never_target_groups.common(opening.target_groups),
        },
        GateKind::Full => Gate::Full { places: opening.places.unwrap_or_default() },
        GateKind::NotFromHome => Gate::NotFromHome,
        GateKind::NoCommonLanguage => Gate::NoCommonLanguage { asks: opening.languages },
        GateKind::NotAtThoseTimes => Gate::NotAtThoseTimes { asks: opening.time.slots() },
        GateKind::TooFar => {
            let metres = volunteer.place.zip(opening.place).map_or(0, |(from, to)| from.metres_to(to));
            Gate::TooFar { metres, reach_km: volunteer.reach_km.unwrap_or_default() }
        }
    }
}

/// A task done from home asks nobody to get anywhere.
pub(crate) fn asks_to_get_there(opening: &Opening) -> bool {
    opening.remote != Remote::Remote
}
