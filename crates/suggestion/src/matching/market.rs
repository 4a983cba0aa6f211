//! One market of tasks and volunteers for each municipality in memory, kept in step with the book of events: a changed
//! task or CV counts from the next question on.

mod openings;
mod standing;
mod volunteers;

use std::{
    collections::HashMap,
    sync::{PoisonError, RwLock},
};

use samskab_finding::is_current;
use samskab_kernel::{Day, Instant, TenantId};
use samskab_matching::{Market, Match, OpeningId, Responsiveness, VolunteerId, Weights};
use samskab_organisation::{answering::Poster, person::PersonId, place};
use samskab_requirement as requirement;
use samskab_store::{Connection, Result, events::Recorded};
use samskab_taskbank::task::{self, TaskId};
use samskab_volunteers::volunteer::{self, Cv};
use samskab_web::{
    Services, State, Tenant,
    follow::{Affected, Listener},
};
use uuid::Uuid;

pub use openings::{catalogue, opening, slots};
pub use volunteers::volunteer;

use standing::Standings;

/// What the follower tells.
pub const LISTENER: Listener = Listener { affected, take_in };

/// Every municipality's market.
#[derive(Default)]
pub struct Markets(RwLock<HashMap<TenantId, TownMarket>>);

impl State for Markets {}

/// The market of one municipality, its volunteers twice: a volunteer finds tasks without being found.
pub struct TownMarket {
    /// The open tasks, and everybody with a CV, whoever may see it: what suits them, and what keeps them from a task.
    pub everybody: Market,
    /// Those who may be found today, with what they share, and no tasks. The gates know the rest: nobody is asked for
    /// what they would rather not do, or are too young for.
    pub findable: Market,
    standings: Standings,
}

impl TownMarket {
    /// How a unit or association answers those who write, over the last year.
    pub fn answers_of(&self, poster: Poster) -> Responsiveness {
        self.standings.answers_of(poster.uuid())
    }

    /// Whom a task fits best among those who may be found today, at most `n`.
    pub fn best_findable(&self, task: TaskId, n: usize, day: Day) -> Vec<Match> {
        let Some(opening) = self.everybody.opening(opening_id(task)) else { return Vec::new() };
        self.findable.best_volunteers_for(opening, n, &self.everybody.circumstances(day))
    }

    /// How all of them together do.
    pub fn usual_answers(&self) -> Responsiveness {
        self.standings.usual()
    }
}

impl Markets {
    /// Asks the market of a municipality; `None` before it is read. Not while something is waited for.
    pub fn ask<R>(&self, tenant: TenantId, question: impl FnOnce(&TownMarket) -> R) -> Option<R> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).get(&tenant).map(question)
    }

    fn change(&self, tenant: TenantId, change: impl FnOnce(&mut TownMarket)) {
        if let Some(town) = self.0.write().unwrap_or_else(PoisonError::into_inner).get_mut(&tenant) {
            change(town);
        }
    }

    fn put(&self, tenant: TenantId, town: TownMarket) {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(tenant, town);
    }

    /// Notes for each of these tasks in how many more lists it was shown.
    pub fn record_exposures(&self, tenant: TenantId, shown: &[(TaskId, u32)]) {
        self.change(tenant, |town| {
            for (task, times) in shown {
                town.everybody.record_exposure(opening_id(*task), *times);
            }
        });
    }
}

pub fn opening_id(task: TaskId) -> OpeningId {
    OpeningId::from_uuid(task.uuid())
}

pub fn task_id(opening: OpeningId) -> TaskId {
    TaskId::from_uuid(opening.uuid())
}

pub fn volunteer_id(person: PersonId) -> VolunteerId {
    VolunteerId::from_uuid(person.uuid())
}

pub fn person_id(volunteer: VolunteerId) -> PersonId {
    PersonId::from_uuid(volunteer.uuid())
}

/// The ids are of tasks and persons; each is looked up as both.
fn affected(event: &Recorded) -> Affected {
    let kind = event.kind.as_str();
    let concerns =
        ["task.", "interest.", "engagement.", "invitation.", "suggestion.", "volunteer.", "requirement."];
    match kind {
        "task.imported" | "task.import_undone" => Affected::All,
        // The requirements' wording changed: what is in order has to be counted anew.
        "requirement.text_changed" => Affected::All,
        _ if concerns.iter().any(|one| kind.starts_with(one)) => {
            let named = ["task", "person"].into_iter().filter_map(|name| event.id_named(name));
            Affected::These(named.chain([event.subject_id]).collect())
        }
        "person.deleted" => Affected::These(vec![event.subject_id]),
        _ if kind.starts_with("place.") => Affected::All,
        _ => Affected::Nothing,
    }
}

