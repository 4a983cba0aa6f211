//! What is done with rows that somebody chose in a list: first said whom it concerns and what follows, then done.

use askama::Template;
use axum::response::Response;
use samskab_store::Connection;
use samskab_web::{Check, Cx, Error, Result, Shell, form::Choice};
use uuid::Uuid;

use crate::{
    T,
    action::{Action, Outcome, Preview, WrittenWords},
    list::StaffList,
    page,
    template::{self, MessageTemplate},
    views,
};

/// At most this many rows in one request; more must be done in several.
const MOST: usize = 500;

samskab_web::form! {
    /// Which rows were chosen, and what to do with them.
    pub struct ChosenForm {
        valgt: several(list_chosen),
        handling: hidden,
        /// The list as it was asked for.
        tilbage: hidden,
        emne: text(list_subject).max(150),
        tekst: paragraph(list_words).rows(10).at_most(5000),
        /// Every row of the list as it was asked for, not only those that were ticked.
        alle: hidden,
        /// A text to begin with, and that it is to be put in.
        skabelon: choice(template_choose).unmarked().first(template_none),
        brug: hidden,
        /// Subject and text are kept for another time.
        gem: tick(template_keep).hint(template_keep_hint).unmarked(),
    }
}

samskab_web::form! {
    /// What was done a moment ago, and with which rows.
    pub struct UndoForm {
        maerke: several(list_chosen),
        handling: hidden,
        tilbage: hidden,
    }
}

#[derive(Template)]
#[template(path = "chosen.html")]
struct ChosenPage {
    shell: Shell,
    t: T,
    path: String,
    /// The address of the first step, where a template is inserted.
    again: String,
    remove: String,
    form: ChosenForm,
    preview: Preview,
    templates: Vec<MessageTemplate>,
    choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "done.html")]
struct DonePage {
    shell: Shell,
    t: T,
    outcome: Outcome,
    /// The address for undoing it; empty: it cannot be undone.
    undo: String,
    action: &'static str,
    back: String,
}

impl ChosenPage {
    /// Templates that can be removed.
    fn kept(&self) -> Vec<&MessageTemplate> {
        self.templates.iter().filter(|one| one.is_kept).collect()
    }
}

impl ChosenForm {
    fn ids(&self) -> Vec<Uuid> {
        let mut ids: Vec<Uuid> = self.valgt.iter().filter_map(|id| id.parse().ok()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The list that they came from, and no other place.
    fn back(&self, path: &str) -> String {
        list_or(&self.tilbage, path)
    }

    /// With the chosen template: below what was typed, and with its subject where there was none.
    fn with_template(mut self, templates: &[MessageTemplate]) -> Self {
        if let Some(template) = templates.iter().find(|one| one.code == self.skabelon) {
            if self.emne.trim().is_empty() {
                self.emne.clone_from(&template.subject);
            }
            self.tekst = match self.tekst.trim_end() {
                "" => template.body.clone(),
                typed => format!("{typed}\n\n{}", template.body),
            };
        }
        self
    }
}

/// The list that somebody came from, and no other place.
fn list_or(address: &str, path: &str) -> String {
    let is_list = address.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('?'));
    if is_list { address.to_owned() } else { path.to_owned() }
}

fn action_of(cx: &Cx, list: &dyn StaffList, code: &str) -> Result<&'static Action> {
    cx.require(list.may(cx))?;
    list.actions(cx).into_iter().find(|action| action.code == code).ok_or(Error::NotFound)
}

/// POST {list}/valgte
pub(crate) async fn preview(cx: Cx, list: &'static dyn StaffList, mut form: ChosenForm) -> Result<Response> {
    let action = action_of(&cx, list, &form.handling)?;
    let path = list.facts().path;
    let mut reader = cx.read().await?;
    if !form.alle.is_empty() {
        let asked = views::asked(list, &form.tilbage);
        let lines = page::all(&cx, &mut reader, list, &asked, MOST + 1).await?;
        form.valgt = lines.into_iter().map(|line| line.id.to_string()).collect();
        form.alle.clear();
    }
    let ids = form.ids();
    if ids.is_empty() {
        return cx.redirect_saying(form.back(path), "warning", "list-nothing-chosen");
    }
    if ids.len() > MOST {
        return cx.redirect_saying(form.back(path), "warning", "list-too-many-chosen");
    }
    let mut preview = (action.preview)(&cx, &mut reader, &ids).await?;
    if preview.lines.is_empty() {
        // Not "Godkend 0 opgaver".
        (action.label)(cx.locale).clone_into(&mut preview.heading);
    }
    let templates = templates(&cx, &mut reader, &preview).await?;
    let form = match (form.brug.is_empty(), &preview.words) {
        (false, _) => form.with_template(&templates),
        (true, Some(words)) => ChosenForm { tekst: words.suggested.clone(), ..form },
        (true, None) => form,
    };
    cx.page(page(&cx, list, form, preview, templates))
}

