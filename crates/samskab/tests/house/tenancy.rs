//! Two municipalities live here, and neither can reach into the other.

use axum::http::{Method, StatusCode};
use samskab_kernel::Day;
use samskab_organisation::{
    answering::Poster, association::Theme, position, testing as organisation, testing::Town,
};
use samskab_store::{Db, Stamp, db_test, sqlx::types::Uuid};
use samskab_taskbank::task::{self, State, Task, Time, state::Open, time::Turn};
use samskab_web::Access;

use crate::{
    forms,
    links::walk,
    routes::{addresses, ids_after},
    rows, schema,
    town::{House, NOW, Visitor, config, cookie},
};

const HERE: &str = "fjordlund.example";
const THERE: &str = "skovby.example";
/// A word that only the other municipality uses.
const WORD: &str = "zebrafinkeboksning";

/// The same kinds of things in both: a task of a unit, one of an association, a draft, and an interest.
struct Neighbour {
    town: Town,
    host: &'static str,
    tasks: Vec<Uuid>,
    administrator: Visitor,
}

impl Neighbour {
    async fn move_in(db: &Db, slug: &str, host: &'static str, word: &str) -> Self {
        let town = organisation::town_at(db, slug, host).await;
        let mut tx = db.begin(Stamp { tenant: town.tenant, actor: None, now: NOW }).await.unwrap();
        let mut tasks = Vec::new();
        for (poster, is_open) in [
            (Poster::Unit(town.solgaarden), true),
            (Poster::Association(town.handball), true),
            (Poster::Unit(town.havblik), false),
        ] {
            let mut task =
                Task::draft(tx.new_id(), poster, Theme::Social, Some(town.contact_solgaarden), NOW);
            task.title = format!("{word} på lørdag");
            task.summary = format!("Vi mødes om {word} og en kop kaffe.");
            task.does = vec!["Du hilser på alle".into()];
            task.postcode = "9561".parse().ok();
            task.city = "Fjordlund".into();
            task.place = Some((56.858, 10.125));
            task.time =
                Time::OneOff { day: Day::of(2026, 3, 7), turn: Turn { start_minute: 600, duration: 120 } };
            if is_open {
                task.state = State::Open(Open::from(NOW, NOW.plus_days(60)));
                task.published_at = Some(NOW);
            }
            task::store::add(&mut tx, &task).await.unwrap();
            tasks.push(task.id.uuid());
        }
        let (first, last) = (Day::of(2026, 3, 9), Day::of(2026, 3, 13));
        position::store::add_absence(&mut tx, town.administrator, first, last).await.unwrap();
        tx.commit().await.unwrap();
        let cookie = cookie(db, town.tenant, town.administrator.uuid()).await;
        let administrator = Visitor { cookie: Some(cookie), ..Visitor::anonymous(host) };
        Self { town, host, tasks, administrator }
    }

    /// Somebody shows interest and confirms it; the path of their own link.
    async fn show_interest(&self, house: &House, email: &str) -> String {
        let visitor = Visitor::anonymous(self.host);
        let form = house.interest_form(&visitor, self.tasks[0], email).await;
        let answer = house.post(&visitor, &form.action, &form.body()).await;
        assert!(answer.is_allowed(), "{}", answer.body);
        house.work().await;
        house.link_in_mail_to(email).await
    }

    /// How many rows it has in each table, and the number of its newest event.
    async fn kept(&self, db: &Db) -> Vec<(String, i64)> {
        let id = rows::literal(db, self.town.tenant.uuid());
        let newest = rows::numbers(db, &format!("select last_event from tenant where id = {id}")).await[0];
        let mut kept = vec![("the newest event".to_owned(), newest)];
        for (table, columns) in schema::schema(db).await {
            if columns.iter().any(|column| column.starts_with("tenant_id ")) {
                let count =
                    rows::numbers(db, &format!("select count(*) from {table} where tenant_id = {id}")).await;
                kept.push((table, count[0]));
            }
        }
        kept
    }

    /// Every id of its rows, of everything a path may name.
    async fn everything(&self, db: &Db) -> Vec<Uuid> {
        let mut ids = Vec::new();
        for table in ["task", "interest", "unit", "position", "appointment", "person", "association"] {
            let tenant = rows::literal(db, self.town.tenant.uuid());
            ids.extend(rows::ids(db, &format!("select id from {table} where tenant_id = {tenant}")).await);
        }
        ids
    }
}

async fn two_municipalities(db: &Db) -> (House, Neighbour, Neighbour) {
    let here = Neighbour::move_in(db, "fjordlund", HERE, "kaffehygge").await;
    let there = Neighbour::move_in(db, "skovby", THERE, WORD).await;
    let house = House::open(db, &config()).await;
    (house, here, there)
}

