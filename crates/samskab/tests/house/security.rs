//! What protects every page, tried over HTTP.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use samskab::config::Config;
use samskab_store::{Db, db_test, testing};
use samskab_web::{forwarded::TrustedProxies, limits::Limits};

use crate::{
    forms, rows,
    town::{self, Answer, HOST, House, NOW, Visitor, config},
};

/// What is wrong with an answer: headers that are missing, scripts and styles that the policy would stop.
pub fn faults_of(answer: &Answer) -> Vec<String> {
    let mut faults = Vec::new();
    let mut expect = |is_right: bool, fault: &str| {
        if !is_right {
            faults.push(fault.to_owned());
        }
    };
    let policy = answer.header("content-security-policy");
    expect(policy.contains("default-src 'none'"), "no policy that begins with nothing");
    expect(!policy.contains("unsafe") && !policy.contains("http"), "the policy lets others in");
    expect(policy.contains("frame-ancestors 'none'"), "it can be framed");
    expect(policy.contains("form-action 'self'"), "a form could be sent elsewhere");
    expect(answer.header("x-content-type-options") == "nosniff", "its type can be guessed");
    expect(answer.header("x-frame-options") == "DENY", "it can be framed by old browsers");
    expect(answer.header("referrer-policy") == "same-origin", "its address is told to others");
    expect(answer.header("x-request-id").len() == 36, "it has no number to ask about");
    for cookie in answer.headers.get_all(header::SET_COOKIE) {
        let cookie = cookie.to_str().unwrap_or_default();
        expect(
            cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"),
            "a cookie that scripts or others can use",
        );
    }
    if answer.is_html() {
        expect(answer.headers.contains_key(header::CACHE_CONTROL), "nobody has said how long it may be kept");
        for tag in forms::tags(&answer.body) {
            let name = tag.split_whitespace().next().unwrap_or_default();
            let has = |start: &str| tag.split_whitespace().skip(1).any(|word| word.starts_with(start));
            expect(name != "style" && !has("style="), &format!("a style inside the page: <{tag}>"));
            expect(
                name != "script"
                    || forms::attribute(tag, "src").is_some()
                    // Data, which no browser runs: what a task is, for programs that read pages.
                    || tag == "script type=\"application/ld+json\"",
                &format!("a script inside the page: <{tag}>"),
            );
            let listens = tag.split_whitespace().skip(1).any(|word| {
                word.split_once('=').is_some_and(|(name, _)| name.starts_with("on") && name.len() > 3)
            });
            expect(!listens, &format!("an event inside the page: <{tag}>"));
            for source in ["src", "href", "action"].iter().filter_map(|name| forms::attribute(tag, name)) {
                expect(!source.starts_with("javascript:"), &format!("a script in an address: <{tag}>"));
                let loads = ["script", "link", "img", "iframe", "use", "source"].contains(&name);
                expect(
                    !loads
                        || source.starts_with('/')
                        || source.starts_with("data:")
                        || tag.starts_with("link rel=\"canonical\""),
                    &format!("loads from others: <{tag}>"),
                );
            }
        }
    }
    faults
}

/// Of anything that is not for the reader: paths of source files, panics, SQL.
const INSIDES: [&str; 8] =
    ["panicked", "stack backtrace", ".rs:", "src/", "sqlx", "select ", "no such table", "RUST_BACKTRACE"];

