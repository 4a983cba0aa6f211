//! A PostgreSQL that cannot be reached, or says nothing any more: nobody waits for ever, and the answer says so.

use std::{
    process::Stdio,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use samskab_store::{Settings, testing};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream, tcp},
};

use crate::{
    program::{Program, Start, command, folder, get, interest_forms, post},
    told,
};

/// What stands between the program and PostgreSQL. Silent, it keeps every connection and passes nothing on.
struct Between {
    url: String,
    is_silent: Arc<AtomicBool>,
}

impl Between {
    async fn stand(url: &str) -> Self {
        let (scheme, rest) = url.split_once("://").unwrap();
        let (user, rest) = rest.split_once('@').unwrap();
        let (server, path) = rest.split_once('/').unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (here, server) = (listener.local_addr().unwrap(), server.to_owned());
        let is_silent = Arc::new(AtomicBool::new(false));
        let silent = is_silent.clone();
        tokio::spawn(async move {
            while let Ok((program, _)) = listener.accept().await {
                let Ok(postgres) = TcpStream::connect(&server).await else { continue };
                let ((from_us, to_us), (from_it, to_it)) = (program.into_split(), postgres.into_split());
                tokio::spawn(pass_on(from_us, to_it, silent.clone()));
                tokio::spawn(pass_on(from_it, to_us, silent.clone()));
            }
        });
        Self { url: format!("{scheme}://{user}@{here}/{path}"), is_silent }
    }

    fn set_silent(&self, silent: bool) {
        self.is_silent.store(silent, Ordering::Relaxed);
    }
}

async fn pass_on(mut from: tcp::OwnedReadHalf, mut to: tcp::OwnedWriteHalf, silent: Arc<AtomicBool>) {
    let mut bytes = vec![0; 1 << 16];
    while let Ok(count @ 1..) = from.read(&mut bytes).await {
        while silent.load(Ordering::Relaxed) {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        if to.write_all(&bytes[..count]).await.is_err() {
            return;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_postgresql_that_says_nothing_holds_no_page() {
    let database = testing::postgres().await;
    let Settings::Postgres { url, .. } = database.settings() else { panic!("PostgreSQL") };
    let between = Between::stand(&url).await;
    let data = folder("silence");
    let program = Program::start_with(&between.url, &data, &Start::default());
    let address = program.address.clone();
    let form = interest_forms(&address).swap_remove(0).from("nummer1@post.example");

    between.set_silent(true);
    let start = Instant::now();
    let longest = std::thread::scope(|scope| {
        let pages: Vec<_> = (0..30)
            .map(|number| {
                let (address, form) = (&address, &form);
                scope.spawn(move || {
                    let answer = match number % 3 {
                        0 => get(address, "/opgaver"),
                        1 => get(address, "/foreninger?q=havn"),
                        _ => post(address, form),
                    };
                    (answer.expect("an answer"), start.elapsed())
                })
            })
            .collect();
        // An answer of two seconds ago may still be given.
        program.wait_until("it says that it is not ready", Duration::from_secs(8), || !program.is_ready());
        let mut longest = Duration::ZERO;
        for page in pages {
            let (answer, took) = page.join().unwrap();
            assert_eq!(answer.status, 503, "{}", answer.body);
            assert!(answer.head.contains("retry-after: "), "{}", answer.head);
            longest = longest.max(took);
        }
        longest
    });
    assert!(longest < Duration::from_secs(15), "{longest:?}");

    between.set_silent(false);
    let back = program.wait_until_ready(Duration::from_secs(30));
    assert_eq!(get(&address, "/opgaver").unwrap().status, 200);
    assert_eq!(post(&address, &form).unwrap().status, 303);
    let outcome = format!(
        "30 pages at once answered 503 with Retry-After after {:.0} s at most; ready again after {:.1} s",
        longest.as_secs_f64(),
        back.as_secs_f64()
    );
    told("the database falls silent, its connections stay open", "PostgreSQL", &outcome);
    program.kill();
    drop(std::fs::remove_dir_all(data));
    database.close().await;
}

/// What it says when it cannot start, and how long it takes to say it.
fn refused_start(url: &str) -> (String, Duration) {
    let (data, start) = (folder("unreachable"), Instant::now());
    let ended = command(url, &data, &Start::default()).stderr(Stdio::piped()).output().unwrap();
    drop(std::fs::remove_dir_all(data));
    assert!(!ended.status.success());
    (String::from_utf8_lossy(&ended.stderr).into_owned(), start.elapsed())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_database_that_cannot_be_reached_is_named_within_seconds() {
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    // Takes the connection and never says a word.
    let mute = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = mute.local_addr().unwrap();
    let mut slowest = Duration::ZERO;
    for (server, why) in
        [(nobody.to_string(), "refused"), (address.to_string(), "no answer within 5 seconds")]
    {
        let (said, took) = refused_start(&format!("postgres://samskab:hemmelig@{server}/frivillig"));
        assert!(said.contains(&format!("the database frivillig at {server} cannot be reached")), "{said}");
        assert!(said.contains(why), "{said}");
        assert!(!said.contains("hemmelig"), "{said}");
        assert!(took < Duration::from_secs(10), "{took:?}");
        slowest = slowest.max(took);
    }
    told(
        "start without a database: nobody listens, or nobody answers",
        "PostgreSQL",
        &format!("says what and where after {:.0} s at most", slowest.as_secs_f64().ceil()),
    );
}
