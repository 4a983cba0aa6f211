use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use uuid::Uuid;

/// A question to one tenant's index. [`Query::new`] gives the one that lists everything.
#[derive(Clone, Debug)]
pub struct Query {
    pub tenant: Uuid,
    /// One kind of thing, or all.
    pub kind: Option<&'static str>,
    /// What was typed. Every word must be found; the last one may be unfinished. Empty lists everything.
    pub text: String,
    /// Facet name and the chosen values: any value of a facet will do, every facet must. An empty list of
    /// values is no choice.
    pub facets: Vec<(&'static str, Vec<String>)>,
    /// Days since 1970-01-01, both ends included.
    pub days: Option<RangeInclusive<i32>>,
    pub near: Option<Near>,
    pub sort: Sort,
    pub offset: usize,
    /// At most this many hits; 0 only counts.
    pub limit: usize,
    /// Facets whose values shall be counted.
    pub count_facets: Vec<&'static str>,
    /// Days for which the number of things on that day shall be counted, as for a calendar.
    pub count_days: Option<RangeInclusive<i32>>,
    /// Periods for each of which the number of things that happen in it shall be counted, each thing once.
    pub count_periods: Vec<RangeInclusive<i32>>,
}

impl Query {
    /// Everything of the tenant, best first, 20 at a time.
    pub fn new(tenant: Uuid) -> Self {
        Query {
            tenant,
            kind: None,
            text: String::new(),
            facets: Vec::new(),
            days: None,
            near: None,
            sort: Sort::Relevance,
            offset: 0,
            limit: 20,
            count_facets: Vec::new(),
            count_days: None,
            count_periods: Vec::new(),
        }
    }
}

/// Where the reader is.
#[derive(Clone, Copy, Debug)]
pub struct Near {
    /// Latitude and longitude in degrees (WGS 84).
    pub place: (f64, f64),
    /// Leaves out what is farther away, and what has no place; what can be done anywhere stays.
    pub within_km: Option<f64>,
}

/// Every order is total: ties are broken by the next occasion and then by id, so pages never overlap.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// How well the words match; without words, as `Date`.
    #[default]
    Relevance,
    /// By the first of the days asked for, flexible ones after; without days, by the next occasion.
    Date,
    /// Nearest first, then anywhere, then what has no place; without `near`, as `Date`.
    Distance,
    /// Last published first.
    Newest,
    /// Danish alphabetical order.
    Title,
}

/// What was found.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    /// How many match, over all pages.
    pub total: usize,
    /// This page.
    pub hits: Vec<Hit>,
    /// For each facet of `count_facets`: its values and how many would match, most first, then by value.
    /// A facet's own choice is left out of its counts, all others are kept: the number beside a value says
    /// what choosing it too would bring.
    pub facets: BTreeMap<&'static str, Vec<(String, usize)>>,
    /// For `count_days`: how many happen on each day that has any, whatever days were chosen.
    pub days: BTreeMap<i32, usize>,
    /// For each of `count_periods`, in its order: how many happen within it, whatever days were chosen.
    /// Flexible things are not counted: they happen on no day.
    pub periods: Vec<usize>,
    /// How literally the words were taken.
    pub matched: Matched,
    /// What was typed with its spelling mended, if that is what was found. For "Mente du …?".
    pub suggestion: Option<String>,
}

/// How literally the words of a query were taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Matched {
    /// Every word was found, as typed or in another form, compound or synonym.
    #[default]
    Words,
    /// Some words were found only with their spelling mended.
    Spelling,
    /// Nothing has all the words; these have some of them, those with most first.
    SomeWords,
}

#[derive(Clone, Debug)]
pub struct Hit {
    pub id: Uuid,
    pub kind: &'static str,
    /// Higher is better; comparable only within one answer. 0 without words.
    pub score: f32,
    /// Kilometres from `near`, if both places are known.
    pub distance_km: Option<f64>,
    /// The first of the days asked for on which it happens; None if it matches because it is flexible.
    pub day: Option<i32>,
    pub payload: String,
}
