//! A stored text is heard: its paragraphs are the same afterwards, and everybody reads what they said before and say now.

use samskab_hearing::{
    remark::{Remark, Verdict},
    store,
};
use samskab_store::{Stamp, db_test};
use samskab_writing::{
    store as texts,
    text::{BlockKind, Text, TextKind, TextState, WrittenBlock},
};

use super::*;

async fn town(db: Db) -> House {
    house_with(db, Config::default(), &[samskab_writing::module, samskab_hearing::module]).await
}

fn stamp(house: &House) -> Stamp {
    Stamp { tenant: house.town.tenant, actor: None, now: house.clock.now() }
}

/// A text that everybody reads: a heading, two paragraphs, a smaller heading and a table.
async fn published(house: &House) -> Text {
    let mut tx = house.db.begin(stamp(house)).await.unwrap();
    let now = house.clock.now();
    let text = Text {
        kind: TextKind::Other,
        title: "Frivilligpolitik".to_owned(),
        state: TextState::Draft,
        ..Text::new(tx.new_id(), now)
    };
    texts::add(&mut tx, &text).await.unwrap();
    let blocks = [
        (BlockKind::Heading2, "Værdier"),
        (BlockKind::Paragraph, "Vi mødes to gange om året på rådhuset."),
        (BlockKind::Paragraph, "Alle kan være med."),
        (BlockKind::Heading3, "Hvem gør hvad"),
        (BlockKind::Table, "Hvem | Hvad\nRådet | Drøfter"),
    ];
    for ((kind, content), place) in blocks.into_iter().zip(1..) {
        texts::insert_block(&mut tx, text.id, place, kind, content).await.unwrap();
    }
    let version = texts::keep_version(&mut tx, &text, "", None, now).await.unwrap();
    let text = Text { state: TextState::Published { number: version.number }, ..text };
    texts::save(&mut tx, &text).await.unwrap();
    tx.commit().await.unwrap();
    text
}

