//! What is done with rows that somebody chose in a list: first said whom it concerns and what follows, then done.

use askama::Template;
use axum::response::Response;
use samskab_web::{Check, Cx, Error, Result, Shell, form};
use uuid::Uuid;

use crate::{
    T,
    action::{Action, Outcome, Preview, WrittenWords},
    list::StaffList,
};

/// So many rows at once: more are several times.
const MOST: usize = 500;

form! {
    /// Which rows, and what with them.
    pub struct ChosenForm {
        valgt: several(list_chosen),
        handling: hidden,
        /// The list as it was asked for.
        tilbage: hidden,
        emne: text(list_subject).max(150),
        tekst: paragraph(list_words).rows(10).at_most(5000),
    }
}

#[derive(Template)]
#[template(path = "chosen.html")]
struct ChosenPage {
    shell: Shell,
    t: T,
    path: String,
    form: ChosenForm,
    preview: Preview,
}

#[derive(Template)]
#[template(path = "done.html")]
struct DonePage {
    shell: Shell,
    t: T,
    outcome: Outcome,
    back: String,
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
        let is_list =
            self.tilbage.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('?'));
        if is_list { self.tilbage.clone() } else { path.to_owned() }
    }
}

fn action_of(cx: &Cx, list: &dyn StaffList, code: &str) -> Result<&'static Action> {
    cx.require(list.may(cx))?;
    list.actions(cx).into_iter().find(|action| action.code == code).ok_or(Error::NotFound)
}

/// POST {list}/valgte
pub(crate) async fn preview(cx: Cx, list: &'static dyn StaffList, form: ChosenForm) -> Result<Response> {
    let action = action_of(&cx, list, &form.handling)?;
    let (path, ids) = (list.facts().path, form.ids());
    if ids.is_empty() {
        return cx.redirect_saying(form.back(path), "warning", "list-nothing-chosen");
    }
    if ids.len() > MOST {
        return cx.redirect_saying(form.back(path), "warning", "list-too-many-chosen");
    }
    let mut reader = cx.read().await?;
    let preview = (action.preview)(&cx, &mut reader, &ids).await?;
    let suggested = preview.words.as_ref().map(|words| words.suggested.clone()).unwrap_or_default();
    let form = ChosenForm { tekst: suggested, ..form };
    cx.page(page(&cx, list, form, preview))
}

fn page(cx: &Cx, list: &dyn StaffList, form: ChosenForm, preview: Preview) -> ChosenPage {
    let facts = list.facts();
    let back = form.back(facts.path);
    ChosenPage {
        shell: cx.shell(preview.heading.clone()).under(back.clone(), (facts.title)(cx.locale)).here(),
        t: T(cx.locale),
        path: format!("{}/valgte/udfoer", facts.path),
        form: ChosenForm { tilbage: back, ..form },
        preview,
    }
}

/// POST {list}/valgte/udfoer
pub(crate) async fn carry_out(cx: Cx, list: &'static dyn StaffList, form: ChosenForm) -> Result<Response> {
    let action = action_of(&cx, list, &form.handling)?;
    let (path, mut ids) = (list.facts().path, form.ids());
    ids.truncate(MOST);
    let mut reader = cx.read().await?;
    let preview = (action.preview)(&cx, &mut reader, &ids).await?;
    drop(reader);
    let mut words = WrittenWords { subject: String::new(), text: String::new() };
    if let Some(asked) = &preview.words {
        let mut check = Check::new(cx.locale);
        if asked.has_subject {
            words.subject = form.emne().text(&mut check).unwrap_or_default();
        }
        words.text = form.tekst().label(asked.label.as_str()).text(&mut check).unwrap_or_default();
        if let Err(errors) = check.done() {
            return cx.invalid(page(&cx, list, form.with_errors(errors), preview));
        }
    }
    let outcome = (action.carry_out)(&cx, &ids, &words).await?;
    let back = form.back(path);
    let title = (list.facts().title)(cx.locale);
    cx.page(DonePage {
        shell: cx.shell((action.label)(cx.locale)).under(back.clone(), title).here(),
        t: T(cx.locale),
        outcome,
        back,
    })
}
