//! The application: modules in, one service out.

use std::{
    net::{IpAddr, Ipv4Addr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use askama::Template;
use axum::{
    Router,
    extract::{self, ConnectInfo, MatchedPath, Request},
    http::{Extensions, HeaderMap, HeaderValue, Method, StatusCode, header, request::Parts},
    middleware::{Next, from_fn_with_state},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use samskab_kernel::{Clock, Instant, Locale, TenantId};
use samskab_store::{Connection, Db};
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{CompressionLayer, CompressionLevel, Predicate, predicate::SizeAbove},
    limit::RequestBodyLimitLayer,
};
use uuid::Uuid;

use crate::{
    Actor, Error, Module, NavItem, Result, Shell, T, assets,
    cx::{Cx, FLASH_COOKIE, LOCALE_COOKIE, RequestFacts, flash},
    error::Failed,
    limits::{Limiters, Limits},
    module::{BoxFuture, RouteInfo, Shortcuts, WorkItem, WorkItems},
    security, session, shell,
    states::{State, States},
    tenant::Tenants,
};

/// Finds the person behind a session: who they are and where they stand. Given by the
/// context that owns people.
pub type Identify = for<'a> fn(
    &'a mut Connection,
    TenantId,
    Uuid,
    Instant,
) -> BoxFuture<'a, samskab_store::Result<Option<Actor>>>;

/// How the program is set up on this machine.
#[derive(Clone)]
pub struct Config {
    /// Behind a proxy that sets X-Forwarded-For and X-Forwarded-Proto.
    pub trusted_proxy: bool,
    /// The address people see, for links in mails written outside a request.
    pub public_url: Option<String>,
    pub limits: Limits,
    /// Shows the demo's sign-ins and its post box.
    pub demo: bool,
    /// Whom the demo lets one be, in the order offered.
    pub demo_people: Vec<DemoPerson>,
    /// Whoever knows it may read /metrics from elsewhere; from the machine itself it is open.
    pub metrics_token: Option<String>,
    pub render_metrics: fn() -> String,
    /// Texts that a flash message may show, context by context.
    pub flash_texts: Vec<fn(Locale, &str) -> Option<&'static str>>,
}

/// One of the demo's invented people.
#[derive(Debug, Clone)]
pub struct DemoPerson {
    pub email: String,
    pub name: String,
    /// What one sees as that person, in one sentence.
    pub shows: String,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            trusted_proxy: false,
            public_url: None,
            limits: Limits::default(),
            demo: false,
            demo_people: Vec::new(),
            metrics_token: None,
            render_metrics: String::new,
            flash_texts: Vec::new(),
        }
    }
}

/// What lives as long as the process. Clones share it.
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
    pub retention: Vec<crate::retention::Rule>,
    pub erasures: Vec<crate::erasure::Erase>,
    pub stays: Vec<crate::erasure::Stays>,
    pub(crate) limiters: Limiters,
    states: States,
    identify: Identify,
    ready: AtomicBool,
}

impl std::ops::Deref for Services {
    type Target = Inner;
    fn deref(&self) -> &Inner {
        &self.0
    }
}

impl Services {
    pub fn new(db: Db, clock: Clock, config: Config, identify: Identify, modules: &[Module]) -> Self {
        Self(Arc::new(Inner {
            tenants: Tenants::new(db.clone()),
            db,
            clock,
            index: samskab_search::Index::new(),
            limiters: Limiters::new(config.limits),
            states: States::default(),
            config,
            navigation: modules.iter().flat_map(|module| module.navigation.iter().copied()).collect(),
            work_items: modules.iter().flat_map(|module| module.work_items.iter().copied()).collect(),
            erasures: modules.iter().flat_map(|module| module.erasures.iter().copied()).collect(),
            stays: modules.iter().flat_map(|module| module.stays.iter().copied()).collect(),
            shortcuts: modules.iter().flat_map(|module| module.shortcuts.iter().copied()).collect(),
            retention: modules.iter().flat_map(|module| module.retention.iter().copied()).collect(),
            identify,
            ready: AtomicBool::new(false),
        }))
    }

    /// What a context keeps in memory, one of its type in the process.
    pub fn state<S: State>(&self) -> Arc<S> {
        self.states.get()
    }

    /// From now on /readyz says yes.
    pub fn set_ready(&self) {
        self.ready.store(true, Ordering::Relaxed);
    }

    /// A link for a mail that no request is behind: at the municipality's own name if it has one,
    /// else at the address of the whole installation.
    pub fn absolute(&self, tenant: TenantId, path: &str) -> String {
        let public_url = self.config.public_url.as_deref().unwrap_or_default().trim_end_matches('/');
        match self.tenants.by_id(tenant).and_then(|tenant| tenant.host.clone()) {
            Some(host) => {
                let scheme = public_url.split_once("://").map_or("https", |(scheme, _)| scheme);
                format!("{scheme}://{host}{path}")
            }
            None => format!("{public_url}{path}"),
        }
    }
}

