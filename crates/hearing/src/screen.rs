//! /hoeringer/{id}/indkomne and /indkomne-svar/{id}: what came in, for those who keep the hearing: published, hidden with a
//! reason, and words taken out of it with a reason, both versions kept.

use askama::Template;
use axum::{extract::Path, response::Response as Page};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Check, Cx, Form, Result, Shell,
    error::OrNotFound as _,
    form::{Choice, query},
    paging,
    personal::Line,
};
use serde::Deserialize;

use crate::{
    T,
    authority::{Action, Tie, may},
    connect::{self, PartyOfForm},
    event::{ResponseHidden, ResponsePublished, ResponseRedacted},
    hearing::{Hearing, HearingId, block_name, deeper, numbered, under},
    reader::kept,
    response::{HoldReason, Part, PartId, Response, ResponseId, redacted},
    store,
    text::lines,
};

/// Lines on one page.
const PAGE_SIZE: usize = 100;
/// At most this many waiting answers are shown: the others come when these have been looked at.
const MOST_WAITING: usize = 200;

samskab_web::form! {
    pub(crate) struct PublishForm {
        /// The answer as it was read.
        version: hidden,
    }
}

samskab_web::form! {
    pub(crate) struct HideForm {
        hvorfor: text(screen_hide_reason).hint(screen_hide_hint).required().max(300),
    }
}

samskab_web::form! {
    pub(crate) struct RedactForm {
        del: choice(screen_redact_part).required(),
        ord: paragraph(screen_redact_words).hint(screen_redact_words_hint).required().rows(3).max(5000),
        grund: text(screen_redact_reason).hint(screen_redact_reason_hint).required().max(300),
    }
}

