//! What time does: it climbs, is bundled, is cancelled, is forgotten.

use axum::http::StatusCode;
use samskab_kernel::{Day, jiff::SignedDuration};
use samskab_organisation::{
    person::{MailChoice, PersonId},
    position,
    testing::NOW,
};
use samskab_store::{Db, db_test};
use samskab_taskbank::task::Time;

use super::{VILMA, VILMA_WRITES, World, form};
use samskab_interest::{Interest, State};

#[db_test]
async fn unanswered_it_climbs_over_christmas_in_working_time_and_says_so(db: Db) {
    let world = World::new(&db).await;
    let at = |month, day, hour| Day::of(2026, month, day).at(hour, 5);
    world.clock.set(at(12, 18, 10)); // Friday; promised: Wednesday 23
    let task = world
        .task(|task| {
            task.time = Time::Flexible { minutes_per_week: Some(60), note: String::new(), until: None }
        })
        .await;
    let interest = world.interest(&task, "Vilma").await;
    let told = |interest: &Interest| interest.promise.unwrap().told.number();

    world.work_at(at(12, 20, 10)).await; // Sunday
    world.work_at(at(12, 23, 15)).await;
    assert_eq!(told(&world.find(interest.id).await.unwrap()), 0, "the promise still holds");
    for quiet in
        [at(12, 24, 0), at(12, 24, 10), at(12, 25, 10), at(12, 26, 10), at(12, 27, 10), at(12, 28, 7)]
    {
        world.work_at(quiet).await;
    }
    assert_eq!(told(&world.find(interest.id).await.unwrap()), 0, "nobody is told at Christmas");
    assert!(world.mails_to(VILMA).await.is_empty());

    world.work_at(at(12, 28, 9)).await;
    assert_eq!(told(&world.find(interest.id).await.unwrap()), 1);
    let mail = world.mails_to(VILMA).await;
    assert_eq!(mail.len(), 1);
    assert!(mail[0].subject.starts_with("Vi er ikke i mål endnu"), "{}", mail[0].subject);
    assert!(mail[0].body.contains("Lone Papsen") && mail[0].body.contains("12 70 11 05"), "{}", mail[0].body);
    world.work_at(at(12, 28, 10)).await;
    world.work_at(at(12, 29, 10)).await;
    assert_eq!(world.mails_to(VILMA).await.len(), 1, "said once");
    assert_eq!(world.mails_to("viggo.skitse@fjordlund.example").await.len(), 1, "the deputy hears of it");
    assert_eq!(world.mails_to("karen.taenkthoej@fjordlund.example").await.len(), 1, "and the key person");
    assert!(world.mails_to("asta.proevested@fjordlund.example").await.is_empty(), "the coordinator not yet");

    // Twice the promise after Wednesday 23: Tuesday 29 (24 and 28 lie between). Then the coordinator.
    world.work_at(at(12, 30, 9)).await;
    assert_eq!(told(&world.find(interest.id).await.unwrap()), 2);
    world.work_at(Day::of(2027, 1, 4).at(7, 35)).await;
    let asta = world.mails_to("asta.proevested@fjordlund.example").await;
    assert_eq!(asta.len(), 1);
    assert!(asta[0].body.contains("Vilma har ventet på svar i 12 dage"), "{}", asta[0].body);
    assert_eq!(world.mails_to(VILMA).await.len(), 1);
}

#[db_test]
async fn each_sees_what_is_theirs_when_it_is_theirs(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    world.interest(&task, "Vilma").await;
    let sees = async |person: PersonId| {
        let cookie = world.cookie(person).await;
        world.get_as("/overblik", &cookie).await.body.contains("Svar Vilma")
    };
    let town = &world.town;
    assert!(sees(town.contact_solgaarden).await);
    for not_yet in [town.deputy_solgaarden, town.key_care, town.coordinator, town.contact_school] {
        assert!(!sees(not_yet).await);
    }
    world.clock.set(Day::of(2026, 3, 6).at(9, 0)); // promised was Thursday 5
    for theirs in [town.contact_solgaarden, town.deputy_solgaarden, town.key_care] {
        assert!(sees(theirs).await);
    }
    assert!(!sees(town.coordinator).await);
    world.clock.set(Day::of(2026, 3, 11).at(9, 0)); // twice: Tuesday 10
    assert!(sees(town.coordinator).await);
    assert!(!sees(town.chair_handball).await);
    let asta = world.cookie(town.coordinator).await;
    let overview = world.get_as("/overblik", &asta).await;
    assert!(
        overview.body.contains("Fordi Plejehjemmet Solgården ikke har svaret i 9 dage"),
        "{}",
        overview.body
    );
}

