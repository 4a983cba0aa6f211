//! /tekster/{id}/stemmer: how far it has come, what waits theme by theme; and whether everybody reads and writes along.

use std::collections::BTreeMap;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::danish::sort_key;
use samskab_store::Connection;
use samskab_web::{Check, Cx, Form, Result, Shell, module};
use samskab_writing::text::TextId;

use super::{
    ON_VOICES_PAGE, VoicedText, Way,
    heard::{HeardLine, heard, hearings},
};
use crate::{
    T,
    authority::Action,
    coverage,
    event::VoicesOpened,
    input::{InputKind, InputState},
    setting::{Setting, is_public},
    settled::WaitingCounts,
    store,
};

samskab_web::form! {
    pub struct OpenForm {
        spoergsmaal: paragraph(share_question).hint(share_question_hint).optional().rows(3).max(1000),
        til: day(share_until).hint(share_until_hint).optional(),
    }
}

#[derive(Template)]
#[template(path = "voices/overview.html")]
struct OverviewPage {
    shell: Shell,
    t: T,
    /// What other contexts say of the text.
    parts: Vec<String>,
    ways: Vec<Way>,
    counts: WaitingCounts,
    participants: usize,
    heard: Vec<HeardLine>,
    themes: Vec<ThemeRow>,
    concerns: usize,
    concerns_open: usize,
    form: OpenForm,
    base: String,
    may_work: bool,
    is_shown: bool,
    is_published: bool,
    is_open: bool,
    share_link: String,
}

/// What was said about a theme.
struct ThemeRow {
    name: String,
    waiting: usize,
    answered: usize,
    /// The address of those that wait.
    href: String,
}

/// Some twelve queries, and those of the text.
async fn page(
    cx: &Cx,
    connection: &mut Connection,
    found: &VoicedText,
    form: Option<OpenForm>,
) -> Result<OverviewPage> {
    let (t, tenant, id) = (T(cx.locale), cx.tenant.id, found.text.id);
    let inputs = store::input_lines(connection, tenant, id).await?;
    let points = store::point_lines(connection, tenant, id).await?;
    let parts = module::parts(cx, connection, ON_VOICES_PAGE, id.uuid()).await?;
    let setting = store::setting(connection, tenant, id).await?;
    let may_work = found.may(cx, Action::WorkWithVoices);
    let given = hearings(cx, connection, id, may_work).await?;
    let participants = coverage::lines(connection, (tenant, cx.today()), id, &given).await?;
    let mut themes = BTreeMap::<&str, (usize, usize)>::new();
    for line in &points {
        let row = themes.entry(line.point.theme.as_str()).or_default();
        if line.point.verdict.is_some() { row.1 += 1 } else { row.0 += 1 }
    }
    let base = found.base();
    let mut themes: Vec<ThemeRow> = themes
        .into_iter()
        .map(|(theme, (waiting, answered))| ThemeRow {
            name: if theme.is_empty() { t.voices_no_theme().to_owned() } else { theme.to_owned() },
            waiting,
            answered,
            href: format!("{base}/uddrag?vis=waits&{}", tema(theme)),
        })
        .collect();
    themes.sort_by_cached_key(|row| (row.waiting == 0, sort_key(&row.name)));
    let concerns = inputs.iter().filter(|line| line.kind == InputKind::Concern);
    let is_open = |state: InputState| !state.is_settled();
    let today = cx.today();
    let form = form.unwrap_or_else(|| OpenForm {
        spoergsmaal: setting.as_ref().map(|one| one.question.clone()).unwrap_or_default(),
        til: setting.as_ref().and_then(|one| one.open_until).map(|day| day.to_string()).unwrap_or_default(),
        ..OpenForm::default()
    });
    Ok(OverviewPage {
        shell: found.under(cx, t.voices_title()).here(),
        t,
        ways: found.ways(cx, ""),
        parts,
        counts: WaitingCounts::of(&inputs, &given),
        participants: participants.len(),
        heard: heard(cx, &given, may_work),
        themes,
        concerns: concerns.clone().count(),
        concerns_open: concerns.filter(|line| is_open(line.state())).count(),
        form,
        may_work,
        is_shown: is_public(&found.text, setting.as_ref()),
        is_published: found.text.is_published(),
        is_open: setting.as_ref().is_some_and(|one| one.is_open(today)),
        share_link: cx.absolute(&format!("{base}/del")),
        base,
    })
}

/// A theme in an address.
pub(super) fn tema(theme: &str) -> String {
    let mut pair = String::from("tema=");
    for byte in theme.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' => pair.push(char::from(byte)),
            other => pair.push_str(&format!("%{other:02X}")),
        }
    }
    pair
}

pub async fn show(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = VoicedText::followed(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, &found, None).await?;
    cx.page(page)
}

/// POST …/vis: shows everybody what came of it; pressed again, only when the text is published.
pub async fn show_to_all(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = VoicedText::locked(&cx, &mut tx, id).await?;
    let setting = store::setting(&mut tx, cx.tenant.id, id).await?;
    let setting = setting.unwrap_or_else(|| Setting::new(cx.new_id(), id, cx.now()));
    let setting = Setting { is_shown: !setting.is_shown, updated_at: cx.now(), ..setting };
    store::save_setting(&mut tx, &setting).await?;
    tx.record(VoicesOpened::of(id)).await?;
    tx.commit().await?;
    let said = if setting.is_shown { "voices-flash-shown" } else { "voices-flash-hidden" };
    cx.redirect_saying(found.base(), "success", said)
}

/// POST …/aabn: what everybody is asked, and until which day; without one the form is closed.
pub async fn open(cx: Cx, Path(id): Path<TextId>, Form(form): Form<OpenForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = VoicedText::locked(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    let question = form.spoergsmaal().text(&mut check).unwrap_or_default();
    let until = form.til().day_ahead(&mut check, cx.today());
    if let Err(errors) = check.done() {
        let page = page(&cx, &mut tx, &found, Some(form.with_errors(errors))).await?;
        return cx.invalid(page);
    }
    let setting = store::setting(&mut tx, cx.tenant.id, id).await?;
    let setting = setting.unwrap_or_else(|| Setting::new(cx.new_id(), id, cx.now()));
    let setting = Setting { question, open_until: until, updated_at: cx.now(), ..setting };
    let is_open = setting.is_open(cx.today());
    store::save_setting(&mut tx, &setting).await?;
    tx.record(VoicesOpened::of(id)).await?;
    tx.commit().await?;
    let said = if is_open { "voices-flash-opened" } else { "voices-flash-closed" };
    cx.redirect_saying(found.base(), "success", said)
}
