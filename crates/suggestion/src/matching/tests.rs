//! Matching over HTTP in the small town every test knows: what suits, who is asked, what the place sees and when.
//! It is Monday 2 March 2026, nine o'clock.

mod own;
mod stand_in;

use axum::http::{StatusCode, header};
use jiff::civil::Weekday;
use samskab_finding::SOURCE;
use samskab_jobs::Worker;
use samskab_kernel::{Clock, Day, Instant};
use samskab_mail::{Post, Posted, Transport};
use samskab_organisation::{
    answering::Poster,
    association::Theme,
    person::{self, Person, PersonId},
    testing::{NOW, Town, services_at, signed_in, town},
};
use samskab_store::{Db, Stamp, db_test};
use samskab_taskbank::task::{self, Task, TaskId, Time, state::Open, time::Turn};
use samskab_volunteers::volunteer::{self, Age, Cv, Field, PartOfDay, consent};
use samskab_web::{
    Services,
    follow::Follower,
    testing::{Answer, Pages},
};

use super::{
    exposure,
    invitation::{self, Invitation, State},
    market::{Markets, opening_id, volunteer_id},
};

const SATURDAY: Day = Day::of(2026, 3, 7);

fn modules() -> Vec<samskab_web::Module> {
    vec![
        samskab_organisation::module(),
        samskab_taskbank::module(),
        samskab_finding::module(),
        samskab_volunteers::module(),
        samskab_interest::module(),
        samskab_requirement::module(),
        samskab_engagement::module(),
        samskab_shifts::module(),
        crate::module(),
    ]
}

struct World {
    db: Db,
    town: Town,
    clock: Clock,
    services: Services,
    follower: Follower,
    pages: Pages,
    worker: Worker<Services>,
}

impl World {
    async fn new(db: &Db) -> Self {
        let town = town(db).await;
        let clock = Clock::standing_at(NOW);
        let services = services_at(db, &clock, &modules());
        let (transport, _) = Transport::memory();
        let post = Post::new(db.clone(), clock.clone(), "post@fjordlund.example".parse().unwrap(), transport);
        let jobs = crate::matching::jobs().into_iter().chain(samskab_taskbank::notice::jobs());
        let worker = Worker::new(db.clone(), clock.clone(), services.clone())
            .register_all(jobs)
            .register_all(samskab_mail::handlers(post));
        let pages = Pages::new(&services, modules());
        let follower = Follower::new(services.clone(), vec![SOURCE])
            .with_listeners(vec![crate::matching::market::LISTENER]);
        Self { db: db.clone(), town, clock, services, follower, pages, worker }
    }

    /// What the program does all the time: reads what was committed.
    async fn follow(&mut self) {
        self.follower.catch_up().await.unwrap();
    }

    async fn get(&self, address: &str, cookie: &str) -> Answer {
        self.pages.get(address, cookie).await
    }

    async fn post(&self, address: &str, fields: &[(&str, &str)], cookie: &str) -> Answer {
        self.pages.post(address, fields, cookie).await
    }

    async fn cookie(&self, person: PersonId) -> String {
        signed_in(&self.db, &self.town, person).await
    }

    fn stamp(&self) -> Stamp {
        Stamp { tenant: self.town.tenant, actor: None, now: self.clock.now() }
    }

    async fn work_at(&self, now: Instant) {
        self.clock.set(now);
        self.worker.run_until_idle(now).await.unwrap();
    }

    async fn mails_to(&self, address: &str) -> Vec<Posted> {
        let mut mails =
            samskab_mail::recent(&mut self.db.read().await.unwrap(), self.town.tenant, 200).await.unwrap();
        mails.retain(|mail| mail.to.as_str() == address);
        mails
    }

    /// Reading aloud at Solgården on Saturday from 14 to 16, open, changed by `change`.
    async fn task(&self, change: impl FnOnce(&mut Task)) -> Task {
        let now = self.clock.now();
        let mut task =
            Task::draft(self.db.dice().id(now), Poster::Unit(self.town.solgaarden), Theme::Social, None, now);
        task.title = "Højtlæsning".into();
        task.summary = "En time med en god bog".into();
        task.does = vec!["Læs højt".into()];
        task.topics = vec![samskab_taskbank::catalogue::topics()[0].key.clone()];
        task.time = Time::OneOff { day: SATURDAY, turn: Turn { start_minute: 14 * 60, duration: 120 } };
        task.postcode = "9561".parse().ok();
        task.city = "Fjordlund".into();
        task.place = Some((56.858, 10.125));
        task.contact = Some(self.town.contact_solgaarden);
        task.insurance = task::Insurance::Work;
        task.state = task::State::Open(Open::from(now, SATURDAY.end()));
        task.published_at = Some(now);
        change(&mut task);
        let mut tx = self.db.begin(self.stamp()).await.unwrap();
        task::store::add(&mut tx, &task).await.unwrap();
        tx.record(task::event::TaskPublished::of(task.id)).await.unwrap();
        tx.commit().await.unwrap();
        task
    }

