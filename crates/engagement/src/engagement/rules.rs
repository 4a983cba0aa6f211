//! What may happen to an engagement. Pure: a transition consumes it and gives it back.

use samskab_kernel::{Day, Instant};
use samskab_organisation::person::PersonId;
use samskab_taskbank::task::TaskId;

use super::{EndReason, EndedBy, Engagement, EngagementId, Side, StateKind};
use samskab_interest::Interest;

/// The state of an engagement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Somebody's yes, or something the task requires, is missing.
    Proposed,
    Active,
    /// `until`: the last day of the pause.
    Paused {
        until: Day,
    },
    Ended {
        by: EndedBy,
        /// Why it ended, if somebody wanted to say.
        reason: Option<EndReason>,
    },
}

impl State {
    pub fn kind(self) -> StateKind {
        match self {
            Self::Proposed => StateKind::Proposed,
            Self::Active => StateKind::Active,
            Self::Paused { .. } => StateKind::Paused,
            Self::Ended { .. } => StateKind::Ended,
        }
    }

    pub fn is_live(self) -> bool {
        !matches!(self, Self::Ended { .. })
    }

    /// They have begun to help and have not stopped.
    pub fn has_begun(self) -> bool {
        matches!(self, Self::Active | Self::Paused { .. })
    }
}

/// Somebody said yes to the agreement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Yes {
    pub at: Instant,
    /// Who of the place said or noted it; `None`: the volunteer, or somebody whose account is gone.
    pub by: Option<PersonId>,
}

/// Why a transition is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The step is not possible in this state; somebody else was quicker.
    #[error("not from this state")]
    WrongState,
    /// This side has said yes already.
    #[error("already said yes")]
    Already,
    /// The agreement was changed while it was read.
    #[error("another version")]
    Changed,
    /// There is no day to begin on yet.
    #[error("no day to begin on")]
    NoDay,
    /// Not both have said yes.
    #[error("not agreed on")]
    NotAgreed,
    /// The day is before the earliest possible one, or too far ahead.
    #[error("not a day that can be chosen")]
    Day,
}

pub type Outcome = Result<Engagement, Refused>;

/// At most this many days from today to a first day, a talk or the end of a pause.
pub const MOST_DAYS: i32 = 366;

fn can_be_chosen(day: Day, today: Day) -> Result<(), Refused> {
    let in_range = today <= day && day <= today.plus_days(MOST_DAYS);
    if in_range { Ok(()) } else { Err(Refused::Day) }
}

/// Whether somebody has helped by an agreement: it had begun, and its first day had come by then. What ends before that
/// came to nothing: nobody has been there, and nobody thanks for time that was not given.
pub fn has_helped(has_begun: bool, begins_on: Option<Day>, by_then: Day) -> bool {
    has_begun && begins_on.is_some_and(|first| first <= by_then)
}

impl Engagement {
    /// [`has_helped`], until today or until it ended. `has_begun`: whether it ever began, which an agreement that is over
    /// does not know by itself.
    pub fn has_helped(&self, has_begun: bool, today: Day) -> bool {
        let by_then = if self.state.is_live() { today } else { self.state_since.day() };
        has_helped(has_begun, self.begins_on, by_then)
    }

    /// A new engagement: nobody has said yes yet, and no interest is behind it.
    pub fn new(
        id: EngagementId,
        task: TaskId,
        person: PersonId,
        persons: i64,
        begins_on: Option<Day>,
        now: Instant,
    ) -> Self {
        Self {
            id,
            task,
            interest: None,
            person,
            persons,
            state: State::Proposed,
            state_since: now,
            version: 1,
            in_force: None,
            place_yes: None,
            volunteer_yes: None,
            begins_on,
            begins_by: Side::Place,
            talk_on: None,
            talk_held_on: None,
            reminded_at: None,
            end_note: String::new(),
            thanks: String::new(),
            created_at: now,
            updated_at: now,
        }
    }

    /// The place accepted an interest: both are asked.
    pub fn proposed(
        id: EngagementId,
        interest: &Interest,
        person: PersonId,
        begins_on: Option<Day>,
        now: Instant,
    ) -> Self {
        let new = Self::new(id, interest.task, person, interest.persons, begins_on, now);
        Self { interest: Some(interest.id), ..new }
    }

    /// Both have said yes to the version they were asked about.
    pub fn is_agreed(&self) -> bool {
        self.in_force == Some(self.version)
    }

    /// Agreed on, but not begun: something the task requires is missing.
    pub fn waits_for_requirements(&self) -> bool {
        self.state == State::Proposed && self.is_agreed()
    }

    /// Whether the yes of this side is missing.
    pub fn asks(&self, side: Side) -> bool {
        self.state.is_live() && self.yes_of(side).is_none()
    }

    fn into_state(self, state: State, now: Instant) -> Self {
        Self { state, state_since: now, updated_at: now, reminded_at: None, ..self }
    }

    fn live(&self) -> Result<(), Refused> {
        if self.state.is_live() { Ok(()) } else { Err(Refused::WrongState) }
    }

