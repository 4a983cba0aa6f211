//! The demo's town agrees with itself, whatever day it is loaded: a Monday, a Sunday, Christmas Eve, the first day of July,
//! one just after New Year.

use samskab_demo as demo;
use samskab_kernel::{Day, Instant, holiday::Holiday, jiff::civil::Weekday};
use samskab_store::{Db, db_test};

use crate::{
    rows,
    town::{House, config},
};

#[db_test]
async fn on_a_monday(db: Db) {
    agrees(&db, Day::of(2026, 11, 30)).await;
}

#[db_test]
async fn on_a_sunday(db: Db) {
    agrees(&db, Day::of(2026, 11, 29)).await;
}

#[db_test]
async fn on_christmas_eve(db: Db) {
    agrees(&db, Day::of(2026, 12, 24)).await;
}

#[db_test]
async fn on_the_first_of_july(db: Db) {
    agrees(&db, Day::of(2027, 7, 1)).await;
}

/// The time in which the policy was decided ends with Christmas: the council and its committee meet on the same Tuesdays.
#[db_test]
async fn on_the_first_saturday_of_january(db: Db) {
    agrees(&db, Day::of(2027, 1, 2)).await;
}

async fn agrees(db: &Db, today: Day) {
    let now = today.at(2, 20);
    assert!(demo::load_if_empty(db, now).await.unwrap());
    days_are_working_days(db).await;
    what_comes_first_is_first(db).await;
    hearings_are_of_the_text_and_everybody_is_asked(db).await;
    times_of_tasks_and_shifts_agree(db).await;
    town_has_what_a_director_looks_for(db, now).await;
}

fn is_office_day(day: Day) -> bool {
    !day.is_weekend() && Holiday::of(day).is_none()
}

/// How many rows: none is right.
async fn none(db: &Db, what: &str, rows: &str) {
    let found = rows::numbers(db, &format!("select count(*) {rows}")).await[0];
    assert_eq!(found, 0, "{what}");
}

async fn days_are_working_days(db: &Db) {
    for (what, rows) in [
        ("a meeting", "select starts_at from meeting"),
        ("a meeting for everybody", "select starts_at from dialogue"),
    ] {
        for at in rows::numbers(db, rows).await {
            let day = Instant::from_micros(at).day();
            assert!(is_office_day(day) && day.date().month() != 7, "{what} on {day:?}");
        }
    }
    for (what, rows) in [
        ("a hearing opens", "select opens_at from hearing"),
        ("a hearing closes", "select closes_at from hearing"),
        ("a text is kept", "select created_at from text_version"),
        ("a text is changed", "select updated_at from written_text"),
        ("a task is posted", "select published_at from task where published_at is not null"),
        ("a CV is looked at", "select at from cv_look"),
    ] {
        for at in rows::numbers(db, rows).await {
            let at = Instant::from_micros(at);
            assert!(is_office_day(at.day()), "{what} on {:?}", at.day());
            assert!(at >= at.day().at(8, 0) && at < at.day().at(17, 0), "{what} at {at:?}");
        }
    }
    none(db, "the council decides in July", "from policy_step where kind in ('committee', 'council') and (starts_on like '%-07-%' or ends_on like '%-07-%')").await;
}

async fn what_comes_first_is_first(db: &Db) {
    none(
        db,
        "somebody was interested before the task was posted",
        "from interest i join task t on t.id = i.task_id where i.created_at < t.published_at",
    )
    .await;
    none(
        db,
        "a step was done before an earlier one",
        "from policy_step a join policy_step b on b.policy_id = a.policy_id and b.place > a.place
           where a.done_on > b.done_on",
    )
    .await;
    none(
        db,
        "the council decided before its committee, or on the same day",
        "from policy_step a join policy_step b on b.policy_id = a.policy_id
           where a.kind = 'committee' and b.kind = 'council' and a.done_on >= b.done_on",
    )
    .await;
    none(
        db,
        "a policy was adopted without its text",
        "from policy p join text_version v on v.text_id = p.text_id and v.number = p.adopted_number
           join agenda_item i on i.id = p.adopted_item_id join meeting m on m.id = i.meeting_id
           where v.created_at >= m.starts_at",
    )
    .await;
    let adopted = "select count(*) from policy p join policy_step s on s.policy_id = p.id and s.kind = 'council'
        where p.state = 'adopted' and s.done_on = p.adopted_on and p.adopted_on between s.starts_on and s.ends_on";
    assert_eq!(rows::numbers(db, adopted).await, [1], "adopted in the time that the plan says");
    none(
        db,
        "whoever helps was registered after the first day",
        "from engagement e join person n on n.id = e.person_id where e.created_at < n.created_at",
    )
    .await;
}

