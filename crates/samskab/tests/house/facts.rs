//! One fact from one place: what is told of a task on its card, its page, its poster, in the feed and in the letters
//! is the same, over the whole demo town.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use samskab_kernel::contact::Phone;
use samskab_store::{Db, db_test, sqlx::types::Uuid};

use crate::{
    rows,
    town::{HOST, House, Visitor},
};

/// What is told of a task.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TaskFacts {
    /// The number to call, as people read it; empty: none.
    phone: String,
    /// "3 pladser tilbage"; empty: as many as come.
    places: String,
}

fn places(left: Option<i64>) -> String {
    match left {
        None => String::new(),
        Some(0) => "Ingen ledige pladser".to_owned(),
        Some(1) => "Én plads tilbage".to_owned(),
        Some(left) => format!("{left} pladser tilbage"),
    }
}

/// The first number that can be called after `from`, and the words about places.
fn told(html: &str, from: &str) -> TaskFacts {
    let part = html.find(from).map_or(html, |at| &html[at..]);
    let phone = part.find("href=\"tel:").map(|at| &part[at..]).and_then(|link| {
        let text = link.split_once('>')?.1;
        Some(text.split_once('<')?.0.to_owned())
    });
    let words = ["Ingen ledige pladser", "Én plads tilbage", "pladser tilbage"];
    let place = words.iter().find_map(|word| {
        let at = html.find(word)?;
        let begin = html[..at].rfind('>')? + 1;
        Some(html[begin..at + word.len()].to_owned())
    });
    TaskFacts { phone: phone.unwrap_or_default(), places: place.unwrap_or_default() }
}

/// Every task of the feed.
async fn every_task(house: &House, visitor: &Visitor) -> Vec<serde_json::Value> {
    let mut all = Vec::new();
    let mut next = Some("/opgaver.json".to_owned());
    while let Some(path) = next.take() {
        let answer = house.get(visitor, &path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}");
        let feed: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
        all.extend(feed["tasks"].as_array().unwrap().iter().cloned());
        next = feed["next"].as_str().map(|url| format!("/{}", url.splitn(4, '/').nth(3).unwrap()));
    }
    all
}

/// As the feed tells it.
async fn of_feed(house: &House, visitor: &Visitor) -> BTreeMap<Uuid, TaskFacts> {
    let told = |task: &serde_json::Value| {
        let phone = task["poster"]["phone"].as_str().map(|phone| phone.parse::<Phone>().unwrap().spaced());
        let places = places(task["places_left"].as_i64());
        let id = task["id"].as_str().unwrap().parse().unwrap();
        (id, TaskFacts { phone: phone.unwrap_or_default(), places })
    };
    every_task(house, visitor).await.iter().map(told).collect()
}

/// As the cards of the list tell it.
async fn of_cards(house: &House, visitor: &Visitor) -> BTreeMap<Uuid, TaskFacts> {
    let mut all = BTreeMap::new();
    for page in 1.. {
        let list = house.get(visitor, &format!("/opgaver?side={page}")).await;
        let cards: Vec<&str> = list.body.split("<article class=\"s-task\">").skip(1).collect();
        if list.status != StatusCode::OK || cards.is_empty() {
            break;
        }
        for card in cards {
            let card = card.split("</article>").next().unwrap();
            let id = card.split("/opgaver/").nth(1).unwrap().split(['"', '?']).next().unwrap();
            all.insert(id.parse().unwrap(), told(card, "s-task-foot"));
        }
    }
    all
}

#[db_test]
async fn a_card_a_page_a_poster_and_a_feed_tell_the_same(db: Db) {
    let house = House::with_demo(&db).await;
    let anybody = Visitor::anonymous(HOST);
    let feed = of_feed(&house, &anybody).await;
    assert!(feed.len() > 50, "the town has tasks: {}", feed.len());
    assert!(feed.values().any(|told| !told.places.is_empty() && !told.phone.is_empty()));
    let cards = of_cards(&house, &anybody).await;
    assert_eq!(cards, feed, "cards and feed");
    let coordinator = rows::ids(
        &db,
        "select a.person_id from appointment a join position p on p.id = a.position_id
         where p.kind = 'central_coordinator' and a.capacity = 'holder' and a.valid_to is null",
    )
    .await[0];
    let asta = house.signed_in(coordinator).await;
    for (id, expected) in &feed {
        let page = house.get(&anybody, &format!("/opgaver/{id}")).await;
        // What is similar has cards of its own below.
        let own = page.body.split("<article class=\"s-task\">").next().unwrap();
        assert_eq!(&told(own, "s-contact-mark"), expected, "the page of {id}");
        let thanks = house.get(&anybody, &format!("/opgaver/{id}/interesse/tak")).await;
        assert!(thanks.body.contains(&expected.phone), "the page of thanks of {id}: {}", expected.phone);
        let poster = house.get(&asta, &format!("/opgaver/{id}/plakat")).await;
        assert!(poster.body.contains(&expected.phone), "the poster of {id}: {}", expected.phone);
    }
    // And in the first letter.
    for (number, (id, expected)) in feed.iter().enumerate().take(8) {
        let email = format!("fakta{number}@post.example");
        let form = house.interest_form(&anybody, *id, &email).await;
        let sent = house.post(&anybody, &form.action, &form.body()).await;
        assert!(sent.is_allowed(), "{}", sent.body);
        let sql = format!("select body from mail where recipient = '{email}'");
        // Lines are broken between words.
        let letters = rows::texts(&db, &sql).await.into_iter().map(|letter| letter.replace('\n', " "));
        let letters: Vec<String> = letters.collect();
        assert!(
            letters.iter().all(|letter| letter.contains(&expected.phone)) && !letters.is_empty(),
            "{letters:?}"
        );
    }
}