    /// `side` says yes to `version`, the one they read.
    pub fn say_yes(self, side: Side, version: i64, by: Option<PersonId>, now: Instant) -> Outcome {
        self.live()?;
        if version != self.version {
            return Err(Refused::Changed);
        }
        if self.yes_of(side).is_some() {
            return Err(Refused::Already);
        }
        if self.begins_on.is_none() {
            return Err(Refused::NoDay);
        }
        let yes = Some(Yes { at: now, by });
        let said = match side {
            Side::Volunteer => Self { volunteer_yes: yes, ..self },
            Side::Place => Self { place_yes: yes, ..self },
        };
        let both = said.volunteer_yes.is_some() && said.place_yes.is_some();
        Ok(Self { in_force: if both { Some(said.version) } else { said.in_force }, updated_at: now, ..said })
    }

    /// Nothing is missing any more (law B.4): they begin. A first day that has passed meanwhile is today;
    /// `talk_days` later they talk about how it goes, unless it is over in a day.
    pub fn begin(self, talk_days: Option<i32>, now: Instant) -> Outcome {
        if self.state != State::Proposed {
            return Err(Refused::WrongState);
        }
        if !self.is_agreed() {
            return Err(Refused::NotAgreed);
        }
        let first = self.begins_on.ok_or(Refused::NoDay)?.max(now.day());
        let talk_on = self.talk_on.or(talk_days.map(|days| first.plus_days(days)));
        Ok(Self { begins_on: Some(first), talk_on, ..self.into_state(State::Active, now) })
    }

    /// Another first day: `side` proposes it, so the other is asked again.
    pub fn propose_day(self, side: Side, day: Day, now: Instant) -> Outcome {
        if self.state != State::Proposed {
            return Err(Refused::WrongState);
        }
        can_be_chosen(day, now.day())?;
        if self.begins_on == Some(day) {
            return Err(Refused::Already);
        }
        let proposed =
            Self { begins_on: Some(day), begins_by: side, in_force: None, updated_at: now, ..self };
        Ok(match side {
            Side::Volunteer => Self { place_yes: None, ..proposed },
            Side::Place => Self { volunteer_yes: None, ..proposed },
        })
    }

    /// What is agreed on is changed. While nobody has said yes it is the same version; afterwards it is a
    /// new one, and both are asked again. Until then what was agreed on before goes on to hold for those
    /// who have begun.
    pub fn reword(self, now: Instant) -> Outcome {
        self.live()?;
        if self.volunteer_yes.is_none() && self.place_yes.is_none() {
            return Ok(Self { updated_at: now, ..self });
        }
        Ok(Self {
            version: self.version + 1,
            in_force: if self.state == State::Proposed { None } else { self.in_force },
            volunteer_yes: None,
            place_yes: None,
            updated_at: now,
            ..self
        })
    }

    /// Its task is at another time or place from now on: what is agreed on changes with it, as by [`Self::reword`]. A first
    /// day still to come that `is_gone` becomes `next`.
    pub fn follow(self, is_gone: impl Fn(Day) -> bool, next: Option<Day>, now: Instant) -> Outcome {
        let begins_on = self.begins_on.filter(|day| *day >= now.day() && is_gone(*day));
        let reworded = self.reword(now)?;
        match (begins_on, next) {
            (Some(_), Some(next)) => Ok(Self { begins_on: Some(next), begins_by: Side::Place, ..reworded }),
            _ => Ok(reworded),
        }
    }

    pub fn pause(self, until: Day, now: Instant) -> Outcome {
        if !self.state.has_begun() {
            return Err(Refused::WrongState);
        }
        can_be_chosen(until, now.day())?;
        let since = if matches!(self.state, State::Paused { .. }) { self.state_since } else { now };
        Ok(Self { state_since: since, ..self.into_state(State::Paused { until }, now) })
    }

    pub fn resume(self, now: Instant) -> Outcome {
        match self.state {
            State::Paused { .. } => Ok(self.into_state(State::Active, now)),
            _ => Err(Refused::WrongState),
        }
    }

    /// Ends the engagement, from every live state, by either side, at once (FX-06).
    pub fn end(self, by: EndedBy, reason: Option<EndReason>, note: String, now: Instant) -> Outcome {
        self.live()?;
        Ok(Self { end_note: note, ..self.into_state(State::Ended { by, reason }, now) })
    }

    /// The day of the next talk; the one before is held or given up.
    pub fn set_talk(self, day: Day, now: Instant) -> Outcome {
        self.live()?;
        can_be_chosen(day, now.day())?;
        if self.talk_on == Some(day) && self.talk_held_on.is_none() {
            return Err(Refused::Already);
        }
        Ok(Self { talk_on: Some(day), talk_held_on: None, reminded_at: None, updated_at: now, ..self })
    }

    pub fn hold_talk(self, day: Day, now: Instant) -> Outcome {
        if !self.state.has_begun() || self.talk_held_on.is_some() {
            return Err(Refused::WrongState);
        }
        if day > now.day() {
            return Err(Refused::Day);
        }
        Ok(Self { talk_held_on: Some(day), updated_at: now, ..self })
    }

    /// The place thanks; also when it was the volunteer who stopped.
    pub fn thank(self, thanks: String, now: Instant) -> Outcome {
        if self.state.is_live() || !self.thanks.is_empty() {
            return Err(Refused::WrongState);
        }
        Ok(Self { thanks, updated_at: now, ..self })
    }

    pub fn reminded(self, now: Instant) -> Self {
        Self { reminded_at: Some(now), ..self }
    }
}

#[cfg(test)]
mod tests;
