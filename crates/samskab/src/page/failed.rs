//! `/opsaetning/fejl`: mails that came back and work that was given up, for the administrator. Nobody repairs what
//! nobody sees: each is tried once more or let go from here, and is in Mit overblik until then.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_jobs::JobId;
use samskab_mail::{MailId, NOT_REACHED};
use samskab_organisation::identify::Who as _;
use samskab_settings as settings;
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell, WorkItem, error::OrNotFound as _};

use crate::T;

pub const PATH: &str = "/opsaetning/fejl";
/// At most this many of the newest of each kind are shown.
const SHOWN: i64 = 100;

#[derive(Template)]
#[template(path = "failed.html")]
struct FailedPage {
    shell: Shell,
    t: T,
    mails: Vec<MailLine>,
    jobs: Vec<JobLine>,
}

struct MailLine {
    id: String,
    to: String,
    subject: String,
    when: String,
    why: String,
}

struct JobLine {
    id: String,
    kind: String,
    when: String,
    why: String,
}

pub async fn show(cx: Cx) -> Result<Response> {
    settings::require(&cx)?;
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let mails = samskab_mail::came_back(&mut reader, cx.tenant.id, SHOWN).await?;
    let jobs = samskab_jobs::given_up(&mut reader, cx.tenant.id, SHOWN).await?;
    drop(reader);
    let mails = mails
        .into_iter()
        .map(|mail| MailLine {
            id: mail.id.to_string(),
            to: mail.to.to_string(),
            subject: mail.subject,
            when: cx.locale.day_and_time(mail.created_at, cx.today()),
            why: why(t, &mail.failed.unwrap_or_default()),
        })
        .collect();
    let jobs = jobs
        .into_iter()
        .map(|job| JobLine {
            id: job.id.to_string(),
            kind: job.kind,
            when: cx.locale.day_and_time(job.given_up_at, cx.today()),
            why: job.last_error.unwrap_or_default(),
        })
        .collect();
    let shell = cx.shell(t.failed_title()).under(settings::PATH, t.failed_back()).here();
    cx.page(FailedPage { shell, t, mails, jobs })
}

/// What a mail server's code means for whoever looks after the addresses (RFC 5321 section 4.2.3).
fn why(t: T, code: &str) -> String {
    match code {
        "550" | "551" | "553" => t.failed_why_unknown(code),
        "552" => t.failed_why_full(code),
        "address" | "SMTPUTF8" => t.failed_why_address().to_owned(),
        NOT_REACHED => t.failed_why_unreachable().to_owned(),
        _ => t.failed_why_other(code),
    }
}

pub async fn send_again(cx: Cx, Path(mail): Path<MailId>) -> Result<Response> {
    settings::require(&cx)?;
    let mut tx = cx.write().await?;
    samskab_mail::send_again(&mut tx, mail).await?.then_some(()).or_not_found()?;
    tx.commit().await?;
    cx.redirect_saying(PATH, "success", "failed-flash-again")
}

pub async fn let_mail_go(cx: Cx, Path(mail): Path<MailId>) -> Result<Response> {
    settings::require(&cx)?;
    let mut tx = cx.write().await?;
    samskab_mail::let_go(&mut tx, mail).await?.then_some(()).or_not_found()?;
    tx.commit().await?;
    cx.redirect_saying(PATH, "success", "failed-flash-let-go")
}

pub async fn try_again(cx: Cx, Path(job): Path<JobId>) -> Result<Response> {
    settings::require(&cx)?;
    let mut tx = cx.write().await?;
    samskab_jobs::try_again(&mut tx, job).await?.then_some(()).or_not_found()?;
    tx.commit().await?;
    cx.redirect_saying(PATH, "success", "failed-flash-again")
}

pub async fn let_job_go(cx: Cx, Path(job): Path<JobId>) -> Result<Response> {
    settings::require(&cx)?;
    let mut tx = cx.write().await?;
    samskab_jobs::let_go(&mut tx, job).await?.then_some(()).or_not_found()?;
    tx.commit().await?;
    cx.redirect_saying(PATH, "success", "failed-flash-let-go")
}

/// One thing to do, however many have failed. Two queries, for administrators alone.
#[samskab_store::compiled_once]
pub async fn work_items(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    if !cx.actor.is_administrator() {
        return Ok(Vec::new());
    }
    let t = T(cx.locale);
    let mails = samskab_mail::count_came_back(connection, cx.tenant.id).await?;
    let jobs = samskab_jobs::count_given_up(connection, cx.tenant.id).await?;
    let mut items = Vec::new();
    if mails + jobs > 0 {
        let newest = samskab_mail::came_back(connection, cx.tenant.id, 1).await?;
        items.push(WorkItem {
            heading: t.worklist_kind_failed(),
            title: t.failed_work_title(mails + jobs),
            detail: t.failed_work_detail().to_owned(),
            href: PATH.to_owned(),
            since: newest.first().map_or(cx.now(), |mail| mail.created_at),
            due: None,
            reason: None,
            act: None,
        });
    }
    Ok(items)
}
