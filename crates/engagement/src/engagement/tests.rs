//! From a yes to an interest to thanks, over HTTP, in the small town every test knows. It is Monday 2 March
//! 2026, nine o'clock; Solgården has coffee and reading aloud on Tuesdays.

use axum::http::StatusCode;
use samskab_kernel::{Day, jiff::civil::Weekday};
use samskab_organisation::testing::NOW;
use samskab_store::{Db, db_test};
use samskab_taskbank::task::{self, Requirement, Task, Time, time::Turn};

use super::{EndedBy, Engagement, State, StepKind, look_again, store};
use crate::testing::World;
use samskab_interest::Interest;
use samskab_requirement as requirement;

mod calls;
mod ending;
mod list;
mod seen;
mod time;
mod yes;

const VILMA: &str = "vilma@post.example";

/// Every Tuesday from 14 to 16: the first is 3 March.
fn weekly(task: &mut Task) {
    task.time = Time::Weekly {
        weekdays: vec![Weekday::Tuesday],
        from: None,
        to: None,
        turn: Turn { start_minute: 14 * 60, duration: 120 },
    };
    task.state = samskab_taskbank::task::State::Open(task::state::Open::from(NOW, Day::of(2026, 9, 1).end()));
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

/// Where Vilma and where the place read the agreement, and the cookie of whoever answers for the place.
async fn doors(world: &World, engagement: &Engagement) -> (String, String, String) {
    (link(world).await, engagement.href(), world.cookie(world.town.contact_solgaarden).await)
}

/// Both say yes to its first version.
async fn both_say_yes(world: &World, link: &str, (place, lone): (&str, &str)) {
    world.post(&format!("{link}/ja"), &[("version", "1")]).await;
    world.post_as(&format!("{place}/ja"), &[("version", "1")], lone).await;
}

/// What waits for whoever answers for the place.
async fn overview(world: &World) -> String {
    let lone = world.cookie(world.town.contact_solgaarden).await;
    world.get_as("/overblik", &lone).await.body
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
    // After the first day: she has been there.
    world.clock.set(Day::of(2026, 3, 4).at(9, 0));
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let stopped = world.post(&format!("{link}/stop"), &[("reason", "time")]).await;
    assert_eq!(stopped.status, StatusCode::SEE_OTHER, "{}", stopped.body);
    let ended = of_interest(&world, &interest).await;
    assert!(!ended.state.is_live());
    assert_eq!(
        world.find(interest.id).await.unwrap().state,
        samskab_interest::State::Ended,
        "the place is free again"
    );
    let page = world.get_as(&place, &lone).await;
    assert!(page.body.contains("Sig tak til") && !page.body.contains(VILMA), "{}", page.body);
    world.post_as(&format!("{place}/tak"), &[("thanks", "Kære Vilma\n\nTak for alt!")], &lone).await;
    assert!(world.get(&link).await.body.contains("Tak for alt!"));
    assert_eq!(mailed(&world, "Tak for din hjælp", "Tak for alt!").await, 1);
}

#[db_test]
async fn changed_words_are_a_new_version_and_a_yes_to_the_old_one_does_not_count(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, engagement) = accepted(&world, &task).await;
    let (link, place, lone) = doors(&world, &engagement).await;
    world.post(&format!("{link}/ja"), &[("version", "1")]).await;

    let text = "## Det drejer sig om\nVi læser højt. Vi slutter til jul.";
    let saved = world.post_as(&format!("{place}/tekst"), &[("text", text), ("version", "1")], &lone).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let changed = of_interest(&world, &interest).await;
    assert_eq!((changed.version, changed.volunteer_yes), (2, None));
    assert_eq!(mailed(&world, "Aftalen er ændret", "/aftaler/").await, 1);

    // She had the first one on her screen.
    let late = world.post(&format!("{link}/ja"), &[("version", "1")]).await;
    assert_eq!(late.status, StatusCode::SEE_OTHER);
    assert_eq!(of_interest(&world, &interest).await.volunteer_yes, None, "she has not read the second");
    let own = world.get(&link).await;
    assert!(
        own.body.contains("Vi slutter til jul.") && own.body.contains("Tidligere udgaver"),
        "{}",
        own.body
    );
    assert!(own.body.contains("Teksten blev ændret."), "{}", own.body);
    let old = world.get(&format!("{link}/udskrift?udgave=1")).await;
    assert!(old.body.contains("Skænk kaffe") && !old.body.contains("Vi slutter til jul."), "{}", old.body);

    // A colleague changed it meanwhile: nothing is written over, and nothing typed is lost.
    let stale =
        world.post_as(&format!("{place}/tekst"), &[("text", "Noget andet"), ("version", "1")], &lone).await;
    assert_eq!(stale.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(stale.body.contains("Noget andet") && stale.body.contains("mens du skrev"));

    // In force is what both said yes to, until the next one is.
    world.post(&format!("{link}/ja"), &[("version", "2")]).await;
    world.post_as(&format!("{place}/ja"), &[("version", "2")], &lone).await;
    world.post(&format!("{link}/ord"), &[("can", "Jeg synger også")]).await;
    let third = of_interest(&world, &interest).await;
    assert_eq!((third.state, third.version, third.in_force), (State::Active, 3, Some(2)));
    let print = world.get_as(&format!("{place}/udskrift?udgave=2"), &lone).await;
    assert!(print.body.contains("Aftalen gælder."), "{}", print.body);
}

#[db_test]
async fn a_number_like_a_cpr_number_is_refused_at_the_field_and_the_rest_is_kept(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, _) = accepted(&world, &task).await;
    let link = link(&world).await;
    let can = format!("Jeg er {}", samskab_kernel::cpr::made_up());
    let words = [("can", can.as_str()), ("sees", "I har ro"), ("needs", "")];
    let refused = world.post(&format!("{link}/ord"), &words).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("can-error") && refused.body.contains("I har ro"), "{}", refused.body);
    let mut reader = db.read().await.unwrap();
    let engagement = of_interest(&world, &interest).await;
    let agreement =
        store::agreement(&mut reader, world.town.tenant, engagement.id, 1).await.unwrap().unwrap();
    assert!(agreement.volunteer.is_empty());
}