    /// Somebody with a CV that suits the reading aloud, findable, changed by `change`.
    async fn volunteer(&self, name: &str, change: impl FnOnce(&mut Cv)) -> Cv {
        let now = self.clock.now();
        let mut tx = self.db.begin(self.stamp()).await.unwrap();
        let address = format!("{}@post.example", name.to_lowercase().replace(' ', "."));
        let person = Person {
            phone: "12 90 40 50".parse().ok(),
            email_confirmed_at: Some(now),
            ..Person::new(tx.new_id(), name, address.parse().ok(), now)
        };
        person::store::add(&mut tx, &person).await.unwrap();
        let id = volunteer::store::fresh_id(&mut tx).await.unwrap();
        let mut cv = Cv::new(id, person.id, now);
        cv.topics = vec![samskab_taskbank::catalogue::topics()[0].key.clone()];
        cv.availability = cv.availability.and(Weekday::Saturday, PartOfDay::Afternoon);
        cv.age = Age::Adult;
        cv.about = "Jeg læser gerne".into();
        change(&mut cv);
        volunteer::store::save(&mut tx, &cv).await.unwrap();
        consent::give(&mut tx, person.id, Field::ALL, 1, now.plus_days(365)).await.unwrap();
        tx.record(volunteer::CvChanged { person: person.id }).await.unwrap();
        tx.commit().await.unwrap();
        cv
    }

    async fn invitations(&self, task: &Task) -> Vec<Invitation> {
        let mut reader = self.db.read().await.unwrap();
        invitation::store::of_task(&mut reader, self.town.tenant, task.id).await.unwrap()
    }

    fn is_in_market(&self, task: TaskId) -> bool {
        let markets = self.services.state::<Markets>();
        markets.ask(self.town.tenant, |town| town.everybody.opening(opening_id(task)).is_some()).unwrap()
    }

    fn met_last(&self, task: TaskId) -> Option<Day> {
        let markets = self.services.state::<Markets>();
        markets.ask(self.town.tenant, |town| town.everybody.opening(opening_id(task))?.met_last).unwrap()
    }

    fn is_findable(&self, person: PersonId) -> bool {
        let markets = self.services.state::<Markets>();
        markets.ask(self.town.tenant, |town| town.findable.volunteer(volunteer_id(person)).is_some()).unwrap()
    }
}

fn frivillige(task: &Task) -> String {
    format!("/opgaver/{}/frivillige", task.id)
}

#[db_test]
async fn the_market_follows_what_is_committed(db: Db) {
    let mut world = World::new(&db).await;
    let first = world.task(|_| {}).await;
    let cv = world.volunteer("Vilma Godvilje", |_| {}).await;
    world.follow().await;
    assert!(world.is_in_market(first.id) && world.is_findable(cv.person));

    // Afterwards: one at a time, by what happened.
    let second = world.task(|_| {}).await;
    world.follow().await;
    assert!(world.is_in_market(second.id));
    let mut tx = db.begin(world.stamp()).await.unwrap();
    let closed = task::store::locked(&mut tx, first.id).await.unwrap().unwrap();
    let closed = closed.close(String::new(), NOW).unwrap();
    task::store::save(&mut tx, &closed).await.unwrap();
    tx.record(task::event::TaskClosed::of(first.id)).await.unwrap();
    consent::withdraw(&mut tx, cv.person).await.unwrap();
    tx.record(consent::ConsentChanged { person: cv.person, fields: Vec::new() }).await.unwrap();
    tx.commit().await.unwrap();
    world.follow().await;
    assert!(!world.is_in_market(first.id) && world.is_in_market(second.id));
    assert!(!world.is_findable(cv.person), "a consent that was taken back counts at once");
}

