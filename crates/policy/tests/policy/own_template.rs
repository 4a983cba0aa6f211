//! A plan is kept as the municipality's own template, used again, renamed and deleted, and by whom.

use samskab_kernel::TenantId;
use samskab_organisation::body::BodyKind;
use samskab_policy::{
    own_template::{OwnTemplate, store as templates},
    step::StepState,
};
use samskab_store::db_test;

use super::*;

async fn all(world: &World, tenant: TenantId) -> Vec<OwnTemplate> {
    let mut reader = world.house.db.read().await.unwrap();
    templates::all(&mut reader, tenant).await.unwrap()
}

const NAMED: [(&str, &str); 2] = [("navn", "Vores politikproces"), ("om", "Til store politikker.")];

#[db_test]
async fn a_plan_is_kept_as_a_template_and_a_new_policy_begins_with_it(db: Db) {
    let world = world(db).await;
    let tenant = world.house.town.tenant;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = begun(&world, &mut asta, "guide").await;
    assert!(asta.get("/politikker/skabeloner").await.has("Der er ingen skabeloner endnu"));
    held(&world, &mut asta, &path, StepKind::Consult).await;
    asta.post(&format!("{path}/aftal"), &[]).await;
    let off = world.step(&path, StepKind::Input).await;
    asta.post(&format!("{}/aflys", off.href()), &[("grund", "Ingen har tid.")]).await;
    let form = format!("{path}/skabelon");
    assert!(asta.get(&format!("{path}/plan")).await.has(&format!("href=\"{form}\"")));
    assert!(asta.get(&form).await.has("12 trin bliver gemt"));
    let mute = asta.post(&form, &[("om", "Til store politikker.")]).await;
    assert!(mute.status == 422 && mute.has("id=\"navn-error\"") && mute.has("Til store politikker."));
    let kept = asta.post(&form, &NAMED).await;
    assert!(says(&mut asta, &kept, "Planen er gemt som skabelon").await);
    // The same name again is said at its field, and nothing that was typed is lost.
    let twice = asta.post(&form, &[("navn", "vores Politikproces"), ("om", "Igen.")]).await;
    assert!(twice.status == 422 && twice.has("Der er allerede en skabelon med det navn"), "{}", twice.body);
    assert!(twice.has("value=\"vores Politikproces\"") && twice.has("Igen."), "{}", twice.body);
    let template = all(&world, tenant).await.pop().unwrap();
    assert_eq!(all(&world, tenant).await.len(), 1);
    let list = asta.get("/politikker/skabeloner").await;
    assert!(list.has("Vores politikproces") && list.has("12 trin"), "{}", list.body);
    assert!(list.has("fra »Frivilligpolitik«") && list.has("Til store politikker."), "{}", list.body);
    let page = asta.get(&template.href()).await;
    assert!(page.has("fra begyndelsen") && page.has("dage efter begyndelsen"), "{}", page.body);
    assert!(!page.has("Vi talte om det.") && !page.has(&off.title), "nothing of what came of it");
    // It is chosen by the link, and stands before the plans of other policies.
    let new = asta.get(&format!("/politikker/ny?plan={}", template.id)).await;
    let value = format!("value=\"{}\"", template.id);
    assert!(new.has(&format!("{value} selected")), "{}", new.body);
    let other = format!("value=\"{}\"", id(&path));
    assert!(new.body.find(&value) < new.body.find(&other) && new.has(&other));
    let own = template.id.to_string();
    let fields =
        [("titel", "Idrætspolitik"), ("slags", "theme"), ("plan", own.as_str()), ("fra", "2026-05-01")];
    let begun = asta.post("/politikker/ny", &fields).await;
    assert_eq!(begun.status, 303, "{}", begun.body);
    let second = path_of(&begun.location).trim_end_matches("/plan").to_owned();
    let (first, steps) = (world.steps(&path).await, world.steps(&second).await);
    let titles = |steps: &[Step]| {
        let live = steps.iter().filter(|step| step.state != StepState::Cancelled);
        live.map(|step| step.title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(titles(&steps), titles(&first));
    assert!(steps.iter().all(|step| step.state == StepState::Planned && step.outcome.is_empty()));
    assert_eq!(steps[0].starts_on, Day::of(2026, 5, 1));
    let council = steps.iter().find(|step| step.kind == StepKind::Council).unwrap();
    assert_eq!(council.body, Some(world.council));
    // It is renamed and deleted; what began with it stays.
    let renamed =
        asta.post(&format!("{}/rediger", template.href()), &[("navn", "Den store"), ("om", "")]).await;
    assert!(says(&mut asta, &renamed, "Skabelonen er gemt").await);
    let asked = asta.get(&format!("{}/slet", template.href())).await;
    assert!(asked.has("»Den store«") && asked.has("bliver ikke ændret"), "{}", asked.body);
    let removed = asta.post(&format!("{}/slet", template.href()), &[]).await;
    assert!(says(&mut asta, &removed, "Skabelonen er slettet").await);
    assert!(all(&world, tenant).await.is_empty());
    assert_eq!(world.steps(&second).await.len(), 12);
    // Whoever still has it chosen begins with no empty plan.
    let late = asta.post("/politikker/ny", &fields).await;
    assert!(late.status == 422 && late.has("Den plan kan ikke vælges længere"), "{}", late.body);
    assert!(late.has("value=\"Idrætspolitik\""), "{}", late.body);
}

#[db_test]
async fn whoever_leads_a_policy_keeps_its_plan_and_others_leave_it_as_it_is(db: Db) {
    let world = world(db).await;
    let town = &world.house.town;
    let mut asta = world.house.signed_in(town.coordinator).await;
    let path = begun(&world, &mut asta, "sprint").await;
    let form = format!("{path}/skabelon");
    let mut karen = world.house.signed_in(town.key_care).await;
    assert_eq!(karen.get(&form).await.status, 403);
    assert_eq!(karen.post(&form, &NAMED).await.status, 404);
    let leader = town.position_key_care.to_string();
    let fields = [("titel", "Frivilligpolitik"), ("slags", "values"), ("leder", leader.as_str())];
    assert_eq!(asta.post(&format!("{path}/rediger"), &fields).await.status, 303);
    assert_eq!(karen.post(&form, &NAMED).await.status, 303);
    let template = all(&world, town.tenant).await.pop().unwrap();
    assert_eq!(template.person, Some(town.key_care));
    // She changes her own; somebody else who works here reads it.
    let href = template.href();
    assert_eq!(karen.get(&format!("{href}/rediger")).await.status, 200);
    let mut other = world.house.signed_in(town.key_schools).await;
    let page = other.get(&href).await;
    assert!(page.status == 200 && !page.has(&format!("{href}/slet")), "{}", page.body);
    assert!(!page.has("/politikker/ny?plan="), "she begins no policies");
    assert_eq!(other.get(&format!("{href}/slet")).await.status, 403);
    assert_eq!(other.post(&format!("{href}/slet"), &[]).await.status, 404);
    assert_eq!(other.post(&format!("{href}/rediger"), &NAMED).await.status, 404);
    let mut visitor = world.house.visitor();
    for page in [href.as_str(), "/politikker/skabeloner"] {
        assert_eq!(visitor.get(page).await.status, 401, "{page}");
    }
    assert_eq!(asta.post(&format!("{href}/slet"), &[]).await.status, 303, "the coordinator may");
}

#[db_test]
async fn a_template_of_another_municipality_is_not_there(db: Db) {
    let world = world(db).await;
    let stamp_of = |tenant| Stamp { tenant, actor: None, now: world.house.clock.now() };
    let elsewhere =
        samskab_organisation::testing::town_at(&world.house.db, "skovby", "skovby.example").await.tenant;
    let foreign = {
        let mut tx = world.house.db.begin(stamp_of(elsewhere)).await.unwrap();
        let template = OwnTemplate {
            id: tx.new_id(),
            name: "Skovbys plan".into(),
            about: String::new(),
            steps: Vec::new(),
            policy: None,
            person: None,
            created_at: tx.now(),
            updated_at: tx.now(),
        };
        templates::add(&mut tx, &template).await.unwrap();
        tx.commit().await.unwrap();
        template
    };
    {
        let mut tx = world.house.db.begin(stamp_of(elsewhere)).await.unwrap();
        let second = OwnTemplate { id: tx.new_id(), ..foreign.clone() };
        let refused = templates::add(&mut tx, &second).await.unwrap_err();
        assert!(refused.is_unique_violation(), "one of a name");
    }
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let href = foreign.href();
    for page in [href.clone(), format!("{href}/rediger"), format!("{href}/slet")] {
        assert_eq!(asta.get(&page).await.status, 404, "{page}");
    }
    assert_eq!(asta.post(&format!("{href}/slet"), &[]).await.status, 404);
    assert_eq!(asta.post(&format!("{href}/rediger"), &NAMED).await.status, 404);
    assert!(!asta.get("/politikker/ny").await.has("Skovbys plan"));
    let own = foreign.id.to_string();
    let fields =
        [("titel", "Idrætspolitik"), ("slags", "theme"), ("plan", own.as_str()), ("fra", "2026-05-01")];
    assert_eq!(asta.post("/politikker/ny", &fields).await.status, 422);
    assert_eq!(all(&world, elsewhere).await.len(), 1);
    // The same name is free here.
    let path = begun(&world, &mut asta, "guide").await;
    let same = [("navn", "Skovbys plan")];
    assert_eq!(asta.post(&format!("{path}/skabelon"), &same).await.status, 303);
}

#[db_test]
async fn a_body_that_is_gone_is_named_in_words_when_its_template_is_used(db: Db) {
    let world = world(db).await;
    let mut asta = world.house.signed_in(world.house.town.coordinator).await;
    let path = begun(&world, &mut asta, "guide").await;
    let committee = world.committee.to_string();
    let set =
        rewritten(&world, &mut asta, &path, StepKind::Committee, "2026-06-12", &[("organ", &committee)])
            .await;
    assert_eq!(set.status, 303, "{}", set.body);
    assert_eq!(asta.post(&format!("{path}/skabelon"), &NAMED).await.status, 303);
    let template = all(&world, world.house.town.tenant).await.pop().unwrap();
    {
        let stamp = Stamp { tenant: world.house.town.tenant, actor: None, now: world.house.clock.now() };
        let mut tx = world.house.db.begin(stamp).await.unwrap();
        let bodies = body::store::every(&mut tx, stamp.tenant).await.unwrap();
        let there = bodies.into_iter().find(|body| body.id == world.committee).unwrap();
        assert_eq!(there.kind, BodyKind::Committee);
        let validity = Validity { to: Some(Day::of(2026, 2, 1)), ..there.validity };
        body::store::save(&mut tx, &Body { validity, ..there }).await.unwrap();
        tx.commit().await.unwrap();
    }
    let own = template.id.to_string();
    let fields =
        [("titel", "Idrætspolitik"), ("slags", "theme"), ("plan", own.as_str()), ("fra", "2026-05-01")];
    let begun = asta.post("/politikker/ny", &fields).await;
    assert_eq!(begun.status, 303, "{}", begun.body);
    let step = world.step(path_of(&begun.location).trim_end_matches("/plan"), StepKind::Committee).await;
    assert_eq!((step.body, step.organ.as_str()), (None, "Velfærdsudvalget"));
}
