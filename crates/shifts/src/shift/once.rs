//! Somebody stood in, this once, without an agreement. The hours they gave belong to an engagement that ended when
//! the shift did: they are seen, thanked for, proved and forgotten like everybody's. Nobody agreed on anything, so no
//! agreement is in force, and nobody is asked for anything.

use samskab_engagement::engagement::{
    EndReason, EndedBy, Engagement, EngagementId, State, StateKind, StepKind, event::EngagementEnded,
    first_version, store,
};
use samskab_interest::history::By;
use samskab_kernel::Locale;
use samskab_organisation::person;
use samskab_store::{Result, Tx};

use super::{Booking, Shift};
use crate::T;

/// The engagement that a stand-in's hours belong to: one that they have or had with the task, else a new one, whose
/// event the caller must record last. The shift is locked, so that two who check it off at the same time make only
/// one.
pub async fn stood_in(
    tx: &mut Tx,
    shift: &Shift,
    booking: &Booking,
    title: &str,
) -> Result<(EngagementId, Option<EngagementEnded>)> {
    let tenant = tx.tenant();
    let mut known = store::of_person(tx, tenant, booking.person).await?;
    known.retain(|one| one.task == shift.task && one.state.kind() != StateKind::Proposed);
    if let Some(one) = known.iter().max_by_key(|one| (one.state.is_live(), one.state_since)) {
        return Ok((one.id, None));
    }
    let now = tx.now();
    let locale = person::store::find(tx, tenant, booking.person).await?.map_or(Locale::Da, |one| one.locale);
    let day = shift.starts_at.day();
    let engagement = Engagement {
        state: State::Ended { by: EndedBy::Task, reason: Some(EndReason::TaskDone) },
        state_since: shift.ends_at,
        ..Engagement::new(tx.new_id(), shift.task, booking.person, booking.persons, Some(day), now)
    };
    store::add(tx, &engagement).await?;
    let text = T(locale).engagement_once_text(title, shift.when(locale, now.day()));
    store::add_agreement(tx, engagement.id, &first_version(text, Some(day), now)).await?;
    store::add_step(tx, engagement.id, By::Program, StepKind::Ended, "").await?;
    Ok((engagement.id, Some(EngagementEnded::of(&engagement))))
}
