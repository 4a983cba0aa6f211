//! The closings of hearings in the public calendar, and in the calendars that subscribe to it.

use samskab_kernel::Instant;
use samskab_store::Connection;
use samskab_web::{
    Cx, Result,
    icalendar::{Event, Status},
    module::{BoxFuture, PublicDate},
};

use crate::{
    T,
    hearing::{Hearing, Phase},
    store,
};

/// Hearings that anybody may see, at their closing. Runs one query.
pub(crate) fn public_dates<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    from: Instant,
    to: Instant,
) -> BoxFuture<'a, Result<Vec<PublicDate>>> {
    Box::pin(async move {
        let now = cx.now();
        let hearings = store::closing_between(connection, cx.tenant.id, from, to).await?;
        Ok(hearings.iter().filter(|one| one.is_known(now)).map(|one| date(cx, one)).collect())
    })
}

fn date(cx: &Cx, hearing: &Hearing) -> PublicDate {
    let t = T(cx.locale);
    let is_off = hearing.phase(cx.now()) == Phase::CalledOff;
    let closes_at = hearing.closes_at;
    PublicDate {
        kind: "hoeringer",
        heading: t.hearing_list_title(),
        href: hearing.href(),
        event: Event {
            uid: format!("{}-frist", hearing.id),
            // Grows with each change, so that a calendar that has the entry takes the later closing.
            sequence: (hearing.updated_at.micros() - hearing.created_at.micros()) / 1_000_000,
            status: if is_off { Status::Cancelled } else { Status::Confirmed },
            starts_at: closes_at,
            ends_at: closes_at,
            created_at: hearing.created_at,
            modified_at: hearing.updated_at,
            summary: t.hearing_calendar_closing(hearing.title.as_str()),
            location: String::new(),
            description: hearing.why.clone(),
            url: cx.absolute(&hearing.href()),
            alarm_minutes: None,
        },
    }
}
