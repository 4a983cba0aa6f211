//! What may happen to a meeting and its points. Pure: a transition consumes it and gives it back.

use samskab_kernel::Instant;

use super::{Item, ItemState, Meeting, MeetingState};

/// Why a step is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// The step is not possible in this state; somebody else was quicker.
    WrongState,
    /// There is nothing on the agenda.
    EmptyAgenda,
    /// It has begun.
    Begun,
    /// It has not begun.
    NotBegun,
    /// Nothing is written about this many points.
    Open(usize),
    /// There was no quorum, and this many decisions lack a reason why they were taken all the same.
    NoQuorum(usize),
}

pub type Outcome = Result<Meeting, Refused>;

impl Meeting {
    fn into_state(self, state: MeetingState, now: Instant) -> Self {
        Self { state, state_since: now, updated_at: now, ..self }
    }

    /// Not only the group knows of it: its agenda was sent, or, where nobody sent one, its minutes are approved. A
    /// meeting that is only planned is known to the group only.
    pub fn is_known(&self) -> bool {
        self.called_at.is_some() || self.state == MeetingState::Approved
    }

    /// The agenda is sent; again, when it has changed.
    pub fn call(self, items: &[Item], now: Instant) -> Outcome {
        if !matches!(self.state, MeetingState::Planned | MeetingState::Called) {
            return Err(Refused::WrongState);
        }
        if self.starts_at <= now {
            return Err(Refused::Begun);
        }
        if items.iter().all(|item| item.state == ItemState::Withdrawn) {
            return Err(Refused::EmptyAgenda);
        }
        let called_at = Some(now);
        Ok(Self { called_at, ..self.into_state(MeetingState::Called, now) })
    }

    /// Another time or place; also afterwards, where it was written down wrong.
    pub fn move_to(self, times: (Instant, Instant), place: String, now: Instant) -> Outcome {
        if !self.can_change() {
            return Err(Refused::WrongState);
        }
        if (self.starts_at, self.ends_at, &self.place) == (times.0, times.1, &place) {
            return Ok(self);
        }
        Ok(Self {
            starts_at: times.0,
            ends_at: times.1,
            place,
            sequence: self.sequence + 1,
            updated_at: now,
            ..self
        })
    }

    /// Its time can be put right, and it can be called off: its minutes are not finished.
    pub fn can_change(&self) -> bool {
        matches!(self.state, MeetingState::Planned | MeetingState::Called)
    }

    /// It is still to come: people are called, and say whether they come.
    pub fn is_ahead(&self, now: Instant) -> bool {
        self.can_change() && self.starts_at > now
    }

    pub fn cancel(self, reason: impl Into<String>, now: Instant) -> Outcome {
        if !self.can_change() {
            return Err(Refused::WrongState);
        }
        let sequence = self.sequence + 1;
        let state_reason = reason.into();
        Ok(Self { sequence, state_reason, ..self.into_state(MeetingState::Cancelled, now) })
    }

    /// Whether its minutes are being written.
    pub fn is_being_minuted(&self, now: Instant) -> bool {
        match self.state {
            MeetingState::Planned | MeetingState::Called => self.starts_at <= now,
            MeetingState::Minuted => true,
            MeetingState::Approved | MeetingState::Cancelled => false,
        }
    }

    /// Its minutes are finished, whether or not the body has approved them.
    pub fn has_finished_minutes(&self) -> bool {
        matches!(self.state, MeetingState::Minuted | MeetingState::Approved)
    }

    /// The minutes are written: of each point it is said what came of it.
    pub fn finish(self, items: &[Item], now: Instant) -> Outcome {
        if !matches!(self.state, MeetingState::Planned | MeetingState::Called) {
            return Err(Refused::WrongState);
        }
        if self.starts_at > now {
            return Err(Refused::NotBegun);
        }
        match (items.iter().filter(|item| item.state == ItemState::Open).count(), self.unexplained(items)) {
            (0, 0) => Ok(self.into_state(MeetingState::Minuted, now)),
            (0, unexplained) => Err(Refused::NoQuorum(unexplained)),
            (open, _) => Err(Refused::Open(open)),
        }
    }

    /// Too few members were present for a quorum.
    pub fn lacks_quorum(&self) -> bool {
        matches!((self.there, self.needed), (Some(there), Some(needed)) if there < needed)
    }

