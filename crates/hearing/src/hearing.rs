//! A hearing, its text, and what was decided about it.

use samskab_kernel::{Day, Id, Instant, Locale, codes};
use samskab_organisation::person::PersonId;
use samskab_store::Record;
use samskab_web::{Cx, Shell};
use samskab_writing::text::{BlockId as SourceId, TextId, VersionId};

use crate::{
    T,
    period::{Moment, Period},
    text::{BlockId, BlockKind, Piece, numbers},
};

/// The mark of a hearing.
pub enum HearingRow {}
pub type HearingId = Id<HearingRow>;
/// The mark of a change.
pub enum ChangeRow {}
pub type ChangeId = Id<ChangeRow>;

codes! {
    /// What was decided about it. Only the clock says whether it is open or closed: [`Phase`].
    pub enum HearingState {
        /// Only those who keep hearings see it.
        Draft => "draft",
        /// It opens and closes by the clock.
        Announced => "announced",
        /// The note about what came of it is published.
        Answered => "answered",
        CalledOff => "called_off",
    }
}

codes! {
    pub enum Publication {
        /// Answers are published as soon as the sender has confirmed them.
        AtOnce => "at_once",
        /// Answers are published when somebody has looked at them.
        Screened => "screened",
    }
}

impl Publication {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::AtOnce => t.hearing_publication_at_once(),
            Self::Screened => t.hearing_publication_screened(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "hearing", alias = "h")]
pub struct Hearing {
    pub id: HearingId,
    pub title: String,
    pub why: String,
    /// What comes next, one step a line.
    pub next: String,
    pub contact: String,
    pub case_number: String,
    pub kle: String,
    pub publication: Publication,
    pub opens_at: Instant,
    pub closes_at: Instant,
    pub state: HearingState,
    pub state_since: Instant,
    /// Why it was called off.
    pub state_reason: String,
    /// The number that the latest response got.
    pub sent: i64,
    /// When it was last extended, reopened or called off.
    pub news_at: Option<Instant>,
    /// The stored text that is heard; `None`: it was typed here, or is deleted.
    #[record(column = "text_id")]
    pub source: Option<TextId>,
    /// The version of that text that is heard.
    #[record(column = "version_id")]
    pub version: Option<VersionId>,
    /// The version with which the note was published.
    #[record(column = "result_id")]
    pub result: Option<VersionId>,
    /// An assessment counts when another person has approved it.
    pub four_eyes: bool,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// What it is now, by its state and the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    Draft,
    /// Announced, and not open yet.
    Coming,
    Open,
    /// Answers are being assessed.
    Closed,
    Answered,
    CalledOff,
}

impl Phase {
    /// Its days are decided, and it was not called off.
    pub fn is_announced(self) -> bool {
        matches!(self, Self::Coming | Self::Open | Self::Closed | Self::Answered)
    }

    /// The first and last day that a hearing is shown with; `None`: they are not decided, or it was called off.
    pub fn days(self, period: Period) -> Option<(Day, Day)> {
        self.is_announced().then(|| period.span())
    }

    /// In words, with its colour and its icon.
    pub fn said(self, t: T) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Draft => (t.hearing_phase_draft(), "wait", "edit"),
            Self::Coming => (t.hearing_phase_coming(), "wait", "hourglass"),
            Self::Open => (t.hearing_phase_open(), "good", "chat"),
            Self::Closed => (t.hearing_phase_closed(), "wait", "hourglass"),
            Self::Answered => (t.hearing_phase_answered(), "good", "check"),
            Self::CalledOff => (t.hearing_phase_called_off(), "bad", "close"),
        }
    }
}

