//! What a volunteer reads of it: reasons that are true, what is still asked for, and a copy in words.

use samskab_volunteers::volunteer::Availability;

use super::*;

#[db_test]
async fn an_empty_cv_is_asked_for_two_ticks_and_gets_no_reasons_that_are_none(db: Db) {
    let mut world = World::new(&db).await;
    let empty = |cv: &mut Cv| {
        cv.topics = Vec::new();
        cv.availability = Availability::default();
    };
    world.task(|_| {}).await;
    let nothing = world.volunteer("Nanna Nysgerrig", empty).await;
    let liking = world.volunteer("Vilma Godvilje", |cv| cv.availability = Availability::default()).await;
    world.follow().await;
    let cookie = world.cookie(nothing.person).await;
    let list = world.get("/min-side/forslag", &cookie).await.body;
    assert!(list.contains("Sæt to krydser i dit CV") && !list.contains("Passer til dig"), "{list}");
    let home = world.get("/min-side", &cookie).await.body;
    assert!(!home.contains("få har set opgaven") && home.contains("Ret dit CV"), "{home}");
    // Who has said something gets what there is a reason for, and is still asked for the rest.
    let list = world.get("/min-side/forslag", &world.cookie(liking.person).await).await.body;
    assert!(list.contains("Sæt to krydser i dit CV") && list.contains("Passer til dig, fordi"), "{list}");
}

#[db_test]
async fn a_skill_is_a_reason_only_where_the_task_asks_for_it(db: Db) {
    let mut world = World::new(&db).await;
    let does = |task: &mut Task| task.does = vec!["Sortér i bøger, og saml på historier".into()];
    let swap = world.task(does).await;
    let reading = |task: &mut Task| task.competences = vec!["reading_aloud".into()];
    let aloud = world.task(reading).await;
    let able = world.volunteer("Vilma Godvilje", |cv| cv.competences = vec!["reading_aloud".into()]).await;
    world.follow().await;
    let cookie = world.cookie(able.person).await;
    for (task, asks) in [(&swap, false), (&aloud, true)] {
        let why = world.get(&format!("/opgaver/{}/passer-det", task.id), &cookie).await.body;
        assert!(why.contains("Passer til dig, fordi"), "{why}");
        let sentence = why.split("Passer til dig, fordi").nth(1).and_then(|rest| rest.split("</p>").next());
        assert_eq!(sentence.is_some_and(|said| said.contains("du er god til")), asks, "{why}");
    }
}

#[db_test]
async fn a_person_reads_why_and_a_program_the_numbers(db: Db) {
    let mut world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let cv = world.volunteer("Vilma Godvilje", |_| {}).await;
    world.follow().await;
    let (vilma, lone) = (world.cookie(cv.person).await, world.cookie(world.town.contact_solgaarden).await);
    world.get("/min-side/forslag", &vilma).await;
    let asked = [("hvem", cv.id.to_string()), ("message", "Vi savner en god stemme.".to_owned())];
    let asked: Vec<(&str, &str)> = asked.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let sent = world.post(&frivillige(&task), &asked, &lone).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let copy = world.get("/min-side/data", &vilma).await.body;
    assert!(copy.contains("Passer til dig, fordi") && copy.contains("Vi savner en god stemme."), "{copy}");
    for raw in ["weights", "interests", "{&", "Vægtenes version"] {
        assert!(!copy.contains(raw), "{raw}: {copy}");
    }
    let file = world.get("/min-side/data.json", &vilma).await.body;
    assert!(file.contains("\"weights\"") && file.contains("\"score\""), "{file}");
    // What is waited for, and until when.
    let home = world.get("/min-side", &vilma).await.body;
    assert!(home.contains("Senest fredag den 6. marts"), "{home}");
}