/// Writes in the text; `None`: takes the block out. Kept as a version with this name.
async fn rewrites(house: &House, text: &Text, at: usize, content: Option<&str>, name: &str) {
    let mut tx = house.db.begin(stamp(house)).await.unwrap();
    let block = texts::blocks(&mut tx, house.town.tenant, text.id).await.unwrap().remove(at);
    let block = match content {
        Some(content) => WrittenBlock { content: content.to_owned(), revision: block.revision + 1, ..block },
        None => WrittenBlock { removed_at: Some(house.clock.now()), ..block },
    };
    texts::save_block(&mut tx, &block).await.unwrap();
    if !name.is_empty() {
        texts::keep_version(&mut tx, text, name, None, house.clock.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
}

fn plan_of(text: &Text) -> Vec<(&'static str, String)> {
    let plan = plan("at_once").into_iter().filter(|(name, _)| *name != "tekst");
    let mut fields: Vec<(&str, String)> = plan.map(|(name, value)| (name, value.to_owned())).collect();
    fields.push(("fra", text.id.to_string()));
    fields
}

fn pairs<'a>(fields: &'a [(&'a str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

#[db_test]
async fn a_text_is_sent_to_hearing_and_the_draft_takes_it_again_with_the_same_paragraphs(db: Db) {
    let house = town(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = published(&house).await;
    let way = format!("/hoeringer/ny?tekst={}", text.id);
    let page = asta.get(&text.href()).await;
    assert!(page.has(&way) && page.has("Send i høring"), "{}", page.body);
    assert!(!house.visitor().get(&text.href()).await.has("Send i høring"));
    let form = asta.get(&way).await;
    assert!(form.has("value=\"Frivilligpolitik\"") && !form.has("name=\"tekst\""), "{}", form.body);
    assert_eq!(asta.get("/hoeringer/ny?tekst=hej").await.status, 404);
    let made = asta.post("/hoeringer/ny", &pairs(&plan_of(&text))).await;
    assert_eq!(made.status, 303, "{}", made.body);
    let path = made.location.trim_end_matches("/parter").to_owned();
    let shown = asta.get(&path).await;
    for said in [
        "1.2",
        "1.3</h4>",
        "1.3.1",
        "Vi mødes to gange",
        "<td>Drøfter</td>",
        "version 1",
        "Hent teksten igen",
    ] {
        let said = said.replace("1.3</h4>", "1.3 Hvem gør hvad</h4>");
        assert!(shown.has(&said) || shown.body.to_lowercase().contains(&said), "{said}: {}", shown.body);
    }
    let before = blocks(&house, &path).await;
    rewrites(&house, &text, 1, Some("Vi mødes tre gange om året på rådhuset."), "").await;
    rewrites(&house, &text, 2, None, "").await;
    let again = asta.post(&format!("{path}/tekst"), &[]).await;
    assert_eq!(again.status, 303, "{}", again.body);
    assert!(asta.get(&path).await.has("Vi mødes tre gange"));
    let after = blocks(&house, &path).await;
    assert_eq!(after, [&before[0], &before[1], &before[3], &before[4]].map(Clone::clone), "ids stay");
    // What was written without a version became one, so that what was heard stays what it was.
    let mut reader = house.db.read().await.unwrap();
    let newest = texts::newest_version(&mut reader, house.town.tenant, text.id).await.unwrap().unwrap();
    assert_eq!((newest.number, newest.name.as_str()), (2, "Til høring"));
    drop(reader);
    assert_eq!(hearing(&house, &path).await.version, Some(newest.id));
    // The form changes what is said of it, never its text.
    let changed = rewritten(&mut asta, &path, &pairs(&plan_of(&text))).await;
    assert_eq!(changed.status, 303, "{}", changed.body);
    assert_eq!(blocks(&house, &path).await, after);
    assert!(asta.get(&text.href()).await.has(&path), "the hearing stands on the page of the text");
    assert!(!house.visitor().get(&text.href()).await.has(&path), "a draft does not");
}

#[db_test]
async fn everybody_reads_the_paragraph_before_and_after_and_nothing_that_is_written_later(db: Db) {
    let house = town(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = published(&house).await;
    let made = asta.post("/hoeringer/ny", &pairs(&plan_of(&text))).await;
    let path = made.location.trim_end_matches("/parter").to_owned();
    asta.post(&format!("{path}/parter/foreslaaet"), &[]).await;
    assert_eq!(asta.post(&format!("{path}/aabn"), &[]).await.status, 303);
    assert_eq!(asta.post(&format!("{path}/tekst"), &[]).await.location, path, "it is no draft any more");
    let ids = blocks(&house, &path).await;
    let answers =
        [(&ids[1], "oftere@post.example", "Mødes oftere."), (&ids[2], "ud@post.example", "Tag det ud.")];
    let mut own = Vec::new();
    for (block, email, said) in answers {
        let mut visitor = house.visitor();
        let fields = [
            ("tekst", said),
            ("navn", "Prøve Testesen"),
            ("email", email),
            ("hvem", "citizen"),
            ("afsnit", block),
        ];
        assert_eq!(visitor.post(&format!("{path}/svar"), &fields).await.status, 303);
        let link = link(&mail_to(&house, email).await, "/hoeringssvar/");
        assert_eq!(visitor.post(&format!("{link}/bekraeft"), &[]).await.status, 303);
        own.push(link);
    }
    house.clock.set(closing().plus_days(1));
    rewrites(&house, &text, 2, None, "").await;
    rewrites(&house, &text, 1, Some("Vi mødes fire gange om året på rådhuset."), "Efter høringen").await;
    let mut reader = house.db.read().await.unwrap();
    let remarks = store::remarks(&mut reader, house.town.tenant, id(&path)).await.unwrap();
    drop(reader);
    for remark in &remarks {
        let page = format!("/bemaerkninger/{}", remark.id);
        let fields = [("udfald", "used"), ("fordi", "God ide.")];
        assert_eq!(asta.post(&page, &fields).await.status, 303);
        let seen = asta.get(&page).await;
        assert!(seen.has("<del>"), "{}", seen.body);
    }
    // One about the whole is said to have changed a paragraph.
    let mut reader = house.db.read().await.unwrap();
    let heard = store::blocks(&mut reader, house.town.tenant, id(&path)).await.unwrap();
    let newest = texts::newest_version(&mut reader, house.town.tenant, text.id).await.unwrap().unwrap();
    let tenant = house.town.tenant;
    let closed = hearing(&house, &path).await;
    let redline = samskab_hearing::redline(&mut reader, tenant, &closed, &newest).await.unwrap();
    let of_text = store::of_text(&mut reader, tenant, text.id).await.unwrap();
    drop(reader);
    assert_eq!(of_text.len(), 1);
    let whole = Remark { block: None, changed: heard[1].source, ..remarks[0].clone() };
    let whole = Remark { verdict: Some(Verdict::Used), ..whole };
    assert!(redline.of_remark(&whole, &heard).unwrap().after.contains("fire gange"));
    assert_eq!(redline.of_remark(&Remark { changed: None, ..whole.clone() }, &heard), None);
    let refused = Remark { verdict: Some(Verdict::NotUsed), ..whole };
    assert_eq!(redline.of_remark(&refused, &heard), None, "what was not taken up changed nothing");
    let told = redline.document(samskab_writing::T(samskab_kernel::Locale::Da));
    let marked = |block: &samskab_document::Block| match block {
        samskab_document::Block::Labelled { label, text } => Some((label.clone(), text.clone())),
        _ => None,
    };
    let marked: Vec<(String, String)> = told.iter().filter_map(marked).collect();
    assert_eq!(marked[0].1, "Vi mødes [slettet: to] [tilføjet: fire] gange om året på rådhuset.");
    assert_eq!(marked[1], ("Slettet".to_owned(), "[slettet: Alle kan være med.]".to_owned()));
    let changed =
        [("udfald", "used"), ("fordi", "God ide."), ("aendret", &heard[1].source.unwrap().to_string())];
    assert_eq!(asta.post(&format!("/bemaerkninger/{}", remarks[0].id), &changed).await.status, 303);
    let note = asta.get(&format!("{path}/notat")).await;
    assert!(
        note.has("Sådan er afsnittet ændret") && note.has("fire </ins>") || note.has("fire <span"),
        "{}",
        note.body
    );
    assert!(note.has("Afsnittet er taget ud") && note.has("Alle kan være med."), "{}", note.body);
    assert_eq!(house.visitor().get(&format!("{path}/aendringer")).await.status, 404);
    let done = asta.post(&format!("{path}/afslut"), &[]).await;
    assert!(done.location.ends_with("/notat"), "{}", done.location);
    work(&house).await;
    let mail = mail_to(&house, "oftere@post.example").await;
    assert!(mail.body.contains("[slettet: to] [tilføjet: fire] gange"), "{}", mail.body);
    assert!(mail_to(&house, "ud@post.example").await.body.contains("Der stod: Alle kan være med."));
    // Next year's draft is nobody's business here, until it is published.
    rewrites(&house, &text, 1, Some("Vi mødes aldrig."), "Næste år").await;
    let mut stranger = house.visitor();
    for page in [format!("{path}/notat"), own[0].clone(), format!("{path}/aendringer")] {
        let seen = stranger.get(&page).await;
        assert!(seen.status == 200 && seen.has("fire ") && !seen.has("aldrig"), "{page}: {}", seen.body);
    }
    let file = asta.get(&format!("{path}/notat.xlsx")).await;
    assert_eq!(file.status, 200);
    for file in ["pdf", "docx"] {
        assert_eq!(asta.get(&format!("{path}/notat.{file}")).await.status, 200, "{file}");
    }
    // The text is deleted: the note stays, without the paragraphs.
    let mut tx = house.db.begin(stamp(&house)).await.unwrap();
    texts::remove(&mut tx, text.id).await.unwrap();
    tx.commit().await.unwrap();
    let note = stranger.get(&format!("{path}/notat")).await;
    assert!(note.status == 200 && note.has("Mødes oftere.") && !note.has("fire "), "{}", note.body);
    assert_eq!(hearing(&house, &path).await.source, None);
}
