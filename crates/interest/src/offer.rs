//! The table `waiting_list_offer`: a place that became free, offered to whoever is first on the waiting list, with a
//! time to answer by. It is kept for them until they answer or the time is up; nobody is assigned (FX-06).

use std::collections::HashMap;

use samskab_kernel::{Instant, TenantId, codes, jiff::SignedDuration};
use samskab_store::{Connection, Result, Tx};
use samskab_taskbank::task::{Off, TaskId, Time};

use super::InterestId;

codes! {
    /// The answer to an offer.
    pub enum Answer { Yes => "yes", No => "no", Late => "late" }
}

/// Days to answer in, where the task leaves them.
const DAYS: i32 = 3;
/// Hours before the task begins by which the place must know who comes.
const HOURS_BEFORE: i64 = 12;
/// With fewer hours than this to answer in, somebody calls instead.
const LEAST_HOURS: i64 = 6;

/// By when an offer made at `now` must be answered; `None`: there is no time for mail.
pub fn answer_due(time: &Time, now: Instant) -> Option<Instant> {
    let usual = now.day().plus_days(DAYS).end().minus(SignedDuration::from_mins(1));
    let begins = match time {
        Time::OneOff { .. } => time.next(now, 1, Off::NEVER).first().map(|(starts, _)| *starts),
        _ => None,
    };
    let due =
        begins.map_or(usual, |starts| usual.min(starts.minus(SignedDuration::from_hours(HOURS_BEFORE))));
    (due >= now.plus(SignedDuration::from_hours(LEAST_HOURS))).then_some(due)
}

samskab_store::statements! {
    STANDING = "select o.interest_id, o.answer_due_at from waiting_list_offer o
                join interest i on i.id = o.interest_id
                where o.tenant_id = $1 and o.task_id = $2 and o.answer = '' and i.state = 'waitlisted'";
    PASSED = "select interest_id, offered_at from waiting_list_offer
              where tenant_id = $1 and task_id = $2 and answer in ('no', 'late')";
    DUE = "select interest_id, task_id from waiting_list_offer
           where tenant_id = $1 and answer = '' and answer_due_at <= $2 order by answer_due_at limit 200";
    MAKE = "insert into waiting_list_offer (interest_id, tenant_id, task_id, offered_at, answer_due_at, answer)
            values ($1, $2, $3, $4, $5, '')
            on conflict (interest_id) do update
            set offered_at = excluded.offered_at, answer_due_at = excluded.answer_due_at, answer = ''";
    ANSWER = "update waiting_list_offer set answer = $3 where tenant_id = $1 and interest_id = $2 and answer = ''";
}

/// To whom a place of the task is offered now, and until when.
pub async fn standing(
    connection: &mut Connection,
    tenant: TenantId,
    task: TaskId,
) -> Result<HashMap<InterestId, Instant>> {
    let rows: Vec<(InterestId, Instant)> = connection.query(&STANDING).bind(tenant).bind(task).all().await?;
    Ok(rows.into_iter().collect())
}

/// Who let an offer of the task pass, and when it was made: they come after all others on the list.
pub async fn passed(
    connection: &mut Connection,
    tenant: TenantId,
    task: TaskId,
) -> Result<HashMap<InterestId, Instant>> {
    let rows: Vec<(InterestId, Instant)> = connection.query(&PASSED).bind(tenant).bind(task).all().await?;
    Ok(rows.into_iter().collect())
}

/// Offers whose time to answer is over at `now`.
pub async fn due(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
) -> Result<Vec<(InterestId, TaskId)>> {
    connection.query(&DUE).bind(tenant).bind(now).all().await
}

pub async fn make(tx: &mut Tx, interest: InterestId, task: TaskId, due: Instant) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&MAKE).bind(interest).bind(tenant).bind(task).bind(now).bind(due).execute().await?;
    Ok(())
}

/// Whether there was an offer to answer.
pub async fn answer(tx: &mut Tx, interest: InterestId, answer: Answer) -> Result<bool> {
    let tenant = tx.tenant();
    Ok(tx.query(&ANSWER).bind(tenant).bind(interest).bind(answer).execute().await? == 1)
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Day;
    use samskab_taskbank::task::time::Turn;

    use super::*;

    #[test]
    fn there_are_three_days_to_answer_and_less_when_the_task_is_near() {
        let now = Day::of(2026, 3, 2).at(9, 0);
        let flexible = Time::Flexible { minutes_per_week: Some(60), note: String::new(), until: None };
        assert_eq!(answer_due(&flexible, now), Some(Day::of(2026, 3, 5).at(23, 59)));
        let on = |day: Day| Time::OneOff { day, turn: Turn { start_minute: 14 * 60, duration: 60 } };
        assert_eq!(answer_due(&on(Day::of(2026, 3, 20)), now), Some(Day::of(2026, 3, 5).at(23, 59)));
        assert_eq!(answer_due(&on(Day::of(2026, 3, 4)), now), Some(Day::of(2026, 3, 4).at(2, 0)));
        assert_eq!(answer_due(&on(Day::of(2026, 3, 2)), now), None, "this afternoon: somebody calls");
    }
}
