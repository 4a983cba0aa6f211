//! What may happen to a task, and what it must have first. Pure: a transition consumes the task and
//! gives it back in its new state.

use samskab_kernel::Instant;

use super::{
    ApproachKind, Insurance, Remote, Requirement, Settings, State, StateKind, Task, Time, state::Open,
    time::TimeKind,
};

/// Something a task lacks before it can be public, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    Title,
    Summary,
    Does,
    /// Neither once nor weekly nor when it suits.
    Time,
    Day,
    Weekdays,
    Start,
    End,
    Hours,
    /// Its only or last day is over.
    TimeOver,
    Address,
    Contact,
    BoundaryStaff,
    BoundaryVolunteers,
    BoundaryGrey,
    /// Nobody has chosen who insures; a unit may not publish while nobody knows either (law B.5).
    InsuranceUnclear,
    Course,
    ApproachChallenge,
    ApproachParties,
    ApproachOther,
}

/// Why a transition is not made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// The step is not possible in this state; somebody else was quicker.
    #[error("not from this state")]
    WrongState,
    #[error("something is missing")]
    Incomplete(Vec<Missing>),
}

pub type Outcome = Result<Task, Refused>;

/// Who must say yes before a task is public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Approver {
    /// The key person of the unit's area.
    KeyPerson,
    Coordinator,
}

/// Days before the end at which the contact is told that a task expires.
pub const WARNED_DAYS_BEFORE: i64 = 7;
/// Days without an answer to "is it still current?" after which a task is taken down.
pub const ANSWER_IF_CURRENT_DAYS: i64 = 21;

impl Task {
    /// Everything that keeps it from being public at `now`; empty when nothing does.
    pub fn missing(&self, now: Instant) -> Vec<Missing> {
        let mut missing = Vec::new();
        let mut need = |present: bool, what: Missing| {
            if !present {
                missing.push(what);
            }
        };
        need(!self.title.is_empty(), Missing::Title);
        need(!self.summary.is_empty(), Missing::Summary);
        need(!self.does.is_empty(), Missing::Does);
        if let Time::Unsettled(fields) = &self.time {
            let is = |kind| fields.kind == Some(kind);
            need(fields.kind.is_some(), Missing::Time);
            need(!is(TimeKind::OneOff) || fields.starts_on.is_some(), Missing::Day);
            need(!is(TimeKind::Weekly) || !fields.weekdays.is_empty(), Missing::Weekdays);
            let has_no_turn = fields.kind.is_none() || is(TimeKind::Flexible);
            need(has_no_turn || fields.start_minute.is_some(), Missing::Start);
            need(has_no_turn || fields.duration.is_some(), Missing::End);
            need(!is(TimeKind::Flexible), Missing::Hours);
        }
        need(self.time.last_end().is_none_or(|end| end > now), Missing::TimeOver);
        need(self.remote == Remote::Remote || self.postcode.is_some(), Missing::Address);
        need(self.contact.is_some(), Missing::Contact);
        // VB-15: where staff work, the line is drawn before anybody comes.
        let by_unit = self.is_by_unit();
        need(!by_unit || !self.boundary.staff.is_empty(), Missing::BoundaryStaff);
        need(!by_unit || !self.boundary.volunteers.is_empty(), Missing::BoundaryVolunteers);
        need(!by_unit || !self.boundary.grey.is_empty(), Missing::BoundaryGrey);
        let is_insurance_settled = match self.insurance {
            Insurance::NotSaid => false,
            Insurance::Unclear => !by_unit,
            Insurance::Work | Insurance::Effort18a | Insurance::Association | Insurance::Own => true,
        };
        need(is_insurance_settled, Missing::InsuranceUnclear);
        need(!self.requirements.contains(&Requirement::Course) || !self.course.is_empty(), Missing::Course);
        if let Some(approach) = &self.approach {
            need(!approach.challenge.is_empty(), Missing::ApproachChallenge);
            need(!approach.parties.is_empty(), Missing::ApproachParties);
            need(approach.kind != ApproachKind::Other || !approach.other.is_empty(), Missing::ApproachOther);
        }
        missing
    }

    /// For children, or for families with them.
    pub fn is_among_children(&self) -> bool {
        self.target_groups.iter().any(|group| group == "children" || group == "families")
    }

