//! The town's task bank, with times that are always in the coming weeks.

use samskab_kernel::{Day, Instant, jiff::civil::Weekday};
use samskab_organisation::answering::Poster;
use samskab_volunteering::task::{
    self, Approach, Boundary, State, StateKind, Task, Time, state::Open, time::Turn,
};

use super::{
    Town, all_parsed,
    files::{Files, TaskEntry, WhenEntry},
    known, parsed, parsed_if_any,
};

impl Town {
    pub(super) async fn add_tasks(&mut self, files: &Files) -> anyhow::Result<()> {
        for entry in &files.tasks {
            let id = self.tx.new_id();
            let task = self.task(id, entry)?;
            task::store::add(&mut self.tx, &task).await?;
            self.tasks.insert(entry.key.clone(), id);
            self.whole_tasks.insert(entry.key.clone(), task);
        }
        Ok(())
    }

    fn task(&self, id: task::TaskId, entry: &TaskEntry) -> anyhow::Result<Task> {
        let poster = match (&entry.unit, &entry.association) {
            (Some(unit), None) => Poster::Unit(known(&self.units, unit)?),
            (None, Some(association)) => Poster::Association(known(&self.associations, association)?),
            _ => anyhow::bail!("the task “{}” is posted by a unit or an association", entry.key),
        };
        let created = self.days_ago(entry.created_days_ago);
        let published = entry.published_days_ago.map(|days| self.days_ago(days));
        let contact = entry.contact.as_deref().map(|key| known(&self.people, key)).transpose()?;
        let mut task = Task::draft(id, poster, parsed(&entry.theme)?, contact, created);
        let one = |text: &str| if text.is_empty() { Vec::new() } else { vec![text.to_owned()] };
        task.through = parsed(&entry.through)?;
        task.title = entry.title.clone();
        task.summary = entry.summary.clone();
        task.does = entry.does.clone();
        task.boundary = Boundary {
            staff: one(&entry.boundary_staff),
            volunteers: one(&entry.boundary_volunteers),
            grey: one(&entry.boundary_grey),
        };
        task.offers = one(&entry.offer);
        task.expects = one(&entry.expect);
        task.topics = entry.topics.clone();
        task.target_groups = entry.target_groups.clone();
        task.remote = parsed(&entry.remote)?;
        task.venue = entry.venue.clone();
        task.address = entry.address.clone();
        task.postcode = parsed_if_any(entry.postcode.as_deref())?;
        if let Some(postcode) = &entry.postcode {
            task.city = self.city(postcode);
            // Tasks of one poster are in one spot; others each in their own.
            let spot = entry.unit.as_ref().or(entry.association.as_ref()).unwrap_or(&entry.key);
            task.place = self.point(postcode, spot);
        }
        task.time = self.time(&entry.when)?;
        task.places = entry.places;
        if !entry.languages.is_empty() {
            task.languages = all_parsed(&entry.languages)?;
        }
        if let Some(company) = &entry.company {
            task.company = parsed(company)?;
        }
        task.accessibility = entry.accessibility.clone();
        task.min_age = entry.min_age;
        task.requirements = all_parsed(&entry.requirements)?;
        task.insurance = parsed(&entry.insurance)?;
        task.approach = match &entry.approach {
            Some(kind) => Some(Approach {
                kind: parsed(kind)?,
                challenge: entry.approach_reason_challenge.clone(),
                parties: entry.approach_reason_parties.clone(),
                other: entry.approach_other.clone(),
            }),
            None => None,
        };
        task.contact = contact;
        task.channels = all_parsed(&entry.channels)?;
        task.published_at = published;
        task.state_since = published.unwrap_or(created);
        task.updated_at = task.state_since;
        task.state = self.state(entry, &task)?;
        Ok(task)
    }

    fn state(&self, entry: &TaskEntry, task: &Task) -> anyhow::Result<State> {
        let since = task.state_since;
        let expires_at = match entry.expires_in_days {
            Some(days) => self.now.plus_days(days),
            None => last_turn(&task.time).unwrap_or_else(|| since.plus_days(180)),
        };
        let reason = entry.state_reason.clone();
        Ok(match parsed::<StateKind>(&entry.state)? {
            StateKind::Draft => State::Draft { sent_back: None },
            StateKind::Awaiting => State::Awaiting,
            StateKind::Open => State::Open(Open::from(since, expires_at)),
            StateKind::Filled => State::Filled { expires_at },
            StateKind::Closed => State::Closed { reason },
            StateKind::Expired => State::Expired { reason },
            StateKind::Cancelled => State::Cancelled { reason },
        })
    }

    fn time(&self, when: &WhenEntry) -> anyhow::Result<Time> {
        Ok(match when {
            WhenEntry::OneOff { weekday, week, day_offset, start, minutes } => {
                let turn = turn(start, *minutes)?;
                let day = match (weekday, day_offset) {
                    (Some(weekday), _) => {
                        let weekday = named(weekday)?;
                        let mut day = self.today;
                        while day.weekday() != weekday {
                            day = day.plus_days(1);
                        }
                        if turn.on(day).0 <= self.now {
                            day = day.plus_days(7);
                        }
                        day.plus_days(7 * week)
                    }
                    (None, Some(days)) => self.today.plus_days(*days),
                    (None, None) => anyhow::bail!("a task that is done once has a weekday or a day_offset"),
                };
                Time::OneOff { day, turn }
            }
            WhenEntry::Weekly { weekdays, start, minutes, until_day } => Time::Weekly {
                weekdays: weekdays.iter().map(|name| named(name)).collect::<anyhow::Result<_>>()?,
                from: None,
                to: until_day.map(|days| self.today.plus_days(days)),
                turn: turn(start, *minutes)?,
            },
            WhenEntry::Flexible { hours_per_week, note } => Time::Flexible {
                minutes_per_week: hours_per_week.map(|hours| hours * 60),
                note: note.clone(),
                until: None,
            },
        })
    }
}

/// When the last turn ends, if there is a last one.
fn last_turn(time: &Time) -> Option<Instant> {
    let end_of = |day: Day| day.end();
    match time {
        Time::OneOff { day, turn } => Some(turn.on(*day).1),
        Time::Weekly { to, .. } => to.map(end_of),
        Time::Flexible { until, .. } => until.map(end_of),
        Time::Unsettled(_) => None,
    }
}

fn turn(start: &str, duration: i64) -> anyhow::Result<Turn> {
    let (hours, minutes) = start.split_once(':').ok_or_else(|| anyhow::anyhow!("“{start}” is not a time"))?;
    Ok(Turn { start_minute: parsed::<i64>(hours)? * 60 + parsed::<i64>(minutes)?, duration })
}

/// A weekday of the files.
pub(super) fn named(weekday: &str) -> anyhow::Result<Weekday> {
    Ok(match weekday {
        "monday" => Weekday::Monday,
        "tuesday" => Weekday::Tuesday,
        "wednesday" => Weekday::Wednesday,
        "thursday" => Weekday::Thursday,
        "friday" => Weekday::Friday,
        "saturday" => Weekday::Saturday,
        "sunday" => Weekday::Sunday,
        other => anyhow::bail!("“{other}” is not a weekday"),
    })
}