#[db_test]
async fn an_error_page_says_what_to_do_and_nothing_of_the_inside(db: Db) {
    let house = House::with_demo(&db).await;
    let stranger = Visitor::anonymous(HOST);
    // A fault of ours: the table is not there.
    rows::execute(&db, "alter table unit_version rename to taken_away").await;
    let mut met = Vec::new();
    for path in [
        "/findes-ikke",
        "/opgaver/findes-ikke",
        "/overblik",
        "/organisation",
        "/enheder/00000000-0000-0000-0000-000000000000",
        "/log-ind/forkert",
    ] {
        let answer = house.get(&stranger, path).await;
        assert!(
            answer.status.is_client_error() || answer.status.is_server_error(),
            "{path} answered {}",
            answer.status
        );
        assert!(answer.is_html() && answer.body.contains("<h1"), "{path} is a page");
        assert!(faults_of(&answer).is_empty(), "{path}: {:?}", faults_of(&answer));
        for inside in INSIDES {
            assert!(!answer.body.contains(inside), "{path} shows “{inside}”");
        }
        if answer.status.is_server_error() {
            assert!(
                answer.body.contains(answer.header("x-request-id")),
                "{path}: the number to ask about stands on the page"
            );
        }
        met.push(answer.status);
    }
    for status in [StatusCode::NOT_FOUND, StatusCode::UNAUTHORIZED, StatusCode::INTERNAL_SERVER_ERROR] {
        assert!(met.contains(&status), "no page answered {status}");
    }
}

fn post(origin: &[(&'static str, &str)], path: &str) -> Request<Body> {
    let mut request = Visitor::anonymous(HOST)
        .request(Method::POST, path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in origin {
        request = request.header(*name, *value);
    }
    request.body(Body::from("email=nogen@post.example")).unwrap()
}

#[tokio::test]
async fn a_post_from_anywhere_else_is_refused() {
    let database = testing::sqlite().await;
    let db = database.db();
    let house = House::with_demo(&db).await;
    let before = rows::table_sizes(&db).await;
    let task = rows::ids(&db, "select id from task where state = 'open' order by id limit 1").await[0];
    let interest = format!("/opgaver/{task}/interesse");
    let foreign: [&[(&str, &str)]; 6] = [
        &[],
        &[("origin", "https://ond.example")],
        &[("origin", "null")],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site"), ("origin", "http://fjordlund.example")],
        &[("referer", "http://fjordlund.example/")],
    ];
    for headers in foreign {
        for path in ["/log-ind", "/log-ud", "/foreninger/tilmeld", interest.as_str()] {
            let answer = house.send(post(headers, path)).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} with {headers:?}");
            assert!(faults_of(&answer).is_empty());
        }
    }
    assert_eq!(rows::table_sizes(&db).await, before);
    let own = house.send(post(&[("sec-fetch-site", "same-origin")], &interest)).await;
    assert_eq!(
        own.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "our own form is read, and asked to be filled in"
    );
    database.close().await;
}

/// Whoever asks writes the `Host`; the mail goes to somebody else.
#[tokio::test]
async fn a_link_in_a_mail_never_leads_to_a_host_that_merely_stood_in_the_request() {
    let database = testing::sqlite().await;
    let db = database.db();
    let public = Config { public_url: Some("https://frivillig.example".into()), ..config() };
    let house = House::with_demo_and(&db, &public).await;
    for host in ["ond.example", "frivillig.example:x@ond.example", "ond.example:80"] {
        let request = Request::builder()
            .method(Method::POST)
            .uri("/log-ind")
            .header(header::HOST, host)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from("email=rosa.digtved%40fjordlund.example&way=link"))
            .unwrap();
        assert!(!house.send(request).await.status.is_server_error(), "{host}");
    }
    house.work().await;
    let mails = samskab_mail::recent(&mut db.read().await.unwrap(), house.tenant().await, 10).await.unwrap();
    assert!(!mails.is_empty(), "somebody asked for a link");
    for mail in mails {
        assert!(mail.body.contains("https://frivillig.example/"), "{}", mail.body);
        assert!(!mail.body.contains("ond.example"), "{}", mail.body);
    }
    database.close().await;
}

#[tokio::test]
async fn who_tries_too_often_is_asked_to_wait() {
    let database = testing::sqlite().await;
    let db = database.db();
    let few = Config { limits: Limits { sign_in: 3, anonymous_posts: 3, mails: 6 }, ..config() };
    let house = House::with_demo_and(&db, &few).await;
    let task = rows::ids(&db, "select id from task where state = 'open' order by id limit 1").await[0];
    let here = Visitor::anonymous(HOST);
    let form = house.interest_form(&here, task, "en@post.example").await;
    for (path, body) in [
        (form.action.clone(), form.body()),
        ("/log-ind".to_owned(), "email=nogen%40post.example&adgangskode=forkert&password=forkert".to_owned()),
    ] {
        let mut statuses = Vec::new();
        for _ in 0..5 {
            let answer = house.post(&here, &path, &body).await;
            assert!(faults_of(&answer).is_empty());
            if answer.status == StatusCode::TOO_MANY_REQUESTS {
                assert!(!answer.header("retry-after").is_empty(), "it says when to come back");
            }
            statuses.push(answer.status);
        }
        assert_ne!(statuses[0], StatusCode::TOO_MANY_REQUESTS, "{path}: {statuses:?}");
        assert_eq!(statuses[4], StatusCode::TOO_MANY_REQUESTS, "{path}: {statuses:?}");
        let elsewhere = Visitor { address: [192, 0, 2, 7].into(), ..here.clone() };
        let body = body.replace("nogen%40", "anden%40");
        let answer = house.post(&elsewhere, &path, &body).await;
        assert_ne!(answer.status, StatusCode::TOO_MANY_REQUESTS, "{path}: nobody else has to wait");
    }
    database.close().await;
}

#[tokio::test]
async fn a_session_is_a_cookie_that_only_the_browser_and_we_can_use() {
    let database = testing::sqlite().await;
    let db = database.db();
    let secure = Config { public_url: Some("https://fjordlund.example".into()), ..config() };
    let house = House::with_demo_and(&db, &secure).await;
    let offered = samskab_demo::sign_ins().unwrap();
    let visitor = Visitor::anonymous(HOST);
    let answer =
        house.post(&visitor, "/log-ind/demo", &format!("person={}", forms::encoded(&offered[0].email))).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER);
    let cookie = answer.header("set-cookie");
    for part in ["samskab=", "HttpOnly", "SameSite=Lax", "Secure", "Path=/", "Max-Age="] {
        assert!(cookie.contains(part), "{part} is not in “{cookie}”");
    }
    let secret = cookie.split(['=', ';']).nth(1).unwrap();
    let kept = rows::texts(&db, "select token_hash from session").await;
    assert!(secret.len() > 40 && kept.iter().all(|hash| hash != secret), "only a hash of it is kept");
    let back = Visitor { cookie: Some(format!("samskab={secret}")), ..visitor };
    let page = house.get(&back, "/overblik").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.header("cache-control"), "no-store", "what one sees signed in is kept nowhere");
    assert!(page.header("strict-transport-security").contains("max-age"));
    // Signing out ends it, also for whoever copied the cookie.
    house.post(&back, "/log-ud", "").await;
    assert_eq!(house.get(&back, "/overblik").await.status, StatusCode::UNAUTHORIZED);
    database.close().await;
}

