//! News for people, bundled into few mails.
//!
//! [`tell`] writes a notice in the transaction of what happened; the job `notice.mail` gathers a
//! person's notices into one mail when the person wants it. What was done meanwhile is taken back
//! with [`settle`], so that nobody is called to what a colleague has answered. What is about somebody who has changed
//! their mind is taken back with [`take_back`], and what is over by the time of the mail is left out of it.

pub mod mail;
mod store;

use std::collections::HashSet;

use samskab_jobs::{Handler, enqueue};
use samskab_kernel::{Id, Instant, TenantId, jiff::SignedDuration};
use samskab_organisation::person::{PersonId, schedule};
use samskab_store::{Connection, Result, Tx};
use samskab_web::{Routes, Services};

/// The mark of a notice.
pub enum NoticeRow {}
pub type NoticeId = Id<NoticeRow>;

/// Something a person should hear of.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct Notice {
    pub id: NoticeId,
    /// `interest.new`, `task.sent_back` …
    pub kind: String,
    /// One sentence in the person's language.
    pub text: String,
    /// The page it is about: a path.
    pub href: String,
    /// Whom it is about, where that is somebody: two people at one page are two pieces of news.
    pub about: Option<PersonId>,
    pub created_at: Instant,
}

/// What decides, when the mail is written, whether a notice is still true.
#[derive(Debug, Clone, Copy, Default)]
pub struct Truth {
    /// Whom it is about: they may take back what it tells ([`take_back`]).
    pub about: Option<PersonId>,
    /// From here on it is no longer news; `None`: it always is.
    pub until: Option<Instant>,
}

/// Tells `person`, by mail as they have chosen. `text`: one sentence in their language; `href`: the
/// path of the page it is about.
pub async fn tell(
    tx: &mut Tx,
    person: PersonId,
    kind: &'static str,
    text: impl Into<String>,
    href: impl Into<String>,
) -> Result<()> {
    tell_while(tx, person, kind, text, href, Truth::default()).await
}

/// The same for something that is news only until `truth.until`, or about somebody who may take it back.
pub async fn tell_while(
    tx: &mut Tx,
    person: PersonId,
    kind: &'static str,
    text: impl Into<String>,
    href: impl Into<String>,
    truth: Truth,
) -> Result<()> {
    store::add(tx, person, kind, text.into(), href.into(), truth).await?;
    let now = tx.now();
    enqueue(tx, &mail::MailNotices { person }, now.plus(SignedDuration::from_secs(schedule::GATHER_SECONDS)))
        .await
}

/// What `href` is about has been done: those who have not been mailed about it need not be.
#[samskab_store::compiled_once]
pub async fn settle(tx: &mut Tx, href: &str) -> Result<()> {
    store::settle(tx, href).await
}

/// The same, only for news of these kinds: other news about `href` is still true.
pub async fn settle_kinds(tx: &mut Tx, href: &str, kinds: &[&str]) -> Result<()> {
    store::settle_kinds(tx, href, kinds).await
}

/// What was told about the person `about` at `href` is no longer true: those who have not been mailed about it need
/// not be. Returns whether there were any.
#[samskab_store::compiled_once]
pub async fn take_back(tx: &mut Tx, href: &str, about: PersonId) -> Result<bool> {
    store::take_back(tx, href, about).await
}

/// The page `href` is deleted with the person it was about: nobody keeps the news about it.
#[samskab_store::compiled_once]
pub async fn forget_page(tx: &mut Tx, href: &str) -> Result<()> {
    store::forget_page(tx, href).await
}

/// Nobody keeps news that names a deleted person. A single name is shared by many people and stays.
#[samskab_store::compiled_once]
pub async fn forget_name(tx: &mut Tx, name: &str) -> Result<()> {
    if name.trim().contains(' ') { store::forget_name(tx, name.trim()).await } else { Ok(()) }
}

/// Whether somebody was told of `kind` at `href` since then: a job that runs twice tells once.
#[samskab_store::compiled_once]
pub async fn was_told(
    connection: &mut Connection,
    tenant: TenantId,
    kind: &str,
    href: &str,
    since: Instant,
) -> Result<bool> {
    store::was_told(connection, tenant, kind, href, since).await
}

/// The pages that somebody was told of by `kind` since then.
pub(crate) async fn told(
    connection: &mut Connection,
    tenant: TenantId,
    kind: &'static str,
    since: Instant,
) -> Result<HashSet<String>> {
    store::told(connection, tenant, kind, since).await
}

pub fn routes() -> Routes {
    Routes::new()
}

pub fn jobs() -> Vec<Handler<Services>> {
    vec![
        Handler::new::<mail::MailNotices, _, _>(mail::mail_notices),
        Handler::every("notice.sweep", SignedDuration::from_hours(1), mail::sweep),
    ]
}
