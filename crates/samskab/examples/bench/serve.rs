//! The process that is measured: the program as `samskab serve` runs it, and beside it one bare route.

use std::{
    io::{BufRead as _, Write as _},
    net::{Ipv4Addr, SocketAddr},
};

use axum::{Router, routing::get};
use samskab::{
    config::Config,
    program::{Program, install_metrics},
};
use samskab_kernel::{Clock, TenantId};
use samskab_store::{Db, Settings, Stamp, queries_of_pages};
use samskab_web::{limits::Limits, session};
use tokio::{net::TcpListener, sync::oneshot};
use uuid::Uuid;

samskab_store::statements! {
    COORDINATOR = "select a.tenant_id, a.person_id from appointment a join position p on p.id = a.position_id
                   where p.kind = 'central_coordinator' order by a.id limit 1";
}

/// Serves until its standard input ends. Prints both addresses and the cookie of somebody who coordinates, and after each line it is sent: how many queries its
/// pages have run, and how many kilobytes of memory it has.
pub async fn serve(database: &Settings) -> anyhow::Result<()> {
    install_metrics()?;
    let local = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
    let (pages, bare) = (TcpListener::bind(local).await?, TcpListener::bind(local).await?);
    let (pages_at, bare_at) = (pages.local_addr()?, bare.local_addr()?);
    tokio::spawn(
        async move { axum::serve(bare, Router::new().route("/", get(|| async { "Samskab" }))).await },
    );
    let config = Config {
        data: std::env::temp_dir(),
        database: database.clone(),
        listen: local,
        public_url: Some("http://bench.example".into()),
        trusted_proxies: samskab_web::forwarded::TrustedProxies::Nobody,
        mail: samskab_mail::Transport::Outbox,
        mail_from: "frivillig@bench.example".parse()?,
        limits: Limits { sign_in: u32::MAX, anonymous_posts: u32::MAX, mails: u32::MAX },
        log_as_json: false,
        metrics_token: None,
        demo: false,
    };
    let program = Program::new(Db::connect(database).await?, Clock::real(), &config);
    let cookie = coordinator(&program.services.db).await?;
    let addresses = format!("{pages_at} {bare_at} {cookie}");
    let (stop, stopped) = oneshot::channel::<()>();
    std::thread::spawn(move || {
        let mut out = std::io::stdout();
        drop(writeln!(out, "{addresses}"));
        for _ in std::io::stdin().lock().lines().map_while(Result::ok) {
            drop(writeln!(out, "{} {}", queries_of_pages(), resident()));
        }
        drop(stop);
    });
    program.run(pages, async move { drop(stopped.await) }).await
}

/// The cookie of somebody who coordinates.
async fn coordinator(db: &Db) -> anyhow::Result<String> {
    let mut reader = db.read().await?;
    let (tenant, person): (TenantId, Uuid) = reader.query(&COORDINATOR).one().await?;
    drop(reader);
    let mut tx = db.begin(Stamp { tenant, actor: Some(person), now: Clock::real().now() }).await?;
    let secret = session::begin(&mut tx, person, db.dice()).await?;
    tx.commit().await?;
    Ok(format!("{}={secret}", session::COOKIE))
}

/// Resident memory of this process in kilobytes, where Linux tells it.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS"));
    line.and_then(|line| line.split_whitespace().nth(1)?.parse().ok()).unwrap_or_default()
}
