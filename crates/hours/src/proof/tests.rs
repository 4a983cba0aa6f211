//! Proofs over HTTP, in the small town every test knows.

use axum::http::StatusCode;
use samskab_kernel::Day;
use samskab_store::{Db, db_test};

use crate::testing::world;
use crate::{
    hours,
    hours::tests::{helping, hours as some_hours},
};

#[db_test]
async fn a_proof_is_looked_at_issued_checked_by_anybody_and_taken_back(db: Db) {
    let world = world(&db).await;
    let engagement = helping(&world).await;
    let vilma = world.cookie(engagement.person).await;
    let mut tx = db.begin(world.stamp()).await.unwrap();
    hours::store::add(&mut tx, &some_hours(&world, &engagement, 90)).await.unwrap();
    tx.commit().await.unwrap();

    let chosen = engagement.id.to_string();
    let id: crate::proof::ProofId = db.dice().id(world.clock.now());
    let number = id.to_string();
    let mut fields = vec![
        ("nummer", number.as_str()),
        ("aftale", chosen.as_str()),
        ("laert", "At lytte"),
        ("handling", "vis"),
    ];
    let learnt = format!("Mit nummer er {}", samskab_kernel::cpr::made_up());
    let cpr = [("aftale", chosen.as_str()), ("laert", learnt.as_str())];
    let refused = world.post_as("/min-side/beviser", &cpr, &vilma).await;
    assert_eq!(refused.status, 422, "{}", refused.body);
    assert_eq!(world.post_as("/min-side/beviser", &[("handling", "udsted")], &vilma).await.status, 422);
    let seen = world.post_as("/min-side/beviser", &fields, &vilma).await;
    assert!(seen.status == StatusCode::OK && seen.body.contains("Udsted beviset"), "{}", seen.body);
    fields[3] = ("handling", "udsted");
    let issued = world.post_as("/min-side/beviser", &fields, &vilma).await;
    assert_eq!(
        (issued.status, issued.location()),
        (StatusCode::SEE_OTHER, format!("/beviser/{id}").as_str())
    );
    let again = world.post_as("/min-side/beviser", &fields, &vilma).await;
    assert_eq!(again.location(), issued.location(), "the button pressed twice");

    let proof = crate::proof::store::find(&mut db.read().await.unwrap(), world.town.tenant, id)
        .await
        .unwrap()
        .unwrap();
    let page = world.get_as(issued.location(), &vilma).await;
    for expected in ["Kaffe og højtlæsning", "Plejehjemmet Solgården", "1 time 30 min", "At lytte", "Vilma"]
    {
        assert!(page.body.contains(expected), "{expected}: {}", page.body);
    }
    let lone = world.cookie(world.town.contact_solgaarden).await;
    assert_eq!(world.get_as(issued.location(), &lone).await.status, StatusCode::NOT_FOUND);

    // Anybody with the code; in small letters without the hyphen too.
    let typed = proof.code.to_string().to_lowercase().replace('-', "");
    let asked = world.get(&format!("/bevis?kode={typed}")).await;
    assert_eq!((asked.status, asked.location()), (StatusCode::SEE_OTHER, proof.code.href().as_str()));
    let checked = world.get(asked.location()).await;
    assert!(
        checked.body.contains("Beviset er ægte") && checked.body.contains("At lytte"),
        "{}",
        checked.body
    );
    for hidden in ["vilma@post.example", "12 70"] {
        let sheet =
            &checked.body[checked.body.find("s-proof").unwrap()..checked.body.rfind("</article>").unwrap()];
        assert!(!sheet.contains(hidden), "{hidden}");
    }

    // Her account goes: what stood is gone, and nobody is told that it is forged.
    let mut tx = db.begin(world.stamp()).await.unwrap();
    crate::proof::store::let_go(&mut tx, engagement.person).await.unwrap();
    tx.commit().await.unwrap();
    let mut reader = db.read().await.unwrap();
    let is_gone = crate::proof::store::is_gone(&mut reader, world.town.tenant, &proof.code).await.unwrap();
    assert!(is_gone, "the code is known by its hash");
    drop(reader);

    world.post_as(&format!("{}/tilbagetraekning", issued.location()), &[], &vilma).await;
    let gone = world.get(&proof.code.href()).await;
    assert!(gone.body.contains("trukket tilbage") && !gone.body.contains("At lytte"), "{}", gone.body);
}

