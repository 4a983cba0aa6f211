//! GET /tekster: which texts there are, body by body; drafts only for those who may read them.

use askama::Template;
use axum::response::Response;
use samskab_kernel::danish::sort_key;
use samskab_organisation::{
    body::{self, Body, BodyId, MemberRule, Tie, seat},
    identify::{Who as _, role},
    person::PersonId,
};
use samskab_store::Connection;
use samskab_web::{
    Cx, Result, Shell,
    module::{BoxFuture, Destination, MOST_DESTINATIONS, is_asked_for},
    personal::Line,
};

use crate::{
    T,
    authority::{Action, may},
    store,
    text::Text,
};

#[derive(Template)]
#[template(path = "text/list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    groups: Vec<(String, Vec<Line>)>,
    may_add: bool,
}

pub(super) fn line(cx: &Cx, text: &Text) -> Line {
    let t = T(cx.locale);
    let kind = text.kind.label(t);
    let day = cx.locale.day(text.updated_at.day());
    Line::in_state(&text.title, text.href(), t.text_line_about(day, kind), text.state.said(t))
}

/// The bodies whose drafts the reader may see, each with how they are related to it. Runs one query.
pub(super) async fn bodies_of(
    cx: &Cx,
    connection: &mut Connection,
    bodies: &[Body],
) -> Result<Vec<(BodyId, Tie)>> {
    let Some(person) = cx.actor.person.map(PersonId::from_uuid) else { return Ok(Vec::new()) };
    let seats = seat::of_person(connection, cx.tenant.id, person, cx.today()).await?;
    let by_seat = seats
        .into_iter()
        .map(|(body, role)| (body, if role.runs_meetings() { Tie::Runs } else { Tie::Member }));
    let sits_by_rule = |rule: Option<MemberRule>| match rule {
        Some(MemberRule::KeyPersons) => {
            cx.actor.has(role::KEY_PERSON) || cx.actor.has(role::DEPUTY_KEY_PERSON)
        }
        Some(MemberRule::Associations) => cx.actor.has(role::ASSOCIATION),
        None => false,
    };
    let by_rule = bodies.iter().filter(|body| sits_by_rule(body.rule)).map(|body| (body.id, Tie::Member));
    Ok(by_seat.chain(by_rule).collect())
}

/// What somebody who works here sees of all texts.
struct SeenTexts {
    bodies: Vec<Body>,
    /// The bodies in which they have a seat.
    own: Vec<(BodyId, Tie)>,
    /// Sorted by title.
    texts: Vec<Text>,
}

impl SeenTexts {
    /// Reads what the reader sees; of texts that are not theirs, only what everybody may read. Runs at most five
    /// queries.
    async fn read(cx: &Cx, connection: &mut Connection) -> Result<Self> {
        let bodies = body::store::every(connection, cx.tenant.id).await?;
        let own = bodies_of(cx, connection, &bodies).await?;
        let is_own =
            |text: &Text| cx.actor.is_coordinator() || own.iter().any(|(own, _)| Some(*own) == text.body);
        let all = store::all(connection, cx.tenant.id).await?;
        let (texts, others): (Vec<Text>, Vec<Text>) = all.into_iter().partition(is_own);
        let mut texts = store::as_read(connection, cx.tenant.id, texts).await?;
        texts.extend(store::as_published(connection, cx.tenant.id, others).await?);
        texts.sort_by_cached_key(|text| sort_key(&text.title));
        Ok(Self { bodies, own, texts })
    }
}

/// What the box *Gå til* finds: every word that was typed begins one of the title.
pub fn destinations<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    asked: &'a str,
) -> BoxFuture<'a, Result<Vec<Destination>>> {
    Box::pin(async move {
        if !may(&cx.actor, Action::ListTexts, Tie::None) {
            return Ok(Vec::new());
        }
        let t = T(cx.locale);
        let is_asked = |text: &&Text| is_asked_for(asked, &text.title);
        let seen = SeenTexts::read(cx, connection).await?;
        let body = |text: &Text| {
            let body = seen.bodies.iter().find(|body| Some(body.id) == text.body);
            body.map_or(t.text_of_no_body(), |body| body.name.as_str())
        };
        let destination = |text: &Text| Destination {
            heading: t.text_list_title(),
            title: text.title.clone(),
            detail: format!("{} · {}", body(text), text.state.said(t).0),
            href: text.href(),
        };
        Ok(seen.texts.iter().filter(is_asked).take(MOST_DESTINATIONS).map(destination).collect())
    })
}

pub async fn show(cx: Cx) -> Result<Response> {
    cx.require(may(&cx.actor, Action::ListTexts, Tie::None))?;
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let SeenTexts { bodies, own, texts } = SeenTexts::read(&cx, &mut reader).await?;
    drop(reader);
    let sees_all = cx.actor.is_coordinator();
    let of = |body: Option<BodyId>| -> Vec<Line> {
        texts.iter().filter(|text| text.body == body).map(|text| line(&cx, text)).collect()
    };
    let mut groups: Vec<(String, Vec<Line>)> =
        bodies.iter().map(|body| (body.name.clone(), of(Some(body.id)))).collect();
    groups.push((t.text_of_no_body().to_owned(), of(None)));
    groups.retain(|(_, lines)| !lines.is_empty());
    let is_there = |id: BodyId| bodies.iter().any(|body| body.id == id && body.validity.holds_on(cx.today()));
    let runs = own.iter().any(|(id, tie)| *tie == Tie::Runs && is_there(*id));
    cx.page(ListPage { shell: cx.shell(t.text_list_title()).here(), t, groups, may_add: sees_all || runs })
}
