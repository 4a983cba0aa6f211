//! The contexts wired into one program.

use std::{sync::OnceLock, time::Duration};

use anyhow::Context;
use axum::Router;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};
use samskab_import::Imports;
use samskab_jobs::Worker;
use samskab_kernel::Clock;
use samskab_mail::Post;
use samskab_store::Db;
use samskab_web::{
    DemoPerson, Module, NavItem, Services,
    app::STOP_WAIT,
    follow::{Follower, Listener, Source},
    forwarded::TrustedProxies,
    module::RouteInfo,
};
use tokio::{net::TcpListener, sync::watch};

use crate::{
    config::Config,
    connections::{self, Room},
    page,
};

/// The main navigation, in the order of the whole house.
const NAVIGATION: [NavItem; 8] = [
    NavItem { href: "/opgaver", label: |t| t.nav_tasks() },
    NavItem { href: "/foreninger", label: |t| t.nav_associations() },
    NavItem { href: "/moedekalender", label: |t| t.nav_meetings() },
    NavItem { href: "/hoeringer", label: |t| t.nav_hearings() },
    NavItem { href: "/politikker", label: |t| t.nav_policies() },
    NavItem { href: "/kontakt", label: |t| t.nav_contact() },
    NavItem { href: "/organisation", label: |t| t.nav_organisation() },
    NavItem { href: "/hjaelp", label: |t| t.nav_help() },
];

/// Every kind of file that can be imported, and who may.
pub const IMPORTS: Imports = Imports {
    kinds: &[&samskab_organisation::import::KINDS, &samskab_taskbank::task::import::KINDS],
    may_import: samskab_organisation::import::may,
};

/// Every context there is.
pub fn modules(demo: bool) -> Vec<Module> {
    let mut modules = vec![
        samskab_organisation::module(),
        samskab_chart::module(),
        samskab_desk::module(),
        samskab_settings::module(),
        samskab_people::module(),
        samskab_taskbank::module(),
        samskab_finding::module(),
        samskab_volunteers::module(),
        samskab_interest::module(),
        samskab_requirement::module(),
        samskab_engagement::module(),
        samskab_hours::module(),
        samskab_shifts::module(),
        samskab_suggestion::module(),
        samskab_coverage::module(),
        samskab_meetings::module(),
        samskab_dialogue::module(),
        samskab_writing::module(),
        samskab_initiative::module(),
        samskab_hearing::module(),
        samskab_policy::module(),
        samskab_voices::module(),
        samskab_import::module(IMPORTS),
        page::module(demo),
    ];
    if let Some(first) = modules.first_mut() {
        first.navigation = NAVIGATION.to_vec();
    }
    modules
}

/// Bytes of memory for kept public pages: some 1,500 searches, compressed (ADR 0013).
const KEPT_BYTES: u64 = 16 * 1024 * 1024;

/// A program that can serve, search and work.
pub struct Program {
    pub services: Services,
    pub router: Router,
    pub routes: Vec<RouteInfo>,
    pub worker: Worker<Services>,
    sources: Vec<Source>,
    listeners: Vec<Listener>,
}

impl Program {
    pub fn new(db: Db, clock: Clock, config: &Config) -> Self {
        let web = samskab_web::Config {
            trusted_proxies: config.trusted_proxies.clone(),
            public_url: config.public_url.clone(),
            limits: config.limits,
            demo: config.demo,
            demo_people: if config.demo { demo_people() } else { Vec::new() },
            metrics_token: config.metrics_token.clone(),
            render_metrics,
            kept_bytes: KEPT_BYTES,
        };
        let mut modules = modules(config.demo);
        let services =
            Services::new(db.clone(), clock.clone(), web, samskab_organisation::identify::identify, &modules);
        let sources = modules.iter().flat_map(|module| module.sources.iter().copied()).collect();
        let listeners = modules.iter().flat_map(|module| module.listeners.iter().copied()).collect();
        let jobs: Vec<_> = modules.iter_mut().flat_map(|module| std::mem::take(&mut module.jobs)).collect();
        let post = Post::new(db.clone(), clock.clone(), config.mail_from.clone(), config.mail.clone());
        let worker = Worker::new(db, clock, services.clone())
            .register_all(jobs)
            .register_all(samskab_mail::handlers(post));
        let (router, routes) = samskab_web::app(&services, modules);
        Self { services, router, routes, worker, sources, listeners }
    }

