//! Pages kept in memory are never stale, and nobody gets another's (ADR 0013).

use std::collections::HashSet;

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use samskab_kernel::{Dice, TenantId};
use samskab_organisation::testing as organisation;
use samskab_store::{
    Db, Event, Stamp, db_test,
    sqlx::types::Uuid,
    testing::{another_process, sqlite},
};
use serde::Serialize;

use crate::{
    forms,
    links::walk,
    rows,
    town::{Answer, HOST, House, NOW, Visitor, config},
};

/// Something happened, whatever it was.
#[derive(Serialize)]
struct Happened {
    #[serde(skip)]
    to: Uuid,
}
impl Event for Happened {
    const KIND: &'static str = "task.changed";
    fn subject(&self) -> Uuid {
        self.to
    }
}

/// Writes into the book of `tenant`, as somebody does who has `db` open.
async fn happen(db: &Db, tenant: TenantId, to: Uuid) {
    let mut tx = db.begin(Stamp { tenant, actor: None, now: NOW }).await.unwrap();
    tx.record(Happened { to }).await.unwrap();
    tx.commit().await.unwrap();
}

/// Behind the back of the book: what no context does. A page that does not show it is one that was kept.
async fn rename(db: &Db, task: Uuid, title: &str) {
    let id = rows::literal(db, task);
    rows::execute(db, &format!("update task set title = '{title}' where id = {id}")).await;
}

async fn open_task(db: &Db) -> Uuid {
    rows::ids(db, "select id from task where state = 'open' and time_kind = 'weekly' order by id limit 1")
        .await[0]
}

fn stranger() -> Visitor {
    Visitor::anonymous(HOST)
}

fn with_cookie(cookie: &str) -> Visitor {
    Visitor { cookie: Some(cookie.into()), ..stranger() }
}

async fn shows(house: &House, visitor: &Visitor, path: &str, text: &str) -> bool {
    let answer = house.get(visitor, path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}");
    answer.body.contains(text)
}

/// The same page made for this one request.
async fn made_anew(house: &House, path: &str) -> Answer {
    let request = stranger().request(Method::GET, path).header(header::ACCEPT_ENCODING, "identity;q=1");
    house.send(request.body(Body::empty()).unwrap()).await
}

#[db_test]
async fn a_kept_page_is_gone_when_anybody_writes_in_the_book(db: Db) {
    let mut house = House::with_demo(&db).await;
    let (tenant, task) = (house.tenant().await, open_task(&db).await);
    let page = format!("/opgaver/{task}");
    assert!(!shows(&house, &stranger(), &page, "Zebrafink").await);
    rename(&db, task, "Zebrafink").await;
    assert!(!shows(&house, &stranger(), &page, "Zebrafink").await, "the page was not kept");

    // Another program on the same database: this one hears nothing, and asks.
    let elsewhere = another_process(&db).await;
    happen(&elsewhere, tenant, task).await;
    elsewhere.close().await;
    assert!(shows(&house, &stranger(), &page, "Zebrafink").await);

    // As long as the index has not read the book, a page may have been made from an old one.
    rename(&db, task, "Gråspurv").await;
    assert!(shows(&house, &stranger(), &page, "Gråspurv").await, "kept for a number the index does not know");
    house.catch_up().await;
    assert!(shows(&house, &stranger(), &page, "Gråspurv").await);
    rename(&db, task, "Solsort").await;
    assert!(shows(&house, &stranger(), &page, "Gråspurv").await);
}

