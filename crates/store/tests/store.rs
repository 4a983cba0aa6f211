//! What the rest of the house relies on, on both databases.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::{collections::HashSet, time::Duration};

use samskab_kernel::{Day, Id, Instant, TenantId, danish::sort_key};
use samskab_store::{
    Backend, Connection, Db, Error, Event, Settings, Stamp, Statement, db_test, events, migrate, patience,
    sqlx::{self, AssertSqlSafe, raw_sql, types::Uuid},
    testing,
};
use serde::Serialize;
use tokio::{task::JoinSet, time::timeout};

enum Thing {}

#[derive(Serialize)]
struct Noticed {
    thing: Id<Thing>,
}

impl Event for Noticed {
    const KIND: &'static str = "thing.noticed";
    fn subject(&self) -> Uuid {
        self.thing.uuid()
    }
}

fn morning() -> Instant {
    Day::of(2026, 3, 2).at(9, 0)
}

fn by_the_program(tenant: TenantId) -> Stamp {
    Stamp { tenant, actor: None, now: morning() }
}

/// Runs SQL that only this test has: tables to try things in.
async fn scratch(db: &Db, sql: &str) {
    let sql = AssertSqlSafe(migrate::dialect(db.backend(), sql));
    match db.backend() {
        Backend::Sqlite { writer, .. } => drop(raw_sql(sql).execute(writer).await.unwrap()),
        Backend::Postgres { pool } => drop(raw_sql(sql).execute(pool).await.unwrap()),
    }
}

/// Several processes that come upon an empty database at the same moment.
async fn on_an_empty_database(db: &Db, processes: usize) -> Vec<Db> {
    let settings = match db.backend() {
        Backend::Sqlite { path, .. } => Settings::Sqlite { path: path.with_file_name("empty.db") },
        Backend::Postgres { pool } => {
            scratch(db, "drop schema public cascade; create schema public").await;
            let url = sqlx::ConnectOptions::to_url_lossy(&*pool.connect_options()).to_string();
            Settings::Postgres { url, connections: 1 }
        }
    };
    let mut connecting = JoinSet::new();
    for _ in 0..processes {
        let settings = settings.clone();
        connecting.spawn(async move { Db::connect(&settings).await.unwrap() });
    }
    connecting.join_all().await
}

samskab_store::statements! {
    APPLIED = "select version, name, checksum from schema_migration order by version";
    SPOIL = "update schema_migration set checksum = 'changed' where version = 1";
    FROM_THE_FUTURE = "insert into schema_migration (version, name, checksum) values (9999, '9999_flying_cars', '')";
    RENAME = "update tenant set name = $2 where id = $1";
    NAME = "select name from tenant where id = $1";
    HOSTS = "select count(*) from tenant_host";
    ADD_HOST = "insert into tenant_host (host, tenant_id) values ($1, $2)";
    WRONG = "select nothing_of_this_name from tenant";
}

#[db_test]
async fn migrating_twice_changes_nothing(db: Db) {
    type Applied = Vec<(i64, String, String)>;
    let before: Applied = db.read().await.unwrap().query(&APPLIED).all().await.unwrap();
    assert_eq!(before.len(), migrate::migrations().len());
    assert_eq!(migrate::run(&db).await.unwrap(), Vec::<&str>::new());
    assert_eq!(migrate::missing(&db).await.unwrap(), Vec::<&str>::new());
    let after: Applied = db.read().await.unwrap().query(&APPLIED).all().await.unwrap();
    assert_eq!(before, after);
}

#[db_test]
async fn processes_that_migrate_at_once_wait_for_the_first(db: Db) {
    let mut migrating = JoinSet::new();
    for process in on_an_empty_database(&db, 6).await {
        migrating.spawn(async move { migrate::run(&process).await.unwrap() });
    }
    let done: Vec<_> = migrating.join_all().await.into_iter().filter(|names| !names.is_empty()).collect();
    assert_eq!(done.len(), 1, "one of them did it, the others found it done");
    assert_eq!(done[0].len(), migrate::migrations().len());
}

#[db_test]
async fn an_older_database_is_brought_up_to_date(db: Db) {
    let names: Vec<_> = migrate::migrations().iter().map(|migration| migration.name).collect();
    let db = on_an_empty_database(&db, 1).await.remove(0);
    assert_eq!(migrate::missing(&db).await.unwrap(), names, "an empty database lacks them all");
    assert_eq!(migrate::run_up_to(&db, 1).await.unwrap(), names[..1]);
    let tenant = testing::tenant(&db).await;
    assert_eq!(migrate::missing(&db).await.unwrap(), names[1..]);
    assert_eq!(migrate::run(&db).await.unwrap(), names[1..]);
    assert_eq!(
        events::heads(&mut db.read().await.unwrap()).await.unwrap(),
        [(tenant, 0)],
        "nothing was lost"
    );
}

