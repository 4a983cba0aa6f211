//! What a context hands to the program: its routes, its navigation, what it indexes and what
//! waits for people in it.

mod above;

use std::{any::Any, sync::Arc};

use axum::{
    Router,
    extract::Request,
    handler::Handler,
    http::{Method, StatusCode},
    response::{IntoResponse, Response},
    routing::{MethodFilter, on},
};
use samskab_kernel::{Day, Instant, Locale, danish::fold};
pub use samskab_store::BoxFuture;
use samskab_store::Connection;
use uuid::Uuid;

pub use above::*;

use crate::{
    Cx, Services,
    error::{Error, Result, failed_with},
    follow::{Listener, Source},
};

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
    /// The paths whose pages may be kept.
    pub(crate) kept: Vec<&'static str>,
}

impl Routes {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn get<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Services, Future = BoxFuture<'static, Response>>,
        T: 'static,
    {
        self.add(Method::GET, MethodFilter::GET, path, access, answering(handler))
    }

    /// A public page that may be kept for those who are not signed in (ADR 0013). It may depend on what the book of
    /// events, the settings and the search index tell of, on the address asked at, and on the time as far as the
    /// handler says so with [`Cx::keep_until`]: on nothing else.
    pub fn kept<H, T>(mut self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, Services, Future = BoxFuture<'static, Response>>,
        T: 'static,
    {
        self.kept.push(path);
        self.get(path, Access::Public, handler)
    }

    pub fn post<H, T>(self, path: &'static str, access: Access, handler: H) -> Self
    where
        H: Handler<T, Services, Future = BoxFuture<'static, Response>>,
        T: 'static,
    {
        self.add(Method::POST, MethodFilter::POST, path, access, answering(handler))
    }

    fn add(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        access: Access,
        answer: Answer,
    ) -> Self {
        let is_verb_on_one = method != Method::GET && path.contains('{');
        self.router = self.router.route(path, on(filter, Guarded { access, answer, is_verb_on_one }));
        self.infos.push(RouteInfo { method, path, access });
        self
    }

    pub fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.infos.extend(other.infos);
        self.kept.extend(other.kept);
        self
    }
}

/// A handler without its type. Everything that axum and tower build around a handler is generic over it; this is the
/// only part that the compiler makes anew for each of our pages (docs/build.md).
type Answer = Arc<dyn Fn(Request, Services) -> BoxFuture<'static, Response> + Send + Sync>;

fn answering<H, T>(handler: H) -> Answer
where
    H: Handler<T, Services, Future = BoxFuture<'static, Response>>,
    T: 'static,
{
    Arc::new(move |request, services| handler.clone().call(request, services))
}

/// A route's handler behind its access: the one type of handler that the router sees.
#[derive(Clone)]
struct Guarded {
    access: Access,
    answer: Answer,
    is_verb_on_one: bool,
}

impl Handler<(), Services> for Guarded {
    type Future = BoxFuture<'static, Response>;

