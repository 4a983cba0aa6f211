//! One person in one place, over the whole demo town: what the coordinator reads, who is told of the looks, and what is
//! left behind somebody who leaves.

use axum::http::StatusCode;
use samskab_store::{Db, db_test, sqlx::types::Uuid};

use crate::{
    rows,
    town::{Answer, House, NOW, Visitor},
};

async fn coordinator(house: &House) -> Visitor {
    let sql = "select a.person_id from appointment a join position p on p.id = a.position_id
               where p.kind = 'central_coordinator' and a.capacity = 'holder' and a.valid_to is null";
    house.signed_in(rows::ids(&house.db, sql).await[0]).await
}

/// A volunteer who helps now, has shifts to come and hours behind them, and no role.
const HELPER: &str = "select e.person_id from engagement e join person n on n.id = e.person_id
    where e.state = 'active' and n.email is not null
      and exists (select 1 from booking b join shift s on s.id = b.shift_id
                  where b.person_id = e.person_id and b.state = 'booked' and s.state = 'planned' and s.starts_at > NOW)
      and not exists (select 1 from appointment a where a.person_id = e.person_id)
      and not exists (select 1 from association_contact c where c.person_id = e.person_id)
    order by e.person_id limit 1";

async fn helper(db: &Db) -> Uuid {
    rows::ids(db, &HELPER.replace("NOW", &NOW.micros().to_string())).await[0]
}

/// The page of somebody, as the list leads there.
async fn page_of(house: &House, visitor: &Visitor, person: Uuid) -> (String, Answer) {
    let id = rows::literal(&house.db, person);
    let email = rows::texts(&house.db, &format!("select email from person where id = {id}")).await;
    let list = house.get(visitor, &format!("/personer?q={}", email[0])).await;
    assert_eq!(list.status, StatusCode::OK, "{}", list.body);
    let page = list.body.split("href=\"/personer/").nth(1).and_then(|rest| rest.split('"').next());
    let href = format!("/personer/{}", page.unwrap_or_else(|| panic!("{}", list.body)));
    let answer = house.get(visitor, &href).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
    (href, answer)
}

#[db_test]
async fn a_person_is_read_in_one_place_and_sees_who_read(db: Db) {
    let house = House::with_demo(&db).await;
    let visitor = coordinator(&house).await;
    let person = helper(&db).await;
    for _ in 0..2 {
        let (_, page) = page_of(&house, &visitor, person).await;
        for heading in [
            "Roller",
            "Aftaler som frivillig",
            "Kommende vagter",
            "Timer",
            "Mails fra os",
            "Har vist interesse for",
        ] {
            assert!(page.body.contains(&format!(">{heading}</h2>")), "{heading}: {}", page.body);
        }
        assert!(page.body.contains("href=\"/engagementer/"), "the agreement: {}", page.body);
    }
    // The same viewer and kind once a day, and the one looked at reads it.
    let sql = format!(
        "select l.kind from person_looked_at a join person_look l on l.id = a.look_id
         where a.person_id = {} order by l.kind",
        rows::literal(&db, person)
    );
    assert_eq!(rows::texts(&db, &sql).await, ["listed", "opened"]);
    let own = house.get(&house.signed_in(person).await, "/min-side/data").await;
    assert!(own.body.contains("Hvem i kommunen har slået dig op"), "{}", own.body);
    assert!(own.body.contains("Siden om dig blev åbnet"), "{}", own.body);
    // Whoever is found by a number of others is looked at too, and nobody else is.
    let before = rows::numbers(&db, "select count(*) from person_looked_at").await[0];
    house.get(&visitor, "/personer").await;
    house.get(&visitor, "/personer?q=findes+slet+ikke").await;
    assert_eq!(rows::numbers(&db, "select count(*) from person_looked_at").await, [before]);
}

