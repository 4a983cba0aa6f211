//! GET /hoeringer/{id}/notat: by theme and by sender, with and without names; public when the hearing is answered, and before
//! that for those who keep it.

use askama::Template;
use axum::{extract::Path, response::Response as Page};
use samskab_document::ChangeKind;
use samskab_web::{Cx, Error, Result, Shell, form::query, paging};
use serde::Deserialize;

use crate::{
    T,
    authority::may_keep,
    finish::{Finish, finish},
    hearing::{Hearing, HearingId, HearingState, Phase, under},
    note::{self, NotePoint, NoteReader, NoteRow},
    reader::seen,
    remark::Verdict,
    source::ChangedBlock,
    text::lines,
};

/// Points or remarks on one page.
const PAGE_SIZE: usize = 50;
/// Senders that are named with a point.
const MOST_NAMED: usize = 12;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct NoteQuery {
    side: Option<usize>,
    pub efter: String,
    pub anonym: String,
}

impl NoteQuery {
    pub fn by_sender(&self) -> bool {
        self.efter == "afsender"
    }

    pub fn is_anonymous(&self) -> bool {
        self.anonym == "ja"
    }

    /// The same parameters for another address.
    pub fn pairs(&self) -> String {
        let mut pairs = Vec::new();
        if self.by_sender() {
            pairs.push("efter=afsender");
        }
        if self.is_anonymous() {
            pairs.push("anonym=ja");
        }
        pairs.join("&")
    }
}

#[derive(Template)]
#[template(path = "hearing/note.html")]
struct NotePage {
    shell: Shell,
    t: T,
    title: String,
    facts: Vec<(&'static str, String)>,
    is_published: bool,
    /// What is missing before the note is published, or the button to publish it.
    finish: Option<Finish>,
    base: String,
    parties: Vec<(String, (&'static str, &'static str, &'static str))>,
    others: String,
    themes: Vec<(String, Vec<PointLine>)>,
    senders: Vec<(String, Vec<PointLine>)>,
    ways: Vec<(String, &'static str, bool)>,
    files: Vec<(String, &'static str)>,
    previous: String,
    next: String,
    position: String,
    back: String,
    w: samskab_writing::T,
    /// The address of all changes; empty: there are none.
    changes: String,
}

struct PointLine {
    section: String,
    lines: Vec<String>,
    who: String,
    state: (&'static str, &'static str, &'static str),
    assessment: Vec<String>,
    change: Option<ChangedBlock>,
}

/// Published, or the reader keeps it.
pub(crate) fn readable(cx: &Cx, hearing: &Hearing) -> Result<()> {
    let is_public = hearing.state == HearingState::Answered;
    if is_public || may_keep(cx) && hearing.phase(cx.now()) != Phase::Draft {
        Ok(())
    } else {
        Err(Error::NotFound)
    }
}

pub(crate) async fn show(cx: Cx, Path(id): Path<HearingId>) -> Result<Page> {
    let mut reader = cx.read().await?;
    let hearing = seen(&cx, &mut reader, id).await?;
    readable(&cx, &hearing)?;
    let asked: NoteQuery = query(&cx);
    let finish = finish(&cx, &mut reader, &hearing).await?;
    let note = note::read(&NoteReader::of(&cx), &mut reader, hearing, asked.is_anonymous()).await?;
    drop(reader);
    let t = T(cx.locale);
    let base = format!("{}/notat", note.hearing.href());
    let paging = paging::Page::new(asked.side, PAGE_SIZE);
    let points: usize = note.themes.iter().map(|theme| theme.points.len()).sum();
    let total = if asked.by_sender() { note.rows.len() } else { points };
    let address = |side: Option<usize>| {
        let pairs = asked.pairs();
        let and = if pairs.is_empty() { "" } else { "&" };
        side.map(|side| format!("{base}?{pairs}{and}side={side}")).unwrap_or_default()
    };
    let way = |efter: &str, anonym: &str| format!("{base}?efter={efter}&anonym={anonym}");
    let anonym = if asked.is_anonymous() { "ja" } else { "nej" };
    let order = if asked.by_sender() { "afsender" } else { "tema" };
    let file = |end: &str| format!("{base}.{end}?{}", asked.pairs());
    let mut themes: Vec<(String, Vec<PointLine>)> = Vec::new();
    let mut senders: Vec<(String, Vec<PointLine>)> = Vec::new();
    if asked.by_sender() {
        for row in note.rows.iter().skip(paging.offset()).take(PAGE_SIZE) {
            let name = t.note_sender(row.number, row.sender.as_str());
            put(&mut senders, name, of_row(t, row));
        }
    } else {
        let all = note.themes.iter().flat_map(|theme| theme.points.iter().map(|point| (&theme.name, point)));
        for (theme, point) in all.skip(paging.offset()).take(PAGE_SIZE) {
            let name = if theme.is_empty() { t.note_no_theme().to_owned() } else { theme.clone() };
            put(&mut themes, name, of_point(t, point));
        }
    }
    cx.page(NotePage {
        shell: under(&cx, &note.hearing, t.note_title()),
        t,
        title: note.hearing.title.clone(),
        facts: note.facts(&NoteReader::of(&cx)),
        finish,
        base: note.hearing.href(),
        is_published: note.hearing.state == HearingState::Answered,
        parties: note.parties.iter().map(|(name, answer)| (name.clone(), answer.said(t))).collect(),
        others: NotePoint {
            section: String::new(),
            excerpt: String::new(),
            senders: note.others.clone(),
            verdict: None,
            assessment: String::new(),
            change: None,
        }
        .who(t, 30),
        themes,
        senders,
        ways: vec![
            (way("tema", anonym), t.note_by_theme(), !asked.by_sender()),
            (way("afsender", anonym), t.note_by_sender(), asked.by_sender()),
            (
                way(order, if asked.is_anonymous() { "nej" } else { "ja" }),
                t.note_without_names(),
                asked.is_anonymous(),
            ),
        ],
        files: vec![(file("pdf"), "PDF"), (file("docx"), "Word"), (file("xlsx"), "Excel")],
        previous: address(paging.previous()),
        next: address(paging.next(total)),
        position: t.hearing_page_of(paging.count(total), paging.number),
        back: note.hearing.href(),
        w: samskab_writing::T(cx.locale),
        changes: match note.compared_with {
            Some(_) => format!("{}/aendringer", note.hearing.href()),
            None => String::new(),
        },
    })
}

fn put(groups: &mut Vec<(String, Vec<PointLine>)>, name: String, line: PointLine) {
    match groups.last_mut() {
        Some((last, lines)) if *last == name => lines.push(line),
        _ => groups.push((name, vec![line])),
    }
}

fn of_point(t: T, point: &NotePoint) -> PointLine {
    PointLine {
        section: point.section.clone(),
        lines: lines(&point.excerpt),
        who: point.who(t, MOST_NAMED),
        state: Verdict::said(point.verdict, t),
        assessment: lines(&point.assessment),
        change: point.change.clone(),
    }
}

fn of_row(t: T, row: &NoteRow) -> PointLine {
    PointLine {
        section: row.section.clone(),
        lines: lines(&row.excerpt),
        who: String::new(),
        state: Verdict::said(row.verdict, t),
        assessment: lines(&row.assessment),
        change: row.change.clone(),
    }
}
