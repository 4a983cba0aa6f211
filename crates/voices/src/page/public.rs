//! GET /tekster/{id}/stemmer/offentlig: how many spoke and how, what was said theme by theme, and what came of it. Nobody's name; and
//! only what somebody has cut and answered.

use std::collections::BTreeMap;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::danish::sort_key;
use samskab_store::Connection;
use samskab_web::{Cx, Error, Result, Shell, form::query, module, paging};
use samskab_writing::{store as texts, text::TextId};
use serde::Deserialize;

use super::{
    ON_VOICES_PAGE, VoicedText, base,
    heard::{HeardLine, heard, hearings},
    lines,
};
use crate::{
    T,
    authority::Action,
    excerpt::Verdict,
    input::{InputKind, InputLine, InputState},
    setting::is_public,
    store,
};

/// Points on one page.
const PAGE_SIZE: usize = 100;

/// What everybody reads of the voices of a text.
pub(super) struct PublicVoices {
    pub found: VoicedText,
    /// The public title of the text.
    pub title: String,
    pub kinds: Vec<(InputKind, usize)>,
    pub all: usize,
    /// How many have been answered.
    pub settled: usize,
    /// Points that have no answer yet.
    pub waiting: usize,
    pub points: Vec<PublicPoint>,
    pub concerns: Vec<PublicConcern>,
    /// What was said in hearings of the text, which have a note of their own.
    pub heard: Vec<HeardLine>,
    /// It is visible only to those who work with it.
    pub is_hidden: bool,
}

/// A point that was answered.
pub(super) struct PublicPoint {
    /// Empty: none.
    pub theme: String,
    /// Empty: its words are not for all to read.
    pub said: Vec<String>,
    pub times: i64,
    pub verdict: Verdict,
    pub because: Vec<String>,
    /// The address of the paragraph in the public text; empty: none.
    pub href: String,
}

/// A concern that was answered.
pub(super) struct PublicConcern {
    pub said: Vec<String>,
    pub answer: Vec<String>,
}

impl PublicVoices {
    /// What everybody may read about the voices of a text; what is not public is found only by those who read the
    /// draft. Runs six queries, two more where the text was heard, and those of the text.
    pub async fn read(cx: &Cx, connection: &mut Connection, id: TextId) -> Result<Self> {
        let tenant = cx.tenant.id;
        let found = VoicedText::read(cx, connection, id).await?;
        let setting = store::setting(connection, tenant, id).await?;
        let is_hidden = !is_public(&found.text, setting.as_ref());
        if is_hidden && !found.may(cx, Action::ReadVoices) {
            return Err(Error::NotFound);
        }
        let version = texts::public_version(connection, tenant, &found.text).await?;
        let public = version.and_then(|version| texts::content_of(&version).ok());
        let inputs = store::input_lines(connection, tenant, id).await?;
        let given = hearings(cx, connection, id, false).await?;
        let mut lines_of_points = store::point_lines(connection, tenant, id).await?;
        lines_of_points.sort_by_cached_key(|line| {
            let theme = &line.point.theme;
            (theme.is_empty(), sort_key(theme), std::cmp::Reverse(line.times), line.point.created_at)
        });
        let mut kinds = BTreeMap::<InputKind, usize>::new();
        for input in &inputs {
            *kinds.entry(input.kind).or_default() += 1;
        }
        let stands = |block| {
            let blocks = public.iter().flat_map(|content| &content.blocks);
            blocks.into_iter().any(|one| Some(one.id) == block)
        };
        let point = |line: &crate::excerpt::PointLine| {
            let point = &line.point;
            let href = point.block.filter(|_| stands(point.block));
            Some(PublicPoint {
                theme: point.theme.clone(),
                said: if point.is_closed { Vec::new() } else { lines(&line.said) },
                times: line.times,
                verdict: point.verdict?,
                because: lines(&point.because),
                href: href.map(|id| format!("{}#afsnit-{id}", found.text.href())).unwrap_or_default(),
            })
        };
        let points: Vec<PublicPoint> = lines_of_points.iter().filter_map(point).collect();
        let concern =
            |line: &InputLine| PublicConcern { said: lines(&line.begins), answer: lines(&line.answer) };
        let is_answered =
            |line: &&InputLine| line.kind == InputKind::Concern && !line.answer.is_empty() && !line.is_closed;
        Ok(Self {
            title: public.as_ref().map_or_else(|| found.text.title.clone(), |content| content.title.clone()),
            kinds: kinds.into_iter().collect(),
            all: inputs.len(),
            settled: inputs.iter().filter(|line| line.state() == InputState::Answered).count(),
            waiting: lines_of_points.len() - points.len(),
            points,
            concerns: inputs.iter().filter(is_answered).map(concern).collect(),
            heard: heard(cx, &given, false),
            is_hidden,
            found,
        })
    }

    /// "14 stemmer er hørt: 6 fra borgermøder, 2 breve …"
    pub fn counted(&self, t: T) -> Vec<(&'static str, usize)> {
        self.kinds.iter().map(|(kind, count)| (kind.label(t), *count)).collect()
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct PublicQuery {
    side: Option<usize>,
}

#[derive(Template)]
#[template(path = "voices/public.html")]
struct PublicPage {
    shell: Shell,
    t: T,
    /// What other contexts say of the text.
    parts: Vec<String>,
    title: String,
    voices: PublicVoices,
    kinds: Vec<(&'static str, usize)>,
    themes: Vec<(String, Vec<PublicLine>)>,
    is_open: bool,
    text_href: String,
    base: String,
    previous: String,
    next: String,
    position: String,
}

struct PublicLine {
    said: Vec<String>,
    times: i64,
    state: (&'static str, &'static str, &'static str),
    because: Vec<String>,
    href: String,
}

pub async fn show(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let voices = PublicVoices::read(&cx, &mut reader, id).await?;
    let setting = store::setting(&mut reader, cx.tenant.id, id).await?;
    let parts = module::parts(&cx, &mut reader, ON_VOICES_PAGE, id.uuid()).await?;
    drop(reader);
    let t = T(cx.locale);
    let asked: PublicQuery = query(&cx);
    let paging = paging::Page::new(asked.side, PAGE_SIZE);
    let own = format!("{}/offentlig", base(id));
    let address = |side: Option<usize>| side.map(|side| format!("{own}?side={side}")).unwrap_or_default();
    let mut themes: Vec<(String, Vec<PublicLine>)> = Vec::new();
    for point in voices.points.iter().skip(paging.offset()).take(PAGE_SIZE) {
        let name = if point.theme.is_empty() { t.voices_no_theme() } else { &point.theme };
        if themes.last().is_none_or(|(last, _)| last != name) {
            themes.push((name.to_owned(), Vec::new()));
        }
        let line = PublicLine {
            said: point.said.clone(),
            times: point.times,
            state: Verdict::said(Some(point.verdict), t),
            because: point.because.clone(),
            href: point.href.clone(),
        };
        if let Some((_, lines)) = themes.last_mut() {
            lines.push(line);
        }
    }
    let total = voices.points.len();
    cx.page(PublicPage {
        shell: voices.found.under(&cx, t.public_title()).here(),
        t,
        title: voices.title.clone(),
        kinds: voices.counted(t),
        parts,
        themes,
        is_open: setting.is_some_and(|setting| setting.is_open(cx.today())),
        text_href: if voices.found.reads_text(&cx) { voices.found.text.href() } else { String::new() },
        base: base(id),
        previous: address(paging.previous()),
        next: address(paging.next(total)),
        position: t.voices_page_of(paging.count(total), paging.number),
        voices,
    })
}
