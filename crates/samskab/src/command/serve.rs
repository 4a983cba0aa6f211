//! `samskab serve`

use std::net::SocketAddr;

use anyhow::Context;
use samskab_kernel::Clock;
use samskab_store::{Db, Settings};
use tokio::net::TcpListener;

use crate::{
    config::Config,
    program::{Program, asked_to_stop, install_log, install_metrics},
};

pub async fn run(config: Config, listen: Option<SocketAddr>) -> anyhow::Result<()> {
    install_log(config.log_as_json);
    let db = open(&config).await?;
    let clock = Clock::real();
    if samskab_web::tenant::Tenants::new(db.clone()).all(clock.now()).await?.is_empty() {
        let place = match &config.database {
            Settings::Sqlite { path } => path.display().to_string(),
            Settings::Postgres { .. } => "the PostgreSQL database".to_owned(),
        };
        eprintln!(
            "There is no municipality yet in {place}. Make one:\n  \
             samskab create --name \"Fjordlund Kommune\" --preset blank --host frivillig.fjordlund.example --administrator it@fjordlund.example\n\
             or see what it looks like: samskab demo"
        );
    }
    serve(db, clock, config, listen, |_| {}).await
}

/// The database of this installation, up to date.
pub async fn open(config: &Config) -> anyhow::Result<Db> {
    config.make_data_folder()?;
    Db::open(&config.database).await.context("the database could not be opened; `samskab doctor` says more")
}

/// Listens and serves until asked to stop. `greet` is told the address people can open.
pub async fn serve(
    db: Db,
    clock: Clock,
    mut config: Config,
    listen: Option<SocketAddr>,
    greet: impl FnOnce(&str),
) -> anyhow::Result<()> {
    install_metrics()?;
    let address = listen.unwrap_or(config.listen);
    let listener = TcpListener::bind(address)
        .await
        .with_context(|| format!("{address} is not free; choose another address with --listen"))?;
    let url = format!("http://{}", listener.local_addr()?);
    if config.public_url.is_none() {
        config.public_url = Some(url.clone());
    }
    let program = Program::new(db, clock, &config);
    // Browser tests wait for this line.
    println!("Listening on {url}");
    greet(&url);
    program.run(listener, asked_to_stop()).await
}
