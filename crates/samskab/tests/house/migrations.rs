//! A municipality's rows survive every change of the schema: each older version is filled to the last table and
//! brought up to date.

use std::collections::{BTreeMap, BTreeSet};

use samskab_store::{Backend, Db, Settings, db_test, migrate, sqlx};
use sqlx::types::Uuid;

use crate::{rows, schema};

/// The same database with nothing in it, or another beside it.
async fn emptied(db: &Db, number: usize) -> Db {
    let settings = match db.backend() {
        Backend::Sqlite { path, .. } => {
            Settings::Sqlite { path: path.with_file_name(format!("older-{number}.db")) }
        }
        Backend::Postgres { pool } => {
            rows::execute(db, "drop schema public cascade; create schema public").await;
            let url = sqlx::ConnectOptions::to_url_lossy(&*pool.connect_options()).to_string();
            Settings::Postgres { url, connections: 2 }
        }
    };
    Db::connect(&settings).await.unwrap()
}

/// Every table after those it refers to.
fn in_order(tables: &[String], references: &BTreeMap<String, BTreeMap<String, String>>) -> Vec<String> {
    let mut ordered: Vec<String> = Vec::new();
    let mut done: BTreeSet<String> = BTreeSet::new();
    while ordered.len() < tables.len() {
        let ready: Vec<String> = tables
            .iter()
            .filter(|table| !done.contains(*table))
            .filter(|table| {
                let others = references.get(*table).into_iter().flat_map(BTreeMap::values);
                others.filter(|other| other != table).all(|other| done.contains(other))
            })
            .cloned()
            .collect();
        assert!(!ready.is_empty(), "tables refer to each other in a circle");
        done.extend(ready.iter().cloned());
        ordered.extend(ready);
    }
    ordered
}

/// One row in every table, with something in every column.
async fn fill(db: &Db) {
    let references = schema::references(db).await;
    let schema = schema::schema(db).await;
    let tables: Vec<String> = schema.keys().filter(|table| *table != "schema_migration").cloned().collect();
    for table in in_order(&tables, &references) {
        let (mut names, mut values) = (Vec::new(), Vec::new());
        for column in &schema[&table] {
            let (name, kind) = column.split_once(' ').unwrap();
            // One id in every table and every reference: a row refers to the row of the other table, or to itself.
            let value = match kind
                .rsplit_once(if kind.ends_with("not null") { " not null" } else { " null" })
                .unwrap()
                .0
            {
                "uuid" => rows::literal(db, Uuid::from_u128(7)),
                "text" => "'2026-03-02'".to_owned(),
                "bigint" => "7".to_owned(),
                "boolean" => "true".to_owned(),
                "double precision" => "56.5".to_owned(),
                "bytea" => match db.backend() {
                    Backend::Sqlite { .. } => "x'07'".to_owned(),
                    Backend::Postgres { .. } => "'\\x07'".to_owned(),
                },
                other => panic!(
                    "{table}.{name} is a {other}: say in crates/store/README.md that both databases read it alike"
                ),
            };
            names.push(format!("\"{name}\""));
            values.push(value);
        }
        rows::execute(
            db,
            &format!("insert into {table} ({}) values ({})", names.join(", "), values.join(", ")),
        )
        .await;
    }
}

#[db_test]
async fn the_rows_of_every_older_version_survive(db: Db) {
    let newest = schema::schema(&db).await;
    let versions: Vec<i64> = migrate::migrations().iter().map(|migration| migration.version).collect();
    assert!(versions.len() >= 3);
    for (number, version) in versions.iter().enumerate() {
        let older = emptied(&db, number).await;
        let done = migrate::run_up_to(&older, *version).await.unwrap();
        assert_eq!(done.len(), number + 1, "everything up to version {version}");
        fill(&older).await;
        let before = rows::table_sizes(&older).await;
        assert!(
            before.iter().filter(|(table, _)| table != "schema_migration").all(|(_, rows)| *rows == 1),
            "{before:?}"
        );
        let done = migrate::run(&older).await.unwrap();
        assert_eq!(done.len(), versions.len() - number - 1);
        let after: BTreeMap<String, i64> = rows::table_sizes(&older).await.into_iter().collect();
        for (table, count) in before.iter().filter(|(table, _)| table != "schema_migration") {
            assert_eq!(after.get(table), Some(count), "the rows of {table} from version {version}");
        }
        assert_eq!(
            schema::schema(&older).await,
            newest,
            "a database from version {version} looks like a new one"
        );
        older.close().await;
    }
}
