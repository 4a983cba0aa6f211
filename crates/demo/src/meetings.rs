//! A year of meetings behind the town's groups and one ahead.

use anyhow::Context as _;
use samskab_document::{Block, Document};
use samskab_kernel::{Day, Instant, Locale, Validity};
use samskab_meetings::meeting::{self, Item, ItemState, Meeting, MeetingState, Verb, store};
use samskab_organisation::body::{
    self, Body,
    seat::{self, Holder, Seat},
};

use super::{
    DemoTown,
    files::{Entry, Files},
};

impl DemoTown {
    pub(super) async fn add_meetings(&mut self, files: &Files) -> anyhow::Result<()> {
        let tenant = self.tx.tenant();
        let bodies = body::store::every(&mut self.tx, tenant).await?;
        for entry in files.entries("body_of_town")? {
            let name = entry.text("name")?;
            let body = bodies.iter().find(|body| body.name == name);
            let body = body.with_context(|| format!("there is no body “{name}”"))?;
            self.describe(&entry, body).await?;
        }
        Ok(())
    }

    async fn describe(&mut self, entry: &Entry<'_>, body: &Body) -> anyhow::Result<()> {
        let body = Body {
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
        let mut numbered = 0;
        for meeting in entry.entries("meeting")? {
            self.add_meeting(&meeting, &body, &mut numbered).await?;
        }
        Ok(())
    }

    async fn add_meeting(
        &mut self,
        entry: &Entry<'_>,
        body: &Body,
        numbered: &mut i64,
    ) -> anyhow::Result<()> {
        let now = self.tx.now();
        let day = now.day().plus_days(entry.number("days")?);
        // The nearest Tuesday: nobody meets on a Sunday.
        let day = day.plus_days(1 - i32::from(day.weekday().to_monday_zero_offset()));
        let times = (day.at(14, 0), day.at(16, 0));
        let state: MeetingState = entry.parsed("state")?;
        let called = (state != MeetingState::Planned).then(|| times.0.plus_days(-9));
        let made = times.0.plus_days(-60).min(now);
        let id = self.tx.new_id();
        let meeting = Meeting {
            title: entry.text_or_empty("title")?,
            place: entry.text_or_empty("place")?,
            state,
            state_since: times.1.min(now),
            called_at: called.map(|at| at.min(now)),
            ..Meeting::new(id, body.id, times, made)
        };
        store::add(&mut self.tx, &meeting).await?;
        for (place, item) in (1..).zip(entry.entries("item")?) {
            self.add_agenda_item(&item, &meeting, place, numbered).await?;
        }
        if called.is_some() {
            let tenant = self.tx.tenant();
            let membership = body::members(&mut self.tx, tenant, body, now.day()).await?;
            for (number, person) in membership.people().into_iter().enumerate() {
                store::invite(&mut self.tx, meeting.id, person).await?;
                if number % 3 != 2 {
                    let answer = meeting::AnswerKind::Comes;
                    store::answer(&mut self.tx, meeting.id, person, answer, String::new()).await?;
                }
                if times.1 < now {
                    store::note_was_there(&mut self.tx, meeting.id, person, number % 5 != 4).await?;
                }
            }
        }
        Ok(())
    }

    async fn add_agenda_item(
        &mut self,
        entry: &Entry<'_>,
        meeting: &Meeting,
        place: i64,
        numbered: &mut i64,
    ) -> anyhow::Result<()> {
        let verb: Verb = entry.parsed("verb")?;
        let decision = entry.text_or_empty("decision")?;
        let state = entry.parsed_if_any("state")?.unwrap_or(match decision.is_empty() {
            true => ItemState::Open,
            false => ItemState::Decided,
        });
        let is_numbered =
            meeting.state == MeetingState::Approved && state == ItemState::Decided && verb.has_number();
        if is_numbered {
            *numbered += 1;
        }
        let id = self.tx.new_id();
        let source = match entry.text_if_any("puts")? {
            Some(proposal) => self.source_of(proposal, id),
            None => String::new(),
        };
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
            decision_number: match is_numbered {
                true => format!("{numbered}/{}", meeting.starts_at.day().date().year()),
                false => String::new(),
            },
            ..Item::new(id, meeting.id, entry.text("title")?, verb, meeting.created_at)
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
            let done: Option<Instant> =
                promise.flag("done")?.unwrap_or(false).then(|| self.tx.now().plus_days(-3));
            let one = meeting::FollowUp {
                id: self.tx.new_id(),
                body: meeting.body,
                item: item.id,
                matter: promise.text("matter")?.to_owned(),
                person: promise.known_if_any("person", &self.people)?,
                due_on: self.tx.now().day().plus_days(due),
                done_at: done,
                outcome: String::new(),
                created_at: meeting.ends_at.min(self.tx.now()),
                updated_at: meeting.ends_at.min(self.tx.now()),
            };
            meeting::add_follow_up(&mut self.tx, &one).await?;
        }
        Ok(())
    }
}
