//! Finding over HTTP, in the small town every test knows. It is Monday 2 March 2026, nine o'clock.

use axum::{
    Router,
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use samskab_kernel::{Day, Instant, jiff::civil::Weekday};
use samskab_organisation::{
    answering::Poster,
    association::Theme,
    testing::{NOW, Town, services, town, town_at},
};
use samskab_store::{Db, Stamp, db_test, queries_run};
use samskab_web::follow::Follower;
use tower::ServiceExt;

use crate::{SOURCE, module};
use samskab_taskbank::task::{Remote, Requirement, State, Task, Time, state::Open, store, time::Turn};

mod front;
mod map;

const SATURDAY: Day = Day::of(2026, 3, 7);
const SUNDAY: Day = Day::of(2026, 3, 8);

/// The pages over an index of everything that is stored now.
async fn pages(db: &Db) -> Router {
    let services = services(db, &[]);
    Follower::new(services.clone(), vec![SOURCE]).catch_up().await.unwrap();
    samskab_web::app(&services, vec![module()]).0
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    body: String,
}

async fn ask(pages: &Router, request: Request<Body>) -> Answer {
    let response = pages.clone().oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = axum::body::to_bytes(body, usize::MAX).await.unwrap();
    Answer { status: parts.status, headers: parts.headers, body: String::from_utf8(body.to_vec()).unwrap() }
}

async fn get(pages: &Router, address: &str) -> Answer {
    get_at(pages, "frivillig.example", address).await
}

async fn get_at(pages: &Router, host: &str, address: &str) -> Answer {
    ask(pages, Request::get(address).header(header::HOST, host).body(Body::empty()).unwrap()).await
}

/// A task of Solgården on Saturday from ten to twelve, open.
fn task(db: &Db, town: &Town, title: &str) -> Task {
    let mut task = Task::draft(db.dice().id(NOW), Poster::Unit(town.solgaarden), Theme::Social, None, NOW);
    task.title = title.to_owned();
    task.summary = "Kom og vær med.".to_owned();
    task.time = on(SATURDAY, 10, 2);
    task.postcode = "9561".parse().ok();
    task.city = "Fjordlund".to_owned();
    task.state = open_until(task.time.last_end().unwrap());
    task.published_at = Some(NOW);
    task
}

fn on(day: Day, hour: i64, hours: i64) -> Time {
    Time::OneOff { day, turn: Turn { start_minute: hour * 60, duration: hours * 60 } }
}

fn open_until(expires_at: Instant) -> State {
    State::Open(Open { expires_at, current_at: NOW, asked_at: None, warned_at: None })
}

async fn add(db: &Db, town: &Town, tasks: &[Task]) {
    let mut tx = db.begin(Stamp { tenant: town.tenant, actor: None, now: NOW }).await.unwrap();
    for task in tasks {
        store::add(&mut tx, task).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Four tasks that differ in what they are found by.
async fn filled(db: &Db) -> (Town, Router) {
    let town = town(db).await;
    let friend = Task {
        time: Time::Flexible { minutes_per_week: Some(60), note: "når det passer jer".into(), until: None },
        topics: vec!["visiting_friend".into()],
        target_groups: vec!["older_people".into()],
        requirements: vec![Requirement::Confidentiality],
        state: open_until(NOW.plus_days(60)),
        ..task(db, &town, "Besøgsven for en, der spiller skak")
    };
    let coffee = task(db, &town, "Lørdagskaffe & kage");
    let shore = Task {
        time: on(SUNDAY, 14, 3),
        poster: Poster::Association(town.handball),
        postcode: "9563".parse().ok(),
        city: "Lynghavn".into(),
        topics: vec!["nature".into()],
        ..task(db, &town, "Ryd stranden")
    };
    let letters = Task {
        time: Time::Weekly {
            weekdays: vec![Weekday::Tuesday],
            from: None,
            to: None,
            turn: Turn { start_minute: 19 * 60, duration: 60 },
        },
        remote: Remote::Remote,
        state: open_until(NOW.plus_days(60)),
        ..task(db, &town, "Skriv breve")
    };
    add(db, &town, &[friend, coffee, shore, letters]).await;
    let pages = pages(db).await;
    (town, pages)
}

/// The titles of the list, in its order.
fn titles(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.status, StatusCode::OK);
    let parts = answer.body.split(r#"class="s-task-title">"#).skip(1);
    parts
        .map(|part| part.split('>').nth(1).unwrap().split("</a").next().unwrap().replace("&#38;", "&"))
        .collect()
}

#[db_test]
async fn a_word_finds_its_forms_and_its_compounds(db: Db) {
    let (_, pages) = filled(&db).await;
    assert_eq!(titles(&get(&pages, "/opgaver?q=bes%C3%B8g").await), ["Besøgsven for en, der spiller skak"]);
    assert_eq!(
        titles(&get(&pages, "/opgaver?q=besoegsvenner").await),
        ["Besøgsven for en, der spiller skak"]
    );
    assert_eq!(titles(&get(&pages, "/opgaver?q=Lynghavn").await), ["Ryd stranden"], "by its place");
    assert_eq!(
        titles(&get(&pages, "/opgaver?q=sundhed").await).len(),
        3,
        "by the department above the poster"
    );
    // a topic is offered where its words are typed, but does not claim to be what was asked for
    let answer = get(&pages, "/opgaver?q=fugle").await;
    assert!(titles(&answer).is_empty());
    assert!(answer.body.contains(r#"<a href="/opgaver?emne=nature">Natur</a> (1)"#), "{}", answer.body);
    let answer = get(&pages, "/opgaver?q=bes%C3%B8gsvne").await;
    assert!(answer.body.contains("Mente du"), "{}", answer.body);
}

#[db_test]
async fn only_open_tasks_that_are_still_to_come_are_found(db: Db) {
    let town = town(&db).await;
    let hidden = [
        Task { state: State::Draft { sent_back: None }, ..task(&db, &town, "Kladde") },
        Task { state: State::Awaiting, ..task(&db, &town, "Venter") },
        Task { state: open_until(NOW.plus_days(-1)), ..task(&db, &town, "Udløbet") },
        Task { time: on(NOW.day().plus_days(-3), 10, 2), ..task(&db, &town, "Forbi") },
        Task { state: State::Cancelled { reason: "Sygdom".into() }, ..task(&db, &town, "Aflyst") },
        Task { state: State::Filled { expires_at: NOW.plus_days(9) }, ..task(&db, &town, "Fuld") },
    ];
    add(&db, &town, &hidden).await;
    add(&db, &town, &[task(&db, &town, "Åben")]).await;
    let pages = pages(&db).await;
    for address in ["/opgaver", "/", "/opgaver?q=&dag=loerdag"] {
        assert_eq!(titles(&get(&pages, address).await), ["Åben"], "{address}");
    }
    for address in ["/opgaver.json", "/opgaver.rss", "/opgaver/kalender?maaned=2026-03", "/opgaver?q=kladde"]
    {
        let answer = get(&pages, address).await;
        for gone in hidden.iter().map(|task| &task.id) {
            assert!(!answer.body.contains(&gone.to_string()), "{address}");
        }
    }
}

#[db_test]
async fn nothing_of_another_municipality_is_found(db: Db) {
    let ours = town_at(&db, "fjordlund", "fjordlund.example").await;
    let theirs = town_at(&db, "nabo", "nabo.example").await;
    add(&db, &ours, &[task(&db, &ours, "Hos os")]).await;
    add(&db, &theirs, &[task(&db, &theirs, "Hos naboen")]).await;
    let pages = pages(&db).await;
    for address in [
        "/",
        "/opgaver",
        "/opgaver?dag=loerdag",
        "/opgaver?q=naboen",
        "/opgaver/kalender",
        "/opgaver.rss",
        "/opgaver.json",
    ] {
        let answer = get_at(&pages, "fjordlund.example", address).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(!answer.body.contains("Hos naboen"), "{address}");
        assert!(address.contains("naboen") || answer.body.contains("Hos os"), "{address}");
    }
    let unit = format!("/opgaver?enhed={}", theirs.solgaarden);
    assert!(titles(&get_at(&pages, "fjordlund.example", &unit).await).is_empty());
}

#[db_test]
async fn by_date_first_and_what_can_be_agreed_on_after(db: Db) {
    let (_, pages) = filled(&db).await;
    let answer = get(&pages, "/opgaver?dag=loerdag").await;
    assert_eq!(titles(&answer), ["Lørdagskaffe & kage", "Besøgsven for en, der spiller skak"]);
    assert!(
        answer.body.contains("2 opgaver: 1 lørdag den 7. marts, 1 hvor I aftaler tiden"),
        "the number beside the filters is the first: {}",
        answer.body
    );
    assert_eq!(
        titles(&get(&pages, "/opgaver?dag=weekend").await)[..2],
        ["Lørdagskaffe & kage", "Ryd stranden"]
    );
    // typed as words, it is the same search, and the page says so
    let typed = get(&pages, "/opgaver?q=kaffe+p%C3%A5+l%C3%B8rdag").await;
    assert_eq!(titles(&typed), ["Lørdagskaffe & kage"]);
    assert!(typed.body.contains("Vi har læst »på lørdag« som lørdag den 7. marts."), "{}", typed.body);
}

#[db_test]
async fn a_day_chosen_after_a_date_was_typed_is_newer(db: Db) {
    let (_, pages) = filled(&db).await;
    // the field still says "lørdag", the form says that this has been read, and Sunday was pressed since
    let answer = get(&pages, "/opgaver?q=l%C3%B8rdag&laest=l%C3%B8rdag&dag=soendag").await;
    assert_eq!(titles(&answer)[0], "Ryd stranden");
    assert!(answer.body.contains("2 opgaver: 1 søndag den 8. marts, 1 hvor"), "{}", answer.body);
}

#[db_test]
async fn an_empty_answer_says_what_to_do(db: Db) {
    let (_, pages) = filled(&db).await;
    let answer = get(&pages, "/opgaver?q=kaffe&dag=s%C3%B8ndag").await;
    assert_eq!(titles(&answer).len(), 1, "a day nobody understands is no choice");
    let answer = get(&pages, "/opgaver?q=kaffe&dag=soendag").await;
    assert!(
        answer.body.contains("Ingen opgaver søndag den 8. marts – men 1 opgave lørdag den 7. marts."),
        "{}",
        answer.body
    );
    assert!(answer.body.contains("/opgaver?q=kaffe&#38;dag=2026-03-07"));
    let answer = get(&pages, "/opgaver?q=elefantpasser").await;
    assert!(answer.body.contains("Uden ordene »elefantpasser«"), "{}", answer.body);
    let answer = get(&pages, "/opgaver?sted=Atlantis").await;
    assert!(answer.body.contains("Vi kender ikke stedet »Atlantis«"));
}

#[db_test]
async fn what_the_address_asked_for_and_nobody_knows_is_said(db: Db) {
    let (town, pages) = filled(&db).await;
    let unknown = "Vi kender ikke det sted";
    for address in ["/opgaver?enhed=nej", "/opgaver?forening=0197bdf3-0000-7000-8000-000000000000"] {
        assert!(get(&pages, address).await.body.contains(unknown), "{address}");
    }
    assert!(!get(&pages, &format!("/opgaver?enhed={}", town.solgaarden)).await.body.contains(unknown));
    let day = get(&pages, "/opgaver?dag=igaar").await;
    assert!(day.body.contains("Vi forstår ikke dagen »igaar«"), "{}", day.body);
    assert!(!get(&pages, "/opgaver?dag=loerdag").await.body.contains("Vi forstår ikke"));
}

samskab_store::statements! {
    PUT_ON_THE_MAP = "update unit_version set latitude = 56.858, longitude = 10.125 where tenant_id = $1 and unit_id = $2";
}

#[db_test]
async fn near_has_a_radius_says_it_and_knows_institutions(db: Db) {
    let (town, pages) = filled(&db).await;
    let place = |postcode: &str, latitude: f64| samskab_organisation::place::Place {
        postcode: postcode.parse().unwrap(),
        city: "Fjerneby".into(),
        latitude,
        longitude: 10.1,
    };
    let mut tx = db.begin(Stamp { tenant: town.tenant, actor: None, now: NOW }).await.unwrap();
    samskab_organisation::place::save(&mut tx, &place("9599", 57.9)).await.unwrap();
    tx.query(&PUT_ON_THE_MAP).bind(town.tenant).bind(town.solgaarden).execute().await.unwrap();
    tx.commit().await.unwrap();
    let near = get(&pages, "/opgaver?sted=Lynghavn").await;
    assert!(near.body.contains("inden for 10 km af Lynghavn"), "{}", near.body);
    let far = get(&pages, "/opgaver?sted=Fjerneby").await;
    assert!(!far.body.contains("Lørdagskaffe"), "a hundred kilometres away is not near: {}", far.body);
    let whole = get(&pages, "/opgaver?sted=Fjerneby&km=hele").await;
    assert_eq!(titles(&whole).len(), 4);
    assert!(!whole.body.contains("inden for"), "{}", whole.body);
    // The number of the headline is the one that the numbers beside the filters add up to.
    let institution = get(&pages, "/opgaver?sted=solg%C3%A5rden").await;
    assert!(institution.body.contains("km af Plejehjemmet Solgården"), "{}", institution.body);
    assert!(get(&pages, "/opgaver?sted=so").await.body.contains("Vi kender ikke stedet"));
}

#[db_test]
async fn an_address_that_is_not_understood_is_not_silently_everything(db: Db) {
    let (_, pages) = filled(&db).await;
    let answer = get(&pages, "/opgaver?tema=fisk").await;
    assert!(answer.body.contains("Vi forstår ikke »tema=fisk«"), "{}", answer.body);
    for typed in ["%3F%3F", "og"] {
        let answer = get(&pages, &format!("/opgaver?q={typed}")).await;
        assert!(titles(&answer).is_empty(), "{typed}");
    }
}

#[db_test]
async fn every_choice_narrows_and_can_be_taken_back(db: Db) {
    let (town, pages) = filled(&db).await;
    for (choice, found) in [
        ("hjemmefra=1", "Skriv breve"),
        ("tid=fast", "Skriv breve"),
        ("tidspunkt=eftermiddag", "Ryd stranden"),
        ("fra=foreninger", "Ryd stranden"),
        ("by=9563", "Ryd stranden"),
        ("emne=nature", "Ryd stranden"),
        ("maalgruppe=older_people", "Besøgsven for en, der spiller skak"),
        ("krav=confidentiality", "Besøgsven for en, der spiller skak"),
        ("tid=aftales", "Besøgsven for en, der spiller skak"),
        ("tid=1-time", "Skriv breve"),
    ] {
        let answer = get(&pages, &format!("/opgaver?{choice}")).await;
        assert_eq!(titles(&answer), [found], "{choice}");
        assert!(
            answer.body.contains(r#"<a class="tag tag-icon" href="/opgaver">"#),
            "{choice} can be taken back"
        );
    }
    // Also what comes again fits into the two hours it takes each time.
    assert_eq!(titles(&get(&pages, "/opgaver?tid=2-timer").await).len(), 2);
    assert_eq!(titles(&get(&pages, "/opgaver?krav=ingen").await).len(), 3);
    assert_eq!(
        titles(&get(&pages, &format!("/opgaver?enhed={}", town.care)).await).len(),
        3,
        "all under the department"
    );
    let near = get(&pages, "/opgaver?sted=Lynghavn&km=2&sorter=afstand").await;
    assert_eq!(titles(&near), ["Ryd stranden", "Skriv breve"], "what is done from home is near everybody");
    assert!(near.body.contains("under 1 km væk"), "{}", near.body);
}

#[db_test]
async fn the_front_page_answers_what_when_where_and_whom(db: Db) {
    let (_, pages) = filled(&db).await;
    let answer = get(&pages, "/").await;
    assert!(answer.body.contains("4 opgaver lige nu"), "{}", answer.body);
    assert!(answer.body.contains(r#"href="/opgaver?dag=loerdag">Lørdag den 7."#));
    assert!(answer.body.contains(r#"href="tel:70009561""#));
    // An answer is promised by Thursday: Saturday comes before the Tuesday after.
    assert_eq!(titles(&answer)[0], "Lørdagskaffe & kage", "the first that an answer can reach");
    assert!(get(&pages, "/?sprog=en").await.body.contains("Saturday 7"));
}

#[db_test]
async fn the_calendar_counts_and_leads_to_the_day(db: Db) {
    let (_, pages) = filled(&db).await;
    let answer = get(&pages, "/opgaver/kalender?maaned=2026-03").await;
    assert!(answer.body.contains(r#"href="/opgaver?dag=2026-03-07""#), "{}", answer.body);
    assert!(answer.body.contains("Lørdag den 7. marts"));
    assert_eq!(answer.body.matches("Skriv breve").count(), 5, "every Tuesday of March");
    assert!(!answer.body.contains("Besøgsven for"), "what has no day is in no cell");
    let april = get(&pages, "/opgaver/kalender?maaned=2026-04&fra=foreninger").await;
    assert!(april.body.contains("ingen opgaver med fast tid i april 2026"));
    assert!(april.body.contains("/opgaver/kalender?fra=foreninger&#38;maaned=2026-03"));
}

#[db_test]
async fn the_map_says_how_many_are_where(db: Db) {
    let (_, pages) = filled(&db).await;
    let answer = get(&pages, "/opgaver/kort?fra=foreninger").await;
    assert!(answer.body.contains(r#"text-anchor="middle">Lynghavn</text>"#), "{}", answer.body);
    assert!(answer.body.contains("/opgaver?fra=foreninger&#38;by=9563"));
    assert!(
        !answer.body.contains("http://")
            || answer.body.matches("http://").count() == answer.body.matches("http://www.w3.org").count(),
        "nothing from others"
    );
}

#[db_test]
async fn the_feeds_say_what_the_page_says(db: Db) {
    let (_, pages) = filled(&db).await;
    let rss = get(&pages, "/opgaver.rss?emne=nature").await;
    assert_eq!(rss.headers[header::CONTENT_TYPE], "application/rss+xml; charset=utf-8");
    assert_eq!(rss.body.matches("<item>").count(), 1);
    well_formed(&rss.body);
    let all = get(&pages, "/opgaver.rss").await;
    assert!(all.body.contains("<title>Lørdagskaffe &#38; kage</title>"), "{}", all.body);
    well_formed(&all.body);

    let json = get(&pages, "/opgaver.json?dag=weekend&sted=9561").await;
    assert_eq!(json.headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*");
    let feed: serde_json::Value = serde_json::from_str(&json.body).unwrap();
    assert_eq!(feed["total"], 3);
    let task = &feed["tasks"][0];
    assert_eq!(task["title"], "Lørdagskaffe & kage");
    assert_eq!(task["time"]["next_start"], "2026-03-07T09:00:00Z");
    assert_eq!(task["place"]["city"], "Fjordlund");
    assert_eq!(task["url"], format!("http://frivillig.example/opgaver/{}", task["id"].as_str().unwrap()));
    // the example on the page about open data has the fields the feed has
    let example: serde_json::Value =
        serde_json::from_str(include_str!("../templates/find/answer.json")).unwrap();
    let (mut said, mut real) = (Vec::new(), Vec::new());
    fields("", &example, &mut said);
    fields("", &feed, &mut real);
    assert_eq!(said, real);
}

#[db_test]
async fn a_machine_is_told_what_it_asked_wrongly(db: Db) {
    let (_, pages) = filled(&db).await;
    let answer = get(&pages, "/opgaver.json?dag=igaar&sted=Atlantis").await;
    assert_eq!(answer.status, StatusCode::BAD_REQUEST);
    assert_eq!(answer.headers[header::CONTENT_TYPE], "application/problem+json");
    let problem: serde_json::Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(problem["status"], 400);
    let names: Vec<&str> = problem["invalid_parameters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["dag", "sted"]);
    assert_eq!(get(&pages, "/opgaver?dag=igaar").await.status, StatusCode::OK, "a person is not scolded");
}

#[db_test]
async fn a_page_costs_few_queries_and_little_weight(db: Db) {
    let town = town(&db).await;
    let many: Vec<Task> = (0..60).map(|number| task(&db, &town, &format!("Kaffe nummer {number}"))).collect();
    add(&db, &town, &many).await;
    let pages = pages(&db).await;
    let beyond = get(&pages, "/opgaver?q=kaffe&side=99").await;
    assert_eq!(
        (beyond.status, &beyond.headers[header::LOCATION]),
        (StatusCode::SEE_OTHER, &"/opgaver?q=kaffe&side=3".parse().unwrap())
    );
    for (address, most) in [
        // Whom to call is up to four of them.
        ("/", 6),
        ("/opgaver?q=kaffe&dag=loerdag&sted=9561&km=10&tema=social&side=2", 7),
        ("/opgaver/kalender", 7),
        ("/opgaver/kort", 2),
        ("/opgaver.json", 7),
        ("/opgaver.rss", 7),
    ] {
        get(&pages, address).await;
        // other tests of this process may ask meanwhile: the least of some tries is this page's own
        let mut least = u64::MAX;
        for _ in 0..5 {
            let before = queries_run();
            let answer = get(&pages, address).await;
            least = least.min(queries_run() - before);
            assert!(answer.body.len() < 100_000, "{address}: {} bytes", answer.body.len());
        }
        assert!(least <= most, "{address}: {least} queries");
    }
}

#[db_test]
async fn htmx_gets_the_short_address_to_show(db: Db) {
    let (_, pages) = filled(&db).await;
    let request = Request::get("/opgaver?q=&dag=loerdag&sted=&naer=&km=10&sorter=")
        .header(header::HOST, "frivillig.example")
        .header("hx-request", "true")
        .body(Body::empty())
        .unwrap();
    let answer = ask(&pages, request).await;
    assert_eq!(answer.headers["hx-push-url"], "/opgaver?dag=loerdag");
}

#[db_test]
async fn what_is_published_is_found_and_what_is_closed_is_not(db: Db) {
    let town = town(&db).await;
    let mut task = Task { state: State::Awaiting, ..task(&db, &town, "Ny opgave") };
    add(&db, &town, std::slice::from_ref(&task)).await;
    let services = services(&db, &[]);
    let mut follower = Follower::new(services.clone(), vec![SOURCE]);
    follower.catch_up().await.unwrap();
    let pages = samskab_web::app(&services, vec![module()]).0;
    assert!(titles(&get(&pages, "/opgaver").await).is_empty());
    for (state, found) in [(open_until(NOW.plus_days(5)), 1), (State::Closed { reason: "Løst".into() }, 0)] {
        task.state = state;
        let mut tx = db.begin(Stamp { tenant: town.tenant, actor: None, now: NOW }).await.unwrap();
        store::save(&mut tx, &task).await.unwrap();
        tx.record(samskab_taskbank::task::event::TaskChanged::of(task.id)).await.unwrap();
        tx.commit().await.unwrap();
        follower.catch_up().await.unwrap();
        assert_eq!(titles(&get(&pages, "/opgaver").await).len(), found);
    }
}

#[test]
fn the_description_for_machines_is_the_one_that_was_reviewed() {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/generated/openapi.json");
    let text = super::api::description();
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        there == text,
        "docs/generated/openapi.json is not what the program says; run the tests with UPDATE=1 and read the diff"
    );
}

/// The names of all fields, however deep; of a list those of its first entry.
fn fields(path: &str, value: &serde_json::Value, found: &mut Vec<String>) {
    match value {
        serde_json::Value::Object(object) => {
            for (name, value) in object {
                found.push(format!("{path}/{name}"));
                fields(&format!("{path}/{name}"), value, found);
            }
        }
        serde_json::Value::Array(list) => {
            list.first().into_iter().for_each(|value| fields(path, value, found))
        }
        _ => {}
    }
}

/// Every tag that is opened is closed, in order, and no bare `&` or `<` is left in the texts.
fn well_formed(xml: &str) {
    let mut open = Vec::new();
    for part in xml.split('<').skip(1) {
        let (tag, text) = part.split_once('>').expect("a tag ends");
        let name = tag.split_whitespace().next().unwrap_or_default();
        match name.strip_prefix('/') {
            Some(closed) => assert_eq!(open.pop(), Some(closed), "{xml}"),
            None if name.starts_with('?') || tag.ends_with('/') => {}
            None => open.push(name),
        }
        for entity in text.split('&').skip(1) {
            assert!(
                entity.split_once(';').is_some_and(|(name, _)| name.starts_with('#')
                    || matches!(name, "amp" | "lt" | "gt" | "quot" | "apos")),
                "{text}"
            );
        }
    }
    assert!(open.is_empty(), "{open:?}");
}
