//! The small town with its pages, its jobs and a task, and steps that several tests begin with, here and in the contexts
//! above.
#![allow(clippy::unwrap_used, reason = "only tests call it")]

use axum::{body::Body, http::Request};
use samskab_jobs::{Handler, Worker};
use samskab_kernel::{Clock, Day, Instant};
use samskab_mail::{Post, Posted, Transport};
use samskab_organisation::{
    answering::Poster,
    association::Theme,
    person::{self, PersonId},
    testing::{NOW, Town, services_at, town},
};
use samskab_store::{Db, Stamp, Tx};
use samskab_web::{
    Module, Services,
    testing::{Answer, Pages},
};

use crate::{
    declaration::{self, Declaration},
    task::{self, Task, Time, state::Open, time::Turn},
};

/// When the usual task is done.
pub const SATURDAY: Day = Day::of(2026, 3, 7);

samskab_store::statements! {
    SET_SETTINGS = "update tenant set settings = $2 where id = $1";
}

/// Stores the section "volunteering" of the municipality's settings.
pub async fn set_settings(tx: &mut Tx, volunteering: &str) {
    let (tenant, settings) = (tx.tenant(), format!(r#"{{"volunteering": {volunteering}}}"#));
    tx.query(&SET_SETTINGS).bind(tenant).bind(settings).execute().await.unwrap();
}

/// It is Monday 2 March 2026, nine o'clock, and Solgården wants help on Saturday.
pub struct World {
    pub db: Db,
    pub town: Town,
    pub clock: Clock,
    pages: Pages,
    worker: Worker<Services>,
    services: Services,
}

impl World {
    /// A town with the organisation and `modules`, from the lowest; `jobs` are those that [`World::work`] runs.
    pub async fn new(db: &Db, modules: &[fn() -> Module], jobs: Vec<Handler<Services>>) -> Self {
        let town = town(db).await;
        let clock = Clock::standing_at(NOW);
        let mut all: Vec<fn() -> Module> = vec![samskab_organisation::module, crate::module];
        all.extend(modules);
        let made = || all.iter().map(|module| module()).collect::<Vec<_>>();
        let services = services_at(db, &clock, &made());
        let (transport, _) = Transport::memory();
        let post = Post::new(db.clone(), clock.clone(), "post@fjordlund.example".parse().unwrap(), transport);
        let worker = Worker::new(db.clone(), clock.clone(), services.clone())
            .register_all(jobs)
            .register_all(crate::notice::jobs())
            .register_all(samskab_mail::handlers(post));
        let pages = Pages::new(&services, made());
        Self { db: db.clone(), town, clock, pages, worker, services }
    }

    pub async fn ask(&self, request: Request<Body>) -> Answer {
        self.pages.ask(request).await
    }

    pub async fn get(&self, address: &str) -> Answer {
        self.get_as(address, "").await
    }

    pub async fn get_as(&self, address: &str, cookie: &str) -> Answer {
        self.pages.get(address, cookie).await
    }

    pub async fn post(&self, address: &str, fields: &[(&str, &str)]) -> Answer {
        self.post_as(address, fields, "").await
    }

    pub async fn post_as(&self, address: &str, fields: &[(&str, &str)], cookie: &str) -> Answer {
        self.pages.post(address, fields, cookie).await
    }

    pub async fn cookie(&self, person: PersonId) -> String {
        let stamp = Stamp { tenant: self.town.tenant, actor: Some(person.uuid()), now: self.clock.now() };
        let mut tx = self.db.begin(stamp).await.unwrap();
        let secret = samskab_web::session::begin(&mut tx, person.uuid(), self.db.dice()).await.unwrap();
        tx.commit().await.unwrap();
        format!("{}={secret}", samskab_web::session::COOKIE)
    }

    /// What the municipality decides; before the first page is asked for, because a page remembers it for a while.
    pub async fn decide(&self, volunteering: &str) {
        let mut tx = self.db.begin(self.stamp()).await.unwrap();
        set_settings(&mut tx, volunteering).await;
        tx.commit().await.unwrap();
    }

    pub fn services(&self) -> Services {
        self.services.clone()
    }

    pub fn stamp(&self) -> Stamp {
        Stamp { tenant: self.town.tenant, actor: None, now: self.clock.now() }
    }

    /// Runs every job that is due by now.
    pub async fn work(&self) {
        self.worker.run_until_idle(self.clock.now()).await.unwrap();
    }

    pub async fn work_at(&self, now: Instant) {
        self.clock.set(now);
        self.work().await;
    }

    /// The mails, the newest first.
    pub async fn mails(&self) -> Vec<Posted> {
        samskab_mail::recent(&mut self.db.read().await.unwrap(), self.town.tenant, 100).await.unwrap()
    }

    pub async fn mails_to(&self, address: &str) -> Vec<Posted> {
        let mut mails = self.mails().await;
        mails.retain(|mail| mail.to.as_str() == address);
        mails
    }

    /// Coffee at Solgården on Saturday from 14 to 16, open, changed by `change`.
    pub async fn task(&self, change: impl FnOnce(&mut Task)) -> Task {
        let mut task =
            Task::draft(self.db.dice().id(NOW), Poster::Unit(self.town.solgaarden), Theme::Social, None, NOW);
        task.title = "Kaffe og højtlæsning".into();
        task.summary = "En time med kaffe".into();
        task.does = vec!["Skænk kaffe".into()];
        task.time = Time::OneOff { day: SATURDAY, turn: Turn { start_minute: 14 * 60, duration: 120 } };
        task.postcode = "9561".parse().ok();
        task.city = "Fjordlund".into();
        task.contact = Some(self.town.contact_solgaarden);
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

    pub async fn task_state(&self, task: &Task) -> task::StateKind {
        let mut reader = self.db.read().await.unwrap();
        task::store::find(&mut reader, self.town.tenant, task.id).await.unwrap().unwrap().state.kind()
    }

    pub async fn change_person(&self, id: PersonId, change: impl FnOnce(&mut person::Person)) {
        let mut tx = self.db.begin(self.stamp()).await.unwrap();
        let mut person = person::store::find(&mut tx, self.town.tenant, id).await.unwrap().unwrap();
        change(&mut person);
        person::store::save(&mut tx, &person).await.unwrap();
        tx.commit().await.unwrap();
    }
}

/// The handball club signs the yearly declaration about børneattester.
pub async fn declare(db: &Db, town: &Town) {
    let mut tx = db.begin(Stamp { tenant: town.tenant, actor: None, now: NOW }).await.unwrap();
    let signed = Declaration {
        association: town.handball,
        year: declaration::year_of(NOW),
        has_children: true,
        signed_by: None,
        signed_name: "Abel Demosen".into(),
        signed_role: "Formand".into(),
        signed_at: NOW,
        replaced_at: None,
    };
    declaration::store::add(&mut tx, &signed).await.unwrap();
    tx.commit().await.unwrap();
}
