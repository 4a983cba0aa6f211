//! What fulfils which requirement, how long it counts and for which tasks. Pure: a transition consumes the
//! fulfilment.
//!
//! | | noted by | counts for | how long |
//! |---|---|---|---|
//! | børneattest | the place, in steps; consent also by the volunteer | this task | on; a new one is recommended after a while |
//! | tavshedserklæring | the volunteer, by accepting the text, or the place, when it was signed on paper | everything | until there is a new text |
//! | course | the place | every task that asks for the same course | a setting |
//! | introduction, information meeting | the place | this task | on |
//! | driving licence | the place, when it was shown | everything | a setting |
//! | lowest age | the volunteer's CV, or the place | every task that asks for no more | on |

use samskab_kernel::{Day, Instant, jiff::ToSpan as _};
use samskab_organisation::person::PersonId;
use samskab_taskbank::task::{Requirement, Task, TaskId};
use samskab_volunteers::volunteer::Age;

use crate::{Because, Fulfilment, FulfilmentId, Held, Precondition, Scope, StateKind};

/// Years: nobody younger can have a børneattest (law B.4).
pub const CERTIFICATE_FROM_YEARS: i64 = 15;
/// Days before its end from which an ending fulfilment is shown.
pub const SEEN_DAYS_AHEAD: i32 = 31;

/// How far it is, with what belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// The place has said that it is needed here, and why.
    Needed,
    Ordered {
        on: Day,
    },
    /// The volunteer has said yes to the police in Digital Post.
    Consented {
        ordered: Day,
        on: Day,
    },
    Fulfilled {
        on: Day,
        by: Option<PersonId>,
        /// The last day it counts; of a børneattest, when a new one is recommended.
        valid_to: Option<Day>,
        /// The version of the text that was accepted.
        text_version: Option<i64>,
        /// So old at least, from that day.
        age: Option<(i64, Day)>,
        /// A new børneattest is on its way; the old assessment counts meanwhile.
        renewal: Option<Renewal>,
    },
    /// This task cannot be given. No reason is kept.
    Refused {
        on: Day,
        by: Option<PersonId>,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Renewal {
    pub ordered: Day,
    pub consented: Option<Day>,
}

impl State {
    pub fn kind(self) -> StateKind {
        match self {
            Self::Needed => StateKind::Needed,
            Self::Ordered { .. } => StateKind::Ordered,
            Self::Consented { .. } => StateKind::Consented,
            Self::Fulfilled { .. } => StateKind::Fulfilled,
            Self::Refused { .. } => StateKind::Refused,
        }
    }

    /// Fulfilled since `on`, noted by `by`, until `valid_to` or without end.
    pub fn fulfilled(on: Day, by: Option<PersonId>, valid_to: Option<Day>) -> Self {
        Self::Fulfilled { on, by, valid_to, text_version: None, age: None, renewal: None }
    }

    /// The words of this version, accepted by the volunteer or noted by somebody who has seen them signed.
    pub fn signed(on: Day, by: PersonId, version: i64) -> Self {
        Self::Fulfilled {
            on,
            by: Some(by),
            valid_to: None,
            text_version: Some(version),
            age: None,
            renewal: None,
        }
    }
}

/// Why a step is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The step is not possible in this state; a colleague was quicker.
    WrongState,
    /// The day is still to come.
    InTheFuture,
    /// The day is before the step that came first.
    BeforeTheOrder,
}

/// The same day of the month, `months` months later; the last day of a shorter month.
pub fn months_after(day: Day, months: i64) -> Day {
    i32::try_from(months)
        .ok()
        .and_then(|months| day.date().checked_add(months.months()).ok())
        .map_or(day, Day::from)
}

/// The last day something counts that was noted on `on`; `months` 0: on and on.
pub fn counts_until(on: Day, months: i64) -> Option<Day> {
    (months > 0).then(|| months_after(on, months))
}

/// How a step of a børneattest went, or why it was not taken.
pub type Outcome = Result<Fulfilment, Refused>;

impl Fulfilment {
    /// Something new about a person.
    pub fn new(
        id: FulfilmentId,
        person: PersonId,
        what: Precondition,
        task: Option<TaskId>,
        state: State,
        now: Instant,
    ) -> Self {
        Self {
            id,
            person,
            what,
            task,
            course: String::new(),
            because: None,
            state,
            state_since: now,
            warned_at: None,
            created_at: now,
            updated_at: now,
        }
    }

