//! A meeting that everybody can come to, who comes, and what was said there.

use samskab_kernel::{Id, Instant, Locale, codes};
use samskab_kernel::{contact::Email, text::as_beginning};
use samskab_organisation::person::PersonId;
use samskab_store::Record;
use samskab_web::{
    Cx,
    icalendar::{Event, Status},
};

use crate::T;

/// The mark of a dialogue meeting.
pub enum DialogueRow {}
pub type DialogueId = Id<DialogueRow>;
/// The mark of somebody who comes.
pub enum GuestRow {}
pub type GuestId = Id<GuestRow>;
/// The mark of something that was said.
pub enum NoteRow {}
pub type NoteId = Id<NoteRow>;

codes! {
    pub enum DialogueState {
        /// Only those who hold such meetings see it.
        Draft => "draft",
        Open => "open",
        Cancelled => "cancelled",
    }
}

impl DialogueState {
    /// In words, with its colour and its icon; empty for one that is open.
    pub(crate) fn said(self, t: T) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Draft => (t.dialogue_state_draft(), "wait", "edit"),
            Self::Cancelled => (t.dialogue_state_cancelled(), "bad", "close"),
            Self::Open => ("", "", ""),
        }
    }
}

codes! {
    /// The questions that the tables are given.
    pub enum Prompts {
        None => "none",
        /// What we can and want, what the others can and want, what it takes to trust each other (FX-13).
        Expectations => "expectations",
        /// Where the work of the staff ends, whom it is for, what it takes, what is tried first (VB-15).
        Workplace => "workplace",
    }
}

impl Prompts {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::None => t.dialogue_prompts_none(),
            Self::Expectations => t.dialogue_prompts_expectations(),
            Self::Workplace => t.dialogue_prompts_workplace(),
        }
    }

    pub fn questions(self, t: T) -> Vec<&'static str> {
        match self {
            Self::None => Vec::new(),
            Self::Expectations => {
                vec![t.dialogue_ask_ourselves(), t.dialogue_ask_the_others(), t.dialogue_ask_trust()]
            }
            Self::Workplace => vec![
                t.dialogue_ask_boundary(),
                t.dialogue_ask_worry(),
                t.dialogue_ask_effort(),
                t.dialogue_ask_first(),
            ],
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "dialogue", alias = "d")]
pub struct Dialogue {
    pub id: DialogueId,
    pub title: String,
    pub about: String,
    /// One point a line: "19.00 Velkomst".
    pub programme: String,
    /// The themes by which notes are sorted, one a line.
    pub themes: String,
    pub prompts: Prompts,
    pub place: String,
    /// How one gets in, hearing loop, lift.
    pub access: String,
    pub starts_at: Instant,
    pub ends_at: Instant,
    /// Nobody signs up after it.
    pub closes_at: Instant,
    /// `None`: as many as come.
    pub seats: Option<i64>,
    pub state: DialogueState,
    pub state_since: Instant,
    /// Why it was cancelled.
    pub state_reason: String,
    /// Grows when time or place changes (RFC 5545 SEQUENCE).
    pub sequence: i64,
    /// The hash of the link with which the tables write; empty: there is none.
    pub notes_hash: String,
    pub notes_are_public: bool,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Dialogue {
    pub fn href(&self) -> String {
        format!("/borgermoeder/{}", self.id)
    }

    /// The meeting for calendar programs: in a file of its own, and among all others.
    pub(crate) fn event(&self, cx: &Cx) -> Event {
        self.event_at(cx.absolute(&self.href()))
    }

    /// The same; `url`: the address of its page.
    pub(crate) fn event_at(&self, url: String) -> Event {
        Event {
            uid: self.id.to_string(),
            sequence: self.sequence,
            status: match self.state {
                DialogueState::Cancelled => Status::Cancelled,
                _ => Status::Confirmed,
            },
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            created_at: self.created_at,
            modified_at: self.updated_at,
            summary: self.title.clone(),
            location: self.place.clone(),
            description: self.about.clone(),
            url,
            alarm_minutes: None,
        }
    }

    /// The meeting in the calendar of somebody who comes, who waits, or who no longer does either.
    pub(crate) fn event_of(&self, guest: &Guest, url: String) -> Event {
        let event = self.event_at(url);
        let status = match guest.state {
            GuestState::Gone => Status::Cancelled,
            GuestState::Waiting if event.status != Status::Cancelled => Status::Tentative,
            _ => event.status,
        };
        // Newer than what their calendar has, also where the meeting is as it was.
        Event { status, modified_at: event.modified_at.max(guest.state_since), ..event }
    }

    /// "Torsdag den 12. marts kl. 19.00–21.00"
    pub(crate) fn when(&self, cx: &Cx) -> String {
        as_beginning(&self.when_in(cx.locale, cx.today()))
    }

    pub(crate) fn when_in(&self, locale: Locale, today: samskab_kernel::Day) -> String {
        T(locale).meeting_when(
            locale.weekday_and_day(self.starts_at.day(), today),
            locale.time(self.starts_at),
            locale.time(self.ends_at),
        )
    }

    pub fn themes(&self) -> impl Iterator<Item = &str> {
        self.themes.lines().map(str::trim).filter(|line| !line.is_empty())
    }

    /// Time and words of each point; a line that begins with no time has none.
    pub fn programme(&self) -> Vec<(String, String)> {
        let lines = self.programme.lines().map(str::trim).filter(|line| !line.is_empty());
        let part = |line: &str| match line.split_once(char::is_whitespace) {
            Some((time, what)) if time.starts_with(|sign: char| sign.is_ascii_digit()) => {
                (time.to_owned(), what.trim().to_owned())
            }
            _ => (String::new(), line.to_owned()),
        };
        lines.map(part).collect()
    }
}

codes! {
    pub enum GuestState { Place => "place", Waiting => "waiting", Gone => "gone" }
}

/// Somebody who comes, with those they bring.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "dialogue_guest", alias = "g")]
pub struct Guest {
    pub id: GuestId,
    #[record(column = "dialogue_id", fixed)]
    pub dialogue: DialogueId,
    #[record(column = "person_id", fixed)]
    pub person: Option<PersonId>,
    pub name: String,
    /// `None`: written down for somebody who called.
    #[record(fixed)]
    pub email: Option<Email>,
    #[record(fixed)]
    pub phone: String,
    #[record(fixed)]
    pub locale: Locale,
    /// How many come, themselves included.
    pub persons: i64,
    /// Interpreter, wheelchair.
    pub needs: String,
    pub state: GuestState,
    pub state_since: Instant,
    pub came_at: Option<Instant>,
    pub reminded_at: Option<Instant>,
    #[record(fixed)]
    pub created_at: Instant,
}

impl Guest {
    /// The first name, for the greeting of a letter.
    pub fn first_name(&self) -> &str {
        samskab_kernel::text::first_name(&self.name)
    }
}

codes! {
    pub enum NoteKind { Summary => "summary", Quote => "quote", Idea => "idea", Concern => "concern" }
}

impl NoteKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Summary => t.note_kind_summary(),
            Self::Quote => t.note_kind_quote(),
            Self::Idea => t.note_kind_idea(),
            Self::Concern => t.note_kind_concern(),
        }
    }
}

/// What a table or a group said.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "dialogue_note", alias = "o")]
pub struct Note {
    pub id: NoteId,
    #[record(column = "dialogue_id", fixed)]
    pub dialogue: DialogueId,
    pub group_name: String,
    pub kind: NoteKind,
    pub theme: String,
    /// The question it answers.
    pub prompt: String,
    pub said: String,
    #[record(fixed)]
    pub created_at: Instant,
}
