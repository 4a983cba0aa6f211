//! What the tables look like, on both databases.

use std::{collections::BTreeMap, fmt::Write as _};

use samskab_store::{
    Backend, Db, db_test,
    sqlx::{self, AssertSqlSafe},
};

use crate::compare_generated;

/// Table → "column type null" in the order of the columns.
pub async fn schema(db: &Db) -> BTreeMap<String, Vec<String>> {
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

/// Table → column → the table it refers to.
pub async fn references(db: &Db) -> BTreeMap<String, BTreeMap<String, String>> {
    let sql = match db.backend() {
        Backend::Sqlite { .. } => {
            "select m.name, f.\"from\", f.\"table\" from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'"
        }
        Backend::Postgres { .. } => {
            "select r.relname::text, a.attname::text, t.relname::text from pg_constraint c \
             join pg_class r on r.oid = c.conrelid join pg_class t on t.oid = c.confrelid \
             join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] where c.contype = 'f'"
        }
    };
    let sql = AssertSqlSafe(sql);
    let found: Vec<(String, String, String)> = match db.backend() {
        Backend::Sqlite { writer, .. } => sqlx::query_as(sql).fetch_all(writer).await.unwrap(),
        Backend::Postgres { pool } => sqlx::query_as(sql).fetch_all(pool).await.unwrap(),
    };
    let mut references: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    for (table, column, other) in found {
        references.entry(table).or_default().insert(column, other);
    }
    references
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