    /// A børneattest is needed here, because …
    pub fn needed(id: FulfilmentId, person: PersonId, task: TaskId, because: Because, now: Instant) -> Self {
        let new = Self::new(id, person, Precondition::ChildrensCertificate, Some(task), State::Needed, now);
        Self { because: Some(because), ..new }
    }

    fn into(self, state: State, now: Instant) -> Self {
        Self { state, state_since: now, updated_at: now, warned_at: None, ..self }
    }

    /// The place has ordered it from the police on `on`.
    pub fn order(self, on: Day, now: Instant) -> Outcome {
        if on > now.day() {
            return Err(Refused::InTheFuture);
        }
        match self.state {
            State::Needed => Ok(self.into(State::Ordered { on }, now)),
            State::Fulfilled { on: assessed, by, valid_to, text_version, age, renewal: None }
                if self.what == Precondition::ChildrensCertificate =>
            {
                let renewal = Some(Renewal { ordered: on.max(assessed), consented: None });
                Ok(self
                    .into(State::Fulfilled { on: assessed, by, valid_to, text_version, age, renewal }, now))
            }
            _ => Err(Refused::WrongState),
        }
    }

    /// Undoes the order, on the same day and before the volunteer has answered.
    pub fn take_back_order(self, now: Instant) -> Outcome {
        if self.state_since.day() != now.day() {
            return Err(Refused::WrongState);
        }
        match self.state {
            State::Ordered { .. } => Ok(self.into(State::Needed, now)),
            State::Fulfilled {
                on,
                by,
                valid_to,
                text_version,
                age,
                renewal: Some(Renewal { consented: None, .. }),
            } => Ok(self.into(State::Fulfilled { on, by, valid_to, text_version, age, renewal: None }, now)),
            _ => Err(Refused::WrongState),
        }
    }

    /// The volunteer has said yes in Digital Post.
    pub fn consent(self, on: Day, now: Instant) -> Outcome {
        if on > now.day() {
            return Err(Refused::InTheFuture);
        }
        match self.state {
            State::Ordered { on: ordered } if on < ordered => Err(Refused::BeforeTheOrder),
            State::Ordered { on: ordered } => Ok(self.into(State::Consented { ordered, on }, now)),
            State::Fulfilled {
                on: assessed,
                by,
                valid_to,
                text_version,
                age,
                renewal: Some(Renewal { ordered, consented: None }),
            } => {
                if on < ordered {
                    return Err(Refused::BeforeTheOrder);
                }
                let renewal = Some(Renewal { ordered, consented: Some(on) });
                Ok(self
                    .into(State::Fulfilled { on: assessed, by, valid_to, text_version, age, renewal }, now))
            }
            _ => Err(Refused::WrongState),
        }
    }

    /// Somebody of the place has read the certificate and deleted it. `may`: whether the person may have this task.
    pub fn assess(self, on: Day, by: PersonId, may: bool, renew_after_months: i64, now: Instant) -> Outcome {
        if on > now.day() {
            return Err(Refused::InTheFuture);
        }
        let consented = match self.state {
            State::Consented { on, .. } => on,
            State::Fulfilled { renewal: Some(Renewal { consented: Some(on), .. }), .. } => on,
            _ => return Err(Refused::WrongState),
        };
        if on < consented {
            return Err(Refused::BeforeTheOrder);
        }
        let state = match may {
            true => State::fulfilled(on, Some(by), counts_until(on, renew_after_months)),
            false => State::Refused { on, by: Some(by) },
        };
        Ok(self.into(state, now))
    }

    /// The wrong button was pressed: whoever assessed it takes it back, the same day.
    pub fn take_back(self, by: PersonId, now: Instant) -> Outcome {
        let (on, assessor) = match self.state {
            State::Fulfilled { on, by, renewal: None, .. }
                if self.what == Precondition::ChildrensCertificate =>
            {
                (on, by)
            }
            State::Refused { on, by } => (on, by),
            _ => return Err(Refused::WrongState),
        };
        if assessor != Some(by) || self.state_since.day() != now.day() {
            return Err(Refused::WrongState);
        }
        Ok(self.into(State::Consented { ordered: on, on }, now))
    }

