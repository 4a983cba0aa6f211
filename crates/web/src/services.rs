//! What lives as long as the process: the database, the clock, the index, how the program is set up, and what every
//! context has given.

use std::sync::Arc;

use samskab_kernel::{Clock, Instant, Locale, TenantId};
use samskab_store::{Connection, Db};
use uuid::Uuid;

use crate::{
    Actor, Module, NavItem,
    forwarded::{TrustedProxies, host_name},
    health::Readiness,
    kept::Kept,
    limits::{Limiters, Limits},
    module::{BoxFuture, Destinations, MenuItems, Shortcuts, WorkItems},
    states::{State, States},
    tenant::Tenants,
    waiting::Waiting,
};

/// Finds the person behind a session: who they are and which roles they have. Given by the context that owns people.
pub type Identify = for<'a> fn(
    &'a mut Connection,
    TenantId,
    Uuid,
    Instant,
) -> BoxFuture<'a, samskab_store::Result<Option<Actor>>>;

/// How the program is set up on this machine.
#[derive(Clone)]
pub struct Config {
    /// Who is believed when they say for whom they ask (X-Forwarded-For, X-Forwarded-Proto).
    pub trusted_proxies: TrustedProxies,
    /// The address people see, for links in mails written outside a request.
    pub public_url: Option<String>,
    pub limits: Limits,
    /// Shows the demo's sign-ins and its post box.
    pub demo: bool,
    /// The people one can be in the demo, in the order offered.
    pub demo_people: Vec<DemoPerson>,
    /// Whoever knows this token may read /metrics from elsewhere; on the machine itself it is open.
    pub metrics_token: Option<String>,
    pub render_metrics: fn() -> String,
    /// How much memory public pages may be kept in, in bytes; 0 keeps none (ADR 0013).
    pub kept_bytes: u64,
}

/// One of the demo's invented people.
#[derive(Debug, Clone)]
pub struct DemoPerson {
    pub email: String,
    pub name: String,
    /// What one sees as that person, in one sentence.
    pub shows: String,
    pub shows_in_english: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            trusted_proxies: TrustedProxies::Nobody,
            public_url: None,
            limits: Limits::default(),
            demo: false,
            demo_people: Vec::new(),
            metrics_token: None,
            render_metrics: String::new,
            kept_bytes: 0,
        }
    }
}

/// Everything that lives as long as the process. Clones share it.
#[derive(Clone)]
pub struct Services(Arc<Inner>);

pub struct Inner {
    pub db: Db,
    pub clock: Clock,
    pub index: samskab_search::Index,
    pub tenants: Tenants,
    pub config: Config,
    pub navigation: Vec<NavItem>,
    pub work_items: Vec<WorkItems>,
    pub shortcuts: Vec<Shortcuts>,
    pub(crate) menu: Vec<MenuItems>,
    pub destinations: Vec<Destinations>,
    pub retention: Vec<crate::retention::Rule>,
    pub stored: Vec<crate::stored::StoredFiles>,
    pub erasures: Vec<crate::erasure::Erase>,
    pub stays: Vec<crate::erasure::Stays>,
    pub dependents: Vec<crate::exit::Dependents>,
    pub built: Vec<crate::built::Built>,
    pub sections: Vec<crate::personal::OfPerson>,
    pub known: Vec<crate::personal::KnownOfPerson>,
    pub about: Vec<crate::personal::AboutPerson>,
    pub merges: Vec<crate::merge::Merges>,
    pub alike: Vec<crate::merge::FindAlike>,
    pub readdresses: Vec<crate::merge::Readdress>,
    pub(crate) parts: Vec<crate::module::Part>,
    pub(crate) links: Vec<crate::module::Links>,
    pub(crate) holds: Vec<crate::module::Holds>,
    pub(crate) first_times: Vec<crate::module::FirstTimes>,
    pub(crate) leaders: Vec<crate::module::Leaders>,
    pub(crate) public_dates: Vec<crate::module::PublicDates>,
    pub(crate) year_dates: Vec<crate::module::YearDates>,
    /// Texts that a flash message may show, context by context.
    pub(crate) texts: Vec<fn(Locale, &str) -> Option<&'static str>>,
    pub(crate) limiters: Limiters,
    pub(crate) kept: Kept,
    pub(crate) waiting: Waiting,
    pub(crate) states: States,
    pub(crate) identify: Identify,
    pub(crate) readiness: Readiness,
}

