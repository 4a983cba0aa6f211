//! Positions and who holds them: coordinator, key persons, local contacts, ambassadors.
//!
//! A position stands in a unit; persons hold it from–to, and deputies step in when the holder is
//! away. Nothing is overwritten: a new holder is a new appointment (RS-10).

use std::collections::HashSet;

use samskab_kernel::{
    Day, Id, Locale, Validity, codes,
    contact::{Email, Phone},
};
use samskab_store::Record;

use crate::{
    T,
    person::PersonId,
    unit::{Level, UnitId},
    vocabulary::Settings,
};

pub mod catalogue;
pub mod events;
pub mod rules;
pub mod store;

/// The mark of a position.
pub enum PositionMark {}
pub type PositionId = Id<PositionMark>;
/// The mark of somebody holding a position, or standing in for the holder.
pub enum AppointmentMark {}
pub type AppointmentId = Id<AppointmentMark>;
/// The mark of a time somebody is away.
pub enum AbsenceMark {}
pub type AbsenceId = Id<AbsenceMark>;
/// The mark of a reason why a unit has no local contact.
pub enum WaiverMark {}
pub type WaiverId = Id<WaiverMark>;

codes! {
    pub enum PositionKind {
        /// Runs the installation; not shown in the organisation chart.
        Administrator => "administrator",
        /// Den centrale frivillighedskoordinator (RS-15).
        CentralCoordinator => "central_coordinator",
        /// Referencedirektør (RS-19).
        ReferenceDirector => "reference_director",
        /// The leader of a unit, whom the coordinator may report to.
        UnitLeader => "unit_leader",
        /// Nøgleperson of an area (RS-16).
        KeyPerson => "key_person",
        /// Lokal kontaktperson of an institution (RS-18).
        LocalContact => "local_contact",
        /// Frivillighedsambassadør (VB-02).
        Ambassador => "ambassador",
        /// Several ambassadors together (VB-02).
        AmbassadorTeam => "ambassador_team",
    }
}

impl PositionKind {
    /// Whether a unit on this level may have such a position.
    pub const fn stands_on(self, level: Level) -> bool {
        match self {
            Self::Administrator | Self::ReferenceDirector => matches!(level, Level::Central),
            // In Ringkøbing-Skjern the coordinator works in a staff area (RS-15).
            Self::CentralCoordinator => !matches!(level, Level::Institution),
            Self::KeyPerson => matches!(level, Level::Department),
            Self::LocalContact => matches!(level, Level::Institution | Level::Department),
            Self::Ambassador | Self::AmbassadorTeam => matches!(level, Level::Institution),
            Self::UnitLeader => true,
        }
    }

    /// The name, in the municipality's own words where it has some.
    pub fn label(self, t: T, settings: &Settings, locale: Locale) -> String {
        let (concept, usual) = match self {
            Self::Administrator => ("administrator", t.position_kind_administrator()),
            Self::CentralCoordinator => ("coordinator", t.position_kind_central_coordinator()),
            Self::ReferenceDirector => ("reference_director", t.position_kind_reference_director()),
            Self::UnitLeader => ("unit_leader", t.position_kind_unit_leader()),
            Self::KeyPerson => ("key_person", t.position_kind_key_person()),
            Self::LocalContact => ("local_role", t.position_kind_local_contact()),
            Self::Ambassador => ("ambassador", t.position_kind_ambassador()),
            Self::AmbassadorTeam => ("ambassador_team", t.position_kind_ambassador_team()),
        };
        settings.word(concept, locale).unwrap_or(usual).to_owned()
    }

    /// Only a team has several holders at the same time.
    pub const fn has_several_holders(self) -> bool {
        matches!(self, Self::AmbassadorTeam)
    }

    /// Whether the public sees it.
    pub const fn is_public(self) -> bool {
        !matches!(self, Self::Administrator)
    }
}

codes! {
    /// As what somebody is appointed.
    pub enum Capacity {
        Holder => "holder",
        /// Stedfortræder: steps in while the holder is away.
        Deputy => "deputy",
    }
}

#[derive(Debug, Clone, PartialEq, Record)]
#[record(table = "position", alias = "p")]
pub struct Position {
    pub id: PositionId,
    #[record(column = "unit_id", fixed)]
    pub unit: UnitId,
    #[record(fixed)]
    pub kind: PositionKind,
    /// What the public sees: "Skolekonsulent og nøgleperson".
    #[record(fixed)]
    pub title: String,
    /// The part of the area's tasks that it covers (RS-16).
    pub share: String,
    /// Hours a week the area has set aside (RS-52).
    pub hours_per_week: Option<i64>,
    /// Whom the central coordinator reports to (RS-15).
    pub reports_to: Option<PositionId>,
    /// Space separated keys: what one can ask this position about (RS-38).
    pub topics: String,
    /// Shown instead of the holder's own.
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    #[record(flatten, fixed)]
    pub validity: Validity,
}

