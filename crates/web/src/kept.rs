//! Pages that nobody is signed in to, kept compressed in memory and never stale (ADR 0013).
//!
//! A route added with [`Routes::kept`](crate::Routes::kept) may keep what it answers, and does so when its handler
//! says until when time alone leaves the page as it is ([`Cx::keep_until`]). A kept page is answered with as long as
//! the book of events has the number it had before the page was made, the search index is the one it was made from,
//! the settings are the same, and that moment has not come. The number is asked of the database for every request
//! ([`heads`]), so a change is seen at once, whoever committed it.

mod asked;
mod heads;

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use quick_cache::{DefaultHashBuilder, OptionsBuilder, Weighter, sync::Cache, sync::DefaultLifecycle};
use samskab_kernel::{Instant, TenantId, jiff::SignedDuration};
use sha2::{Digest as _, Sha256};

use self::{asked::KeptRequest, asked::Key, heads::Heads};
use crate::{Cx, Services, health};

/// What is done each time a page is shown, also when nothing is made for it.
type EachTime = Arc<dyn Fn(&Services, TenantId, Instant) + Send + Sync>;

/// A page that is larger is not kept.
const LARGEST_PAGE: usize = 1024 * 1024;
/// About this many bytes are kept on top of the body: headers, key and what is done each time.
const BESIDE_THE_BODY: usize = 1024;
/// Each part of the memory has room for the largest page several times.
const PARTS: usize = 4;

/// How long after a request came that waited for it a page may have been finished. Were such a page not good for that
/// request, each of many who ask at once would make it anew, each later than the others came, and none would ever be
/// answered from memory.
const FINISHED_MEANWHILE: SignedDuration = SignedDuration::from_secs(60);

/// How far the search index has come with a municipality's book of events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Indexed {
    /// The last event that was read into it.
    number: i64,
    /// Raised whenever it is written, also when only time has passed.
    edition: u64,
}

/// The state of the data from which a page was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Basis {
    /// The number of the book of events before the page was made.
    number: i64,
    edition: u64,
    /// The version of the municipality's settings, as this process knows them.
    settings: u64,
}

/// A page as it goes over the line.
struct Page {
    basis: Basis,
    made_at: Instant,
    until: Instant,
    headers: HeaderMap,
    etag: HeaderValue,
    body: Bytes,
    each_time: Vec<EachTime>,
}

#[derive(Clone)]
struct ByBytes;

impl Weighter<Key, Arc<Page>> for ByBytes {
    fn weight(&self, key: &Key, page: &Arc<Page>) -> u64 {
        (key.length() + page.body.len() + BESIDE_THE_BODY) as u64
    }
}

/// The pages kept in this process, of all municipalities.
pub(crate) struct Kept {
    pages: Option<Cache<Key, Arc<Page>, ByBytes>>,
    heads: Heads,
    indexed: RwLock<HashMap<TenantId, Indexed>>,
}

impl Kept {
    /// `bytes` at most; 0 keeps nothing.
    pub fn new(bytes: u64) -> Self {
        let options = OptionsBuilder::new()
            .shards(PARTS)
            .estimated_items_capacity(usize::try_from(bytes / 16_384).unwrap_or(0))
            .weight_capacity(bytes)
            .build();
        let pages = options.ok().filter(|_| bytes > 0).map(|options| {
            Cache::with_options(options, ByBytes, DefaultHashBuilder::default(), DefaultLifecycle::default())
        });
        Self { pages, heads: Heads::default(), indexed: RwLock::default() }
    }

    /// The newest number of a municipality's book of events, where pages are kept at all.
    pub async fn head(&self, db: &samskab_store::Db, tenant: TenantId) -> samskab_store::Result<Option<i64>> {
        match self.pages {
            Some(_) => self.heads.of(db, tenant).await,
            None => Ok(None),
        }
    }

    /// Whether anything is kept at all.
    pub(crate) fn keeps(&self) -> bool {
        self.pages.is_some()
    }

    /// The search index has everything up to event `number`, and has been written.
    pub fn index_was_written(&self, tenant: TenantId, number: i64) {
        let mut indexed = self.indexed.write().unwrap_or_else(PoisonError::into_inner);
        let indexed = indexed.entry(tenant).or_default();
        *indexed = Indexed { number, edition: indexed.edition + 1 };
    }

    fn indexed(&self, tenant: TenantId) -> Option<Indexed> {
        self.indexed.read().unwrap_or_else(PoisonError::into_inner).get(&tenant).copied()
    }

    /// Bytes kept now.
    #[cfg(test)]
    fn weight(&self) -> u64 {
        self.pages.as_ref().map_or(0, Cache::weight)
    }
}

/// The number of the book of events when the request came.
#[derive(Clone, Copy)]
pub(crate) struct Book(pub i64);

/// What a handler says about the page it makes. Empty where nothing is kept.
#[derive(Clone, Default)]
pub(crate) struct Wish(Option<Arc<Mutex<Wished>>>);

#[derive(Default)]
struct Wished {
    /// When it was made, and until when it may be kept.
    time: Option<(Instant, Instant)>,
    each_time: Vec<EachTime>,
}

