//! Every SQL text of the program, out of the register.

use std::collections::BTreeMap;

use samskab_store::{
    Backend, Db, db_test,
    list::{List, lists},
    sqlx, statements,
};
use sqlx::{AssertSqlSafe, Executor as _, SqlSafeStr as _};

use crate::{schema::schema, whole_program};

#[db_test]
async fn every_statement_prepares(db: Db) {
    whole_program();
    let mut wrong = Vec::new();
    let mut count = 0;
    let single = statements().map(|statement| (statement.name.to_owned(), statement.sample()));
    for (name, text) in single.chain(lists().flat_map(List::samples)) {
        count += 1;
        let sql = AssertSqlSafe(text).into_sql_str();
        let outcome = match db.backend() {
            Backend::Sqlite { writer, .. } => writer.acquire().await.unwrap().prepare(sql).await.map(drop),
            Backend::Postgres { pool } => pool.acquire().await.unwrap().prepare(sql).await.map(drop),
        };
        if let Err(error) = outcome {
            wrong.push(format!("{name}: {error}"));
        }
    }
    assert!(count > 50, "only {count} statements are linked");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// One space between words, so that the same query in another layout is the same.
fn squeezed(sql: &str) -> String {
    sql.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[test]
fn no_statement_is_written_twice_and_none_takes_every_column() {
    whole_program();
    let mut by_text: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for statement in statements() {
        let text = squeezed(statement.sql());
        assert!(!text.contains("select *") && !text.contains(".*"), "{} takes every column", statement.name);
        by_text.entry(text).or_default().push(statement.name);
    }
    let twice: Vec<_> = by_text.values().filter(|names| names.len() > 1).collect();
    assert!(twice.is_empty(), "the same text under two names: {twice:?}");
}

/// Reads of the whole installation, by the program itself, for no tenant's eyes.
const ACROSS_TENANTS: [&str; 1] = ["samskab_jobs::"];

#[db_test]
async fn every_statement_on_a_tenants_table_names_the_tenant(db: Db) {
    whole_program();
    let tenant_tables: Vec<String> = schema(&db)
        .await
        .into_iter()
        .filter(|(table, columns)| {
            table != "tenant" && columns.iter().any(|column| column.starts_with("tenant_id "))
        })
        .map(|(table, _)| table)
        .collect();
    assert!(tenant_tables.len() > 10);
    let single = statements().map(|statement| (statement.name.to_owned(), statement.sql().to_owned()));
    let wrong: Vec<String> = single
        .chain(lists().flat_map(List::samples))
        .filter(|(name, _)| ACROSS_TENANTS.iter().all(|prefix| !name.starts_with(prefix)))
        .filter(|(_, text)| {
            let text = squeezed(text);
            let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
            let touches = tenant_tables.iter().any(|table| words.contains(&table.as_str()));
            touches && !words.contains(&"tenant_id")
        })
        .map(|(name, _)| name)
        .collect();
    assert!(wrong.is_empty(), "these statements could reach another municipality's rows: {wrong:#?}");
}

/// What finds a few rows among many, and the index that holds those few. SQLite has no statistics, so that it may take another.
const BY_ITS_INDEX: [(&str, &str); 12] = [
    ("samskab_taskbank::task::work::NEEDING_CARE", "task_needs_care"),
    ("samskab_taskbank::task::work::WITHOUT_INSURANCE", "task_without_insurance"),
    ("samskab_organisation::association::store::OF_PERSON", "association_contact_by_person"),
    ("samskab_interest::store::FREE_PLACES", "task_of_tenant"),
    ("samskab_engagement::engagement::waiting::AT", "engagement_without_yes"),
    ("samskab_engagement::engagement::waiting::AT", "engagement_step_to_call"),
    ("samskab_engagement::engagement::coming::COMING", "booking_by_engagement"),
    ("samskab_engagement::engagement::whose::SIGNED_UP_WITH", "engagement_by_interest"),
    ("samskab_engagement::fulfilment::watch::TO_DO", "engagement_by_person"),
    ("samskab_shifts::shift::store::reading::FIRST_OF_DAY", "booking_by_engagement"),
    ("samskab_shifts::shift::store::reading::NEEDING", "shift_by_time"),
    ("samskab_shifts::shift::store::reading::TO_CHOOSE", "engagement_by_person"),
];

/// SQLite is compiled as `.cargo/config.toml` says: with its memory management on, all who read share one lock.
#[db_test]
async fn sqlite_lets_its_connections_read_beside_each_other(db: Db) {
    let Backend::Sqlite { writer, .. } = db.backend() else { return };
    let mut connection = writer.acquire().await.unwrap();
    for (option, expected) in [("ENABLE_MEMORY_MANAGEMENT", 0), ("THREADSAFE=1", 1)] {
        let sql = AssertSqlSafe(format!("select sqlite_compileoption_used('{option}')"));
        let used: i64 = sqlx::query_scalar(sql).fetch_one(&mut *connection).await.unwrap();
        assert_eq!(used, expected, "{option}");
    }
}

#[db_test]
async fn the_few_that_wait_are_found_by_the_index_of_them(db: Db) {
    whole_program();
    let Backend::Sqlite { writer, .. } = db.backend() else { return };
    for (name, index) in BY_ITS_INDEX {
        let mut texts = statements().map(|one| (one.name.to_owned(), one.sample()));
        let text = texts.find(|(known, _)| known == name).map(|(_, text)| text);
        let text = text
            .or_else(|| lists().flat_map(List::samples).find(|(known, _)| known == name).map(|one| one.1));
        let sql = AssertSqlSafe(format!("explain query plan {}", text.expect(name)));
        let steps = sqlx::query(sql).fetch_all(&mut *writer.acquire().await.unwrap()).await.unwrap();
        let plan: Vec<String> = steps.iter().map(|step| sqlx::Row::get(step, "detail")).collect();
        assert!(plan.iter().any(|step| step.contains(&format!("INDEX {index} "))), "{name}: {plan:#?}");
    }
}
