//! Whoever counted on it is told, whatever door somebody leaves by: every exit over the demo town, and nothing is left
//! open behind it.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use samskab_store::{Db, db_test, sqlx::types::Uuid};

use crate::{
    rows,
    town::{House, NOW, Visitor},
};

/// What nobody may leave behind: a sentence, and the statement that finds it. `NOW` is the clock's time in microseconds.
const LEFT_OPEN: [(&str, &str); 9] = [
    (
        "a shift to come of a task that was called off",
        "select count(*) from shift s join task t on t.id = s.task_id
         where s.state = 'planned' and s.starts_at > NOW and t.state = 'cancelled'",
    ),
    (
        "a place in a shift that was cancelled",
        "select count(*) from booking b join shift s on s.id = b.shift_id
         where b.state in ('booked', 'seeking') and s.state = 'cancelled'",
    ),
    (
        "a series that goes on with a task that was called off",
        "select count(*) from shift_series e join task t on t.id = e.task_id
         where t.state = 'cancelled' and (e.last_on is null or e.last_on > 'TODAY')",
    ),
    (
        "somebody with an address who waits for a task that was called off",
        "select count(*) from interest i join task t on t.id = i.task_id
         where t.state = 'cancelled' and i.email is not null and i.state in ('new', 'invited', 'accepted', 'waitlisted')",
    ),
    (
        "somebody to be called who is on nobody's list",
        "select count(*) from interest i join task t on t.id = i.task_id
         where t.state = 'cancelled' and i.email is null and i.state in ('invited', 'accepted', 'waitlisted')",
    ),
    (
        "an agreement about a task that was called off",
        "select count(*) from engagement e join task t on t.id = e.task_id
         where t.state = 'cancelled' and e.state <> 'ended'",
    ),
    (
        "an open task of a unit that is closed",
        "select count(*) from task t where t.unit_id is not null and t.state in ('awaiting', 'open', 'filled')
         and not exists (select 1 from unit_version v where v.unit_id = t.unit_id and (v.valid_to is null or v.valid_to > 'TODAY'))
         and (t.time_kind <> 'one_off' or t.starts_on > 'TODAY')",
    ),
    (
        "an open task of an association that is closed",
        "select count(*) from task t join association a on a.id = t.association_id
         where a.state = 'closed' and t.state in ('awaiting', 'open', 'filled')",
    ),
    (
        "an invitation to something that was called off",
        "select count(*) from invitation i join task t on t.id = i.task_id
         where i.state = 'sent' and t.state = 'cancelled'",
    ),
];

/// The people whom an exit of something concerns, as SQL says which tasks it takes along.
struct Counting {
    /// Addresses of those who wait for an answer or have an agreement.
    addresses: Vec<String>,
}

struct Walk<'a> {
    house: &'a House,
    db: &'a Db,
    coordinator: Visitor,
}

impl Walk<'_> {
    async fn counting_on(&self, tasks: &str) -> Counting {
        // What is over counts on nothing more.
        let today = NOW.day();
        let tasks = format!(
            "({tasks}) and (t.time_kind is null or t.time_kind <> 'one_off' or t.starts_on >= '{today}')"
        );
        let sql = format!(
            "select distinct coalesce(i.email, '') from interest i join task t on t.id = i.task_id
             where i.email is not null and i.state in ('new', 'invited', 'accepted', 'waitlisted') and {tasks}
             union select distinct coalesce(n.email, '') from engagement e join task t on t.id = e.task_id
             join person n on n.id = e.person_id where n.email is not null and e.state <> 'ended' and {tasks}"
        );
        Counting { addresses: rows::texts(self.db, &sql).await }
    }

    async fn mails(&self) -> BTreeMap<String, i64> {
        let mut count = BTreeMap::new();
        for address in rows::texts(self.db, "select recipient from mail").await {
            *count.entry(address).or_default() += 1;
        }
        count
    }

    async fn nothing_is_left_open(&self, after: &str) {
        nothing_is_left_open(self.db, after).await;
    }

    /// Goes through the door: the page before the yes names everybody's task, then the yes; each of `counting` gets
    /// one letter more.
    async fn leave(&self, path: &str, body: &str, counting: &Counting, name: &str) {
        let page = self.house.get(&self.coordinator, path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        if !counting.addresses.is_empty() {
            assert!(
                page.body.contains("id=\"foelger\""),
                "{name}: its consequences are listed first\n{}",
                page.body
            );
        }
        let before = self.mails().await;
        let done = self.house.post(&self.coordinator, path, body).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{name}\n{}", done.body);
        let after = self.mails().await;
        for address in &counting.addresses {
            let letters = after.get(address).copied().unwrap_or_default()
                - before.get(address).copied().unwrap_or_default();
            assert!(letters >= 1, "{name}: {address} counted on it and was not written to");
        }
        self.nothing_is_left_open(name).await;
    }
}

