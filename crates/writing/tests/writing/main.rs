//! Texts as people write them, in the small town: it is Monday 2 March 2026, nine o'clock.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that fails says where")]

mod changes;
mod files;
mod together;
mod versions;

use axum::{
    extract::Path,
    response::{Html, IntoResponse as _, Response},
};
use samskab_organisation::{
    body::{self, Body},
    testing::browser::{Browser, House, Page, house_with},
};
use samskab_store::{Db, Stamp, db_test};
use samskab_web::{Access, Config, Cx, Module, Result, Routes, module};
use samskab_writing::{
    content::Content,
    store,
    text::{Text, TextId, WrittenBlock},
};
use uuid::Uuid;

async fn house(db: Db) -> House {
    house_with(db, Config::default(), &[samskab_writing::module]).await
}

/// The group of all key persons, as the preset has it (RS-20).
async fn group(house: &House) -> Body {
    let mut reader = house.db.read().await.unwrap();
    let bodies = body::all(&mut reader, house.town.tenant, house.clock.now().day()).await.unwrap();
    bodies.into_iter().find(|body| body.rule == Some(body::MemberRule::KeyPersons)).unwrap()
}

/// Begins a text of the group without headings and returns its path.
async fn begun(house: &House, asta: &mut Browser<'_>) -> String {
    let group = group(house).await.id.to_string();
    let fields = [("organ", group.as_str()), ("slags", "mandate"), ("titel", "Kommissorium")];
    let page = asta.post("/tekster/ny", &fields).await;
    assert_eq!(page.status, 303, "{}", page.body);
    page.location.strip_suffix("/rediger").unwrap().to_owned()
}

