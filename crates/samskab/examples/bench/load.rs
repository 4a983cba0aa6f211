//! Browsers on a loopback: each keeps its connection open and asks again as soon as it has been answered.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    time::{Duration, Instant},
};

use anyhow::{Context, bail};

/// What one request came back with.
pub struct Answer {
    pub status: u16,
    /// Bytes of the body as they came over the line.
    pub weight: usize,
    pub body: Vec<u8>,
}

/// One connection.
pub struct Browser {
    address: String,
    stream: TcpStream,
    buffer: Vec<u8>,
}

impl Browser {
    pub fn open(address: &str) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address).with_context(|| format!("nobody answers at {address}"))?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self { address: address.to_owned(), stream, buffer: Vec::new() })
    }

    pub fn ask(&mut self, request: &[u8]) -> anyhow::Result<Answer> {
        self.stream.write_all(request)?;
        self.buffer.clear();
        let head = loop {
            if let Some(at) = find(&self.buffer, b"\r\n\r\n", 0) {
                break at + 4;
            }
            self.read_on()?;
        };
        let text = String::from_utf8_lossy(&self.buffer[..head]).to_lowercase();
        let status = text.split(' ').nth(1).and_then(|code| code.parse().ok()).context("no status")?;
        let header = |name: &str| {
            text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':')).map(str::trim)
        };
        let mut answer = Answer { status, weight: 0, body: Vec::new() };
        if let Some(length) = header("content-length") {
            let end = head + length.parse::<usize>()?;
            while self.buffer.len() < end {
                self.read_on()?;
            }
            answer.body.extend_from_slice(&self.buffer[head..end]);
        } else if header("transfer-encoding") == Some("chunked") {
            let mut at = head;
            loop {
                let line = loop {
                    match find(&self.buffer, b"\r\n", at) {
                        Some(line) => break line,
                        None => self.read_on()?,
                    }
                };
                let size = usize::from_str_radix(std::str::from_utf8(&self.buffer[at..line])?.trim(), 16)?;
                let start = line + 2;
                while self.buffer.len() < start + size + 2 {
                    self.read_on()?;
                }
                answer.body.extend_from_slice(&self.buffer[start..start + size]);
                at = start + size + 2;
                if size == 0 {
                    break;
                }
            }
        }
        answer.weight = answer.body.len();
        Ok(answer)
    }

    fn read_on(&mut self) -> anyhow::Result<()> {
        let mut piece = [0; 16 * 1024];
        let count = self.stream.read(&mut piece)?;
        if count == 0 {
            bail!("{} closed the connection", self.address);
        }
        self.buffer.extend_from_slice(&piece[..count]);
        Ok(())
    }
}

fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    bytes.get(from..)?.windows(wanted.len()).position(|window| window == wanted).map(|at| at + from)
}

/// As a browser asks; `compressed` whether it takes compressed answers.
pub fn get(address: &str, path: &str, compressed: bool) -> Vec<u8> {
    let accept = if compressed { "Accept-Encoding: gzip, deflate, br\r\n" } else { "" };
    format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n{accept}\r\n").into_bytes()
}

/// As somebody who is signed in asks for a page.
pub fn get_as(address: &str, path: &str, cookie: &str, compressed: bool) -> Vec<u8> {
    let accept = if compressed { "Accept-Encoding: gzip, deflate, br\r\n" } else { "" };
    format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nCookie: {cookie}\r\n{accept}\r\n").into_bytes()
}

pub fn post(address: &str, path: &str, body: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nAccept-Encoding: gzip, deflate, br\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// As somebody who is signed in sends a form.
pub fn post_as(address: &str, path: &str, body: &str, cookie: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nCookie: {cookie}\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// How it went.
#[derive(Debug, Clone, Copy)]
pub struct Pace {
    /// Answers a second.
    pub rate: f64,
    /// Milliseconds.
    pub p50: f64,
    pub p99: f64,
}

/// Asks with `clients` browsers for `seconds`, after a fifth of that to warm up. `request` is given a number that no
/// other request of this run has.
pub fn run(
    address: &str,
    clients: usize,
    seconds: f64,
    request: impl Fn(usize) -> Vec<u8> + Sync,
) -> anyhow::Result<Pace> {
    let begin = Instant::now() + Duration::from_secs_f64(seconds / 5.0);
    let end = begin + Duration::from_secs_f64(seconds);
    let request = &request;
    let start = Instant::now();
    let times: Vec<anyhow::Result<(Vec<u64>, Vec<u64>)>> = std::thread::scope(|scope| {
        let asking: Vec<_> = (0..clients)
            .map(|client| {
                scope.spawn(move || {
                    let mut browser = Browser::open(address)?;
                    let (mut times, mut others) = (Vec::new(), Vec::new());
                    for round in 0.. {
                        let asked = Instant::now();
                        if asked > end {
                            break;
                        }
                        let answer = browser.ask(&request(round * clients + client))?;
                        if ![200, 303].contains(&answer.status) {
                            let said = std::str::from_utf8(&answer.body).unwrap_or("(compressed)");
                            bail!("an answer with status {}: {said}", answer.status);
                        }
                        let answered = Instant::now();
                        let time = u64::try_from((answered - asked).as_nanos()).unwrap_or(u64::MAX);
                        if asked >= begin && answered <= end { times.push(time) } else { others.push(time) }
                    }
                    Ok((times, others))
                })
            })
            .collect();
        asking.into_iter().map(|asked| asked.join().unwrap_or_else(|_| bail!("a client panicked"))).collect()
    });
    let (mut all, mut others) = (Vec::new(), Vec::new());
    for told in times {
        let (own, other) = told?;
        all.extend(own);
        others.extend(other);
    }
    match (all.is_empty(), others.is_empty()) {
        (false, _) => Ok(pace(all, seconds)),
        // So slow that none was asked and answered within the time: of those that were answered later.
        (true, false) => Ok(pace(others, start.elapsed().as_secs_f64())),
        (true, true) => bail!("nothing was answered in {seconds} seconds"),
    }
}

/// One browser asks `times` times, however long each takes: for what takes seconds. Also returns the bytes of an
/// answer.
pub fn few(address: &str, times: usize, request: impl Fn(usize) -> Vec<u8>) -> anyhow::Result<(Pace, usize)> {
    let mut browser = Browser::open(address)?;
    browser.stream.set_read_timeout(Some(Duration::from_secs(300)))?;
    let (mut all, mut weight) = (Vec::new(), 0);
    let begin = Instant::now();
    for number in 0..times {
        let asked = Instant::now();
        let answer = browser.ask(&request(number))?;
        if answer.status != 200 {
            bail!("an answer with status {}", answer.status);
        }
        all.push(u64::try_from(asked.elapsed().as_nanos()).unwrap_or(u64::MAX));
        weight = answer.weight;
    }
    Ok((pace(all, begin.elapsed().as_secs_f64()), weight))
}

fn pace(mut all: Vec<u64>, seconds: f64) -> Pace {
    all.sort_unstable();
    let at = |share: f64| all[((all.len() - 1) as f64 * share) as usize] as f64 / 1e6;
    Pace { rate: all.len() as f64 / seconds, p50: at(0.50), p99: at(0.99) }
}
