//! An association's public page: what it is, and whom to ask.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::Locale;
use samskab_web::{
    Cx, Error, Result, Shell,
    error::OrNotFound as _,
    module::{Link, links},
};

use super::{Association, AssociationId, Contact, State, fields::address_line, store};
use crate::{
    ON_ASSOCIATION, T,
    asked::whom_to_ask,
    authority::{self, Action, Resource},
    topic,
};

#[derive(Template)]
#[template(path = "association/show.html")]
struct ShowPage {
    shell: Shell,
    t: T,
    association: Association,
    address: String,
    theme: &'static str,
    topics: Vec<&'static str>,
    /// Only contacts who have agreed to be shown.
    contacts: Vec<Contact>,
    may_edit: bool,
    may_decide: bool,
    is_public: bool,
    is_pending: bool,
    /// Who looks at it while it waits.
    asked: &'static str,
    /// Where the association posts a task.
    new_task: String,
    /// Links from other contexts, such as to the declaration.
    links: Vec<Link>,
}

pub(super) async fn show(cx: Cx, Path(id): Path<AssociationId>) -> Result<Response> {
    cx.keep_today();
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let association = store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let is_public = association.state == State::Approved;
    if !is_public && !authority::may(&cx.actor, Action::SeeAssociation, Resource::Association(id)) {
        // Others are not told that it exists.
        return Err(Error::NotFound);
    }
    let mut contacts = store::contacts(&mut reader, cx.tenant.id, &[id], cx.now().day()).await?;
    contacts.retain(|contact| contact.is_public);
    let asked = whom_to_ask(&mut reader, cx.tenant.id, cx.now().day(), t).await?;
    drop(reader);
    let page = ShowPage {
        shell: cx.shell(association.full_name()).under("/foreninger", t.directory_title()).here(),
        t,
        address: address_line(&association),
        theme: theme_name(&association, cx.locale),
        topics: topic::names(&association.topics, cx.locale),
        contacts,
        may_edit: authority::may(&cx.actor, Action::EditAssociation, Resource::Association(id)),
        may_decide: authority::may(&cx.actor, Action::DecideAssociation, Resource::Association(id)),
        is_public,
        is_pending: association.state == State::Pending,
        asked,
        new_task: format!("/opgaver/ny?for={id}"),
        links: links(&cx, ON_ASSOCIATION, &association),
        association,
    };
    cx.page(page)
}

pub(super) fn theme_name(association: &Association, locale: Locale) -> &'static str {
    topic::theme(association.theme.code()).map_or("", |theme| theme.name(locale))
}
