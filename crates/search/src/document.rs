use uuid::Uuid;

/// One thing that can be found. The caller builds it from a committed row; nothing is read back but ids,
/// facets and the payload.
#[derive(Clone, Debug, Default)]
pub struct Document {
    pub tenant: Uuid,
    /// Unique within the tenant, over all kinds.
    pub id: Uuid,
    /// What sort of thing it is ("task", "association"); a query asks for one kind or for all.
    pub kind: &'static str,
    /// Matches here weigh most …
    pub title: String,
    /// … then here (names, places, tags) …
    pub keywords: String,
    /// … then here.
    pub body: String,
    /// Facet name and value, as many as apply: `("theme", "social")`. Counted and filtered exactly.
    pub facets: Vec<(&'static str, String)>,
    /// Local civil dates on which it happens, in days since 1970-01-01. Negative days are allowed.
    pub days: Vec<i32>,
    /// Flexible: matches every date, listed after what happens on exactly the days asked for.
    pub any_day: bool,
    /// Latitude and longitude in degrees (WGS 84).
    pub place: Option<(f64, f64)>,
    /// From home or digital: matches every place, listed after the near ones.
    pub anywhere: bool,
    /// Sorted after everything else by date and by distance: nobody can come to it any more.
    pub last: bool,
    /// When it was published, in microseconds since 1970 (UTC).
    pub newest: i64,
    /// Its next occasion in microseconds since 1970 (UTC); `i64::MAX` if there is none. Its later ones begin at the same
    /// hour.
    pub next: i64,
    /// Alphabetical key, from `samskab_kernel::danish::sort_key`.
    pub sort_key: String,
    /// Stored and handed back with the hit, at most a few hundred bytes; empty costs nothing.
    pub payload: String,
}

/// What a committed event means to the index.
#[derive(Clone, Debug)]
pub enum Change {
    /// Adds the document, or replaces the one with the same tenant and id.
    Upsert(Box<Document>),
    /// Removes it; nothing happens if it is not there.
    Delete { tenant: Uuid, id: Uuid },
}

impl Change {
    pub fn upsert(document: Document) -> Self {
        Change::Upsert(Box::new(document))
    }

    pub fn tenant(&self) -> Uuid {
        match self {
            Change::Upsert(document) => document.tenant,
            Change::Delete { tenant, .. } => *tenant,
        }
    }
}
