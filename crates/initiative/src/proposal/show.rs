//! GET /forslag/{id}: what is proposed, how far it is, and what became of it. The writer says yes to changes here; those who
//! take ideas comment, change and hand on. Others read what the writer let them, as the writer last agreed to it.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_document::{Change, ChangeKind, changes};
use samskab_meetings::meeting::{self, Item, ItemState, Meeting};
use samskab_organisation::{person::PersonId, unit};
use samskab_store::Connection;
use samskab_web::{Cx, Error, Result, Shell};

use super::{
    Checked, Note, NoteKind, Proposal, ProposalId, ProposalState, Seen, found,
    new::names,
    outlook::{self, Outlook},
    shown_name, store,
};
use crate::{
    T,
    authority::{Action, Tie},
    initiative,
};

samskab_web::form! {
    pub struct CommentForm {
        sagt: paragraph(proposal_comment).hint(proposal_comment_hint).required().rows(3).max(2000),
    }
}

samskab_web::form! {
    pub struct DisagreeForm {
        /// The number of the text that was read.
        nummer: hidden,
        hvorfor: paragraph(proposal_disagree_why).hint(proposal_disagree_why_hint).required().rows(3).max(2000),
    }
}

samskab_web::form! {
    pub struct VisibilityForm {
        vis: tick(proposal_shows_text).hint(proposal_shows_text_hint),
        vis_navn: tick(proposal_shows_name).hint(proposal_shows_name_hint),
    }
}

/// One of the four steps on the way.
struct Step {
    label: &'static str,
    done: bool,
    current: bool,
}

