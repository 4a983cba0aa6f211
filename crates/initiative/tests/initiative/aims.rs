//! What is aimed at, what serves it, and what nothing serves.

use samskab_initiative::aim;
use samskab_store::{Stamp, db_test};
use samskab_writing::{
    store as texts,
    text::{BlockKind, Text, TextId, TextState},
};

use super::*;

/// A policy of two paragraphs, not published; its id and those of the paragraphs.
async fn policy(house: &House) -> (TextId, Vec<String>) {
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let now = house.clock.now();
    let text = Text { title: "Frivilligpolitik".into(), ..Text::new(tx.new_id(), now) };
    texts::add(&mut tx, &text).await.unwrap();
    let mut blocks = Vec::new();
    for (place, said) in (1..).zip(["Det er enkelt at være frivillig.", "Alle foreninger kan låne lokaler."])
    {
        let block = texts::insert_block(&mut tx, text.id, place, BlockKind::Paragraph, said).await.unwrap();
        blocks.push(block.id.to_string());
    }
    tx.commit().await.unwrap();
    (text.id, blocks)
}

async fn publish(house: &House, id: TextId) {
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    let text = texts::locked(&mut tx, id).await.unwrap().unwrap();
    let version = texts::keep_version(&mut tx, &text, "", None, house.clock.now()).await.unwrap();
    let state = TextState::Published { number: version.number };
    texts::save(&mut tx, &Text { state, ..text }).await.unwrap();
    tx.commit().await.unwrap();
}

/// The id in the first address of its kind before a word on the page.
fn id_before(page: &str, start: &str, word: &str) -> String {
    let before = page.split(word).last().filter(|rest| *rest != page).expect(word);
    let after = before.split(start).nth(1).unwrap_or_else(|| panic!("{start} after {word}"));
    after.split('/').next().unwrap().to_owned()
}

#[db_test]
async fn what_nothing_serves_stands_out_until_an_initiative_and_a_paragraph_do(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let (text, blocks) = policy(house).await;
    let text_id = text.to_string();
    let value = [
        ("slags", "value"),
        ("tekst", text_id.as_str()),
        ("titel", "Det er enkelt"),
        ("titel_en", "It is simple"),
    ];
    let empty = asta.post("/maal/nyt", &value[..2]).await;
    assert_eq!(empty.status, 422, "{}", empty.body);
    assert_eq!(asta.post("/maal/nyt", &value).await.status, 303);
    let second = [
        ("slags", "value"),
        ("tekst", text_id.as_str()),
        ("titel", "Frivillighed anerkendes"),
        ("plads", "1"),
    ];
    assert_eq!(asta.post("/maal/nyt", &second).await.status, 303);
    let href = format!("/maal?tekst={text}");
    let page = asta.get(&href).await;
    let none = "0 af 2 har en indsats eller et fokusområde.";
    assert!(page.has("Intet arbejder for det endnu") && page.has(none), "{}", page.body);
    let places = page.body.find("Frivillighed anerkendes").unwrap()
        < page.body.find("Det er enkelt</strong>").unwrap();
    assert!(places, "it was put first: {}", page.body);
    // Nobody else sees what a draft aims at.
    assert_eq!(house.visitor().get(&href).await.status, 404);
    let simple = id_before(&page.body, "/maal/", "<strong>Det er enkelt");
    // An initiative serves it, and a paragraph says it.
    let made = asta.post("/indsatser/ny", &[("titel", "Cykeltaxa"), ("vis", "ja")]).await;
    let initiative = path_of(&made.location);
    let picked = asta.post(&format!("{initiative}/maal"), &[("maal", simple.as_str())]).await;
    assert_eq!(picked.status, 303, "{}", picked.body);
    assert!(asta.get(&initiative).await.has("Det er enkelt"));
    assert!(!house.visitor().get(&initiative).await.has("Det er enkelt"), "its text is a draft");
    let chosen = [("tekst", text_id.as_str()), ("afsnit", blocks[0].as_str())];
    assert_eq!(asta.post(&format!("/maal/{simple}/afsnit"), &chosen).await.status, 303);
    publish(house, text).await;
    let public = house.visitor().get(&href).await;
    assert!(public.has("Cykeltaxa") && public.has("Det er enkelt at være frivillig."), "{}", public.body);
    assert!(public.has("1 af 2") && !public.has("Ret<"), "{}", public.body);
    assert!(public.body.contains(&format!("/tekster/{text}#afsnit-{}", blocks[0])));
    assert!(house.visitor().get(&initiative).await.has("Det er enkelt"));
    let english = house.visitor().get(&format!("{href}&sprog=en")).await;
    assert_eq!(english.status, 200);
    assert!(english.has("1 of 2 has an initiative or a focus area."), "{}", english.body);
    // What only those who work here may read serves nothing for the others.
    let hidden = [("titel", "Cykeltaxa")];
    assert_eq!(asta.post(&format!("{initiative}/rediger"), &hidden).await.status, 303);
    assert!(house.visitor().get(&href).await.has("0 af 2"));
    assert!(asta.get(&href).await.has("1 af 2"));
    let mut reader = house.db.read().await.unwrap();
    let tenant = house.town.tenant;
    let covered = aim::coverage(&mut reader, tenant, Some(text)).await.unwrap();
    assert_eq!(covered.iter().map(aim::Coverage::is_served).collect::<Vec<_>>(), [false, true]);
    assert_eq!(covered[1].blocks[0].block_id.to_string(), blocks[0]);
    assert_eq!(aim::of_text(&mut reader, tenant, text).await.unwrap().len(), 2);
    drop(reader);
    // Taken away: what served it stays.
    assert!(
        asta.get(&format!("/maal/{simple}/rediger"))
            .await
            .has("1 indsats eller fokusområde og 1 afsnit peger på det")
    );
    assert_eq!(asta.post(&format!("/maal/{simple}/slet"), &[]).await.status, 303);
    assert!(!asta.get(&href).await.has("<strong>Det er enkelt"));
    assert_eq!(asta.get(&initiative).await.status, 200);
}

