//! A database of its own for every test, on both kinds. Used by `#[db_test]`.

use std::{path::PathBuf, str::FromStr};

use samskab_kernel::{Dice, Instant, TenantId, instant::MICROS_A_SECOND};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection as _, postgres::PgConnectOptions, raw_sql};

use crate::{Backend, BoxFuture, Db, Settings, Stamp, migrate};

/// A database that lives as long as a test.
pub struct TestDatabase {
    db: Db,
    settings: Settings,
    leftover: Leftover,
}

enum Leftover {
    Folder(PathBuf),
    Database { server: Box<PgConnectOptions>, name: String },
}

impl TestDatabase {
    pub fn db(&self) -> Db {
        self.db.clone()
    }

    /// To start a program on the same database.
    pub fn settings(&self) -> Settings {
        self.settings.clone()
    }

    /// Takes the database away. A test that failed leaves it for you to look at.
    pub fn close(self) -> BoxFuture<'static, ()> {
        Box::pin(self.closed())
    }

    async fn closed(self) {
        self.db.close().await;
        match self.leftover {
            Leftover::Folder(folder) => drop(std::fs::remove_dir_all(folder)),
            Leftover::Database { server, name } => {
                if let Ok(mut connection) = server.connect().await {
                    let sql = format!("drop database if exists {name} with (force)");
                    drop(raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await);
                    drop(connection.close().await);
                }
            }
        }
    }
}

fn unique_name() -> String {
    let random = samskab_kernel::Dice::real().bytes();
    random.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

pub fn sqlite() -> BoxFuture<'static, TestDatabase> {
    Box::pin(new_sqlite())
}

async fn new_sqlite() -> TestDatabase {
    let template = file_template().await;
    let folder = std::env::temp_dir().join(format!("samskab-test-{}", unique_name()));
    std::fs::create_dir_all(&folder).expect("a folder for the test's database");
    let path = folder.join("samskab.db");
    std::fs::copy(template, &path).expect("a copy of the template");
    let settings = Settings::Sqlite { path };
    let db = Db::connect(&settings).await.expect("an SQLite database for the test");
    TestDatabase { db, settings, leftover: Leftover::Folder(folder) }
}

/// A migrated file to copy from, made once per set of migrations. Whoever makes it at the same time makes the same.
async fn file_template() -> PathBuf {
    let template = std::env::temp_dir().join(format!("samskab-template-{:016x}.db", fingerprint()));
    if !template.exists() {
        let path = template.with_extension(unique_name());
        let db = Db::open(&Settings::Sqlite { path: path.clone() }).await.expect("the migrations on SQLite");
        // The last connection takes the log in front of the file into it, and away.
        db.close().await;
        std::fs::rename(path, &template).expect("the template's name");
    }
    template
}

/// Depends on the migrations: other migrations give another value.
fn fingerprint() -> u64 {
    migrate::migrations()
        .iter()
        .flat_map(|migration| migration.sql.bytes())
        .fold(7_u64, |hash, byte| hash.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte))
}

/// The URL of the private test cluster that `cargo xtask postgres` starts.
pub fn postgres_url() -> String {
    if let Ok(url) = std::env::var("SAMSKAB_TEST_POSTGRES") {
        return url;
    }
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/postgres-url");
    std::fs::read_to_string(file).map(|url| url.trim().to_owned()).unwrap_or_else(|_| {
        panic!("no PostgreSQL for the tests: run `cargo xtask postgres` (or `cargo xtask test`)")
    })
}

pub fn postgres() -> BoxFuture<'static, TestDatabase> {
    Box::pin(new_postgres())
}

async fn new_postgres() -> TestDatabase {
    let server = PgConnectOptions::from_str(&postgres_url()).expect("the URL of the test cluster");
    let template = server_template(&server).await;
    let name = format!("test_{}", unique_name());
    let mut connection = server.connect().await.expect("the test cluster answers");
    // Two copies of one template at once refuse each other; the next try finds it free.
    for attempt in 0.. {
        // Copied as files: page by page through the log it takes twice the time.
        let sql = format!("create database {name} template {template} strategy file_copy");
        match raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await {
            Ok(_) => break,
            Err(error) if attempt > 200 => panic!("the test database could not be made: {error}"),
            Err(_) => tokio::time::sleep(std::time::Duration::from_millis(25)).await,
        }
    }
    drop(connection.close().await);
    let url = server.clone().database(&name).to_url_lossy().to_string();
    let settings = Settings::Postgres { url, connections: 5 };
    let db = Db::connect(&settings).await.expect("the test's own database answers");
    TestDatabase { db, settings, leftover: Leftover::Database { server: Box::new(server), name } }
}

/// A migrated database to copy from, made once per set of migrations.
async fn server_template(server: &PgConnectOptions) -> String {
    let fingerprint = fingerprint();
    let name = format!("template_{fingerprint:016x}");
    let mut connection = server.connect().await.expect("the test cluster answers");
    let lock = AssertSqlSafe(format!("select pg_advisory_lock({})", fingerprint >> 1));
    raw_sql(lock).execute(&mut connection).await.expect("the lock for the template");
    let exists: bool = sqlx::query_scalar("select exists (select from pg_database where datname = $1)")
        .bind(&name)
        .fetch_one(&mut connection)
        .await
        .expect("the list of databases");
    if !exists {
        let scratch = format!("{name}_new");
        for sql in [format!("drop database if exists {scratch}"), format!("create database {scratch}")] {
            raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await.expect("the template database");
        }
        let url = server.clone().database(&scratch).to_url_lossy().to_string();
        let db = Db::open(&Settings::Postgres { url, connections: 1 })
            .await
            .expect("the migrations on PostgreSQL");
        db.close().await;
        let sql = format!("alter database {scratch} rename to {name}");
        raw_sql(AssertSqlSafe(sql)).execute(&mut connection).await.expect("the template's name");
    }
    drop(connection.close().await);
    name
}

crate::statements! {
    ADD_TENANT = "insert into tenant (id, slug, name, settings, created_at) values ($1, $2, $3, $4, $5)";
}

/// A municipality with a name of its own, to hang a test's rows on. Without settings and host names.
pub async fn tenant(db: &Db) -> TenantId {
    // Monday 2 March 2026, 9 o'clock in Denmark: an ordinary working day.
    let now = Instant::from_micros(1_772_438_400 * MICROS_A_SECOND);
    let slug = unique_name();
    // Not drawn from the database's own `Dice`: a test that seeded them expects its own random values.
    let tenant = Dice::real().id(now);
    let mut tx = db.begin(Stamp { tenant, actor: None, now }).await.expect("a transaction for the tenant");
    tx.query(&ADD_TENANT)
        .bind(tenant)
        .bind(slug)
        .bind("Fjordlund Kommune".to_owned())
        .bind("{}".to_owned())
        .bind(now)
        .execute()
        .await
        .expect("the tenant's row");
    tx.commit().await.expect("the tenant is committed");
    tenant
}

/// The same database as another process would open it: with connections of its own.
pub async fn another_process(db: &Db) -> Db {
    let settings = match db.backend() {
        Backend::Sqlite { path, .. } => Settings::Sqlite { path: path.to_path_buf() },
        Backend::Postgres { pool } => {
            let url = pool.connect_options().to_url_lossy().to_string();
            Settings::Postgres { url, connections: 5 }
        }
    };
    Db::connect(&settings).await.expect("the test's database answers a second time")
}
