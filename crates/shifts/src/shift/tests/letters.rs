//! Letters about shifts: one for each thing that was done, true when they are sent, and safe to forward.

use axum::http::header;
use samskab_organisation::person::MailChoice;
use samskab_store::db_test;

use super::*;

const VILMA: &str = "vilma@post.example";
const LONE: &str = "lone.papsen@fjordlund.example";

/// The path of the letter's link that signs in.
fn link_in(body: &str) -> String {
    let at = body.find("/log-ind/").expect("a link");
    body[at..].split_whitespace().next().unwrap().to_owned()
}

#[db_test]
async fn an_ended_series_is_one_letter(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    world.series(&task, 2).await;
    let shifts = world.shifts(&task).await;
    for shift in &shifts[1..4] {
        world.sign_up(shift, vilma).await;
    }
    world.sign_up(&shifts[2], bent).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let cancel = format!("{}/aflys", shifts[1].href());
    world.post_as(&cancel, &[("omfang", "foelgende"), ("grund", "Caféen flytter")], &lone).await;

    let mails = world.mails_to(VILMA).await;
    assert_eq!(mails.len(), 1, "{:?}", world.subjects(VILMA).await);
    assert_eq!(mails[0].subject, "Aflyst: 3 vagter (Kaffe og højtlæsning)");
    let body = &mails[0].body;
    for day in ["10. marts", "17. marts", "24. marts", "Caféen flytter"] {
        assert!(body.contains(day), "{day}: {body}");
    }
    assert!(!body.contains("/log-ind/"), "it is about no single page: {body}");
    let bents = world.mails_to("bent@post.example").await;
    assert_eq!(bents.len(), 1);
    assert_eq!(bents[0].subject, "Aflyst: Kaffe og højtlæsning", "who has one reads of one");
}

#[db_test]
async fn a_series_at_other_times_is_one_letter_with_a_link_for_each(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    world.series(&task, 2).await;
    let shifts = world.shifts(&task).await;
    world.sign_up(&shifts[1], vilma).await;
    world.sign_up(&shifts[2], vilma).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let address = format!("{}/foelgende", shifts[1].href());
    let fields = [
        ("rytme", "uge"),
        ("dag", "2026-03-10"),
        ("start", "15"),
        ("slut", "17"),
        ("ugedage", "2"),
        ("mindst", "1"),
        ("hoejst", "2"),
        ("bekraeft", "ja"),
        // Outside the time of the task, and meant so.
        ("sikker", "2026-03-10 900 120"),
    ];
    let said = world.post_as(&address, &fields, &lone).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    let mails = world.mails_to(VILMA).await;
    assert_eq!(mails.len(), 1, "{:?}", world.subjects(VILMA).await);
    assert_eq!(mails[0].body.matches("/log-ind/").count(), 2, "{}", mails[0].body);
}

#[db_test]
async fn an_absence_that_was_taken_back_is_not_mailed(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(14)), 2).await;
    let other = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(21)), 2).await;
    let still = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(28)), 2).await;
    let vilmas = world.cookie(vilma).await;
    for one in [&shift, &other, &still] {
        world.sign_up(one, vilma).await;
        world.press(&format!("{}/afbud", one.href()), &vilmas).await;
    }
    // She comes after all; of the next, somebody else does.
    world.sign_up(&shift, vilma).await;
    world.sign_up(&other, bent).await;
    world.work_at(TUESDAY.at(7, 30)).await;
    let mails = world.mails_to(LONE).await;
    assert_eq!(mails.len(), 1, "{mails:?}");
    let subject = &mails[0].subject;
    assert!(subject.contains("afbud") && subject.contains("31. marts"), "{subject}");
}

#[db_test]
async fn an_absence_from_a_shift_that_is_over_is_no_news(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    world.change_person(world.town.contact_solgaarden, |lone| lone.mail_choice = MailChoice::Weekly).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(1)), 2).await;
    world.sign_up(&shift, vilma).await;
    world.press(&format!("{}/afbud", shift.href()), &world.cookie(vilma).await).await;
    world.work_at(Day::of(2026, 3, 9).at(7, 31)).await;
    assert!(world.mails_to(LONE).await.is_empty(), "{:?}", world.subjects(LONE).await);
}

#[db_test]
async fn a_link_in_a_letter_opens_the_shift_and_nothing_else(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(7)), 2).await;
    let another = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(8)), 2).await;
    world.sign_up(&shift, vilma).await;
    world.sign_up(&another, vilma).await;
    // The day before, she is reminded, and forwards the letter to somebody who might come instead.
    world.work_at(TUESDAY.plus_days(6).at(10, 0)).await;
    let letter =
        world.mails_to(VILMA).await.into_iter().find(|mail| mail.subject.starts_with("I morgen")).unwrap();
    let opened = world.post(&link_in(&letter.body), &[]).await;
    assert_eq!((opened.status, opened.location()), (StatusCode::SEE_OTHER, shift.href().as_str()));
    let cookie = opened.headers[header::SET_COOKIE].to_str().unwrap();
    let cookie = cookie.split(';').next().unwrap();

    assert!(world.get_as(&shift.href(), cookie).await.body.contains("Du er på"));
    for rest in ["/min-side", "/min-profil", "/min-side/data.json", &another.href(), "/overblik"] {
        assert_eq!(world.get_as(rest, cookie).await.status, StatusCode::UNAUTHORIZED, "{rest}");
    }
    let afbud = world.press(&format!("{}/afbud", another.href()), cookie).await;
    assert_eq!(afbud.status, StatusCode::UNAUTHORIZED);
    assert_eq!(world.booking_of(&another, vilma).await.state, crate::shift::BookingState::Booked);
    // What the letter is about can be done with it.
    world.press(&format!("{}/afbud", shift.href()), cookie).await;
    assert_eq!(world.booking_of(&shift, vilma).await.state, crate::shift::BookingState::Cancelled);
}
