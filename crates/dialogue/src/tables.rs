//! /bordnoter/{secret}: what a table writes on a telephone during the meeting, behind the link it was given. No name is asked
//! for, only which table it is.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_store::Connection;
use samskab_web::{Cx, Error, Form, Result, Shell, error::LostLink, limits::Limited};

use crate::{
    Dialogue, T,
    notes::{NoteChoices, NoteForm, NoteLine, by_theme, next_form, write},
    store,
};

#[derive(Template)]
#[template(path = "dialogue/tables.html")]
struct TablesPage {
    shell: Shell,
    t: T,
    title: String,
    form: NoteForm,
    choices: NoteChoices,
    is_open: bool,
    /// What this table has written.
    own: Vec<NoteLine>,
    action: String,
}

/// What is said at a table whose link leads to nothing.
const LOST: LostLink = LostLink { text: |locale| T(locale).notes_lost_link(), step: None };

async fn find(cx: &Cx, connection: &mut Connection, secret: &str) -> Result<Dialogue> {
    store::of_notes_link(connection, cx.tenant.id, secret).await?.ok_or(Error::LostLink(LOST))
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    dialogue: &Dialogue,
    form: NoteForm,
    secret: &str,
) -> Result<TablesPage> {
    let t = T(cx.locale);
    let mut notes = store::notes(connection, cx.tenant.id, dialogue.id).await?;
    notes.retain(|note| note.group_name == form.gruppe.trim());
    Ok(TablesPage {
        shell: cx.shell(t.tables_title()).here(),
        t,
        title: dialogue.title.clone(),
        choices: NoteChoices::of(dialogue, t),
        is_open: dialogue.takes_notes(cx.now()),
        own: by_theme(t, dialogue, &notes).into_iter().flat_map(|(_, lines)| lines).collect(),
        form,
        action: format!("/bordnoter/{secret}"),
    })
}

pub async fn show(cx: Cx, Path(secret): Path<String>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let dialogue = find(&cx, &mut reader, &secret).await?;
    let page = page(&cx, &mut reader, &dialogue, next_form(""), &secret).await?;
    cx.page(page)
}

pub async fn add(cx: Cx, Path(secret): Path<String>, Form(form): Form<NoteForm>) -> Result<Response> {
    cx.limit(Limited::CodeCheck)?;
    let mut tx = cx.write().await?;
    let dialogue = find(&cx, &mut tx, &secret).await?;
    if !dialogue.takes_notes(cx.now()) {
        let page = page(&cx, &mut tx, &dialogue, form, &secret).await?;
        return cx.invalid(page);
    }
    match write(&cx, &mut tx, &dialogue, &form).await? {
        Ok(note) => {
            // The next note of the same table: its name stays in the form, and its earlier notes are shown below.
            let page = page(&cx, &mut tx, &dialogue, next_form(&note.group_name), &secret).await?;
            tx.commit().await?;
            cx.page(page)
        }
        Err(form) => {
            let page = page(&cx, &mut tx, &dialogue, *form, &secret).await?;
            cx.invalid(page)
        }
    }
}
