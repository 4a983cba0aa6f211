//! Inputs are cut, points joined, parted, shared out and answered, by several at once.

use samskab_store::{Stamp, db_test};
use samskab_voices::excerpt::Verdict;
use samskab_web::exit::{Exit, Settlement, settle};

use super::*;

#[db_test]
async fn lines_are_cut_and_a_passage_must_stand_in_its_input(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = begun(&house, &mut asta).await;
    let input =
        said(&mut asta, &text, "Bord 1", "Mere kaffe.\nMere kørsel om aftenen.\nTak for sidst.").await;
    let nothing = asta.post(&format!("{input}/klip"), &[]).await;
    assert!(nothing.status == 422 && nothing.has("passage-error"), "{}", nothing.body);
    let wrong = asta.post(&format!("{input}/klip"), &[("passage", "Mindre kaffe")]).await;
    assert!(wrong.status == 422 && wrong.has("Mindre kaffe"), "{}", wrong.body);
    let lines =
        [("linjer", "1"), ("linjer", "3"), ("passage", "kørsel om aftenen"), ("tema_uddrag", "Hverdag")];
    assert_eq!(asta.post(&format!("{input}/klip"), &lines).await.status, 303);
    let cut: Vec<String> = excerpts(&house, &text).await.into_iter().map(|one| one.said).collect();
    assert_eq!(cut.len(), 2);
    assert!(
        cut.contains(&"Mere kaffe.\nTak for sidst.".to_owned())
            && cut.contains(&"kørsel om aftenen".to_owned())
    );
    let again = asta.post(&format!("{input}/klip"), &[("passage", "Kørsel om aftenen")]).await;
    // The same words once more: nothing new.
    assert!(again.status == 303 || again.status == 422);
    assert_eq!(excerpts(&house, &text).await.len(), 2);
    assert!(asta.get(&input).await.has("Står i et uddrag"));
    let one = excerpts(&house, &text).await[0].id;
    assert_eq!(asta.post(&format!("/udklip/{one}/fjern"), &[]).await.status, 303);
    assert_eq!((excerpts(&house, &text).await.len(), points(&house, &text).await.len()), (1, 1));
}

#[db_test]
async fn those_that_say_the_same_are_answered_once(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = begun(&house, &mut asta).await;
    let first = cut_whole(&house, &mut asta, &text, "Bord 1", "Vi mangler kørsel!").await;
    // The same words are the same point by themselves.
    let same = said(&mut asta, &text, "Bord 2", "vi mangler  kørsel").await;
    assert_eq!(asta.post(&format!("{same}/hele"), &[]).await.status, 303);
    assert_eq!(points(&house, &text).await[0].times, 2);
    let third = cut_whole(&house, &mut asta, &text, "Bord 3", "Hvordan kommer man hjem om aftenen?").await;
    let fourth = cut_whole(&house, &mut asta, &text, "Bord 4", "Kaffen er kold.").await;
    let id = |path: &str| path.rsplit('/').next().unwrap().to_owned();
    let (one, three, four) = (id(&first), id(&third), id(&fourth));
    let list = format!("{text}/stemmer/uddrag");
    // Enter in a field presses the first button of its form: it shares out, and joins nothing.
    let form = asta.get(&list).await.body;
    let form = form.split("<form").find(|form| form.contains("name=\"tema\"")).unwrap();
    assert!(!form.split("<button").nth(1).unwrap().contains("/saml"), "{form}");
    let alone = asta.post(&format!("{list}/saml"), &[("valgt", &one)]).await;
    assert!(alone.status == 422 && alone.has("mindst to"), "{}", alone.body);
    let chosen = [("valgt", one.as_str()), ("valgt", three.as_str())];
    assert_eq!(asta.post(&format!("{list}/saml"), &chosen).await.location, first);
    assert_eq!(points(&house, &text).await.len(), 2);
    // Without a reason nothing is declined.
    let refused = asta.post(&first, &[("udfald", "not_used"), ("version", "2")]).await;
    assert!(refused.status == 422 && refused.has("fordi-error"), "{}", refused.body);
    assert_eq!(answer(&mut asta, &first, "partly", "Fra næste år kører bussen til klokken 22.").await, 303);
    let told = points(&house, &text).await;
    let kept = told.iter().find(|line| line.point.id.to_string() == one).unwrap();
    assert_eq!((kept.times, kept.point.verdict), (3, Some(Verdict::Partly)));
    // With another answer they are not joined.
    assert_eq!(answer(&mut asta, &fourth, "used", "").await, 303);
    let chosen = [("valgt", one.as_str()), ("valgt", four.as_str())];
    let refused = asta.post(&format!("{list}/saml"), &chosen).await;
    assert!(refused.status == 422 && refused.has("forskellige svar"), "{}", refused.body);
    assert!(is_settled(&house, &text).await);
    // One says something else after all: it waits for an answer of its own.
    let other =
        excerpts(&house, &text).await.into_iter().find(|one| one.said.starts_with("Hvordan")).unwrap();
    let parted = asta.post(&format!("/udklip/{}/skil", other.id), &[]).await;
    assert!(parted.status == 303 && parted.location != first);
    assert!(!is_settled(&house, &text).await);
    let answered =
        excerpts(&house, &text).await.into_iter().find(|one| one.said.starts_with("Kaffen")).unwrap();
    assert_eq!(asta.post(&format!("/udklip/{}/fjern", answered.id), &[]).await.status, 303);
    assert_eq!(excerpts(&house, &text).await.len(), 4, "what is answered stays");
}

