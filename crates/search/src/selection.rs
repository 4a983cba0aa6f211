//! Dates, places, facets, counts and order, in one pass over the documents the words found.
//!
//! Each document is held against every filter. One that passes all is a hit and counts everywhere. One that
//! fails exactly one filter counts only there: it is what the reader would see by changing that choice. So
//! the counts of a facet leave its own choice out, at no more cost than the pass itself.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use samskab_kernel::danish::distance_km;
use tantivy::schema::{IndexRecordOption, Value};
use tantivy::{DocAddress, DocSet, TERMINATED, TantivyDocument};
use uuid::Uuid;

use crate::error::SearchError;
use crate::matching::{self, Matches};
use crate::names::Names;
use crate::query::{Hit, Hits, Query, Sort};
use crate::schema::{ANY_DAY, ANYWHERE, FIELDS, HAS_PAYLOAD, HAS_PLACE, LAST, day_to_number, number_to_day};
use crate::snapshot::{Segment, Snapshot, point_on_unit_sphere, squared_chord, squared_chord_of_km};
use crate::tenant::TenantIndex;

const MINUTES_A_DAY: u64 = 24 * 60;

/// Stands for a document that does not happen on any of the days asked for.
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
        choices,
        total: 0,
        best: Vec::new(),
        counts: Vec::new(),
        days: BTreeMap::new(),
        periods: vec![0; query.count_periods.len()],
    };
    for (number, segment) in snapshot.segments.iter().enumerate() {
        let scores = matches.as_ref().map(|matches| matches.scores[number].as_slice());
        selection.take(number as u32, segment, scores)?;
    }
    selection.answer(tenant, &snapshot, matches)
}

fn each(mut postings: impl DocSet, mut visit: impl FnMut(u32)) {
    let mut document = postings.doc();
    while document != TERMINATED {
        visit(document);
        document = postings.advance();
    }
}

/// As many facets can be chosen in as a search has bits for; more than any page offers.
const CHOICES: usize = 64;

/// The facets chosen, as numbers.
struct Choices {
    /// facet number; any of its chosen values will do
    chosen: Vec<u16>,
    /// facet number by value number
    facet_of_value: Vec<u16>,
    /// by value number: the bit of the choice that the value fulfils
    fulfils: Vec<u64>,
    /// choices that nothing can fulfil, because no document has any of the values
    impossible: usize,
}

impl Choices {
    /// The one choice that a document with these values does not fulfil, if it is only one.
    fn unfulfilled(&self, values: &[u32]) -> Failed {
        let fulfilled = values.iter().fold(0, |bits, value| bits | self.fulfils[*value as usize]);
        let mut failed = Failed::Nothing;
        for (at, facet) in self.chosen.iter().enumerate() {
            if fulfilled & (1 << (at % CHOICES)) == 0 {
                failed = failed.and(Failed::Facet(*facet));
            }
        }
        failed
    }

    fn of(query: &Query, names: &Names) -> Self {
        let mut merged: BTreeMap<&str, Vec<&String>> = BTreeMap::new();
        for (facet, values) in query.facets.iter().filter(|(_, values)| !values.is_empty()) {
            merged.entry(facet).or_default().extend(values);
        }
        let mut choices = Choices {
            chosen: Vec::new(),
            facet_of_value: names.values().iter().map(|(facet, _)| *facet).collect(),
            fulfils: vec![0; names.values().len()],
            impossible: 0,
        };
        for (facet, values) in merged {
            let numbers: Vec<u32> =
                values.iter().filter_map(|value| names.find_value(facet, value)).collect();
            match names.find_facet(facet) {
                Some(facet) => {
                    let bit = 1 << (choices.chosen.len() % CHOICES);
                    numbers.iter().for_each(|number| choices.fulfils[*number as usize] |= bit);
                    choices.chosen.push(facet);
                }
                None => choices.impossible += 1,
            }
        }
        choices
    }
}

/// What a document fails.
#[derive(Clone, Copy, PartialEq)]
enum Failed {
    Nothing,
    Days,
    Facet(u16),
    Other,
}