#[tokio::test]
async fn the_demo_s_doors_are_closed_in_a_real_municipality() {
    let database = testing::sqlite().await;
    let db = database.db();
    let real = Config { demo: false, ..town::config() };
    let house = House::with_demo_and(&db, &real).await;
    let person = samskab_demo::sign_ins().unwrap()[0].email.clone();
    let visitor = Visitor::anonymous(HOST);
    let body = format!("person={}", forms::encoded(&person));
    assert_eq!(house.post(&visitor, "/log-ind/demo", &body).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.get(&visitor, "/demo/postkasse").await.status, StatusCode::NOT_FOUND);
    assert!(!house.get(&visitor, "/log-ind").await.body.contains(&person));
    database.close().await;
}

/// A question from `peer`, by way of proxies that wrote these lines.
fn by_proxies(peer: &str, method: Method, path: &str, lines: &[(&str, &str)], body: &str) -> Request<Body> {
    let mut request = Visitor { address: peer.parse().unwrap(), ..Visitor::anonymous(HOST) }
        .request(method, path)
        .header(header::ORIGIN, format!("http://{HOST}"))
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    for (name, value) in lines {
        request = request.header(*name, *value);
    }
    request.body(Body::from(body.to_owned())).unwrap()
}

#[tokio::test]
async fn a_stranger_is_one_stranger_whatever_they_write_into_the_headers_of_a_proxy() {
    let database = testing::sqlite().await;
    let db = database.db();
    let limits = Limits { sign_in: 3, anonymous_posts: 3, mails: 100 };
    let behind = Config { limits, trusted_proxies: TrustedProxies::Nearest, ..config() };
    let house = House::with_demo_and(&db, &behind).await;
    let ask = async |peer: &str, lines: &[(&str, &str)], number: usize| {
        let body = format!("email=nogen{number}%40post.example&way=link");
        house.send(by_proxies(peer, Method::POST, "/log-ind", lines, &body)).await.status
    };
    let forged: Vec<String> = (1..=5).map(|number| format!("192.0.2.{number}")).collect();
    let mut last = StatusCode::OK;
    for (number, forged) in forged.iter().enumerate() {
        // What the stranger wrote stands before what the proxy saw, on a line of its own.
        let lines = [("x-forwarded-for", forged.as_str()), ("x-forwarded-for", "203.0.113.9")];
        last = ask("127.0.0.1", &lines, number).await;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(ask("127.0.0.1", &[("x-forwarded-for", "203.0.113.10")], 9).await, StatusCode::SEE_OTHER);
    // One connection to the internet has a whole /64.
    for number in 1..=5_u16 {
        let own = format!("2001:db8:1:2::{number}");
        last = ask("127.0.0.1", &[("x-forwarded-for", own.as_str())], 20).await;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(ask("127.0.0.1", &[("x-forwarded-for", "2001:db8:1:3::1")], 21).await, StatusCode::SEE_OTHER);
    // Who comes from elsewhere than the proxy is believed nothing.
    for (number, forged) in forged.iter().enumerate() {
        last = ask("198.51.100.7", &[("x-forwarded-for", forged.as_str())], 30 + number).await;
    }
    assert_eq!(last, StatusCode::TOO_MANY_REQUESTS);
    database.close().await;
}

#[tokio::test]
async fn the_numbers_of_the_machine_are_for_whoever_sits_at_it() {
    let database = testing::sqlite().await;
    let db = database.db();
    let token = Some("en lang hemmelighed".to_owned());
    let house = House::open(&db, &Config { metrics_token: token, ..config() }).await;
    let status = async |peer: &str, lines: &[(&str, &str)]| {
        house.send(by_proxies(peer, Method::GET, "/metrics", lines, "")).await.status
    };
    assert_eq!(status("127.0.0.1", &[]).await, StatusCode::OK);
    assert_eq!(status("192.0.2.1", &[]).await, StatusCode::NOT_FOUND);
    for name in ["x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "forwarded", "via", "x-real-ip"]
    {
        assert_eq!(status("127.0.0.1", &[(name, "x")]).await, StatusCode::NOT_FOUND, "{name}");
    }
    let told = ("authorization", "Bearer en lang hemmelighed");
    assert_eq!(status("192.0.2.1", &[told, ("via", "x")]).await, StatusCode::OK);
    assert_eq!(status("192.0.2.1", &[("authorization", "Bearer en")]).await, StatusCode::NOT_FOUND);
    let behind = Config { trusted_proxies: TrustedProxies::Nearest, ..config() };
    let house = House::open(&db, &behind).await;
    let answer = house.send(by_proxies("127.0.0.1", Method::GET, "/metrics", &[], "")).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "a proxy that says nothing stands there too");
    database.close().await;
}

#[tokio::test]
async fn the_port_of_a_host_never_comes_into_a_link() {
    let database = testing::sqlite().await;
    let db = database.db();
    for (public, starts) in [
        ("https://frivillig.example", "https://fjordlund.example/log-ind/"),
        ("http://127.0.0.1:8080", "http://fjordlund.example:8080/log-ind/"),
    ] {
        let public = Config { public_url: Some(public.into()), ..config() };
        let house = if starts.starts_with("https") {
            let house = House::with_demo_and(&db, &public).await;
            let tenant = house.tenant().await;
            samskab_settings::hosts::give(&db, tenant, HOST, NOW).await.unwrap();
            house.program.services.tenants.refresh(NOW).await.unwrap();
            house
        } else {
            House::open(&db, &public).await
        };
        let visitor = Visitor::anonymous(&format!("{HOST}:6666"));
        let body = "email=rosa.digtved%40fjordlund.example&way=link";
        assert_eq!(house.post(&visitor, "/log-ind", body).await.status, StatusCode::SEE_OTHER);
        house.work().await;
        let mails = rows::texts(&db, "select body from mail where body like '%/log-ind/%'").await;
        assert!(mails.iter().any(|body| body.contains(starts)), "{mails:?}");
        assert!(mails.iter().all(|body| !body.contains(":6666")), "{mails:?}");
    }
    database.close().await;
}

#[tokio::test]
async fn short_links_are_not_followed_without_end() {
    let database = testing::sqlite().await;
    let db = database.db();
    let house = House::with_demo(&db).await;
    let code = rows::texts(&db, "select code from channel order by code limit 1").await.remove(0);
    let here = Visitor::anonymous(HOST);
    let mut statuses = Vec::new();
    for _ in 0..70 {
        statuses.push(house.get(&here, &format!("/v/{code}")).await.status);
    }
    assert_eq!((statuses[0], statuses[69]), (StatusCode::SEE_OTHER, StatusCode::TOO_MANY_REQUESTS));
    let elsewhere = Visitor { address: [192, 0, 2, 7].into(), ..here };
    assert_eq!(house.get(&elsewhere, &format!("/v/{code}")).await.status, StatusCode::SEE_OTHER);
    database.close().await;
}

/// Somebody whose session ended in another window has typed something that must not be lost.
#[db_test]
async fn what_was_typed_after_the_session_ended_is_handed_back(db: Db) {
    let house = House::with_demo(&db).await;
    let visitor = Visitor::anonymous(HOST);
    let sent = house
        .post(
            &visitor,
            "/politikker/ny?fra=side",
            "titel=Vores+%3Cnye%3E+politik&linjer=En%0D%0Ato&valg=a&valg=b",
        )
        .await;
    assert_eq!(sent.status, StatusCode::UNAUTHORIZED);
    for part in [
        "action=\"/politikker/ny?fra=side\"",
        "name=\"titel\" value=\"Vores &#60;nye&#62; politik\"",
        "name=\"linjer\" value=\"En\r\nto\"",
        "name=\"valg\" value=\"a\"",
        "name=\"valg\" value=\"b\"",
        "Send igen",
        "target=\"_blank\"",
    ] {
        assert!(sent.body.contains(part), "{part}: {}", sent.body);
    }
    // A password is written into no page, and a button alone has nothing to hand back: that it is lost is said instead.
    for body in ["titel=Vores&new_password=hemmeligt", "password=hemmeligt", ""] {
        let sent = house.post(&visitor, "/politikker/ny?fra=side", body).await;
        assert_eq!(sent.status, StatusCode::UNAUTHORIZED, "{body}");
        for part in ["Det, du sendte, er ikke gemt.", "target=\"_blank\"", "i et nyt vindue"] {
            assert!(sent.body.contains(part), "{body}: {part}: {}", sent.body);
        }
        for part in ["Send igen", "hemmeligt", "name=\"titel\""] {
            assert!(!sent.body.contains(part), "{body}: {part}: {}", sent.body);
        }
    }
    // Whoever only asked for a page has typed nothing.
    let asked = house.get(&visitor, "/politikker/ny").await;
    assert_eq!(asked.status, StatusCode::UNAUTHORIZED);
    assert!(!asked.body.contains("Send igen") && !asked.body.contains("i et nyt vindue"), "{}", asked.body);
}
