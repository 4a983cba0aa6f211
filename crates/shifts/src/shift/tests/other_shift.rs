//! The place asks somebody on a shift to come to another one instead.

use samskab_store::db_test;

use super::*;

async fn asked(world: &World, from: &Shift, to: &Shift, who: PersonId) -> samskab_web::testing::Answer {
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let booking = world.booking_of(from, who).await.id.to_string();
    let fields = [("hvem", booking.as_str()), ("til", &to.id.to_string())];
    world.post_as(&format!("{}/anden-vagt", from.href()), &fields, &lone).await
}

async fn two_tuesdays(db: &Db) -> (World, PersonId, PersonId, Shift, Shift) {
    let (world, task, vilma, bent) = coffee(db).await;
    let first = world.shift(&task, TWO_TO_FOUR.on(TUESDAY), 2).await;
    let second = world.shift(&task, TWO_TO_FOUR.on(TUESDAY.plus_days(7)), 1).await;
    world.sign_up(&first, vilma).await;
    world.sign_up(&first, bent).await;
    (world, vilma, bent, first, second)
}

#[db_test]
async fn nobody_is_moved_before_they_have_said_yes(db: Db) {
    let (world, vilma, _, first, second) = two_tuesdays(&db).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let page = world.get_as(&format!("{}/anden-vagt", first.href()), &lone).await.body;
    assert!(page.contains("Vilma Godvilje") && page.contains("10. marts"), "{page}");
    let sent = asked(&world, &first, &second, vilma).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    world.work().await;
    let mails = world.mails_to("vilma@post.example").await;
    let mail = mails.iter().find(|mail| mail.subject.contains("på et andet tidspunkt")).unwrap();
    assert!(mail.body.contains("3. marts") && mail.body.contains("10. marts"), "{}", mail.body);
    assert_eq!(world.booking_of(&first, vilma).await.state, crate::shift::BookingState::Booked);
    assert!(world.bookings(&second).await.is_empty());

    let own = world.cookie(vilma).await;
    let seen = world.get_as(&first.href(), &own).await.body;
    assert!(seen.contains("spørger, om du kan komme her i stedet"), "{seen}");
    assert!(world.get_as("/min-side/vagter", &own).await.body.contains("Du er spurgt"));
    let to = [("til", &*second.id.to_string())];
    let yes = world.post_as(&format!("{}/flyt", first.href()), &to, &own).await;
    assert_eq!((yes.status, yes.location()), (StatusCode::SEE_OTHER, second.href().as_str()));
    let before = world.booking_of(&first, vilma).await;
    assert_eq!((before.state.is_live(), before.other_shift), (false, None));
    let after = world.booking_of(&second, vilma).await;
    assert!(after.state.is_live() && after.engagement.is_some());
    // Twice is once.
    let again = world.post_as(&format!("{}/flyt", first.href()), &to, &own).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    assert_eq!(world.bookings(&second).await.len(), 1);
}

#[db_test]
async fn whoever_stays_stays_and_the_place_hears_of_it(db: Db) {
    let (world, vilma, _, first, second) = two_tuesdays(&db).await;
    asked(&world, &first, &second, vilma).await;
    let own = world.cookie(vilma).await;
    let no = world.post_as(&format!("{}/bliv", first.href()), &[("til", &second.id.to_string())], &own).await;
    assert_eq!(no.status, StatusCode::SEE_OTHER, "{}", no.body);
    let booking = world.booking_of(&first, vilma).await;
    assert!(booking.state.is_live() && booking.other_shift.is_none());
    assert!(!world.get_as(&first.href(), &own).await.body.contains("komme her i stedet"));
    world.work_at(TUESDAY.at(7, 30)).await;
    let told = world.mails_to("lone.papsen@fjordlund.example").await;
    assert!(told.iter().any(|mail| mail.body.contains("Vilma bliver på sin vagt")), "{told:?}");
}

#[db_test]
async fn of_the_last_place_there_is_one_and_whoever_is_late_keeps_theirs(db: Db) {
    let (world, vilma, bent, first, second) = two_tuesdays(&db).await;
    asked(&world, &first, &second, vilma).await;
    asked(&world, &first, &second, bent).await;
    let to = [("til", &*second.id.to_string())];
    let yes = format!("{}/flyt", first.href());
    let own = world.cookie(vilma).await;
    assert_eq!(world.post_as(&yes, &to, &own).await.status, StatusCode::SEE_OTHER);
    let late = world.post_as(&yes, &to, &world.cookie(bent).await).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", late.body);
    assert!(world.booking_of(&first, bent).await.state.is_live(), "nothing is lost");
    assert_eq!(world.bookings(&second).await.len(), 1);
    // There is no room to ask about any more.
    let full = asked(&world, &first, &second, bent).await;
    assert_eq!(full.status, StatusCode::UNPROCESSABLE_ENTITY, "there is no room left");
}

#[db_test]
async fn only_those_who_plan_there_ask_and_only_whoever_was_asked_answers(db: Db) {
    let (world, vilma, bent, first, second) = two_tuesdays(&db).await;
    let page = format!("{}/anden-vagt", first.href());
    let booking = world.booking_of(&first, vilma).await.id.to_string();
    let fields = [("hvem", booking.as_str()), ("til", &second.id.to_string())];
    for who in [world.town.contact_school, world.town.chair_handball, vilma] {
        let cookie = world.cookie(who).await;
        assert_eq!(world.get_as(&page, &cookie).await.status, StatusCode::FORBIDDEN, "{who}");
        let said = world.post_as(&page, &fields, &cookie).await;
        assert!(said.status.is_client_error(), "{who}: {}", said.status);
    }
    assert_eq!(world.booking_of(&first, vilma).await.other_shift, None);
    assert_eq!(world.get(&page).await.status, StatusCode::UNAUTHORIZED);
    asked(&world, &first, &second, vilma).await;
    let other = world.cookie(bent).await;
    let to = [("til", &*second.id.to_string())];
    let not_mine = world.post_as(&format!("{}/flyt", first.href()), &to, &other).await;
    assert_eq!(not_mine.status, StatusCode::SEE_OTHER, "{}", not_mine.body);
    assert!(world.bookings(&second).await.is_empty(), "Bent was not asked");
    assert!(world.booking_of(&first, bent).await.state.is_live());
}
