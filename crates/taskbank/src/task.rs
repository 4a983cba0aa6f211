//! A task: something a volunteer can do, posted by a unit or an association on equal terms (FX-03).

mod approve;
pub mod card;
mod choices;
mod close;
mod copy;
mod current;
mod declared;
mod edit;
mod erase;
pub mod event;
pub mod exit;
mod form;
mod form_page;
pub mod import;
pub mod known;
mod list;
mod mine;
pub mod moved;
pub mod on_page;
pub mod poster;
mod publish;
mod reason;
mod reopen;
pub mod rules;
pub mod settings;
pub mod staff;
pub mod state;
pub mod store;
mod tell;
pub mod time;
pub mod view;
mod watch;
mod work;

use samskab_kernel::{Day, Id, Instant, codes, contact::Postcode, holiday::ClosingDays};
use samskab_organisation::{
    answering::{Poster, PosterColumns},
    association::Theme,
    person::PersonId,
};
use samskab_store::Record;
use samskab_web::{Access, Routes, Services};

use crate::authority::TaskResource;

pub use card::TaskCard;
pub use settings::Settings;

pub use erase::erase;
pub(crate) use list::{LIST, destinations};
pub use staff::{STAFF, way};
pub use state::{State, StateKind};
pub use time::{Off, Time};
pub use view::{HEAD, MINE, READER, WAYS};
pub use work::work_items;

/// The mark of a task.
pub enum TaskRow {}
pub type TaskId = Id<TaskRow>;

codes! {
    /// Who organises the volunteers: decides what the law says of benefits (law B.15).
    pub enum Through { Direct => "direct", Association => "association" }
}
codes! {
    /// Where it is done.
    pub enum Remote { OnSite => "on_site", Partly => "partly", Remote => "remote" }
}
codes! {
    /// Who insures the volunteer (law B.5).
    pub enum Insurance {
        Work => "work",
        Effort18a => "effort_18a",
        Association => "association",
        Own => "own",
        Unclear => "unclear",
        /// Nobody has chosen, so nothing is claimed.
        NotSaid => "not_said",
    }
}
codes! {
    /// Whether one comes alone or with others.
    pub enum Company { Alone => "alone", Group => "group", Either => "either" }
}
codes! {
    /// The approaches to co-creation (RS-80) and what none of them describes (RS-82).
    pub enum ApproachKind {
        Controlled => "controlled",
        Responsible => "responsible",
        Equal => "equal",
        Facilitating => "facilitating",
        Other => "other",
    }
}
codes! {
    /// What must be in order before one begins (law B.4, B.6); the keys of the catalogue. The
    /// lowest age is a number of its own: [`Task::min_age`].
    pub enum Requirement {
        ChildrensCertificate => "childrens_certificate",
        Confidentiality => "confidentiality",
        Course => "course",
        Introduction => "introduction",
        InformationMeeting => "information_meeting",
        DrivingLicence => "driving_licence",
    }
}
codes! {
    /// Where the task is told of besides the task bank (VB-22).
    pub enum Channel {
        Website => "website",
        Newsletter => "newsletter",
        LibraryPoster => "library_poster",
        Poster => "poster",
        Rss => "rss",
    }
}
codes! {
    /// The language one gets by with.
    pub enum Language { Danish => "da", English => "en", German => "de", Arabic => "ar", Ukrainian => "uk" }
}

/// The line between the staff's work and the volunteers' (VB-15), one thing a line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Record)]
pub struct Boundary {
    #[record(column = "boundary_staff", lines)]
    pub staff: Vec<String>,
    #[record(column = "boundary_volunteers", lines)]
    pub volunteers: Vec<String>,
    /// Grey areas, which are agreed on first.
    #[record(column = "boundary_grey", lines)]
    pub grey: Vec<String>,
}

impl Boundary {
    pub fn is_empty(&self) -> bool {
        self.staff.is_empty() && self.volunteers.is_empty() && self.grey.is_empty()
    }
}

/// The chosen approach and why (RS-81). A draft may still lack a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approach {
    pub kind: ApproachKind,
    /// (a) Why it fits the challenge.
    pub challenge: String,
    /// (b) Why it makes sense for the people involved.
    pub parties: String,
    /// Another reason in their own words, where none of the four fits.
    pub other: String,
}

