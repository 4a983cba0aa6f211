//! GET and POST /kanaler/ny and /kanaler/{id}/rediger: a channel in the register.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::Locale;
use samskab_store::Connection;
use samskab_web::{
    Check, Cx, Errors, Form, Result, Shell,
    error::OrNotFound as _,
    form::{self, Choice},
};

use super::{
    Channel, ChannelCode, ChannelId, ChannelKind,
    event::{ChannelAdded, ChannelChanged},
    store,
};
use crate::{
    T,
    authority::{WideAction, may_widely},
};

samskab_web::form! {
    /// A channel of the register, as it is typed.
    pub struct ChannelForm {
        name: text(channel_name).hint(channel_name_hint).max(100).autocomplete("off"),
        kind: choice(channel_kind).among(kinds),
        /// Only for a new channel: the code is printed on posters and never changes.
        code: text(channel_code).hint(channel_code_hint).optional().width("m").autocomplete("off"),
        active: tick(channel_active).hint(channel_active_hint),
    }
}

fn kinds(locale: Locale) -> Vec<Choice> {
    ChannelKind::registered().map(|kind| Choice::of(kind.code(), kind.label(T(locale)))).collect()
}

#[derive(Template)]
#[template(path = "channel/edit.html")]
struct EditPage {
    shell: Shell,
    t: T,
    action: String,
    back: String,
    is_new: bool,
    form: ChannelForm,
}

impl EditPage {
    fn new(cx: &Cx, channel: Option<&Channel>, form: ChannelForm) -> Self {
        let t = T(cx.locale);
        let title = if channel.is_none() { t.channel_new() } else { t.channel_edit() };
        let shell = cx.shell(title).under("/kanaler", t.channel_title());
        let shell = match channel {
            Some(channel) => shell.under(channel.href(), channel.name.clone()),
            None => shell,
        };
        let back = channel.map_or_else(|| "/kanaler".to_owned(), Channel::href);
        Self {
            shell: shell.here(),
            t,
            action: channel.map_or_else(|| "/kanaler/ny".to_owned(), |channel| channel.href() + "/rediger"),
            back,
            is_new: channel.is_none(),
            form,
        }
    }
}

/// A channel of this name and code does not exist yet. Two queries at most.
async fn read(
    cx: &Cx,
    connection: &mut Connection,
    form: &ChannelForm,
    before: Option<&Channel>,
) -> Result<Result<Channel, Errors>> {
    let (t, mut check) = (T(cx.locale), Check::new(cx.locale));
    let registered = store::registered(connection, cx.tenant.id).await?;
    let name = form.name().text(&mut check).unwrap_or_default();
    let same = |other: &&Channel| other.name.to_lowercase() == name.to_lowercase();
    if registered.iter().filter(same).any(|other| Some(other.id) != before.map(|before| before.id)) {
        check.refuse(&form.name(), t.channel_name_taken());
    }
    let kind = form.kind().code(&mut check).unwrap_or(ChannelKind::Association);
    if kind == ChannelKind::Personal {
        check.refuse(&form.kind(), check.t.form_choose());
    }
    let code = match before {
        Some(before) => Some(before.code.clone()),
        None => new_code(cx, connection, &mut check, form, &name).await?,
    };
    if let Err(errors) = check.done() {
        return Ok(Err(errors));
    }
    Ok(Ok(Channel {
        id: before.map_or_else(|| cx.new_id(), |before| before.id),
        code: code.unwrap_or_else(|| ChannelCode::fresh(cx.services.db.dice())),
        name,
        kind,
        person_id: None,
        is_active: before.is_none() || form.active().is_ticked(),
        created_at: before.map_or_else(|| cx.now(), |before| before.created_at),
    }))
}

/// As typed, or made of the name and numbered when it is taken. One letter is kept for posters without a channel.
async fn new_code(
    cx: &Cx,
    connection: &mut Connection,
    check: &mut Check,
    form: &ChannelForm,
    name: &str,
) -> Result<Option<ChannelCode>> {
    let (t, typed) = (T(cx.locale), form.code.trim());
    if !typed.is_empty() {
        let code = typed.to_lowercase().parse::<ChannelCode>().ok().filter(|code| code.as_str().len() > 1);
        let Some(code) = code else {
            check.refuse(&form.code(), t.channel_code_wrong());
            return Ok(None);
        };
        if store::find_by_code(connection, cx.tenant.id, &code).await?.is_some() {
            check.refuse(&form.code(), t.channel_code_taken());
        }
        return Ok(Some(code));
    }
    let Some(code) = ChannelCode::of_name(name).filter(|code| code.as_str().len() > 1) else {
        return Ok(None);
    };
    if store::find_by_code(connection, cx.tenant.id, &code).await?.is_none() {
        return Ok(Some(code));
    }
    let numbered = code.numbered(2);
    let is_free = store::find_by_code(connection, cx.tenant.id, &numbered).await?.is_none();
    Ok(is_free.then_some(numbered))
}

pub async fn new(cx: Cx) -> Result<Response> {
    cx.require(may_widely(&cx.actor, WideAction::KeepChannels))?;
    cx.page(EditPage::new(&cx, None, ChannelForm::default()))
}

pub async fn create(cx: Cx, Form(form): Form<ChannelForm>) -> Result<Response> {
    cx.require(may_widely(&cx.actor, WideAction::KeepChannels))?;
    let mut tx = cx.write().await?;
    let channel = match read(&cx, &mut tx, &form, None).await? {
        Ok(channel) => channel,
        Err(errors) => return cx.invalid(EditPage::new(&cx, None, form.with_errors(errors))),
    };
    store::add(&mut tx, &channel).await?;
    tx.record(ChannelAdded { channel: channel.id, kind: channel.kind, is_active: true }).await?;
    tx.commit().await?;
    cx.redirect_saying(channel.href(), "success", "channel-flash-saved")
}

/// A channel of the register: a volunteer's own link is nobody else's business.
pub async fn registered(cx: &Cx, connection: &mut Connection, id: ChannelId) -> Result<Channel> {
    let channel = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    channel.person_id.is_none().then_some(channel).or_not_found()
}

pub async fn edit(cx: Cx, Path(id): Path<ChannelId>) -> Result<Response> {
    cx.require(may_widely(&cx.actor, WideAction::KeepChannels))?;
    let mut reader = cx.read().await?;
    let channel = registered(&cx, &mut reader, id).await?;
    let form = ChannelForm {
        name: channel.name.clone(),
        kind: channel.kind.code().to_owned(),
        code: channel.code.to_string(),
        active: form::ticked(channel.is_active),
        ..ChannelForm::default()
    };
    cx.page(EditPage::new(&cx, Some(&channel), form))
}

pub async fn save(cx: Cx, Path(id): Path<ChannelId>, Form(form): Form<ChannelForm>) -> Result<Response> {
    cx.require(may_widely(&cx.actor, WideAction::KeepChannels))?;
    let mut tx = cx.write().await?;
    let before = registered(&cx, &mut tx, id).await?;
    let channel = match read(&cx, &mut tx, &form, Some(&before)).await? {
        Ok(channel) => channel,
        Err(errors) => return cx.invalid(EditPage::new(&cx, Some(&before), form.with_errors(errors))),
    };
    store::save(&mut tx, &channel).await?;
    tx.record(ChannelChanged { channel: id, kind: channel.kind, is_active: channel.is_active }).await?;
    tx.commit().await?;
    cx.redirect_saying(channel.href(), "success", "channel-flash-saved")
}
