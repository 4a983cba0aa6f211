//! GET and POST /min-side/fortael-videre: "frivillige får vi fra frivillige" (VB-23). Everybody's own link,
//! made when it is wanted, with two numbers and no list of who is best (FX-06).

use askama::Template;
use axum::response::Response;
use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_web::personal::{Known, Line, Row, Section};
use samskab_web::{Cx, Error, Result, Shell, app::encode};
use uuid::Uuid;

use super::{Channel, ChannelCode, ChannelKind, qr, show::mail_href, store};
use crate::T;

pub const PATH: &str = "/min-side/fortael-videre";

struct Own {
    link: String,
    qr: String,
    mail_href: String,
    sms_href: String,
    /// How many times the link was followed, and how many offered to help; empty: nobody yet.
    followed: String,
    came: String,
}

#[derive(Template)]
#[template(path = "channel/own.html")]
struct OwnPage {
    shell: Shell,
    t: T,
    own: Option<Own>,
}

fn me(cx: &Cx) -> Result<PersonId> {
    cx.actor.person.map(PersonId::from_uuid).ok_or(Error::SignIn)
}

pub async fn show(cx: Cx) -> Result<Response> {
    let (t, me) = (T(cx.locale), me(&cx)?);
    let mut reader = cx.read().await?;
    let own = match store::of_person(&mut reader, cx.tenant.id, me).await? {
        None => None,
        Some(channel) => {
            let (followed, came) = store::of_person_numbers(&mut reader, cx.tenant.id, me).await?;
            let link = cx.absolute(&channel.path(None));
            let body = t.channel_own_mail_body(link.clone(), cx.tenant.name.clone());
            Some(Own {
                qr: qr::svg(&link, &t.channel_qr_alt(link.clone())).unwrap_or_default(),
                mail_href: mail_href(t.channel_own_mail_subject(), &body),
                sms_href: format!("sms:?&body={}", encode(&t.channel_own_sms(link.clone()))),
                link,
                followed: if followed > 0 { cx.locale.number(followed) } else { String::new() },
                came: cx.locale.number(came),
            })
        }
    };
    drop(reader);
    let shell = cx.shell(t.channel_own_title()).under("/min-side", t.channel_own_my_page()).here();
    cx.page(OwnPage { shell, t, own })
}

pub async fn make(cx: Cx) -> Result<Response> {
    let me = me(&cx)?;
    let mut tx = cx.write().await?;
    if store::of_person(&mut tx, cx.tenant.id, me).await?.is_none() {
        store::add(&mut tx, &of(me, &cx)).await?;
        tx.commit().await?;
    }
    cx.redirect(PATH)
}

fn of(person: PersonId, cx: &Cx) -> Channel {
    Channel {
        id: cx.new_id(),
        code: ChannelCode::fresh(cx.services.db.dice()),
        name: String::new(),
        kind: ChannelKind::Personal,
        person_id: Some(person),
        is_active: true,
        created_at: cx.now(),
    }
}

/// The last thing on Min side: tell others.
#[samskab_store::compiled_once]
pub async fn section(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Option<Section>> {
    let person = PersonId::from_uuid(person);
    let t = T(cx.locale);
    let own = store::of_person(connection, cx.tenant.id, person).await?;
    let mut lines = Vec::new();
    if own.is_some() {
        let (followed, came) = store::of_person_numbers(connection, cx.tenant.id, person).await?;
        lines.push(Line {
            title: t.channel_own_numbers(came, followed),
            href: PATH.to_owned(),
            ..Line::default()
        });
    }
    Ok(Some(Section {
        heading: t.channel_own_heading().to_owned(),
        lead: t.channel_own_short_lead().to_owned(),
        lines,
        nothing: String::new(),
        more: Some((PATH.to_owned(), t.channel_own_more().to_owned())),
    }))
}

/// What is known of a person here, for the copy they take with them (law B.7).
#[samskab_store::compiled_once]
pub async fn known(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Vec<Known>> {
    let person = PersonId::from_uuid(person);
    let t = T(cx.locale);
    let Some(channel) = store::of_person(connection, cx.tenant.id, person).await? else {
        return Ok(Vec::new());
    };
    let (followed, _) = store::of_person_numbers(connection, cx.tenant.id, person).await?;
    Ok(vec![Known {
        key: "referral_link",
        heading: t.channel_known_heading().to_owned(),
        rows: vec![
            Row::of(cx)
                .text("link", t.channel_known_link(), cx.absolute(&channel.path(None)))
                .at("created_at", t.channel_known_since(), channel.created_at)
                .number("times_followed", t.channel_known_visits(), followed)
                .done(),
        ],
    }])
}
