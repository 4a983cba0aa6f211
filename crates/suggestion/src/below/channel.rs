//! From the poster on the wall to the effect in the register, over HTTP. It is Monday 2 March 2026.

use axum::http::{StatusCode, header};
use samskab_jobs::Worker;
use samskab_kernel::{Clock, Day};
use samskab_organisation::{
    answering::Poster,
    association::Theme,
    person::{self, Person, PersonId},
    testing::{NOW, Town, services_at, signed_in, town},
};
use samskab_store::{Db, Stamp, db_test};
use samskab_taskbank::{
    channel::{self, Channel, ChannelCode, ChannelKind, store},
    task::{self, Task, TaskId, Time, state::Open, time::Turn},
};
use samskab_web::Services;
use samskab_web::testing::{Answer, Pages};

use samskab_interest::{self, InterestId};

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
    ]
}

pub struct World {
    pub db: Db,
    pub town: Town,
    pub clock: Clock,
    pub services: Services,
    pages: Pages,
    worker: Worker<Services>,
}

impl World {
    pub async fn new(db: &Db) -> Self {
        let town = town(db).await;
        let clock = Clock::standing_at(NOW);
        let services = services_at(db, &clock, &modules());
        let worker = Worker::new(db.clone(), clock.clone(), services.clone()).register_all(channel::jobs());
        let pages = Pages::new(&services, modules());
        Self { db: db.clone(), town, clock, services, pages, worker }
    }

    pub async fn get(&self, address: &str, cookie: &str) -> Answer {
        self.pages.get(address, cookie).await
    }

    pub async fn post(&self, address: &str, fields: &[(&str, &str)], cookie: &str) -> Answer {
        self.pages.post(address, fields, cookie).await
    }

    pub async fn cookie(&self, person: PersonId) -> String {
        signed_in(&self.db, &self.town, person).await
    }

    pub fn stamp(&self) -> Stamp {
        Stamp { tenant: self.town.tenant, actor: None, now: self.clock.now() }
    }

    pub async fn work(&self) {
        self.worker.run_until_idle(self.clock.now()).await.unwrap();
    }

    /// Coffee on Saturday from 14 to 16, open, changed by `change`.
    pub async fn task(&self, poster: Poster, change: impl FnOnce(&mut Task)) -> Task {
        let mut task = Task::draft(self.services.db.dice().id(NOW), poster, Theme::Social, None, NOW);
        task.title = "Kaffe og sang".into();
        task.does = vec!["Skænke kaffe".into(), "Synge med".into(), "Hilse på".into(), "Rydde op".into()];
        task.time = Time::OneOff { day: SATURDAY, turn: Turn { start_minute: 14 * 60, duration: 120 } };
        task.postcode = "9561".parse().ok();
        task.city = "Fjordlund".into();
        task.boundary.staff = vec!["Pleje".into()];
        task.boundary.volunteers = vec!["Kaffe".into()];
        task.boundary.grey = vec!["Ture".into()];
        task.insurance = task::Insurance::Work;
        task.state = task::State::Open(Open::from(NOW, SATURDAY.end()));
        task.published_at = Some(NOW);
        change(&mut task);
        let mut tx = self.db.begin(self.stamp()).await.unwrap();
        task::store::add(&mut tx, &task).await.unwrap();
        tx.commit().await.unwrap();
        task
    }

    async fn channel(&self, name: &str) -> Channel {
        let asta = self.cookie(self.town.coordinator).await;
        let answer = self.post("/kanaler/ny", &[("name", name), ("kind", "association")], &asta).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        let mut reader = self.db.read().await.unwrap();
        let all = store::registered(&mut reader, self.town.tenant).await.unwrap();
        all.into_iter().find(|channel| channel.name == name).unwrap()
    }

    async fn visits(&self) -> i64 {
        let mut reader = self.db.read().await.unwrap();
        let now = self.clock.now();
        let effect = channel::effect::of_the_last(&mut reader, self.town.tenant, now, 180);
        effect.await.unwrap().channels.iter().map(|(_, numbers)| numbers.visits).sum()
    }

    async fn only_interest(&self, task: TaskId) -> InterestId {
        let mut reader = self.db.read().await.unwrap();
        let all = samskab_interest::store::of_task(&mut reader, self.town.tenant, task).await.unwrap();
        assert_eq!(all.len(), 1);
        all[0].id
    }
}

