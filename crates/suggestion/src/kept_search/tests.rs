//! A search from the page where it is kept to the mail on Friday, over HTTP and by the clock. It is Monday 2 March 2026,
//! nine o'clock.

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use samskab_engagement::testing::World;
use samskab_finding::SOURCE;
use samskab_kernel::{Day, Instant};
use samskab_store::{Db, db_test};
use samskab_taskbank::task::Task;
use samskab_web::follow::Follower;

const VILMA: &str = "vilma@post.example";
const FRIDAY: Day = Day::of(2026, 3, 6);

async fn world(db: &Db) -> World {
    World::with(db, &[samskab_finding::module, samskab_shifts::module, crate::module], super::jobs()).await
}

/// Everything stored is found from now on.
async fn index(world: &World) {
    Follower::new(world.services(), vec![SOURCE]).catch_up().await.unwrap();
}

async fn publish(world: &World, title: &str, at: Instant) -> Task {
    let task = world
        .task(|task| {
            task.title = title.to_owned();
            task.published_at = Some(at);
        })
        .await;
    index(world).await;
    task
}

async fn keep(world: &World, search: &str, rhythm: &str) {
    let fields = [("email", VILMA), ("rhythm", rhythm), ("search", search)];
    let sent = world.post("/soegninger/ny", &fields).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, "/soegninger/tak"), "{}", sent.body);
}

/// The path of the link in the newest mail to Vilma.
async fn link(world: &World) -> String {
    let mail = world.mails_to(VILMA).await.remove(0);
    let at = mail.body.rfind("/soegninger/").expect("a link in the mail");
    mail.body[at..].split_whitespace().next().unwrap().to_owned()
}

