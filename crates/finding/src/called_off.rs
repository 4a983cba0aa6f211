//! The days on which a task is not done: the municipality is closed, or all shifts of the day were called off. Nobody is
//! invited to those.

use std::{collections::HashMap, sync::Arc};

use samskab_kernel::{Day, Instant, TenantId, holiday::ClosingDays};
use samskab_store::{Connection, Result};
use samskab_taskbank::task::{Off, Task, TaskCard, TaskId};

samskab_store::statements! {
    /// The shifts to come of the tasks of which one was called off.
    SHIFTS = "select s.task_id, s.starts_at, s.state from shift s
              where s.tenant_id = $1 and s.starts_at >= $2 and s.task_id in (
                  select c.task_id from shift c where c.tenant_id = $1 and c.starts_at >= $2 and c.state = 'cancelled')
              order by s.starts_at, s.id limit $3";
}

/// At most this many shifts are looked at: of fifty tasks with a shift each day more than three months.
const MOST: u16 = 5_000;

type ShiftRow = (TaskId, Instant, String);

/// From today on, those of each task in order.
#[derive(Debug, Default)]
pub struct CalledOff(HashMap<TaskId, Vec<Day>>);

impl CalledOff {
    /// Of every task of the municipality. One query.
    pub async fn read(connection: &mut Connection, tenant: TenantId, today: Day) -> Result<Self> {
        let shifts = connection.query(&SHIFTS).bind(tenant).bind(today.start()).bind(i64::from(MOST));
        Ok(Self::of(shifts.all().await?, usize::from(MOST)))
    }

    fn of(mut rows: Vec<ShiftRow>, most: usize) -> Self {
        // Of the last day that was read others may be missing.
        if let Some((_, last, _)) = rows.last().filter(|_| rows.len() >= most) {
            let last = last.day();
            rows.retain(|(_, starts_at, _)| starts_at.day() < last);
        }
        let mut held: HashMap<(TaskId, Day), bool> = HashMap::new();
        for (task, starts_at, state) in rows {
            *held.entry((task, starts_at.day())).or_default() |= state != "cancelled";
        }
        let mut days: HashMap<TaskId, Vec<Day>> = HashMap::new();
        for ((task, day), _) in held.into_iter().filter(|(_, is_held)| !is_held) {
            days.entry(task).or_default().push(day);
        }
        days.values_mut().for_each(|days| days.sort_unstable());
        Self(days)
    }

    /// Those of one task, in order.
    pub(crate) fn days_of(&self, task: TaskId) -> &[Day] {
        self.0.get(&task).map(Vec::as_slice).unwrap_or_default()
    }
}

/// The days on which the tasks of a municipality are not done.
pub struct DaysOff {
    closing: ClosingDays,
    called_off: Arc<CalledOff>,
}

impl DaysOff {
    pub(crate) fn new(closing: ClosingDays, called_off: Arc<CalledOff>) -> Self {
        Self { closing, called_off }
    }

    pub fn of(&self, card: &TaskCard) -> Off<'_> {
        card.off(&self.closing).and(self.called_off_of(card.id))
    }

    pub fn of_task(&self, task: &Task) -> Off<'_> {
        task.off(&self.closing).and(self.called_off_of(task.id))
    }

    /// Those that the place has cancelled, from today on, in order.
    pub(crate) fn called_off_of(&self, task: TaskId) -> &[Day] {
        self.called_off.days_of(task)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_off_when_none_of_its_shifts_is_held() {
        let (task, first) = (TaskId::from_uuid(uuid::Uuid::from_u128(1)), Day::of(2026, 12, 1));
        let row =
            |day: i32, hour: i8, state: &str| (task, first.plus_days(day).at(hour, 0), state.to_owned());
        let rows = vec![
            row(0, 14, "cancelled"),
            row(0, 16, "cancelled"),
            row(1, 14, "cancelled"),
            row(1, 16, "planned"),
            row(2, 14, "asked"),
        ];
        assert_eq!(CalledOff::of(rows.clone(), 6).days_of(task), [first]);
        assert!(
            CalledOff::of(rows[..2].to_vec(), 2).days_of(task).is_empty(),
            "the rest of the day was not read"
        );
    }
}
