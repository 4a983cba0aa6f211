//! Dates, places, facets, counts and order, of the documents the words found.
//!
//! Each filter is the set of documents that pass it, and what passes several is in all these sets. A count
//! shown with a filter is what the reader would see by changing that choice: the same without that one filter.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use samskab_kernel::danish::distance_km;
use tantivy::schema::Value;
use tantivy::{DocAddress, TantivyDocument};
use uuid::Uuid;

use crate::bits::{Bits, Members};
use crate::error::SearchError;
use crate::matching::{self, Matches};
use crate::names::Names;
use crate::query::{Hit, Hits, Query, Sort};
use crate::schema::{ANYWHERE, FIELDS, HAS_PAYLOAD, HAS_PLACE, LAST, day_to_number};
use crate::snapshot::{
    Attributes, Segment, Snapshot, point_on_unit_sphere, squared_chord, squared_chord_of_km,
};
use crate::tenant::TenantIndex;

const MINUTES_A_DAY: u64 = 24 * 60;

/// With more documents than this the values are counted set by set.
const MANY_DOCUMENTS: usize = 2_000;

/// For a document that does not happen on any of the days asked for.
const NO_DAY: i32 = i32::MAX;

pub(crate) fn search(tenant: &TenantIndex, query: &Query) -> Result<Hits, SearchError> {
    let snapshot = tenant.snapshot();
    let (choices, kind) = {
        let names = tenant.names();
        let kind = query.kind.map(|kind| names.find_kind(kind));
        if kind == Some(None) {
            return Ok(Hits::default());
        }
        (Choices::of(query, &names), kind.flatten())
    };
    let matches = matching::matches(tenant, &snapshot, kind, &query.text)?;
    let sort = match query.sort {
        Sort::Relevance if matches.is_none() => Sort::Date,
        Sort::Distance if query.near.is_none() => Sort::Date,
        sort => sort,
    };
    let mut selection = Selection {
        query,
        sort,
        kind,
        near: query
            .near
            .map(|near| (point_on_unit_sphere(near.place), near.within_km.map(squared_chord_of_km))),
        wanted: query.offset.saturating_add(query.limit),
        total: 0,
        best: Vec::new(),
        counts: vec![0; choices.facet_of_value.len()],
        choices,
        days: BTreeMap::new(),
        periods: vec![0; query.count_periods.len()],
    };
    for (number, segment) in snapshot.segments.iter().enumerate() {
        let scores = matches.as_ref().map(|matches| matches.scores[number].as_slice());
        selection.take(number as u32, segment, scores);
    }
    selection.answer(tenant, &snapshot, matches)
}

/// The facets chosen and counted, as numbers.
struct Choices {
    /// a facet, and its chosen values: any of them will do
    chosen: Vec<(u16, Vec<u32>)>,
    counted: Vec<u16>,
    /// facet number by value number
    facet_of_value: Vec<u16>,
    /// a facet is chosen that no document has: nothing fulfils that
    is_impossible: bool,
}

impl Choices {
    fn of(query: &Query, names: &Names) -> Self {
        let mut merged: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
        for (facet, values) in query.facets.iter().filter(|(_, values)| !values.is_empty()) {
            merged.entry(facet).or_default().extend(values);
        }
        let mut choices = Choices {
            chosen: Vec::new(),
            counted: query.count_facets.iter().filter_map(|facet| names.find_facet(facet)).collect(),
            facet_of_value: Vec::new(),
            is_impossible: false,
        };
        if !choices.counted.is_empty() {
            choices.facet_of_value = names.values().iter().map(|(facet, _)| *facet).collect();
        }
        for (facet, values) in merged {
            let numbers = values.iter().filter_map(|value| names.find_value(facet, value)).collect();
            match names.find_facet(facet) {
                Some(facet) => choices.chosen.push((facet, numbers)),
                None => choices.is_impossible = true,
            }
        }
        choices
    }
}

/// Smaller is better: first what is not to be last, then by the order.
type Key = (bool, u64, u64, u64);

#[derive(Clone)]
struct Candidate {
    /// smaller is better
    key: Key,
    id: u128,
    segment: u32,
    document: u32,
    score: f32,
    day: i32,
}

impl Candidate {
    fn order(&self) -> (Key, u128) {
        (self.key, self.id)
    }
}

