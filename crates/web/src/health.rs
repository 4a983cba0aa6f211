//! Whether the service can do its work, and what people read while it cannot.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use askama::Template;
use axum::{
    extract::State,
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use samskab_kernel::Locale;
use samskab_store::patience;
use tokio::sync::Mutex;

use crate::{Services, T, app::locale_chosen, assets};

/// Seconds after which to ask again: a database that was restarted answers by then.
pub(crate) const COME_AGAIN: (HeaderName, &str) = (header::RETRY_AFTER, "10");
/// How long a health check waits at most; monitoring asks every few seconds.
const PATIENCE: Duration = Duration::from_secs(3);
/// How long an answer is reused. Whoever asks in a loop does not make us write in a loop.
const TRUE_FOR: Duration = Duration::from_secs(2);

#[derive(Default)]
pub(crate) struct Readiness {
    index_is_built: AtomicBool,
    /// When writing was last tried, and whether it went well.
    tried: Mutex<Option<(Instant, bool)>>,
}

impl Readiness {
    pub fn index_is_built(&self) {
        self.index_is_built.store(true, Ordering::Relaxed);
    }

    /// One caller asks, the others wait for that answer.
    async fn can_write(&self, services: &Services) -> bool {
        let mut tried = self.tried.lock().await;
        if let Some((at, went_well)) = *tried
            && at.elapsed() < TRUE_FOR
        {
            return went_well;
        }
        let trying = services.db.try_writing(services.clock.now());
        let outcome = patience::patiently(PATIENCE, trying).await;
        if let Err(error) = &outcome {
            tracing::error!(%error, "the database takes no change: not ready");
        }
        *tried = Some((Instant::now(), outcome.is_ok()));
        outcome.is_ok()
    }
}

/// `/readyz`: the index is built, and a change would be kept.
pub(crate) async fn ready(State(services): State<Services>) -> Response {
    let missing = if !services.readiness.index_is_built.load(Ordering::Relaxed) {
        "not ready: the search index is being built\n"
    } else if !services.readiness.can_write(&services).await {
        "not ready: the database takes no change\n"
    } else {
        return "ready\n".into_response();
    };
    (StatusCode::SERVICE_UNAVAILABLE, [COME_AGAIN], missing).into_response()
}

/// The page when not even the municipality is known: in the language chosen before, without its name and colours.
#[derive(Template)]
#[template(path = "unavailable.html")]
struct Unavailable {
    locale: Locale,
    t: T,
    css: &'static str,
}

pub(crate) fn unavailable(headers: &HeaderMap, error: &dyn std::fmt::Display) -> Response {
    tracing::error!(%error, "a page could not be made");
    let locale = locale_chosen(headers).unwrap_or_default();
    let page = Unavailable { locale, t: T(locale), css: assets::url("app.css") };
    let html = page.render().map(Html).map_err(|_| "503\n");
    (StatusCode::SERVICE_UNAVAILABLE, [COME_AGAIN, (header::CACHE_CONTROL, "no-store")], html).into_response()
}
