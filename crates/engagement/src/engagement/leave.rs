//! What an exit of the task does to an agreement: it ends with a letter, ends on a day to come, or goes on at another
//! place. See `answer/exit.rs`, which knows whom it concerns.

use samskab_kernel::Day;
use samskab_store::{Result, Tx};
use samskab_web::{Services, Tenant};

use crate::T;

use super::{
    EndedBy, EngagementId,
    end::{give_place_back, save_ended},
    event::EngagementEnded,
    letter::News,
    store, tell,
};

/// What somebody who helps is told.
#[derive(Debug, Clone, Copy)]
pub enum Notice<'a> {
    /// The task ends on this day; the agreement with it.
    EndsOn { last_day: Day, reason: &'a str },
    /// Another place has the task from now on.
    Moved,
}

/// The task is over: an agreement whose interest carries no letter ends with one of its own.
pub async fn end_with_task(
    tx: &mut Tx,
    services: &Services,
    municipality: &Tenant,
    id: EngagementId,
    reason: &str,
) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(engagement) = store::locked(tx, id).await? else { return Ok(()) };
    let has_helped = engagement.has_helped(engagement.state.has_begun(), now.day());
    let Ok(ended) = engagement.end(EndedBy::Task, None, String::new(), now) else { return Ok(()) };
    save_ended(tx, &ended, None).await?;
    let letters = tell::LetterContext::of_job(services, municipality);
    tell::volunteer(tx, &letters, &ended, News::Cancelled { reason, has_helped }).await?;
    if !tell::has_address(tx, tenant, &ended).await? {
        let call = |t: T, name: &str, title: &str| t.interest_news_cancelled(name, title);
        tell::place(tx, &ended, "engagement.cancelled", call).await?;
    }
    tx.record_last(&EngagementEnded::of(&ended))
}

/// Of two agreements of one person about one task this one does not go on. Nobody is written to: the other one says all.
pub async fn end_as_doubled(tx: &mut Tx, municipality: &Tenant, id: EngagementId) -> Result<()> {
    let now = tx.now();
    let Some(engagement) = store::locked(tx, id).await? else { return Ok(()) };
    let has_helped = engagement.has_helped(engagement.state.has_begun(), now.day());
    let Ok(ended) = engagement.end(EndedBy::Place, None, String::new(), now) else { return Ok(()) };
    save_ended(tx, &ended, None).await?;
    give_place_back(tx, municipality, &ended, has_helped).await?;
    tx.record_last(&EngagementEnded::of(&ended))
}

pub async fn tell_of_task(
    tx: &mut Tx,
    services: &Services,
    municipality: &Tenant,
    id: EngagementId,
    notice: Notice<'_>,
) -> Result<()> {
    let tenant = tx.tenant();
    let Some(engagement) = store::find(tx, tenant, id).await? else { return Ok(()) };
    let letters = tell::LetterContext::of_job(services, municipality);
    let news = match notice {
        Notice::EndsOn { last_day, reason } => News::EndsOn { last_day, reason },
        Notice::Moved => News::TaskMoved,
    };
    tell::volunteer(tx, &letters, &engagement, news).await
}
