//! The days of plans – steps that have a day, on which they were done or are to be, and when an adopted policy is looked at again – in the year wheel of those who work here
//! and, of plans that everybody may read, in the public calendar and the calendars that subscribe to it.

use samskab_kernel::{Day, Instant};
use samskab_store::Connection;
use samskab_web::{
    Cx, Result,
    icalendar::{Event, Status},
    module::{BoxFuture, PublicDate, YearDate},
};

use crate::{
    T,
    policy::{Policy, PolicyState},
    rules::over,
    step::{Precision, Step, StepState},
    store::{self, Dated},
};

/// A day that a plan says something of.
struct PlanDate<'a> {
    day: Day,
    policy: &'a Policy,
    /// `None`: it is looked at again.
    step: Option<&'a Step>,
}

/// Dates from `from` up to but without `to`; nothing about policies that were given up or replaced, and no steps that
/// were not carried out before the adoption. Pure.
fn between(dated: &Dated, from: Day, to: Day) -> Vec<PlanDate<'_>> {
    let Dated { policies, steps, plans } = dated;
    let goes_on = |policy: &&Policy| policy.takes_steps();
    let has_day = |step: &&Step| step.precision == Precision::Day && step.state != StepState::Cancelled;
    let of_steps = steps.iter().filter(has_day).filter_map(|step| {
        let policy = policies.iter().filter(goes_on).find(|policy| policy.id == step.policy)?;
        let date = PlanDate { day: step.span(None).0, policy, step: Some(step) };
        over(policy, plans, step).is_none().then_some(date)
    });
    let of_revisions = policies.iter().filter(|policy| policy.state == PolicyState::Adopted);
    let of_revisions =
        of_revisions.filter_map(|policy| Some(PlanDate { day: policy.revise_by?, policy, step: None }));
    let mut dates: Vec<PlanDate> =
        of_steps.chain(of_revisions).filter(|date| date.day >= from && date.day < to).collect();
    dates.sort_by_key(|date| date.day);
    dates
}

impl PlanDate<'_> {
    fn title(&self, t: T) -> String {
        match self.step {
            Some(step) => t.date_step(self.policy.title.as_str(), step.title.as_str()),
            None => t.date_revision(self.policy.title.as_str()),
        }
    }

    fn href(&self) -> String {
        match self.step {
            Some(step) => format!("{}/plan#trin-{}", self.policy.href(), step.id),
            None => self.policy.href(),
        }
    }

    fn is_done(&self) -> bool {
        self.step.is_some_and(|step| !step.is_open())
    }

    /// The calendar shows the closing of its hearing anyway.
    fn is_there_already(&self) -> bool {
        self.step.is_some_and(|step| step.hearing.is_some())
    }
}

/// The days of plans from `from` to `to`. Runs at most four queries.
pub(crate) fn year_dates<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    from: Day,
    to: Day,
) -> BoxFuture<'a, Result<Vec<YearDate>>> {
    Box::pin(async move {
        let t = T(cx.locale);
        let dated = store::dated(connection, cx.tenant.id, from, to).await?;
        let date = |date: PlanDate| YearDate {
            day: date.day,
            title: date.title(t),
            href: date.href(),
            kind: t.policy_list_title(),
            is_done: date.is_done(),
        };
        Ok(between(&dated, from, to).into_iter().map(date).collect())
    })
}

/// Dates that everybody may read. Runs at most four queries.
pub(crate) fn public_dates<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    from: Instant,
    to: Instant,
) -> BoxFuture<'a, Result<Vec<PublicDate>>> {
    Box::pin(async move {
        let (from, to) = (from.day(), to.day());
        let dated = store::dated(connection, cx.tenant.id, from, to).await?;
        let dates = between(&dated, from, to).into_iter();
        let public = dates.filter(|date| date.policy.is_for_all() && !date.is_there_already());
        Ok(public.map(|date| public_date(cx, &date)).collect())
    })
}

fn public_date(cx: &Cx, date: &PlanDate) -> PublicDate {
    let t = T(cx.locale);
    let (id, created_at, updated_at) = match date.step {
        Some(step) => (format!("{}-trin", step.id), step.created_at, step.updated_at),
        None => (format!("{}-revision", date.policy.id), date.policy.created_at, date.policy.updated_at),
    };
    PublicDate {
        kind: "politikker",
        heading: t.policy_list_title(),
        href: date.href(),
        event: Event {
            uid: id,
            // Grows with each change, so that a calendar that has the entry takes the later day.
            sequence: (updated_at.micros() - created_at.micros()) / 1_000_000,
            status: Status::Confirmed,
            starts_at: date.day.start(),
            ends_at: date.day.end(),
            created_at,
            modified_at: updated_at,
            summary: date.title(t),
            location: String::new(),
            description: date.step.map(|step| step.matter.clone()).unwrap_or_default(),
            url: cx.absolute(&date.href()),
            alarm_minutes: None,
        },
    }
}

#[cfg(test)]
mod tests {
    use samskab_meetings::meeting::Verdict;
    use uuid::Uuid;

    use super::*;
    use crate::{policy::PolicyKind, step::StepKind};

    #[test]
    fn a_step_with_a_day_and_the_revision_stand_in_the_year_and_nothing_of_what_is_over() {
        let now = Day::of(2026, 1, 1).at(9, 0);
        let policy = |id: u128, state, revise_by| Policy {
            state,
            revise_by,
            ..Policy::new(Uuid::from_u128(id).into(), "Frivilligpolitik", PolicyKind::Values, now)
        };
        let policies = [
            policy(1, PolicyState::UnderWay, None),
            policy(2, PolicyState::Adopted, Some(Day::of(2026, 9, 1))),
            policy(3, PolicyState::Stopped, Some(Day::of(2026, 9, 1))),
        ];
        let step = |id: u128, policy: u128, day: Day| {
            let kind = StepKind::Write;
            Step::new(Uuid::from_u128(id).into(), Uuid::from_u128(policy).into(), kind, (day, day), now)
        };
        let steps = [
            step(10, 1, Day::of(2026, 3, 2)),
            Step { precision: Precision::Month, ..step(11, 1, Day::of(2026, 4, 1)) },
            Step { state: StepState::Cancelled, ..step(12, 1, Day::of(2026, 5, 1)) },
            step(13, 3, Day::of(2026, 6, 1)),
            step(14, 1, Day::of(2027, 1, 1)),
        ];
        // The council adopted it between two steps of its plan.
        let council = |id, day| Step {
            kind: StepKind::Council,
            place: 2,
            state: StepState::Held,
            verdict: Some(Verdict::Approved),
            ..step(id, 2, day)
        };
        let plans = vec![
            step(20, 2, Day::of(2026, 2, 3)),
            council(21, Day::of(2026, 3, 3)),
            Step { kind: StepKind::Evaluate, place: 3, ..step(22, 2, Day::of(2026, 4, 3)) },
        ];
        let dated = Dated { policies: policies.into(), steps: [&steps[..], &plans[..]].concat(), plans };
        let told = between(&dated, Day::of(2026, 1, 1), Day::of(2027, 1, 1));
        let days: Vec<Day> = told.iter().map(|date| date.day).collect();
        let (held, later) = (Day::of(2026, 3, 3), Day::of(2026, 4, 3));
        assert_eq!(days, [Day::of(2026, 3, 2), held, later, Day::of(2026, 9, 1)]);
    }
}
