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
    let when_it_suits = |task: &mut Task| {
        task.time = Time::Flexible { minutes_per_week: Some(60), note: String::new(), until: None };
    };
    world.task(when_it_suits).await;
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
async fn what_clashes_with_ones_own_agreement_is_not_suggested_and_its_page_says_so(db: Db) {
    let mut world = World::new(&db).await;
    let tuesdays = |days: &'static [Weekday], title: &'static str| {
        move |task: &mut Task| {
            task.title = title.to_owned();
            let turn = Turn { start_minute: 14 * 60, duration: 60 };
            task.time = Time::Weekly { weekdays: days.to_vec(), from: None, to: None, turn };
        }
    };
    let own = world.task(tuesdays(&[Weekday::Tuesday], "Besøgsven")).await;
    let clash = world.task(tuesdays(&[Weekday::Tuesday], "Vejleder")).await;
    let thursday = world.task(tuesdays(&[Weekday::Tuesday, Weekday::Thursday], "Gåtur")).await;
    let cv = world
        .volunteer("Vilma Godvilje", |cv| {
            for day in [Weekday::Tuesday, Weekday::Thursday] {
                cv.availability = cv.availability.and(day, PartOfDay::Afternoon);
            }
        })
        .await;
    world.follow().await;
    let (vilma, lone) = (world.cookie(cv.person).await, world.cookie(world.town.contact_solgaarden).await);
    let list = world.get("/min-side/forslag", &vilma).await.body;
    assert!(list.contains("Vejleder") && list.contains("tirsdag eftermiddag"), "{list}");

    let me = [("name", "Vilma Godvilje"), ("email", "vilma.godvilje@post.example")];
    world.post(&format!("/opgaver/{}/interesse", own.id), &me, &vilma).await;
    let mut reader = db.read().await.unwrap();
    let tenant = world.town.tenant;
    let interest = samskab_interest::store::of_task(&mut reader, tenant, own.id).await.unwrap().remove(0);
    drop(reader);
    let yes = format!("{}/accept", interest.href());
    let said = world.post(&yes, &[("text", "Kære Vilma\n\nKom!")], &lone).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    world.follow().await;
    let list = world.get("/min-side/forslag", &vilma).await.body;
    assert!(!list.contains("Vejleder") && list.contains("Gåtur"), "{list}");
    assert!(list.contains("torsdag eftermiddag") && !list.contains("tirsdag eftermiddag"), "{list}");
    for page in [format!("/opgaver/{}", clash.id), format!("/opgaver/{}/passer-det", clash.id)] {
        let body = world.get(&page, &vilma).await.body;
        assert!(body.contains("Du har allerede en aftale på det tidspunkt: »Besøgsven«"), "{page}: {body}");
    }
    let page = world.get(&format!("/opgaver/{}/passer-det", thursday.id), &vilma).await.body;
    assert!(!page.contains("allerede en aftale"), "Thursday is left: {page}");
}

#[db_test]
async fn what_is_done_from_home_is_for_those_who_have_ticked_it(db: Db) {
    let mut world = World::new(&db).await;
    let task = world.task(|task| task.remote = task::Remote::Remote).await;
    let out = world.volunteer("Vilma Godvilje", |_| {}).await;
    let home = world.volunteer("Otto Prøve", |cv| cv.from_home = true).await;
    world.follow().await;
    for (cv, suits) in [(&out, false), (&home, true)] {
        let cookie = world.cookie(cv.person).await;
        let list = world.get("/min-side/forslag", &cookie).await.body;
        assert_eq!(list.contains(&format!("/opgaver/{}", task.id)), suits, "{list}");
    }
    let why = world.get(&format!("/opgaver/{}/passer-det", task.id), &world.cookie(out.person).await).await;
    assert!(why.body.contains("dit CV siger ikke, at du vil hjælpe hjemmefra"), "{}", why.body);
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
