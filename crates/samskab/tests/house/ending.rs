//! A municipality that ends leaves nobody waiting, says so, and is gone without a trace when it is removed.

use axum::http::StatusCode;
use samskab::ending::{self, DAYS_TO_FETCH, NotRemoved};
use samskab_store::{Db, Stamp, db_test};

use crate::{
    exits::nothing_is_left_open,
    rows,
    schema::schema,
    town::{HOST, House, NOW, Visitor},
};

#[db_test]
async fn a_municipality_that_ends_tells_everybody_and_takes_nothing_more(db: Db) {
    let mut house = House::with_demo(&db).await;
    let services = house.program.services.clone();
    let tenant = services.tenants.all(NOW).await.unwrap().remove(0);
    let before = ending::stands(&mut db.read().await.unwrap(), tenant.id).await.unwrap().unwrap();
    assert!(before.tasks > 0 && before.agreements > 0 && before.waiting > 0, "{before:?}");
    assert!(ending::end(&services, &tenant, "Kommunen bruger et andet sted.").await.unwrap());
    assert!(!ending::end(&services, &tenant, "En gang til.").await.unwrap(), "it has ended already");

    let after = ending::stands(&mut db.read().await.unwrap(), tenant.id).await.unwrap().unwrap();
    assert_eq!((after.tasks, after.agreements), (0, 0), "{after:?}");
    nothing_is_left_open(&db, "the end of the municipality").await;
    let unwritten = "select count(*) from person p where p.email is not null
                     and not exists (select 1 from mail m where m.recipient = p.email)";
    assert_eq!(rows::numbers(&db, unwritten).await, [0], "everybody with an address has a letter");
    let told =
        rows::texts(&db, "select body from mail where subject like '%lukker siden med%' limit 1").await;
    assert!(
        told[0].contains("Kommunen bruger et andet sted.") && told[0].contains("Til og med den"),
        "{told:?}"
    );

    house.catch_up().await;
    let stranger = Visitor::anonymous(HOST);
    let page = house.get(&stranger, "/").await;
    assert!(page.status == StatusCode::OK && page.body.contains("Siden er lukket"), "{}", page.body);
    let refused = house.post(&stranger, "/bliv-frivillig", "name=Anna&email=anna%40post.example").await;
    assert_eq!(refused.status, StatusCode::GONE);
    assert!(refused.body.contains("ikke skrive noget nyt"), "{}", refused.body);
    let asks = house.post(&stranger, "/log-ind", "email=vilma.godvilje%40fjordlund.example").await;
    assert_ne!(asks.status, StatusCode::GONE, "people still get at what is theirs");
}

#[db_test]
async fn it_is_removed_when_people_have_had_time_and_nothing_of_it_stays(db: Db) {
    let house = House::with_demo(&db).await;
    let services = house.program.services.clone();
    let tenant = services.tenants.all(NOW).await.unwrap().remove(0);
    let stamp = || Stamp { tenant: tenant.id, actor: None, now: NOW };
    let remove = async |days: i32| ending::remove(&db, &tenant, NOW.day().plus_days(days), stamp()).await;
    assert!(matches!(remove(0).await, Err(NotRemoved::GoesOn(_))));
    ending::end(&services, &tenant, "Slut.").await.unwrap();
    assert!(matches!(remove(DAYS_TO_FETCH).await, Err(NotRemoved::TooSoon { .. })));
    assert!(matches!(remove(DAYS_TO_FETCH + 1).await, Err(NotRemoved::LettersLeft(_))));
    house.work().await;
    remove(DAYS_TO_FETCH + 1).await.unwrap();
    for (table, columns) in schema(&db).await {
        if !columns.iter().any(|column| column.starts_with("tenant_id ")) {
            continue;
        }
        let left = rows::numbers(&db, &format!("select count(*) from {table}")).await;
        assert_eq!(left, [0], "{table} still has rows of it");
    }
}
