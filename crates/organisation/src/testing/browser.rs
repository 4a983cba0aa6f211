//! A browser of the plainest kind: it keeps cookies, and posts forms from the page's own site.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "only tests call it")]

use std::{
    collections::BTreeMap,
    net::{IpAddr, Ipv4Addr, SocketAddr},
};

use axum::{
    body::Body,
    extract::ConnectInfo,
    http::{Method, Request, StatusCode, header},
};
use samskab_jobs::Worker;
use samskab_kernel::{Clock, TenantId, jiff::SignedDuration};
use samskab_store::Db;
use samskab_web::{Config, Module, Services, follow::Follower, testing::Pages};

use super::{NOW, Town};
use crate::{identify::identify, module, person::PersonId};

pub const HOST: &str = "frivillig.fjordlund.example";

/// This context with those above it that a test needs, and the town in it.
pub struct House {
    pub db: Db,
    pub town: Town,
    pub clock: Clock,
    pub services: Services,
    pages: Pages,
}

pub async fn house(db: Db) -> House {
    house_with(db, Config::default(), &[]).await
}

/// A house that also has the modules `above`.
pub async fn house_with(db: Db, config: Config, above: &[fn() -> Module]) -> House {
    let town = super::town(&db).await;
    let clock = Clock::standing_at(NOW);
    let modules: Vec<Module> = [module()].into_iter().chain(above.iter().map(|module| module())).collect();
    let services = Services::new(db.clone(), clock.clone(), config, identify, &modules);
    let pages = Pages::new(&services, modules);
    House { db, town, clock, services, pages }
}

impl House {
    /// Somebody with no cookies.
    pub fn visitor(&self) -> Browser<'_> {
        Browser { house: self, host: HOST, address: Ipv4Addr::LOCALHOST.into(), cookies: BTreeMap::new() }
    }

    pub async fn signed_in(&self, person: PersonId) -> Browser<'_> {
        let cookie = super::signed_in(&self.db, &self.town, person).await;
        let mut browser = self.visitor();
        let (name, value) = cookie.split_once('=').unwrap();
        browser.cookies.insert(name.to_owned(), value.to_owned());
        browser
    }

    /// Takes everything committed into the search index.
    pub async fn index(&self) {
        let sources = module().sources;
        Follower::new(self.services.clone(), sources).catch_up().await.unwrap();
    }

    /// The mails waiting to go out, the newest first.
    pub async fn mails(&self) -> Vec<samskab_mail::Posted> {
        self.mails_of(self.town.tenant).await
    }

    pub async fn mails_of(&self, tenant: TenantId) -> Vec<samskab_mail::Posted> {
        self.answer_who_asked().await;
        let mut reader = self.db.read().await.unwrap();
        samskab_mail::recent(&mut reader, tenant, 50).await.unwrap()
    }

    /// Links to sign in are sent by a job.
    async fn answer_who_asked(&self) {
        let now = self.clock.now();
        let jobs = module().jobs.into_iter().filter(|job| job.kind() == "sign_in.link");
        let worker = Worker::new(self.db.clone(), self.clock.clone(), self.services.clone());
        worker.register_all(jobs.collect::<Vec<_>>()).run_until_idle(now).await.unwrap();
    }

    /// The path of the link in the newest mail.
    pub async fn mailed_link(&self) -> String {
        let mails = self.mails().await;
        let body = &mails.first().expect("a mail was written").body;
        let url = body.split_whitespace().find(|word| word.starts_with("http")).expect("a link in the mail");
        url.split_once(HOST).expect("our own host").1.to_owned()
    }
}

#[derive(Clone)]
pub struct Browser<'h> {
    house: &'h House,
    pub host: &'static str,
    pub address: IpAddr,
    pub cookies: BTreeMap<String, String>,
}

pub struct Page {
    pub status: StatusCode,
    pub location: String,
    pub body: String,
    /// The body as it came: of a file.
    pub bytes: Vec<u8>,
}

impl Page {
    pub fn has(&self, text: &str) -> bool {
        self.body.contains(text)
    }
}

impl Browser<'_> {
    pub async fn get(&mut self, path: &str) -> Page {
        self.send(Request::builder().method(Method::GET).uri(path).body(Body::empty()).unwrap()).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.post_from("same-origin", path, fields).await
    }

    /// `site`: what a browser says of the page the form stood on.
    pub async fn post_from(&mut self, site: &str, path: &str, fields: &[(&str, &str)]) -> Page {
        let body: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("sec-fetch-site", site)
            .body(Body::from(body.join("&")))
            .unwrap();
        self.send(request).await
    }

    /// A form whose only field is a file called `fil`.
    pub async fn post_file(&mut self, path: &str, name: &str, bytes: &[u8]) -> Page {
        let start = format!(
            "--skel\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        let body = [start.as_bytes(), bytes, b"\r\n--skel--\r\n"].concat();
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=skel")
            .header("sec-fetch-site", "same-origin")
            .body(Body::from(body))
            .unwrap();
        self.send(request).await
    }

    /// Each request comes a second after the one before, so that mails have an order.
    async fn send(&mut self, mut request: Request<Body>) -> Page {
        let clock = &self.house.clock;
        clock.set(clock.now().plus(SignedDuration::from_secs(1)));
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(self.address, 50_000)));
        let headers = request.headers_mut();
        headers.insert(header::HOST, self.host.parse().unwrap());
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        headers.insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        let response = self.house.pages.ask(request).await;
        for cookie in response.headers.get_all(header::SET_COOKIE) {
            let (pair, rest) = cookie.to_str().unwrap().split_once(';').unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        Page {
            status: response.status,
            location: response.location().to_owned(),
            body: response.body,
            bytes: response.bytes,
        }
    }
}

fn encode(text: &str) -> String {
    samskab_web::app::encode(text).replace('/', "%2F")
}
