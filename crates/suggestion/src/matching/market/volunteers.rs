//! A CV as the engine reads it.

use std::collections::{HashMap, HashSet};

use samskab_kernel::{Day, TenantId};
use samskab_matching::{
    Age, Company, Competences, PartOfDay, Place, Requirements, Rhythm, Slots, TargetGroups, Topics,
    Transport, Volunteer,
};
use samskab_organisation::person::PersonId;
use samskab_requirement::{Held, Scope, StateKind};
use samskab_store::{Connection, Result};
use samskab_taskbank::task::TaskId;
use samskab_volunteers::volunteer::{self, Cv, Field};

use super::{opening_id, openings, volunteer_id};

samskab_store::statements! {
    /// The tasks that somebody is in contact with, however it came about. An address counts as the person who has it
    /// here.
    CONTACTS = "select n.id as person_id, i.task_id from interest i join person n on n.tenant_id = i.tenant_id and n.email = i.email
                where i.tenant_id = $1 and i.state <> 'unconfirmed'
                union select e.person_id, e.task_id from engagement e where e.tenant_id = $1
                union select v.person_id, v.task_id from invitation v
                where v.tenant_id = $1 and v.shift_id is null and v.state in ('sent', 'accepted', 'declined')
                union select d.person_id, d.task_id from suggestion_declined d where d.tenant_id = $1";
    INTERESTS_OF = "select n.id as person_id, i.task_id from person n join interest i on i.tenant_id = n.tenant_id and i.email = n.email
                    where i.state <> 'unconfirmed' and n.tenant_id = $1 and n.id in ({list})";
    ENGAGEMENTS_OF = "select e.person_id, e.task_id from engagement e where e.tenant_id = $1 and e.person_id in ({list})";
    INVITATIONS_OF = "select v.person_id, v.task_id from invitation v
                      where v.shift_id is null and v.state in ('sent', 'accepted', 'declined')
                        and v.tenant_id = $1 and v.person_id in ({list})";
    DECLINED_OF = "select d.person_id, d.task_id from suggestion_declined d where d.tenant_id = $1 and d.person_id in ({list})";
    INTERESTED_IN = "select n.id from interest i join person n on n.tenant_id = i.tenant_id and n.email = i.email
                     where i.tenant_id = $1 and i.task_id in ({list})";
    ENGAGED_IN = "select e.person_id from engagement e where e.tenant_id = $1 and e.task_id in ({list})";
    INVITED_TO = "select v.person_id from invitation v where v.tenant_id = $1 and v.task_id in ({list})";
    WITHOUT_ADDRESS = "select c.person_id from volunteer_cv c join person n on n.id = c.person_id and n.tenant_id = c.tenant_id
                       where c.tenant_id = $1 and n.email is null";
    WITHOUT_ADDRESS_OF = "select n.id from person n where n.email is null and n.tenant_id = $1 and n.id in ({list})";
}

/// What is known of volunteers besides their CV.
#[derive(Default)]
pub struct Known {
    contacts: HashMap<PersonId, Vec<TaskId>>,
    without_address: HashSet<PersonId>,
    fulfilled: HashMap<PersonId, Requirements>,
    refused: HashMap<PersonId, Vec<TaskId>>,
}

impl Known {
    pub async fn of_everybody(connection: &mut Connection, tenant: TenantId) -> Result<Self> {
        let contacts: Vec<(PersonId, TaskId)> = connection.query(&CONTACTS).bind(tenant).all().await?;
        let without: Vec<PersonId> = connection.query(&WITHOUT_ADDRESS).bind(tenant).scalars().await?;
        Ok(Self::with(contacts, without))
    }

    pub async fn of(connection: &mut Connection, tenant: TenantId, people: &[PersonId]) -> Result<Self> {
        if people.is_empty() {
            return Ok(Self::default());
        }
        let mut contacts: Vec<(PersonId, TaskId)> = Vec::new();
        for statement in [&INTERESTS_OF, &ENGAGEMENTS_OF, &INVITATIONS_OF, &DECLINED_OF] {
            contacts.extend(
                connection
                    .query(statement)
                    .bind(tenant)
                    .bind_list(people)
                    .all::<(PersonId, TaskId)>()
                    .await?,
            );
        }
        let without = connection.query(&WITHOUT_ADDRESS_OF).bind(tenant).bind_list(people).scalars().await?;
        Ok(Self::with(contacts, without))
    }

    fn with(contacts: Vec<(PersonId, TaskId)>, without_address: Vec<PersonId>) -> Self {
        let mut known = Self { without_address: without_address.into_iter().collect(), ..Self::default() };
        for (person, task) in contacts {
            known.contacts.entry(person).or_default().push(task);
        }
        known
    }

