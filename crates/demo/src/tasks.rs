//! The town's task bank, with times that are always in the coming weeks.

use std::collections::HashMap;

use samskab_kernel::{
    Day, Instant,
    jiff::civil::{Time as WallTime, Weekday},
};
use samskab_organisation::answering::Poster;
use samskab_taskbank::task::{
    self, Approach, Boundary, State, StateKind, Task, Time,
    state::Open,
    time::{TimeKind, Turn},
};

use super::{
    DemoTown,
    files::{Entry, Files},
    words::DayName,
};

impl DemoTown {
    pub(super) async fn add_tasks(&mut self, files: &Files) -> anyhow::Result<()> {
        let first_interest = first_interest(files)?;
        for entry in files.entries("task")? {
            let id = self.tx.new_id();
            let since = first_interest.get(entry.text("key")?).copied().unwrap_or_default();
            let task = self.task(id, &entry, since)?;
            task::store::add(&mut self.tx, &task).await?;
            self.tasks.insert(entry.text("key")?.to_owned(), task);
        }
        Ok(())
    }

    /// Posted when the file says, but never after somebody was interested in it.
    fn task(&self, id: task::TaskId, entry: &Entry<'_>, since: i64) -> anyhow::Result<Task> {
        let unit = entry.known_if_any("unit", &self.units)?;
        let association = entry.known_if_any("association", &self.associations)?;
        let poster = match (unit, association) {
            (Some(unit), None) => Poster::Unit(unit),
            (None, Some(association)) => Poster::Association(association),
            _ => return Err(entry.wrong("unit", &"posted by a unit or by an association")),
        };
        let published: Option<i64> = entry.number_if_any("published_days_ago")?;
        let published = published.map(|days| days.max(since));
        let created = entry.number::<i64>("created_days_ago")?.max(published.map_or(0, |days| days + 1));
        let (created, published) = (self.days_ago(created), published.map(|days| self.days_ago(days)));
        let contact = entry.known_if_any("contact", &self.people)?;
        let mut task = Task::draft(id, poster, entry.parsed("theme")?, contact, created);
        let one =
            |field| entry.text_if_any(field).map(|text| text.map(ToOwned::to_owned).into_iter().collect());
        task.through = entry.parsed("through")?;
        task.title = entry.text("title")?.to_owned();
        task.summary = entry.text("summary")?.to_owned();
        task.does = entry.texts_if_any("does")?;
        task.boundary = Boundary {
            staff: one("boundary_staff")?,
            volunteers: one("boundary_volunteers")?,
            grey: one("boundary_grey")?,
        };
        task.offers = one("offer")?;
        task.expects = one("expect")?;
        task.topics = entry.texts_if_any("topics")?;
        task.target_groups = entry.texts_if_any("target_groups")?;
        task.remote = entry.parsed("remote")?;
        task.venue = entry.text_or_empty("venue")?;
        task.address = entry.text_or_empty("address")?;
        task.postcode = entry.parsed_if_any("postcode")?;
        if let Some(postcode) = entry.text_if_any("postcode")? {
            task.city = self.city(postcode);
            // Tasks of one poster are in one spot; others each in their own.
            let spot = entry.text_if_any("unit")?.or(entry.text_if_any("association")?);
            task.place = self.point(postcode, spot.unwrap_or(entry.text("key")?));
        }
        task.time = self.time(&entry.entry("when")?)?;
        task.places = entry.number_if_any("places")?;
        let languages = entry.all_parsed_if_any("languages")?;
        if !languages.is_empty() {
            task.languages = languages;
        }
        if let Some(company) = entry.parsed_if_any("company")? {
            task.company = company;
        }
        task.accessibility = entry.text_or_empty("accessibility")?;
        task.min_age = entry.number_if_any("min_age")?;
        task.requirements = entry.all_parsed_if_any("requirements")?;
        task.insurance = entry.parsed("insurance")?;
        if let Some(kind) = entry.parsed_if_any("approach")? {
            task.approach = Some(Approach {
                kind,
                challenge: entry.text_or_empty("approach_reason_challenge")?,
                parties: entry.text_or_empty("approach_reason_parties")?,
                other: entry.text_or_empty("approach_other")?,
            });
        }
        task.contact = contact;
        task.channels = entry.all_parsed_if_any("channels")?;
        task.published_at = published;
        task.state_since = published.unwrap_or(created);
        task.updated_at = task.state_since;
        task.state = self.state(entry, &task)?;
        Ok(task)
    }

