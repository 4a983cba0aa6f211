//! Somebody or something leaves, and whoever counted on it is told once, in the same transaction.

use samskab_organisation::answering::Poster;
use samskab_store::db_test;
use samskab_taskbank::task::StateKind;

use super::*;
use crate::shift::{BookingState, ShiftState};

async fn close(world: &World, unit: &str, fields: &[(&str, &str)]) {
    let asta = world.cookie(world.town.coordinator).await;
    let page = world.get_as(&format!("{unit}/lukning"), &asta).await.body;
    for named in ["1 opgave", "3 venter på svar", "2 aftaler med frivillige", "1 vagt med frivillige på"] {
        assert!(page.contains(named), "the page before the yes says: {named}\n{page}");
    }
    let closed = world.post_as(&format!("{unit}/lukning"), fields, &asta).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.body);
}

/// A letter as it reads, its lines joined.
async fn letter(world: &World, address: &str) -> String {
    world.mails_to(address).await.remove(0).body.replace('\n', " ")
}

async fn stand(world: &World, engagement: EngagementId) -> State {
    let mut reader = world.db.read().await.unwrap();
    engagement::store::find(&mut reader, world.town.tenant, engagement).await.unwrap().unwrap().state
}

/// Coffee on Tuesdays with Vilma and Bent engaged, Vilma on the first shift, and somebody who waits for an answer.
async fn full_house(db: &Db) -> (World, Task, Vec<EngagementId>, Shift) {
    let world = World::with_units(db).await;
    let task = world.task(tuesdays).await;
    let (vilma, bent) = (world.somebody("Vilma Godvilje").await, world.somebody("Bent Prøvemand").await);
    let engagements = vec![world.engaged(&task, vilma).await, world.engaged(&task, bent).await];
    world.series(&task, 1).await;
    let shift = world.shifts(&task).await.remove(0);
    world.sign_up(&shift, vilma).await;
    world.interest(&task, "Otto").await;
    (world, task, engagements, shift)
}

#[db_test]
async fn a_unit_that_closes_today_leaves_nobody_waiting_and_writes_to_each_once(db: Db) {
    let (world, task, engagements, shift) = full_house(&db).await;
    let unit = format!("/enheder/{}", world.town.solgaarden);
    let asta = world.cookie(world.town.coordinator).await;
    let today = NOW.day().to_string();
    // Without a reason nobody is written to that it ends.
    let silent =
        world.post_as(&format!("{unit}/lukning"), &[("from", &today), ("tasks", "cancel")], &asta).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    let nobody =
        world.post_as(&format!("{unit}/lukning"), &[("from", &today), ("tasks", "move")], &asta).await;
    assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(nobody.body.contains("Vælg, hvem der tager over"));
    close(&world, &unit, &[("from", &today), ("tasks", "cancel"), ("reason", "Huset bliver revet ned.")])
        .await;

    assert_eq!(world.task_state(&task).await, StateKind::Cancelled);
    for engagement in engagements {
        assert!(!stand(&world, engagement).await.is_live());
    }
    assert_eq!(world.shift_again(shift.id).await.state, ShiftState::Cancelled);
    assert_eq!(world.bookings(&shift).await[0].state, BookingState::Cancelled);
    for address in ["vilma@post.example", "bent@post.example", "otto@post.example"] {
        let mut mails = world.mails_to(address).await;
        mails.retain(|mail| mail.body.contains("Huset bliver revet ned."));
        assert_eq!(mails.len(), 1, "{address} reads once that it ends, and why");
    }
    let telling = async || world.mails().await.iter().filter(|mail| mail.body.contains("revet ned")).count();
    let told = telling().await;
    // Nothing is left for the jobs to say again.
    for days in 0..3 {
        world.work_at(NOW.plus_days(days)).await;
    }
    assert_eq!(telling().await, told);
}

