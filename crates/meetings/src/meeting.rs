//! A meeting of a body: planned, called with an agenda, minuted point by point, and approved. What was decided has a number
//! and can be found; what somebody does about it waits until it is done.

mod agenda;
mod agenda_item;
pub mod annex;
mod answer;
mod attendance;
pub mod cadence;
mod call;
mod change;
mod decisions;
pub mod event;
mod files;
mod follow_up;
mod letter;
mod minutes;
mod personal;
mod plan;
pub mod request;
mod rules;
mod show;
pub mod store;

pub(crate) use samskab_kernel::text::as_beginning;
use samskab_kernel::{Day, Id, Instant, codes};
use samskab_organisation::{
    body::{Body, BodyId, Membership, members},
    person::PersonId,
};
use samskab_store::{Connection, Record, Tx};
use samskab_web::{
    Access, Cx, Result, Routes, Shell,
    error::OrNotFound as _,
    icalendar::{Event, Status},
};

pub use agenda::{change_open, is_kle, remove};
pub(crate) use agenda::{fill, withdraw_open};
pub(crate) use agenda_item::source_of_minutes;
pub use agenda_item::{
    Item, ItemId, ItemState, POLICY, PROPOSAL, Verb, Verdict, source_of_hearing, source_of_step,
};
pub use attendance::{Answer, AnswerKind};
pub use follow_up::{FollowUp, open_of_person as follow_ups_of_person, save_new as add_follow_up};
pub(crate) use minutes::{draft::jobs, follow_ups_of_body};
pub use personal::{MERGES, known};
pub use plan::at;
pub(crate) use plan::{of_body as cadence_of, said as said_cadence};
pub use show::ON_ITEM;

use crate::{
    T,
    authority::{Action, Tie, may},
};

/// The mark of a meeting.
pub enum MeetingRow {}
pub type MeetingId = Id<MeetingRow>;

codes! {
    pub enum MeetingState {
        Planned => "planned",
        /// The agenda was sent.
        Called => "called",
        /// The minutes are written, and wait for the next meeting to approve them.
        Minuted => "minuted",
        Approved => "approved",
        Cancelled => "cancelled",
    }
}

