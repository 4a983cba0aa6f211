//! Where a proposal that was handed on is on its way to a decision: the same words on its page, for those who hand it on and
//! in the mail to its writer. A meeting is named only where the proposal is on its agenda.

use samskab_kernel::{Day, Instant, TenantId};
use samskab_meetings::meeting::{self, Item, Meeting, MeetingState};
use samskab_organisation::body::BodyId;
use samskab_store::{Connection, Result};

use super::{Proposal, ProposalState};
use crate::T;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outlook {
    /// On the agenda of a meeting on this day.
    OnAgenda(Day),
    /// That meeting is over, and its minutes are not approved.
    WasOnAgenda(Day),
    /// On no agenda; the last day on which the body met since it waits, if it did.
    Waits(Option<Day>),
}

/// The point of a proposal, and the meeting on whose agenda it is. Two queries at most.
pub(super) async fn point(
    connection: &mut Connection,
    tenant: TenantId,
    proposal: &Proposal,
) -> Result<Option<(Item, Meeting)>> {
    let Some(item) = proposal.item else { return Ok(None) };
    let Some(item) = meeting::store::find_item(connection, tenant, item).await? else { return Ok(None) };
    let meeting = meeting::store::find(connection, tenant, item.meeting).await?;
    Ok(meeting.map(|meeting| (item, meeting)))
}

impl Outlook {
    /// `point`: as [`point`] finds it. One query at most; none for what is not handed on.
    pub async fn of(
        connection: &mut Connection,
        tenant: TenantId,
        (proposal, point): (&Proposal, Option<&(Item, Meeting)>),
        decider: Option<BodyId>,
        now: Instant,
    ) -> Result<Self> {
        if proposal.state != ProposalState::HandedOn {
            return Ok(Self::Waits(None));
        }
        if proposal.item.is_some() {
            return Ok(point.map_or(Self::Waits(None), |(_, meeting)| Self::on(meeting, now)));
        }
        let Some(decider) = decider else { return Ok(Self::Waits(None)) };
        let held = meeting::store::between(connection, tenant, proposal.state_since, now).await?;
        // Of a meeting that nobody was called to, nobody knows whether it was held.
        let is_theirs =
            |one: &&Meeting| one.body == decider && one.ends_at <= now && one.state != MeetingState::Planned;
        let last = held.iter().rfind(is_theirs);
        Ok(Self::Waits(last.map(|last| last.starts_at.day())))
    }

    fn on(meeting: &Meeting, now: Instant) -> Self {
        let day = meeting.starts_at.day();
        if meeting.ends_at > now { Self::OnAgenda(day) } else { Self::WasOnAgenda(day) }
    }

    /// In words; `body`: the body that decides.
    pub fn said(self, t: T, body: &str) -> String {
        match self {
            Self::OnAgenda(day) => t.proposal_is_on_agenda(body, t.0.day(day)),
            Self::WasOnAgenda(day) => t.proposal_was_on_agenda(body, t.0.day(day)),
            Self::Waits(None) => t.proposal_waits(body),
            Self::Waits(Some(day)) => t.proposal_waits_on(body, t.0.day(day)),
        }
    }
}
