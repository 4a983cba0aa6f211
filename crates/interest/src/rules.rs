//! What may happen to an interest. Pure: a transition consumes it and gives it back in its new state.

use std::collections::HashMap;

use samskab_kernel::{Day, Deadline, Instant, contact::Phone, jiff::civil::Weekday};
use samskab_organisation::answering::Rung;

use super::{Interest, InterestId, StateKind};

/// The state of an interest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Unconfirmed,
    New,
    /// `replied_at`: when the volunteer answered the invitation.
    Invited {
        replied_at: Option<Instant>,
    },
    Accepted,
    Waitlisted,
    Declined,
    Withdrawn,
    /// The engagement that came of it is over.
    Ended,
}

impl State {
    pub fn kind(self) -> StateKind {
        match self {
            Self::Unconfirmed => StateKind::Unconfirmed,
            Self::New => StateKind::New,
            Self::Invited { .. } => StateKind::Invited,
            Self::Accepted => StateKind::Accepted,
            Self::Waitlisted => StateKind::Waitlisted,
            Self::Declined => StateKind::Declined,
            Self::Withdrawn => StateKind::Withdrawn,
            Self::Ended => StateKind::Ended,
        }
    }

    /// Something may still come of it.
    pub fn is_live(self) -> bool {
        !matches!(self, Self::Declined | Self::Withdrawn | Self::Ended)
    }
}

/// "You have an answer by Thursday."
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    pub since: Instant,
    /// The last minute of a working day in Denmark.
    pub due: Instant,
    /// Up to which rung people have been told.
    pub told: Rung,
}

impl Promise {
    /// A promise made at `now` to answer within `working_days`; weekends and holidays do not count. It ends before
    /// the task `begins`, where a later answer is of no use.
    pub fn given(now: Instant, working_days: u32, begins: Option<Instant>) -> Self {
        Self { since: now, due: Self::deadline(now, working_days, begins).due, told: Rung::Contact }
    }

    /// The promise that would be made at `now`, and whether it is better to call.
    pub fn deadline(now: Instant, working_days: u32, begins: Option<Instant>) -> Deadline {
        Deadline::new(now, end_of(now.day().plus_working_days(working_days)), begins)
    }

    /// Whether there was less time than is usually promised.
    pub fn is_short(self, working_days: u32) -> bool {
        self.due < end_of(self.since.day().plus_working_days(working_days))
    }

    /// The rung at `now`: after the promised time once the deputies and the key person, after twice the time the
    /// coordinator. An interest in something that begins soon climbs as fast as was promised.
    pub fn rung(self, working_days: u32, now: Instant) -> Rung {
        let twice = if self.is_short(working_days) {
            self.due.plus(self.due.since(self.since))
        } else {
            end_of(self.due.day().plus_working_days(working_days.max(1)))
        };
        match now {
            now if now <= self.due => Rung::Contact,
            now if now <= twice => Rung::Deputies,
            _ => Rung::Coordinator,
        }
    }

    /// Whole calendar days without an answer at `now`.
    pub fn days_waited(self, now: Instant) -> i64 {
        i64::from(now.day().number() - self.since.day().number())
    }
}

fn end_of(day: Day) -> Instant {
    day.at(23, 59)
}

/// Hours in which people are told that something is late: nobody can act on it at midnight or on
/// Christmas Eve, and a mail then only spoils somebody's evening.
pub fn is_working_time(now: Instant) -> bool {
    let (day, hour) = (now.day(), now.in_denmark().hour());
    // 24 December and 31 December are no public holidays, but town halls are closed.
    let closed = matches!((day.date().month(), day.date().day()), (12, 24) | (12, 31));
    day.is_working_day()
        && !closed
        && (8..if day.weekday() == Weekday::Friday { 15 } else { 16 }).contains(&hour)
}

