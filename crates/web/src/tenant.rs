//! The municipality a request is for, chosen by the host name it was sent to.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    sync::{Arc, RwLock},
};

use samskab_kernel::{Day, Instant, TenantId};
use samskab_store::{Connection, Db};
use serde::{Deserialize, de::DeserializeOwned};

samskab_store::statements! {
    ALL = "select t.id, t.slug, t.name, t.code, t.settings, t.ended_on, h.host
           from tenant t join tenant_host h on h.tenant_id = t.id order by h.host";
}

#[derive(Hash, samskab_store::Row)]
struct TenantRow {
    id: TenantId,
    slug: String,
    name: String,
    code: String,
    settings: String,
    ended_on: Option<Day>,
    host: String,
}

/// A municipality and how it wants things: its preset with its own changes.
#[derive(Debug)]
pub struct Tenant {
    pub id: TenantId,
    pub slug: String,
    pub name: String,
    pub code: String,
    /// The name of its own under which it answers; `None` when it answers for every name.
    pub host: Option<String>,
    pub profile: Profile,
    /// It has ended (`samskab end`): its pages can be read, and nothing is written any more.
    pub ended_on: Option<Day>,
    settings: serde_json::Value,
    /// Changes when anything in this struct changes, or a name under which the municipality answers.
    pub(crate) version: u64,
}

/// What the shell of every page shows. The other sections of the settings belong to the contexts.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// "Frivillig i Fjordlund"
    pub tagline: String,
    pub tagline_en: String,
    /// One line that invites, on the front page; empty: none.
    pub slogan: String,
    pub slogan_en: String,
    /// A few sentences of the municipality's own on the front page; empty: none.
    pub welcome: String,
    pub welcome_en: String,
    pub phone: String,
    pub email: String,
    pub address: String,
    pub opening_hours: String,
    pub opening_hours_en: String,
    /// Where the accessibility statement is kept (was.digst.dk/…); empty until it is made.
    pub accessibility_statement: String,
    pub colour: String,
    pub colour_dark: String,
    pub on_colour: String,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            tagline: "Frivillig i kommunen".into(),
            tagline_en: "Volunteer in the municipality".into(),
            slogan: String::new(),
            slogan_en: String::new(),
            welcome: String::new(),
            welcome_en: String::new(),
            phone: String::new(),
            email: String::new(),
            address: String::new(),
            opening_hours: String::new(),
            opening_hours_en: String::new(),
            accessibility_statement: String::new(),
            colour: "#0b5563".into(),
            colour_dark: "#083e49".into(),
            on_colour: "#ffffff".into(),
        }
    }
}

impl Tenant {
    pub fn new(id: TenantId, slug: &str, name: &str, code: &str, settings: serde_json::Value) -> Self {
        let profile = section(&settings, "profile");
        Self {
            id,
            slug: slug.into(),
            name: name.into(),
            code: code.into(),
            host: None,
            profile,
            ended_on: None,
            settings,
            version: 0,
        }
    }

    /// A context's own part of the settings; what is missing takes its default.
    pub fn section<S: DeserializeOwned + Default>(&self, name: &str) -> S {
        section(&self.settings, name)
    }
}

fn section<S: DeserializeOwned + Default>(settings: &serde_json::Value, name: &str) -> S {
    match settings.get(name) {
        None => S::default(),
        Some(value) => S::deserialize(value).unwrap_or_else(|error| {
            tracing::error!(section = name, %error, "a section of the settings cannot be read; defaults are used");
            S::default()
        }),
    }
}

/// All municipalities of this installation by host name. Read anew every ten seconds at most.
#[derive(Clone)]
pub struct Tenants {
    db: Db,
    known: Arc<RwLock<Known>>,
}

#[derive(Default)]
struct Known {
    by_host: HashMap<String, Arc<Tenant>>,
    read_at: Option<Instant>,
}

const FRESH_MICROS: i64 = 10_000_000;

impl Tenants {
    pub fn new(db: Db) -> Self {
        Self { db, known: Arc::default() }
    }

