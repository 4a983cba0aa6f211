//! What was acknowledged is there, whatever happens to the process: it is killed in the middle of a thousand posted
//! interests, twice, and started again on the same data.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::{
    collections::HashSet,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use samskab_store::{Backend, Db, Settings, sqlx, testing};

#[path = "house/forms.rs"]
#[allow(dead_code, reason = "the other tests use the rest")]
mod forms;

const WANTED: usize = 1000;
const SENDERS: usize = 14;
/// After how many acknowledged ones the process is killed.
const KILLED_AFTER: [usize; 2] = [400, 700];
const PATIENCE: Duration = Duration::from_secs(150);

/// The real program, serving the demo's town.
struct Program {
    process: Child,
    /// `127.0.0.1:40123`
    address: String,
}

impl Program {
    fn start(settings: &Settings, data: &Path) -> Self {
        let url = match settings {
            Settings::Sqlite { path } => format!("sqlite://{}", path.display()),
            Settings::Postgres { url, .. } => url.clone(),
        };
        let mut process = Command::new(env!("CARGO_BIN_EXE_samskab"))
            .args(["demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .env("DATABASE_URL", url)
            .env("SAMSKAB_ANONYMOUS_POSTS_PER_MINUTE", "1000000")
            .env("RUST_LOG", "error")
            .env_remove("SAMSKAB_PUBLIC_URL")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let listening = lines
            .find_map(|line| line.unwrap().split("http://").nth(1).map(str::to_owned))
            .expect("the address");
        let address = listening.split_whitespace().next().unwrap().trim_end_matches('/').to_owned();
        // Somebody must read on, or the program waits for a full pipe.
        std::thread::spawn(move || lines.for_each(drop));
        let program = Self { process, address };
        let start = Instant::now();
        while get(&program.address, "/readyz").is_none_or(|(status, _)| status != 200) {
            assert!(start.elapsed() < PATIENCE, "the program is not ready");
            std::thread::sleep(Duration::from_millis(50));
        }
        program
    }

    /// SIGKILL: no farewell, no flushing.
    fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

/// One request on a connection of its own; `None` when the answer did not come whole.
fn ask(address: &str, request: &str) -> Option<(u16, String)> {
    let mut stream = TcpStream::connect(address).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(30))).ok()?;
    stream.write_all(request.as_bytes()).ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).ok()?;
    let answer = String::from_utf8_lossy(&answer).into_owned();
    let (head, body) = answer.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().ok()?;
    Some((status, body.to_owned()))
}

fn get(address: &str, path: &str) -> Option<(u16, String)> {
    ask(address, &format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n"))
}

fn post(address: &str, path: &str, body: &str) -> Option<(u16, String)> {
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
fn interest_forms(address: &str) -> Vec<forms::Form> {
    let (_, list) = get(address, "/opgaver").unwrap();
    let is_task = |link: &String| link.strip_prefix("/opgaver/").is_some_and(|rest| rest.len() == 36);
    let tasks: HashSet<String> = forms::links(&list).into_iter().filter(is_task).collect();
    let filled: Vec<forms::Form> = tasks
        .iter()
        .take(8)
        .filter_map(|task| {
            let path = format!("{task}/interesse");
            let (_, page) = get(address, &path)?;
            forms::filled_in(&page, &path, "")
        })
        .collect();
    assert!(!filled.is_empty(), "no task to show interest in:\n{list}");
    filled
}

/// Posts until `enough` are acknowledged in all or the process is gone. Returns the addresses acknowledged.
fn post_until(
    address: &str,
    enough: usize,
    acknowledged: &Mutex<Vec<String>>,
    next: &AtomicUsize,
    killed: &AtomicBool,
) {
    let forms = interest_forms(address);
    std::thread::scope(|scope| {
        for _ in 0..SENDERS {
            scope.spawn(|| {
                while !killed.load(Ordering::Relaxed) && acknowledged.lock().unwrap().len() < enough {
                    let number = next.fetch_add(1, Ordering::Relaxed);
                    let email = format!("nummer{number}@post.example");
                    let form = forms[number % forms.len()].clone().from(&email);
                    match post(address, &form.action, &form.body()) {
                        Some((200 | 303, _)) => acknowledged.lock().unwrap().push(email),
                        Some((status, body)) => panic!("the post of {email} answered {status}\n{body}"),
                        None => {} // cut off: nobody was told anything
                    }
                }
            });
        }
    });
}

async fn in_the_database(db: &Db) -> HashSet<String> {
    let sql = "select email from interest where email is not null";
    let found: Vec<String> = match db.backend() {
        Backend::Sqlite { readers, .. } => sqlx::query_scalar(sql).fetch_all(readers).await.unwrap(),
        Backend::Postgres { pool } => sqlx::query_scalar(sql).fetch_all(pool).await.unwrap(),
    };
    found.into_iter().collect()
}

async fn nothing_acknowledged_is_lost(database: testing::TestDatabase) {
    let settings = database.settings();
    let data = std::env::temp_dir().join(format!("samskab-kill-{}", std::process::id()));
    let (acknowledged, next) = (Mutex::new(Vec::new()), AtomicUsize::new(0));
    for killed_after in KILLED_AFTER {
        let program = Program::start(&settings, &data);
        let killed = AtomicBool::new(false);
        let address = program.address.clone();
        std::thread::scope(|scope| {
            let sending = scope.spawn(|| post_until(&address, usize::MAX, &acknowledged, &next, &killed));
            let start = Instant::now();
            while acknowledged.lock().unwrap().len() < killed_after && !sending.is_finished() {
                assert!(
                    start.elapsed() < PATIENCE,
                    "only {} were acknowledged",
                    acknowledged.lock().unwrap().len()
                );
                std::thread::sleep(Duration::from_millis(2));
            }
            // In the middle of it: fourteen are under way.
            program.kill();
            killed.store(true, Ordering::Relaxed);
        });
    }
    let program = Program::start(&settings, &data);
    post_until(&program.address, WANTED, &acknowledged, &next, &AtomicBool::new(false));
    program.kill();
    let there = in_the_database(&database.db()).await;
    let acknowledged = acknowledged.into_inner().unwrap();
    assert!(acknowledged.len() >= WANTED);
    let lost: Vec<&String> = acknowledged.iter().filter(|email| !there.contains(*email)).collect();
    assert!(
        lost.is_empty(),
        "{} of {} acknowledged interests are lost: {lost:?}",
        lost.len(),
        acknowledged.len()
    );
    drop(std::fs::remove_dir_all(data));
    database.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_acknowledged_interest_is_lost_on_sqlite() {
    nothing_acknowledged_is_lost(testing::sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_acknowledged_interest_is_lost_on_postgres() {
    nothing_acknowledged_is_lost(testing::postgres().await).await;
}