#[db_test]
async fn a_migration_that_was_changed_after_it_ran_is_refused(db: Db) {
    let mut tx = db.begin(by_the_program(TenantId::from_uuid(Uuid::nil()))).await.unwrap();
    tx.query(&SPOIL).execute().await.unwrap();
    tx.commit().await.unwrap();
    let error = migrate::run(&db).await.unwrap_err();
    assert!(matches!(&error, Error::MigrationChanged { name } if name == "0001_house"), "{error}");
}

#[db_test]
async fn a_database_of_a_newer_version_is_refused(db: Db) {
    let mut tx = db.begin(by_the_program(TenantId::from_uuid(Uuid::nil()))).await.unwrap();
    tx.query(&FROM_THE_FUTURE).execute().await.unwrap();
    tx.commit().await.unwrap();
    let error = migrate::run(&db).await.unwrap_err();
    assert!(matches!(error, Error::NewerDatabase { version: 9999 }), "{error}");
}

#[derive(Debug, Clone, PartialEq, samskab_store::Row)]
struct Sample {
    id: Id<Thing>,
    label: String,
    amount: i64,
    share: f64,
    open: bool,
    at: Instant,
    day: Day,
    maybe_id: Option<Uuid>,
    maybe_label: Option<String>,
    maybe_amount: Option<i64>,
    maybe_open: Option<bool>,
    maybe_at: Option<Instant>,
    maybe_day: Option<Day>,
}

const SAMPLE_TABLE: &str = r#"create table sample (
    id uuid not null primary key, label text not null, amount bigint not null, share double precision not null,
    open boolean not null, at bigint not null, day text not null, sort_key text collate "C",
    maybe_id uuid, maybe_label text, maybe_amount bigint, maybe_open boolean, maybe_at bigint, maybe_day text)"#;

samskab_store::statements! {
    ADD_SAMPLE = "insert into sample (id, label, amount, share, open, at, day, sort_key,
                  maybe_id, maybe_label, maybe_amount, maybe_open, maybe_at, maybe_day)
                  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning *";
    SAMPLES = "select * from sample order by amount";
    OPEN_SAMPLES = "select id from sample where open = $1 and day >= $2 and at < $3";
    LABELS_IN_ORDER = "select label from sample order by sort_key, id";
    SOME = "select label from sample where open = $1 and id in ({list})";
    SUM = "select cast(sum(amount) as bigint) from sample";
}

async fn add(db: &Db, sample: &Sample) -> Sample {
    let sample = sample.clone();
    let mut tx = db.begin(by_the_program(TenantId::from_uuid(Uuid::nil()))).await.unwrap();
    let added: Sample = tx
        .query(&ADD_SAMPLE)
        .bind(sample.id)
        .bind(sample.label.clone())
        .bind(sample.amount)
        .bind(sample.share)
        .bind(sample.open)
        .bind(sample.at)
        .bind(sample.day)
        .bind(sort_key(&sample.label))
        .bind(sample.maybe_id)
        .bind(sample.maybe_label)
        .bind(sample.maybe_amount)
        .bind(sample.maybe_open)
        .bind(sample.maybe_at)
        .bind(sample.maybe_day)
        .one()
        .await
        .unwrap();
    tx.commit().await.unwrap();
    added
}

fn sample(db: &Db, label: &str) -> Sample {
    Sample {
        id: db.dice().id(morning()),
        label: label.to_owned(),
        amount: 1,
        share: 0.1,
        open: true,
        at: morning(),
        day: Day::of(2026, 3, 2),
        maybe_id: None,
        maybe_label: None,
        maybe_amount: None,
        maybe_open: None,
        maybe_at: None,
        maybe_day: None,
    }
}