#[db_test]
async fn nothing_of_a_neighbour_is_reached_by_its_address(db: Db) {
    let (house, here, there) = two_municipalities(&db).await;
    here.show_interest(&house, "nogen.her@post.example").await;
    there.show_interest(&house, "nogen.der@post.example").await;
    let neighbour = Some(there.town.tenant.uuid());
    let before = there.kept(&db).await;
    let mut wrong = Vec::new();
    let (mut tried, mut pages) = (0, Vec::new());
    let says_the_same_to_all =
        // A channel's link leads to the front page whoever gave it out: a poster outlives its channel.
        |path: &str| ["/hjaelp", "/import/skabelon", "/v/"].iter().any(|start| path.starts_with(start));
    for route in house
        .program
        .routes
        .iter()
        .filter(|route| route.path.contains('{') && !says_the_same_to_all(route.path))
    {
        for address in addresses(&db, route.path, neighbour).await {
            tried += 1;
            // With the most powerful role there is here, and with none.
            for visitor in [&here.administrator, &Visitor::anonymous(HERE)] {
                let answer = if route.method == Method::GET {
                    house.get(visitor, &address).await
                } else {
                    house.post(visitor, &address, "").await
                };
                let refused = [StatusCode::NOT_FOUND, StatusCode::GONE].contains(&answer.status)
                    || visitor.cookie.is_none() && answer.status == StatusCode::UNAUTHORIZED
                    // What one takes away of one's own may be gone already.
                    || route.access == Access::SignedIn && answer.status == StatusCode::SEE_OTHER;
                if !refused {
                    wrong.push(format!(
                        "{} {address} answered {} to {visitor:?}",
                        route.method, answer.status
                    ));
                }
            }
            if route.method == Method::GET {
                pages.push(address);
            }
        }
    }
    assert!(tried > 30, "only {tried} addresses were tried");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert_eq!(there.kept(&db).await, before, "something of the neighbour was changed");
    let mut opened_at_home = 0;
    for address in pages {
        opened_at_home +=
            usize::from(house.get(&there.administrator, &address).await.status == StatusCode::OK);
    }
    assert!(opened_at_home >= 6, "only {opened_at_home} of them open at home: what was tried does not exist");
}

