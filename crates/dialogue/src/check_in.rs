//! POST /borgermoeder/{id}/fremmoede: who came, ticked at the door.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Form, Result};

use crate::{DialogueId, Guest, GuestState, T, held::kept, store};

samskab_web::form! {
    pub struct CheckInForm {
        kom: several(dialogue_came),
    }
}

pub async fn save(cx: Cx, Path(id): Path<DialogueId>, Form(form): Form<CheckInForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let dialogue = kept(&cx, &mut tx, id).await?;
    let to = format!("{}/deltagere", dialogue.href());
    // People are at the door before it begins.
    if dialogue.starts_at > cx.now().plus_days(1) {
        return cx.redirect_saying(to, "warning", "dialogue-flash-not-yet");
    }
    for guest in store::guests(&mut tx, cx.tenant.id, id).await? {
        let came = form.kom.iter().any(|one| *one == guest.id.to_string());
        if came == guest.came_at.is_some() || guest.state != GuestState::Place {
            continue;
        }
        let guest = Guest { came_at: came.then(|| cx.now()), ..guest };
        store::save_guest(&mut tx, &guest).await?;
    }
    tx.commit().await?;
    cx.redirect_saying(to, "success", "dialogue-flash-check-in")
}
