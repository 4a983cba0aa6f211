//! The page of the settings.

use askama::Template;
use axum::{http::StatusCode, response::Response};
use samskab_web::{Cx, Errors, Form, Result, Shell, form::Choice};

use super::{
    SettingsChanged,
    colours::Sample,
    field::{self, Field, Kind},
    require, store,
    typed::{Typed, changed_keys},
};
use crate::{
    T,
    person::{self, PersonId},
};

#[derive(Template)]
#[template(path = "settings/page.html")]
struct SettingsPage {
    shell: Shell,
    t: T,
    errors: Errors,
    /// Who changed the settings while this form was open, and when.
    overtaken: Option<String>,
    version: String,
    groups: Vec<GroupView>,
    words: Vec<WordView>,
    words_open: bool,
    sample: Sample,
    hosts: Vec<HostView>,
    host: String,
    history: Vec<ChangeView>,
}

struct GroupView {
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
    name: String,
    label: &'static str,
    hint: String,
    value: String,
    error: String,
    kind: Kind,
    /// Of a [`Kind::Choice`].
    choices: Vec<Choice>,
}

impl FieldView {
    fn length(&self) -> usize {
        match self.kind {
            Kind::Line(max) | Kind::Lines(max) | Kind::Name(max) => max,
            _ => 0,
        }
    }
}

struct HostView {
    name: String,
    /// The one this page was reached by: whoever removes it shuts the door behind them.
    is_here: bool,
}

struct ChangeView {
    when: String,
    datetime: String,
    who: String,
    what: String,
}

/// What stands on the page besides the settings themselves.
#[derive(Default)]
pub(super) struct Sent {
    pub typed: Option<Typed>,
    pub errors: Errors,
    pub host: String,
    /// The form was filled in over older settings.
    pub is_overtaken: bool,
    /// Over which settings it was filled in, when it was not overtaken; empty: over those of now.
    pub version: String,
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    require(&cx)?;
    page(&cx, Sent::default()).await
}

pub(super) async fn save(cx: Cx, Form(pairs): Form<Vec<(String, String)>>) -> Result<Response> {
    require(&cx)?;
    let typed = Typed::from(pairs);
    let mut tx = cx.write().await?;
    let before = store::find(&mut tx, cx.tenant.id).await?;
    let overtaken = |typed| Sent { typed: Some(typed), is_overtaken: true, ..Sent::default() };
    if before.version() != typed.get("version") {
        drop(tx);
        return page(&cx, overtaken(typed)).await;
    }
    let after = match typed.laid_over(&before.settings, cx.locale) {
        Ok(after) => after,
        Err(errors) => {
            drop(tx);
            let sent = Sent { typed: Some(typed), errors, version: before.version(), ..Sent::default() };
            return page(&cx, sent).await;
        }
    };
    let keys = changed_keys(&before.settings, &after);
    if keys.is_empty() {
        return cx.redirect_saying(super::PATH, "info", "settings-unchanged");
    }
    if !store::save(&mut tx, &before, &after).await? {
        drop(tx);
        return page(&cx, overtaken(typed)).await;
    }
    tx.record(SettingsChanged { tenant: cx.tenant.id, keys }).await?;
    tx.commit().await?;
    cx.services.tenants.refresh(cx.now()).await?;
    cx.redirect_saying(super::PATH, "success", "settings-saved")
}