impl Hearing {
    /// A draft about which nothing is said yet.
    pub fn new(id: HearingId, now: Instant) -> Self {
        Self {
            id,
            title: String::new(),
            why: String::new(),
            next: String::new(),
            contact: String::new(),
            case_number: String::new(),
            kle: String::new(),
            publication: Publication::AtOnce,
            opens_at: now,
            closes_at: now,
            state: HearingState::Draft,
            state_since: now,
            state_reason: String::new(),
            sent: 0,
            news_at: None,
            source: None,
            version: None,
            result: None,
            four_eyes: false,
            created_at: now,
            updated_at: now,
        }
    }

    pub fn href(&self) -> String {
        format!("/hoeringer/{}", self.id)
    }

    pub fn period(&self) -> Period {
        Period { opens_at: self.opens_at, closes_at: self.closes_at }
    }

    /// A draft whose day of opening is gone, or whose closing is: its days are chosen anew.
    pub fn is_overdue(&self, now: Instant) -> bool {
        self.state == HearingState::Draft && (self.opens_at.day() < now.day() || self.closes_at <= now)
    }

    /// The same in words, with its colour and its icon.
    pub(crate) fn said_overdue(t: T) -> (&'static str, &'static str, &'static str) {
        (t.hearing_day_is_gone(), "bad", "warning")
    }

    pub fn phase(&self, now: Instant) -> Phase {
        match (self.state, self.period().at(now)) {
            (HearingState::Draft, _) => Phase::Draft,
            (HearingState::CalledOff, _) => Phase::CalledOff,
            (HearingState::Answered, _) => Phase::Answered,
            (HearingState::Announced, Moment::Before) => Phase::Coming,
            (HearingState::Announced, Moment::Within) => Phase::Open,
            (HearingState::Announced, Moment::After) => Phase::Closed,
        }
    }

    /// Its days, once they are decided: see [`Phase::days`].
    pub fn days_if_announced(&self, now: Instant) -> Option<(Day, Day)> {
        self.phase(now).days(self.period())
    }

    /// Asked inside the transaction that stores the answer, with the time that the clock shows there.
    pub fn takes_responses(&self, now: Instant) -> bool {
        self.phase(now) == Phase::Open
    }

    /// The text is what people answer to: fixed from the moment in which it opens.
    pub fn can_write_text(&self, now: Instant) -> bool {
        matches!(self.phase(now), Phase::Draft | Phase::Coming)
    }

    /// A later closing, or a new one after it was closed or called off.
    pub fn can_move(&self, now: Instant) -> bool {
        matches!(self.phase(now), Phase::Coming | Phase::Open | Phase::Closed | Phase::CalledOff)
    }

    pub fn can_call_off(&self, now: Instant) -> bool {
        matches!(self.phase(now), Phase::Coming | Phase::Open | Phase::Closed)
    }

    /// Remarks are assessed when nobody can change them any more.
    pub fn can_assess(&self, now: Instant) -> bool {
        self.phase(now) == Phase::Closed
    }

    /// Everybody may know that it exists and when it is; a draft is seen by those who keep hearings.
    pub fn is_known(&self, now: Instant) -> bool {
        self.phase(now) != Phase::Draft
    }

    /// Everybody may read its text: from the moment in which it opens.
    pub fn is_public(&self, now: Instant) -> bool {
        match self.phase(now) {
            Phase::Draft | Phase::Coming => false,
            // A hearing that was never open was never public.
            Phase::CalledOff => self.state_since >= self.opens_at,
            Phase::Open | Phase::Closed | Phase::Answered => true,
        }
    }

    pub fn steps(&self) -> impl Iterator<Item = &str> {
        self.next.lines().map(str::trim).filter(|line| !line.is_empty())
    }

    /// "Fredag den 13. marts kl. 12.00"
    pub(crate) fn closing(&self, locale: Locale, today: Day) -> String {
        crate::period::said(self.closes_at, locale, today)
    }
}

/// A paragraph of the text.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "hearing_block", alias = "b")]
pub struct Block {
    pub id: BlockId,
    #[record(column = "hearing_id", fixed)]
    pub hearing: HearingId,
    pub place: i64,
    pub kind: BlockKind,
    pub said: String,
    /// The block of the stored text that it is, the same in every version.
    #[record(fixed)]
    pub source: Option<SourceId>,
}

