//! Somebody has an idea. Those who take ideas make a proposal of it together with its writer and hand it on; a body approves
//! it, rejects it or puts it off, each with a reason; and what is approved becomes an initiative (RD-13, RD-14).

mod agenda;
mod answer;
mod desk;
mod edit;
mod hand_on;
mod keep;
mod letter;
mod list;
mod new;
mod outlook;
mod own;
mod personal;
pub mod rules;
mod show;
pub mod store;

use samskab_kernel::{Day, Id, Instant, Locale, codes, contact::Email};
use samskab_meetings::meeting::ItemId;
use samskab_organisation::{
    body::{self, Body, BodyId, Membership},
    person::{self, PersonId},
    unit::UnitId,
};
use samskab_store::{Connection, Record};
use samskab_web::{Access, Cx, Error, Result, Routes};

pub use crate::id::{ProposalId, ProposalRow};
pub use agenda::REACTIONS;
pub(crate) use desk::LIST;
pub use keep::{jobs, retention};
pub use personal::{MERGES, erase, known, readdress, section};

use crate::{
    T,
    authority::{Action, Tie, may},
};

/// The mark of one of its texts.
pub enum VersionRow {}
pub type VersionId = Id<VersionRow>;
/// The mark of a note about something that happened or was said.
pub enum NoteRow {}
pub type NoteId = Id<NoteRow>;

codes! {
    pub enum ProposalState {
        /// Written without an account, and not confirmed by the link in the mail.
        Unconfirmed => "unconfirmed",
        /// Is made better by those who take ideas.
        Idea => "idea",
        /// Waits for those who decide, or is on their agenda.
        HandedOn => "handed_on",
        Approved => "approved",
        Rejected => "rejected",
        /// Is taken up again on a day.
        Postponed => "postponed",
        Withdrawn => "withdrawn",
    }
}

impl ProposalState {
    /// In words, with its colour and its icon.
    pub fn said(self, t: T) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Unconfirmed => (t.proposal_state_unconfirmed(), "wait", "email"),
            Self::Idea => (t.proposal_state_idea(), "wait", "chat"),
            Self::HandedOn => (t.proposal_state_handed_on(), "wait", "forum"),
            Self::Approved => (t.proposal_state_approved(), "good", "check"),
            Self::Rejected => (t.proposal_state_rejected(), "bad", "close"),
            Self::Postponed => (t.proposal_state_postponed(), "wait", "hourglass"),
            Self::Withdrawn => (t.proposal_state_withdrawn(), "", "close"),
        }
    }

    /// Nothing more happens to the proposal.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Approved | Self::Rejected | Self::Withdrawn)
    }
}

codes! {
    /// The points of the checklist for a good proposal.
    pub enum Checked {
        Need => "need",
        ForWhom => "for_whom",
        Responsible => "responsible",
        Cost => "cost",
        /// It takes no work from the staff (law B.8).
        Boundary => "boundary",
        FirstStep => "first_step",
    }
}

impl Checked {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Need => t.proposal_check_need(),
            Self::ForWhom => t.proposal_check_for_whom(),
            Self::Responsible => t.proposal_check_responsible(),
            Self::Cost => t.proposal_check_cost(),
            Self::Boundary => t.proposal_check_boundary(),
            Self::FirstStep => t.proposal_check_first_step(),
        }
    }
}

/// The text of a proposal, in its writer's words or improved ones.
#[derive(Debug, Clone, Default, PartialEq, Eq, Record)]
pub struct Texts {
    pub title: String,
    pub what: String,
    pub for_whom: String,
    pub why: String,
    pub needs: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "proposal", alias = "x")]
pub struct Proposal {
    pub id: ProposalId,
    /// The number of the current text, from 1.
    pub number: i64,
    /// The text that the writer last said yes to.
    pub agreed: i64,
    /// The text that the writer last said no to; 0: none.
    pub disagreed: i64,
    #[record(flatten)]
    pub texts: Texts,
    #[record(column = "unit_id")]
    pub unit: Option<UnitId>,
    /// Who makes a proposal of it; `None`: whoever leads volunteering.
    #[record(column = "body_id")]
    pub body: Option<BodyId>,
    /// Who decides, once it is handed on.
    #[record(column = "decided_by_id")]
    pub decided_by: Option<BodyId>,
    /// The point it is on an agenda.
    #[record(column = "item_id")]
    pub item: Option<ItemId>,
    /// `None`: somebody without an account, or deleted.
    #[record(column = "writer_id")]
    pub writer: Option<PersonId>,
    pub writer_name: String,
    pub writer_email: Option<Email>,
    #[record(fixed)]
    pub locale: Locale,
    /// Everybody may read it.
    pub shows_text: bool,
    pub shows_name: bool,
    #[record(words)]
    pub checks: Vec<String>,
    pub state: ProposalState,
    pub state_since: Instant,
    /// Since when the writer has been asked to agree to a change.
    pub asked_at: Option<Instant>,
    pub reason: String,
    pub resume_on: Option<Day>,
    pub decision_number: String,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// An earlier text.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "proposal_version", alias = "v")]
pub struct Version {
    pub id: VersionId,
    #[record(column = "proposal_id", fixed)]
    pub proposal: ProposalId,
    #[record(fixed)]
    pub number: i64,
    #[record(flatten, fixed)]
    pub texts: Texts,
    /// Who wrote it.
    #[record(column = "person_id", fixed)]
    pub person: Option<PersonId>,
    #[record(fixed)]
    pub created_at: Instant,
}

impl NoteKind {
    /// Said by somebody, and not something that happened.
    pub fn is_said(self) -> bool {
        matches!(self, Self::Comment | Self::Reply)
    }