#[db_test]
async fn every_type_comes_back_as_it_went_in(db: Db) {
    scratch(&db, SAMPLE_TABLE).await;
    let empty = Sample { amount: i64::MIN, open: false, ..sample(&db, "") };
    let full = Sample {
        amount: i64::MAX,
        share: f64::MIN_POSITIVE,
        at: Instant::from_micros(-1),
        day: Day::of(1, 1, 1),
        maybe_id: Some(Uuid::max()),
        maybe_label: Some("O'Hare; -- “æøå” 🙂\n".to_owned()),
        maybe_amount: Some(0),
        maybe_open: Some(false),
        maybe_at: Some(Instant::from_micros(i64::MAX)),
        maybe_day: Some(Day::of(9999, 12, 31)),
        ..sample(&db, "fuld")
    };
    assert_eq!(add(&db, &empty).await, empty, "through returning");
    assert_eq!(add(&db, &full).await, full, "through returning");
    let read: Vec<Sample> = db.read().await.unwrap().query(&SAMPLES).all().await.unwrap();
    assert_eq!(read, [empty, full.clone()]);
    let open: Vec<Id<Thing>> = db
        .read()
        .await
        .unwrap()
        .query(&OPEN_SAMPLES)
        .bind(true)
        .bind(full.day)
        .bind(morning())
        .scalars()
        .await
        .unwrap();
    assert_eq!(open, [full.id], "and they compare as what they are");
    let sum: i64 = db.read().await.unwrap().query(&SUM).scalar().await.unwrap();
    assert_eq!(sum, -1);
}

#[db_test]
async fn a_list_of_any_length_finds_its_own_and_no_others(db: Db) {
    scratch(&db, SAMPLE_TABLE).await;
    let mut all = Vec::new();
    for number in 0..9 {
        all.push(add(&db, &sample(&db, &number.to_string())).await.id);
    }
    for length in 0..=all.len() {
        let asked = &all[..length];
        let mut reader = db.read().await.unwrap();
        let found: Vec<String> = reader.query(&SOME).bind(true).bind_list(asked).scalars().await.unwrap();
        assert_eq!(found.len(), length);
        let found: HashSet<String> = found.into_iter().collect();
        assert_eq!(found, (0..length).map(|number| number.to_string()).collect());
        let closed: Vec<String> = reader.query(&SOME).bind(false).bind_list(asked).scalars().await.unwrap();
        assert!(closed.is_empty());
    }
}

#[db_test]
async fn both_databases_sort_as_danes_do(db: Db) {
    scratch(&db, SAMPLE_TABLE).await;
    let in_order = [
        "7. klasse",
        "10. klasse",
        "Abe",
        "Azur",
        "Éclair",
        "Edel",
        "Skole 2",
        "Skole 10",
        "Skolehave",
        "Syd Fyn",
        "Sydby",
        "Zebra",
        "Æble",
        "Ørsted",
        "Åben",
        "Aarhus",
    ];
    let mut shuffled = in_order;
    shuffled.sort_by_key(|label| label.len() * 7 % 5);
    for label in shuffled {
        add(&db, &sample(&db, label)).await;
    }
    let sorted: Vec<String> = db.read().await.unwrap().query(&LABELS_IN_ORDER).scalars().await.unwrap();
    assert_eq!(sorted, in_order);
}

/// Fifty transactions at once from two processes, some of them thinking better of it, and a follower.
#[db_test]
async fn events_are_numbered_in_the_order_of_their_commits(db: Db) {
    let tenant = testing::tenant(&db).await;
    let neighbour = testing::tenant(&db).await;
    let processes = [db.clone(), testing::another_process(&db).await];
    let mut writers = JoinSet::new();
    for number in 0..70_u64 {
        let db = processes[usize::from(number % 2 == 0)].clone();
        writers.spawn(async move {
            let is_dropped = number % 7 == 3;
            let whose = if number % 7 == 5 { neighbour } else { tenant };
            let mut tx = db.begin(by_the_program(whose)).await.unwrap();
            tokio::time::sleep(Duration::from_millis(db.dice().below(4))).await;
            tx.record(Noticed { thing: tx.new_id() }).await.unwrap();
            tokio::time::sleep(Duration::from_millis(db.dice().below(4))).await;
            if !is_dropped {
                tx.commit().await.unwrap();
            }
        });
    }
    let following = testing::another_process(&db).await;
    let follower = async {
        let mut seen: Vec<i64> = Vec::new();
        while seen.len() < 50 {
            let last = seen.last().copied().unwrap_or(0);
            let new = events::after(&mut following.read().await.unwrap(), tenant, last, 7).await.unwrap();
            seen.extend(new.iter().map(|event| event.number));
            tokio::task::yield_now().await;
        }
        seen
    };
    let seen = timeout(Duration::from_secs(60), follower).await.expect("the follower sees all fifty");
    writers.join_all().await;
    assert_eq!(seen, (1..=50).collect::<Vec<i64>>(), "no gap, nothing skipped, nothing twice");
    let mut heads = events::heads(&mut db.read().await.unwrap()).await.unwrap();
    heads.sort();
    let mut expected = [(tenant, 50), (neighbour, 10)];
    expected.sort();
    assert_eq!(heads, expected);
}