#[db_test]
async fn while_the_contact_is_away_the_deputy_has_it_from_the_start(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let mut tx = db.begin(world.stamp()).await.unwrap();
    position::store::add_absence(
        &mut tx,
        world.town.contact_solgaarden,
        Day::of(2026, 2, 27),
        Day::of(2026, 3, 6),
    )
    .await
    .unwrap();
    tx.commit().await.unwrap();
    world.interest(&task, "Vilma").await;
    let viggo = world.cookie(world.town.deputy_solgaarden).await;
    assert!(world.get_as("/overblik", &viggo).await.body.contains("Svar Vilma"));
    let page = world.get(&form(&task)).await;
    assert!(
        page.body.contains("Viggo Skitse") && !page.body.contains("Lone Papsen"),
        "and the page says whom to call"
    );
}

#[db_test]
async fn what_is_no_longer_needed_is_forgotten(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    world.post(&form(&task), &VILMA_WRITES).await;
    let declined = world.interest(&task, "Bent").await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    world.post_as(&format!("{}/afslag", declined.href()), &[("text", "Nej tak")], &lone).await;
    let kept = world.interest(&task, "Lykke").await;
    world.work_at(NOW.plus_days(6)).await;
    assert_eq!(world.all_of(VILMA).await.len(), 1);
    let link = world.link().await;
    world.work_at(NOW.plus_days(8)).await;
    assert!(world.all_of(VILMA).await.is_empty(), "nobody confirmed it");
    assert_eq!(world.get(&link).await.status, StatusCode::GONE);
    world.work_at(NOW.plus_days(170)).await;
    assert!(world.find(declined.id).await.is_some());
    world.work_at(NOW.plus_days(200)).await;
    assert!(world.find(declined.id).await.is_none());
    assert!(world.find(kept.id).await.is_some(), "what still waits is not forgotten");
}

#[db_test]
async fn news_come_bundled_as_each_has_chosen(db: Db) {
    let world = World::new(&db).await;
    let (lone, agnes) = (world.town.contact_solgaarden, world.town.coordinator_handball);
    world.change_person(lone, |person| person.mail_choice = MailChoice::AtOnce).await;
    world.change_person(agnes, |person| person.mail_choice = MailChoice::Weekly).await;
    for text in ["Vilma vil gerne hjælpe", "Bent vil gerne hjælpe"] {
        let mut tx = db.begin(world.stamp()).await.unwrap();
        for person in [lone, agnes, world.town.key_care] {
            samskab_taskbank::notice::tell(
                &mut tx,
                person,
                "interest.new",
                text,
                format!("/interesser/{}", text.len()),
            )
            .await
            .unwrap();
        }
        tx.commit().await.unwrap();
    }
    let count = async |address: &'static str| world.mails_to(address).await.len();
    world.work().await;
    assert_eq!(world.mails().await.len(), 0, "a minute is waited for more");
    world.work_at(NOW.plus(SignedDuration::from_secs(61))).await;
    assert_eq!(count("lone.papsen@fjordlund.example").await, 1);
    let mail = world.mails().await.remove(0);
    assert_eq!(mail.subject, "2 ting venter på dig");
    assert!(
        mail.body.contains("Vilma vil")
            && mail.body.contains("Bent vil")
            && mail.body.contains("/min-profil")
    );
    world.work_at(Day::of(2026, 3, 3).at(7, 29)).await;
    assert_eq!(count("karen.taenkthoej@fjordlund.example").await, 0);
    world.work_at(Day::of(2026, 3, 3).at(7, 30)).await;
    assert_eq!(count("karen.taenkthoej@fjordlund.example").await, 1);
    world.work_at(Day::of(2026, 3, 8).at(12, 0)).await;
    assert_eq!(count("agnes.sagnby@fjordlund.example").await, 0);
    world.work_at(Day::of(2026, 3, 9).at(7, 30)).await;
    assert_eq!(count("agnes.sagnby@fjordlund.example").await, 1);
    // Who chooses never hears nothing; who changes their mind hears within the hour.
    world.change_person(agnes, |person| person.mail_choice = MailChoice::Never).await;
    let mut tx = db.begin(world.stamp()).await.unwrap();
    samskab_taskbank::notice::tell(&mut tx, agnes, "interest.new", "Lykke vil gerne hjælpe", "/interesser/9")
        .await
        .unwrap();
    tx.commit().await.unwrap();
    world.work_at(Day::of(2026, 3, 10).at(12, 0)).await;
    assert_eq!(count("agnes.sagnby@fjordlund.example").await, 1);
    world.change_person(agnes, |person| person.mail_choice = MailChoice::AtOnce).await;
    world.work_at(Day::of(2026, 3, 10).at(13, 1)).await;
    assert_eq!(count("agnes.sagnby@fjordlund.example").await, 2);
}

