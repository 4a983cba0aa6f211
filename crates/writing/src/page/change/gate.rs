//! POST /tekster/{id}/aendringsforslag/modtag: whether changes to a text can be proposed. What is open when it is closed ends
//! without an answer, and whoever proposed it is told once.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Form, Result, error::OrNotFound as _, module::Hold};
use serde::Deserialize;

use crate::{
    T,
    change::lapse_all,
    page::{OPENING, TextOfBody},
    store,
    text::{TakesChanges, Text, TextId, TextRenamed},
};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct GateForm {
    tager: String,
}

/// What those who write the text can decide about taking changes.
pub(super) struct Gate {
    pub said: &'static str,
    /// What closing does to open proposals; empty: there are none.
    pub told: String,
    /// Value and label of each button; the ones that are not so already.
    pub ways: Vec<(&'static str, &'static str)>,
    /// Why it cannot be opened; `None`: it can.
    pub hold: Option<Hold>,
}

impl Gate {
    pub(super) fn of(t: T, text: &Text, open: usize, hold: Option<Hold>) -> Self {
        let label = |one: TakesChanges| match (one, text.is_published()) {
            (TakesChanges::Never, _) => t.change_gate_close(),
            (TakesChanges::Always, _) => t.change_gate_always(),
            (TakesChanges::WhilePublished, true) => t.change_gate_open(),
            (TakesChanges::WhilePublished, false) => t.change_gate_when_published(),
        };
        let can = |one: TakesChanges| one == TakesChanges::Never || hold.is_none();
        let others = TakesChanges::ALL.iter().filter(|one| **one != text.takes_changes && can(**one));
        Self {
            said: match (text.takes_changes, text.is_published()) {
                (TakesChanges::Never, _) => t.change_gate_is_closed(),
                (TakesChanges::Always, _) => t.change_gate_is_always(),
                (TakesChanges::WhilePublished, true) => t.change_gate_is_open(),
                (TakesChanges::WhilePublished, false) => t.change_gate_is_waiting(),
            },
            told: if open == 0 { String::new() } else { t.change_gate_told(open) },
            ways: others.map(|one| (one.code(), label(*one))).collect(),
            hold,
        }
    }
}

pub async fn change(cx: Cx, Path(id): Path<TextId>, Form(form): Form<GateForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = TextOfBody::written(&cx, &mut tx, id).await?;
    let text = store::locked(&mut tx, id).await?.or_not_found()?;
    let to = format!("{}/aendringsforslag", text.href());
    let Ok(takes_changes) = form.tager.parse() else { return cx.redirect(to) };
    if takes_changes != TakesChanges::Never
        && let Some(hold) = found.hold(&cx, &mut tx, OPENING).await?
    {
        return found.refused(&cx, hold);
    }
    let text = Text { takes_changes, ..text };
    store::save(&mut tx, &text).await?;
    if !text.takes_changes() {
        lapse_all(&cx, &mut tx, &text).await?;
    }
    tx.record(TextRenamed::of(&text)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "text-flash-saved")
}
