//! A mail server small enough to read: one that says yes, or one that says what it is told to.

use std::sync::{Arc, Mutex};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
};

/// What the server was handed: the envelope and the mail, line by line.
#[derive(Debug, Clone, Default)]
pub struct Received {
    pub from: String,
    pub to: String,
    pub data: String,
}

/// One part of a mail, as a mail program takes it apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub kind: String,
    pub disposition: String,
    /// As the reader gets it.
    pub text: String,
}

impl Received {
    /// A header's value with its folded lines joined, still encoded.
    pub fn header(&self, name: &str) -> Option<String> {
        header(&self.data, name)
    }

    /// The body after quoted-printable or base64, as the reader sees it.
    pub fn body(&self) -> String {
        decoded_body(&self.data).replace("\r\n", "\n")
    }

    /// Those that are no parts of parts, in their order.
    pub fn parts(&self) -> Vec<Part> {
        parts_of(&self.data)
    }
}

fn parts_of(entity: &str) -> Vec<Part> {
    let kind = header(entity, "Content-Type").unwrap_or_default();
    let Some(boundary) = kind.split("boundary=\"").nth(1).and_then(|rest| rest.split('"').next()) else {
        let disposition = header(entity, "Content-Disposition").unwrap_or_default();
        return vec![Part { disposition, text: decoded_body(entity), kind }];
    };
    let body = entity.split_once("\r\n\r\n").unwrap().1;
    let (whole, _) = body.split_once(&format!("--{boundary}--")).unwrap();
    let between = format!("--{boundary}\r\n");
    let inner = whole.split(&between).skip(1);
    inner.flat_map(|part| parts_of(part.strip_suffix("\r\n").unwrap())).collect()
}

fn header(entity: &str, name: &str) -> Option<String> {
    let head = entity.split("\r\n\r\n").next()?.replace("\r\n ", " ");
    head.split("\r\n").find_map(|line| line.strip_prefix(&format!("{name}: ")).map(str::to_owned))
}

fn decoded_body(entity: &str) -> String {
    let body = entity.split_once("\r\n\r\n").map(|(_, body)| body).unwrap_or_default();
    match header(entity, "Content-Transfer-Encoding").as_deref() {
        Some("quoted-printable") => quoted_printable(body),
        Some("base64") => String::from_utf8(base64(body)).unwrap(),
        Some("7bit") => body.to_owned(),
        other => panic!("the test reads quoted-printable, base64 and 7bit, not {other:?}"),
    }
}

fn quoted_printable(text: &str) -> String {
    let joined = text.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut rest = joined.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        if *first == b'=' {
            let hex = std::str::from_utf8(&after[..2]).unwrap();
            bytes.push(u8::from_str_radix(hex, 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// RFC 2047: `=?utf-8?b?…?=`.
pub fn decoded(header: &str) -> String {
    let mut words = String::new();
    let mut was_encoded = false;
    for word in header.split(' ') {
        let encoded = word.strip_prefix("=?utf-8?b?").and_then(|word| word.strip_suffix("?="));
        // White space between two encoded words is not part of the text.
        let is_split_word = was_encoded && encoded.is_some();
        if !words.is_empty() && !is_split_word {
            words.push(' ');
        }
        was_encoded = encoded.is_some();
        match encoded {
            Some(text) => words.push_str(&String::from_utf8(base64(text)).unwrap()),
            None => words.push_str(word),
        }
    }
    words
}

fn base64(text: &str) -> Vec<u8> {
    const ALPHABET: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    let (mut buffer, mut bits) = (0_u32, 0);
    for digit in text.trim_end_matches('=').chars().filter_map(|letter| ALPHABET.find(letter)) {
        buffer = (buffer << 6) | u32::try_from(digit).unwrap();
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((buffer >> bits) as u8);
            buffer &= (1 << bits) - 1;
        }
    }
    bytes
}

/// A mail server on a port of its own.
pub struct MailServer {
    pub url: String,
    received: Arc<Mutex<Vec<Received>>>,
    answer_to_recipient: Arc<Mutex<String>>,
}

impl MailServer {
    /// Starts one that takes everything.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let received = Arc::new(Mutex::new(Vec::new()));
        let answer_to_recipient = Arc::new(Mutex::new("250 2.1.5 ok".to_owned()));
        let (into, answer) = (received.clone(), answer_to_recipient.clone());
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(talk(stream, into.clone(), answer.clone()));
            }
        });
        Self { url, received, answer_to_recipient }
    }

    /// From now on the answer to every `RCPT TO`.
    pub fn answers(&self, answer: &str) {
        *self.answer_to_recipient.lock().unwrap() = answer.to_owned();
    }

    pub fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }
}

/// RFC 5321 as far as a polite client goes.
async fn talk(stream: TcpStream, received: Arc<Mutex<Vec<Received>>>, answer: Arc<Mutex<String>>) {
    let (reader, mut writer) = stream.into_split();
    let mut lines = BufReader::new(reader).lines();
    let mut mail = Received::default();
    writer.write_all(b"220 mail.fjordlund.example\r\n").await.unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        let reply = match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => "250-mail.fjordlund.example\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES".to_owned(),
            "MAIL" => {
                mail = Received { from: path(&line), ..Received::default() };
                "250 2.1.0 ok".to_owned()
            }
            "RCPT" => {
                mail.to = path(&line);
                answer.lock().unwrap().clone()
            }
            "DATA" => {
                writer.write_all(b"354 go on\r\n").await.unwrap();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    mail.data.push_str(line.strip_prefix('.').unwrap_or(&line));
                    mail.data.push_str("\r\n");
                }
                received.lock().unwrap().push(mail.clone());
                "250 2.0.0 taken".to_owned()
            }
            "QUIT" => "221 2.0.0 bye".to_owned(),
            "RSET" | "NOOP" => "250 2.0.0 ok".to_owned(),
            other => format!("500 5.5.1 what is {other}?"),
        };
        if writer.write_all(format!("{reply}\r\n").as_bytes()).await.is_err() {
            return;
        }
    }
}

/// What stands between `<` and `>`.
fn path(line: &str) -> String {
    line.split(['<', '>']).nth(1).unwrap_or_default().to_owned()
}