/// What all modules have of one kind, in the order of the modules.
fn all<T: Copy>(modules: &[Module], of: fn(&Module) -> &Vec<T>) -> Vec<T> {
    modules.iter().flat_map(|module| of(module).iter().copied()).collect()
}

/// The same, ordered by the place that each names: the lowest first.
fn in_order<T: Copy>(modules: &[Module], of: fn(&Module) -> &Vec<T>, place: fn(&T) -> u8) -> Vec<T> {
    let mut all = all(modules, of);
    all.sort_by_key(place);
    all
}

impl std::ops::Deref for Services {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Services {
    pub fn new(db: Db, clock: Clock, config: Config, identify: Identify, modules: &[Module]) -> Self {
        let reactions = all(modules, |module| &module.reactions);
        if !reactions.is_empty() {
            db.set_reactions(reactions);
        }
        Self(Arc::new(Inner {
            tenants: Tenants::new(db.clone()),
            db,
            clock,
            index: samskab_search::Index::new(),
            limiters: Limiters::new(config.limits),
            kept: Kept::new(config.kept_bytes),
            waiting: Waiting::default(),
            states: States::default(),
            identify,
            readiness: Readiness::default(),
            config,
            navigation: all(modules, |module| &module.navigation),
            work_items: all(modules, |module| &module.work_items),
            shortcuts: all(modules, |module| &module.shortcuts),
            menu: all(modules, |module| &module.menu),
            destinations: all(modules, |module| &module.destinations),
            retention: all(modules, |module| &module.retention),
            stored: all(modules, |module| &module.stored),
            erasures: all(modules, |module| &module.erasures),
            stays: all(modules, |module| &module.stays),
            dependents: in_order(modules, |module| &module.dependents, |one| one.place),
            built: all(modules, |module| &module.built),
            sections: in_order(modules, |module| &module.sections, |one| one.place),
            known: in_order(modules, |module| &module.known, |one| one.place),
            about: in_order(modules, |module| &module.about, |one| one.place),
            merges: in_order(modules, |module| &module.merges, |one| one.place),
            alike: all(modules, |module| &module.alike),
            readdresses: all(modules, |module| &module.readdresses),
            parts: all(modules, |module| &module.parts),
            links: all(modules, |module| &module.links),
            holds: all(modules, |module| &module.holds),
            leaders: all(modules, |module| &module.leaders),
            first_times: all(modules, |module| &module.first_times),
            public_dates: all(modules, |module| &module.public_dates),
            year_dates: all(modules, |module| &module.year_dates),
            texts: all(modules, |module| &module.texts),
        }))
    }

    /// What a context keeps in memory; one value of each type in the process.
    pub fn state<S: State>(&self) -> Arc<S> {
        self.states.get()
    }

    /// From now on /readyz says yes, as long as the database takes changes.
    pub fn set_ready(&self) {
        self.readiness.index_is_built();
    }

    /// A link for a mail that no request is behind: at the municipality's own name if it has one,
    /// else at the address of the whole installation.
    pub fn absolute(&self, tenant: TenantId, path: &str) -> String {
        let public_url = self.config.public_url.as_deref().unwrap_or_default().trim_end_matches('/');
        match self.tenants.by_id(tenant).and_then(|tenant| tenant.host.clone()) {
            Some(host) => {
                let scheme = public_url.split_once("://").map_or("https", |(scheme, _)| scheme);
                format!("{scheme}://{host}{}{path}", self.port())
            }
            None => format!("{public_url}{path}"),
        }
    }

    /// `:8080`, or nothing. Every name of the installation is served at the port of its public address; the port in a
    /// `Host` header was written by whoever asks.
    pub(crate) fn port(&self) -> &str {
        let address = self.config.public_url.as_deref().and_then(|url| url.split_once("://"));
        let host = address.and_then(|(_, rest)| rest.split('/').next()).unwrap_or_default();
        &host[host_name(host).len()..]
    }
}