#[db_test]
async fn a_young_volunteer_never_sees_what_asks_for_more_years_and_is_told_why(db: Db) {
    let mut world = World::new(&db).await;
    let grown_up = world.task(|task| {
        task.title = "Kun for voksne".into();
        task.min_age = Some(18);
    });
    let grown_up = grown_up.await;
    world.task(|task| task.title = "For alle".into()).await;
    let young = world.volunteer("Silke Ung", |cv| cv.age = Age::Born(Day::of(2008, 10, 1))).await;
    world.follow().await;
    let silke = world.cookie(young.person).await;

    let list = world.get("/min-side/forslag", &silke).await;
    assert_eq!(list.status, StatusCode::OK);
    assert!(list.body.contains("For alle") && list.body.contains("Passer til dig, fordi"), "{}", list.body);
    assert!(!list.body.contains("Kun for voksne"), "a gate fails closed");
    assert!(list.body.contains("Sådan er det regnet ud"));

    let why = world.get(&format!("/opgaver/{}/passer-det", grown_up.id), &silke).await;
    assert!(why.body.contains("Du er 17. Opgaven kræver 18 år."), "{}", why.body);
    assert!(why.body.contains("Se disse i stedet") && why.body.contains("For alle"));
    let own_page = world.get(&format!("/opgaver/{}", grown_up.id), &silke).await;
    assert!(own_page.body.contains("Du er 17. Opgaven kræver 18 år."));

    // The place does not find her for it either, and is not told of her.
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let found = world.get(&frivillige(&grown_up), &lone).await;
    assert!(found.body.contains("Ingen lige nu"), "{}", found.body);
}

#[db_test]
async fn without_a_cv_one_is_invited_to_make_one(db: Db) {
    let mut world = World::new(&db).await;
    world.task(|_| {}).await;
    world.follow().await;
    let agnes = world.cookie(world.town.coordinator_handball).await;
    let list = world.get("/min-side/forslag", &agnes).await;
    assert!(list.body.contains("Lav dit CV"), "{}", list.body);
}

#[db_test]
async fn what_is_not_for_me_is_not_suggested_again_until_it_is(db: Db) {
    let mut world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let cv = world.volunteer("Vilma Godvilje", |_| {}).await;
    world.follow().await;
    let vilma = world.cookie(cv.person).await;
    let said = format!("/min-side/forslag/{}/afvisning", task.id);
    let said = world.post(&said, &[("reason", "too_far")], &vilma).await;
    assert_eq!(said.location(), "/min-side/forslag");
    world.follow().await;
    let list = world.get("/min-side/forslag", &vilma).await;
    assert!(list.body.contains("Dem har du sagt nej til") && !list.body.contains("Passer til dig, fordi"));
    world.post(&format!("/min-side/forslag/{}/fortryd", task.id), &[], &vilma).await;
    world.follow().await;
    assert!(world.get("/min-side/forslag", &vilma).await.body.contains("Passer til dig, fordi"));
}

