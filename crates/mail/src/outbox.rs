//! The table `mail`: what is on its way out, and a short memory of what was sent.

use samskab_jobs::Job;
use samskab_kernel::{Id, Instant, TenantId, contact::Email, cpr, text::one_line};
use samskab_store::{Connection, Event, Result, Tx};
use serde::{Deserialize, Serialize};
use sqlx::types::Uuid;

use crate::CalendarFile;

/// The mark of a mail.
pub enum MailRow {}
pub type MailId = Id<MailRow>;

/// A mail to one person. `Debug` shows no address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub to: Email,
    /// One line; what would end it becomes a space.
    pub subject: String,
    /// Plain text, as [`Letter`](crate::Letter) writes it.
    pub body: String,
    /// Who reads the answer, when it is not the address the municipality sends from.
    pub reply_to: Option<Email>,
}

/// The columns of a mail in the outbox.
const POSTED: &str = "select mail.id, mail.recipient, mail.subject, mail.body, mail.reply_to, mail.created_at, mail.sent_at, mail.failed,
        c.name as calendar from mail left join mail_calendar c on c.mail_id = mail.id";

samskab_store::statements! {
    ADD = "insert into mail (id, tenant_id, recipient, subject, body, reply_to, created_at, stop_href)
           values ($1, $2, $3, $4, $5, $6, $7, $8)";
    ADD_CALENDAR = "insert into mail_calendar (mail_id, tenant_id, kind, name, content) values ($1, $2, $3, $4, $5)";
    CALENDAR_OF = "select c.kind, c.name, c.content from mail_calendar c where c.tenant_id = $1 and c.mail_id = $2";
    ERASE = "delete from mail where tenant_id = $1 and (recipient = $2 or reply_to = $2)";
    ERASE_ABOUT = "delete from mail where tenant_id = $1 and (subject like $2 escape '!' or body like $2 escape '!')";
    SENT_TO = "select subject, created_at, sent_at, failed from mail
               where tenant_id = $1 and recipient = $2 order by created_at desc, id desc limit $3";
    READDRESS = "update mail set recipient = $3 where tenant_id = $1 and recipient = $2 and sent_at is null and failed is null";
    CAME_BACK = POSTED, "where mail.tenant_id = $1 and mail.failed is not null order by mail.created_at desc, mail.id desc limit $2";
    COUNT_CAME_BACK = "select count(*) from mail where tenant_id = $1 and failed is not null";
    RECIPIENT = "select recipient from mail where tenant_id = $1 and id = $2";
    SEND_AGAIN = "update mail set failed = null, created_at = $3 where tenant_id = $1 and id = $2 and failed is not null";
    LET_GO = "delete from mail where tenant_id = $1 and id = $2 and failed is not null";
    RECENT = POSTED, "where mail.tenant_id = $1 order by mail.created_at desc, mail.id desc limit $2";
}

/// The job that carries a mail out. It holds only the mail's id, so it tells nobody anything.
#[derive(Serialize, Deserialize)]
pub(crate) struct Deliver {
    pub mail: MailId,
}

impl Job for Deliver {
    const KIND: &'static str = "mail.deliver";
}

/// A mail could not be delivered: whoever wrote it, or looks after the one it is for, should know.
#[derive(Serialize)]
pub struct MailCameBack {
    #[serde(skip)]
    pub mail: MailId,
    /// The mail server's code, or a word of ours.
    pub code: String,
}

impl Event for MailCameBack {
    const KIND: &'static str = "mail.came_back";
    fn subject(&self) -> Uuid {
        self.mail.uuid()
    }
}

/// Puts a mail into the outbox. It is sent when, and only if, this transaction commits.
///
/// # Errors
/// When the database fails.
pub async fn send(tx: &mut Tx, message: Message) -> Result<MailId> {
    post(tx, message, None, None).await
}

/// The same, with an entry for the reader's calendar.
///
/// # Errors
/// When the database fails.
pub async fn send_with_calendar(tx: &mut Tx, message: Message, calendar: CalendarFile) -> Result<MailId> {
    post(tx, message, None, Some(calendar)).await
}

/// The same, of a kind that one can stop: a post to `stop_href` from a mail program stops it (RFC 8058).
///
/// # Errors
/// When the database fails.
pub async fn send_until_stopped(tx: &mut Tx, message: Message, stop_href: String) -> Result<MailId> {
    post(tx, message, Some(stop_href), None).await
}

