//! The demo's post box: every mail the program would have sent.

use askama::Template;
use axum::response::Response;
use samskab_mail::Posted;
use samskab_web::{Cx, Result, Shell};

use crate::T;

#[derive(Template)]
#[template(path = "postbox.html")]
struct PostboxPage {
    shell: Shell,
    t: T,
    mails: Vec<Mail>,
}

struct Mail {
    to: String,
    subject: String,
    when: String,
    lines: Vec<Line>,
}

struct Line {
    text: String,
    /// Set when the line is a link of our own.
    href: Option<String>,
}

/// Only in the demo: nowhere else may anybody read other people's mail.
pub async fn show(cx: Cx) -> Result<Response> {
    if !cx.services.config.demo {
        return Err(samskab_web::Error::NotFound);
    }
    let mut reader = cx.read().await?;
    let posted = samskab_mail::recent(&mut reader, cx.tenant.id, 50).await?;
    drop(reader);
    let t = T(cx.locale);
    let mails = posted.into_iter().map(|mail| open(&cx, mail)).collect();
    cx.page(PostboxPage { shell: cx.shell(t.postbox_title()).here(), t, mails })
}

fn open(cx: &Cx, mail: Posted) -> Mail {
    let lines = mail
        .body
        .lines()
        .map(|line| Line {
            text: line.to_owned(),
            href: (line.trim().starts_with("http://") || line.trim().starts_with("https://"))
                .then(|| line.trim().to_owned()),
        })
        .collect();
    Mail {
        to: mail.to.to_string(),
        subject: mail.subject,
        when: cx.locale.day_and_time(mail.created_at, cx.today()),
        lines,
    }
}
