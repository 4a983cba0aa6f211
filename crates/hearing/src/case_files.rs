//! What is put in a case file when it is decided: the note, the answers as they are published, and the statements of
//! those who have a right to be heard. Everything in it is public.

use samskab_document::{Block, Document, Table};
use samskab_organisation::body::{self, Body};
use samskab_store::Connection;
use samskab_web::{Cx, Result};

use crate::{
    T,
    authority::may_keep,
    hearing::{Hearing, HearingState, block_name, numbered},
    note::{self, NoteReader},
    note_files,
    note_page::NoteQuery,
    party::Party,
    response::{Part, Response},
    store,
};

/// The documents for a case.
pub struct CaseFiles {
    /// `None`: it is not published yet, and the reader does not keep hearings.
    pub note: Option<Document>,
    pub responses: Document,
    pub statements: Document,
}

/// Everything about a hearing that goes with the case. Runs eleven queries.
///
/// # Errors
/// When the database does not answer.
pub async fn case_files(cx: &Cx, connection: &mut Connection, hearing: Hearing) -> Result<CaseFiles> {
    let (t, tenant, id) = (T(cx.locale), cx.tenant.id, hearing.id);
    let title = hearing.title.clone();
    let blocks = store::blocks(connection, tenant, id).await?;
    let parties = store::parties(connection, tenant, id).await?;
    let bodies = body::all(connection, tenant, cx.today()).await?;
    let responses = store::counted(connection, tenant, id).await?;
    let parts = store::parts_of_hearing(connection, tenant, id).await?;
    let readable = hearing.state == HearingState::Answered || may_keep(cx);
    let reader = NoteReader::of(cx);
    let note = note::read(&reader, connection, hearing, false).await?;
    let numbered = numbered(&blocks);
    let labelled = |part: &Part| Block::Labelled {
        label: block_name(t, &numbered, part.block),
        text: part.shown().to_owned(),
    };
    let said = |response: &Response| -> Vec<Block> {
        parts.iter().filter(|part| part.response == response.id).map(labelled).collect()
    };
    let public = responses.iter().filter(|response| response.is_public());
    let all = public.flat_map(|response| {
        let number = response.number.unwrap_or_default();
        let name = response.public_name(t, false);
        let heading = Block::Heading { level: 2, text: t.note_sender(number, name.as_str()) };
        std::iter::once(heading).chain(said(response)).collect::<Vec<_>>()
    });
    let statements = statements(t, (&parties, &bodies), &responses, said);
    let document = |title: String, blocks: Vec<Block>| Document {
        subtitle: String::new(),
        footer: format!("{} · {title}", cx.tenant.name),
        title,
        locale: cx.locale,
        made_at: cx.now(),
        blocks,
    };
    Ok(CaseFiles {
        note: readable.then(|| note_files::document(&reader, &note, &NoteQuery::default())),
        responses: document(t.case_responses(title.as_str()), all.collect()),
        statements: document(t.case_statements(title.as_str()), statements),
    })
}

/// Each body that was asked, with what it answered.
fn statements(
    t: T,
    (parties, bodies): (&[Party], &[Body]),
    responses: &[Response],
    said: impl Fn(&Response) -> Vec<Block>,
) -> Vec<Block> {
    let head = vec![t.note_party().to_owned(), t.note_party_answer().to_owned()];
    let bodies: Vec<&Party> = parties.iter().filter(|party| party.body_among(bodies).is_some()).collect();
    let rows = bodies.iter().map(|party| vec![party.name.clone(), party.answer.said(t).0.to_owned()]);
    let mut blocks = vec![Block::Table(Table { head, rows: rows.collect() })];
    for party in bodies {
        let own = responses.iter().filter(|one| one.party == Some(party.id) && one.is_public());
        let own: Vec<Block> = own.flat_map(&said).collect();
        if !own.is_empty() {
            blocks.push(Block::Heading { level: 2, text: party.name.clone() });
            blocks.extend(own);
        }
    }
    blocks
}

/// The answers as they are published, for machines: as under `/hoeringer/{id}/svar.json`.
///
/// # Errors
/// When the database does not answer.
pub async fn case_json(cx: &Cx, connection: &mut Connection, hearing: Hearing) -> Result<Vec<u8>> {
    let data = crate::data::of_hearing(cx, connection, hearing).await?;
    Ok(serde_json::to_vec_pretty(&data).map_err(samskab_store::Error::from)?)
}
