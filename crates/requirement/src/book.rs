//! Everything known about some people's requirements, read once, so that the pages and gates need no more queries.

use std::collections::HashMap;

use samskab_kernel::{Day, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result};
use samskab_taskbank::task::Task;
use samskab_volunteers::volunteer::Age;

use crate::{
    AskedRequirement, Fulfilment, Missing, Standing,
    rules::{self, Facts},
    store,
};

pub struct Book {
    fulfilments: Vec<Fulfilment>,
    ages: HashMap<PersonId, Age>,
    pub text_version: i64,
}

impl Book {
    /// Reads what is known of these people's requirements. Runs three queries, however many people.
    pub async fn of(
        connection: &mut Connection,
        tenant: TenantId,
        people: &[PersonId],
        on: Day,
    ) -> Result<Self> {
        Ok(Self {
            fulfilments: store::of_people(connection, tenant, people).await?,
            ages: store::ages(connection, tenant, people).await?,
            text_version: store::text_version(connection, tenant, on).await?,
        })
    }

    pub fn of_person(&self, person: PersonId) -> Vec<&Fulfilment> {
        self.fulfilments.iter().filter(|one| one.person == person).collect()
    }

    /// What is noted about a person for this task, or for all tasks where it counts for all.
    pub fn noted(&self, person: PersonId, asked: AskedRequirement, task: &Task) -> Option<&Fulfilment> {
        let about = |one: &&Fulfilment| one.person == person && one.what == asked.what;
        self.fulfilments
            .iter()
            .filter(about)
            .find(|one| one.task == Some(task.id))
            .or_else(|| self.fulfilments.iter().filter(about).find(|one| one.task.is_none()))
    }

    pub fn age(&self, person: PersonId) -> Age {
        self.ages.get(&person).copied().unwrap_or_default()
    }

    pub fn facts(&self, person: PersonId) -> Facts {
        Facts { text_version: self.text_version, age: self.age(person) }
    }

    pub fn standings(&self, person: PersonId, task: &Task, on: Day) -> Vec<(AskedRequirement, Standing)> {
        let (own, facts) = (self.of_person(person), self.facts(person));
        rules::asked_by(task)
            .into_iter()
            .map(|asked| (asked, rules::standing(asked, task, &own, facts, on)))
            .collect()
    }

    pub fn missing(&self, person: PersonId, task: &Task, on: Day) -> Vec<Missing> {
        rules::missing(&self.standings(person, task, on))
    }
}
