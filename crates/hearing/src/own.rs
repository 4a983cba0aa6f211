//! /hoeringssvar/{secret}: somebody's own answer, behind the link in their mail: confirmed, changed until the closing, taken
//! back, and later what came of it.

use askama::Template;
use axum::{extract::Path, response::Response as Page};
use samskab_document::ChangeKind;
use samskab_kernel::Instant;
use samskab_store::{Connection, Tx};
use samskab_web::{
    Cx, Error, Form, Result, Shell,
    error::LostLink,
    form::{Choice, query, ticked},
};
use serde::Deserialize;

use crate::{
    T,
    answer::{AnswerForm, confirm as count, read},
    event::{ResponseChanged, ResponseSent, ResponseWithdrawn},
    hearing::{Block, Hearing, HearingState, Phase, block_name, numbered},
    party::{Party, PartyAnswer},
    remark::{Remark, Verdict},
    response::{HoldReason, MOST_FILES, MOST_PARTS, Part, PartId, Response, ResponseState},
    source::{ChangedBlock, Redline, outcome},
    store::{self, Attachment},
    text::lines,
};

/// Days after the closing in which an answer that came in time can still be confirmed.
const CONFIRM_DAYS: i64 = 7;

samskab_web::form! {
    pub(crate) struct FileForm {
        fil: file(hearing_file).hint(hearing_file_hint).accept(samskab_file::ACCEPTED).required(),
    }
}

#[derive(Template)]
#[template(path = "hearing/own.html")]
pub(crate) struct OwnPage {
    shell: Shell,
    t: T,
    w: samskab_writing::T,
    title: String,
    hearing: String,
    state: (&'static str, &'static str, &'static str),
    about: Vec<String>,
    parts: Vec<OwnPart>,
    files: Vec<(String, String)>,
    can_confirm: bool,
    is_draft: bool,
    can_change: bool,
    can_add_part: bool,
    can_add_file: bool,
    can_withdraw: bool,
    points: Vec<OwnPoint>,
    note: String,
    contact: String,
    form: FileForm,
    base: String,
}

struct OwnPart {
    href: String,
    about: String,
    lines: Vec<String>,
    /// Where words were taken out: why, and what is shown publicly.
    reason: String,
    shown: Vec<String>,
}

/// What came of it.
struct OwnPoint {
    excerpt: String,
    state: (&'static str, &'static str, &'static str),
    assessment: String,
    change: Option<ChangedBlock>,
}

impl Response {
    /// A draft while the hearing takes answers; a sent answer until [`CONFIRM_DAYS`] after the closing.
    fn can_confirm(&self, hearing: &Hearing, now: Instant) -> bool {
        match self.state {
            ResponseState::Draft => hearing.takes_responses(now),
            ResponseState::Sent => {
                hearing.state == HearingState::Announced && now < hearing.closes_at.plus_days(CONFIRM_DAYS)
            }
            ResponseState::Confirmed | ResponseState::Withdrawn => false,
        }
    }

    fn can_change(&self, hearing: &Hearing, now: Instant) -> bool {
        self.state != ResponseState::Withdrawn && hearing.takes_responses(now)
    }