/// The properties of the first entry of a calendar file, by name, with its lines unfolded and its text unescaped.
fn first_entry(file: &str) -> BTreeMap<String, String> {
    let unfolded = file.replace("\r\n ", "").replace("\r\n", "\n");
    let entry = unfolded.split("BEGIN:VEVENT\n").nth(1).and_then(|rest| rest.split("END:VEVENT").next());
    let entry = entry.unwrap_or_else(|| panic!("no entry: {file}"));
    let unescaped = |text: &str| text.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";");
    let lines = entry.lines().filter_map(|line| line.split_once(':'));
    lines.map(|(name, text)| (name.to_owned(), unescaped(text))).collect()
}

/// `20260307T130000Z` as the feed writes it.
fn instant(text: &str) -> samskab_kernel::Instant {
    let at: samskab_kernel::jiff::civil::DateTime = text.trim_end_matches('Z').parse().unwrap();
    at.to_zoned(samskab_kernel::jiff::tz::TimeZone::UTC).unwrap().timestamp().into()
}

/// Its calendar file tells of a task the same time, place and number as its page, and there is none where there is no
/// time.
#[db_test]
async fn a_calendar_tells_the_same_as_the_page(db: Db) {
    let house = House::with_demo(&db).await;
    let anybody = Visitor::anonymous(HOST);
    let told = of_feed(&house, &anybody).await;
    let feed = every_task(&house, &anybody).await;
    let (mut with, mut without) = (0, 0);
    for task in &feed {
        let id = task["id"].as_str().unwrap();
        let page = house.get(&anybody, &format!("/opgaver/{id}")).await;
        let path = format!("/opgaver/{id}/kalender.ics");
        let file = house.get(&anybody, &path).await;
        let Some(start) = task["time"]["next_start"].as_str() else {
            assert_eq!(file.status, StatusCode::NOT_FOUND, "{id} has no time");
            assert!(!page.body.contains(&path), "{id}: no link that leads nowhere");
            without += 1;
            continue;
        };
        assert_eq!(file.status, StatusCode::OK, "{id}: {start}");
        assert!(page.body.contains(&path), "{id}: its page leads to it");
        let entry = first_entry(&file.body);
        let parsed = |text: &str| {
            samskab_kernel::Instant::from(text.parse::<samskab_kernel::jiff::Timestamp>().unwrap())
        };
        assert_eq!(instant(&entry["DTSTART"]), parsed(start), "{id}");
        assert_eq!(instant(&entry["DTEND"]), parsed(task["time"]["next_end"].as_str().unwrap()), "{id}");
        assert!(entry["SUMMARY"].ends_with(task["title"].as_str().unwrap()), "{entry:?}");
        assert!(entry["DESCRIPTION"].contains(task["poster"]["name"].as_str().unwrap()), "{entry:?}");
        assert!(entry["DESCRIPTION"].contains(&told[&id.parse().unwrap()].phone), "{id}: {entry:?}");
        for part in ["venue", "address", "postcode"] {
            if let Some(part) = task["place"][part].as_str() {
                assert!(
                    task["place"]["kind"] == "remote" || entry["LOCATION"].contains(part),
                    "{part}: {entry:?}"
                );
            }
        }
        with += 1;
    }
    assert!(with > 40 && without > 3, "the town has both: {with}, {without}");
}

/// A volunteer's own calendar gives the number of the task's page, and the place and times of the shift.
#[db_test]
async fn a_volunteer_s_calendar_tells_the_same_as_the_page(db: Db) {
    let house = House::with_demo(&db).await;
    let told = of_feed(&house, &Visitor::anonymous(HOST)).await;
    let people = rows::ids(&db, "select distinct person_id from booking where state = 'booked'").await;
    let mut compared = 0;
    for person in people.into_iter().take(6) {
        let visitor = house.signed_in(person).await;
        let made = house.post(&visitor, "/min-side/kalender", "").await;
        let path = made.body.split("/kalender/").nth(1).unwrap().split(".ics").next().unwrap();
        let file = house.get(&Visitor::anonymous(HOST), &format!("/kalender/{path}.ics")).await;
        assert_eq!(file.status, StatusCode::OK);
        for entry in file.body.split("BEGIN:VEVENT").skip(1) {
            let entry = first_entry(&format!("BEGIN:VEVENT{entry}"));
            let shift = entry["URL"].rsplit('/').next().unwrap().parse::<Uuid>().unwrap();
            let literal = rows::literal(&db, shift);
            let task = rows::ids(&db, &format!("select task_id from shift where id = {literal}")).await[0];
            if let Some(told) = told.get(&task) {
                assert!(entry["DESCRIPTION"].contains(&told.phone), "{}: {entry:?}", told.phone);
                compared += 1;
            }
        }
    }
    assert!(compared > 3, "compared {compared}");
}