#[db_test]
async fn the_place_knows_nobody_before_the_yes_and_then_an_engagement_is_proposed(db: Db) {
    let mut world = World::new(&db).await;
    let task = world.task(|task| task.places = Some(1)).await;
    let cv = world.volunteer("Vilma Godvilje", |_| {}).await;
    world.follow().await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let secrets = ["Vilma", "Godvilje", "vilma", "12 90 40 50", "12904050", &cv.person.to_string()];
    let nobody_is_told = |page: &Answer| {
        for secret in secrets {
            assert!(!page.body.contains(secret), "{secret} stands on the page:\n{}", page.body);
        }
    };

    let found = world.get(&frivillige(&task), &lone).await;
    assert!(found.body.contains(&format!("Frivillig {}", cv.pseudonym)), "{}", found.body);
    assert!(found.body.contains("Har tid lørdag eftermiddag") && found.body.contains("Jeg læser gerne"));
    nobody_is_told(&found);
    let mut reader = db.read().await.unwrap();
    let looks = volunteer::look::of_person(&mut reader, world.town.tenant, cv.person).await.unwrap();
    drop(reader);
    assert_eq!(looks.len(), 1, "the look is written down");

    let asked = [("hvem", cv.id.to_string()), ("message", "Vi savner en god stemme.".to_owned())];
    let asked: Vec<(&str, &str)> = asked.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let sent = world.post(&frivillige(&task), &asked, &lone).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, frivillige(&task).as_str()));
    world.follow().await;
    let found = world.get(&frivillige(&task), &lone).await;
    assert!(found.body.contains("Venter på svar"));
    nobody_is_told(&found);
    nobody_is_told(&world.get(&format!("/opgaver/{}", task.id), &lone).await);
    nobody_is_told(&world.get(&format!("/opgaver/{}/hvorfor", task.id), &lone).await);

    let mail = world.mails_to("vilma.godvilje@post.example").await.remove(0);
    assert!(
        mail.body.contains("Vi savner en god stemme.") && mail.body.contains("/log-ind/"),
        "{}",
        mail.body
    );
    let invitation = world.invitations(&task).await.remove(0);
    let vilma = world.cookie(cv.person).await;
    let home = world.get("/min-side", &vilma).await.body;
    assert_eq!(home.matches(&invitation.href()).count(), 1, "what waits is said once: {home}");
    assert_eq!(home.matches(&task.title).count(), 1, "and is not proposed as well: {home}");
    let own = world.get(&invitation.href(), &vilma).await;
    assert!(own.body.contains("Plejehjemmet Solgården spørger, om du vil hjælpe"), "{}", own.body);
    assert!(own.body.contains("Passer til dig, fordi") && own.body.contains("Ja tak"));
    let stranger = world.cookie(world.town.chair_handball).await;
    assert_eq!(world.get(&invitation.href(), &stranger).await.status, StatusCode::NOT_FOUND);

    let yes = world.post(&format!("{}/accept", invitation.href()), &[], &vilma).await;
    assert!(yes.location().starts_with("/aftaler/"), "on to the agreement: {}", yes.location());
    let invitation = world.invitations(&task).await.remove(0);
    assert_eq!(invitation.state, State::Accepted);
    let interest = invitation.interest.expect("a yes becomes an interest");
    let mut reader = db.read().await.unwrap();
    let interest =
        samskab_interest::store::find(&mut reader, world.town.tenant, interest).await.unwrap().unwrap();
    assert_eq!(interest.state, samskab_interest::State::Accepted);
    let engagements =
        samskab_engagement::engagement::store::of_person(&mut reader, world.town.tenant, cv.person)
            .await
            .unwrap();
    assert_eq!(engagements.len(), 1, "and both are asked to agree");
    let filled = task::store::find(&mut reader, world.town.tenant, task.id).await.unwrap().unwrap();
    assert_eq!(filled.state.kind(), task::StateKind::Filled, "the last place is taken");
    drop(reader);
    let page = world.get(&interest.href(), &lone).await;
    assert!(page.body.contains("Vilma Godvilje") && page.body.contains("vilma.godvilje@post.example"));
}

#[db_test]
async fn the_market_knows_when_somebody_last_showed_interest(db: Db) {
    let mut world = World::new(&db).await;
    let task = world.task(|task| task.places = Some(3)).await;
    let cv = world.volunteer("Vilma Godvilje", |_| {}).await;
    world.follow().await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let hvem = cv.id.to_string();
    world.post(&frivillige(&task), &[("hvem", hvem.as_str()), ("message", "Kom og læs.")], &lone).await;
    world.follow().await;
    assert_eq!(world.met_last(task.id), None, "to be asked is no interest yet");

    world.clock.set(NOW.plus_days(1));
    let invitation = world.invitations(&task).await.remove(0);
    let vilma = world.cookie(cv.person).await;
    world.post(&format!("{}/accept", invitation.href()), &[], &vilma).await;
    world.follow().await;
    assert_eq!(world.met_last(task.id), Some(Day::of(2026, 3, 3)));
    let mut reader = db.read().await.unwrap();
    let town =
        crate::matching::market::whole(&mut reader, world.town.tenant, world.clock.now()).await.unwrap();
    let anew = town.everybody.opening(opening_id(task.id)).and_then(|found| found.met_last);
    assert_eq!(anew, Some(Day::of(2026, 3, 3)), "read from the beginning it is the same");
}

/// Every Saturday, for a long time.
fn every_saturday(task: &mut Task) {
    let turn = Turn { start_minute: 14 * 60, duration: 120 };
    task.time = Time::Weekly { weekdays: vec![Weekday::Saturday], from: None, to: None, turn };
    task.state = task::State::Open(Open::from(NOW, NOW.plus_days(100)));
}

