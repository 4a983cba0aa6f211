use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::{Arc, Mutex, PoisonError};

use samskab_kernel::Instant;
use tantivy::columnar::{Column, StrColumn};
use tantivy::index::{InvertedIndexReader, SegmentId, SegmentReader};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, IndexReader, Searcher, TERMINATED};

use crate::bits::{Bits, Members};
use crate::error::SearchError;
use crate::schema::{ANY_DAY, FIELDS, HAS_PLACE, number_to_day};

/// Everything a search reads, opened once for each commit.
pub(crate) struct Snapshot {
    pub(crate) searcher: Searcher,
    pub(crate) segments: Vec<Segment>,
}

/// A part of the index that never changes, but for the documents deleted from it.
pub(crate) struct Segment {
    /// Title, keywords, body: the order of [`crate::matching::FIELD_WEIGHTS`].
    pub(crate) texts: [Arc<InvertedIndexReader>; 3],
    pub(crate) attributes: Arc<Attributes>,
    segment: SegmentId,
    /// Those that were not deleted; `None`: all.
    alive: Option<Bits>,
    id_high: Column<u64>,
    id_low: Column<u64>,
    latitude: Column<f64>,
    longitude: Column<f64>,
    sort_key: Option<StrColumn>,
}

/// What a search looks at besides words: shared properties are sets of the documents that have them, individual ones
/// are plain arrays by document. Unpacking all this from tantivy's columns in each search took most of its time. Some
/// 60 bytes a document.
pub(crate) struct Attributes {
    pub(crate) kinds: Vec<u32>,
    pub(crate) flags: Vec<u8>,
    /// Points on the unit sphere: their straight distances order as those along the surface, and cost no
    /// trigonometry. Four bytes each place them to within a metre.
    pub(crate) points: Vec<[f32; 3]>,
    pub(crate) next: Vec<i64>,
    /// The minute of the Danish day at which the next occasion begins.
    pub(crate) minutes: Vec<u16>,
    pub(crate) newest: Vec<i64>,
    /// Documents that pass whatever days are asked for.
    pub(crate) any_day: Bits,
    of_kind: BTreeMap<u32, Members>,
    /// Documents with each facet value, by the value's number.
    pub(crate) with_value: BTreeMap<u32, Members>,
    values: ValuesOf,
    on_day: BTreeMap<i32, Members>,
    periods: Periods,
}

/// The numbers of the facet values each document has, one document after the other.
struct ValuesOf {
    values: Box<[u32]>,
    /// Where the values of a document begin; the last entry is where all end.
    begin: Box<[u32]>,
}

/// What happens within the periods last asked for. Most searches ask for the same ones: today, the weekend, next week.
#[derive(Default)]
struct Periods(Mutex<Vec<(RangeInclusive<i32>, Arc<Bits>)>>);

/// At most this many periods; then the oldest are forgotten. A period takes one bit for each document.
const MOST_PERIODS: usize = 24;

impl Snapshot {
    /// What was last committed; unchanged segments are reused from the snapshot before.
    pub(crate) fn of(reader: &IndexReader, before: Option<&Snapshot>) -> Result<Self, SearchError> {
        let searcher = reader.searcher();
        let mut segments = Vec::with_capacity(searcher.segment_readers().len());
        for reader in searcher.segment_readers() {
            let known = before
                .and_then(|before| before.segments.iter().find(|known| known.segment == reader.segment_id()))
                .map(|known| known.attributes.clone());
            segments.push(Segment::open(reader, known)?);
        }
        Ok(Snapshot { searcher, segments })
    }

    /// Documents, without the deleted ones.
    pub(crate) fn len(&self) -> usize {
        self.searcher.num_docs() as usize
    }
}

impl Segment {
    fn open(reader: &SegmentReader, known: Option<Arc<Attributes>>) -> Result<Self, SearchError> {
        let fields = &*FIELDS;
        let columns = reader.fast_fields();
        let attributes = match known {
            Some(attributes) => attributes,
            None => Arc::new(Attributes::read(reader)?),
        };
        Ok(Segment {
            texts: [
                reader.inverted_index(fields.title)?,
                reader.inverted_index(fields.keywords)?,
                reader.inverted_index(fields.body)?,
            ],
            alive: reader
                .alive_bitset()
                .map(|alive| Bits::of(attributes.flags.len(), |document| alive.is_alive(document as u32))),
            attributes,
            segment: reader.segment_id(),
            id_high: columns.u64("id_high")?,
            id_low: columns.u64("id_low")?,
            latitude: columns.f64("latitude")?,
            longitude: columns.f64("longitude")?,
            sort_key: columns.str("sort_key")?,
        })
    }