#[db_test]
async fn a_neighbour_s_keys_open_nothing_here(db: Db) {
    let (house, here, there) = two_municipalities(&db).await;
    // The cookie of somebody signed in there.
    let with_their_cookie = Visitor { host: HERE.into(), ..there.administrator.clone() };
    assert_eq!(house.get(&there.administrator, "/overblik").await.status, StatusCode::OK);
    assert_eq!(house.get(&with_their_cookie, "/overblik").await.status, StatusCode::UNAUTHORIZED);
    // The link of somebody interested there.
    let link = there.show_interest(&house, "nogen.der@post.example").await;
    let (stranger_here, stranger_there) = (Visitor::anonymous(HERE), Visitor::anonymous(THERE));
    assert_eq!(house.get(&stranger_there, &link).await.status, StatusCode::OK);
    for answer in [
        house.get(&stranger_here, &link).await,
        house.post(&stranger_here, &format!("{link}/bekraeft"), "").await,
    ] {
        assert!(
            [StatusCode::NOT_FOUND, StatusCode::GONE].contains(&answer.status),
            "{link} answered {}",
            answer.status
        );
    }
    // The link that signs in there.
    let mut tx = db.begin(Stamp { tenant: there.town.tenant, actor: None, now: NOW }).await.unwrap();
    let secret = samskab_web::token::fresh(db.dice());
    samskab_organisation::sign_in::add_link(
        &mut tx,
        &secret,
        there.town.administrator,
        30,
        samskab_web::session::Opens::Everything,
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    let link = format!("/log-ind/{secret}");
    for answer in [house.get(&stranger_here, &link).await, house.post(&stranger_here, &link, "").await] {
        assert!(answer.status.is_client_error(), "{link} answered {}", answer.status);
    }
    assert_eq!(house.get(&stranger_there, &link).await.status, StatusCode::OK);
    drop(here);
}

#[db_test]
async fn search_and_lists_know_only_their_own(db: Db) {
    let (mut house, here, there) = two_municipalities(&db).await;
    here.show_interest(&house, "nogen.her@post.example").await;
    there.show_interest(&house, "nogen.der@post.example").await;
    house.catch_up().await;
    let theirs: Vec<String> = there.everything(&db).await.iter().map(Uuid::to_string).collect();
    assert!(theirs.len() > 20);
    let unit = there.town.solgaarden;
    let mut found_there = 0;
    for list in [
        format!("/opgaver?q={WORD}"),
        format!("/opgaver.json?q={WORD}"),
        format!("/opgaver.rss?q={WORD}"),
        format!("/opgaver/kalender?q={WORD}&maaned=2026-03"),
        format!("/opgaver/kort?q={WORD}"),
        format!("/opgaver?hos={unit}"),
        format!("/opgaver?enhed={unit}"),
        format!("/opgaver.json?enhed={unit}"),
        "/foreninger".into(),
        "/foreninger?q=håndbold".into(),
        "/kontakt".into(),
        "/organisation".into(),
        "/".into(),
    ] {
        let list = list.replace('å', "%C3%A5");
        let at_home = house.get(&there.administrator, &list).await;
        found_there += usize::from(theirs.iter().any(|id| at_home.body.contains(id)));
        for visitor in [&here.administrator, &Visitor::anonymous(HERE)] {
            let answer = house.get(visitor, &list).await;
            // The address of this very page may stand in it, and with it what was asked for.
            let body = answer.body.replace(&unit.to_string(), "");
            let leaked: Vec<&String> = theirs.iter().filter(|id| body.contains(*id)).collect();
            assert!(leaked.is_empty(), "{list} shows {leaked:?} of the neighbour");
        }
    }
    assert!(found_there >= 8, "only {found_there} of the lists find it at home");
}

#[tokio::test]
async fn no_page_an_administrator_can_walk_to_names_the_neighbour() {
    let database = samskab_store::testing::sqlite().await;
    let db = database.db();
    let (mut house, here, there) = two_municipalities(&db).await;
    there.show_interest(&house, "nogen.der@post.example").await;
    house.catch_up().await;
    let theirs: Vec<String> = there.everything(&db).await.iter().map(Uuid::to_string).collect();
    let pages = walk(&house, &here.administrator, &["/", "/overblik", "/mine-opgaver"], 2, 200).await;
    assert!(pages.len() > 40);
    for (_, address, answer) in pages {
        let leaked = theirs.iter().find(|id| answer.body.contains(*id));
        assert!(leaked.is_none(), "{address} names {leaked:?}");
        assert!(!answer.body.contains(WORD), "{address} says what happens at the neighbour's");
    }
    database.close().await;
}

#[tokio::test]
async fn an_unknown_host_is_nobody_s_municipality() {
    let database = samskab_store::testing::sqlite().await;
    let (house, ..) = two_municipalities(&database.db()).await;
    for host in ["ukendt.example", "", "fjordlund.example.ond.example"] {
        let answer = house.get(&Visitor::anonymous(host), "/opgaver").await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{host}");
    }
    assert_eq!(
        house.get(&Visitor::anonymous("FJORDLUND.example:8080"), "/opgaver").await.status,
        StatusCode::OK
    );
    assert!(!ids_after(&database.db(), "opgaver", None).await.is_empty());
    database.close().await;
}

/// Rows of one municipality that refer to a row of another, whatever the tables.
async fn crossings(db: &Db) -> Vec<String> {
    let schema = schema::schema(db).await;
    let of_a_tenant = |table: &String| schema[table].iter().any(|column| column.starts_with("tenant_id "));
    let mut crossings = Vec::new();
    for (table, columns) in schema::references(db).await {
        for (column, other) in
            columns.into_iter().filter(|(_, other)| of_a_tenant(&table) && of_a_tenant(other))
        {
            let sql = format!(
                "select count(*) from {table} a join {other} b on b.id = a.{column} where a.tenant_id <> b.tenant_id"
            );
            if rows::numbers(db, &sql).await[0] > 0 {
                crossings.push(format!("{table}.{column} reaches into another municipality's {other}"));
            }
        }
    }
    crossings
}

/// `value` with the id in it, if there is one, replaced.
fn with_another_id(value: &str, id: Uuid) -> String {
    let start =
        (0..value.len()).find(|at| value.get(*at..*at + 36).is_some_and(|text| text.parse::<Uuid>().is_ok()));
    match start {
        Some(at) => format!("{}{id}{}", &value[..at], &value[at + 36..]),
        None => id.to_string(),
    }
}

#[db_test]
async fn a_form_cannot_name_what_belongs_to_a_neighbour(db: Db) {
    let (house, here, there) = two_municipalities(&db).await;
    let theirs = [
        there.town.solgaarden.uuid(),
        there.town.contact_solgaarden.uuid(),
        there.town.handball.uuid(),
        there.town.position_coordinator.uuid(),
    ];
    let mut sent = 0;
    for route in house
        .program
        .routes
        .iter()
        .filter(|route| route.method == Method::POST && route.access == Access::Decided)
    {
        let mut own = addresses(&db, route.path, Some(here.town.tenant.uuid())).await;
        if route.path == "/opgaver/ny" {
            own = theirs
                .iter()
                .chain([&here.town.solgaarden.uuid()])
                .map(|id| format!("/opgaver/ny?for={id}&kladde={id}"))
                .collect();
        }
        for address in own.into_iter().take(9) {
            let page = house.get(&here.administrator, &address).await;
            let forms = if page.is_html() { forms::forms(&page.body, &address) } else { Vec::new() };
            for form in forms {
                let chooses = |kind: &str, value: &str| kind == "select" || value.len() >= 36;
                let fields: Vec<_> =
                    form.fields.iter().filter(|field| chooses(&field.kind, &field.value)).cloned().collect();
                for field in fields {
                    for id in theirs {
                        let changed = form.clone().with(&field.name, &with_another_id(&field.value, id));
                        let answer = house.post(&here.administrator, &form.action, &changed.body()).await;
                        assert!(!answer.status.is_server_error(), "{} with {}={id}", form.action, field.name);
                        sent += 1;
                    }
                }
            }
        }
    }
    assert!(sent > 40, "only {sent} forms were sent");
    assert_eq!(crossings(&db).await, Vec::<String>::new());
}