    /// What the minutes said of it.
    pub fn is_outcome(self) -> bool {
        matches!(self, Self::Approved | Self::Rejected | Self::Postponed)
    }
}

codes! {
    pub enum NoteKind {
        Comment => "comment",
        /// A reply by the writer.
        Reply => "reply",
        Received => "received",
        Changed => "changed",
        Agreed => "agreed",
        /// The writer disagreed; the reason is in a reply, which not everybody reads.
        Disagreed => "disagreed",
        HandedOn => "handed_on",
        OnAgenda => "on_agenda",
        /// The meeting was cancelled, or the point taken off.
        OffAgenda => "off_agenda",
        Approved => "approved",
        Rejected => "rejected",
        Postponed => "postponed",
        Withdrawn => "withdrawn",
    }
}

/// A note: something that happened, or that somebody said.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "proposal_note", alias = "o")]
pub struct Note {
    pub id: NoteId,
    #[record(column = "proposal_id", fixed)]
    pub proposal: ProposalId,
    #[record(fixed)]
    pub kind: NoteKind,
    /// The comment; else the body, the reason or the number that belongs to it. Empty where it was said behind closed doors.
    #[record(fixed)]
    pub said: String,
    #[record(column = "person_id", fixed)]
    pub person: Option<PersonId>,
    #[record(fixed)]
    pub created_at: Instant,
}

samskab_store::events! {
    pub about proposal(ProposalId) {}
    impl { fn of(proposal: &Proposal) { proposal: proposal.id } }

    ProposalSent => "proposal.sent";
    ProposalConfirmed => "proposal.confirmed";
    ProposalChanged => "proposal.changed";
    ProposalAgreed => "proposal.agreed";
    ProposalDisagreed => "proposal.disagreed";
    ProposalHandedOn => "proposal.handed_on";
    /// It was put on an agenda, or taken off it.
    ProposalMoved => "proposal.moved";
    ProposalSettled => "proposal.settled";
    ProposalWithdrawn => "proposal.withdrawn";
}

impl Proposal {
    pub fn new(id: ProposalId, texts: Texts, locale: Locale, now: Instant) -> Self {
        Self {
            id,
            number: 1,
            agreed: 1,
            disagreed: 0,
            texts,
            unit: None,
            body: None,
            decided_by: None,
            item: None,
            writer: None,
            writer_name: String::new(),
            writer_email: None,
            locale,
            shows_text: false,
            shows_name: false,
            checks: Vec::new(),
            state: ProposalState::Idea,
            state_since: now,
            asked_at: None,
            reason: String::new(),
            resume_on: None,
            decision_number: String::new(),
            created_at: now,
            updated_at: now,
        }
    }

    pub fn href(&self) -> String {
        href(self.id)
    }

    fn is_by(&self, cx: &Cx) -> bool {
        cx.actor.person.is_some() && self.writer.map(PersonId::uuid) == cx.actor.person
    }