#[db_test]
async fn a_volunteer_is_not_asked_too_often(db: Db) {
    let mut world = World::new(&db).await;
    let cv = world.volunteer("Vilma Godvilje", |_| {}).await;
    let town = world.town;
    let mut tasks = Vec::new();
    for place in [town.solgaarden, town.havblik, town.school, town.care, town.solgaarden, town.schools] {
        tasks.push(
            world
                .task(|task| {
                    every_saturday(task);
                    task.poster = Poster::Unit(place);
                })
                .await,
        );
    }
    world.follow().await;
    let asta = world.cookie(world.town.coordinator).await;
    let chosen = cv.id.to_string();
    let asked = [("hvem", chosen.as_str()), ("message", "Kom og vær med.")];
    for task in &tasks[..3] {
        world.post(&frivillige(task), &asked, &asta).await;
        assert_eq!(world.invitations(task).await.len(), 1);
    }
    world.follow().await;
    let fourth = world.get(&frivillige(&tasks[3]), &asta).await;
    assert!(fourth.body.contains("Har fået 3 invitationer denne uge. Prøv en anden."), "{}", fourth.body);
    world.post(&frivillige(&tasks[3]), &asked, &asta).await;
    assert!(world.invitations(&tasks[3]).await.is_empty(), "the budget holds at the door too");

    // Eight days later another place may ask, the first one not yet.
    world.clock.set(NOW.plus_days(8));
    world.follow().await;
    let page = world.get(&frivillige(&tasks[4]), &asta).await;
    assert!(page.body.contains("Har hørt fra jer for nylig."), "{}", page.body);
    world.post(&frivillige(&tasks[4]), &asked, &asta).await;
    assert!(world.invitations(&tasks[4]).await.is_empty(), "Solgården asked eight days ago");
    world.post(&frivillige(&tasks[5]), &asked, &asta).await;
    assert_eq!(world.invitations(&tasks[5]).await.len(), 1);
}

#[db_test]
async fn of_two_who_ask_at_once_the_budget_holds(db: Db) {
    let mut world = World::new(&db).await;
    let cv = world.volunteer("Vilma Godvilje", |_| {}).await;
    let mut tasks = Vec::new();
    for place in [world.town.solgaarden, world.town.havblik, world.town.school, world.town.care] {
        tasks.push(world.task(|task| task.poster = Poster::Unit(place)).await);
    }
    world.follow().await;
    let asta = world.cookie(world.town.coordinator).await;
    let chosen = cv.id.to_string();
    let asked = [("hvem", chosen.as_str()), ("message", "Kom og vær med.")];
    let addresses: Vec<String> = tasks.iter().map(frivillige).collect();
    tokio::join!(
        world.post(&addresses[0], &asked, &asta),
        world.post(&addresses[1], &asked, &asta),
        world.post(&addresses[2], &asked, &asta),
        world.post(&addresses[3], &asked, &asta),
    );
    let mut sent = 0;
    for task in &tasks {
        sent += world.invitations(task).await.len();
    }
    assert_eq!(sent, 3, "three a week, however quickly they ask");
}

#[db_test]
async fn an_invitation_that_nobody_answers_is_over_after_a_fortnight(db: Db) {
    let mut world = World::new(&db).await;
    let far = Day::of(2026, 5, 2);
    let task = world
        .task(|task| {
            task.time = Time::OneOff { day: far, turn: Turn { start_minute: 14 * 60, duration: 120 } };
            task.state = task::State::Open(Open::from(NOW, far.end()));
        })
        .await;
    let cv = world.volunteer("Vilma Godvilje", |_| {}).await;
    world.follow().await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let chosen = cv.id.to_string();
    let asked = [("hvem", chosen.as_str()), ("message", "Kom og vær med.")];
    world.post(&frivillige(&task), &asked, &lone).await;
    world.work_at(NOW.plus_days(14)).await;
    assert_eq!(world.invitations(&task).await[0].state, State::Sent, "the last day is hers");
    world.work_at(NOW.plus_days(15)).await;
    let invitation = world.invitations(&task).await.remove(0);
    assert_eq!(invitation.state, State::Expired);
    let vilma = world.cookie(cv.person).await;
    world.post(&format!("{}/accept", invitation.href()), &[], &vilma).await;
    assert_eq!(world.invitations(&task).await[0].state, State::Expired, "too late");
    world.work_at(NOW.plus_days(15 + 183)).await;
    assert!(world.invitations(&task).await.is_empty(), "and half a year later it is forgotten");
}