#[db_test]
async fn a_cancelled_task_is_told_to_everybody_who_counted_on_it(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let (accepted, waiting) = (world.interest(&task, "Vilma").await, world.interest(&task, "Bent").await);
    world.post_as(&format!("{}/accept", accepted.href()), &[("text", "Ja tak")], &lone).await;
    world.post(&form(&task), &[("name", "Lykke"), ("phone", "12 94 38 78")]).await;
    world.work().await;
    let cancelled = task.clone().cancel("Vi har influenza i huset.".into(), world.clock.now()).unwrap();
    let mut tx = db.begin(world.stamp()).await.unwrap();
    samskab_taskbank::task::store::save(&mut tx, &cancelled).await.unwrap();
    tx.commit().await.unwrap();
    for later in [6, 12] {
        world.work_at(NOW.plus(SignedDuration::from_mins(later))).await;
    }
    for told in [&accepted, &waiting] {
        assert_eq!(world.find(told.id).await.unwrap().state, State::Declined);
        let mails = world.mails_to(told.email.as_ref().unwrap().as_str()).await;
        let off: Vec<_> = mails.iter().filter(|mail| mail.subject.starts_with("Aflyst")).collect();
        assert_eq!(off.len(), 1, "told once");
        assert!(off[0].body.contains("influenza"), "{}", off[0].body);
    }
    // Who has no address is called; those who answer are asked to, once.
    world.work_at(Day::of(2026, 3, 3).at(7, 30)).await;
    let mails = world.mails_to("lone.papsen@fjordlund.example").await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].body.contains("Ring til Lykke"), "{}", mails[0].body);
}

#[db_test]
async fn a_mail_that_came_back_is_told_to_whoever_looks_after_the_volunteer(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let interest = world.interest(&task, "Vilma").await;
    let back = async |to: &str| {
        let mut tx = db.begin(world.stamp()).await.unwrap();
        let message = samskab_mail::Message {
            to: to.parse().unwrap(),
            subject: "Svar".into(),
            body: "Hej".into(),
            reply_to: None,
        };
        let mail = samskab_mail::send(&mut tx, message).await.unwrap();
        tx.record(samskab_mail::MailCameBack { mail, code: "550".into() }).await.unwrap();
        tx.commit().await.unwrap();
    };
    // Twice, and once to somebody who is nobody's volunteer.
    for to in [VILMA, VILMA, "nikolaj@post.example"] {
        back(to).await;
    }
    world.work_at(Day::of(2026, 3, 3).at(7, 30)).await;
    let lones = world.mails_to("lone.papsen@fjordlund.example").await;
    assert_eq!(lones.len(), 1, "{lones:?}");
    assert!(
        lones[0].body.contains("kom retur") && lones[0].body.contains(&interest.href()),
        "{}",
        lones[0].body
    );
    assert!(!lones[0].body.contains(VILMA), "the address stands on the page behind the link");
    assert!(world.mails_to("asta.proevested@fjordlund.example").await.is_empty());
}

/// The job that takes it down comes round every ten minutes; the page does not wait for it.
#[db_test]
async fn a_task_that_is_over_is_over_by_the_clock(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let page = format!("/opgaver/{}", task.id);
    let samskab_taskbank::task::State::Open(open) = &task.state else { panic!("it is open") };
    world.clock.set(open.expires_at.plus(SignedDuration::from_secs(-60)));
    assert_eq!(world.get(&page).await.status, StatusCode::OK);
    world.clock.set(open.expires_at);
    let over = world.get(&page).await;
    assert_eq!(over.status, StatusCode::GONE, "{}", over.body);
    assert!(!over.body.contains(&form(&task)), "nobody is asked to come to what is over");
    let asked = world.get(&form(&task)).await;
    assert!(!asked.body.contains("name=\"email\""), "{}", asked.body);
    world.post(&form(&task), &VILMA_WRITES).await;
    assert!(world.all_of(VILMA).await.is_empty(), "nothing is taken that nobody will answer");
    assert_eq!(world.task_state(&task).await, samskab_taskbank::task::StateKind::Open, "the job has not run");
}
