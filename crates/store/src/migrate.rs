//! Bringing the schema up to date: numbered texts, run once each, in order, under a lock.

use include_dir::{Dir, include_dir};
use sqlx::{AssertSqlSafe, raw_sql};

use crate::{Db, Error, Result, connection::Connection, db::Backend};

static FOLDER: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../migrations");

/// The number of an advisory lock on PostgreSQL that nobody else uses: "samskab" in hex.
const LOCK: i64 = 0x0073_616d_736b_6162;

/// One shipped change of the schema. Never edited once shipped.
pub struct Migration {
    pub version: i64,
    pub name: &'static str,
    pub sql: &'static str,
}

impl Migration {
    fn checksum(&self) -> String {
        // Not a secret, only a fingerprint: FNV-1a.
        let hash = self.sql.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        format!("{hash:016x}")
    }
}

/// All migrations of this program, oldest first.
pub fn migrations() -> Vec<Migration> {
    let mut all: Vec<Migration> = FOLDER
        .files()
        .filter_map(|file| {
            let name = file.path().file_stem()?.to_str()?;
            let version = name.split('_').next()?.parse().ok()?;
            Some(Migration { version, name, sql: file.contents_utf8()? })
        })
        .collect();
    all.sort_by_key(|migration| migration.version);
    all
}

/// The text as `backend` wants it. The only difference between the two: PostgreSQL must be
/// told to compare bytewise (its default collation skips spaces and knows better than our
/// Danish sort keys), SQLite does nothing else.
pub fn dialect(backend: &Backend, sql: &str) -> String {
    match backend {
        Backend::Sqlite { .. } => sql.replace(" collate \"C\"", ""),
        Backend::Postgres { .. } => sql.to_owned(),
    }
}

crate::statements! {
    APPLIED = "select version, name, checksum from schema_migration order by version";
    ADD = "insert into schema_migration (version, name, checksum) values ($1, $2, $3)";
}

/// Runs what is missing; returns the names of what was run. Safe when several processes
/// start at once.
pub async fn run(db: &Db) -> Result<Vec<&'static str>> {
    run_up_to(db, i64::MAX).await
}

/// As [`run`], up to and including `last`: lets a test fill a database of an older version.
pub async fn run_up_to(db: &Db, last: i64) -> Result<Vec<&'static str>> {
    let stamp = crate::Stamp {
        tenant: samskab_kernel::TenantId::from_uuid(uuid::Uuid::nil()),
        actor: None,
        now: samskab_kernel::Instant::from_micros(0),
    };
    let mut tx = db.begin(stamp).await?;
    if let Connection::PostgresTx(_) = &*tx {
        raw(&mut tx, format!("select pg_advisory_xact_lock({LOCK})")).await?;
    }
    raw(
        &mut tx,
        "create table if not exists schema_migration \
         (version bigint not null primary key, name text not null, checksum text not null)"
            .to_owned(),
    )
    .await?;
    let applied: Vec<(i64, String, String)> = tx.query(&APPLIED).all().await?;
    let known = migrations();
    if let Some((version, ..)) =
        applied.iter().find(|(version, ..)| known.iter().all(|m| m.version != *version))
    {
        return Err(Error::NewerDatabase { version: *version });
    }
    let mut done = Vec::new();
    for migration in known.into_iter().filter(|migration| migration.version <= last) {
        if let Some((_, name, checksum)) = applied.iter().find(|(version, ..)| *version == migration.version)
        {
            if *checksum != migration.checksum() {
                return Err(Error::MigrationChanged { name: name.clone() });
            }
            continue;
        }
        let sql = dialect(db.backend(), migration.sql);
        raw(&mut tx, sql).await?;
        let checksum = migration.checksum();
        tx.query(&ADD)
            .bind(migration.version)
            .bind(migration.name.to_owned())
            .bind(checksum)
            .execute()
            .await?;
        done.push(migration.name);
    }
    tx.commit().await?;
    Ok(done)
}

/// Migrations this program has and the database has not: all of them, when it is empty.
pub async fn missing(db: &Db) -> Result<Vec<&'static str>> {
    let mut reader = db.read().await?;
    let applied: Vec<(i64, String, String)> = match reader.query(&APPLIED).all().await {
        Err(error) if error.is_missing_table() => Vec::new(),
        applied => applied?,
    };
    Ok(migrations()
        .into_iter()
        .filter(|migration| applied.iter().all(|(version, ..)| *version != migration.version))
        .map(|migration| migration.name)
        .collect())
}

async fn raw(connection: &mut Connection, sql: String) -> Result<()> {
    let sql = AssertSqlSafe(sql);
    match connection {
        Connection::Sqlite(connection) => raw_sql(sql).execute(&mut **connection).await.map(drop)?,
        Connection::SqliteTx(connection) => raw_sql(sql).execute(&mut **connection).await.map(drop)?,
        Connection::Postgres(connection) => raw_sql(sql).execute(&mut **connection).await.map(drop)?,
        Connection::PostgresTx(connection) => raw_sql(sql).execute(&mut **connection).await.map(drop)?,
    }
    Ok(())
}
