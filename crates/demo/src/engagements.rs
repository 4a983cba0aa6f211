//! What became of a yes: engagements with their agreements, what had to be in order first, and hours.

use std::collections::HashSet;

use samskab_engagement::engagement::{
    Agreement, EndedBy, Engagement, EngagementId, Side, State, StateKind, StepKind, Words, Yes, store, text,
};
use samskab_hours::hours::{self, Hours};
use samskab_interest::history::By;
use samskab_kernel::{Day, Instant, Locale, jiff::civil::Weekday};
use samskab_organisation::person::{self, PersonId};
use samskab_requirement as requirement;
use samskab_requirement::{
    Because, Fulfilment, Precondition, StateKind as FulfilmentState, rules::months_after,
};
use samskab_taskbank::{
    catalogue,
    task::{self, Task, TaskId, Time},
};

use super::{
    DemoTown, days,
    files::{Entry, Files},
    interests::DemoInterest,
    words::DayName,
};

/// What the other parts of the town need to know of an engagement.
pub(super) struct Helper {
    pub engagement: EngagementId,
    pub person: PersonId,
    pub is_active: bool,
    pub begun: Day,
}

impl DemoTown {
    pub(super) async fn add_engagements(&mut self, files: &Files) -> anyhow::Result<()> {
        let mut noted: HashSet<(PersonId, Precondition, TaskId)> = HashSet::new();
        for entry in files.entries("fulfilment")? {
            let person = entry.known("volunteer", &self.people)?;
            let task = entry.known("task", &self.tasks)?;
            noted.insert((person, entry.parsed("what")?, task.id));
            self.add_fulfilment(&entry, person, &task).await?;
        }
        for entry in files.entries("engagement")? {
            let task = entry.known("task", &self.tasks)?;
            self.accept(&entry, &task).await?;
            let helper = self.add_engagement(&entry, &task).await?;
            if matches!(entry.parsed("state")?, StateKind::Active | StateKind::Paused) {
                self.fulfil(&helper, &task, &mut noted).await?;
            }
            self.add_hours_regularly(&entry, &helper).await?;
            let pair = (entry.text("volunteer")?.to_owned(), entry.text("task")?.to_owned());
            self.helpers.insert(pair, helper);
        }
        Ok(())
    }

    /// Every engagement began with an interest that was accepted.
    async fn accept(&mut self, entry: &Entry<'_>, task: &Task) -> anyhow::Result<()> {
        let volunteer = entry.known("volunteer", &self.volunteers)?.person;
        let pair = (entry.text("volunteer")?.to_owned(), entry.text("task")?.to_owned());
        if entry.parsed::<StateKind>("state")? == StateKind::Ended || self.interests.contains_key(&pair) {
            return Ok(());
        }
        let begun_days_ago: i32 = entry.number("begun_days_ago")?;
        let accepted = DemoInterest {
            volunteer: &pair.0,
            task: &pair.1,
            state: samskab_interest::StateKind::Accepted,
            entered_by: task.contact.filter(|_| volunteer.email.is_none()),
            at: self.at(begun_days_ago + 9, 17, 20),
            message: "",
            persons: 1,
            answered: Some(self.at(begun_days_ago + 7, 11, 20)),
            answered_by: task.contact,
            answer: "Velkommen! Vi glæder os til at lære dig at kende.",
            withdrawn: None,
        };
        self.add_interest(accepted, &volunteer, task.id).await
    }

