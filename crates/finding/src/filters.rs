//! What somebody searches for, as it stands in the URL. Every choice is there and nowhere else, so that a
//! search can be sent to a friend, kept as a bookmark and followed as a feed.
//!
//! Pure. `sprog=` is not ours: it is the language of the page.

use std::collections::BTreeMap;

use samskab_kernel::{Day, Locale, contact::Postcode};
use samskab_search::Sort;
use uuid::Uuid;

use super::dates::{self, PartOfDay, Pulled, When};
use crate::T;
use samskab_taskbank::{catalogue, channel::ChannelCode};

/// Something that tasks are counted and chosen by: its name in the index and in the URL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    Theme,
    Topic,
    TargetGroup,
    Duration,
    PartOfDay,
    FromHome,
    Requirement,
    Language,
    Poster,
    Town,
    Unit,
    Association,
}

impl Facet {
    pub const ALL: [Self; 12] = [
        Self::Theme,
        Self::Topic,
        Self::TargetGroup,
        Self::Duration,
        Self::PartOfDay,
        Self::FromHome,
        Self::Requirement,
        Self::Language,
        Self::Poster,
        Self::Town,
        Self::Unit,
        Self::Association,
    ];

    /// The facet's name in the index.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Topic => "topic",
            Self::TargetGroup => "target_group",
            Self::Duration => "duration",
            Self::PartOfDay => "part_of_day",
            Self::FromHome => "from_home",
            Self::Requirement => "requirement",
            Self::Language => "language",
            Self::Poster => "poster",
            Self::Town => "town",
            Self::Unit => "unit",
            Self::Association => "association",
        }
    }

    /// The facet's parameter in the URL.
    pub const fn parameter(self) -> &'static str {
        match self {
            Self::Theme => "tema",
            Self::Topic => "emne",
            Self::TargetGroup => "maalgruppe",
            Self::Duration => "tid",
            Self::PartOfDay => "tidspunkt",
            Self::FromHome => "hjemmefra",
            Self::Requirement => "krav",
            Self::Language => "sprog_paa_opgaven",
            Self::Poster => "fra",
            Self::Town => "by",
            Self::Unit => "enhed",
            Self::Association => "forening",
        }
    }

    /// Whether such a value can be meant at all.
    pub fn knows(self, value: &str) -> bool {
        match self {
            Self::Theme => catalogue::theme(value).is_some(),
            Self::Topic => catalogue::topic(value).is_some(),
            Self::TargetGroup => catalogue::target_group(value).is_some(),
            Self::Duration => value.parse::<TimeNeeded>().is_ok(),
            Self::PartOfDay => value.parse::<PartOfDay>().is_ok(),
            Self::FromHome => value == YES,
            Self::Requirement => value == NO_REQUIREMENT || catalogue::requirement(value).is_some(),
            Self::Language => value.len() == 2 && value.bytes().all(|letter| letter.is_ascii_lowercase()),
            Self::Poster => value.parse::<PosterKind>().is_ok(),
            Self::Town => value.parse::<Postcode>().is_ok(),
            Self::Unit | Self::Association => value.parse::<Uuid>().is_ok(),
        }
    }
}

/// The value of [`Facet::FromHome`].
pub const YES: &str = "1";
/// The value of [`Facet::Requirement`] for tasks that ask for nothing beforehand.
pub const NO_REQUIREMENT: &str = "ingen";

samskab_kernel::codes! {
    /// How much time a task takes. What takes an hour also fits into two.
    pub enum TimeNeeded {
        OneHour => "1-time",
        TwoHours => "2-timer",
        HalfDay => "halv-dag",
        Regular => "fast",
        Flexible => "aftales",
    }
}

samskab_kernel::codes! {
    /// Who posts a task, on equal terms (FX-03).
    pub enum PosterKind { Unit => "kommunen", Association => "foreninger" }
}

samskab_kernel::codes! {
    pub enum Order { Relevance => "relevans", Date => "dato", Distance => "afstand", Newest => "nyeste" }
}