/// Why a transition is not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The step is not possible in this state; somebody else was quicker.
    #[error("not from this state")]
    WrongState,
    /// More come than there is room for.
    #[error("only {free} places are free")]
    Full { free: i64 },
}

pub type Outcome = Result<Interest, Refused>;

impl Interest {
    fn into_state(self, state: State, now: Instant) -> Self {
        Self { state, state_since: now, updated_at: now, ..self }
    }

    fn answered(self, state: State, now: Instant) -> Self {
        Self { answered_at: self.answered_at.or(Some(now)), ..self.into_state(state, now) }
    }

    /// The address is the writer's: from now on an answer is owed.
    /// `begins`: when the task does for the last time.
    pub fn confirm(self, working_days: u32, begins: Option<Instant>, now: Instant) -> Outcome {
        match self.state {
            State::Unconfirmed => Ok(Self {
                promise: Some(Promise::given(now, working_days, begins)),
                ..self.into_state(State::New, now)
            }),
            _ => Err(Refused::WrongState),
        }
    }

    /// Identifies the state that a page was made from: equal as long as the interest stays in that state.
    pub fn mark(&self) -> String {
        let replied_at = match self.state {
            State::Invited { replied_at: Some(at) } => at.micros(),
            _ => 0,
        };
        format!("{}-{}-{replied_at}", self.state.kind().code(), self.state_since.micros())
    }

    /// Whether the person who answers saw the current state (`mark`: that of the page they answered from). Without a
    /// mark only the rules count, but a no is never taken back by somebody who did not see it.
    pub fn is_seen_as(&self, mark: &str) -> bool {
        mark == self.mark() || mark.is_empty() && self.state != State::Declined
    }

    /// Asks the volunteer to come and talk first; also takes back a no.
    pub fn invite(self, now: Instant) -> Outcome {
        match self.state {
            State::New | State::Waitlisted | State::Declined => {
                Ok(self.answered(State::Invited { replied_at: None }, now))
            }
            _ => Err(Refused::WrongState),
        }
    }

    /// Says yes, also after a no. `free`: places that nobody has yet; `None`: as many as come.
    pub fn accept(self, free: Option<i64>, now: Instant) -> Outcome {
        if !matches!(self.state, State::New | State::Invited { .. } | State::Waitlisted | State::Declined) {
            return Err(Refused::WrongState);
        }
        match free {
            Some(free) if self.persons > free => Err(Refused::Full { free: free.max(0) }),
            _ => Ok(self.answered(State::Accepted, now)),
        }
    }

    /// Also takes back a yes that was given too early, or a no; the volunteer is told why.
    pub fn waitlist(self, now: Instant) -> Outcome {
        match self.state {
            State::New | State::Invited { .. } | State::Accepted | State::Declined => {
                Ok(self.answered(State::Waitlisted, now))
            }
            _ => Err(Refused::WrongState),
        }
    }

    pub fn decline(self, now: Instant) -> Outcome {
        match self.state {
            State::New | State::Invited { .. } | State::Waitlisted => Ok(self.answered(State::Declined, now)),
            _ => Err(Refused::WrongState),
        }
    }

    /// What they asked for comes to nothing, and there is only a telephone number: that it is said is owed within so many
    /// working days; 0: today.
    #[must_use]
    pub fn to_be_called(self, working_days: u32, now: Instant) -> Self {
        let promise = Some(Promise::given(now, working_days, None));
        Self { promise, answered_at: None, ..self.into_state(State::New, now) }
    }

    /// The task will not happen: nobody keeps a place in it.
    pub fn cancel(self, now: Instant) -> Outcome {
        match self.state {
            State::New | State::Invited { .. } | State::Accepted | State::Waitlisted => {
                Ok(self.answered(State::Declined, now))
            }
            _ => Err(Refused::WrongState),
        }
    }

    /// The volunteer changes their mind; always possible, no reason owed (FX-06).
    pub fn withdraw(self, now: Instant) -> Outcome {
        if self.state.is_live() {
            Ok(self.into_state(State::Withdrawn, now))
        } else {
            Err(Refused::WrongState)
        }
    }