    /// And what is in order today, or refused.
    pub fn with_held(mut self, held: &[Held], today: Day) -> Self {
        for one in held.iter().filter(|one| one.valid_to.is_none_or(|last| today <= last)) {
            match (one.state, &one.scope) {
                (StateKind::Refused, Scope::Task(task)) => {
                    self.refused.entry(one.person).or_default().push(*task);
                }
                (StateKind::Fulfilled, Scope::Everywhere) => {
                    let fulfilled = self.fulfilled.entry(one.person).or_default();
                    *fulfilled = fulfilled.union(openings::requirement(one.requirement));
                }
                _ => {}
            }
        }
        self
    }

    pub fn can_be_written_to(&self, person: PersonId) -> bool {
        !self.without_address.contains(&person)
    }
}

/// Everybody with a CV who is in contact with one of these.
pub async fn in_contact_with(
    connection: &mut Connection,
    tenant: TenantId,
    tasks: &[TaskId],
) -> Result<Vec<PersonId>> {
    let mut people = Vec::new();
    for statement in [&INTERESTED_IN, &ENGAGED_IN, &INVITED_TO] {
        people.extend(connection.query(statement).bind(tenant).bind_list(tasks).scalars::<PersonId>().await?);
    }
    Ok(people)
}

fn age(cv: &Cv, today: Day) -> Age {
    match cv.age {
        volunteer::Age::NotSaid => Age::Unknown,
        // Who is of age was not asked how old; a task that asks for more is closed to them, and says why.
        volunteer::Age::Adult => Age::Years(18),
        volunteer::Age::Born(born) => {
            Age::Years(u8::try_from(volunteer::years_between(born, today)).unwrap_or_default())
        }
    }
}

fn availability(cv: &Cv) -> Slots {
    let part = |part: volunteer::PartOfDay| match part {
        volunteer::PartOfDay::Morning => PartOfDay::Morning,
        volunteer::PartOfDay::Afternoon => PartOfDay::Afternoon,
        volunteer::PartOfDay::Evening => PartOfDay::Evening,
        volunteer::PartOfDay::Night => PartOfDay::Night,
    };
    let days = cv.availability.days();
    days.into_iter().flat_map(|(day, parts)| parts.into_iter().map(move |one| (day, part(one)))).collect()
}

/// The whole CV: for what its owner sees.
pub fn volunteer(cv: &Cv, known: &Known, today: Day) -> Volunteer {
    let openings = |tasks: Option<&Vec<TaskId>>| {
        tasks.into_iter().flatten().map(|task| opening_id(*task)).collect::<Vec<_>>()
    };
    Volunteer {
        age: age(cv, today),
        interests: openings::topics(&cv.topics),
        target_groups: openings::target_groups(&cv.target_groups),
        competences: openings::competences(&cv.competences),
        never_topics: openings::topics(&cv.not_topics),
        never_target_groups: openings::target_groups(&cv.not_target_groups),
        languages: openings::languages(&cv.languages),
        has_licence: cv.driving_licence,
        rhythm: match cv.rhythm {
            volunteer::Rhythm::Once => Rhythm::Once,
            volunteer::Rhythm::Regular => Rhythm::Regular,
            volunteer::Rhythm::Either => Rhythm::Either,
        },
        availability: availability(cv),
        minutes_a_week: cv.minutes_per_week.and_then(|minutes| u16::try_from(minutes).ok()),
        place: cv.place.and_then(|(latitude, longitude)| Place::new(latitude, longitude)),
        reach_km: cv.reach_km.and_then(|km| u16::try_from(km).ok()),
        transport: match cv.transport {
            None => Transport::Unknown,
            Some(volunteer::Transport::Walk) => Transport::Foot,
            Some(volunteer::Transport::Bicycle) => Transport::Bicycle,
            Some(volunteer::Transport::Public) => Transport::Public,
            Some(volunteer::Transport::Car) => Transport::Car,
        },
        // Who has not ticked it has said no: they are shown so in the copy of their data.
        from_home: Some(cv.from_home),
        company: openings::company(cv.company),
        fulfilled: known.fulfilled.get(&cv.person).copied().unwrap_or_default(),
        refused: openings(known.refused.get(&cv.person)),
        in_contact: openings(known.contacts.get(&cv.person)),
        ..Volunteer::new(volunteer_id(cv.person))
    }
}

/// What its owner lets those who look see (FX-21). What only gates read stays: it keeps people from being asked, and is
/// told to nobody.
pub fn as_shared(cv: &Cv, known: &Known, today: Day) -> Volunteer {
    let whole = volunteer(cv, known, today);
    let shows = |field| cv.shows(field);
    let blank = Volunteer::new(whole.id);
    Volunteer {
        interests: if shows(Field::Interests) { whole.interests } else { Topics::EMPTY },
        target_groups: if shows(Field::Interests) { whole.target_groups } else { TargetGroups::EMPTY },
        competences: if shows(Field::Competences) { whole.competences } else { Competences::EMPTY },
        rhythm: if shows(Field::Times) { whole.rhythm } else { blank.rhythm },
        minutes_a_week: if shows(Field::Times) { whole.minutes_a_week } else { None },
        company: if shows(Field::Company) { whole.company } else { Company::Either },
        fulfilled: Requirements::EMPTY,
        ..whole
    }
}
