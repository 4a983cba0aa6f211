//! What staff learn about volunteers is written down, however little it is: every route that reads the CV-bank is
//! driven here, and what it tells is matched with the log that the volunteers are shown.

use std::collections::BTreeSet;

use axum::http::StatusCode;
use samskab_store::{Db, db_test, statements};

use crate::{
    rows,
    town::{Answer, House, NOW, Visitor},
    whole_program,
};

async fn coordinator(house: &House) -> Visitor {
    let sql = "select a.person_id from appointment a join position p on p.id = a.position_id
               where p.kind = 'central_coordinator' and a.capacity = 'holder' and a.valid_to is null";
    house.signed_in(rows::ids(&house.db, sql).await[0]).await
}

/// The pseudonyms a page shows: "Frivillig K7QF".
fn shown(page: &str) -> BTreeSet<String> {
    let after = page.split("Frivillig ").skip(1).filter_map(|rest| rest.get(..4));
    let is_one = |text: &&str| text.bytes().all(|sign| sign.is_ascii_uppercase() || sign.is_ascii_digit());
    after.filter(is_one).map(str::to_owned).collect()
}

/// How many a page says there are.
fn number(page: &str) -> usize {
    let heading = page.split("s-results-head\"><h2>").nth(1).unwrap_or_default();
    let digits: String = heading.chars().take_while(|sign| sign.is_ascii_digit() || *sign == '.').collect();
    digits.replace('.', "").parse().unwrap_or(0)
}

/// Whose CV the log says was looked at in one of these ways since it was emptied.
async fn logged(db: &Db, kinds: &str) -> BTreeSet<String> {
    let sql = format!(
        "select c.pseudonym from cv_looked_at a join cv_look l on l.id = a.look_id
         join volunteer_cv c on c.person_id = a.person_id where l.kind in ({kinds})"
    );
    rows::texts(db, &sql).await.into_iter().collect()
}

/// What `address` tells, with the log as if nobody had looked before.
async fn look(house: &House, visitor: &Visitor, address: &str) -> Answer {
    rows::execute(&house.db, "delete from cv_looked_at").await;
    rows::execute(&house.db, "delete from cv_look").await;
    house.get(visitor, address).await
}

#[db_test]
async fn every_answer_about_volunteers_has_its_line_in_the_log(db: Db) {
    let house = House::with_demo(&db).await;
    let visitor = coordinator(&house).await;
    let (mut told, mut pages) = (0, 0);
    for question in ["", "?q=kaffe", "?q=musik", "?dag=2", "?taler=de", "?kan=music", "?q=findesslet%20ikke"]
    {
        let mut address = format!("/cv-banken{question}");
        // Page by page, and past the end, where nobody is shown.
        for _ in 0..9 {
            let answer = look(&house, &visitor, &address).await;
            assert_eq!(answer.status, StatusCode::OK, "{address}");
            assert_eq!(shown(&answer.body), logged(&db, "'listed'").await, "{address}");
            let all = logged(&db, "'listed', 'counted'").await;
            assert_eq!(number(&answer.body), all.len(), "{address}: a number is a look");
            told += all.len();
            pages += 1;
            let next = answer.body.split("href=\"").find(|rest| {
                rest.starts_with("/cv-banken?")
                    && rest
                        .split('"')
                        .next()
                        .is_some_and(|href| href.contains("efter=") && !href.contains("sprog="))
            });
            let separator = if question.is_empty() { '?' } else { '&' };
            match next.and_then(|rest| rest.split('"').next()) {
                Some(next) if next.replace("&#38;", "&").replace("&amp;", "&") != address => {
                    address = next.replace("&#38;", "&").replace("&amp;", "&");
                }
                _ if !address.contains("efter=ffff") => {
                    address = format!("/cv-banken{question}{separator}efter=ffffffffffffffff");
                }
                _ => break,
            }
        }
    }
    assert!(told > 100 && pages > 10, "{told} on {pages} pages");

    let in_force = format!("k.withdrawn_at is null and k.expires_at > {}", NOW.micros());
    for (sql, opens) in [
        (
            format!(
                "select c.id from volunteer_cv c join volunteer_consent k on k.person_id = c.person_id where {in_force} and k.fields <> '' and c.paused_until is null order by c.id limit 3"
            ),
            true,
        ),
        (
            format!(
                "select c.id from volunteer_cv c where not exists (select 1 from volunteer_consent k where k.person_id = c.person_id and {in_force}) order by c.id limit 3"
            ),
            false,
        ),
    ] {
        let ids = rows::ids(&db, &sql).await;
        assert!(!ids.is_empty());
        for id in ids {
            assert_eq!(
                id.get_version_num(),
                4,
                "an id that staff see does not tell since when somebody is here"
            );
            let answer = look(&house, &visitor, &format!("/cv-banken/{id}")).await;
            assert_eq!(answer.status == StatusCode::OK, opens);
            assert_eq!(shown(&answer.body), logged(&db, "'opened'").await);
            assert_eq!(logged(&db, "'opened'").await.len(), usize::from(opens));
        }
    }

    let mut suited = 0;
    for task in rows::ids(&db, "select id from task where state = 'open' order by id limit 12").await {
        let answer = look(&house, &visitor, &format!("/opgaver/{task}/frivillige")).await;
        assert_eq!(answer.status, StatusCode::OK);
        let candidates = logged(&db, "'listed'").await;
        // Those who were invited before are known by the invitation.
        assert!(candidates.is_subset(&shown(&answer.body)), "{task}");
        let unknown = answer.body.split("name=\"cv\"").count() - 1;
        assert!(candidates.len() >= unknown, "{task}: {unknown} can be invited");
        suited += candidates.len();
        let answer = look(&house, &visitor, &format!("/opgaver/{task}/hvorfor")).await;
        assert_eq!(answer.status, StatusCode::OK);
        let everybody = rows::numbers(&db, "select count(*) from volunteer_cv").await[0];
        let counted = logged(&db, "'counted'").await.len();
        assert_eq!(i64::try_from(counted).unwrap(), everybody, "{task}: those who are counted");
    }
    assert!(suited > 20, "{suited}");
}

/// Who reads volunteers' CVs, and why each may: who adds a statement says it here.
const READERS: [(&str, &str); 4] = [
    ("samskab_volunteers::", "the owner's own pages; the bank and its cards, which log; upkeep by job"),
    ("samskab_suggestion::matching::market", "reads the market into memory; what staff ask of it logs"),
    ("samskab_suggestion::matching::suggestion", "the owner's own suggestions"),
    ("samskab_requirement", "the age of somebody who has said yes to the place"),
];

#[test]
fn nobody_else_reads_a_cv() {
    whole_program();
    let touches = |sql: &str| {
        sql.split(|sign: char| !sign.is_alphanumeric() && sign != '_').any(|word| word == "volunteer_cv")
    };
    let readers: Vec<&str> = statements().filter(|one| touches(one.sql())).map(|one| one.name).collect();
    assert!(readers.len() > 8, "{readers:?}");
    let unknown: Vec<&&str> =
        readers.iter().filter(|name| READERS.iter().all(|(known, _)| !name.starts_with(known))).collect();
    assert!(unknown.is_empty(), "whose look is written down where? {unknown:?}");
}