#[derive(Template)]
#[template(path = "hearing/incoming.html")]
struct IncomingPage {
    shell: Shell,
    t: T,
    waiting: Vec<Line>,
    others: Vec<Line>,
    unconfirmed: String,
    previous: String,
    next: String,
    position: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct IncomingQuery {
    side: Option<usize>,
}

/// The list of answers that came in. Runs three queries.
pub(crate) async fn list(cx: Cx, Path(id): Path<HearingId>) -> Result<Page> {
    let mut reader = cx.read().await?;
    let hearing = kept(&cx, &mut reader, id).await?;
    let all = store::counted(&mut reader, cx.tenant.id, id).await?;
    let unconfirmed = store::unconfirmed(&mut reader, cx.tenant.id, id).await?.len();
    let unseen = store::with_unseen_files(&mut reader, cx.tenant.id, id).await?;
    drop(reader);
    let t = T(cx.locale);
    let line = |one: &Response| {
        let detail = match one.held {
            HoldReason::No if unseen.contains(&one.id) => t.held_files().to_owned(),
            HoldReason::No => {
                one.sent_at.map(|at| cx.locale.day_and_time(at, cx.today())).unwrap_or_default()
            }
            held => held.label(t).to_owned(),
        };
        let title = t.screen_line(one.full_name(t), one.number.unwrap_or_default());
        Line::in_state(title, format!("/indkomne-svar/{}", one.id), detail, one.said_state(t))
    };
    let waits = |one: &&Response| one.waits_for_a_look() || unseen.contains(&one.id);
    let (waiting, others): (Vec<&Response>, Vec<&Response>) = all.iter().partition(waits);
    let asked: IncomingQuery = query(&cx);
    let paging = paging::Page::new(asked.side, PAGE_SIZE);
    let address = |side: Option<usize>| {
        side.map(|side| format!("{}/indkomne?side={side}", hearing.href())).unwrap_or_default()
    };
    cx.page(IncomingPage {
        shell: under(&cx, &hearing, t.screen_title()),
        t,
        previous: address(paging.previous()),
        next: address(paging.next(others.len())),
        position: t.hearing_page_of(paging.count(others.len()), paging.number),
        waiting: waiting.into_iter().take(MOST_WAITING).map(line).collect(),
        others: others.into_iter().rev().skip(paging.offset()).take(PAGE_SIZE).map(line).collect(),
        unconfirmed: if unconfirmed == 0 { String::new() } else { t.screen_unconfirmed(unconfirmed) },
    })
}

#[derive(Template)]
#[template(path = "hearing/screen.html")]
struct ScreenPage {
    shell: Shell,
    t: T,
    title: String,
    facts: Vec<(&'static str, String)>,
    state: (&'static str, &'static str, &'static str),
    held: &'static str,
    hidden: String,
    parts: Vec<(String, Vec<String>, Vec<String>, String)>,
    files: Vec<(String, String)>,
    version: String,
    can_publish: bool,
    can_hide: bool,
    choices: Vec<Choice>,
    /// Whose answer it is, among those who were asked; none where nobody was.
    party: PartyOfForm,
    parties: Vec<Choice>,
    /// It waits because nobody knows that.
    is_behalf: bool,
    hide: HideForm,
    redact: RedactForm,
    base: String,
    back: String,
}

async fn find(cx: &Cx, connection: &mut Connection, id: ResponseId) -> Result<(Response, Hearing)> {
    let response = store::find_response(connection, cx.tenant.id, id).await?.or_not_found()?;
    let hearing = kept(cx, connection, response.hearing).await?;
    cx.require(may(&cx.actor, Action::ScreenResponses, Tie::None))?;
    // A draft is its writer's own.
    if response.number.is_none() {
        return Err(samskab_web::Error::NotFound);
    }
    Ok((response, hearing))
}

/// Four queries.
async fn page(
    cx: &Cx,
    connection: &mut Connection,
    (response, hearing): (&Response, &Hearing),
    (hide, redact): (HideForm, RedactForm),
) -> Result<ScreenPage> {
    let t = T(cx.locale);
    let blocks = store::blocks(connection, cx.tenant.id, hearing.id).await?;
    let numbered = numbered(&blocks);
    let parts = store::parts(connection, cx.tenant.id, response.id).await?;
    let files = store::files(connection, cx.tenant.id, response.id).await?;
    let (party_form, parties, party) = connect::form(cx, connection, response).await?;
    let name_of = |part: &Part| block_name(t, &numbered, part.block);
    let facts = [
        (t.screen_from(), response.full_name(t)),
        (t.screen_kind(), response.kind.label(t).to_owned()),
        (t.screen_email(), response.email.as_ref().map(ToString::to_string).unwrap_or_default()),
        (t.screen_public_name(), response.public_name(t, false)),
        (
            t.screen_at(),
            response.sent_at.map(|at| cx.locale.day_and_time(at, cx.today())).unwrap_or_default(),
        ),
        (t.screen_as_party(), party),
    ];
    let back = format!("{}/indkomne", hearing.href());
    let number = response.number.unwrap_or_default();
    Ok(ScreenPage {
        shell: deeper(cx, hearing, t.screen_response(number), (&back, t.screen_title())),
        t,
        title: t.screen_response(number),
        facts: facts.into_iter().filter(|(_, said)| !said.is_empty()).collect(),
        state: response.said_state(t),
        held: if response.waits_for_a_look() { response.held.label(t) } else { "" },
        hidden: response.hidden_reason.clone(),
        version: response.version.to_string(),
        can_publish: response.counts()
            && !response.is_closed
            && (response.published_at.is_none() || files.iter().any(|file| !file.is_public)),
        can_hide: response.counts() && !response.is_closed && response.hidden_reason.is_empty(),
        choices: parts.iter().map(|part| Choice::of(part.id.to_string(), name_of(part))).collect(),
        parts: parts
            .iter()
            .map(|part| {
                let shown = part.shown.as_deref().map(lines).unwrap_or_default();
                (name_of(part), lines(&part.said), shown, part.shown_reason.clone())
            })
            .collect(),
        files: files.iter().map(|file| (file.href(), file.said(t))).collect(),
        party: party_form,
        parties: if response.counts() { parties } else { Vec::new() },
        is_behalf: response.waits_for_a_look() && response.held == HoldReason::Behalf,
        hide,
        redact,
        base: format!("/indkomne-svar/{}", response.id),
        back,
    })
}

pub(crate) async fn show(cx: Cx, Path(id): Path<ResponseId>) -> Result<Page> {
    let mut reader = cx.read().await?;
    let (response, hearing) = find(&cx, &mut reader, id).await?;
    let page =
        page(&cx, &mut reader, (&response, &hearing), (HideForm::default(), RedactForm::default())).await?;
    cx.page(page)
}

/// The answer, while nobody else writes about the hearing.
async fn locked(cx: &Cx, tx: &mut Tx, id: ResponseId) -> Result<(Response, Hearing)> {
    let (response, _) = find(cx, tx, id).await?;
    store::locked(tx, response.hearing).await?;
    find(cx, tx, id).await
}

/// Somebody has looked at it: it is public, with its files. What was changed since they opened the page, they have not looked at.
pub(crate) async fn publish(
    cx: Cx,
    Path(id): Path<ResponseId>,
    Form(form): Form<PublishForm>,
) -> Result<Page> {
    let mut tx = cx.write().await?;
    let (response, hearing) = locked(&cx, &mut tx, id).await?;
    let to = format!("{}/indkomne", hearing.href());
    if !response.counts() || response.is_closed {
        return cx.redirect_saying(to, "warning", "hearing-flash-was-changed");
    }
    if form.version != response.version.to_string() {
        return cx.redirect_saying(
            format!("/indkomne-svar/{id}"),
            "warning",
            "hearing-flash-response-was-changed",
        );
    }
    let now = cx.now();
    let response = Response {
        published_at: Some(response.published_at.unwrap_or(now)),
        held: HoldReason::No,
        hidden_reason: String::new(),
        version: response.version + 1,
        updated_at: now,
        ..response
    };
    store::save_response(&mut tx, &response).await?;
    store::show_files(&mut tx, id, true).await?;
    tx.record(ResponsePublished::of(&response)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "hearing-flash-published")
}

/// POST /indkomne-svar/{id}/part: whose answer it is, among those who were asked.
pub(crate) async fn party(cx: Cx, Path(id): Path<ResponseId>, Form(form): Form<PartyOfForm>) -> Result<Page> {
    let mut tx = cx.write().await?;
    let (response, hearing) = locked(&cx, &mut tx, id).await?;
    let to = format!("/indkomne-svar/{id}");
    if !response.counts() {
        return cx.redirect_saying(to, "warning", "hearing-flash-was-changed");
    }
    connect::connect(&cx, &mut tx, (response, &hearing), &form).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "hearing-flash-connected")
}

/// It is not public, because …; it still counts, and its sender reads why.
pub(crate) async fn hide(cx: Cx, Path(id): Path<ResponseId>, Form(form): Form<HideForm>) -> Result<Page> {
    let mut tx = cx.write().await?;
    let (response, hearing) = locked(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    let reason = form.hvorfor().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        let forms = (form.with_errors(errors), RedactForm::default());
        let page = page(&cx, &mut tx, (&response, &hearing), forms).await?;
        return cx.invalid(page);
    }
    let response = Response {
        published_at: None,
        held: HoldReason::No,
        hidden_reason: reason,
        version: response.version + 1,
        updated_at: cx.now(),
        ..response
    };
    store::save_response(&mut tx, &response).await?;
    store::show_files(&mut tx, id, false).await?;
    tx.record(ResponseHidden::of(&response)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/indkomne", hearing.href()), "success", "hearing-flash-hidden")
}

/// Blacks out words in public; the original is kept, with the reason.
pub(crate) async fn redact(cx: Cx, Path(id): Path<ResponseId>, Form(form): Form<RedactForm>) -> Result<Page> {
    let mut tx = cx.write().await?;
    let (response, hearing) = locked(&cx, &mut tx, id).await?;
    let parts = store::parts(&mut tx, cx.tenant.id, id).await?;
    let mut check = Check::new(cx.locale);
    let words = form.ord().text(&mut check).unwrap_or_default();
    let reason = form.grund().text(&mut check).unwrap_or_default();
    let part = form.del.parse::<PartId>().ok().and_then(|id| parts.iter().find(|part| part.id == id));
    let shown = part.and_then(|part| redacted(part.shown(), &words));
    if part.is_none() {
        check.refuse(&form.del(), T(cx.locale).screen_redact_choose());
    } else if shown.is_none() && !check.refuses(&[form.ord()]) {
        check.refuse(&form.ord(), T(cx.locale).screen_redact_not_there());
    }
    let errors = check.done().err();
    let (Some(part), Some(shown), None) = (part, shown, &errors) else {
        let forms = (HideForm::default(), form.with_errors(errors.unwrap_or_default()));
        let page = page(&cx, &mut tx, (&response, &hearing), forms).await?;
        return cx.invalid(page);
    };
    store::save_part(&mut tx, &Part { shown: Some(shown), shown_reason: reason, ..part.clone() }).await?;
    let response = Response { version: response.version + 1, updated_at: cx.now(), ..response };
    store::save_response(&mut tx, &response).await?;
    tx.record(ResponseRedacted::of(&response)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/indkomne-svar/{id}"), "success", "hearing-flash-redacted")
}