/// The largest body of an ordinary form; imports set their own.
const FORM_LIMIT: usize = 20 * 1024 * 1024;

/// Joins the modules into one service. Also returns every route, for the authority table.
pub fn app(services: &Services, modules: Vec<Module>) -> (Router, Vec<RouteInfo>) {
    let mut router = Router::new();
    let mut infos = Vec::new();
    for module in modules {
        router = router.merge(module.routes.router);
        infos.extend(module.routes.infos);
    }
    let pages = router
        .route("/tema.css", get(theme))
        .route("/was", get(accessibility_statement))
        .fallback(|| async { Error::NotFound })
        .method_not_allowed_fallback(|| async { Error::NotFound })
        .layer(from_fn_with_state(services.clone(), with_context))
        .layer(RequestBodyLimitLayer::new(FORM_LIMIT))
        .layer(axum::extract::DefaultBodyLimit::disable())
        .layer(
            // Pages are written anew each time: the quickest level already takes four fifths off.
            CompressionLayer::new().quality(CompressionLevel::Fastest).compress_when(
                SizeAbove::new(1024).and(|_: StatusCode, _, headers: &HeaderMap, _: &Extensions| {
                    !headers.contains_key(header::CONTENT_ENCODING)
                }),
            ),
        )
        .layer(CatchPanicLayer::new());
    let all = Router::new()
        .route(assets::ROUTE, get(assets::serve))
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
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
    let secure = is_secure(&services, request.headers());
    request.extensions_mut().insert(RequestId(id));
    let mut response = next.run(request).await;
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

#[derive(Clone, Copy)]
struct RequestId(Uuid);

fn is_secure(services: &Services, headers: &HeaderMap) -> bool {
    let forwarded = services.config.trusted_proxy
        && headers.get("x-forwarded-proto").is_some_and(|proto| proto.as_bytes() == b"https");
    forwarded || services.config.public_url.as_deref().is_some_and(|url| url.starts_with("https://"))
}

fn address(services: &Services, headers: &HeaderMap, extensions: &Extensions) -> IpAddr {
    if services.config.trusted_proxy {
        let forwarded = headers
            .get("x-forwarded-for")
            .and_then(|value| value.to_str().ok())
            // The last one is the one our own proxy saw.
            .and_then(|list| list.rsplit(',').next()?.trim().parse().ok());
        if let Some(address) = forwarded {
            return address;
        }
    }
    let peer = extensions.get::<ConnectInfo<SocketAddr>>();
    peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |ConnectInfo(peer)| peer.ip())
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
            tracing::error!(%error, "the context of a request could not be made");
            return (StatusCode::SERVICE_UNAVAILABLE, [(header::RETRY_AFTER, "5")], "503\n").into_response();
        }
    };
    let from_us = security::comes_from_us(&parts.method, &parts.headers, &cx.request.host);
    let had_flash = cx.flash.is_some();
    let sets_locale = parts.method == Method::GET && cx.query().is_some_and(|query| query.contains("sprog="));
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
    match response.extensions().get::<Failed>().copied() {
        Some(Failed(status)) => failure_page(&cx, status, id),
        None if response.status() == StatusCode::PAYLOAD_TOO_LARGE => {
            failure_page(&cx, StatusCode::BAD_REQUEST, id)
        }
        // axum's own words about an address that cannot be one of ours: "/opgaver/noget" where an id belongs.
        None if response.status() == StatusCode::BAD_REQUEST && is_plain_text(&response) => {
            failure_page(&cx, StatusCode::NOT_FOUND, id)
        }
        None => response,
    }
}

fn is_plain_text(response: &Response) -> bool {
    response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/plain"))
}

async fn context(services: &Services, parts: &Parts) -> Result<Option<Cx>> {
    let now = services.clock.now();
    let headers = &parts.headers;
    let host =
        headers.get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default().to_lowercase();
    let name = host.rsplit_once(':').map_or(host.as_str(), |(name, _)| name);
    let Some(tenant) = services.tenants.at(name, now).await? else { return Ok(None) };
    let secret =
        session::cookie(headers, session::COOKIE).filter(|secret| !secret.is_empty()).map(str::to_owned);
    let mut actor = Actor::public();
    if let Some(secret) = &secret {
        let mut reader = services.db.read().await?;
        if let Some(person) = session::find(&mut reader, tenant.id, secret, now).await? {
            actor = (services.identify)(&mut reader, tenant.id, person, now).await?.unwrap_or_default();
        }
    }
    let query = parts.uri.query().map(str::to_owned);
    let asked = query.as_deref().and_then(|query| {
        query
            .split('&')
            .find_map(|pair| pair.strip_prefix("sprog="))
            .and_then(|code| code.parse::<Locale>().ok())
    });
    let chosen = session::cookie(headers, LOCALE_COOKIE).and_then(|code| code.parse().ok());
    let locale = asked.or(chosen).or(actor.locale).unwrap_or_default();
    let said = session::cookie(headers, FLASH_COOKIE);
    let shown = said.and_then(|said| {
        flash(said, locale, &services.config.flash_texts)
            .or_else(|| flash(said, locale, &[|locale, key| T(locale).get(key)]))
    });
    let facts = RequestFacts {
        path: parts.uri.path().to_owned(),
        query,
        host,
        secure: is_secure(services, headers),
        address: address(services, headers, &parts.extensions),
        wants_fragment: headers.contains_key("hx-request"),
        session: secret,
        sent_from: (parts.method == Method::POST).then(|| sent_from(headers)),
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
    };
    // Also when something is sent: a form that comes back with errors has the same menu.
    if cx.actor.is_signed_in() {
        let waiting = work_items(&cx).await?.len();
        cx.actor = Arc::new(Actor { waiting, ..(*cx.actor).clone() });
    }
    Ok(Some(cx))
}