    pub(crate) fn said_state(&self, t: T) -> (&'static str, &'static str, &'static str) {
        match self.state {
            ResponseState::Draft => (t.response_state_draft(), "wait", "edit"),
            ResponseState::Sent => (t.response_state_sent(), "wait", "hourglass"),
            ResponseState::Withdrawn => (t.response_state_withdrawn(), "", "close"),
            ResponseState::Confirmed if self.is_closed => (t.response_state_closed(), "good", "lock"),
            ResponseState::Confirmed if self.published_at.is_some() => {
                (t.response_state_published(), "good", "check")
            }
            ResponseState::Confirmed if !self.hidden_reason.is_empty() => {
                (t.response_state_hidden(), "wait", "visibility")
            }
            ResponseState::Confirmed => (t.response_state_held(), "wait", "hourglass"),
        }
    }
}

/// What is said of a link to one's answer that leads to nothing.
pub(crate) const LOST: LostLink = LostLink {
    text: |locale| T(locale).hearing_lost_link(),
    step: Some((|locale| T(locale).hearing_list_title(), "/hoeringer")),
};

pub(crate) async fn find(cx: &Cx, connection: &mut Connection, secret: &str) -> Result<(Response, Hearing)> {
    let response =
        store::response_of_link(connection, cx.tenant.id, secret).await?.ok_or(Error::LostLink(LOST))?;
    let hearing = store::find(connection, cx.tenant.id, response.hearing).await?;
    Ok((response, hearing.ok_or(Error::LostLink(LOST))?))
}

/// The same, while nobody else writes about the hearing; with the time by the clock at that moment.
pub(crate) async fn locked(cx: &Cx, tx: &mut Tx, secret: &str) -> Result<(Response, Hearing, Instant)> {
    let (response, _) = find(cx, tx, secret).await?;
    store::locked(tx, response.hearing).await?;
    let (response, hearing) = find(cx, tx, secret).await?;
    Ok((response, hearing, cx.services.clock.now()))
}

/// The page of somebody's own answer. Runs at most eight queries.
pub(crate) async fn page(
    cx: &Cx,
    connection: &mut Connection,
    (response, hearing): (&Response, &Hearing),
    form: FileForm,
    secret: &str,
) -> Result<OwnPage> {
    let (t, now, tenant) = (T(cx.locale), cx.now(), cx.tenant.id);
    let blocks = store::blocks(connection, tenant, hearing.id).await?;
    let numbered = numbered(&blocks);
    let parts = store::parts(connection, tenant, response.id).await?;
    let files = store::files(connection, tenant, response.id).await?;
    let is_answered = hearing.phase(now) == Phase::Answered;
    let remarks = match is_answered {
        true => store::remarks_of(connection, tenant, &[response.id]).await?,
        false => Vec::new(),
    };
    let redline = match is_answered {
        true => outcome(connection, tenant, hearing, &blocks).await?,
        false => None,
    };
    let can_change = response.can_change(hearing, now);
    let base = format!("/hoeringssvar/{secret}");
    Ok(OwnPage {
        shell: cx.shell(t.own_response_title()).under("/hoeringer", t.hearing_list_title()).here(),
        t,
        w: samskab_writing::T(cx.locale),
        title: hearing.title.clone(),
        hearing: hearing.href(),
        state: response.said_state(t),
        about: about(cx, response, hearing),
        can_confirm: response.can_confirm(hearing, now),
        is_draft: response.state == ResponseState::Draft,
        can_change,
        can_add_part: can_change && parts.len() < MOST_PARTS,
        can_add_file: can_change && files.len() < MOST_FILES,
        can_withdraw: can_change,
        points: remarks.iter().map(|remark| point(t, remark, redline.as_ref(), &blocks)).collect(),
        note: if is_answered { format!("{}/notat", hearing.href()) } else { String::new() },
        parts: parts
            .iter()
            .map(|part| OwnPart {
                href: format!("{base}/rediger?del={}", part.id),
                about: block_name(t, &numbered, part.block),
                lines: lines(&part.said),
                reason: part.shown_reason.clone(),
                shown: part.shown.as_deref().map(lines).unwrap_or_default(),
            })
            .collect(),
        files: files.iter().map(|file: &Attachment| (file.id.to_string(), file.said(t))).collect(),
        contact: hearing.contact.clone(),
        form,
        base,
    })
}

fn point(t: T, remark: &Remark, redline: Option<&Redline>, heard: &[Block]) -> OwnPoint {
    OwnPoint {
        excerpt: remark.excerpt.clone(),
        state: Verdict::said(remark.verdict, t),
        assessment: remark.assessment.clone(),
        change: redline.and_then(|redline| redline.of_remark(remark, heard)),
    }
}

/// What the sender should know about the answer, one sentence each.
fn about(cx: &Cx, response: &Response, hearing: &Hearing) -> Vec<String> {
    let (t, now) = (T(cx.locale), cx.now());
    let closing = hearing.closing(cx.locale, cx.today());
    let is_open = hearing.takes_responses(now);
    let mut about = Vec::new();
    if let (Some(number), Some(at)) = (response.number, response.sent_at) {
        about.push(t.own_response_number(cx.locale.day_and_time(at, cx.today()), number));
    }
    match (response.state, is_open) {
        (ResponseState::Draft, true) => about.push(t.own_response_draft(closing)),
        (ResponseState::Draft, false) => about.push(t.own_response_draft_late(closing)),
        (ResponseState::Sent, _) if response.can_confirm(hearing, now) => {
            about.push(t.own_response_confirm().to_owned())
        }
        (ResponseState::Sent, _) => about.push(t.own_response_never_confirmed().to_owned()),
        (ResponseState::Confirmed, true) => about.push(t.own_response_can_change(closing)),
        (ResponseState::Confirmed | ResponseState::Withdrawn, _) => {}
    }
    if response.counts() {
        about.push(match (response.is_closed, response.is_nameless) {
            (true, _) => t.own_response_closed().to_owned(),
            (false, _) if !response.hidden_reason.is_empty() => {
                t.own_response_hidden(response.hidden_reason.as_str())
            }
            (false, _) => t.own_response_shown_as(response.public_name(t, false)),
        });
        if response.waits_for_a_look() && response.held != HoldReason::No {
            about.push(t.own_response_held(response.held.told(t)));
        }
    }
    about
}

pub(crate) async fn show(cx: Cx, Path(secret): Path<String>) -> Result<Page> {
    let mut reader = cx.read().await?;
    let (response, hearing) = find(&cx, &mut reader, &secret).await?;
    let page = page(&cx, &mut reader, (&response, &hearing), FileForm::default(), &secret).await?;
    cx.page(page)
}

async fn party_of(cx: &Cx, tx: &mut Tx, response: &Response) -> Result<Option<Party>> {
    match response.party {
        Some(party) => Ok(store::find_party(tx, cx.tenant.id, party).await?),
        None => Ok(None),
    }
}

/// A draft is handed in; what was sent in time is confirmed. A link alone does neither: mail scanners open links.
pub(crate) async fn confirm(cx: Cx, Path(secret): Path<String>) -> Result<Page> {
    let mut tx = cx.write().await?;
    let (response, hearing, now) = locked(&cx, &mut tx, &secret).await?;
    let to = format!("/hoeringssvar/{secret}");
    if response.counts() {
        return cx.redirect_saying(to, "success", "hearing-flash-confirmed-already");
    }
    if !response.can_confirm(&hearing, now) {
        return cx.redirect_saying(to, "warning", "hearing-flash-too-late");
    }
    let parts = store::parts(&mut tx, cx.tenant.id, response.id).await?;
    let party = party_of(&cx, &mut tx, &response).await?;
    let (response, hearing) = match response.number {
        Some(_) => (response, hearing),
        None => {
            let hearing = Hearing { sent: hearing.sent + 1, ..hearing };
            store::save(&mut tx, &hearing).await?;
            (Response { number: Some(hearing.sent), sent_at: Some(now), ..response }, hearing)
        }
    };
    if response.state == ResponseState::Draft {
        tx.record(ResponseSent::of(&response)).await?;
    }
    count(&cx, &mut tx, &hearing, response, &parts, party).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "hearing-flash-confirmed")
}

#[derive(Template)]
#[template(path = "hearing/withdraw.html")]
struct WithdrawPage {
    shell: Shell,
    t: T,
    title: String,
    action: String,
    back: String,
}

/// GET /hoeringssvar/{secret}/traek-tilbage: it cannot be undone, so it is asked first.
pub(crate) async fn ask_withdraw(cx: Cx, Path(secret): Path<String>) -> Result<Page> {
    let mut reader = cx.read().await?;
    let (response, hearing) = find(&cx, &mut reader, &secret).await?;
    let (t, back) = (T(cx.locale), format!("/hoeringssvar/{secret}"));
    if !response.can_change(&hearing, cx.now()) {
        return cx.redirect_saying(back, "warning", "hearing-flash-too-late");
    }
    cx.page(WithdrawPage {
        shell: cx.shell(t.own_response_withdraw()).under(&back, t.own_response_title()).here(),
        t,
        title: hearing.title,
        action: format!("{back}/traek-tilbage"),
        back,
    })
}

pub(crate) async fn withdraw(cx: Cx, Path(secret): Path<String>) -> Result<Page> {
    let mut tx = cx.write().await?;
    let (response, hearing, now) = locked(&cx, &mut tx, &secret).await?;
    let to = format!("/hoeringssvar/{secret}");
    if !response.can_change(&hearing, now) {
        return cx.redirect_saying(to, "warning", "hearing-flash-too-late");
    }
    // A draft was no answer, and another one that counts still is.
    if response.counts()
        && let Some(party) = party_of(&cx, &mut tx, &response).await?
        && store::count_others(&mut tx, cx.tenant.id, party.id, response.id).await? == 0
    {
        store::save_party(&mut tx, &Party { answer: PartyAnswer::None, answered_at: None, ..party }).await?;
    }
    store::remove_remarks_of(&mut tx, response.id).await?;
    let state = ResponseState::Withdrawn;
    let response =
        Response { state, published_at: None, version: response.version + 1, updated_at: now, ..response };
    store::save_response(&mut tx, &response).await?;
    tx.record(ResponseWithdrawn::of(&response)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "hearing-flash-withdrawn")
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct EditQuery {
    /// The part to change; `None`: a new one.
    del: Option<PartId>,
}

#[derive(Template)]
#[template(path = "hearing/own_edit.html")]
struct EditPage {
    shell: Shell,
    t: T,
    form: AnswerForm,
    blocks: Vec<Choice>,
    closing: String,
    is_new: bool,
    can_remove: bool,
    /// What was saved meanwhile in another window; empty: nothing was.
    other: Vec<String>,
    action: String,
    back: String,
}

/// The form in which an answer is changed. Runs two queries.
async fn edit_page(
    cx: &Cx,
    connection: &mut Connection,
    (response, hearing): (&Response, &Hearing),
    form: AnswerForm,
    other: Vec<String>,
    secret: &str,
) -> Result<EditPage> {
    let t = T(cx.locale);
    let blocks = store::blocks(connection, cx.tenant.id, hearing.id).await?;
    let numbered = numbered(&blocks);
    let parts = store::parts(connection, cx.tenant.id, response.id).await?;
    let is_new = form.del.is_empty();
    let back = format!("/hoeringssvar/{secret}");
    Ok(EditPage {
        shell: cx
            .shell(if is_new { t.own_response_add() } else { t.own_response_change() })
            .under(&back, t.own_response_title())
            .here(),
        t,
        blocks: numbered
            .iter()
            .map(|(_, block)| Choice::of(block.id.to_string(), block_name(t, &numbered, Some(block.id))))
            .collect(),
        closing: hearing.closing(cx.locale, cx.today()),
        is_new,
        can_remove: !is_new && parts.len() > 1,
        form,
        other,
        action: format!("{back}/rediger"),
        back,
    })
}

pub(crate) async fn edit(cx: Cx, Path(secret): Path<String>) -> Result<Page> {
    let mut reader = cx.read().await?;
    let (response, hearing) = find(&cx, &mut reader, &secret).await?;
    if !response.can_change(&hearing, cx.now()) {
        return cx.redirect_saying(format!("/hoeringssvar/{secret}"), "warning", "hearing-flash-too-late");
    }
    let asked: EditQuery = query(&cx);
    let parts = store::parts(&mut reader, cx.tenant.id, response.id).await?;
    let part = asked.del.and_then(|id| parts.iter().find(|part| part.id == id));
    let form = AnswerForm {
        afsnit: part.and_then(|part| part.block).map(|id| id.to_string()).unwrap_or_default(),
        tekst: part.map(|part| part.said.clone()).unwrap_or_default(),
        navn: response.name.clone(),
        hvem: response.kind.code().to_owned(),
        paa_vegne: response.on_behalf_of.clone(),
        uden_navn: ticked(response.is_nameless),
        lukket: ticked(response.is_closed),
        del: part.map(|part| part.id.to_string()).unwrap_or_default(),
        version: response.version.to_string(),
        ..AnswerForm::default()
    };
    let page = edit_page(&cx, &mut reader, (&response, &hearing), form, Vec::new(), &secret).await?;
    cx.page(page)
}

/// The button that takes a part away.
const REMOVE: &str = "slet";

pub(crate) async fn save(cx: Cx, Path(secret): Path<String>, Form(form): Form<AnswerForm>) -> Result<Page> {
    let mut tx = cx.write().await?;
    let (response, hearing, now) = locked(&cx, &mut tx, &secret).await?;
    let parts = store::parts(&mut tx, cx.tenant.id, response.id).await?;
    let own = form.del.parse::<PartId>().ok().and_then(|id| parts.iter().find(|part| part.id == id));
    // The address is the response's own; it is not changed here.
    let email = response.email.as_ref().map(ToString::to_string).unwrap_or_default();
    let form = AnswerForm { email, ..form };
    if !response.can_change(&hearing, now) {
        // Too late: what was typed is shown so that it can be copied, and what was handed in stays as it is.
        let mut errors = samskab_web::Errors::default();
        errors.add(&form.tekst(), T(cx.locale).hearing_form_too_late(hearing.closing(cx.locale, cx.today())));
        let page =
            edit_page(&cx, &mut tx, (&response, &hearing), form.with_errors(errors), Vec::new(), &secret)
                .await?;
        return cx.invalid(page);
    }
    if form.version != response.version.to_string() {
        // Written in two windows: both texts are shown, and sending again decides which one counts.
        let other = own.map(|part| lines(&part.said)).unwrap_or_default();
        let form = AnswerForm { version: response.version.to_string(), ..form };
        let mut errors = samskab_web::Errors::default();
        errors.add(&form.tekst(), T(cx.locale).hearing_form_other_window());
        let page =
            edit_page(&cx, &mut tx, (&response, &hearing), form.with_errors(errors), other, &secret).await?;
        return cx.invalid(page);
    }
    // Words of the answer were blacked out: a changed answer is not public before somebody has looked at it again.
    let held =
        if parts.iter().any(|part| part.shown.is_some()) { HoldReason::Changed } else { response.held };
    if form.knap == REMOVE && parts.len() > 1 {
        if let Some(part) = own {
            store::remove_part(&mut tx, part.id).await?;
        }
    } else {
        let draft = match read(&cx, &form) {
            Ok(draft) => draft,
            Err(errors) => {
                let form = form.with_errors(errors);
                let page = edit_page(&cx, &mut tx, (&response, &hearing), form, Vec::new(), &secret).await?;
                return cx.invalid(page);
            }
        };
        let blocks = store::blocks(&mut tx, cx.tenant.id, hearing.id).await?;
        let block = draft.block.filter(|id| blocks.iter().any(|block| block.id == *id));
        match own {
            Some(part) => {
                // Words that were blacked out belonged to the former text.
                let (shown, shown_reason) = match part.said == draft.said {
                    true => (part.shown.clone(), part.shown_reason.clone()),
                    false => (None, String::new()),
                };
                let part = Part { block, said: draft.said.clone(), shown, shown_reason, ..part.clone() };
                store::save_part(&mut tx, &part).await?;
            }
            None if parts.len() < MOST_PARTS => {
                let part = Part {
                    id: cx.new_id(),
                    hearing: hearing.id,
                    response: response.id,
                    block,
                    place: parts.last().map_or(1, |last| last.place + 1),
                    said: draft.said.clone(),
                    shown: None,
                    shown_reason: String::new(),
                };
                store::add_part(&mut tx, &part).await?;
            }
            None => {}
        }
        let is_same = own.is_some_and(|part| part.said == draft.said);
        let response = Response {
            held: if is_same { response.held } else { held },
            name: draft.name,
            kind: draft.kind,
            on_behalf_of: draft.on_behalf_of,
            is_nameless: draft.is_nameless,
            is_closed: draft.is_closed,
            ..response.clone()
        };
        return changed(&cx, tx, &hearing, response, &secret).await;
    }
    changed(&cx, tx, &hearing, Response { held, ..response }, &secret).await
}

/// Stored; what counts already is judged anew, and published or held.
async fn changed(cx: &Cx, mut tx: Tx, hearing: &Hearing, response: Response, secret: &str) -> Result<Page> {
    let now = cx.services.clock.now();
    if response.counts() {
        let parts = store::parts(&mut tx, cx.tenant.id, response.id).await?;
        let response = count(cx, &mut tx, hearing, response, &parts, None).await?;
        tx.record(ResponseChanged::of(&response)).await?;
    } else {
        let response = Response { version: response.version + 1, updated_at: now, ..response };
        store::save_response(&mut tx, &response).await?;
    }
    tx.commit().await?;
    cx.redirect_saying(format!("/hoeringssvar/{secret}"), "success", "hearing-flash-saved")
}
