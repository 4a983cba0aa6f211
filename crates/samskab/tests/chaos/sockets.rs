//! Connections on which nothing is said, and few descriptors: the site stays open for others.

use std::{
    io::{Read as _, Write as _},
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};

use samskab_store::testing;
use tokio::net::TcpSocket;

use crate::{
    program::{Program, Start, folder, get},
    told,
};

const DESCRIPTORS: u32 = 200;
const IDLE: usize = 300;

/// As many connections that say nothing, from these addresses in turn.
async fn idle(address: &str, from: &[&str]) -> Vec<tokio::net::TcpStream> {
    let address: SocketAddr = address.parse().unwrap();
    let mut open = Vec::new();
    for number in 0..IDLE {
        let socket = TcpSocket::new_v4().unwrap();
        let own: SocketAddr = format!("{}:0", from[number % from.len()]).parse().unwrap();
        socket.bind(own).unwrap();
        let connecting = tokio::time::timeout(Duration::from_millis(300), socket.connect(address));
        if let Ok(Ok(stream)) = connecting.await {
            open.push(stream);
        }
    }
    open
}

fn answered_within(program: &Program, patience: Duration) -> Duration {
    let start = Instant::now();
    let answer = get(&program.address, "/opgaver").expect("an answer");
    assert_eq!(answer.status, 200);
    assert!(start.elapsed() < patience, "{:?}", start.elapsed());
    start.elapsed()
}

#[tokio::test(flavor = "multi_thread")]
async fn sockets_that_say_nothing_do_not_stop_the_site() {
    let database = testing::sqlite().await;
    let data = folder("sockets");
    let start = Start { descriptors: Some(DESCRIPTORS), ..Start::default() };
    let program = Program::start_with(&crate::program::url(&database.settings()), &data, &start);

    let one = idle(&program.address, &["127.0.0.2"]).await;
    let beside_one = answered_within(&program, Duration::from_secs(3));
    drop(one);
    let many = idle(&program.address, &["127.0.0.2", "127.0.0.3", "127.0.0.4", "127.0.0.5"]).await;
    assert!(many.len() > 150, "{}", many.len());
    let beside_many = answered_within(&program, Duration::from_secs(15));
    drop(many);
    let outcome = format!(
        "from one address: answered after {:.1} s; from four: after {:.1} s",
        beside_one.as_secs_f64(),
        beside_many.as_secs_f64()
    );
    told(&format!("{IDLE} idle sockets with {DESCRIPTORS} descriptors"), "SQLite", &outcome);
    program.kill();
    drop(std::fs::remove_dir_all(data));
    database.close().await;
}

/// How long a connection is kept on which only `sent` is sent, a byte a second.
fn kept_for(address: &str, sent: &str, longest: Duration) -> Duration {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(1))).unwrap();
    let (start, mut bytes, mut read) = (Instant::now(), sent.bytes(), [0; 4096]);
    loop {
        assert!(start.elapsed() < longest, "still open after {:?}", start.elapsed());
        if let Some(byte) = bytes.next()
            && stream.write_all(&[byte]).is_err()
        {
            return start.elapsed();
        }
        match stream.read(&mut read) {
            Ok(0) => return start.elapsed(),
            Ok(_) => {}
            Err(error)
                if matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut) => {}
            Err(_) => return start.elapsed(),
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_header_that_drips_is_not_waited_for() {
    let database = testing::sqlite().await;
    let data = folder("header");
    let program = Program::start(&database.settings(), &data);
    let drip = "GET /opgaver HTTP/1.1\r\nHost: frivillig.fjordlund.example\r\n";
    let took = kept_for(&program.address, drip, Duration::from_secs(16));
    told("a header sent a byte a second", "SQLite", &format!("closed after {:.0} s", took.as_secs_f64()));
    program.kill();
    drop(std::fs::remove_dir_all(data));
    database.close().await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "cargo xtask chaos runs it"]
async fn a_body_that_stops_is_not_waited_for() {
    let database = testing::sqlite().await;
    let data = folder("body");
    let program = Program::start(&database.settings(), &data);
    let mut stream = TcpStream::connect(&program.address).unwrap();
    let begun = format!(
        "POST /log-ind HTTP/1.1\r\nHost: {0}\r\nOrigin: http://{0}\r\nContent-Length: 1000\r\n\
         Content-Type: application/x-www-form-urlencoded\r\n\r\nemail=",
        program.address
    );
    stream.write_all(begun.as_bytes()).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(90))).unwrap();
    let start = Instant::now();
    let mut answer = Vec::new();
    drop(stream.read_to_end(&mut answer));
    let took = start.elapsed();
    assert!(took < Duration::from_secs(80), "{took:?}");
    told("a body that stops in the middle", "SQLite", &format!("closed after {:.0} s", took.as_secs_f64()));
    program.kill();
    drop(std::fs::remove_dir_all(data));
    database.close().await;
}
