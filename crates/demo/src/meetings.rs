//! A year of meetings behind the town's groups and one ahead.

use std::collections::HashMap;

use anyhow::Context as _;
use samskab_document::{Block, Document};
use samskab_kernel::{
    Day, Instant, Locale, Validity,
    jiff::{
        SignedDuration,
        civil::{Time as WallTime, Weekday},
    },
};
use samskab_meetings::meeting::{
    self, Item, ItemId, ItemState, Meeting, MeetingState, Verb, source_of_hearing, store,
};
use samskab_organisation::body::{
    self, Body,
    seat::{self, Holder, Seat},
};

use super::{
    DemoTown, days,
    files::{Entry, Files},
    words::DayName,
};

/// Days before a meeting at which its agenda is sent; further ahead a meeting is only planned.
const CALLED_DAYS: i32 = 20;

/// What one meeting of a body must know of those before it.
#[derive(Default)]
struct Earlier {
    days: Vec<Day>,
    /// How many decisions have a number, by the year.
    numbered: HashMap<i16, i64>,
    /// Points that were put off, by title.
    put_off: HashMap<String, ItemId>,
}

impl DemoTown {
    pub(super) async fn add_meetings(&mut self, files: &Files) -> anyhow::Result<()> {
        let tenant = self.tx.tenant();
        let bodies = body::store::every(&mut self.tx, tenant).await?;
        for entry in files.entries("body_of_town")? {
            let name = entry.text("name")?;
            let body = match entry.parsed_if_any("kind")? {
                Some(kind) => {
                    let since = Validity::since(self.today.plus_days(-3000));
                    let body = Body::named(self.tx.new_id(), name, kind, since);
                    body::add(&mut self.tx, &body).await?;
                    body
                }
                None => {
                    let body = bodies.iter().find(|body| body.name == name);
                    body.with_context(|| format!("there is no body “{name}”"))?.clone()
                }
            };
            self.describe(&entry, &body).await?;
        }
        Ok(())
    }

    /// The day of a meeting about `days` days from today; without a weekday the Tuesday.
    pub(super) fn meets(&self, days: i32, weekday: Option<Weekday>, taken: &[Day]) -> Day {
        let near = self.today.plus_days(days);
        days::meeting_day(near, weekday.unwrap_or(Weekday::Tuesday), self.today, taken)
    }

    async fn describe(&mut self, entry: &Entry<'_>, body: &Body) -> anyhow::Result<()> {
        let body = Body {
            name: entry.text_if_any("called")?.unwrap_or(&body.name).to_owned(),
            members: entry.text_if_any("members")?.unwrap_or(&body.members).to_owned(),
            purpose: entry.text_or_empty("purpose")?,
            mandate: entry.parsed_if_any("mandate")?,
            standing_items: entry.texts_if_any("standing")?.join("\n"),
            unit: entry.known_if_any("unit", &self.units)?,
            ..body.clone()
        };
        body::store::save(&mut self.tx, &body).await?;
        for seat in entry.entries("seat")? {
            let holder = match (seat.text_if_any("position")?, seat.text_if_any("association")?) {
                (Some(_), _) => Holder::Position(seat.known("position", &self.positions)?),
                (_, Some(_)) => Holder::Association(seat.known("association", &self.associations)?),
                _ => Holder::Person(seat.known("person", &self.people)?),
            };
            let until: Option<i32> = seat.number_if_any("until")?;
            let to = until.map(|days| self.tx.now().day().plus_days(days));
            let validity = Validity { from: Day::of(2024, 1, 1), to };
            let new = Seat::new(self.tx.new_id(), body.id, holder, seat.parsed("role")?, validity);
            let seat = Seat { note: seat.text_or_empty("note")?, ..new };
            seat::add(&mut self.tx, &seat).await?;
        }
        let mut earlier = Earlier::default();
        for meeting in entry.entries("meeting")? {
            self.add_meeting(&meeting, &body, &mut earlier).await?;
        }
        Ok(())
    }

    async fn add_meeting(
        &mut self,
        entry: &Entry<'_>,
        body: &Body,
        earlier: &mut Earlier,
    ) -> anyhow::Result<()> {
        let now = self.tx.now();
        let weekday = entry.parsed_if_any("weekday")?.map(|DayName(day)| day);
        let day = self.meets(entry.number("days")?, weekday, &earlier.days);
        earlier.days.push(day);
        let begins: WallTime = entry.parsed_if_any("at")?.unwrap_or(WallTime::constant(14, 0, 0, 0));
        let begins = day.at_time(begins);
        let times = (begins, begins.plus(SignedDuration::from_hours(2)));
        let is_far = day > self.today.plus_days(CALLED_DAYS);
        let state = match entry.parsed("state")? {
            MeetingState::Called if is_far => MeetingState::Planned,
            state => state,
        };
        let written = |days: i32| days::office_day_before(day.plus_days(-days)).at(10, 0).min(now);
        let called = (state != MeetingState::Planned).then(|| written(9));
        let made = written(60);
        let id = self.tx.new_id();
        let meeting = Meeting {
            title: entry.text_or_empty("title")?,
            place: entry.text_or_empty("place")?,
            state,
            state_since: times.1.min(now),
            called_at: called,
            ..Meeting::new(id, body.id, times, made)
        };
        store::add(&mut self.tx, &meeting).await?;
        for (place, item) in (1..).zip(entry.entries("item")?) {
            self.add_agenda_item(&item, &meeting, place, earlier).await?;
        }
        if called.is_some() {
            self.add_attendance(&meeting, body).await?;
        }
        Ok(())
    }