/// What is chosen where nobody takes over, and the first who can where somebody must.
fn choices(page: &Answer, takes_over: bool) -> Vec<String> {
    page.body
        .split("<select ")
        .skip(1)
        .map(|select| {
            let name = select.split("name=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            let options = select.split("</select>").next().unwrap().split("<option value=\"").skip(1);
            let mut values =
                options.filter_map(|rest| rest.split('"').next()).filter(|value| !value.is_empty());
            let first = values.next().unwrap();
            format!("{name}={}", if takes_over { first } else { "ingen" })
        })
        .collect()
}

#[db_test]
async fn a_volunteer_who_stops_or_has_died_leaves_nothing_behind_and_the_places_are_told(db: Db) {
    for (how, said) in [("left", "er stoppet"), ("died", "er død")] {
        let house = House::open(&db, &crate::town::config()).await;
        if how == "left" {
            assert!(samskab_demo::load_if_empty(&db, NOW).await.unwrap());
        }
        let visitor = coordinator(&house).await;
        let person = helper(&db).await;
        let id = rows::literal(&db, person);
        let email = rows::texts(&db, &format!("select email from person where id = {id}")).await.remove(0);
        let (href, _) = page_of(&house, &visitor, person).await;
        let page = house.get(&visitor, &format!("{href}/overdragelse")).await;
        assert!(
            page.body.contains("Har én aftale") || page.body.contains("aftaler som frivillig"),
            "{}",
            page.body
        );
        let mut body = vec![format!("hvordan={how}")];
        body.extend(choices(&page, false));
        let mails = "select count(*) from mail where recipient = 'X'".replace('X', &email);
        let done = house.post(&visitor, &format!("{href}/overdragelse"), &body.join("&")).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
        assert_eq!(rows::numbers(&db, &format!("select count(*) from person where id = {id}")).await, [0]);
        assert_eq!(
            rows::numbers(&db, &format!("select count(*) from booking where person_id = {id}")).await,
            [0]
        );
        // Whoever stops is thanked; to somebody who has died nobody writes.
        assert_eq!(rows::numbers(&db, &mails).await, [i64::from(how == "left")], "{how}");
        let told = "select text from notice union select body from mail";
        let told = rows::texts(&db, told).await;
        assert!(told.iter().any(|text| text.contains(said)), "{how}: {told:?}");
    }
}

