//! The declaration over HTTP: signed, corrected, reminded of in January and by the coordinator.

use axum::http::StatusCode;
use samskab_kernel::{Day, Instant};
use samskab_organisation::answering::Poster;
use samskab_store::{Db, db_test};

use super::{self as declaration, Gates};
use crate::task::{self, StateKind as TaskState, Task};
use crate::testing::World;

samskab_store::statements! {
    NEWS_OF = "select n.text from notice n join person p on p.id = n.person_id
               where n.tenant_id = $1 and n.kind = $2 order by n.text";
}

async fn news(world: &World, kind: &str) -> Vec<String> {
    let mut reader = world.db.read().await.unwrap();
    reader.query(&NEWS_OF).bind(world.town.tenant).bind(kind.to_owned()).scalars().await.unwrap()
}

async fn january(world: &World, at: Instant) {
    world.clock.set(at);
    declaration::remind(world.services(), world.town.tenant).await.unwrap();
}

#[db_test]
async fn an_association_signs_for_the_year_and_its_tasks_wait_where_the_municipality_wants_so(db: Db) {
    let world = World::new(&db, &[], Vec::new()).await;
    let abel = world.cookie(world.town.chair_handball).await;
    let agnes = world.cookie(world.town.coordinator_handball).await;
    let asta = world.cookie(world.town.coordinator).await;
    let page = format!("/foreninger/{}/erklaering", world.town.handball);
    let task = world
        .task(|task| {
            task.poster = Poster::Association(world.town.handball);
            task.target_groups = vec!["children".into()];
        })
        .await;
    assert!(!task.waits_for_declaration(Gates::Nothing));
    assert!(task.waits_for_declaration(Gates::Children));

    assert_eq!(world.get_as(&page, &asta).await.status, StatusCode::OK, "the coordinator reads it");
    let theirs = world.post_as(&page, &[("boern", "ja")], &asta).await;
    assert_eq!(theirs.status, StatusCode::NOT_FOUND, "and gives nobody's word");
    let elsewhere = world.cookie(world.town.contact_school).await;
    assert_eq!(world.get_as(&page, &elsewhere).await.status, StatusCode::FORBIDDEN);
    let unsaid = world.post_as(&page, &[("boern", "nej")], &agnes).await;
    assert!(unsaid.status == 422 && unsaid.body.contains("tegne foreningen"), "{}", unsaid.body);
    assert!(world.get_as("/erklaeringer", &asta).await.body.contains("Fjordlund Håndboldklub"));
    let signed = world.post_as(&page, &[("boern", "ja")], &abel).await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER, "the chair signs by role: {}", signed.body);
    let mut reader = db.read().await.unwrap();
    assert!(
        declaration::is_in_order(&mut reader, world.town.tenant, world.town.handball, 2026).await.unwrap()
    );
    assert!(
        !declaration::is_in_order(&mut reader, world.town.tenant, world.town.handball, 2027).await.unwrap()
    );
    drop(reader);
    let list = world.get_as("/erklaeringer.csv", &asta).await;
    assert!(
        list.body.contains("Fjordlund Håndboldklub") && list.body.contains("Abel Demosen"),
        "{}",
        list.body
    );
    assert_eq!(world.get_as("/erklaeringer", &abel).await.status, StatusCode::FORBIDDEN);
}

