//! The real program, and whoever sends it forms.

use std::{
    collections::HashSet,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use samskab_store::{Backend, Db, Settings, sqlx};

use crate::forms;

pub const SENDERS: usize = 14;
pub const PATIENCE: Duration = Duration::from_secs(150);

/// The real program, serving the demo's town.
pub struct Program {
    process: Child,
    /// `127.0.0.1:40123`
    pub address: String,
}

/// How it is started, but for the database.
#[derive(Default)]
pub struct Start<'a> {
    pub environment: Vec<(&'a str, String)>,
    /// File descriptors it may have.
    pub descriptors: Option<u32>,
    /// It hears SIGHUP, also when the tests were started with `nohup`.
    pub hears_hangup: bool,
}

pub fn url(settings: &Settings) -> String {
    match settings {
        Settings::Sqlite { path } => format!("sqlite://{}", path.display()),
        Settings::Postgres { url, .. } => url.clone(),
    }
}

pub fn command(url: &str, data: &Path, start: &Start<'_>) -> Command {
    let program = env!("CARGO_BIN_EXE_samskab");
    let mut command = match start.descriptors {
        None if start.hears_hangup => {
            let mut env = Command::new("env");
            env.args(["--default-signal=HUP", program]);
            env
        }
        None => Command::new(program),
        Some(most) => {
            let mut shell = Command::new("sh");
            shell.args(["-c", &format!("ulimit -n {most}; exec \"$0\" \"$@\""), program]);
            shell
        }
    };
    command
        .args(["demo", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .env("DATABASE_URL", url)
        .env("SAMSKAB_ANONYMOUS_POSTS_PER_MINUTE", "1000000")
        .env("RUST_LOG", "off")
        .env_remove("SAMSKAB_PUBLIC_URL")
        .envs(start.environment.iter().map(|(name, value)| (name, value)));
    command
}

impl Program {
    pub fn start(settings: &Settings, data: &Path) -> Self {
        Self::start_with(&url(settings), data, &Start::default())
    }

    pub fn start_with(url: &str, data: &Path, start: &Start<'_>) -> Self {
        let mut process = command(url, data, start).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let listening = lines
            .find_map(|line| line.unwrap().split("http://").nth(1).map(str::to_owned))
            .expect("the address");
        let address = listening.split_whitespace().next().unwrap().trim_end_matches('/').to_owned();
        // Somebody must read on, or the program waits for a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        let program = Self { process, address };
        program.wait_until_ready(PATIENCE);
        program
    }

    pub fn is_ready(&self) -> bool {
        get(&self.address, "/readyz").is_some_and(|answer| answer.status == 200)
    }

    /// How long it took.
    pub fn wait_until_ready(&self, patience: Duration) -> Duration {
        self.wait_until("it is ready", patience, || self.is_ready())
    }

    pub fn wait_until(&self, what: &str, patience: Duration, is_so: impl Fn() -> bool) -> Duration {
        let start = Instant::now();
        while !is_so() {
            assert!(start.elapsed() < patience, "not within {patience:?}: {what}");
            std::thread::sleep(Duration::from_millis(50));
        }
        start.elapsed()
    }

    /// SIGKILL: no farewell, no flushing.
    pub fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }

    /// `HUP`, `TERM`: how it ended.
    pub fn signal(mut self, signal: &str) -> ExitStatus {
        let told =
            Command::new("kill").args([&format!("-{signal}"), &self.process.id().to_string()]).status();
        assert!(told.unwrap().success());
        self.process.wait().unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

/// One request on a connection of its own; `None` when the answer did not come whole.
pub fn ask(address: &str, request: &str) -> Option<Answer> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(60))).ok()?;
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some(Answer { status, head: head.to_lowercase(), body: body.to_owned() })
}

pub fn get(address: &str, path: &str) -> Option<Answer> {
    ask(address, &format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"))
}

pub fn post(address: &str, form: &forms::Form) -> Option<Answer> {
    let (path, body) = (&form.action, form.body());
    ask(
        address,
        &format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nConnection: close\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        ),
    )
}

/// The forms of some open tasks, as the pages of the program give them.
pub fn interest_forms(address: &str) -> Vec<forms::Form> {
    let list = get(address, "/opgaver").unwrap().body;
    let is_task = |link: &String| link.strip_prefix("/opgaver/").is_some_and(|rest| rest.len() == 36);
    let tasks: HashSet<String> = forms::links(&list).into_iter().filter(is_task).collect();
    let filled: Vec<forms::Form> = tasks
        .iter()
        .take(8)
        .filter_map(|task| {
            let path = format!("{task}/interesse");
            forms::filled_in(&get(address, &path)?.body, &path, "")
        })
        .collect();
    assert!(!filled.is_empty(), "no task to show interest in:\n{list}");
    filled
}

/// The form by which the demo's open hearing is answered.
pub fn answer_forms(address: &str) -> Vec<forms::Form> {
    let list = get(address, "/hoeringer").unwrap().body;
    let is_hearing = |link: &String| link.strip_prefix("/hoeringer/").is_some_and(|rest| rest.len() == 36);
    let filled = forms::links(&list).into_iter().filter(is_hearing).find_map(|hearing| {
        let path = format!("{hearing}/svar");
        forms::filled_in(&get(address, &path)?.body, &path, "")
    });
    vec![filled.unwrap_or_else(|| panic!("no open hearing:\n{list}"))]
}

/// What somebody who sends forms all the time has been told.
#[derive(Default)]
pub struct Senders {
    pub acknowledged: Mutex<Vec<String>>,
    /// Told to come again: 503.
    pub refused: AtomicUsize,
    next: AtomicUsize,
    stop: AtomicBool,
}

/// Whoever sends stops when this is dropped, also when the test fails.
pub struct Until<'a>(&'a Senders);

