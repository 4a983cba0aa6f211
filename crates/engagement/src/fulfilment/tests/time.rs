//! What time brings: what is told a month before the end, and what is asked of several at once.

use samskab_kernel::Day;
use samskab_store::{Db, db_test};
use samskab_taskbank::task::Requirement;

use super::asks_for;
use crate::fulfilment::watch;
use crate::testing::{World, accepted};

samskab_store::statements! {
    NEWS_OF = "select n.text from notice n join person p on p.id = n.person_id
               where n.tenant_id = $1 and n.kind = $2 order by n.text";
    ALL_END = "update fulfilment set valid_to = $2 where tenant_id = $1";
}

async fn news(world: &World, kind: &str) -> Vec<String> {
    let mut reader = world.db.read().await.unwrap();
    reader.query(&NEWS_OF).bind(world.town.tenant).bind(kind.to_owned()).scalars().await.unwrap()
}

#[db_test]
async fn a_month_before_a_course_runs_out_both_sides_are_told_by_mail_and_once(db: Db) {
    let world = World::new(&db).await;
    let task = asks_for(&world, &[Requirement::Course]).await;
    let engagement = accepted(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let vilma = world.cookie(engagement.person).await;
    world
        .post_as(&format!("{}/krav/kursus/notering", engagement.href()), &[("dag", "2026-03-02")], &lone)
        .await;
    world.post_as(&format!("{}/ja", engagement.href()), &[("version", "1")], &lone).await;
    world.post_as(&format!("/aftaler/{}/ja", engagement.id), &[("version", "1")], &vilma).await;
    let warn = async |day: Day| {
        world.clock.set(day.at(9, 0));
        watch::warn(world.services(), world.town.tenant).await.unwrap();
    };
    let kind = "requirement.ending";
    // Three years: to and with 2 March 2029.
    warn(Day::of(2029, 1, 29)).await;
    assert!(news(&world, kind).await.is_empty(), "more than a month is left");
    for day in [5, 6, 7] {
        warn(Day::of(2029, 2, day)).await;
    }
    let told = news(&world, kind).await;
    assert_eq!(told.len(), 2, "the volunteer and the place, once each: {told:?}");
    world.work_at(Day::of(2029, 2, 12).at(7, 30)).await;
    for (who, page) in [
        ("vilma@post.example", "/min-side/krav".to_owned()),
        ("lone.papsen@fjordlund.example", format!("{}/krav/kursus", engagement.href())),
    ] {
        let mails = world.mails_to(who).await;
        let about: Vec<_> = mails.iter().filter(|mail| mail.body.contains("2. marts 2029")).collect();
        assert_eq!(about.len(), 1, "{who}: {mails:?}");
        assert!(about[0].body.contains(&page), "{who}: {}", about[0].body);
    }
}

#[db_test]
async fn several_are_asked_to_renew_and_ordered_certificates_are_noted_and_taken_back(db: Db) {
    let world = World::new(&db).await;
    let task = asks_for(&world, &[Requirement::Course, Requirement::ChildrensCertificate]).await;
    let engagement = accepted(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let vilma = world.cookie(engagement.person).await;
    let requirements = format!("{}/krav", engagement.href());
    let note = async |step: &str, fields: &[(&str, &str)]| {
        let said = world.post_as(&format!("{requirements}/{step}"), fields, &lone).await;
        assert_eq!(said.status, 303, "{step}: {}", said.body);
    };
    note("kursus/notering", &[("dag", "2026-03-02")]).await;
    let person = engagement.person.to_string();
    let order = [("valgt", person.as_str()), ("handling", "bestilt")];
    let first = world.post_as("/frivillige/valgte", &order, &lone).await.body;
    assert!(first.contains("skriv først på aftalens side, hvorfor"), "{first}");
    note("boerneattest/behov", &[("fordi", "direct_contact")]).await;
    let young = world.post_as("/frivillige/valgte", &order, &lone).await.body;
    assert!(young.contains("er måske ikke fyldt 15 år"), "{young}");
    note("boerneattest/bestilling", &[("dag", "2026-03-02"), ("fyldt15", "ja")]).await;
    note("boerneattest/samtykke", &[("dag", "2026-03-02")]).await;
    note("boerneattest/vurdering", &[("dag", "2026-03-02"), ("udfald", "kan"), ("slettet", "ja")]).await;
    world.post_as(&format!("{}/ja", engagement.href()), &[("version", "1")], &lone).await;
    world.post_as(&format!("/aftaler/{}/ja", engagement.id), &[("version", "1")], &vilma).await;
    assert_eq!(news(&world, "requirement.certificate").await.len(), 1, "only the order asks for something");
    assert_eq!(news(&world, "requirement.assessed").await.len(), 1);
    let ask = [("valgt", person.as_str()), ("handling", "forny")];
    let nothing = world.post_as("/frivillige/valgte", &ask, &lone).await.body;
    assert!(nothing.contains("har intet, der udløber") && !nothing.contains("Bed om 0"), "{nothing}");

    let mut tx = world.db.begin(world.stamp()).await.unwrap();
    tx.query(&ALL_END).bind(world.town.tenant).bind(Day::of(2026, 4, 1)).execute().await.unwrap();
    tx.commit().await.unwrap();
    let preview = world.post_as("/frivillige/valgte", &ask, &lone).await.body;
    assert!(preview.contains("Bed om 1 fornyelse") && preview.contains("Den bestiller stedet"), "{preview}");
    let elsewhere = world.cookie(world.town.contact_school).await;
    let theirs = world.post_as("/frivillige/valgte", &ask, &elsewhere).await.body;
    assert!(!theirs.contains("Bed om 1 fornyelse"), "{theirs}");
    let done = world.post_as("/frivillige/valgte/udfoer", &ask, &lone).await.body;
    assert!(done.contains("Der er bedt om 1 fornyelse"), "{done}");
    assert!(!news(&world, "requirement.ending").await.is_empty());
    assert!(
        world.post_as("/frivillige/valgte", &ask, &lone).await.body.contains("inden for de sidste 14 dage")
    );

    let done = world.post_as("/frivillige/valgte/udfoer", &order, &lone).await.body;
    assert!(done.contains("1 børneattest er bestilt") && done.contains("Fortryd det igen"), "{done}");
    let marks: Vec<&str> =
        done.split("name=\"maerke\" value=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let undo = [("maerke", marks[0]), ("handling", "bestilt")];
    let foreign = world.post_as("/frivillige/valgte/fortryd", &undo, &elsewhere).await.body;
    assert!(!foreign.contains("1 børneattest står"), "{foreign}");
    let undone = world.post_as("/frivillige/valgte/fortryd", &undo, &lone).await.body;
    assert!(undone.contains("1 børneattest står igen som før"), "{undone}");
    // What was mailed is not taken back behind somebody's back.
    world.post_as("/frivillige/valgte/udfoer", &order, &lone).await;
    world.work_at(Day::of(2026, 3, 2).at(18, 0)).await;
    world.work_at(Day::of(2026, 3, 3).at(8, 0)).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let told = world.post_as("/frivillige/valgte/fortryd", &undo, &lone).await.body;
    assert!(told.contains("har allerede fået besked"), "{told}");
}