    /// The engagement is over: the place in the task is free again.
    pub fn conclude(self, now: Instant) -> Outcome {
        match self.state {
            State::Accepted => Ok(self.into_state(State::Ended, now)),
            _ => Err(Refused::WrongState),
        }
    }

    /// The volunteer answers an invitation: what they wrote is owed an answer as their first words were. When they first
    /// asked stays as it is, for the waiting list.
    pub fn reply(self, working_days: u32, begins: Option<Instant>, now: Instant) -> Outcome {
        let State::Invited { .. } = self.state else { return Err(Refused::WrongState) };
        let given = Promise::given(now, working_days, begins);
        let since = self.promise.map_or(now, |promise| promise.since);
        let promise = Some(Promise { since, ..given });
        Ok(Self { state: State::Invited { replied_at: Some(now) }, promise, updated_at: now, ..self })
    }

    /// The answer that is owed now, and since when: to somebody who asked, or who answered an invitation.
    pub fn owed(&self) -> Option<Promise> {
        match self.state {
            State::New => self.promise,
            // A reply from a time when it gave no new promise may be later than the old one's end.
            State::Invited { replied_at: Some(since) } => self
                .promise
                .filter(|promise| promise.due >= since)
                .map(|promise| Promise { since, ..promise }),
            _ => None,
        }
    }

    /// They were invited, and have answered what they were asked.
    pub fn has_replied(&self) -> bool {
        matches!(self.state, State::Invited { replied_at: Some(_) })
    }

    pub fn change_phone(self, phone: Option<Phone>, now: Instant) -> Self {
        Self { phone, updated_at: now, ..self }
    }

    /// Notes that people up to `rung` have been told.
    pub fn climbed(self, rung: Rung, now: Instant) -> Self {
        Self {
            promise: self.promise.map(|promise| Promise { told: rung, ..promise }),
            updated_at: now,
            ..self
        }
    }
}

/// The waiting list in its order: by when they asked, and behind all others whoever let an offered place pass, by when
/// it was offered. A place is offered and never assigned (FX-06).
pub fn line<'a>(interests: &'a [Interest], passed: &HashMap<InterestId, Instant>) -> Vec<&'a Interest> {
    let mut line: Vec<&Interest> =
        interests.iter().filter(|interest| interest.state == State::Waitlisted).collect();
    line.sort_by_key(|interest| {
        let asked = interest.promise.map_or(interest.created_at, |promise| promise.since);
        (passed.get(&interest.id).copied(), asked, interest.id)
    });
    line
}

/// The first on the waiting list who has room.
pub fn first_in_line<'a>(
    interests: &'a [Interest],
    passed: &HashMap<InterestId, Instant>,
    free: i64,
) -> Option<&'a Interest> {
    line(interests, passed).into_iter().find(|interest| interest.persons <= free)
}

#[cfg(test)]
mod tests {
    use samskab_kernel::{Day, Locale};
    use uuid::Uuid;

    use super::*;

    fn at(day: i8, hour: i8) -> Instant {
        Day::of(2026, 11, day).at(hour, 0)
    }

    fn interest(state: State) -> Interest {
        Interest {
            id: Uuid::from_u128(1).into(),
            task: Uuid::from_u128(2).into(),
            name: "Vilma Godvilje".into(),
            email: None,
            phone: None,
            message: String::new(),
            locale: Locale::Da,
            persons: 1,
            lacks: Vec::new(),
            known_too_young: false,
            entered_by: None,
            promise: (state != State::Unconfirmed).then(|| Promise::given(at(20, 12), 3, None)),
            answered_at: None,
            state,
            state_since: at(20, 12),
            created_at: at(20, 12),
            updated_at: at(20, 12),
        }
    }

