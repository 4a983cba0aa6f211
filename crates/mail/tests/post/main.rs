//! The post on both databases, and over a real wire.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod calendar;
mod mail_server;

use std::sync::{Arc, Mutex};

use mail_server::{MailServer, decoded};
use samskab_jobs::Worker;
use samskab_kernel::{Clock, Day, Instant, TenantId, jiff::SignedDuration};
use samskab_mail::{
    Letter, MailId, Message, NOT_REACHED, Post, Posted, Signature, Transport, came_back, count_came_back,
    handlers, recent, send, send_again,
};
use samskab_store::{Db, Stamp, db_test, testing};

fn morning() -> Instant {
    Day::of(2026, 3, 2).at(9, 0)
}

fn later(minutes: i64) -> Instant {
    morning().plus(SignedDuration::from_mins(minutes))
}

fn welcome() -> Message {
    Message {
        to: "aase@fjordlund.example".parse().unwrap(),
        subject: "Tak for din tilmelding som besøgsven på Ærø".to_owned(),
        body: Letter::new("Hej Åse")
            .paragraph("Vi er glade for, at du vil hjælpe. En koordinator ringer til dig i løbet af ugen og aftaler et møde.")
            .link("Se opgaven:", "https://frivillig.fjordlund.example/opgaver/besoegsven-paa-aahaven?fra=mail")
            .paragraph(".")
            .finish(
                &Signature { closing: "Venlig hilsen", municipality: "Fjordlund Kommune", phone: "12 34 56 78" },
                "Du får denne mail, fordi du har meldt dig som frivillig.",
            ),
        reply_to: Some("koordinator@fjordlund.example".parse().unwrap()),
    }
}

