//! A task gets another time: who counts on it is said before, told once, and their agreement and their shift follow.

use samskab_engagement::engagement::Side;
use samskab_store::db_test;
use samskab_taskbank::task::{self, TaskId};
use samskab_web::testing::Answer;

use super::{
    begun::{CAFE, SATURDAY, VILMA, begins, once, vilma},
    *,
};
use crate::shift::Shift;

const LATER: Turn = Turn { start_minute: 14 * 60 + 30, duration: 150 };

/// The fields of the task's own form, with the same text as it has, and the times given.
async fn save(world: &World, task: TaskId, changed: &[(&str, &str)]) -> Answer {
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let contact = world.town.contact_solgaarden.to_string();
    let mut fields = vec![
        ("title", "Kaffe og højtlæsning"),
        ("summary", "En time med kaffe"),
        ("does", "Skænk kaffe"),
        ("time_kind", "one_off"),
        ("day", "2026-03-07"),
        ("start", "13.30"),
        ("end", "16.00"),
        ("remote", "on_site"),
        ("postcode", "9561"),
        ("contact", contact.as_str()),
        ("boundary_staff", "Pleje"),
        ("boundary_volunteers", "Kaffe"),
        ("boundary_grey", "Ture"),
        ("insurance", "work"),
        ("through", "direct"),
        ("theme", "social"),
        ("places", "2"),
        ("company", "either"),
        ("languages", "da"),
        ("action", "save"),
    ];
    for (name, value) in changed {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    world.post_as(&format!("/opgaver/{task}/rediger"), &fields, &lone).await
}

/// Asked once, and then meant so.
async fn save_twice(world: &World, task: TaskId, changed: &[(&str, &str)]) -> (Answer, Answer) {
    save_again(world, task, changed, "save").await
}

/// Asked once, and then saved with this button.
async fn save_again(world: &World, task: TaskId, changed: &[(&str, &str)], with: &str) -> (Answer, Answer) {
    let asked = save(world, task, changed).await;
    assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", asked.body);
    let field = asked.body.split("name=\"sure\"").nth(1).unwrap().split('>').next().unwrap();
    let sure = field.split("value=\"").nth(1).unwrap().split('"').next().unwrap();
    let mut changed = changed.to_vec();
    changed.extend([("sure", sure), ("action", with)]);
    let saved = save(world, task, &changed).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    (asked, saved)
}

async fn find(world: &World, engagement: EngagementId) -> Engagement {
    let mut reader = world.db.read().await.unwrap();
    engagement::store::find(&mut reader, world.town.tenant, engagement).await.unwrap().unwrap()
}

async fn at_once(db: &Db) -> (World, Task, Shift, EngagementId) {
    let world = World::new(db).await;
    let task = world.task(once).await;
    let shift = world.shift(&task, CAFE.on(SATURDAY), 2).await;
    let engagement = begins(&world, &task).await;
    (world, task, shift, engagement)
}

#[db_test]
async fn who_has_an_agreement_is_named_before_told_once_and_asked_again(db: Db) {
    let (world, task, shift, engagement) = at_once(&db).await;
    world.interest(&task, "Otto").await;
    let same = save(&world, task.id, &[("summary", "Kaffe og selskab")]).await;
    assert_eq!(same.status, StatusCode::SEE_OTHER, "other words ask nobody: {}", same.body);
    let before = world.mails().await.len();
    let times = [("day", "2026-03-14"), ("start", "14.30"), ("end", "17.00")];
    let (asked, _) = save_twice(&world, task.id, &times).await;
    for says in [
        "Skal opgaven flyttes?",
        "Før: Lørdag den 7. marts kl. 13.30–16.00",
        "Nu: Lørdag den 14. marts kl. 14.30–17.00",
        "1 frivillig har en aftale",
        "1 venter på svar",
        "1 vagt ligger på den gamle tid",
        "flytter med",
    ] {
        assert!(asked.body.contains(says), "{says}: {}", asked.body);
    }
    assert_eq!(world.mails().await.len() - before, 2, "one to Vilma and one to Otto");
    let mails = world.mails_to(VILMA).await;
    let mail = mails.iter().find(|mail| mail.subject == "Ny tid: Kaffe og højtlæsning").unwrap();
    for says in [
        "Før: Lørdag den 7. marts kl. 13.30–16.00",
        "Nu: Lørdag den 14. marts kl. 14.30–17.00",
        "Dine vagter er flyttet med",
    ] {
        assert!(mail.body.replace("\n  ", " ").contains(says), "{says}: {}", mail.body);
    }
    let to_otto = world.subjects("otto@post.example").await;
    assert!(to_otto.iter().any(|subject| subject.starts_with("Ny tid eller nyt sted")), "{to_otto:?}");

    // The agreement, the shift and the page agree with each other.
    let moved = find(&world, engagement).await;
    assert_eq!(moved.begins_on, Some(SATURDAY.plus_days(7)));
    assert_eq!(moved.version, 2);
    assert!(
        moved.asks(Side::Volunteer) && !moved.asks(Side::Place),
        "whoever moved it need not say yes to it"
    );
    let shift = world.shift_again(shift.id).await;
    assert_eq!((shift.starts_at, shift.ends_at), LATER.on(SATURDAY.plus_days(7)));
    let link = mail.body[mail.body.find("/aftaler/").unwrap()..].split_whitespace().next().unwrap();
    let page = world.get(link).await.body;
    assert!(
        !page.contains("7. marts kl. 13.30") && page.contains("Lørdag den 14. marts kl. 14.30–17.00"),
        "{page}"
    );

    // Her yes is one to both.
    let me = vilma(&world, engagement).await;
    assert!(!world.booking_of(&shift, me).await.is_confirmed(&shift));
    let yes = world.post(&format!("{link}/ja"), &[("version", "2")]).await;
    assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.body);
    assert!(world.booking_of(&shift, me).await.is_confirmed(&shift));
    assert_eq!(find(&world, engagement).await.in_force, Some(2));
    world.work().await;
    assert_eq!(world.subjects(VILMA).await.iter().filter(|one| one.starts_with("Ny tid")).count(), 1);
}

