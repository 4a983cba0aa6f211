//! The time a stand-in gave.

use samskab_engagement::engagement::State as EngagementState;
use samskab_hours::hours;
use samskab_store::db_test;

use super::*;
use crate::shift::stand_in;

#[db_test]
async fn a_stand_in_without_an_agreement_has_given_time_too(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let otto = world.somebody("Otto Prøvemand").await;
    let shifts = [
        world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 1).await,
        world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(7)), 1).await,
    ];
    let lone = world.cookie(world.town.contact_solgaarden).await;
    for shift in &shifts {
        world.sign_up(shift, vilma).await;
        world.press(&format!("{}/afloeser", shift.href()), &world.cookie(vilma).await).await;
        let theirs = world.booking_of(shift, vilma).await.id;
        let mut tx = world.begin().await;
        stand_in::take(&mut tx, shift.id, otto, theirs).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }
    for shift in &shifts {
        world.clock.set(shift.ends_at);
        let mine = world.booking_of(shift, otto).await;
        assert_eq!(mine.engagement, None, "invited, this once");
        for _ in 0..2 {
            let noted = world
                .post_as(&format!("{}/fremmoede", shift.href()), &[("var_der", &mine.id.to_string())], &lone)
                .await;
            assert_eq!(noted.status, StatusCode::SEE_OTHER, "{}", noted.body);
        }
    }
    let mut reader = world.db.read().await.unwrap();
    let given = hours::store::of_person(&mut reader, world.town.tenant, otto).await.unwrap();
    assert_eq!(given.iter().map(|one| one.minutes).collect::<Vec<_>>(), [120, 120]);
    let engagements = engagement::store::of_person(&mut reader, world.town.tenant, otto).await.unwrap();
    drop(reader);
    let [once] = &engagements[..] else { panic!("both times stand together: {engagements:?}") };
    assert!(matches!(once.state, EngagementState::Ended { .. }) && once.in_force.is_none(), "{once:?}");

    // Otto sees, corrects and proves it; the place sees it and thanks.
    let own = world.cookie(otto).await;
    for page in ["/min-side/timer", "/min-side/beviser", "/min-side/data"] {
        let seen = world.get_as(page, &own).await;
        assert_eq!(seen.status, StatusCode::OK);
        assert!(seen.body.contains("Kaffe og højtlæsning"), "{page}: {}", seen.body);
    }
    let agreement = world.get_as(&once.own_href(), &own).await;
    assert!(agreement.body.contains("Afløser tirsdag den 3. marts"), "{}", agreement.body);
    assert_eq!(world.get_as(&format!("{}/timer", once.href()), &lone).await.status, StatusCode::OK);
    let thanked = world.post_as(&format!("{}/tak", once.href()), &[("thanks", "Tak, Otto!")], &lone).await;
    assert_eq!(thanked.status, StatusCode::SEE_OTHER, "{}", thanked.body);
    // Nobody is asked for a yes that nobody owes.
    assert!(!world.get_as("/overblik", &own).await.body.contains("Mangler et ja"));
}

#[db_test]
async fn who_has_an_agreement_on_a_pause_has_the_time_of_a_stand_in_there(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let pia = world.somebody("Pia Pausen").await;
    let paused = world.engaged_as(&task, pia, State::Paused { until: TUESDAY }).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(7)), 1).await;
    world.sign_up(&shift, vilma).await;
    world.press(&format!("{}/afloeser", shift.href()), &world.cookie(vilma).await).await;
    let theirs = world.booking_of(&shift, vilma).await.id;
    let mut tx = world.begin().await;
    stand_in::take(&mut tx, shift.id, pia, theirs).await.unwrap().unwrap();
    tx.commit().await.unwrap();
    world.clock.set(shift.ends_at);
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let mine = world.booking_of(&shift, pia).await.id.to_string();
    world.post_as(&format!("{}/fremmoede", shift.href()), &[("var_der", &mine)], &lone).await;
    let mut reader = world.db.read().await.unwrap();
    let given = hours::store::of_person(&mut reader, world.town.tenant, pia).await.unwrap();
    assert_eq!(given.iter().map(|one| one.engagement).collect::<Vec<_>>(), [paused]);
}

#[db_test]
async fn hours_before_the_shift_began_are_refused_until_it_has(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 1).await;
    world.sign_up(&shift, vilma).await;
    world.clock.set(TUESDAY.at(10, 0));
    let own = world.cookie(vilma).await;
    let told = [("dag", "2026-03-03"), ("tid", "1:00")];
    let early = world.post_as("/min-side/timer", &told, &own).await;
    assert!(
        early.status == 422 && early.body.contains("Din vagt begynder først kl. 14.00"),
        "{}",
        early.body
    );
    world.clock.set(shift.ends_at);
    assert_eq!(world.post_as("/min-side/timer", &told, &own).await.status, StatusCode::SEE_OTHER);
}