#[db_test]
async fn a_proof_says_what_the_place_confirmed_and_vouches_for_nothing_that_cannot_be(db: Db) {
    let world = world(&db).await;
    let engagement = helping(&world).await;
    let mut tx = db.begin(world.stamp()).await.unwrap();
    let told = some_hours(&world, &engagement, 90);
    let confirmed = hours::Hours { by_volunteer: false, ..some_hours(&world, &engagement, 120) };
    // Written down before anybody asked: a month before there was an agreement.
    let before = hours::Hours { day: Day::of(2026, 1, 5), ..some_hours(&world, &engagement, 600) };
    for one in [told, confirmed, before] {
        hours::store::add(&mut tx, &one).await.unwrap();
    }
    tx.commit().await.unwrap();
    let vilma = world.cookie(engagement.person).await;
    let chosen = engagement.id.to_string();
    let fields = [("aftale", chosen.as_str()), ("handling", "vis")];
    let seen = world.post_as("/min-side/beviser", &fields, &vilma).await;
    for says in ["Bekræftet af stedet: 2 timer", "Fortalt af den frivillige, ikke bekræftet: 1 time 30 min"]
    {
        assert!(seen.body.contains(says), "{says}: {}", seen.body);
    }
}

#[db_test]
async fn a_forged_code_is_no_proof_and_guessing_is_slow(db: Db) {
    let world = world(&db).await;
    let forged = world.get("/bevis/K7QF-3MXA").await;
    assert_eq!(forged.status, StatusCode::NOT_FOUND);
    assert!(forged.body.contains("Vi kender ikke koden"), "{}", forged.body);
    assert_eq!(world.get("/bevis/noget-andet").await.status, StatusCode::NOT_FOUND);
    let mut slowed = false;
    for _ in 0..60 {
        slowed |= world.get("/bevis/0000-0000").await.status == StatusCode::TOO_MANY_REQUESTS;
    }
    assert!(slowed);
}

#[db_test]
async fn somebody_who_has_nothing_left_but_a_proof_is_not_deleted_for_not_signing_in(db: Db) {
    let world = world(&db).await;
    let engagement = helping(&world).await;
    let mut tx = db.begin(world.stamp()).await.unwrap();
    hours::store::add(&mut tx, &some_hours(&world, &engagement, 90)).await.unwrap();
    tx.commit().await.unwrap();
    let vilma = world.cookie(engagement.person).await;
    let (chosen, number) =
        (engagement.id.to_string(), db.dice().id::<crate::proof::ProofRow>(world.clock.now()).to_string());
    let fields =
        [("nummer", number.as_str()), ("aftale", chosen.as_str()), ("laert", ""), ("handling", "udsted")];
    let issued = world.post_as("/min-side/beviser", &fields, &vilma).await;
    assert_eq!(issued.status, 303, "{}", issued.body);
    let stays = async || {
        let mut reader = world.db.read().await.unwrap();
        let people = [engagement.person.uuid()];
        let now = world.clock.now();
        let mut staying = Vec::new();
        for stays in &world.services().stays {
            staying.extend(stays(&mut reader, world.town.tenant, now, &people).await.unwrap());
        }
        staying
    };
    let ended = world
        .post_as(&format!("{}/afslut", engagement.href()), &[("thanks", "Tak for alt")], &{
            world.cookie(world.town.contact_solgaarden).await
        })
        .await;
    assert_eq!(ended.status, 303, "{}", ended.body);
    assert_eq!(stays().await, [engagement.person.uuid()], "the proof is theirs");
    world.post_as(&format!("{}/tilbagetraekning", issued.location()), &[], &vilma).await;
    assert!(stays().await.is_empty(), "and withdrawn it keeps nobody");
}

#[db_test]
async fn what_begins_on_a_day_to_come_proves_nothing_yet(db: Db) {
    let world = world(&db).await;
    let engagement = helping(&world).await;
    let vilma = world.cookie(engagement.person).await;
    let id = engagement.id.to_string();
    let offers = async || world.get_as("/min-side/beviser", &vilma).await.body.contains(&id);
    assert!(offers().await);
    let tomorrow = world.clock.now().day().plus_days(1);
    let mut tx = db.begin(world.stamp()).await.unwrap();
    let later = samskab_engagement::engagement::Engagement { begins_on: Some(tomorrow), ..engagement };
    samskab_engagement::engagement::store::save(&mut tx, &later).await.unwrap();
    tx.commit().await.unwrap();
    assert!(!offers().await);
    let asked = [("aftale", id.as_str()), ("handling", "vis")];
    let refused = world.post_as("/min-side/beviser", &asked, &vilma).await;
    assert!(refused.status == 422 && refused.body.contains("Du kan lave et bevis"), "{}", refused.body);
}