#[db_test]
async fn two_who_answer_at_once_read_both_before_the_second_is_kept(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let mut malthe = house.signed_in(house.town.deputy_coordinator).await;
    let text = begun(&house, &mut asta).await;
    let point = cut_whole(&house, &mut asta, &text, "Bord 1", "Mere kaffe.").await;
    let version = hidden(&asta.get(&point).await.body, "version");
    let typed = |verdict, because| {
        [("udfald", verdict), ("fordi", because), ("tema", "Kaffe"), ("version", version.as_str())]
    };
    assert_eq!(asta.post(&point, &typed("used", "Vi køber en maskine.")).await.status, 303);
    let late = malthe.post(&point, &typed("not_used", "Det er for dyrt.")).await;
    assert!(late.status == 422, "{}", late.body);
    assert!(late.has("Vi køber en maskine.") && late.has("Det er for dyrt."), "{}", late.body);
    assert_eq!(points(&house, &text).await[0].point.verdict, Some(Verdict::Used));
    let version = hidden(&late.body, "version");
    let again = [("udfald", "not_used"), ("fordi", "Det er for dyrt."), ("version", version.as_str())];
    assert_eq!(malthe.post(&point, &again).await.status, 303);
    assert_eq!(points(&house, &text).await[0].point.because, "Det er for dyrt.");
}

#[db_test]
async fn whoever_is_asked_answers_that_one_and_finds_it_waiting(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = begun(&house, &mut asta).await;
    let mine = cut_whole(&house, &mut asta, &text, "Bord 1", "Hvem har nøglen?").await;
    let other = cut_whole(&house, &mut asta, &text, "Bord 2", "Mere kaffe.").await;
    let mut lone = house.signed_in(house.town.contact_solgaarden).await;
    let list = format!("{text}/stemmer/uddrag");
    assert_eq!(lone.get(&list).await.status, 403);
    let id = mine.rsplit('/').next().unwrap();
    let who = house.town.contact_solgaarden.to_string();
    let fields = [("valgt", id), ("hvem", who.as_str()), ("frist", "2026-03-20"), ("tema", "Nøgler")];
    assert_eq!(asta.post(&format!("{list}/fordel"), &fields).await.status, 303);
    let page = lone.get(&list).await;
    assert!(page.status == 200 && page.has("Hvem har nøglen?") && !page.has("Mere kaffe."), "{}", page.body);
    assert!(page.has("senest fre. 20. mar."), "{}", page.body);
    assert_eq!(lone.get(&other).await.status, 403);
    assert_eq!(lone.post(&other, &[("udfald", "used")]).await.status, 404);
    assert_eq!(answer(&mut lone, &mine, "used", "Den hænger på kontoret.").await, 303);
    let told = points(&house, &text).await;
    let point = &told.iter().find(|line| line.point.id.to_string() == id).unwrap().point;
    assert_eq!(
        (point.verdict, point.theme.is_empty()),
        (Some(Verdict::Used), true),
        "the form said no theme"
    );
    assert_eq!(point.assignee.map(|id| id.to_string()), Some(who), "who answers is not theirs to change");
}

