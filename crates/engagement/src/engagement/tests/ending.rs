//! What a yes carries with it, what is to be arranged before they begin, and what is true of an agreement that ended.

use axum::http::StatusCode;
use samskab_kernel::Day;
use samskab_store::{Db, db_test};
use samskab_taskbank::task::Requirement;

use super::{VILMA, accepted, both_say_yes, doors, mailed, of_interest, overview, weekly};
use crate::engagement::{State, store};
use crate::testing::World;

/// The mark of the own words that a page with the agreement shows.
fn mark_of_words(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"with_words\" value=\"").expect("the form of the yes");
    rest.split('"').next().unwrap().to_owned()
}

#[db_test]
async fn a_yes_carries_the_words_that_were_written_above_it(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, engagement) = accepted(&world, &task).await;
    let (link, place, lone) = doors(&world, &engagement).await;
    world.post_as(&format!("{place}/ja"), &[("version", "1")], &lone).await;
    let page = world.get(&link).await.body;
    assert!(page.contains("det og siger ja igen") && page.contains("name=\"with_words\""), "{page}");

    let (can, mark) = ("Jeg læser gerne højt", mark_of_words(&page));
    let words = [("version", "1"), ("with_words", mark.as_str()), ("can", can), ("sees", ""), ("needs", "")];
    for _ in 0..2 {
        let said = world.post(&format!("{link}/ja"), &words).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    }
    let asked = of_interest(&world, &interest).await;
    assert_eq!((asked.version, asked.state), (2, State::Proposed), "the place reads the words first");
    assert!(asked.volunteer_yes.is_some() && asked.place_yes.is_none(), "{asked:?}");
    assert!(world.get(&link).await.body.contains(can));

    world.post_as(&format!("{place}/ja"), &[("version", "2")], &lone).await;
    let agreed = of_interest(&world, &interest).await;
    assert_eq!((agreed.state, agreed.in_force), (State::Active, Some(2)));
    let mut reader = db.read().await.unwrap();
    let agreement = store::agreement(&mut reader, world.town.tenant, agreed.id, 2).await.unwrap().unwrap();
    assert_eq!(agreement.volunteer.can, can);
}

#[db_test]
async fn words_written_to_an_agreement_that_was_changed_meanwhile_are_not_lost(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, engagement) = accepted(&world, &task).await;
    let (link, place, lone) = doors(&world, &engagement).await;
    world.post_as(&format!("{place}/ja"), &[("version", "1")], &lone).await;
    let mark = mark_of_words(&world.get(&link).await.body);
    let text = [("text", "## Det drejer sig om\nVi slutter til jul."), ("version", "1")];
    world.post_as(&format!("{place}/tekst"), &text, &lone).await;
    let can = "Jeg synger";
    let words = [("version", "1"), ("with_words", mark.as_str()), ("can", can), ("sees", ""), ("needs", "")];
    let late = world.post(&format!("{link}/ja"), &words).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.body.contains("Jeg synger") && late.body.contains("Vi slutter til jul."), "{}", late.body);
    assert_eq!(of_interest(&world, &interest).await.volunteer_yes, None);
}

#[db_test]
async fn a_yes_writes_over_no_words_that_a_colleague_saved_meanwhile(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, engagement) = accepted(&world, &task).await;
    let (_, place, lone) = doors(&world, &engagement).await;
    let mark = mark_of_words(&world.get_as(&place, &lone).await.body);
    let saved = [("can", "Vi giver kaffe"), ("sees", "Hun har tid"), ("needs", "")];
    world.post_as(&format!("{place}/ord"), &saved, &lone).await;

    let yes = |can: &'static str| {
        [("version", "1"), ("with_words", mark.as_str()), ("can", can), ("sees", ""), ("needs", "")]
    };
    let refused = world.post_as(&format!("{place}/ja"), &yes("Vi synger"), &lone).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let both = refused.body.contains("Vi synger") && refused.body.contains("Vi giver kaffe");
    assert!(both, "{}", refused.body);
    assert_eq!(of_interest(&world, &interest).await.place_yes, None);

    // Nothing was typed: the yes is to the agreement as it is.
    let said = world.post_as(&format!("{place}/ja"), &yes(""), &lone).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    let agreed = of_interest(&world, &interest).await;
    assert_eq!((agreed.version, agreed.place_yes.is_some()), (1, true));
    let mut reader = db.read().await.unwrap();
    let agreement = store::agreement(&mut reader, world.town.tenant, agreed.id, 1).await.unwrap().unwrap();
    assert_eq!((agreement.place.can.as_str(), agreement.place.sees.as_str()), (saved[0].1, saved[1].1));
}

