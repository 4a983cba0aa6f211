//! The table `mail`: what is on its way out, and a short memory of what was sent.

use samskab_jobs::Job;
use samskab_kernel::{Id, Instant, TenantId, contact::Email};
use samskab_store::{Connection, Result, Tx};
use serde::{Deserialize, Serialize};

/// The mark of a mail.
pub enum MailRow {}
pub type MailId = Id<MailRow>;

/// A mail to one person. `Debug` shows no address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    pub to: Email,
    /// One line; control characters become spaces.
    pub subject: String,
    /// Plain text, as [`Letter`](crate::Letter) writes it.
    pub body: String,
    /// Who reads the answer, when it is not the address the municipality sends from.
    pub reply_to: Option<Email>,
}

samskab_store::statements! {
    ADD = "insert into mail (id, tenant_id, recipient, subject, body, reply_to, created_at)
           values ($1, $2, $3, $4, $5, $6, $7)";
    ERASE = "delete from mail where tenant_id = $1 and (recipient = $2 or reply_to = $2)";
    ERASE_ABOUT = "delete from mail where tenant_id = $1 and (subject like $2 escape '!' or body like $2 escape '!')";
    RECENT = "select id, recipient, subject, body, reply_to, created_at, sent_at, failed from mail
              where tenant_id = $1 order by created_at desc, id desc limit $2";
}

/// The job that carries a mail out. It holds only the mail's id, so it tells nobody anything.
#[derive(Serialize, Deserialize)]
pub(crate) struct Deliver {
    pub mail: MailId,
}

impl Job for Deliver {
    const KIND: &'static str = "mail.deliver";
}

/// Puts a mail into the outbox. It is sent when, and only if, this transaction commits.
///
/// # Errors
/// When the database fails.
pub async fn send(tx: &mut Tx, message: Message) -> Result<MailId> {
    let (id, tenant, now): (MailId, _, _) = (tx.new_id(), tx.tenant(), tx.now());
    // A line break in a subject would begin a header of its own.
    let subject: String = message
        .subject
        .chars()
        .map(|character| if character.is_control() { ' ' } else { character })
        .collect();
    tx.query(&ADD)
        .bind(id)
        .bind(tenant)
        .bind(message.to)
        .bind(subject)
        .bind(message.body)
        .bind(message.reply_to)
        .bind(now)
        .execute()
        .await?;
    samskab_jobs::enqueue(tx, &Deliver { mail: id }, now).await?;
    Ok(id)
}

/// A mail as it stands in the outbox.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Posted {
    pub id: MailId,
    #[sqlx(rename = "recipient")]
    pub to: Email,
    pub subject: String,
    pub body: String,
    pub reply_to: Option<Email>,
    pub created_at: Instant,
    /// When the mail server took it; `None` while it is on its way or when it failed.
    pub sent_at: Option<Instant>,
    /// Why it will not be sent, without personal data: the mail server's code.
    pub failed: Option<String>,
}

/// The last `limit` mails of a municipality, the newest first: the post box of the demo.
///
/// # Errors
/// When the database fails.
pub async fn recent(connection: &mut Connection, tenant: TenantId, limit: i64) -> Result<Vec<Posted>> {
    connection.query(&RECENT).bind(tenant).bind(limit).all().await
}

/// Deletes every mail to somebody, and every mail to others in which their address or their full name stands
/// (law B.7), sent or not.
///
/// # Errors
/// When the database fails.
pub async fn erase(tx: &mut Tx, email: Option<&Email>, name: &str) -> Result<()> {
    let tenant = tx.tenant();
    if let Some(email) = email {
        tx.query(&ERASE).bind(tenant).bind(email.clone()).execute().await?;
    }
    // One name alone is many people's.
    let full_name = Some(name.trim()).filter(|name| name.contains(' '));
    for text in email.map(Email::as_str).into_iter().chain(full_name) {
        tx.query(&ERASE_ABOUT).bind(tenant).bind(anywhere(text)).execute().await?;
    }
    Ok(())
}

/// A pattern for `like … escape '!'` that finds the text wherever it stands.
fn anywhere(text: &str) -> String {
    format!("%{}%", text.replace('!', "!!").replace('%', "!%").replace('_', "!_"))
}