pub async fn nothing_is_left_open(db: &Db, after: &str) {
    let (now, today) = (NOW.micros().to_string(), NOW.day().to_string());
    for (what, sql) in LEFT_OPEN {
        let sql = sql.replace("NOW", &now).replace("TODAY", &today);
        let found = rows::numbers(db, &sql).await;
        assert_eq!(found, [0], "after {after}: {what}");
    }
}

async fn walk<'a>(house: &'a House, db: &'a Db) -> Walk<'a> {
    let coordinator = rows::ids(
        db,
        "select a.person_id from appointment a join position p on p.id = a.position_id
         where p.kind = 'central_coordinator' and a.capacity = 'holder' and a.valid_to is null and p.valid_to is null",
    )
    .await[0];
    Walk { house, db, coordinator: house.signed_in(coordinator).await }
}

#[db_test]
async fn every_exit_settles_what_hangs_on_it(db: Db) {
    let house = House::with_demo(&db).await;
    let walk = walk(&house, &db).await;
    walk.nothing_is_left_open("nothing at all").await;
    let literal = |id: Uuid| rows::literal(&db, id);

    // A task with the most people in it is called off, another takes no more.
    let busy = "select t.id from task t where t.state in ('open', 'filled') and exists (select 1 from booking b
                join shift s on s.id = b.shift_id where s.task_id = t.id and b.state = 'booked') order by t.id limit 2";
    let tasks = rows::ids(&db, busy).await;
    assert!(!tasks.is_empty(), "the town has a task with shifts and people in it");
    let counting = walk.counting_on(&format!("t.id = {}", literal(tasks[0]))).await;
    assert!(!counting.addresses.is_empty());
    walk.leave(
        &format!("/opgaver/{}/luk", tasks[0]),
        "outcome=cancelled&text=Regn",
        &counting,
        "a task called off",
    )
    .await;
    let nobody = Counting { addresses: Vec::new() };
    if let Some(task) = tasks.get(1) {
        walk.leave(
            &format!("/opgaver/{task}/luk"),
            "outcome=closed&text=",
            &nobody,
            "a task that takes no more",
        )
        .await;
    }

    // Volunteers delete their accounts: their shifts are free, and somebody hears of it.
    let volunteers = "select distinct b.person_id from booking b join shift s on s.id = b.shift_id
         where b.state = 'booked' and s.state = 'planned' and s.starts_at > NOW
           and not exists (select 1 from appointment a where a.person_id = b.person_id and a.valid_to is null)
           and not exists (select 1 from association_contact c where c.person_id = b.person_id and c.valid_to is null)";
    let volunteers = rows::ids(&db, &volunteers.replace("NOW", &NOW.micros().to_string())).await;
    assert!(!volunteers.is_empty(), "somebody in the town has a shift to come");
    for person in volunteers.into_iter().take(3) {
        let visitor = house.signed_in(person).await;
        let page = house.get(&visitor, "/min-profil/slet").await;
        assert!(page.body.contains("id=\"foelger\""), "{}", page.body);
        let told = "select count(*) from mail";
        let notices = "select count(*) from notice";
        let before = (rows::numbers(&db, told).await[0], rows::numbers(&db, notices).await[0]);
        let gone = house.post(&visitor, "/min-profil/slet", "").await;
        assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.body);
        let after = (rows::numbers(&db, told).await[0], rows::numbers(&db, notices).await[0]);
        assert!(after.0 > before.0 || after.1 > before.1, "nobody was told that an account is gone");
        walk.nothing_is_left_open("an account deleted").await;
    }

    // A contact person's position ends: another answers for their tasks.
    let contacts = "select p.id from position p join appointment a on a.position_id = p.id join task t on t.unit_id = p.unit_id
         where p.kind = 'local_contact' and p.valid_to is null and a.valid_to is null
           and t.contact_person_id = a.person_id and t.state = 'open' order by p.id limit 1";
    let position = rows::ids(&db, contacts).await[0];
    let was = rows::ids(
        &db,
        &format!(
            "select person_id from appointment where position_id = {} and capacity = 'holder'",
            literal(position)
        ),
    )
    .await[0];
    let yesterday = NOW.day().plus_days(-1);
    let path = format!("/stillinger/{position}/nedlaeggelse");
    let page = house.get(&walk.coordinator, &path).await;
    assert!(page.body.contains("id=\"foelger\""), "{}", page.body);
    walk.leave(&path, &format!("last_day={yesterday}"), &nobody, "a position that ends").await;
    let still = format!(
        "select count(*) from task where state in ('awaiting', 'open', 'filled') and contact_person_id = {}
         and unit_id = (select unit_id from position where id = {})",
        literal(was),
        literal(position)
    );
    assert_eq!(rows::numbers(&db, &still).await, [0], "another is the contact of their tasks");

    // Every place of the town closes: some with a successor, the others for good.
    let units = "select v.unit_id from unit_version v where v.level = 'institution' and v.valid_to is null
                 and exists (select 1 from task t where t.unit_id = v.unit_id and t.state in ('open', 'filled')) order by v.unit_id";
    let units = rows::ids(&db, units).await;
    assert!(units.len() >= 3, "the town has places with tasks: {}", units.len());
    let successor = units[units.len() - 1];
    for (number, unit) in units.iter().enumerate() {
        let counting = walk.counting_on(&format!("t.unit_id = {}", literal(*unit))).await;
        let path = format!("/enheder/{unit}/lukning");
        let last_day = yesterday;
        let moves = number == 0 && *unit != successor;
        let body = if moves {
            format!("from={last_day}&successor={successor}&tasks=move&reason=")
        } else {
            format!("from={last_day}&successor=&tasks=cancel&reason=Huset+lukker")
        };
        walk.leave(&path, &body, &counting, "a unit that closes").await;
        let left = format!(
            "select count(*) from task where state in ('awaiting', 'open', 'filled') and unit_id = {}",
            literal(*unit)
        );
        assert_eq!(rows::numbers(&db, &left).await, [0], "a closed unit has no open task");
    }

    let associations = "select distinct a.id from association a join task t on t.association_id = a.id
                        where a.state = 'approved' and t.state in ('open', 'filled') order by a.id";
    for association in rows::ids(&db, associations).await {
        let counting = walk.counting_on(&format!("t.association_id = {}", literal(association))).await;
        walk.leave(
            &format!("/foreninger/{association}/luk"),
            "reason=Sidste+mand+lukker",
            &counting,
            "an association",
        )
        .await;
    }
    // And nothing that was called off is found.
    let mut house = house;
    house.catch_up().await;
    let found = house.get(&Visitor::anonymous(crate::town::HOST), "/opgaver.json").await;
    assert!(!found.body.contains("\"kind\":\"association\""), "{}", found.body);
}

#[db_test]
async fn whoever_takes_back_their_consent_sees_what_hangs_on_it_and_can_still_answer(db: Db) {
    let house = House::with_demo(&db).await;
    let asked = format!(
        "select i.person_id from invitation i join volunteer_consent c on c.person_id = i.person_id
         where i.state = 'sent' and i.expires_at > {} and c.withdrawn_at is null order by i.id limit 1",
        NOW.micros()
    );
    let person = rows::ids(&db, &asked).await[0];
    let visitor = house.signed_in(person).await;
    let page = house.get(&visitor, "/min-side/cv/samtykke").await;
    assert!(page.body.contains("id=\"foelger\"") && page.body.contains("/invitationer/"), "{}", page.body);
    let done = house.post(&visitor, "/min-side/cv/samtykke/tilbage", "").await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let open = format!(
        "select count(*) from invitation where state = 'sent' and person_id = {}",
        rows::literal(&db, person)
    );
    assert!(rows::numbers(&db, &open).await[0] > 0, "what was asked can be answered");
}
