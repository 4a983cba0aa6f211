//! A task as lists show it: little enough to read twenty of them for a page.

use samskab_kernel::{
    Instant,
    contact::{Phone, Postcode},
};
use samskab_organisation::{
    answering::Poster,
    association::{AssociationId, Theme},
    unit::UnitId,
};

use super::{
    Company, Language, Remote, Requirement, StateKind, TaskId, Time,
    store::{TimeColumns, listed, poster, words},
};

#[derive(Debug, Clone, PartialEq)]
pub struct TaskCard {
    pub id: TaskId,
    pub title: String,
    pub summary: String,
    pub poster: Poster,
    pub poster_name: String,
    pub poster_phone: Option<Phone>,
    pub theme: Theme,
    pub topics: Vec<String>,
    pub target_groups: Vec<String>,
    pub remote: Remote,
    pub venue: String,
    pub address: String,
    pub postcode: Option<Postcode>,
    pub city: String,
    /// Latitude and longitude in degrees (WGS 84).
    pub place: Option<(f64, f64)>,
    pub time: Time,
    pub places: Option<i64>,
    pub languages: Vec<Language>,
    pub company: Company,
    pub min_age: Option<i64>,
    pub requirements: Vec<Requirement>,
    pub competences: Vec<String>,
    pub state: StateKind,
    pub published_at: Option<Instant>,
    pub expires_at: Option<Instant>,
    pub updated_at: Instant,
}

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    pub id: TaskId,
    unit_id: Option<UnitId>,
    association_id: Option<AssociationId>,
    title: String,
    summary: String,
    theme: Theme,
    topics: String,
    target_groups: String,
    remote: Remote,
    venue: String,
    address: String,
    postcode: String,
    city: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    #[sqlx(flatten)]
    time: TimeColumns,
    places: Option<i64>,
    languages: String,
    alone_or_group: Company,
    min_age: Option<i64>,
    requirements: String,
    competences: String,
    state: StateKind,
    published_at: Option<Instant>,
    expires_at: Option<Instant>,
    updated_at: Instant,
    poster_name: String,
    poster_phone: Option<Phone>,
}

impl From<Row> for TaskCard {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            title: row.title,
            summary: row.summary,
            poster: poster(row.unit_id, row.association_id),
            poster_name: row.poster_name,
            poster_phone: row.poster_phone,
            theme: row.theme,
            topics: words(&row.topics),
            target_groups: words(&row.target_groups),
            remote: row.remote,
            venue: row.venue,
            address: row.address,
            postcode: row.postcode.parse().ok(),
            city: row.city,
            place: row.latitude.zip(row.longitude),
            time: row.time.into(),
            places: row.places,
            languages: listed(&row.languages),
            company: row.alone_or_group,
            min_age: row.min_age,
            requirements: listed(&row.requirements),
            competences: words(&row.competences),
            state: row.state,
            published_at: row.published_at,
            expires_at: row.expires_at,
            updated_at: row.updated_at,
        }
    }
}
