//! The demo's volunteers: enough of every kind that each page has something to show, and Vilma's full life.

use samskab_store::{Db, db_test};

use crate::{rows, town::House};

async fn count(house: &House, sql: &str) -> i64 {
    rows::numbers(&house.db, sql).await[0]
}

#[db_test]
async fn the_town_has_volunteers_in_every_state(db: Db) {
    let house = House::with_demo(&db).await;
    for (least, what) in [
        (60, "volunteer_cv"),
        (45, "engagement"),
        (45, "agreement where place_can <> ''"),
        (10, "shift_series"),
        (100, "booking where state = 'attended'"),
        (500, "hours"),
        (4, "proof"),
        (12, "channel"),
        (200, "channel_visit"),
        (60, "coverage"),
        (40, "association_declaration"),
        (10, "cv_looked_at"),
        (1, "booking where state = 'seeking'"),
        (1, "shift where sequence > 0 and state = 'planned'"),
        (1, "shift where state = 'cancelled'"),
        (2, "volunteer_group"),
    ] {
        let found = count(&house, &format!("select count(*) from {what}")).await;
        assert!(found >= least, "{found} of {what}");
    }
    for state in ["proposed", "active", "paused", "ended"] {
        let of = format!("select count(*) from engagement where state = '{state}'");
        assert!(count(&house, &of).await >= 1, "{state}");
    }
    for state in ["needed", "ordered", "consented", "fulfilled", "refused"] {
        let of = format!(
            "select count(*) from fulfilment where requirement = 'childrens_certificate' and state = '{state}'"
        );
        assert!(count(&house, &of).await >= 1, "{state}");
    }
    let lacking = "select count(*) from association a where a.state = 'approved' and not exists
        (select 1 from association_declaration d where d.association_id = a.id and d.year = 2026)";
    let lacking = count(&house, lacking).await;
    assert!((3..=8).contains(&lacking), "{lacking} associations lack their declaration");
}

#[db_test]
async fn about_two_thirds_can_be_found_and_some_yeses_run_out(db: Db) {
    let house = House::with_demo(&db).await;
    let now = crate::town::NOW.micros();
    let in_force = format!("withdrawn_at is null and expires_at > {now}");
    let found = count(&house, &format!("select count(*) from volunteer_consent where {in_force}")).await;
    let all = count(&house, "select count(*) from volunteer_cv").await;
    assert!(found * 3 >= all * 2 && found < all, "{found} of {all}");
    let soon = now + 31 * 86_400_000_000;
    let soon = format!("select count(*) from volunteer_consent where {in_force} and expires_at < {soon}");
    assert!(count(&house, &soon).await >= 1);
    let over =
        format!("select count(*) from volunteer_consent where withdrawn_at is null and expires_at < {now}");
    assert!(count(&house, &over).await >= 1);
}

#[db_test]
async fn nobody_began_before_everything_was_in_order(db: Db) {
    let house = House::with_demo(&db).await;
    // Every active engagement has as many fulfilments as its task has requirements, here or everywhere.
    let lacking = "select t.title from engagement e join task t on t.id = e.task_id
        where e.state = 'active' and t.requirements like '%childrens_certificate%' and not exists
            (select 1 from fulfilment f where f.person_id = e.person_id and f.task_id = e.task_id
                and f.requirement = 'childrens_certificate' and f.state = 'fulfilled')";
    assert_eq!(rows::texts(&house.db, lacking).await, Vec::<String>::new());
}

#[db_test]
async fn nobody_is_in_two_places_at_once(db: Db) {
    let house = House::with_demo(&db).await;
    let double = "select n.name from booking a join booking b on b.person_id = a.person_id and b.id > a.id
            join shift s on s.id = a.shift_id join shift o on o.id = b.shift_id join person n on n.id = a.person_id
        where a.state in ('booked', 'seeking') and b.state in ('booked', 'seeking')
            and s.starts_at < o.ends_at and o.starts_at < s.ends_at";
    assert_eq!(rows::texts(&house.db, double).await, Vec::<String>::new());
    let crowded = "select count(*) from shift s where s.wanted <
        (select count(*) from booking b where b.shift_id = s.id and b.state in ('booked', 'seeking', 'attended'))";
    assert_eq!(count(&house, crowded).await, 0);
}

#[db_test]
async fn the_pupil_has_given_fourteen_hours_of_twenty_and_vilma_s_proof_can_be_checked(db: Db) {
    let house = House::with_demo(&db).await;
    let given = "select cast(sum(h.minutes) as bigint) from hours h
        join pupil_project p on p.person_id = h.person_id where h.day >= p.begins_on and h.day <= p.ends_on";
    assert_eq!(count(&house, given).await, 14 * 60);
    assert_eq!(count(&house, "select hours_wanted from pupil_project").await, 20);
    let visitor = crate::town::Visitor::anonymous(crate::town::HOST);
    let page = house.get(&visitor, "/bevis/K7QF-3MXA").await;
    assert!(
        page.body.contains("Vilma Godvilje") && page.body.contains("Besøgsven på Solgården"),
        "{}",
        page.body
    );
}