#[db_test]
async fn another_day_asks_the_other_side_again(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, engagement) = accepted(&world, &task).await;
    let (link, place, lone) = doors(&world, &engagement).await;
    world.post_as(&format!("{place}/ja"), &[("version", "1")], &lone).await;
    for wrong in ["", "2026-02-30", "2026-03-01", "2027-05-01"] {
        let refused = world.post(&format!("{link}/dag"), &[("day", wrong)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(refused.body.contains("day-error"));
    }
    world.post(&format!("{link}/dag"), &[("day", "2026-03-17")]).await;
    let other = of_interest(&world, &interest).await;
    assert_eq!((other.begins_on, other.place_yes), (Some(Day::of(2026, 3, 17)), None));
    world.work_at(Day::of(2026, 3, 3).at(7, 30)).await;
    let news = world.mails_to("lone.papsen@fjordlund.example").await;
    assert!(news.iter().any(|mail| mail.body.contains("Vilma foreslår tirsdag den 17. marts")), "{news:?}");
}

#[db_test]
async fn the_same_button_twice_is_one_yes_and_two_at_once_are_two(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, engagement) = accepted(&world, &task).await;
    let (link, place, lone) = doors(&world, &engagement).await;
    let (own_yes, place_yes) = (format!("{link}/ja"), format!("{place}/ja"));
    let version = [("version", "1")];
    let (first, again, theirs) = tokio::join!(
        world.post(&own_yes, &version),
        world.post(&own_yes, &version),
        world.post_as(&place_yes, &version, &lone),
    );
    for answer in [first, again, theirs] {
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    }
    let agreed = of_interest(&world, &interest).await;
    assert_eq!((agreed.state, agreed.in_force), (State::Active, Some(1)));
    assert_eq!(mailed(&world, "Aftalen er på plads", "").await, 1);
    let mut reader = db.read().await.unwrap();
    let steps = store::steps(&mut reader, world.town.tenant, agreed.id).await.unwrap();
    let of = |kind| steps.iter().filter(|step| step.kind == kind).count();
    assert_eq!((of(StepKind::Yes), of(StepKind::Begun)), (2, 1));
    drop(reader);

    // Both end it at once: one does, and nobody is told twice.
    let (stop, end) = (format!("{link}/stop"), format!("{place}/afslut"));
    let (one, other) = tokio::join!(
        world.post(&stop, &[("reason", "")]),
        world.post_as(&end, &[("thanks", "Tak, Vilma")], &lone),
    );
    assert_eq!((one.status, other.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
    let ended = of_interest(&world, &interest).await;
    assert!(!ended.state.is_live());
    let mails =
        mailed(&world, "Du er ikke længere med", "").await + mailed(&world, "Aftalen er slut", "").await;
    assert_eq!(mails, 1);
    // Nor does anything happen to it afterwards.
    for verb in ["ja", "ord", "dag", "pause", "genoptag", "stop"] {
        world
            .post(
                &format!("{link}/{verb}"),
                &[("version", "1"), ("day", "2026-03-17"), ("until", "2026-03-17")],
            )
            .await;
    }
    assert_eq!(of_interest(&world, &interest).await, ended);
}

#[db_test]
async fn the_place_in_the_task_is_free_again_when_it_ends_and_only_once(db: Db) {
    let world = World::new(&db).await;
    let task = world
        .task(|task| {
            weekly(task);
            task.places = Some(1);
        })
        .await;
    let (interest, engagement) = accepted(&world, &task).await;
    assert_eq!(world.task_state(&task).await, task::StateKind::Filled);
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let missing = world.post_as(&format!("{}/afslut", engagement.href()), &[("reason", "time")], &lone).await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody is sent away without thanks");
    let fields = [("thanks", "Kære Vilma\n\nTak."), ("reason", "not_a_reason")];
    let ended = world.post_as(&format!("{}/afslut", engagement.href()), &fields, &lone).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.body);
    assert_eq!(world.task_state(&task).await, task::StateKind::Open);
    let State::Ended { by, reason } = of_interest(&world, &interest).await.state else { panic!("ended") };
    assert_eq!((by, reason), (EndedBy::Place, None), "no reason is owed");
    assert_eq!(mailed(&world, "Aftalen er slut", "Tak.").await, 1, "she has not been there");
}

/// Law B.7 takes the person away, and nobody is left who could give the place back.
#[db_test]
async fn a_task_that_was_full_of_somebody_who_was_deleted_is_open_again(db: Db) {
    let world = World::new(&db).await;
    let two = |places| {
        move |task: &mut Task| {
            weekly(task);
            task.places = Some(places);
        }
    };
    let (full, roomy) = (world.task(two(1)).await, world.task(two(2)).await);
    let (_, engagement) = accepted(&world, &full).await;
    let (_, other) = accepted(&world, &roomy).await;
    assert_eq!(engagement.person, other.person);
    // Somebody at the place says that this one has enough.
    let lone = world.cookie(world.town.contact_solgaarden).await;
    world.post_as(&format!("/opgaver/{}/besat", roomy.id), &[], &lone).await;
    for task in [&full, &roomy] {
        assert_eq!(world.task_state(task).await, task::StateKind::Filled);
    }
    let mut tx = db.begin(world.stamp()).await.unwrap();
    samskab_organisation::person::erase(&world.services(), &mut tx, engagement.person).await.unwrap();
    tx.commit().await.unwrap();
    world.work().await;
    assert_eq!(world.task_state(&full).await, task::StateKind::Open, "it was full of her");
    assert_eq!(world.task_state(&roomy).await, task::StateKind::Filled, "it was closed for another reason");
}

#[db_test]
async fn nobody_begins_before_what_the_task_requires_is_in_order(db: Db) {
    let world = World::new(&db).await;
    let task = world
        .task(|task| {
            weekly(task);
            task.requirements = vec![Requirement::DrivingLicence];
        })
        .await;
    let (interest, engagement) = accepted(&world, &task).await;
    let (link, place, lone) = doors(&world, &engagement).await;
    both_say_yes(&world, &link, (&place, &lone)).await;
    let agreed = of_interest(&world, &interest).await;
    assert!(agreed.waits_for_requirements(), "{agreed:?}");
    for page in [world.get(&link).await, world.get_as(&place, &lone).await] {
        assert!(page.body.contains("Kørekort"), "{}", page.body);
    }
    assert_eq!(mailed(&world, "Tak for dit ja. Én ting mangler", "Kørekort").await, 1);
    world.work_at(NOW.plus_days(1)).await;
    assert_eq!(of_interest(&world, &interest).await.state, State::Proposed, "still missing");

    let now = world.clock.now();
    let shown = requirement::Fulfilment::new(
        db.dice().id(now),
        agreed.person,
        requirement::Precondition::DrivingLicence,
        None,
        requirement::State::fulfilled(now.day(), None, None),
        now,
    );
    let mut tx = db.begin(world.stamp()).await.unwrap();
    requirement::store::add(&mut tx, &shown).await.unwrap();
    look_again(&mut tx, agreed.person).await.unwrap();
    tx.commit().await.unwrap();
    world.work().await;
    let begun = of_interest(&world, &interest).await;
    assert_eq!((begun.state, begun.begins_on), (State::Active, Some(Day::of(2026, 3, 3))));
    assert_eq!(mailed(&world, "Nu kan du begynde", "").await, 1);
}

#[db_test]
async fn somebody_without_an_address_says_yes_by_telephone_and_it_stands_who_noted_it(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let form = format!("/opgaver/{}/interesse", task.id);
    let sent = world.post(&form, &[("name", "Bent Prøve"), ("phone", "12 90 10 10")]).await;
    let own = sent.location().split('?').next().unwrap().to_owned();
    let mut reader = db.read().await.unwrap();
    let interest =
        samskab_interest::store::of_task(&mut reader, world.town.tenant, task.id).await.unwrap().remove(0);
    drop(reader);
    let lone = world.cookie(world.town.contact_solgaarden).await;
    world.post_as(&format!("{}/accept", interest.href()), &[("text", "Han er med")], &lone).await;
    let engagement = of_interest(&world, &interest).await;
    let place = engagement.href();
    let page = world.get_as(&place, &lone).await;
    assert!(
        page.body.contains("12 90 10 10") && page.body.contains("Gå aftalen igennem med Bent i telefonen"),
        "{}",
        page.body
    );
    let noted = format!("{place}/ja-paa-vegne");
    let how = world.post_as(&noted, &[("version", "1"), ("how", "")], &lone).await;
    assert_eq!(how.status, StatusCode::UNPROCESSABLE_ENTITY, "how it was said is part of it");
    world.post_as(&noted, &[("version", "1"), ("how", "Pr. telefon mandag")], &lone).await;
    world.post_as(&format!("{place}/ja"), &[("version", "1")], &lone).await;
    let agreed = of_interest(&world, &interest).await;
    assert_eq!(agreed.state, State::Active);
    assert_eq!(agreed.volunteer_yes.and_then(|yes| yes.by), Some(world.town.contact_solgaarden));
    // He can read it and stop, behind the link he was given on the screen.
    let agreement = own.replace("/interesse/", "/aftaler/");
    let page = world.get(&agreement).await;
    assert!(page.body.contains("Lone Papsen") && page.body.contains("Pr. telefon mandag"), "{}", page.body);
    assert!(world.mails().await.is_empty(), "there is nobody to mail");
    world.post(&format!("{agreement}/stop"), &[]).await;
    assert!(!of_interest(&world, &interest).await.state.is_live());
}

#[db_test]
async fn an_address_that_somebody_else_typed_opens_nobodys_account(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let form = format!("/opgaver/{}/interesse/paa-vegne", task.id);
    let mette = "mette.eksempel@fjordlund.example";
    let fields = [("name", "Vilma Godvilje"), ("email", mette)];
    let entered = world.post_as(&form, &fields, &lone).await;
    let href = entered.location().to_owned();
    world.post_as(&format!("{href}/accept"), &[("text", "Kom gerne")], &lone).await;
    let mut reader = db.read().await.unwrap();
    let interest =
        samskab_interest::store::of_task(&mut reader, world.town.tenant, task.id).await.unwrap().remove(0);
    drop(reader);
    let engagement = of_interest(&world, &interest).await;
    assert_ne!(engagement.person, world.town.contact_school, "a typing error shows nobody's name and number");
    // Whoever reads the mail and says yes has shown that the address is theirs.
    let mails = world.mails_to(mette).await;
    let link =
        mails.iter().find_map(|mail| Some(mail.body[mail.body.find("/aftaler/")?..].to_owned())).unwrap();
    let link = link.split_whitespace().next().unwrap();
    world.post(&format!("{link}/ja"), &[("version", "1")]).await;
    assert_eq!(of_interest(&world, &interest).await.person, world.town.contact_school);
}

#[db_test]
async fn taking_the_yes_back_takes_the_agreement_back_until_they_have_begun(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (interest, first) = accepted(&world, &task).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let words = [("text", "Vi er desværre for mange")];
    world.post_as(&format!("{}/venteliste", interest.href()), &words, &lone).await;
    assert!(!of_interest(&world, &interest).await.state.is_live());
    world.post_as(&format!("{}/accept", interest.href()), &[("text", "Nu er der plads")], &lone).await;
    let second = of_interest(&world, &interest).await;
    assert!(second.state.is_live() && second.id != first.id, "a new one, and the first is history");
    let link = link(&world).await;
    world.post(&format!("{link}/ja"), &[("version", "1")]).await;
    world.post_as(&format!("{}/ja", second.href()), &[("version", "1")], &lone).await;
    let late = world.post_as(&format!("{}/venteliste", interest.href()), &words, &lone).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "what has begun ends with thanks");
    assert_eq!(of_interest(&world, &interest).await.state, State::Active);
    let own = link.replace("/aftaler/", "/interesse/");
    assert!(world.get(&own).await.body.contains("Se aftalen"));
    world.post(&format!("{own}/fortryd"), &[]).await;
    assert!(!of_interest(&world, &interest).await.state.is_live(), "the volunteer can always stop");
}

