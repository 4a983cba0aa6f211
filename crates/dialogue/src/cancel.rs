//! /borgermoeder/{id}/aflys: the meeting is cancelled, with a reason; everybody who signed up is told, once.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _};

use crate::{
    Dialogue, DialogueId, DialogueState, T,
    edit::tell,
    event::DialogueCancelled,
    held::{kept, under},
    letter::News,
    store,
};

samskab_web::form! {
    pub struct CancelForm {
        grund: paragraph(meeting_cancel_reason).hint(dialogue_cancel_reason_hint).rows(3).required().max(500),
    }
}

#[derive(Template)]
#[template(path = "meeting/cancel.html")]
struct CancelPage {
    shell: Shell,
    t: T,
    form: CancelForm,
    lead: String,
    told: String,
    button: &'static str,
    action: String,
    back: String,
}

pub async fn show(cx: Cx, Path(id): Path<DialogueId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let dialogue = kept(&cx, &mut reader, id).await?;
    if !dialogue.can_change(cx.now()) {
        return cx.redirect_saying(dialogue.href(), "warning", "dialogue-flash-over");
    }
    let page = page(&cx, &mut reader, &dialogue, CancelForm::default()).await?;
    cx.page(page)
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    dialogue: &Dialogue,
    form: CancelForm,
) -> Result<CancelPage> {
    let t = T(cx.locale);
    let guests = store::guests(connection, cx.tenant.id, dialogue.id).await?;
    let without = guests.iter().filter(|guest| guest.email.is_none()).count();
    Ok(CancelPage {
        shell: under(cx, dialogue, t.dialogue_cancel()),
        t,
        form,
        lead: dialogue.when(cx),
        told: t.dialogue_told_of_cancel(guests.len() - without, without),
        button: t.dialogue_cancel(),
        action: format!("{}/aflys", dialogue.href()),
        back: dialogue.href(),
    })
}

pub async fn save(cx: Cx, Path(id): Path<DialogueId>, Form(form): Form<CancelForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    kept(&cx, &mut tx, id).await?;
    let dialogue = store::locked(&mut tx, id).await?.or_not_found()?;
    let mut check = Check::new(cx.locale);
    let reason = form.grund().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        let page = page(&cx, &mut tx, &dialogue, form.with_errors(errors)).await?;
        return cx.invalid(page);
    }
    if !dialogue.can_change(cx.now()) {
        return cx.redirect_saying(dialogue.href(), "warning", "dialogue-flash-was-changed");
    }
    let dialogue = Dialogue {
        state: DialogueState::Cancelled,
        state_since: cx.now(),
        state_reason: reason.clone(),
        sequence: dialogue.sequence + 1,
        updated_at: cx.now(),
        ..dialogue
    };
    store::save(&mut tx, &dialogue).await?;
    tell(&cx, &mut tx, &dialogue, News::Cancelled { reason: &reason }).await?;
    tx.record(DialogueCancelled::of(&dialogue)).await?;
    tx.commit().await?;
    cx.redirect_saying(dialogue.href(), "success", "dialogue-flash-cancelled")
}