impl Position {
    pub fn new(
        id: PositionId,
        unit: UnitId,
        kind: PositionKind,
        title: impl Into<String>,
        from: Day,
    ) -> Self {
        Self {
            id,
            unit,
            kind,
            title: title.into(),
            share: String::new(),
            hours_per_week: None,
            reports_to: None,
            topics: String::new(),
            phone: None,
            email: None,
            validity: Validity::since(from),
        }
    }

    pub fn href(&self) -> String {
        format!("/stillinger/{}", self.id)
    }

    pub fn topics(&self) -> impl Iterator<Item = &str> {
        self.topics.split_whitespace()
    }
}

/// Somebody holds a position, or is deputy in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Appointment {
    pub id: AppointmentId,
    pub position: PositionId,
    pub person: PersonId,
    pub name: String,
    /// The position's, or else the person's own.
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    pub capacity: Capacity,
    pub validity: Validity,
    /// The last day of the absence that holds on the day asked for.
    pub away_until: Option<Day>,
}

/// A position with those who are appointed to it on one day.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    pub position: Position,
    /// The area's one contact to the central coordinator on that day (RS-17).
    pub is_liaison: bool,
    pub appointments: Vec<Appointment>,
}

impl Held {
    pub fn holders(&self) -> impl Iterator<Item = &Appointment> {
        self.appointments.iter().filter(|appointment| appointment.capacity == Capacity::Holder)
    }

    pub fn deputies(&self) -> impl Iterator<Item = &Appointment> {
        self.appointments.iter().filter(|appointment| appointment.capacity == Capacity::Deputy)
    }

    /// Who holds it, as a line of text; empty when nobody does.
    pub fn holder_names(&self) -> String {
        names(self.holders())
    }

    /// Who answers in it: those who hold it, or its deputies while nobody does.
    pub fn answering(&self) -> impl Iterator<Item = &Appointment> {
        let wanted = if self.is_vacant() { Capacity::Deputy } else { Capacity::Holder };
        self.appointments.iter().filter(move |appointment| appointment.capacity == wanted)
    }

    /// The names of the deputies.
    pub fn deputy_names(&self) -> String {
        names(self.deputies())
    }

    pub fn is_vacant(&self) -> bool {
        self.holders().next().is_none()
    }
}

impl Appointment {
    /// The name with what they are where that is not the usual: "Kirsten Skitse (stedfortræder)".
    pub fn called(&self, locale: Locale) -> String {
        match self.capacity {
            Capacity::Holder => self.name.clone(),
            Capacity::Deputy => deputy(&self.name, locale),
        }
    }
}

/// "Kirsten Skitse (stedfortræder)"
pub fn deputy(name: &str, locale: Locale) -> String {
    T(locale).position_deputy_called(name)
}

/// The people who answer, as a line of text that says who of them is a deputy.
pub fn called<'a>(answering: impl IntoIterator<Item = &'a Appointment>, locale: Locale) -> String {
    answering.into_iter().map(|one| one.called(locale)).collect::<Vec<_>>().join(", ")
}

/// Who these are, as a line of text: "Asta Prøvested, Malthe Skabelon".
/// Somebody with two of the positions stands there once.
pub fn names<'a>(appointments: impl Iterator<Item = &'a Appointment>) -> String {
    let mut seen = HashSet::new();
    let once = appointments.filter(|appointment| seen.insert(appointment.person));
    once.map(|appointment| appointment.name.as_str()).collect::<Vec<_>>().join(", ")
}

/// A time somebody is away. No reason is asked: that could be health.
#[derive(Debug, Clone, PartialEq, Record)]
#[record(table = "absence")]
pub struct Absence {
    pub id: AbsenceId,
    #[record(column = "person_id")]
    pub person: PersonId,
    pub first_day: Day,
    pub last_day: Day,
}

/// "A contact person is not appropriate here, because …" (RS-18).
#[derive(Debug, Clone, PartialEq, Record)]
#[record(table = "contact_waiver")]
pub struct Waiver {
    pub id: WaiverId,
    #[record(column = "unit_id")]
    pub unit: UnitId,
    pub reason: String,
    #[record(flatten)]
    pub validity: Validity,
}
