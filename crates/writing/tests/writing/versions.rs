//! Versions stay as they were, are compared word by word, and are taken back.

use super::*;

#[db_test]
async fn a_version_stays_whatever_is_written_afterwards(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = begun(&house, &mut asta).await;
    let none = asta.post(&format!("{path}/versioner"), &[("navn", "Tom")]).await;
    assert_eq!(none.status, 303);
    assert!(versions(&house, &path).await.is_empty(), "nothing is kept of nothing");
    write(&mut asta, &path, "heading2", "Formål").await;
    let second = write(&mut asta, &path, "paragraph", "Vi mødes to gange.").await;
    let third = write(&mut asta, &path, "paragraph", "Det her går.").await;
    asta.post(&format!("{path}/versioner"), &[("navn", "Udkast")]).await;
    let kept = versions(&house, &path).await;
    assert_eq!(kept.len(), 1);
    let ids: Vec<_> = kept[0].1.blocks.iter().map(|block| block.id).collect();
    // Everything that can be done to a text afterwards.
    let changed = [
        ("slags", "decision"),
        ("foer_slags", "paragraph"),
        ("foer", "Vi mødes to gange."),
        ("tekst", "Vi mødes tre gange."),
        ("version", "2"),
    ];
    asta.post(&second, &changed).await;
    asta.post(&format!("{second}/flyt"), &[("hvorhen", "op")]).await;
    asta.post(&format!("{third}/slet"), &[]).await;
    write(&mut asta, &path, "list", "nyt\npunkt").await;
    asta.post(&format!("{path}/titel"), &[("titel", "Andet"), ("slags", "other"), ("foer", "Kommissorium")])
        .await;
    asta.post(&format!("{path}/offentlig"), &[("navn", "")]).await;
    asta.post(&format!("{path}/kladde"), &[]).await;
    let now = versions(&house, &path).await;
    assert_eq!(now.len(), 2);
    assert_eq!(now[1], kept[0], "the first is as it was");
    assert_eq!(now[0].1.title, "Andet");
    let stayed: Vec<_> = now[0].1.blocks.iter().filter(|block| ids.contains(&block.id)).collect();
    assert_eq!(stayed.len(), 2, "a block has the same id in every version");
    // The same once more is not kept twice.
    asta.post(&format!("{path}/versioner"), &[("navn", "")]).await;
    assert_eq!(versions(&house, &path).await.len(), 2);
    let page = asta.get(&format!("{path}/versioner")).await;
    assert!(page.has("Version 1: Udkast") && page.has("Asta Prøvested"), "{}", page.body);
    let line = page.body.split("/tekstversioner/").nth(2).unwrap().split('"').next().unwrap();
    let old = asta.get(&format!("/tekstversioner/{line}")).await;
    assert!(old.has("Vi mødes to gange.") && old.has("Det her går."), "{}", old.body);
    // Word by word, and said to those who listen.
    let told = asta.get(&format!("{path}/sammenlign?fra=1&til=2")).await;
    assert!(told.has("<del><span class=\"sr-only\" lang=\"da\">slettet: </span>to "), "{}", told.body);
    assert!(told.has("<ins><span class=\"sr-only\" lang=\"da\">tilføjet: </span>tre "), "{}", told.body);
    assert!(told.has("1 tilføjet, 1 slettet"), "{}", told.body);
    assert!(told.has("<del>Kommissorium</del> <ins>Andet</ins>"), "{}", told.body);
    assert!(asta.get(&format!("{path}/sammenlign?fra=2&til=nu")).await.has("Der er ikke ændret noget."));
    assert_eq!(asta.get(&format!("{path}/sammenlign?fra=9&til=nu")).await.status, 404);
    // Taken back, with what stood there kept.
    write(&mut asta, &path, "paragraph", "Skrevet til sidst.").await;
    assert_eq!(asta.post(&format!("/tekstversioner/{line}/tilbage"), &[]).await.status, 303);
    assert_eq!(contents(&house, &path).await, ["Formål", "Vi mødes to gange.", "Det her går."]);
    assert_eq!(text(&house, &path).await.title, "Kommissorium");
    let all = versions(&house, &path).await;
    let names: Vec<&str> = all.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Version 1 gendannet", "Før en version blev gendannet", "", "Udkast"]);
    assert!(all[1].1.blocks.iter().any(|block| block.content == "Skrevet til sidst."));
    assert_eq!(all[0].1.blocks, kept[0].1.blocks, "with the same ids");
    assert_eq!(all[3], kept[0]);
}

