//! The note as PDF, DOCX and XLSX, with what its page says: the same order, with or without names.

use axum::{extract::Path, response::Response as Page};
use samskab_desk::Cell;
use samskab_document::{Block, Document, Table};
use samskab_kernel::Instant;
use samskab_store::Connection;
use samskab_web::{Cx, Result, Tenant, TextFile, download_text, file_name, form::query};
use samskab_writing::{content::marked, text::LANGUAGE};

use crate::{
    T,
    hearing::{Hearing, HearingId},
    note::{self, Note, NoteReader},
    note_page::{NoteQuery, readable},
    reader::seen,
    remark::Verdict,
    source::ChangedBlock,
};

/// Senders that are named with a point in a file.
const MOST_NAMED: usize = 100;

pub(crate) async fn pdf(cx: Cx, Path(id): Path<HearingId>) -> Result<Page> {
    text_file(cx, id, TextFile::Pdf).await
}

pub(crate) async fn docx(cx: Cx, Path(id): Path<HearingId>) -> Result<Page> {
    text_file(cx, id, TextFile::Docx).await
}

async fn read(cx: &Cx, id: HearingId) -> Result<(Note, NoteQuery)> {
    let mut reader = cx.read().await?;
    let hearing = seen(cx, &mut reader, id).await?;
    readable(cx, &hearing)?;
    let asked: NoteQuery = query(cx);
    Ok((note::read(&NoteReader::of(cx), &mut reader, hearing, asked.is_anonymous()).await?, asked))
}

async fn text_file(cx: Cx, id: HearingId, kind: TextFile) -> Result<Page> {
    let (note, asked) = read(&cx, id).await?;
    let name = name_of(&note.hearing);
    download_text(document(&NoteReader::of(&cx), &note, &asked), &name, kind).await
}

/// "hoeringsnotat-frivilligpolitik", whatever it is fetched as.
fn name_of(hearing: &Hearing) -> String {
    format!("hoeringsnotat-{}", file_name("hoering", &hearing.title))
}

/// The note as it is put before those who decide, in the language of the house.
///
/// # Errors
/// When the database does not answer.
pub async fn note_document(
    connection: &mut Connection,
    municipality: &Tenant,
    now: Instant,
    hearing: Hearing,
) -> Result<Document> {
    let reader = NoteReader { locale: LANGUAGE, municipality, now };
    let note = note::read(&reader, connection, hearing, false).await?;
    Ok(document(&reader, &note, &NoteQuery::default()))
}

pub(crate) fn document(reader: &NoteReader<'_>, note: &Note, asked: &NoteQuery) -> Document {
    let t = T(reader.locale);
    let labelled = |label: &str, text: String| Block::Labelled { label: label.to_owned(), text };
    let heading = |level, text: &str| Block::Heading { level, text: text.to_owned() };
    let mut blocks: Vec<Block> =
        note.facts(reader).into_iter().map(|(name, value)| labelled(name, value)).collect();
    blocks.push(Block::Text(note.hearing.why.clone()));
    if !note.parties.is_empty() {
        blocks.push(heading(2, t.note_parties()));
        let head = vec![t.note_party().to_owned(), t.note_party_answer().to_owned()];
        let rows = note.parties.iter().map(|(name, answer)| vec![name.clone(), answer.said(t).0.to_owned()]);
        blocks.push(Block::Table(Table { head, rows: rows.collect() }));
    }
    if !note.others.is_empty() {
        blocks.push(labelled(t.note_others(), note.others.join(", ")));
    }
    let verdict = |blocks: &mut Vec<Block>, verdict: Option<Verdict>, assessment: &str| {
        let said = Verdict::said(verdict, t).0.to_owned();
        let text = if assessment.is_empty() { said } else { format!("{said}. {assessment}") };
        blocks.push(Block::Decision { label: t.note_assessment().to_owned(), text });
    };
    let w = samskab_writing::T(reader.locale);
    let changed = |blocks: &mut Vec<Block>, change: Option<&ChangedBlock>| {
        let Some(change) = change else { return };
        match (change.before.as_str(), change.after.as_str()) {
            (before, "") => blocks.push(labelled(t.hearing_block_removed(), before.to_owned())),
            ("", after) => blocks.push(labelled(t.hearing_block_added(), after.to_owned())),
            (before, after) => {
                blocks.push(labelled(t.note_head_before(), before.to_owned()));
                blocks.push(labelled(t.note_head_after(), after.to_owned()));
                blocks.push(labelled(t.hearing_block_changed(), marked(w, &change.words)));
            }
        }
    };
    if asked.by_sender() {
        let mut last = 0;
        for row in &note.rows {
            if row.number != last {
                blocks.push(heading(2, &t.note_sender(row.number, row.sender.as_str())));
                last = row.number;
            }
            blocks.push(labelled(&row.section, row.excerpt.clone()));
            verdict(&mut blocks, row.verdict, &row.assessment);
            changed(&mut blocks, row.change.as_ref());
        }
    } else {
        for theme in &note.themes {
            blocks.push(heading(2, if theme.name.is_empty() { t.note_no_theme() } else { &theme.name }));
            for point in &theme.points {
                blocks.push(heading(3, &point.section));
                blocks.push(Block::Text(point.excerpt.clone()));
                blocks.push(labelled(t.note_from(), point.who(t, MOST_NAMED)));
                verdict(&mut blocks, point.verdict, &point.assessment);
                changed(&mut blocks, point.change.as_ref());
            }
        }
    }
    Document {
        title: t.note_of(note.hearing.title.as_str()),
        subtitle: if note.is_anonymous { t.note_without_names().to_owned() } else { String::new() },
        footer: format!("{} · {}", reader.municipality.name, note.hearing.title),
        locale: reader.locale,
        made_at: reader.now,
        blocks,
    }
}

/// One row for each remark, as staff write it by hand elsewhere.
pub(crate) async fn xlsx(cx: Cx, Path(id): Path<HearingId>) -> Result<Page> {
    let (note, _) = read(&cx, id).await?;
    let t = T(cx.locale);
    let heads = [
        t.note_head_number(),
        t.note_head_sender(),
        t.note_head_kind(),
        t.note_head_received(),
        t.note_head_section(),
        t.note_head_excerpt(),
        t.remark_theme(),
        t.remark_verdict(),
        t.note_assessment(),
        t.note_head_before(),
        t.note_head_after(),
    ];
    let text = |text: &str| Cell::Text(text.to_owned());
    let rows: Vec<[Cell; 11]> = note
        .rows
        .iter()
        .map(|row| {
            [
                Cell::Number(row.number),
                text(&row.sender),
                text(row.kind),
                row.received.map_or(Cell::Nothing, |at| Cell::Day(at.day())),
                text(&row.section),
                text(&row.excerpt),
                text(&row.theme),
                text(Verdict::said(row.verdict, t).0),
                text(&row.assessment),
                row.change.as_ref().map_or(Cell::Nothing, |change| text(&change.before)),
                row.change.as_ref().map_or(Cell::Nothing, |change| match change.is_removed() {
                    true => text(t.hearing_block_removed()),
                    false => text(&change.after),
                }),
            ]
        })
        .collect();
    let rows: Vec<&[Cell]> = rows.iter().map(<[Cell; 11]>::as_slice).collect();
    samskab_desk::workbook_of(&cx, &name_of(&note.hearing), t.note_title(), &heads, &rows)
}