fn id_of(path: &str) -> TextId {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

/// A block at the end with this in it; its path.
async fn write(asta: &mut Browser<'_>, text: &str, kind: &str, content: &str) -> String {
    let added = asta.post(&format!("{text}/afsnit"), &[("slags", kind)]).await;
    assert_eq!(added.status, 303, "{}", added.body);
    let block = added.location.split('#').next().unwrap().to_owned();
    let saved = asta
        .post(&block, &[("slags", kind), ("foer_slags", kind), ("tekst", content), ("version", "1")])
        .await;
    assert_eq!(saved.status, 303, "{}", saved.body);
    block
}

async fn text(house: &House, path: &str) -> Text {
    let mut reader = house.db.read().await.unwrap();
    store::find(&mut reader, house.town.tenant, id_of(path)).await.unwrap().unwrap()
}

async fn blocks(house: &House, path: &str) -> Vec<WrittenBlock> {
    let mut reader = house.db.read().await.unwrap();
    store::blocks(&mut reader, house.town.tenant, id_of(path)).await.unwrap()
}

async fn contents(house: &House, path: &str) -> Vec<String> {
    blocks(house, path).await.into_iter().map(|block| block.content).collect()
}

/// Every version there is, the newest first, with its name and its content.
async fn versions(house: &House, path: &str) -> Vec<(String, Content)> {
    let mut reader = house.db.read().await.unwrap();
    let mut all = Vec::new();
    for line in store::versions(&mut reader, house.town.tenant, id_of(path)).await.unwrap() {
        let version = store::find_version(&mut reader, house.town.tenant, line.id).await.unwrap().unwrap();
        all.push((line.name, store::content_of(&version).unwrap()));
    }
    all
}

/// What stands in a hidden field of a page.
fn hidden(page: &Page, name: &str) -> String {
    let start = format!("name=\"{name}\" value=\"");
    let value = page.body.split(&start).nth(1).unwrap_or_else(|| panic!("{name}: {}", page.body));
    unescaped(value.split('"').next().unwrap())
}

fn unescaped(html: &str) -> String {
    let html = html.replace("&#34;", "\"").replace("&#39;", "'").replace("&#60;", "<").replace("&#62;", ">");
    html.replace("&#38;", "&")
}

#[db_test]
async fn whoever_runs_the_body_writes_members_read_along_and_others_wait(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let group = group(&house).await;
    let empty = asta.post("/tekster/ny", &[("titel", "Kommissorium")]).await;
    assert!(empty.status == 422 && empty.has("value=\"Kommissorium\""), "{}", empty.body);
    let path = begun(&house, &mut asta).await;
    write(&mut asta, &path, "paragraph", "Gruppen deler viden.").await;
    let mut karen = house.signed_in(house.town.key_care).await;
    assert!(karen.get(&path).await.has("Gruppen deler viden."), "a member reads the draft");
    assert_eq!(karen.get(&format!("{path}/rediger")).await.status, 403);
    assert_eq!(karen.post(&format!("{path}/afsnit"), &[]).await.status, 404);
    assert!(karen.get("/tekster").await.has("Kommissorium"));
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    assert_eq!(lone.get(&path).await.status, 404);
    assert!(!lone.get("/tekster").await.has(&path));
    assert_eq!(lone.post("/tekster/ny", &[("titel", "Min")]).await.status, 403);
    let mut stranger = house.visitor();
    assert_eq!(stranger.get(&path).await.status, 404);
    assert_eq!(stranger.get(&format!("{path}/tekst.pdf")).await.status, 404);
    assert_eq!(stranger.get("/tekster").await.status, 401);
    // Published, it is everybody's; what is written afterwards is not.
    assert_eq!(asta.post(&format!("{path}/offentlig"), &[("navn", "Vedtaget")]).await.status, 303);
    write(&mut asta, &path, "paragraph", "Og mere endnu.").await;
    let page = stranger.get(&path).await;
    assert!(page.has("Gruppen deler viden.") && !page.has("Og mere endnu."), "{}", page.body);
    assert!(page.has("Version 1,"), "{}", page.body);
    assert!(lone.get("/tekster").await.has(&path));
    let page = asta.get(&path).await;
    assert!(page.has("Der er skrevet videre"), "{}", page.body);
    assert_eq!(stranger.get(&format!("{path}/versioner")).await.status, 401);
    assert_eq!(lone.get(&format!("{path}/versioner")).await.status, 403);
    assert_eq!(asta.post(&format!("{path}/slet"), &[]).await.location, format!("{path}/titel"));
    assert_eq!(asta.post(&format!("{path}/kladde"), &[]).await.status, 303);
    assert_eq!(stranger.get(&path).await.status, 404);
    let gone = asta.post(&format!("{path}/slet"), &[]).await;
    assert_eq!(gone.location, group.href());
    assert_eq!(asta.get(&path).await.status, 404);
}

#[db_test]
async fn blocks_are_added_moved_taken_out_and_put_back(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = begun(&house, &mut asta).await;
    let first = write(&mut asta, &path, "heading2", "Formål").await;
    let second = write(&mut asta, &path, "paragraph", "To").await;
    asta.post(&format!("{second}/flyt"), &[("hvorhen", "op")]).await;
    assert_eq!(contents(&house, &path).await, ["To", "Formål"]);
    asta.post(&format!("{second}/flyt"), &[("hvorhen", "op")]).await;
    asta.post(&format!("{second}/flyt"), &[("hvorhen", "ned")]).await;
    asta.post(&format!("{second}/flyt"), &[("hvorhen", "ned")]).await;
    assert_eq!(contents(&house, &path).await, ["Formål", "To"]);
    let between = asta.post(&format!("{second}/nyt"), &[("hvor", "foer")]).await;
    let between = between.location.split('#').next().unwrap().to_owned();
    let empty = asta.post(&between, &[("slags", "paragraph"), ("tekst", " "), ("version", "1")]).await;
    assert!(empty.status == 422 && empty.has("tekst-error"), "{}", empty.body);
    let fields = [("slags", "list"), ("tekst", "a\nb"), ("version", "1"), ("naeste", "ja")];
    let next = asta.post(&between, &fields).await;
    assert!(next.location.starts_with("/tekstblokke/") && !next.location.starts_with(&between));
    assert_eq!(contents(&house, &path).await, ["Formål", "a\nb", "", "To"]);
    let page = asta.get(&path).await;
    assert!(page.has("<li>a</li><li>b</li>"), "{}", page.body);
    assert_eq!(asta.post(&format!("{first}/slet"), &[]).await.status, 303);
    let page = asta.get(&format!("{path}/rediger")).await;
    assert!(page.has("Fortryd sletning") && page.has("Tomt afsnit"), "{}", page.body);
    assert!(!asta.get(&path).await.has("Formål"));
    assert_eq!(asta.post(&format!("{first}/fortryd"), &[]).await.status, 303);
    assert_eq!(contents(&house, &path).await, ["Formål", "a\nb", "", "To"]);
    // Somebody took it out while another wrote in it: the words are put back with it.
    asta.post(&format!("{second}/slet"), &[]).await;
    let late = [("slags", "paragraph"), ("foer", "To"), ("tekst", "To og tre"), ("version", "2")];
    assert_eq!(asta.post(&second, &late).await.status, 303);
    assert_eq!(contents(&house, &path).await, ["Formål", "a\nb", "", "To og tre"]);
    // What was taken out goes for good after a month.
    asta.post(&format!("{first}/slet"), &[]).await;
    for (days, status) in [(29, 303), (31, 404)] {
        let now = house.clock.now().plus_days(days);
        let stamp = Stamp { tenant: house.town.tenant, actor: None, now };
        let mut tx = house.db.begin(stamp).await.unwrap();
        store::forget_removed(&mut tx, id_of(&path)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(asta.get(&first).await.status, status, "after {days} days");
    }
}

#[db_test]
async fn a_body_shows_its_texts_and_a_number_of_a_person_is_not_taken(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = begun(&house, &mut asta).await;
    let added = asta.post(&format!("{path}/afsnit"), &[("slags", "paragraph")]).await;
    let block = added.location.split('#').next().unwrap().to_owned();
    let number = samskab_kernel::cpr::made_up();
    let typed = format!("Ring til {number}");
    let refused = asta.post(&block, &[("slags", "paragraph"), ("tekst", &typed), ("version", "1")]).await;
    assert!(refused.status == 422 && refused.has("CPR"), "{}", refused.body);
    assert!(!asta.get(&format!("{path}/titel")).await.has(&number));
    let named = [("titel", "Nyt navn"), ("slags", "rules"), ("foer", "Kommissorium")];
    assert_eq!(asta.post(&format!("{path}/titel"), &named).await.status, 303);
    assert_eq!(text(&house, &path).await.title, "Nyt navn");
    // Two who gave it a name at once: the second has read the first one's before it is gone.
    let late = [("titel", "Et andet navn"), ("slags", "rules"), ("foer", "Kommissorium")];
    let told = asta.post(&format!("{path}/titel"), &late).await;
    assert!(told.status == 422 && told.has("»Nyt navn« imens") && told.has("Et andet navn"), "{}", told.body);
    let page = asta.get("/tekster").await;
    assert!(page.has("Nyt navn") && page.has("Forretningsorden"), "{}", page.body);
    // A published version keeps the name it had.
    write(&mut asta, &path, "paragraph", "Et afsnit.").await;
    asta.post(&format!("{path}/offentlig"), &[]).await;
    asta.post(
        &format!("{path}/titel"),
        &[("titel", "Endnu et navn"), ("slags", "rules"), ("foer", "Nyt navn")],
    )
    .await;
    assert!(house.visitor().get(&path).await.has("<h1 lang=\"da\">Nyt navn</h1>"));
}

/// The page of a body and the box *Gå til*, which belong to others: only what this context puts there.
fn around() -> Module {
    async fn of_body(cx: Cx, Path(id): Path<Uuid>) -> Result<Response> {
        let mut reader = cx.read().await?;
        Ok(Html(module::parts(&cx, &mut reader, "body.reader", id).await?.concat()).into_response())
    }
    async fn go_to(cx: Cx, Path(asked): Path<String>) -> Result<Response> {
        let mut reader = cx.read().await?;
        let mut found = String::new();
        for destinations in &cx.services.destinations {
            for one in destinations(&cx, &mut reader, &asked).await? {
                found.push_str(&one.title);
            }
        }
        Ok(Html(found).into_response())
    }
    let routes = Routes::new().get("/organer/{id}", Access::Public, of_body).get(
        "/gaa-til/{asked}",
        Access::Public,
        go_to,
    );
    Module { name: "around", routes, ..Module::default() }
}

#[db_test]
async fn others_read_the_title_that_was_published_wherever_it_stands(db: Db) {
    let house = house_with(db, Config::default(), &[samskab_writing::module, around]).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let group = group(&house).await;
    let path = begun(&house, &mut asta).await;
    write(&mut asta, &path, "paragraph", "Gruppen deler viden.").await;
    assert_eq!(asta.post(&format!("{path}/offentlig"), &[]).await.status, 303);
    house.clock.set(samskab_kernel::Day::of(2026, 3, 5).at(9, 0));
    let another = [("titel", "Nedlæggelse af gruppen"), ("slags", "mandate"), ("foer", "Kommissorium")];
    assert_eq!(asta.post(&format!("{path}/titel"), &another).await.status, 303);
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    for page in [house.visitor().get(&group.href()).await, lone.get("/tekster").await] {
        assert!(page.has(&path) && page.has("Kommissorium"), "{}", page.body);
        assert!(!page.has("Nedlæggelse") && !page.has("5. marts"), "{}", page.body);
    }
    assert!(lone.get("/gaa-til/kommis").await.has("Kommissorium"));
    assert!(!lone.get("/gaa-til/nedl").await.has("Nedlæggelse"));
    let mut karen = house.signed_in(house.town.key_care).await;
    for href in [group.href(), "/tekster".to_owned(), "/gaa-til/nedl".to_owned()] {
        assert!(karen.get(&href).await.has("Nedlæggelse af gruppen"), "a member reads along on {href}");
    }
}
