//! Positions and who holds them: coordinator, key persons, local contacts, ambassadors.
//!
//! A position stands in a unit; persons hold it from–to, and deputies step in when the holder is
//! away. Nothing is overwritten: a new holder is a new appointment (RS-10).

use samskab_kernel::{
    Day, Id, Locale, Validity, codes,
    contact::{Email, Phone},
};
use samskab_web::{Access, Routes};

use crate::{
    T,
    person::PersonId,
    preset::Settings,
    unit::{Level, UnitId},
};

mod add;
mod appoint;
pub mod catalogue;
mod coverage;
mod edit;
mod end;
pub mod events;
mod fields;
mod holiday;
mod liaison;
pub mod rules;
mod show;
pub mod store;
mod waiver;

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
        /// Runs the installation; stands in no chart.
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
    /// On which levels it may stand.
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

    /// In the municipality's own words where it has some.
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
    /// In which capacity somebody is appointed.
    pub enum Capacity {
        Holder => "holder",
        /// Stedfortræder: steps in while the holder is away.
        Deputy => "deputy",
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct Position {
    pub id: PositionId,
    pub unit: UnitId,
    pub kind: PositionKind,
    /// What the public sees: "Skolekonsulent og nøgleperson".
    pub title: String,
    /// Which part of the area's tasks (RS-16).
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

    pub fn is_vacant(&self) -> bool {
        self.holders().next().is_none()
    }
}

/// A time somebody is away. No reason is asked: that could be health.
#[derive(Debug, Clone, PartialEq)]
pub struct Absence {
    pub id: AbsenceId,
    pub person: PersonId,
    pub first_day: Day,
    pub last_day: Day,
}

/// "A contact person is not appropriate here, because …" (RS-18).
#[derive(Debug, Clone, PartialEq)]
pub struct Waiver {
    pub id: WaiverId,
    pub unit: UnitId,
    pub reason: String,
    pub validity: Validity,
}

/// Pages about positions, holidays and coverage.
pub fn routes() -> Routes {
    Routes::new()
        .get("/stillinger/{id}", Access::Public, show::show)
        .get("/enheder/{id}/stillinger/ny", Access::Decided, add::new)
        .post("/enheder/{id}/stillinger/ny", Access::Decided, add::create)
        .get("/stillinger/{id}/rediger", Access::Decided, edit::edit)
        .post("/stillinger/{id}/rediger", Access::Decided, edit::save)
        .get("/stillinger/{id}/udnaevnelse", Access::Decided, appoint::ask)
        .post("/stillinger/{id}/udnaevnelse", Access::Decided, appoint::appoint)
        .get("/stillinger/{id}/nedlaeggelse", Access::Decided, end::ask)
        .post("/stillinger/{id}/nedlaeggelse", Access::Decided, end::end)
        .get("/stillinger/{id}/udnaevnelser/{appointment}/ophoer", Access::Decided, end::ask_appointment)
        .post("/stillinger/{id}/udnaevnelser/{appointment}/ophoer", Access::Decided, end::end_appointment)
        .post("/stillinger/{id}/kontakt-til-koordinator", Access::Decided, liaison::make)
        .get("/enheder/{id}/uden-kontaktperson", Access::Decided, waiver::ask)
        .post("/enheder/{id}/uden-kontaktperson", Access::Decided, waiver::waive)
        .post("/enheder/{id}/uden-kontaktperson/ophoer", Access::Decided, waiver::end)
        .get("/organisation/daekning", Access::Decided, coverage::show)
        .get("/min-ferie", Access::SignedIn, holiday::show)
}
