//! The demo's post box: every mail the program would have sent.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_mail::{MailId, Posted};
use samskab_web::{Cx, Error, Result, Shell, download, error::OrNotFound as _};

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
    /// The calendar file that goes with it: its name and where it is opened.
    calendar: Option<(String, String)>,
}

struct Line {
    text: String,
    /// Set when the line is a link of our own.
    href: Option<String>,
}

/// Only in the demo: nowhere else may anybody read other people's mail.
fn only_in_the_demo(cx: &Cx) -> Result<()> {
    if cx.services.config.demo { Ok(()) } else { Err(Error::NotFound) }
}

pub async fn show(cx: Cx) -> Result<Response> {
    only_in_the_demo(&cx)?;
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
    let path = |name| (name, format!("/demo/postkasse/mails/{}/kalender.ics", mail.id));
    Mail {
        calendar: mail.calendar.map(path),
        to: mail.to.to_string(),
        subject: mail.subject,
        when: cx.locale.day_and_time(mail.created_at, cx.today()),
        lines,
    }
}

/// GET /demo/postkasse/mails/{mail}/kalender.ics: the calendar file of a mail, as its reader opens it.
pub async fn calendar(cx: Cx, Path(mail): Path<MailId>) -> Result<Response> {
    only_in_the_demo(&cx)?;
    let mut reader = cx.read().await?;
    let file = samskab_mail::calendar_of(&mut reader, cx.tenant.id, mail).await?.or_not_found()?;
    download("text/calendar; charset=utf-8", &file.name, file.content)
}
