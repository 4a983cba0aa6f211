//! /borgermoeder/{id}/noter: what the tables said, by theme, for those who hold the meeting; the link with which the tables
//! write; and whether everybody may read it.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::Locale;
use samskab_store::{Connection, Tx};
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice, token};

use crate::{
    Dialogue, DialogueId, Note, NoteId, NoteKind, T,
    event::NotesPublished,
    held::{kept, under},
    store,
};

samskab_web::form! {
    pub struct NoteForm {
        gruppe: text(note_group).hint(note_group_hint).required().max(60),
        spoergsmaal: choice(note_prompt).first(note_prompt_none).optional().says_itself(),
        tema: choice(note_theme).first(note_theme_none).optional().says_itself(),
        slags: radio(note_kind).among(kinds),
        tekst: paragraph(note_said).hint(note_said_hint).required().rows(4).max(2000),
    }
}

fn kinds(locale: Locale) -> Vec<Choice> {
    NoteKind::ALL.iter().map(|kind| Choice::of(kind.code(), kind.label(T(locale)))).collect()
}

/// What can be chosen in the form of this meeting.
pub(crate) struct NoteChoices {
    pub prompts: Vec<Choice>,
    pub themes: Vec<Choice>,
}

impl NoteChoices {
    pub fn of(dialogue: &Dialogue, t: T) -> Self {
        let choice = |text: &str| Choice::of(text.to_owned(), text.to_owned());
        Self {
            prompts: dialogue.prompts.questions(t).into_iter().map(choice).collect(),
            themes: dialogue.themes().map(choice).collect(),
        }
    }
}

/// An empty form that goes on where the last note ended.
pub(crate) fn next_form(group: &str) -> NoteForm {
    NoteForm { gruppe: group.to_owned(), slags: NoteKind::Summary.code().into(), ..NoteForm::default() }
}

/// Writes a note down, or gives the form back with what is wrong.
pub(crate) async fn write(
    cx: &Cx,
    tx: &mut Tx,
    dialogue: &Dialogue,
    form: &NoteForm,
) -> Result<std::result::Result<Note, Box<NoteForm>>> {
    let choices = NoteChoices::of(dialogue, T(cx.locale));
    let mut check = Check::new(cx.locale);
    let group_name = form.gruppe().text(&mut check).unwrap_or_default();
    let said = form.tekst().text(&mut check).unwrap_or_default();
    let kind = form.slags().code(&mut check).unwrap_or(NoteKind::Summary);
    if let Err(errors) = check.done() {
        return Ok(Err(Box::new(form.clone().with_errors(errors))));
    }
    let known = |among: &[Choice], text: &str| among.iter().any(|choice| choice.value == text);
    let chosen =
        |among: &[Choice], text: &str| if known(among, text) { text.to_owned() } else { String::new() };
    let note = Note {
        id: cx.new_id(),
        dialogue: dialogue.id,
        group_name,
        kind,
        theme: chosen(&choices.themes, &form.tema),
        prompt: chosen(&choices.prompts, &form.spoergsmaal),
        said,
        created_at: cx.now(),
    };
    store::add_note(tx, &note).await?;
    Ok(Ok(note))
}

pub(crate) struct NoteLine {
    pub id: String,
    /// "Bord 4 · Idé · Hvad kan og vil vi selv?"
    pub about: String,
    pub said: String,
}

/// Theme by theme, in the order in which the meeting names them; what has none comes last.
pub(crate) fn by_theme(t: T, dialogue: &Dialogue, notes: &[Note]) -> Vec<(String, Vec<NoteLine>)> {
    let mut themes: Vec<&str> = dialogue.themes().collect();
    for note in notes {
        if !themes.contains(&note.theme.as_str()) {
            themes.push(&note.theme);
        }
    }
    themes.sort_by_key(|theme| theme.is_empty());
    let line = |note: &Note| {
        let about = [note.group_name.as_str(), note.kind.label(t), note.prompt.as_str()];
        let about: Vec<&str> = about.into_iter().filter(|text| !text.is_empty()).collect();
        NoteLine { id: note.id.to_string(), about: about.join(" · "), said: note.said.clone() }
    };
    let group = |theme: &str| {
        let lines: Vec<NoteLine> = notes.iter().filter(|note| note.theme == theme).map(line).collect();
        let heading = if theme.is_empty() { t.note_theme_none() } else { theme };
        (heading.to_owned(), lines)
    };
    themes.into_iter().map(group).filter(|(_, lines)| !lines.is_empty()).collect()
}