async fn hearings_are_of_the_text_and_everybody_is_asked(db: &Db) {
    let of_policy = "select count(*) from policy_step s join policy p on p.id = s.policy_id
        join hearing h on h.id = s.hearing_id join text_version v on v.id = h.version_id
        where h.text_id = p.text_id and v.text_id = p.text_id and v.created_at < h.opens_at
          and not exists (select 1 from text_version newer where newer.text_id = v.text_id and newer.number > v.number)";
    assert_eq!(rows::numbers(db, of_policy).await, [1], "the text that is heard is the newest of the policy");
    none(
        db,
        "a paragraph that is answered does not stand in the text",
        "from hearing_part r join hearing h on h.id = r.hearing_id
           where r.block_id is not null and not exists (select 1 from hearing_block b where b.id = r.block_id)",
    )
    .await;
    none(
        db,
        "a council is asked that does not meet in time",
        "from hearing h join hearing_party p on p.hearing_id = h.id
           where h.state = 'announced' and p.body_id is not null and not exists (select 1 from meeting m
             where m.body_id = p.body_id and m.starts_at > h.opens_at and m.starts_at < h.closes_at)",
    )
    .await;
    none(
        db,
        "a party is invited to no address",
        "from hearing_party where invited_at is not null and email is null",
    )
    .await;
    none(
        db,
        "a hearing calls another number than the person's",
        "from hearing where contact <> '' and contact not in (select name || ', 12 70 94 76' from person)",
    )
    .await;
    let house = House::open(db, &config()).await;
    let sql = "select a.person_id from appointment a join position p on p.id = a.position_id
               where p.kind = 'central_coordinator' and a.capacity = 'holder' and a.valid_to is null";
    let coordinator = house.signed_in(rows::ids(db, sql).await[0]).await;
    for hearing in rows::ids(db, "select id from hearing where state in ('announced', 'answered')").await {
        let page = house.get(&coordinator, &format!("/hoeringer/{hearing}/parter")).await;
        assert!(page.body.contains("Frivilligrådet"), "{}", page.body);
        assert!(!page.body.contains("/parter/foreslaaet"), "somebody should be asked:\n{}", page.body);
    }
}

async fn times_of_tasks_and_shifts_agree(db: &Db) {
    none(
        db,
        "more are wanted at a shift than the task has places for",
        "from shift s join task t on t.id = s.task_id where t.places is not null and s.wanted > t.places",
    )
    .await;
    let rows = "select s.starts_at from shift s join task t on t.id = s.task_id join unit_version v on v.unit_id = t.unit_id
        where v.kind = 'skole'";
    for at in rows::numbers(db, rows).await {
        let day = Instant::from_micros(at).day();
        assert!(
            day.date().month() != 7 && !(day.date().month() == 12 && day.date().day() >= 20),
            "at school on {day:?}"
        );
    }
    let visits = "select e.begins_on from engagement e join task t on t.id = e.task_id where t.title like 'Besøgsven på Solg%'";
    for day in rows::texts(db, visits).await {
        assert_eq!(day.parse::<Day>().unwrap().weekday(), Weekday::Tuesday, "{day}");
    }
}

async fn town_has_what_a_director_looks_for(db: &Db, now: Instant) {
    for body in [
        "Byrådet",
        "Velfærdsudvalget",
        "Kultur- og Fritidsudvalget",
        "Frivilligrådet",
        "Ældrerådet",
        "Handicaprådet",
    ] {
        let seats = format!(
            "select count(*) from body_seat s join body b on b.id = s.body_id where b.name = '{body}'"
        );
        assert!(rows::numbers(db, &seats).await[0] >= 3, "nobody sits in {body}");
        let coming = format!(
            "select count(*) from meeting m join body b on b.id = m.body_id
               where b.name = '{body}' and m.starts_at > {}",
            now.micros()
        );
        assert!(rows::numbers(db, &coming).await[0] >= 1, "{body} does not meet");
    }
    none(
        db,
        "a body of MED belongs to no part of the municipality",
        "from body where kind = 'med' and unit_id is null and med_level > 1",
    )
    .await;
}