#[db_test]
async fn a_unit_that_closes_later_goes_on_until_its_last_day(db: Db) {
    let (world, task, engagements, shift) = full_house(&db).await;
    let unit = format!("/enheder/{}", world.town.solgaarden);
    let last_day = TUESDAY.plus_days(7);
    let fields = [("from", &*last_day.to_string()), ("tasks", "cancel"), ("reason", "Vi flytter sammen.")];
    close(&world, &unit, &fields).await;
    let planned: Vec<Day> = world
        .shifts(&task)
        .await
        .iter()
        .filter(|one| one.is_planned())
        .map(|one| one.starts_at.day())
        .collect();
    assert_eq!(planned, [TUESDAY, last_day], "what lies after it is called off now");
    assert_eq!(world.bookings(&shift).await[0].state, BookingState::Booked);
    assert!(stand(&world, engagements[0]).await.is_live());
    assert_eq!(world.task_state(&task).await, StateKind::Open);
    let told = letter(&world, "bent@post.example").await;
    assert!(told.contains("slutter tirsdag den 10. marts") && told.contains("Vi flytter sammen."), "{told}");

    world.work_at(last_day.plus_days(1).at(9, 0)).await;
    assert!(!stand(&world, engagements[0]).await.is_live() && !stand(&world, engagements[1]).await.is_live());
    assert!(!matches!(world.task_state(&task).await, StateKind::Open | StateKind::Filled));
    let otto = world.mails_to("otto@post.example").await;
    assert!(otto.iter().any(|mail| mail.body.contains("Vi flytter sammen.")), "who still waited is told");
}

#[db_test]
async fn another_unit_takes_over_and_the_closing_can_be_taken_back(db: Db) {
    let (world, task, engagements, shift) = full_house(&db).await;
    let unit = format!("/enheder/{}", world.town.solgaarden);
    let (today, havblik) = (NOW.day().to_string(), world.town.havblik.to_string());
    close(&world, &unit, &[("from", &today), ("successor", &havblik), ("tasks", "move")]).await;
    let poster = async |world: &World| {
        let mut reader = world.db.read().await.unwrap();
        let found = samskab_taskbank::task::store::find(&mut reader, world.town.tenant, task.id).await;
        found.unwrap().unwrap().poster
    };
    assert_eq!(poster(&world).await, Poster::Unit(world.town.havblik));
    assert!(stand(&world, engagements[0]).await.is_live());
    assert_eq!(world.bookings(&shift).await[0].state, BookingState::Booked);
    let vilma = letter(&world, "vilma@post.example").await;
    assert!(vilma.contains("hører nu under Plejehjemmet Havblik"), "{vilma}");
    let otto = letter(&world, "otto@post.example").await;
    assert!(otto.contains("hører nu under Plejehjemmet Havblik"), "{otto}");

    let asta = world.cookie(world.town.coordinator).await;
    let page = world.get_as(&format!("{unit}/genaabning"), &asta).await;
    assert!(
        page.body.contains("Aktivitetsmedarbejder: Lone Papsen")
            && page.body.contains("Plejehjemmet Havblik")
    );
    let opened = world.press(&format!("{unit}/genaabning"), &asta).await;
    assert_eq!(opened.status, StatusCode::SEE_OTHER, "{}", opened.body);
    assert_eq!(poster(&world).await, Poster::Unit(world.town.solgaarden));
    world.clock.set(NOW.plus_days(1));
    let page = world.get(&unit).await;
    assert!(!page.body.contains("Lukket.") && page.body.contains("Lone Papsen"), "{}", page.body);
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let list = world.get_as("/overblik", &lone).await;
    assert!(list.body.contains("Otto"), "who waits for an answer is on her list again: {}", list.body);
}

#[db_test]
async fn what_was_called_off_while_somebody_counted_on_it_stays_so(db: Db) {
    let (world, task, ..) = full_house(&db).await;
    let asta = world.cookie(world.town.coordinator).await;
    let page = format!("/opgaver/{}", task.id);
    let off =
        world.post_as(&format!("{page}/luk"), &[("outcome", "cancelled"), ("text", "Sne.")], &asta).await;
    assert_eq!(off.status, StatusCode::SEE_OTHER, "{}", off.body);
    assert!(!world.get_as(&page, &asta).await.body.contains("/genaabning"), "it is not offered");
    world.post_as(&format!("{page}/genaabning"), &[], &asta).await;
    assert_eq!(world.task_state(&task).await, StateKind::Cancelled);
}