#[derive(Template)]
#[template(path = "dialogue/notes.html")]
struct NotesPage {
    shell: Shell,
    t: T,
    lead: String,
    groups: Vec<(String, Vec<NoteLine>)>,
    form: NoteForm,
    choices: NoteChoices,
    /// The link with which the tables write, once: only its hash is kept.
    link: String,
    has_link: bool,
    is_public: bool,
    base: String,
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    dialogue: &Dialogue,
    form: NoteForm,
    link: String,
) -> Result<NotesPage> {
    let t = T(cx.locale);
    let notes = store::notes(connection, cx.tenant.id, dialogue.id).await?;
    Ok(NotesPage {
        shell: under(cx, dialogue, t.notes_title()),
        t,
        lead: dialogue.when(cx),
        groups: by_theme(t, dialogue, &notes),
        form,
        choices: NoteChoices::of(dialogue, t),
        link,
        has_link: !dialogue.notes_hash.is_empty(),
        is_public: dialogue.notes_are_public,
        base: dialogue.href(),
    })
}

pub async fn show(cx: Cx, Path(id): Path<DialogueId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let dialogue = kept(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, &dialogue, next_form(""), String::new()).await?;
    cx.page(page)
}

pub async fn add(cx: Cx, Path(id): Path<DialogueId>, Form(form): Form<NoteForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let dialogue = kept(&cx, &mut tx, id).await?;
    match write(&cx, &mut tx, &dialogue, &form).await? {
        Ok(_) => {
            tx.commit().await?;
            cx.redirect_saying(format!("{}/noter", dialogue.href()), "success", "dialogue-flash-note")
        }
        Err(form) => {
            let page = page(&cx, &mut tx, &dialogue, *form, String::new()).await?;
            cx.invalid(page)
        }
    }
}

/// POST /borgermoeder/{id}/noter/link: a new link for the tables; the one before no longer works.
pub async fn link(cx: Cx, Path(id): Path<DialogueId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    kept(&cx, &mut tx, id).await?;
    let dialogue = store::locked(&mut tx, id).await?.or_not_found()?;
    let secret = cx.secret();
    let dialogue = Dialogue { notes_hash: token::hash(&secret), updated_at: cx.now(), ..dialogue };
    store::save(&mut tx, &dialogue).await?;
    let link = cx.absolute(&format!("/bordnoter/{secret}"));
    let page = page(&cx, &mut tx, &dialogue, next_form(""), link).await?;
    tx.commit().await?;
    cx.page(page)
}

/// POST /borgermoeder/{id}/noter/offentlig: everybody may read them; pressed again, nobody else.
pub async fn publish(cx: Cx, Path(id): Path<DialogueId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    kept(&cx, &mut tx, id).await?;
    let dialogue = store::locked(&mut tx, id).await?.or_not_found()?;
    let is_public = !dialogue.notes_are_public;
    let dialogue = Dialogue { notes_are_public: is_public, updated_at: cx.now(), ..dialogue };
    store::save(&mut tx, &dialogue).await?;
    tx.record(NotesPublished::of(&dialogue)).await?;
    tx.commit().await?;
    let said = if is_public { "dialogue-flash-notes-public" } else { "dialogue-flash-notes-hidden" };
    cx.redirect_saying(format!("{}/noter", dialogue.href()), "success", said)
}

/// POST /moedenoter/{id}/slet
pub async fn remove(cx: Cx, Path(id): Path<NoteId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let note = store::find_note(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let dialogue = kept(&cx, &mut tx, note.dialogue).await?;
    store::remove_note(&mut tx, id).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/noter", dialogue.href()), "success", "dialogue-flash-note-removed")
}
