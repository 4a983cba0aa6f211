//! What may happen to a proposal. Pure: a step consumes it and gives it back.

use samskab_kernel::{Day, Instant};
use samskab_meetings::meeting::{Item, ItemId, ItemState, Verdict};
use samskab_organisation::body::BodyId;

use super::{Checked, Proposal, ProposalState, Texts};

/// Days in which the writer of a proposal can answer a change; then it goes on, and the page says that they did not
/// answer.
pub const ANSWER_DAYS: i32 = 14;

/// Why a step is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The step is not possible in this state; somebody else was quicker.
    WrongState,
    /// How many items of the checklist are missing.
    Unchecked(usize),
    /// The writer has not answered the last change, and still has time to.
    Unanswered,
    /// The writer has said no to the current text.
    Disagreed,
}

pub type Outcome = Result<Proposal, Refused>;

impl Proposal {
    fn into_state(self, state: ProposalState, now: Instant) -> Self {
        Self { state, state_since: now, updated_at: now, ..self }
    }

    /// The link in the mail was followed.
    pub fn confirm(self, now: Instant) -> Outcome {
        match self.state {
            ProposalState::Unconfirmed => Ok(self.into_state(ProposalState::Idea, now)),
            _ => Err(Refused::WrongState),
        }
    }

    /// Sets another text. The writer's own change needs no agreement.
    pub fn change(self, texts: Texts, is_by_writer: bool, now: Instant) -> Outcome {
        if self.state != ProposalState::Idea {
            return Err(Refused::WrongState);
        }
        if self.texts == texts {
            return Ok(self);
        }
        let number = self.number + 1;
        let (agreed, asked_at) = match is_by_writer {
            true => (number, None),
            false => (self.agreed, self.asked_at.or(Some(now))),
        };
        Ok(Self { texts, number, agreed, asked_at, updated_at: now, ..self })
    }

    /// The writer says yes to the text they have read.
    pub fn agree(self, number: i64, now: Instant) -> Outcome {
        if self.state != ProposalState::Idea || number != self.number || self.agreed == self.number {
            return Err(Refused::WrongState);
        }
        Ok(Self { agreed: number, asked_at: None, updated_at: now, ..self })
    }

    /// The writer says no to the text they have read: it is changed, and they are asked anew.
    pub fn disagree(self, number: i64, now: Instant) -> Outcome {
        if self.state != ProposalState::Idea || number != self.number || !self.waits_for_writer() {
            return Err(Refused::WrongState);
        }
        Ok(Self { disagreed: number, asked_at: None, updated_at: now, ..self })
    }

    /// The writer's last answer about the current text was no.
    pub fn is_refused_by_writer(&self) -> bool {
        self.disagreed == self.number && self.agreed < self.number && self.has_writer()
    }

    pub fn checks(&self) -> impl Iterator<Item = Checked> {
        self.checks.iter().filter_map(|code| code.parse().ok())
    }

    pub fn unchecked(&self) -> usize {
        Checked::ALL.len() - Checked::ALL.iter().filter(|one| self.checks().any(|done| done == **one)).count()
    }

    pub fn waits_for_writer(&self) -> bool {
        self.agreed < self.number && self.disagreed < self.number && self.has_writer()
    }

    /// Until when the writer can answer: the end of a day.
    pub fn answer_until(&self) -> Option<Instant> {
        let asked_at = self.asked_at.filter(|_| self.waits_for_writer());
        asked_at.map(|at| at.day().plus_days(ANSWER_DAYS).at(23, 59))
    }

    /// Why it cannot be handed on yet; `Ok` when it can.
    pub fn is_ready(&self, now: Instant) -> Result<(), Refused> {
        // After it was handed on it can still be handed on to others, as long as it is on no agenda.
        let can_move = matches!(self.state, ProposalState::HandedOn | ProposalState::Postponed);
        if self.state != ProposalState::Idea && !(can_move && self.item.is_none()) {
            return Err(Refused::WrongState);
        }
        if self.unchecked() > 0 {
            return Err(Refused::Unchecked(self.unchecked()));
        }
        if self.is_refused_by_writer() {
            return Err(Refused::Disagreed);
        }
        match self.answer_until() {
            Some(until) if until > now => Err(Refused::Unanswered),
            _ => Ok(()),
        }
    }

    /// It waits for the next agenda of those who decide.
    pub fn hand_on(self, to: BodyId, now: Instant) -> Outcome {
        self.is_ready(now)?;
        let decided_by = Some(to);
        Ok(Self {
            decided_by,
            resume_on: None,
            reason: String::new(),
            ..self.into_state(ProposalState::HandedOn, now)
        })
    }

