//! The application: modules in, one service out.

use std::{
    collections::HashSet,
    future::poll_fn,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use axum::{
    Router,
    body::{Body, HttpBody as _},
    extract::{self, MatchedPath, Request},
    http::{Extensions, HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    middleware::{Next, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::get,
};
use samskab_kernel::{Instant, Locale};
use samskab_store::patience;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, CompressionLevel, Predicate, predicate::SizeAbove},
    limit::RequestBodyLimitLayer,
};
use uuid::Uuid;

use crate::{
    Actor, Error, Module, Result, Services, T, assets,
    cx::{Cx, FLASH_COOKIE, LOCALE_COOKIE, RequestFacts, flash},
    error::Failed,
    failure::{cross_site, failure_page, has_ended, lost_link, no_tenant, sign_in_first},
    forwarded::{self, TrustedProxies, host_name},
    health,
    kept::{self, Book, Keeping, Wish},
    module::{RouteInfo, WorkItem},
    security, sent_form,
    session::{self, Opens},
    shell, token,
    waiting::Counted,
};

/// The largest body of an ordinary form; imports set their own.
const FORM_LIMIT: usize = 20 * 1024 * 1024;

/// How many bytes of an oversized body are read and discarded, and for how long.
const DRAINED: usize = 8 * FORM_LIMIT;
const DRAIN_WAIT: Duration = Duration::from_secs(30);

/// Joins the modules into one service. Also returns every route, for the authority table.
pub fn app(services: &Services, modules: Vec<Module>) -> (Router, Vec<RouteInfo>) {
    let mut router = Router::new();
    let mut infos = Vec::new();
    let mut kept = HashSet::new();
    for module in modules {
        router = router.merge(module.routes.router);
        infos.extend(module.routes.infos);
        kept.extend(module.routes.kept);
    }
    let keeping = Keeping { services: services.clone(), routes: Arc::new(kept) };
    let pages = router
        .route("/tema.css", get(theme))
        .route("/was", get(accessibility_statement))
        .fallback(|| async { Error::NotFound })
        .method_not_allowed_fallback(|| async { Error::NotFound })
        .layer(RequestBodyLimitLayer::new(FORM_LIMIT))
        .layer(axum::extract::DefaultBodyLimit::disable())
        .layer(from_fn_with_state(services.clone(), with_context))
        .layer(
            // Pages are written anew each time: gzip's quickest level already takes four fifths off. Brotli would take a
            // sixth off what is left, for half a millisecond more of a search (docs/performance.md).
            CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(
                SizeAbove::new(1024).and(|_: StatusCode, _, headers: &HeaderMap, _: &Extensions| {
                    !headers.contains_key(header::CONTENT_ENCODING)
                }),
            ),
        )
        .layer(CatchPanicLayer::new())
        .layer(from_fn_with_state(keeping, kept::answer));
    let all = Router::new()
        .route(assets::ROUTE, get(assets::serve))
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(metrics_page))
        .merge(pages)
        .layer(from_fn_with_state(services.clone(), observe))
        .with_state(services.clone());
    (all, infos)
}

/// Request id, log line, metrics and the security headers of every answer.
async fn observe(
    extract::State(services): extract::State<Services>,
    mut request: Request,
    next: Next,
) -> Response {
    let began = std::time::Instant::now();
    let id = services.db.dice().uuid(services.clock.now());
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("-", |path| path.as_str()).to_owned();
    let secure = is_secure(&services, request.headers(), request.extensions());
    warn_of_a_proxy(&services, &request);
    request.extensions_mut().insert(RequestId(id));
    let mut response = in_time(next.run(request)).await;
    let elapsed = began.elapsed();
    let status = response.status().as_u16();
    security::add_headers(response.headers_mut(), secure);
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert("x-request-id", value);
    }
    // The route's pattern, never the path: ids and secrets of links stay out of the log.
    let label = route.clone();
    metrics::counter!("samskab_http_requests_total", "method" => method.to_string(), "route" => route.clone(), "status" => status.to_string())
        .increment(1);
    metrics::histogram!("samskab_http_request_seconds", "route" => route).record(elapsed.as_secs_f64());
    tracing::info!(request = %id, %method, route = label, status, ms = elapsed.as_secs_f64() * 1000.0, "answered");
    response
}

