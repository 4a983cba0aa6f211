//! What comes of a call: a slip is taken back, a gap is filled, and who came back did not give up.

use samskab_store::db_test;

use super::*;
use crate::shift::BookingState;

#[db_test]
async fn a_slip_is_taken_back_with_the_time_that_was_said_yes_to_and_not_into_a_full_shift(db: Db) {
    let (world, task, vilma, bent) = coffee(&db).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(7)), 1).await;
    world.sign_up(&shift, bent).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let mut tx = world.begin().await;
    store::save_shift(&mut tx, &Shift { sequence: 1, ..shift.clone() }).await.unwrap();
    tx.commit().await.unwrap();
    let phone = format!("{}/telefon", shift.href());
    let booking = world.booking_of(&shift, bent).await.id.to_string();
    let slip = [("booking", booking.as_str())];
    world.post_as(&format!("{phone}/afbud"), &slip, &lone).await;
    world.post_as(&format!("{phone}/fortryd"), &slip, &lone).await;
    let again = world.booking_of(&shift, bent).await;
    assert_eq!(
        (again.state, again.confirmed_sequence),
        (BookingState::Booked, 0),
        "the new time is still asked"
    );
    // Somebody else has it meanwhile.
    world.post_as(&format!("{phone}/afbud"), &slip, &lone).await;
    world.sign_up(&shift, vilma).await;
    let late = world.post_as(&format!("{phone}/fortryd"), &slip, &lone).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.body.contains("Alle pladser er taget"), "{}", late.body);
}

/// What Lone is mailed of a gap that Vilma left, when `who` fills it with Bent by telephone.
async fn mailed_of_a_gap(db: &Db, who: fn(&World) -> PersonId) -> String {
    let (world, task, vilma, bent) = coffee(db).await;
    let shift = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(14)), 1).await;
    world.sign_up(&shift, vilma).await;
    world.press(&format!("{}/afbud", shift.href()), &world.cookie(vilma).await).await;
    world.work_at(TUESDAY.at(7, 31)).await;
    let cookie = world.cookie(who(&world)).await;
    let put_on = format!("{}/telefon/paa", shift.href());
    let said = world.post_as(&put_on, &[("hvem", &bent.to_string())], &cookie).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    world.work_at(TUESDAY.plus_days(1).at(7, 31)).await;
    let mails = world.mails_to("lone.papsen@fjordlund.example").await;
    mails.iter().map(|mail| format!("{} {}\n", mail.subject, mail.body)).collect()
}

#[db_test]
async fn a_gap_that_is_filled_by_telephone_is_told_like_any_other(db: Db) {
    let mailed = mailed_of_a_gap(&db, |world| world.town.coordinator).await;
    assert!(mailed.contains("Vilma har meldt afbud") && mailed.contains("Bent kommer til"), "{mailed}");
}

#[db_test]
async fn whoever_fills_a_gap_is_not_told_of_it(db: Db) {
    let mailed = mailed_of_a_gap(&db, |world| world.town.contact_solgaarden).await;
    assert!(mailed.contains("Vilma har meldt afbud") && !mailed.contains("Bent kommer til"), "{mailed}");
}

#[db_test]
async fn who_has_come_back_is_not_who_gave_up(db: Db) {
    let (world, task, vilma, _) = coffee(&db).await;
    let times = TWO_TO_FOUR.on(TUESDAY);
    let shift = Shift::new(world.db.dice().id(NOW), task.id, None, "", times, 2, 2, NOW);
    let mut tx = world.begin().await;
    store::add_shift(&mut tx, &shift).await.unwrap();
    tx.commit().await.unwrap();
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let gave_up = "Vilma G. har meldt afbud";
    world.sign_up(&shift, vilma).await;
    world.press(&format!("{}/afbud", shift.href()), &world.cookie(vilma).await).await;
    assert!(world.get_as("/overblik", &lone).await.body.contains(gave_up));
    world.sign_up(&shift, vilma).await;
    let overview = world.get_as("/overblik", &lone).await.body;
    assert!(overview.contains("Der mangler én frivillig") && !overview.contains(gave_up), "{overview}");
}
