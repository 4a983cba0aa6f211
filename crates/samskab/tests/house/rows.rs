//! Looking straight into the database: what a test may do and the program may not.

use samskab_store::{Backend, Db, migrate, sqlx};
use sqlx::{AssertSqlSafe, raw_sql, types::Uuid};

/// Every id that `sql` selects.
pub async fn ids(db: &Db, sql: &str) -> Vec<Uuid> {
    let sql = AssertSqlSafe(sql.to_owned());
    match db.backend() {
        Backend::Sqlite { readers, .. } => sqlx::query_scalar(sql).fetch_all(readers).await.unwrap(),
        Backend::Postgres { pool } => sqlx::query_scalar(sql).fetch_all(pool).await.unwrap(),
    }
}

pub async fn numbers(db: &Db, sql: &str) -> Vec<i64> {
    let sql = AssertSqlSafe(sql.to_owned());
    match db.backend() {
        Backend::Sqlite { readers, .. } => sqlx::query_scalar(sql).fetch_all(readers).await.unwrap(),
        Backend::Postgres { pool } => sqlx::query_scalar(sql).fetch_all(pool).await.unwrap(),
    }
}

pub async fn texts(db: &Db, sql: &str) -> Vec<String> {
    let sql = AssertSqlSafe(sql.to_owned());
    match db.backend() {
        Backend::Sqlite { readers, .. } => sqlx::query_scalar(sql).fetch_all(readers).await.unwrap(),
        Backend::Postgres { pool } => sqlx::query_scalar(sql).fetch_all(pool).await.unwrap(),
    }
}

pub async fn execute(db: &Db, sql: &str) {
    let sql = AssertSqlSafe(migrate::dialect(db.backend(), sql));
    match db.backend() {
        Backend::Sqlite { writer, .. } => drop(raw_sql(sql).execute(writer).await.unwrap()),
        Backend::Postgres { pool } => drop(raw_sql(sql).execute(pool).await.unwrap()),
    }
}

/// An id as this database writes it in SQL.
pub fn literal(db: &Db, id: Uuid) -> String {
    match db.backend() {
        Backend::Sqlite { .. } => format!("x'{}'", id.simple()),
        Backend::Postgres { .. } => format!("'{id}'::uuid"),
    }
}

/// How many rows each table has: equal before and after means that nothing was added or taken away.
pub async fn table_sizes(db: &Db) -> Vec<(String, i64)> {
    let mut sizes = Vec::new();
    for table in crate::schema::schema(db).await.into_keys() {
        let count = numbers(db, &format!("select count(*) from {table}")).await;
        sizes.push((table, count[0]));
    }
    sizes
}
