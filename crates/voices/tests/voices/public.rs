//! What everybody reads of it, and what everybody may write.

use samskab_store::db_test;
use samskab_voices::input::InputKind;

use super::*;

#[db_test]
async fn everybody_reads_what_came_of_it_without_names(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = begun(&house, &mut asta).await;
    let block = write(&mut asta, &text, "Kommunen kører alle hjem.").await;
    let point =
        cut_whole(&house, &mut asta, &text, "Bord 1 med Solgårdens kor", "Hvordan kommer vi hjem?").await;
    let quiet = cut_whole(&house, &mut asta, &text, "Bord 2", "Min nabo på nummer 7 drikker.").await;
    let waits = cut_whole(&house, &mut asta, &text, "Bord 3", "Mere kaffe.").await;
    let id = block.rsplit('/').next().unwrap();
    let version = hidden(&asta.get(&point).await.body, "version");
    let fields = [
        ("udfald", "used"),
        ("fordi", "Bussen kører til klokken 22."),
        ("afsnit", id),
        ("tema", "Kørsel"),
        ("version", version.as_str()),
    ];
    assert_eq!(asta.post(&point, &fields).await.status, 303);
    let version = hidden(&asta.get(&quiet).await.body, "version");
    let closed = [
        ("udfald", "not_used"),
        ("fordi", "Det hører til et andet sted."),
        ("lukket", "ja"),
        ("version", version.as_str()),
    ];
    assert_eq!(asta.post(&quiet, &closed).await.status, 303);
    let public = format!("{text}/stemmer/offentlig");
    let mut stranger = house.visitor();
    assert_eq!(stranger.get(&public).await.status, 404);
    assert!(asta.get(&public).await.has("Kun I kan se siden"));
    assert_eq!(asta.post(&format!("{text}/stemmer/vis"), &[]).await.status, 303);
    let page = stranger.get(&public).await;
    assert!(page.status == 200, "{}", page.body);
    assert!(page.has("Hvordan kommer vi hjem?") && page.has("Bussen kører til klokken 22."), "{}", page.body);
    assert!(page.has("3 stemmer er hørt, og 2 har fået svar."), "{}", page.body);
    assert!(page.has("Det hører til et andet sted.") && !page.has("nummer 7"), "{}", page.body);
    assert!(!page.has("Solgårdens kor") && !page.has("Mere kaffe."), "{}", page.body);
    assert!(!page.has("#afsnit-"), "the draft is nobody's to read");
    assert_eq!(stranger.get(&format!("{public}.pdf")).await.status, 200);
    assert_eq!(stranger.get(&format!("{public}.docx")).await.status, 200);
    // Published, the answer leads to the paragraph.
    assert_eq!(asta.post(&format!("{text}/offentlig"), &[("navn", "Vedtaget")]).await.status, 303);
    let page = stranger.get(&public).await;
    assert!(page.has(&format!("{text}#afsnit-{id}")), "{}", page.body);
    assert!(stranger.get(&text).await.has(&public), "the page of the text leads here");
    assert_eq!(answer(&mut asta, &waits, "used", "").await, 303);
    assert!(stranger.get(&public).await.has("Mere kaffe."));
}

#[db_test]
async fn anybody_writes_without_a_name_until_the_last_day(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = begun(&house, &mut asta).await;
    let form = format!("{text}/stemmer/del");
    let mut stranger = house.visitor();
    assert_eq!(stranger.get(&form).await.status, 404);
    let open = [("spoergsmaal", "Hvad skal der til?"), ("til", "2026-03-05")];
    assert_eq!(asta.post(&format!("{text}/stemmer/aabn"), &open).await.status, 303);
    let page = stranger.get(&form).await;
    assert!(page.has("Hvad skal der til?") && page.has("Frivilligpolitik"), "{}", page.body);
    let empty = stranger.post(&form, &[("tekst", "Mere tid.")]).await;
    assert!(empty.status == 422 && empty.has("hvem-error") && empty.has("Mere tid."), "{}", empty.body);
    let address = [("tekst", "Skriv til mig@borger.example"), ("hvem", "citizens")];
    let refused = stranger.post(&form, &address).await;
    assert!(refused.status == 422 && refused.has("uden navn"), "{}", refused.body);
    let machine = [("tekst", "Køb nu"), ("hvem", "citizens"), ("website", "http://x.example")];
    assert_eq!(stranger.post(&form, &machine).await.status, 303);
    assert!(inputs(&house, &text).await.is_empty());
    let sent = stranger.post(&form, &[("tekst", "Mere tid."), ("hvem", "volunteers")]).await;
    assert_eq!(sent.location, format!("{form}/tak"));
    assert_eq!(stranger.get(&sent.location).await.status, 200);
    let line = &inputs(&house, &text).await[0];
    assert_eq!((line.kind, line.source.as_str(), line.is_from_form), (InputKind::VoxPop, "Frivillig", true));
    assert!(asta.get(&format!("{text}/stemmer/input")).await.has("gennem formularen på nettet"));
    // The day after, it is closed, and nothing that was typed is lost.
    house.clock.set(samskab_kernel::Day::of(2026, 3, 6).at(9, 0));
    let late = stranger.post(&form, &[("tekst", "Og mere kaffe."), ("hvem", "citizens")]).await;
    assert!(late.status == 422 && late.has("Der er lukket") && late.has("Og mere kaffe."), "{}", late.body);
    assert_eq!(inputs(&house, &text).await.len(), 1);
}