impl Block {
    pub fn piece(&self) -> Piece {
        Piece { kind: self.kind, said: self.said.clone() }
    }
}

/// The paragraphs with their numbers, in their order.
pub fn numbered(blocks: &[Block]) -> Vec<(String, &Block)> {
    numbers(blocks.iter().map(|block| block.kind)).into_iter().zip(blocks).collect()
}

/// "2.1 Vi vil, at alle …", as a choice; "Hele forslaget" without a paragraph.
pub fn block_name(t: T, numbered: &[(String, &Block)], id: Option<BlockId>) -> String {
    let found = id.and_then(|id| numbered.iter().find(|(_, block)| block.id == id));
    found.map_or_else(
        || t.hearing_whole().to_owned(),
        |(number, block)| format!("{number} {}", shortened(&block.said, 60)),
    )
}

/// The beginning of a text, cut between words.
pub fn shortened(text: &str, most: usize) -> String {
    let line = samskab_kernel::text::one_line(text);
    if line.chars().count() <= most {
        return line;
    }
    let start: String = line.chars().take(most).collect();
    let end = start.rfind(' ').unwrap_or(start.len());
    format!("{} …", start[..end].trim_end_matches([',', '.', ';', ':', ' ']))
}

codes! {
    pub enum ChangeKind {
        Opened => "opened",
        Extended => "extended",
        Reopened => "reopened",
        CalledOff => "called_off",
        LeftOut => "left_out",
        Answered => "answered",
    }
}

impl ChangeKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Opened => t.hearing_change_opened(),
            Self::Extended => t.hearing_change_extended(),
            Self::Reopened => t.hearing_change_reopened(),
            Self::CalledOff => t.hearing_change_called_off(),
            Self::LeftOut => t.hearing_change_left_out(),
            Self::Answered => t.hearing_change_answered(),
        }
    }
}

/// What was decided, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "hearing_change", alias = "c")]
pub struct Change {
    pub id: ChangeId,
    #[record(column = "hearing_id", fixed)]
    pub hearing: HearingId,
    #[record(fixed)]
    pub kind: ChangeKind,
    /// For a party that was left out: which one.
    #[record(fixed)]
    pub about: String,
    #[record(fixed)]
    pub reason: String,
    #[record(fixed)]
    pub closes_at: Option<Instant>,
    #[record(column = "person_id", fixed)]
    pub person: Option<PersonId>,
    #[record(fixed)]
    pub created_at: Instant,
}

impl Change {
    pub fn of(cx: &Cx, hearing: &Hearing, kind: ChangeKind, about: &str, reason: &str) -> Self {
        Self {
            id: cx.new_id(),
            hearing: hearing.id,
            kind,
            about: about.to_owned(),
            reason: reason.to_owned(),
            closes_at: matches!(kind, ChangeKind::Opened | ChangeKind::Extended | ChangeKind::Reopened)
                .then_some(hearing.closes_at),
            person: cx.actor.person.map(PersonId::from_uuid),
            created_at: cx.now(),
        }
    }
}

/// The frame of a page below a list of the hearing: that list's address and name.
pub(crate) fn deeper(cx: &Cx, hearing: &Hearing, title: String, list: (&str, &str)) -> Shell {
    let shell = cx.shell(title).under("/hoeringer", T(cx.locale).hearing_list_title());
    shell.under(hearing.href(), &hearing.title).under(list.0, list.1).here()
}

/// The frame of a page about one of them.
pub(crate) fn under(cx: &Cx, hearing: &Hearing, title: impl Into<String>) -> Shell {
    let shell = cx.shell(title).under("/hoeringer", T(cx.locale).hearing_list_title());
    shell.under(hearing.href(), &hearing.title).here()
}