    async fn add_engagement(&mut self, entry: &Entry<'_>, task: &Task) -> anyhow::Result<Helper> {
        let person = entry.known("volunteer", &self.people)?;
        let contact = task.contact;
        let begun = self.began(entry, task)?;
        let proposed = begun.plus_days(-3);
        let (by_place, by_volunteer) =
            (Yes { at: begun.plus_days(-2), by: contact }, Yes { at: begun.plus_days(-1), by: Some(person) });
        let kind: StateKind = entry.parsed("state")?;
        let said = match kind {
            StateKind::Proposed => entry.text_if_any("yes")?.unwrap_or_default(),
            _ => "both",
        };
        let (place_yes, volunteer_yes) = (
            matches!(said, "both" | "place").then_some(by_place),
            matches!(said, "both" | "volunteer").then_some(by_volunteer),
        );
        let is_agreed = said == "both";
        let end = begun.plus_days(i64::from(self.today.number() - begun.day().number()) * 4 / 5);
        let (state, since) = match kind {
            StateKind::Proposed => (State::Proposed, proposed),
            StateKind::Active => (State::Active, begun),
            StateKind::Paused => (State::Paused { until: self.today.plus_days(24) }, self.days_ago(12)),
            StateKind::Ended => {
                let by = entry.parsed_if_any("ended_by")?.unwrap_or(EndedBy::Volunteer);
                (State::Ended { by, reason: entry.parsed_if_any("end_reason")? }, end)
            }
        };
        let begins_on = match &task.time {
            Time::OneOff { day, .. } => *day,
            Time::Weekly { weekdays, .. } if kind == StateKind::Proposed => {
                first_on_one_of(self.today.plus_days(8), weekdays)
            }
            _ if kind == StateKind::Proposed => days::office_day_after(self.today.plus_days(8)),
            _ => begun.day(),
        };
        let talk_on = (kind != StateKind::Proposed && !matches!(task.time, Time::OneOff { .. }))
            .then(|| begins_on.plus_days(42));
        let pair = (entry.text("volunteer")?.to_owned(), entry.text("task")?.to_owned());
        let engagement = Engagement {
            id: self.tx.new_id(),
            task: task.id,
            interest: self.interests.get(&pair).copied(),
            person,
            persons: 1,
            state,
            state_since: since,
            version: 1,
            in_force: is_agreed.then_some(1),
            place_yes,
            volunteer_yes,
            begins_on: Some(begins_on),
            begins_by: Side::Place,
            talk_on,
            talk_held_on: talk_on.filter(|day| *day < self.today),
            reminded_at: None,
            end_note: String::new(),
            thanks: entry.text_or_empty("thanks")?,
            created_at: proposed,
            updated_at: since,
        };
        store::add(&mut self.tx, &engagement).await?;
        let tenant = self.tx.tenant();
        let shown = task::store::shown(&mut self.tx, tenant, task.id, self.today).await?;
        let poster = shown.map(|shown| shown.poster_name).unwrap_or_default();
        let called = match contact {
            Some(contact) => person::store::find(&mut self.tx, tenant, contact).await?,
            None => None,
        };
        let called = called.map(|person| {
            let phone = person.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default();
            format!("{}, {phone}", person.name)
        });
        let text = text::fill(
            catalogue::agreement_text(Locale::Da),
            &text::Filled {
                locale: Locale::Da,
                volunteer: &entry.known("volunteer", &self.names)?,
                place: &poster,
                contact: called.as_deref().unwrap_or_default(),
                task,
                today: proposed.day(),
            },
        );
        let agreement = Agreement {
            version: 1,
            text,
            volunteer: Words {
                can: entry.text_or_empty("volunteer_can")?,
                sees: String::new(),
                needs: entry.text_or_empty("volunteer_needs")?,
            },
            place: Words {
                can: entry.text_or_empty("place_can")?,
                sees: entry.text_or_empty("place_sees")?,
                needs: entry.text_or_empty("place_needs")?,
            },
            begins_on: Some(begins_on),
            changed: Vec::new(),
            agreed_at: is_agreed.then_some(by_volunteer.at),
            created_at: proposed,
            updated_at: proposed,
        };
        store::add_agreement(&mut self.tx, engagement.id, &agreement).await?;
        self.add_steps(&engagement, contact).await?;
        let begun = begun.day();
        Ok(Helper { engagement: engagement.id, person, is_active: kind == StateKind::Active, begun })
    }

