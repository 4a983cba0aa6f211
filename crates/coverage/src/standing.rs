//! The figures of every institution today: read in seven queries, whatever their number, and counted here.

use std::collections::HashMap;

use samskab_kernel::{Instant, TenantId, contact::Phone};
use samskab_organisation::{
    position::{self, Appointment, Held, PositionKind, Waiver, rules, rules::Coverage},
    unit::{self, Level, Unit, UnitId},
};
use samskab_store::{Connection, Result};
use samskab_taskbank::task::TaskId;

use crate::{
    figures::{Figures, median},
    store,
};

/// How far back answers count for the usual time to answer, in days.
const ANSWERS_DAYS: i64 = 180;
/// Days of what is called "the last month".
pub const MONTH_DAYS: i64 = 30;
/// Longer than this is a reason to call, in minutes of the calendar: five days.
const SLOW_MINUTES: i64 = 5 * 24 * 60;

samskab_kernel::codes! {
    /// What an institution lacks, the first thing to do first.
    pub enum Lack {
        /// No contact, and no reason why not (RS-18). An ambassador or a deputy may answer meanwhile.
        Contact => "kontakt",
        /// Somebody waits past the day they were promised an answer.
        Late => "forsinket",
        Task => "opgave",
        /// Open tasks, and nobody showed interest in a month.
        Interest => "interesse",
        /// Interest, and the answers take long.
        Answer => "svar",
        Volunteers => "frivillige",
    }
}

/// An institution with its figures.
#[derive(Debug, Clone)]
pub struct Institution {
    pub unit: UnitId,
    pub name: String,
    pub area: UnitId,
    pub place: Option<(f64, f64)>,
    pub phone: Option<Phone>,
    /// Who answers as the contact: the deputy while nobody is it.
    pub contacts: Vec<Appointment>,
    pub ambassadors: Vec<Appointment>,
    /// Whether it ought to have a contact and has none (RS-18): what [`rules::contact_coverage`] says.
    pub lacks_contact: bool,
    /// Why it has no contact (RS-18).
    pub waiver: Option<String>,
    pub open_tasks: i64,
    /// The open task nobody has shown interest in for the longest time.
    pub unseen_task: Option<TaskId>,
    pub volunteers: i64,
    /// The median over the last half year, in minutes; `None`: nothing was answered.
    pub answer_minutes: Option<i64>,
    /// People who showed interest in the last month.
    pub interested: i64,
    /// People who wait for an answer.
    pub waiting: i64,
    /// Those of them who wait past the day they were promised an answer.
    pub late: i64,
}

impl Institution {
    pub fn has_somebody(&self) -> bool {
        !self.contacts.is_empty() || !self.ambassadors.is_empty()
    }

    /// Asks for volunteers, as VB-02 means it: somebody to turn to, and something to do.
    pub fn asks(&self) -> bool {
        self.has_somebody() && self.open_tasks > 0
    }

    /// Said why not, and nothing to do: not counted among those that ought to (RS-18).
    pub fn is_excused(&self) -> bool {
        self.waiver.is_some() && !self.has_somebody() && self.open_tasks == 0
    }

    /// In the order in which things can be done about it.
    pub fn lacks(&self) -> Vec<Lack> {
        let late = (self.late > 0).then_some(Lack::Late);
        // Interests that wait there still wait.
        if self.is_excused() {
            return late.into_iter().collect();
        }
        let mut lacks = Vec::new();
        if self.lacks_contact {
            lacks.push(Lack::Contact);
        }
        lacks.extend(late);
        if self.open_tasks == 0 {
            lacks.push(Lack::Task);
        } else if self.interested == 0 {
            lacks.push(Lack::Interest);
        }
        if self.answer_minutes.is_some_and(|minutes| minutes > SLOW_MINUTES) {
            lacks.push(Lack::Answer);
        }
        if self.volunteers == 0 {
            lacks.push(Lack::Volunteers);
        }
        lacks
    }
}

/// A department with what is counted below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Area {
    pub unit: UnitId,
    pub name: String,
    pub figures: Figures,
}

/// Everything about today.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    pub institutions: Vec<Institution>,
    pub areas: Vec<Area>,
    pub whole: Figures,
}

