//! Carrying mail out, and forgetting it afterwards.

use std::time::{Duration, SystemTime};

use lettre::{
    Address,
    message::{
        Mailbox,
        header::{ContentType, HeaderName, HeaderValue},
    },
};
use samskab_jobs::{Failure, Handler};
use samskab_kernel::{Clock, Instant, TenantId, contact::Email, jiff::SignedDuration};
use samskab_store::{Connection, Db, Stamp};

use crate::{
    CalendarFile, CalendarKind, MailId, Message, Transport,
    outbox::{Deliver, MailCameBack},
    transport::Refusal,
};

/// Mail is personal data. It is kept this long after it was sent, to answer "did you write to me?".
pub const DAYS_KEPT: i64 = 30;

/// A mail that is not delivered by then has failed; the attempts of its job go on a little longer.
const LONGEST_WAY: SignedDuration = SignedDuration::from_hours(24);
/// Why it failed, where no mail server said so.
pub const NOT_REACHED: &str = "unreachable";

/// What the delivery needs.
#[derive(Clone)]
pub struct Post {
    db: Db,
    clock: Clock,
    /// The address mail comes from, on behalf of whichever municipality lives here.
    from: Email,
    transport: Transport,
}

impl Post {
    pub fn new(db: Db, clock: Clock, from: Email, transport: Transport) -> Self {
        Self { db, clock, from, transport }
    }
}

/// The jobs of the post, for the [`Worker`](samskab_jobs::Worker): `mail.deliver`, and `mail.forget` every day.
pub fn handlers<C: Clone + Send + Sync + 'static>(post: Post) -> Vec<Handler<C>> {
    let forgetting = post.clone();
    vec![
        Handler::new::<Deliver, _, _>(move |_, tenant, job: Deliver| deliver(post.clone(), tenant, job)),
        Handler::every("mail.forget", SignedDuration::from_hours(24), move |_, tenant| {
            forget(forgetting.clone(), tenant)
        }),
    ]
}

samskab_store::statements! {
    TO_DELIVER = "select mail.recipient, mail.subject, mail.body, mail.reply_to, mail.created_at,
                         mail.stop_href, tenant.name as municipality,
                         c.kind as calendar_kind, c.name as calendar_name, c.content as calendar_content
                  from mail join tenant on tenant.id = mail.tenant_id
                  left join mail_calendar c on c.tenant_id = mail.tenant_id and c.mail_id = mail.id
                  where mail.tenant_id = $1 and mail.id = $2 and mail.sent_at is null and mail.failed is null";
    SENT = "update mail set sent_at = $3 where tenant_id = $1 and id = $2";
    FAILED = "update mail set failed = $3 where tenant_id = $1 and id = $2";
    TO_FORGET = "select count(*) from mail where tenant_id = $1 and coalesce(sent_at, created_at) < $2";
    FORGET = "delete from mail where tenant_id = $1 and coalesce(sent_at, created_at) < $2";
}

#[derive(samskab_store::Row)]
struct ToDeliver {
    recipient: Email,
    subject: String,
    body: String,
    reply_to: Option<Email>,
    created_at: Instant,
    stop_href: Option<String>,
    municipality: String,
    calendar_kind: Option<CalendarKind>,
    calendar_name: Option<String>,
    calendar_content: Option<String>,
}