#[db_test]
async fn who_was_accepted_before_there_were_agreements_is_offered_one_once(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let interest = world.interest(&task, "Vilma").await;
    let was = interest.state.kind();
    let old = interest.accept(None, world.clock.now()).unwrap();
    let mut tx = db.begin(world.stamp()).await.unwrap();
    assert!(samskab_interest::store::save(&mut tx, &old, was).await.unwrap());
    tx.commit().await.unwrap();
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let page = world.get_as(&old.href(), &lone).await;
    assert!(page.body.contains("Lav en aftale"), "{}", page.body);
    let offer = format!("{}/aftale", old.href());
    let (one, two) = tokio::join!(world.post_as(&offer, &[], &lone), world.post_as(&offer, &[], &lone));
    assert_eq!((one.status, two.status), (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER));
    assert_eq!(one.location(), two.location());
    let mut reader = db.read().await.unwrap();
    assert_eq!(store::of_task(&mut reader, world.town.tenant, task.id).await.unwrap().len(), 1);
    drop(reader);
    assert_eq!(mailed(&world, "Læs aftalen, og sig ja", "/aftaler/").await, 1);
    assert!(!world.get_as(&old.href(), &lone).await.body.contains("Lav en aftale"));
}

#[db_test]
async fn the_volunteers_of_a_place_are_seen_by_those_who_answer_for_it_and_nobody_else(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(weekly).await;
    let (_, engagement) = accepted(&world, &task).await;
    let town = world.town;
    for (who, sees) in [
        (town.contact_solgaarden, true),
        (town.deputy_solgaarden, true),
        (town.key_care, true),
        (town.coordinator, true),
        (town.key_schools, false),
        (town.contact_school, false),
        (town.chair_handball, false),
    ] {
        let cookie = world.cookie(who).await;
        let list = world.get_as("/frivillige", &cookie).await;
        assert_eq!(list.status, StatusCode::OK);
        assert_eq!(list.body.contains("Vilma"), sees, "{who}");
        assert!(!list.body.contains(VILMA), "no address on a list");
        let page = world.get_as(&engagement.href(), &cookie).await;
        assert_eq!(page.status == StatusCode::OK, sees, "{who}");
        let yes = world.post_as(&format!("{}/ja", engagement.href()), &[("version", "7")], &cookie).await;
        assert_eq!(yes.status != StatusCode::NOT_FOUND, sees, "{who}");
    }
    assert_eq!(world.get("/frivillige").await.status, StatusCode::UNAUTHORIZED);
    assert_eq!(world.get("/aftaler/ukendt").await.status, StatusCode::GONE);
    let by_id = engagement.own_href();
    assert_eq!(world.get(&by_id).await.status, StatusCode::UNAUTHORIZED);
    let lone = world.cookie(town.contact_solgaarden).await;
    assert_eq!(world.get_as(&by_id, &lone).await.status, StatusCode::NOT_FOUND, "the volunteer's own page");
    let vilma = world.cookie(engagement.person).await;
    assert_eq!(world.get_as(&by_id, &vilma).await.status, StatusCode::OK);
    for (state, count) in [("ended", 0), ("proposed", 1), ("udloeber", 0)] {
        let listed = world.get_as(&format!("/frivillige?tilstand={state}"), &lone).await.body;
        assert_eq!(listed.matches("data-title=\"Frivillig\"").count(), count, "{state}");
    }
}
