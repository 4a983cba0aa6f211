//! The volunteers of the town and the interest they have shown, in every state.

use std::collections::HashMap;

use samskab_interest::{self, Interest, Promise, State, StateKind, StepKind, store::By};
use samskab_kernel::{Instant, jiff::civil::Time as WallTime};
use samskab_organisation::person::{self, MailChoice, Person, PersonId};
use samskab_taskbank::{
    channel::CameBy,
    task::{self, TaskId},
};

use super::{
    DemoTown,
    files::{Entry, Files},
    reach::CHANNEL_DAYS,
};

/// Somebody who helps.
#[derive(Clone)]
pub(super) struct Volunteer {
    pub person: Person,
    pub postcode: Option<String>,
}

/// What somebody wrote about a task, and what was said to it.
pub(super) struct DemoInterest<'a> {
    pub volunteer: &'a str,
    pub task: &'a str,
    pub state: StateKind,
    /// Who wrote it down for them.
    pub entered_by: Option<PersonId>,
    pub at: Instant,
    pub message: &'a str,
    pub persons: i64,
    pub answered: Option<Instant>,
    /// `None` for the program.
    pub answered_by: Option<PersonId>,
    pub answer: &'a str,
    /// When it was withdrawn, and why.
    pub withdrawn: Option<(Instant, &'a str)>,
}

impl DemoTown {
    pub(super) async fn add_interests(&mut self, files: &Files) -> anyhow::Result<()> {
        let first_seen = first_seen(files)?;
        for entry in files.entries("volunteer")? {
            self.add_volunteer(&entry, &first_seen).await?;
        }
        for entry in files.entries("interest")? {
            let volunteer = entry.known("volunteer", &self.volunteers)?;
            let time: WallTime = entry.parsed("time")?;
            let withdrawn = match entry.number_if_any("withdrawn_days_ago")? {
                Some(days) => {
                    let reason = entry.text_if_any("withdraw_reason")?;
                    Some((self.at(days, 18, 45), reason.unwrap_or_default()))
                }
                None => None,
            };
            let shown = DemoInterest {
                volunteer: entry.text("volunteer")?,
                task: entry.text("task")?,
                state: entry.parsed("state")?,
                entered_by: entry.known_if_any("entered_by", &self.people)?,
                at: self.at(entry.number("days_ago")?, time.hour(), time.minute()),
                message: entry.text_if_any("message")?.unwrap_or_default(),
                persons: entry.number_if_any("persons")?.unwrap_or(1),
                answered: entry.number_if_any("answered_days_ago")?.map(|days| self.at(days, 11, 20)),
                answered_by: entry.known_if_any("answered_by", &self.people)?,
                answer: entry.text_if_any("answer")?.unwrap_or_default(),
                withdrawn,
            };
            let task = entry.known("task", &self.tasks)?;
            self.add_interest(shown, &volunteer.person, task.id).await?;
        }
        Ok(())
    }

    async fn add_volunteer(
        &mut self,
        entry: &Entry<'_>,
        first_seen: &HashMap<String, i64>,
    ) -> anyhow::Result<()> {
        let key = entry.text("key")?.to_owned();
        let email = entry.parsed_if_any("email")?;
        let came = self.days_ago(first_seen.get(&key).copied().unwrap_or(1));
        let mut person = Person::new(self.tx.new_id(), entry.text("name")?, email, came);
        person.phone = entry.parsed_if_any("phone")?;
        person.locale = entry.parsed("language")?;
        person.email_confirmed_at = person.email.is_some().then_some(came);
        person.last_seen_at = person.email.is_some().then(|| came.max(self.days_ago(2)));
        person.mail_choice = MailChoice::AtOnce;
        person::store::add(&mut self.tx, &person).await?;
        self.people.insert(key.clone(), person.id);
        self.names.insert(key.clone(), person.name.clone());
        let postcode = entry.text_if_any("postcode")?.map(ToOwned::to_owned);
        self.volunteers.insert(key, Volunteer { person, postcode });
        Ok(())
    }

