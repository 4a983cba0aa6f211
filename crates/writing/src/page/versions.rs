//! /tekster/{id}/versioner and /tekstversioner/{id}: the text as it stood, by name and number. A version is never changed;
//! taking one back makes a new one.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_document::Block;
use samskab_organisation::person::{self, PersonId};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, module::Hold};

use super::{PUBLISHING, ShownBlock, TextOfBody, shown, unread, write::KeepForm};
use crate::{
    T,
    authority::Action,
    news,
    store::{self, VersionLine},
    text::{LANGUAGE, Text, TextId, TextState, Version, VersionId, VersionTakenBack},
};

#[derive(Template)]
#[template(path = "text/versions.html")]
struct VersionsPage {
    shell: Shell,
    t: T,
    lines: Vec<ShownVersion>,
    base: String,
    may_write: bool,
    /// Why no other version can be published; `None`: it can.
    hold: Option<Hold>,
    form: KeepForm,
}

struct ShownVersion {
    title: String,
    about: String,
    href: String,
    number: i64,
    is_public: bool,
    is_first: bool,
}

#[derive(Template)]
#[template(path = "text/version.html")]
struct VersionPage {
    shell: Shell,
    t: T,
    title: String,
    about: String,
    blocks: Vec<ShownBlock>,
    base: String,
    versions: String,
    compare: String,
    pdf: String,
    docx: String,
    may_write: bool,
    /// Why taking back an old version does not change what everybody reads, and where to go on.
    hold: Option<Hold>,
}

/// "Version 2: Vedtaget"
pub(super) fn said(t: T, number: i64, name: &str) -> String {
    if name.is_empty() { t.version_said(number) } else { t.version_said_named(name, number) }
}

/// The page of a text's versions. Runs two queries, and those of what the text is for.
async fn page(
    cx: &Cx,
    connection: &mut Connection,
    found: &TextOfBody,
    form: KeepForm,
) -> Result<VersionsPage> {
    let t = T(cx.locale);
    let versions = store::versions(connection, cx.tenant.id, found.text.id).await?;
    let ids: Vec<PersonId> = versions.iter().filter_map(|version| version.person_id).collect();
    let people = person::store::find_many(connection, cx.tenant.id, &ids).await?;
    let may_write = found.may(cx, Action::WriteTexts);
    let hold = match may_write {
        true => found.hold(cx, connection, PUBLISHING).await?,
        false => None,
    };
    let name = |id: Option<PersonId>| {
        let person = people.iter().find(|person| Some(person.id) == id);
        person.map_or("", |person| person.name.as_str())
    };
    let line = |version: &VersionLine| {
        let when = cx.locale.day_and_time(version.created_at, cx.today());
        let who = name(version.person_id);
        ShownVersion {
            title: said(t, version.number, &version.name),
            about: if who.is_empty() { when } else { format!("{when} · {who}") },
            href: format!("/tekstversioner/{}", version.id),
            number: version.number,
            is_public: found.text.state == TextState::Published { number: version.number },
            is_first: version.number == 1,
        }
    };
    Ok(VersionsPage {
        shell: found.under(cx, t.versions_title()),
        t,
        lines: versions.iter().map(line).collect(),
        base: found.text.href(),
        may_write,
        hold,
        form,
    })
}

pub async fn list(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = TextOfBody::followed(&cx, &mut reader, id).await?;
    let page = page(&cx, &mut reader, &found, KeepForm::default()).await?;
    cx.page(page)
}

/// The list again, with what is wrong about a name.
pub(super) async fn refused(
    cx: &Cx,
    connection: &mut Connection,
    found: &TextOfBody,
    form: KeepForm,
) -> Result<Response> {
    let page = page(cx, connection, found, form).await?;
    cx.invalid(page)
}

/// POST /tekster/{id}/versioner
pub async fn keep(cx: Cx, Path(id): Path<TextId>, Form(form): Form<KeepForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = TextOfBody::written(&cx, &mut tx, id).await?;
    let text = store::locked(&mut tx, id).await?.or_not_found()?;
    let mut check = Check::new(cx.locale);
    let name = form.navn().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        return refused(&cx, &mut tx, &found, form.with_errors(errors)).await;
    }
    let to = format!("{}/versioner", text.href());
    let newest = store::newest_version(&mut tx, cx.tenant.id, id).await?;
    let now = store::content(&mut tx, cx.tenant.id, &text).await?;
    if now.blocks.is_empty() {
        return cx.redirect_saying(to, "warning", "text-flash-is-empty");
    }
    if let Some(newest) = &newest
        && newest.name == name
        && store::content_of(newest).map_err(|error| unread(&error))? == now
    {
        return cx.redirect_saying(to, "info", "text-flash-no-change");
    }
    let by = cx.actor.person.map(PersonId::from_uuid);
    let kept = store::keep_version(&mut tx, &text, &name, by, cx.now()).await?;
    if !kept.name.is_empty() {
        news::tell(&mut tx, &text, kept.number).await?;
    }
    tx.commit().await?;
    cx.redirect_saying(to, "success", "text-flash-version-kept")
}

pub(super) async fn find(cx: &Cx, connection: &mut Connection, id: VersionId) -> Result<Version> {
    store::find_version(connection, cx.tenant.id, id).await?.or_not_found()
}

pub async fn show(cx: Cx, Path(id): Path<VersionId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let version = find(&cx, &mut reader, id).await?;
    let found = TextOfBody::followed(&cx, &mut reader, version.text).await?;
    let may_write = found.may(&cx, Action::WriteTexts);
    let hold = match may_write {
        true => found.hold(&cx, &mut reader, PUBLISHING).await?,
        false => None,
    };
    drop(reader);
    let t = T(cx.locale);
    let content = store::content_of(&version).map_err(|error| unread(&error))?;
    let (base, name) = (found.text.href(), said(t, version.number, &version.name));
    let when = cx.locale.day_and_time(version.created_at, cx.today());
    cx.page(VersionPage {
        shell: found.under(&cx, &name),
        t,
        about: format!("{name} · {when}"),
        title: content.title,
        blocks: shown(&content.blocks),
        compare: format!("{base}/sammenlign?fra={}", version.number),
        versions: format!("{base}/versioner"),
        pdf: format!("/tekstversioner/{id}/tekst.pdf"),
        docx: format!("/tekstversioner/{id}/tekst.docx"),
        base: format!("/tekstversioner/{id}"),
        may_write,
        hold,
    })
}

/// POST /tekstversioner/{id}/tilbage: the current content is stored as a version first, so that this can be undone,
/// too.
pub async fn take_back(cx: Cx, Path(id): Path<VersionId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let version = find(&cx, &mut tx, id).await?;
    TextOfBody::written(&cx, &mut tx, version.text).await?;
    let text = store::locked(&mut tx, version.text).await?.or_not_found()?;
    let (t, by) = (T(LANGUAGE), cx.actor.person.map(PersonId::from_uuid));
    let content = store::content_of(&version).map_err(|error| unread(&error))?;
    store::keep_if_changed(&mut tx, &text, t.version_before_back(), by).await?;
    store::replace(&mut tx, text.id, &content.blocks).await?;
    let text = Text { title: content.title, updated_at: cx.now(), ..text };
    store::save(&mut tx, &text).await?;
    store::keep_if_changed(&mut tx, &text, &t.version_is_back(version.number), by).await?;
    tx.record(VersionTakenBack::of(&text)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/rediger", text.href()), "success", "text-flash-taken-back")
}