/// What pages share is known as long as nothing happens, also when the page itself is a new one.
#[db_test]
async fn a_card_is_read_again_when_anybody_writes_in_the_book(db: Db) {
    let mut house = House::with_demo(&db).await;
    let (tenant, task) = (house.tenant().await, open_task(&db).await);
    let person = rows::ids(&db, "select id from person order by id limit 1").await[0];
    let member = house.signed_in(person).await;
    let id = rows::literal(&db, task);
    let title = rows::texts(&db, &format!("select title from task where id = {id}")).await.remove(0);
    let list = |number: u8| format!("/opgaver?q={}&nr={number}", forms::encoded(&title));
    assert!(shows(&house, &stranger(), &list(1), &title).await);
    rename(&db, task, "Zebrafink").await;
    assert!(!shows(&house, &stranger(), &list(2), "Zebrafink").await, "the card was not known");
    assert!(!shows(&house, &member, &list(2), "Zebrafink").await, "the card is everybody's");
    assert!(made_anew(&house, &list(2)).await.body.contains("Zebrafink"), "where no number is asked for");

    let elsewhere = another_process(&db).await;
    happen(&elsewhere, tenant, tenant.uuid()).await;
    elsewhere.close().await;
    assert!(shows(&house, &stranger(), &list(3), "Zebrafink").await, "before the index has heard of it");
    house.catch_up().await;
    assert!(shows(&house, &member, &list(4), "Zebrafink").await);
}

#[db_test]
async fn whoever_is_known_or_is_told_something_gets_a_page_of_their_own(db: Db) {
    let house = House::with_demo(&db).await;
    let task = open_task(&db).await;
    let page = format!("/opgaver/{task}");
    let person = rows::ids(&db, "select id from person order by id limit 1").await[0];
    let member = house.signed_in(person).await;
    let danish = house.get(&stranger(), &page).await;
    assert!(danish.body.contains("<html lang=\"da\""));
    rename(&db, task, "Zebrafink").await;
    assert!(!shows(&house, &stranger(), &page, "Zebrafink").await);

    let signed_in = house.get(&member, &page).await;
    assert!(signed_in.body.contains("Zebrafink") && signed_in.header("cache-control") == "no-store");
    let told = house.get(&with_cookie("besked=success.account-deleted"), &page).await;
    assert!(told.body.contains("Zebrafink"), "a page with a message is nobody else's");
    assert!(!told.header("set-cookie").is_empty(), "and the message is shown once");
    let english = house.get(&with_cookie("sprog=en"), &page).await;
    assert!(english.body.contains("<html lang=\"en\""));
    let chosen = house.get(&stranger(), &format!("{page}?sprog=en")).await;
    assert!(chosen.body.contains("<html lang=\"en\"") && !chosen.header("set-cookie").is_empty());
    assert_eq!(house.get(&stranger(), &page).await.body, danish.body, "and the kept one is as it was");
    assert!(shows(&house, &with_cookie("sprog=en"), &page, "<html lang=\"en\"").await);
}

#[db_test]
async fn what_happens_in_a_municipality_leaves_its_neighbour_alone(db: Db) {
    let here = organisation::town_at(&db, "fjordlund", "fjordlund.example").await;
    let there = organisation::town_at(&db, "skovby", "skovby.example").await;
    let mut house = House::open(&db, &config()).await;
    let unit = there.solgaarden.uuid();
    let call = |name: &str| {
        let id = rows::literal(&db, unit);
        format!("update unit_version set name = '{name}' where unit_id = {id}")
    };
    let neighbour = Visitor::anonymous("skovby.example");
    let page = format!("/enheder/{unit}");
    house.get(&neighbour, &page).await;
    rows::execute(&db, &call("Zebragården")).await;
    happen(&db, here.tenant, here.solgaarden.uuid()).await;
    house.catch_up().await;
    assert!(!shows(&house, &neighbour, &page, "Zebragården").await);
    let stranger = Visitor::anonymous("fjordlund.example");
    assert_eq!(house.get(&stranger, &page).await.status, StatusCode::NOT_FOUND);
    happen(&db, there.tenant, unit).await;
    assert!(shows(&house, &neighbour, &page, "Zebragården").await);
}

