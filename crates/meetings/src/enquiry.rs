//! Asking for help (RS-30), and telling upwards what others should know (RS-59, RS-69): written by somebody who works here, seen
//! to by the coordinator or the key person of the area, and answered or receipted where it was written.

mod list;
mod new;
mod personal;
mod show;
pub mod store;

use samskab_kernel::{Id, Instant, codes};
use samskab_organisation::{identify::Who as _, person::PersonId, unit::UnitId};
use samskab_store::{Connection, Record};
use samskab_web::{Access, Cx, Result, Routes, WorkItem};

pub use personal::{MERGES, known};

use crate::{
    T,
    authority::{Action, Tie, may},
};

/// The mark of an enquiry.
pub enum EnquiryRow {}
pub type EnquiryId = Id<EnquiryRow>;

codes! {
    pub enum EnquiryKind {
        /// Somebody asks for help, and gets an answer.
        Help => "help",
        /// Somebody tells what others should know, and gets a receipt.
        Notice => "notice",
    }
}

codes! {
    pub enum EnquiryState { New => "new", Taken => "taken", Closed => "closed" }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "enquiry", alias = "q")]
pub struct Enquiry {
    pub id: EnquiryId,
    #[record(fixed)]
    pub kind: EnquiryKind,
    #[record(fixed)]
    pub subject: String,
    #[record(fixed)]
    pub said: String,
    /// Who wrote; `None`: deleted.
    #[record(column = "person_id", fixed)]
    pub writer: Option<PersonId>,
    /// For which unit; `None`: for none in particular.
    #[record(column = "unit_id", fixed)]
    pub unit: Option<UnitId>,
    pub state: EnquiryState,
    /// Who sees to it, or has read it.
    #[record(column = "taken_by_id")]
    pub taken_by: Option<PersonId>,
    pub answer: String,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

samskab_store::events! {
    pub about enquiry(EnquiryId) {}
    impl { fn of(enquiry: &Enquiry) { enquiry: enquiry.id } }

    EnquirySent => "enquiry.sent";
    EnquiryTaken => "enquiry.taken";
    EnquiryClosed => "enquiry.closed";
}

impl Enquiry {
    pub fn href(&self) -> String {
        format!("/henvendelser/{}", self.id)
    }

    fn is_by(&self, cx: &Cx) -> bool {
        cx.actor.person.is_some() && self.writer.map(PersonId::uuid) == cx.actor.person
    }

    /// Whether the same person has written the same.
    fn says_the_same(&self, other: &Self) -> bool {
        let said = |one: &Self| (one.writer, one.kind, one.unit, one.subject.clone(), one.said.clone());
        said(self) == said(other)
    }

    /// Whoever leads volunteering answers all, a key person those from their own area.
    fn may_answer(&self, cx: &Cx) -> bool {
        let is_near = self.unit.is_some_and(|unit| cx.actor.reached_units().contains(&unit));
        may(&cx.actor, Action::AnswerEnquiries, if is_near { Tie::Runs } else { Tie::None })
    }

    fn said_state(&self, t: T) -> (&'static str, &'static str, &'static str) {
        match (self.state, self.kind) {
            (EnquiryState::New, _) => (t.enquiry_state_new(), "wait", "hourglass"),
            (EnquiryState::Taken, _) => (t.enquiry_state_taken(), "wait", "person"),
            (EnquiryState::Closed, EnquiryKind::Help) => (t.enquiry_state_answered(), "good", "check"),
            (EnquiryState::Closed, EnquiryKind::Notice) => (t.enquiry_state_read(), "good", "check"),
        }
    }
}

impl EnquiryKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Help => t.enquiry_is_help(),
            Self::Notice => t.enquiry_is_notice(),
        }
    }
}

/// Days within which an enquiry must be answered.
const DAYS: i64 = 7;

/// What waits for the coordinator and the key persons about enquiries. Runs one query.
pub(crate) async fn work_items(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    let is_first = cx.actor.is_coordinator_first();
    if !is_first && !may(&cx.actor, Action::AnswerEnquiries, Tie::Runs) {
        return Ok(Vec::new());
    }
    let t = T(cx.locale);
    let open = store::open(connection, cx.tenant.id).await?;
    let is_mine = |one: &Enquiry| {
        let is_taken_by_another = one.taken_by.is_some_and(|by| Some(by.uuid()) != cx.actor.person);
        !is_taken_by_another
            && !one.is_by(cx)
            && (is_first || !cx.actor.is_coordinator() && one.may_answer(cx))
    };
    let item = |one: &Enquiry| WorkItem {
        heading: t.work_kind_enquiry(),
        title: one.subject.clone(),
        detail: one.kind.label(t).to_owned(),
        href: one.href(),
        since: one.created_at,
        due: Some(one.created_at.plus_days(DAYS)),
        reason: None,
        act: None,
    };
    Ok(open.iter().filter(|one| is_mine(one)).map(item).collect())
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/henvendelser", Access::Decided, list::show)
        .get("/henvendelser/ny", Access::Decided, new::show)
        .post("/henvendelser/ny", Access::Decided, new::send)
        .get("/henvendelser/{id}", Access::SignedIn, show::show)
        .post("/henvendelser/{id}/tag", Access::Decided, show::take)
        .post("/henvendelser/{id}/svar", Access::Decided, show::answer)
}
