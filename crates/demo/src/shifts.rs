//! The town's shifts, eight weeks back and eight ahead, who has them, and what has come in the way.

use samskab_kernel::{
    Day, Instant,
    holiday::{ClosingDays, USUAL_CLOSING_DAYS},
    jiff::SignedDuration,
};
use samskab_shifts::shift::{
    Booking, BookingState, Ended, OnClosedDays, Rule, Series, Shift, recurrence::End, store,
};
use samskab_suggestion::matching::wave;
use samskab_taskbank::task::Time;

use super::{
    DemoTown,
    days::{self, is_school_holiday},
    files::{Entry, Files},
    tasks::first_on_or_after,
    words::DayName,
};

const WEEKS: i32 = 8;
/// How far ahead people have put themselves down.
const BOOKED_WEEKS: i32 = 5;

/// A shift of the plan, with those who are on it.
struct Planned {
    shift: Shift,
    bookings: Vec<(String, Booking)>,
}

impl DemoTown {
    pub(super) async fn add_shifts(&mut self, files: &Files) -> anyhow::Result<()> {
        let (engagements, events) = (files.entries("engagement")?, files.entries("shift_event")?);
        for plan in files.entries("plan")? {
            let mut planned = self.lay_out(&plan).await?;
            let task = plan.text("task")?;
            for entry in &engagements {
                if entry.text("task")? == task {
                    self.book(entry, &mut planned, plan.flag("unsettled")?.unwrap_or(false)).await?;
                }
            }
            for event in &events {
                if event.text("task")? == task {
                    self.happen(event, &planned).await?;
                }
            }
        }
        for extra in files.entries("extra_shift")? {
            self.add_extra_shift(&extra).await?;
        }
        Ok(())
    }

    /// A single shift with nobody on it.
    async fn add_extra_shift(&mut self, extra: &Entry<'_>) -> anyhow::Result<()> {
        let task = extra.known("task", &self.tasks)?;
        let day = match (&task.time, extra.number_if_any("days_ahead")?) {
            (Time::OneOff { day, .. }, None) => *day,
            (_, ahead) => days::office_day_after(self.today.plus_days(ahead.unwrap_or(1))),
        };
        let begin = day.at(extra.number("hour")?, 0);
        let times = (begin, begin.plus(SignedDuration::from_mins(extra.number("minutes")?)));
        let (minimum, wanted) = (extra.number("minimum")?, extra.number("wanted")?);
        let (id, made) = (self.tx.new_id(), self.days_ago(2));
        let shift = Shift::new(id, task.id, None, extra.text("title")?, times, minimum, wanted, made);
        store::add_shift(&mut self.tx, &shift).await?;
        Ok(())
    }

    async fn lay_out(&mut self, plan: &Entry<'_>) -> anyhow::Result<Vec<Planned>> {
        let task = plan.known("task", &self.tasks)?;
        let (minimum, wanted) = (plan.number("minimum")?, plan.number("wanted")?);
        let made = self.days_ago(i64::from(WEEKS) * 7 + 3);
        let (first, last) = (self.today.plus_days(-7 * WEEKS), self.today.plus_days(7 * WEEKS));
        let (days, turn, series) = match &task.time {
            Time::OneOff { day, turn } => (vec![*day], *turn, None),
            Time::Weekly { weekdays, turn, .. } => {
                let mut starts_on = first;
                while !weekdays.contains(&starts_on.weekday()) {
                    starts_on = starts_on.plus_days(1);
                }
                let series = Series {
                    id: self.tx.new_id(),
                    task: task.id,
                    title: String::new(),
                    rule: Rule::weekly(weekdays, 1, End::Never),
                    starts_on,
                    turn: *turn,
                    minimum,
                    wanted,
                    on_closed_days: OnClosedDays::Skip,
                    laid_out_to: Some(last),
                    created_at: made,
                    updated_at: made,
                };
                store::add_series(&mut self.tx, &series).await?;
                {
                    let closing: ClosingDays = USUAL_CLOSING_DAYS.parse()?;
                    let mut days = series.rule.days(starts_on, last);
                    let at_school = plan.flag("at_school")?.unwrap_or(false);
                    days.retain(|day| !(closing.is_closed(*day) || at_school && is_school_holiday(*day)));
                    (days, *turn, Some(series.id))
                }
            }
            _ => return Err(plan.wrong("task", &"has no times to lay out")),
        };
        let mut planned = Vec::new();
        for day in days {
            let of_series = series.map(|series| (series, day));
            let shift =
                Shift::new(self.tx.new_id(), task.id, of_series, "", turn.on(day), minimum, wanted, made);
            store::add_shift(&mut self.tx, &shift).await?;
            planned.push(Planned { shift, bookings: Vec::new() });
        }
        Ok(planned)
    }

