//! Bringing the schema up to date: numbered texts, run once each, in order, under a lock.

use include_dir::{Dir, include_dir};

use crate::{Db, Error, Result, connection::Waiting, db::Backend};

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

/// Version, name and checksum of a migration that was run on a database.
pub type Applied = (i64, String, String);

/// Whether this program can work with a database on which these were run, bringing it up to date first.
///
/// # Errors
/// When a newer program made it, or with another text than ours.
pub fn judge(applied: &[Applied]) -> Result<()> {
    let known = migrations();
    for (version, name, checksum) in applied {
        match known.iter().find(|migration| migration.version == *version) {
            None => return Err(Error::NewerDatabase { version: *version }),
            Some(migration) if *checksum != migration.checksum() => {
                return Err(Error::MigrationChanged { name: name.clone() });
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// Runs what is missing; returns the names of what was run. Safe when several processes
/// start at once.
pub fn run(db: &Db) -> Waiting<'_, Vec<&'static str>> {
    run_up_to(db, i64::MAX)
}

/// As [`run`], up to and including `last`: lets a test fill a database of an older version.
pub fn run_up_to(db: &Db, last: i64) -> Waiting<'_, Vec<&'static str>> {
    Box::pin(ran_up_to(db, last))
}

async fn ran_up_to(db: &Db, last: i64) -> Result<Vec<&'static str>> {
    let stamp = crate::Stamp {
        tenant: samskab_kernel::TenantId::from_uuid(uuid::Uuid::nil()),
        actor: None,
        now: samskab_kernel::Instant::from_micros(0),
    };
    let mut tx = db.begin(stamp).await?;
    if let Backend::Postgres { .. } = db.backend() {
        // A large table takes the time it takes.
        tx.run_raw(format!("set local statement_timeout = 0; select pg_advisory_xact_lock({LOCK})")).await?;
    }
    tx.run_raw(
        "create table if not exists schema_migration \
         (version bigint not null primary key, name text not null, checksum text not null)"
            .to_owned(),
    )
    .await?;
    let applied: Vec<Applied> = tx.query(&APPLIED).all().await?;
    judge(&applied)?;
    let mut done = Vec::new();
    for migration in migrations().into_iter().filter(|migration| migration.version <= last) {
        if applied.iter().any(|(version, ..)| *version == migration.version) {
            continue;
        }
        let sql = dialect(db.backend(), migration.sql);
        tx.run_raw(sql).await?;
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
    // A database of an older version has pages that were deleted before deleting overwrote them.
    if !done.is_empty() && !applied.is_empty() {
        db.write_anew().await?;
    }
    Ok(done)
}

/// Migrations this program has and the database has not: all of them, when it is empty.
pub async fn missing(db: &Db) -> Result<Vec<&'static str>> {
    let mut reader = db.read().await?;
    let applied: Vec<Applied> = match reader.query(&APPLIED).all().await {
        Err(error) if error.is_missing_table() => Vec::new(),
        applied => applied?,
    };
    Ok(migrations()
        .into_iter()
        .filter(|migration| applied.iter().all(|(version, ..)| *version != migration.version))
        .map(|migration| migration.name)
        .collect())
}
