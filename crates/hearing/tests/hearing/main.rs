//! Hearings as people meet them, in the small town: it is Monday 2 March 2026, nine o'clock.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails says where")]

mod answers;
mod assessment;
mod assessors;
mod bad_days;
mod last_hour;
mod meetings;
mod of_text;
mod parties;

use samskab_hearing::hearing::{Hearing, HearingId};
use samskab_kernel::{Day, Instant};
use samskab_organisation::testing::browser::{Browser, House, Page, house_with};
use samskab_store::Db;
use samskab_web::Config;

/// When the hearings of these tests close.
fn closing() -> Instant {
    Day::of(2026, 3, 11).at(12, 0)
}

async fn house(db: Db) -> House {
    house_with(db, Config::default(), &[samskab_hearing::module]).await
}

/// Many forms from one address, as behind the wall of a town hall.
async fn busy_house(db: Db) -> House {
    let mut config = Config::default();
    config.limits.anonymous_posts = 10_000;
    config.limits.mails = 10_000;
    house_with(db, config, &[samskab_hearing::module]).await
}

/// What follows by itself, a minute later.
async fn work(house: &House) {
    house.clock.set(house.clock.now().plus(samskab_kernel::jiff::SignedDuration::from_secs(61)));
    let (db, clock, services) = (house.db.clone(), house.clock.clone(), house.services.clone());
    let worker = samskab_jobs::Worker::new(db, clock, services).register_all(samskab_hearing::module().jobs);
    worker.run_until_idle(house.clock.now()).await.unwrap();
}

/// The mails waiting to go out, the oldest first.
async fn mails(house: &House) -> Vec<samskab_mail::Posted> {
    let mut reader = house.db.read().await.unwrap();
    let mut mails = samskab_mail::recent(&mut reader, house.town.tenant, 1000).await.unwrap();
    mails.reverse();
    mails
}

/// The newest mail to somebody.
async fn mail_to(house: &House, email: &str) -> samskab_mail::Posted {
    let all = mails(house).await;
    all.into_iter().rev().find(|mail| mail.to.to_string() == email).expect(email)
}

/// Where a link in a mail leads: the path after this.
fn link(mail: &samskab_mail::Posted, before: &str) -> String {
    let rest = mail.body.split(before).nth(1).expect(before);
    format!("{before}{}", rest.split_whitespace().next().unwrap())
}

const TEXT: &str = "# Værdier\n\nVi tror på fællesskab.\n\nAlle kan være med.\n\n# Lokaler\n\nForeninger låner lokaler til klokken 22.";

fn plan(publication: &'static str) -> Vec<(&'static str, &'static str)> {
    vec![
        ("titel", "Frivilligpolitik"),
        ("hvorfor", "Vi vil vide, hvad du mener."),
        ("tekst", TEXT),
        ("aabner", "2026-03-02"),
        ("aabner_kl", "09:00"),
        ("lukker", "2026-03-11"),
        ("lukker_kl", "12:00"),
        ("offentlig", publication),
        ("naeste", "Udvalget drøfter svarene\nByrådet vedtager"),
        ("kontakt", "Asta Prøvested, 70 00 95 61"),
        ("kle", "27.15.00"),
    ]
}

/// A hearing that is a draft; its path.
async fn draft(asta: &mut Browser<'_>, publication: &'static str) -> String {
    let page = asta.post("/hoeringer/ny", &plan(publication)).await;
    assert_eq!(page.status, 303, "{}", page.body);
    page.location.trim_end_matches("/parter").to_owned()
}

/// A hearing that is open, with everybody asked who should be; its path.
async fn open(asta: &mut Browser<'_>, publication: &'static str) -> String {
    let path = draft(asta, publication).await;
    let asked = asta.post(&format!("{path}/parter/foreslaaet"), &[]).await;
    assert_eq!(asked.status, 303, "{}", asked.body);
    let opened = asta.post(&format!("{path}/aabn"), &[]).await;
    assert_eq!((opened.status.as_u16(), opened.location.as_str()), (303, path.as_str()), "{}", opened.body);
    path
}

fn id(path: &str) -> HearingId {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

async fn hearing(house: &House, path: &str) -> Hearing {
    let mut reader = house.db.read().await.unwrap();
    samskab_hearing::store::find(&mut reader, house.town.tenant, id(path)).await.unwrap().unwrap()
}

/// The ids of the paragraphs, in their order.
async fn blocks(house: &House, path: &str) -> Vec<String> {
    let mut reader = house.db.read().await.unwrap();
    let blocks = samskab_hearing::store::blocks(&mut reader, house.town.tenant, id(path)).await.unwrap();
    blocks.into_iter().map(|block| block.id.to_string()).collect()
}

/// What stands in a hidden field.
fn hidden(page: &Page, name: &str) -> String {
    let rest = page.body.split(&format!("name=\"{name}\" value=\"")).nth(1).expect(name);
    rest.split('"').next().unwrap().to_owned()
}

/// The page of the newest answer that came in.
async fn incoming(asta: &mut Browser<'_>, path: &str) -> String {
    let list = asta.get(&format!("{path}/indkomne")).await;
    format!(
        "/indkomne-svar/{}",
        list.body.split("/indkomne-svar/").nth(1).unwrap().split('"').next().unwrap()
    )
}

/// Looked at, and published.
async fn published(asta: &mut Browser<'_>, one: &str) -> Page {
    let version = hidden(&asta.get(one).await, "version");
    asta.post(&format!("{one}/offentliggoer"), &[("version", &version)]).await
}

/// Changes the hearing as somebody does who has just opened the form.
async fn rewritten(asta: &mut Browser<'_>, path: &str, fields: &[(&str, &str)]) -> Page {
    let edit = format!("{path}/rediger");
    let read = hidden(&asta.get(&edit).await, "laest");
    let mut fields = fields.to_vec();
    fields.push(("laest", &read));
    asta.post(&edit, &fields).await
}

async fn answer(browser: &mut Browser<'_>, path: &str, email: &str, said: &str) -> Page {
    let fields = [("tekst", said), ("navn", "Prøve Testesen"), ("email", email), ("hvem", "citizen")];
    browser.post(&format!("{path}/svar"), &fields).await
}

/// Answers, and follows the link in the mail; the path of the answer's own page.
async fn confirmed(house: &House, path: &str, email: &str, said: &str) -> String {
    let mut visitor = house.visitor();
    let sent = answer(&mut visitor, path, email, said).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    let own = link(&mail_to(house, email).await, "/hoeringssvar/");
    let done = visitor.post(&format!("{own}/bekraeft"), &[]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    own
}

/// Sets the clock so that the next request comes this many seconds before the closing.
fn seconds_before(house: &House, seconds: i64) {
    use samskab_kernel::jiff::SignedDuration;
    // Each request comes a second after the one before.
    house.clock.set(closing().minus(SignedDuration::from_secs(seconds + 1)));
}
