//! The plan: begun from a template, written, ordered, moved, and said in other formats; who may do what with it.

use samskab_hearing::hearing::{Hearing, HearingState};
use samskab_policy::step::{StepKind, StepState};
use samskab_store::db_test;

use super::*;

#[db_test]
async fn a_plan_is_written_moved_and_read_as_a_table_and_by_machines(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let half = asta.post("/politikker/ny", &[("titel", "Halvt"), ("plan", "guide")]).await;
    assert!(
        half.status == 422 && half.has("value=\"Halvt\"") && half.has("id=\"slags-error\""),
        "{}",
        half.body
    );
    let path = begun(&world, &mut asta, "guide").await;
    let steps = world.steps(&path).await;
    assert_eq!(steps.len(), 13);
    let council = steps.iter().find(|step| step.kind == StepKind::Council).unwrap();
    assert_eq!(council.body, Some(world.council), "there is one council in the municipality");
    // A step after another one.
    let wrong = [
        ("titel", "Spørg de unge"),
        ("slags", "dialogue"),
        ("verbum", "discusses"),
        ("praecision", "months"),
        ("fra", "2026-05-01"),
        ("til", "2026-04-01"),
    ];
    let to = format!("{path}/trin/nyt?efter={}", steps[0].id);
    let refused = asta.post(&to, &wrong).await;
    assert!(refused.status == 422 && refused.has("Trinnet slutter, før det begynder."), "{}", refused.body);
    let right = [&wrong[..5], &[("til", "2026-06-01")]].concat();
    assert_eq!(asta.post(&to, &right).await.status, 303);
    let steps = world.steps(&path).await;
    assert_eq!(steps[1].title, "Spørg de unge");
    assert_eq!(steps[1].when(samskab_kernel::Locale::Da), "maj–juni 2026");
    assert_eq!(asta.post(&format!("{}/op", steps[1].href()), &[]).await.status, 303);
    assert_eq!(world.steps(&path).await[0].title, "Spørg de unge");
    assert_eq!(asta.post(&format!("{}/slet", steps[1].href()), &[]).await.status, 303);
    assert_eq!(world.steps(&path).await.len(), 13);
    let plan = asta.get(&format!("{path}/plan")).await;
    assert!(plan.has("Frivilligrådet har ret til at blive hørt, men står ikke i planen."), "{}", plan.body);
    assert!(plan.has("Trin 8 i den trykte guide") && plan.has("s-plan-bar"), "{}", plan.body);
    let json = asta.get(&format!("{path}/plan.json")).await;
    assert!(json.has("\"kind\":\"hearing\"") && json.has("\"precision\":\"months\""), "{}", json.body);
    let csv = asta.get(&format!("{path}/plan.csv")).await;
    assert!(csv.body.lines().count() == 14 && csv.has("Nr.;Fra"), "{}", csv.body);
}

#[db_test]
async fn an_agreed_plan_remembers_what_was_moved_and_calls_off_instead_of_deleting(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = begun(&world, &mut asta, "guide").await;
    held(&world, &mut asta, &path, StepKind::Consult).await;
    asta.post(&format!("{path}/aftal"), &[]).await;
    let before = world.step(&path, StepKind::Dialogue).await;
    rewritten(&world, &mut asta, &path, StepKind::Dialogue, "2026-09-01", &[]).await;
    let moved = world.step(&path, StepKind::Dialogue).await;
    assert_eq!(moved.moved_from, Some(before.starts_on));
    let kept = asta.post(&format!("{}/slet", moved.href()), &[]).await;
    assert!(says(&mut asta, &kept, "Planen er aftalt").await);
    let mute = asta.post(&format!("{}/aflys", moved.href()), &[("grund", "")]).await;
    assert_eq!(mute.status, 422);
    asta.post(&format!("{}/aflys", moved.href()), &[("grund", "Vi spørger på fællesmødet.")]).await;
    let off = world.step(&path, StepKind::Dialogue).await;
    assert_eq!(off.state, StepState::Cancelled);
    assert!(asta.get(&format!("{path}/plan")).await.has("Vi spørger på fællesmødet."));
    // Why it is opened again is asked, and what was said stays.
    let mute = asta.post(&format!("{}/genaabn", off.href()), &[("grund", "")]).await;
    assert!(mute.status == 422 && mute.has("id=\"grund-error\""), "{}", mute.body);
    let opened = asta.post(&format!("{}/genaabn", off.href()), &[("grund", "Fællesmødet er aflyst.")]).await;
    assert_eq!(opened.status, 303, "{}", opened.body);
    assert_eq!(world.step(&path, StepKind::Dialogue).await.state, StepState::Planned);
    let plan = asta.get(&format!("{path}/plan")).await;
    assert!(plan.has("Vi spørger på fællesmødet.") && plan.has("Fællesmødet er aflyst."), "{}", plan.body);
    for file in ["plan.json", "plan.csv"] {
        let file = asta.get(&format!("{path}/{file}")).await;
        assert!(
            file.has("Vi spørger på fællesmødet.") && file.has("Fællesmødet er aflyst."),
            "{}",
            file.body
        );
    }
}