    /// Whether it goes onto the agenda of a meeting on `day`.
    pub fn waits_for_agenda(&self, day: Day) -> bool {
        self.item.is_none()
            && match self.state {
                ProposalState::HandedOn => true,
                ProposalState::Postponed => self.resume_on.is_none_or(|from| from <= day),
                _ => false,
            }
    }

    pub fn place(self, item: ItemId, now: Instant) -> Outcome {
        if self.item.is_some() || !matches!(self.state, ProposalState::HandedOn | ProposalState::Postponed) {
            return Err(Refused::WrongState);
        }
        Ok(Self { item: Some(item), ..self.into_state(ProposalState::HandedOn, now) })
    }

    /// The meeting was cancelled, or the point taken off: it waits for the next agenda.
    pub fn take_off(self, item: ItemId, now: Instant) -> Outcome {
        if self.item != Some(item) || self.state != ProposalState::HandedOn {
            return Err(Refused::WrongState);
        }
        Ok(Self { item: None, updated_at: now, ..self })
    }

    /// Settles it as the approved minutes say; that is final.
    pub fn settle(self, item: &Item, now: Instant) -> Outcome {
        if self.item != Some(item.id) || self.state != ProposalState::HandedOn {
            return Err(Refused::WrongState);
        }
        let reason = item.reason.clone();
        match (item.state, item.verdict) {
            (ItemState::Decided, Some(verdict)) => {
                let state = match verdict {
                    Verdict::Approved => ProposalState::Approved,
                    Verdict::Rejected => ProposalState::Rejected,
                };
                let decision_number = item.decision_number.clone();
                Ok(Self { reason, decision_number, ..self.into_state(state, now) })
            }
            (ItemState::Postponed, _) => {
                let resume_on = item.resume_on;
                Ok(Self { reason, resume_on, item: None, ..self.into_state(ProposalState::Postponed, now) })
            }
            // The minutes say nothing about it.
            _ => Ok(Self { item: None, updated_at: now, ..self }),
        }
    }