    /// The municipality that answers at `host` (without a port).
    pub async fn at(&self, host: &str, now: Instant) -> Result<Option<Arc<Tenant>>, samskab_store::Error> {
        if let Some(known) = self.lookup(host, now) {
            return Ok(known);
        }
        self.refresh(now).await?;
        Ok(self.lookup(host, now).flatten())
    }

    #[samskab_store::compiled_once]
    pub async fn all(&self, now: Instant) -> Result<Vec<Arc<Tenant>>, samskab_store::Error> {
        self.refresh(now).await?;
        let known = self.known.read().unwrap_or_else(|poisoned| poisoned.into_inner());
        let mut all: Vec<_> = known.by_host.values().cloned().collect();
        all.sort_by_key(|tenant| tenant.id);
        all.dedup_by_key(|tenant| tenant.id);
        Ok(all)
    }

    /// Whether a municipality has this very name (without a port), not just `*`.
    pub fn knows(&self, host: &str) -> bool {
        let known = self.known.read().unwrap_or_else(|poisoned| poisoned.into_inner());
        host != "*" && known.by_host.contains_key(host)
    }

    /// The municipality with this id, if it is known.
    pub fn by_id(&self, id: TenantId) -> Option<Arc<Tenant>> {
        let known = self.known.read().unwrap_or_else(|poisoned| poisoned.into_inner());
        known.by_host.values().find(|tenant| tenant.id == id).cloned()
    }

    /// The municipality a job is for; `None` when it is gone.
    #[samskab_store::compiled_once]
    pub async fn with_id(
        &self,
        id: TenantId,
        now: Instant,
    ) -> Result<Option<Arc<Tenant>>, samskab_store::Error> {
        if let Some(known) = self.by_id(id) {
            return Ok(Some(known));
        }
        self.refresh(now).await?;
        Ok(self.by_id(id))
    }

    /// `None` when what is known is too old to answer from.
    fn lookup(&self, host: &str, now: Instant) -> Option<Option<Arc<Tenant>>> {
        let known = self.known.read().unwrap_or_else(|poisoned| poisoned.into_inner());
        let read_at = known.read_at?;
        if (now.micros() - read_at.micros()).abs() > FRESH_MICROS {
            return None;
        }
        Some(known.by_host.get(host).or_else(|| known.by_host.get("*")).cloned())
    }

    /// Forgets, so that a change of the settings shows at once.
    #[samskab_store::compiled_once]
    pub async fn refresh(&self, now: Instant) -> Result<(), samskab_store::Error> {
        let mut reader = self.db.read().await?;
        let by_host = load(&mut reader).await?;
        let mut known = self.known.write().unwrap_or_else(|poisoned| poisoned.into_inner());
        *known = Known { by_host, read_at: Some(now) };
        Ok(())
    }
}

async fn load(connection: &mut Connection) -> Result<HashMap<String, Arc<Tenant>>, samskab_store::Error> {
    let rows: Vec<TenantRow> = connection.query(&ALL).all().await?;
    let mut by_id: HashMap<TenantId, Arc<Tenant>> = HashMap::new();
    let mut by_host = HashMap::new();
    let mut own_host: HashMap<TenantId, String> = HashMap::new();
    let mut versions: HashMap<TenantId, DefaultHasher> = HashMap::new();
    for row in &rows {
        row.hash(versions.entry(row.id).or_default());
    }
    for row in rows.iter().filter(|row| row.host != "*") {
        own_host.entry(row.id).or_insert_with(|| row.host.clone());
    }
    for row in rows {
        let tenant = by_id.entry(row.id).or_insert_with(|| {
            let settings = serde_json::from_str(&row.settings).unwrap_or_default();
            let mut tenant = Tenant::new(row.id, &row.slug, &row.name, &row.code, settings);
            tenant.ended_on = row.ended_on;
            tenant.host = own_host.remove(&row.id);
            tenant.version = versions.remove(&row.id).unwrap_or_default().finish();
            Arc::new(tenant)
        });
        by_host.insert(row.host, tenant.clone());
    }
    Ok(by_host)
}
