//! The path of a børneattest and of the other requirements over HTTP, in the small town every test knows.

use axum::http::StatusCode;
use samskab_kernel::Day;
use samskab_organisation::person::PersonId;
use samskab_requirement::{Lack, Missing, Precondition, StateKind, missing, store};
use samskab_store::{Db, db_test};
use samskab_taskbank::task::{Requirement, Task};

use crate::testing::{World, accepted};

mod gate;
mod time;

async fn asks_for(world: &World, requirements: &[Requirement]) -> Task {
    world
        .task(|task| {
            task.requirements = requirements.to_vec();
            task.course = "Førstehjælp".into();
        })
        .await
}

async fn lacks(world: &World, person: PersonId, task: &Task) -> Vec<Missing> {
    let mut reader = world.db.read().await.unwrap();
    let today = world.clock.now().day();
    missing(&mut reader, world.town.tenant, person, task, today).await.unwrap()
}

#[db_test]
async fn a_certificate_is_needed_ordered_consented_to_and_assessed_and_nothing_of_it_is_kept(db: Db) {
    let world = World::new(&db).await;
    let task = asks_for(&world, &[Requirement::ChildrensCertificate]).await;
    let engagement = accepted(&world, &task).await;
    let vilma = world.cookie(engagement.person).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let page = format!("/engagementer/{}/krav/boerneattest", engagement.id);
    let post = async |step: &str, fields: &[(&str, &str)]| {
        world.post_as(&format!("{page}/{step}"), fields, &lone).await
    };

    let shown = world.get_as(&page, &lone).await;
    assert!(shown.body.contains("Gem aldrig en børneattest"), "{}", shown.body);
    assert!(
        !shown.body.contains("type=\"file\"") && !shown.body.contains("<textarea"),
        "no place to keep it"
    );
    assert_eq!(lacks(&world, engagement.person, &task).await[0].lack, Lack::NotBegun);

    // Each step needs the one before it.
    assert_eq!(post("bestilling", &[("dag", "2026-03-02"), ("fyldt15", "ja")]).await.status, 422);
    assert_eq!(post("behov", &[]).await.status, 422);
    assert_eq!(post("behov", &[("fordi", "direct_contact")]).await.status, StatusCode::SEE_OTHER);
    let unsaid = post("bestilling", &[("dag", "2026-03-02")]).await;
    assert!(unsaid.status == 422 && unsaid.body.contains("fyldt 15 år"), "{}", unsaid.body);
    let tomorrow = post("bestilling", &[("dag", "2026-03-03"), ("fyldt15", "ja")]).await;
    assert!(tomorrow.status == 422 && tomorrow.body.contains("Dagen er ikke kommet endnu"));
    let ordered = post("bestilling", &[("dag", "2026-03-02"), ("fyldt15", "ja")]).await;
    assert_eq!(ordered.status, StatusCode::SEE_OTHER, "{}", ordered.body);
    let early = [("dag", "2026-03-02"), ("udfald", "kan"), ("slettet", "ja")];
    assert_eq!(post("vurdering", &early).await.status, 422, "without the consent there is no certificate");

    // The volunteer says so herself.
    let own = world.get_as("/min-side/krav", &vilma).await;
    assert!(own.body.contains("Jeg har sagt ja i Digital Post"), "{}", own.body);
    let at = own.body.find("/samtykke").unwrap();
    let from = own.body[..at].rfind('"').unwrap() + 1;
    let consent = format!("{}/samtykke", &own.body[from..at]);
    let strangers = world.cookie(world.town.chair_handball).await;
    assert_eq!(world.post_as(&consent, &[], &strangers).await.status, StatusCode::NOT_FOUND);
    assert_eq!(world.post_as(&consent, &[], &vilma).await.status, StatusCode::SEE_OTHER);

    // Assessed, once the certificate is deleted.
    let kept = post("vurdering", &[("dag", "2026-03-02"), ("udfald", "kan")]).await;
    assert!(kept.status == 422 && kept.body.contains("Slet attesten først"), "{}", kept.body);
    assert_eq!(post("vurdering", &early).await.status, StatusCode::SEE_OTHER);
    assert!(lacks(&world, engagement.person, &task).await.is_empty());
    let shown = world.get_as(&page, &lone).await;
    assert!(shown.body.contains("2. marts 2028"), "a new one is recommended after two years: {}", shown.body);

    // Another place's people see nothing of it.
    let elsewhere = world.cookie(world.town.contact_school).await;
    for path in
        [page.clone(), format!("/opgaver/{}/krav", task.id), format!("/engagementer/{}/krav", engagement.id)]
    {
        assert_eq!(world.get_as(&path, &elsewhere).await.status, StatusCode::FORBIDDEN, "{path}");
        assert_eq!(world.get_as(&path, &lone).await.status, StatusCode::OK, "{path}");
    }
}