    /// A lasting task among children, without a børneattest: it may be right (nobody is alone with
    /// them for long), but somebody should have thought about it (law B.4).
    pub fn may_need_certificate(&self) -> bool {
        let lasts = matches!(self.time, Time::Weekly { .. } | Time::Flexible { .. });
        lasts && self.is_among_children() && !self.requirements.contains(&Requirement::ChildrensCertificate)
    }

    /// Whose yes the municipality wants. `is_first`: the association has had no task before.
    pub fn approver(&self, settings: &Settings, is_first: bool) -> Option<Approver> {
        if self.is_by_unit() {
            settings.unit_tasks_need_approval.then_some(Approver::KeyPerson)
        } else {
            (settings.association_first_task_needs_approval && is_first).then_some(Approver::Coordinator)
        }
    }

    /// When it would be taken down if it were opened at `now`: with its last turn, else after the
    /// municipality's lifetime.
    pub fn natural_end(&self, settings: &Settings, now: Instant) -> Instant {
        let lifetime = now.day().plus_days(settings.task_lifetime_days).end();
        self.time.last_end().unwrap_or(lifetime)
    }

    fn complete(self, now: Instant) -> Outcome {
        let missing = self.missing(now);
        if missing.is_empty() { Ok(self) } else { Err(Refused::Incomplete(missing)) }
    }

    fn into(self, state: State, now: Instant) -> Self {
        Self { state, state_since: now, updated_at: now, ..self }
    }

    fn opened(self, settings: &Settings, now: Instant) -> Self {
        let expires_at = self.natural_end(settings, now);
        let published_at = self.published_at.or(Some(now));
        Self { published_at, ..self.into(State::Open(Open::from(now, expires_at)), now) }
    }

    /// Sends a draft to the one who must say yes.
    pub fn submit(self, now: Instant) -> Outcome {
        match self.state {
            State::Draft { .. } => Ok(self.complete(now)?.into(State::Awaiting, now)),
            _ => Err(Refused::WrongState),
        }
    }

    pub fn publish(self, settings: &Settings, now: Instant) -> Outcome {
        match self.state {
            State::Draft { .. } | State::Awaiting => Ok(self.complete(now)?.opened(settings, now)),
            _ => Err(Refused::WrongState),
        }
    }

    /// Back to the one who wrote it, with what should be changed.
    pub fn send_back(self, text: String, now: Instant) -> Outcome {
        match self.state {
            State::Awaiting => Ok(self.into(State::Draft { sent_back: Some(text) }, now)),
            _ => Err(Refused::WrongState),
        }
    }

    /// Every place is taken.
    pub fn fill(self, now: Instant) -> Outcome {
        match self.state {
            State::Open(open) => Ok(self.into(State::Filled { expires_at: open.expires_at }, now)),
            _ => Err(Refused::WrongState),
        }
    }

    pub fn close(self, reason: String, now: Instant) -> Outcome {
        match self.state {
            State::Open(_) | State::Filled { .. } => Ok(self.into(State::Closed { reason }, now)),
            _ => Err(Refused::WrongState),
        }
    }

    /// It will not happen; also what takes no more volunteers, while those who help go on.
    pub fn cancel(self, reason: String, now: Instant) -> Outcome {
        match self.state {
            State::Draft { .. } | State::Cancelled { .. } => Err(Refused::WrongState),
            _ => Ok(self.into(State::Cancelled { reason }, now)),
        }
    }

    /// Takes back that it was called off while nobody counted on it: it is in the state `stood` again.
    pub fn uncancel(self, stood: StateKind, settings: &Settings, now: Instant) -> Outcome {
        match (&self.state, stood) {
            (State::Cancelled { .. }, StateKind::Awaiting) => {
                Ok(self.complete(now)?.into(State::Awaiting, now))
            }
            (State::Cancelled { .. }, StateKind::Open | StateKind::Filled) => {
                Ok(self.complete(now)?.opened(settings, now))
            }
            (State::Cancelled { .. }, StateKind::Closed | StateKind::Expired) => {
                Ok(self.into(State::Closed { reason: String::new() }, now))
            }
            _ => Err(Refused::WrongState),
        }
    }