impl Failed {
    fn and(self, another: Failed) -> Failed {
        if self == Failed::Nothing { another } else { Failed::Other }
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
    fn take(&mut self, number: u32, segment: &Segment, scores: Option<&[f32]>) -> Result<(), SearchError> {
        self.counts.resize(self.choices.facet_of_value.len(), 0);
        let first_days = match &self.query.days {
            Some(days) => Some(first_days(segment, days)?),
            None => None,
        };
        let counting = !self.query.count_facets.is_empty();
        let filtering = !self.choices.chosen.is_empty();
        let counting_days = self.query.count_days.is_some() || !self.query.count_periods.is_empty();
        // What fails one filter matters only to the counts beside it.
        let is_settled = |failed: Failed| match failed {
            Failed::Nothing => false,
            Failed::Days => !counting_days,
            Failed::Facet(_) => !counting,
            Failed::Other => true,
        };
        let mut on_calendar = vec![false; if counting_days { segment.len() } else { 0 }];
        let mut best = Best::new(self.wanted);
        let attributes = &*segment.attributes;
        for at in 0..segment.len() {
            let score = scores.map_or(0.0, |scores| scores[at]);
            if (scores.is_some() && score <= 0.0) || !segment.is_eligible(at, self.kind) {
                continue;
            }
            let flags = attributes.flags[at];
            let mut failed = if self.choices.impossible > 0 { Failed::Other } else { Failed::Nothing };
            let day = first_days.as_ref().map_or(NO_DAY, |days| days[at]);
            if first_days.is_some() && day == NO_DAY && flags & ANY_DAY == 0 {
                failed = failed.and(Failed::Days);
                if is_settled(failed) {
                    continue;
                }
            }
            let mut chord = f64::INFINITY;
            if let Some((here, farthest)) = self.near {
                if flags & HAS_PLACE != 0 {
                    chord = squared_chord(here, attributes.points[at]);
                }
                if flags & ANYWHERE == 0 && farthest.is_some_and(|farthest| chord > farthest) {
                    failed = failed.and(Failed::Other);
                }
            }
            if is_settled(failed) {
                continue;
            }
            // the names were read after the snapshot, so they know every number in it
            let values = if counting || filtering { attributes.facets(at) } else { &[] };
            if filtering {
                match self.choices.unfulfilled(values) {
                    Failed::Nothing => {}
                    another => failed = failed.and(another),
                }
            }
            match failed {
                failed if is_settled(failed) => continue,
                Failed::Other => continue,
                Failed::Facet(facet) => {
                    for value in values {
                        if self.choices.facet_of_value[*value as usize] == facet {
                            self.counts[*value as usize] += 1;
                        }
                    }
                    continue;
                }
                Failed::Days | Failed::Nothing => {
                    if let Some(on_calendar) = on_calendar.get_mut(at) {
                        *on_calendar = true;
                    }
                }
            }
            if failed == Failed::Days {
                continue;
            }
            self.total += 1;
            for value in values {
                self.counts[*value as usize] += 1;
            }
            let key = self.key(segment, at, score, day, chord);
            let document = at as u32;
            best.offer(key, || Candidate {
                key,
                id: segment.id(document),
                segment: number,
                document,
                score,
                day,
            });
        }
        self.best.extend(best.into_candidates());
        if let Some(days) = &self.query.count_days {
            each_day(segment, days, |day, postings| {
                let mut happening = 0;
                each(postings, |document| happening += usize::from(on_calendar[document as usize]));
                if happening > 0 {
                    *self.days.entry(day).or_default() += happening;
                }
            })?;
        }
        // The last period in which a document was counted: on several of its days it counts once.
        let mut counted = vec![0_u16; if self.periods.is_empty() { 0 } else { segment.len() }];
        for (at, (period, count)) in self.query.count_periods.iter().zip(&mut self.periods).enumerate() {
            each_day(segment, period, |_, postings| {
                each(postings, |document| {
                    let document = document as usize;
                    if on_calendar[document] && counted[document] != at as u16 + 1 {
                        counted[document] = at as u16 + 1;
                        *count += 1;
                    }
                });
            })?;
        }
        Ok(())
    }

    /// Smaller is better. Titles compare by their rank within the segment here, across segments later.
    fn key(&self, segment: &Segment, document: usize, score: f32, day: i32, chord: f64) -> Key {
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
            Sort::Distance if chord.is_finite() => (last, chord.to_bits(), by_day, next),
            Sort::Distance if attributes.flags[document] & ANYWHERE != 0 => {
                (last, u64::MAX - 1, by_day, next)
            }
            Sort::Distance => (last, u64::MAX, by_day, next),
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
            let number = names.find_facet(facet);
            let mut counted: Vec<(String, usize)> = names
                .values()
                .iter()
                .zip(&self.counts)
                .filter(|((of, _), count)| Some(*of) == number && **count > 0)
                .map(|((_, value), count)| (value.clone(), *count))
                .collect();
            counted.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
            facets.insert(facet, counted);
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

/// For each document the first of the days on which it happens, or [`NO_DAY`].
fn first_days(segment: &Segment, days: &RangeInclusive<i32>) -> Result<Vec<i32>, SearchError> {
    let mut first = vec![NO_DAY; segment.len()];
    each_day(segment, days, |day, postings| {
        each(postings, |document| {
            let first = &mut first[document as usize];
            *first = (*first).min(day);
        });
    })?;
    Ok(first)
}

/// Visits the days of the range on which anything happens, in order.
fn each_day(
    segment: &Segment,
    days: &RangeInclusive<i32>,
    mut visit: impl FnMut(i32, tantivy::postings::SegmentPostings),
) -> Result<(), SearchError> {
    let key = |day: i32| day_to_number(day).to_be_bytes();
    if days.is_empty() {
        return Ok(());
    }
    let mut terms = segment.days.terms().range().ge(key(*days.start())).le(key(*days.end())).into_stream()?;
    while terms.advance() {
        let Ok(bytes) = <[u8; 8]>::try_from(terms.key()) else { continue };
        let postings = segment.days.read_postings_from_terminfo(terms.value(), IndexRecordOption::Basic)?;
        visit(number_to_day(u64::from_be_bytes(bytes)), postings);
    }
    Ok(())
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
