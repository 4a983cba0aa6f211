//! What was acknowledged is there, whatever happens to the process: it is killed in the middle of a thousand posted
//! interests, twice, and started again on the same data. Told to go by the terminal, it goes as one who was asked.

use std::{sync::atomic::Ordering, time::Duration};

use samskab_store::testing::{self, TestDatabase};

use crate::{
    program::{PATIENCE, Program, Senders, Start, answer_forms, folder, interest_forms, url},
    told,
};

const WANTED: usize = 1000;
/// After how many acknowledged ones the process is killed.
const KILLED_AFTER: [usize; 2] = [400, 700];

async fn nothing_acknowledged_is_lost(database: TestDatabase, on: &str) {
    let settings = database.settings();
    let data = folder(&format!("kill-{on}"));
    let senders = Senders::default();
    for killed_after in KILLED_AFTER {
        let program = Program::start(&settings, &data);
        let address = program.address.clone();
        let forms = interest_forms(&address);
        std::thread::scope(|scope| {
            let _until = senders.begin();
            let sending = scope.spawn(|| senders.post_until(&address, &forms, usize::MAX));
            let wait = || senders.count() >= killed_after || sending.is_finished();
            program.wait_until("enough are acknowledged", PATIENCE, wait);
            // In the middle of it: fourteen are under way.
            program.kill();
        });
    }
    let program = Program::start(&settings, &data);
    let forms = interest_forms(&program.address);
    let until = senders.begin();
    senders.post_until(&program.address, &forms, WANTED);
    drop(until);
    program.kill();
    let acknowledged = senders.require_all_there(&database.db()).await;
    assert!(acknowledged >= WANTED);
    assert_eq!(senders.refused.load(Ordering::Relaxed), 0, "nobody was sent away");
    told(
        "killed (SIGKILL) twice under 14 senders",
        on,
        &format!("0 of {acknowledged} acknowledged posts lost"),
    );
    drop(std::fs::remove_dir_all(data));
    database.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_acknowledged_interest_is_lost_on_sqlite() {
    nothing_acknowledged_is_lost(testing::sqlite().await, "SQLite").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_acknowledged_interest_is_lost_on_postgres() {
    nothing_acknowledged_is_lost(testing::postgres().await, "PostgreSQL").await;
}

/// In the last hour of a hearing: killed in the middle of the answers, once.
async fn no_answer_is_lost(database: TestDatabase, on: &str) {
    let settings = database.settings();
    let data = folder(&format!("hearing-{on}"));
    let senders = Senders::default();
    let program = Program::start(&settings, &data);
    let address = program.address.clone();
    let forms = answer_forms(&address);
    std::thread::scope(|scope| {
        let _until = senders.begin();
        let sending = scope.spawn(|| senders.post_until(&address, &forms, usize::MAX));
        let wait = || senders.count() >= 120 || sending.is_finished();
        program.wait_until("enough are acknowledged", PATIENCE, wait);
        program.kill();
    });
    let program = Program::start(&settings, &data);
    let forms = answer_forms(&program.address);
    let before = senders.count();
    let until = senders.begin();
    senders.post_until(&program.address, &forms, before + 60);
    drop(until);
    program.kill();
    let sql = "select email from hearing_response where email is not null and number is not null";
    let acknowledged = senders.require_all_in(&database.db(), sql).await;
    assert!(acknowledged >= before + 60);
    assert_eq!(senders.refused.load(Ordering::Relaxed), 0, "nobody was sent away");
    told(
        "killed (SIGKILL) under 14 who answer a hearing",
        on,
        &format!("0 of {acknowledged} acknowledged answers lost"),
    );
    drop(std::fs::remove_dir_all(data));
    database.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_acknowledged_answer_to_a_hearing_is_lost_on_sqlite() {
    no_answer_is_lost(testing::sqlite().await, "SQLite").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_acknowledged_answer_to_a_hearing_is_lost_on_postgres() {
    no_answer_is_lost(testing::postgres().await, "PostgreSQL").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_that_is_closed_stops_it_gracefully() {
    let database = testing::sqlite().await;
    let data = folder("hangup");
    let start = Start { hears_hangup: true, ..Start::default() };
    let program = Program::start_with(&url(&database.settings()), &data, &start);
    let (senders, address) = (Senders::default(), program.address.clone());
    let forms = interest_forms(&address);
    std::thread::scope(|scope| {
        let _until = senders.begin();
        scope.spawn(|| senders.post_until(&address, &forms, usize::MAX));
        program.wait_until("some are acknowledged", PATIENCE, || senders.count() >= 40);
        let start = std::time::Instant::now();
        let ended = program.signal("HUP");
        assert!(ended.success(), "{ended}");
        assert!(start.elapsed() < Duration::from_secs(12), "{:?}", start.elapsed());
    });
    let acknowledged = senders.require_all_there(&database.db()).await;
    told(
        "SIGHUP under 14 senders",
        "SQLite",
        &format!("ended by itself, 0 of {acknowledged} acknowledged posts lost"),
    );
    drop(std::fs::remove_dir_all(data));
    database.close().await;
}