    /// Documents, the deleted ones included.
    pub(crate) fn len(&self) -> usize {
        self.attributes.flags.len()
    }

    /// Whether the document is there, and of the kind asked for.
    pub(crate) fn is_eligible(&self, document: usize, kind: Option<u32>) -> bool {
        kind.is_none_or(|kind| self.attributes.kinds[document] == kind)
            && self.alive.as_ref().is_none_or(|alive| alive.has(document as u32))
    }

    /// All documents of this kind.
    pub(crate) fn eligible(&self, kind: Option<u32>) -> Bits {
        let mut eligible = match kind {
            Some(kind) => {
                let mut of_kind = Bits::none(self.len());
                if let Some(members) = self.attributes.of_kind.get(&kind) {
                    members.add_to(&mut of_kind);
                }
                of_kind
            }
            None => Bits::of(self.len(), |_| true),
        };
        if let Some(alive) = &self.alive {
            eligible.keep(alive);
        }
        eligible
    }

    pub(crate) fn id(&self, document: u32) -> u128 {
        let half = |column: &Column<u64>| u128::from(column.first(document).unwrap_or_default());
        half(&self.id_high) << 64 | half(&self.id_low)
    }

    /// Latitude and longitude in degrees.
    pub(crate) fn place(&self, document: u32) -> Option<(f64, f64)> {
        (self.attributes.flags[document as usize] & HAS_PLACE != 0)
            .then(|| self.latitude.first(document).zip(self.longitude.first(document)))
            .flatten()
    }

    /// The rank of the document's sort key within this segment.
    pub(crate) fn alphabetical_rank(&self, document: u32) -> u64 {
        self.sort_key.as_ref().and_then(|column| column.ords().first(document)).unwrap_or(u64::MAX)
    }

    /// The sort key of that rank.
    pub(crate) fn sort_key(&self, rank: u64) -> Result<String, SearchError> {
        let mut key = String::new();
        if let Some(column) = &self.sort_key {
            column.ord_to_str(rank, &mut key)?;
        }
        Ok(key)
    }
}

impl Attributes {
    fn read(reader: &SegmentReader) -> Result<Self, SearchError> {
        let columns = reader.fast_fields();
        let documents = 0..reader.max_doc();
        let (kinds, flags) = (columns.u64("kind")?, columns.u64("flags")?);
        let (latitude, longitude) = (columns.f64("latitude")?, columns.f64("longitude")?);
        let (next, newest) = (columns.i64("next")?, columns.i64("newest")?);
        let mut with_value: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let (mut values, mut begin) = (Vec::new(), vec![0]);
        let facets = columns.column_opt::<u64>("facets")?;
        for document in documents.clone() {
            for value in facets.iter().flat_map(|facets| facets.values_for_doc(document)) {
                with_value.entry(value as u32).or_default().push(document);
                values.push(value as u32);
            }
            begin.push(values.len() as u32);
        }
        let mut of_kind: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        let kinds: Vec<u32> =
            documents.clone().map(|document| kinds.first(document).unwrap_or_default() as u32).collect();
        for (kind, document) in kinds.iter().zip(documents.clone()) {
            of_kind.entry(*kind).or_default().push(document);
        }
        let members = |documents: Vec<u32>| Members::new(documents, kinds.len());
        let point = |document: u32| {
            let place = latitude.first(document).zip(longitude.first(document));
            place.map(point_on_unit_sphere).unwrap_or_default()
        };
        let flags: Vec<u8> =
            documents.clone().map(|document| flags.first(document).unwrap_or_default() as u8).collect();
        Ok(Attributes {
            any_day: Bits::of(flags.len(), |document| flags[document] & ANY_DAY != 0),
            of_kind: of_kind.into_iter().map(|(kind, documents)| (kind, members(documents))).collect(),
            with_value: with_value
                .into_iter()
                .map(|(value, documents)| (value, members(documents)))
                .collect(),
            on_day: days_of(reader)?.into_iter().map(|(day, documents)| (day, members(documents))).collect(),
            values: ValuesOf { values: values.into(), begin: begin.into() },
            periods: Periods::default(),
            flags,
            points: documents.clone().map(point).collect(),
            next: documents.clone().map(|document| next.first(document).unwrap_or(i64::MAX)).collect(),
            minutes: documents.clone().map(|document| minute_of_day(next.first(document))).collect(),
            newest: documents.map(|document| newest.first(document).unwrap_or(i64::MIN)).collect(),
            kinds,
        })
    }

