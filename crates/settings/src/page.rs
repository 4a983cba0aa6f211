//! The page of the settings.

use std::collections::BTreeMap;

use askama::Template;
use axum::{http::StatusCode, response::Response};
use samskab_organisation::person::{self, PersonId};
use samskab_web::{
    Cx, Errors, Form, Result, Shell,
    error::OrNotFound as _,
    form::{Choice, Field},
};

use crate::{
    SettingsChanged, T,
    colours::Sample,
    field::{self, Kind, Setting},
    form::{SettingsForm, changed_keys},
    hosts, require, store,
};

#[derive(Template)]
#[template(path = "page.html")]
struct SettingsPage {
    shell: Shell,
    t: T,
    errors: Errors,
    /// Who changed the settings while this form was open, and when.
    overtaken: Option<String>,
    groups: Vec<GroupView>,
    /// The fingerprint of each section when the page was made, with the name of its field.
    versions: Vec<(String, String)>,
    words: Vec<WordView>,
    words_open: bool,
    sample: Sample,
    /// The names under which the municipality answers; it cannot change them.
    hosts: Vec<String>,
    history: Vec<ChangeView>,
}

struct GroupView {
    key: &'static str,
    heading: &'static str,
    text: &'static str,
    fields: Vec<FieldView>,
    has_colours: bool,
}

struct WordView {
    label: &'static str,
    fields: [FieldView; 2],
}

struct FieldView {
    setting: &'static Setting,
    hint: String,
    typed: String,
    /// Of a [`Kind::Choice`].
    choices: Vec<Choice>,
}

impl SettingsPage {
    fn field<'a>(&'a self, view: &'a FieldView) -> Field<'a> {
        let field = view.setting.field(&view.typed, &self.errors, self.t);
        field.hint(view.hint.as_str()).among(&view.choices)
    }
}

struct ChangeView {
    when: String,
    datetime: String,
    who: String,
    what: String,
}

/// What the page shows besides the stored settings: a form that was refused, with the reasons. On the
/// first visit there is none.
#[derive(Default)]
struct PageState {
    typed: Option<SettingsForm>,
    errors: Errors,
    /// The form was filled in while somebody else saved other settings; it is not saved.
    is_overtaken: bool,
    /// The sections changed in the refused form, and what each said when that form was made. The others are of the present.
    versions: BTreeMap<&'static str, String>,
}

pub(crate) async fn show(cx: Cx) -> Result<Response> {
    require(&cx)?;
    page(&cx, PageState::default()).await
}

/// The section whose button was pressed.
const SECTION: &str = "afsnit";

/// The field of what a section said when the page was made.
fn version_name(key: &str) -> String {
    format!("version-{key}")
}

/// The sections in which something was typed, with what each said when the page was made.
fn changed_sections(typed: &SettingsForm) -> BTreeMap<&'static str, String> {
    let mut changed = BTreeMap::new();
    for key in field::sections() {
        let version = typed.get(&version_name(key));
        let section = field::of_section(key).unwrap_or_default();
        if !version.is_empty() && typed.version(&section) != version {
            changed.insert(key, version.to_owned());
        }
    }
    changed
}

/// The place of a section on the page.
fn at(section: &str) -> String {
    format!("{}#afsnit-{section}", crate::PATH)
}