/// The page as it stands, with whatever was sent back: 422 with errors, 409 when somebody was faster.
pub(super) async fn page(cx: &Cx, sent: Sent) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let stored = store::find(&mut reader, cx.tenant.id).await?;
    let hosts = store::hosts(&mut reader, cx.tenant.id).await?;
    let changes = store::history(&mut reader, cx.tenant.id).await?;
    let actors: Vec<PersonId> =
        changes.iter().filter_map(|change| change.actor.map(PersonId::from)).collect();
    let people = person::store::find_many(&mut reader, cx.tenant.id, &actors).await?;
    drop(reader);

    let history: Vec<ChangeView> = changes
        .iter()
        .map(|change| ChangeView {
            when: cx.locale.day_and_time(change.at),
            datetime: change.at.timestamp().to_string(),
            who: match people.iter().find(|person| Some(person.id.uuid()) == change.actor) {
                Some(person) => person.name.clone(),
                None => t.settings_history_nobody().to_owned(),
            },
            what: change.keys.iter().map(|key| field::label(t, key)).collect::<Vec<_>>().join(" · "),
        })
        .collect();
    let overtaken = sent.is_overtaken.then(|| match history.first() {
        Some(last) => t.settings_overtaken_by(&last.when, &last.who),
        None => t.settings_overtaken().to_owned(),
    });
    let now = Typed::of(&stored.settings);
    let typed = sent.typed.as_ref().unwrap_or(&now);
    let view = |field: Field| view(&field, typed, sent.is_overtaken.then_some(&now), &sent.errors, t);
    let groups = field::groups()
        .into_iter()
        .map(|group| GroupView {
            heading: (group.heading)(t),
            text: (group.text)(t),
            has_colours: group.fields.iter().any(|field| matches!(field.kind, Kind::Colour)),
            fields: group.fields.into_iter().map(view).collect(),
        })
        .collect();
    let words: Vec<WordView> = field::CONCEPTS
        .iter()
        .map(|concept| WordView { label: (concept.label)(t), fields: concept.fields().map(view) })
        .collect();
    let here = here(cx);
    let page = SettingsPage {
        shell: cx.shell(t.settings_title()).here(),
        t,
        overtaken,
        version: if sent.version.is_empty() { stored.version() } else { sent.version },
        groups,
        words_open: words.iter().flat_map(|word| &word.fields).any(|field| !field.error.is_empty()),
        words,
        sample: Sample::of(t, typed.get("colour"), typed.get("colour_dark"), typed.get("on_colour")),
        hosts: hosts.into_iter().map(|name| HostView { is_here: name == here, name }).collect(),
        host: sent.host,
        history,
        errors: sent.errors,
    };
    let status = match (sent.is_overtaken, page.errors.is_empty()) {
        (true, _) => StatusCode::CONFLICT,
        (false, false) => StatusCode::UNPROCESSABLE_ENTITY,
        (false, true) => StatusCode::OK,
    };
    cx.page_with(status, page)
}

/// `now`: shown beside what was typed where somebody else has just decided otherwise.
fn view(field: &Field, typed: &Typed, now: Option<&Typed>, errors: &Errors, t: T) -> FieldView {
    let value = typed.get(&field.name).to_owned();
    let stands = now.map(|now| now.get(&field.name)).filter(|stands| *stands != value);
    let hint = match (field.hint, stands) {
        (_, Some(stands)) if matches!(field.kind, Kind::Tick) => {
            if stands.is_empty() {
                t.settings_now_off().to_owned()
            } else {
                t.settings_now_on().to_owned()
            }
        }
        (_, Some(stands)) if let Kind::Choice(choices) = field.kind => {
            let named = choices.iter().find(|one| one.0 == stands).or(choices.first());
            t.settings_now(named.map_or(stands, |one| (one.1)(t)))
        }
        (_, Some("")) => t.settings_now_empty().to_owned(),
        (_, Some(stands)) => t.settings_now(stands),
        (Some(hint), None) => hint(t).to_owned(),
        (None, None) => String::new(),
    };
    let choices = match field.kind {
        Kind::Choice(choices) => choices,
        _ => &[],
    };
    let is_chosen = |at: usize, code: &str| code == value || at == 0 && value.is_empty();
    let choices = choices
        .iter()
        .enumerate()
        .map(|(at, (code, label))| Choice::new(*code, label(t), is_chosen(at, code)))
        .collect();
    FieldView {
        choices,
        label: (field.label)(t),
        hint,
        error: errors.of(&field.name).to_owned(),
        name: field.name.clone(),
        value,
        kind: field.kind,
    }
}

/// The host name this page was reached by, without its port.
pub(super) fn here(cx: &Cx) -> String {
    let url = cx.absolute("");
    let host = url.split_once("://").map_or(url.as_str(), |(_, host)| host);
    host.rsplit_once(':').map_or(host, |(name, _)| name).to_owned()
}