async fn put(db: &Db, tenant: TenantId, message: Message) -> MailId {
    let mut tx = db.begin(Stamp { tenant, actor: None, now: morning() }).await.unwrap();
    let id = send(&mut tx, message).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// The post office at `now`: runs everything that is due.
async fn run(db: &Db, transport: Transport, now: Instant) -> usize {
    let from = "frivillig@fjordlund.example".parse().unwrap();
    let post = Post::new(db.clone(), Clock::standing_at(now), from, transport);
    let worker = Worker::new(db.clone(), Clock::standing_at(now), ()).register_all(handlers(post));
    worker.run_until_idle(now).await.unwrap()
}

async fn outbox(db: &Db, tenant: TenantId) -> Vec<Posted> {
    recent(&mut db.read().await.unwrap(), tenant, 10).await.unwrap()
}

fn sent(transport: &Arc<Mutex<Vec<Message>>>) -> Vec<Message> {
    transport.lock().unwrap().clone()
}

#[db_test]
async fn a_mail_goes_over_the_wire_with_danish_letters_intact(db: Db) {
    let tenant = testing::tenant(&db).await;
    let server = MailServer::start().await;
    let message = welcome();
    let id = put(&db, tenant, message.clone()).await;
    run(&db, server.url.parse().unwrap(), later(1)).await;

    let received = server.received();
    assert_eq!(received.len(), 1);
    let mail = &received[0];
    assert_eq!(
        (mail.from.as_str(), mail.to.as_str()),
        ("frivillig@fjordlund.example", "aase@fjordlund.example")
    );
    assert!(mail.data.is_ascii());
    assert_eq!(decoded(&mail.header("Subject").unwrap()), message.subject);
    assert_eq!(decoded(&mail.header("From").unwrap()), "\"Fjordlund Kommune\" <frivillig@fjordlund.example>");
    assert_eq!(mail.header("Reply-To").unwrap(), "koordinator@fjordlund.example");
    assert_eq!(mail.header("Message-ID").unwrap(), format!("<{id}@fjordlund.example>"));
    assert_eq!(mail.header("Date").unwrap(), "Mon, 02 Mar 2026 08:00:00 +0000");
    assert_eq!(mail.header("Auto-Submitted").unwrap(), "auto-generated");
    assert_eq!(mail.header("Content-Type").unwrap(), "text/plain; charset=utf-8");
    assert_eq!(mail.body(), message.body);

    let posted = outbox(&db, tenant).await;
    assert_eq!((posted[0].sent_at, posted[0].failed.as_deref()), (Some(later(1)), None));
}

#[db_test]
async fn a_mail_is_sent_once(db: Db) {
    let tenant = testing::tenant(&db).await;
    let (transport, taken) = Transport::memory();
    put(&db, tenant, welcome()).await;
    run(&db, transport.clone(), morning()).await;
    run(&db, transport, later(600)).await;
    assert_eq!(sent(&taken), [welcome()]);
}

#[db_test]
async fn a_mail_of_a_rolled_back_transaction_is_never_sent(db: Db) {
    let tenant = testing::tenant(&db).await;
    let (transport, taken) = Transport::memory();
    let mut tx = db.begin(Stamp { tenant, actor: None, now: morning() }).await.unwrap();
    send(&mut tx, welcome()).await.unwrap();
    drop(tx);
    run(&db, transport, later(600)).await;
    assert_eq!(sent(&taken), []);
    assert!(outbox(&db, tenant).await.is_empty());
}

#[db_test]
async fn a_mail_server_that_is_busy_is_tried_again(db: Db) {
    let tenant = testing::tenant(&db).await;
    let server = MailServer::start().await;
    let transport: Transport = server.url.parse().unwrap();
    put(&db, tenant, welcome()).await;
    server.answers("451 4.7.1 <aase@fjordlund.example>: try later");
    run(&db, transport.clone(), morning()).await;
    assert!(server.received().is_empty());
    let waiting = outbox(&db, tenant).await;
    assert_eq!((waiting[0].sent_at, waiting[0].failed.as_deref()), (None, None));

    server.answers("250 2.1.5 ok");
    run(&db, transport, later(1)).await;
    assert_eq!(server.received().len(), 1);
}

#[db_test]
async fn a_refused_mail_is_not_tried_again_and_its_reason_names_nobody(db: Db) {
    let tenant = testing::tenant(&db).await;
    let server = MailServer::start().await;
    let transport: Transport = server.url.parse().unwrap();
    put(&db, tenant, welcome()).await;
    server.answers("550 5.1.1 <aase@fjordlund.example>: no such user");
    run(&db, transport.clone(), morning()).await;
    let refused = outbox(&db, tenant).await;
    assert_eq!((refused[0].sent_at, refused[0].failed.as_deref()), (None, Some("550")));

    server.answers("250 2.1.5 ok");
    run(&db, transport, later(600)).await;
    assert!(server.received().is_empty());
}

#[db_test]
async fn our_own_wrong_password_is_not_the_mails_fault(db: Db) {
    let tenant = testing::tenant(&db).await;
    let server = MailServer::start().await;
    put(&db, tenant, welcome()).await;
    server.answers("530 5.7.0 authentication required");
    run(&db, server.url.parse().unwrap(), morning()).await;
    assert_eq!(outbox(&db, tenant).await[0].failed, None);
}

#[db_test]
async fn a_mail_server_nobody_answers_at_is_tried_again(db: Db) {
    let tenant = testing::tenant(&db).await;
    put(&db, tenant, welcome()).await;
    run(&db, "smtp://127.0.0.1:1".parse().unwrap(), morning()).await;
    let (transport, taken) = Transport::memory();
    run(&db, transport, later(1)).await;
    assert_eq!(sent(&taken).len(), 1);
}

#[db_test]
async fn a_subject_cannot_begin_a_header(db: Db) {
    let tenant = testing::tenant(&db).await;
    let server = MailServer::start().await;
    let subject = "Hej\r\nBcc: alle@fjordlund.example\r\n\r\nKøb nu".to_owned();
    put(&db, tenant, Message { subject, ..welcome() }).await;
    run(&db, server.url.parse().unwrap(), morning()).await;
    let mail = &server.received()[0];
    assert_eq!(mail.header("Bcc"), None);
    assert!(decoded(&mail.header("Subject").unwrap()).starts_with("Hej Bcc: alle@"));
}

#[db_test]
async fn a_folder_takes_mail_as_files(db: Db) {
    let tenant = testing::tenant(&db).await;
    let id = put(&db, tenant, welcome()).await;
    let folder = std::env::temp_dir().join(format!("samskab-mail-{id}"));
    run(&db, format!("folder:{}", folder.display()).parse().unwrap(), morning()).await;
    let text = std::fs::read_to_string(folder.join(format!("{id}.eml"))).unwrap();
    assert!(text.contains("To: aase@fjordlund.example\r\n") && text.contains("Hej =C3=85se"), "{text}");
    std::fs::remove_dir_all(folder).unwrap();
}

#[db_test]
async fn the_demo_shows_its_outbox_and_writes_to_nobody(db: Db) {
    let (here, there) = (testing::tenant(&db).await, testing::tenant(&db).await);
    put(&db, here, welcome()).await;
    put(&db, here, Message { subject: "Den anden".to_owned(), ..welcome() }).await;
    put(&db, there, Message { subject: "Naboens".to_owned(), ..welcome() }).await;
    run(&db, Transport::Outbox, later(1)).await;
    let posted = outbox(&db, here).await;
    assert_eq!(posted.len(), 2, "the neighbour's mail is the neighbour's");
    assert!(posted.iter().all(|mail| mail.sent_at == Some(later(1)) && mail.to == welcome().to));
}

#[db_test]
async fn mail_is_forgotten_after_thirty_days(db: Db) {
    let tenant = testing::tenant(&db).await;
    put(&db, tenant, welcome()).await;
    run(&db, Transport::Outbox, morning()).await;
    run(&db, Transport::Outbox, morning().plus_days(29)).await;
    assert_eq!(outbox(&db, tenant).await.len(), 1);
    run(&db, Transport::Outbox, morning().plus_days(31)).await;
    assert!(outbox(&db, tenant).await.is_empty());
}

#[db_test]
async fn a_mail_that_could_never_be_sent_is_forgotten_too(db: Db) {
    let tenant = testing::tenant(&db).await;
    let server = MailServer::start().await;
    server.answers("550 5.1.1 no");
    put(&db, tenant, welcome()).await;
    run(&db, server.url.parse().unwrap(), morning()).await;
    run(&db, Transport::Outbox, morning().plus_days(31)).await;
    assert!(outbox(&db, tenant).await.is_empty());
}

#[db_test]
async fn an_address_that_is_no_address_for_mail_fails_and_does_not_block(db: Db) {
    let tenant = testing::tenant(&db).await;
    let (transport, taken) = Transport::memory();
    put(&db, tenant, Message { to: "a..b@fjordlund.example".parse().unwrap(), ..welcome() }).await;
    put(&db, tenant, welcome()).await;
    run(&db, transport, morning()).await;
    assert_eq!(sent(&taken).len(), 1);
    let failed: Vec<_> = outbox(&db, tenant).await.into_iter().filter_map(|mail| mail.failed).collect();
    assert_eq!(failed, ["address"]);
}

/// Somebody must see it; and when the cause is removed, it goes on its way.
#[db_test]
async fn a_mail_that_came_back_waits_for_a_person(db: Db) {
    let tenant = testing::tenant(&db).await;
    let server = MailServer::start().await;
    let transport: Transport = server.url.parse().unwrap();
    let id = put(&db, tenant, welcome()).await;
    server.answers("550 5.1.1 <aase@fjordlund.example>: no such user");
    run(&db, transport.clone(), morning()).await;
    let mut reader = db.read().await.unwrap();
    assert_eq!(count_came_back(&mut reader, tenant).await.unwrap(), 1);
    let back = came_back(&mut reader, tenant, 10).await.unwrap();
    assert_eq!((back[0].id, back[0].failed.as_deref()), (id, Some("550")));
    let events = samskab_store::events::of(&mut reader, tenant, id.uuid()).await.unwrap();
    assert_eq!(events.len(), 1);
    assert_eq!((events[0].kind.as_str(), events[0].data.as_str()), ("mail.came_back", "{\"code\":\"550\"}"));
    drop(reader);

    server.answers("250 2.1.5 ok");
    let mut tx = db.begin(Stamp { tenant, actor: None, now: later(600) }).await.unwrap();
    assert!(send_again(&mut tx, id).await.unwrap());
    assert!(!send_again(&mut tx, id).await.unwrap(), "it is on its way already");
    tx.commit().await.unwrap();
    run(&db, transport, later(600)).await;
    assert_eq!(server.received().len(), 1);
    assert_eq!(count_came_back(&mut db.read().await.unwrap(), tenant).await.unwrap(), 0);
}

/// A night is waited for, and no longer than a day.
#[db_test]
async fn a_mail_server_that_is_never_reached_sends_the_mail_back(db: Db) {
    let tenant = testing::tenant(&db).await;
    let nobody: Transport = "smtp://127.0.0.1:1".parse().unwrap();
    put(&db, tenant, welcome()).await;
    for hours in [0, 1, 12, 23] {
        run(&db, nobody.clone(), later(hours * 60)).await;
        assert_eq!(outbox(&db, tenant).await[0].failed, None, "after {hours} hours");
    }
    run(&db, nobody, later(48 * 60)).await;
    assert_eq!(outbox(&db, tenant).await[0].failed.as_deref(), Some(NOT_REACHED));
}

#[tokio::test]
async fn a_transport_is_tried_without_a_mail() {
    let server = MailServer::start().await;
    let transport: Transport = server.url.parse().unwrap();
    assert_eq!(transport.try_out().await, Ok(()));
    assert!(server.received().is_empty());
    let nobody: Transport = "smtp://user:hemmelig@127.0.0.1:1".parse().unwrap();
    let said = nobody.try_out().await.unwrap_err();
    assert!(!said.is_empty() && !said.contains("hemmelig"), "{said}");
}