#[db_test]
async fn the_declaration_is_found_from_the_association_corrected_and_receipted(db: Db) {
    let world = World::new(&db, &[], Vec::new()).await;
    let abel = world.cookie(world.town.chair_handball).await;
    let asta = world.cookie(world.town.coordinator).await;
    let association = format!("/foreninger/{}", world.town.handball);
    let page = format!("{association}/erklaering");
    for (who, finds) in
        [(&abel, true), (&asta, true), (&world.cookie(world.town.contact_school).await, false)]
    {
        assert_eq!(world.get_as(&association, who).await.body.contains(&page), finds);
    }
    // A task for children asks for it also where nothing waits for it.
    let task = world
        .task(|task| {
            task.poster = Poster::Association(world.town.handball);
            task.target_groups = vec!["children".into()];
        })
        .await;
    assert!(!task.waits_for_declaration(Gates::Nothing));
    assert!(world.get_as("/overblik", &abel).await.body.contains(&page), "it waits for the chair");

    world.post_as(&page, &[("boern", "nej")], &abel).await;
    let list = world.get_as("/erklaeringer?tilstand=passer-ikke", &asta).await.body;
    assert!(list.contains("Siger nej, men har opgaver med børn") && list.contains(&page), "{list}");
    let said = world.get_as(&page, &abel).await.body;
    assert!(
        said.contains("opgave, der er for børn eller familier") && said.contains("Ret erklæringen"),
        "{said}"
    );
    // Sent once more without asking to correct, what is signed stands.
    world.post_as(&page, &[("boern", "ja")], &abel).await;
    assert!(world.get_as(&page, &abel).await.body.contains("Har ingen aktiviteter"));
    assert!(world.get_as(&format!("{page}?retter=ja"), &abel).await.body.contains("name=\"retter\""));
    world.post_as(&page, &[("boern", "ja"), ("retter", "ja")], &abel).await;
    let said = world.get_as(&page, &abel).await.body;
    let (now, earlier) = said.split_once("Tidligere erklæringer").unwrap();
    assert!(now.contains("Henter børneattester") && earlier.contains("Har ingen aktiviteter"), "{said}");
    assert!(!world.get_as("/erklaeringer?tilstand=passer-ikke", &asta).await.body.contains(&page));
    assert!(!world.get_as("/overblik", &abel).await.body.contains(&page));
    world.work().await;
    let receipts = world.mails_to("abel.demosen@fjordlund.example").await;
    let receipts: Vec<_> = receipts.iter().filter(|mail| mail.subject.contains("skrevet under")).collect();
    assert_eq!(receipts.len(), 2, "one for each signature: {receipts:?}");
    assert!(
        receipts.iter().any(|mail| mail.body.contains("Henter børneattester") && mail.body.contains(&page))
    );
}