    fn call(self, request: Request, services: Services) -> Self::Future {
        Box::pin(self.guard(request, services))
    }
}

impl Guarded {
    /// Fails closed (ADR 0007): a route that must be decided and answers without a decision is a fault. Somebody who
    /// tries a verb on something that is not theirs is told that it does not exist, whether or not it does.
    async fn guard(self, request: Request, services: Services) -> Response {
        let Some(cx) = request.extensions().get::<Cx>().cloned() else {
            return Error::Fault("no Cx: the layer is missing".to_owned()).into_response();
        };
        if matches!(self.access, Access::SignedIn | Access::Decided) && !cx.actor.is_signed_in() {
            return Error::SignIn.into_response();
        }
        let response = (self.answer)(request, services).await;
        if self.is_verb_on_one && failed_with(&response) == Some(StatusCode::FORBIDDEN) {
            return Error::NotFound.into_response();
        }
        let answered = response.status().is_success() || response.status().is_redirection();
        if self.access == Access::Decided && answered && !cx.was_decided() {
            let fault = format!("{} answered without an authority decision", cx.path());
            return Error::Fault(fault).into_response();
        }
        response
    }
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
    /// The kind of thing it is, in the reader's language; items with the same heading are grouped.
    pub heading: &'static str,
    pub title: String,
    /// One line that says what it is about and for whom.
    pub detail: String,
    pub href: String,
    pub since: Instant,
    pub due: Option<Instant>,
    /// How it came to this person, if not directly: "because nobody answered for three days".
    pub reason: Option<String>,
    /// What can be done about it with one press in the list, where nothing else is needed.
    pub act: Option<WorkAct>,
}

/// One press in *Mit overblik*: a post to `action`, whose handler comes back with [`Cx::back_to_overview_or`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkAct {
    pub label: &'static str,
    pub action: String,
    /// Names and values that go along.
    pub fields: Vec<(&'static str, String)>,
}

impl WorkItem {
    pub fn is_overdue(&self, now: Instant) -> bool {
        self.due.is_some_and(|due| due < now)
    }

    /// Asked of them as a volunteer and not for a role they have: it leads to a page of their own.
    pub fn is_own(&self) -> bool {
        ["/aftaler/", "/interesse/", "/invitationer/", "/min-side", "/vagter/"]
            .iter()
            .any(|own| self.href.starts_with(own))
    }

    pub fn days_waited(&self, now: Instant) -> i32 {
        let (now, since): (Day, Day) = (now.day(), self.since.day());
        now.number() - since.number()
    }
}

/// Reads what waits for the actor behind `cx`. Must cost a fixed number of queries.
pub type WorkItems = for<'a> fn(&'a Cx, &'a mut Connection) -> BoxFuture<'a, Result<Vec<WorkItem>>>;

/// A link to a page of a context, for the reader's own list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortcut {
    pub href: &'static str,
    pub label: &'static str,
    /// The name of its icon.
    pub symbol: &'static str,
    /// Its position among the shortcuts of all contexts: the lowest first. It is one of [`ways`] plus a number;
    /// shortcuts of the same way are grouped.
    pub place: u8,
}

/// Groups of shortcuts, each under one heading. A context adds a number below [`ways::ROOM`] to one of them.
pub mod ways {
    use crate::T;

    pub const VOLUNTEERS: u8 = 0;
    pub const MEETINGS: u8 = ROOM;
    pub const POLICY: u8 = 2 * ROOM;
    pub const MUNICIPALITY: u8 = 3 * ROOM;
    /// How many positions each group has.
    pub const ROOM: u8 = 50;

    /// The group's heading, in the reader's language.
    pub fn heading(t: T, place: u8) -> &'static str {
        match place {
            ..MEETINGS => t.ways_volunteers(),
            MEETINGS..POLICY => t.ways_meetings(),
            POLICY..MUNICIPALITY => t.ways_policy(),
            MUNICIPALITY.. => t.ways_municipality(),
        }
    }
}

/// The shortcuts of a context for the actor behind `cx`: only what they may open. Asks no database.
pub type Shortcuts = fn(&Cx) -> Vec<Shortcut>;

/// An entry of the menu that those have who work for the municipality or an association, the same on every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuItem {
    /// Where it stands among the others, whichever context they are of: the lowest first.
    pub place: u8,
    pub href: &'static str,
    pub label: &'static str,
}

/// The entries of a context for the actor behind `cx`: only what they may open. Asks no database.
pub type MenuItems = fn(&Cx) -> Vec<MenuItem>;

/// The allowed entries: (whether, place, address, label).
pub fn menu<const COUNT: usize>(all: [(bool, u8, &'static str, &'static str); COUNT]) -> Vec<MenuItem> {
    let allowed = all.into_iter().filter(|(may, ..)| *may);
    allowed.map(|(_, place, href, label)| MenuItem { place, href, label }).collect()
}

