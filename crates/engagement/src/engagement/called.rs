//! POST /engagementer/{id}/ringet: somebody without an address was told by telephone what nobody could write to them.

use axum::{extract::Path, response::Response};
use samskab_kernel::{Instant, codes};
use samskab_store::{Result as Stored, Tx};
use samskab_taskbank::notice;
use samskab_web::{Cx, Result};

use super::{Engagement, EngagementId, Step, StepKind, door::Door, letter::News, store};
use crate::T;
use samskab_interest::history::By;

codes! {
    /// What somebody without an address has to be told by telephone. The text of a step [`StepKind::ToCall`].
    pub enum CallAbout {
        Ended => "ended",
        Cancelled => "cancelled",
        EndsOn => "ends_on",
        Moved => "moved",
        Begun => "begun",
    }
}

impl CallAbout {
    /// What a letter would tell that nobody has said on the telephone; `None`: it came of a talk, or waits for the place by
    /// itself.
    pub(super) fn of(news: News<'_>) -> Option<Self> {
        match news {
            News::Ended { .. } => Some(Self::Ended),
            News::Cancelled { .. } => Some(Self::Cancelled),
            News::EndsOn { .. } => Some(Self::EndsOn),
            News::TaskMoved => Some(Self::Moved),
            News::Begun { .. } => Some(Self::Begun),
            _ => None,
        }
    }

    /// What is said, as a sentence to whoever calls.
    pub(super) fn sentence(self, t: T) -> &'static str {
        match self {
            Self::Ended => t.engagement_call_ended(),
            Self::Cancelled => t.engagement_call_cancelled(),
            Self::EndsOn => t.engagement_call_ends_on(),
            Self::Moved => t.engagement_call_moved(),
            Self::Begun => t.engagement_call_begun(),
        }
    }
}

/// The call that is still owed, by the history. Pure.
pub(super) fn owed(steps: &[Step]) -> Option<CallAbout> {
    steps.iter().fold(None, |owed, step| match step.kind {
        StepKind::ToCall => step.text.parse().ok(),
        StepKind::Called => None,
        _ => owed,
    })
}

/// After everything else of the same transaction.
const LAST: i64 = 5;

/// No letter reaches them: the call stands on the worklist of the place until it is noted.
pub(super) async fn to_call(tx: &mut Tx, engagement: &Engagement, about: CallAbout) -> Stored<()> {
    let at = Instant::from_micros(tx.now().micros() + LAST);
    store::add_step_at(tx, engagement.id, at, By::Program, StepKind::ToCall, about.code()).await
}

pub async fn called(cx: Cx, Path(id): Path<EngagementId>) -> Result<Response> {
    let door = Door::Place(id);
    let mut tx = cx.write().await?;
    let opened = door.open_locked(&cx, &mut tx).await?;
    let to = cx.back_to_overview_or(door.href());
    if owed(&store::steps(&mut tx, cx.tenant.id, id).await?).is_none() {
        return cx.redirect(to); // pressed twice, or a colleague has called
    }
    store::add_step_of(&mut tx, id, LAST + 1, door.by(&cx)?, StepKind::Called).await?;
    notice::settle(&mut tx, &opened.engagement.href()).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "interest-flash-called")
}