/// The answer, or that it took too long: a body that never comes to its end, a page that is never finished.
async fn in_time(answer: impl Future<Output = Response>) -> Response {
    match tokio::time::timeout(LONGEST_REQUEST, patience::as_a_page(answer)).await {
        Ok(response) => response,
        Err(_) => StatusCode::REQUEST_TIMEOUT.into_response(),
    }
}

#[derive(Clone, Copy)]
struct RequestId(Uuid);

pub(crate) fn is_secure(services: &Services, headers: &HeaderMap, extensions: &Extensions) -> bool {
    let config = &services.config;
    config.trusted_proxies.says_https(forwarded::peer(extensions), headers)
        || config.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
}

/// Said once: without it all the world has one address, and whoever tries too often makes everybody wait.
fn warn_of_a_proxy(services: &Services, request: &Request) {
    static SAID: AtomicBool = AtomicBool::new(false);
    let peer = forwarded::peer(request.extensions());
    if TrustedProxies::Nearest.believes(peer)
        && !services.config.trusted_proxies.believes(peer)
        && forwarded::came_by_a_proxy(request.headers())
        && !SAID.swap(true, Ordering::Relaxed)
    {
        tracing::warn!(
            proxy = %peer,
            "requests come by a proxy whose headers are not believed, so all readers count as one address: set SAMSKAB_TRUSTED_PROXY"
        );
    }
}

/// Finds tenant, session, actor and language; writes the page for what failed.
async fn with_context(
    extract::State(services): extract::State<Services>,
    request: Request,
    next: Next,
) -> Response {
    let (mut parts, body) = request.into_parts();
    let id = parts.extensions.get::<RequestId>().map(|id| id.0).unwrap_or_default();
    let cx = match context(&services, &parts).await {
        Ok(Some(cx)) => cx,
        Ok(None) => return no_tenant(),
        Err(error) => {
            return health::unavailable(&parts.headers, &error);
        }
    };
    let from_us = security::comes_from_us(&parts.method, &parts.headers, &cx.request.host)
        || cx.request.path.ends_with(security::ONE_CLICK);
    let had_flash = cx.flash.is_some();
    let sets_locale = parts.method == Method::GET && cx.query().is_some_and(|query| query.contains("sprog="));
    if says_it_is_too_large(&parts.headers) {
        drain(body).await;
        return failure_page(&cx, StatusCode::PAYLOAD_TOO_LARGE, id);
    }
    if let Some(ended) = cx.tenant.ended_on
        && parts.method == Method::POST
        && !is_open_to_the_last(cx.path())
    {
        return has_ended(&cx, ended);
    }
    let (body, sent) = sent_form::read(&cx, &parts, body).await;
    let reads = parts.method == Method::GET;
    parts.extensions.insert(cx.clone());
    let mut response =
        if from_us { next.run(Request::from_parts(parts, body)).await } else { cross_site(&cx, id) };
    if response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
    {
        if had_flash && response.status() != StatusCode::SEE_OTHER {
            cx.set_cookie(response.headers_mut(), FLASH_COOKIE, "", Some(0));
        }
        if sets_locale {
            cx.set_cookie(response.headers_mut(), LOCALE_COOKIE, cx.locale.code(), Some(365 * 86_400));
        }
    }
    let is_nowhere = [StatusCode::NOT_FOUND, StatusCode::GONE, StatusCode::BAD_REQUEST];
    if reads
        && is_nowhere.contains(&response.status())
        && let Some(meant) = cx.without_the_marks_of_a_sentence()
        && let Ok(redirect) = cx.redirect(meant)
    {
        return redirect;
    }
    match response.extensions().get::<Failed>().copied() {
        Some(Failed { link: Some(link), .. }) => lost_link(&cx, link),
        Some(Failed { status: StatusCode::UNAUTHORIZED, .. }) => sign_in_first(&cx, sent),
        Some(Failed { status, .. }) => failure_page(&cx, status, id),
        None if response.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            failure_page(&cx, StatusCode::PAYLOAD_TOO_LARGE, id)
        }
        // axum's own words about an address that cannot be one of ours: "/opgaver/noget" where an id belongs.
        None if response.status() == StatusCode::BAD_REQUEST && is_plain_text(&response) => {
            failure_page(&cx, StatusCode::NOT_FOUND, id)
        }
        None => response,
    }
}