#[derive(Debug, Clone, PartialEq, Record)]
#[record(table = "task", alias = "t")]
pub struct Task {
    pub id: TaskId,
    /// The number by which an import recognises the task.
    pub number: Option<String>,
    #[record(flatten = PosterColumns)]
    pub poster: Poster,
    pub through: Through,
    pub title: String,
    pub summary: String,
    /// What the volunteer does, one thing a line.
    #[record(lines)]
    pub does: Vec<String>,
    #[record(flatten)]
    pub boundary: Boundary,
    #[record(lines)]
    pub offers: Vec<String>,
    #[record(lines)]
    pub expects: Vec<String>,
    pub theme: Theme,
    /// Keys of `catalogue::topics`.
    #[record(words)]
    pub topics: Vec<String>,
    /// Keys of `catalogue::target_groups`.
    #[record(words)]
    pub target_groups: Vec<String>,
    /// What is an advantage to be able to do; a wish that keeps nobody away. Keys of `catalogue::competences`.
    #[record(words)]
    pub competences: Vec<String>,
    pub remote: Remote,
    /// The name of the place when it is not the poster's own.
    pub venue: String,
    pub address: String,
    #[record(blank)]
    pub postcode: Option<Postcode>,
    pub city: String,
    /// Latitude and longitude in degrees (WGS 84).
    #[record(pair("latitude", "longitude"))]
    pub place: Option<(f64, f64)>,
    #[record(flatten = store::TimeColumns)]
    pub time: Time,
    /// How many volunteers are wanted; `None`: as many as come.
    /// Of a weekly task: it is done on holidays and closing days too.
    pub keeps_closed_days: bool,
    pub places: Option<i64>,
    #[record(words)]
    pub languages: Vec<Language>,
    #[record(column = "alone_or_group")]
    pub company: Company,
    /// Accessibility of the place, for somebody in a wheelchair or with poor sight.
    pub accessibility: String,
    /// Minimum age in years.
    pub min_age: Option<i64>,
    #[record(words)]
    pub requirements: Vec<Requirement>,
    /// Which course, when one is required.
    pub course: String,
    /// When and where, when there is an information meeting.
    pub information_meeting: String,
    pub insurance: Insurance,
    #[record(flatten = store::ApproachColumns)]
    pub approach: Option<Approach>,
    #[record(column = "contact_person_id")]
    pub contact: Option<PersonId>,
    #[record(words)]
    pub channels: Vec<Channel>,
    #[record(flatten = store::StateColumns)]
    pub state: State,
    pub state_since: Instant,
    /// When it first became public.
    pub published_at: Option<Instant>,
    pub created_by: Option<PersonId>,
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Task {
    /// An empty draft.
    pub fn draft(
        id: TaskId,
        poster: Poster,
        theme: Theme,
        created_by: Option<PersonId>,
        now: Instant,
    ) -> Self {
        let through = match poster {
            Poster::Unit(_) => Through::Direct,
            Poster::Association(_) => Through::Association,
        };
        Self {
            id,
            number: None,
            poster,
            through,
            title: String::new(),
            summary: String::new(),
            does: Vec::new(),
            boundary: Boundary::default(),
            offers: Vec::new(),
            expects: Vec::new(),
            theme,
            topics: Vec::new(),
            target_groups: Vec::new(),
            competences: Vec::new(),
            remote: Remote::OnSite,
            venue: String::new(),
            address: String::new(),
            postcode: None,
            city: String::new(),
            place: None,
            time: Time::Unsettled(time::TimeFields::default()),
            keeps_closed_days: false,
            places: None,
            languages: vec![Language::Danish],
            company: Company::Either,
            accessibility: String::new(),
            min_age: None,
            requirements: Vec::new(),
            course: String::new(),
            information_meeting: String::new(),
            insurance: Insurance::NotSaid,
            approach: None,
            contact: None,
            channels: Vec::new(),
            state: State::Draft { sent_back: None },
            state_since: now,
            published_at: None,
            created_by,
            created_at: now,
            updated_at: now,
        }
    }

    /// Whether something must be in order before one begins (law B.4, B.6).
    pub fn asks_for_something(&self) -> bool {
        self.min_age.is_some() || !self.requirements.is_empty()
    }

    pub fn is_by_unit(&self) -> bool {
        matches!(self.poster, Poster::Unit(_))
    }

    /// The days on which it is not done although it comes again.
    pub fn off<'a>(&self, closing: &'a ClosingDays) -> Off<'a> {
        Off::of(self.keeps_closed_days, closing)
    }

    /// Start and end of every turn that begins on a day from `from` to and including `to`.
    pub fn occurrences(&self, from: Day, to: Day, closing: &ClosingDays) -> Vec<(Instant, Instant)> {
        self.time.occurrences(from, to, self.off(closing))
    }
}

impl From<&Task> for TaskResource {
    fn from(task: &Task) -> Self {
        Self { poster: task.poster, state: task.state.kind() }
    }
}
impl From<&TaskCard> for TaskResource {
    fn from(card: &TaskCard) -> Self {
        Self { poster: card.poster, state: card.state }
    }
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/opgaver/ny", Access::Decided, edit::new)
        .post("/opgaver/ny", Access::Decided, edit::create)
        .get("/mine-opgaver", Access::SignedIn, mine::show)
        .get("/opgaver/{id}/rediger", Access::Decided, edit::show)
        .post("/opgaver/{id}/rediger", Access::Decided, edit::save)
        .post("/opgaver/{id}/publicering", Access::Decided, publish::publish)
        .post("/opgaver/{id}/godkendelse", Access::Decided, approve::approve)
        .post("/opgaver/{id}/tilbage", Access::Decided, approve::send_back)
        .get("/opgaver/{id}/luk", Access::Decided, close::show)
        .post("/opgaver/{id}/luk", Access::Decided, close::close)
        .post("/opgaver/{id}/besat", Access::Decided, reopen::fill)
        .post("/opgaver/{id}/genaabning", Access::Decided, reopen::reopen)
        .post("/opgaver/{id}/kopi", Access::Decided, copy::copy)
        .post("/opgaver/{id}/aktuel", Access::Decided, current::confirm)
        .merge(samskab_desk::routes(&list::LIST))
}

pub fn jobs() -> Vec<samskab_jobs::Handler<Services>> {
    watch::jobs()
}

#[cfg(test)]
pub mod tests;