#[db_test]
async fn that_a_task_cannot_be_given_is_seen_by_its_assessor_and_the_coordinator_and_then_forgotten(db: Db) {
    let world = World::new(&db).await;
    let task = asks_for(&world, &[Requirement::ChildrensCertificate]).await;
    let engagement = accepted(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let page = format!("/engagementer/{}/krav/boerneattest", engagement.id);
    let day = ("dag", "2026-03-02");
    for (step, fields) in [
        ("behov", vec![("fordi", "moves_among")]),
        ("bestilling", vec![day, ("fyldt15", "ja")]),
        ("samtykke", vec![day]),
        ("vurdering", vec![day, ("udfald", "kan-ikke"), ("slettet", "ja")]),
    ] {
        let done = world.post_as(&format!("{page}/{step}"), &fields, &lone).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{step}: {}", done.body);
    }
    let told = "Denne opgave kan ikke gives";
    let deputy = world.cookie(world.town.deputy_solgaarden).await;
    let asta = world.cookie(world.town.coordinator).await;
    assert!(world.get_as(&page, &lone).await.body.contains(told));
    assert!(world.get_as(&page, &asta).await.body.contains(told));
    for path in
        [page.clone(), format!("/opgaver/{}/krav", task.id), format!("/engagementer/{}/krav", engagement.id)]
    {
        let seen = world.get_as(&path, &deputy).await;
        assert!(
            seen.status == StatusCode::OK && !seen.body.contains("kan ikke gives"),
            "{path}: {}",
            seen.body
        );
    }
    let vilma = world.cookie(engagement.person).await;
    let own = world.get_as("/min-side/krav", &vilma).await;
    assert!(own.body.contains("Stedet kan ikke give dig denne opgave"), "{}", own.body);
    assert!(matches!(lacks(&world, engagement.person, &task).await[0].lack, Lack::Refused { .. }));
    for mail in world.mails_to("vilma@post.example").await {
        assert!(!mail.body.contains("kan ikke give"), "it is said in person");
    }

    world.clock.set(Day::of(2026, 9, 10).at(9, 0));
    let services = samskab_organisation::testing::services_at(&db, &world.clock, &[]);
    crate::fulfilment::watch::forget(services, world.town.tenant).await.unwrap();
    assert_eq!(lacks(&world, engagement.person, &task).await[0].lack, Lack::NotBegun);
}

#[db_test]
async fn the_words_are_accepted_and_new_words_ask_again(db: Db) {
    let world = World::new(&db).await;
    let task = asks_for(&world, &[Requirement::Confidentiality]).await;
    let engagement = accepted(&world, &task).await;
    let vilma = world.cookie(engagement.person).await;
    let asta = world.cookie(world.town.coordinator).await;
    let own = "/min-side/krav/tavshedserklaering";
    assert!(world.get_as(own, &vilma).await.body.contains("heller ikke derhjemme"));
    let unread = world.post_as(own, &[("version", "7")], &vilma).await;
    assert_eq!(unread.status, 422, "what was not read is not accepted");
    assert_eq!(world.post_as(own, &[("version", "1")], &vilma).await.status, StatusCode::SEE_OTHER);
    assert!(lacks(&world, engagement.person, &task).await.is_empty());

    let admin = "/krav/tavshedserklaering";
    assert_eq!(world.get_as(admin, &vilma).await.status, StatusCode::FORBIDDEN);
    assert!(world.get_as(admin, &asta).await.body.contains("Én har godkendt teksten"));
    let written = world.post_as(admin, &[("tekst", "Du lover at tie."), ("version", "1")], &asta).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.body);
    let late = world.post_as(admin, &[("tekst", "Noget andet."), ("version", "1")], &asta).await;
    assert!(late.status == 422 && late.body.contains("Noget andet."), "{}", late.body);
    assert_eq!(lacks(&world, engagement.person, &task).await[0].lack, Lack::NewText);
    assert!(world.get_as(own, &vilma).await.body.contains("Du lover at tie."));
    world.post_as(own, &[("version", "2")], &vilma).await;
    assert!(lacks(&world, engagement.person, &task).await.is_empty());
}