#[samskab_store::compiled_once]
async fn post(
    tx: &mut Tx,
    message: Message,
    stop_href: Option<String>,
    calendar: Option<CalendarFile>,
) -> Result<MailId> {
    let (id, tenant, now): (MailId, _, _) = (tx.new_id(), tx.tenant(), tx.now());
    // A line break in a subject would begin a header of its own. What a person wrote was looked at when it was typed;
    // what was stored before that looked as closely is looked at here.
    let subject = cpr::masked(&one_line(&message.subject)).into_owned();
    let body = cpr::masked(&message.body).into_owned();
    tx.query(&ADD)
        .bind(id)
        .bind(tenant)
        .bind(message.to)
        .bind(subject)
        .bind(body)
        .bind(message.reply_to)
        .bind(now)
        .bind(stop_href)
        .execute()
        .await?;
    if let Some(CalendarFile { kind, name, content }) = calendar {
        let query = tx.query(&ADD_CALENDAR).bind(id).bind(tenant).bind(kind).bind(name);
        query.bind(content).execute().await?;
    }
    samskab_jobs::enqueue(tx, &Deliver { mail: id }, now).await?;
    Ok(id)
}

/// A mail in the outbox.
#[derive(Debug, Clone, samskab_store::Row)]
pub struct Posted {
    pub id: MailId,
    #[record(column = "recipient")]
    pub to: Email,
    pub subject: String,
    pub body: String,
    pub reply_to: Option<Email>,
    pub created_at: Instant,
    /// When the mail server took it; `None` while it is on its way or when it failed.
    pub sent_at: Option<Instant>,
    /// Why it will not be sent, without personal data: the mail server's code.
    pub failed: Option<String>,
    /// The name of the calendar file that goes with it.
    pub calendar: Option<String>,
}

/// The calendar file that goes with a mail.
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn calendar_of(
    connection: &mut Connection,
    tenant: TenantId,
    mail: MailId,
) -> Result<Option<CalendarFile>> {
    connection.query(&CALENDAR_OF).bind(tenant).bind(mail).optional().await
}

/// The last `limit` mails of a municipality, the newest first: the post box of the demo.
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn recent(connection: &mut Connection, tenant: TenantId, limit: i64) -> Result<Vec<Posted>> {
    connection.query(&RECENT).bind(tenant).bind(limit).all().await
}

/// The last `limit` mails that could not be delivered, the newest first.
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn came_back(connection: &mut Connection, tenant: TenantId, limit: i64) -> Result<Vec<Posted>> {
    connection.query(&CAME_BACK).bind(tenant).bind(limit).all().await
}

/// A letter as those read it who did not get it: what it was about, when, and whether it arrived.
#[derive(Debug, Clone, samskab_store::Row)]
pub struct SentTo {
    pub subject: String,
    pub created_at: Instant,
    pub sent_at: Option<Instant>,
    pub failed: Option<String>,
}

/// The last `limit` letters to an address, the newest first.
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn sent_to(
    connection: &mut Connection,
    tenant: TenantId,
    email: &Email,
    limit: i64,
) -> Result<Vec<SentTo>> {
    connection.query(&SENT_TO).bind(tenant).bind(email.clone()).bind(limit).all().await
}

/// How many there are.
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn count_came_back(connection: &mut Connection, tenant: TenantId) -> Result<i64> {
    connection.query(&COUNT_CAME_BACK).bind(tenant).scalar().await
}

/// The recipient of a mail; `None` when the mail is deleted.
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn recipient(connection: &mut Connection, tenant: TenantId, mail: MailId) -> Result<Option<Email>> {
    connection.query(&RECIPIENT).bind(tenant).bind(mail).optional_scalar().await
}

/// The cause has been removed: a mail that came back is tried once more. False when it is not among them.
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn send_again(tx: &mut Tx, mail: MailId) -> Result<bool> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let is_back = tx.query(&SEND_AGAIN).bind(tenant).bind(mail).bind(now).execute().await? == 1;
    if is_back {
        samskab_jobs::enqueue(tx, &Deliver { mail }, now).await?;
    }
    Ok(is_back)
}

/// Somebody has seen to it: a mail that came back goes off the list. False when it is not among them.
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn let_go(tx: &mut Tx, mail: MailId) -> Result<bool> {
    let tenant = tx.tenant();
    Ok(tx.query(&LET_GO).bind(tenant).bind(mail).execute().await? == 1)
}

/// Deletes every mail to a person, and every mail to others that contains their address or their full name (law B.7),
/// sent or not.
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn erase(tx: &mut Tx, email: Option<&Email>, name: &str) -> Result<()> {
    let tenant = tx.tenant();
    if let Some(email) = email {
        tx.query(&ERASE).bind(tenant).bind(email.clone()).execute().await?;
    }
    // A single name is shared by many people.
    let full_name = Some(name.trim()).filter(|name| name.contains(' '));
    for text in email.map(Email::as_str).into_iter().chain(full_name) {
        tx.query(&ERASE_ABOUT).bind(tenant).bind(anywhere(text)).execute().await?;
    }
    Ok(())
}

/// What waits to be sent to `from` goes to `to`: its reader has another address now.
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn readdress(tx: &mut Tx, from: &Email, to: &Email) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&READDRESS).bind(tenant).bind(from.clone()).bind(to.clone()).execute().await?;
    Ok(())
}

/// A pattern for `like … escape '!'` that finds the text anywhere.
fn anywhere(text: &str) -> String {
    format!("%{}%", text.replace('!', "!!").replace('%', "!%").replace('_', "!_"))
}
