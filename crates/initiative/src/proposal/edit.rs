//! /forslag/{id}/rediger, and POST …/tjekliste: those who take ideas make a proposal of one. What they change is written down,
//! and its writer asked for a yes.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::Locale;
use samskab_organisation::person::PersonId;
use samskab_web::{Check, Cx, Form, Result, Shell, form::Choice};

use super::{
    Checked, NoteKind, Proposal, ProposalChanged, ProposalId, ProposalState, Seen,
    letter::{News, tell},
    new::TextsForm,
    store,
};
use crate::{T, authority::Action};

samskab_web::form! {
    pub struct EditForm {
        ..texts: TextsForm,
        /// The number of the text that is changed.
        nummer: hidden,
    }
}

samskab_web::form! {
    pub struct ChecksForm {
        i_orden: several(proposal_checklist).among(checks),
    }
}

fn checks(locale: Locale) -> Vec<Choice> {
    Checked::ALL.iter().map(|one| Choice::of(one.code(), one.label(T(locale)))).collect()
}

#[derive(Template)]
#[template(path = "proposal/edit.html")]
struct EditPage {
    shell: Shell,
    t: T,
    form: EditForm,
    /// Somebody else has changed it meanwhile: the text as it is now.
    theirs: Vec<(&'static str, String)>,
    action: String,
    back: String,
}

fn page(cx: &Cx, proposal: &Proposal, form: EditForm, is_newer: bool) -> EditPage {
    let t = T(cx.locale);
    let shell = cx.shell(t.proposal_edit()).under("/forslag", t.proposal_public_title());
    EditPage {
        shell: shell.under(proposal.href(), &proposal.texts.title).here(),
        t,
        form,
        theirs: match is_newer {
            true => {
                proposal.texts.parts(t).into_iter().map(|(label, text)| (label, text.to_owned())).collect()
            }
            false => Vec::new(),
        },
        action: format!("{}/rediger", proposal.href()),
        back: proposal.href(),
    }
}

pub async fn show(cx: Cx, Path(id): Path<ProposalId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::for_action(&cx, &mut reader, id, Action::QualifyProposal).await?;
    let proposal = &seen.proposal;
    if proposal.state != ProposalState::Idea {
        return cx.redirect_saying(proposal.href(), "warning", "proposal-flash-was-changed");
    }
    let form = EditForm {
        texts: TextsForm::of(&proposal.texts),
        nummer: proposal.number.to_string(),
        ..EditForm::default()
    };
    cx.page(page(&cx, proposal, form, false))
}

pub async fn save(cx: Cx, Path(id): Path<ProposalId>, Form(form): Form<EditForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = Seen::locked(&cx, &mut tx, id, Action::QualifyProposal).await?;
    let before = seen.proposal;
    let mut check = Check::new(cx.locale);
    let texts = form.texts.read(&mut check);
    // Two who change it at once: whoever saves next has read what the other wrote.
    let is_newer = form.nummer != before.number.to_string();
    let errors = check.done().err();
    if errors.is_some() || is_newer {
        let form = EditForm { nummer: before.number.to_string(), ..form };
        let form = form.with_errors(errors.unwrap_or_default());
        return cx.invalid(page(&cx, &before, form, is_newer));
    }
    let href = before.href();
    let was_asked = before.waits_for_writer();
    let number = before.number;
    let is_by_writer = before.is_by(&cx);
    let Ok(proposal) = before.change(texts, is_by_writer, cx.now()) else {
        return cx.redirect_saying(href, "warning", "proposal-flash-was-changed");
    };
    if proposal.number == number {
        return cx.redirect(href);
    }
    let me = cx.actor.person.map(PersonId::from_uuid);
    store::save(&mut tx, &proposal).await?;
    store::add_version(&mut tx, &proposal, me).await?;
    store::note(&mut tx, id, NoteKind::Changed, "", me).await?;
    if proposal.waits_for_writer() && !was_asked {
        tell(&mut tx, &proposal, News::Changed).await?;
    }
    tx.record(ProposalChanged::of(&proposal)).await?;
    tx.commit().await?;
    cx.redirect_saying(href, "success", "proposal-flash-changed")
}

pub async fn check(cx: Cx, Path(id): Path<ProposalId>, Form(form): Form<ChecksForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = Seen::locked(&cx, &mut tx, id, Action::QualifyProposal).await?;
    let proposal = seen.proposal;
    if proposal.state != ProposalState::Idea {
        return cx.redirect_saying(proposal.href(), "warning", "proposal-flash-was-changed");
    }
    let is_known = |code: &str| code.parse::<Checked>().is_ok();
    let proposal = Proposal { checks: form.i_orden().keys(is_known), updated_at: cx.now(), ..proposal };
    store::save(&mut tx, &proposal).await?;
    tx.record(ProposalChanged::of(&proposal)).await?;
    tx.commit().await?;
    cx.redirect_saying(proposal.href(), "success", "proposal-flash-checked")
}