#[db_test]
async fn a_place_in_better_words_asks_and_tells_nobody_and_a_time_is_never_one(db: Db) {
    let (world, task, _, engagement) = at_once(&db).await;
    let before = (find(&world, engagement).await, world.mails().await.len());
    let (asked, saved) = save_again(&world, task.id, &[("venue", "Stuen, 1. sal")], "same-place").await;
    assert!(asked.body.contains("Gem som rettelse: det er samme sted"), "{}", asked.body);
    assert!(saved.location().contains(&task.id.to_string()), "{}", saved.location());
    let after = (find(&world, engagement).await, world.mails().await.len());
    assert_eq!((after.0.version, after.1), (before.0.version, before.1), "nobody says yes anew");
    assert!(world.get(&format!("/opgaver/{}", task.id)).await.body.contains("Stuen, 1. sal"));

    let times = [("venue", "Stuen, 1. sal"), ("start", "14.30"), ("end", "17.00")];
    let (asked, _) = save_again(&world, task.id, &times, "same-place").await;
    assert!(!asked.body.contains("det er samme sted"), "another time is no correction: {}", asked.body);
    assert_eq!(find(&world, engagement).await.version, before.0.version + 1);
}

#[db_test]
async fn a_shift_at_a_time_of_its_own_stays_and_another_place_moves_none(db: Db) {
    let (world, task, shift, engagement) = at_once(&db).await;
    let own = world.shift(&task, (SATURDAY.at(11, 0), SATURDAY.at(12, 0)), 2).await;
    let (asked, _) = save_twice(&world, task.id, &[("venue", "Haven")]).await;
    assert!(!asked.body.contains("ligger på den gamle tid"), "{}", asked.body);
    assert!(world.subjects(VILMA).await.iter().any(|one| one.starts_with("Nyt sted")));
    assert_eq!(world.shift_again(shift.id).await.starts_at, shift.starts_at);
    save_twice(&world, task.id, &[("venue", "Haven"), ("start", "14.30"), ("end", "17.00")]).await;
    assert_eq!(world.shift_again(own.id).await.starts_at, own.starts_at);
    assert_eq!(world.shift_again(shift.id).await.starts_at, LATER.on(SATURDAY).0);
    assert_eq!(find(&world, engagement).await.begins_on, Some(SATURDAY), "the day is the same");
}

#[db_test]
async fn a_series_at_the_times_of_its_task_goes_along(db: Db) {
    let (world, task, ..) = coffee(&db).await;
    world.series(&task, 2).await;
    let weekly = [("time_kind", "weekly"), ("weekdays", "2"), ("start", "15.00"), ("end", "17.00")];
    save_twice(&world, task.id, &weekly).await;
    let turn = Turn { start_minute: 15 * 60, duration: 120 };
    for shift in world.shifts(&task).await {
        assert_eq!((shift.starts_at, shift.ends_at), turn.on(shift.starts_at.day()));
    }
    let mut reader = world.db.read().await.unwrap();
    let series = store::series_of_task(&mut reader, world.town.tenant, task.id).await.unwrap();
    assert_eq!(series[0].turn, turn, "what is laid out later too");
}

#[db_test]
async fn nobody_is_asked_when_nobody_counts_on_it(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(once).await;
    let saved = save(&world, task.id, &[("start", "14.30"), ("end", "17.00")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let mut reader = world.db.read().await.unwrap();
    let task = task::store::find(&mut reader, world.town.tenant, task.id).await.unwrap().unwrap();
    assert_eq!(task.time, Time::OneOff { day: SATURDAY, turn: LATER });
}