/// Templates, only where a mail is written, which has a subject.
async fn templates(cx: &Cx, connection: &mut Connection, preview: &Preview) -> Result<Vec<MessageTemplate>> {
    match &preview.words {
        Some(words) if words.has_subject => template::all(cx, connection).await,
        _ => Ok(Vec::new()),
    }
}

fn page(
    cx: &Cx,
    list: &dyn StaffList,
    form: ChosenForm,
    preview: Preview,
    templates: Vec<MessageTemplate>,
) -> ChosenPage {
    let facts = list.facts();
    let back = form.back(facts.path);
    ChosenPage {
        shell: cx.shell(preview.heading.clone()).under(back.clone(), (facts.title)(cx.locale)).here(),
        t: T(cx.locale),
        path: format!("{}/valgte/udfoer", facts.path),
        again: format!("{}/valgte", facts.path),
        remove: format!("{}/skabeloner/fjern", facts.path),
        form: ChosenForm { tilbage: back, ..form },
        preview,
        choices: template::choices(&templates),
        templates,
    }
}

/// POST {list}/valgte/udfoer
pub(crate) async fn carry_out(cx: Cx, list: &'static dyn StaffList, form: ChosenForm) -> Result<Response> {
    let action = action_of(&cx, list, &form.handling)?;
    let mut ids = form.ids();
    ids.truncate(MOST);
    let mut reader = cx.read().await?;
    let preview = (action.preview)(&cx, &mut reader, &ids).await?;
    let mut words = WrittenWords { subject: String::new(), text: String::new() };
    if let Some(asked) = &preview.words {
        let mut check = Check::new(cx.locale);
        if asked.has_subject {
            words.subject = form.emne().text(&mut check).unwrap_or_default();
        }
        words.text = form.tekst().label(asked.label.as_str()).text(&mut check).unwrap_or_default();
        if let Some(wrong) = asked.refuse.and_then(|refuse| refuse(&words.text, cx.locale)) {
            check.refuse(&form.tekst(), wrong);
        }
        if let Err(errors) = check.done() {
            let templates = templates(&cx, &mut reader, &preview).await?;
            return cx.invalid(page(&cx, list, form.with_errors(errors), preview, templates));
        }
    }
    drop(reader);
    let outcome = (action.carry_out)(&cx, &ids, &words).await?;
    if preview.words.is_some_and(|asked| asked.has_subject) && form.gem().is_ticked() {
        let mut tx = cx.write().await?;
        template::save(&mut tx, &words.subject, &words.text).await?;
        tx.commit().await?;
    }
    done(&cx, list, action, outcome, &form.tilbage)
}

/// POST {list}/valgte/fortryd
pub(crate) async fn undo(cx: Cx, list: &'static dyn StaffList, form: UndoForm) -> Result<Response> {
    let action = action_of(&cx, list, &form.handling)?;
    let undo = action.undo.ok_or(Error::NotFound)?;
    let mut marks = form.maerke;
    marks.truncate(MOST);
    let outcome = Outcome { undo: Vec::new(), ..undo(&cx, &marks).await? };
    done(&cx, list, action, outcome, &form.tilbage)
}

fn done(
    cx: &Cx,
    list: &'static dyn StaffList,
    action: &'static Action,
    outcome: Outcome,
    back: &str,
) -> Result<Response> {
    let facts = list.facts();
    let back = list_or(back, facts.path);
    let may_undo = action.undo.is_some() && !outcome.undo.is_empty();
    cx.page(DonePage {
        shell: cx.shell((action.label)(cx.locale)).under(back.clone(), (facts.title)(cx.locale)).here(),
        t: T(cx.locale),
        outcome,
        undo: if may_undo { format!("{}/valgte/fortryd", facts.path) } else { String::new() },
        action: action.code,
        back,
    })
}
