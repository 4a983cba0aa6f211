//! `demo/volunteers.toml`, as it is written. What each key means stands in the file.

use serde::Deserialize;

#[derive(Deserialize)]
pub struct VolunteersFile {
    pub cv: Vec<CvEntry>,
    pub engagement: Vec<EngagementEntry>,
    pub plan: Vec<PlanEntry>,
    pub shift_event: Vec<ShiftEventEntry>,
    pub fulfilment: Vec<FulfilmentEntry>,
}

#[derive(Deserialize)]
pub struct CvEntry {
    pub volunteer: String,
    pub topics: Vec<String>,
    pub target_groups: Vec<String>,
    pub competences: Vec<String>,
    #[serde(default)]
    pub not_topics: Vec<String>,
    pub times: Vec<String>,
    pub rhythm: String,
    pub minutes_per_week: Option<i64>,
    pub reach_km: Option<i64>,
    pub transport: Option<String>,
    #[serde(default)]
    pub adult: bool,
    pub years: Option<i32>,
    pub since: Option<i64>,
    pub languages: Vec<String>,
    pub company: String,
    #[serde(default)]
    pub from_home: bool,
    pub about: String,
    pub consent_days_ago: Option<i64>,
    #[serde(default)]
    pub withdrawn: bool,
    #[serde(default)]
    pub hides: Vec<String>,
}

#[derive(Deserialize)]
pub struct EngagementEntry {
    pub volunteer: String,
    pub task: String,
    pub state: String,
    pub begun_days_ago: i64,
    pub yes: Option<String>,
    pub every: Option<i32>,
    pub on: Option<String>,
    pub hours_every_days: Option<i32>,
    pub minutes: Option<i64>,
    #[serde(default)]
    pub volunteer_can: String,
    #[serde(default)]
    pub volunteer_needs: String,
    #[serde(default)]
    pub place_can: String,
    #[serde(default)]
    pub place_sees: String,
    #[serde(default)]
    pub place_needs: String,
    pub ended_by: Option<String>,
    pub end_reason: Option<String>,
    #[serde(default)]
    pub thanks: String,
}

#[derive(Deserialize)]
pub struct PlanEntry {
    pub task: String,
    pub minimum: i64,
    pub wanted: i64,
}

#[derive(Deserialize)]
pub struct ShiftEventEntry {
    pub task: String,
    pub volunteer: Option<String>,
    pub nth: usize,
    pub what: String,
    #[serde(default)]
    pub confirmed: Vec<String>,
    #[serde(default)]
    pub reason: String,
}

#[derive(Deserialize)]
pub struct FulfilmentEntry {
    pub volunteer: String,
    pub task: String,
    pub what: String,
    pub state: String,
    pub because: Option<String>,
    pub days_ago: i64,
    pub valid_in_days: Option<i32>,
}