/// Something that the box *Gå til* leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    /// What kind of thing it is, in the reader's language: those of one heading stand together.
    pub heading: &'static str,
    pub title: String,
    /// What distinguishes it from another of the same name.
    pub detail: String,
    pub href: String,
}

/// Finds what a reader may see by a few letters of its name; at most [`MOST_DESTINATIONS`]. What is shown of volunteers
/// is written down by the context itself.
pub type Destinations =
    for<'a> fn(&'a Cx, &'a mut Connection, &'a str) -> BoxFuture<'a, Result<Vec<Destination>>>;

/// Pages by the words of their names, for *Gå til*: their addresses and names. Where a page goes by several names, the
/// first that fits.
pub fn pages<'a>(
    cx: &Cx,
    asked: &str,
    all: impl IntoIterator<Item = (&'a str, &'a str)>,
) -> Vec<Destination> {
    let words: Vec<String> = asked.split_whitespace().map(fold).collect();
    let mut found: Vec<Destination> = Vec::new();
    for (href, label) in all {
        let name = fold(label);
        let is_new = found.iter().all(|one| one.href != href);
        if is_new && words.iter().all(|word| name.contains(word.as_str())) {
            found.push(Destination {
                heading: crate::T(cx.locale).go_to_pages(),
                title: label.to_owned(),
                detail: String::new(),
                href: href.to_owned(),
            });
        }
    }
    found.truncate(MOST_DESTINATIONS);
    found
}

/// Whether every word that was typed into *Gå til* begins one of the title; æ, ø, å and accents as they are folded
/// everywhere.
pub fn is_asked_for(asked: &str, title: &str) -> bool {
    let (asked, title) = (fold(asked), fold(title));
    asked.split_whitespace().all(|word| title.split_whitespace().any(|one| one.starts_with(word)))
}

/// How many destinations of one kind are shown.
pub const MOST_DESTINATIONS: usize = 8;

