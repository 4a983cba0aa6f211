//! `samskab backup` and `samskab restore`

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, bail};
use samskab_store::{Backend, Db, Settings, sqlx};

use crate::config::Config;

/// A whole copy of the database while the service runs.
pub async fn backup(config: Config, to: &Path) -> anyhow::Result<()> {
    if to.exists() {
        bail!("{} is there already; choose another name, so that no backup is overwritten", to.display());
    }
    match &config.database {
        Settings::Sqlite { path } => {
            if !path.exists() {
                bail!("there is no database at {}", path.display());
            }
            let db = Db::connect(&config.database).await?;
            let Backend::Sqlite { writer, .. } = db.backend() else { bail!("this is not SQLite") };
            // A consistent copy, made while others read and write.
            let name = to.to_str().context("the file name must be plain text")?;
            sqlx::query("vacuum into $1")
                .bind(name)
                .execute(writer)
                .await
                .context("the copy could not be written")?;
            db.close().await;
            check(to).await?;
            println!("Backed up {} to {} and read it through.", path.display(), to.display());
        }
        Settings::Postgres { url, .. } => {
            println!("PostgreSQL is backed up by its own pg_dump, in its custom format.");
            run_tool(
                "pg_dump",
                &["--format=custom", "--no-owner"],
                url,
                &[OsStr::new("--file"), to.as_os_str()],
            )?;
            println!("Backed up to {}.", to.display());
        }
    }
    Ok(())
}

/// Puts a backup in the database's place.
pub async fn restore(config: Config, from: &Path, replace: bool) -> anyhow::Result<()> {
    if !from.exists() {
        bail!("there is no file {}", from.display());
    }
    match &config.database {
        Settings::Sqlite { path } => {
            check(from).await.context("the backup cannot be used; nothing was changed")?;
            config.make_data_folder()?;
            // Copied beside first: a full disk must not leave the place empty.
            let copied = with_suffix(path, ".restoring");
            if path.exists() {
                if !replace {
                    bail!(
                        "there is a database at {}. Stop the service and say --replace; the old one is kept beside it",
                        path.display()
                    );
                }
                // Whoever still serves from the old file would go on writing into it.
                // One connection and no more: a second one of our own would itself be in the way.
                let alone = sqlx::sqlite::SqlitePoolOptions::new()
                    .max_connections(1)
                    .connect_with(sqlx::sqlite::SqliteConnectOptions::new().filename(path))
                    .await?;
                let free = sqlx::raw_sql("pragma locking_mode = exclusive; begin exclusive; commit")
                    .execute(&alone)
                    .await;
                alone.close().await;
                free.context("the service still runs on this database: stop it first")?;
                copy(from, &copied)?;
                let kept = kept_name(path)?;
                for suffix in ["", "-wal", "-shm"] {
                    let old = with_suffix(path, suffix);
                    if old.exists() {
                        std::fs::rename(&old, with_suffix(&kept, suffix))?;
                    }
                }
                println!("The old database is kept as {}.", kept.display());
            } else {
                copy(from, &copied)?;
            }
            std::fs::rename(&copied, path)?;
            println!(
                "Restored {}. `samskab serve` brings it up to date if it is from an older version.",
                path.display()
            );
        }
        Settings::Postgres { url, .. } => {
            if !replace {
                bail!(
                    "restoring replaces what is in the PostgreSQL database. Stop the service and say --replace"
                );
            }
            run_tool(
                "pg_restore",
                &["--clean", "--if-exists", "--no-owner", "--single-transaction", "--exit-on-error"],
                url,
                &[from.as_os_str()],
            )?;
            println!("Restored {}.", from.display());
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<()> {
    std::fs::copy(from, to).context("the backup could not be copied; nothing was changed")?;
    Ok(())
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn kept_name(path: &Path) -> anyhow::Result<PathBuf> {
    (1..1000)
        .map(|number| with_suffix(path, &format!(".before-restore-{number}")))
        .find(|name| !name.exists())
        .context("there are a thousand old databases here; tidy up first")
}

/// Reads a SQLite file through: is it whole, and is it ours?
async fn check(file: &Path) -> anyhow::Result<()> {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file).read_only(true).immutable(true);
    let pool = sqlx::SqlitePool::connect_with(options).await.context("the file is not an SQLite database")?;
    let verdict: String = sqlx::query_scalar("pragma integrity_check").fetch_one(&pool).await?;
    if verdict != "ok" {
        bail!("the database file is damaged: {verdict}");
    }
    let ours: Result<i64, _> =
        sqlx::query_scalar("select count(*) from schema_migration").fetch_one(&pool).await;
    pool.close().await;
    ours.context("the file is a database, but not one of Samskab's")?;
    Ok(())
}

/// The connection goes to the tool through the environment, so that a password never stands in a process list.
fn run_tool(tool: &str, options: &[&str], url: &str, last: &[&OsStr]) -> anyhow::Result<()> {
    let (target, password) = without_password(url);
    println!("  {tool} {} --dbname {target} …", options.join(" "));
    let mut command = Command::new(tool);
    command.args(options).arg("--dbname").arg(&target).args(last);
    if let Some(password) = password {
        command.env("PGPASSWORD", password);
    }
    let status = command.status().with_context(|| {
        format!("{tool} could not be started: install PostgreSQL's client programs (Debian: apt install postgresql-client)")
    })?;
    if !status.success() {
        bail!("{tool} ended with {status}; its own message stands above");
    }
    Ok(())
}

fn without_password(url: &str) -> (String, Option<String>) {
    let Some((scheme, rest)) = url.split_once("://") else { return (url.to_owned(), None) };
    let Some((user, host)) = rest.rsplit_once('@') else { return (url.to_owned(), None) };
    match user.split_once(':') {
        Some((user, password)) => (format!("{scheme}://{user}@{host}"), Some(password.to_owned())),
        None => (url.to_owned(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_never_reaches_the_process_list() {
        let (target, password) = without_password("postgres://samskab:hemmelig@db:5432/samskab");
        assert_eq!(target, "postgres://samskab@db:5432/samskab");
        assert_eq!(password.as_deref(), Some("hemmelig"));
        assert_eq!(without_password("postgres://db/x"), ("postgres://db/x".to_owned(), None));
    }
}
