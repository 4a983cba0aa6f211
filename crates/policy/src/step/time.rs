//! When a step is planned, and when it was done: pages, files and the drawing ask here. Pure.

use samskab_kernel::{Day, Locale};

use super::{Precision, Step, StepState};
use crate::T;

impl Step {
    /// When it is planned: "19. april 2026", "april 2026", "januar–juni 2026"
    pub fn when(&self, locale: Locale) -> String {
        match self.precision {
            Precision::Day => locale.day(self.starts_on),
            Precision::Month => locale.months(self.starts_on, self.starts_on),
            Precision::Months => locale.months(self.starts_on, self.ends_on),
        }
    }

    /// The day on which it was done.
    pub fn was_done_on(&self) -> Option<Day> {
        self.done_on.filter(|_| self.state == StepState::Held)
    }

    /// From which day to which it goes: as long as its hearing, where that has days; on the day on which it was done; else as it is
    /// planned.
    pub fn span(&self, hearing: Option<(Day, Day)>) -> (Day, Day) {
        match (hearing, self.was_done_on()) {
            (Some(days), _) => days,
            (None, Some(on)) => (on, on),
            (None, None) => (self.starts_on, self.ends_on),
        }
    }

    /// The same in words, with what was planned where it came otherwise: "Udført 30. november 2026, planlagt til februar 2027"
    pub fn time(&self, locale: Locale, hearing: Option<(Day, Day)>) -> String {
        let (t, (from, to)) = (T(locale), self.span(hearing));
        let said = match (hearing, self.was_done_on()) {
            (Some(_), _) if from == to => locale.day(from),
            (Some(_), _) => format!("{} – {}", locale.day(from), locale.day(to)),
            (None, Some(on)) => t.step_was_done(locale.day(on)),
            (None, None) => return self.when(locale),
        };
        match from >= self.starts_on && to <= self.ends_on {
            true => said,
            false => t.step_planned_for(self.when(locale), said),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::step::StepKind;

    fn step(precision: Precision, from: Day, to: Day) -> Step {
        let now = Day::of(2026, 1, 1).at(9, 0);
        let (id, policy) = (Uuid::from_u128(1).into(), Uuid::from_u128(2).into());
        let (starts_on, ends_on) = precision.span(from, to);
        Step { precision, starts_on, ends_on, ..Step::new(id, policy, StepKind::Other, (from, to), now) }
    }

    #[test]
    fn a_time_is_a_day_a_month_or_several() {
        let said = |precision, from, to| step(precision, from, to).when(Locale::Da);
        let (april, june) = (Day::of(2026, 4, 19), Day::of(2026, 6, 3));
        assert_eq!(said(Precision::Day, april, april), "19. april 2026");
        assert_eq!(said(Precision::Month, april, april), "april 2026");
        assert_eq!(said(Precision::Months, april, april), "april 2026", "a month is said once");
        assert_eq!(said(Precision::Months, april, june), "april–juni 2026");
        assert_eq!(said(Precision::Months, april, Day::of(2027, 4, 1)), "april 2026 – april 2027");
        assert_eq!(Precision::Months.span(april, june), (Day::of(2026, 4, 1), Day::of(2026, 6, 30)));
        assert_eq!(Precision::Month.span(Day::of(2026, 12, 9), april).1, Day::of(2026, 12, 31));
    }

    #[test]
    fn what_was_done_says_its_day_and_a_hearing_its_own_days() {
        let planned = step(Precision::Month, Day::of(2027, 2, 1), Day::of(2027, 2, 1));
        assert_eq!(planned.time(Locale::Da, None), "februar 2027");
        let done = |on: Day| Step { state: StepState::Held, done_on: Some(on), ..planned.clone() };
        let early = Day::of(2026, 11, 30);
        let said = "Udført 30. november 2026, planlagt til februar 2027";
        assert_eq!(done(early).time(Locale::Da, None), said);
        assert_eq!(done(early).span(None), (early, early));
        assert_eq!(done(Day::of(2027, 2, 9)).time(Locale::Da, None), "Udført 9. februar 2027");
        let hearing = Some((Day::of(2027, 2, 1), Day::of(2027, 2, 20)));
        assert_eq!(done(early).time(Locale::Da, hearing), "1. februar 2027 – 20. februar 2027");
        assert_eq!(Some(done(early).span(hearing)), hearing);
    }
}
