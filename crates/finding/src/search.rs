//! A search as it is carried out for a reader: what they meant, asked of the index.

use std::sync::Arc;

use samskab_kernel::{Day, Instant, TenantId, danish::fold};
use samskab_organisation::{
    place::{self, Place},
    unit,
};
use samskab_search::{Hits, Index, Matched, Near, Query, Sort};
use samskab_store::Connection;
use samskab_web::{Cx, Error, Result, form};

use super::{
    dates::Pulled,
    documents::KIND,
    filters::{Filters, Problem},
};
use crate::{T, known};
use samskab_taskbank::task::{Off, StateKind, TaskCard, TaskId};

/// The form's field for the words that were read as a date.
pub const READ: &str = "laest";

/// What the URL asks for, understood as of today.
#[derive(Clone)]
pub struct Search {
    pub filters: Filters,
    /// A date that was read out of the text.
    pub pulled: Option<Pulled>,
    /// The words of that date, or of the one read before: the form sends them along.
    pub read: String,
    pub problems: Vec<Problem>,
    pub today: Day,
    /// Every place of the municipality.
    pub places: Arc<[Place]>,
    pub near: Nearness,
}

/// The place that the reader wants to be near.
#[derive(Clone)]
pub enum Nearness {
    Anywhere,
    /// At a town or an institution we know, or where the browser says the reader is.
    At {
        name: String,
        point: (f64, f64),
    },
    /// A place we have never heard of.
    Unknown,
}

impl Search {
    /// Reads the URL. One query at most, for the places.
    pub async fn read(cx: &Cx, connection: &mut Connection) -> Result<Self> {
        Self::of_parameters(cx, connection, form::query(cx)).await
    }

    /// The same for an address that is stored somewhere. Runs at most one query, for the places.
    pub async fn of_parameters(
        cx: &Cx,
        connection: &mut Connection,
        parameters: Vec<(String, String)>,
    ) -> Result<Self> {
        let (filters, problems) = Filters::read(&parameters);
        let today = cx.now().day();
        let known = parameters.iter().find(|(name, _)| name == READ).map_or("", |(_, words)| words.as_str());
        let (filters, pulled) = filters.understand(today, known);
        let read = pulled.as_ref().map_or(known, |pulled| pulled.words.as_str()).to_owned();
        let places = known::places(cx, connection).await?;
        let near = nearness(connection, (cx.tenant.id, today), &filters, &places, T(cx.locale)).await?;
        Ok(Self { filters, pulled, read, problems, today, places, near })
    }

    /// A stored search, as of another day than the reader's. Runs one query, for the places.
    pub async fn kept(
        connection: &mut Connection,
        tenant: TenantId,
        filters: Filters,
        today: Day,
        t: T,
    ) -> samskab_store::Result<Self> {
        let places: Arc<[Place]> = place::all(connection, tenant).await?.into();
        let near = nearness(connection, (tenant, today), &filters, &places, t).await?;
        Ok(Self { filters, pulled: None, read: String::new(), problems: Vec::new(), today, places, near })
    }

    /// The question to the index, without counts and pages.
    pub fn query(&self, cx: &Cx) -> Query {
        self.query_for(cx, &self.filters)
    }

    /// The same with other choices, near the same place.
    pub fn query_for(&self, cx: &Cx, filters: &Filters) -> Query {
        self.question(cx.tenant.id, filters)
    }

    /// The same, without a reader.
    pub fn question(&self, tenant: TenantId, filters: &Filters) -> Query {
        let near = match &self.near {
            Nearness::At { point, .. } if filters.is_near_something() => {
                Some(Near { place: *point, within_km: filters.radius().map(f64::from) })
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
            ..Query::new(tenant.uuid())
        }
    }

    /// The newest tasks it finds, for somebody who is told of them: only exact matches of its words, and nothing
    /// where the place it is near does not exist.
    ///
    /// # Errors
    /// [`Error::Fault`] when the index fails.
    pub fn newest(&self, index: &Index, tenant: TenantId, limit: usize) -> Result<Vec<TaskId>> {
        if matches!(self.near, Nearness::Unknown) {
            return Ok(Vec::new());
        }
        let question = Query { sort: Sort::Newest, limit, ..self.question(tenant, &self.filters) };
        let hits = index.search(&question).map_err(|error| Error::Fault(error.to_string()))?;
        Ok(if hits.matched == Matched::SomeWords { Vec::new() } else { ids(&hits) })
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

/// A town or a postcode; else an institution by its name. One query more for what is no town.
async fn nearness(
    connection: &mut Connection,
    (tenant, today): (TenantId, Day),
    filters: &Filters,
    places: &[Place],
    t: T,
) -> samskab_store::Result<Nearness> {
    if let Some(spot) = filters.here {
        return Ok(Nearness::At { name: t.find_where_you_are().to_owned(), point: spot.point() });
    }
    if filters.near.is_empty() {
        return Ok(Nearness::Anywhere);
    }
    if let Some(place) = place::meant_by(places, &filters.near).first() {
        return Ok(Nearness::At { name: place.city.clone(), point: place.point() });
    }
    let units = unit::store::all(connection, tenant, today).await?;
    let asked = fold(&filters.near);
    let named = units.into_iter().filter_map(|unit| {
        let (name, point) = (fold(&unit.name), unit.place?);
        let rank =
            [name == asked, name.starts_with(&asked), name.contains(&asked)].iter().position(|fits| *fits)?;
        Some((rank, name.len(), Nearness::At { name: unit.name, point }))
    });
    // A name that is barely begun is none.
    let best = named.min_by_key(|(rank, length, _)| (*rank, *length)).filter(|_| asked.len() >= 3);
    Ok(best.map_or(Nearness::Unknown, |(_, _, near)| near))
}

/// # Errors
/// [`Error::Fault`] when the index fails.
pub fn ask(cx: &Cx, query: &Query) -> Result<Hits> {
    cx.services.index.search(query).map_err(|error| Error::Fault(error.to_string()))
}

/// The cards of what was found, in its order. A task that has closed since it was indexed is left out. The page may
/// be kept as long as the cards say the same. Runs at most four queries.
pub async fn cards(cx: &Cx, connection: &mut Connection, ids: &[TaskId]) -> Result<Vec<Arc<TaskCard>>> {
    let mut cards = known::cards(cx, connection, ids).await?;
    cards.retain(|card| {
        card.state == StateKind::Open && card.expires_at.is_none_or(|expires| expires > cx.now())
    });
    cx.keep_until(changes_at(&cards, cx.now()));
    Ok(cards)
}

/// When time alone next changes what a list of these says: a turn is over, a task is no longer offered, a day begins.
pub fn changes_at(cards: &[Arc<TaskCard>], now: Instant) -> Instant {
    let turns = cards.iter().flat_map(|card| card.time.next(now, 1, Off::NEVER)).map(|(_, end)| end);
    let offered = cards.iter().filter_map(|card| card.expires_at);
    turns.chain(offered).filter(|at| *at > now).fold(now.day().end(), Instant::min)
}

pub fn ids(hits: &Hits) -> Vec<TaskId> {
    hits.hits.iter().map(|hit| TaskId::from_uuid(hit.id)).collect()
}