    fn state(&self, entry: &Entry<'_>, task: &Task) -> anyhow::Result<State> {
        let since = task.state_since;
        let expires_at = match entry.number_if_any("expires_in_days")? {
            Some(days) => self.now.plus_days(days),
            None => last_turn(&task.time).unwrap_or_else(|| {
                // It was confirmed to be current, each time it would have closed.
                let mut end = since.plus_days(180);
                while end < self.now.plus_days(30) {
                    end = end.plus_days(180);
                }
                end
            }),
        };
        let reason = entry.text_or_empty("state_reason")?;
        Ok(match entry.parsed("state")? {
            StateKind::Draft => State::Draft { sent_back: None },
            StateKind::Awaiting => State::Awaiting,
            StateKind::Open => State::Open(Open::from(since, expires_at)),
            StateKind::Filled => State::Filled { expires_at },
            StateKind::Closed => State::Closed { reason },
            StateKind::Expired => State::Expired { reason },
            StateKind::Cancelled => State::Cancelled { reason },
        })
    }

    fn time(&self, when: &Entry<'_>) -> anyhow::Result<Time> {
        Ok(match when.parsed("kind")? {
            TimeKind::OneOff => {
                let turn = turn(when)?;
                let day = match when.parsed_if_any("weekday")? {
                    Some(weekday) => {
                        let weeks: i32 = when.number_if_any("week")?.unwrap_or_default();
                        self.next(weekday, turn).plus_days(7 * weeks)
                    }
                    None => self.today.plus_days(when.number("day_offset")?),
                };
                Time::OneOff { day, turn }
            }
            TimeKind::Weekly => {
                let weekdays: Vec<DayName> = when.all_parsed("weekdays")?;
                let weekdays: Vec<Weekday> = weekdays.into_iter().map(|DayName(day)| day).collect();
                let until = when.number_if_any("until_day")?.map(|days| self.today.plus_days(days));
                Time::Weekly {
                    from: None,
                    to: until.map(|until| last_of(&weekdays, until)),
                    weekdays,
                    turn: turn(when)?,
                }
            }
            TimeKind::Flexible => Time::Flexible {
                minutes_per_week: when.number_if_any("hours_per_week")?.map(|hours: i64| hours * 60),
                note: when.text_or_empty("note")?,
                until: None,
            },
        })
    }

    /// The first such weekday on which the turn is still to come.
    fn next(&self, DayName(weekday): DayName, turn: Turn) -> Day {
        let day = first_on_or_after(self.today, weekday);
        if turn.on(day).0 <= self.now { day.plus_days(7) } else { day }
    }
}

/// What is done every week ends on one of its own days.
fn last_of(weekdays: &[Weekday], until: Day) -> Day {
    let back = (0..7).map(|days| until.plus_days(-days));
    back.into_iter().find(|day| weekdays.contains(&day.weekday())).unwrap_or(until)
}

/// Before how many days the first was interested in each task: an agreement began with an interest, too.
fn first_interest(files: &Files) -> anyhow::Result<HashMap<String, i64>> {
    let mut first: HashMap<String, i64> = HashMap::new();
    for (list, field, before) in [("interest", "days_ago", 1), ("engagement", "begun_days_ago", 10)] {
        for entry in files.entries(list)? {
            let days = entry.number::<i64>(field)? + before;
            let all = first.entry(entry.text("task")?.to_owned()).or_default();
            *all = (*all).max(days);
        }
    }
    Ok(first)
}

pub(super) fn first_on_or_after(day: Day, weekday: Weekday) -> Day {
    let mut day = day;
    while day.weekday() != weekday {
        day = day.plus_days(1);
    }
    day
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

fn turn(when: &Entry<'_>) -> anyhow::Result<Turn> {
    let start: WallTime = when.parsed("start")?;
    let start_minute = i64::from(start.hour()) * 60 + i64::from(start.minute());
    Ok(Turn { start_minute, duration: when.number("minutes")? })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_done_at_weekends_ends_at_a_weekend() {
        let weekend = [Weekday::Saturday, Weekday::Sunday];
        let (monday, sunday) = (Day::of(2027, 1, 11), Day::of(2027, 1, 10));
        assert_eq!((last_of(&weekend, monday), last_of(&weekend, sunday)), (sunday, sunday));
        assert_eq!(last_of(&[], monday), monday);
    }
}