impl Order {
    pub const fn sort(self) -> Sort {
        match self {
            Self::Relevance => Sort::Relevance,
            Self::Date => Sort::Date,
            Self::Distance => Sort::Distance,
            Self::Newest => Sort::Newest,
        }
    }
}

/// Distances that can be chosen, in kilometres.
pub const DISTANCES: [u32; 5] = [2, 5, 10, 20, 50];

/// How near is near where nobody says otherwise.
const USUAL_KM: u32 = 10;
/// Of [`Filters::within_km`]: anywhere in the municipality, the nearest first. In the URL [`WHOLE_CODE`].
pub const WHOLE: u32 = 0;
pub const WHOLE_CODE: &str = "hele";

/// A search. The default finds everything.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filters {
    /// As typed, in single spaces.
    pub text: String,
    pub when: Option<When>,
    /// A postcode or the name of a place, as typed.
    pub near: String,
    /// Where the reader's browser says they are. Only without `near`.
    pub here: Option<Spot>,
    /// Kilometres; only with `near` or `here`; `None`: the usual distance.
    pub within_km: Option<u32>,
    /// Never an empty list; sorted, each once.
    pub chosen: BTreeMap<Facet, Vec<String>>,
    pub order: Option<Order>,
    /// From 1.
    pub page: usize,
    /// The channel by which the reader came (VB-22): chooses nothing, and travels along.
    pub via: Option<ChannelCode>,
}

/// Thousandths of a degree north and east (WGS 84): a hundred metres, nearer is nobody's business.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    pub north: i32,
    pub east: i32,
}

impl Spot {
    pub fn point(self) -> (f64, f64) {
        (f64::from(self.north) / 1000.0, f64::from(self.east) / 1000.0)
    }

    fn parse(text: &str) -> Option<Self> {
        let (north, east) = text.split_once(',')?;
        let thousandths = |text: &str, most: f64| {
            let degrees: f64 = text.trim().parse().ok()?;
            (degrees.abs() <= most).then(|| (degrees * 1000.0).round() as i32)
        };
        Some(Self { north: thousandths(north, 90.0)?, east: thousandths(east, 180.0)? })
    }
}

impl std::fmt::Display for Spot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (north, east) = self.point();
        write!(f, "{north:.3},{east:.3}")
    }
}

/// A value in a URL that means nothing. A page passes over it; the feed for machines says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    pub parameter: String,
    pub value: String,
}

/// Longer texts are cut: nobody means them.
const LONGEST_TEXT: usize = 200;
const LAST_PAGE: usize = 10_000;

impl Filters {
    /// Reads the parameters of a URL. What means nothing is left out and reported.
    pub fn read(parameters: &[(String, String)]) -> (Self, Vec<Problem>) {
        let mut filters = Self { page: 1, ..Self::default() };
        let mut problems = Vec::new();
        for (name, value) in parameters {
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            if value.is_empty() {
                continue;
            }
            let short: String = value.chars().take(LONGEST_TEXT).collect();
            let understood = match name.as_str() {
                "q" => set(&mut filters.text, Some(short.trim_end().to_owned())),
                "sted" => set(&mut filters.near, Some(short.trim_end().to_owned())),
                "naer" => set(&mut filters.here, Spot::parse(&value).map(Some)),
                "dag" => set(&mut filters.when, value.parse().ok().map(Some)),
                "km" if value == WHOLE_CODE => set(&mut filters.within_km, Some(Some(WHOLE))),
                "km" => set(
                    &mut filters.within_km,
                    value.parse().ok().filter(|km| (1..=500).contains(km)).map(Some),
                ),
                "sorter" => set(&mut filters.order, value.parse().ok().map(Some)),
                "v" => {
                    filters.via = value.parse().ok();
                    true
                }
                "side" => {
                    set(&mut filters.page, value.parse().ok().filter(|page| (1..=LAST_PAGE).contains(page)))
                }
                other => match Facet::ALL.into_iter().find(|facet| facet.parameter() == other) {
                    Some(facet) if facet.knows(&value) => {
                        filters.add(facet, &value);
                        true
                    }
                    Some(_) => false,
                    None => true, // not ours
                },
            };
            if !understood {
                problems.push(Problem { parameter: name.clone(), value });
            }
        }
        if !filters.near.is_empty() {
            filters.here = None;
        }
        if filters.near.is_empty() && filters.here.is_none() {
            filters.within_km = None;
        }
        (filters, problems)
    }