    /// How many decisions were taken without a quorum and lack a reason.
    pub fn unexplained(&self, items: &[Item]) -> usize {
        let is_unexplained = |item: &&Item| item.is_decision() && item.quorum_reason.is_empty();
        if self.lacks_quorum() { items.iter().filter(is_unexplained).count() } else { 0 }
    }

    /// Something is written about the outcome of a point, or somebody is noted as present: the meeting was held.
    pub fn is_minuted_in_part(&self, items: &[Item]) -> bool {
        self.there.is_some_and(|there| there > 0)
            || !self.others_there.is_empty()
            || items.iter().any(|item| matches!(item.state, ItemState::Decided | ItemState::Postponed))
    }

    /// The minutes are approved, most often by the next meeting. From here on they are corrected, not changed.
    pub fn approve(self, items: &[Item], now: Instant) -> Outcome {
        match (self.state, self.unexplained(items)) {
            (MeetingState::Minuted, unexplained @ 1..) => Err(Refused::NoQuorum(unexplained)),
            (MeetingState::Minuted, 0) => Ok(self.into_state(MeetingState::Approved, now)),
            _ => Err(Refused::WrongState),
        }
    }
}

/// Whether a point is another than when the agenda was sent; before the meeting, when nobody writes minutes in it.
pub fn is_newer(item: &Item, called_at: Option<Instant>) -> bool {
    called_at.is_some_and(|at| item.updated_at > at)
}

