//! The small town, with somebody who is interested: for tests, here and in the contexts above.
#![allow(clippy::unwrap_used, reason = "only tests call it")]

use std::ops::Deref;

use samskab_jobs::Handler;
use samskab_store::Db;
use samskab_taskbank::{channel::CameBy, task::Task, testing};
use samskab_web::{Module, Services};

use crate::engagement::{self, Engagement};
use samskab_interest::{Interest, InterestId, State, store};

pub const VILMA: &str = "vilma@post.example";

/// As that of the task bank, with volunteers and engagements.
pub struct World(testing::World);

impl Deref for World {
    type Target = testing::World;
    fn deref(&self) -> &testing::World {
        &self.0
    }
}

impl World {
    #[cfg(test)]
    pub async fn new(db: &Db) -> Self {
        Self::with(db, &[samskab_finding::module], Vec::new()).await
    }

    /// And these contexts, with their jobs.
    pub async fn with(db: &Db, above: &[fn() -> Module], more_jobs: Vec<Handler<Services>>) -> Self {
        let mut modules: Vec<fn() -> Module> = vec![
            samskab_volunteers::module,
            samskab_interest::module,
            samskab_requirement::module,
            crate::module,
        ];
        modules.extend(above);
        let mut jobs = samskab_interest::jobs();
        jobs.extend(crate::answer::jobs());
        jobs.extend(crate::engagement::jobs());
        jobs.extend(samskab_volunteers::volunteer::jobs());
        jobs.extend(more_jobs);
        Self(testing::World::new(db, &modules, jobs).await)
    }

    /// The path of the personal link in the newest mail to Vilma.
    pub async fn link(&self) -> String {
        let mail = self.mails_to(VILMA).await.remove(0);
        let at = mail.body.find("/interesse/").expect("a link in the mail");
        mail.body[at..].split_whitespace().next().unwrap().to_owned()
    }

    /// An interest that was confirmed now.
    pub async fn interest(&self, task: &Task, name: &str) -> Interest {
        let now = self.clock.now();
        let interest = Interest {
            id: self.db.dice().id(now),
            task: task.id,
            name: name.into(),
            email: format!("{}@post.example", name.to_lowercase()).parse().ok(),
            phone: None,
            message: String::new(),
            locale: samskab_kernel::Locale::Da,
            persons: 1,
            lacks: Vec::new(),
            known_too_young: false,
            entered_by: None,
            promise: None,
            answered_at: None,
            state: State::Unconfirmed,
            state_since: now,
            created_at: now,
            updated_at: now,
        };
        let interest = interest.confirm(3, task.time.begins_last(), now).unwrap();
        let mut tx = self.db.begin(self.stamp()).await.unwrap();
        store::add(&mut tx, &interest, CameBy::default()).await.unwrap();
        tx.commit().await.unwrap();
        interest
    }

    pub async fn find(&self, id: InterestId) -> Option<Interest> {
        store::find(&mut self.db.read().await.unwrap(), self.town.tenant, id).await.unwrap()
    }

    pub async fn all_of(&self, address: &str) -> Vec<Interest> {
        let mut reader = self.db.read().await.unwrap();
        store::of_email(&mut reader, self.town.tenant, &address.parse().unwrap()).await.unwrap()
    }
}

/// Vilma has been accepted for the task; whose engagement it is.
pub async fn accepted(world: &World, task: &Task) -> Engagement {
    let interest = world.interest(task, "Vilma").await;
    let lone = world.cookie(world.town.contact_solgaarden).await;
    let said =
        world.post_as(&format!("{}/accept", interest.href()), &[("text", "Kære Vilma\n\nKom!")], &lone).await;
    assert_eq!(said.status, 303, "{}", said.body);
    let mut reader = world.db.read().await.unwrap();
    engagement::store::of_interest(&mut reader, world.town.tenant, interest.id).await.unwrap().unwrap()
}
