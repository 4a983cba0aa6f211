//! The last hour: two thousand answer while the clock runs out. None that was acknowledged in time is lost, none counts that
//! came after the closing, and whoever came too late has their words.

use std::collections::HashSet;

use samskab_store::{Backend, db_test, sqlx};

use super::*;

/// The address, the number it got, and when it was taken, of every answer there is.
async fn stored(db: &Db) -> Vec<(String, Option<i64>, Option<i64>)> {
    let sql = "select email, number, sent_at from hearing_response where email is not null";
    match db.backend() {
        Backend::Sqlite { readers, .. } => sqlx::query_as(sql).fetch_all(readers).await.unwrap(),
        Backend::Postgres { pool } => sqlx::query_as(sql).fetch_all(pool).await.unwrap(),
    }
}

#[db_test]
async fn two_thousand_in_the_last_hour_none_is_lost_and_none_is_taken_after_the_closing(db: Db) {
    let many: usize = match db.backend() {
        Backend::Sqlite { .. } => 2_000,
        // Each of a crowd waits for a connection of its own.
        Backend::Postgres { .. } => 600,
    };
    let house = busy_house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = open(&mut asta, "at_once").await;
    // The clock moves a second with each request: the closing comes when nine of ten are sent.
    seconds_before(&house, i64::try_from(many).unwrap() * 9 / 10);
    let start = std::time::Instant::now();
    let mut told: Vec<(String, bool)> = Vec::new();
    for crowd in (0..many).collect::<Vec<_>>().chunks(250) {
        let posts = crowd.iter().map(|number| {
            let (path, mut visitor) = (path.clone(), house.visitor());
            async move {
                let email = format!("svar{number}@post.example");
                let sent = answer(&mut visitor, &path, &email, &format!("Svar nummer {number}.")).await;
                assert_eq!(sent.status, 303, "{}", sent.body);
                (email, sent.location.ends_with("/tak"))
            }
        });
        let reading = async { house.visitor().get(&path).await.status };
        let (answers, read) =
            futures_util::future::join(futures_util::future::join_all(posts), reading).await;
        assert_eq!(read, 200, "the page is there for readers all the time");
        told.extend(answers);
    }
    let took = start.elapsed();
    assert!(took < std::time::Duration::from_secs(60), "{many} answers in {took:?}");
    let all = stored(&house.db).await;
    assert_eq!(all.len(), many, "everybody's words are there");
    let in_time: HashSet<&str> = told.iter().filter(|(_, is)| *is).map(|(email, _)| email.as_str()).collect();
    assert!(in_time.len() > many / 2 && in_time.len() < many, "{} were in time", in_time.len());
    for (email, number, sent_at) in &all {
        let is_acknowledged = in_time.contains(email.as_str());
        assert_eq!(number.is_some(), is_acknowledged, "{email} was told what is so");
        assert_eq!(
            sent_at.is_some_and(|at| at < closing().micros()),
            is_acknowledged,
            "{email}: {sent_at:?}"
        );
    }
    let mut numbers: Vec<i64> = all.iter().filter_map(|(_, number, _)| *number).collect();
    numbers.sort_unstable();
    let expected: Vec<i64> = (1..=i64::try_from(in_time.len()).unwrap()).collect();
    assert_eq!(numbers, expected, "each has a number of its own");
    println!("{many} answers in {took:?}, {} in time", in_time.len());
}
