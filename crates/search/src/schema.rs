use std::sync::LazyLock;

use tantivy::TantivyDocument;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions,
};
use uuid::Uuid;

use crate::danish::Analyser;
use crate::document::Document;
use crate::names::Names;

/// What tantivy keeps of a document. Terms carry neither frequencies nor positions nor lengths: the rank
/// depends on how literally a word is met and where, not on how often.
pub(crate) struct Fields {
    pub(crate) schema: Schema,
    pub(crate) id: Field,
    pub(crate) id_high: Field,
    pub(crate) id_low: Field,
    pub(crate) kind: Field,
    pub(crate) title: Field,
    pub(crate) keywords: Field,
    pub(crate) body: Field,
    pub(crate) facets: Field,
    pub(crate) days: Field,
    pub(crate) flags: Field,
    pub(crate) latitude: Field,
    pub(crate) longitude: Field,
    pub(crate) newest: Field,
    pub(crate) next: Field,
    pub(crate) sort_key: Field,
    pub(crate) payload: Field,
}

pub(crate) static FIELDS: LazyLock<Fields> = LazyLock::new(|| {
    let mut schema = Schema::builder();
    let terms = || {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer("whitespace")
            .set_index_option(IndexRecordOption::Basic)
            .set_fieldnorms(false);
        TextOptions::default().set_indexing_options(indexing)
    };
    Fields {
        id: schema.add_bytes_field("id", INDEXED),
        id_high: schema.add_u64_field("id_high", FAST),
        id_low: schema.add_u64_field("id_low", FAST),
        kind: schema.add_u64_field("kind", FAST),
        title: schema.add_text_field("title", terms()),
        keywords: schema.add_text_field("keywords", terms()),
        body: schema.add_text_field("body", terms()),
        facets: schema.add_u64_field("facets", FAST),
        days: schema.add_u64_field("days", INDEXED),
        flags: schema.add_u64_field("flags", FAST),
        latitude: schema.add_f64_field("latitude", FAST),
        longitude: schema.add_f64_field("longitude", FAST),
        newest: schema.add_i64_field("newest", FAST),
        next: schema.add_i64_field("next", FAST),
        sort_key: schema.add_text_field("sort_key", TextOptions::default().set_fast("raw")),
        payload: schema.add_text_field("payload", STORED),
        schema: schema.build(),
    }
});

/// Yes or no, one bit each.
pub(crate) const ANY_DAY: u8 = 1;
pub(crate) const ANYWHERE: u8 = 2;
pub(crate) const HAS_PLACE: u8 = 4;
pub(crate) const HAS_PAYLOAD: u8 = 8;
pub(crate) const LAST: u8 = 16;

/// Days as unsigned numbers in the same order.
pub(crate) fn day_to_number(day: i32) -> u64 {
    (i64::from(day) - i64::from(i32::MIN)) as u64
}

pub(crate) fn number_to_day(number: u64) -> i32 {
    (number as i64 + i64::from(i32::MIN)) as i32
}

pub(crate) fn stored(document: &Document, names: &mut Names, analyser: &mut Analyser) -> TantivyDocument {
    let fields = &*FIELDS;
    let mut stored = TantivyDocument::new();
    let (high, low) = document.id.as_u64_pair();
    stored.add_bytes(fields.id, document.id.as_bytes());
    stored.add_u64(fields.id_high, high);
    stored.add_u64(fields.id_low, low);
    stored.add_u64(fields.kind, u64::from(names.kind(document.kind)));
    for (field, text) in [
        (fields.title, &document.title),
        (fields.keywords, &document.keywords),
        (fields.body, &document.body),
    ] {
        stored.add_text(field, analyser.index_terms(text));
    }
    let mut facets: Vec<u32> =
        document.facets.iter().map(|(facet, value)| names.facet_value(facet, value)).collect();
    facets.sort_unstable();
    facets.dedup();
    for facet in facets {
        stored.add_u64(fields.facets, u64::from(facet));
    }
    let mut days = document.days.clone();
    days.sort_unstable();
    days.dedup();
    for day in days {
        stored.add_u64(fields.days, day_to_number(day));
    }
    let place = document.place.filter(|(latitude, longitude)| latitude.is_finite() && longitude.is_finite());
    let flags = [
        (document.any_day, ANY_DAY),
        (document.anywhere, ANYWHERE),
        (document.last, LAST),
        (place.is_some(), HAS_PLACE),
        (!document.payload.is_empty(), HAS_PAYLOAD),
    ];
    let flags = flags.iter().filter(|(set, _)| *set).fold(0, |flags, (_, flag)| flags | flag);
    stored.add_u64(fields.flags, u64::from(flags));
    let (latitude, longitude) = place.unwrap_or_default();
    stored.add_f64(fields.latitude, latitude);
    stored.add_f64(fields.longitude, longitude);
    stored.add_i64(fields.newest, document.newest);
    stored.add_i64(fields.next, document.next);
    stored.add_text(fields.sort_key, &document.sort_key);
    if !document.payload.is_empty() {
        stored.add_text(fields.payload, &document.payload);
    }
    stored
}

pub(crate) fn id_term(id: Uuid) -> tantivy::Term {
    tantivy::Term::from_field_bytes(FIELDS.id, id.as_bytes())
}
