//! What became of a yes: engagements with their agreements, what had to be in order first, and hours.

use std::collections::HashSet;

use samskab_kernel::{Day, Instant, Locale};
use samskab_organisation::person::{self, PersonId};
use samskab_volunteering::{
    catalogue,
    engagement::{
        Agreement, Engagement, EngagementId, Side, State, StateKind, StepKind, Words, Yes, store, text,
    },
    history::By,
    hours::{self, Hours},
    requirement::{
        self, Because, Fulfilment, Precondition, StateKind as FulfilmentState, rules::months_after,
    },
    task::{self, Task, Time},
};

use super::{
    Town,
    files::{Files, InterestEntry, VolunteerEntry},
    known, parsed, parsed_if_any,
    volunteer_files::{EngagementEntry, FulfilmentEntry},
};

/// What the rest of the town needs to know of an engagement.
pub(super) struct Helper {
    pub engagement: EngagementId,
    pub person: PersonId,
    pub is_active: bool,
    pub begun: Day,
}

impl Town {
    pub(super) async fn add_engagements(&mut self, files: &Files) -> anyhow::Result<()> {
        let mut noted: HashSet<(PersonId, Precondition, String)> = HashSet::new();
        for entry in &files.volunteers.fulfilment {
            let person = known(&self.people, &entry.volunteer)?;
            noted.insert((person, parsed(&entry.what)?, entry.task.clone()));
            self.add_fulfilment(entry, person).await?;
        }
        for entry in &files.volunteers.engagement {
            let volunteer = files
                .interests
                .volunteer
                .iter()
                .find(|volunteer| volunteer.key == entry.volunteer)
                .ok_or_else(|| anyhow::anyhow!("“{}” is not a volunteer of the town", entry.volunteer))?;
            let contact = files.tasks.iter().find(|task| task.key == entry.task);
            let contact = contact.and_then(|task| task.contact.clone());
            self.accept(entry, volunteer, contact.clone(), files.town.municipality.promise_days).await?;
            let contact = contact.as_deref().map(|key| known(&self.people, key)).transpose()?;
            let helper = self.add_engagement(entry, contact).await?;
            if matches!(parsed(&entry.state)?, StateKind::Active | StateKind::Paused) {
                self.fulfil(entry, &helper, contact, &mut noted).await?;
            }
            if entry.hours_every_days.is_some() {
                self.add_hours_regularly(entry, &helper).await?;
            }
            self.helpers.insert((entry.volunteer.clone(), entry.task.clone()), helper);
        }
        Ok(())
    }

    /// Every engagement began with an interest that was accepted.
    async fn accept(
        &mut self,
        entry: &EngagementEntry,
        volunteer: &VolunteerEntry,
        contact: Option<String>,
        promise_days: u32,
    ) -> anyhow::Result<()> {
        let key = (entry.volunteer.clone(), entry.task.clone());
        if entry.state == "ended" || self.interests.contains_key(&key) {
            return Ok(());
        }
        let accepted = InterestEntry {
            volunteer: entry.volunteer.clone(),
            task: entry.task.clone(),
            state: "accepted".into(),
            entered_by: contact.clone().filter(|_| volunteer.email.is_none()),
            days_ago: entry.begun_days_ago + 9,
            time: "17:20".into(),
            message: String::new(),
            heard_from: None,
            answered_days_ago: Some(entry.begun_days_ago + 7),
            answered_by: contact,
            answer: "Velkommen! Vi glæder os til at lære dig at kende.".into(),
            withdrawn_days_ago: None,
            withdraw_reason: String::new(),
            persons: None,
        };
        self.add_interest(&accepted, volunteer, promise_days).await
    }