    /// On the day of the task, or on the day that the file says.
    fn began(&self, entry: &Entry<'_>, task: &Task) -> anyhow::Result<Instant> {
        let said = self.at(entry.number("begun_days_ago")?, 10, 0);
        let own = entry.parsed_if_any("on")?.map(|DayName(day)| vec![day]);
        let Time::Weekly { weekdays, .. } = &task.time else { return Ok(said) };
        let day = first_on_one_of(said.day(), own.as_ref().unwrap_or(weekdays));
        Ok(if day < self.today { day.at(10, 0) } else { said })
    }

    async fn add_steps(&mut self, engagement: &Engagement, contact: Option<PersonId>) -> anyhow::Result<()> {
        let place = contact.map_or(By::Program, By::Person);
        let mut steps = vec![(engagement.created_at, place, StepKind::Proposed, "")];
        if let Some(yes) = engagement.place_yes {
            steps.push((yes.at, place, StepKind::Yes, ""));
        }
        if let Some(yes) = engagement.volunteer_yes {
            steps.push((yes.at, By::Volunteer, StepKind::Yes, ""));
        }
        if engagement.state.kind() != StateKind::Proposed
            && let Some(yes) = engagement.volunteer_yes
        {
            steps.push((yes.at.plus_days(1), By::Program, StepKind::Begun, ""));
        }
        if let Some(day) = engagement.talk_held_on {
            steps.push((day.at(15, 0), place, StepKind::TalkHeld, ""));
        }
        match engagement.state {
            State::Paused { .. } => {
                steps.push((engagement.state_since, By::Volunteer, StepKind::Paused, ""));
            }
            State::Ended { .. } => {
                steps.push((engagement.state_since, By::Volunteer, StepKind::Ended, ""));
                if !engagement.thanks.is_empty() {
                    let thanks = engagement.thanks.as_str();
                    steps.push((engagement.state_since.plus_days(1), place, StepKind::Thanked, thanks));
                }
            }
            State::Proposed | State::Active => {}
        }
        for (at, by, kind, text) in steps {
            store::add_step_at(&mut self.tx, engagement.id, at.min(self.now), by, kind, text).await?;
        }
        Ok(())
    }

    /// Nobody began before every requirement was met.
    async fn fulfil(
        &mut self,
        helper: &Helper,
        task: &Task,
        noted: &mut HashSet<(PersonId, Precondition, TaskId)>,
    ) -> anyhow::Result<()> {
        let on = helper.begun.plus_days(-2);
        let asked = task.requirements.iter().map(|requirement| Precondition::from(*requirement));
        let of_age = task.min_age.filter(|years| *years > 18).map(|_| Precondition::MinimumAge);
        for what in asked.chain(of_age) {
            if !noted.insert((helper.person, what, task.id)) {
                continue;
            }
            let state = fulfilled(what, on, task);
            let here = is_for_one_task(what).then_some(task.id);
            let new = Fulfilment::new(self.tx.new_id(), helper.person, what, here, state, on.at(12, 0));
            let because = (what == Precondition::ChildrensCertificate).then_some(Because::DirectContact);
            requirement::store::add(&mut self.tx, &Fulfilment { because, ..new }).await?;
        }
        Ok(())
    }