/// Nothing in the program changes what a version says; who made it is changed when two people turn out to be one.
#[test]
fn no_statement_changes_a_version() {
    let changing =
        |sql: &str| ["update text_version", "delete from text_version"].iter().any(|verb| sql.contains(verb));
    let all: Vec<&str> = samskab_store::statements().map(samskab_store::Statement::sql).collect();
    assert!(all.iter().any(|sql| sql.contains("insert into text_version")), "the statements are here");
    let changing: Vec<&&str> = all.iter().filter(|sql| changing(sql)).collect();
    assert_eq!(changing, [&"update text_version set person_id = $2 where tenant_id = $1 and person_id = $3"]);
}

#[db_test]
async fn a_member_reads_versions_and_takes_none_back(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = begun(&house, &mut asta).await;
    write(&mut asta, &path, "paragraph", "Et afsnit.").await;
    asta.post(&format!("{path}/versioner"), &[("navn", "Til høring")]).await;
    let page = asta.get(&format!("{path}/versioner")).await;
    let line = page.body.split("/tekstversioner/").nth(1).unwrap().split('"').next().unwrap();
    let mut karen = house.signed_in(house.town.key_care).await;
    let seen = karen.get(&format!("{path}/versioner")).await;
    assert!(seen.has("Til høring") && !seen.has("Gem en version"), "{}", seen.body);
    assert!(!karen.get(&format!("/tekstversioner/{line}")).await.has("Gendan denne version"));
    assert_eq!(karen.post(&format!("/tekstversioner/{line}/tilbage"), &[]).await.status, 404);
    assert_eq!(house.visitor().get(&format!("/tekstversioner/{line}")).await.status, 401);
}

/// What follows by itself, as it would at this moment.
async fn work(house: &House) {
    let (db, clock, services) = (house.db.clone(), house.clock.clone(), house.services.clone());
    let worker = samskab_jobs::Worker::new(db, clock, services).register_all(samskab_writing::module().jobs);
    worker.run_until_idle(house.clock.now()).await.unwrap();
}

#[db_test]
async fn those_who_follow_a_text_are_mailed_once_of_what_has_a_name_as_often_as_they_chose(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = begun(&house, &mut asta).await;
    write(&mut asta, &path, "paragraph", "Gruppen mødes to gange om året.").await;
    asta.post(&format!("{path}/versioner"), &[("navn", "")]).await;
    work(&house).await;
    assert!(house.mails().await.is_empty(), "a version without a name is no news");
    write(&mut asta, &path, "paragraph", "Dagsordenen sendes en uge før.").await;
    assert_eq!(asta.post(&format!("{path}/versioner"), &[("navn", "Til mødet")]).await.status, 303);
    write(&mut asta, &path, "paragraph", "Referatet sendes en uge efter.").await;
    assert_eq!(asta.post(&format!("{path}/offentlig"), &[("navn", "Vedtaget")]).await.status, 303);
    work(&house).await;
    assert!(house.mails().await.is_empty(), "the usual choice is a mail a day");
    house.clock.set(samskab_kernel::Day::of(2026, 3, 3).at(7, 31));
    work(&house).await;
    let mails = house.mails().await;
    assert_eq!(mails.len(), 3, "the three key persons, and not whoever wrote it: {mails:?}");
    for mail in &mails {
        assert!(mail.subject.contains("Kommissorium"), "{}", mail.subject);
        assert!(
            mail.body.contains("Til mødet") && mail.body.contains("Vedtaget (offentlig)"),
            "{}",
            mail.body
        );
        assert!(mail.body.contains("/min-profil"), "{}", mail.body);
    }
    house.clock.set(samskab_kernel::Day::of(2026, 3, 12).at(7, 31));
    work(&house).await;
    assert_eq!(house.mails().await.len(), 3, "once");
}