    /// The parameters of its URL, in an order of their own and without what is not chosen.
    pub fn parameters(&self) -> Vec<(&'static str, String)> {
        let mut parameters = Vec::new();
        let mut add = |name, value: String| {
            if !value.is_empty() {
                parameters.push((name, value));
            }
        };
        add("q", self.text.clone());
        add("dag", self.when.map(|when| when.to_string()).unwrap_or_default());
        add("sted", self.near.clone());
        add("naer", self.here.map(|spot| spot.to_string()).unwrap_or_default());
        add("km", self.within_km.map(km_code).unwrap_or_default());
        for (facet, values) in &self.chosen {
            for value in values {
                add(facet.parameter(), value.clone());
            }
        }
        add("sorter", self.order.map(|order| order.code().to_owned()).unwrap_or_default());
        add("side", if self.page > 1 { self.page.to_string() } else { String::new() });
        add("v", self.via.as_ref().map(|code| code.to_string()).unwrap_or_default());
        parameters
    }

    pub fn href(&self, path: &str) -> String {
        self.href_with(path, &[])
    }

    /// Its address with parameters that are not part of the search, such as the month of the calendar.
    pub fn href_with(&self, path: &str, more: &[(&'static str, String)]) -> String {
        let pairs: Vec<String> = self
            .parameters()
            .iter()
            .chain(more)
            .map(|(name, value)| format!("{name}={}", samskab_web::app::encode(value)))
            .collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }

    pub fn has(&self, facet: Facet, value: &str) -> bool {
        self.chosen.get(&facet).is_some_and(|values| values.iter().any(|chosen| chosen == value))
    }

    fn add(&mut self, facet: Facet, value: &str) {
        let values = self.chosen.entry(facet).or_default();
        if let Err(place) = values.binary_search_by(|chosen| chosen.as_str().cmp(value)) {
            values.insert(place, value.to_owned());
        }
    }

    // A changed search begins at its first page.

    #[must_use]
    pub fn with(&self, facet: Facet, value: &str) -> Self {
        let mut changed = self.clone().at_page(1);
        changed.add(facet, value);
        changed
    }

    #[must_use]
    pub fn without(&self, facet: Facet, value: &str) -> Self {
        let mut changed = self.clone().at_page(1);
        if let Some(values) = changed.chosen.get_mut(&facet) {
            values.retain(|chosen| chosen != value);
        }
        changed.chosen.retain(|_, values| !values.is_empty());
        changed
    }

    #[must_use]
    pub fn on(&self, when: Option<When>) -> Self {
        Self { when, page: 1, ..self.clone() }
    }

    #[must_use]
    pub fn saying(&self, text: &str) -> Self {
        Self { text: text.to_owned(), page: 1, ..self.clone() }
    }

    #[must_use]
    pub fn anywhere(&self) -> Self {
        let order = self.order.filter(|order| *order != Order::Distance);
        Self { near: String::new(), here: None, within_km: None, order, page: 1, ..self.clone() }
    }

    #[must_use]
    pub fn within(&self, km: Option<u32>) -> Self {
        Self { within_km: km, page: 1, ..self.clone() }
    }

    #[must_use]
    pub fn at_page(self, page: usize) -> Self {
        Self { page, ..self }
    }

    /// Farther away nothing is found; `None`: it may be anywhere in the municipality.
    pub fn radius(&self) -> Option<u32> {
        let km = self.is_near_something().then(|| self.within_km.unwrap_or(USUAL_KM));
        km.filter(|km| *km != WHOLE)
    }

    pub fn is_near_something(&self) -> bool {
        !self.near.is_empty() || self.here.is_some()
    }

    /// Whether anything is chosen at all; order, page and channel are no choice.
    pub fn is_everything(&self) -> bool {
        Self { order: None, page: 1, via: None, ..self.clone() } == Self { page: 1, ..Self::default() }
    }

    /// Takes a date out of the typed text and sets it as the filter for dates. Returns what was read, so that the
    /// page can say so.
    ///
    /// What is typed is newer than what was chosen before. But words that an earlier answer has read already
    /// (`known`) may still be in a field that the reader is in; then a choice made since is newer.
    pub fn understand(mut self, today: Day, known: &str) -> (Self, Option<Pulled>) {
        let pulled = dates::pull(&self.text, today);
        if let Some(pulled) = &pulled {
            self.text = pulled.rest.clone();
            if pulled.words == known {
                return (self, None);
            }
            self.when = Some(pulled.when);
            if let Some(part) = pulled.part {
                self.chosen.insert(Facet::PartOfDay, vec![part.code().to_owned()]);
            }
        }
        (self, pulled)
    }

    /// The order that is used when none is chosen.
    pub fn order_used(&self) -> Order {
        match self.order {
            Some(Order::Distance) if !self.is_near_something() => Order::Date,
            Some(order) => order,
            None if !self.text.is_empty() => Order::Relevance,
            // "near" alone asks for the nearest; within a distance or on a day it asks for a choice among them
            None if self.is_near_something() && self.within_km.is_none() && self.when.is_none() => {
                Order::Distance
            }
            None => Order::Date,
        }
    }
}

/// A distance in the URL.
pub fn km_code(km: u32) -> String {
    if km == WHOLE { WHOLE_CODE.to_owned() } else { km.to_string() }
}

/// How a distance is chosen: the usual one stays out of the URL.
pub fn km_choice(km: u32) -> String {
    if km == USUAL_KM { String::new() } else { km_code(km) }
}

fn set<V>(place: &mut V, value: Option<V>) -> bool {
    let understood = value.is_some();
    if let Some(value) = value {
        *place = value;
    }
    understood
}

/// The name of a chosen value. Units, associations and towns have names only the database knows.
pub fn label(facet: Facet, value: &str, t: T) -> Option<String> {
    let locale: Locale = t.0;
    let known = match facet {
        Facet::Theme => catalogue::theme(value)?.name(locale),
        Facet::Topic => catalogue::topic(value)?.name(locale),
        Facet::TargetGroup => catalogue::target_group(value)?.name(locale),
        Facet::Duration => match value.parse().ok()? {
            TimeNeeded::OneHour => t.find_time_one_hour(),
            TimeNeeded::TwoHours => t.find_time_two_hours(),
            TimeNeeded::HalfDay => t.find_time_half_day(),
            TimeNeeded::Regular => t.find_time_regular(),
            TimeNeeded::Flexible => t.find_time_flexible(),
        },
        Facet::PartOfDay => match value.parse().ok()? {
            PartOfDay::Morning => t.find_part_morning(),
            PartOfDay::Afternoon => t.find_part_afternoon(),
            PartOfDay::Evening => t.find_part_evening(),
        },
        Facet::FromHome => t.find_from_home(),
        Facet::Requirement if value == NO_REQUIREMENT => t.find_no_requirements(),
        Facet::Requirement => catalogue::requirement(value)?.name(locale),
        Facet::Language => return Some(language(value, t).to_owned()),
        Facet::Poster => match value.parse().ok()? {
            PosterKind::Unit => t.find_from_municipality(),
            PosterKind::Association => t.find_from_associations(),
        },
        Facet::Town | Facet::Unit | Facet::Association => return None,
    };
    Some(known.to_owned())
}

/// The name of a language by its code; others keep their code.
pub fn language(code: &str, t: T) -> &str {
    match code {
        "da" => t.find_language_da(),
        "en" => t.find_language_en(),
        "de" => t.find_language_de(),
        "ar" => t.find_language_ar(),
        "uk" => t.find_language_uk(),
        "pl" => t.find_language_pl(),
        "tr" => t.find_language_tr(),
        "so" => t.find_language_so(),
        "fa" => t.find_language_fa(),
        other => other,
    }
}

#[cfg(test)]
mod tests;