#[samskab_store::compiled_once]
async fn take_in(
    services: &Services,
    connection: &mut Connection,
    tenant: &Tenant,
    now: Instant,
    ids: Option<&[Uuid]>,
) -> Result<()> {
    let markets = services.state::<Markets>();
    match ids {
        Some(ids) if markets.ask(tenant.id, |_| ()).is_some() => {
            some(&markets, connection, tenant.id, now, ids).await
        }
        _ => {
            let town = whole(connection, tenant.id, now).await?;
            markets.put(tenant.id, town);
            Ok(())
        }
    }
}

/// Everything of a municipality. As many queries as there are five hundreds of open tasks, and a fixed number more.
pub async fn whole(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<TownMarket> {
    let standings = Standings::read(connection, tenant, now).await?;
    let new = || Market::new(catalogue(), Weights::default(), standings.usual());
    let (mut everybody, mut findable) = (new(), new());
    let towns = place::all(connection, tenant).await?;
    let mut all = task::store::AllOpen::new(tenant, now.day());
    loop {
        let posted = all.next(connection).await?;
        if posted.is_empty() {
            break;
        }
        for posted in posted.into_iter().filter(|posted| is_current(&posted.task, now)) {
            let opening = openings::opening(&posted.task, &towns, standings.of(&posted.task), now.day());
            everybody.upsert_opening(opening);
        }
    }
    let known = volunteers::Known::of_everybody(connection, tenant).await?;
    let held = requirement::held(connection, tenant).await?;
    let known = known.with_held(&held, now.day());
    for cv in volunteer::store::all(connection, tenant).await? {
        put_volunteer(&mut everybody, &mut findable, &cv, &known, now);
    }
    Ok(TownMarket { everybody, findable, standings })
}

fn put_volunteer(
    everybody: &mut Market,
    findable: &mut Market,
    cv: &Cv,
    known: &volunteers::Known,
    now: Instant,
) {
    let today = now.day();
    everybody.upsert_volunteer(volunteers::volunteer(cv, known, today));
    if cv.is_findable(today) && known.can_be_written_to(cv.person) {
        findable.upsert_volunteer(volunteers::as_shared(cv, known, today));
    } else {
        findable.remove_volunteer(volunteer_id(cv.person));
    }
}

/// The tasks among `ids`, everybody who is in contact with one of them, and the persons among `ids`.
async fn some(
    markets: &Markets,
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
    ids: &[Uuid],
) -> Result<()> {
    let tasks: Vec<TaskId> = ids.iter().map(|id| TaskId::from_uuid(*id)).collect();
    let posted = task::store::open(connection, tenant, now.day(), &tasks).await?;
    let met = standing::met(connection, tenant, Some(&tasks)).await?;
    let towns = place::all(connection, tenant).await?;
    let mut people: Vec<PersonId> = ids.iter().map(|id| PersonId::from_uuid(*id)).collect();
    people.extend(volunteers::in_contact_with(connection, tenant, &tasks).await?);
    people.sort_unstable();
    people.dedup();
    let cvs = volunteer::store::find_many(connection, tenant, &people).await?;
    let with_cv: Vec<PersonId> = cvs.iter().map(|cv| cv.person).collect();
    let known = volunteers::Known::of(connection, tenant, &with_cv).await?;
    let held = requirement::held_of(connection, tenant, &with_cv).await?;
    let known = known.with_held(&held, now.day());
    markets.change(tenant, |town| {
        town.standings.set_met(&tasks, met);
        for task in &tasks {
            let open = posted.iter().find(|posted| posted.task.id == *task && is_current(&posted.task, now));
            match open {
                None => {
                    town.everybody.remove_opening(opening_id(*task));
                }
                Some(posted) => {
                    let mut opening =
                        openings::opening(&posted.task, &towns, town.standings.of(&posted.task), now.day());
                    if let Some(before) = town.everybody.opening(opening.id) {
                        opening.exposures = before.exposures;
                    }
                    town.everybody.upsert_opening(opening);
                }
            }
        }
        for person in &people {
            match cvs.iter().find(|cv| cv.person == *person) {
                Some(cv) => put_volunteer(&mut town.everybody, &mut town.findable, cv, &known, now),
                None => {
                    town.everybody.remove_volunteer(volunteer_id(*person));
                    town.findable.remove_volunteer(volunteer_id(*person));
                }
            }
        }
    });
    Ok(())
}
