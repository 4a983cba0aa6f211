//! What goes into the calendars of those who come: it is there, moves, and goes.

use samskab_mail::{CalendarFile, CalendarKind, Posted};

use super::*;

/// The newest mail to somebody, and its calendar file with its lines whole.
async fn newest(house: &House, to: &str) -> (Posted, CalendarFile) {
    let mail = house.mails().await.into_iter().find(|mail| mail.to.as_str() == to).expect(to);
    let mut reader = house.db.read().await.unwrap();
    let file = samskab_mail::calendar_of(&mut reader, house.town.tenant, mail.id).await.unwrap().unwrap();
    let content = file.content.replace("\r\n ", "");
    (mail, CalendarFile { content, ..file })
}

fn line<'a>(file: &'a CalendarFile, name: &str) -> Vec<&'a str> {
    file.content.split("\r\n").filter_map(|line| line.strip_prefix(name)?.strip_prefix(':')).collect()
}

#[db_test]
async fn a_guest_gets_a_file_to_open_and_no_invitation(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let fields = |from: &'static str| {
        [
            ("titel", "Dialogmøde om plejehjem"),
            ("om", "Med Egon Taler fra plejehjemmet."),
            ("dag", "2026-03-12"),
            ("fra", from),
            ("til", "21:00"),
            ("sted", "Kulturhuset"),
            ("pladser", "1"),
            ("spoergsmaal", "none"),
        ]
    };
    let path = asta.post("/borgermoeder/nyt", &fields("19:00")).await.location;
    asta.post(&format!("{path}/aabn"), &[]).await;
    for (name, email) in [("Gudrun Kaffe", "gudrun@frivillig.example"), ("Bodil", "bodil@frivillig.example")]
    {
        let sign_up = [("navn", name), ("email", email), ("antal", "1")];
        house.visitor().post(&format!("{path}/tilmelding"), &sign_up).await;
    }
    let (mail, place) = newest(&house, "gudrun@frivillig.example").await;
    assert_eq!((place.kind, place.name.as_str()), (CalendarKind::Offered, "borgermoede.ics"));
    assert_eq!(line(&place, "STATUS"), ["CONFIRMED"]);
    assert!(!place.content.contains("Egon Taler"), "it says no more than the letter");
    let secret = mail.body.split("/tilmeldinger/").nth(1).unwrap().split_whitespace().next().unwrap();
    assert!(!place.content.contains(secret), "a calendar is shown to others");
    let (_, waiting) = newest(&house, "bodil@frivillig.example").await;
    assert_eq!(line(&waiting, "STATUS"), ["TENTATIVE"]);
    asta.post(&format!("{path}/rediger"), &fields("18:30")).await;
    let (_, moved) = newest(&house, "gudrun@frivillig.example").await;
    let number = |file: &CalendarFile| line(file, "SEQUENCE")[0].parse::<u32>().unwrap();
    assert!(number(&moved) > number(&place), "a calendar keeps what it has otherwise");
    assert_eq!(line(&moved, "DTSTART"), ["20260312T173000Z"]);
    asta.post(&format!("{path}/aflys"), &[("grund", "Salen er oversvømmet.")]).await;
    let (_, off) = newest(&house, "gudrun@frivillig.example").await;
    assert_eq!((off.kind, line(&off, "METHOD")), (CalendarKind::OfferedOff, vec!["CANCEL"]));
    assert_eq!(line(&off, "UID"), line(&place, "UID"));
}

#[db_test]
async fn whoever_gets_a_place_later_has_a_newer_entry_though_the_meeting_is_as_it_was(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let fields = [
        ("titel", "Dialogmøde om plejehjem"),
        ("om", "Kom og hør."),
        ("dag", "2026-03-12"),
        ("fra", "19:00"),
        ("til", "21:00"),
        ("sted", "Kulturhuset"),
        ("pladser", "1"),
        ("spoergsmaal", "none"),
    ];
    let path = asta.post("/borgermoeder/nyt", &fields).await.location;
    asta.post(&format!("{path}/aabn"), &[]).await;
    for (name, email) in [("Gudrun Kaffe", "gudrun@frivillig.example"), ("Bodil", "bodil@frivillig.example")]
    {
        let sign_up = [("navn", name), ("email", email), ("antal", "1")];
        house.visitor().post(&format!("{path}/tilmelding"), &sign_up).await;
    }
    let (mail, _) = newest(&house, "gudrun@frivillig.example").await;
    let secret = mail.body.split("/tilmeldinger/").nth(1).unwrap().split_whitespace().next().unwrap();
    let (_, waiting) = newest(&house, "bodil@frivillig.example").await;
    house.clock.set(Day::of(2026, 3, 4).at(9, 0));
    house.visitor().post(&format!("/tilmeldinger/{secret}/afmeld"), &[]).await;
    let (_, place) = newest(&house, "bodil@frivillig.example").await;
    assert_eq!(line(&place, "STATUS"), ["CONFIRMED"]);
    assert!(line(&place, "DTSTAMP") > line(&waiting, "DTSTAMP"), "{}", place.content);
}
