//! From a yes to an interest to thanks, over HTTP, in the small town every test knows. It is Monday 2 March
//! 2026, nine o'clock; Solgården has coffee and reading aloud on Tuesdays.

use axum::http::StatusCode;
use samskab_kernel::{Day, jiff::civil::Weekday};
use samskab_store::{Db, db_test};

use super::{Engagement, State, store};
use crate::{
    interest::{self, Interest, tests::World},
    task::{Task, Time, time::Turn},
};

const VILMA: &str = "vilma@post.example";

/// Every Tuesday from 14 to 16: the first is 3 March.
fn weekly(task: &mut Task) {
    task.time = Time::Weekly {
        weekdays: vec![Weekday::Tuesday],
        from: None,
        to: None,
        turn: Turn { start_minute: 14 * 60, duration: 120 },
    };
    task.state = crate::task::State::Open(crate::task::state::Open::from(
        samskab_organisation::testing::NOW,
        Day::of(2026, 9, 1).end(),
    ));
}

/// Vilma's interest, accepted by Lone over HTTP, and the engagement that came of it.
async fn accepted(world: &World, task: &Task) -> (Interest, Engagement) {
    let interest = world.interest(task, "Vilma").await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let said =
        world.post_as(&format!("{}/accept", interest.href()), &[("text", "Kære Vilma\n\nKom!")], &lone).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
    let engagement = of_interest(world, &interest).await;
    (interest, engagement)
}

async fn of_interest(world: &World, interest: &Interest) -> Engagement {
    let mut reader = world.db.read().await.unwrap();
    store::of_interest(&mut reader, world.town.tenant, interest.id).await.unwrap().expect("an engagement")
}

/// The path of a link to the agreement in Vilma's mails.
async fn link(world: &World) -> String {
    let mails = world.mails_to(VILMA).await;
    let found = mails.iter().find_map(|mail| Some((mail, mail.body.find("/aftaler/")?)));
    let (mail, at) = found.expect("a link to the agreement");
    mail.body[at..].split_whitespace().next().unwrap().to_owned()
}

/// How many mails Vilma got whose subject begins so, and that say so. All of a test come at the same moment.
async fn mailed(world: &World, subject: &str, says: &str) -> usize {
    let mails = world.mails_to(VILMA).await;
    mails.iter().filter(|mail| mail.subject.starts_with(subject) && mail.body.contains(says)).count()
}

#[db_test]
async fn from_yes_to_agreed_to_under_way_to_thanks_without_an_account(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, engagement) = accepted(&world, &task).await;
    assert_eq!(engagement.state, State::Proposed);
    assert_eq!(engagement.begins_on, Some(Day::of(2026, 3, 3)), "the next Tuesday");

    // The mail with the yes leads to the agreement.
    let link = link(&world).await;
    let own = world.get(&link).await;
    assert_eq!(own.status, StatusCode::OK);
    for expected in
        ["Læs aftalen", "Kaffe og højtlæsning", "Lone Papsen", "tirsdag den 3. marts", "Ja, det vil jeg"]
    {
        assert!(own.body.contains(expected), "{expected}: {}", own.body);
    }

    // Both in their own words.
    let words = [("can", "Jeg læser gerne højt"), ("sees", "I har ro"), ("needs", "At nogen siger hej")];
    let saved = world.post(&format!("{link}/ord"), &words).await;
    assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, link.as_str()));
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let place = engagement.href();
    let page = world.get_as(&place, &lone).await;
    assert!(page.body.contains("I har ro") && page.body.contains(VILMA), "{}", page.body);

    // The volunteer says yes first, then the place.
    let yes = world.post(&format!("{link}/ja"), &[("version", "1")]).await;
    assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.body);
    assert_eq!(of_interest(&world, &interest).await.state, State::Proposed, "one yes is not two");
    let listed = world.get_as("/frivillige", &lone).await;
    assert!(listed.body.contains("Venter på jeres ja"), "{}", listed.body);
    let yes = world.post_as(&format!("{place}/ja"), &[("version", "1")], &lone).await;
    assert_eq!(yes.status, StatusCode::SEE_OTHER, "{}", yes.body);
    let begun = of_interest(&world, &interest).await;
    assert_eq!((begun.state, begun.in_force), (State::Active, Some(1)));
    assert_eq!(begun.talk_on, Some(Day::of(2026, 4, 14)), "six weeks after the first day");
    assert_eq!(mailed(&world, "Aftalen er på plads", "tirsdag den 3. marts").await, 1);

    // A pause and back, and then enough.
    world.post(&format!("{link}/pause"), &[("until", "2026-03-20")]).await;
    let paused = of_interest(&world, &interest).await;
    assert_eq!(paused.state, State::Paused { until: Day::of(2026, 3, 20) });
    world.post(&format!("{link}/genoptag"), &[]).await;
    assert_eq!(of_interest(&world, &interest).await.state, State::Active);
    let stopped = world.post(&format!("{link}/stop"), &[("reason", "time")]).await;
    assert_eq!(stopped.status, StatusCode::SEE_OTHER, "{}", stopped.body);
    let ended = of_interest(&world, &interest).await;
    assert!(!ended.state.is_live());
    assert_eq!(
        world.find(interest.id).await.unwrap().state,
        interest::State::Ended,
        "the place is free again"
    );
    let page = world.get_as(&place, &lone).await;
    assert!(page.body.contains("Sig tak til") && !page.body.contains(VILMA), "{}", page.body);
    world.post_as(&format!("{place}/tak"), &[("thanks", "Kære Vilma\n\nTak for alt!")], &lone).await;
    assert!(world.get(&link).await.body.contains("Tak for alt!"));
    assert_eq!(mailed(&world, "Tak for din hjælp", "Tak for alt!").await, 1);
}