/// Gives the decisions of approved minutes their numbers, after `last` of the same body in the same year. A yes or a no to a
/// proposal is a decision, also where there is no more to say of it.
pub fn number(items: Vec<Item>, year: i16, last: i64, now: Instant) -> Vec<Item> {
    let mut next = last;
    let mut numbered = Vec::new();
    for item in items {
        let is_said = !item.decision.is_empty() || item.is_proposal();
        let counts = item.is_decision() && is_said && item.decision_number.is_empty();
        if counts {
            next += 1;
            numbered.push(Item { decision_number: format!("{next}/{year}"), updated_at: now, ..item });
        }
    }
    numbered
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use samskab_kernel::Day;
    use uuid::Uuid;

    use super::*;
    use crate::meeting::{Verb, Verdict, source_of_minutes};

    const DAY: Day = Day::of(2026, 3, 12);

    fn meeting() -> Meeting {
        let times = (DAY.at(14, 0), DAY.at(16, 0));
        Meeting::new(Uuid::from_u128(1).into(), Uuid::from_u128(2).into(), times, DAY.at(8, 0))
    }

    fn item(state: ItemState) -> Item {
        let new = Item::new(Uuid::from_u128(3).into(), meeting().id, "Lokaler", Verb::Decides, DAY.at(8, 0));
        Item { state, decision: "Ja".into(), ..new }
    }

    #[test]
    fn an_empty_agenda_is_not_sent_and_neither_is_one_of_a_meeting_that_has_begun() {
        let before = DAY.at(9, 0);
        assert_eq!(meeting().call(&[], before), Err(Refused::EmptyAgenda));
        assert_eq!(meeting().call(&[item(ItemState::Withdrawn)], before), Err(Refused::EmptyAgenda));
        assert_eq!(meeting().call(&[item(ItemState::Open)], DAY.at(14, 0)), Err(Refused::Begun));
        let called = meeting().call(&[item(ItemState::Open)], before).unwrap();
        assert_eq!((called.state, called.called_at), (MeetingState::Called, Some(before)));
        assert!(called.call(&[item(ItemState::Open)], DAY.at(10, 0)).is_ok(), "it may be sent again");
    }

    #[test]
    fn minutes_are_written_point_by_point_and_approved_once() {
        let after = DAY.at(15, 0);
        assert_eq!(meeting().finish(&[], DAY.at(13, 0)), Err(Refused::NotBegun));
        let half = [item(ItemState::Decided), item(ItemState::Open)];
        assert_eq!(meeting().finish(&half, after), Err(Refused::Open(1)));
        let written = meeting().finish(&[item(ItemState::Decided)], after).unwrap();
        let approved = written.clone().approve(&[], after).unwrap();
        // Nobody sent an agenda, and still the decisions can be found.
        assert_eq!((written.is_known(), approved.is_known()), (false, true));
        assert_eq!(approved.clone().approve(&[], after), Err(Refused::WrongState));
        assert_eq!(approved.cancel("Nej", after), Err(Refused::WrongState));
        assert_eq!(meeting().approve(&[], after), Err(Refused::WrongState), "nothing is written yet");
    }

    #[test]
    fn too_few_decide_nothing_unless_it_is_said_why() {
        let after = DAY.at(15, 0);
        let few = Meeting { there: Some(3), needed: Some(5), ..meeting() };
        let decided = item(ItemState::Decided);
        assert_eq!(few.clone().finish(std::slice::from_ref(&decided), after), Err(Refused::NoQuorum(1)));
        let informed = Item { verb: Verb::IsInformed, ..decided.clone() };
        assert!(few.clone().finish(&[informed], after).is_ok(), "nobody needs a quorum to be informed");
        let explained = Item { quorum_reason: "Det hastede".into(), ..decided.clone() };
        let minuted = few.clone().finish(&[explained], after).unwrap();
        // Somebody finds out afterwards who was there.
        let enough = Meeting { there: Some(5), ..few }.finish(std::slice::from_ref(&decided), after).unwrap();
        let few = Meeting { there: Some(4), ..enough };
        assert_eq!(few.approve(&[decided], after), Err(Refused::NoQuorum(1)));
        assert!(minuted.approve(&[], after).is_ok());
    }

    #[test]
    fn a_meeting_was_held_when_a_point_was_dealt_with_or_somebody_was_there() {
        let open = [item(ItemState::Open), item(ItemState::Withdrawn)];
        assert!(!meeting().is_minuted_in_part(&open));
        assert!(meeting().is_minuted_in_part(&[item(ItemState::Postponed)]));
        let noted = |there, others: &str| Meeting { there, others_there: others.into(), ..meeting() };
        assert!(noted(Some(1), "").is_minuted_in_part(&open));
        assert!(noted(None, "Vikar Papsen").is_minuted_in_part(&open));
        assert!(!noted(Some(0), "").is_minuted_in_part(&open), "nobody was there");
    }

    #[test]
    fn another_time_or_place_counts_up_and_the_same_does_not() {
        let later = (DAY.plus_days(7).at(14, 0), DAY.plus_days(7).at(16, 0));
        let move_to =
            |meeting: Meeting, place: &str, hour| meeting.move_to(later, place.into(), DAY.at(hour, 0));
        let moved = move_to(meeting(), "", 9).unwrap();
        assert_eq!((moved.sequence, moved.starts_at), (1, later.0));
        let same = move_to(moved.clone(), "", 9).unwrap();
        assert_eq!(same.sequence, 1);
        let elsewhere = move_to(same, "Biblioteket", 9).unwrap();
        assert_eq!((elsewhere.sequence, elsewhere.place.as_str()), (2, "Biblioteket"));
        assert!(move_to(meeting(), "", 17).is_ok(), "it was written down wrong");
        let minuted = meeting().finish(&[], DAY.at(17, 0)).unwrap();
        assert_eq!(move_to(minuted, "", 17), Err(Refused::WrongState));
    }

    #[test]
    fn only_what_was_decided_gets_a_number_and_it_goes_on_from_the_last() {
        let informed = Item { verb: Verb::IsInformed, ..item(ItemState::Decided) };
        let all =
            vec![informed, item(ItemState::Decided), item(ItemState::Postponed), item(ItemState::Decided)];
        let numbers: Vec<String> =
            number(all, 2026, 4, DAY.at(17, 0)).into_iter().map(|item| item.decision_number).collect();
        assert_eq!(numbers, ["5/2026", "6/2026"]);
    }

    #[test]
    fn a_yes_or_a_no_to_a_proposal_gets_a_number_without_another_word() {
        let said = |source: String, verdict| Item {
            source,
            verdict: Some(verdict),
            decision: String::new(),
            ..item(ItemState::Decided)
        };
        let proposal = || format!("{}1", crate::meeting::PROPOSAL);
        let all = vec![
            said(proposal(), Verdict::Approved),
            said(proposal(), Verdict::Rejected),
            said(source_of_minutes(meeting().id), Verdict::Approved),
        ];
        let numbers: Vec<String> =
            number(all, 2026, 0, DAY.at(17, 0)).into_iter().map(|item| item.decision_number).collect();
        assert_eq!(numbers, ["1/2026", "2/2026"], "a yes to minutes decides nothing that others cite");
    }
}
