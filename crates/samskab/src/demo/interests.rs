//! The volunteers of the town and the interest they have shown, in every state.

use std::collections::HashMap;

use samskab_kernel::{Instant, Locale};
use samskab_organisation::person::{self, MailChoice, Person};
use samskab_volunteering::interest::{self, Interest, Promise, State, StateKind, StepKind, store::By};

use super::{
    Town,
    files::{Files, InterestEntry, VolunteerEntry},
    known, parsed, parsed_if_any,
};

impl Town {
    pub(super) async fn add_interests(&mut self, files: &Files) -> anyhow::Result<()> {
        let volunteers: HashMap<&str, &VolunteerEntry> =
            files.interests.volunteer.iter().map(|volunteer| (volunteer.key.as_str(), volunteer)).collect();
        for volunteer in &files.interests.volunteer {
            self.add_volunteer(volunteer).await?;
        }
        let promise_days = files.town.municipality.promise_days;
        for entry in &files.interests.interest {
            let volunteer = volunteers
                .get(entry.volunteer.as_str())
                .ok_or_else(|| anyhow::anyhow!("“{}” is not a volunteer of the town", entry.volunteer))?;
            self.add_interest(entry, volunteer, promise_days).await?;
        }
        Ok(())
    }

    async fn add_volunteer(&mut self, volunteer: &VolunteerEntry) -> anyhow::Result<()> {
        let email = parsed_if_any(volunteer.email.as_deref())?;
        let mut person = Person::new(self.tx.new_id(), &volunteer.name, email, self.now);
        person.phone = parsed_if_any(volunteer.phone.as_deref())?;
        person.locale = parsed(&volunteer.language)?;
        person.email_confirmed_at = person.email.is_some().then_some(self.now);
        person.mail_choice = MailChoice::AtOnce;
        person::store::add(&mut self.tx, &person).await?;
        self.people.insert(volunteer.key.clone(), person.id);
        self.names.insert(volunteer.key.clone(), volunteer.name.clone());
        Ok(())
    }

    /// That many days before the start day, at that time; what would still be to come is an hour old.
    pub(super) fn at(&self, days_ago: i64, time: &str) -> anyhow::Result<Instant> {
        let (hours, minutes) =
            time.split_once(':').ok_or_else(|| anyhow::anyhow!("“{time}” is not a time"))?;
        let day = self.today.plus_days(-i32::try_from(days_ago)?);
        let at = day.at(parsed(hours)?, parsed(minutes)?);
        let an_hour_ago = Instant::from_micros(self.now.micros() - 3_600_000_000);
        Ok(if at < self.now { at } else { an_hour_ago })
    }

    pub(super) async fn add_interest(
        &mut self,
        entry: &InterestEntry,
        volunteer: &VolunteerEntry,
        promise_days: u32,
    ) -> anyhow::Result<()> {
        let shown = self.at(entry.days_ago, &entry.time)?;
        let kind: StateKind = parsed(&entry.state)?;
        let answered = entry.answered_days_ago.map(|days| self.at(days, "11:20")).transpose()?;
        let withdrawn = entry.withdrawn_days_ago.map(|days| self.at(days, "18:45")).transpose()?;
        let state = match kind {
            StateKind::Unconfirmed => State::Unconfirmed,
            StateKind::New => State::New,
            StateKind::Invited => State::Invited { replied_at: None },
            StateKind::Accepted => State::Accepted,
            StateKind::Waitlisted => State::Waitlisted,
            StateKind::Declined => State::Declined,
            StateKind::Withdrawn => State::Withdrawn,
            StateKind::Ended => State::Ended,
        };
        let confirmed = kind != StateKind::Unconfirmed;
        let entered_by = entry.entered_by.as_deref().map(|key| known(&self.people, key)).transpose()?;
        let state_since = withdrawn.or(answered).unwrap_or(shown);
        let locale: Locale = parsed(&volunteer.language)?;
        let interest = Interest {
            id: self.tx.new_id(),
            task: known(&self.tasks, &entry.task)?,
            name: volunteer.name.clone(),
            email: parsed_if_any(volunteer.email.as_deref())?,
            phone: parsed_if_any(volunteer.phone.as_deref())?,
            message: entry.message.clone(),
            locale,
            persons: entry.persons.unwrap_or(1),
            lacks: Vec::new(),
            entered_by,
            promise: confirmed.then(|| Promise::given(shown, promise_days)),
            answered_at: answered,
            state,
            state_since,
            created_at: shown,
            updated_at: state_since,
        };
        interest::store::add(&mut self.tx, &interest).await?;
        self.interests.insert((entry.volunteer.clone(), entry.task.clone()), interest.id);
        let first = match entered_by {
            Some(person) => (By::Person(person), StepKind::EnteredOnBehalf),
            None => (By::Volunteer, StepKind::Shown),
        };
        interest::store::add_step_at(&mut self.tx, interest.id, shown, first.0, first.1, &entry.message)
            .await?;
        if let Some(at) = answered {
            let by = entry.answered_by.as_deref().map(|key| known(&self.people, key)).transpose()?;
            let kind = match kind {
                StateKind::Accepted => StepKind::Accepted,
                StateKind::Waitlisted => StepKind::Waitlisted,
                StateKind::Declined => StepKind::Declined,
                _ => StepKind::Invited,
            };
            let by = by.map_or(By::Program, By::Person);
            interest::store::add_step_at(&mut self.tx, interest.id, at, by, kind, &entry.answer).await?;
        }
        if let Some(at) = withdrawn {
            let reason = &entry.withdraw_reason;
            interest::store::add_step_at(
                &mut self.tx,
                interest.id,
                at,
                By::Volunteer,
                StepKind::Withdrawn,
                reason,
            )
            .await?;
        }
        Ok(())
    }
}
