//! Hearings for machines: answers as they are published, parties, and a feed of hearings. The names of the fields are a promise. And
//! answers and parties as spreadsheets, in the reader's language.

use askama::Template;
use axum::{
    Json,
    extract::Path,
    http::header,
    response::{IntoResponse as _, Response as Page},
};
use samskab_import::file::{no_formula, spreadsheet};
use samskab_kernel::Instant;
use samskab_store::Connection;
use samskab_web::{Cx, Result};
use serde::Serialize;

use crate::{
    T,
    hearing::{Hearing, HearingId, Phase, block_name, numbered},
    party::Party,
    reader::seen,
    response::Response,
    store,
};

#[derive(Serialize)]
pub(crate) struct HearingData {
    title: String,
    url: String,
    opens_at: String,
    closes_at: String,
    /// open, closed, answered or called_off.
    state: &'static str,
    parties: Vec<PartyData>,
    responses: Vec<ResponseData>,
}

#[derive(Serialize)]
struct PartyData {
    name: String,
    /// statutory, local or voluntary.
    basis: &'static str,
    /// none, no_remarks or response.
    answer: &'static str,
}

#[derive(Serialize)]
struct ResponseData {
    number: i64,
    sender: String,
    /// citizen, association, council, workplace, authority or company.
    kind: &'static str,
    received_at: Option<String>,
    parts: Vec<PartData>,
}

#[derive(Serialize)]
struct PartData {
    /// The id of the paragraph; null: the whole text.
    paragraph: Option<String>,
    paragraph_name: String,
    said: String,
}

impl Phase {
    const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Coming => "coming",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Answered => "answered",
            Self::CalledOff => "called_off",
        }
    }
}

/// The public part of all answers, with what each says to which paragraph. Runs three queries.
async fn responses(
    cx: &Cx,
    connection: &mut Connection,
    hearing: &Hearing,
) -> Result<Vec<(Response, Vec<PartData>)>> {
    let t = T(cx.locale);
    let blocks = store::blocks(connection, cx.tenant.id, hearing.id).await?;
    let numbered = numbered(&blocks);
    let all = store::counted(connection, cx.tenant.id, hearing.id).await?;
    let mut parts = std::collections::HashMap::<_, Vec<PartData>>::new();
    for part in store::parts_of_hearing(connection, cx.tenant.id, hearing.id).await? {
        parts.entry(part.response).or_default().push(PartData {
            paragraph: part.block.map(|id| id.to_string()),
            paragraph_name: block_name(t, &numbered, part.block),
            said: part.shown().to_owned(),
        });
    }
    let public = all.into_iter().filter(Response::is_public);
    Ok(public
        .map(|response| {
            let own = parts.remove(&response.id).unwrap_or_default();
            (response, own)
        })
        .collect())
}

fn response_data(t: T, (response, parts): (Response, Vec<PartData>)) -> ResponseData {
    ResponseData {
        number: response.number.unwrap_or_default(),
        sender: response.public_name(t, false),
        kind: response.kind.code(),
        received_at: response.sent_at.map(|at| at.to_string()),
        parts,
    }
}

fn party_data(party: Party) -> PartyData {
    PartyData { name: party.name, basis: party.basis.code(), answer: party.answer.code() }
}

/// GET /hoeringer/{id}/svar.json
pub(crate) async fn responses_json(cx: Cx, Path(id): Path<HearingId>) -> Result<Page> {
    let mut reader = cx.read().await?;
    let hearing = seen(&cx, &mut reader, id).await?;
    Ok(Json(of_hearing(&cx, &mut reader, hearing).await?).into_response())
}

/// A hearing with its answers and parties, for machines. Runs five queries.
pub(crate) async fn of_hearing(
    cx: &Cx,
    connection: &mut Connection,
    hearing: Hearing,
) -> Result<HearingData> {
    let t = T(cx.locale);
    let parties = store::parties(connection, cx.tenant.id, hearing.id).await?;
    let responses = responses(cx, connection, &hearing).await?;
    Ok(HearingData {
        parties: parties.into_iter().map(party_data).collect(),
        responses: responses.into_iter().map(|one| response_data(t, one)).collect(),
        url: cx.absolute(&hearing.href()),
        opens_at: hearing.opens_at.to_string(),
        closes_at: hearing.closes_at.to_string(),
        state: hearing.phase(cx.now()).code(),
        title: hearing.title,
    })
}