#[db_test]
async fn a_channel_is_registered_once_and_its_code_stays(db: Db) {
    let world = World::new(&db).await;
    let asta = world.cookie(world.town.coordinator).await;
    let channel = world.channel("Ældre Sagen Fjordlund").await;
    assert_eq!(channel.code.as_str(), "aeldre-sagen-fjordlund");
    let again =
        world.post("/kanaler/ny", &[("name", "ældre sagen fjordlund"), ("kind", "church")], &asta).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.body.contains("Der er allerede en kanal med det navn"), "{}", again.body);
    let wrong = [("name", "Kirken"), ("kind", "personal"), ("code", "Ikke godt")];
    let wrong = world.post("/kanaler/ny", &wrong, &asta).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("value=\"Ikke godt\""));
    let rename = [("name", "Ældre Sagen"), ("kind", "association"), ("code", "et-andet"), ("active", "")];
    let saved = world.post(&format!("{}/rediger", channel.href()), &rename, &asta).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER);
    let mut reader = db.read().await.unwrap();
    let after = store::find(&mut reader, world.town.tenant, channel.id).await.unwrap().unwrap();
    drop(reader);
    assert_eq!(
        (after.name.as_str(), after.code == channel.code, after.is_active),
        ("Ældre Sagen", true, false)
    );
    let lone = world.cookie(world.town.contact_solgaarden).await;
    assert_eq!(world.get("/kanaler", &lone).await.status, StatusCode::FORBIDDEN);
    assert!(world.get(&channel.href(), &asta).await.body.contains("/v/aeldre-sagen-fjordlund"));
}

#[db_test]
async fn a_visit_is_a_number_without_a_cookie_and_leads_to_the_task(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(Poster::Unit(world.town.solgaarden), |_| {}).await;
    world.channel("Kirken").await;
    let followed = world.get(&format!("/v/kirken?opgave={}", task.id), "").await;
    assert_eq!(followed.location(), format!("/opgaver/{}?v=kirken", task.id));
    assert!(!followed.headers.contains_key(header::SET_COOKIE));
    assert_eq!(world.get("/v/KIRKEN", "").await.location(), "/?v=kirken");
    let letters = channel::short::letters(task.id);
    let typed = world.get(&format!("/v/kirken/{letters}"), "").await;
    assert_eq!(typed.location(), format!("/opgaver/{}?v=kirken", task.id));
    assert_eq!(world.get("/v/kirken/abcdef", "").await.location(), "/opgaver?v=kirken");
    assert_eq!(world.get("/v/findes-ikke", "").await.location(), "/");
    assert_eq!(world.visits().await, 0, "nothing is written while people wait");
    world.work().await;
    assert_eq!(world.visits().await, 4);
    world.get("/v/kirken", "").await;
    world.clock.set(NOW.plus_days(1));
    world.work().await;
    assert_eq!(world.visits().await, 5, "added to those of the day");
}

#[db_test]
async fn the_code_travels_to_the_form_and_what_stands_there_is_stored(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(Poster::Unit(world.town.solgaarden), |_| {}).await;
    world.channel("Kirken").await;
    let page = world.get(&format!("/opgaver/{}?v=kirken", task.id), "").await;
    let form_href = format!("/opgaver/{}/interesse?v=kirken", task.id);
    assert!(page.body.contains(&form_href), "{}", page.body);
    let form = world.get(&form_href, "").await.body;
    assert!(form.contains("value=\"kanal-kirken\" selected"), "{form}");
    let fields = [
        ("name", "Vilma Vennesen"),
        ("phone", "12 70 44 55"),
        ("heard_from", "kanal-kirken"),
        ("v", "kirken"),
    ];
    let sent = world.post(&format!("/opgaver/{}/interesse", task.id), &fields, "").await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let interest = world.only_interest(task.id).await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let answer = world.get(&samskab_interest::href(interest), &lone).await.body;
    assert!(answer.contains("Kom via") && answer.contains("Kirken"), "{answer}");
    let asta = world.cookie(world.town.coordinator).await;
    let csv = world.get("/kanaler.csv", &asta).await.body;
    assert!(csv.contains("Kirken;Forening;0;færre end 5;0;0"), "{csv}");
}

#[db_test]
async fn an_answer_that_was_taken_out_of_the_form_is_not_kept_behind_it(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(Poster::Unit(world.town.solgaarden), |_| {}).await;
    world.channel("Kirken").await;
    let fields = [("name", "Vilma Vennesen"), ("phone", "12 70 44 55"), ("heard_from", ""), ("v", "kirken")];
    world.post(&format!("/opgaver/{}/interesse", task.id), &fields, "").await;
    let interest = world.only_interest(task.id).await;
    let mut reader = db.read().await.unwrap();
    assert_eq!(store::of_interest(&mut reader, world.town.tenant, interest.uuid()).await.unwrap(), None);
}

