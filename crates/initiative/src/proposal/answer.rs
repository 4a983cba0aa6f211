//! What is said of a proposal and what its writer decides: POST …/kommentar, …/enig, …/uenig, …/visning and …/traek-tilbage, for those
//! who are signed in. The writer without an account has the same verbs behind the link in their mails (`own.rs`).

use axum::{extract::Path, response::Response};
use samskab_organisation::person::PersonId;
use samskab_store::Tx;
use samskab_web::{Check, Cx, Error, Form, Result};
use serde::Deserialize;

use super::{
    NoteKind, Proposal, ProposalAgreed, ProposalChanged, ProposalDisagreed, ProposalId, ProposalState,
    ProposalWithdrawn, Seen,
    agenda::{close_item, withdraw_item},
    found,
    letter::tell_comment,
    show::{CommentForm, DisagreeForm, VisibilityForm, page},
    store,
};
use crate::authority::{Action, Tie};

/// POST …/enig: the text that was read.
#[derive(Deserialize)]
pub struct AgreeForm {
    #[serde(default)]
    nummer: String,
}

/// The writer's own proposal, while nobody else writes it.
async fn own(cx: &Cx, tx: &mut Tx, id: ProposalId) -> Result<Proposal> {
    let proposal = found(store::locked(tx, id).await?)?;
    if proposal.is_by(cx) { Ok(proposal) } else { Err(Error::NotFound) }
}

pub async fn comment(cx: Cx, Path(id): Path<ProposalId>, Form(form): Form<CommentForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = Seen::for_action(&cx, &mut tx, id, Action::ReadProposal).await?;
    cx.require(seen.tie == Tie::Writer || seen.may(&cx, Action::QualifyProposal))?;
    let base = seen.proposal.href();
    commented(&cx, tx, &seen, base, form).await
}

/// Adds a comment; the caller has checked that the reader may.
pub(super) async fn commented(
    cx: &Cx,
    mut tx: Tx,
    seen: &Seen,
    base: String,
    form: CommentForm,
) -> Result<Response> {
    if seen.proposal.state != ProposalState::Idea {
        return cx.redirect_saying(base, "warning", "proposal-flash-was-changed");
    }
    let mut check = Check::new(cx.locale);
    let said = form.sagt().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        let page = page(cx, &mut tx, seen, base, form.with_errors(errors)).await?;
        return cx.invalid(page);
    }
    let person = cx.actor.person.map(PersonId::from_uuid);
    let kind = if seen.tie == Tie::Writer { NoteKind::Reply } else { NoteKind::Comment };
    let note = store::note(&mut tx, seen.proposal.id, kind, said, person).await?;
    if kind == NoteKind::Comment {
        tell_comment(&mut tx, &seen.proposal, note).await?;
    }
    tx.record(ProposalChanged::of(&seen.proposal)).await?;
    tx.commit().await?;
    cx.redirect_saying(base, "success", "proposal-flash-commented")
}

pub async fn agree(cx: Cx, Path(id): Path<ProposalId>, Form(form): Form<AgreeForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let proposal = own(&cx, &mut tx, id).await?;
    let to = cx.back_to_overview_or(proposal.href());
    agreed(&cx, tx, proposal, to, &form).await
}

/// The writer agrees. A text that was changed again meanwhile must be read first.
pub(super) async fn agreed(
    cx: &Cx,
    mut tx: Tx,
    proposal: Proposal,
    to: String,
    form: &AgreeForm,
) -> Result<Response> {
    let read = form.nummer.parse().unwrap_or_default();
    let Ok(proposal) = proposal.agree(read, cx.now()) else {
        return cx.redirect_saying(to, "warning", "proposal-flash-read-again");
    };
    store::save(&mut tx, &proposal).await?;
    store::note(&mut tx, proposal.id, NoteKind::Agreed, "", None).await?;
    tx.record(ProposalAgreed::of(&proposal)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "proposal-flash-agreed")
}

pub async fn disagree(
    cx: Cx,
    Path(id): Path<ProposalId>,
    Form(form): Form<DisagreeForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let proposal = own(&cx, &mut tx, id).await?;
    let seen = Seen::of(&cx, &mut tx, proposal).await?;
    let base = seen.proposal.href();
    disagreed(&cx, tx, &seen, base, form).await
}

/// The writer disagrees, with a reason that only those who work with the proposal read.
pub(super) async fn disagreed(
    cx: &Cx,
    mut tx: Tx,
    seen: &Seen,
    base: String,
    form: DisagreeForm,
) -> Result<Response> {
    let Ok(proposal) = seen.proposal.clone().disagree(form.nummer.parse().unwrap_or_default(), cx.now())
    else {
        return cx.redirect_saying(base, "warning", "proposal-flash-read-again");
    };
    let mut check = Check::new(cx.locale);
    let why = form.hvorfor().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        let page = page(cx, &mut tx, seen, base, CommentForm::default()).await?;
        return cx.invalid(page.disagreeing(form.with_errors(errors)));
    }
    let person = cx.actor.person.map(PersonId::from_uuid);
    store::save(&mut tx, &proposal).await?;
    store::note(&mut tx, proposal.id, NoteKind::Disagreed, "", None).await?;
    store::note(&mut tx, proposal.id, NoteKind::Reply, why, person).await?;
    tx.record(ProposalDisagreed::of(&proposal)).await?;
    tx.commit().await?;
    cx.redirect_saying(base, "success", "proposal-flash-disagreed")
}

pub async fn visibility(
    cx: Cx,
    Path(id): Path<ProposalId>,
    Form(form): Form<VisibilityForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let proposal = own(&cx, &mut tx, id).await?;
    let to = proposal.href();
    shown(&cx, tx, proposal, to, &form).await
}

/// The writer decides what is shown. No name is shown with a hidden text, and a hidden text is on no public agenda.
pub(super) async fn shown(
    cx: &Cx,
    mut tx: Tx,
    proposal: Proposal,
    to: String,
    form: &VisibilityForm,
) -> Result<Response> {
    let shows_text = form.vis().is_ticked();
    let shows_name = shows_text && form.vis_navn().is_ticked();
    let proposal = Proposal { shows_text, shows_name, updated_at: cx.now(), ..proposal };
    store::save(&mut tx, &proposal).await?;
    if let Some(item) = proposal.item.filter(|_| !shows_text) {
        close_item(&mut tx, item).await?;
    }
    tx.record(ProposalChanged::of(&proposal)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "proposal-flash-visibility")
}

pub async fn withdraw(cx: Cx, Path(id): Path<ProposalId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let proposal = own(&cx, &mut tx, id).await?;
    let to = proposal.href();
    withdrawn(&cx, tx, proposal, to).await
}

/// The writer withdraws it. It is taken off the agenda, too.
pub(super) async fn withdrawn(cx: &Cx, mut tx: Tx, proposal: Proposal, to: String) -> Result<Response> {
    let item = proposal.item;
    let Ok(proposal) = proposal.withdraw(cx.now()) else {
        return cx.redirect_saying(to, "warning", "proposal-flash-was-changed");
    };
    store::save(&mut tx, &proposal).await?;
    store::note(&mut tx, proposal.id, NoteKind::Withdrawn, "", None).await?;
    if let Some(item) = item {
        withdraw_item(&mut tx, item).await?;
    }
    tx.record(ProposalWithdrawn::of(&proposal)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "proposal-flash-withdrawn")
}