    async fn add_engagement(
        &mut self,
        entry: &EngagementEntry,
        contact: Option<PersonId>,
    ) -> anyhow::Result<Helper> {
        let person = known(&self.people, &entry.volunteer)?;
        let task = self.whole_task(&entry.task)?.clone();
        let begun = self.at(entry.begun_days_ago, "10:00")?;
        let proposed = begun.plus_days(-3);
        let (by_place, by_volunteer) =
            (Yes { at: begun.plus_days(-2), by: contact }, Yes { at: begun.plus_days(-1), by: Some(person) });
        let kind: StateKind = parsed(&entry.state)?;
        let said = match kind {
            StateKind::Proposed => entry.yes.as_deref().unwrap_or_default(),
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
                let by = parsed(entry.ended_by.as_deref().unwrap_or("volunteer"))?;
                (State::Ended { by, reason: parsed_if_any(entry.end_reason.as_deref())? }, end)
            }
        };
        let begins_on = match &task.time {
            Time::OneOff { day, .. } => *day,
            _ if kind == StateKind::Proposed => self.today.plus_days(8),
            _ => begun.day(),
        };
        let talk_on = (kind != StateKind::Proposed && !matches!(task.time, Time::OneOff { .. }))
            .then(|| begins_on.plus_days(42));
        let engagement = Engagement {
            id: self.tx.new_id(),
            task: task.id,
            interest: self.interests.get(&(entry.volunteer.clone(), entry.task.clone())).copied(),
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
            thanks: entry.thanks.clone(),
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
                volunteer: self.names.get(&entry.volunteer).map_or("", String::as_str),
                place: &poster,
                contact: called.as_deref().unwrap_or_default(),
                task: &task,
                today: proposed.day(),
            },
        );
        let agreement = Agreement {
            version: 1,
            text,
            volunteer: Words {
                can: entry.volunteer_can.clone(),
                sees: String::new(),
                needs: entry.volunteer_needs.clone(),
            },
            place: Words {
                can: entry.place_can.clone(),
                sees: entry.place_sees.clone(),
                needs: entry.place_needs.clone(),
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

    /// Nobody began before everything was in order.
    async fn fulfil(
        &mut self,
        entry: &EngagementEntry,
        helper: &Helper,
        contact: Option<PersonId>,
        noted: &mut HashSet<(PersonId, Precondition, String)>,
    ) -> anyhow::Result<()> {
        let task = self.whole_task(&entry.task)?.clone();
        let on = helper.begun.plus_days(-2);
        let asked = task.requirements.iter().map(|requirement| Precondition::from(*requirement));
        let of_age = task.min_age.filter(|years| *years > 18).map(|_| Precondition::MinimumAge);
        for what in asked.chain(of_age) {
            if !noted.insert((helper.person, what, entry.task.clone())) {
                continue;
            }
            let state = fulfilled(what, on, contact, &task);
            let here = is_for_one_task(what).then_some(task.id);
            let new = Fulfilment::new(self.tx.new_id(), helper.person, what, here, state, on.at(12, 0));
            let because = (what == Precondition::ChildrensCertificate).then_some(Because::DirectContact);
            requirement::store::add(&mut self.tx, &Fulfilment { because, ..new }).await?;
        }
        Ok(())
    }

    async fn add_fulfilment(&mut self, entry: &FulfilmentEntry, person: PersonId) -> anyhow::Result<()> {
        let what: Precondition = parsed(&entry.what)?;
        let task = self.whole_task(&entry.task)?.clone();
        let at = self.days_ago(entry.days_ago);
        let on = at.day();
        let state = match parsed::<FulfilmentState>(&entry.state)? {
            FulfilmentState::Needed => requirement::State::Needed,
            FulfilmentState::Ordered => requirement::State::Ordered { on },
            FulfilmentState::Consented => requirement::State::Consented { ordered: on.plus_days(-5), on },
            FulfilmentState::Refused => requirement::State::Refused { on, by: task.contact },
            FulfilmentState::Fulfilled => {
                match (fulfilled(what, on, task.contact, &task), entry.valid_in_days) {
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
        let because = parsed_if_any(entry.because.as_deref())?;
        requirement::store::add(&mut self.tx, &Fulfilment { because, ..new }).await?;
        Ok(())
    }

    /// Where there are no shifts: as often as it is said, from the first day to yesterday.
    async fn add_hours_regularly(&mut self, entry: &EngagementEntry, helper: &Helper) -> anyhow::Result<()> {
        let (Some(every), Some(minutes)) = (entry.hours_every_days, entry.minutes) else { return Ok(()) };
        let last = match entry.state.as_str() {
            "ended" => self.today.plus_days(-(i32::try_from(entry.begun_days_ago)? / 5)),
            "paused" => self.today.plus_days(-13),
            _ => self.today,
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
        booking: Option<samskab_volunteering::shift::BookingId>,
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

fn fulfilled(what: Precondition, on: Day, by: Option<PersonId>, task: &Task) -> requirement::State {
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
        by: by.filter(|_| !is_text),
        valid_to,
        text_version: is_text.then_some(requirement::store::CATALOGUE_VERSION),
        age: task.min_age.filter(|_| what == Precondition::MinimumAge).map(|years| (years, on)),
        renewal: None,
    }
}