    /// Who was called, who said that they come, and who was there.
    pub(super) async fn add_attendance(&mut self, meeting: &Meeting, body: &Body) -> anyhow::Result<()> {
        let tenant = self.tx.tenant();
        let membership = body::members(&mut self.tx, tenant, body, self.today).await?;
        for (number, person) in membership.people().into_iter().enumerate() {
            store::invite(&mut self.tx, meeting.id, person).await?;
            if number % 3 != 2 {
                let answer = meeting::AnswerKind::Comes;
                store::answer(&mut self.tx, meeting.id, person, answer, String::new()).await?;
            }
            if meeting.ends_at < self.now {
                store::note_was_there(&mut self.tx, meeting.id, person, number % 5 != 4).await?;
            }
        }
        Ok(())
    }

    async fn add_agenda_item(
        &mut self,
        entry: &Entry<'_>,
        meeting: &Meeting,
        place: i64,
        earlier: &mut Earlier,
    ) -> anyhow::Result<()> {
        let verb: Verb = entry.parsed("verb")?;
        let decision = entry.text_or_empty("decision")?;
        let state = entry.parsed_if_any("state")?.unwrap_or(match decision.is_empty() {
            true => ItemState::Open,
            false => ItemState::Decided,
        });
        let is_numbered =
            meeting.state == MeetingState::Approved && state == ItemState::Decided && verb.has_number();
        let year = meeting.starts_at.day().date().year();
        let numbered = earlier.numbered.entry(year).or_default();
        if is_numbered {
            *numbered += 1;
        }
        let decision_number = if is_numbered { format!("{numbered}/{year}") } else { String::new() };
        let id = self.tx.new_id();
        let title = entry.text("title")?;
        let hearing = entry.text_if_any("hearing")?;
        let source = match (entry.text_if_any("puts")?, hearing, earlier.put_off.remove(title)) {
            (Some(proposal), ..) => self.source_of(proposal, id),
            (None, Some(hearing), _) => source_of_hearing(self.hearing(hearing).uuid()),
            // The same matter, met again: nothing fetches it once more.
            (None, None, Some(from)) => store::source_of(from),
            (None, None, None) => String::new(),
        };
        if state == ItemState::Postponed {
            earlier.put_off.insert(title.to_owned(), id);
        }
        let item = Item {
            place,
            source,
            verdict: entry.parsed_if_any("verdict")?,
            is_closed: entry.flag("closed")?.unwrap_or(false),
            about: entry.text_or_empty("about")?,
            proposal: entry.text_or_empty("proposal")?,
            kle: entry.text_or_empty("kle")?,
            state,
            decision,
            reason: entry.text_or_empty("reason")?,
            disqualified: entry.text_or_empty("disqualified")?,
            votes: entry.text_or_empty("votes")?,
            decision_number,
            ..Item::new(id, meeting.id, title, verb, meeting.created_at)
        };
        store::add_item(&mut self.tx, &item).await?;
        for annex in entry.entries("annex")? {
            let document = Document {
                title: annex.text("title")?.to_owned(),
                subtitle: String::new(),
                footer: String::new(),
                locale: Locale::Da,
                made_at: meeting.created_at,
                blocks: vec![Block::Items(annex.texts("lines")?)],
            };
            let (name, bytes) = (annex.text("name")?, document.docx()?);
            let kind = samskab_file::check(name, &bytes).map_err(|why| anyhow::anyhow!("{name}: {why:?}"))?;
            meeting::annex::add_checked(&mut self.tx, item.id, name, kind, bytes, meeting.created_at).await?;
        }
        for promise in entry.entries("follow_up")? {
            let due: i32 = promise.number("due")?;
            let done: Option<Instant> = promise.flag("done")?.unwrap_or(false).then(|| self.days_ago(3));
            let one = meeting::FollowUp {
                id: self.tx.new_id(),
                body: meeting.body,
                item: item.id,
                matter: promise.text("matter")?.to_owned(),
                person: promise.known_if_any("person", &self.people)?,
                due_on: days::office_day_after(self.today.plus_days(due)),
                done_at: done,
                outcome: String::new(),
                changed_at: None,
                removed_reason: String::new(),
                created_at: meeting.ends_at.min(self.tx.now()),
                updated_at: meeting.ends_at.min(self.tx.now()),
            };
            meeting::add_follow_up(&mut self.tx, &one).await?;
        }
        Ok(())
    }
}