    const INVITED: State = State::Invited { replied_at: None };
    const ALL: [State; 8] = [
        State::Unconfirmed,
        State::New,
        INVITED,
        State::Accepted,
        State::Waitlisted,
        State::Declined,
        State::Withdrawn,
        State::Ended,
    ];

    #[test]
    fn every_transition_goes_from_just_the_states_it_should() {
        use State::{Accepted, Declined, Ended, New, Unconfirmed, Waitlisted, Withdrawn};
        type Move = fn(Interest) -> Outcome;
        let moves: [(&str, Move, &[State], State); 9] = [
            ("confirm", |i| i.confirm(3, None, at(20, 13)), &[Unconfirmed], New),
            ("invite", |i| i.invite(at(20, 13)), &[New, Waitlisted, Declined], INVITED),
            ("accept", |i| i.accept(None, at(20, 13)), &[New, INVITED, Waitlisted, Declined], Accepted),
            ("waitlist", |i| i.waitlist(at(20, 13)), &[New, INVITED, Accepted, Declined], Waitlisted),
            ("decline", |i| i.decline(at(20, 13)), &[New, INVITED, Waitlisted], Declined),
            ("cancel", |i| i.cancel(at(20, 13)), &[New, INVITED, Accepted, Waitlisted], Declined),
            (
                "withdraw",
                |i| i.withdraw(at(20, 13)),
                &[Unconfirmed, New, INVITED, Accepted, Waitlisted],
                Withdrawn,
            ),
            ("conclude", |i| i.conclude(at(20, 13)), &[Accepted], Ended),
            (
                "reply",
                |i| i.reply(3, None, at(20, 13)),
                &[INVITED],
                State::Invited { replied_at: Some(at(20, 13)) },
            ),
        ];
        for (name, make, from, to) in moves {
            for state in ALL {
                let outcome = make(interest(state));
                if from.contains(&state) {
                    assert_eq!(outcome.map(|interest| interest.state), Ok(to), "{name} from {state:?}");
                } else {
                    assert_eq!(outcome, Err(Refused::WrongState), "{name} from {state:?}");
                }
            }
        }
    }

    #[test]
    fn an_answer_is_to_what_was_seen_and_a_no_is_taken_back_by_who_saw_it() {
        let new = interest(State::New);
        let seen = new.mark();
        assert!(new.is_seen_as(&seen) && new.is_seen_as(""));
        assert!(new.clone().climbed(Rung::Deputies, at(21, 9)).is_seen_as(&seen), "it stands where it stood");
        let invited = new.clone().invite(at(21, 9)).unwrap();
        assert!(!invited.is_seen_as(&seen) && invited.is_seen_as(&invited.mark()));
        let replied = invited.clone().reply(3, None, at(21, 10)).unwrap();
        assert!(!replied.is_seen_as(&invited.mark()), "what they wrote is read first");
        let again = invited.waitlist(at(21, 11)).unwrap().invite(at(21, 12)).unwrap();
        assert!(!again.is_seen_as(&new.clone().invite(at(21, 9)).unwrap().mark()), "another invitation");
        let declined = new.decline(at(21, 9)).unwrap();
        assert!(declined.is_seen_as(&declined.mark()) && !declined.is_seen_as(""));
    }

    #[test]
    fn an_answer_to_an_invitation_is_owed_an_answer_as_the_first_words_were() {
        let invited = interest(State::New).climbed(Rung::Deputies, at(26, 9)).invite(at(26, 10)).unwrap();
        assert_eq!(invited.owed(), None, "it is the volunteer who is asked");
        // Monday 30 November: three working days are Thursday.
        let replied = invited.reply(3, None, at(30, 9)).unwrap();
        let due = Day::of(2026, 12, 3).at(23, 59);
        assert_eq!(replied.owed(), Some(Promise { since: at(30, 9), due, told: Rung::Contact }));
        let asked = replied.promise.map(|promise| promise.since);
        assert_eq!(asked, Some(at(20, 12)), "the waiting list knows when they first asked");
        assert_eq!(replied.waitlist(at(30, 10)).unwrap().owed(), None);
    }

