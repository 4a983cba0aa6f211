//! Those who assess: sentences they use again, two who see each assessment, a piece that says what others say; and the closing
//! in the public calendar.

use samskab_hearing::{remark::Remark, store};
use samskab_store::db_test;

use super::*;

async fn remarks(house: &House, path: &str) -> Vec<Remark> {
    let mut reader = house.db.read().await.unwrap();
    store::remarks(&mut reader, house.town.tenant, id(path)).await.unwrap()
}

/// A hearing that is closed, with these answers.
async fn closed(house: &House, asta: &mut Browser<'_>, said: &[&str]) -> String {
    let path = open(asta, "at_once").await;
    for (number, said) in said.iter().enumerate() {
        confirmed(house, &path, &format!("svar{number}@post.example"), said).await;
    }
    house.clock.set(closing().plus_days(1));
    path
}

#[db_test]
async fn where_four_eyes_are_asked_for_an_assessment_counts_when_another_approves_it(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = closed(&house, &mut asta, &["Flere lokaler."]).await;
    let edit = asta.get(&format!("{path}/rediger")).await;
    assert!(edit.has("To skal se hver vurdering"), "{}", edit.body);
    let mut fields = plan("at_once");
    fields.push(("fire_oejne", "ja"));
    fields.retain(|(name, _)| !["tekst", "aabner", "aabner_kl", "lukker", "lukker_kl"].contains(name));
    assert_eq!(rewritten(&mut asta, &path, &fields).await.status, 303);
    assert!(hearing(&house, &path).await.four_eyes);
    let page = format!("/bemaerkninger/{}", remarks(&house, &path).await[0].id);
    let answer = [("udfald", "used"), ("fordi", "God ide.")];
    assert_eq!(asta.post(&page, &answer).await.status, 303);
    let list = asta.get(&format!("{path}/bemaerkninger")).await;
    assert!(list.has("Skal godkendes") && !list.has("Offentliggør høringsnotatet"), "{}", list.body);
    let seen = asta.get(&page).await;
    assert!(seen.has("En anden end den, der har vurderet") && !seen.has("/godkend\""), "{}", seen.body);
    assert_eq!(asta.post(&format!("{page}/godkend"), &[]).await.location, page, "not by whoever assessed it");
    assert_eq!(asta.post(&format!("{path}/afslut"), &[]).await.location, format!("{path}/bemaerkninger"));
    // Another keeps hearings, too, and is told that it waits.
    let mut karen = house.signed_in(house.town.key_care).await;
    let work = karen.get("/overblik").await;
    assert!(work.has("Godkend 1 vurdering"), "{}", work.body);
    assert!(!asta.get("/overblik").await.has("Godkend 1 vurdering"));
    assert!(karen.get(&page).await.has("Godkend vurderingen"));
    assert_eq!(karen.post(&format!("{page}/godkend"), &[]).await.status, 303);
    assert!(karen.get(&format!("{path}/bemaerkninger")).await.has("Offentliggør høringsnotatet"));
    // What is said anew is approved anew.
    let other = [("udfald", "partly"), ("fordi", "Kun nogle.")];
    assert_eq!(karen.post(&page, &other).await.status, 303);
    assert!(!asta.get(&format!("{path}/bemaerkninger")).await.has("Offentliggør høringsnotatet"));
    assert_eq!(asta.post(&format!("{page}/godkend"), &[]).await.status, 303);
    let done = asta.post(&format!("{path}/afslut"), &[]).await;
    assert!(done.location.ends_with("/notat"), "{}", done.location);
}

