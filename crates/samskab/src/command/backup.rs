//! `samskab backup` and `samskab restore`: the same guards, whichever database is behind.

mod postgres;
mod sqlite;

use std::{
    ffi::OsString,
    fs::File,
    io::Read as _,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use samskab_store::{Settings, migrate};

use crate::config::Config;

/// A whole copy of the database while the service runs. It has its name only when it is whole and has been read through.
pub async fn backup(config: Config, to: &Path) -> anyhow::Result<()> {
    if to.exists() {
        bail!("{} is there already; choose another name, so that no backup is overwritten", to.display());
    }
    let half = with_suffix(to, ".half");
    remove_if_there(&half)?;
    match written(&config, &half).await {
        Ok(what) => {
            std::fs::rename(&half, to)?;
            println!("Backed up {what} to {} and read it through.", to.display());
            Ok(())
        }
        Err(error) => {
            remove_if_there(&half)?;
            Err(error.context(format!("there is no backup: nothing was left at {}", to.display())))
        }
    }
}

async fn written(config: &Config, half: &Path) -> anyhow::Result<String> {
    let what = match &config.database {
        Settings::Sqlite { path } => {
            sqlite::write(&config.database, path, half).await?;
            sqlite::migrations_in(half).await?;
            path.display().to_string()
        }
        Settings::Postgres { url, .. } => {
            postgres::write(url, half)?;
            postgres::migrations_in(half)?;
            "the PostgreSQL database".to_owned()
        }
    };
    File::open(half)?.sync_all().context("the backup could not be brought onto the disk")?;
    Ok(what)
}

/// Puts a backup in the database's place.
pub async fn restore(config: Config, from: &Path, replace: bool) -> anyhow::Result<()> {
    let unusable = "the backup cannot be used; nothing was changed";
    if !from.exists() {
        bail!("there is no file {}", from.display());
    }
    let is_of_postgres = begins_with(from, b"PGDMP").context(unusable)?;
    let applied = match &config.database {
        Settings::Sqlite { .. } if is_of_postgres => {
            bail!("{unusable}: it is one of PostgreSQL, and this installation has the embedded database")
        }
        Settings::Postgres { .. } if begins_with(from, b"SQLite format 3\0").context(unusable)? => {
            bail!("{unusable}: it is one of the embedded database, and this installation has PostgreSQL")
        }
        Settings::Sqlite { .. } => sqlite::migrations_in(from).await.context(unusable)?,
        Settings::Postgres { .. } => postgres::migrations_in(from).context(unusable)?,
    };
    migrate::judge(&applied).context(unusable)?;
    let is_there = match &config.database {
        Settings::Sqlite { path } => path.exists(),
        Settings::Postgres { .. } => postgres::has_tables(&config.database).await?,
    };
    if is_there && !replace {
        bail!("there is a database already, and nothing was changed. Stop the service and say --replace");
    }
    match &config.database {
        Settings::Sqlite { path } => {
            config.make_data_folder()?;
            if is_there {
                sqlite::require_unused(path).await?;
            }
            match sqlite::put_in_place(from, path)? {
                Some(kept) => println!("The old database is kept as {}.", kept.display()),
                None => println!("There was no database before."),
            }
        }
        Settings::Postgres { url, .. } => {
            postgres::require_unused(&config.database).await?;
            postgres::put_in_place(from, url)?;
        }
    }
    println!("Restored. `samskab serve` brings it up to date if it is from an older version.");
    Ok(())
}

fn begins_with(file: &Path, beginning: &[u8]) -> std::io::Result<bool> {
    let mut read = Vec::new();
    File::open(file)?.take(beginning.len() as u64).read_to_end(&mut read)?;
    Ok(read == beginning)
}

fn remove_if_there(file: &Path) -> std::io::Result<()> {
    match std::fs::remove_file(file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name: OsString = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
