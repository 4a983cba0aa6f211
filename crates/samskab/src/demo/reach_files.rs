//! `demo/channels.toml`, as it is written. What each key means stands in the file.

use serde::Deserialize;

#[derive(Deserialize)]
pub struct ReachFile {
    pub channel: Vec<ChannelEntry>,
    pub proof: Vec<ProofEntry>,
    pub pupil: Vec<PupilEntry>,
    pub group: Vec<GroupEntry>,
    pub look: Vec<LookEntry>,
    pub declarations: DeclarationsEntry,
    pub invitation: Vec<InvitationEntry>,
    /// Tasks hardly anybody has seen.
    pub overlooked: Vec<String>,
}

#[derive(Deserialize)]
pub struct InvitationEntry {
    pub volunteer: String,
    pub task: String,
    pub by: String,
    pub message: String,
    pub state: String,
    pub reason: Option<String>,
    pub days_ago: i64,
}

#[derive(Deserialize)]
pub struct DeclarationsEntry {
    pub lacking: Vec<String>,
}

#[derive(Deserialize)]
pub struct ChannelEntry {
    pub code: Option<String>,
    #[serde(default)]
    pub name: String,
    pub kind: String,
    pub person: Option<String>,
    pub per_week: i64,
    pub interests: Vec<String>,
    #[serde(default = "in_use")]
    pub is_active: bool,
}

fn in_use() -> bool {
    true
}

#[derive(Deserialize)]
pub struct ProofEntry {
    pub volunteer: String,
    pub tasks: Vec<String>,
    pub learned: String,
    pub days_ago: i64,
    pub code: String,
}

#[derive(Deserialize)]
pub struct PupilEntry {
    pub volunteer: String,
    pub task: String,
    pub school: String,
    pub hours: i64,
    pub done_hours: i64,
    pub began_days_ago: i32,
    pub ends_in_days: i32,
}

#[derive(Deserialize)]
pub struct GroupEntry {
    pub volunteer: String,
    pub name: String,
    pub kind: String,
    pub persons: i64,
    pub youngest: Option<i64>,
}

#[derive(Deserialize)]
pub struct LookEntry {
    pub by: String,
    pub place: String,
    pub task: Option<String>,
    pub kind: String,
    pub days_ago: i64,
    pub at: Vec<String>,
}