impl Cx {
    /// Time alone does not change this page before `until`, so until then it may be shown to others who are not
    /// signed in.
    /// The earliest counts when it is said several times; a page of which nothing is said is not kept. Only routes
    /// added with [`Routes::kept`](crate::Routes::kept) listen.
    pub fn keep_until(&self, until: Instant) {
        let Some(wished) = &self.wish.0 else { return };
        let mut wished = wished.lock().unwrap_or_else(PoisonError::into_inner);
        let until = wished.time.map_or(until, |(_, before)| before.min(until));
        wished.time = Some((self.now(), until));
    }

    /// The page depends on the day only: it is kept until the next day begins.
    pub fn keep_today(&self) {
        self.keep_until(self.now().day().end());
    }

    /// Does `what` now, and again each time the page is shown from memory: counting that it was seen.
    pub fn each_time(&self, what: impl Fn(&Services, TenantId, Instant) + Send + Sync + 'static) {
        what(&self.services, self.tenant.id, self.now());
        if let Some(wished) = &self.wish.0 {
            wished.lock().unwrap_or_else(PoisonError::into_inner).each_time.push(Arc::new(what));
        }
    }
}

/// What [`answer`] needs besides the request.
#[derive(Clone)]
pub(crate) struct Keeping {
    pub services: Services,
    /// The patterns of the routes whose pages may be kept.
    pub routes: Arc<HashSet<&'static str>>,
}

/// Answers with a kept page, or keeps the one that is made. Stands around the compression.
pub(crate) async fn answer(State(keeping): State<Keeping>, request: Request, next: Next) -> Response {
    let services = &keeping.services;
    let Some(pages) = &services.kept.pages else { return next.run(request).await };
    let now = services.clock.now();
    let (mut parts, body) = request.into_parts();
    let Some(asked) = KeptRequest::read(&keeping, &parts, now).await else {
        return next.run(Request::from_parts(parts, body)).await;
    };
    let tenant = asked.key.tenant;
    let number = match services.kept.heads.of(&services.db, tenant).await {
        Ok(number) => number,
        Err(error) => return health::unavailable(&parts.headers, &error),
    };
    let (Some(number), Some(indexed)) = (number, services.kept.indexed(tenant)) else {
        return next.run(Request::from_parts(parts, body)).await;
    };
    parts.extensions.insert(Book(number));
    let basis = Basis { number, edition: indexed.edition, settings: asked.settings };
    if let Some(page) = pages.get(&asked.key)
        && page.is_good(basis, now)
    {
        for what in &page.each_time {
            what(services, tenant, now);
        }
        return page.answer(&parts.headers);
    }
    // An index that is behind the book would be behind for as long as the page is kept.
    if indexed.number < number || parts.method != Method::GET {
        return next.run(Request::from_parts(parts, body)).await;
    }
    let wished = Arc::new(Mutex::new(Wished::default()));
    parts.extensions.insert(Wish(Some(wished.clone())));
    let sent = parts.headers.clone();
    let response = next.run(Request::from_parts(parts, body)).await;
    let Wished { time, each_time } =
        std::mem::take(&mut *wished.lock().unwrap_or_else(PoisonError::into_inner));
    let may_be_kept =
        response.status() == StatusCode::OK && !response.headers().contains_key(header::SET_COOKIE);
    let Some((made_at, until)) = time.filter(|_| may_be_kept) else { return response };
    let (parts, body) = response.into_parts();
    let body = match to_bytes(body, usize::MAX).await {
        // A page is written into a text that grows by doubling: what is kept takes no more room than it has letters.
        Ok(body) => Bytes::copy_from_slice(&body),
        Err(error) => {
            tracing::error!(%error, "a page could not be written");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    let etag = etag(&asked.key, &body);
    let page = Page { basis, made_at, until, headers: parts.headers, etag, body, each_time };
    let answer = page.answer(&sent);
    if page.body.len() <= LARGEST_PAGE && until > made_at {
        pages.insert(asked.key, Arc::new(page));
    }
    answer
}

impl Page {
    fn is_good(&self, basis: Basis, now: Instant) -> bool {
        // Further back, the clock was set.
        self.basis == basis && now < self.until && now >= self.made_at.minus(FINISHED_MEANWHILE)
    }

    /// Answers with the page, or says that the browser has it already.
    fn answer(&self, sent: &HeaderMap) -> Response {
        let mut headers = self.headers.clone();
        headers.insert(header::ETAG, self.etag.clone());
        let has_it = sent
            .get_all(header::IF_NONE_MATCH)
            .iter()
            .flat_map(|list| list.as_bytes().split(|byte| *byte == b','))
            .map(|tag| tag.trim_ascii())
            .any(|tag| tag.strip_prefix(b"W/").unwrap_or(tag) == self.etag.as_bytes());
        if has_it {
            for about_the_body in [header::CONTENT_TYPE, header::CONTENT_LENGTH, header::CONTENT_ENCODING] {
                headers.remove(about_the_body);
            }
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        let mut response = Response::new(Body::from(self.body.clone()));
        *response.headers_mut() = headers;
        response
    }
}

/// A tag of the bytes that are sent: the page keeps its tag even after something else has changed.
fn etag(key: &Key, body: &[u8]) -> HeaderValue {
    let hash = Sha256::new().chain_update([u8::from(key.fragment)]).chain_update(body).finalize();
    let hex: String = hash.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    HeaderValue::from_str(&format!("\"{hex}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}

#[cfg(test)]
mod tests;
