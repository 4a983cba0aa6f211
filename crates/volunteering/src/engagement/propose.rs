//! The place said yes to an interest: both are asked to agree.

use samskab_kernel::{Day, Instant};
use samskab_organisation::person::PersonId;
use samskab_store::{Result, Tx};
use samskab_web::Tenant;

use super::{Agreement, Engagement, EngagementId, StepKind, Words, event::EngagementProposed, store};
use crate::{
    interest::{Interest, store::By},
    task::{self, Task, Time},
};

/// Proposes an engagement for an accepted interest, in the transaction that accepts it. There is one live
/// engagement an interest: a second call gives the first again. `by`: who of the place accepted; `None`: the
/// volunteer accepted the place's invitation.
pub async fn propose(
    tx: &mut Tx,
    municipality: &Tenant,
    interest: &Interest,
    person: PersonId,
    by: Option<PersonId>,
) -> Result<EngagementId> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let before = store::of_interest(tx, tenant, interest.id).await?;
    if let Some(before) = before.filter(|before| before.state.is_live()) {
        return Ok(before.id);
    }
    let shown = task::store::shown(tx, tenant, interest.task, now.day()).await?;
    let begins_on = shown.as_ref().and_then(|shown| first_day(&shown.task, now.day()));
    let engagement = Engagement::proposed(tx.new_id(), interest, person, begins_on, now);
    store::add(tx, &engagement).await?;
    let text = String::new();
    let _ = municipality;
    store::add_agreement(tx, engagement.id, &first_version(text, begins_on, now)).await?;
    let by = by.map_or(By::Volunteer, By::Person);
    store::add_step(tx, engagement.id, by, StepKind::Proposed, "").await?;
    tx.record(EngagementProposed::of(&engagement)).await?;
    Ok(engagement.id)
}

fn first_version(text: String, begins_on: Option<Day>, now: Instant) -> Agreement {
    Agreement {
        version: 1,
        text,
        volunteer: Words::default(),
        place: Words::default(),
        begins_on,
        changed: Vec::new(),
        agreed_at: None,
        created_at: now,
        updated_at: now,
    }
}

/// The next day on which the task is done; `None` where they find one together.
fn first_day(task: &Task, today: Day) -> Option<Day> {
    match task.time {
        Time::OneOff { day, .. } if day >= today => Some(day),
        _ => task.occurrences(today.plus_days(1), today.plus_days(60)).first().map(|(start, _)| start.day()),
    }
}