/// On which of the days asked for a document happens first.
enum FirstDay<'a> {
    /// Looked for when it is asked, where documents or days are few.
    Sought(Vec<(i32, &'a Members)>),
    /// By document.
    Known(Vec<i32>),
}

impl<'a> FirstDay<'a> {
    fn of(attributes: &'a Attributes, days: Option<&RangeInclusive<i32>>, hits: &Bits) -> Self {
        let days: Vec<_> = days.into_iter().flat_map(|days| attributes.days(days)).collect();
        let documents = attributes.flags.len();
        if hits.count() * days.len() < documents {
            return Self::Sought(days);
        }
        let mut first = vec![NO_DAY; documents];
        // the last first, so that the earliest is what remains
        for (day, members) in days.into_iter().rev() {
            members.each_in(hits, |document| first[document as usize] = day);
        }
        Self::Known(first)
    }

    fn on(&self, document: u32) -> i32 {
        match self {
            Self::Sought(days) => {
                days.iter().find(|(_, members)| members.has(document)).map_or(NO_DAY, |(day, _)| *day)
            }
            Self::Known(first) => first[document as usize],
        }
    }
}

struct Selection<'q> {
    query: &'q Query,
    sort: Sort,
    kind: Option<u32>,
    /// where the reader is, and how far is too far, as squared chords
    near: Option<([f32; 3], Option<f64>)>,
    /// hits up to the end of the page
    wanted: usize,
    choices: Choices,
    total: usize,
    best: Vec<Candidate>,
    /// by value number
    counts: Vec<usize>,
    days: BTreeMap<i32, usize>,
    periods: Vec<usize>,
}