    /// The next step of a børneattest that the place takes; `None`: there is none now.
    pub fn next(&self) -> Option<Step> {
        match self.state {
            State::Needed => Some(Step::Order),
            State::Ordered { .. } => Some(Step::Consent),
            State::Consented { .. } => Some(Step::Assess),
            State::Fulfilled { renewal: Some(renewal), .. } => {
                Some(if renewal.consented.is_none() { Step::Consent } else { Step::Assess })
            }
            State::Fulfilled { .. } => Some(Step::Order),
            State::Refused { .. } => None,
        }
    }
}

/// What is done with a børneattest, step by step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Order,
    Consent,
    Assess,
}

/// What is asked of everybody who takes a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedRequirement {
    pub what: Precondition,
    /// The lowest age; 0 for everything else.
    pub years: i64,
}

/// In the order in which they are shown.
pub fn asked_by(task: &Task) -> Vec<AskedRequirement> {
    let age = task.min_age.map(|years| AskedRequirement { what: Precondition::MinimumAge, years });
    let others = task.requirements.iter().map(|one| AskedRequirement { what: (*one).into(), years: 0 });
    age.into_iter().chain(others).collect()
}

/// Facts besides the fulfilments.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Facts {
    /// The text of the tavshedserklæring in force.
    pub text_version: i64,
    pub age: Age,
}

/// Whether one requirement of a task is met by a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    InOrder {
        /// `None`: it needs no note, as the age in the CV.
        since: Option<Day>,
        /// The last day it counts.
        until: Option<Day>,
        /// When a new børneattest is recommended.
        renew_by: Option<Day>,
    },
    Lacks(Lack),
}

/// Why something is not in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// Nobody has noted anything.
    NotBegun,
    Needed,
    Ordered {
        on: Day,
    },
    Consented {
        on: Day,
    },
    /// This task cannot be given, said its assessor.
    Refused {
        by: Option<PersonId>,
    },
    /// The last day on which it counted.
    RunOut {
        on: Day,
    },
    /// There is a new text.
    NewText,
    AgeUnknown {
        years: i64,
    },
    TooYoung {
        years: i64,
    },
    /// Old enough from this day.
    OldEnoughFrom {
        day: Day,
        years: i64,
    },
}

/// Whether it keeps from beginning. An introduction happens the first time one comes.
pub fn blocks(what: Precondition) -> bool {
    samskab_taskbank::catalogue::requirement(what.code()).is_none_or(|words| words.blocks_start)
}

/// Something that keeps a person from beginning with a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Missing {
    pub what: Precondition,
    pub lack: Lack,
}

pub fn missing(standings: &[(AskedRequirement, Standing)]) -> Vec<Missing> {
    standings
        .iter()
        .filter(|(asked, _)| blocks(asked.what))
        .filter_map(|(asked, standing)| match standing {
            Standing::Lacks(lack) => Some(Missing { what: asked.what, lack: *lack }),
            Standing::InOrder { .. } => None,
        })
        .collect()
}

/// Whether what is noted here says anything about this task.
fn is_about(fulfilment: &Fulfilment, asked: AskedRequirement, task: &Task) -> bool {
    if fulfilment.what != asked.what {
        return false;
    }
    match asked.what {
        Precondition::MinimumAge => match fulfilment.state {
            State::Fulfilled { age: Some((years, _)), .. } => years >= asked.years,
            _ => false,
        },
        _ => scope(fulfilment).is_some_and(|scope| scope.covers(task)),
    }
}

/// The tasks for which it counts; `None`: for none.
fn scope(fulfilment: &Fulfilment) -> Option<Scope> {
    match fulfilment.what {
        Precondition::Confidentiality | Precondition::DrivingLicence => Some(Scope::Everywhere),
        Precondition::Course if !fulfilment.course.trim().is_empty() => {
            Some(Scope::Course(fulfilment.course.clone()))
        }
        _ => fulfilment.task.map(Scope::Task),
    }
}

pub(crate) fn is_same_course(one: &str, other: &str) -> bool {
    let name = |text: &str| samskab_kernel::danish::fold(text.trim());
    !one.trim().is_empty() && name(one) == name(other)
}

