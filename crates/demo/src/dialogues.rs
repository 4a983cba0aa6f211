//! Meetings that everybody can come to – one behind the town, one ahead with a waiting list – what comes again each year,
//! and what was asked.

use samskab_dialogue::{Dialogue, DialogueState, Guest, GuestState, Note, rules, store};
use samskab_kernel::{Locale, contact::Email, jiff::civil::Weekday};
use samskab_meetings::{
    enquiry::{self, Enquiry, EnquiryState},
    wheel::{self, YearEvent},
};

use super::{
    DemoTown, days,
    files::{Entry, Files},
};

impl DemoTown {
    pub(super) async fn add_dialogues(&mut self, files: &Files) -> anyhow::Result<()> {
        for entry in files.entries("dialogue")? {
            self.add_dialogue(&entry).await?;
        }
        Ok(())
    }

    async fn add_dialogue(&mut self, entry: &Entry<'_>) -> anyhow::Result<()> {
        let now = self.tx.now();
        // In the evening people have time.
        let day = self.meets(entry.number("days")?, Some(Weekday::Thursday), &[]);
        let (starts_at, ends_at) = (day.at(19, 0), day.at(21, 0));
        let made = days::office_day_before(day.plus_days(-40)).at(10, 0).min(now);
        let is_over = ends_at < now;
        let dialogue = Dialogue {
            id: self.tx.new_id(),
            title: entry.text("title")?.to_owned(),
            about: entry.text("about")?.to_owned(),
            programme: entry.texts("programme")?.join("\n"),
            themes: entry.texts_if_any("themes")?.join("\n"),
            prompts: entry.parsed("prompts")?,
            place: entry.text("place")?.to_owned(),
            access: entry.text_or_empty("access")?,
            starts_at,
            ends_at,
            closes_at: day.plus_days(-1).end(),
            seats: entry.number_if_any("seats")?,
            state: entry.parsed_if_any("state")?.unwrap_or(DialogueState::Open),
            state_since: made,
            state_reason: String::new(),
            sequence: 0,
            notes_hash: String::new(),
            notes_are_public: is_over,
            created_at: made,
            updated_at: made,
        };
        store::add(&mut self.tx, &dialogue).await?;
        let mut taken = 0;
        for guest in entry.entries("guest")? {
            let persons = guest.number_if_any("persons")?.unwrap_or(1);
            let has_place = rules::fits(dialogue.seats, taken, persons);
            if has_place {
                taken += persons;
            }
            self.add_guest(&guest, &dialogue, persons, has_place).await?;
        }
        for note in entry.entries("note")? {
            let note = Note {
                id: self.tx.new_id(),
                dialogue: dialogue.id,
                group_name: note.text("group")?.to_owned(),
                kind: note.parsed("kind")?,
                theme: note.text_or_empty("theme")?,
                prompt: String::new(),
                said: note.text("said")?.to_owned(),
                created_at: ends_at,
            };
            store::add_note(&mut self.tx, &note).await?;
        }
        Ok(())
    }

    async fn add_guest(
        &mut self,
        entry: &Entry<'_>,
        dialogue: &Dialogue,
        persons: i64,
        has_place: bool,
    ) -> anyhow::Result<()> {
        let person = entry.known_if_any("person", &self.people)?;
        let name = entry.text("name")?.to_owned();
        let address = format!("{}@fjordlund.example", samskab_kernel::danish::fold(&name).replace(' ', "."));
        let email: Option<Email> = address.parse().ok();
        let is_over = dialogue.ends_at < self.tx.now();
        let guest = Guest {
            id: self.tx.new_id(),
            dialogue: dialogue.id,
            person,
            name,
            email,
            phone: String::new(),
            locale: Locale::Da,
            persons,
            needs: entry.text_or_empty("needs")?,
            state: if has_place { GuestState::Place } else { GuestState::Waiting },
            state_since: dialogue.created_at,
            came_at: (is_over && has_place).then_some(dialogue.starts_at),
            reminded_at: is_over.then_some(dialogue.starts_at.plus_days(-2)),
            created_at: dialogue.created_at,
        };
        Ok(store::add_guest(&mut self.tx, &guest).await?)
    }

    pub(super) async fn add_enquiries(&mut self, files: &Files) -> anyhow::Result<()> {
        for entry in files.entries("enquiry")? {
            let at = self.days_ago(entry.number("days")?);
            let taken_by = entry.known_if_any("by", &self.people)?;
            let enquiry = Enquiry {
                id: self.tx.new_id(),
                kind: entry.parsed("kind")?,
                subject: entry.text("subject")?.to_owned(),
                said: entry.text("said")?.to_owned(),
                writer: Some(entry.known("person", &self.people)?),
                unit: Some(entry.known("unit", &self.units)?),
                state: if taken_by.is_some() { EnquiryState::Closed } else { EnquiryState::New },
                taken_by,
                answer: entry.text_or_empty("answer")?,
                created_at: at,
                updated_at: at,
            };
            enquiry::store::add(&mut self.tx, &enquiry).await?;
        }
        Ok(())
    }

    pub(super) async fn add_year_wheel(&mut self, files: &Files) -> anyhow::Result<()> {
        let now = self.tx.now();
        for entry in files.entries("year_event")? {
            let (month, day) = (entry.number("month")?, entry.number("day")?);
            let day = samskab_kernel::Day::of(now.day().date().year(), month, day);
            let event = YearEvent {
                id: self.tx.new_id(),
                title: entry.text("title")?.to_owned(),
                kind: entry.parsed("kind")?,
                day,
                repeats: entry.parsed_if_any("repeats")?.unwrap_or(wheel::Repeats::Date),
                every_years: entry.number_if_any("every")?.unwrap_or(1),
                prepare_days: entry.number_if_any("prepare")?.unwrap_or(30),
                owner: entry.known_if_any("owner", &self.positions)?,
                note: entry.text_or_empty("note")?,
                is_public: entry.flag("public")?.unwrap_or(false),
                copied_from: None,
                done_at: (day < now.day()).then(|| day.start()),
                created_at: self.days_ago(300),
                updated_at: self.days_ago(300),
            };
            let event = match event.repeats {
                wheel::Repeats::Date => event,
                repeats => YearEvent { day: wheel::in_year(day, repeats, day.date().year()), ..event },
            };
            wheel::store::add(&mut self.tx, &event).await?;
        }
        Ok(())
    }
}
