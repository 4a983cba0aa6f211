//! Where a request meets a meeting: what waits is put on the agenda, the answers become the decision of the point, and
//! whoever wrote it is told when the minutes are approved.

use samskab_kernel::Locale;
use samskab_mail::Message;
use samskab_organisation::{
    body::{self, Body},
    letter::Sender,
    person::{self, PersonId},
};
use samskab_store::{Connection, Tx};
use samskab_web::{Cx, Result};

use super::{
    Point, PointAnswer, Request, RequestAnswered, RequestId, RequestReturned, RequestState, letter, store,
};
use crate::{
    T,
    meeting::{Item, Meeting, Verb},
};

impl PointAnswer {
    pub(super) fn label(self, t: T) -> &'static str {
        match self {
            Self::Yes => t.request_answer_yes(),
            Self::No => t.request_answer_no(),
            Self::Changed => t.request_answer_changed(),
        }
    }
}

/// "a) Sprintgruppen fortsætter", one a line.
fn asked<'a>(points: impl Iterator<Item = &'a Point>) -> String {
    let lines: Vec<String> =
        points.map(|point| format!("{}) {}", letter(point.place), point.matter)).collect();
    lines.join("\n")
}

/// "a) Ja." and "b) Nej: …", one a line; those that are not answered are left out.
fn answers_of(t: T, points: &[Point]) -> String {
    let lines = points.iter().filter_map(|point| {
        let (mark, answer) = (letter(point.place), point.answer?.label(t));
        Some(match point.said.as_str() {
            "" => format!("{mark}) {answer}."),
            said => format!("{mark}) {answer}: {said}"),
        })
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether each point has an answer. One query; two where the point of the meeting is a request.
pub(crate) async fn are_answered(cx: &Cx, connection: &mut Connection, item: &Item) -> Result<bool> {
    let points = points_of(cx, connection, item).await?;
    Ok(points.iter().all(|point| point.answer.is_some()))
}

/// The points that are answered one by one, where the point of the meeting is a request; else none.
pub(crate) async fn points_of(cx: &Cx, connection: &mut Connection, item: &Item) -> Result<Vec<Point>> {
    match store::of_item(connection, cx.tenant.id, item.id).await? {
        Some(request) => Ok(store::points(connection, cx.tenant.id, request.id).await?),
        None => Ok(Vec::new()),
    }
}

/// The question, the answer (empty: none yet), and the address.
pub(crate) fn said_point(t: T, point: &Point) -> (String, String, String) {
    let answer = match (point.answer, point.said.as_str()) {
        (None, _) => String::new(),
        (Some(answer), "") => answer.label(t).to_owned(),
        (Some(answer), said) => format!("{}: {said}", answer.label(t)),
    };
    (format!("{}) {}", letter(point.place), point.matter), answer, point.href())
}

/// What a body is to decide or to be heard about becomes points of `meeting`, after the point at `place`. Four queries, and
/// two for each that is added.
pub(crate) async fn waiting(
    cx: &Cx,
    tx: &mut Tx,
    body: &Body,
    meeting: &Meeting,
    place: i64,
) -> Result<Vec<Item>> {
    let tenant = cx.tenant.id;
    let mut added: Vec<Item> = Vec::new();
    let mut places = place + 1..;
    let day = meeting.starts_at.day();
    let waiting = store::waiting(tx, tenant, body.id, day).await?;
    let unheard = store::unheard(tx, tenant, body.id, day).await?;
    let heard: Vec<RequestId> = unheard.iter().map(|hearing| hearing.request).collect();
    let heard = store::find_many(tx, tenant, &heard).await?;
    let ids: Vec<RequestId> = waiting.iter().chain(&heard).map(|request| request.id).collect();
    let points = store::points_of(tx, tenant, &ids).await?;
    for request in waiting {
        let verb = match body.mandate {
            Some(body::Mandate::Recommends) => Verb::Recommends,
            _ => Verb::Decides,
        };
        let item = add(cx, tx, meeting, (&request, &points), verb, places.next()).await?;
        match store::put_on(tx, request.id, item.id).await? {
            true => added.push(item),
            false => crate::meeting::withdraw_open(tx, item.id).await?,
        }
    }
    for hearing in unheard {
        let Some(request) = heard.iter().find(|request| request.id == hearing.request) else { continue };
        let item = add(cx, tx, meeting, (request, &points), Verb::Hears, places.next()).await?;
        match store::hear_on(tx, hearing.id, item.id).await? {
            true => added.push(item),
            false => crate::meeting::withdraw_open(tx, item.id).await?,
        }
    }
    Ok(added)
}

async fn add(
    cx: &Cx,
    tx: &mut Tx,
    meeting: &Meeting,
    (request, points): (&Request, &[Point]),
    verb: Verb,
    place: Option<i64>,
) -> Result<Item> {
    let item = Item {
        place: place.unwrap_or_default(),
        about: request.about.clone(),
        proposal: asked(points.iter().filter(|point| point.request == request.id)),
        case_number: request.case_number.clone(),
        kle: request.kle.clone(),
        source: format!("request:{}", request.id),
        ..Item::new(cx.new_id(), meeting.id, request.title.clone(), verb, cx.now())
    };
    crate::meeting::store::add_item(tx, &item).await?;
    Ok(item)
}

/// The point was taken off the agenda: the request is a draft again, and whoever wrote it is told. One query where it is none.
pub(crate) async fn put_back(cx: &Cx, tx: &mut Tx, item: &Item) -> Result<()> {
    let Some(request) = store::of_item(tx, cx.tenant.id, item.id).await? else { return Ok(()) };
    // Read again, now that nobody else writes.
    let Some(request) = store::locked(tx, request.id).await?.filter(|one| one.state == RequestState::Sent)
    else {
        return Ok(());
    };
    let now = cx.now();
    let request =
        Request { state: RequestState::Draft, state_since: now, item: None, updated_at: now, ..request };
    store::save(tx, &request).await?;
    tx.record(RequestReturned::of(&request)).await?;
    tell(cx, tx, &request, News::Returned { reason: &item.reason }).await
}

/// The minutes are approved: each request that they answer is over, and whoever wrote it gets the answers.
pub(crate) async fn close(cx: &Cx, tx: &mut Tx, items: &[Item]) -> Result<()> {
    for item in items.iter().filter(|item| item.is_decision() && item.source.starts_with("request:")) {
        let Some(request) = store::of_item(tx, cx.tenant.id, item.id).await? else { continue };
        let request = store::locked(tx, request.id).await?;
        let Some(request) = request.filter(|one| one.state == RequestState::Sent) else { continue };
        let now = cx.now();
        let request = Request { state: RequestState::Answered, state_since: now, updated_at: now, ..request };
        store::save(tx, &request).await?;
        tx.record(RequestAnswered::of(&request)).await?;
        let points = store::points(tx, cx.tenant.id, request.id).await?;
        tell(cx, tx, &request, News::Answered { points: &points }).await?;
    }
    Ok(())
}

enum News<'a> {
    Answered { points: &'a [Point] },
    Returned { reason: &'a str },
}

/// One mail to whoever wrote it, in their language; none to a person about their own doing.
async fn tell(cx: &Cx, tx: &mut Tx, request: &Request, news: News<'_>) -> Result<()> {
    let Some(writer) = request.writer.filter(|_| !request.is_by(cx)) else { return Ok(()) };
    let Some(person) = person::store::find(tx, cx.tenant.id, writer).await? else { return Ok(()) };
    let Some(to) = person.email.clone() else { return Ok(()) };
    let body = body::store::find(tx, cx.tenant.id, request.body).await?;
    let body = body.map(|body| body.name).unwrap_or_default();
    let (t, sender, title) = (T(person.locale), Sender::of(&cx.tenant), request.title.as_str());
    let letter = sender.greet(person.locale, person.first_name());
    let letter = match &news {
        News::Answered { points } => {
            let letter = letter.paragraph(&t.request_mail_answered(body.as_str(), title));
            points.iter().fold(letter, |letter, point| letter.paragraph(&answered(t, point)))
        }
        News::Returned { reason: "" } => letter.paragraph(&t.request_mail_returned(body.as_str(), title)),
        News::Returned { reason } => letter
            .paragraph(&t.request_mail_returned(body.as_str(), title))
            .paragraph(&t.request_mail_because(*reason)),
    };
    let letter = letter.link(t.request_mail_see(), &cx.absolute(&request.href()));
    let text = sender.finish(person.locale, letter, t.request_mail_why());
    let subject = match news {
        News::Answered { .. } => t.request_mail_answered_subject(title),
        News::Returned { .. } => t.request_mail_returned_subject(title),
    };
    samskab_mail::send(tx, Message { to, subject, body: text, reply_to: None }).await?;
    Ok(())
}

/// "a) Sprintgruppen fortsætter – Ja."
fn answered(t: T, point: &Point) -> String {
    let answer = point.answer.map_or(t.request_answer_none(), |answer| answer.label(t));
    let head = format!("{}) {} – {answer}", letter(point.place), point.matter);
    if point.said.is_empty() { format!("{head}.") } else { format!("{head}: {}", point.said) }
}

/// The wording of the minutes: what the points say, in the language of the house.
pub(super) fn in_minutes(points: &[Point]) -> String {
    answers_of(T(Locale::Da), points)
}

/// Who wrote it, for the page.
pub(super) async fn writer(cx: &Cx, connection: &mut Connection, id: Option<PersonId>) -> Result<String> {
    let Some(id) = id else { return Ok(String::new()) };
    let person = person::store::find(connection, cx.tenant.id, id).await?;
    Ok(person.map(|person| person.name).unwrap_or_default())
}
