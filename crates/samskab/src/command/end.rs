//! `samskab end`: a municipality leaves the installation.

use anyhow::Context as _;
use clap::Args;
use samskab_kernel::Clock;
use samskab_store::Stamp;

use crate::{
    command::{import::municipality, serve},
    config::Config,
    ending,
    program::Program,
};

#[derive(Debug, Args)]
pub struct End {
    /// The short name of the municipality (`samskab host list` shows it)
    #[arg(value_name = "SHORT NAME")]
    pub municipality: String,
    /// End it today. Without this, only what would follow is said
    #[arg(long, requires = "reason")]
    pub write: bool,
    /// Why, as everybody reads it in the letter they get
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    /// Remove everything it has; possible thirty days after it ended
    #[arg(long, conflicts_with_all = ["write", "reason"])]
    pub remove: bool,
}

pub async fn run(config: Config, asked: End) -> anyhow::Result<()> {
    let db = serve::open(&config).await?;
    let clock = Clock::real();
    let now = clock.now();
    let tenant = municipality(&db, &clock, Some(&asked.municipality)).await?;
    let name = tenant.name.clone();
    if asked.remove {
        let stamp = Stamp { tenant: tenant.id, actor: None, now };
        ending::remove(&db, &tenant, now.day(), stamp).await?;
        println!("{name} and everything it had is removed. Backups still hold it: they are yours to delete.");
        db.close().await;
        return Ok(());
    }
    let stands = ending::stands(&mut *db.read().await?, tenant.id).await?.context("it is gone")?;
    if let Some(ended) = stands.ended_on {
        anyhow::bail!("{name} ended on {ended}");
    }
    println!(
        "{name}: {} tasks are called off, {} people who wait for an answer and {} agreements end with a letter, \
         and everybody else of the {} people with an address gets one.",
        stands.tasks, stands.waiting, stands.agreements, stands.people
    );
    match asked.reason.filter(|_| asked.write) {
        None => println!("Nothing is changed. To do it: --write --reason \"…\""),
        Some(reason) => {
            let services = Program::new(db.clone(), clock, &config).services;
            ending::end(&services, &tenant, reason.trim()).await?;
            println!(
                "{name} has ended. The running service sends the letters, and its pages say so. After {} it can be \
                 removed: samskab end {} --remove",
                now.day().plus_days(ending::DAYS_TO_FETCH),
                tenant.slug
            );
        }
    }
    db.close().await;
    Ok(())
}