/// The areas in `seen` – `None`: all of them – with their institutions.
pub async fn read(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
    seen: Option<&[UnitId]>,
) -> Result<Standing> {
    let today = now.day();
    let units = unit::store::all(connection, tenant, today).await?;
    let held = position::store::all(connection, tenant, today).await?;
    let waivers = position::store::waivers(connection, tenant, today).await?;
    let counted = store::counted(connection, tenant, now.plus_days(-MONTH_DAYS), now).await?;
    let answers = store::answers(connection, tenant, now.plus_days(-ANSWERS_DAYS)).await?;
    Ok(standing(&units, &held, &waivers, &counted, &answers, seen))
}

/// Every area as it is now, without what needs the months before: nothing of interest and answers. Four queries.
pub async fn read_now(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<Standing> {
    let today = now.day();
    let units = unit::store::all(connection, tenant, today).await?;
    let held = position::store::all(connection, tenant, today).await?;
    let waivers = position::store::waivers(connection, tenant, today).await?;
    let counted = store::counted_now(connection, tenant, now).await?;
    Ok(standing(&units, &held, &waivers, &counted, &HashMap::new(), None))
}

fn standing(
    units: &[Unit],
    held: &[Held],
    waivers: &[Waiver],
    counted: &HashMap<UnitId, store::Counted>,
    answers: &HashMap<UnitId, Vec<i64>>,
    seen: Option<&[UnitId]>,
) -> Standing {
    let by_id: HashMap<UnitId, &Unit> = units.iter().map(|unit| (unit.id, unit)).collect();
    let mut institutions: Vec<Institution> = Vec::new();
    for unit in units.iter().filter(|unit| unit.level == Level::Institution) {
        let Some(area) = area_of(unit, &by_id) else { continue };
        if seen.is_some_and(|seen| !seen.contains(&area)) {
            continue;
        }
        let counted = counted.get(&unit.id).copied().unwrap_or_default();
        let waiver = waivers.iter().find(|waiver| waiver.unit == unit.id);
        let coverage = rules::contact_coverage(unit, held, waiver.is_some());
        institutions.push(Institution {
            unit: unit.id,
            name: unit.name.clone(),
            area,
            place: unit.place,
            phone: unit.phone.clone(),
            contacts: answering(unit, held, &[PositionKind::LocalContact]),
            ambassadors: answering(unit, held, &[PositionKind::Ambassador, PositionKind::AmbassadorTeam]),
            lacks_contact: coverage == Coverage::Missing,
            waiver: waiver.filter(|_| coverage == Coverage::Waived).map(|waiver| waiver.reason.clone()),
            open_tasks: counted.open_tasks,
            unseen_task: counted.unseen_task,
            volunteers: counted.volunteers,
            answer_minutes: answers.get(&unit.id).cloned().and_then(median),
            interested: counted.interested,
            waiting: counted.waiting,
            late: counted.late,
        });
    }
    let of = |area: Option<UnitId>| {
        let within = |institution: &&Institution| area.is_none_or(|area| institution.area == area);
        let minutes: Vec<i64> = institutions
            .iter()
            .filter(within)
            .filter_map(|institution| answers.get(&institution.unit))
            .flatten()
            .copied()
            .collect();
        figures_of(institutions.iter().filter(within), &minutes)
    };
    let areas = units
        .iter()
        .filter(|unit| unit.level == Level::Department)
        .filter(|unit| institutions.iter().any(|institution| institution.area == unit.id))
        .map(|unit| Area { unit: unit.id, name: unit.name.clone(), figures: of(Some(unit.id)) })
        .collect();
    Standing { areas, whole: of(None), institutions }
}

/// `answers`: the minutes each answer took.
fn figures_of<'a>(institutions: impl Iterator<Item = &'a Institution>, answers: &[i64]) -> Figures {
    let mut figures = Figures { answer_minutes: median(answers.to_vec()), ..Figures::default() };
    for institution in institutions.filter(|institution| !institution.is_excused()) {
        figures.institutions += 1;
        figures.with_contact += i64::from(institution.has_somebody());
        figures.with_open_task += i64::from(institution.open_tasks > 0);
        figures.asking += i64::from(institution.asks());
        figures.with_volunteers += i64::from(institution.volunteers > 0);
        figures.active_volunteers += institution.volunteers;
    }
    figures
}