    /// This many days before the start day, at that time; a time that would be in the future becomes an hour ago.
    pub(super) fn at(&self, days_ago: i32, hour: i8, minute: i8) -> Instant {
        let at = self.today.plus_days(-days_ago).at(hour, minute);
        let an_hour_ago = Instant::from_micros(self.now.micros() - 3_600_000_000);
        if at < self.now { at } else { an_hour_ago }
    }

    pub(super) async fn add_interest(
        &mut self,
        shown: DemoInterest<'_>,
        volunteer: &Person,
        task: TaskId,
    ) -> anyhow::Result<()> {
        let state = match shown.state {
            StateKind::Unconfirmed => State::Unconfirmed,
            StateKind::New => State::New,
            StateKind::Invited => State::Invited { replied_at: None },
            StateKind::Accepted => State::Accepted,
            StateKind::Waitlisted => State::Waitlisted,
            StateKind::Declined => State::Declined,
            StateKind::Withdrawn => State::Withdrawn,
            StateKind::Ended => State::Ended,
        };
        let tenant = self.tx.tenant();
        let found = task::store::find(&mut self.tx, tenant, task).await?;
        let begins = found.and_then(|task| task.time.begins_last());
        let is_confirmed = shown.state != StateKind::Unconfirmed;
        let state_since = shown.withdrawn.map(|(at, _)| at).or(shown.answered).unwrap_or(shown.at);
        let interest = Interest {
            id: self.tx.new_id(),
            task,
            name: volunteer.name.clone(),
            email: volunteer.email.clone(),
            phone: volunteer.phone.clone(),
            message: shown.message.to_owned(),
            locale: volunteer.locale,
            persons: shown.persons,
            lacks: Vec::new(),
            known_too_young: false,
            entered_by: shown.entered_by,
            promise: is_confirmed.then(|| Promise::given(shown.at, self.promise_days, begins)),
            answered_at: shown.answered,
            state,
            state_since,
            created_at: shown.at,
            updated_at: state_since,
        };
        samskab_interest::store::add(&mut self.tx, &interest, CameBy::default()).await?;
        self.interests.insert((shown.volunteer.to_owned(), shown.task.to_owned()), interest.id);
        let (by, kind) = match shown.entered_by {
            Some(person) => (By::Person(person), StepKind::EnteredOnBehalf),
            None => (By::Volunteer, StepKind::Shown),
        };
        let mut steps = vec![(shown.at, by, kind, shown.message)];
        if let Some(at) = shown.answered {
            let by = shown.answered_by.map_or(By::Program, By::Person);
            let kind = match shown.state {
                StateKind::Accepted => StepKind::Accepted,
                StateKind::Waitlisted => StepKind::Waitlisted,
                StateKind::Declined => StepKind::Declined,
                _ => StepKind::Invited,
            };
            steps.push((at, by, kind, shown.answer));
        }
        if let Some((at, reason)) = shown.withdrawn {
            steps.push((at, By::Volunteer, StepKind::Withdrawn, reason));
        }
        for (at, by, kind, text) in steps {
            samskab_interest::store::add_step_at(&mut self.tx, interest.id, at, by, kind, text).await?;
        }
        Ok(())
    }
}

/// How many days ago each volunteer came: with the first interest, CV or agreement, and before the link of their own.
fn first_seen(files: &Files) -> anyhow::Result<HashMap<String, i64>> {
    let mut first: HashMap<String, i64> = HashMap::new();
    for (list, field, before) in
        [("interest", "days_ago", 1), ("cv", "consent_days_ago", 1), ("engagement", "begun_days_ago", 10)]
    {
        for entry in files.entries(list)? {
            if let Some(days) = entry.number_if_any::<i64>(field)? {
                let all = first.entry(entry.text("volunteer")?.to_owned()).or_default();
                *all = (*all).max(days + before);
            }
        }
    }
    // Whoever has a link of their own had an account when it was made.
    for entry in files.entries("channel")? {
        if let Some(all) = entry.text_if_any("person")?.and_then(|person| first.get_mut(person)) {
            *all = (*all).max(CHANNEL_DAYS + 1);
        }
    }
    Ok(first)
}