#[db_test]
async fn the_six_headings_of_the_law_are_answered_by_paragraphs(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let (text, blocks) = policy(house).await;
    let text_id = text.to_string();
    let asked = [("tekst", text_id.as_str())];
    assert_eq!(asta.post("/maal/lovkrav", &asked).await.status, 303);
    assert_eq!(asta.post("/maal/lovkrav", &asked).await.status, 303, "twice is once");
    let href = format!("/maal?tekst={text}");
    let page = asta.get(&href).await;
    let none = "0 af 6 har en indsats, et fokusområde eller et afsnit i teksten.";
    assert!(page.has(none) && page.has("Rammer, også lokaler"), "{}", page.body);
    let frames = id_before(&page.body, "/maal/", "<strong>Rammer, også lokaler");
    let chosen = [("tekst", text_id.as_str()), ("afsnit", blocks[1].as_str())];
    assert_eq!(asta.post(&format!("/maal/{frames}/afsnit"), &chosen).await.status, 303);
    assert!(asta.get(&href).await.has("1 af 6"));
    assert_eq!(asta.post(&format!("/maal/{frames}/rediger"), &[("titel", "Andet")]).await.status, 404);
    let gone = [("tekst", text_id.as_str()), ("fjern", "ja")];
    assert_eq!(asta.post("/maal/lovkrav", &gone).await.status, 303);
    assert!(!asta.get(&href).await.has("Rammer, også lokaler"));
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    assert_eq!(lone.post("/maal/lovkrav", &asked).await.status, 403);
}

#[db_test]
async fn a_focus_area_takes_its_goals_into_the_next_year_and_a_text_that_goes_leaves_them(db: Db) {
    let world = world(db).await;
    let house = &world.house;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let (text, _) = policy(house).await;
    let text_id = text.to_string();
    let area = [("slags", "area"), ("tekst", text_id.as_str()), ("titel", "Den fælles forståelse")];
    assert_eq!(asta.post("/maal/nyt", &area).await.status, 303);
    let page = asta.get(&format!("/maal?tekst={text}")).await;
    let area = id_before(&page.body, "/maal/", "<strong>Den fælles forståelse");
    let goal = [
        ("slags", "goal"),
        ("tekst", text_id.as_str()),
        ("titel", "Løbende dialog"),
        ("under", area.as_str()),
    ];
    assert_eq!(asta.post("/maal/nyt", &goal).await.status, 303);
    let political = [("slags", "political"), ("titel", "Flere deltager i fællesskaber")];
    assert_eq!(asta.post("/maal/nyt", &political).await.status, 303);
    assert!(house.visitor().get("/maal").await.has("Flere deltager i fællesskaber"));
    let steering = world.steering.to_string();
    let focus = [
        ("aar", "2026"),
        ("titel", "Flere unge"),
        ("hvorfor", "De mangler."),
        ("tilstand", "decided"),
        ("besluttet", steering.as_str()),
    ];
    let focus = path_of(&asta.post("/fokus/nyt", &focus).await.location);
    assert!(asta.get(&format!("{focus}/maal")).await.has("Mål: Løbende dialog"));
    assert_eq!(asta.post(&format!("{focus}/maal"), &[("maal", area.as_str())]).await.status, 303);
    assert!(asta.get(&focus).await.has("Den fælles forståelse"));
    assert_eq!(asta.post("/fokus/kopi", &[("aar", "2026")]).await.status, 303);
    let page = asta.get(&format!("/maal?tekst={text}")).await;
    assert!(page.has("Flere unge (2026)") && page.has("Flere unge (2027)"), "{}", page.body);
    // The text is gone: what was aimed at is not, and whoever keeps it finds it.
    let stamp = Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() };
    let mut tx = house.db.begin(stamp).await.unwrap();
    texts::remove(&mut tx, text).await.unwrap();
    tx.commit().await.unwrap();
    let page = asta.get("/maal").await;
    assert!(page.has("Fra en tekst, der er slettet") && page.has("Løbende dialog"), "{}", page.body);
    assert!(!house.visitor().get("/maal").await.has("Løbende dialog"));
    assert_eq!(asta.get(&format!("/maal/{area}/rediger")).await.status, 200);
}
