//! The embedded database is copied by itself, and put in place as a file.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use samskab_store::{Backend, Db, Settings, migrate::Applied, sqlx};

use super::{remove_if_there, with_suffix};

/// A consistent copy, made while others read and write.
pub async fn write(settings: &Settings, path: &Path, half: &Path) -> anyhow::Result<()> {
    if !path.exists() {
        bail!("there is no database at {}", path.display());
    }
    let db = Db::connect(settings).await?;
    let Backend::Sqlite { writer, .. } = db.backend() else { bail!("this is not SQLite") };
    let name = half.to_str().context("the file name must be plain text")?;
    let copied = sqlx::query("vacuum into $1").bind(name).execute(writer).await;
    db.close().await;
    copied.context("the copy could not be written")?;
    Ok(())
}

/// Reads a file through: is it whole, is it ours, and which migrations were run on it?
pub async fn migrations_in(file: &Path) -> anyhow::Result<Vec<Applied>> {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file).read_only(true).immutable(true);
    let pool = sqlx::SqlitePool::connect_with(options).await.context("the file is not an SQLite database")?;
    let verdict: String = sqlx::query_scalar("pragma integrity_check").fetch_one(&pool).await?;
    if verdict != "ok" {
        bail!("the database file is damaged: {verdict}");
    }
    let applied = sqlx::query_as("select version, name, checksum from schema_migration order by version")
        .fetch_all(&pool)
        .await;
    pool.close().await;
    applied.context("the file is a database, but not one of Samskab's")
}

/// A program that still serves from the old file would go on writing into it.
pub async fn require_unused(path: &Path) -> anyhow::Result<()> {
    // Only one connection: a second one of our own would itself be in the way.
    let alone = sqlx::sqlite::SqlitePoolOptions::new()
        .max_connections(1)
        .connect_with(sqlx::sqlite::SqliteConnectOptions::new().filename(path))
        .await?;
    let free =
        sqlx::raw_sql("pragma locking_mode = exclusive; begin exclusive; commit").execute(&alone).await;
    alone.close().await;
    free.context("the service still runs on this database: stop it first; nothing was changed")?;
    Ok(())
}

/// Gives back where the old database is kept.
pub fn put_in_place(from: &Path, path: &Path) -> anyhow::Result<Option<PathBuf>> {
    // Copied to another name first: a full disk must not leave the place empty.
    let copied = with_suffix(path, ".restoring");
    if let Err(error) = std::fs::copy(from, &copied) {
        remove_if_there(&copied)?;
        return Err(error).context("the backup could not be copied; nothing was changed");
    }
    let mut kept = None;
    if path.exists() {
        let name = kept_name(path)?;
        for suffix in ["", "-wal", "-shm"] {
            let old = with_suffix(path, suffix);
            if old.exists() {
                std::fs::rename(&old, with_suffix(&name, suffix))?;
            }
        }
        kept = Some(name);
    }
    std::fs::rename(&copied, path)?;
    Ok(kept)
}

fn kept_name(path: &Path) -> anyhow::Result<PathBuf> {
    (1..1000)
        .map(|number| with_suffix(path, &format!(".before-restore-{number}")))
        .find(|name| !name.exists())
        .context("there are a thousand old databases here; tidy up first")
}
