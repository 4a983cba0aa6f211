//! What a shared link shows and what programs read, over HTTP. It is Monday 2 March 2026, nine o'clock.

use axum::http::{StatusCode, header};
use samskab_engagement::testing::World;
use samskab_kernel::jiff::civil::Weekday;
use samskab_store::{Db, db_test, queries_of_pages};
use samskab_taskbank::task::{Remote, State, Time, time::Turn};
use samskab_web::{Config, Module, Services, follow::Follower, testing::Pages};
use serde_json::Value;

async fn world(db: &Db) -> World {
    World::with(db, &[samskab_finding::module, samskab_shifts::module, crate::module], Vec::new()).await
}

fn linked_data(body: &str) -> Option<Value> {
    let script = body.split(r#"<script type="application/ld+json">"#).nth(1)?;
    serde_json::from_str(script.split("</script>").next()?).ok()
}

fn modules() -> Vec<Module> {
    vec![
        samskab_organisation::module(),
        samskab_taskbank::module(),
        samskab_finding::module(),
        samskab_volunteers::module(),
        samskab_interest::module(),
        samskab_requirement::module(),
        samskab_engagement::module(),
        samskab_shifts::module(),
        crate::module(),
    ]
}

/// The page as the program serves it, each time at another address, so that it is made anew.
#[db_test]
async fn a_task_s_page_asks_for_the_number_of_the_book_and_for_the_task(db: Db) {
    let world = world(&db).await;
    let task = world.task(|_| {}).await;
    world.task(|task| task.title = "Kaffe og kage".into()).await;
    let config = Config { kept_bytes: 1 << 20, ..Config::default() };
    let identify = samskab_organisation::identify::identify;
    let services = Services::new(db.clone(), world.clock.clone(), config, identify, &modules());
    Follower::new(services.clone(), vec![samskab_finding::SOURCE]).catch_up().await.unwrap();
    let pages = Pages::new(&services, modules());
    let mut queries = Vec::new();
    for number in 0..4 {
        let before = queries_of_pages();
        let page = pages.get(&format!("/opgaver/{}?nummer={number}", task.id), "").await;
        queries.push(queries_of_pages() - before);
        assert!(page.body.contains("Kaffe og kage"), "with a task like it: {}", page.body);
        assert!(page.body.contains("Lone Papsen") && page.body.contains("og:title"), "{}", page.body);
    }
    assert_eq!(queries, [9, 2, 2, 2], "the first reads what the others know");
}

#[db_test]
async fn a_task_of_a_day_is_an_event_and_its_link_shows_a_card(db: Db) {
    let world = world(&db).await;
    let task = world
        .task(|task| {
            task.title = "Kaffe </script><script>alert(1)</script> & kage".into();
            task.venue = "Havestuen".into();
        })
        .await;
    let href = format!("/opgaver/{}", task.id);
    let page = world.get(&format!("{href}?v=biblioteket")).await;
    assert!(page.body.contains(r#"<meta property="og:title" content="Kaffe &#60;"#), "{}", page.body);
    let url = format!("http://frivillig.example{href}");
    assert!(page.body.contains(&format!(r#"<link rel="canonical" href="{url}">"#)), "without the channel");
    let image =
        page.body.split(r#"property="og:image" content=""#).nth(1).unwrap().split('"').next().unwrap();
    let file = world.get(image.strip_prefix("http://frivillig.example").unwrap()).await;
    assert_eq!(file.status, StatusCode::OK, "{image} is there for whoever shows the card");
    assert_eq!(file.headers[header::CONTENT_TYPE], "image/png");
    assert!(
        page.body.contains(&format!(r#"value="{url}" readonly"#)),
        "a field to copy from, without scripts"
    );
    assert!(page.body.contains("Lørdag den 7. marts kl. 14.00"), "{}", page.body);
    let event = linked_data(&page.body).expect("linked data that no title can end");
    assert_eq!(event["@type"], "Event");
    assert_eq!(event["name"], "Kaffe </script><script>alert(1)</script> & kage");
    assert_eq!(event["startDate"], "2026-03-07T14:00:00+01:00");
    assert_eq!(event["eventStatus"], "https://schema.org/EventScheduled");
    assert_eq!(event["location"]["name"], "Havestuen");
    assert_eq!(event["location"]["address"]["postalCode"], "9561");
    assert_eq!(event["organizer"]["@type"], "GovernmentOrganization");
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("script-src 'self';"), "no script runs in the page: {policy}");
}

#[db_test]
async fn a_task_that_goes_on_is_a_posting_and_what_is_over_or_a_draft_is_neither(db: Db) {
    let world = world(&db).await;
    let turn = Turn { start_minute: 14 * 60, duration: 60 };
    let tuesdays = Time::Weekly { weekdays: vec![Weekday::Tuesday], from: None, to: None, turn };
    let weekly = world
        .task(|task| {
            task.time = tuesdays.clone();
            task.remote = Remote::Remote;
        })
        .await;
    let posting = linked_data(&world.get(&format!("/opgaver/{}", weekly.id)).await.body).unwrap();
    assert_eq!(posting["@type"], "JobPosting");
    assert_eq!(posting["employmentType"], "VOLUNTEER");
    assert_eq!(posting["jobLocationType"], "TELECOMMUTE");
    assert_eq!(posting["datePosted"], "2026-03-02");
    let closed = world.task(|task| task.state = State::Closed { reason: String::new() }).await;
    let page = world.get(&format!("/opgaver/{}", closed.id)).await;
    assert!(linked_data(&page.body).is_none() && page.body.contains("og:title"));
    let off = world.task(|task| task.state = State::Cancelled { reason: "Storm".into() }).await;
    let event = linked_data(&world.get(&format!("/opgaver/{}", off.id)).await.body).unwrap();
    assert_eq!(event["eventStatus"], "https://schema.org/EventCancelled");
    let draft = world.task(|task| task.state = State::Draft { sent_back: None }).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let page = world.get_as(&format!("/opgaver/{}", draft.id), &lone).await;
    assert!(!page.body.contains("og:title"), "a draft tells nothing to programs");

    let file = world.get(&format!("/opgaver/{}/kalender.ics", weekly.id)).await;
    assert_eq!(file.status, StatusCode::OK);
    assert_eq!(file.headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
    assert_eq!(file.body.matches("BEGIN:VEVENT").count(), 12, "each of the next turns: {}", file.body);
    assert!(file.body.contains("DTSTART:20260303T130000Z") && file.body.contains("STATUS:TENTATIVE"));
    let hidden = world.get(&format!("/opgaver/{}/kalender.ics", draft.id)).await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND);
    let gone = world.get(&format!("/opgaver/{}/kalender.ics", off.id)).await;
    assert!(gone.body.contains("STATUS:CANCELLED"), "{}", gone.body);
}
