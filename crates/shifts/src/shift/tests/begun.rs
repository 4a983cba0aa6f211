//! From a yes on both sides to a shift: who agreed on a day is on it, and nobody else is put anywhere.

use samskab_engagement::{engagement::event::EngagementBegun, testing::accepted};
use samskab_store::db_test;

use super::*;
use crate::shift::BookingState;

pub(super) const VILMA: &str = "vilma@post.example";
const LONE: &str = "lone.papsen@fjordlund.example";
pub(super) const SATURDAY: Day = Day::of(2026, 3, 7);
pub(super) const CAFE: Turn = Turn { start_minute: 13 * 60 + 30, duration: 150 };

/// Coffee once, on the first Saturday.
pub(super) fn once(task: &mut Task) {
    tuesdays(task);
    task.time = Time::OneOff { day: SATURDAY, turn: CAFE };
}

/// Vilma is accepted, and both say yes to the agreement.
pub(super) async fn begins(world: &World, task: &Task) -> EngagementId {
    let engagement = accepted(world, task).await;
    let mails = world.mails_to(VILMA).await;
    let mail = mails.iter().find(|mail| mail.body.contains("/aftaler/")).unwrap();
    let link = mail.body[mail.body.find("/aftaler/").unwrap()..].split_whitespace().next().unwrap();
    let lone = world.cookie(world.town.contact_solgaarden).await;
    for said in [
        world.post(&format!("{link}/ja"), &[("version", "1")]).await,
        world.post_as(&format!("{}/ja", engagement.href()), &[("version", "1")], &lone).await,
    ] {
        assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    }
    world.work().await;
    engagement.id
}

pub(super) async fn vilma(world: &World, engagement: EngagementId) -> PersonId {
    let mut reader = world.db.read().await.unwrap();
    engagement::store::find(&mut reader, world.town.tenant, engagement).await.unwrap().unwrap().person
}

/// How many mails she got about shifts: that she is on one, and that she is to choose.
async fn told(world: &World) -> (usize, usize) {
    let subjects = world.subjects(VILMA).await;
    let of = |start: &str| subjects.iter().filter(|subject| subject.starts_with(start)).count();
    (of("Du er på vagten"), of("Vælg dine vagter"))
}

#[db_test]
async fn who_agreed_on_a_day_is_on_its_shift(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(once).await;
    let shift = world.shift(&task, CAFE.on(SATURDAY), 1).await;
    let engagement = begins(&world, &task).await;
    let [booking] = &world.bookings(&shift).await[..] else { panic!("one place") };
    assert_eq!((booking.state, booking.engagement), (BookingState::Booked, Some(engagement)));
    assert_eq!(told(&world).await, (1, 0));
    let mails = world.mails_to(VILMA).await;
    let mail = mails.iter().find(|mail| mail.subject.starts_with("Du er på vagten")).unwrap();
    let said = mail.body.replace('\n', " ");
    assert!(said.contains("lørdag den 7. marts kl. 13.30–16.00"), "{}", mail.body);
    assert!(mail.body.contains(&format!("?videre={}", shift.href())), "{}", mail.body);
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let plan = world.get_as(&format!("/opgaver/{}/vagter", task.id), &lone).await;
    assert!(plan.body.contains("Vilma") && plan.body.contains("Kommer"), "{}", plan.body);
    world.work_at(NOW.plus_days(1)).await;
    assert_eq!((world.bookings(&shift).await.len(), told(&world).await), (1, (1, 0)), "once");
}

#[db_test]
async fn of_two_shifts_one_is_chosen_and_it_is_said_where(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(once).await;
    let first = world.shift(&task, (SATURDAY.at(11, 0), SATURDAY.at(13, 0)), 2).await;
    let second = world.shift(&task, (SATURDAY.at(16, 0), SATURDAY.at(17, 0)), 2).await;
    let vilma = vilma(&world, begins(&world, &task).await).await;
    assert!(world.bookings(&first).await.is_empty() && world.bookings(&second).await.is_empty());
    assert_eq!(told(&world).await, (0, 1));
    let cookie = world.cookie(vilma).await;
    for page in ["/min-side", "/overblik"] {
        let seen = world.get_as(page, &cookie).await;
        assert!(
            seen.body.contains("Vælg dine vagter") && seen.body.contains("/min-side/vagter"),
            "{}",
            seen.body
        );
    }
    world.sign_up(&second, vilma).await;
    assert!(!world.get_as("/min-side", &cookie).await.body.contains("Vælg dine vagter"));
}

#[db_test]
async fn of_two_shifts_it_is_the_one_at_the_time_of_the_agreement(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(once).await;
    let early = world.shift(&task, (SATURDAY.at(11, 0), SATURDAY.at(13, 0)), 2).await;
    let agreed = world.shift(&task, CAFE.on(SATURDAY), 2).await;
    begins(&world, &task).await;
    assert!(world.bookings(&early).await.is_empty());
    assert_eq!((world.bookings(&agreed).await.len(), told(&world).await), (1, (1, 0)));
}