/// At least once: a process that dies between the mail server's yes and our note of it sends the mail
/// again, with the same Message-ID, by which mail programs recognise it.
async fn deliver(post: Post, tenant: TenantId, Deliver { mail: id }: Deliver) -> Result<(), Failure> {
    let mut reader = post.db.read().await?;
    let found: Option<ToDeliver> = reader.query(&TO_DELIVER).bind(tenant).bind(id).optional().await?;
    drop(reader);
    let Some(row) = found else {
        return Ok(()); // sent already, or forgotten
    };
    let ToDeliver {
        recipient,
        subject,
        body,
        reply_to,
        created_at,
        stop_href,
        municipality,
        calendar_kind,
        calendar_name,
        calendar_content,
    } = row;
    let calendar = calendar_kind
        .zip(calendar_name)
        .zip(calendar_content)
        .map(|((kind, name), content)| CalendarFile { kind, name, content });
    let message = Message { to: recipient, subject, body, reply_to };
    let extras = Extras { stop_href: stop_href.as_deref(), calendar: calendar.as_ref() };
    let outcome = match written(id, &message, created_at, &municipality, &post.from, extras) {
        Ok(mail) => post.transport.carry(id, &message, mail).await,
        Err(NotMailable) => Err(Refusal::Permanent("address".to_owned())),
    };
    let now = post.clock.now();
    let outcome = match outcome {
        // Nobody waits longer for a mail server than a day and a night.
        Err(Refusal::Temporary(failure)) if now < created_at.plus(LONGEST_WAY) => return Err(failure),
        Err(Refusal::Temporary(_)) => Err(NOT_REACHED.to_owned()),
        Err(Refusal::Permanent(code)) => Err(code),
        Ok(()) => Ok(()),
    };
    let mut tx = post.db.begin(Stamp { tenant, actor: None, now }).await?;
    let outcome = match outcome {
        Ok(()) => {
            tx.query(&SENT).bind(tenant).bind(id).bind(now).execute().await?;
            "sent"
        }
        Err(code) => {
            tx.query(&FAILED).bind(tenant).bind(id).bind(code.clone()).execute().await?;
            tx.record(MailCameBack { mail: id, code }).await?;
            "failed"
        }
    };
    tx.commit().await?;
    metrics::counter!("samskab_mail_total", "outcome" => outcome).increment(1);
    Ok(())
}

async fn forget(post: Post, tenant: TenantId) -> Result<(), Failure> {
    let now = post.clock.now();
    let mut tx = post.db.begin(Stamp { tenant, actor: None, now }).await?;
    tx.query(&FORGET).bind(tenant).bind(now.plus_days(-DAYS_KEPT)).execute().await?;
    tx.commit().await?;
    Ok(())
}

/// How many mails `mail.forget` would delete at `now`.
///
/// # Errors
/// When the database fails.
pub async fn to_forget(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
) -> samskab_store::Result<i64> {
    connection.query(&TO_FORGET).bind(tenant).bind(now.plus_days(-DAYS_KEPT)).scalar().await
}

/// An address that passed our check and not the stricter one of mail.
#[derive(Debug)]
struct NotMailable;

/// What only some mails have.
#[derive(Clone, Copy, Default)]
struct Extras<'a> {
    stop_href: Option<&'a str>,
    calendar: Option<&'a CalendarFile>,
}