    #[test]
    fn a_family_of_three_does_not_fit_into_two_places() {
        let family = Interest { persons: 3, ..interest(State::New) };
        assert_eq!(family.clone().accept(Some(2), at(20, 13)), Err(Refused::Full { free: 2 }));
        assert_eq!(family.clone().accept(Some(-1), at(20, 13)), Err(Refused::Full { free: 0 }));
        assert!(family.clone().accept(Some(3), at(20, 13)).is_ok());
        assert!(family.accept(None, at(20, 13)).is_ok());
    }

    #[test]
    fn the_first_answer_is_what_counts_as_answered() {
        let invited = interest(State::New).invite(at(21, 9)).unwrap();
        let accepted = invited.accept(None, at(23, 9)).unwrap();
        assert_eq!(accepted.answered_at, Some(at(21, 9)));
        assert_eq!(interest(State::New).withdraw(at(21, 9)).unwrap().answered_at, None);
    }

    #[test]
    fn a_promise_of_three_days_on_a_friday_is_kept_until_wednesday_evening() {
        // Friday 20 November 2026.
        let promise = Promise::given(at(20, 16), 3, None);
        assert_eq!(promise.due, Day::of(2026, 11, 25).at(23, 59));
        assert_eq!(promise.rung(3, at(25, 23)), Rung::Contact);
        assert_eq!(promise.rung(3, at(26, 0)), Rung::Deputies);
        // Three more working days: Thursday, Friday, Monday.
        assert_eq!(promise.rung(3, at(30, 23)), Rung::Deputies);
        assert_eq!(promise.rung(3, Day::of(2026, 12, 1).at(0, 0)), Rung::Coordinator);
        assert_eq!(promise.days_waited(at(25, 1)), 5);
    }

    #[test]
    fn a_promise_steps_over_christmas() {
        let promise = Promise::given(Day::of(2026, 12, 22).at(10, 0), 3, None);
        // Wednesday 23, Thursday 24, then Monday 28: Christmas and the weekend lie between.
        assert_eq!(promise.due.day(), Day::of(2026, 12, 28));
    }

    #[test]
    fn nobody_is_told_at_night_or_on_days_off() {
        for told in [at(26, 8), at(26, 15), at(27, 14)] {
            assert!(is_working_time(told), "{told}");
        }
        let christmas_eve = Day::of(2026, 12, 24).at(10, 0);
        let good_friday = Day::of(2026, 4, 3).at(10, 0);
        for quiet in [at(26, 0), at(26, 16), at(27, 15), at(28, 10), at(29, 10), christmas_eve, good_friday] {
            assert!(!is_working_time(quiet), "{quiet}");
        }
    }

    #[test]
    fn who_asked_first_is_first_on_the_waiting_list_if_there_is_room() {
        let waiting = |number: u128, day: i8, persons: i64| Interest {
            id: Uuid::from_u128(number).into(),
            persons,
            promise: Some(Promise::given(at(day, 9), 3, None)),
            ..interest(State::Waitlisted)
        };
        let list = [waiting(1, 20, 1), waiting(2, 18, 4), waiting(3, 19, 1), interest(State::New)];
        let none = HashMap::new();
        let number = |free| first_in_line(&list, &none, free).map(|interest| interest.id.uuid().as_u128());
        assert_eq!(number(1), Some(3), "a group of four does not fit into one place");
        assert_eq!(number(4), Some(2));
        assert_eq!(number(0), None);
        let passed = HashMap::from([(list[2].id, at(21, 9)), (list[1].id, at(20, 9))]);
        let order: Vec<u128> = line(&list, &passed).iter().map(|one| one.id.uuid().as_u128()).collect();
        assert_eq!(order, [1, 2, 3], "who let a place pass stands behind, the last offered last");
    }
}