/// Paths that stay open in a municipality that has ended: people can still fetch what is theirs, and stop mails.
fn is_open_to_the_last(path: &str) -> bool {
    ["/log-ind", "/log-ud", "/min-side/data", "/min-profil/slet"].iter().any(|open| path.starts_with(open))
        || path.ends_with(security::ONE_CLICK)
}

fn says_it_is_too_large(headers: &HeaderMap) -> bool {
    let length = headers.get(header::CONTENT_LENGTH).and_then(|value| value.to_str().ok());
    length.and_then(|length| length.parse::<usize>().ok()).is_some_and(|length| length > FORM_LIMIT)
}

/// Reads the rest of the body for a while and discards it: a browser shows an answer only when it has sent
/// everything.
async fn drain(mut body: Body) {
    let read = async {
        let mut read = 0;
        while read < DRAINED {
            match poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
                Some(Ok(frame)) => read += frame.data_ref().map_or(0, |data| data.len()),
                _ => break,
            }
        }
    };
    let _ = tokio::time::timeout(DRAIN_WAIT, read).await;
}

fn is_plain_text(response: &Response) -> bool {
    response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

/// The name and port that were asked at, in small letters.
pub(crate) fn host(headers: &HeaderMap) -> String {
    headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default().to_lowercase()
}

/// The language chosen before, on this browser.
pub(crate) fn locale_chosen(headers: &HeaderMap) -> Option<Locale> {
    session::cookie(headers, LOCALE_COOKIE).and_then(|code| code.parse().ok())
}

async fn context(services: &Services, parts: &Parts) -> Result<Option<Cx>> {
    let now = services.clock.now();
    let headers = &parts.headers;
    let host = host(headers);
    let Some(tenant) = services.tenants.at(host_name(&host), now).await? else { return Ok(None) };
    let secret =
        session::cookie(headers, session::COOKIE).filter(|secret| !secret.is_empty()).map(str::to_owned);
    let (mut actor, mut by_letter) = (Actor::public(), false);
    if let Some(secret) = &secret {
        let mut reader = services.db.read().await?;
        let found = session::find(&mut reader, tenant.id, secret, now).await?;
        let path = parts.uri.path();
        by_letter = found.as_ref().is_some_and(|(_, opens)| Opens::of_stored(opens) != Opens::Everything);
        if let Some((person, opens)) = found.filter(|(_, opens)| Opens::of_stored(opens).opens(path)) {
            actor = (services.identify)(&mut reader, tenant.id, person, now).await?.unwrap_or_default();
            if !opens.is_empty() {
                // Whoever came by a letter's link is its reader only and has none of their roles.
                actor.standings = Arc::default();
            }
        }
    }
    let query = parts.uri.query().map(str::to_owned);
    let asked = query.as_deref().and_then(|query| {
        query
            .split('&')
            .find_map(|pair| pair.strip_prefix("sprog="))
            .and_then(|code| code.parse::<Locale>().ok())
    });
    let locale = asked.or(locale_chosen(headers)).or(actor.locale).unwrap_or_default();
    let said = session::cookie(headers, FLASH_COOKIE);
    let shown = said.and_then(|said| {
        flash(said, locale, &services.texts)
            .or_else(|| flash(said, locale, &[|locale, key| T(locale).get(key)]))
    });
    let (sent_from, sent_query) = match parts.method == Method::POST {
        true => {
            let (path, query) = sent_from(headers);
            (Some(path), query)
        }
        false => (None, None),
    };
    let facts = RequestFacts {
        path: parts.uri.path().to_owned(),
        query,
        host,
        secure: is_secure(services, headers, &parts.extensions),
        address: services.config.trusted_proxies.client(forwarded::peer(&parts.extensions), headers),
        wants_fragment: headers.contains_key("hx-request"),
        session: secret,
        by_letter,
        sent_from,
        sent_query,
    };
    let mut cx = Cx {
        services: services.clone(),
        tenant,
        actor: Arc::new(actor),
        locale,
        flash: shown,
        request: Arc::new(facts),
        now,
        decided: Arc::default(),
        wish: parts.extensions.get::<Wish>().cloned().unwrap_or_default(),
        book: parts.extensions.get::<Book>().map(|book| book.0),
    };
    // Also for a post: a form that comes back with errors has the same menu.
    if cx.actor.is_signed_in() {
        cx.book = services.kept.head(&services.db, cx.tenant.id).await?;
        let waiting = waiting_for(&cx).await?;
        cx.actor = Arc::new(Actor { waiting, ..(*cx.actor).clone() });
    }
    Ok(Some(cx))
}

/// How much waits for the actor. No query, where nothing has happened for a moment.
async fn waiting_for(cx: &Cx) -> Result<usize> {
    let services = &cx.services;
    let (Some(head), Some(person)) = (cx.book, cx.actor.person) else {
        return Ok(work_items(cx).await?.len());
    };
    let own = services.waiting.of(cx.tenant.id, person);
    let mut own = own.lock().await;
    // Whatever they send may change it, also where the book of events has no word for it: the next page counts anew. What
    // comes back at once is a form with errors at most, and has the number that the page before it had.
    if cx.request.sent_from.is_some() {
        let before = match own.filter(|counted| counted.is_recent(cx.now)) {
            Some(counted) => counted,
            None => Counted { head, at: cx.now, count: work_items(cx).await?.len() },
        };
        *own = Some(before.outdated());
        return Ok(before.count);
    }
    if let Some(counted) = own.filter(|counted| counted.is_good(head, cx.now)) {
        return Ok(counted.count);
    }
    let count = work_items(cx).await?.len();
    *own = Some(Counted { head, at: cx.now, count });
    Ok(count)
}

/// The path of the page a form stood on, and what it asked for; the front page when the browser does not say.
fn sent_from(headers: &HeaderMap) -> (String, Option<String>) {
    let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let path = referer.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]));
    let address = path.and_then(|path| path.split('#').next()).unwrap_or_default();
    let (path, query) = address.split_once('?').map_or((address, None), |(path, query)| (path, Some(query)));
    // Two slashes would be another host.
    match path.starts_with('/') && !path.starts_with("//") {
        true => (path.to_owned(), query.map(str::to_owned)),
        false => ("/".to_owned(), None),
    }
}