/// Whether `asked` is met by the person with these fulfilments, on the day `on`.
pub fn standing(
    asked: AskedRequirement,
    task: &Task,
    own: &[&Fulfilment],
    facts: Facts,
    on: Day,
) -> Standing {
    let about: Vec<&&Fulfilment> = own.iter().filter(|one| is_about(one, asked, task)).collect();
    // A refusal for this task wins, whatever else is noted.
    let refused = about.iter().find_map(|one| match one.state {
        State::Refused { by, .. } => Some(by),
        _ => None,
    });
    if let Some(by) = refused {
        return Standing::Lacks(Lack::Refused { by });
    }
    let noted: Vec<Standing> = about.iter().map(|one| of_one(one, facts, on)).collect();
    let in_order = noted.iter().filter(|one| matches!(one, Standing::InOrder { .. }));
    if let Some(best) = in_order.max_by_key(|one| counts_to(one)) {
        return *best;
    }
    match (asked.what, facts.age.is_at_least(asked.years, on)) {
        (Precondition::MinimumAge, Some(true)) => {
            return Standing::InOrder { since: None, until: None, renew_by: None };
        }
        (Precondition::MinimumAge, Some(false)) => {
            return Standing::Lacks(Lack::TooYoung { years: asked.years });
        }
        (Precondition::ChildrensCertificate, _)
            if facts.age.is_at_least(CERTIFICATE_FROM_YEARS, on) == Some(false) =>
        {
            return Standing::Lacks(Lack::TooYoung { years: CERTIFICATE_FROM_YEARS });
        }
        _ => {}
    }
    match (noted.last(), asked.what) {
        (Some(lacks), _) => *lacks,
        (None, Precondition::MinimumAge) => Standing::Lacks(Lack::AgeUnknown { years: asked.years }),
        (None, _) => Standing::Lacks(Lack::NotBegun),
    }
}

fn counts_to(standing: &Standing) -> Option<i32> {
    match standing {
        Standing::InOrder { until: None, .. } => Some(i32::MAX),
        Standing::InOrder { until: Some(day), .. } => Some(day.number()),
        Standing::Lacks(_) => None,
    }
}

fn of_one(fulfilment: &Fulfilment, facts: Facts, on: Day) -> Standing {
    match fulfilment.state {
        State::Needed => Standing::Lacks(Lack::Needed),
        State::Ordered { on } => Standing::Lacks(Lack::Ordered { on }),
        State::Consented { on, .. } => Standing::Lacks(Lack::Consented { on }),
        State::Refused { by, .. } => Standing::Lacks(Lack::Refused { by }),
        State::Fulfilled { on: since, valid_to, text_version, age, .. } => {
            // A note for tomorrow does not count today.
            if since > on {
                return Standing::Lacks(Lack::NotBegun);
            }
            match fulfilment.what {
                // It counts until there is a new text, and no day ends it.
                Precondition::Confidentiality if text_version == Some(facts.text_version) => {
                    Standing::InOrder { since: Some(since), until: None, renew_by: None }
                }
                Precondition::Confidentiality => Standing::Lacks(Lack::NewText),
                Precondition::MinimumAge => match age {
                    None => Standing::Lacks(Lack::NotBegun),
                    Some((years, day)) if day > on => Standing::Lacks(Lack::OldEnoughFrom { day, years }),
                    Some(_) => Standing::InOrder { since: Some(since), until: None, renew_by: None },
                },
                // No law ends it, and no police tells of later entries: a new one is recommended (law B.4).
                Precondition::ChildrensCertificate => {
                    Standing::InOrder { since: Some(since), until: None, renew_by: valid_to }
                }
                _ => match valid_to {
                    Some(last) if last < on => Standing::Lacks(Lack::RunOut { on: last }),
                    until => Standing::InOrder { since: Some(since), until, renew_by: None },
                },
            }
        }
    }
}

/// The fulfilment for the market; `None`: not met, or told in another way (the age is in the CV).
pub(crate) fn held(fulfilment: &Fulfilment, text_version: i64) -> Option<Held> {
    let requirement: Requirement = fulfilment.what.code().parse().ok()?;
    let scope = scope(fulfilment)?;
    let held = |state, valid_to| Held { person: fulfilment.person, requirement, scope, state, valid_to };
    match fulfilment.state {
        State::Refused { .. } => Some(held(StateKind::Refused, None)),
        State::Fulfilled { text_version: accepted, valid_to, .. } => match fulfilment.what {
            Precondition::Confidentiality if accepted != Some(text_version) => None,
            Precondition::Confidentiality | Precondition::ChildrensCertificate => {
                Some(held(StateKind::Fulfilled, None))
            }
            _ => Some(held(StateKind::Fulfilled, valid_to)),
        },
        State::Needed | State::Ordered { .. } | State::Consented { .. } => None,
    }
}

#[cfg(test)]
mod tests;
