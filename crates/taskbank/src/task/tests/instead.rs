//! What somebody else does while the contact is away, and a form whose mistakes are said at once.

use samskab_organisation::position;
use samskab_store::{Db, db_test};

use super::*;

const WAITS: &str = "venter på dig)";

#[db_test]
async fn while_the_contact_is_away_the_deputy_is_asked_too(db: Db) {
    let site = Site::open(&db, "{}").await;
    let (town, deputy) = (&site.town, site.town.deputy_solgaarden);
    let long_ago = NOW.plus_days(-60);
    let task = weekly(complete(&db, town)).publish(&Settings::default(), long_ago).unwrap();
    add(&db, town, &task).await;
    let mut tx = begin(&db, town, NOW).await;
    let until = NOW.day().plus_days(5);
    position::store::add_absence(&mut tx, town.contact_solgaarden, NOW.day(), until).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!site.get(Some(deputy), "/mine-opgaver").await.body.contains(WAITS));
    assert_eq!(look_after(&db, town, NOW).await, 1);
    for person in [town.contact_solgaarden, deputy] {
        assert_eq!(notices_to(&db, town, person).await, ["task_asked_if_current"]);
        assert!(site.get(Some(person), "/mine-opgaver").await.body.contains(WAITS), "it waits for them");
    }
    assert!(!site.get(Some(town.key_care), "/mine-opgaver").await.body.contains(WAITS));
}

#[db_test]
async fn every_mistake_is_said_in_one_round_in_the_order_of_the_form(db: Db) {
    let site = Site::open(&db, "{}").await;
    let mut fields = vec![
        ("time_kind", "weekly"),
        ("start", "16.00"),
        ("end", "14.00"),
        ("places", "mange"),
        ("postcode", "95"),
        ("action", "publish"),
    ];
    fields.extend(ALL_GROUPS);
    let answer = site.post(site.town.contact_solgaarden, &new_for(&site.town), &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let summary = answer.body.split("error-summary-heading").last().unwrap();
    let summary = summary.split("</nav>").next().unwrap();
    let named = [
        "#title",
        "#summary",
        "#does",
        "#weekdays",
        "#end",
        "#postcode",
        "#contact",
        "#boundary_staff",
        "#insurance",
        "#places",
    ];
    let places: Vec<Option<usize>> = named.iter().map(|field| summary.find(field)).collect();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?} in {summary}");
    assert!(summary.contains("Vælg mindst én ugedag") && !summary.contains("#start\""), "{summary}");
}