impl Drop for Until<'_> {
    fn drop(&mut self) {
        self.0.stop.store(true, Ordering::Relaxed);
    }
}

impl Senders {
    /// They send as long as this lives.
    pub fn begin(&self) -> Until<'_> {
        self.stop.store(false, Ordering::Relaxed);
        Until(self)
    }

    pub fn count(&self) -> usize {
        self.acknowledged.lock().unwrap().len()
    }

    /// Fourteen post until `enough` are acknowledged in all or they are told to stop.
    pub fn post_until(&self, address: &str, forms: &[forms::Form], enough: usize) {
        std::thread::scope(|scope| {
            for _ in 0..SENDERS {
                scope.spawn(|| {
                    while !self.stop.load(Ordering::Relaxed) && self.count() < enough {
                        self.post_one(address, forms);
                    }
                });
            }
        });
    }

    pub fn post_one(&self, address: &str, forms: &[forms::Form]) {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let email = format!("nummer{number}@post.example");
        let form = forms[number % forms.len()].clone().from(&email);
        match post(address, &form) {
            Some(Answer { status: 200 | 303, .. }) => self.acknowledged.lock().unwrap().push(email),
            Some(Answer { status: 503, head, .. }) => {
                assert!(head.contains("retry-after: "), "503 without a word when to come again:\n{head}");
                self.refused.fetch_add(1, Ordering::Relaxed);
            }
            Some(answer) => panic!("the post of {email} answered {}\n{}", answer.status, answer.body),
            None => {} // cut off: nobody was told anything
        }
    }

    /// The acknowledged ones that are not in the database; says how many there are.
    pub async fn require_all_there(&self, db: &Db) -> usize {
        self.require_all_in(db, "select email from interest where email is not null").await
    }

    /// The same, of the addresses that this reads.
    pub async fn require_all_in(&self, db: &Db, sql: &'static str) -> usize {
        let there: Vec<String> = match db.backend() {
            Backend::Sqlite { readers, .. } => sqlx::query_scalar(sql).fetch_all(readers).await.unwrap(),
            Backend::Postgres { pool } => sqlx::query_scalar(sql).fetch_all(pool).await.unwrap(),
        };
        let there: HashSet<String> = there.into_iter().collect();
        let acknowledged = self.acknowledged.lock().unwrap();
        let lost: Vec<&String> = acknowledged.iter().filter(|email| !there.contains(*email)).collect();
        assert!(lost.is_empty(), "{} of {} are lost: {lost:?}", lost.len(), acknowledged.len());
        acknowledged.len()
    }
}

pub fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("samskab-chaos-{name}-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}
