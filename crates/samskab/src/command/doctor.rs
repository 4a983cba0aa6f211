//! `samskab doctor`: is everything as it should be, and if not, what to do.

use std::{process::ExitCode, time::Duration};

use samskab_kernel::{Clock, Instant};
use samskab_mail::Transport;
use samskab_store::{Db, Settings, migrate};
use samskab_web::Tenant;
use samskab_web::forwarded::TrustedProxies;
use tokio::time::timeout;

use crate::config::{Config, can_be_written};

/// The result of one check.
enum Finding {
    Fine(String),
    /// It works, but somebody should look.
    Look(String),
    Wrong(String),
}

pub async fn run(config: Config) -> anyhow::Result<ExitCode> {
    let mut findings = vec![data_folder(&config)];
    findings.extend(room(&config));
    // Asking how the program is must not create a database.
    let is_there = !matches!(&config.database, Settings::Sqlite { path } if !path.exists());
    if is_there {
        findings.extend(answering(&config).await);
    } else {
        findings.push(Finding::Look(
            "there is no database yet: `samskab create --help` makes one with a municipality in it".into(),
        ));
    }
    findings.push(mail(&config).await);
    findings.push(match &config.public_url {
        Some(url) if url.starts_with("https://") => Finding::Fine(format!("people open {url}")),
        Some(url) => Finding::Look(format!("people open {url} without encryption: put a proxy with a certificate in front")),
        None => Finding::Look(
            "SAMSKAB_PUBLIC_URL is not set: links in mails lead to the listening address. Set it to https://…".into(),
        ),
    });
    findings.extend(proxy(&config));
    let mut wrong = 0;
    for finding in &findings {
        match finding {
            Finding::Fine(text) => println!("  ok     {text}"),
            Finding::Look(text) => println!("  look   {text}"),
            Finding::Wrong(text) => {
                wrong += 1;
                println!("  WRONG  {text}");
            }
        }
    }
    Ok(if wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The database, when it answers.
async fn answering(config: &Config) -> Vec<Finding> {
    match Db::connect(&config.database).await {
        Ok(db) => {
            let mut findings = vec![Finding::Fine("the database answers".into())];
            findings.extend(database(&db).await);
            db.close().await;
            findings
        }
        Err(error) => vec![Finding::Wrong(format!(
            "the database does not answer: {error}. Check DATABASE_URL, or that the data folder can be written"
        ))],
    }
}

fn data_folder(config: &Config) -> Finding {
    if !config.data.exists() {
        let folder = config.data.display();
        return Finding::Look(format!("there is no data folder {folder} yet: the first start makes it"));
    }
    match can_be_written(&config.data) {
        Ok(()) => Finding::Fine(format!("the data folder {} can be written", config.data.display())),
        Err(error) => match config.database {
            Settings::Sqlite { .. } => Finding::Wrong(format!(
                "the data folder {} cannot be written: {error}. Give the service's user the folder, or choose another with --data",
                config.data.display()
            )),
            Settings::Postgres { .. } => Finding::Look(format!(
                "the data folder cannot be written: {error}. Only the embedded database needs it"
            )),
        },
    }
}

/// Megabytes below which there is little room: backups, the log of changes and SQLite's tidying need some besides the
/// data.
const LITTLE_ROOM: u64 = 1024;
const NO_ROOM: u64 = 100;

/// How much room there is for the embedded database; nothing where the machine does not tell.
fn room(config: &Config) -> Option<Finding> {
    let Settings::Sqlite { path } = &config.database else { return None };
    let folder = path.parent().filter(|folder| folder.exists())?;
    let told = std::process::Command::new("df").arg("-Pm").arg(folder).output().ok()?;
    let megabytes = free_megabytes(&String::from_utf8_lossy(&told.stdout))?;
    let size = std::fs::metadata(path).map_or(0, |file| file.len() / 1024 / 1024);
    let there_is = format!("{megabytes} MB are free beside a database of {size} MB");
    Some(match megabytes {
        ..NO_ROOM => {
            Finding::Wrong(format!("{there_is}: changes will be refused soon. Make room on the disk"))
        }
        free if free < LITTLE_ROOM.max(3 * size) => {
            Finding::Look(format!("{there_is}: a backup needs as much again. Make room on the disk"))
        }
        _ => Finding::Fine(there_is),
    })
}

/// The fourth column of the last line of `df -Pm`.
fn free_megabytes(told: &str) -> Option<u64> {
    told.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()
}

async fn database(db: &Db) -> Vec<Finding> {
    let missing = match migrate::missing(db).await {
        Ok(missing) => missing,
        Err(error) => return vec![Finding::Wrong(format!("the schema cannot be read: {error}"))],
    };
    if !missing.is_empty() {
        return vec![Finding::Look(format!(
            "{} migrations are waiting: run `samskab migrate`",
            missing.len()
        ))];
    }
    let mut findings = vec![Finding::Fine("the schema is up to date".into())];
    let now = Clock::real().now();
    findings.push(match db.try_writing(now).await {
        Ok(()) => Finding::Fine("the database takes changes".into()),
        Err(error) => {
            Finding::Wrong(format!("the database takes no change: {error}. Is the disk full, or read-only?"))
        }
    });
    findings.extend(clock(db, now).await);
    match samskab_web::tenant::Tenants::new(db.clone()).all(now).await {
        Ok(tenants) if tenants.is_empty() => {
            findings.push(Finding::Look("there is no municipality yet: `samskab create --help`".into()));
        }
        Ok(tenants) => {
            for tenant in tenants {
                findings.push(Finding::Fine(format!("{} lives here", tenant.name)));
                if tenant.profile.accessibility_statement.is_empty() {
                    findings.push(Finding::Look(format!(
                        "{}: no accessibility statement yet. Make one in the WAS tool and put its address into the settings (law B.8)",
                        tenant.name
                    )));
                }
                findings.extend(failed(db, &tenant).await);
                if tenant.profile.phone.is_empty() {
                    findings.push(Finding::Look(format!(
                        "{}: no telephone number for people to call",
                        tenant.name
                    )));
                }
            }
        }
        Err(error) => findings.push(Finding::Wrong(format!("the municipalities cannot be read: {error}"))),
    }
    findings
}

/// Whether the proxy in front is believed, and nobody else. The program itself speaks no TLS, so with an address of
/// `https` there is a proxy.
fn proxy(config: &Config) -> Option<Finding> {
    let stands_there = config.public_url.as_deref().is_some_and(|url| url.starts_with("https://"));
    let is_reached_from_elsewhere = !config.listen.ip().is_loopback();
    match &config.trusted_proxies {
        TrustedProxies::Nobody if stands_there => Some(Finding::Wrong(
            "a proxy stands in front and is not believed: all readers count as one address, and one who tries too \
             often makes everybody wait. Set SAMSKAB_TRUSTED_PROXY to true, or to the proxy's address"
                .into(),
        )),
        TrustedProxies::Nobody => None,
        TrustedProxies::Nearest if is_reached_from_elsewhere => Some(Finding::Look(format!(
            "whoever reaches {} from a private network can say that they ask for anybody: set SAMSKAB_TRUSTED_PROXY to \
             the proxy's address, or listen on 127.0.0.1",
            config.listen
        ))),
        TrustedProxies::Nearest | TrustedProxies::Listed(_) if !stands_there => Some(Finding::Look(
            "a proxy is believed, and SAMSKAB_PUBLIC_URL does not begin with https://. Set it to the address people open"
                .into(),
        )),
        _ => Some(Finding::Fine("the proxy in front is believed when it says for whom it asks".into())),
    }
}

/// Something done later than now was done by a clock that was wrong, or this clock is wrong.
async fn clock(db: &Db, now: Instant) -> Option<Finding> {
    let newest = async {
        let mut reader = db.read().await?;
        reader.query(&NEWEST).scalar::<Option<Instant>>().await
    };
    let newest = newest.await.ok().flatten()?;
    (newest > now.plus_days(1)).then(|| {
        Finding::Look(format!(
            "the clock says {now}, and something was done at {newest}: one of them is wrong. Is the clock set by the network?"
        ))
    })
}

samskab_store::statements! {
    NEWEST = "select max(e.at) from event e join tenant t on t.id = e.tenant_id and t.last_event = e.number";
}

/// What waits for the administrator to look at it.
async fn failed(db: &Db, tenant: &Tenant) -> Option<Finding> {
    let counted = async {
        let mut reader = db.read().await?;
        let mails = samskab_mail::count_came_back(&mut reader, tenant.id).await?;
        Ok::<_, samskab_store::Error>((mails, samskab_jobs::count_given_up(&mut reader, tenant.id).await?))
    };
    Some(match counted.await {
        Ok((0, 0)) => return None,
        Ok((mails, jobs)) => Finding::Look(format!(
            "{}: {mails} mails came back and {jobs} jobs were given up: an administrator sees them at {}",
            tenant.name,
            crate::page::FAILED
        )),
        Err(error) => Finding::Wrong(format!("what failed cannot be read: {error}")),
    })
}

/// The mail server is greeted, as for a mail.
async fn mail(config: &Config) -> Finding {
    let tried = timeout(Duration::from_secs(10), config.mail.try_out());
    let tried = tried.await.unwrap_or_else(|_| Err("it does not answer within ten seconds".to_owned()));
    match (&config.mail, tried) {
        (Transport::Smtp(_), Ok(())) => Finding::Fine("the mail server in SAMSKAB_MAIL answers".into()),
        (Transport::Smtp(_), Err(error)) => Finding::Wrong(format!(
            "no mail leaves: {error}. Check SAMSKAB_MAIL, and that this machine may reach the mail server"
        )),
        (Transport::Folder(folder), Ok(())) => Finding::Look(format!(
            "mail is only written to {}: set SAMSKAB_MAIL=smtps://user:password@server to send it",
            folder.display()
        )),
        (Transport::Folder(folder), Err(error)) => {
            Finding::Wrong(format!("mail cannot be written to {}: {error}", folder.display()))
        }
        (Transport::Memory(_) | Transport::Outbox, _) => {
            Finding::Look("mail stays in the outbox, as in the demo".into())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Options;

    #[test]
    fn a_proxy_that_nobody_configured_is_seen() {
        let usual = Config::read(&Options::default(), true).unwrap();
        let found = |public: &str, proxies: &str, listen: &str| {
            let config = Config {
                public_url: Some(public.into()),
                trusted_proxies: proxies.parse().unwrap(),
                listen: listen.parse().unwrap(),
                ..usual.clone()
            };
            match proxy(&config) {
                None => "",
                Some(Finding::Fine(_)) => "fine",
                Some(Finding::Look(_)) => "look",
                Some(Finding::Wrong(_)) => "wrong",
            }
        };
        assert_eq!(found("https://a.example", "false", "127.0.0.1:8080"), "wrong");
        assert_eq!(found("https://a.example", "true", "127.0.0.1:8080"), "fine");
        assert_eq!(found("https://a.example", "true", "0.0.0.0:8080"), "look");
        assert_eq!(found("https://a.example", "10.0.0.4", "0.0.0.0:8080"), "fine");
        assert_eq!(found("http://127.0.0.1:8080", "false", "127.0.0.1:8080"), "");
        assert_eq!(found("http://127.0.0.1:8080", "true", "127.0.0.1:8080"), "look");
    }

    #[test]
    fn the_room_on_the_disk_is_read() {
        let told = "Filesystem     1048576-blocks  Used Available Capacity Mounted on\n\
                    /dev/sda1               60000 59900       100     100% /var\n";
        assert_eq!(free_megabytes(told), Some(100));
        assert_eq!(free_megabytes("df: no such file\n"), None);
    }
}