    /// Indexes what is there; after this the first request can be answered.
    pub async fn follower(&self) -> anyhow::Result<Follower> {
        let mut follower =
            Follower::new(self.services.clone(), self.sources.clone()).with_listeners(self.listeners.clone());
        follower.catch_up().await.context("the search index could not be built")?;
        Ok(follower)
    }

    /// Serves until `stop` is ready, then lets what is under way come to its end.
    pub async fn run(
        self,
        listener: TcpListener,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> anyhow::Result<()> {
        let (stopping, stopped) = watch::channel(false);
        let follower = self.follower().await?;
        self.services.set_ready();
        let following = tokio::spawn(follower.follow(stopped.clone()));
        let mut stop_working = stopped.clone();
        // The worker gives back what it cannot finish, so it must be the first to lose patience.
        let worker = self.worker.with_grace(STOP_WAIT / 2);
        let working = tokio::spawn(async move {
            worker.run(async move { drop(stop_working.wait_for(|stop| *stop).await) }).await;
        });
        let mut stop_serving = stopped;
        let (router, room) = (
            self.router,
            Room::on_this_machine(self.services.config.trusted_proxies != TrustedProxies::Nobody),
        );
        let serving = tokio::spawn(async move {
            let stop = async move { drop(stop_serving.wait_for(|stop| *stop).await) };
            connections::serve(listener, router, room, stop).await;
        });
        let measuring = tokio::spawn(sum_up_metrics());
        stop.await;
        tracing::info!("stopping: what is under way comes to its end");
        stopping.send_replace(true);
        // A browser that keeps its connection open must not keep us.
        if let Ok(ended) = tokio::time::timeout(STOP_WAIT, serving).await {
            ended?;
        }
        drop(tokio::time::timeout(STOP_WAIT, working).await);
        following.abort();
        measuring.abort();
        self.services.db.close().await;
        Ok(())
    }
}

/// Ready when the machine asks us to stop (Ctrl-C, SIGTERM), or the terminal we were started from is closed (SIGHUP).
pub async fn asked_to_stop() {
    let interrupt = async { drop(tokio::signal::ctrl_c().await) };
    #[cfg(unix)]
    let told = {
        use tokio::signal::unix::{SignalKind, signal};
        async fn comes(kind: SignalKind) {
            match signal(kind) {
                Ok(mut signal) => drop(signal.recv().await),
                Err(_) => std::future::pending().await,
            }
        }
        async {
            tokio::select! {
                () = comes(SignalKind::terminate()) => {}
                () = comes(SignalKind::hangup()), if !is_hangup_ignored() => {}
            }
        }
    };
    #[cfg(not(unix))]
    let told = std::future::pending::<()>();
    tokio::select! {
        () = interrupt => {}
        () = told => {}
    }
}

/// Whoever started us with `nohup` wants us to stay.
fn is_hangup_ignored() -> bool {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).is_some_and(|mask| mask & 1 == 1)
}

static METRICS: OnceLock<PrometheusHandle> = OnceLock::new();

/// The town's files are part of the program, so they can be read; a test sees to it.
fn demo_people() -> Vec<DemoPerson> {
    samskab_demo::sign_ins()
        .inspect_err(|error| tracing::error!(%error, "the demo's sign-ins"))
        .unwrap_or_default()
}

/// From here on every counter and histogram is kept.
pub fn install_metrics() -> anyhow::Result<()> {
    let builder = PrometheusBuilder::new()
        .set_buckets(&[0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0])?;
    let handle = builder.install_recorder().context("the metrics could not be set up")?;
    drop(METRICS.set(handle));
    Ok(())
}

/// How often what was measured is summed up.
const SUMMED_UP_EACH: Duration = Duration::from_secs(5);

/// A histogram keeps each request's time until it is read or summed up; where nobody reads `/metrics`, memory would grow
/// with every request.
async fn sum_up_metrics() {
    loop {
        tokio::time::sleep(SUMMED_UP_EACH).await;
        if let Some(metrics) = METRICS.get() {
            metrics.run_upkeep();
        }
    }
}

fn render_metrics() -> String {
    METRICS.get().map(PrometheusHandle::render).unwrap_or_default()
}

/// Structured logs on standard error; `RUST_LOG` chooses how much.
pub fn install_log(as_json: bool) {
    use tracing_subscriber::EnvFilter;
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("warn,samskab=info,samskab_web=warn"));
    // Colours are for a terminal; in a file or a journal they are litter.
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::IsTerminal::is_terminal(&std::io::stderr()));
    if as_json { log.json().init() } else { log.init() }
}