#[db_test]
async fn a_no_needs_no_reason_and_may_ask_for_peace(db: Db) {
    let mut world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let cv = world.volunteer("Vilma Godvilje", |_| {}).await;
    world.follow().await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let chosen = cv.id.to_string();
    world.post(&frivillige(&task), &[("hvem", chosen.as_str()), ("message", "Kom gerne.")], &lone).await;
    let invitation = world.invitations(&task).await.remove(0);
    let vilma = world.cookie(cv.person).await;
    let no = world.post(&format!("{}/afslag", invitation.href()), &[("pause", "30")], &vilma).await;
    assert_eq!(no.location(), invitation.href());
    let invitation = world.invitations(&task).await.remove(0);
    assert_eq!((invitation.state, invitation.reason), (State::Declined, None));
    world.follow().await;
    assert!(!world.is_findable(cv.person), "nobody finds her for a month");
    let page = world.get(&frivillige(&task), &lone).await;
    assert!(page.body.contains("Sagde nej") && !page.body.contains("Vilma"), "{}", page.body);
}

#[db_test]
async fn what_is_seen_is_counted_without_a_write_and_written_by_the_job(db: Db) {
    let mut world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    world.follow().await;
    let address = format!("/opgaver/{}", task.id);
    for _ in 0..3 {
        world.get(&address, "").await;
    }
    world.get("/opgaver", "").await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let why = format!("{address}/hvorfor");
    let before = world.get(&why, &lone).await;
    assert!(before.body.contains("<dt>gange åbnet</dt><dd>0</dd>"), "{}", before.body);
    world.work_at(NOW).await;
    let after = world.get(&why, &lone).await;
    assert!(after.body.contains("<dt>gange åbnet</dt><dd>3</dd>"), "{}", after.body);
    assert!(after.body.contains("<dt>gange i listen</dt><dd>1</dd>"));
    // Again nothing is lost and nothing counted twice.
    world.get(&address, "").await;
    exposure::flush(world.services.clone(), world.town.tenant).await.unwrap();
    assert!(world.get(&why, &lone).await.body.contains("<dt>gange åbnet</dt><dd>4</dd>"));
}

#[db_test]
async fn why_nobody_comes_is_told_in_numbers_that_name_nobody(db: Db) {
    let mut world = World::new(&db).await;
    let task = world.task(|task| task.min_age = Some(18)).await;
    for number in 0..6 {
        world.volunteer(&format!("Ung {number}"), |cv| cv.age = Age::Born(Day::of(2009, 6, 1))).await;
    }
    for number in 0..2 {
        world.volunteer(&format!("Langt {number}"), |cv| cv.not_topics = cv.topics.clone()).await;
    }
    world.follow().await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let page = world.get(&format!("/opgaver/{}/hvorfor", task.id), &lone).await;
    assert!(page.body.contains("Hvis aldersgrænsen var 16, ville 6 flere kunne komme."), "{}", page.body);
    assert!(page.body.contains("færre end 5"), "two are too few to be told");
    let stranger = world.cookie(world.town.contact_school).await;
    let refused = world.get(&format!("/opgaver/{}/hvorfor", task.id), &stranger).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[db_test]
async fn the_coordinator_sees_how_it_spreads_and_others_do_not(db: Db) {
    let mut world = World::new(&db).await;
    let task = world.task(|task| task.published_at = Some(NOW.plus_days(-20))).await;
    world.follow().await;
    let asta = world.cookie(world.town.coordinator).await;
    let page = world.get("/fordeling", &asta).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains(&format!("/opgaver/{}/hvorfor", task.id)), "{}", page.body);
    let file = world.get("/fordeling.csv", &asta).await;
    assert!(file.headers[header::CONTENT_TYPE].to_str().unwrap().starts_with("text/csv"));
    let elsewhere = world.cookie(world.town.key_schools).await;
    let page = world.get("/fordeling", &elsewhere).await;
    assert!(!page.body.contains(&task.title), "a key person sees their own area");
    let lone = world.cookie(world.town.contact_solgaarden).await;
    assert_eq!(world.get("/fordeling", &lone).await.status, StatusCode::FORBIDDEN);
}

#[db_test]
async fn everybody_s_lists_are_worked_out_together_and_kept_with_their_parts(db: Db) {
    let mut world = World::new(&db).await;
    let task = world.task(|_| {}).await;
    let cv = world.volunteer("Vilma Godvilje", |_| {}).await;
    world.follow().await;
    crate::matching::suggestion::work_out(world.services.clone(), world.town.tenant).await.unwrap();
    let mut reader = db.read().await.unwrap();
    let kept = crate::matching::suggestion::store::of_person(&mut reader, world.town.tenant, cv.person)
        .await
        .unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!((kept[0].task_id, kept[0].place), (task.id, 1));
    let parts: samskab_matching::Score = serde_json::from_str(&kept[0].parts).unwrap();
    assert_eq!(i64::from(parts.total), kept[0].score);
}
