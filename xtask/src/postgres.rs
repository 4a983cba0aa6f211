//! A private PostgreSQL for tests and development, in memory or else beside the build.
//!
//! Durability is off: what it holds may be lost at any time, and nothing else may use it. The tests read its
//! address from `SAMSKAB_TEST_POSTGRES`, or else from the file `target/postgres-url`.

use std::fs::{self, File};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::command::{find, install, is_root, read, target, text};
use crate::memory;

/// Settings for speed: every test makes its own database, and a lost cluster is made again in a second.
const SETTINGS: &str = "\
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 300
fsync = off
synchronous_commit = off
full_page_writes = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = '512MB'
shared_buffers = '256MB'
max_locks_per_transaction = 256
log_min_messages = warning
";

/// The role that owns the cluster. It signs in without a password, from this machine only.
const OWNER: &str = "samskab";

/// Starts the cluster unless it runs already, and returns its address.
///
/// Safe to call from several processes at once: a file lock lets one of them start it.
pub fn start() -> Result<String> {
    fs::create_dir_all(target())?;
    let lock = File::create(target().join("postgres-lock"))?;
    lock.lock()?;
    let cluster = Cluster::locate()?;
    let url = match cluster.running() {
        Some(url) => url,
        None => {
            if !cluster.data.join("PG_VERSION").exists() {
                cluster.create()?;
            }
            cluster.start()?
        }
    };
    fs::write(target().join("postgres-url"), &url)?;
    Ok(url)
}

/// Stops the cluster; its files stay.
pub fn stop() -> Result<()> {
    let cluster = Cluster::locate()?;
    if cluster.running().is_some() {
        read(cluster.pg_ctl().args(["stop", "--wait", "--mode=fast"]))?;
    }
    Ok(())
}

/// The program that asks it questions.
pub fn psql() -> Result<PathBuf> {
    Ok(Cluster::locate()?.programs.join("psql"))
}

struct Cluster {
    programs: PathBuf,
    data: PathBuf,
    /// PostgreSQL refuses to run as root; root runs it as the user of the Debian package.
    as_user: Option<&'static str>,
}

impl Cluster {
    fn locate() -> Result<Cluster> {
        let programs = match programs() {
            Some(programs) => programs,
            None => {
                install(&["postgresql"])?;
                programs().context("PostgreSQL was installed, but initdb is not where Debian puts it")?
            }
        };
        let as_user = is_root().then_some("postgres");
        let mut cluster = Cluster { programs, data: target().join("postgres"), as_user };
        if let Some(memory) = memory::folder("postgres") {
            cluster.data = memory;
        } else if !cluster.can_reach(&target()) {
            cluster.data = memory::of_this_work_tree(Path::new("/var/tmp"), "postgres");
        }
        Ok(cluster)
    }

    fn create(&self) -> Result<()> {
        println!("  creating a PostgreSQL cluster in {}", self.data.display());
        if self.data.exists() {
            fs::remove_dir_all(&self.data)?;
        }
        fs::create_dir_all(&self.data)?;
        if let Some(user) = self.as_user {
            read(Command::new("chown").arg(user).arg(&self.data))?;
        }
        let mut initdb = self.command(&self.programs.join("initdb"));
        initdb.args(["--auth=trust", "--no-locale", "--encoding=UTF8", "--no-sync", "--username", OWNER]);
        read(initdb.arg("--pgdata").arg(&self.data))?;
        Ok(())
    }

    /// A port is free only until somebody takes it, so a few are tried.
    fn start(&self) -> Result<String> {
        let log = self.data.join("server.log");
        for _ in 0..5 {
            let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
            // auto.conf is read last and is ours alone, so that the defaults of initdb stay visible.
            fs::write(self.data.join("postgresql.auto.conf"), format!("{SETTINGS}port = {port}\n"))?;
            let mut start = self.pg_ctl();
            start.args(["start", "--wait", "--silent", "--timeout=60", "--log"]).arg(&log);
            // The server outlives this process: a pipe it held would never close.
            start.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            if start.status().with_context(|| format!("could not start {}", text(&start)))?.success() {
                return Ok(url(port));
            }
        }
        let log = fs::read_to_string(&log).unwrap_or_default();
        let last: Vec<&str> = log.lines().rev().take(15).collect();
        bail!(
            "PostgreSQL did not start. Its last lines:\n{}",
            last.into_iter().rev().collect::<Vec<_>>().join("\n")
        )
    }

    /// The address of the cluster when it runs. Its fourth line of state is the port it listens on.
    fn running(&self) -> Option<String> {
        let state = fs::read_to_string(self.data.join("postmaster.pid")).ok()?;
        read(self.pg_ctl().arg("status")).ok()?;
        Some(url(state.lines().nth(3)?.trim().parse().ok()?))
    }

    fn can_reach(&self, dir: &Path) -> bool {
        read(self.command(Path::new("test")).arg("-x").arg(dir)).is_ok()
    }

    fn pg_ctl(&self) -> Command {
        let mut command = self.command(&self.programs.join("pg_ctl"));
        command.arg("--pgdata").arg(&self.data);
        command
    }

    fn command(&self, program: &Path) -> Command {
        let mut command = match self.as_user {
            None => Command::new(program),
            Some(user) => {
                let mut command = Command::new("setpriv");
                command.args(["--reuid", user, "--regid", user, "--clear-groups"]).arg(program);
                command
            }
        };
        // The current directory may be closed to the other user.
        command.current_dir("/");
        command
    }
}

fn url(port: u16) -> String {
    format!("postgres://{OWNER}@127.0.0.1:{port}/postgres")
}

/// Where `initdb` and `pg_ctl` are: on `PATH`, or where Debian keeps them, the newest version first.
fn programs() -> Option<PathBuf> {
    if let Some(program) = find("pg_ctl") {
        // It may be a link to one program of the installation: the others are where it points.
        return program.canonicalize().ok()?.parent().map(Path::to_path_buf);
    }
    let mut versions: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let version = path.file_name()?.to_str()?.parse().ok()?;
            path.join("bin/initdb").is_file().then(|| (version, path.join("bin")))
        })
        .collect();
    versions.sort();
    versions.pop().map(|(_, path)| path)
}