    async fn add_fulfilment(
        &mut self,
        entry: &Entry<'_>,
        person: PersonId,
        task: &Task,
    ) -> anyhow::Result<()> {
        let what: Precondition = entry.parsed("what")?;
        let at = self.days_ago(entry.number("days_ago")?);
        let on = at.day();
        let state = match entry.parsed("state")? {
            FulfilmentState::Needed => requirement::State::Needed,
            FulfilmentState::Ordered => requirement::State::Ordered { on },
            FulfilmentState::Consented => requirement::State::Consented { ordered: on.plus_days(-5), on },
            FulfilmentState::Refused => requirement::State::Refused { on, by: task.contact },
            FulfilmentState::Fulfilled => {
                match (fulfilled(what, on, task), entry.number_if_any("valid_in_days")?) {
                    (
                        requirement::State::Fulfilled { on, by, text_version, age, renewal, .. },
                        Some(days),
                    ) => {
                        let valid_to = Some(self.today.plus_days(days));
                        requirement::State::Fulfilled { on, by, valid_to, text_version, age, renewal }
                    }
                    (state, _) => state,
                }
            }
        };
        let here = is_for_one_task(what).then_some(task.id);
        let new = Fulfilment::new(self.tx.new_id(), person, what, here, state, at);
        let because = entry.parsed_if_any("because")?;
        requirement::store::add(&mut self.tx, &Fulfilment { because, ..new }).await?;
        Ok(())
    }

    /// Where there are no shifts: as often as the file says, from the first day to yesterday.
    async fn add_hours_regularly(&mut self, entry: &Entry<'_>, helper: &Helper) -> anyhow::Result<()> {
        let Some(every) = entry.number_if_any("hours_every_days")? else { return Ok(()) };
        let minutes = entry.number("minutes")?;
        let last = match entry.parsed("state")? {
            StateKind::Ended => self.today.plus_days(-(entry.number::<i32>("begun_days_ago")? / 5)),
            StateKind::Paused => self.today.plus_days(-13),
            StateKind::Proposed | StateKind::Active => self.today,
        };
        let mut day = helper.begun.max(self.today.plus_days(-400));
        while day < last {
            self.add_hours(helper, None, day, minutes).await?;
            day = day.plus_days(every);
        }
        Ok(())
    }

    pub(super) async fn add_hours(
        &mut self,
        helper: &Helper,
        booking: Option<samskab_shifts::shift::BookingId>,
        day: Day,
        minutes: i64,
    ) -> anyhow::Result<()> {
        let at: Instant = day.at(20, 15).min(self.now);
        let hours = Hours {
            id: self.tx.new_id(),
            engagement: helper.engagement,
            person: helper.person,
            booking,
            day,
            minutes,
            by_volunteer: booking.is_none(),
            by: booking.is_none().then_some(helper.person),
            removed_at: None,
            created_at: at,
            updated_at: at,
        };
        hours::store::add(&mut self.tx, &hours).await?;
        Ok(())
    }
}

fn first_on_one_of(day: Day, weekdays: &[Weekday]) -> Day {
    let mut day = day;
    while !weekdays.is_empty() && !weekdays.contains(&day.weekday()) {
        day = day.plus_days(1);
    }
    day
}

/// What counts for one task only; the rest counts everywhere.
fn is_for_one_task(what: Precondition) -> bool {
    match what {
        Precondition::ChildrensCertificate
        | Precondition::Course
        | Precondition::Introduction
        | Precondition::InformationMeeting => true,
        Precondition::Confidentiality | Precondition::DrivingLicence | Precondition::MinimumAge => false,
    }
}

fn fulfilled(what: Precondition, on: Day, task: &Task) -> requirement::State {
    let settings = requirement::Settings::default();
    let valid_to = match what {
        Precondition::ChildrensCertificate => Some(months_after(on, settings.certificate_months)),
        Precondition::Course => Some(months_after(on, settings.course_months)),
        Precondition::DrivingLicence => Some(months_after(on, settings.driving_licence_months)),
        _ => None,
    };
    let is_text = what == Precondition::Confidentiality;
    requirement::State::Fulfilled {
        on,
        by: task.contact.filter(|_| !is_text),
        valid_to,
        text_version: is_text.then_some(requirement::store::CATALOGUE_VERSION),
        age: task.min_age.filter(|_| what == Precondition::MinimumAge).map(|years| (years, on)),
        renewal: None,
    }
}
