//! What did not succeed is seen by the administrator, tried again or let go; nobody else sees whom a mail was for.

use axum::http::StatusCode;
use samskab_store::{Db, db_test};

use crate::{
    rows,
    town::{HOST, House, Visitor},
};

const PAGE: &str = "/opsaetning/fejl";

#[db_test]
async fn what_failed_waits_for_the_administrator_until_it_is_seen_to(db: Db) {
    let house = House::with_demo(&db).await;
    house.work().await;
    let admin = rows::ids(
        &db,
        "select a.person_id from appointment a join position p on p.id = a.position_id \
         where p.kind = 'administrator'",
    )
    .await[0];
    let admin = house.signed_in(admin).await;
    let calm = house.get(&admin, PAGE).await;
    assert!(calm.body.contains("Ingen mails er kommet retur") && calm.body.contains("Intet er opgivet"));
    assert!(!house.get(&admin, "/overblik").await.body.contains(PAGE));

    rows::execute(
        &db,
        "update mail set sent_at = null, failed = '550', recipient = 'nikolaj.nix@post.example' \
         where id in (select id from mail order by id limit 2)",
    )
    .await;
    rows::execute(
        &db,
        "insert into job (id, tenant_id, kind, payload, run_at, attempts, last_error, given_up_at, created_at) \
         select id, tenant_id, 'test.work', 'null', 0, 10, 'the disk was full', 1, 0 from mail order by id limit 1",
    )
    .await;
    let overview = house.get(&admin, "/overblik").await;
    assert!(
        overview.body.contains("3 ting lykkedes ikke") && overview.body.contains(PAGE),
        "{}",
        overview.body
    );
    let page = house.get(&admin, PAGE).await;
    assert_eq!(
        page.body.matches("nikolaj.nix@post.example").count(),
        2 * 3,
        "in the heading and on both buttons"
    );
    assert!(
        page.body.contains("Adressen findes ikke") && page.body.contains("the disk was full"),
        "{}",
        page.body
    );

    // Nobody else, and least of all a stranger.
    let stranger = Visitor::anonymous(HOST);
    assert_eq!(house.get(&stranger, PAGE).await.status, StatusCode::UNAUTHORIZED);
    let nobody = house.without_roles().await;
    assert_eq!(house.get(&nobody, PAGE).await.status, StatusCode::FORBIDDEN);
    let actions: Vec<String> = page
        .body
        .split("action=\"")
        .skip(1)
        .filter_map(|rest| rest.split_once('"').map(|(path, _)| path.to_owned()))
        .filter(|path| path.starts_with(PAGE))
        .collect();
    assert_eq!(actions.len(), 6);
    for action in &actions {
        assert_eq!(house.post(&nobody, action, "").await.status, StatusCode::NOT_FOUND, "{action}");
    }
    let press = async |wanted: &str| {
        let action = actions.iter().find(|action| action.contains(wanted)).unwrap();
        assert_eq!(house.post(&admin, action, "").await.status, StatusCode::SEE_OTHER);
    };
    let again = actions.iter().filter(|action| action.contains("/mails/") && action.ends_with("/igen"));
    let again: Vec<_> = again.collect();
    house.post(&admin, again[0], "").await;
    house.work().await;
    assert_eq!(rows::numbers(&db, "select count(*) from mail where failed is not null").await, [1]);
    let let_go = again[1].replace("/igen", "/fjern");
    house.post(&admin, &let_go, "").await;
    assert_eq!(rows::numbers(&db, "select count(*) from mail where failed is not null").await, [0]);
    press("/arbejde/").await;
    assert_eq!(rows::numbers(&db, "select count(*) from job where given_up_at is not null").await, [0]);
    assert!(!house.get(&admin, "/overblik").await.body.contains(PAGE));
}

/// While the database takes nothing, readers read, and who sends something is told that it was not kept.
#[tokio::test]
async fn a_database_that_is_closed_is_answered_with_a_word_when_to_come_again() {
    let database = samskab_store::testing::sqlite().await;
    let db = database.db();
    let house = House::with_demo(&db).await;
    let visitor = Visitor::anonymous(HOST);
    assert_eq!(house.get(&visitor, "/opgaver").await.status, StatusCode::OK);
    db.close().await;
    for path in ["/opgaver", "/foreninger?q=havn", "/readyz"] {
        let answer = house.get(&visitor, path).await;
        assert_eq!(answer.status, StatusCode::SERVICE_UNAVAILABLE, "{path}");
        assert_eq!(answer.header("retry-after"), "10", "{path}");
    }
    let page = house.get(&visitor, "/opgaver").await;
    assert!(page.body.contains("Vi kan ikke nå vores data lige nu"), "{}", page.body);
    database.close().await;
}
