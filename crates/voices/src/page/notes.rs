//! /tekster/{id}/stemmer/noter: what the tables of a dialogue meeting wrote becomes inputs, each once. What comes later is fetched by
//! pressing again.

use std::collections::{HashMap, HashSet};

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_dialogue::{
    Dialogue, DialogueId, Note, NoteKind,
    authority::{Action as DialogueAction, may as may_in_dialogue},
    store as dialogues,
};
use samskab_kernel::danish::fold;
use samskab_store::Connection;
use samskab_web::{Cx, Form, Result, Shell, error::OrNotFound as _};
use samskab_writing::text::TextId;

use super::{VoicedText, inputs::numbered};
use crate::{
    T,
    event::InputsChanged,
    input::{Gravity, Input, InputKind},
    participant::Participant,
    store,
};

/// Days for which the notes of a past meeting are offered.
const BACK_DAYS: i64 = 3 * 365;

samskab_web::form! {
    pub struct NotesForm {
        borgermoede: hidden,
    }
}

#[derive(Template)]
#[template(path = "voices/notes.html")]
struct NotesPage {
    shell: Shell,
    t: T,
    lines: Vec<MeetingLine>,
    action: String,
}

struct MeetingLine {
    id: DialogueId,
    title: String,
    about: String,
    /// There are notes that are not fetched yet.
    is_new: bool,
}

/// Whoever holds such meetings may read their notes, and everybody those that are public.
fn may_read(cx: &Cx, dialogue: &Dialogue) -> bool {
    dialogue.notes_are_public || may_in_dialogue(&cx.actor, DialogueAction::KeepDialogues)
}

/// The meetings whose notes the reader may fetch, the latest first, with how many notes each has. Two queries.
async fn meetings(cx: &Cx, connection: &mut Connection) -> Result<Vec<(Dialogue, i64)>> {
    let (tenant, now) = (cx.tenant.id, cx.now());
    let mut all = dialogues::between(connection, tenant, now.plus_days(-BACK_DAYS), now).await?;
    let counts: HashMap<DialogueId, i64> =
        dialogues::note_counts(connection, tenant).await?.into_iter().collect();
    all.retain(|one| may_read(cx, one));
    all.reverse();
    let with_notes = all.into_iter().filter_map(|one| counts.get(&one.id).map(|count| (one, *count)));
    Ok(with_notes.collect())
}

/// The page on which notes of meetings are fetched. Runs four queries, and those of the text.
pub async fn show(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = VoicedText::worked(&cx, &mut reader, id).await?;
    let meetings = meetings(&cx, &mut reader).await?;
    let fetched: HashMap<DialogueId, i64> =
        store::fetched(&mut reader, cx.tenant.id, id).await?.into_iter().collect();
    drop(reader);
    let t = T(cx.locale);
    let line = |(dialogue, notes): &(Dialogue, i64)| {
        let fetched = fetched.get(&dialogue.id).copied().unwrap_or_default();
        let day = cx.locale.day(dialogue.starts_at.day());
        MeetingLine {
            id: dialogue.id,
            title: dialogue.title.clone(),
            about: t.notes_of_meeting(day, fetched, *notes),
            is_new: fetched < *notes,
        }
    };
    cx.page(NotesPage {
        shell: found.deeper(&cx, t.notes_fetch_title(), ("input", t.input_list_title())),
        t,
        lines: meetings.iter().map(line).collect(),
        action: format!("{}/noter", found.base()),
    })
}

/// A note as an input of this text.
fn input_of(cx: &Cx, text: TextId, dialogue: &Dialogue, note: Note, participants: &[Participant]) -> Input {
    let is_concern = note.kind == NoteKind::Concern;
    let kind = if is_concern { InputKind::Concern } else { InputKind::Dialogue };
    let is_it = |one: &&Participant| fold(&one.name) == fold(&note.group_name);
    let participant = participants.iter().find(is_it);
    Input {
        participant: participant.map(|one| one.id),
        source_kind: participant.map(|one| one.kind),
        source: note.group_name,
        said_on: Some(dialogue.starts_at.day()),
        place: dialogue.place.clone(),
        is_quote: note.kind == NoteKind::Quote,
        theme: if note.theme.is_empty() { note.prompt } else { note.theme }.chars().take(80).collect(),
        note: Some(note.id),
        gravity: is_concern.then_some(Gravity::Grave),
        ..Input::new(cx.new_id(), text, kind, note.said, cx.now())
    }
}

pub async fn fetch(cx: Cx, Path(id): Path<TextId>, Form(form): Form<NotesForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = VoicedText::locked(&cx, &mut tx, id).await?;
    let meeting = form.borgermoede.parse::<DialogueId>().ok().or_not_found()?;
    let dialogue = dialogues::find(&mut tx, cx.tenant.id, meeting).await?;
    let dialogue = dialogue.filter(|one| may_read(&cx, one)).or_not_found()?;
    let fetched: HashSet<_> = store::of_notes(&mut tx, cx.tenant.id, id).await?.into_iter().collect();
    let participants = store::participants(&mut tx, cx.tenant.id, id).await?;
    let notes = dialogues::notes(&mut tx, cx.tenant.id, meeting).await?;
    let mut added = 0;
    for note in notes.into_iter().filter(|note| !fetched.contains(&note.id)) {
        let input = input_of(&cx, id, &dialogue, note, &participants);
        added += usize::from(numbered(&mut tx, input).await?.is_some());
    }
    tx.record(InputsChanged::of(id)).await?;
    tx.commit().await?;
    match added {
        0 => cx.redirect_saying(format!("{}/noter", found.base()), "info", "voices-flash-no-notes"),
        _ => cx.redirect_saying(format!("{}/input", found.base()), "success", "voices-flash-notes"),
    }
}
