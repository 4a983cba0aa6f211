//! The demo's town, served whole, and those who visit it.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use samskab::{config::Config, program::Program};
use samskab_demo as demo;
use samskab_kernel::{Clock, Instant, TenantId};
use samskab_store::{Db, Settings, Stamp, sqlx::types::Uuid};
use samskab_web::{follow::Follower, forwarded::TrustedProxies, limits::Limits};
use tower::ServiceExt as _;

use crate::{
    forms::{self, Form},
    rows,
};

/// Monday 2 March 2026, 9 o'clock in Denmark.
pub const NOW: Instant = samskab_organisation::testing::NOW;

/// A host name the demo's town answers at (it answers at all).
pub const HOST: &str = "fjordlund.example";

/// As the program runs, but with a standing clock and limits nobody meets.
pub fn config() -> Config {
    Config {
        data: std::env::temp_dir(),
        database: Settings::Sqlite { path: "nowhere".into() },
        listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 0)),
        public_url: None,
        trusted_proxies: TrustedProxies::Nobody,
        mail: samskab_mail::Transport::Outbox,
        mail_from: "frivillig@fjordlund.example".parse().unwrap(),
        limits: Limits { sign_in: 1_000_000, anonymous_posts: 1_000_000, mails: 1_000_000 },
        log_as_json: false,
        metrics_token: None,
        demo: true,
    }
}

/// The whole program around a database.
pub struct House {
    pub db: Db,
    pub program: Program,
    follower: Follower,
}

impl House {
    /// Serves whatever is in the database.
    pub async fn open(db: &Db, config: &Config) -> Self {
        let program = Program::new(db.clone(), Clock::standing_at(NOW), config);
        let follower = program.follower().await.unwrap();
        Self { db: db.clone(), program, follower }
    }

    /// With the demo's town in it.
    pub async fn with_demo(db: &Db) -> Self {
        Self::with_demo_and(db, &config()).await
    }

    pub async fn with_demo_and(db: &Db, config: &Config) -> Self {
        assert!(demo::load_if_empty(db, NOW).await.unwrap());
        Self::open(db, config).await
    }

    /// Until search has read what happened.
    pub async fn catch_up(&mut self) {
        self.follower.catch_up().await.unwrap();
    }

    /// Until everything that follows (mails, notices) has been done.
    pub async fn work(&self) {
        self.program.worker.run_until_idle(NOW).await.unwrap();
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.program.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let body = to_bytes(body, 50_000_000).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }

    pub async fn get(&self, visitor: &Visitor, path: &str) -> Answer {
        self.send(visitor.request(Method::GET, path).body(Body::empty()).unwrap()).await
    }

    /// As a form of our own page sends it.
    pub async fn post(&self, visitor: &Visitor, path: &str, body: &str) -> Answer {
        let request = visitor
            .request(Method::POST, path)
            .header(header::ORIGIN, format!("http://{}", visitor.host))
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(body.to_owned()))
            .unwrap();
        self.send(request).await
    }

    /// The tenant that was founded first.
    pub async fn tenant(&self) -> TenantId {
        rows::ids(&self.db, "select id from tenant order by created_at").await[0].into()
    }

    /// Somebody of the demo, signed in.
    pub async fn signed_in(&self, person: Uuid) -> Visitor {
        let tenant = self.tenant().await;
        Visitor { cookie: Some(cookie(&self.db, tenant, person).await), ..Visitor::anonymous(HOST) }
    }

    /// Somebody with an account and no role at all.
    pub async fn without_roles(&self) -> Visitor {
        let tenant = self.tenant().await;
        let mut tx = self.db.begin(Stamp { tenant, actor: None, now: NOW }).await.unwrap();
        let email = "uden.rolle@post.example".parse().unwrap();
        let person = samskab_organisation::person::Person::new(tx.new_id(), "Uden Rolle", Some(email), NOW);
        samskab_organisation::person::store::add(&mut tx, &person).await.unwrap();
        tx.commit().await.unwrap();
        self.signed_in(person.id.uuid()).await
    }

    /// The page's form to show interest in a task, filled in by `email`.
    pub async fn interest_form(&self, visitor: &Visitor, task: Uuid, email: &str) -> Form {
        let path = format!("/opgaver/{task}/interesse");
        let page = self.get(visitor, &path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}\n{}", page.body);
        forms::filled_in(&page.body, &path, email).expect("a form with an e-mail in it")
    }

    /// The path of the first link in the newest mail to `email`.
    pub async fn link_in_mail_to(&self, email: &str) -> String {
        let mails = rows::texts(
            &self.db,
            &format!("select body from mail where recipient = '{email}' order by created_at desc"),
        )
        .await;
        let mail = mails.first().unwrap_or_else(|| panic!("no mail to {email}"));
        let link = mail
            .split_whitespace()
            .find(|word| word.starts_with("http"))
            .unwrap_or_else(|| panic!("no link in\n{mail}"));
        format!("/{}", link.splitn(4, '/').nth(3).unwrap_or_default())
    }
}

/// The value of the header `cookie` for a session of `person`.
pub async fn cookie(db: &Db, tenant: TenantId, person: Uuid) -> String {
    let mut tx = db.begin(Stamp { tenant, actor: Some(person), now: NOW }).await.unwrap();
    let secret = samskab_web::session::begin(&mut tx, person, db.dice()).await.unwrap();
    tx.commit().await.unwrap();
    format!("{}={secret}", samskab_web::session::COOKIE)
}

/// Who asks.
#[derive(Debug, Clone)]
pub struct Visitor {
    pub host: String,
    pub cookie: Option<String>,
    pub address: IpAddr,
}

impl Visitor {
    pub fn anonymous(host: &str) -> Self {
        Self { host: host.into(), cookie: None, address: IpAddr::V4(Ipv4Addr::LOCALHOST) }
    }

    pub fn request(&self, method: Method, path: &str) -> axum::http::request::Builder {
        let peer = axum::extract::ConnectInfo(SocketAddr::new(self.address, 50_000));
        let mut request =
            Request::builder().method(method).uri(path).header(header::HOST, &self.host).extension(peer);
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        request
    }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Answer {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub fn is_html(&self) -> bool {
        self.header("content-type").starts_with("text/html")
    }

    /// A page, or the way to one.
    pub fn is_allowed(&self) -> bool {
        self.status.is_success() || self.status.is_redirection()
    }
}
