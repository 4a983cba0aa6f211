//! GET /organer: the bodies of the municipality by kind, and how often each has met this year.

use askama::Template;
use axum::response::Response;
use samskab_organisation::{
    body::{self, Body, BodyKind},
    identify::Who as _,
};
use samskab_store::Connection;
use samskab_web::{
    Cx, Result, Shell,
    module::{BoxFuture, Destination, MOST_DESTINATIONS, is_asked_for},
};

use crate::{
    T,
    authority::{Action, Tie, may},
    meeting::{self, said_cadence},
};

#[derive(Template)]
#[template(path = "body/list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    groups: Vec<Group>,
    may_add: bool,
}

struct Group {
    kind: &'static str,
    bodies: Vec<BodyLine>,
}

struct BodyLine {
    name: String,
    href: String,
    about: String,
    cadence: String,
    is_late: bool,
}

/// The list of bodies. Runs two queries.
pub async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let bodies = body::all(&mut reader, cx.tenant.id, cx.today()).await?;
    let year = meeting::store::of_year(&mut reader, cx.tenant.id, cx.today()).await?;
    drop(reader);
    let line = |body: &body::Body| BodyLine {
        name: body.name.clone(),
        href: body.href(),
        about: if body.purpose.is_empty() { body.members.clone() } else { body.purpose.clone() },
        cadence: said_cadence(t, body, &year, cx.now()),
        is_late: meeting::cadence_of(body, &year, cx.now()).is_late,
    };
    let group = |kind: &BodyKind| Group {
        kind: kind.label(*t),
        bodies: bodies.iter().filter(|body| body.kind == *kind).map(line).collect(),
    };
    cx.page(ListPage {
        shell: cx.shell(t.body_list_title()).here(),
        t,
        groups: BodyKind::ALL.iter().map(group).filter(|group| !group.bodies.is_empty()).collect(),
        may_add: may(&cx.actor, Action::KeepBodies, Tie::None),
    })
}

/// What the box *Gå til* finds, also by another name of the body. One query.
pub(crate) fn destinations<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    asked: &'a str,
) -> BoxFuture<'a, Result<Vec<Destination>>> {
    Box::pin(async move {
        if !cx.actor.is_staff() {
            return Ok(Vec::new());
        }
        let t = T(cx.locale);
        let all = body::all(connection, cx.tenant.id, cx.today()).await?;
        let found =
            all.into_iter().filter(|body| is_asked_for(asked, &format!("{} {}", body.name, body.aliases)));
        let destination = |body: Body| Destination {
            heading: t.body_list_title(),
            detail: body.kind.label(*t).to_owned(),
            href: body.href(),
            title: body.name,
        };
        Ok(found.take(MOST_DESTINATIONS).map(destination).collect())
    })
}