#[db_test]
async fn what_waits_for_somebody_who_gives_up_their_roles_goes_to_whoever_was_chosen(db: Db) {
    let house = house(db).await;
    let town = house.town;
    let mut asta = house.signed_in(town.coordinator).await;
    let text = begun(&house, &mut asta).await;
    let point = cut_whole(&house, &mut asta, &text, "Bord 1", "Hvem har nøglen?").await;
    let (id, lone) = (point.rsplit('/').next().unwrap(), town.contact_solgaarden);
    let who = lone.to_string();
    let fields = [("valgt", id), ("hvem", who.as_str())];
    assert_eq!(asta.post(&format!("{text}/stemmer/uddrag/fordel"), &fields).await.status, 303);
    let taker = town.deputy_solgaarden;
    for takers in [vec![("uddrag".to_owned(), taker.uuid())], Vec::new()] {
        let stamp = Stamp { tenant: town.tenant, actor: None, now: house.clock.now() };
        let mut tx = house.db.begin(stamp).await.unwrap();
        let leaver = if takers.is_empty() { taker } else { lone };
        let exit = Exit::Roles(leaver.uuid());
        let chosen = takers.first().map(|_| taker);
        let settlement = Settlement { takers, ..Settlement::today(house.clock.now().day()) };
        settle(&house.services, &mut tx, exit, &settlement).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(points(&house, &text).await[0].point.assignee, chosen);
    }
}

#[db_test]
async fn a_paragraph_that_is_taken_out_leaves_the_words_it_had(db: Db) {
    let house = house(db).await;
    let mut asta = house.signed_in(house.town.coordinator).await;
    let text = begun(&house, &mut asta).await;
    let block = write(&mut asta, &text, "Vi kører frivillige hjem.").await;
    let point = cut_whole(&house, &mut asta, &text, "Bord 1", "Hvordan kommer vi hjem?").await;
    let id = block.rsplit('/').next().unwrap();
    let version = hidden(&asta.get(&point).await.body, "version");
    let fields = [("udfald", "used"), ("afsnit", id), ("version", version.as_str())];
    assert_eq!(asta.post(&point, &fields).await.status, 303);
    let page = asta.get(&point).await;
    assert!(page.has("Afsnittet, som det står nu") && page.has("Vi kører frivillige hjem."), "{}", page.body);
    rewrite(&mut asta, &block, "Vi kører frivillige hjem.", "Vi kører alle hjem.", "2").await;
    assert!(asta.get(&point).await.has("Vi kører alle hjem."));
    assert_eq!(asta.post(&format!("{block}/slet"), &[]).await.status, 303);
    let page = asta.get(&point).await;
    assert!(
        page.has("Afsnittet er taget ud af teksten") && page.has("Vi kører frivillige hjem."),
        "{}",
        page.body
    );
    // Saved again, it stays linked.
    let version = hidden(&page.body, "version");
    let fields =
        [("udfald", "used"), ("fordi", "Det stod der."), ("afsnit", id), ("version", version.as_str())];
    assert_eq!(asta.post(&point, &fields).await.status, 303);
    assert_eq!(points(&house, &text).await[0].point.block_words, "Vi kører frivillige hjem.");
}
