//! Six letters that identify a task on paper. Nothing is stored: they are derived from the task's id, and public
//! tasks are searched for them when somebody types them.

use samskab_kernel::TenantId;
use samskab_store::{Connection, Result};

use crate::task::TaskId;

samskab_store::statements! {
    PUBLIC = "select id from task where tenant_id = $1 and state in ('open', 'filled')";
}

const LETTERS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
const LENGTH: usize = 6;

/// `k7q2ma`: without letters that look alike. Of 20,000 open tasks hardly ever two have the same.
pub fn letters(task: TaskId) -> String {
    let mut number = task.uuid().as_u64_pair().1;
    let mut letters = String::with_capacity(LENGTH);
    for _ in 0..LENGTH {
        letters.push(char::from(LETTERS[usize::try_from(number % 31).unwrap_or_default()]));
        number /= 31;
    }
    letters
}

/// The public task with these letters; `None` also when two have them.
pub async fn find(connection: &mut Connection, tenant: TenantId, typed: &str) -> Result<Option<TaskId>> {
    let typed = typed.trim().to_lowercase();
    if typed.len() != LENGTH {
        return Ok(None);
    }
    let public: Vec<TaskId> = connection.query(&PUBLIC).bind(tenant).scalars().await?;
    let mut found = public.into_iter().filter(|task| letters(*task) == typed);
    Ok(match (found.next(), found.next()) {
        (Some(task), None) => Some(task),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use samskab_kernel::{Dice, Instant};

    use super::*;

    #[test]
    fn the_letters_of_many_tasks_differ() {
        let (dice, now) = (Dice::seeded(3), Instant::from_micros(1_700_000_000_000_000));
        let all: HashSet<String> = (0..5_000).map(|_| letters(dice.id(now))).collect();
        assert!(all.len() >= 4_999, "{}", all.len());
        assert!(all.iter().all(|letters| letters.len() == LENGTH));
    }
}
