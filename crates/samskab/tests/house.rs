//! The invariants of the house, tested on the whole program as it is linked.

use std::{collections::BTreeMap, fmt::Write as _, path::PathBuf};

use samskab_store::{Backend, Db, db_test, sqlx, statements};
use sqlx::{AssertSqlSafe, Executor as _, SqlSafeStr as _};

/// Links every context, so that its statements are in the register.
fn whole_program() {
    assert!(samskab::program::modules(true).len() >= 3);
}

/// Compares with the file, or writes it when `UPDATE=1`: generated files are reviewed as diffs.
fn compare_generated(name: &str, text: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/generated").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let there = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(there == text, "docs/generated/{name} is not what the program says; run the tests with UPDATE=1 and read the diff");
}

#[db_test]
async fn every_statement_prepares(db: Db) {
    whole_program();
    let mut wrong = Vec::new();
    let mut count = 0;
    for statement in statements() {
        count += 1;
        let sql = AssertSqlSafe(statement.sample()).into_sql_str();
        let outcome = match db.backend() {
            Backend::Sqlite { writer, .. } => writer.acquire().await.unwrap().prepare(sql).await.map(drop),
            Backend::Postgres { pool } => pool.acquire().await.unwrap().prepare(sql).await.map(drop),
        };
        if let Err(error) = outcome {
            wrong.push(format!("{}: {error}", statement.name));
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
        let text = squeezed(statement.sql);
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
        .filter(|(table, columns)| table != "tenant" && columns.iter().any(|column| column.starts_with("tenant_id ")))
        .map(|(table, _)| table)
        .collect();
    assert!(tenant_tables.len() > 10);
    let wrong: Vec<&str> = statements()
        .filter(|statement| ACROSS_TENANTS.iter().all(|prefix| !statement.name.starts_with(prefix)))
        .filter(|statement| {
            let text = squeezed(statement.sql);
            let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
            let touches = tenant_tables.iter().any(|table| words.contains(&table.as_str()));
            touches && !words.contains(&"tenant_id")
        })
        .map(|statement| statement.name)
        .collect();
    assert!(wrong.is_empty(), "these statements could reach another municipality's rows: {wrong:#?}");
}

/// Table → "column type null" in the order of the columns.
async fn schema(db: &Db) -> BTreeMap<String, Vec<String>> {
    let mut tables: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let rows: Vec<(String, String, String, bool)> = match db.backend() {
        Backend::Sqlite { writer, .. } => sqlx::query_as(
            "select m.name, c.name, lower(c.type), c.\"notnull\" = 0 from sqlite_master m join pragma_table_info(m.name) c \
             where m.type = 'table' and m.name not like 'sqlite_%' order by m.name, c.cid",
        )
        .fetch_all(writer)
        .await
        .unwrap(),
        Backend::Postgres { pool } => sqlx::query_as(
            "select table_name::text, column_name::text, data_type::text, is_nullable = 'YES' \
             from information_schema.columns where table_schema = 'public' order by table_name, ordinal_position",
        )
        .fetch_all(pool)
        .await
        .unwrap(),
    };
    for (table, column, kind, null) in rows {
        let null = if null { "null" } else { "not null" };
        tables.entry(table).or_default().push(format!("{column} {kind} {null}"));
    }
    tables
}

/// Both databases are compared with the same file, and so with each other.
#[db_test]
async fn both_databases_have_the_schema_in_the_docs(db: Db) {
    let mut text = String::from(
        "# The schema\n\nThe same on SQLite and PostgreSQL; generated from both by the tests. Why a table is there stands in `migrations/`.\n",
    );
    for (table, columns) in schema(&db).await {
        let _ = write!(text, "\n## {table}\n\n");
        for column in columns {
            let (name, rest) = column.split_once(' ').unwrap();
            let _ = writeln!(text, "- `{name}` {rest}");
        }
    }
    compare_generated("schema.md", &text);
}