#[db_test]
async fn a_contact_person_hands_over_the_position_the_tasks_and_those_who_wait(db: Db) {
    let house = House::with_demo(&db).await;
    let visitor = coordinator(&house).await;
    let contact = rows::ids(
        &db,
        "select a.person_id from position p join appointment a on a.position_id = p.id join task t on t.unit_id = p.unit_id
         where p.kind = 'local_contact' and p.valid_to is null and a.valid_to is null and a.capacity = 'holder'
           and t.contact_person_id = a.person_id and t.state = 'open' order by p.id limit 1",
    )
    .await[0];
    let (href, _) = page_of(&house, &visitor, contact).await;
    let path = format!("{href}/overdragelse");
    let page = house.get(&visitor, &path).await;
    assert!(page.body.contains("Kontakt for"), "the tasks: {}", page.body);
    let mut body = vec!["hvordan=roles".to_owned()];
    body.extend(choices(&page, true));
    assert!(body.len() > 2, "a role and the tasks of a place: {body:?}");
    let takers: Vec<Uuid> = body.iter().filter_map(|pair| pair.split_once('=')?.1.parse().ok()).collect();
    let done = house.post(&visitor, &path, &body.join("&")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let id = rows::literal(&db, contact);
    let live = "state in ('draft', 'awaiting', 'open', 'filled')";
    let still = format!("select count(*) from task where contact_person_id = {id} and {live}");
    assert_eq!(rows::numbers(&db, &still).await, [0]);
    let today = NOW.day();
    let held = format!(
        "select count(*) from appointment where person_id = {id} and (valid_to is null or valid_to >= '{today}')"
    );
    assert_eq!(rows::numbers(&db, &held).await, [0]);
    for taker in takers {
        let taker = rows::literal(&db, taker);
        let letters = format!(
            "select count(*) from mail m join person n on n.email = m.recipient
             where n.id = {taker} and m.subject = 'Du har taget noget over'"
        );
        assert_eq!(rows::numbers(&db, &letters).await, [1], "one letter about all of it");
    }
    let again = house.get(&visitor, &path).await;
    assert!(choices(&again, true).is_empty(), "nothing counts on them any more: {}", again.body);
}

#[db_test]
async fn what_stands_in_somebodys_own_name_goes_to_whoever_was_chosen(db: Db) {
    let house = House::with_demo(&db).await;
    let visitor = coordinator(&house).await;
    let person = rows::ids(
        &db,
        "select q.assignee_id from voice_point q join appointment a on a.person_id = q.assignee_id
           join introduction n on n.person_id = q.assignee_id
         where q.verdict is null and n.outcome = 'open' and a.valid_to is null order by q.assignee_id limit 1",
    )
    .await[0];
    let id = rows::literal(&db, person);
    let open = |id: &str| {
        [
            format!("select count(*) from voice_point where verdict is null and assignee_id = {id}"),
            format!("select count(*) from introduction where outcome = 'open' and person_id = {id}"),
        ]
    };
    let (href, _) = page_of(&house, &visitor, person).await;
    let path = format!("{href}/overdragelse");
    let page = house.get(&visitor, &path).await;
    for said in ["venter på svar", "der skal spørges til igen"] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
    let mut body = vec!["hvordan=roles".to_owned()];
    body.extend(choices(&page, true));
    let done = house.post(&visitor, &path, &body.join("&")).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    for (key, left) in ["uddrag", "brobygning"].into_iter().zip(open(&id)) {
        assert_eq!(rows::numbers(&db, &left).await, [0], "{key}");
        let chosen = body.iter().find_map(|pair| pair.strip_prefix(&format!("{key}="))).unwrap();
        let taker = rows::literal(&db, chosen.parse().unwrap());
        let has: i64 = match key {
            "uddrag" => rows::numbers(&db, &open(&taker)[0]).await[0],
            _ => rows::numbers(&db, &open(&taker)[1]).await[0],
        };
        assert!(has > 0, "{key} is somebody else's now");
        let letter = format!(
            "select m.body from mail m join person n on n.email = m.recipient
             where n.id = {taker} and m.subject = 'Du har taget noget over'"
        );
        let letter = rows::texts(&db, &letter).await;
        let said = if key == "uddrag" { "venter på svar" } else { "spørges til igen" };
        assert!(letter.iter().any(|text| text.replace('\n', " ").contains(said)), "{said}: {letter:?}");
    }
}

/// RS-19: the director reads along everywhere, and looks after nobody.
#[db_test]
async fn the_reference_director_reads_along_and_sees_no_volunteer(db: Db) {
    let house = House::with_demo(&db).await;
    let sql = "select a.person_id from appointment a join position p on p.id = a.position_id
               where p.kind = 'reference_director' and a.valid_to is null";
    let director = house.signed_in(rows::ids(&db, sql).await[0]).await;
    let overview = house.get(&director, "/overblik").await;
    assert_eq!(overview.status, StatusCode::OK, "{}", overview.body);
    for way in ["/organer", "/politikker", "/beslutningsoplaeg", "/med", "/daekning", "/indsatser"] {
        assert!(overview.body.contains(&format!("href=\"{way}\"")), "{way}: {}", overview.body);
        assert_eq!(house.get(&director, way).await.status, StatusCode::OK, "{way}");
    }
    for way in ["/frivillige", "/interesserede", "/cv-banken", "/personer", "/opsaetning"] {
        assert!(!overview.body.contains(&format!("href=\"{way}\"")), "{way}: {}", overview.body);
        assert_ne!(house.get(&director, way).await.status, StatusCode::OK, "{way}");
    }
    // What is far from the menu is found by some letters.
    let found = house.get(&director, "/gaa-til?q=frivilligpolitik").await;
    assert!(
        found.body.contains("/politikker/") || found.header("location").contains("/politikker/"),
        "{}",
        found.body
    );
}
