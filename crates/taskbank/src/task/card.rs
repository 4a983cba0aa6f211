//! A task as lists show it: little enough to read twenty of them for a page.

use samskab_kernel::{
    Instant,
    contact::{Phone, Postcode},
    holiday::ClosingDays,
};
use samskab_organisation::{
    answering::{Poster, PosterColumns},
    association::Theme,
    person::PersonId,
};
use samskab_store::Row;

use super::{
    Company, Language, Off, Remote, Requirement, StateKind, TaskId, Time,
    poster::{POSTER_NAME, POSTER_PHONE},
    store::{TAKEN, TimeColumns},
};

#[derive(Debug, Clone, PartialEq, Row)]
#[record(table = "task", alias = "t")]
pub struct TaskCard {
    pub id: TaskId,
    pub title: String,
    pub summary: String,
    #[record(flatten = PosterColumns)]
    pub poster: Poster,
    #[record(sql = POSTER_NAME)]
    pub poster_name: String,
    #[record(sql = POSTER_PHONE)]
    pub poster_phone: Option<Phone>,
    #[record(column = "contact_person_id")]
    pub contact: Option<PersonId>,
    /// Whom to call about it, where it was read to be shown ([`super::store::cards_to_show`]).
    #[record(sql = "cast(null as text)")]
    pub phone: Option<Phone>,
    pub theme: Theme,
    #[record(words)]
    pub topics: Vec<String>,
    #[record(words)]
    pub target_groups: Vec<String>,
    pub remote: Remote,
    pub venue: String,
    pub address: String,
    #[record(blank)]
    pub postcode: Option<Postcode>,
    pub city: String,
    /// Latitude and longitude in degrees (WGS 84).
    #[record(pair("latitude", "longitude"))]
    pub place: Option<(f64, f64)>,
    #[record(flatten = TimeColumns)]
    pub time: Time,
    pub keeps_closed_days: bool,
    /// How many are wanted; `None`: as many as come.
    pub places: Option<i64>,
    /// How many places are given away.
    #[record(sql = TAKEN)]
    pub taken: i64,
    #[record(words)]
    pub languages: Vec<Language>,
    #[record(column = "alone_or_group")]
    pub company: Company,
    pub min_age: Option<i64>,
    #[record(words)]
    pub requirements: Vec<Requirement>,
    #[record(words)]
    pub competences: Vec<String>,
    pub state: StateKind,
    pub published_at: Option<Instant>,
    pub expires_at: Option<Instant>,
    pub updated_at: Instant,
}

impl TaskCard {
    /// The days on which it is not done although it comes again.
    pub fn off<'a>(&self, closing: &'a ClosingDays) -> Off<'a> {
        Off::of(self.keeps_closed_days, closing)
    }
}
