//! Who was invited to what, what they answered, and how often the tasks were seen.

use samskab_interest::InterestId;
use samskab_kernel::{Instant, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Db, Stamp};
use samskab_suggestion::matching::{
    Settings,
    invitation::{self, DeclineReason, Invitation, Kept, State},
    market::{self, opening_id, volunteer_id},
    suggestion,
};
use samskab_taskbank::{
    seen::{self, Place},
    task::TaskId,
};

use super::{
    DemoTown, days,
    files::{Entry, Files},
};

/// How far back it is counted how often the tasks were seen.
const SEEN_DAYS: i32 = 60;

/// An invitation as it is to be sent, once everybody can be found.
pub(super) struct InvitationToSend {
    task: TaskId,
    person: PersonId,
    by: PersonId,
    message: String,
    state: State,
    reason: Option<DeclineReason>,
    interest: Option<InterestId>,
    days_ago: i64,
}

impl DemoTown {
    pub(super) fn asked(&self, files: &Files) -> anyhow::Result<Vec<InvitationToSend>> {
        let read = |entry: &Entry<'_>| {
            let pair = (entry.text("volunteer")?.to_owned(), entry.text("task")?.to_owned());
            let state = entry.parsed("state")?;
            Ok(InvitationToSend {
                task: entry.known("task", &self.tasks)?.id,
                person: entry.known("volunteer", &self.people)?,
                by: entry.known("by", &self.people)?,
                message: entry.text("message")?.to_owned(),
                state,
                reason: entry.parsed_if_any("reason")?,
                interest: self.interests.get(&pair).copied().filter(|_| state == State::Accepted),
                days_ago: entry.number("days_ago")?,
            })
        };
        files.entries("invitation")?.iter().map(read).collect()
    }

    /// Every public task is seen, some of them hardly at all.
    pub(super) async fn add_seen(&mut self, files: &Files) -> anyhow::Result<()> {
        let overlooked = files.file_with("overlooked")?.all_known("overlooked", &self.tasks)?;
        for (entry, at) in files.entries("task")?.iter().zip(0_i64..) {
            let task = entry.known("key", &self.tasks)?;
            let Some(published) = task.published_at else { continue };
            let (task, published) = (task.id, self.today.number() - published.day().number());
            let is_overlooked = overlooked.iter().any(|one| one.id == task);
            for ago in 0..SEEN_DAYS.min(published) {
                let day = self.today.plus_days(-ago);
                let wave = (i64::from(ago) * 5 + at * 3) % 9;
                let list = if is_overlooked { i64::from(ago % 6 == 2) } else { 2 + wave };
                let page = if is_overlooked { i64::from(ago % 20 == 2) } else { wave / 3 };
                for (place, times) in
                    [(Place::List, list), (Place::Page, page), (Place::Suggestion, wave / 4)]
                {
                    if times > 0 && !(is_overlooked && place == Place::Suggestion) {
                        seen::add(&mut self.tx, task, day, place, times).await?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// Asked by hand, each with the reasons the engine finds now, and everybody's suggestions of today.
pub(super) async fn add_matches(
    db: &Db,
    tenant: TenantId,
    now: Instant,
    asked: Vec<InvitationToSend>,
) -> anyhow::Result<()> {
    let town = market::whole(&mut *db.read().await?, tenant, now).await?;
    let (market, today) = (&town.everybody, now.day());
    let open_days = i64::from(Settings::default().invitation_days);
    for one in asked {
        let sent_at = days::ago(now, one.days_ago);
        let mut tx = db.begin(Stamp { tenant, actor: Some(one.by.uuid()), now: sent_at }).await?;
        let found = match (market.volunteer(volunteer_id(one.person)), market.opening(opening_id(one.task))) {
            (Some(volunteer), Some(opening)) => market.explain(volunteer, opening.id, today),
            _ => None,
        };
        let kept = found.map(|found| Kept { score: found.score, reasons: found.explanation });
        let invitation = Invitation {
            id: tx.new_id(),
            task: one.task,
            person: one.person,
            stand_in: None,
            wave: 0,
            by: Some(one.by),
            message: one.message,
            score: kept.as_ref().map_or(0, |kept| i64::from(kept.score.total)),
            version: kept.as_ref().map_or(1, |kept| i64::from(kept.score.weights)),
            parts: kept.map_or(Ok("{}".to_owned()), |kept| kept.to_json())?,
            state: one.state,
            state_since: if one.state == State::Sent { sent_at } else { sent_at.plus_days(1).min(now) },
            reason: one.reason,
            interest: one.interest,
            sent_at,
            expires_at: sent_at.plus_days(open_days),
        };
        invitation::store::add(&mut tx, &invitation).await?;
        tx.commit().await?;
    }
    let mut tx = db.begin(Stamp { tenant, actor: None, now }).await?;
    for volunteer in market.volunteers() {
        let list = market.best_openings(volunteer, suggestion::LISTED, today);
        suggestion::store::replace(&mut tx, market::person_id(volunteer.id), &list).await?;
    }
    tx.commit().await?;
    Ok(())
}