    /// Whether somebody can be asked for a yes.
    pub fn has_writer(&self) -> bool {
        self.writer.is_some() || self.writer_email.is_some()
    }
}

pub fn href(proposal: ProposalId) -> String {
    format!("/forslag/{proposal}")
}

/// What is found behind an id, or the page that says it is not there.
pub(crate) fn found<V>(value: Option<V>) -> Result<V> {
    value.ok_or(Error::NotFound)
}

/// A proposal, who has to do with it today, and how the reader is related to it.
pub(crate) struct Seen {
    pub proposal: Proposal,
    /// Who makes a proposal of it; `None`: whoever leads volunteering.
    pub body: Option<Body>,
    /// Who decides; `None`: not said, or there is nobody any more.
    pub decider: Option<Body>,
    pub tie: Tie,
}

impl Seen {
    /// The proposal with what the reader may see and do of it. Runs at most fourteen queries; one for those who are
    /// not signed in.
    pub async fn of(cx: &Cx, connection: &mut Connection, proposal: Proposal) -> Result<Self> {
        let bodies = body::store::every(connection, cx.tenant.id).await?;
        let in_charge = |id: Option<BodyId>| body::in_charge(&bodies, id, cx.today()).cloned();
        let (body, decider) = (in_charge(proposal.body), in_charge(proposal.decided_by));
        let mut tie = if proposal.is_by(cx) { Tie::Writer } else { Tie::None };
        if let (Tie::None, Some(me)) = (tie, cx.actor.person) {
            if let Some(body) = &body {
                let members = body::members(connection, cx.tenant.id, body, cx.today()).await?;
                tie = tie_of(&members, me);
            }
            if let (Tie::None, Some(decider)) = (tie, &decider) {
                let members = body::members(connection, cx.tenant.id, decider, cx.today()).await?;
                tie = if members.has(me) { Tie::Decider } else { Tie::None };
            }
        }
        Ok(Self { proposal, body, decider, tie })
    }

    pub fn may(&self, cx: &Cx, action: Action) -> bool {
        may(&cx.actor, action, self.tie)
    }

    /// For whoever may take this action; what the reader may not even read is reported as missing.
    pub async fn for_action(
        cx: &Cx,
        connection: &mut Connection,
        id: ProposalId,
        action: Action,
    ) -> Result<Self> {
        let proposal = found(store::find(connection, cx.tenant.id, id).await?)?;
        let seen = Self::of(cx, connection, proposal).await?;
        cx.require(seen.may(cx, action))?;
        Ok(seen)
    }

    /// The same, locked so that nobody else writes it.
    pub async fn locked(cx: &Cx, tx: &mut samskab_store::Tx, id: ProposalId, action: Action) -> Result<Self> {
        let seen = Self::for_action(cx, tx, id, action).await?;
        Ok(Self { proposal: found(store::locked(tx, id).await?)?, ..seen })
    }
}

fn tie_of(members: &Membership, person: uuid::Uuid) -> Tie {
    match (members.runs(person), members.has(person)) {
        (true, _) => Tie::Runs,
        (false, true) => Tie::Member,
        (false, false) => Tie::None,
    }
}

/// The name of the writer, where they want it said; one query where it is somebody with an account.
pub(crate) async fn shown_name(cx: &Cx, connection: &mut Connection, proposal: &Proposal) -> Result<String> {
    match (proposal.shows_name, proposal.writer) {
        (false, _) => Ok(String::new()),
        (true, None) => Ok(proposal.writer_name.clone()),
        (true, Some(writer)) => {
            let person = person::store::find(connection, cx.tenant.id, writer).await?;
            Ok(person.map(|person| person.name).unwrap_or_default())
        }
    }
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/forslag", Access::Public, list::public)
        .merge(samskab_desk::routes(&desk::LIST))
        .get("/forslag/nyt", Access::Public, new::show)
        .post("/forslag/nyt", Access::Public, new::send)
        .get("/forslag/nyt/tak", Access::Public, new::thanks)
        .get("/forslag/{id}", Access::Public, show::show)
        .post("/forslag/{id}/kommentar", Access::Decided, answer::comment)
        .post("/forslag/{id}/tjekliste", Access::Decided, edit::check)
        .get("/forslag/{id}/rediger", Access::Decided, edit::show)
        .post("/forslag/{id}/rediger", Access::Decided, edit::save)
        .get("/forslag/{id}/videre", Access::Decided, hand_on::show)
        .post("/forslag/{id}/videre", Access::Decided, hand_on::save)
        .post("/forslag/{id}/enig", Access::SignedIn, answer::agree)
        .post("/forslag/{id}/uenig", Access::SignedIn, answer::disagree)
        .post("/forslag/{id}/visning", Access::SignedIn, answer::visibility)
        .post("/forslag/{id}/traek-tilbage", Access::SignedIn, answer::withdraw)
        .get("/mit-forslag/{secret}", Access::Link, own::show)
        .post("/mit-forslag/{secret}/bekraeft", Access::Link, own::confirm)
        .post("/mit-forslag/{secret}/kommentar", Access::Link, own::comment)
        .post("/mit-forslag/{secret}/enig", Access::Link, own::agree)
        .post("/mit-forslag/{secret}/uenig", Access::Link, own::disagree)
        .post("/mit-forslag/{secret}/visning", Access::Link, own::visibility)
        .post("/mit-forslag/{secret}/traek-tilbage", Access::Link, own::withdraw)
}