#[db_test]
async fn a_sentence_is_kept_and_put_into_an_answer_with_one_press(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = closed(&house, &mut asta, &["Flere lokaler."]).await;
    let page = format!("/bemaerkninger/{}", remarks(&house, &path).await[0].id);
    let empty = asta.post(&format!("{page}/standardsvar"), &[("saet_ind", "gem")]).await;
    assert!(empty.status == 200 && empty.has("Skriv sætningen her først"), "{}", empty.body);
    let keep = [("saet_ind", "gem"), ("fordi", "Det hører til en anden sag."), ("udfald", "not_used")];
    let kept = asta.post(&format!("{page}/standardsvar"), &keep).await;
    assert!(kept.status == 200 && kept.has("Det hører til en anden sag.</textarea>"), "{}", kept.body);
    let phrase = kept.body.split("name=\"saet_ind\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    // Enter in a field presses the first button of its form: it saves, and puts nothing in.
    let form = kept.body.split("<form class=\"s-form\"").find(|form| form.contains("name=\"tema\"")).unwrap();
    let first = form.split("<button").nth(1).unwrap();
    assert!(!first.contains("standardsvar") && first.contains("Gem"), "{first}");
    let put = [("saet_ind", phrase), ("fordi", "Tak for svaret."), ("tema", "Lokaler")];
    let put = asta.post(&format!("{page}/standardsvar"), &put).await;
    assert!(put.has("Tak for svaret.\nDet hører til en anden sag.</textarea>"), "{}", put.body);
    assert!(put.has("value=\"Lokaler\""), "nothing that was typed is lost: {}", put.body);
    assert_eq!(remarks(&house, &path).await[0].verdict, None, "nothing is assessed by it");
    let list = asta.get("/hoeringer/standardsvar").await;
    assert!(list.has("Det hører til en anden sag."), "{}", list.body);
    let gone = asta.post(&format!("/standardsvar/{phrase}/slet"), &[]).await;
    assert_eq!(gone.status, 303);
    assert!(!asta.get("/hoeringer/standardsvar").await.has("Det hører til en anden sag."));
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    assert_eq!(lone.get("/hoeringer/standardsvar").await.status, 403);
}

#[db_test]
async fn a_piece_that_says_what_others_say_has_their_answer(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let path = closed(&house, &mut asta, &["Bevar huset.", "Flere lokaler. Bevar huset."]).await;
    let all = remarks(&house, &path).await;
    let answer = [("udfald", "used"), ("fordi", "Huset bliver."), ("tema", "Huset")];
    assert_eq!(asta.post(&format!("/bemaerkninger/{}", all[0].id), &answer).await.status, 303);
    let cut = [("dele", "Flere lokaler.\n\nBevar huset.")];
    assert_eq!(asta.post(&format!("/bemaerkninger/{}/del", all[1].id), &cut).await.status, 303);
    let after = remarks(&house, &path).await;
    let answered: Vec<(&str, bool)> =
        after.iter().map(|one| (one.excerpt.as_str(), one.verdict.is_some())).collect();
    assert_eq!(answered, [("Bevar huset.", true), ("Flere lokaler.", false), ("Bevar huset.", true)]);
    assert_eq!(after[2].assessment, "Huset bliver.");
    let note = asta.get(&format!("{path}/notat")).await;
    let point = note.body.split("Bevar huset.").nth(1).unwrap().split("</div>").next().unwrap().to_owned();
    assert!(point.contains("Taget med") && !point.contains("Mangler"), "{point}");
}

#[db_test]
async fn the_closing_stands_in_the_public_calendar(db: Db) {
    let house = house_with(db, Config::default(), &[samskab_meetings::module, samskab_hearing::module]).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let hidden = draft(&mut asta, "at_once").await;
    let path = open(&mut asta, "at_once").await;
    let page = house.visitor().get("/moedekalender?slags=hoeringer").await;
    assert!(
        page.has("Svar senest: Frivilligpolitik") && page.has(&path) && !page.has(&hidden),
        "{}",
        page.body
    );
    assert!(page.has("aria-current=\"page\">Høringer"), "{}", page.body);
    assert!(!house.visitor().get("/moedekalender?slags=grupper").await.has("Svar senest"));
    let file = house.visitor().get("/moedekalender.ics").await.body;
    assert!(file.contains("DTSTART:20260311T110000Z") && file.contains("Svar senest"), "{file}");
    let off = [("hvorfor", "Forslaget er trukket.")];
    assert_eq!(asta.post(&format!("{path}/aflys"), &off).await.status, 303);
    assert!(house.visitor().get("/moedekalender.ics").await.body.contains("STATUS:CANCELLED"));
}