#[db_test]
async fn an_old_version_is_a_file_for_those_who_follow_the_text(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = begun(&house, &mut asta).await;
    let block = write(&mut asta, &path, "paragraph", "Gruppen mødes to gange om året.").await;
    asta.post(&format!("{path}/versioner"), &[("navn", "Første")]).await;
    let new = [
        ("slags", "paragraph"),
        ("foer_slags", "paragraph"),
        ("foer", "Gruppen mødes to gange om året."),
        ("tekst", "Gruppen mødes fire gange om året."),
        ("version", "2"),
    ];
    assert_eq!(asta.post(&block, &new).await.status, 303);
    let list = asta.get(&format!("{path}/versioner")).await;
    let version = list.body.split("href=\"/tekstversioner/").nth(1).unwrap().split('"').next().unwrap();
    let page = format!("/tekstversioner/{version}");
    assert!(asta.get(&page).await.has("tekst.pdf"));
    let file = asta.get(&format!("{page}/tekst.docx")).await.bytes;
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    let text = std::io::read_to_string(package.by_name("word/document.xml").unwrap()).unwrap();
    assert!(
        text.contains("to gange") && !text.contains("fire gange") && text.contains("Version 1: Første"),
        "{text}"
    );
    assert!(asta.get(&format!("{page}/tekst.pdf")).await.bytes.starts_with(b"%PDF"));
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    assert_eq!(lone.get(&format!("{page}/tekst.docx")).await.status, 403);
    assert_eq!(house.visitor().get(&format!("{page}/tekst.pdf")).await.status, 401);
}

#[db_test]
async fn a_published_text_has_one_day_to_those_who_write_it_and_to_everybody_else(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = begun(&house, &mut asta).await;
    write(&mut asta, &path, "paragraph", "Vi mødes to gange.").await;
    asta.post(&format!("{path}/offentlig"), &[("navn", "")]).await;
    house.clock.set(samskab_kernel::Day::of(2026, 3, 5).at(9, 0));
    let mut asta = house.signed_in(house.town.coordinator).await;
    write(&mut asta, &path, "paragraph", "En kladde til næste gang.").await;
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    for page in [asta.get("/tekster").await, lone.get("/tekster").await] {
        assert!(page.has("ændret 2. marts 2026"), "{}", page.body);
    }
}

/// A context above that has adopted every text that is published.
fn adopts() -> Module {
    Module {
        name: "adopts",
        holds: vec![module::Holds {
            of: samskab_writing::PUBLISHING,
            read: |cx, connection, id| {
                Box::pin(async move {
                    let text = store::find(connection, cx.tenant.id, TextId::from_uuid(id)).await?;
                    let hold = module::Hold {
                        said: "Teksten er vedtaget.".into(),
                        href: "/politikker".into(),
                        label: "Til politikken".into(),
                    };
                    Result::<Option<module::Hold>>::Ok(text.filter(Text::is_published).map(|_| hold))
                })
            },
        }],
        ..Module::default()
    }
}

#[db_test]
async fn what_keeps_a_text_as_it_is_is_said_before_anybody_writes(db: Db) {
    let house = house_with(db, Config::default(), &[samskab_writing::module, adopts]).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = begun(&house, &mut asta).await;
    write(&mut asta, &path, "paragraph", "Vi mødes to gange.").await;
    let page = asta.get(&format!("{path}/rediger")).await;
    assert!(!page.has("Teksten er vedtaget."), "{}", page.body);
    asta.post(&format!("{path}/offentlig"), &[("navn", "")]).await;
    assert!(text(&house, &path).await.is_published());
    let page = asta.get(&format!("{path}/rediger")).await;
    assert!(page.has("Teksten er vedtaget.") && page.has("href=\"/politikker\""), "{}", page.body);
    assert!(!page.has("når I offentliggør igen"), "{}", page.body);
    let list = asta.get(&format!("{path}/versioner")).await;
    let version = list.body.split("href=\"/tekstversioner/").nth(1).unwrap().split('"').next().unwrap();
    let page = asta.get(&format!("/tekstversioner/{version}")).await;
    assert!(page.has("Teksten er vedtaget.") && page.has("href=\"/politikker\""), "{}", page.body);
}