#[db_test]
async fn what_ended_before_its_first_day_is_nowhere_thanked_for(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, engagement) = accepted(&world, &task).await;
    let (link, place, lone) = doors(&world, &engagement).await;
    both_say_yes(&world, &link, (&place, &lone)).await;
    assert_eq!(of_interest(&world, &interest).await.state, State::Active, "it begins tomorrow");
    let own = link.replace("/aftaler/", "/interesse/");
    assert!(world.get(&own).await.body.contains("Jeg kan ikke alligevel"), "there is a way out");

    world.post(&format!("{link}/stop"), &[("reason", "")]).await;
    assert_eq!(mailed(&world, "Du er ikke længere med", "inden du begyndte").await, 1);
    let mails = world.mails_to(VILMA).await;
    assert!(mails.iter().all(|mail| !mail.body.contains("den tid, du gav")), "{mails:?}");
    assert_eq!(world.find(interest.id).await.unwrap().state, samskab_interest::State::Withdrawn);
    assert!(!overview(&world).await.contains("Sig tak til Vilma"));
    // The way to the agreement stays, and the yes from before is no message any more.
    let page = world.get(&own).await.body;
    assert!(page.contains(&link) && !page.contains("class=\"s-mail\""), "{page}");
}

#[db_test]
async fn an_own_page_says_that_the_place_ended_the_agreement_before_it_began(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, engagement) = accepted(&world, &task).await;
    let (link, place, lone) = doors(&world, &engagement).await;
    both_say_yes(&world, &link, (&place, &lone)).await;
    let farewell = [("thanks", "Kære Vilma\n\nDet blev desværre ikke til noget.")];
    let ended = world.post_as(&format!("{place}/afslut"), &farewell, &lone).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.body);
    assert_eq!(world.find(interest.id).await.unwrap().state, samskab_interest::State::Declined);
    let page = world.get(&link.replace("/aftaler/", "/interesse/")).await.body;
    assert!(page.contains("Aftalen sluttede, før den begyndte") && page.contains(&link), "{page}");
    assert!(!page.contains("class=\"s-mail\"") && !page.contains("har svaret dig"), "{page}");
}

#[db_test]
async fn a_meeting_that_was_promised_waits_until_it_was_held(db: Db) {
    let world = World::new(&db).await;
    let task = world
        .task(|task| {
            weekly(task);
            task.requirements = vec![Requirement::InformationMeeting];
        })
        .await;
    let (interest, engagement) = accepted(&world, &task).await;
    let (link, place, lone) = doors(&world, &engagement).await;
    world.post(&format!("{link}/ja"), &[("version", "1")]).await;
    let waits = "aftal informationsmødet";
    assert!(!overview(&world).await.contains(waits), "nothing is agreed on yet");
    world.post_as(&format!("{place}/ja"), &[("version", "1")], &lone).await;
    let seen = overview(&world).await;
    assert!(seen.contains(waits) && seen.contains("Det er holdt i dag"), "{seen}");
    let held = format!("{place}/krav/informationsmoede/notering");
    let said = world.post_as(&held, &[("dag", &Day::of(2026, 3, 2).to_string())], &lone).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    assert!(!overview(&world).await.contains(waits));
    world.work().await;
    assert_eq!(of_interest(&world, &interest).await.state, State::Active);
}
