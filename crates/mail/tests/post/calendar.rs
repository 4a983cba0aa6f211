//! An entry for the reader's calendar goes with the mail: taken apart as a mail program does it. What calendar programs read
//! is read by another parser in `e2e/invitation.test.mjs`.

use samskab_kernel::contact::Email;
use samskab_mail::{CalendarFile, CalendarKind, calendar_of, erase, readdress, send_with_calendar};

use super::*;

fn file(kind: CalendarKind) -> CalendarFile {
    let content = format!(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:{}\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Møde på Ærø\r\nEND:VEVENT\r\n\
         END:VCALENDAR\r\n",
        kind.method()
    );
    CalendarFile { kind, name: "moede.ics".to_owned(), content }
}

async fn put(db: &Db, tenant: TenantId, kind: CalendarKind) -> MailId {
    let mut tx = db.begin(Stamp { tenant, actor: None, now: morning() }).await.unwrap();
    let id = send_with_calendar(&mut tx, welcome(), file(kind)).await.unwrap();
    tx.commit().await.unwrap();
    id
}

#[db_test]
async fn an_invitation_stands_beside_the_text_and_is_a_file_too(db: Db) {
    let tenant = testing::tenant(&db).await;
    let server = MailServer::start().await;
    put(&db, tenant, CalendarKind::Invited).await;
    // The first attempt fails: the second carries the same file.
    server.answers("451 4.7.1 try later");
    run(&db, server.url.parse().unwrap(), morning()).await;
    server.answers("250 2.1.5 ok");
    run(&db, server.url.parse().unwrap(), later(1)).await;

    let mail = &server.received()[0];
    assert!(mail.data.is_ascii(), "{}", mail.data);
    assert!(mail.header("Content-Type").unwrap().starts_with("multipart/mixed"));
    assert_eq!(mail.header("MIME-Version").as_deref(), Some("1.0"));
    let parts = mail.parts();
    let kinds: Vec<&str> = parts.iter().map(|part| part.kind.as_str()).collect();
    assert_eq!(
        kinds,
        ["text/plain; charset=utf-8", "text/calendar; charset=utf-8; method=REQUEST", "application/ics"]
    );
    assert_eq!(parts[0].text.replace("\r\n", "\n").trim_end(), welcome().body.trim_end());
    assert_eq!(parts[2].disposition, "attachment; filename=\"moede.ics\"");
    assert_eq!(parts[1].text.trim_end(), parts[2].text.trim_end(), "it is the same event");
    let unfolded = parts[1].text.replace("\r\n ", "");
    for line in [
        "METHOD:REQUEST\r\n",
        "ORGANIZER;CN=\"Fjordlund Kommune\":mailto:frivillig@fjordlund.example\r\n",
        "RSVP=FALSE:mailto:aase@fjordlund.example\r\n",
        "SUMMARY:Møde på Ærø\r\n",
    ] {
        assert!(unfolded.contains(line), "{line}: {unfolded}");
    }
    assert!(parts[1].text.split("\r\n").all(|line| line.len() <= 75), "{}", parts[1].text);
}

#[db_test]
async fn what_is_offered_names_no_guest_and_is_off_again_by_a_file(db: Db) {
    let tenant = testing::tenant(&db).await;
    let server = MailServer::start().await;
    put(&db, tenant, CalendarKind::Offered).await;
    put(&db, tenant, CalendarKind::OfferedOff).await;
    run(&db, server.url.parse().unwrap(), morning()).await;
    let methods: Vec<String> = server.received().iter().map(|mail| mail.parts()[1].kind.clone()).collect();
    for method in ["PUBLISH", "CANCEL"] {
        assert!(methods.contains(&format!("text/calendar; charset=utf-8; method={method}")), "{methods:?}");
    }
    for mail in server.received() {
        let parts = mail.parts();
        assert_eq!(parts.len(), 2);
        assert_eq!(parts[1].disposition, "attachment; filename=\"moede.ics\"");
        assert!(parts[1].text.contains("ORGANIZER") && !parts[1].text.contains("ATTENDEE"));
    }
}

#[db_test]
async fn a_file_is_shown_in_the_outbox_written_to_a_folder_and_gone_with_its_mail(db: Db) {
    let tenant = testing::tenant(&db).await;
    let id = put(&db, tenant, CalendarKind::Invited).await;
    assert_eq!(outbox(&db, tenant).await[0].calendar.as_deref(), Some("moede.ics"));
    // Nobody's address stands in it: whoever changes theirs is invited at the new one.
    let stored = calendar_of(&mut db.read().await.unwrap(), tenant, id).await.unwrap().unwrap();
    assert_eq!(stored, file(CalendarKind::Invited));
    let (old, new): (Email, Email) = (welcome().to, "aase@ny.example".parse().unwrap());
    let mut tx = db.begin(Stamp { tenant, actor: None, now: morning() }).await.unwrap();
    readdress(&mut tx, &old, &new).await.unwrap();
    tx.commit().await.unwrap();
    let folder = std::env::temp_dir().join(format!("samskab-mail-{id}"));
    run(&db, format!("folder:{}", folder.display()).parse().unwrap(), morning()).await;
    let data = std::fs::read_to_string(folder.join(format!("{id}.eml"))).unwrap();
    std::fs::remove_dir_all(folder).unwrap();
    let written = mail_server::Received { data, ..Default::default() };
    assert!(written.parts()[1].text.replace("\r\n ", "").contains("mailto:aase@ny.example\r\n"));

    let mut tx = db.begin(Stamp { tenant, actor: None, now: morning() }).await.unwrap();
    erase(&mut tx, Some(&new), "Åse").await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(calendar_of(&mut db.read().await.unwrap(), tenant, id).await.unwrap(), None);
}
