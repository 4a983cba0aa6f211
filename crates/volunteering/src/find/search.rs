//! A search as it is carried out for a reader: what they meant, asked of the index.

use samskab_kernel::Day;
use samskab_organisation::place::{self, Place};
use samskab_search::{Hits, Near, Query};
use samskab_store::Connection;
use samskab_web::{Cx, Error, Result, form};

use super::{
    dates::Pulled,
    documents::KIND,
    filters::{Filters, Problem},
};
use crate::{
    T,
    task::{StateKind, TaskCard, TaskId, store},
};

/// The form's field for the words that were read as a date.
pub const READ: &str = "laest";

/// What the URL asks for, understood as of today.
pub struct Search {
    pub filters: Filters,
    /// A date that was read out of the text.
    pub pulled: Option<Pulled>,
    /// The words of that date, or of the one read before: the form sends them along.
    pub read: String,
    pub problems: Vec<Problem>,
    pub today: Day,
    /// Every place of the municipality.
    pub places: Vec<Place>,
    pub near: Nearness,
}

/// Where the reader wants to be.
pub enum Nearness {
    Anywhere,
    /// At a place we know, or where the browser says the reader is.
    At {
        name: String,
        point: (f64, f64),
    },
    /// A place we have never heard of.
    Unknown,
}

impl Search {
    /// Reads the URL. One query, for the places.
    pub async fn read(cx: &Cx, connection: &mut Connection) -> Result<Self> {
        let parameters: Vec<(String, String)> = form::query(cx);
        let (filters, problems) = Filters::read(&parameters);
        let today = cx.now().day();
        let known = parameters.iter().find(|(name, _)| name == READ).map_or("", |(_, words)| words.as_str());
        let (filters, pulled) = filters.understand(today, known);
        let read = pulled.as_ref().map_or(known, |pulled| pulled.words.as_str()).to_owned();
        let places = place::all(connection, cx.tenant.id).await?;
        let near = nearness(&filters, &places, T(cx.locale));
        Ok(Self { filters, pulled, read, problems, today, places, near })
    }

    /// The question to the index, without counts and pages.
    pub fn query(&self, cx: &Cx) -> Query {
        self.query_for(cx, &self.filters)
    }

    /// The same with other choices, near the same place.
    pub fn query_for(&self, cx: &Cx, filters: &Filters) -> Query {
        let near = match &self.near {
            Nearness::At { point, .. } if filters.is_near_something() => {
                Some(Near { place: *point, within_km: filters.within_km.map(f64::from) })
            }
            _ => None,
        };
        Query {
            kind: Some(KIND),
            text: filters.text.clone(),
            facets: filters.chosen.iter().map(|(facet, values)| (facet.name(), values.clone())).collect(),
            days: filters.when.map(|when| when.numbers(self.today)),
            near,
            sort: filters.order_used().sort(),
            ..Query::new(cx.tenant.id.uuid())
        }
    }

    /// How many the same search with other choices would find.
    pub fn count(&self, cx: &Cx, filters: &Filters) -> Result<usize> {
        Ok(ask(cx, &Query { limit: 0, ..self.query_for(cx, filters) })?.total)
    }

    /// The name of a town, if it is one of ours.
    pub fn town(&self, postcode: &str) -> Option<&str> {
        self.places.iter().find(|place| place.postcode.as_str() == postcode).map(|place| place.city.as_str())
    }
}

fn nearness(filters: &Filters, places: &[Place], t: T) -> Nearness {
    if let Some(spot) = filters.here {
        return Nearness::At { name: t.find_where_you_are().to_owned(), point: spot.point() };
    }
    if filters.near.is_empty() {
        return Nearness::Anywhere;
    }
    match place::meant_by(places.to_vec(), &filters.near).into_iter().next() {
        Some(place) => Nearness::At { name: place.city.clone(), point: place.point() },
        None => Nearness::Unknown,
    }
}

/// # Errors
/// [`Error::Fault`] when the index fails.
pub fn ask(cx: &Cx, query: &Query) -> Result<Hits> {
    cx.services.index.search(query).map_err(|error| Error::Fault(error.to_string()))
}

/// The cards of what was found, in its order. One query. What is no longer open since it was indexed is left out.
pub async fn cards(cx: &Cx, connection: &mut Connection, ids: &[TaskId]) -> Result<Vec<TaskCard>> {
    let mut cards = store::cards(connection, cx.tenant.id, ids, cx.now().day()).await?;
    cards.retain(|card| {
        card.state == StateKind::Open && card.expires_at.is_none_or(|expires| expires > cx.now())
    });
    Ok(cards)
}

pub fn ids(hits: &Hits) -> Vec<TaskId> {
    hits.hits.iter().map(|hit| TaskId::from_uuid(hit.id)).collect()
}
