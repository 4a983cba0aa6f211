//! `samskab doctor`: is everything as it should be, and if not, what to do.

use std::process::ExitCode;

use samskab_kernel::Clock;
use samskab_mail::Transport;
use samskab_store::{Db, Settings, migrate};

use crate::config::Config;

/// What was found about one thing.
enum Finding {
    Fine(String),
    /// It works, but somebody should look.
    Look(String),
    Wrong(String),
}

pub async fn run(config: Config) -> anyhow::Result<ExitCode> {
    let mut findings = vec![data_folder(&config)];
    // Whoever asks how it is does not want anything made.
    let is_there = !matches!(&config.database, Settings::Sqlite { path } if !path.exists());
    if is_there {
        findings.extend(answering(&config).await);
    } else {
        findings.push(Finding::Look(
            "there is no database yet: `samskab create --help` makes one with a municipality in it".into(),
        ));
    }
    findings.push(mail(&config));
    findings.push(match &config.public_url {
        Some(url) if url.starts_with("https://") => Finding::Fine(format!("people open {url}")),
        Some(url) => Finding::Look(format!("people open {url} without encryption: put a proxy with a certificate in front")),
        None => Finding::Look(
            "SAMSKAB_PUBLIC_URL is not set: links in mails lead to the listening address. Set it to https://…".into(),
        ),
    });
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
    let probe = config.data.join(".doctor");
    match std::fs::write(&probe, b"") {
        Ok(()) => {
            drop(std::fs::remove_file(&probe));
            Finding::Fine(format!("the data folder {} can be written", config.data.display()))
        }
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

fn mail(config: &Config) -> Finding {
    match &config.mail {
        Transport::Smtp(_) => Finding::Fine("mail goes to the mail server in SAMSKAB_MAIL".into()),
        Transport::Folder(folder) => Finding::Look(format!(
            "mail is only written to {}: set SAMSKAB_MAIL=smtps://user:password@server to send it",
            folder.display()
        )),
        Transport::Memory(_) | Transport::Outbox => {
            Finding::Look("mail stays in the outbox, as in the demo".into())
        }
    }
}