impl MeetingState {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Planned => t.meeting_state_planned(),
            Self::Called => t.meeting_state_called(),
            Self::Minuted => t.meeting_state_minuted(),
            Self::Approved => t.meeting_state_approved(),
            Self::Cancelled => t.meeting_state_cancelled(),
        }
    }

    /// Its colour and its icon.
    pub fn tone(self) -> (&'static str, &'static str) {
        match self {
            Self::Planned => ("", "calendar-month"),
            Self::Called => ("good", "email"),
            Self::Minuted => ("wait", "hourglass"),
            Self::Approved => ("good", "check"),
            Self::Cancelled => ("bad", "close"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "meeting", alias = "m")]
pub struct Meeting {
    pub id: MeetingId,
    #[record(column = "body_id", fixed)]
    pub body: BodyId,
    /// Empty: an ordinary meeting.
    pub title: String,
    pub place: String,
    pub starts_at: Instant,
    pub ends_at: Instant,
    pub state: MeetingState,
    pub state_since: Instant,
    /// Why it was cancelled.
    pub state_reason: String,
    /// Grows when time or place changes (RFC 5545 SEQUENCE).
    pub sequence: i64,
    /// When the members were told the date, before there is an agenda.
    pub dates_sent_at: Option<Instant>,
    /// When the agenda was sent.
    pub called_at: Option<Instant>,
    /// How many members were present, once that is noted.
    #[record(column = "there_count")]
    pub there: Option<i64>,
    /// How many members had to be present for a quorum; `None`: no rule, or not noted.
    #[record(column = "needed_count")]
    pub needed: Option<i64>,
    /// Who was there besides, in words: substitutes, guests, or all of a body without seats.
    pub others_there: String,
    /// When the body said yes to the minutes; see [`Meeting::approved_day`].
    pub approved_on: Option<Day>,
    /// Who noted it.
    #[record(column = "approved_by_id")]
    pub approved_by: Option<PersonId>,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Meeting {
    pub fn new(id: MeetingId, body: BodyId, times: (Instant, Instant), now: Instant) -> Self {
        Self {
            id,
            body,
            title: String::new(),
            place: String::new(),
            starts_at: times.0,
            ends_at: times.1,
            state: MeetingState::Planned,
            state_since: now,
            state_reason: String::new(),
            sequence: 0,
            dates_sent_at: None,
            called_at: None,
            there: None,
            needed: None,
            others_there: String::new(),
            approved_on: None,
            approved_by: None,
            created_at: now,
            updated_at: now,
        }
    }

    pub fn href(&self) -> String {
        href(self.id)
    }

    /// It had begun when it was written down: whoever did so said that it was held.
    pub(crate) fn was_entered_as_held(&self) -> bool {
        self.starts_at <= self.created_at
    }

    /// The state in words, with its colour and its icon. A planned meeting whose time has passed may or may not have
    /// been held.
    pub(crate) fn said_state(&self, t: T, now: Instant) -> (&'static str, &'static str, &'static str) {
        match self.state {
            MeetingState::Planned if self.was_entered_as_held() => (t.meeting_is_held(), "wait", "edit"),
            MeetingState::Planned if self.ends_at <= now => (t.meeting_was_it_held(), "wait", "warning"),
            state => (state.label(t), state.tone().0, state.tone().1),
        }
    }

    /// "Frivilligrådet", or "Frivilligrådet: Ekstra møde om høringen".
    pub(crate) fn called(&self, body: &str) -> String {
        match self.title.as_str() {
            "" => body.to_owned(),
            title => format!("{body}: {title}"),
        }
    }

    /// The day on which its minutes were approved.
    pub(crate) fn approved_day(&self) -> Option<Day> {
        let noted = (self.state == MeetingState::Approved).then(|| self.state_since.day());
        self.approved_on.or(noted)
    }

    /// When it was noted that its minutes are approved.
    pub(crate) fn approved_at(&self) -> Option<Instant> {
        (self.state == MeetingState::Approved).then_some(self.state_since)
    }

    /// As calendar programs are told of it: in its own file, and among all others.
    pub(crate) fn event(&self, cx: &Cx, body: &Body) -> Event {
        Event {
            uid: self.id.to_string(),
            sequence: self.sequence,
            status: match self.state {
                MeetingState::Cancelled => Status::Cancelled,
                _ => Status::Confirmed,
            },
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            created_at: self.created_at,
            modified_at: self.updated_at,
            summary: self.called(&body.name),
            location: self.place.clone(),
            description: String::new(),
            url: cx.absolute(&self.href()),
            alarm_minutes: None,
        }
    }

    /// "torsdag den 12. marts kl. 14.00–16.00"
    pub fn when(&self, cx: &Cx) -> String {
        when(self, cx.locale, cx.today())
    }
}

pub fn href(meeting: MeetingId) -> String {
    format!("/moeder/{meeting}")
}

/// As it is read in a letter, too.
pub(crate) fn when(meeting: &Meeting, locale: samskab_kernel::Locale, today: samskab_kernel::Day) -> String {
    T(locale).meeting_when(
        locale.weekday_and_day(meeting.starts_at.day(), today),
        locale.time(meeting.starts_at),
        locale.time(meeting.ends_at),
    )
}

/// A meeting with its body, and how the reader is related to it.
pub(crate) struct MeetingOfBody {
    pub meeting: Meeting,
    pub body: Body,
    pub membership: Membership,
    pub tie: Tie,
}

impl MeetingOfBody {
    pub async fn read(cx: &Cx, connection: &mut Connection, id: MeetingId) -> Result<Self> {
        let meeting = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
        let body = samskab_organisation::body::store::find(connection, cx.tenant.id, meeting.body).await?;
        let body = body.or_not_found()?;
        let membership = members(connection, cx.tenant.id, &body, cx.today()).await?;
        let tie = Tie::of(&cx.actor, &membership);
        Ok(Self { meeting, body, membership, tie })
    }

    /// The same, for those who run the meetings.
    pub async fn run(cx: &Cx, connection: &mut Connection, id: MeetingId) -> Result<Self> {
        let found = Self::read(cx, connection, id).await?;
        cx.require(may(&cx.actor, Action::RunMeetings, found.tie))?;
        Ok(found)
    }

    /// The same, for those who change it: the meeting is locked, so that nobody else writes about it.
    pub async fn run_locked(cx: &Cx, tx: &mut Tx, id: MeetingId) -> Result<Self> {
        let found = Self::run(cx, tx, id).await?;
        let meeting = store::locked(tx, id).await?.or_not_found()?;
        Ok(Self { meeting, ..found })
    }

    pub fn may(&self, cx: &Cx, action: Action) -> bool {
        may(&cx.actor, action, self.tie)
    }

    /// The frame of a page about the meeting: under the body and the meeting's own page.
    pub fn under(&self, cx: &Cx, title: impl Into<String>) -> Shell {
        let shell = cx.shell(title).under("/organer", T(cx.locale).body_list_title());
        shell
            .under(self.body.href(), &self.body.name)
            .under(self.meeting.href(), name(&self.meeting, cx))
            .here()
    }
}

/// What a meeting is called: its title, else its day.
pub(crate) fn name(meeting: &Meeting, cx: &Cx) -> String {
    let t = T(cx.locale);
    match meeting.title.as_str() {
        "" => t.meeting_name(cx.locale.day(meeting.starts_at.day())),
        title => t.meeting_name_titled(cx.locale.day(meeting.starts_at.day()), title),
    }
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/organer/{id}/moeder/nyt", Access::Decided, plan::show)
        .post("/organer/{id}/moeder/nyt", Access::Decided, plan::save)
        .get("/moeder/{id}", Access::Public, show::show)
        .get("/moeder/{id}/kalender.ics", Access::Public, show::calendar)
        .get("/moeder/{id}/moede.pdf", Access::Public, files::pdf)
        .get("/moeder/{id}/moede.docx", Access::Public, files::docx)
        .get("/moeder/{id}/punkter/nyt", Access::Decided, agenda::new)
        .post("/moeder/{id}/punkter/nyt", Access::Decided, agenda::add)
        .post("/moeder/{id}/punkter/hent", Access::Decided, agenda::fetch)
        .get("/punkter/{id}/rediger", Access::Decided, agenda::edit)
        .post("/punkter/{id}/rediger", Access::Decided, agenda::save)
        .post("/punkter/{id}/op", Access::Decided, agenda::up)
        .post("/punkter/{id}/traek-tilbage", Access::Decided, agenda::withdraw)
        .get("/punkter/{id}/bilag", Access::Decided, annex::show)
        .post("/punkter/{id}/bilag", Access::Decided, annex::add)
        .get("/bilag/{id}", Access::Public, annex::fetch)
        .post("/bilag/{id}/slet", Access::Decided, annex::remove)
        .get("/bilag/{id}/erstat", Access::Decided, annex::ask_replace)
        .post("/bilag/{id}/erstat", Access::Decided, annex::replace)
        .post("/moeder/{id}/indkaldelse", Access::Decided, call::call)
        .post("/moeder/{id}/svar", Access::SignedIn, answer::answer)
        .get("/moeder/{id}/rediger", Access::Decided, change::show)
        .post("/moeder/{id}/rediger", Access::Decided, change::save)
        .get("/moeder/{id}/aflys", Access::Decided, change::ask_cancel)
        .post("/moeder/{id}/aflys", Access::Decided, change::cancel)
        .get("/moeder/{id}/referat", Access::Decided, minutes::show)
        .post("/moeder/{id}/referat/faerdig", Access::Decided, minutes::finish)
        .post("/moeder/{id}/referat/godkend", Access::Decided, minutes::approve::approve)
        .post("/moeder/{id}/fremmoede", Access::Decided, minutes::attendance)
        .get("/punkter/{id}/referat", Access::Decided, minutes::item::show)
        .post("/punkter/{id}/referat", Access::Decided, minutes::item::save)
        .get("/opfoelgninger/{id}", Access::SignedIn, follow_up::show)
        .post("/opfoelgninger/{id}", Access::SignedIn, follow_up::done)
        .get("/opfoelgninger/{id}/rediger", Access::Decided, follow_up::change::edit)
        .post("/opfoelgninger/{id}/rediger", Access::Decided, follow_up::change::save)
        .get("/opfoelgninger/{id}/fjern", Access::Decided, follow_up::change::ask_remove)
        .post("/opfoelgninger/{id}/fjern", Access::Decided, follow_up::change::remove)
        .get("/beslutninger", Access::Public, decisions::show)
}