    pub fn withdraw(self, now: Instant) -> Outcome {
        match self.state.is_over() {
            true => Err(Refused::WrongState),
            false => {
                Ok(Self { item: None, asked_at: None, ..self.into_state(ProposalState::Withdrawn, now) })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use samskab_kernel::Locale;
    use samskab_meetings::meeting::Verb;
    use uuid::Uuid;

    use super::*;

    const DAY: Day = Day::of(2026, 3, 2);

    fn now() -> Instant {
        DAY.at(9, 0)
    }

    fn texts(what: &str) -> Texts {
        Texts { title: "Cykler".into(), what: what.into(), ..Texts::default() }
    }

    fn idea() -> Proposal {
        let new = Proposal::new(Uuid::from_u128(1).into(), texts("To cykler"), Locale::Da, now());
        let checks = Checked::ALL.iter().map(|one| one.code().to_owned()).collect();
        Proposal { writer: Some(Uuid::from_u128(2).into()), checks, ..new }
    }

    fn item(state: ItemState, verdict: Option<Verdict>) -> Item {
        let new =
            Item::new(Uuid::from_u128(7).into(), Uuid::from_u128(8).into(), "Cykler", Verb::Decides, now());
        Item { state, verdict, reason: "Fordi".into(), decision_number: "3/2026".into(), ..new }
    }

    fn on_agenda() -> Proposal {
        let handed_on = idea().hand_on(Uuid::from_u128(5).into(), now()).unwrap();
        handed_on.place(item(ItemState::Open, None).id, now()).unwrap()
    }

    #[test]
    fn a_change_needs_the_writers_yes_to_the_very_text_they_read() {
        let changed = idea().change(texts("Tre cykler"), false, now()).unwrap();
        assert!(changed.waits_for_writer());
        assert_eq!(changed.is_ready(now()), Err(Refused::Unanswered));
        assert_eq!(changed.clone().agree(1, now()), Err(Refused::WrongState), "they read an older text");
        assert_eq!(changed.clone().agree(2, now()).unwrap().is_ready(now()), Ok(()));
        let own = changed.change(texts("Fire cykler"), true, now()).unwrap();
        assert!(!own.waits_for_writer(), "nobody asks the writer about their own words");
    }

    #[test]
    fn silence_and_a_writer_who_is_gone_do_not_stop_it_for_ever() {
        let changed = idea().change(texts("Tre cykler"), false, now()).unwrap();
        assert_eq!(changed.is_ready(DAY.plus_days(14).at(23, 58)), Err(Refused::Unanswered));
        assert_eq!(changed.is_ready(DAY.plus_days(15).at(0, 0)), Ok(()));
        let again = changed.clone().change(texts("Fem cykler"), false, now().plus_days(10)).unwrap();
        assert_eq!(again.answer_until(), changed.answer_until(), "a second change does not begin anew");
        assert_eq!(Proposal { writer: None, ..changed }.is_ready(now()), Ok(()));
    }

    #[test]
    fn a_no_stops_it_until_the_text_is_another_or_the_writer_says_yes() {
        assert_eq!(idea().disagree(1, now()), Err(Refused::WrongState), "it is their own text");
        let changed = idea().change(texts("Tre cykler"), false, now()).unwrap();
        assert_eq!(changed.clone().disagree(1, now()), Err(Refused::WrongState), "they read an older text");
        let refused = changed.disagree(2, now()).unwrap();
        assert_eq!(
            refused.is_ready(now().plus_days(100)),
            Err(Refused::Disagreed),
            "silence is no yes to it"
        );
        assert_eq!(refused.clone().disagree(2, now()), Err(Refused::WrongState), "once");
        assert_eq!(refused.clone().agree(2, now()).unwrap().is_ready(now()), Ok(()));
        let later = now().plus_days(20);
        let again = refused.clone().change(texts("To og en halv"), false, later).unwrap();
        assert_eq!(again.answer_until(), Some(DAY.plus_days(34).at(23, 59)), "they are asked anew");
        assert_eq!(Proposal { writer: None, ..refused }.is_ready(now()), Ok(()));
    }

    #[test]
    fn what_is_not_qualified_is_not_handed_on() {
        let half = Proposal { checks: vec!["need".into(), "cost".into(), "nonsense".into()], ..idea() };
        assert_eq!(half.hand_on(Uuid::from_u128(5).into(), now()), Err(Refused::Unchecked(4)));
        assert_eq!(on_agenda().hand_on(Uuid::from_u128(5).into(), now()), Err(Refused::WrongState));
        let waits = idea().hand_on(Uuid::from_u128(5).into(), now()).unwrap();
        assert!(waits.hand_on(Uuid::from_u128(6).into(), now()).is_ok(), "others decide after all");
    }

    #[test]
    fn the_minutes_move_it_and_only_once() {
        let approved = on_agenda().settle(&item(ItemState::Decided, Some(Verdict::Approved)), now()).unwrap();
        assert_eq!((approved.state, approved.decision_number.as_str()), (ProposalState::Approved, "3/2026"));
        let twice = approved.clone().settle(&item(ItemState::Decided, Some(Verdict::Rejected)), now());
        assert_eq!(twice, Err(Refused::WrongState));
        assert_eq!(approved.withdraw(now()), Err(Refused::WrongState));
        let rejected = on_agenda().settle(&item(ItemState::Decided, Some(Verdict::Rejected)), now()).unwrap();
        assert_eq!((rejected.state, rejected.reason.as_str()), (ProposalState::Rejected, "Fordi"));
    }

    #[test]
    fn what_was_put_off_comes_back_when_it_is_time() {
        let later = Some(DAY.plus_days(60));
        let postponed = Item { resume_on: later, ..item(ItemState::Postponed, None) };
        let waits = on_agenda().settle(&postponed, now()).unwrap();
        assert!(!waits.waits_for_agenda(DAY.plus_days(59)));
        assert!(waits.waits_for_agenda(DAY.plus_days(60)));
        let again = waits.place(Uuid::from_u128(9).into(), now()).unwrap();
        assert_eq!(again.state, ProposalState::HandedOn);
    }

    #[test]
    fn a_point_that_is_taken_off_leaves_it_waiting() {
        let of_another = Uuid::from_u128(99).into();
        assert_eq!(on_agenda().take_off(of_another, now()), Err(Refused::WrongState));
        let off = on_agenda().take_off(item(ItemState::Open, None).id, now()).unwrap();
        assert!(off.waits_for_agenda(DAY));
        let unsaid = on_agenda().settle(&item(ItemState::Withdrawn, None), now()).unwrap();
        assert!(unsaid.waits_for_agenda(DAY));
        assert!(on_agenda().withdraw(now()).unwrap().item.is_none());
    }
}
