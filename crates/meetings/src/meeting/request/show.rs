//! GET /beslutningsoplaeg/{id}: the points with their answers, who must be heard and what they said, and where it is.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_organisation::body::{self, BodyId, Right};
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell};

use super::{
    Hearing, RequestId, RequestOfBody, RequestState, agenda, letter, rules,
    store::{self, OnAgenda},
};
use crate::{
    T,
    meeting::{self, ItemState, MeetingState},
};

#[derive(Template)]
#[template(path = "request/show.html")]
struct RequestPage {
    shell: Shell,
    t: T,
    title: String,
    lead: String,
    state: (&'static str, &'static str, &'static str),
    about: String,
    points: Vec<PointLine>,
    hearings: Vec<HearingLine>,
    /// The agenda that it is on: what is shown, and the address.
    place: Option<(String, String)>,
    base: String,
    is_draft: bool,
    may_write: bool,
    may_withdraw: bool,
    is_blocked: bool,
}

struct PointLine {
    place: String,
    matter: String,
    answer: String,
    said: String,
    tone: (&'static str, &'static str),
}

struct HearingLine {
    id: String,
    name: String,
    why: String,
    state: (String, &'static str, &'static str),
    said: String,
    /// Where it is on an agenda.
    href: String,
    /// Nothing is decided about it yet.
    is_open: bool,
}

/// Who is heard about a request, and how far each is.
pub(super) struct Hearings {
    rights: Vec<Right>,
    hearings: Vec<Hearing>,
    items: Vec<OnAgenda>,
}

/// How far one hearing is.
enum Stage<'a> {
    Not,
    Waiting,
    On(&'a OnAgenda),
    Said(&'a OnAgenda),
    Excepted(&'a str),
}

impl Hearings {
    /// A decision request with its points and hearings. A draft names those whose right to be heard covers it today;
    /// later, those who were asked are shown. Runs three queries.
    pub async fn read(cx: &Cx, connection: &mut Connection, found: &RequestOfBody) -> Result<Self> {
        let request = &found.request;
        let bodies = body::store::every(connection, cx.tenant.id).await?;
        let hearings = store::hearings(connection, cx.tenant.id, request.id).await?;
        let living: Vec<body::Body> =
            bodies.iter().filter(|body| body.validity.holds_on(cx.today())).cloned().collect();
        let matter = rules::said(request, &found.points);
        let mut rights =
            body::heard_about(&living, Some(request.body), &matter, request.concerns_volunteering);
        if request.state != RequestState::Draft {
            rights.retain(|right| hearings.iter().any(|one| one.body == right.body));
        }
        for one in &hearings {
            let body = bodies.iter().find(|body| body.id == one.body);
            if let Some(body) = body.filter(|body| rights.iter().all(|right| right.body != body.id)) {
                let strength = body.hearing_strength.unwrap_or(body::HearingStrength::Voluntary);
                let (name, scope) = (body.name.clone(), body.hearing_scope.clone());
                rights.push(Right { body: body.id, name, strength, scope });
            }
        }
        let ids: Vec<_> = hearings.iter().filter_map(|one| one.item).collect();
        let items = store::where_they_are(connection, cx.tenant.id, &ids).await?;
        Ok(Self { rights, hearings, items })
    }

    /// The right of a body, which the form names.
    pub fn right(&self, body: &str) -> Option<Right> {
        let body: BodyId = body.parse().ok()?;
        self.rights.iter().find(|right| right.body == body).cloned()
    }

    /// Each body that must be heard was heard, or a reason why not is written down.
    pub fn are_over(&self) -> bool {
        let mut binding = self.rights.iter().filter(|right| right.is_binding());
        binding.all(|right| matches!(self.heard(right), Stage::Said(_) | Stage::Excepted(_)))
    }

    fn heard(&self, right: &Right) -> Stage<'_> {
        let Some(one) = self.hearings.iter().find(|one| one.body == right.body) else { return Stage::Not };
        if !one.exception.is_empty() {
            return Stage::Excepted(&one.exception);
        }
        match self.items.iter().find(|item| Some(item.id) == one.item) {
            Some(item) if item.meeting_state == MeetingState::Cancelled => Stage::Waiting,
            Some(item) => match (item.state, item.meeting_state) {
                (ItemState::Decided, MeetingState::Minuted | MeetingState::Approved) => Stage::Said(item),
                (ItemState::Withdrawn, _) => Stage::Not,
                (ItemState::Postponed, _) => Stage::Waiting,
                _ => Stage::On(item),
            },
            None => Stage::Waiting,
        }
    }

    fn line(&self, cx: &Cx, right: &Right) -> HearingLine {
        let t = T(cx.locale);
        let day = |item: &OnAgenda| cx.locale.day(item.starts_at.day());
        let item_href = |item: &OnAgenda| format!("{}#punkt-{}", meeting::href(item.meeting_id), item.id);
        let heard = self.heard(right);
        let (state, said, href) = match &heard {
            Stage::Not => {
                ((t.request_heard_not().to_owned(), "wait", "warning"), String::new(), String::new())
            }
            Stage::Waiting => {
                ((t.request_heard_waits().to_owned(), "wait", "hourglass"), String::new(), String::new())
            }
            Stage::On(item) => {
                ((t.request_heard_on(day(item)), "wait", "hourglass"), String::new(), item_href(item))
            }
            Stage::Said(item) => {
                ((t.request_heard_said(day(item)), "good", "check"), item.decision.clone(), item_href(item))
            }
            Stage::Excepted(reason) => {
                ((t.request_heard_excepted().to_owned(), "", "close"), (*reason).to_owned(), String::new())
            }
        };
        let why = match right.scope.as_str() {
            "" => right.strength.label(*t).to_owned(),
            scope => format!("{}: {scope}", right.strength.label(*t)),
        };
        let id = right.body.to_string();
        HearingLine {
            id,
            name: right.name.clone(),
            why,
            state,
            said,
            href,
            is_open: matches!(heard, Stage::Not | Stage::Waiting | Stage::On(_)),
        }
    }
}

pub async fn show(cx: Cx, Path(id): Path<RequestId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = RequestOfBody::read(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, &found).await?;
    cx.page(page)
}

/// The page of a decision request. Runs at most ten queries.
async fn page(cx: &Cx, connection: &mut Connection, found: &RequestOfBody) -> Result<RequestPage> {
    let (t, request) = (T(cx.locale), &found.request);
    let hearings = Hearings::read(cx, connection, found).await?;
    let item = store::where_they_are(connection, cx.tenant.id, request.item.as_slice()).await?;
    let writer = agenda::writer(cx, connection, request.writer).await?;
    let is_draft = request.state == RequestState::Draft;
    let may_write = request.may_write(cx);
    let facts = [
        t.request_to(found.body.name.as_str()),
        writer,
        cx.locale.day(request.created_at.day()),
        if request.case_number.is_empty() {
            String::new()
        } else {
            t.request_case(request.case_number.as_str())
        },
        if request.kle.is_empty() { String::new() } else { format!("KLE {}", request.kle) },
    ];
    let facts: Vec<String> = facts.into_iter().filter(|text| !text.is_empty()).collect();
    let place = item.first().filter(|item| item.meeting_state != MeetingState::Cancelled).map(|item| {
        let day = cx.locale.day(item.starts_at.day());
        (t.request_on_agenda(day), format!("{}#punkt-{}", meeting::href(item.meeting_id), item.id))
    });
    let lines = hearings.rights.iter().map(|right| hearings.line(cx, right)).collect();
    let mut shell = cx.shell(request.title.clone());
    shell = match may_write {
        true => shell.under("/beslutningsoplaeg", t.request_list_title()).here(),
        false => shell.under(found.body.href(), &found.body.name).here(),
    };
    Ok(RequestPage {
        shell,
        t,
        title: request.title.clone(),
        lead: facts.join(" · "),
        state: request.state.said(t),
        about: request.about.clone(),
        points: found
            .points
            .iter()
            .map(|point| PointLine {
                place: letter(point.place),
                matter: point.matter.clone(),
                answer: point.answer.map(|answer| answer.label(t).to_owned()).unwrap_or_default(),
                said: point.said.clone(),
                tone: match point.answer {
                    Some(super::PointAnswer::Yes) => ("good", "check"),
                    Some(super::PointAnswer::No) => ("bad", "close"),
                    _ => ("wait", "edit"),
                },
            })
            .collect(),
        hearings: lines,
        place,
        base: request.href(),
        is_draft,
        may_write: may_write && is_draft,
        may_withdraw: may_write && matches!(request.state, RequestState::Draft | RequestState::Sent),
        is_blocked: !hearings.are_over(),
    })
}