    /// Opens it again: a place became free, or it was taken down too early. What was called off while people counted
    /// on it stays so – they were told that it will not happen; a copy is a new task.
    pub fn reopen(self, settings: &Settings, now: Instant) -> Outcome {
        match self.state {
            State::Filled { .. } | State::Closed { .. } | State::Expired { .. } => {
                Ok(self.complete(now)?.opened(settings, now))
            }
            _ => Err(Refused::WrongState),
        }
    }

    /// Whether time alone has ended it: past its end, or asked and not answered for three weeks.
    pub fn is_overdue(&self, now: Instant) -> bool {
        match &self.state {
            State::Open(open) => {
                open.expires_at <= now
                    || open.asked_at.is_some_and(|asked| asked.plus_days(ANSWER_IF_CURRENT_DAYS) <= now)
            }
            State::Filled { expires_at } => *expires_at <= now,
            _ => false,
        }
    }

    /// The task as it is at `now` by the clock: the job that takes down what is over runs only every ten minutes.
    #[must_use]
    pub fn as_of(self, now: Instant) -> Self {
        if self.is_overdue(now) { self.into(State::Expired { reason: String::new() }, now) } else { self }
    }

    pub fn expire(self, reason: String, now: Instant) -> Outcome {
        if self.is_overdue(now) {
            Ok(self.into(State::Expired { reason }, now))
        } else {
            Err(Refused::WrongState)
        }
    }

    /// Whether its contact should be told now that it soon expires.
    pub fn should_be_warned(&self, now: Instant) -> bool {
        match &self.state {
            // A task for a single day ends when the day is over; everybody knows.
            State::Open(open) => {
                !matches!(self.time, Time::OneOff { .. })
                    && open.warned_at.is_none()
                    && open.expires_at.plus_days(-WARNED_DAYS_BEFORE) <= now
            }
            _ => false,
        }
    }

    /// Whether its contact should be asked now if it is still current: weekly and flexible tasks
    /// live long, and what is not looked after rots.
    pub fn should_be_asked(&self, settings: &Settings, now: Instant) -> bool {
        match &self.state {
            State::Open(open) => {
                !matches!(self.time, Time::OneOff { .. })
                    && open.asked_at.is_none()
                    && open.current_at.plus_days(settings.ask_if_current_after_days) <= now
            }
            _ => false,
        }
    }

    /// Notes that the contact was warned or asked.
    pub fn noted(self, note: impl FnOnce(&mut Open)) -> Outcome {
        match self.state {
            State::Open(mut open) => {
                note(&mut open);
                Ok(Self { state: State::Open(open), ..self })
            }
            _ => Err(Refused::WrongState),
        }
    }

    /// "Yes, it is still current": lives on as if it were published today.
    pub fn confirm_current(self, settings: &Settings, now: Instant) -> Outcome {
        match self.state {
            State::Open(_) => {
                let open = Open::from(now, self.natural_end(settings, now));
                Ok(Self { state: State::Open(open), updated_at: now, ..self })
            }
            _ => Err(Refused::WrongState),
        }
    }

    /// It was the wrong press: what belongs to the open task is as it was `before` somebody said that it is current. It
    /// never ends later by it than it does now.
    pub fn take_back_current(self, before: Open, now: Instant) -> Outcome {
        match self.state {
            State::Open(open)
                if before.expires_at <= open.expires_at && before.current_at <= open.current_at =>
            {
                Ok(Self { state: State::Open(before), updated_at: now, ..self })
            }
            _ => Err(Refused::WrongState),
        }
    }

    /// After a change of what it says: an open task's end follows its new days.
    pub fn edited(self, settings: &Settings, now: Instant) -> Self {
        let state = match self.state.clone() {
            State::Open(_) => State::Open(Open::from(now, self.natural_end(settings, now))),
            State::Filled { expires_at } => {
                State::Filled { expires_at: self.time.last_end().unwrap_or(expires_at) }
            }
            other => other,
        };
        Self { state, updated_at: now, ..self }
    }

