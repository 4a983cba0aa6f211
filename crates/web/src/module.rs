//! What a context hands to the program: its routes, its navigation, what it indexes and what
//! waits for people in it.

use std::{future::Future, pin::Pin};

use axum::{
    Extension, Router,
    extract::Request,
    handler::Handler,
    http::Method,
    middleware::{Next, from_fn},
    response::{IntoResponse, Response},
    routing::{MethodFilter, on},
};
use samskab_kernel::{Day, Instant};
use samskab_store::Connection;

use crate::{
    Cx,
    app::Services,
    error::{Error, Result},
    follow::{Listener, Source},
};

pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Who may knock at a route. What happens inside is the context's `authority`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everybody, without signing in.
    Public,
    /// Whoever holds the secret link: the handler checks it.
    Link,
    /// Anybody signed in, about themselves only.
    SignedIn,
    /// Signed in, and the handler must decide with `cx.require(…)` before it answers.
    Decided,
}

/// A line of the authority table: one route.
#[derive(Debug, Clone)]
pub struct RouteInfo {
    pub method: Method,
    pub path: &'static str,
    pub access: Access,
}

/// A context's routes, each with its access.
#[derive(Default)]
pub struct Routes {
    pub(crate) router: Router<Services>,
    pub(crate) infos: Vec<RouteInfo>,
}

impl Routes {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn get<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Services>,
        T: 'static,
    {
        self.add(Method::GET, MethodFilter::GET, path, access, handler)
    }

    pub fn post<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Services>,
        T: 'static,
    {
        self.add(Method::POST, MethodFilter::POST, path, access, handler)
    }

    fn add<H, T>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        access: Access,
        handler: H,
    ) -> Self
    where
        H: Handler<T, Services>,
        T: 'static,
    {
        let guarded =
            on(filter, handler).layer(from_fn(move |Extension(cx): Extension<Cx>, request, next| {
                guard(access, cx, request, next)
            }));
        self.router = self.router.route(path, guarded);
        self.infos.push(RouteInfo { method, path, access });
        self
    }

    pub fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.infos.extend(other.infos);
        self
    }
}

/// Fails closed (ADR 0007): a route that must be decided and answers without a decision is a fault.
async fn guard(access: Access, cx: Cx, request: Request, next: Next) -> Response {
    if matches!(access, Access::SignedIn | Access::Decided) && !cx.actor.is_signed_in() {
        return Error::SignIn.into_response();
    }
    let response = next.run(request).await;
    let answered = response.status().is_success() || response.status().is_redirection();
    if access == Access::Decided && answered && !cx.was_decided() {
        return Error::Fault(format!("{} answered without an authority decision", cx.path())).into_response();
    }
    response
}

/// An entry of the main navigation.
#[derive(Clone, Copy)]
pub struct NavItem {
    pub href: &'static str,
    pub label: fn(crate::T) -> &'static str,
}

/// One thing that waits for a person, in Mit overblik.
#[derive(Debug, Clone)]
pub struct WorkItem {
    /// Which kind of thing, for grouping and its icon: `interest`, `task_approval` …
    pub kind: &'static str,
    pub title: String,
    /// One line that says what it is about and for whom.
    pub detail: String,
    pub href: String,
    pub since: Instant,
    pub due: Option<Instant>,
    /// How it came to this person, if not directly: "because nobody answered for three days".
    pub reason: Option<String>,
}

impl WorkItem {
    pub fn is_overdue(&self, now: Instant) -> bool {
        self.due.is_some_and(|due| due < now)
    }

    pub fn days_waited(&self, now: Instant) -> i32 {
        let (now, since): (Day, Day) = (now.day(), self.since.day());
        now.number() - since.number()
    }
}

/// Reads what waits for the actor behind `cx`. Must cost a fixed number of queries.
pub type WorkItems = for<'a> fn(&'a Cx, &'a mut Connection) -> BoxFuture<'a, Result<Vec<WorkItem>>>;

/// A way to a page of a context, for the list of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortcut {
    pub href: &'static str,
    pub label: &'static str,
    /// The name of its icon.
    pub symbol: &'static str,
}

/// The shortcuts of a context for the actor behind `cx`: only what they may open. Asks no database.
pub type Shortcuts = fn(&Cx) -> Vec<Shortcut>;

/// A context, as the binary wires it.
#[derive(Default)]
pub struct Module {
    pub name: &'static str,
    pub routes: Routes,
    pub navigation: Vec<NavItem>,
    pub sources: Vec<Source>,
    pub listeners: Vec<Listener>,
    pub work_items: Vec<WorkItems>,
    pub shortcuts: Vec<Shortcuts>,
    pub jobs: Vec<samskab_jobs::Handler<Services>>,
    /// What the jobs delete, for the page that says so.
    pub retention: Vec<crate::retention::Rule>,
    /// What goes with a person that no foreign key leads to.
    pub erasures: Vec<crate::erasure::Erase>,
    /// Who is not deleted for being away.
    pub stays: Vec<crate::erasure::Stays>,
}
