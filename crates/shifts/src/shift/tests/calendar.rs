//! One's own calendar.

use axum::{
    body::Body,
    http::{Request, header},
};
use samskab_store::db_test;

use super::*;

/// The path of the address on the page, which is shown once.
async fn address(world: &World, cookie: &str) -> String {
    let made = world.press("/min-side/kalender", cookie).await;
    assert_eq!(made.status, StatusCode::OK, "{}", made.body);
    let at = made.body.find("/kalender/").filter(|at| made.body[*at..].contains(".ics"));
    let rest = &made.body[at.expect("the address")..];
    let end = rest.find(".ics").unwrap();
    rest[..end + 4].to_owned()
}

#[db_test]
async fn the_calendar_holds_my_shifts_and_nobody_elses_name(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    let first = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 3).await;
    let second = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(7)), 3).await;
    for shift in [&first, &second] {
        world.sign_up(shift, vilma).await;
        world.sign_up(shift, bent).await;
    }
    let cookie = world.cookie(vilma).await;
    let address = address(&world, &cookie).await;
    assert!(!world.get_as("/min-side/kalender", &cookie).await.body.contains(&address), "shown once");
    world.press(&format!("{}/afbud", second.href()), &cookie).await;

    let file = world.get(&address).await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
    let text = file.body.replace("\r\n ", "");
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 2, "{text}");
    assert!(text.contains("DTSTART:20260303T130000Z") && text.contains("STATUS:CONFIRMED"), "{text}");
    assert!(text.contains("STATUS:CANCELLED"), "{text}");
    assert!(text.contains("SUMMARY:Frivillig: Kaffe og højtlæsning"), "{text}");
    assert!(text.contains("SUMMARY:DU HAR MELDT AFBUD: Frivillig: Kaffe og højtlæsning"), "{text}");
    for other in ["Bent", "Lone", "Godvilje"] {
        assert!(!text.contains(other), "{other}: {text}");
    }

    // Nothing new: nothing is sent.
    let tag = file.headers[header::ETAG].clone();
    let again = Request::get(&address)
        .header(header::HOST, "frivillig.example")
        .header(header::IF_NONE_MATCH, tag)
        .body(Body::empty())
        .unwrap();
    let again = world.ask(again).await;
    assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""));

    // What fell away is gone after a month.
    world.clock.set(NOW.plus_days(45));
    let later = world.get(&address).await;
    assert!(!later.body.contains("BEGIN:VEVENT"), "{}", later.body);
}

#[db_test]
async fn a_shift_is_there_once_says_that_it_is_cancelled_and_rings_when_asked_to(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let gone = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 3).await;
    let rings = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(7)), 3).await;
    let cookie = world.cookie(vilma).await;
    world.sign_up(&rings, vilma).await;
    // Taken and given back twice.
    for _ in 0..2 {
        world.sign_up(&gone, vilma).await;
        world.press(&format!("{}/afbud", gone.href()), &cookie).await;
    }
    let address = address(&world, &cookie).await;
    let text = world.get(&address).await.body.replace("\r\n ", "");
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 2, "{text}");
    assert!(!text.contains("VALARM"), "nobody asked to be reminded: {text}");

    let saved = world.post_as("/min-side/kalender/paamindelse", &[("alarm", "1440")], &cookie).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    assert!(world.get_as("/min-side/kalender", &cookie).await.body.contains(r#"value="1440" selected"#));
    let text = world.get(&address).await.body.replace("\r\n ", "");
    assert_eq!(text.matches("TRIGGER:-PT1440M").count(), 1, "what fell away does not ring: {text}");

    // Another address, the same wish; and what is no choice is none.
    let address = self::address(&world, &cookie).await;
    assert!(world.get(&address).await.body.contains("TRIGGER:-PT1440M"));
    world.post_as("/min-side/kalender/paamindelse", &[("alarm", "7")], &cookie).await;
    assert!(!world.get(&address).await.body.contains("VALARM"));
}

#[db_test]
async fn a_new_address_replaces_the_old_and_a_closed_one_is_gone(db: Db) {
    let (world, _, vilma, _) = coffee(&db).await;
    let cookie = world.cookie(vilma).await;
    let old = address(&world, &cookie).await;
    assert_eq!(world.get(&old).await.status, StatusCode::OK);
    let new = address(&world, &cookie).await;
    assert_eq!(world.get(&old).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.get(&new).await.status, StatusCode::OK);
    world.press("/min-side/kalender/luk", &cookie).await;
    assert_eq!(world.get(&new).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.get("/kalender/gaet.ics").await.status, StatusCode::NOT_FOUND);
}