    /// A new draft with the same words. Its days are left out: they are what differs.
    pub fn copied(&self, id: super::TaskId, by: Option<super::PersonId>, now: Instant) -> Self {
        let mut fields = super::time::TimeFields::from(self.time.clone());
        if matches!(self.time, Time::OneOff { .. }) {
            fields.starts_on = None;
        }
        if fields.ends_on.is_some_and(|end| end < now.day()) {
            fields.ends_on = None;
        }
        Self {
            id,
            number: None,
            time: Time::from(fields),
            state: State::Draft { sent_back: None },
            state_since: now,
            published_at: None,
            created_by: by,
            created_at: now,
            updated_at: now,
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use samskab_kernel::Day;
    use samskab_organisation::{answering::Poster, association::Theme};
    use uuid::Uuid;

    use super::*;
    use crate::task::{
        Approach, Boundary, StateKind,
        time::{TimeFields, Turn, weekdays_from},
    };

    const NOW: Instant = Instant::from_micros(1_772_438_400_000_000);
    const SATURDAY: Day = Day::of(2026, 3, 7);

    fn draft(poster: Poster) -> Task {
        Task::draft(Uuid::from_u128(7).into(), poster, Theme::Social, None, NOW)
    }

    /// A task that lacks nothing: Saturday from two to four.
    fn complete(poster: Poster) -> Task {
        let line = |text: &str| vec![text.to_owned()];
        Task {
            title: "Lørdagskaffe".into(),
            summary: "Kaffe og selskab.".into(),
            does: line("Skænk kaffe"),
            time: Time::OneOff { day: SATURDAY, turn: Turn { start_minute: 840, duration: 120 } },
            postcode: "9561".parse().ok(),
            contact: Some(Uuid::from_u128(8).into()),
            boundary: Boundary {
                staff: line("Pleje"),
                volunteers: line("Kaffe"),
                grey: line("Ture ud af huset"),
            },
            insurance: Insurance::Effort18a,
            ..draft(poster)
        }
    }

    fn of_unit() -> Task {
        complete(Poster::Unit(Uuid::from_u128(1).into()))
    }

    fn of_association() -> Task {
        complete(Poster::Association(Uuid::from_u128(2).into()))
    }

    fn weekly(task: Task) -> Task {
        let turn = Turn { start_minute: 840, duration: 90 };
        Task { time: Time::Weekly { weekdays: weekdays_from("2"), from: None, to: None, turn }, ..task }
    }

    fn settings() -> Settings {
        Settings::default()
    }

    #[test]
    fn an_empty_draft_is_told_everything_it_lacks_in_the_order_of_the_form() {
        let missing = draft(Poster::Unit(Uuid::from_u128(1).into())).missing(NOW);
        let expected = [
            Missing::Title,
            Missing::Summary,
            Missing::Does,
            Missing::Time,
            Missing::Address,
            Missing::Contact,
            Missing::BoundaryStaff,
            Missing::BoundaryVolunteers,
            Missing::BoundaryGrey,
            Missing::InsuranceUnclear,
        ];
        assert_eq!(missing, expected);
        assert_eq!(of_unit().missing(NOW), []);
    }

    #[test]
    fn of_a_half_written_time_it_is_said_what_is_left_to_write() {
        let lacks = |fields: TimeFields| Task { time: Time::from(fields), ..of_unit() }.missing(NOW);
        let weekly = TimeFields { kind: Some(TimeKind::Weekly), ..TimeFields::default() };
        assert_eq!(lacks(weekly.clone()), [Missing::Weekdays, Missing::Start, Missing::End]);
        let timed = TimeFields { start_minute: Some(840), duration: Some(60), ..weekly };
        assert_eq!(lacks(timed.clone()), [Missing::Weekdays]);
        let once = TimeFields { kind: Some(TimeKind::OneOff), ..timed };
        assert_eq!(lacks(once), [Missing::Day]);
        let flexible = TimeFields { kind: Some(TimeKind::Flexible), ..TimeFields::default() };
        assert_eq!(lacks(flexible), [Missing::Hours]);
    }

    #[test]
    fn a_unit_draws_the_line_and_settles_the_insurance_first_and_an_association_need_not() {
        let vague =
            |task: Task| Task { boundary: Boundary::default(), insurance: Insurance::Unclear, ..task };
        assert!(
            matches!(vague(of_unit()).publish(&settings(), NOW), Err(Refused::Incomplete(missing)) if missing.len() == 4)
        );
        assert!(vague(of_association()).publish(&settings(), NOW).is_ok());
        let untouched = Task { insurance: Insurance::NotSaid, ..of_association() };
        assert_eq!(untouched.missing(NOW), [Missing::InsuranceUnclear], "a default insures nobody");
    }

    #[test]
    fn a_chosen_approach_needs_both_reasons_and_another_needs_words() {
        let approach = |kind, challenge: &str, parties: &str, other: &str| Task {
            approach: Some(Approach {
                kind,
                challenge: challenge.into(),
                parties: parties.into(),
                other: other.into(),
            }),
            ..of_unit()
        };
        assert_eq!(approach(ApproachKind::Equal, "x", "", "").missing(NOW), [Missing::ApproachParties]);
        assert_eq!(approach(ApproachKind::Equal, "", "y", "").missing(NOW), [Missing::ApproachChallenge]);
        assert_eq!(approach(ApproachKind::Other, "x", "y", "").missing(NOW), [Missing::ApproachOther]);
        assert_eq!(approach(ApproachKind::Other, "x", "y", "z").missing(NOW), []);
    }

    #[test]
    fn a_lasting_task_among_children_raises_the_question_of_the_certificate() {
        let among_children = |task: Task| Task { target_groups: vec!["children".into()], ..task };
        assert!(!of_unit().may_need_certificate() && !among_children(of_unit()).may_need_certificate());
        let lasting = among_children(weekly(of_unit()));
        assert!(lasting.may_need_certificate());
        let asked = Task { requirements: vec![Requirement::ChildrensCertificate], ..lasting };
        assert!(!asked.may_need_certificate());
    }

    #[test]
    fn what_is_over_is_not_published() {
        let sunday = SATURDAY.plus_days(1).start();
        assert_eq!(of_unit().publish(&settings(), sunday), Err(Refused::Incomplete(vec![Missing::TimeOver])));
    }

    #[test]
    fn who_must_say_yes_follows_the_municipality() {
        let wants = Settings {
            unit_tasks_need_approval: true,
            association_first_task_needs_approval: true,
            ..settings()
        };
        assert_eq!(of_unit().approver(&wants, false), Some(Approver::KeyPerson));
        assert_eq!(of_association().approver(&wants, true), Some(Approver::Coordinator));
        assert_eq!(of_association().approver(&wants, false), None);
        let trusts = Settings { association_first_task_needs_approval: false, ..settings() };
        assert_eq!(of_association().approver(&trusts, true), None);
        assert_eq!(of_unit().approver(&trusts, true), None);
    }

    #[test]
    fn a_task_sent_back_carries_the_words_until_it_is_sent_again() {
        let back = of_unit().submit(NOW).unwrap().send_back("Hvem henter nøglen?".into(), NOW).unwrap();
        assert_eq!(back.state.reason(), "Hvem henter nøglen?");
        assert_eq!(back.submit(NOW).unwrap().state, State::Awaiting);
    }

    #[test]
    fn a_single_day_ends_with_its_turn_and_a_long_task_after_its_lifetime() {
        let once = of_unit().publish(&settings(), NOW).unwrap();
        assert_eq!(once.state.expires_at(), Some(SATURDAY.at(16, 0)));
        assert!(!once.is_overdue(SATURDAY.at(15, 59)) && once.is_overdue(SATURDAY.at(16, 0)));
        let long = weekly(of_unit()).publish(&settings(), NOW).unwrap();
        assert_eq!(long.state.expires_at(), Some(NOW.day().plus_days(180).end()));
    }

    #[test]
    fn a_weekly_task_is_asked_after_and_taken_down_when_nobody_answers() {
        let settings = settings();
        let task = weekly(of_unit()).publish(&settings, NOW).unwrap();
        let later = NOW.plus_days(60);
        assert!(
            !task.should_be_asked(&settings, later.plus_days(-1)) && task.should_be_asked(&settings, later)
        );
        let asked = task.noted(|open| open.asked_at = Some(later)).unwrap();
        assert!(!asked.should_be_asked(&settings, later.plus_days(5)));
        let confirmed = asked.clone().confirm_current(&settings, later.plus_days(3)).unwrap();
        assert!(!confirmed.is_overdue(later.plus_days(60)));
        assert!(asked.is_overdue(later.plus_days(ANSWER_IF_CURRENT_DAYS)));
        let gone = asked.expire(String::new(), later.plus_days(30)).unwrap();
        assert_eq!(gone.reopen(&settings, later.plus_days(30)).unwrap().state.kind(), StateKind::Open);
    }

    #[test]
    fn what_was_called_off_is_taken_back_to_where_it_stood_and_no_further() {
        let settings = settings();
        let awaiting = of_unit().submit(NOW).unwrap();
        let off = awaiting.clone().cancel("Regn".into(), NOW).unwrap();
        assert_eq!(off.clone().reopen(&settings, NOW), Err(Refused::WrongState));
        let back = off.clone().uncancel(StateKind::Awaiting, &settings, NOW).unwrap();
        assert_eq!((back.state.kind(), back.published_at), (StateKind::Awaiting, None));
        let open = of_unit().publish(&settings, NOW).unwrap();
        assert_eq!(open.clone().uncancel(StateKind::Open, &settings, NOW), Err(Refused::WrongState));
        let off = open.cancel("Regn".into(), NOW).unwrap();
        assert_eq!(
            off.clone().uncancel(StateKind::Open, &settings, NOW).unwrap().state.kind(),
            StateKind::Open
        );
        assert!(off.uncancel(StateKind::Open, &settings, NOW.plus_days(400)).is_err(), "its day is over");
        let closed = of_unit().publish(&settings, NOW).unwrap().close(String::new(), NOW).unwrap();
        let off = closed.cancel("Ingen tid".into(), NOW).unwrap();
        assert_eq!(off.state.kind(), StateKind::Cancelled, "those who help with it are told");
        assert_eq!(off.uncancel(StateKind::Closed, &settings, NOW).unwrap().state.kind(), StateKind::Closed);
    }

    #[test]
    fn a_single_day_is_neither_asked_after_nor_warned() {
        let task = of_unit().publish(&settings(), NOW).unwrap();
        assert!(
            !task.should_be_warned(SATURDAY.start())
                && !task.should_be_asked(&settings(), NOW.plus_days(400))
        );
        let long = weekly(of_unit()).publish(&settings(), NOW).unwrap();
        assert!(!long.should_be_warned(NOW.plus_days(170)) && long.should_be_warned(NOW.plus_days(175)));
    }

    #[test]
    fn a_new_day_for_an_open_task_moves_its_end() {
        let task = of_unit().publish(&settings(), NOW).unwrap();
        let turn = Turn { start_minute: 840, duration: 120 };
        let moved =
            Task { time: Time::OneOff { day: SATURDAY.plus_days(7), turn }, ..task }.edited(&settings(), NOW);
        assert_eq!(moved.state.expires_at(), Some(SATURDAY.plus_days(7).at(16, 0)));
    }

    #[test]
    fn a_copy_is_a_draft_without_the_day_and_the_past() {
        let task = of_unit().publish(&settings(), NOW).unwrap();
        let copy = task.copied(Uuid::from_u128(9).into(), None, NOW);
        assert_eq!(
            (copy.state.kind(), copy.published_at, &copy.title),
            (StateKind::Draft, None, &task.title)
        );
        let fields = TimeFields::from(copy.time.clone());
        assert_eq!((fields.starts_on, fields.start_minute), (None, Some(840)));
        assert_eq!(copy.missing(NOW), [Missing::Day]);
    }

    /// One step, as a number says it.
    fn step(task: Task, number: u8, now: Instant) -> Task {
        let settings = settings();
        let before = task.clone();
        let outcome = match number {
            0 => task.submit(now),
            1 => task.publish(&settings, now),
            2 => task.send_back("Ret det".into(), now),
            3 => task.fill(now),
            4 => task.close("Tak".into(), now),
            5 => task.cancel("Regn".into(), now),
            6 => task.reopen(&settings, now),
            7 => task.expire(String::new(), now),
            _ => task.confirm_current(&settings, now),
        };
        outcome.unwrap_or(before)
    }

    proptest! {
        /// Whatever is tried in whatever order: what is public was complete, and once public it never
        /// becomes a draft again.
        #[test]
        fn no_way_leads_from_public_back_to_hidden(steps in proptest::collection::vec((0..9_u8, 0..40_i64), 1..25)) {
            let mut task = weekly(of_unit());
            let mut now = NOW;
            for (number, days) in steps {
                now = now.plus_days(days);
                task = step(task, number, now);
                if task.published_at.is_some() {
                    prop_assert!(task.state.is_public());
                }
                if let State::Open(open) = &task.state {
                    prop_assert!(open.current_at <= now);
                    prop_assert!(task.missing(now).is_empty());
                }
            }
        }
    }
}
