//! Voices as people gather and answer them, in the small town: it is Monday 2 March 2026, nine o'clock.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails says where")]

mod changes;
mod heard;
mod inputs;
mod participants;
mod points;
mod public;

use samskab_organisation::{
    body::{self, Body},
    testing::browser::{Browser, House, house_with},
};
use samskab_store::Db;
use samskab_voices::{
    excerpt::{Excerpt, PointLine},
    input::InputLine,
    store,
};
use samskab_web::Config;
use samskab_writing::text::TextId;

async fn house(db: Db) -> House {
    house_with(
        db,
        Config::default(),
        &[
            samskab_meetings::module,
            samskab_dialogue::module,
            samskab_writing::module,
            samskab_hearing::module,
            samskab_voices::module,
        ],
    )
    .await
}

/// The group of all key persons, as the preset has it (RS-20).
async fn group(house: &House) -> Body {
    let mut reader = house.db.read().await.unwrap();
    let bodies = body::all(&mut reader, house.town.tenant, house.clock.now().day()).await.unwrap();
    bodies.into_iter().find(|body| body.rule == Some(body::MemberRule::KeyPersons)).unwrap()
}

/// Begins a text of the group and returns its path.
async fn begun(house: &House, asta: &mut Browser<'_>) -> String {
    let group = group(house).await.id.to_string();
    let fields = [("organ", group.as_str()), ("slags", "other"), ("titel", "Frivilligpolitik")];
    let page = asta.post("/tekster/ny", &fields).await;
    assert_eq!(page.status, 303, "{}", page.body);
    page.location.strip_suffix("/rediger").unwrap().to_owned()
}

fn id_of(path: &str) -> TextId {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

/// A paragraph at the end with this in it; its path.
async fn write(asta: &mut Browser<'_>, text: &str, content: &str) -> String {
    let added = asta.post(&format!("{text}/afsnit"), &[("slags", "paragraph")]).await;
    let block = added.location.split('#').next().unwrap().to_owned();
    rewrite(asta, &block, "", content, "1").await;
    block
}

async fn rewrite(asta: &mut Browser<'_>, block: &str, before: &str, content: &str, version: &str) {
    let fields = [
        ("slags", "paragraph"),
        ("foer_slags", "paragraph"),
        ("foer", before),
        ("tekst", content),
        ("version", version),
    ];
    let saved = asta.post(block, &fields).await;
    assert_eq!(saved.status, 303, "{}", saved.body);
}

/// Writes down that a group said this; the path of the input.
async fn said(asta: &mut Browser<'_>, text: &str, who: &str, what: &str) -> String {
    let fields = [("slags", "focus_group"), ("hvem", who), ("tekst", what), ("form", "quote")];
    let page = asta.post(&format!("{text}/stemmer/input/nyt"), &fields).await;
    assert_eq!(page.status, 303, "{}", page.body);
    page.location
}

/// The same, and the whole of it is one excerpt; the path of its point.
async fn cut_whole(house: &House, asta: &mut Browser<'_>, text: &str, who: &str, what: &str) -> String {
    let input = said(asta, text, who, what).await;
    assert_eq!(asta.post(&format!("{input}/hele"), &[]).await.status, 303);
    let excerpts = excerpts(house, text).await;
    format!("/uddrag/{}", excerpts.iter().rev().find(|one| one.said == what).unwrap().point)
}

/// With the revision that stands on the page of the point.
async fn answer(asta: &mut Browser<'_>, point: &str, verdict: &str, because: &str) -> u16 {
    let version = hidden(&asta.get(point).await.body, "version");
    let fields = [("udfald", verdict), ("fordi", because), ("version", &version)];
    asta.post(point, &fields).await.status.as_u16()
}

fn hidden(body: &str, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    body.split(&start)
        .nth(1)
        .unwrap_or_else(|| panic!("{name}: {body}"))
        .split('"')
        .next()
        .unwrap()
        .to_owned()
}

async fn inputs(house: &House, text: &str) -> Vec<InputLine> {
    let mut reader = house.db.read().await.unwrap();
    store::input_lines(&mut reader, house.town.tenant, id_of(text)).await.unwrap()
}

async fn points(house: &House, text: &str) -> Vec<PointLine> {
    let mut reader = house.db.read().await.unwrap();
    store::point_lines(&mut reader, house.town.tenant, id_of(text)).await.unwrap()
}

async fn excerpts(house: &House, text: &str) -> Vec<Excerpt> {
    let mut reader = house.db.read().await.unwrap();
    store::every_excerpt(&mut reader, house.town.tenant, id_of(text)).await.unwrap()
}

async fn is_settled(house: &House, text: &str) -> bool {
    let mut reader = house.db.read().await.unwrap();
    samskab_voices::settled::is_settled(&mut reader, house.town.tenant, id_of(text)).await.unwrap()
}