impl Selection<'_> {
    fn take(&mut self, number: u32, segment: &Segment, scores: Option<&[f32]>) {
        if self.choices.is_impossible {
            return;
        }
        let attributes = &*segment.attributes;
        // What the words found of this kind: every count includes these.
        let mut found = segment.eligible(self.kind);
        if let Some(scores) = scores {
            found.keep(&Bits::marked(scores));
        }
        let chosen: Vec<(u16, Bits)> = self
            .choices
            .chosen
            .iter()
            .map(|(facet, values)| {
                let mut with_any = Bits::none(segment.len());
                let members = values.iter().filter_map(|value| attributes.with_value.get(value));
                members.for_each(|members| members.add_to(&mut with_any));
                (*facet, with_any)
            })
            .collect();
        let on_days = self.query.days.as_ref().map(|days| {
            let mut on_days = attributes.any_day.clone();
            on_days.add(&attributes.within(days));
            on_days
        });
        if let Some((_, Some(farthest))) = self.near {
            // The distance is the only filter that is worked out for each document, so it is the last: what passes too
            // few of the others is in no answer and in no count, however near it is.
            let others = chosen.iter().map(|(_, with)| with).chain(&on_days);
            found.keep_all_but(others, usize::from(self.counts_anything()));
            found.keep_if(|document| {
                let document = document as usize;
                attributes.flags[document] & ANYWHERE != 0 || self.chord(attributes, document) <= farthest
            });
        }
        let without = |left_out: Option<u16>| {
            let mut rest = found.clone();
            chosen.iter().filter(|(facet, _)| Some(*facet) != left_out).for_each(|(_, with)| rest.keep(with));
            rest
        };
        let whenever = without(None);
        let then = |mut whenever: Bits| {
            on_days.iter().for_each(|on_days| whenever.keep(on_days));
            whenever
        };
        let hits = then(whenever.clone());
        self.total += hits.count();
        self.count_values(attributes, &hits, |facet| {
            chosen.iter().any(|(chosen, _)| *chosen == facet).then(|| then(without(Some(facet))))
        });
        self.count_days(segment, &whenever);
        self.offer(number, segment, scores, &hits);
    }

    /// Whether anything is counted besides the hits: each such count leaves out one filter at most.
    fn counts_anything(&self) -> bool {
        let query = self.query;
        !self.choices.counted.is_empty() || query.count_days.is_some() || !query.count_periods.is_empty()
    }

    /// Counts the values of the facets that shall be counted among the hits, or among what `apart` gives for a facet.
    fn count_values(&mut self, attributes: &Attributes, hits: &Bits, apart: impl Fn(u16) -> Option<Bits>) {
        if self.choices.counted.is_empty() {
            return;
        }
        let mut of_the_hits = Vec::new();
        for facet in self.choices.counted.clone() {
            match apart(facet) {
                Some(among) => self.count_among(attributes, &among, &[facet]),
                None => of_the_hits.push(facet),
            }
        }
        self.count_among(attributes, hits, &of_the_hits);
    }

    /// Counts the values of these facets among these documents: few documents are asked for their values; for many,
    /// the sets of the values are compared with theirs.
    fn count_among(&mut self, attributes: &Attributes, among: &Bits, facets: &[u16]) {
        // the names were read after the snapshot, so they know every number in it
        let facet_of_value = &self.choices.facet_of_value;
        let is_counted = |value: usize| facets.contains(&facet_of_value[value]);
        if among.count() > MANY_DOCUMENTS {
            for (value, members) in &attributes.with_value {
                if is_counted(*value as usize) {
                    self.counts[*value as usize] += members.count_in(among);
                }
            }
            return;
        }
        let mut counts = vec![0; self.counts.len()];
        for value in among.iter().flat_map(|document| attributes.values_of(document)) {
            counts[*value as usize] += 1;
        }
        for (value, here) in counts.into_iter().enumerate().filter(|(value, _)| is_counted(*value)) {
            self.counts[value] += here;
        }
    }

    fn count_days(&mut self, segment: &Segment, whenever: &Bits) {
        let attributes = &*segment.attributes;
        for (day, members) in self.query.count_days.iter().flat_map(|days| attributes.days(days)) {
            let happening = members.count_in(whenever);
            if happening > 0 {
                *self.days.entry(day).or_default() += happening;
            }
        }
        for (period, count) in self.query.count_periods.iter().zip(&mut self.periods) {
            *count += attributes.within(period).count_in(whenever);
        }
    }

    /// Adds the best of the hits.
    fn offer(&mut self, number: u32, segment: &Segment, scores: Option<&[f32]>, hits: &Bits) {
        if self.wanted == 0 {
            return;
        }
        let attributes = &*segment.attributes;
        let first_day = FirstDay::of(attributes, self.query.days.as_ref(), hits);
        let mut best = Best::new(self.wanted);
        for document in hits.iter() {
            let at = document as usize;
            let score = scores.map_or(0.0, |scores| scores[at]);
            let day = first_day.on(document);
            let key = self.key(segment, at, score, day);
            let id = || segment.id(document);
            best.offer(key, || Candidate { key, id: id(), segment: number, document, score, day });
        }
        self.best.extend(best.into_candidates());
    }

    /// How far the document is from where the reader wants to be; infinite when one of them is nowhere.
    fn chord(&self, attributes: &Attributes, document: usize) -> f64 {
        match self.near {
            Some((here, _)) if attributes.flags[document] & HAS_PLACE != 0 => {
                squared_chord(here, attributes.points[document])
            }
            _ => f64::INFINITY,
        }
    }

    /// Smaller is better. Titles compare by their rank within the segment here, across segments later.
    fn key(&self, segment: &Segment, document: usize, score: f32, day: i32) -> Key {
        let attributes = &*segment.attributes;
        let next = rank(attributes.next[document]);
        // What comes again on the day asked for begins at the hour of its next occasion, whichever day that is.
        let minute = if day == NO_DAY { 0 } else { u64::from(attributes.minutes[document]) };
        let by_day = day_to_number(day) * MINUTES_A_DAY + minute;
        let last = attributes.flags[document] & LAST != 0;
        match self.sort {
            // neither scores nor distances are negative, so their bits are in order
            Sort::Relevance => (false, u64::from(u32::MAX - score.to_bits()), by_day, next),
            Sort::Date => (last, by_day, next, 0),
            Sort::Distance => match self.chord(attributes, document) {
                chord if chord.is_finite() => (last, chord.to_bits(), by_day, next),
                _ if attributes.flags[document] & ANYWHERE != 0 => (last, u64::MAX - 1, by_day, next),
                _ => (last, u64::MAX, by_day, next),
            },
            Sort::Newest => (false, u64::MAX - rank(attributes.newest[document]), next, 0),
            Sort::Title => (false, segment.alphabetical_rank(document as u32), next, 0),
        }
    }

    fn answer(
        mut self,
        tenant: &TenantIndex,
        snapshot: &Snapshot,
        matches: Option<Matches>,
    ) -> Result<Hits, SearchError> {
        let page = if self.sort == Sort::Title {
            self.page_by_title(snapshot)?
        } else {
            self.best.sort_unstable_by_key(Candidate::order);
            self.best.iter().skip(self.query.offset).take(self.query.limit).cloned().collect()
        };
        let names = tenant.names();
        let mut hits = Vec::with_capacity(page.len());
        for candidate in page {
            let segment = &snapshot.segments[candidate.segment as usize];
            let mut payload = None;
            if segment.attributes.flags[candidate.document as usize] & HAS_PAYLOAD != 0 {
                let address = DocAddress::new(candidate.segment, candidate.document);
                let stored: TantivyDocument = snapshot.searcher.doc(address)?;
                payload =
                    stored.get_first(FIELDS.payload).and_then(|value| value.as_str().map(str::to_owned));
            }
            let place = segment.place(candidate.document);
            hits.push(Hit {
                id: Uuid::from_u128(candidate.id),
                kind: names.kind_name(segment.attributes.kinds[candidate.document as usize]),
                score: candidate.score,
                distance_km: self.query.near.zip(place).map(|(near, there)| distance_km(near.place, there)),
                day: (candidate.day != NO_DAY).then_some(candidate.day),
                payload: payload.unwrap_or_default(),
            });
        }
        let mut facets: BTreeMap<&'static str, Vec<(String, usize)>> = BTreeMap::new();
        for facet in &self.query.count_facets {
            facets.insert(facet, Vec::new());
        }
        for ((facet, value), count) in names.values().iter().zip(self.counts).filter(|(_, count)| *count > 0)
        {
            if let Some(counted) = names.facet_name(*facet).and_then(|facet| facets.get_mut(facet)) {
                counted.push((value.clone(), count));
            }
        }
        for counted in facets.values_mut() {
            counted.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
        }
        let (matched, suggestion) =
            matches.map(|matches| (matches.matched, matches.suggestion)).unwrap_or_default();
        Ok(Hits {
            total: self.total,
            hits,
            facets,
            days: self.days,
            periods: self.periods,
            matched,
            suggestion,
        })
    }

    fn page_by_title(&self, snapshot: &Snapshot) -> Result<Vec<Candidate>, SearchError> {
        let mut titled = Vec::with_capacity(self.best.len());
        for candidate in &self.best {
            let title = snapshot.segments[candidate.segment as usize].sort_key(candidate.key.1)?;
            titled.push((title, candidate.key.2, candidate.id, candidate));
        }
        titled.sort_unstable_by(|one, other| (&one.0, one.1, one.2).cmp(&(&other.0, other.1, other.2)));
        Ok(titled
            .into_iter()
            .skip(self.query.offset)
            .take(self.query.limit)
            .map(|(.., candidate)| candidate.clone())
            .collect())
    }
}