#[db_test]
async fn a_volunteers_link_shows_two_numbers_and_never_whose_it_was(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(Poster::Unit(world.town.solgaarden), |_| {}).await;
    let (vilma, mut tx) = (world.services.db.dice().id(NOW), db.begin(world.stamp()).await.unwrap());
    let vilma: PersonId = vilma;
    let person = Person::new(vilma, "Vilma Vennesen", "vilma@post.example".parse().ok(), NOW);
    person::store::add(&mut tx, &person).await.unwrap();
    tx.commit().await.unwrap();
    let cookie = world.cookie(vilma).await;
    let path = "/min-side/fortael-videre";
    assert_eq!(world.post(path, &[], &cookie).await.location(), path);
    world.post(path, &[], &cookie).await;
    let mut reader = db.read().await.unwrap();
    let own = store::of_person(&mut reader, world.town.tenant, vilma).await.unwrap().unwrap();
    drop(reader);
    let link = own.path(None);
    world.get(&link, &cookie).await;
    world.get(&link, "").await;
    world.work().await;
    let page = world.get(path, &cookie).await.body;
    assert!(page.contains(&link) && page.contains("<dt>har fulgt dit link</dt><dd>1</dd>"), "{page}");
    let code = own.code.to_string();
    let form = world.get(&format!("/opgaver/{}/interesse?v={code}", task.id), "").await.body;
    assert!(form.contains("value=\"volunteer\" selected") && !form.contains("Vilma"), "{form}");
    let fields =
        [("name", "Villads Vennesen"), ("phone", "12 70 44 56"), ("heard_from", "volunteer"), ("v", &code)];
    world.post(&format!("/opgaver/{}/interesse", task.id), &fields, "").await;
    assert!(
        world.get(path, &cookie).await.body.contains("<dt>har vist interesse for en opgave</dt><dd>1</dd>")
    );
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let answer = world.get(&samskab_interest::href(world.only_interest(task.id).await), &lone).await.body;
    assert!(answer.contains("en, der selv er frivillig") && !answer.contains("Vilma"), "{answer}");
    // one is fewer than five: in the register nothing is said of it, and it has no page there
    let asta = world.cookie(world.town.coordinator).await;
    let register = world.get("/kanaler", &asta).await.body;
    assert!(register.contains("Færre end fem") && !register.contains(&code), "{register}");
    assert_eq!(world.get(&own.href(), &asta).await.status, StatusCode::NOT_FOUND);
}

#[db_test]
async fn five_volunteers_links_are_shown_in_sum(db: Db) {
    let world = World::new(&db).await;
    let town = &world.town;
    let people =
        [town.key_care, town.key_schools, town.contact_school, town.chair_handball, town.administrator];
    let mut tx = db.begin(world.stamp()).await.unwrap();
    for (number, person) in people.into_iter().enumerate() {
        let channel = Channel {
            id: world.services.db.dice().id(NOW),
            code: ChannelCode::fresh(world.services.db.dice()),
            name: String::new(),
            kind: ChannelKind::Personal,
            person_id: Some(person),
            is_active: true,
            created_at: NOW,
        };
        store::add(&mut tx, &channel).await.unwrap();
        store::count_visits(&mut tx, channel.id, NOW.day(), None, number as i64).await.unwrap();
    }
    tx.commit().await.unwrap();
    let asta = world.cookie(town.coordinator).await;
    let csv = world.get("/kanaler.csv", &asta).await.body;
    assert!(csv.contains("Alle frivilliges links tilsammen;Frivilliges egne links;10;0;0;0"), "{csv}");
}

#[db_test]
async fn a_poster_says_what_when_where_and_how(db: Db) {
    let world = World::new(&db).await;
    let task = world.task(Poster::Unit(world.town.solgaarden), |_| {}).await;
    world.channel("Kirken").await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let poster = world.get(&format!("/opgaver/{}/plakat?kanal=kirken", task.id), &lone).await.body;
    let short = format!("/v/kirken/{}", channel::short::letters(task.id)); // on the strips; broken at slashes above
    for expected in ["Kaffe og sang", "Plejehjemmet Solgården", "Skænke kaffe", "12 70 11 05", &short, "s-qr"]
    {
        assert!(poster.contains(expected), "{expected} in {poster}");
    }
    assert!(!poster.contains("Rydde op"), "three lines");
    let elsewhere = world.cookie(world.town.contact_school).await;
    let refused = world.get(&format!("/opgaver/{}/plakat", task.id), &elsewhere).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[db_test]
async fn neighbours_know_nothing_of_each_others_channels(db: Db) {
    let world = World::new(&db).await;
    let other = samskab_organisation::testing::town_at(&db, "naboby", "nabo.example").await;
    let channel = world.channel("Kirken").await;
    let mut reader = db.read().await.unwrap();
    assert_eq!(store::find(&mut reader, other.tenant, channel.id).await.unwrap(), None);
    assert_eq!(store::find_by_code(&mut reader, other.tenant, &channel.code).await.unwrap(), None);
    assert!(store::registered(&mut reader, other.tenant).await.unwrap().is_empty());
}
