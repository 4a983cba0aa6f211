//! GET /tekster/{id}/stemmer/offentlig.pdf and …docx: "Hvad sagde I, og hvad blev der af det", with what its page says.

use axum::{extract::Path, response::Response};
use samskab_document::{Block, Document, Table};
use samskab_store::Connection;
use samskab_web::{Cx, Error, Result, TextFile, download_text};
use samskab_writing::text::TextId;

use super::public::{PublicPoint, PublicVoices};
use crate::T;

pub async fn pdf(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    file(cx, id, TextFile::Pdf).await
}

pub async fn docx(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    file(cx, id, TextFile::Docx).await
}

async fn file(cx: Cx, id: TextId, kind: TextFile) -> Result<Response> {
    let mut reader = cx.read().await?;
    let voices = PublicVoices::read(&cx, &mut reader, id).await?;
    drop(reader);
    download_text(document(&cx, &voices), "hvad-sagde-i", kind).await
}

fn document(cx: &Cx, voices: &PublicVoices) -> Document {
    Document {
        title: T(cx.locale).public_title().to_owned(),
        subtitle: voices.title.clone(),
        footer: cx.tenant.name.clone(),
        locale: cx.locale,
        made_at: cx.now(),
        blocks: blocks(cx, voices),
    }
}

/// The public document of what was said about a text and what came of it; `None`: it is not public, or there is
/// nothing.
///
/// # Errors
/// When the database does not answer.
pub async fn public_document(cx: &Cx, connection: &mut Connection, id: TextId) -> Result<Option<Document>> {
    match PublicVoices::read(cx, connection, id).await {
        Ok(voices) if !voices.is_hidden && voices.all > 0 => Ok(Some(document(cx, &voices))),
        Ok(_) | Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

fn blocks(cx: &Cx, voices: &PublicVoices) -> Vec<Block> {
    let t = T(cx.locale);
    let heading = |level, text: &str| Block::Heading { level, text: text.to_owned() };
    let mut blocks = Vec::new();
    if voices.all > 0 || voices.heard.is_empty() {
        blocks.push(Block::Text(t.public_counts(voices.all, voices.settled)));
    }
    if !voices.kinds.is_empty() {
        let head = vec![t.public_how().to_owned(), t.public_how_many().to_owned()];
        let rows =
            voices.counted(t).into_iter().map(|(kind, count)| vec![kind.to_owned(), count.to_string()]);
        blocks.push(Block::Table(Table { head, rows: rows.collect() }));
    }
    if !voices.heard.is_empty() {
        blocks.push(heading(2, t.heard_title()));
        blocks.push(Block::Text(t.heard_lead().to_owned()));
    }
    for one in &voices.heard {
        let note = match one.note.as_str() {
            "" => String::new(),
            note => t.heard_note_at(cx.absolute(note)),
        };
        let said = [one.about.as_str(), one.verdicts.as_str(), note.as_str()];
        let said: Vec<&str> = said.into_iter().filter(|part| !part.is_empty()).collect();
        blocks.push(Block::Labelled { label: one.title.clone(), text: said.join(". ") });
    }
    let mut theme: Option<&str> = None;
    for point in &voices.points {
        if theme != Some(&point.theme) {
            theme = Some(&point.theme);
            let name = if point.theme.is_empty() { t.voices_no_theme() } else { &point.theme };
            blocks.push(heading(2, name));
        }
        blocks.extend(point_blocks(t, point));
    }
    if !voices.concerns.is_empty() {
        blocks.push(heading(2, t.public_concerns()));
        for concern in &voices.concerns {
            blocks.push(Block::Text(format!("»{}«", concern.said.join("\n"))));
            blocks.push(Block::Decision {
                label: t.concern_answer().to_owned(),
                text: concern.answer.join("\n"),
            });
        }
    }
    if voices.waiting > 0 {
        blocks.push(Block::Text(t.public_waiting(voices.waiting)));
    }
    blocks
}

fn point_blocks(t: T, point: &PublicPoint) -> [Block; 2] {
    let said = match point.said.is_empty() {
        true => t.public_closed().to_owned(),
        false => format!("»{}«", point.said.join("\n")),
    };
    let said = match point.times {
        ..=1 => said,
        times => format!("{said} {}", t.public_so_many(times)),
    };
    let text = point.because.join("\n");
    [Block::Text(said), Block::Decision { label: point.verdict.label(t).to_owned(), text }]
}