#[derive(Template)]
#[template(path = "proposal/show.html")]
pub(super) struct ProposalPage {
    shell: Shell,
    t: T,
    title: String,
    about: String,
    state: (&'static str, &'static str, &'static str),
    steps: Vec<Step>,
    parts: Vec<(&'static str, String)>,
    /// What was decided and why, if it was.
    outcome: String,
    reason: String,
    /// What the meeting did, before its minutes are approved; for those who may read them.
    preliminary: &'static str,
    /// What others wrote since the writer's last yes: each part with its changes.
    changes: Vec<(&'static str, Vec<Change>)>,
    /// The number of the text that is said yes to.
    number: String,
    /// What the writer answered or until when they are waited for, to whoever reads; empty: they are not asked.
    waits: String,
    can_disagree: bool,
    disagree: DisagreeForm,
    checks: Vec<(&'static str, &'static str, bool)>,
    trace: Vec<(String, String)>,
    comments: Vec<(String, String, String)>,
    /// Address and name.
    links: Vec<(String, String)>,
    comment: CommentForm,
    visibility: VisibilityForm,
    is_writer: bool,
    is_unconfirmed: bool,
    can_comment: bool,
    can_qualify: bool,
    can_hand_on: bool,
    /// It was handed on already: another body can be chosen.
    is_handed_on: bool,
    can_withdraw: bool,
    /// The body that has it does not exist any more: whoever leads volunteering chooses another.
    is_orphan: bool,
    /// The address below which its verbs are: its own, or the writer's link.
    base: String,
    path: String,
}

/// The proposal as this reader may see it; a stranger reads what is public.
pub async fn show(cx: Cx, Path(id): Path<ProposalId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let proposal = found(store::find(&mut reader, cx.tenant.id, id).await?)?;
    let seen = Seen::of(&cx, &mut reader, proposal).await?;
    let base = seen.proposal.href();
    let page = page(&cx, &mut reader, &seen, base, CommentForm::default()).await?;
    cx.page(page)
}

/// Whether everybody may read it.
fn is_for_all(proposal: &Proposal) -> bool {
    proposal.shows_text && !matches!(proposal.state, ProposalState::Unconfirmed | ProposalState::Withdrawn)
}

/// Whether everybody may read the reason: what was said behind closed doors is in no note.
fn is_reason_open(notes: &[Note]) -> bool {
    notes.iter().rfind(|note| note.kind.is_outcome()).is_some_and(|note| !note.said.is_empty())
}

/// The page of a proposal. Runs at most nine queries, besides those that find out who has to do with it.
pub(super) async fn page(
    cx: &Cx,
    connection: &mut Connection,
    seen: &Seen,
    base: String,
    comment: CommentForm,
) -> Result<ProposalPage> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let may_read = seen.may(cx, Action::ReadProposal);
    let is_writer = seen.tie == Tie::Writer;
    if !may_read && !is_for_all(&seen.proposal)
        || seen.proposal.state == ProposalState::Unconfirmed && !is_writer
    {
        return Err(Error::NotFound);
    }
    let agreed = match seen.proposal.agreed < seen.proposal.number {
        true => store::version(connection, tenant, seen.proposal.id, seen.proposal.agreed).await?,
        false => None,
    };
    let before = agreed.map(|version| version.texts);
    let proposal = match (&before, may_read) {
        (Some(texts), false) => Proposal { texts: texts.clone(), ..seen.proposal.clone() },
        _ => seen.proposal.clone(),
    };
    let unit = match proposal.unit {
        Some(unit) => unit::store::find(connection, tenant, unit, cx.today()).await?,
        None => None,
    };
    let name = match is_writer {
        true => String::new(),
        false => shown_name(cx, connection, &proposal).await?,
    };
    let notes = store::notes(connection, tenant, proposal.id).await?;
    let (comments, trace): (Vec<&Note>, Vec<&Note>) = notes.iter().partition(|note| note.kind.is_said());
    let people: Vec<PersonId> = comments.iter().filter(|_| may_read).filter_map(|note| note.person).collect();
    let people = names(cx, connection, &people).await?;
    let who = |note: &Note| match (note.kind, note.person) {
        (NoteKind::Reply, _) => t.proposal_comment_by_writer().to_owned(),
        (_, None) => t.proposal_comment_by_nobody().to_owned(),
        (_, Some(id)) => {
            people.iter().find(|one| one.id == id).map(|one| one.name.clone()).unwrap_or_default()
        }
    };
    let decided_by = seen.decider.as_ref().map(|body| body.id);
    let point = outlook::point(connection, tenant, &proposal).await?;
    let outlook = Outlook::of(connection, tenant, (&proposal, point.as_ref()), decided_by, cx.now()).await?;
    let at_meeting = point.map(|point| at_meeting(cx, seen, &point));
    let initiative = initiative::store::of_proposal(connection, tenant, proposal.id).await?;
    let body = seen.body.as_ref().map_or_else(|| t.proposal_body_none(), |body| body.name.as_str());
    let about = [
        t.proposal_sent_on(cx.locale.day(proposal.created_at.day())),
        unit.map(|unit| unit.name).unwrap_or_default(),
        if name.is_empty() { name } else { t.proposal_by(name) },
    ];
    let about: Vec<String> = about.into_iter().filter(|text| !text.is_empty()).collect();
    let mut links = Vec::new();
    links.extend(
        at_meeting
            .as_ref()
            .filter(|at| at.may_open)
            .map(|at| (at.href.clone(), t.proposal_to_item().to_owned())),
    );
    links.extend(next_meeting(cx, connection, seen).await?);
    links.extend(initiative.as_ref().map(|one| (one.href(), t.proposal_to_initiative().to_owned())));
    let decider = seen.decider.as_ref().map(|body| body.name.as_str()).unwrap_or_default();
    let is_idea = proposal.state == ProposalState::Idea;
    let can_hand_on = seen.may(cx, Action::HandOnProposal)
        && proposal.item.is_none()
        && matches!(proposal.state, ProposalState::Idea | ProposalState::HandedOn | ProposalState::Postponed);
    Ok(ProposalPage {
        shell: cx.shell(proposal.texts.title.clone()).under("/forslag", t.proposal_public_title()).here(),
        t,
        title: proposal.texts.title.clone(),
        about: about.join(" · "),
        state: proposal.state.said(t),
        steps: steps(t, &proposal, initiative.is_some()),
        parts: proposal.texts.parts(t).into_iter().map(|(label, text)| (label, text.to_owned())).collect(),
        outcome: outcome(cx, t, &proposal, body, decider, Some(outlook)),
        reason: if may_read || is_reason_open(&notes) { proposal.reason.clone() } else { String::new() },
        preliminary: at_meeting.map_or("", |at| at.preliminary),
        changes: match (&before, may_read) {
            (Some(before), true) => differences(t, before, &proposal),
            _ => Vec::new(),
        },
        number: proposal.number.to_string(),
        can_disagree: is_idea && is_writer && proposal.waits_for_writer(),
        disagree: DisagreeForm { nummer: proposal.number.to_string(), ..DisagreeForm::default() },
        waits: if is_idea && may_read { waits(cx, t, &proposal, is_writer) } else { String::new() },
        checks: match may_read {
            true => checks(t, &proposal),
            false => Vec::new(),
        },
        trace: trace.iter().map(|note| (cx.locale.day(note.created_at.day()), said(t, note))).collect(),
        comments: match may_read {
            true => comments
                .iter()
                .map(|note| {
                    let at = cx.locale.day_and_time(note.created_at, cx.today());
                    (who(note), at, note.said.clone())
                })
                .collect(),
            false => Vec::new(),
        },
        links,
        comment,
        visibility: VisibilityForm {
            vis: samskab_web::form::ticked(proposal.shows_text),
            vis_navn: samskab_web::form::ticked(proposal.shows_name),
            ..VisibilityForm::default()
        },
        is_writer,
        is_unconfirmed: proposal.state == ProposalState::Unconfirmed,
        can_comment: is_idea && (is_writer || seen.may(cx, Action::QualifyProposal)),
        can_qualify: is_idea && seen.may(cx, Action::QualifyProposal),
        can_hand_on,
        is_handed_on: proposal.state != ProposalState::Idea && seen.decider.is_some(),
        can_withdraw: is_writer && !proposal.state.is_over(),
        is_orphan: may_read && proposal.state == ProposalState::HandedOn && seen.decider.is_none(),
        path: proposal.href(),
        base,
    })
}

impl ProposalPage {
    /// The form for a no that said too little.
    pub fn disagreeing(self, disagree: DisagreeForm) -> Self {
        Self { disagree, ..self }
    }
}

/// What the writer answered to a change, or until when they are waited for.
fn waits(cx: &Cx, t: T, proposal: &Proposal, is_writer: bool) -> String {
    if proposal.is_refused_by_writer() {
        return if is_writer { t.proposal_disagreed_own() } else { t.proposal_disagreed() }.to_owned();
    }
    let Some(until) = proposal.answer_until() else { return String::new() };
    let day = cx.locale.day(until.day());
    match (is_writer, until > cx.now()) {
        (true, true) => t.proposal_answer_by(day),
        (true, false) => t.proposal_answer_late(day),
        (false, true) => t.proposal_waits_until(day),
        (false, false) => t.proposal_did_not_answer().to_owned(),
    }
}

fn steps(t: T, proposal: &Proposal, has_initiative: bool) -> Vec<Step> {
    let at = match proposal.state {
        ProposalState::Unconfirmed | ProposalState::Idea => 0,
        ProposalState::HandedOn | ProposalState::Postponed if proposal.item.is_none() => 1,
        ProposalState::HandedOn | ProposalState::Postponed => 2,
        ProposalState::Rejected => 2,
        ProposalState::Approved => 3,
        ProposalState::Withdrawn => return Vec::new(),
    };
    let labels = [
        t.proposal_step_idea(),
        t.proposal_step_proposal(),
        t.proposal_step_decision(),
        t.proposal_step_initiative(),
    ];
    let is_done = |place: usize| place < at || place == 3 && has_initiative;
    let step = |(place, label)| Step { label, done: is_done(place), current: place == at };
    labels.into_iter().enumerate().map(step).collect()
}

fn checks(t: T, proposal: &Proposal) -> Vec<(&'static str, &'static str, bool)> {
    let done: Vec<Checked> = proposal.checks().collect();
    Checked::ALL.iter().map(|one| (one.code(), one.label(t), done.contains(one))).collect()
}

/// What was decided, or whom it waits for, in a sentence. `outlook`: how far it is with them, where that is known.
pub(super) fn outcome(
    cx: &Cx,
    t: T,
    proposal: &Proposal,
    body: &str,
    decider: &str,
    outlook: Option<Outlook>,
) -> String {
    let number = proposal.decision_number.as_str();
    match (proposal.state, number) {
        (ProposalState::Unconfirmed, _) => t.proposal_is_unconfirmed().to_owned(),
        (ProposalState::Idea, _) => t.proposal_is_with(body),
        (ProposalState::HandedOn, _) if decider.is_empty() => t.proposal_is_with_nobody().to_owned(),
        (ProposalState::HandedOn, _) => {
            outlook.map_or_else(|| t.proposal_is_handed_on(decider), |outlook| outlook.said(t, decider))
        }
        (ProposalState::Approved, "") => t.proposal_was_approved(decider),
        (ProposalState::Approved, number) => t.proposal_was_approved_numbered(decider, number),
        (ProposalState::Rejected, "") => t.proposal_was_rejected(decider),
        (ProposalState::Rejected, number) => t.proposal_was_rejected_numbered(decider, number),
        (ProposalState::Postponed, _) => match proposal.resume_on {
            Some(day) => t.proposal_was_postponed(decider, cx.locale.day(day)),
            None => t.proposal_was_postponed_open(decider),
        },
        (ProposalState::Withdrawn, _) => t.proposal_was_withdrawn().to_owned(),
    }
}

/// What happened, as everybody may read it.
fn said(t: T, note: &Note) -> String {
    let said = note.said.as_str();
    let text = match note.kind {
        NoteKind::Comment | NoteKind::Reply => return said.to_owned(),
        NoteKind::Received => t.proposal_note_received(),
        NoteKind::Changed => t.proposal_note_changed(),
        NoteKind::Agreed => t.proposal_note_agreed(),
        NoteKind::Disagreed => t.proposal_note_disagreed(),
        NoteKind::HandedOn => t.proposal_note_handed_on(),
        NoteKind::OnAgenda => t.proposal_note_on_agenda(),
        NoteKind::OffAgenda => t.proposal_note_off_agenda(),
        NoteKind::Approved => t.proposal_note_approved(),
        NoteKind::Rejected => t.proposal_note_rejected(),
        NoteKind::Postponed => t.proposal_note_postponed(),
        NoteKind::Withdrawn => t.proposal_note_withdrawn(),
    };
    if said.is_empty() { text.to_owned() } else { format!("{text}: {said}") }
}

fn differences(t: T, before: &super::Texts, proposal: &Proposal) -> Vec<(&'static str, Vec<Change>)> {
    let now = &proposal.texts;
    let all = [
        (t.proposal_title(), &before.title, &now.title),
        (t.proposal_what(), &before.what, &now.what),
        (t.proposal_for_whom(), &before.for_whom, &now.for_whom),
        (t.proposal_why(), &before.why, &now.why),
        (t.proposal_needs(), &before.needs, &now.needs),
    ];
    let changed = all.into_iter().filter(|(_, before, now)| before != now);
    changed.map(|(label, before, now)| (label, changes(before, now))).collect()
}

/// The next meeting of those it waits for: its address and what it is called, for those who can put it on the agenda. To
/// others a meeting without it says nothing. One query at most.
async fn next_meeting(cx: &Cx, connection: &mut Connection, seen: &Seen) -> Result<Option<(String, String)>> {
    let waits = seen.proposal.state == ProposalState::HandedOn && seen.proposal.item.is_none();
    let Some(decider) = seen.decider.as_ref().filter(|_| waits) else { return Ok(None) };
    if seen.tie != Tie::Decider && !seen.may(cx, Action::KeepInitiatives) {
        return Ok(None);
    }
    let next = meeting::store::next(connection, cx.tenant.id, decider.id, cx.now()).await?;
    let said = |day| T(cx.locale).proposal_next_meeting(decider.name.as_str(), cx.locale.day(day));
    Ok(next.map(|next| (next.href(), said(next.starts_at.day()))))
}

/// The point it is on, and what was said about it there.
struct AtMeeting {
    href: String,
    may_open: bool,
    preliminary: &'static str,
}

fn at_meeting(cx: &Cx, seen: &Seen, (item, meeting): &(Item, Meeting)) -> AtMeeting {
    let is_inside = seen.tie == Tie::Decider || seen.may(cx, Action::KeepInitiatives);
    let t = T(cx.locale);
    AtMeeting {
        href: item.href(),
        may_open: is_inside || meeting.is_known() && !item.is_closed,
        preliminary: match is_inside && seen.proposal.state == ProposalState::HandedOn {
            true if item.state != ItemState::Open => t.proposal_is_preliminary(),
            _ => "",
        },
    }
}
