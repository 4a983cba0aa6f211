//! PostgreSQL is backed up and restored by its own programs: pg_dump, pg_restore and psql.

use std::{
    ffi::OsStr,
    io::{self, Write as _},
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use anyhow::{Context, bail};
use samskab_store::{Backend, Db, Settings, migrate::Applied, sqlx};

pub fn write(url: &str, half: &Path) -> anyhow::Result<()> {
    let options = ["--format=custom", "--no-owner"];
    println!("PostgreSQL is backed up by its own pg_dump, in its custom format:");
    say("pg_dump", &options, url);
    let mut dump = connected("pg_dump", &options, url);
    run(dump.arg("--file").arg(half), "pg_dump").map(drop)
}

/// Reads a dump through: is it whole, is it ours, and which migrations were run on it?
pub fn migrations_in(file: &Path) -> anyhow::Result<Vec<Applied>> {
    let read = |options: &[&OsStr]| {
        let mut command = Command::new("pg_restore");
        run(command.args(options).arg(file), "pg_restore")
    };
    // Everything is unpacked and discarded.
    read(&[OsStr::new("--file=/dev/null")]).context("the file is not a whole dump of PostgreSQL")?;
    let options = ["--data-only", "--table=schema_migration", "--file=-"].map(OsStr::new);
    let applied = copied_rows(&read(&options)?);
    if applied.is_empty() {
        bail!("the file is a dump, but not one of Samskab's");
    }
    Ok(applied)
}

/// The rows between `COPY … FROM stdin;` and `\.`
fn copied_rows(sql: &str) -> Vec<Applied> {
    let rows = sql.lines().skip_while(|line| !line.starts_with("COPY ")).skip(1);
    rows.take_while(|line| *line != "\\.")
        .filter_map(|line| {
            let mut columns = line.split('\t').map(str::to_owned);
            Some((columns.next()?.parse().ok()?, columns.next()?, columns.next()?))
        })
        .collect()
}

pub async fn has_tables(settings: &Settings) -> anyhow::Result<bool> {
    let count =
        counted(settings, "select count(*) from pg_tables where schemaname = current_schema()").await?;
    Ok(count > 0)
}

/// A program that still serves would write into the restored database.
pub async fn require_unused(settings: &Settings) -> anyhow::Result<()> {
    let others = "select count(*) from pg_stat_activity \
                  where datname = current_database() and pid <> pg_backend_pid() and application_name = 'samskab'";
    // A connection that was closed a moment ago, such as our own, is still seen.
    for _ in 0..10 {
        if counted(settings, others).await? == 0 {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    bail!("the service still runs on this database: stop it first; nothing was changed")
}

/// Runs a query for one number, by a single connection of our own.
async fn counted(settings: &Settings, sql: &'static str) -> anyhow::Result<i64> {
    let db = Db::connect(settings).await?;
    let Backend::Postgres { pool } = db.backend() else { bail!("this is not PostgreSQL") };
    let count = sqlx::query_scalar(sql).fetch_one(pool).await;
    db.close().await;
    Ok(count?)
}

/// Tables that are newer than the backup would be in the way of the older ones they refer to. Those of an extension are
/// not ours.
const EMPTY: &str = "do $$ declare ours record; begin
  for ours in select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = current_schema() and c.relkind in ('r', 'p')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  loop execute 'drop table if exists ' || ours.name || ' cascade'; end loop;
end $$;
";

/// Empties the schema and fills it from the backup, in one transaction: either both happen or nothing.
pub fn put_in_place(from: &Path, url: &str) -> anyhow::Result<()> {
    let options = ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null"];
    println!("PostgreSQL is restored by its own pg_restore and psql, in one transaction:");
    say("psql", &options, url);
    let mut psql = connected("psql", &options, url);
    let mut psql = psql.stdin(Stdio::piped()).spawn().with_context(|| missing("psql"))?;
    let mut input = psql.stdin.take().context("psql takes nothing in")?;
    let mut filling = || -> anyhow::Result<()> {
        input.write_all(b"begin;\n")?;
        input.write_all(EMPTY.as_bytes())?;
        let mut unpack = Command::new("pg_restore");
        unpack.args(["--no-owner", "--file=-"]).arg(from).stdout(Stdio::piped());
        let mut unpack = unpack.spawn().with_context(|| missing("pg_restore"))?;
        let mut sql = unpack.stdout.take().context("pg_restore gives nothing out")?;
        let copied = io::copy(&mut sql, &mut input);
        drop(sql);
        let unpacked = unpack.wait()?;
        copied?;
        anyhow::ensure!(unpacked.success(), "pg_restore ended with {unpacked}");
        // Only now: anything that ended before this has changed nothing.
        input.write_all(b"commit;\n")?;
        Ok(())
    };
    let filled = filling();
    drop(input);
    let ended = psql.wait()?;
    if !ended.success() {
        bail!("psql ended with {ended}; its own message stands above. Nothing was changed");
    }
    filled.context("the backup could not be read to its end; nothing was changed")
}

fn connected(tool: &str, options: &[&str], url: &str) -> Command {
    let (target, password) = without_password(url);
    let mut command = Command::new(tool);
    command.args(options).arg("--dbname").arg(target);
    if let Some(password) = password {
        // Through the environment: the password must not be in a process list.
        command.env("PGPASSWORD", password);
    }
    command
}

fn say(tool: &str, options: &[&str], url: &str) {
    println!("  {tool} {} --dbname {} …", options.join(" "), without_password(url).0);
}

fn missing(tool: &str) -> String {
    format!(
        "{tool} could not be started: install PostgreSQL's client programs (Debian: apt install postgresql-client)"
    )
}

/// What the program wrote on standard output.
fn run(command: &mut Command, tool: &str) -> anyhow::Result<String> {
    let output = command.output().with_context(|| missing(tool))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{tool} ended with {}: {}", output.status, said.trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// A parameter of our driver's own, at which PostgreSQL's programs stumble.
const OF_THE_DRIVER: &str = "statement-cache-capacity=";

fn without_password(url: &str) -> (String, Option<String>) {
    let url = match url.split_once('?') {
        None => url.to_owned(),
        Some((address, query)) => {
            let kept: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with(OF_THE_DRIVER)).collect();
            if kept.is_empty() { address.to_owned() } else { format!("{address}?{}", kept.join("&")) }
        }
    };
    let url = url.as_str();
    let Some((scheme, rest)) = url.split_once("://") else { return (url.to_owned(), None) };
    let Some((user, host)) = rest.rsplit_once('@') else { return (url.to_owned(), None) };
    match user.split_once(':') {
        Some((user, password)) => (format!("{scheme}://{user}@{host}"), Some(decoded(password))),
        None => (url.to_owned(), None),
    }
}

/// `p%40ss` as it is meant: the environment takes a password as it is.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) if *first == b'%' => {
                bytes.push(byte);
                rest = &after[2..];
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_never_reaches_the_process_list() {
        let (target, password) = without_password("postgres://samskab:hemmelig@db:5432/samskab");
        assert_eq!(target, "postgres://samskab@db:5432/samskab");
        assert_eq!(password.as_deref(), Some("hemmelig"));
        let (_, password) = without_password("postgres://samskab:p%40ss%C3%B8+%25%@db/x");
        assert_eq!(password.as_deref(), Some("p@ssø+%%"));
        let (target, _) = without_password("postgres://db/x?sslmode=prefer&statement-cache-capacity=100");
        assert_eq!(target, "postgres://db/x?sslmode=prefer");
        assert_eq!(without_password("postgres://db/x"), ("postgres://db/x".to_owned(), None));
    }

    #[test]
    fn the_migrations_of_a_dump_are_read() {
        let sql = "SET x = 1;\nCOPY public.schema_migration (version, name, checksum) FROM stdin;\n\
                   1\t0001_house\tabc\n2\t0002_organisation\tdef\n\\.\n\nSELECT 1;\n";
        let rows = copied_rows(sql);
        assert_eq!(rows[1], (2, "0002_organisation".to_owned(), "def".to_owned()));
        assert_eq!(rows.len(), 2);
        assert!(copied_rows("SET x = 1;\n").is_empty());
    }
}