#[db_test]
async fn what_the_place_notes_has_a_day_and_an_end_and_is_told_a_month_before(db: Db) {
    let world = World::new(&db).await;
    let task =
        asks_for(&world, &[Requirement::Course, Requirement::DrivingLicence, Requirement::Introduction])
            .await;
    let engagement = accepted(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let whats: Vec<Precondition> =
        lacks(&world, engagement.person, &task).await.iter().map(|one| one.what).collect();
    assert_eq!(
        whats,
        [Precondition::Course, Precondition::DrivingLicence],
        "an introduction keeps nobody out"
    );
    let base = format!("/engagementer/{}/krav", engagement.id);
    let too_old = world.post_as(&format!("{base}/kursus/notering"), &[("dag", "2020-01-01")], &lone).await;
    assert!(too_old.status == 422 && too_old.body.contains("36 måneder"), "{}", too_old.body);
    for what in ["kursus", "koerekort", "introduktion"] {
        let noted = world.post_as(&format!("{base}/{what}/notering"), &[("dag", "2026-02-20")], &lone).await;
        assert_eq!(noted.status, StatusCode::SEE_OTHER, "{what}: {}", noted.body);
    }
    assert!(lacks(&world, engagement.person, &task).await.is_empty());
    let elsewhere = asks_for(&world, &[Requirement::Course, Requirement::DrivingLicence]).await;
    assert!(
        lacks(&world, engagement.person, &elsewhere).await.is_empty(),
        "the same course, the same licence"
    );
    let removed = world.post_as(&format!("{base}/kursus/fjern"), &[], &lone).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER);
    assert_eq!(lacks(&world, engagement.person, &task).await[0].lack, Lack::NotBegun);
    world.clock.set(Day::of(2028, 2, 21).at(9, 0));
    assert_eq!(
        lacks(&world, engagement.person, &task).await[1].lack,
        Lack::RunOut { on: Day::of(2028, 2, 20) },
        "a licence is shown again after two years"
    );
}

#[db_test]
async fn a_lowest_age_is_noted_and_counts_from_its_day(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|task| task.min_age = Some(18)).await;
    let engagement = accepted(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let note = format!("/engagementer/{}/krav/alder/notering", engagement.id);
    assert_eq!(lacks(&world, engagement.person, &task).await[0].lack, Lack::AgeUnknown { years: 18 });
    assert_eq!(world.post_as(&note, &[("alder", "senere")], &lone).await.status, 422);
    world.post_as(&note, &[("alder", "senere"), ("fra", "2026-05-01")], &lone).await;
    let waits = Lack::OldEnoughFrom { day: Day::of(2026, 5, 1), years: 18 };
    assert_eq!(lacks(&world, engagement.person, &task).await[0].lack, waits);
    world.clock.set(Day::of(2026, 5, 1).at(9, 0));
    assert!(lacks(&world, engagement.person, &task).await.is_empty());
}

#[db_test]
async fn two_who_take_the_same_step_at_once_take_it_once(db: Db) {
    let world = World::new(&db).await;
    let task = asks_for(&world, &[Requirement::Introduction]).await;
    let engagement = accepted(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let deputy = world.cookie(world.town.deputy_solgaarden).await;
    let note = format!("/engagementer/{}/krav/introduktion/notering", engagement.id);
    let day = [("dag", "2026-03-02")];
    let (one, other) = tokio::join!(world.post_as(&note, &day, &lone), world.post_as(&note, &day, &deputy));
    for said in [one, other] {
        assert!(said.status == StatusCode::SEE_OTHER || said.status == 422, "{}", said.body);
    }
    let mut reader = db.read().await.unwrap();
    let noted = store::of_people(&mut reader, world.town.tenant, &[engagement.person]).await.unwrap();
    assert_eq!(noted.len(), 1);
    assert_eq!(noted[0].state.kind(), StateKind::Fulfilled);
}

/// The columns of 0007, by name: none could hold a certificate, its text or a CPR number (law B.4). Whoever adds
/// one must think again here.
#[test]
fn no_column_could_hold_a_certificate() {
    let text = include_str!("../../../../migrations/0007_requirement.sql");
    let mut columns: Vec<&str> = text
        .lines()
        .filter(|line| line.starts_with("    ") && !line.trim_start().starts_with("--"))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    columns.sort_unstable();
    columns.dedup();
    assert_eq!(
        columns,
        [
            "assessed_by",
            "assessed_on",
            "association_id",
            "because",
            "consented_on",
            "counts_from",
            "created_at",
            "has_children",
            "id",
            "ordered_on",
            "person_id",
            "requirement",
            "signed_at",
            "signed_by",
            "signed_name",
            "signed_role",
            "state",
            "state_since",
            "task_id",
            "tenant_id",
            "text",
            "text_version",
            "updated_at",
            "valid_from",
            "valid_to",
            "version",
            "warned_at",
            "year",
            "years",
        ]
    );
    // The one free text is the municipality's own statement, about nobody; what is known of a person has none.
    let fulfilment = text.split("create table fulfilment").nth(1).unwrap().split("\n);").next().unwrap();
    for line in fulfilment.lines().map(|line| line.split("--").next().unwrap().trim()) {
        let mut words = line.split_whitespace();
        let (name, kind) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        assert!(!["text", "note", "content", "file", "scan", "cpr"].contains(&name), "{line}");
        assert!(!["bytea", "blob"].contains(&kind), "{line}");
    }
}
