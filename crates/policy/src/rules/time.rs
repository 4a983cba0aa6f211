//! On which days the steps of a plan are, with the days of their hearings; and which meeting they wait for.

use samskab_kernel::{Day, Locale};

use super::Facts;
use crate::step::{Step, StepKind, StepState};

impl Facts<'_> {
    /// The days of the hearing of a step; `None`: it has none, or nobody has announced it.
    fn hearing_days(&self, step: &Step) -> Option<(Day, Day)> {
        let fact = self.hearing_of(step).filter(|_| step.state != StepState::Cancelled)?;
        fact.phase.days(fact.period())
    }

    /// First and last day of a step, as planned or as carried out.
    pub fn span(&self, step: &Step) -> (Day, Day) {
        step.span(self.hearing_days(step))
    }

    /// The same in words.
    pub fn time(&self, step: &Step, locale: Locale) -> String {
        step.time(locale, self.hearing_days(step))
    }

    /// Whether a body can take a step up in a meeting of this day. The council can as soon as the committee has recommended, although
    /// the plan had thought of a later time; not before a day that somebody moved it to.
    pub fn is_for_agenda_of(&self, step: &Step, day: Day) -> bool {
        let committee = self.of_kind(StepKind::Committee).last();
        let is_recommended =
            committee.is_some_and(|one| one.is_approved() && one.done_on.is_some_and(|on| on <= day));
        let is_early = step.kind == StepKind::Council && is_recommended && !step.is_moved_to_a_day();
        step.is_for_agenda_of(day) || step.waits_for_agenda() && is_early
    }
}
