//! The files in `demo/`, as they are written. What each key means stands at the top of each file.

use super::{reach_files::ReachFile, volunteer_files::VolunteersFile};
use serde::{Deserialize, de::DeserializeOwned};

/// The whole town, read from the binary itself.
pub struct Files {
    pub town: TownFile,
    pub units: Vec<UnitEntry>,
    pub people: Vec<PersonEntry>,
    pub positions: PositionsFile,
    pub associations: Vec<AssociationEntry>,
    pub tasks: Vec<TaskEntry>,
    pub interests: InterestsFile,
    pub volunteers: VolunteersFile,
    pub reach: ReachFile,
}

impl Files {
    pub fn read() -> anyhow::Result<Self> {
        Ok(Self {
            town: file("town.toml", include_str!("../../demo/town.toml"))?,
            units: file::<Units>("units.toml", include_str!("../../demo/units.toml"))?.unit,
            people: file::<People>("people.toml", include_str!("../../demo/people.toml"))?.person,
            positions: file("positions.toml", include_str!("../../demo/positions.toml"))?,
            associations: file::<Associations>(
                "associations.toml",
                include_str!("../../demo/associations.toml"),
            )?
            .association,
            tasks: file::<Tasks>("tasks.toml", include_str!("../../demo/tasks.toml"))?.task,
            interests: file("interests.toml", include_str!("../../demo/interests.toml"))?,
            volunteers: file("volunteers.toml", include_str!("../../demo/volunteers.toml"))?,
            reach: file("channels.toml", include_str!("../../demo/channels.toml"))?,
        })
    }
}

fn file<F: DeserializeOwned>(name: &str, text: &str) -> anyhow::Result<F> {
    toml::from_str(text).map_err(|error| anyhow::anyhow!("demo/{name}: {error}"))
}

#[derive(Deserialize)]
struct Units {
    unit: Vec<UnitEntry>,
}
#[derive(Deserialize)]
struct People {
    person: Vec<PersonEntry>,
}
#[derive(Deserialize)]
struct Associations {
    association: Vec<AssociationEntry>,
}
#[derive(Deserialize)]
struct Tasks {
    task: Vec<TaskEntry>,
}

#[derive(Deserialize)]
pub struct TownFile {
    pub municipality: Municipality,
    pub place: Vec<PlaceEntry>,
    /// Our own drawing, handed on as it is.
    pub map: serde_json::Value,
    pub demo_sign_in: Vec<SignInEntry>,
}

#[derive(Deserialize)]
pub struct Municipality {
    pub key: String,
    pub name: String,
    pub code: String,
    pub preset: String,
    pub slogan: String,
    pub welcome: String,
    pub address: String,
    pub phone: String,
    pub email: String,
    pub promise_days: u32,
    pub primary_colour: String,
}

#[derive(Deserialize)]
pub struct PlaceEntry {
    pub postcode: String,
    pub city: String,
    pub lat: f64,
    pub lon: f64,
}

#[derive(Deserialize)]
pub struct SignInEntry {
    pub person: Option<String>,
    pub volunteer: Option<String>,
    pub shows: String,
}

#[derive(Deserialize)]
pub struct UnitEntry {
    pub key: String,
    pub name: String,
    pub kind: String,
    pub parent: Option<String>,
    pub valid_from: String,
    pub valid_to: Option<String>,
    pub successor: Option<String>,
    #[serde(default)]
    pub history: Vec<UnitHistory>,
    #[serde(default)]
    pub address: String,
    #[serde(default)]
    pub postcode: String,
    pub phone: Option<String>,
    pub email: Option<String>,
    #[serde(default)]
    pub visiting: String,
    #[serde(default)]
    pub about: String,
}

#[derive(Deserialize)]
pub struct UnitHistory {
    pub valid_from: String,
    pub valid_to: String,
    pub name: String,
    pub parent: Option<String>,
}

#[derive(Deserialize)]
pub struct PersonEntry {
    pub key: String,
    pub name: String,
    pub email: String,
    pub phone: Option<String>,
}

#[derive(Deserialize)]
pub struct PositionsFile {
    pub position: Vec<PositionEntry>,
    #[serde(default)]
    pub deputy: Vec<DeputyEntry>,
    #[serde(default)]
    pub absence: Vec<AbsenceEntry>,
    #[serde(default)]
    pub not_appropriate: Vec<WaiverEntry>,
}