/// The mail as it goes over the wire (RFC 5322). The same row always gives the same bytes.
fn written(
    id: MailId,
    message: &Message,
    at: Instant,
    municipality: &str,
    from: &Email,
    extras: Extras<'_>,
) -> Result<lettre::Message, NotMailable> {
    let (sender, reader) = (address(from)?, address(&message.to)?);
    let addressed = |file: &CalendarFile| file.addressed(municipality, sender.as_ref(), reader.as_ref());
    let calendar = extras.calendar.map(|file| (file, addressed(file)));
    let message_id = format!("<{id}@{}>", sender.domain());
    let micros = u64::try_from(at.micros()).unwrap_or(0);
    let mut builder = lettre::Message::builder()
        .from(Mailbox::new(Some(municipality.to_owned()), sender))
        .to(Mailbox::new(None, reader))
        .subject(message.subject.as_str())
        .date(SystemTime::UNIX_EPOCH + Duration::from_micros(micros))
        .message_id(Some(message_id))
        // No out-of-office answers to a machine (RFC 3834).
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ));
    if let Some(href) = extras.stop_href {
        let raw = |name, value| HeaderValue::new(HeaderName::new_from_ascii_str(name), value);
        builder = builder
            .raw_header(raw("List-Unsubscribe", format!("<{href}>")))
            .raw_header(raw("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    if let Some(reply_to) = &message.reply_to {
        builder = builder.reply_to(Mailbox::new(None, address(reply_to)?));
    }
    // lettre ends the last line.
    let text = message.body.trim_end().to_owned();
    let written = match calendar {
        None => builder.header(ContentType::TEXT_PLAIN).body(text),
        Some((file, content)) => {
            builder.multipart(file.with_text(&id.to_string(), text, content).ok_or(NotMailable)?)
        }
    };
    written.map_err(|_| NotMailable)
}

/// `post@østerbæk.dk` as every mail server knows it: `post@xn--sterbk-tua2l.dk`.
fn address(email: &Email) -> Result<Address, NotMailable> {
    let (user, domain) = email.as_str().rsplit_once('@').ok_or(NotMailable)?;
    let domain = idna::domain_to_ascii(domain).map_err(|_| NotMailable)?;
    Address::new(user, domain).map_err(|_| NotMailable)
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Day;

    use super::*;

    fn mail(message: &Message) -> String {
        stoppable(message, None)
    }

    fn stoppable(message: &Message, href: Option<&str>) -> String {
        let id = MailId::from_uuid(sqlx::types::Uuid::nil());
        let from = "frivillig@østerbæk.example".parse().unwrap();
        let at = Day::of(2026, 3, 4).at(10, 0);
        let extras = Extras { stop_href: href, calendar: None };
        let written = written(id, message, at, "Østerbæk Kommune", &from, extras).unwrap();
        String::from_utf8(written.formatted()).unwrap()
    }

    fn message(to: &str) -> Message {
        Message {
            to: to.parse().unwrap(),
            subject: "Tak for din hjælp på Ærø – vi ses på lørdag ved plejehjemmet Åhaven klokken ti"
                .to_owned(),
            body: "Hej Åse\n\nVi glæder os.\n".to_owned(),
            reply_to: Some("besøgsven@fjordlund.example".parse().unwrap()),
        }
    }

    #[test]
    fn every_byte_on_the_wire_is_ascii_and_a_long_subject_is_folded() {
        let message = Message { reply_to: None, ..message("aase@øst.example") };
        let mail = mail(&message);
        assert!(mail.is_ascii(), "{mail}");
        assert!(mail.contains("To: aase@xn--st-kka.example\r\n"), "{mail}");
        let mut subject = mail.lines().skip_while(|line| !line.starts_with("Subject")).take(4);
        assert!(subject.all(|line| line.len() <= 78), "{mail}");
    }

    #[test]
    fn the_date_is_the_clocks_and_the_id_is_the_mails() {
        let mail = mail(&message("aase@fjordlund.example"));
        assert!(mail.contains("Date: Wed, 04 Mar 2026 09:00:00 +0000\r\n"), "{mail}");
        assert!(mail.contains("Message-ID: <00000000-0000-0000-0000-000000000000@xn--"), "{mail}");
        assert!(mail.contains("Auto-Submitted: auto-generated\r\n"), "{mail}");
    }

    #[test]
    fn a_mail_that_can_be_stopped_says_so_to_mail_programs() {
        let href = format!("https://frivillig.fjordlund.example/soegninger/{}/afmeld", "k7".repeat(22));
        let mail = stoppable(&message("aase@fjordlund.example"), Some(&href));
        assert!(mail.contains(&format!("List-Unsubscribe: <{href}>\r\n")), "{mail}");
        assert!(mail.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), "{mail}");
        assert!(!self::mail(&message("aase@fjordlund.example")).contains("List-Unsubscribe"));
    }

    #[test]
    fn the_same_row_gives_the_same_bytes() {
        assert_eq!(mail(&message("aase@fjordlund.example")), mail(&message("aase@fjordlund.example")));
    }
}
