//! A match is an invitation and never an assignment (FX-02, FX-06): asked once, answered freely, forgotten.

pub mod accept;
mod answer;
pub mod decline;
pub mod event;
pub mod letter;
mod page;
pub mod store;
mod sweep;
pub mod withdraw;

pub(super) use page::show;
pub(super) use sweep::sweep;

use samskab_interest::InterestId;
use samskab_kernel::{Day, Deadline, Id, Instant, codes, jiff::SignedDuration};
use samskab_matching::{Reason, Score};
use samskab_organisation::person::PersonId;
use samskab_shifts::shift::{BookingId, Shift, ShiftId};
use samskab_store::Record;
use samskab_taskbank::task::{Task, TaskId};
use serde::{Deserialize, Serialize};

/// The mark of an invitation.
pub enum InvitationRow {}
pub type InvitationId = Id<InvitationRow>;

codes! {
    pub enum State {
        Sent => "sent",
        Accepted => "accepted",
        Declined => "declined",
        /// Nobody answered in time; nothing is held against anybody.
        Expired => "expired",
        /// Withdrawn by the place, or because somebody else was quicker.
        Withdrawn => "withdrawn",
    }
}

codes! {
    /// Why not; told freely or not at all (FX-06).
    pub enum DeclineReason {
        NoTime => "no_time",
        TimesDoNotFit => "times",
        TooFar => "too_far",
        NotForMe => "not_for_me",
        EnoughAlready => "enough",
        Other => "other",
    }
}

/// What the place asked for one volunteer, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "invitation", alias = "i")]
pub struct Invitation {
    pub id: InvitationId,
    #[record(column = "task_id", fixed)]
    pub task: TaskId,
    #[record(column = "person_id", fixed)]
    pub person: PersonId,
    /// Asked for one shift only, and whose booking that is.
    #[record(pair("shift_id", "booking_id"), fixed)]
    pub stand_in: Option<(ShiftId, BookingId)>,
    /// 0: sent by hand; 1, 2 …: the wave of the search for a stand-in.
    #[record(fixed)]
    pub wave: i64,
    /// Who sent it; `None`: the program, for somebody who seeks a stand-in.
    #[record(column = "by_person_id", fixed)]
    pub by: Option<PersonId>,
    /// A few words of whoever invites.
    #[record(fixed)]
    pub message: String,
    /// The engine's total when it was sent, the version of its weights, and [`Kept`] as JSON.
    #[record(fixed)]
    pub score: i64,
    #[record(fixed)]
    pub version: i64,
    #[record(fixed)]
    pub parts: String,
    pub state: State,
    pub state_since: Instant,
    #[record(blank)]
    pub reason: Option<DeclineReason>,
    /// The interest that a yes became.
    #[record(column = "interest_id")]
    pub interest: Option<InterestId>,
    #[record(fixed)]
    pub sent_at: Instant,
    /// After this a yes comes too late.
    #[record(fixed)]
    pub expires_at: Instant,
}

/// What the engine found when somebody was invited, so that "why me?" can be answered later too.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Kept {
    pub score: Score,
    /// Strongest first.
    pub reasons: Vec<Reason>,
}

impl Kept {
    /// # Errors
    /// None that a test would not find.
    pub fn to_json(&self) -> samskab_store::Result<String> {
        Ok(serde_json::to_string(self)?)
    }
}

/// Why a transition is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("it is answered, withdrawn or over")]
    NotOpen,
}

pub type Outcome = Result<Invitation, Refused>;

/// When it is too late for a yes: after `days` days, but a decent time before the shift that is asked about, or before the
/// task begins for the last time, so that the place knows who comes, and before it is over for good.
pub fn answered_before(task: &Task, shift: Option<&Shift>, days: i32, now: Instant) -> Instant {
    let usual = now.day().plus_days(days).end();
    let of_task = || task.time.begins_last().or_else(|| task.time.last_end());
    let begins = shift.map(|shift| shift.starts_at).or_else(of_task);
    Deadline::new(now, usual, begins).due
}

impl Invitation {
    /// Whether a yes or a no is still heard at `now`.
    pub fn is_open(&self, now: Instant) -> bool {
        self.state == State::Sent && now < self.expires_at
    }

    pub fn href(&self) -> String {
        href(self.id)
    }

    /// The last day on which a yes is heard.
    pub fn answer_by(&self) -> Day {
        self.expires_at.minus(SignedDuration::from_secs(1)).day()
    }

    /// Why this person was asked; empty for a stand-in who helps with the same task.
    pub fn reasons(&self) -> Vec<Reason> {
        serde_json::from_str::<Kept>(&self.parts).map(|kept| kept.reasons).unwrap_or_default()
    }

    fn into(self, state: State, now: Instant) -> Self {
        Self { state, state_since: now, ..self }
    }

    pub fn accept(self, interest: Option<InterestId>, now: Instant) -> Outcome {
        if self.is_open(now) {
            Ok(Self { interest, ..self.into(State::Accepted, now) })
        } else {
            Err(Refused::NotOpen)
        }
    }

    pub fn decline(self, reason: Option<DeclineReason>, now: Instant) -> Outcome {
        if self.is_open(now) {
            Ok(Self { reason, ..self.into(State::Declined, now) })
        } else {
            Err(Refused::NotOpen)
        }
    }

    pub fn withdraw(self, now: Instant) -> Outcome {
        if self.is_open(now) { Ok(self.into(State::Withdrawn, now)) } else { Err(Refused::NotOpen) }
    }

    /// The time to answer is over.
    pub fn expire(self, now: Instant) -> Outcome {
        if self.state == State::Sent && self.expires_at <= now {
            Ok(self.into(State::Expired, now))
        } else {
            Err(Refused::NotOpen)
        }
    }
}

/// The volunteer's page.
pub fn href(invitation: InvitationId) -> String {
    format!("/invitationer/{invitation}")
}

#[cfg(test)]
mod tests {
    use samskab_organisation::{answering::Poster, association::Theme};
    use uuid::Uuid;

    use super::*;
    use samskab_taskbank::task::{Time, time::Turn};

    const TODAY: Day = Day::of(2026, 11, 22);

    fn until(time: Time) -> Instant {
        let id = Uuid::from_u128(1);
        let task = Task {
            time,
            ..Task::draft(id.into(), Poster::Unit(id.into()), Theme::Social, None, TODAY.start())
        };
        answered_before(&task, None, 14, TODAY.at(9, 0))
    }

    #[test]
    fn nobody_is_asked_to_answer_when_it_is_over() {
        let turn = Turn { start_minute: 14 * 60, duration: 120 };
        let once = |day| until(Time::OneOff { day, turn });
        assert_eq!(once(Day::of(2026, 11, 29)), Day::of(2026, 11, 28).at(18, 0), "to the evening before");
        assert_eq!(once(TODAY), TODAY.at(12, 0), "today: while there is time to get there");
        let usual = Day::of(2026, 12, 6).end();
        assert_eq!(once(Day::of(2027, 2, 1)), usual, "far away: as always");
        let flexible = |until_day| {
            until(Time::Flexible { minutes_per_week: None, note: String::new(), until: until_day })
        };
        assert_eq!(flexible(None), usual);
        assert_eq!(flexible(Some(Day::of(2026, 11, 25))), Day::of(2026, 11, 25).at(18, 0));
    }
}