/// GET /hoeringer/{id}/svar.csv: one row for each part of an answer.
pub(crate) async fn responses_csv(cx: Cx, Path(id): Path<HearingId>) -> Result<Page> {
    let mut reader = cx.read().await?;
    let hearing = seen(&cx, &mut reader, id).await?;
    let all = responses(&cx, &mut reader, &hearing).await?;
    drop(reader);
    let t = T(cx.locale);
    let head = [
        t.note_head_number(),
        t.note_head_sender(),
        t.note_head_kind(),
        t.note_head_received(),
        t.note_head_section(),
        t.note_party_answer(),
    ];
    let rows = all.into_iter().flat_map(|(response, parts)| {
        let number = response.number.unwrap_or_default().to_string();
        let own = [
            number,
            no_formula(response.public_name(t, false)),
            response.kind.label(t).to_owned(),
            response.sent_at.map(as_in_denmark).unwrap_or_default(),
        ];
        let row =
            move |part: PartData| [own.as_slice(), &[part.paragraph_name, no_formula(part.said)]].concat();
        parts.into_iter().map(row)
    });
    spreadsheet("hoeringssvar.csv", std::iter::once(head.map(str::to_owned).to_vec()).chain(rows))
}

/// In Danish time, in a form that spreadsheets read: "2026-11-14 13:17".
fn as_in_denmark(at: Instant) -> String {
    at.in_denmark().strftime("%Y-%m-%d %H:%M").to_string()
}

/// GET /hoeringer/{id}/parter.csv
pub(crate) async fn parties_csv(cx: Cx, Path(id): Path<HearingId>) -> Result<Page> {
    let mut reader = cx.read().await?;
    let hearing = seen(&cx, &mut reader, id).await?;
    let all = store::parties(&mut reader, cx.tenant.id, hearing.id).await?;
    drop(reader);
    let t = T(cx.locale);
    let head = [t.note_party(), t.party_basis(), t.note_party_answer()];
    let row = |party: Party| {
        let basis = party.basis.label(samskab_organisation::T(cx.locale));
        vec![no_formula(party.name), basis.to_owned(), party.answer.said(t).0.to_owned()]
    };
    let rows = all.into_iter().map(row);
    spreadsheet("hoeringsparter.csv", std::iter::once(head.map(str::to_owned).to_vec()).chain(rows))
}

#[derive(Template)]
#[template(path = "hearing/feed.xml")]
struct FeedPage {
    title: String,
    municipality: String,
    url: String,
    own: String,
    updated: String,
    language: &'static str,
    entries: Vec<FeedEntry>,
}

struct FeedEntry {
    id: String,
    title: String,
    url: String,
    published: String,
    updated: String,
    summary: String,
}

/// GET /hoeringer.atom (RFC 4287): the newest 50 that anybody may see.
pub(crate) async fn feed(cx: Cx) -> Result<Page> {
    let mut reader = cx.read().await?;
    let mut all = store::newest(&mut reader, cx.tenant.id).await?;
    drop(reader);
    let (t, now) = (T(cx.locale), cx.now());
    all.retain(|one| one.is_public(now));
    all.truncate(50);
    let entry = |one: &Hearing| FeedEntry {
        id: one.id.to_string(),
        title: one.title.clone(),
        url: cx.absolute(&one.href()),
        published: one.opens_at.to_string(),
        updated: one.updated_at.max(one.opens_at).to_string(),
        summary: t.hearing_feed_summary(one.closing(cx.locale, cx.today()), one.why.as_str()),
    };
    let updated = all.iter().map(|one| one.updated_at.max(one.opens_at)).max().unwrap_or(now);
    let page = FeedPage {
        title: t.hearing_list_title().to_owned(),
        municipality: cx.tenant.name.clone(),
        url: cx.absolute("/hoeringer"),
        own: cx.absolute("/hoeringer.atom"),
        updated: updated.to_string(),
        language: cx.locale.code(),
        entries: all.iter().map(entry).collect(),
    };
    Ok(([(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")], page.render()?).into_response())
}