    /// The numbers of the facet values the document has.
    pub(crate) fn values_of(&self, document: u32) -> &[u32] {
        let ValuesOf { values, begin } = &self.values;
        &values[begin[document as usize] as usize..begin[document as usize + 1] as usize]
    }

    /// The documents that happen on any of these days.
    pub(crate) fn within(&self, days: &RangeInclusive<i32>) -> Arc<Bits> {
        let known = || self.periods.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, within)) = known().iter().find(|(period, _)| period == days) {
            return within.clone();
        }
        let mut within = Bits::none(self.flags.len());
        self.days(days).for_each(|(_, members)| members.add_to(&mut within));
        let within = Arc::new(within);
        let mut known = known();
        if known.len() == MOST_PERIODS {
            known.remove(0);
        }
        known.push((days.clone(), within.clone()));
        within
    }

    /// The days of the range on which anything happens, in order, with what does.
    pub(crate) fn days(
        &self,
        days: &RangeInclusive<i32>,
    ) -> impl DoubleEndedIterator<Item = (i32, &Members)> {
        // a map cannot be asked for a range that ends before it begins
        let days = (!days.is_empty()).then_some(days);
        days.into_iter()
            .flat_map(|days| self.on_day.range(days.clone()))
            .map(|(day, members)| (*day, members))
    }
}

/// The documents that happen on each day.
fn days_of(reader: &SegmentReader) -> Result<BTreeMap<i32, Vec<u32>>, SearchError> {
    let mut on_day = BTreeMap::new();
    let days = reader.inverted_index(FIELDS.days)?;
    let mut terms = days.terms().stream()?;
    while terms.advance() {
        let Ok(bytes) = <[u8; 8]>::try_from(terms.key()) else { continue };
        let mut postings = days.read_postings_from_terminfo(terms.value(), IndexRecordOption::Basic)?;
        let mut documents = Vec::new();
        while postings.doc() != TERMINATED {
            documents.push(postings.doc());
            postings.advance();
        }
        on_day.insert(number_to_day(u64::from_be_bytes(bytes)), documents);
    }
    Ok(on_day)
}

/// The point for a latitude and longitude (degrees) on a sphere of radius 1.
pub(crate) fn point_on_unit_sphere((latitude, longitude): (f64, f64)) -> [f32; 3] {
    let (latitude, longitude) = (latitude.to_radians(), longitude.to_radians());
    [
        (latitude.cos() * longitude.cos()) as f32,
        (latitude.cos() * longitude.sin()) as f32,
        latitude.sin() as f32,
    ]
}

/// The square of the straight distance between two such points: 0 to 4.
pub(crate) fn squared_chord(one: [f32; 3], other: [f32; 3]) -> f64 {
    one.iter().zip(other).map(|(one, other)| (f64::from(*one) - f64::from(other)).powi(2)).sum()
}

/// The squared chord for a distance along the earth's surface.
pub(crate) fn squared_chord_of_km(kilometres: f64) -> f64 {
    let half_angle = kilometres.max(0.0) / (2.0 * samskab_kernel::danish::MEAN_EARTH_RADIUS_KM);
    (2.0 * half_angle.min(std::f64::consts::FRAC_PI_2).sin()).powi(2)
}

/// 0 where there is no occasion.
fn minute_of_day(next: Option<i64>) -> u16 {
    let Some(next) = next.filter(|next| *next != i64::MAX) else { return 0 };
    let at = Instant::from_micros(next).in_denmark();
    u16::try_from(i32::from(at.hour()) * 60 + i32::from(at.minute())).unwrap_or(0)
}