/// The id in the first form of the page.
fn id(body: &str) -> String {
    body.split(r#"name="id" value=""#).nth(1).unwrap().split('"').next().unwrap().to_owned()
}

#[db_test]
async fn somebody_keeps_a_search_and_gets_one_mail_on_friday(db: Db) {
    let world = world(&db).await;
    publish(&world, "Kaffe i Havestuen", world.clock.now().plus_days(-1)).await;
    let form = world.get("/soegninger/ny?q=kaffe&sorter=nyeste&side=2").await;
    assert!(form.body.contains("»kaffe«") && form.body.contains("Der er 1 lige nu."), "{}", form.body);
    assert!(
        form.body.contains(r#"name="search" value="q=kaffe""#),
        "order and page are no search: {}",
        form.body
    );
    assert!(form.body.contains("i et år, eller til du stopper den"), "{}", form.body);
    keep(&world, "q=kaffe", "weekly").await;
    keep(&world, "", "weekly").await;
    let asked = world.mails_to(VILMA).await.remove(0).body.replace('\n', " ");
    assert!(asked.contains("fordi nogen har skrevet din e-mail"), "{asked}");

    // Nothing is mailed before the address was shown to be theirs, and opening the link shows nothing.
    let link = link(&world).await;
    publish(&world, "Kaffe og kage", world.clock.now().plus_days(1)).await;
    publish(&world, "Gåtur ved søen", world.clock.now().plus_days(1)).await;
    let mailed = world.mails_to(VILMA).await.len();
    world.work_at(FRIDAY.at(8, 0)).await;
    assert_eq!(world.mails_to(VILMA).await.len(), mailed);

    world.clock.set(Day::of(2026, 3, 3).at(20, 0));
    keep(&world, "q=kaffe", "weekly").await;
    keep(&world, "", "weekly").await;
    let link = if world.get(&link).await.status == StatusCode::OK { self::link(&world).await } else { link };
    for _ in 0..2 {
        let page = world.get(&link).await;
        let waiting = page.body.split("Mangler, at du bekræfter").nth(1).expect("a search to confirm");
        let done = world.post(&format!("{link}/bekraeft"), &[("id", &id(waiting))]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
    }
    let mailed = world.mails_to(VILMA).await.len();
    world.work_at(Day::of(2026, 3, 5).at(12, 0)).await;
    assert_eq!(world.mails_to(VILMA).await.len(), mailed, "not on Thursday");
    publish(&world, "Mere kaffe", world.clock.now()).await;
    world.work_at(FRIDAY.at(9, 0)).await;
    let mails = world.mails_to(VILMA).await;
    assert_eq!(mails.len(), mailed + 1, "both searches in one mail");
    let mail = &mails[0];
    assert_eq!(mail.subject, "1 ny opgave til dig");
    assert_eq!(mail.body.matches("Mere kaffe").count(), 1, "once, in the first search: {}", mail.body);
    assert!(!mail.body.contains("Havestuen"), "what was there before is not new: {}", mail.body);
    assert!(mail.body.replace('\n', " ").contains("fordi du har gemt en søgning"), "{}", mail.body);
    world.work_at(FRIDAY.at(18, 0)).await;
    world.work_at(Day::of(2026, 3, 12).at(12, 0)).await;
    assert_eq!(world.mails_to(VILMA).await.len(), mailed + 1, "nothing new, no mail");

    // One click of a mail program, which has neither cookie nor origin, stops them all.
    let own = self::link(&world).await;
    let click = Request::post(format!("{own}/afmeld"))
        .header(header::HOST, "frivillig.example")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::from("List-Unsubscribe=One-Click"))
        .unwrap();
    assert_eq!(world.ask(click).await.status, StatusCode::NO_CONTENT);
    assert!(world.get(&own).await.body.contains("Du har ingen gemte søgninger"));
    publish(&world, "Kaffe igen", world.clock.now()).await;
    world.work_at(Day::of(2026, 3, 13).at(8, 0)).await;
    assert_eq!(world.mails_to(VILMA).await.len(), mailed + 1);
}

#[db_test]
async fn the_header_names_where_a_mail_program_stops_it(db: Db) {
    let world = world(&db).await;
    keep(&world, "q=kaffe", "daily").await;
    let link = link(&world).await;
    let page = world.get(&link).await;
    world.post(&format!("{link}/bekraeft"), &[("id", &id(&page.body))]).await;
    publish(&world, "Kaffe i morgen", world.clock.now().plus_days(1)).await;
    world.work_at(Day::of(2026, 3, 4).at(8, 0)).await;
    let mut reader = db.read().await.unwrap();
    let stops: Vec<Option<String>> = reader.query(&STOPS).bind(world.town.tenant).scalars().await.unwrap();
    let stop = stops.into_iter().flatten().next().expect("the news can be stopped");
    assert!(stop.contains("/soegninger/") && stop.ends_with("/afmeld"), "{stop}");
}

samskab_store::statements! {
    STOPS = "select stop_href from mail where tenant_id = $1 order by created_at desc";
}

#[db_test]
async fn a_search_is_changed_stopped_kept_another_year_and_ends(db: Db) {
    let world = world(&db).await;
    keep(&world, "q=kaffe", "weekly").await;
    let link = link(&world).await;
    let page = world.get(&link).await;
    let id = id(&page.body);
    world.post(&format!("{link}/bekraeft"), &[("id", &id)]).await;
    world.post(&format!("{link}/hyppighed"), &[("id", &id), ("rhythm", "daily")]).await;
    let page = world.get(&link).await;
    assert!(page.body.contains(r#"value="daily" checked"#), "{}", page.body);
    assert!(!page.body.contains("Behold den et år til"));
    // Near its end one can keep it; else it goes, and nothing is left of the address.
    world.clock.set(world.clock.now().plus_days(340));
    assert!(world.get(&link).await.body.contains("Behold den et år til"));
    world.post(&format!("{link}/bekraeft"), &[("id", &id)]).await;
    assert!(!world.get(&link).await.body.contains("Behold den et år til"));
    world.work_at(world.clock.now().plus_days(366)).await;
    assert_eq!(world.get(&link).await.status, StatusCode::GONE, "the link went with the last search");
    assert_eq!(world.get("/soegninger/gaet").await.status, StatusCode::GONE);
}

#[db_test]
async fn who_never_confirms_is_forgotten_and_who_leaves_is_too(db: Db) {
    let world = world(&db).await;
    keep(&world, "q=kaffe", "weekly").await;
    let link = link(&world).await;
    world.work_at(world.clock.now().plus_days(3)).await;
    assert!(world.get(&link).await.body.contains("Du har ingen gemte søgninger"));

    // Signed in, it needs no mail; it is on Min side, in the copy, and goes with the person.
    let lone = world.town.contact_solgaarden;
    let email = "lone.papsen@fjordlund.example";
    let at = world.clock.now();
    world.change_person(lone, |person| person.email_confirmed_at = Some(at)).await;
    let cookie = world.cookie(lone).await;
    let fields = [("email", email), ("rhythm", "daily"), ("search", "q=strand")];
    let kept = world.post_as("/soegninger/ny", &fields, &cookie).await;
    assert_eq!(kept.location(), "/soegninger/mine");
    assert!(world.get_as("/soegninger/mine", &cookie).await.body.contains("»strand«"));
    assert!(world.get_as("/min-side", &cookie).await.body.contains("»strand«"));
    assert!(world.get_as("/min-side/data.json", &cookie).await.body.contains("kept_searches"));
    let mut tx = db.begin(world.stamp()).await.unwrap();
    let leaving = samskab_web::erasure::Leaving {
        person: lone.uuid(),
        name: "Lone Papsen".into(),
        email: email.parse().ok(),
    };
    crate::kept_search::erase(&mut tx, &leaving).await.unwrap();
    tx.commit().await.unwrap();
    let mut reader = db.read().await.unwrap();
    let left = crate::kept_search::store::of_address(&mut reader, world.town.tenant, &email.parse().unwrap())
        .await
        .unwrap();
    assert!(left.is_empty());
}

#[db_test]
async fn a_search_near_nowhere_and_an_address_that_is_none_are_refused_with_words(db: Db) {
    let world = world(&db).await;
    let nowhere = world.get("/soegninger/ny?sted=Atlantis").await;
    assert!(nowhere.body.contains("Stedet kender vi ikke"), "{}", nowhere.body);
    let wrong = world.post("/soegninger/ny", &[("email", "vilma"), ("search", "q=kaffe")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains(r#"value="vilma""#) && wrong.body.contains("»kaffe«"), "{}", wrong.body);
    assert!(world.mails().await.is_empty());
}