#[db_test]
async fn the_book_tells_who_did_what_to_which_thing_and_when(db: Db) {
    let tenant = testing::tenant(&db).await;
    let actor = db.dice().uuid(morning());
    let mut tx = db.begin(Stamp { tenant, actor: Some(actor), now: morning() }).await.unwrap();
    let (this, that) = (tx.new_id(), tx.new_id());
    tx.record(Noticed { thing: this }).await.unwrap();
    tx.record(Noticed { thing: that }).await.unwrap();
    tx.commit().await.unwrap();
    let history = events::of(&mut db.read().await.unwrap(), tenant, that.uuid()).await.unwrap();
    assert_eq!(history.len(), 1);
    let event = &history[0];
    assert_eq!((event.number, event.kind.as_str(), event.actor_id), (2, "thing.noticed", Some(actor)));
    assert_eq!((event.subject_id, event.at), (that.uuid(), morning()));
    assert_eq!(event.data, format!(r#"{{"thing":"{that}"}}"#));
    assert_eq!((event.id_named("thing"), event.id_named("task")), (Some(that.uuid()), None));
}

async fn name(connection: &mut Connection, tenant: TenantId) -> String {
    connection.query(&NAME).bind(tenant).scalar().await.unwrap()
}

#[db_test]
async fn a_transaction_that_is_dropped_has_done_nothing_and_lets_the_next_in(db: Db) {
    let tenant = testing::tenant(&db).await;
    let mut followers = db.commits();
    let mut tx = db.begin(by_the_program(tenant)).await.unwrap();
    tx.query(&RENAME).bind(tenant).bind("Nej".to_owned()).execute().await.unwrap();
    tx.record(Noticed { thing: tx.new_id() }).await.unwrap();
    assert_eq!(name(&mut tx, tenant).await, "Nej");
    assert_eq!(
        name(&mut db.read().await.unwrap(), tenant).await,
        "Fjordlund Kommune",
        "not committed, not seen"
    );
    drop(tx);
    let next = timeout(Duration::from_secs(5), db.begin(by_the_program(tenant)))
        .await
        .expect("no lock is left behind");
    let mut next = next.unwrap();
    assert_eq!(name(&mut next, tenant).await, "Fjordlund Kommune");
    assert!(events::after(&mut next, tenant, 0, 10).await.unwrap().is_empty());
    assert!(!followers.has_changed().unwrap());
    next.record(Noticed { thing: next.new_id() }).await.unwrap();
    next.commit().await.unwrap();
    assert!(followers.has_changed().unwrap());
    followers.mark_unchanged();
}

#[db_test]
async fn only_what_others_follow_wakes_them(db: Db) {
    let tenant = testing::tenant(&db).await;
    let followers = db.commits();
    let mut tx = db.begin(by_the_program(tenant)).await.unwrap();
    tx.query(&RENAME).bind(tenant).bind("Nyt navn".to_owned()).execute().await.unwrap();
    tx.commit().await.unwrap();
    assert!(!followers.has_changed().unwrap());
    let mut tx = db.begin(by_the_program(tenant)).await.unwrap();
    tx.wake_followers();
    tx.commit().await.unwrap();
    assert!(followers.has_changed().unwrap());
}

#[db_test]
async fn an_error_names_its_statement_and_a_second_row_with_the_same_key_is_told_apart(db: Db) {
    let tenant = testing::tenant(&db).await;
    let add_host = async || {
        let mut tx = db.begin(by_the_program(tenant)).await?;
        tx.query(&ADD_HOST).bind("frivillig.fjordlund.example".to_owned()).bind(tenant).execute().await?;
        tx.commit().await
    };
    add_host().await.unwrap();
    let error = add_host().await.unwrap_err();
    assert!(error.is_unique_violation(), "{error}");
    assert!(error.to_string().contains("ADD_HOST"), "{error}");
    let error = db.read().await.unwrap().query(&WRONG).scalar::<String>().await.unwrap_err();
    assert!(!error.is_unique_violation() && error.to_string().contains("store::WRONG"), "{error}");
}

#[db_test]
async fn a_row_of_a_municipality_that_does_not_exist_is_refused(db: Db) {
    let nowhere = TenantId::from_uuid(Uuid::max());
    let mut tx = db.begin(by_the_program(nowhere)).await.unwrap();
    tx.query(&ADD_HOST).bind("x.example".to_owned()).bind(nowhere).execute().await.unwrap_err();
}

/// The statements linked into this test: the store's own and those above.
fn statement(name: &str) -> &'static Statement {
    samskab_store::statements().find(|statement| statement.name.ends_with(name)).unwrap()
}

#[test]
fn every_statement_stands_in_the_register() {
    assert_eq!(statement("store::NAME").sql(), "select name from tenant where id = $1");
    assert_eq!(statement("store::SOME").sample(), "select label from sample where open = $1 and id in ($2)");
    assert!(samskab_store::statements().any(|statement| statement.name == "samskab_store::events::ADD"));
}

fn settings_of(db: &Db) -> &std::path::Path {
    let Backend::Sqlite { path, .. } = db.backend() else { panic!("SQLite") };
    path
}

/// The disk is full in the middle of a transaction, by a quota of SQLite's own. SQLite rolls back by itself then.
#[tokio::test]
async fn a_writer_whose_disk_was_full_is_replaced() {
    let database = testing::sqlite().await;
    let db = database.db();
    let tenant = testing::tenant(&db).await;
    for _ in 0..3 {
        scratch(&db, "pragma max_page_count = 1").await;
        let mut tx = db.begin(by_the_program(tenant)).await.unwrap();
        let large = "æ".repeat(4_000_000);
        let full = tx.query(&RENAME).bind(tenant).bind(large).execute().await.unwrap_err();
        assert!(full.is_unavailable(), "{full:?}");
        assert!(tx.query(&ADD_HOST).bind("half.example".to_owned()).bind(tenant).execute().await.is_err());
        drop(tx);

        // The connection is a new one: its quota is the usual again.
        let mut tx = db.begin(by_the_program(tenant)).await.unwrap();
        tx.query(&RENAME).bind(tenant).bind("Bakkelund Kommune".to_owned()).execute().await.unwrap();
        tx.commit().await.unwrap();
        db.try_writing(morning()).await.unwrap();
    }
    let mut reader = db.read().await.unwrap();
    let name: String = reader.query(&NAME).bind(tenant).scalar().await.unwrap();
    assert_eq!(name, "Bakkelund Kommune");
    let hosts: i64 = reader.query(&HOSTS).scalar().await.unwrap();
    assert_eq!(hosts, 0, "nothing of what was half done is kept");
    drop(reader);
    assert!(settings_of(&db).exists());
    database.close().await;
}

/// Somebody stops waiting in the middle of a transaction: the next one begins as if nothing had been.
#[db_test]
async fn a_transaction_that_is_dropped_leaves_nothing_behind(db: Db) {
    let tenant = testing::tenant(&db).await;
    for number in 0..20 {
        let mut tx = db.begin(by_the_program(tenant)).await.unwrap();
        tx.query(&ADD_HOST).bind(format!("host{number}.example")).bind(tenant).execute().await.unwrap();
        if number % 2 == 0 {
            let twice =
                tx.query(&ADD_HOST).bind(format!("host{number}.example")).bind(tenant).execute().await;
            assert!(twice.unwrap_err().is_unique_violation());
        }
        drop(tx);
    }
    let hosts: i64 = db.read().await.unwrap().query(&HOSTS).scalar().await.unwrap();
    assert_eq!(hosts, 0);
}

/// A lock that somebody else holds is not waited for longer than a page may wait.
#[db_test]
async fn a_page_is_told_in_time_that_the_database_does_not_answer(db: Db) {
    let tenant = testing::tenant(&db).await;
    let mut holds = db.begin(by_the_program(tenant)).await.unwrap();
    holds.query(&RENAME).bind(tenant).bind("Holder".to_owned()).execute().await.unwrap();
    let start = std::time::Instant::now();
    let waits = async {
        let mut tx = db.begin(by_the_program(tenant)).await?;
        tx.query(&RENAME).bind(tenant).bind("Venter".to_owned()).execute().await
    };
    let error = patience::patiently(Duration::from_millis(400), waits).await.unwrap_err();
    assert!(error.is_unavailable(), "{error:?}");
    assert!(start.elapsed() < Duration::from_secs(2), "{:?}", start.elapsed());
    holds.commit().await.unwrap();
    let mut tx = db.begin(by_the_program(tenant)).await.unwrap();
    tx.query(&RENAME).bind(tenant).bind("Efter".to_owned()).execute().await.unwrap();
    tx.commit().await.unwrap();
}