#[db_test]
async fn only_whoever_leads_it_changes_a_plan_and_a_hidden_one_is_not_there(db: Db) {
    let world = world(db).await;
    let town = &world.house.town;
    let mut asta = world.house.signed_in(town.coordinator).await;
    let path = begun(&world, &mut asta, "sprint").await;
    let mut visitor = world.house.visitor();
    assert_eq!(visitor.get(&path).await.status, 404, "it is not shown yet");
    assert!(!visitor.get("/politikker").await.has("Frivilligpolitik"));
    let mut karen = world.house.signed_in(town.key_care).await;
    assert!(karen.get(&path).await.has("Frivilligpolitik"), "who works here reads along");
    assert_eq!(karen.post(&format!("{path}/aftal"), &[]).await.status, 404);
    assert_eq!(karen.get(&format!("{path}/rediger")).await.status, 403);
    // She leads it, and then she may.
    let leader = town.position_key_care.to_string();
    let fields = [("titel", "Frivilligpolitik"), ("slags", "values"), ("leder", leader.as_str())];
    assert_eq!(asta.post(&format!("{path}/rediger"), &fields).await.status, 303);
    assert_eq!(karen.get(&format!("{path}/rediger")).await.status, 200);
    let step = world.step(&path, StepKind::Consult).await;
    assert!(karen.get("/overblik").await.has(&format!("Næste trin: {}", step.title)));
    assert!(!asta.get("/overblik").await.has(&format!("Næste trin: {}", step.title)), "it is hers now");
}

#[db_test]
async fn whoever_leads_a_policy_chooses_a_hearing_that_is_announced_and_no_draft(db: Db) {
    let world = world(db).await;
    let town = &world.house.town;
    let mut asta = world.house.signed_in(town.coordinator).await;
    let path = begun(&world, &mut asta, "guide").await;
    let leader = town.position_key_care.to_string();
    let fields = [("titel", "Frivilligpolitik"), ("slags", "values"), ("leder", leader.as_str())];
    assert_eq!(asta.post(&format!("{path}/rediger"), &fields).await.status, 303);
    let now = world.house.clock.now();
    for (title, state) in
        [("Høring til maj", HearingState::Announced), ("Høring i det skjulte", HearingState::Draft)]
    {
        let stamp = Stamp { tenant: town.tenant, actor: None, now };
        let mut tx = world.house.db.begin(stamp).await.unwrap();
        let hearing = Hearing {
            title: title.into(),
            state,
            opens_at: now.plus_days(60),
            closes_at: now.plus_days(90),
            ..Hearing::new(tx.new_id(), now)
        };
        samskab_hearing::store::add(&mut tx, &hearing).await.unwrap();
        tx.commit().await.unwrap();
    }
    let mut karen = world.house.signed_in(town.key_care).await;
    let step = world.step(&path, StepKind::Hearing).await;
    let page = karen.get(&step.href()).await;
    assert!(page.has("Høring til maj") && !page.has("Høring i det skjulte"), "{}", page.body);
}