/// Signed numbers as unsigned ones in the same order.
fn rank(number: i64) -> u64 {
    (number as u64) ^ (1 << 63)
}

/// The best few of many: twice as many are kept at most, and what cannot be among them is not looked at.
struct Best {
    wanted: usize,
    candidates: Vec<Candidate>,
    /// order of the worst that can still be wanted
    worst: Option<(Key, u128)>,
}

impl Best {
    fn new(wanted: usize) -> Self {
        Best { wanted, candidates: Vec::new(), worst: None }
    }

    fn offer(&mut self, key: Key, candidate: impl FnOnce() -> Candidate) {
        if self.wanted == 0 || self.worst.is_some_and(|(worst, _)| key > worst) {
            return;
        }
        self.candidates.push(candidate());
        if self.candidates.len() >= self.wanted.saturating_mul(2).max(64) {
            self.prune();
        }
    }

    fn prune(&mut self) {
        if self.candidates.len() > self.wanted {
            self.candidates.select_nth_unstable_by_key(self.wanted - 1, Candidate::order);
            self.candidates.truncate(self.wanted);
            self.worst = self.candidates.last().map(Candidate::order);
        }
    }

    fn into_candidates(mut self) -> Vec<Candidate> {
        if self.wanted > 0 {
            self.prune();
        }
        self.candidates
    }
}