#[tokio::test]
async fn time_alone_ends_what_is_kept() {
    let database = sqlite().await;
    let db = database.db();
    let house = House::with_demo(&db).await;
    let clock = house.program.services.clock.clone();
    let task = open_task(&db).await;
    // Mondays from eight to half past nine: at nine, when the clock stands, the turn is under way.
    let id = rows::literal(&db, task);
    rows::execute(
        &db,
        &format!(
            "update task set weekdays = '1', starts_at_minute = 480, duration_minutes = 90, starts_on = null, ends_on = null where id = {id}"
        ),
    )
    .await;
    // Similar tasks stand on its page, and their turns end at hours of their own: this is about its own.
    rows::execute(&db, &format!("update task set state = 'draft' where state = 'open' and id <> {id}")).await;
    let page = format!("/opgaver/{task}");
    let before = house.get(&stranger(), &page).await;
    rename(&db, task, "Zebrafink").await;
    clock.set(NOW.day().at(9, 29));
    assert_eq!(house.get(&stranger(), &page).await.body, before.body);
    clock.set(NOW.day().at(9, 30));
    assert!(shows(&house, &stranger(), &page, "Zebrafink").await, "its turn is over: the next is another");
    rename(&db, task, "Solsort").await;
    clock.set(NOW.day().at(23, 59));
    assert!(shows(&house, &stranger(), &page, "Zebrafink").await);
    clock.set(NOW.day().end());
    assert!(shows(&house, &stranger(), &page, "Solsort").await, "a new day has other promises");
    database.close().await;
}