/// Who answers in these positions of a place.
fn answering(unit: &Unit, held: &[Held], kinds: &[PositionKind]) -> Vec<Appointment> {
    let here =
        held.iter().filter(|held| held.position.unit == unit.id && kinds.contains(&held.position.kind));
    here.flat_map(Held::answering).cloned().collect()
}

/// The department above. A circle in the data ends the walk.
fn area_of(unit: &Unit, by_id: &HashMap<UnitId, &Unit>) -> Option<UnitId> {
    let mut above = unit.parent;
    for _ in 0..by_id.len() {
        let unit = by_id.get(&above?)?;
        if unit.level == Level::Department {
            return Some(unit.id);
        }
        above = unit.parent;
    }
    None
}

#[cfg(test)]
mod tests {
    use samskab_kernel::{Day, Validity};
    use samskab_organisation::position::Capacity;
    use uuid::Uuid;

    use super::*;

    fn appointed(capacity: Capacity) -> Vec<Appointment> {
        vec![Appointment {
            id: Uuid::from_u128(3).into(),
            position: Uuid::from_u128(4).into(),
            person: Uuid::from_u128(5).into(),
            name: "Lone Papsen".into(),
            phone: None,
            email: None,
            capacity,
            validity: Validity::since(Day::of(2020, 1, 1)),
            away_until: None,
        }]
    }

    fn institution() -> Institution {
        Institution {
            unit: Uuid::from_u128(2).into(),
            name: "Havblik".into(),
            area: Uuid::from_u128(1).into(),
            place: None,
            phone: None,
            contacts: appointed(Capacity::Holder),
            ambassadors: vec![],
            lacks_contact: false,
            waiver: None,
            open_tasks: 1,
            unseen_task: None,
            volunteers: 2,
            answer_minutes: Some(60),
            interested: 1,
            waiting: 0,
            late: 0,
        }
    }

    #[test]
    fn to_ask_one_needs_somebody_to_turn_to_and_something_to_do() {
        assert!(institution().asks() && institution().lacks().is_empty());
        let ambassador =
            Institution { contacts: vec![], ambassadors: appointed(Capacity::Holder), ..institution() };
        assert!(ambassador.asks());
        assert!(!Institution { open_tasks: 0, ..institution() }.asks());
        assert!(!Institution { contacts: vec![], ..institution() }.asks());
    }

    #[test]
    fn what_is_lacking_is_said_in_the_order_in_which_it_can_be_mended() {
        let nothing = Institution {
            contacts: vec![],
            lacks_contact: true,
            open_tasks: 0,
            volunteers: 0,
            answer_minutes: Some(SLOW_MINUTES + 1),
            ..institution()
        };
        assert_eq!(nothing.lacks(), [Lack::Contact, Lack::Task, Lack::Answer, Lack::Volunteers]);
        assert_eq!(Institution { interested: 0, ..institution() }.lacks(), [Lack::Interest]);
        let alone =
            Institution { contacts: appointed(Capacity::Deputy), lacks_contact: true, ..institution() };
        assert!(alone.asks(), "somebody can be turned to");
        assert_eq!(alone.lacks(), [Lack::Contact], "and still a contact is missing");
        assert_eq!(
            Institution { late: 1, ..institution() }.lacks(),
            [Lack::Late],
            "not everything is in order"
        );
    }

    #[test]
    fn who_said_why_not_is_not_counted_among_those_that_ought_to() {
        let waived = Institution {
            contacts: vec![],
            open_tasks: 0,
            volunteers: 0,
            waiver: Some("Lukker til sommer".into()),
            ..institution()
        };
        assert!(waived.lacks().is_empty());
        let waiting = Institution { late: 1, ..waived.clone() };
        assert!(waiting.is_excused() && waiting.lacks() == [Lack::Late], "whoever waits there still waits");
        let all = [institution(), waived.clone()];
        assert_eq!(figures_of(all.iter(), &[]).percent(), Some(100));
        // but a place with a task open ought to have somebody to ask
        let open = Institution { open_tasks: 1, ..waived };
        assert_eq!(figures_of([open].iter(), &[]).percent(), Some(0));
        assert_eq!(Figures::default().percent(), None);
    }
}
