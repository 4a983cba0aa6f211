//! The days of a task on which all its shifts were called off: nobody is invited to those.

use std::collections::{HashMap, HashSet};

use samskab_kernel::{Day, Instant, TenantId};
use samskab_store::{Connection, Result};
use samskab_taskbank::task::TaskId;

samskab_store::statements! {
    /// The shifts to come of the tasks of which one was called off.
    SHIFTS = "select s.task_id, s.starts_at, s.state from shift s
              where s.tenant_id = $1 and s.starts_at >= $2 and s.task_id in (
                  select c.task_id from shift c where c.tenant_id = $1 and c.starts_at >= $2 and c.state = 'cancelled')
              order by s.starts_at, s.id limit 5000";
}

type ShiftRow = (TaskId, Instant, String);

/// From today on.
#[derive(Debug, Default)]
pub struct CalledOff(HashSet<(TaskId, Day)>);

impl CalledOff {
    /// Of every task of the municipality. One query.
    pub async fn read(connection: &mut Connection, tenant: TenantId, today: Day) -> Result<Self> {
        let rows: Vec<ShiftRow> = connection.query(&SHIFTS).bind(tenant).bind(today.start()).all().await?;
        Ok(Self::of(rows))
    }

    fn of(rows: Vec<ShiftRow>) -> Self {
        let mut held: HashMap<(TaskId, Day), bool> = HashMap::new();
        for (task, starts_at, state) in rows {
            *held.entry((task, starts_at.day())).or_default() |= state != "cancelled";
        }
        Self(held.into_iter().filter(|(_, is_held)| !is_held).map(|(day, _)| day).collect())
    }

    pub fn includes(&self, task: TaskId, day: Day) -> bool {
        self.0.contains(&(task, day))
    }

    /// Those of one task, in order.
    pub fn days_of(&self, task: TaskId) -> Vec<Day> {
        let mut days: Vec<Day> = self.0.iter().filter(|(of, _)| *of == task).map(|(_, day)| *day).collect();
        days.sort_unstable();
        days
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
        assert_eq!(CalledOff::of(rows).days_of(task), [first]);
    }
}