/// The page is one form, and each of its buttons saves everything that was typed. A section in which nothing was typed stays
/// as it is stored, also when somebody else has changed it meanwhile: two who decide different things do not meet.
pub(crate) async fn save(cx: Cx, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response> {
    require(&cx)?;
    let typed = SettingsForm::from(pairs);
    // Sent without a button, it comes back to the top.
    let place = match typed.get(SECTION) {
        "" => crate::PATH.to_owned(),
        key => at(field::sections().find(|known| *known == key).or_not_found()?),
    };
    let versions = changed_sections(&typed);
    let changed: Vec<&'static Setting> =
        versions.keys().flat_map(|key| field::of_section(key).unwrap_or_default()).collect();
    let mut tx = cx.write().await?;
    let before = store::find(&mut tx, cx.tenant.id).await?;
    let typed = typed.within(&changed, &before.settings);
    let overtaken = |typed| PageState { typed: Some(typed), is_overtaken: true, ..PageState::default() };
    let stored = SettingsForm::of(&before.settings);
    let is_as_it_was = |(key, version): (&&'static str, &String)| {
        stored.version(&field::of_section(key).unwrap_or_default()) == *version
    };
    if !versions.iter().all(is_as_it_was) {
        drop(tx);
        return page(&cx, overtaken(typed)).await;
    }
    let after = match typed.laid_over(&before.settings, cx.locale) {
        Ok(after) => after,
        Err(errors) => {
            drop(tx);
            let state = PageState { typed: Some(typed), errors, versions, ..PageState::default() };
            return page(&cx, state).await;
        }
    };
    let keys = changed_keys(&before.settings, &after);
    if keys.is_empty() {
        return cx.redirect_saying(place, "info", "settings-unchanged");
    }
    if !store::save(&mut tx, &before, &after).await? {
        drop(tx);
        return page(&cx, overtaken(typed)).await;
    }
    tx.record(SettingsChanged { tenant: cx.tenant.id, keys }).await?;
    tx.commit().await?;
    cx.services.tenants.refresh(cx.now()).await?;
    cx.redirect_saying(place, "success", "settings-saved")
}

/// The page, with whatever was sent back: 422 with errors, 409 when somebody was faster.
async fn page(cx: &Cx, state: PageState) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let stored = store::find(&mut reader, cx.tenant.id).await?;
    let names = hosts::of_tenant(&mut reader, cx.tenant.id).await?;
    let changes = store::history(&mut reader, cx.tenant.id).await?;
    let actors: Vec<PersonId> =
        changes.iter().filter_map(|change| change.actor.map(PersonId::from)).collect();
    let people = person::store::find_many(&mut reader, cx.tenant.id, &actors).await?;
    drop(reader);

    let history: Vec<ChangeView> = changes
        .iter()
        .map(|change| ChangeView {
            when: cx.locale.day_and_time(change.at, cx.today()),
            datetime: change.at.timestamp().to_string(),
            who: match people.iter().find(|person| Some(person.id.uuid()) == change.actor) {
                Some(person) => person.name.clone(),
                None => t.settings_history_nobody().to_owned(),
            },
            what: change.keys.iter().map(|key| field::label(t, key)).collect::<Vec<_>>().join(" · "),
        })
        .collect();
    let overtaken = state.is_overtaken.then(|| match history.first() {
        Some(last) => t.settings_overtaken_by(&last.when, &last.who),
        None => t.settings_overtaken().to_owned(),
    });
    let now = SettingsForm::of(&stored.settings);
    let typed = state.typed.as_ref().unwrap_or(&now);
    let view = |setting: &'static Setting| view(setting, typed, state.is_overtaken.then_some(&now), t);
    let version = |key: &'static str| {
        let of_now = || now.version(&field::of_section(key).unwrap_or_default());
        (version_name(key), state.versions.get(key).cloned().unwrap_or_else(of_now))
    };
    let groups = field::GROUPS
        .iter()
        .map(|group| GroupView {
            key: group.key,
            heading: (group.heading)(t),
            text: (group.text)(t),
            has_colours: group.settings.iter().any(|setting| matches!(setting.kind, Kind::Colour)),
            fields: group.settings.iter().map(view).collect(),
        })
        .collect();
    let is_wrong = |view: &FieldView| !state.errors.of(view.setting.name()).is_empty();
    let words: Vec<WordView> = field::CONCEPTS
        .iter()
        .map(|concept| WordView { label: (concept.label)(t), fields: concept.settings.each_ref().map(view) })
        .collect();
    let page = SettingsPage {
        shell: cx.shell(t.settings_title()).here(),
        t,
        overtaken,
        groups,
        versions: field::sections().map(version).collect(),
        words_open: words.iter().flat_map(|word| &word.fields).any(is_wrong),
        words,
        sample: Sample::of(t, typed.get("colour"), typed.get("colour_dark"), typed.get("on_colour")),
        hosts: names,
        history,
        errors: state.errors,
    };
    let status = match (state.is_overtaken, page.errors.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (false, true) => StatusCode::OK,
    };
    cx.page_with(status, page)
}

/// `now`: shown beside what was typed where somebody else has just decided otherwise.
fn view(setting: &'static Setting, typed: &SettingsForm, now: Option<&SettingsForm>, t: T) -> FieldView {
    let value = typed.get(setting.name());
    let stands = now.map(|now| now.get(setting.name())).filter(|stands| *stands != value);
    let hint = match (setting.hint, stands) {
        (_, Some(stands)) if matches!(setting.kind, Kind::Tick) => {
            if stands.is_empty() {
                t.settings_now_off().to_owned()
            } else {
                t.settings_now_on().to_owned()
            }
        }
        (_, Some(stands)) if let Kind::Choice(choices) = setting.kind => {
            let named = choices.iter().find(|one| one.0 == stands).or(choices.first());
            t.settings_now(named.map_or(stands, |one| (one.1)(t)))
        }
        (_, Some("")) => t.settings_now_empty().to_owned(),
        (_, Some(stands)) => t.settings_now(stands),
        (Some(hint), None) => hint(t).to_owned(),
        (None, None) => String::new(),
    };
    let choices = match setting.kind {
        Kind::Choice(choices) => choices.iter().map(|(code, label)| Choice::of(*code, label(t))).collect(),
        _ => Vec::new(),
    };
    FieldView { setting, hint, typed: typed.typed(setting), choices }
}