/// The path of the page a form stood on; the front page when the browser does not say.
fn sent_from(headers: &HeaderMap) -> String {
    let referer = headers.get(header::REFERER).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let path = referer.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]));
    let path = path.and_then(|path| path.split(['?', '#']).next());
    // Two slashes would be another host.
    path.filter(|path| !path.starts_with("//")).unwrap_or("/").to_owned()
}

/// Everything that waits for the actor, the most urgent first.
pub async fn work_items(cx: &Cx) -> Result<Vec<WorkItem>> {
    let mut items = Vec::new();
    let mut reader = cx.read().await?;
    for read in &cx.services.work_items {
        items.extend(read(cx, &mut reader).await?);
    }
    items.sort_by_key(|item| (item.due.unwrap_or(Instant::from_micros(i64::MAX)), item.since));
    Ok(items)
}

async fn ready(extract::State(services): extract::State<Services>) -> Response {
    let answers = match services.db.read().await {
        Ok(mut reader) => samskab_store::events::heads(&mut reader).await.is_ok(),
        Err(_) => false,
    };
    if answers && services.ready.load(Ordering::Relaxed) {
        "ready\n".into_response()
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "not ready\n").into_response()
    }
}

async fn metrics_page(extract::State(services): extract::State<Services>, request: Request) -> Response {
    let config = &services.config;
    let told = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let knows = match (&config.metrics_token, told) {
        (Some(token), Some(told)) => told.strip_prefix("Bearer ") == Some(token),
        _ => false,
    };
    if knows
        || (!config.trusted_proxy
            && address(&services, request.headers(), request.extensions()).is_loopback())
    {
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

/// A page that says what happened and offers the next step.
#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage {
    shell: Shell,
    heading: &'static str,
    text: &'static str,
    action: Option<(&'static str, String)>,
    reference: Option<Uuid>,
}

fn failure_page(cx: &Cx, status: StatusCode, id: Uuid) -> Response {
    let t = T(cx.locale);
    let sign_in = format!("/log-ind?videre={}", encode(&cx.path_and_query()));
    let (heading, text, action) = match status {
        StatusCode::NOT_FOUND => {
            (t.not_found_title(), t.not_found_text(), Some((t.not_found_action(), "/opgaver".to_owned())))
        }
        StatusCode::UNAUTHORIZED => {
            (t.sign_in_title(), t.sign_in_text(), Some((t.sign_in_action(), sign_in)))
        }
        StatusCode::FORBIDDEN => {
            (t.forbidden_title(), t.forbidden_text(), Some((t.forbidden_action(), "/overblik".to_owned())))
        }
        StatusCode::GONE => (t.expired_title(), t.expired_text(), None),
        StatusCode::TOO_MANY_REQUESTS => (t.too_many_title(), t.too_many_text(), None),
        status if status.is_client_error() => (t.bad_request_title(), t.bad_request_text(), None),
        _ => (t.fault_title(), t.fault_text(), None),
    };
    let reference = status.is_server_error().then_some(id);
    error_response(cx, status, ErrorPage { shell: cx.shell(heading), heading, text, action, reference })
}

fn cross_site(cx: &Cx, id: Uuid) -> Response {
    let t = T(cx.locale);
    let (heading, text) = (t.cross_site_title(), t.cross_site_text());
    let action = Some((t.error_back(), "/".to_owned()));
    let page = ErrorPage { shell: cx.shell(heading), heading, text, action, reference: Some(id) };
    error_response(cx, StatusCode::FORBIDDEN, page)
}

fn error_response(cx: &Cx, status: StatusCode, page: ErrorPage) -> Response {
    let mut response = match page.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "the error page itself failed");
            status.into_response()
        }
    };
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    if status == StatusCode::TOO_MANY_REQUESTS {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    }
    if cx.flash.is_some() {
        cx.set_cookie(response.headers_mut(), FLASH_COOKIE, "", Some(0));
    }
    response
}

fn no_tenant() -> Response {
    let t = T(Locale::Da);
    (StatusCode::NOT_FOUND, format!("{}. {}\n", t.no_tenant_title(), t.no_tenant_text())).into_response()
}

/// As a value in a query string.
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

/// How long a graceful stop waits for answers under way.
pub const STOP_WAIT: Duration = Duration::from_secs(10);
