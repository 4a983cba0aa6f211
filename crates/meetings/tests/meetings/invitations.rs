//! What goes into the calendars of those who come: it is there, moves, and goes.

use samskab_kernel::Validity;
use samskab_mail::{CalendarFile, CalendarKind, Posted};
use samskab_meetings::meeting;
use samskab_organisation::position::{self, Capacity};
use samskab_store::{Stamp, db_test};
use samskab_web::exit::{Exit, Settlement, settle};

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

/// The letter as one line.
fn unwrapped(mail: &Posted) -> String {
    mail.body.split_whitespace().collect::<Vec<_>>().join(" ")
}

const KAREN: &str = "karen.taenkthoej@fjordlund.example";

/// A meeting of the group on 12 March that its members were called to.
async fn called(house: &House, asta: &mut Browser<'_>) -> String {
    let meeting = planned(asta, group(house).await.id, "2026-03-12").await;
    add_item(asta, &meeting, "Fælles kurser", "decides", false).await;
    asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    meeting
}

#[db_test]
async fn whoever_has_no_seat_any_more_is_not_waited_for_and_who_took_over_is_asked(db: Db) {
    let house = house(db).await;
    let (town, today) = (house.town, house.clock.now().day());
    let mut asta = house.signed_in(town.coordinator).await;
    let meeting = called(&house, &mut asta).await;
    let stamp = Stamp { tenant: town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let (karen, taker) = (town.key_care, town.contact_school);
    for held in position::store::all(&mut tx, town.tenant, today).await.unwrap() {
        let Some(own) = held.holders().find(|one| one.person == karen) else { continue };
        position::store::end_appointment(&mut tx, own.id, today.plus_days(-1)).await.unwrap();
        let validity = Validity::since(today);
        let (id, holder) = (held.position.id, Capacity::Holder);
        position::store::appoint(&mut tx, id, taker, holder, validity).await.unwrap();
    }
    let takers = vec![("rolle".to_owned(), taker.uuid())];
    let settlement = Settlement { takers, ..Settlement::today(today) };
    settle(&house.services, &mut tx, Exit::Roles(karen.uuid()), &settlement).await.unwrap();
    let id = meeting.rsplit('/').next().unwrap().parse().unwrap();
    let answers = meeting::store::answers(&mut tx, town.tenant, id).await.unwrap();
    let asked = |person| answers.iter().any(|one| one.person_id == person);
    assert_eq!((asked(karen), asked(taker)), (false, true), "{answers:?}");
}

#[db_test]
async fn the_entry_of_a_member_comes_moves_and_goes_with_the_meeting(db: Db) {
    let house = house(db).await;
    let group = group(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let meeting = called(&house, &mut asta).await;
    let (mail, called) = newest(&house, KAREN).await;
    assert_eq!((called.kind, called.name.as_str()), (CalendarKind::Invited, "moede.ics"));
    assert!(unwrapped(&mail).contains("et svar fra kalenderen når ikke frem"), "{}", mail.body);
    assert_eq!(line(&called, "METHOD"), ["REQUEST"]);
    assert_eq!(line(&called, "SEQUENCE"), ["0"]);
    assert_eq!(line(&called, "DTSTART"), ["20260312T130000Z"]);
    assert_eq!(line(&called, "LOCATION"), ["Rådhuset"]);
    assert!(line(&called, "DESCRIPTION")[0].contains(&meeting), "where one answers: {}", called.content);
    assert!(!called.content.contains(KAREN), "addresses stand in the mail alone");

    // Another time: everybody is asked again. Another place: whoever comes, comes there.
    let change = |day: &'static str, place: &'static str| {
        [("dag", day), ("fra", "14:00"), ("til", "16:00"), ("sted", place)]
    };
    asta.post(&format!("{meeting}/rediger"), &change("2026-03-19", "Rådhuset")).await;
    let (mail, moved) = newest(&house, KAREN).await;
    let text = unwrapped(&mail);
    assert!(text.contains(&format!("Mødet i {} torsdag den 12. marts", group.name)), "{text}");
    assert_eq!(mail.subject, format!("Ny tid: {}, 19. marts 2026", group.name));
    assert_eq!((moved.kind, line(&moved, "SEQUENCE")), (CalendarKind::Invited, vec!["1"]));
    assert_eq!(line(&moved, "UID"), line(&called, "UID"), "it is the same entry");
    assert_eq!(line(&moved, "DTSTART"), ["20260319T130000Z"]);
    let mut karen = house.signed_in(house.town.key_care).await;
    karen.post(&format!("{meeting}/svar"), &[("svar", "comes")]).await;
    let before = house.mails().await.len();
    asta.post(&format!("{meeting}/rediger"), &change("2026-03-19", "Biblioteket")).await;
    let (mail, elsewhere) = newest(&house, KAREN).await;
    assert!(mail.subject.starts_with("Nyt sted") && mail.body.contains("Sted: Biblioteket"), "{}", mail.body);
    assert_eq!(
        (line(&elsewhere, "SEQUENCE"), line(&elsewhere, "LOCATION")),
        (vec!["2"], vec!["Biblioteket"])
    );
    assert_eq!(house.mails().await.len(), before + 4);
    assert!(karen.get(&meeting).await.has("Du kommer"));
    // The same once more tells nobody.
    asta.post(&format!("{meeting}/rediger"), &change("2026-03-19", "Biblioteket")).await;
    assert_eq!(house.mails().await.len(), before + 4);

    asta.post(&format!("{meeting}/aflys"), &[("grund", "Rådhuset er lukket.")]).await;
    let (mail, off) = newest(&house, KAREN).await;
    assert_eq!(mail.subject, format!("Aflyst: {}, 19. marts 2026", group.name));
    assert_eq!((off.kind, line(&off, "METHOD")), (CalendarKind::InvitedOff, vec!["CANCEL"]));
    assert_eq!((line(&off, "STATUS"), line(&off, "SEQUENCE")), (vec!["CANCELLED"], vec!["3"]));
    assert_eq!(line(&off, "UID"), line(&called, "UID"));
}

#[db_test]
async fn whoever_waits_for_a_meeting_hears_that_it_was_held_already(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let meeting = called(&house, &mut asta).await;
    let before = house.mails().await.len();
    let held = [("dag", "2026-02-26"), ("fra", "14:00"), ("til", "16:00"), ("holdt", "ja")];
    assert_eq!(asta.post(&format!("{meeting}/rediger"), &held).await.status, 303);
    assert_eq!(house.mails().await.len(), before + 4);
    let (mail, moved) = newest(&house, KAREN).await;
    let text = unwrapped(&mail);
    assert!(text.contains("Det blev holdt") && !text.contains("svar, om du kommer"), "{text}");
    assert_eq!(line(&moved, "DTSTART"), ["20260226T130000Z"]);
    // What was held is put right, and nobody waits for it.
    let earlier = [("dag", "2026-02-25"), ("fra", "14:00"), ("til", "16:00")];
    assert_eq!(asta.post(&format!("{meeting}/rediger"), &earlier).await.status, 303);
    assert_eq!(house.mails().await.len(), before + 4);
}

#[db_test]
async fn the_dates_of_a_series_are_one_mail_and_whoever_has_them_hears_of_a_change(db: Db) {
    let house = house(db).await;
    let group = group(&house).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let mut series = vec![
        ("dag", "2026-03-12"),
        ("fra", "14:00"),
        ("til", "16:00"),
        ("gentag", "kvartal"),
        ("antal", "3"),
    ];
    let plan = format!("{}/moeder/nyt", group.href());
    asta.post(&plan, &series).await;
    assert!(house.mails().await.is_empty(), "nobody is written to unasked");
    series.push(("skriv", "ja"));
    assert_eq!(asta.post(&plan, &series).await.status, 303);
    assert_eq!(house.mails().await.len(), 4, "one to each, however many dates");
    let (mail, dates) = newest(&house, KAREN).await;
    assert!(mail.subject.starts_with("Sæt kryds i kalenderen: 3 møder"), "{}", mail.subject);
    for day in ["12. marts", "11. juni", "10. september"] {
        assert!(mail.body.contains(day), "{day}: {}", mail.body);
    }
    assert_eq!((dates.kind, line(&dates, "METHOD")), (CalendarKind::Offered, vec!["PUBLISH"]));
    assert_eq!(line(&dates, "DTSTART"), ["20260312T130000Z", "20260611T120000Z", "20260910T120000Z"]);
    let meeting = format!("/moeder/{}", line(&dates, "UID")[0]);
    let page = asta.get(&format!("{meeting}/rediger")).await;
    assert!(page.has("4 har fået datoen"), "{}", page.body);
    let moved = [("dag", "2026-03-19"), ("fra", "14:00"), ("til", "16:00")];
    asta.post(&format!("{meeting}/rediger"), &moved).await;
    let (_, file) = newest(&house, KAREN).await;
    assert_eq!((file.kind, line(&file, "SEQUENCE")), (CalendarKind::Offered, vec!["1"]));
    // Called afterwards, it is the same entry.
    add_item(&mut asta, &meeting, "Fælles kurser", "decides", false).await;
    asta.post(&format!("{meeting}/indkaldelse"), &[]).await;
    let (_, called) = newest(&house, KAREN).await;
    assert_eq!((called.kind, line(&called, "UID")), (CalendarKind::Invited, line(&file, "UID")));
    // The second is called off before anybody is called.
    let second = format!("/moeder/{}", line(&dates, "UID")[1]);
    asta.post(&format!("{second}/aflys"), &[("grund", "Sommerferie.")]).await;
    let (_, off) = newest(&house, KAREN).await;
    assert_eq!((off.kind, line(&off, "STATUS")), (CalendarKind::OfferedOff, vec!["CANCELLED"]));
}