    /// Puts somebody down for their days, and writes the hours of those that are over; before the plan
    /// began, the hours alone.
    /// Of an `unsettled` plan nobody has said yet who came in the last days.
    async fn book(
        &mut self,
        entry: &Entry<'_>,
        planned: &mut [Planned],
        is_unsettled: bool,
    ) -> anyhow::Result<()> {
        let key = (entry.text("volunteer")?.to_owned(), entry.text("task")?.to_owned());
        let Some(helper) = self.helpers.remove(&key).filter(|helper| helper.is_active) else { return Ok(()) };
        let minutes = |shift: &Shift| (shift.ends_at.micros() - shift.starts_at.micros()) / 60_000_000;
        let Some(usual) = planned.first().map(|one| minutes(&one.shift)) else { return Ok(()) };
        let every = entry.number_if_any("every")?.unwrap_or(1);
        let weekday = entry.parsed_if_any("on")?.map(|DayName(day)| day);
        let is_theirs = |day: Day| {
            day >= helper.begun
                && weekday.is_none_or(|weekday| day.weekday() == weekday)
                && (day.number().div_euclid(7)) % every == 0
        };
        for (at, one) in planned.iter_mut().enumerate() {
            let day = one.shift.starts_at.day();
            let is_far = day > self.today.plus_days(7 * BOOKED_WEEKS);
            let taken: i64 = one.bookings.iter().map(|(_, booking)| booking.persons).sum();
            let is_one_off = one.shift.series.is_none();
            if is_far || taken >= one.shift.wanted || !(is_theirs(day) || is_one_off) {
                continue;
            }
            let put_down = self.days_ago(i64::from(WEEKS) * 7 + 2);
            let new = Booking::new(self.tx.new_id(), &one.shift, helper.person, 1, put_down);
            let mut booking = Booking { engagement: Some(helper.engagement), ..new };
            let is_fresh = is_unsettled && day >= self.today.plus_days(-7);
            let is_over = one.shift.ends_at <= self.now && !is_fresh;
            // Now and then somebody could not come.
            if is_over {
                booking = match at % 9 {
                    5 => booking.end(Ended::CannotCome, one.shift.starts_at.plus_days(-2)),
                    _ => booking.attend(true, one.shift.ends_at),
                };
            }
            store::add_booking(&mut self.tx, &booking).await?;
            if booking.state == BookingState::Attended {
                self.add_hours(&helper, Some(booking.id), day, minutes(&one.shift)).await?;
            }
            if booking.state == BookingState::Booked {
                one.bookings.push((key.0.clone(), booking));
            }
        }
        if let Some(weekday) = weekday {
            let mut day = first_on_or_after(helper.begun.max(self.today.plus_days(-400)), weekday);
            while day < self.today.plus_days(-7 * WEEKS) {
                self.add_hours(&helper, None, day, usual).await?;
                day = day.plus_days(7 * every);
            }
        }
        self.helpers.insert(key, helper);
        Ok(())
    }

    async fn happen(&mut self, event: &Entry<'_>, planned: &[Planned]) -> anyhow::Result<()> {
        let now = self.now;
        let an_hour_ago = Instant::from_micros(now.micros() - 3_600_000_000);
        let tomorrow = now.plus_days(1);
        let volunteer = event.text_if_any("volunteer")?;
        let mut coming = planned.iter().filter(|one| one.shift.starts_at > tomorrow).filter(|one| {
            volunteer.is_none_or(|key| one.bookings.iter().any(|(volunteer, _)| volunteer == key))
        });
        let one = coming
            .nth(event.number("nth")?)
            .ok_or_else(|| event.wrong("nth", &"there is no such shift to come"))?;
        let theirs = volunteer.and_then(|key| one.bookings.iter().find(|(one, _)| one == key));
        let theirs = theirs.map(|(_, booking)| booking.clone());
        match (event.text("what")?, theirs) {
            ("seeks", Some(booking)) => {
                store::save_booking(&mut self.tx, &booking.clone().seek(an_hour_ago), BookingState::Booked)
                    .await?;
                wave::begin(&mut self.tx, one.shift.id, booking.id).await?;
            }
            ("cannot_come", Some(booking)) => {
                let ended = booking.end(Ended::CannotCome, an_hour_ago);
                store::save_booking(&mut self.tx, &ended, BookingState::Booked).await?;
            }
            ("moved", None) => {
                let later = |at: Instant| at.plus(SignedDuration::from_mins(30));
                let times = (later(one.shift.starts_at), later(one.shift.ends_at));
                let shift = one.shift.clone().moved_to(times, self.days_ago(1));
                store::save_shift(&mut self.tx, &shift).await?;
                for confirming in event.all_known("confirmed", &self.volunteers)? {
                    let theirs = |(_, booking): &&(String, Booking)| booking.person == confirming.person.id;
                    if let Some((_, booking)) = one.bookings.iter().find(theirs) {
                        let confirmed = booking.clone().confirm(&shift, an_hour_ago);
                        store::save_booking(&mut self.tx, &confirmed, BookingState::Booked).await?;
                    }
                }
            }
            ("cancelled", None) => {
                let (at, reason) = (self.days_ago(2), event.text_or_empty("reason")?);
                store::save_shift(&mut self.tx, &one.shift.clone().cancel(reason, at)).await?;
                for (_, booking) in &one.bookings {
                    let ended = booking.clone().end(Ended::Shift, at);
                    store::save_booking(&mut self.tx, &ended, BookingState::Booked).await?;
                }
            }
            _ => return Err(event.wrong("what", &"this does not happen to a shift")),
        }
        Ok(())
    }
}
