//! What a body is asked to decide, point by point (VB-26): each is answered with yes, no or something else, in a meeting that
//! is minuted. Whoever has the right to be heard is heard first, or it is written down why not (RS-22, RS-25).

mod agenda;
mod answer;
mod edit;
mod list;
mod personal;
mod rules;
mod send;
mod show;
pub mod store;

use samskab_kernel::{Id, Instant, codes};
use samskab_organisation::{
    body::{Body, BodyId, BodyKind, Mandate},
    identify::Who as _,
    person::PersonId,
};
use samskab_store::{Connection, Record};
use samskab_web::{Access, Cx, Error, Result, Routes, error::OrNotFound as _};

pub(crate) use agenda::{are_answered, close, points_of, put_back, said_point, waiting};
pub use personal::{MERGES, known};

use crate::{
    authority::{Action, Tie, may},
    meeting::ItemId,
};

/// Whether a body can decide or recommend something: none that only coordinates or advises.
pub fn can_decide(body: &Body) -> bool {
    !matches!(body.mandate, Some(Mandate::Coordinates | Mandate::Advises))
        && !matches!(body.kind, BodyKind::Council | BodyKind::Med | BodyKind::MeetingSeries)
}

/// The mark of a request.
pub enum RequestRow {}
pub type RequestId = Id<RequestRow>;
/// The mark of one of its points.
pub enum PointRow {}
pub type PointId = Id<PointRow>;
/// The mark of a body that is heard.
pub enum HearingRow {}
pub type HearingId = Id<HearingRow>;

codes! {
    pub enum RequestState {
        Draft => "draft",
        /// It waits for a meeting, or is on the agenda of one.
        Sent => "sent",
        /// The minutes with the answers are approved.
        Answered => "answered",
        Withdrawn => "withdrawn",
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "decision_request", alias = "r")]
pub struct Request {
    pub id: RequestId,
    /// Who decides.
    #[record(column = "body_id")]
    pub body: BodyId,
    pub title: String,
    pub about: String,
    pub case_number: String,
    /// A subject of KL's classification: `dd.dd.dd`.
    pub kle: String,
    /// Of general importance for voluntary social work: the council of volunteering is heard (RS-22).
    pub concerns_volunteering: bool,
    pub state: RequestState,
    pub state_since: Instant,
    /// The point of the meeting that takes it up.
    #[record(column = "item_id")]
    pub item: Option<ItemId>,
    /// Who wrote it; `None`: deleted.
    #[record(column = "person_id", fixed)]
    pub writer: Option<PersonId>,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

codes! {
    pub enum PointAnswer {
        Yes => "yes",
        No => "no",
        /// Yes, but in another way.
        Changed => "changed",
    }
}

/// One point of the request, which is answered separately.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "request_point", alias = "p")]
pub struct Point {
    pub id: PointId,
    #[record(column = "request_id", fixed)]
    pub request: RequestId,
    /// From 1; said as a letter.
    #[record(fixed)]
    pub place: i64,
    #[record(fixed)]
    pub matter: String,
    #[record(blank)]
    pub answer: Option<PointAnswer>,
    /// Why not, or what is decided instead.
    pub said: String,
    pub answered_at: Option<Instant>,
}

/// A body that is heard about a request, or why it is not.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "request_hearing", alias = "h")]
pub struct Hearing {
    pub id: HearingId,
    #[record(column = "request_id", fixed)]
    pub request: RequestId,
    #[record(column = "body_id", fixed)]
    pub body: BodyId,
    #[record(column = "item_id")]
    pub item: Option<ItemId>,
    /// Why it is not heard; empty: it is.
    pub exception: String,
    #[record(fixed)]
    pub created_at: Instant,
}

samskab_store::events! {
    pub about request(RequestId) { body: BodyId }
    impl { fn of(request: &Request) { request: request.id, body: request.body } }

    RequestWritten => "request.written";
    RequestChanged => "request.changed";
    /// A body is heard, or it is written down why not.
    RequestHeard => "request.heard";
    RequestSent => "request.sent";
    RequestPointAnswered => "request.point_answered";
    RequestAnswered => "request.answered";
    RequestWithdrawn => "request.withdrawn";
    /// The point was taken off the agenda.
    RequestReturned => "request.returned";
}

impl Request {
    pub fn href(&self) -> String {
        href(self.id)
    }

    fn is_by(&self, cx: &Cx) -> bool {
        cx.actor.person.is_some() && self.writer.map(PersonId::uuid) == cx.actor.person
    }

    fn may_write(&self, cx: &Cx) -> bool {
        self.is_by(cx) && may(&cx.actor, Action::AskForDecisions, Tie::None) || may_keep(cx)
    }
}

fn may_keep(cx: &Cx) -> bool {
    may(&cx.actor, Action::KeepBodies, Tie::None)
}

pub fn href(request: RequestId) -> String {
    format!("/beslutningsoplaeg/{request}")
}

/// "a", "b" … "z", then "27".
pub(crate) fn letter(place: i64) -> String {
    match u8::try_from(place) {
        Ok(place @ 1..=26) => char::from(b'a' + place - 1).to_string(),
        _ => place.to_string(),
    }
}

/// A request with the body that decides, for those who may read it: whoever wrote it, those who sit there, the coordinator.
struct RequestOfBody {
    request: Request,
    body: Body,
    points: Vec<Point>,
}

impl RequestOfBody {
    async fn read(cx: &Cx, connection: &mut Connection, id: RequestId) -> Result<Self> {
        let request = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
        let body = samskab_organisation::body::store::find(connection, cx.tenant.id, request.body).await?;
        let body = body.or_not_found()?;
        // Whoever wrote a request can read it, even if they may no longer make any.
        if !(request.is_by(cx) && cx.actor.is_staff() || may_keep(cx)) {
            let sits =
                samskab_organisation::body::members(connection, cx.tenant.id, &body, cx.today()).await?;
            let tie = Tie::of(&cx.actor, &sits);
            if request.state == RequestState::Draft || !may(&cx.actor, Action::SeeClosed, tie) {
                return Err(Error::NotFound);
            }
        }
        let points = store::points(connection, cx.tenant.id, id).await?;
        Ok(Self { request, body, points })
    }

    /// The same, for those who may change it.
    async fn written(cx: &Cx, connection: &mut Connection, id: RequestId) -> Result<Self> {
        let found = Self::read(cx, connection, id).await?;
        cx.require(found.request.may_write(cx))?;
        Ok(found)
    }
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/beslutningsoplaeg", Access::Decided, list::show)
        .get("/beslutningsoplaeg/nyt", Access::Decided, edit::new)
        .post("/beslutningsoplaeg/nyt", Access::Decided, edit::add)
        .get("/beslutningsoplaeg/{id}", Access::SignedIn, show::show)
        .get("/beslutningsoplaeg/{id}/rediger", Access::Decided, edit::show)
        .post("/beslutningsoplaeg/{id}/rediger", Access::Decided, edit::save)
        .post("/beslutningsoplaeg/{id}/hoering", Access::Decided, send::hear)
        .get("/beslutningsoplaeg/{id}/undtagelse", Access::Decided, send::ask_exception)
        .post("/beslutningsoplaeg/{id}/undtagelse", Access::Decided, send::exception)
        .post("/beslutningsoplaeg/{id}/send", Access::Decided, send::send)
        .post("/beslutningsoplaeg/{id}/traek-tilbage", Access::Decided, send::withdraw)
        .get("/oplaegspunkter/{id}", Access::Decided, answer::show)
        .post("/oplaegspunkter/{id}", Access::Decided, answer::save)
}