#[tokio::test]
async fn a_browser_that_has_the_page_is_told_so() {
    let database = sqlite().await;
    let house = House::with_demo(&database.db()).await;
    let ask = async |method: Method, headers: &[(&str, &str)]| {
        let mut request = stranger().request(method, "/opgaver?dag=weekend&tema=social");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        house.send(request.body(Body::empty()).unwrap()).await
    };
    let page = ask(Method::GET, &[]).await;
    let tag = page.header("etag").to_owned();
    assert!(tag.len() > 10);
    assert_eq!(page.header("cache-control"), "private, no-cache");
    let same = ask(Method::GET, &[("if-none-match", &format!("\"other\", W/{tag}"))]).await;
    assert_eq!((same.status, same.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    assert_eq!((same.header("etag"), same.header("cache-control")), (tag.as_str(), "private, no-cache"));
    assert_eq!(same.header("content-security-policy"), page.header("content-security-policy"));
    assert_eq!(ask(Method::GET, &[("if-none-match", "\"other\"")]).await.body, page.body);

    let head = ask(Method::HEAD, &[]).await;
    assert_eq!((head.status, head.body.as_str(), head.header("etag")), (StatusCode::OK, "", tag.as_str()));
    assert_eq!(head.header("content-length"), page.body.len().to_string());
    for (accepts, encoding) in [("gzip, deflate, br", "gzip"), ("gzip", "gzip"), ("identity", "")] {
        for _ in 0..2 {
            let answer = ask(Method::GET, &[("accept-encoding", accepts)]).await;
            assert_eq!(answer.header("content-encoding"), encoding);
            assert!(answer.header("vary").contains("cookie"));
            assert_eq!(
                answer.header("etag") == tag,
                encoding.is_empty(),
                "each encoding has a tag of its own"
            );
        }
    }
    let fragment = ask(Method::GET, &[("hx-request", "true"), ("if-none-match", &tag)]).await;
    assert_eq!(fragment.status, StatusCode::OK, "a fragment is not the page");
    assert!(!fragment.header("hx-push-url").is_empty());
    assert!(!ask(Method::GET, &[("hx-request", "true")]).await.header("hx-push-url").is_empty());
    assert!(page.header("hx-push-url").is_empty());
    database.close().await;
}

#[tokio::test]
async fn a_kept_page_counts_what_is_seen_on_it() {
    let database = sqlite().await;
    let db = database.db();
    let house = House::with_demo(&db).await;
    let task = open_task(&db).await;
    let id = rows::literal(&db, task);
    let seen =
        format!("select coalesce(sum(times), 0) from task_seen where task_id = {id} and place = 'page'");
    let before = rows::numbers(&db, &seen).await[0];
    for _ in 0..3 {
        house.get(&stranger(), &format!("/opgaver/{task}")).await;
    }
    house.work().await;
    assert_eq!(rows::numbers(&db, &seen).await, [before + 3]);
    database.close().await;
}

/// Every page that may be kept, each kind several times.
async fn public_pages(house: &House) -> Vec<String> {
    let start = ["/", "/opgaver", "/foreninger", "/organisation", "/kontakt", "/opgaver.json"];
    let pages = walk(house, &stranger(), &start, 3, 90).await;
    let kept = pages.into_iter().filter(|(_, _, answer)| !answer.header("etag").is_empty());
    kept.map(|(_, address, _)| address).collect()
}

/// Everything that is sent from a form moves the number, or leaves every public page as it was.
#[tokio::test]
async fn no_form_changes_a_public_page_without_a_word_in_the_book() {
    let database = sqlite().await;
    // The same town each time, so that the walk meets the same forms.
    let db = database.db().with_dice(Dice::seeded(13));
    let mut house = House::with_demo(&db).await;
    let public = public_pages(&house).await;
    assert!(public.len() > 25, "only {} pages are kept", public.len());
    let number = async || rows::numbers(&db, "select last_event from tenant").await[0];
    let roles = "select distinct p.kind from position p where p.valid_to is null order by 1";
    let mut people = Vec::new();
    for kind in rows::texts(&db, roles).await {
        let of_kind = format!(
            "select a.person_id from appointment a join position p on p.id = a.position_id \
             where p.kind = '{kind}' and p.valid_to is null and a.valid_to is null and a.capacity = 'holder' order by a.id limit 1"
        );
        people.extend(rows::ids(&db, &of_kind).await);
    }
    // Those who do most have most to send.
    let busy = "select c.person_id from volunteer_cv c \
                order by (select count(*) from booking b where b.person_id = c.person_id) \
                    + (select count(*) from engagement e where e.person_id = c.person_id) desc, c.person_id limit 3";
    people.extend(rows::ids(&db, busy).await);
    let mut actions = HashSet::new();
    let (mut sent, mut silent, mut stale) = (0, Vec::new(), Vec::new());
    for person in people {
        let visitor = house.signed_in(person).await;
        let start = [
            "/overblik",
            "/mine-opgaver",
            "/min-profil",
            "/opsaetning",
            "/foreninger",
            "/opgaver",
            "/min-side",
        ];
        for (_, address, answer) in walk(&house, &visitor, &start, 2, 90).await {
            let forms = if answer.is_html() { forms::forms(&answer.body, &address) } else { Vec::new() };
            for form in forms {
                let kind: String = form.action.split(['/', '?']).filter(|part| part.len() < 30).collect();
                // Whoever signs out or deletes the account sends nothing more.
                let leaves = kind.contains("log-ud") || kind.contains("min-profilslet");
                if leaves || !actions.insert(kind) {
                    continue;
                }
                house.catch_up().await;
                for page in &public {
                    house.get(&stranger(), page).await;
                }
                let before = number().await;
                let answer = house.post(&visitor, &form.action, &form.body()).await;
                assert!(!answer.status.is_server_error(), "{}", form.action);
                sent += 1;
                if number().await != before {
                    continue;
                }
                silent.push(format!("{} {}", answer.status.as_u16(), form.action));
                for page in &public {
                    let (kept, now) = (house.get(&stranger(), page).await, made_anew(&house, page).await);
                    if (kept.status, &kept.body) != (now.status, &now.body) {
                        stale.push(format!("{page} after {} from {address}", form.action));
                    }
                }
            }
        }
    }
    assert!(
        sent > 40 && sent - silent.len() > 15,
        "{sent} forms were sent, these without an event:\n{}",
        silent.join("\n")
    );
    assert!(stale.is_empty(), "{}", stale.join("\n"));
    database.close().await;
}