/// Everything that waits for the actor, the most urgent first.
#[samskab_store::compiled_once]
pub async fn work_items(cx: &Cx) -> Result<Vec<WorkItem>> {
    let mut items = Vec::new();
    let mut reader = cx.read().await?;
    for read in &cx.services.work_items {
        items.extend(read(cx, &mut reader).await?);
    }
    items.sort_by_key(|item| (item.due.unwrap_or(Instant::from_micros(i64::MAX)), item.since));
    Ok(items)
}

async fn metrics_page(extract::State(services): extract::State<Services>, request: Request) -> Response {
    let config = &services.config;
    let told = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let knows = match (&config.metrics_token, told.and_then(|told| told.strip_prefix("Bearer "))) {
        // Comparing hashes reveals nothing by the time it takes.
        (Some(token), Some(told)) => token::hash(told) == token::hash(token),
        _ => false,
    };
    let is_at_this_machine = config.trusted_proxies == TrustedProxies::Nobody
        && forwarded::peer(request.extensions()).is_loopback()
        && !forwarded::came_by_a_proxy(request.headers());
    if knows || is_at_this_machine {
        (config.render_metrics)().into_response()
    } else {
        StatusCode::NOT_FOUND.into_response()
    }
}

async fn theme(cx: Cx) -> Response {
    let headers =
        [(header::CONTENT_TYPE, "text/css; charset=utf-8"), (header::CACHE_CONTROL, "public, max-age=86400")];
    (headers, shell::theme_css(&cx.tenant)).into_response()
}

/// The legal short link to the accessibility statement (law B.8).
async fn accessibility_statement(cx: Cx) -> Result<Response> {
    let statement = cx.tenant.profile.accessibility_statement.clone();
    if statement.is_empty() { cx.redirect("/hjaelp/tilgaengelighed") } else { cx.redirect(statement) }
}

/// Encodes a text as a value in a query string.
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

/// From the first line of a request to the last of its answer; a large file over a slow line needs minutes.
const LONGEST_REQUEST: Duration = Duration::from_secs(5 * 60);

/// How long a graceful stop waits for answers under way.
pub const STOP_WAIT: Duration = Duration::from_secs(10);