#[db_test]
async fn whoever_begins_later_is_pointed_at_no_shift_before_that(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(tuesdays).await;
    world.series(&task, 2).await;
    let engagement = accepted(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let place = engagement.href();
    world.post_as(&format!("{place}/dag"), &[("day", "2026-03-17")], &lone).await;
    world.post_as(&format!("{place}/ja"), &[("version", "1")], &lone).await;
    let noted = [("version", "1"), ("how", "Pr. telefon")];
    let said = world.post_as(&format!("{place}/ja-paa-vegne"), &noted, &lone).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    world.work().await;
    let mails = world.mails_to(VILMA).await;
    let mail = mails.iter().find(|mail| mail.subject.starts_with("Vælg dine vagter")).unwrap();
    let said = mail.body.replace('\n', " ");
    assert!(said.contains("tirsdag den 17. marts") && !said.contains("3. marts"), "{}", mail.body);
}

#[db_test]
async fn a_full_shift_takes_nobody_more_and_the_place_hears_it(db: Db) {
    let (world, _, _, bent) = coffee(&db).await;
    let task = world.task(once).await;
    world.engaged(&task, bent).await;
    let shift = world.shift(&task, CAFE.on(SATURDAY), 1).await;
    world.sign_up(&shift, bent).await;
    begins(&world, &task).await;
    assert_eq!(world.bookings(&shift).await.len(), 1);
    assert_eq!(told(&world).await, (0, 0), "there is nothing to choose");
    world.work_at(TUESDAY.at(7, 31)).await;
    let news = world.mails_to(LONE).await;
    let news = news.iter().find(|mail| mail.body.contains("alle vagter er fulde")).unwrap();
    // It asks for something, so that it stands under what waits.
    let told = news.body.find("Det her er nyt").or_else(|| news.body.find("ting er nye"));
    assert!(told.is_none_or(|told| news.body.find("alle vagter").unwrap() < told), "{}", news.body);
}

#[db_test]
async fn of_two_shifts_one_is_chosen_also_when_the_first_is_full(db: Db) {
    let (world, _, _, bent) = coffee(&db).await;
    let task = world.task(once).await;
    world.engaged(&task, bent).await;
    let first = world.shift(&task, CAFE.on(SATURDAY), 1).await;
    world.sign_up(&first, bent).await;
    let second = world.shift(&task, (SATURDAY.at(16, 0), SATURDAY.at(17, 0)), 1).await;
    begins(&world, &task).await;
    assert!(world.bookings(&second).await.is_empty(), "it is not the one that was agreed on");
    assert_eq!(told(&world).await, (0, 1));
}

#[db_test]
async fn who_has_no_address_is_on_the_shift_and_the_place_is_asked_to_call(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(once).await;
    let shift = world.shift(&task, CAFE.on(SATURDAY), 1).await;
    let bent = world.somebody("Bent Prøvemand").await;
    world.change_person(bent, |bent| bent.email = None).await;
    let id = world.engaged(&task, bent).await;
    let mut tx = world.begin().await;
    let begun = engagement::store::find(&mut tx, world.town.tenant, id).await.unwrap().unwrap();
    let begun = Engagement { begins_on: Some(SATURDAY), ..begun };
    engagement::store::save(&mut tx, &begun).await.unwrap();
    tx.record(EngagementBegun::of(&begun)).await.unwrap();
    tx.commit().await.unwrap();
    world.work().await;
    assert_eq!(world.booking_of(&shift, bent).await.state, BookingState::Booked);
    world.work_at(TUESDAY.at(7, 31)).await;
    let news = world.mails_to(LONE).await;
    let said = |text: &str| news.iter().any(|mail| mail.body.replace('\n', " ").contains(text));
    assert!(said("er på vagten lørdag den 7. marts") && said("Ring, og sig det"), "{news:?}");
}

#[db_test]
async fn what_comes_again_is_chosen_and_what_has_no_shifts_is_not_mentioned(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(tuesdays).await;
    world.series(&task, 2).await;
    begins(&world, &task).await;
    assert!(
        world.bookings(&world.shifts(&task).await.remove(0)).await.is_empty(),
        "nobody is put on a series"
    );
    assert_eq!(told(&world).await, (0, 1));
}

#[db_test]
async fn a_task_without_shifts_needs_no_word_about_them(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(once).await;
    begins(&world, &task).await;
    assert_eq!(told(&world).await, (0, 0));
}

#[db_test]
async fn an_agreement_that_ends_says_before_and_after_which_shifts_go(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(once).await;
    let shift = world.shift(&task, CAFE.on(SATURDAY), 1).await;
    let engagement = begins(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let place = format!("/engagementer/{engagement}");
    let form = world.get_as(&place, &lone).await.body;
    assert!(form.contains("Vilma står på de her vagter"), "{form}");
    let ended = world.post_as(&format!("{place}/afslut"), &[("thanks", "Kære Vilma\n\nTak.")], &lone).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.body);
    let mails = world.mails_to(VILMA).await;
    let mail = mails.iter().find(|mail| mail.subject.starts_with("Aftalen er slut")).unwrap();
    let said = mail.body.replace('\n', " ");
    assert!(said.contains("Du står ikke længere på de her vagter"), "{}", mail.body);
    assert!(said.contains("lørdag den 7. marts kl. 13.30–16.00"), "{}", mail.body);
    assert!(world.bookings(&shift).await.iter().all(|booking| !booking.state.is_live()));
}