#[db_test]
async fn in_january_the_chair_is_told_once_and_by_mail_until_the_club_has_declared(db: Db) {
    let world = World::new(&db, &[], Vec::new()).await;
    world.decide(r#"{"declaration_gates": "all"}"#).await;
    let kind = "requirement.declaration";
    january(&world, Day::of(2026, 12, 28).at(9, 0)).await;
    assert!(news(&world, kind).await.is_empty(), "not in December");
    for day in [4, 5, 6] {
        january(&world, Day::of(2027, 1, day).at(9, 0)).await;
    }
    let told = news(&world, kind).await;
    assert!(!told.is_empty() && told.iter().all(|text| text.contains("børneattester for 2027")), "{told:?}");
    world.work_at(Day::of(2027, 1, 11).at(7, 30)).await;
    let abel = "abel.demosen@fjordlund.example";
    let mails: Vec<_> = world.mails_to(abel).await;
    let mails: Vec<_> = mails.iter().filter(|mail| mail.body.contains("børneattester for 2027")).collect();
    assert_eq!(mails.len(), 1, "{mails:?}");
    let page = format!("/foreninger/{}/erklaering", world.town.handball);
    assert!(mails[0].body.contains(&page), "{}", mails[0].body);

    let chair = world.cookie(world.town.chair_handball).await;
    assert!(
        world
            .get_as("/overblik", &chair)
            .await
            .body
            .contains("Skriv under på børneattest-erklæringen for 2027")
    );
    let signed = world.post_as(&page, &[("boern", "nej")], &chair).await;
    assert_eq!(signed.status, 303, "{}", signed.body);
    assert!(!world.get_as("/overblik", &chair).await.body.contains("Skriv under på børneattest"));
    january(&world, Day::of(2028, 1, 3).at(9, 0)).await;
    let again = news(&world, kind).await;
    assert!(
        again.iter().any(|text| text.contains("børneattester for 2028")),
        "the next year anew: {again:?}"
    );
}

#[db_test]
async fn the_coordinator_reminds_those_who_have_not_declared_and_nobody_twice_in_a_fortnight(db: Db) {
    let world = World::new(&db, &[], Vec::new()).await;
    let asta = world.cookie(world.town.coordinator).await;
    let handball = world.town.handball.to_string();
    let fields = [("valgt", handball.as_str()), ("handling", "mind")];
    let listed = world.get_as("/erklaeringer?tilstand=mangler", &asta).await.body;
    assert!(listed.contains("Fjordlund Håndboldklub"), "{listed}");
    let preview = world.post_as("/erklaeringer/valgte", &fields, &asta).await.body;
    assert!(
        preview.contains("Mind 1 forening om erklæringen") && preview.contains("Abel Demosen"),
        "{preview}"
    );
    let done = world.post_as("/erklaeringer/valgte/udfoer", &fields, &asta).await.body;
    assert!(done.contains("1 forening er mindet"), "{done}");
    assert!(!news(&world, "requirement.declaration").await.is_empty());
    let again = world.post_as("/erklaeringer/valgte", &fields, &asta).await.body;
    assert!(again.contains("har fået besked inden for de sidste 14 dage"), "{again}");
    world.clock.set(Day::of(2026, 3, 20).at(9, 0));
    let asta = world.cookie(world.town.coordinator).await;
    let later = world.post_as("/erklaeringer/valgte", &fields, &asta).await.body;
    assert!(later.contains("Mind 1 forening om erklæringen"), "{later}");
    let chair = world.cookie(world.town.chair_handball).await;
    let page = format!("/foreninger/{handball}/erklaering");
    world.post_as(&page, &[("boern", "nej")], &chair).await;
    let signed = world.post_as("/erklaeringer/valgte", &fields, &asta).await.body;
    assert!(signed.contains("har skrevet under"), "{signed}");
    assert_eq!(world.post_as("/erklaeringer/valgte", &fields, &chair).await.status, 403);
}

/// The handball club's task for children, in this state.
async fn of_the_club(world: &World, group: &str, state: task::State) -> Task {
    world
        .task(|task| {
            task.poster = Poster::Association(world.town.handball);
            task.contact = Some(world.town.chair_handball);
            task.target_groups = vec![group.into()];
            task.state = state;
        })
        .await
}

#[db_test]
async fn a_clubs_tasks_for_children_become_public_by_no_door_before_it_has_declared(db: Db) {
    let world = World::new(&db, &[], Vec::new()).await;
    world
        .decide(r#"{"declaration_gates": "children", "association_first_task_needs_approval": false}"#)
        .await;
    let abel = world.cookie(world.town.chair_handball).await;
    let asta = world.cookie(world.town.coordinator).await;
    let draft = of_the_club(&world, "children", task::State::Draft { sent_back: None }).await;
    let awaiting = of_the_club(&world, "families", task::State::Awaiting).await;
    let closed = of_the_club(&world, "children", task::State::Closed { reason: String::new() }).await;
    let doors = [
        (&draft, "publicering", &abel, TaskState::Draft),
        (&awaiting, "godkendelse", &asta, TaskState::Awaiting),
        (&closed, "genaabning", &abel, TaskState::Closed),
    ];
    let sign = format!("/foreninger/{}/erklaering", world.town.handball);
    for (task, verb, who, stays) in doors {
        let said = world.post_as(&format!("/opgaver/{}/{verb}", task.id), &[], who).await;
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{verb}: {}", said.body);
        assert_eq!(said.location(), format!("{sign}?opgave={}", task.id), "{verb} leads to the next step");
        assert_eq!(world.task_state(task).await, stays, "{verb}");
    }
    let page = world.get_as(&format!("{sign}?opgave={}", draft.id), &abel).await;
    assert!(
        page.body.contains("Opgaven venter på erklæringen")
            && page.body.contains("Det har kommunen besluttet"),
        "{}",
        page.body
    );
    // What is not for children waits for nothing.
    let other = of_the_club(&world, "elderly", task::State::Draft { sent_back: None }).await;
    world.post_as(&format!("/opgaver/{}/publicering", other.id), &[], &abel).await;
    assert_eq!(world.task_state(&other).await, TaskState::Open);

    let signed = world.post_as(&sign, &[("boern", "ja"), ("opgave", &draft.id.to_string())], &abel).await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER, "{}", signed.body);
    for (task, verb, who, _) in doors {
        world.post_as(&format!("/opgaver/{}/{verb}", task.id), &[], who).await;
        assert_eq!(world.task_state(task).await, TaskState::Open, "{verb}");
    }
}