/// The allowed shortcuts: (whether, place, address, label, name of the icon).
pub fn shortcuts<const COUNT: usize>(
    all: [(bool, u8, &'static str, &'static str, &'static str); COUNT],
) -> Vec<Shortcut> {
    let allowed = all.into_iter().filter(|(may, ..)| *may);
    allowed.map(|(_, place, href, label, symbol)| Shortcut { href, label, symbol, place }).collect()
}

/// The ways of every context that the actor may open, in one order.
pub fn all_shortcuts(cx: &Cx) -> Vec<Shortcut> {
    let mut all: Vec<Shortcut> = cx.services.shortcuts.iter().flat_map(|of| of(cx)).collect();
    all.sort_by_key(|shortcut| shortcut.place);
    all
}

/// What a context adds to a page of another: finished HTML, or nothing. `id` is what that page is about.
pub type PartOfPage = for<'a> fn(&'a Cx, &'a mut Connection, Uuid) -> BoxFuture<'a, Result<Option<String>>>;

/// A part and the page that shows it, by the name that page gives the place: `task.reader`.
#[derive(Clone, Copy)]
pub struct Part {
    pub of: &'static str,
    pub read: PartOfPage,
}

/// A way from a page of one context to a page of another, for those who may go it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it stands among the others: the lowest first.
    pub place: u8,
    pub href: String,
    pub label: &'static str,
    /// The name of its icon; empty: none.
    pub symbol: &'static str,
    /// The one that most readers come for.
    pub is_main: bool,
}

/// The links a context adds to the page that calls its place `of`. `read` gets what that page is about, in the type
/// that the page's context documents there. Runs no query.
#[derive(Clone, Copy)]
pub struct Links {
    pub of: &'static str,
    pub read: fn(&Cx, &dyn Any) -> Vec<Link>,
}

/// The links that other contexts have for this place of a page.
pub fn links(cx: &Cx, of: &str, about: &dyn Any) -> Vec<Link> {
    let mut links: Vec<Link> = cx
        .services
        .links
        .iter()
        .filter(|links| links.of == of)
        .flat_map(|links| (links.read)(cx, about))
        .collect();
    links.sort_by_key(|link| link.place);
    links
}

/// The parts that other contexts have for this place of a page, in the order of the house.
pub async fn parts(cx: &Cx, connection: &mut Connection, of: &str, id: Uuid) -> Result<Vec<String>> {
    let mut parts = Vec::new();
    for part in cx.services.parts.iter().filter(|part| part.of == of) {
        parts.extend((part.read)(cx, connection, id).await?);
    }
    Ok(parts)
}

/// Something with a day in the public calendar, which everybody may know of.
#[derive(Debug, Clone)]
pub struct PublicDate {
    /// The code with which this kind is shown alone: "hoeringer".
    pub kind: &'static str,
    /// What kind of thing it is, in the reader's language.
    pub heading: &'static str,
    pub href: String,
    pub event: crate::icalendar::Event,
}

/// Reads what a context has between two moments for everybody. A fixed number of queries, a bounded list.
pub type PublicDates =
    for<'a> fn(&'a Cx, &'a mut Connection, Instant, Instant) -> BoxFuture<'a, Result<Vec<PublicDate>>>;

/// What all contexts have for the public calendar between two moments.
pub async fn public_dates(
    cx: &Cx,
    connection: &mut Connection,
    from: Instant,
    to: Instant,
) -> Result<Vec<PublicDate>> {
    let mut all = Vec::new();
    for dates in &cx.services.public_dates {
        all.extend(dates(cx, connection, from, to).await?);
    }
    Ok(all)
}

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
    /// Entries of the menu of those who work here.
    pub menu: Vec<MenuItems>,
    /// What the box *Gå til* finds in this context.
    pub destinations: Vec<Destinations>,
    pub jobs: Vec<samskab_jobs::Handler<Services>>,
    /// What the jobs delete, for the page that says so.
    pub retention: Vec<crate::retention::Rule>,
    /// The files the context keeps.
    pub stored: Vec<crate::stored::StoredFiles>,
    /// What is deleted with a person although no foreign key leads to it.
    pub erasures: Vec<crate::erasure::Erase>,
    /// Who is not deleted for being away.
    pub stays: Vec<crate::erasure::Stays>,
    /// What in the context depends on something that leaves.
    pub dependents: Vec<crate::exit::Dependents>,
    /// What people build in the context on what an import made.
    pub built: Vec<crate::built::Built>,
    /// Sections of Min side.
    pub sections: Vec<crate::personal::OfPerson>,
    /// What is known about a person, for the copy they take with them.
    pub known: Vec<crate::personal::KnownOfPerson>,
    /// Sections of the page that a coordinator has of a person.
    pub about: Vec<crate::personal::AboutPerson>,
    /// How it merges two registrations of one person.
    pub merges: Vec<crate::merge::Merges>,
    /// How it finds others who may be the same person.
    pub alike: Vec<crate::merge::FindAlike>,
    /// What the context finds by an address, and moves when the address changes.
    pub readdresses: Vec<crate::merge::Readdress>,
    /// What the context adds to pages of the contexts below.
    pub parts: Vec<Part>,
    pub links: Vec<Links>,
    /// Reasons in the context for which a verb of a context below cannot be done.
    pub holds: Vec<Holds>,
    /// Who in it leads what a thing of a context below is for.
    pub leaders: Vec<Leaders>,
    /// When a day begins in it for a thing of a context below.
    pub first_times: Vec<FirstTimes>,
    /// What the context shows in the public calendar.
    pub public_dates: Vec<PublicDates>,
    /// What the context shows in the year wheel.
    pub year_dates: Vec<YearDates>,
    /// Its texts without arguments, by key: for the words said after a redirect.
    pub texts: Vec<fn(Locale, &str) -> Option<&'static str>>,
    /// What the context does in the transaction of another.
    pub reactions: Vec<samskab_store::Reaction>,
}