#[db_test]
async fn one_task_ends_although_another_unit_takes_over_the_rest(db: Db) {
    let (world, task, engagements, _) = full_house(&db).await;
    let stays = world.task(|task| task.title = "Bankospil".to_owned()).await;
    let unit = format!("/enheder/{}", world.town.solgaarden);
    let (today, havblik) = (NOW.day().to_string(), world.town.havblik.to_string());
    let ending = task.id.to_string();
    let with_reason = |reason: &'static str| {
        [
            ("from", today.as_str()),
            ("successor", havblik.as_str()),
            ("tasks", "move"),
            ("ending", ending.as_str()),
            ("reason", reason),
        ]
    };
    let asta = world.cookie(world.town.coordinator).await;
    let without = world.post_as(&format!("{unit}/lukning"), &with_reason(""), &asta).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY, "whoever is written to reads why");
    assert!(without.body.contains(&format!("value=\"{ending}\" checked")), "{}", without.body);
    let reason = with_reason("Der er ikke plads til sang på Havblik.");
    let closed = world.post_as(&format!("{unit}/lukning"), &reason, &asta).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.body);
    let find = async |id| {
        let mut reader = world.db.read().await.unwrap();
        samskab_taskbank::task::store::find(&mut reader, world.town.tenant, id).await.unwrap().unwrap()
    };
    assert_eq!(find(task.id).await.state.kind(), StateKind::Cancelled);
    assert!(!stand(&world, engagements[0]).await.is_live());
    let vilma = letter(&world, "vilma@post.example").await;
    assert!(vilma.contains("Der er ikke plads til sang"), "{vilma}");
    let moved = find(stays.id).await;
    assert_eq!((moved.poster, moved.state.kind()), (Poster::Unit(world.town.havblik), StateKind::Open));
}

#[db_test]
async fn an_account_that_is_deleted_leaves_a_gap_that_somebody_sees(db: Db) {
    let (world, task, _, shift) = full_house(&db).await;
    let vilma = world.bookings(&shift).await[0].person;
    let cookie = world.cookie(vilma).await;
    let page = world.get_as("/min-profil/slet", &cookie).await.body;
    assert!(page.contains("Du står på 1 vagt") && page.contains("Du har én aftale"), "{page}");
    let gone = world.press("/min-profil/slet", &cookie).await;
    assert_eq!(gone.status, StatusCode::SEE_OTHER, "{}", gone.body);
    let lone = "lone.papsen@fjordlund.example";
    let mails = world.mails_to(lone).await;
    assert_eq!(mails.len(), 1, "one mail about all of it: {mails:?}");
    assert!(mails[0].body.contains("Tirsdag den 3. marts") && mails[0].subject.contains(&task.title));
    assert!(!mails[0].body.contains("Vilma"), "a name that is nobody's any more");
    let list = world.get_as("/overblik", &world.cookie(world.town.contact_solgaarden).await).await;
    assert!(list.body.contains("mangler"), "{}", list.body);
}

#[db_test]
async fn whoever_waits_for_a_place_that_will_not_come_is_told(db: Db) {
    let (world, task, engagements, shift) = full_house(&db).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let otto = world.all_of("otto@post.example").await.remove(0);
    let waits = world.post_as(&format!("{}/venteliste", otto.href()), &[("text", "Vent lidt")], &lone).await;
    assert_eq!(waits.status, StatusCode::SEE_OTHER);
    let page = world.get_as(&format!("/opgaver/{}/luk", task.id), &lone).await;
    assert!(page.body.contains("2 aftaler med frivillige"), "{}", page.body);
    let closed = world.post_as(&format!("/opgaver/{}/luk", task.id), &[("outcome", "closed")], &lone).await;
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.body);
    let mails = world.mails_to("otto@post.example").await;
    assert!(
        mails.iter().any(|mail| mail.subject.starts_with("Svar") || mail.body.contains("besat")),
        "{mails:?}"
    );
    assert!(!world.all_of("otto@post.example").await[0].state.is_live());
    assert!(stand(&world, engagements[0]).await.is_live() && world.shift_again(shift.id).await.is_planned());
}