#[derive(Deserialize)]
pub struct PositionEntry {
    pub key: String,
    pub role: String,
    pub unit: String,
    pub title: String,
    pub person: String,
    pub valid_from: String,
    pub valid_to: Option<String>,
    #[serde(default)]
    pub liaison: bool,
    #[serde(default)]
    pub share: String,
    pub hours_per_week: Option<i64>,
    #[serde(default)]
    pub topics: Vec<String>,
    pub reports_to: Option<String>,
}

#[derive(Deserialize)]
pub struct DeputyEntry {
    pub position: String,
    pub person: String,
}

#[derive(Deserialize)]
pub struct AbsenceEntry {
    pub person: String,
    pub from_day_offset: i32,
    pub to_day_offset: i32,
}

#[derive(Deserialize)]
pub struct WaiverEntry {
    pub unit: String,
    pub valid_from: String,
    pub reason: String,
}

#[derive(Deserialize)]
pub struct AssociationEntry {
    pub key: String,
    pub name: String,
    pub kind: String,
    pub theme: String,
    #[serde(default)]
    pub topics: Vec<String>,
    #[serde(default)]
    pub target_groups: Vec<String>,
    pub cvr: Option<String>,
    #[serde(default)]
    pub parent_organisation: String,
    pub about: String,
    #[serde(default)]
    pub address: String,
    pub postcode: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub website: Option<String>,
    #[serde(default)]
    pub folkeoplysende: bool,
    pub members: Option<i64>,
    pub founded: Option<i64>,
    pub state: String,
    pub registered_days_ago: i64,
    pub contacts: Vec<ContactEntry>,
}

#[derive(Deserialize)]
pub struct ContactEntry {
    pub person: String,
    pub role: String,
}

#[derive(Deserialize)]
pub struct TaskEntry {
    pub key: String,
    pub unit: Option<String>,
    pub association: Option<String>,
    pub title: String,
    pub summary: String,
    #[serde(default)]
    pub does: Vec<String>,
    #[serde(default)]
    pub boundary_staff: String,
    #[serde(default)]
    pub boundary_volunteers: String,
    #[serde(default)]
    pub boundary_grey: String,
    #[serde(default)]
    pub offer: String,
    #[serde(default)]
    pub expect: String,
    pub theme: String,
    #[serde(default)]
    pub topics: Vec<String>,
    #[serde(default)]
    pub target_groups: Vec<String>,
    pub when: WhenEntry,
    pub remote: String,
    #[serde(default)]
    pub venue: String,
    #[serde(default)]
    pub address: String,
    pub postcode: Option<String>,
    pub places: Option<i64>,
    pub min_age: Option<i64>,
    #[serde(default)]
    pub requirements: Vec<String>,
    pub insurance: String,
    pub through: String,
    pub approach: Option<String>,
    #[serde(default)]
    pub approach_reason_challenge: String,
    #[serde(default)]
    pub approach_reason_parties: String,
    #[serde(default)]
    pub approach_other: String,
    #[serde(default)]
    pub languages: Vec<String>,
    pub company: Option<String>,
    #[serde(default)]
    pub accessibility: String,
    pub contact: Option<String>,
    #[serde(default)]
    pub channels: Vec<String>,
    pub state: String,
    #[serde(default)]
    pub state_reason: String,
    pub created_days_ago: i64,
    pub published_days_ago: Option<i64>,
    pub expires_in_days: Option<i64>,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum WhenEntry {
    OneOff {
        weekday: Option<String>,
        #[serde(default)]
        week: i32,
        day_offset: Option<i32>,
        start: String,
        minutes: i64,
    },
    Weekly {
        weekdays: Vec<String>,
        start: String,
        minutes: i64,
        until_day: Option<i32>,
    },
    Flexible {
        hours_per_week: Option<i64>,
        #[serde(default)]
        note: String,
    },
}

#[derive(Deserialize)]
pub struct InterestsFile {
    pub volunteer: Vec<VolunteerEntry>,
    pub interest: Vec<InterestEntry>,
}

#[derive(Deserialize)]
pub struct VolunteerEntry {
    pub key: String,
    pub name: String,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub postcode: Option<String>,
    pub language: String,
}

#[derive(Deserialize)]
pub struct InterestEntry {
    pub volunteer: String,
    pub task: String,
    pub state: String,
    pub entered_by: Option<String>,
    pub days_ago: i64,
    pub time: String,
    #[serde(default)]
    pub message: String,
    pub heard_from: Option<String>,
    pub answered_days_ago: Option<i64>,
    pub answered_by: Option<String>,
    #[serde(default)]
    pub answer: String,
    pub withdrawn_days_ago: Option<i64>,
    #[serde(default)]
    pub withdraw_reason: String,
    pub persons: Option<i64>,
}