#[db_test]
async fn a_policy_that_is_given_up_takes_its_points_off_the_agendas(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = begun(&world, &mut asta, "empty").await;
    let council = world.volunteers.to_string();
    let fields = [
        ("titel", "Frivilligrådet drøfter tanken"),
        ("slags", "other"),
        ("verbum", "discusses"),
        ("praecision", "day"),
        ("fra", "2026-03-09"),
        ("organ", council.as_str()),
    ];
    assert_eq!(asta.post(&format!("{path}/trin/nyt"), &fields).await.status, 303);
    let times = [("dag", "2026-03-09"), ("fra", "14:00"), ("til", "16:00"), ("gentag", "en")];
    let planned = asta.post(&format!("/organer/{}/moeder/nyt", world.volunteers), &times).await;
    let meeting = path_of(&planned.location);
    assert!(asta.get(&meeting).await.has("Frivilligrådet drøfter tanken"));
    let page = asta.get(&format!("{path}/stop")).await;
    assert!(page.has("1 punkt bliver taget af en dagsorden"), "{}", page.body);
    assert_eq!(asta.post(&format!("{path}/stop"), &[("grund", "")]).await.status, 422);
    let stopped = asta.post(&format!("{path}/stop"), &[("grund", "Der er ikke penge i år.")]).await;
    assert!(says(&mut asta, &stopped, "Politikken er stoppet").await);
    assert!(asta.get(&meeting).await.has("Trukket tilbage"), "the point is withdrawn");
    assert_eq!(world.step(&path, StepKind::Other).await.state, StepState::Cancelled);
}

#[db_test]
async fn a_plan_that_begins_long_ago_is_asked_about_and_moved_as_a_whole(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let care = world.house.town.care.to_string();
    let fields = [
        ("titel", "Frivilligpolitik"),
        ("slags", "values"),
        ("plan", "guide"),
        ("fra", "2020-01-06"),
        ("omraader", care.as_str()),
    ];
    let asked = asta.post("/politikker/ny", &fields).await;
    assert!(asked.status == 422 && asked.has("Dagen ligger mere end to måneder tilbage"), "{}", asked.body);
    assert!(asked.has("Vælg mindst én forvaltning mere"), "one department is none: {}", asked.body);
    let sure = [&fields[..4], &[("er_begyndt", "ja")]].concat();
    let begun = asta.post("/politikker/ny", &sure).await;
    assert_eq!(begun.status, 303, "{}", begun.body);
    let path = path_of(&begun.location).trim_end_matches("/plan").to_owned();
    let before = world.steps(&path).await;
    assert!(!asta.get("/overblik").await.has("Har ventet i 2."), "nobody has waited for years");
    let mute = asta.post(&format!("{path}/flyt"), &[("fra", ""), ("dage", "")]).await;
    assert!(mute.status == 422 && mute.has("Skriv en dag, eller hvor mange dage"), "{}", mute.body);
    let both = asta.post(&format!("{path}/flyt"), &[("fra", "2026-03-02"), ("dage", "3")]).await;
    assert!(both.status == 422 && both.has("Skriv kun ét af de to"), "{}", both.body);
    assert_eq!(asta.post(&format!("{path}/flyt"), &[("fra", "2026-03-01")]).await.status, 303);
    let after = world.steps(&path).await;
    assert_eq!(after[0].starts_on, Day::of(2026, 3, 1));
    for (before, after) in before.iter().zip(&after) {
        let months = |step: &samskab_policy::step::Step| {
            let month = |day: Day| i32::from(day.date().year()) * 12 + i32::from(day.date().month());
            month(step.ends_on) - month(step.starts_on)
        };
        assert_eq!(months(before), months(after), "{}", before.title);
        assert!(after.starts_on >= Day::of(2026, 3, 1) && after.moved_from.is_none(), "{}", after.title);
    }
    assert_eq!(asta.post(&format!("{path}/flyt"), &[("dage", "-31")]).await.status, 303);
    assert_eq!(world.steps(&path).await[0].starts_on, Day::of(2026, 2, 1));
}

#[db_test]
async fn whether_it_works_is_not_said_before_it_is_adopted(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = begun(&world, &mut asta, "guide").await;
    let refused = held(&world, &mut asta, &path, StepKind::Evaluate).await;
    assert!(says(&mut asta, &refused, "Trinnet kan ikke markeres som udført endnu").await);
    assert!(asta.get(&format!("{path}/plan")).await.has("At politikken er vedtaget."));
    // What is planned for later can be done, but it is asked.
    let step = world.step(&path, StepKind::Dialogue).await;
    assert!(asta.get(&format!("{}/udfoert", step.href())).await.has("Er trinnet allerede udført?"));
}
