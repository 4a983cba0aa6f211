//! GET /kanaler/{id}: a channel's link, as text and as QR code, ready to be sent to it.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Result, Shell, app::encode};

use super::{
    ChannelId, edit,
    effect::{self, NumbersAsRead},
    qr,
};
use crate::{
    T,
    authority::{WideAction, may_widely},
};

const DAYS: i64 = 90;

#[derive(Template)]
#[template(path = "channel/show.html")]
struct ShowPage {
    shell: Shell,
    t: T,
    kind: &'static str,
    is_active: bool,
    link: String,
    qr: String,
    mail_href: String,
    edit_href: String,
    days: i64,
    numbers: NumbersAsRead,
}

pub async fn show(cx: Cx, Path(id): Path<ChannelId>) -> Result<Response> {
    cx.require(may_widely(&cx.actor, WideAction::KeepChannels))?;
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let channel = edit::registered(&cx, &mut reader, id).await?;
    let effect = effect::of_the_last(&mut reader, cx.tenant.id, cx.now(), DAYS).await?;
    drop(reader);
    let numbers = effect.channels.iter().find(|(known, _)| known.id == id).map(|(_, numbers)| *numbers);
    let link = cx.absolute(&channel.path(None));
    let body = t.channel_mail_body(
        link.clone(),
        cx.tenant.name.clone(),
        channel.name.clone(),
        cx.actor.name.clone(),
    );
    cx.page(ShowPage {
        shell: cx.shell(channel.name.clone()).under("/kanaler", t.channel_title()).here(),
        t,
        kind: channel.kind.label(t),
        is_active: channel.is_active,
        qr: qr::svg(&link, &t.channel_qr_alt(link.clone())).unwrap_or_default(),
        mail_href: mail_href(t.channel_mail_subject(), &body),
        link,
        edit_href: format!("{}/rediger", channel.href()),
        days: DAYS,
        numbers: numbers.unwrap_or_default().said(cx.locale),
    })
}

/// A mail that the reader's own program begins, to nobody yet.
pub fn mail_href(subject: &str, body: &str) -> String {
    format!("mailto:?subject={}&body={}", encode(subject), encode(&body.replace('\n', "\r\n")))
}
