//! Associations and other actors (RS-24…29): all kinds on an equal footing with each other (RD-19)
//! and with the municipality's own units (FX-03).

mod confirm;
mod contact;
mod decide;
pub mod directory;
mod document;
mod edit;
mod fields;
mod list;
mod mail;
mod register;
mod show;
pub mod store;

use samskab_kernel::{
    Cvr, Day, Id, Instant, Locale,
    contact::{Email, Phone, Postcode},
    danish,
};
use samskab_store::{Connection, Record};
use samskab_web::{Access, Cx, Routes, Shell, WorkItem, form::Choice};

pub(crate) use document::SOURCE;
pub(crate) use list::destinations;

use crate::{T, id::Poster, identify::Who as _, person::PersonId};
pub use crate::{contact_role::ContactRole, id::AssociationId};

/// The mark of somebody's standing as contact of an association.
pub enum ContactRow {}
pub type ContactId = Id<ContactRow>;

samskab_kernel::codes! {
    /// The four themes of a broad understanding of volunteering (RD-04, RD-11); texts in `topic`.
    pub enum Theme {
        Folkeoplysning => "folkeoplysning",
        Social => "social",
        Culture => "culture",
        Individual => "individual",
    }
}

samskab_kernel::codes! {
    /// The forms an actor can take (RS-24…29). No kind has rights that another lacks (RD-19).
    pub enum AssociationKind {
        Association => "association",
        LocalBranch => "local_branch",
        InformalGroup => "informal_group",
        Individual => "individual",
        Company => "company",
        SocialEnterprise => "social_enterprise",
        Council => "council",
        Union => "union",
        VolunteerCentre => "volunteer_centre",
        ReligiousCommunity => "religious_community",
    }
}

impl AssociationKind {
    pub(crate) fn choices(locale: Locale) -> Vec<Choice> {
        Self::ALL.iter().map(|kind| Choice::of(kind.code(), kind.label(T(locale)))).collect()
    }

    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Association => t.association_kind_association(),
            Self::LocalBranch => t.association_kind_local_branch(),
            Self::InformalGroup => t.association_kind_informal_group(),
            Self::Individual => t.association_kind_individual(),
            Self::Company => t.association_kind_company(),
            Self::SocialEnterprise => t.association_kind_social_enterprise(),
            Self::Council => t.association_kind_council(),
            Self::Union => t.association_kind_union(),
            Self::VolunteerCentre => t.association_kind_volunteer_centre(),
            Self::ReligiousCommunity => t.association_kind_religious_community(),
        }
    }
}

/// The state of an association.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Written down, but nobody in it has followed the link in the mail yet.
    Unconfirmed,
    /// Confirmed; a coordinator has not looked at it yet.
    Pending,
    /// Public; posts tasks.
    Approved,
    Rejected {
        reason: String,
    },
    Closed {
        reason: String,
    },
}

impl State {
    pub fn code(&self) -> &'static str {
        match self {
            Self::Unconfirmed => "unconfirmed",
            Self::Pending => "pending",
            Self::Approved => "approved",
            Self::Rejected { .. } => "rejected",
            Self::Closed { .. } => "closed",
        }
    }

    pub fn reason(&self) -> &str {
        match self {
            Self::Rejected { reason } | Self::Closed { reason } => reason,
            Self::Unconfirmed | Self::Pending | Self::Approved => "",
        }
    }

    /// The state as two columns store it.
    pub fn of(code: &str, reason: String) -> Option<Self> {
        Some(match code {
            "unconfirmed" => Self::Unconfirmed,
            "pending" => Self::Pending,
            "approved" => Self::Approved,
            "rejected" => Self::Rejected { reason },
            "closed" => Self::Closed { reason },
            _ => return None,
        })
    }

    pub fn label(&self, t: T) -> &'static str {
        match self {
            Self::Unconfirmed => t.association_state_unconfirmed(),
            Self::Pending => t.association_state_pending(),
            Self::Approved => t.association_state_approved(),
            Self::Rejected { .. } => t.association_state_rejected(),
            Self::Closed { .. } => t.association_state_closed(),
        }
    }

    /// Somebody in the association has followed the link.
    pub fn confirm(self) -> Result<Self, WrongState> {
        match self {
            Self::Unconfirmed => Ok(Self::Pending),
            other => Err(WrongState(other)),
        }
    }

    /// A rejected or closed one can be taken in again: people mend what was wrong and come back.
    pub fn approve(self) -> Result<Self, WrongState> {
        match self {
            Self::Pending | Self::Rejected { .. } | Self::Closed { .. } => Ok(Self::Approved),
            other => Err(WrongState(other)),
        }
    }

    pub fn reject(self, reason: String) -> Result<Self, WrongState> {
        match self {
            Self::Pending => Ok(Self::Rejected { reason }),
            other => Err(WrongState(other)),
        }
    }

    pub fn close(self, reason: String) -> Result<Self, WrongState> {
        match self {
            Self::Approved => Ok(Self::Closed { reason }),
            other => Err(WrongState(other)),
        }
    }
}

/// The step is not possible in this state; somebody else was quicker.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("not possible while it is {}", .0.code())]
pub struct WrongState(pub State);

#[derive(Debug, Clone, PartialEq, Record)]
#[record(table = "association", also("sort_key" = danish::sort_key(&self.full_name())))]
pub struct Association {
    pub id: AssociationId,
    /// The key of an import; empty for one that registered itself.
    pub number: Option<String>,
    pub name: String,
    pub kind: AssociationKind,
    pub theme: Theme,
    /// Space separated keys of `topic`.
    pub topics: String,
    /// The local branch's own name, where the CVR number is the national organisation's (law B.12).
    pub branch: String,
    /// The national organisation of a local branch.
    pub parent_organisation: String,
    /// Its check digit is right; it is *not* unique (law B.12).
    pub cvr: Option<Cvr>,
    /// As typed: P-numbers follow no check digit (law B.12).
    pub p_number: Option<String>,
    /// Space separated keys of the catalogue of target groups.
    pub target_groups: String,
    pub about: String,
    pub address: String,
    #[record(blank)]
    pub postcode: Option<Postcode>,
    pub city: String,
    /// Latitude and longitude in degrees (WGS 84).
    #[record(pair("latitude", "longitude"))]
    pub place: Option<(f64, f64)>,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    pub website: Option<String>,
    /// Approved under folkeoplysningsloven: decides membership of Foreningssamvirke (RS-23).
    pub approved_folkeoplysning: bool,
    pub members: Option<i64>,
    /// The year it was founded.
    pub founded: Option<i64>,
    #[record(flatten = store::StateColumns)]
    pub state: State,
    pub state_since: Instant,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Association {
    pub fn new(
        id: AssociationId,
        name: impl Into<String>,
        kind: AssociationKind,
        theme: Theme,
        now: Instant,
    ) -> Self {
        Self {
            id,
            number: None,
            name: name.into(),
            kind,
            theme,
            topics: String::new(),
            branch: String::new(),
            parent_organisation: String::new(),
            cvr: None,
            p_number: None,
            target_groups: String::new(),
            about: String::new(),
            address: String::new(),
            postcode: None,
            city: String::new(),
            place: None,
            phone: None,
            email: None,
            website: None,
            approved_folkeoplysning: false,
            members: None,
            founded: None,
            state: State::Unconfirmed,
            state_since: now,
            created_at: now,
            updated_at: now,
        }
    }

    /// With the branch's own name behind it, where the name alone would not tell branches apart.
    pub fn full_name(&self) -> String {
        if self.branch.is_empty() || self.name.contains(&self.branch) {
            self.name.clone()
        } else {
            format!("{}, {}", self.name, self.branch)
        }
    }

    pub fn href(&self) -> String {
        format!("/foreninger/{}", self.id)
    }

    /// One of its pages: `rediger`, `kontakter`, `godkendelse`, `luk`.
    pub fn page(&self, name: &str) -> String {
        format!("/foreninger/{}/{name}", self.id)
    }

    #[must_use]
    pub fn in_state(self, state: State, now: Instant) -> Self {
        Self { state, state_since: now, updated_at: now, ..self }
    }
}

/// Somebody who speaks for an association.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct Contact {
    pub id: ContactId,
    pub association_id: AssociationId,
    pub person_id: PersonId,
    pub name: String,
    pub phone: Option<Phone>,
    pub email: Option<Email>,
    pub role: ContactRole,
    /// Shown on the public page with name, phone and e-mail.
    pub is_public: bool,
    pub valid_from: Day,
    pub valid_to: Option<Day>,
}

impl Contact {
    /// Somebody who speaks for the association from a day on, and is not shown to the public. Name, telephone and
    /// e-mail are stored with the person; they are filled in here only when the contact is read.
    pub fn new(
        id: ContactId,
        association: AssociationId,
        person: PersonId,
        role: ContactRole,
        from: Day,
    ) -> Self {
        Self {
            id,
            association_id: association,
            person_id: person,
            name: String::new(),
            phone: None,
            email: None,
            role,
            is_public: false,
            valid_from: from,
            valid_to: None,
        }
    }
}

samskab_store::events! {
    pub about association(AssociationId) {}

    AssociationRegistered => "association.registered";
    AssociationConfirmed => "association.confirmed";
    AssociationApproved => "association.approved";
    AssociationRejected => "association.rejected";
    AssociationClosed => "association.closed";
    AssociationChanged => "association.changed";
    /// Contacts were added or taken away.
    AssociationContactsChanged => "association.contacts_changed";
}

pub(crate) fn routes() -> Routes {
    Routes::new()
        .kept("/foreninger", directory::list)
        .kept("/foreninger.json", directory::feed)
        .merge(samskab_desk::routes(&list::LIST))
        .get("/foreninger/tilmeld", Access::Public, register::show)
        .post("/foreninger/tilmeld", Access::Public, register::register)
        .get("/foreninger/bekraeft/{token}", Access::Link, confirm::show)
        .post("/foreninger/bekraeft/{token}", Access::Link, confirm::confirm)
        .kept("/foreninger/{id}", show::show)
        .get("/foreninger/{id}/rediger", Access::Decided, edit::show)
        .post("/foreninger/{id}/rediger", Access::Decided, edit::save)
        .get("/foreninger/{id}/kontakter", Access::Decided, contact::show)
        .post("/foreninger/{id}/kontakter", Access::Decided, contact::add)
        .get("/foreninger/{id}/kontakter/{contact}/fjern", Access::Decided, contact::leave::ask)
        .post("/foreninger/{id}/kontakter/{contact}/fjern", Access::Decided, contact::leave::remove)
        .post("/foreninger/{id}/kontakter/{contact}/visning", Access::Decided, contact::set_public)
        .get("/foreninger/{id}/godkendelse", Access::Decided, decide::show)
        .post("/foreninger/{id}/godkendelse", Access::Decided, decide::decide)
        .get("/foreninger/{id}/luk", Access::Decided, decide::show_close)
        .post("/foreninger/{id}/luk", Access::Decided, decide::close)
}

/// Within how many working days a coordinator looks at a new association.
pub(crate) const DECISION_WORKING_DAYS: u32 = 5;

/// Associations that wait for the coordinator; those that have waited too long also reach the deputy
/// and the administrator. Two queries.
#[samskab_store::compiled_once]
pub(crate) async fn work_items(cx: &Cx, connection: &mut Connection) -> samskab_web::Result<Vec<WorkItem>> {
    if !cx.actor.is_coordinator() {
        return Ok(Vec::new());
    }
    let (t, is_first) = (T(cx.locale), cx.actor.is_coordinator_first());
    let waiting = store::waiting(connection, cx.tenant.id).await?;
    let items = waiting.into_iter().map(|association| WorkItem {
        heading: t.worklist_kind_association_approval(),
        title: t.association_work_approve(association.full_name()),
        detail: association.kind.label(t).to_owned(),
        href: format!("/foreninger/{}/godkendelse", association.id),
        since: association.state_since,
        due: Some(decision_due(association.state_since)),
        reason: (!is_first).then(|| t.association_work_overdue().to_owned()),
        act: None,
    });
    Ok(items.filter(|item| is_first || item.is_overdue(cx.now())).collect())
}

/// Days after its approval for which an association is helped with its first steps.
const FIRST_STEPS_DAYS: i64 = 60;

/// What an association that was approved lately still lacks, for those who speak for it: somebody whom the public can
/// ask. At most two queries.
#[samskab_store::compiled_once]
pub(crate) async fn first_steps(cx: &Cx, connection: &mut Connection) -> samskab_web::Result<Vec<WorkItem>> {
    let own: Vec<AssociationId> = cx.actor.posters().into_iter().filter_map(Poster::association).collect();
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let (t, today) = (T(cx.locale), cx.now().day());
    let recently = cx.now().plus_days(-FIRST_STEPS_DAYS);
    let mut lacking = store::find_many(connection, cx.tenant.id, &own).await?;
    lacking.retain(|one| one.state == State::Approved && one.state_since > recently);
    lacking.retain(|one| one.phone.is_none() && one.email.is_none());
    if lacking.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<AssociationId> = lacking.iter().map(|one| one.id).collect();
    let contacts = store::contacts(connection, cx.tenant.id, &ids, today).await?;
    lacking
        .retain(|one| !contacts.iter().any(|contact| contact.association_id == one.id && contact.is_public));
    Ok(lacking
        .iter()
        .map(|one| WorkItem {
            heading: t.worklist_kind_first_step(),
            title: t.association_first_step_contact().to_owned(),
            detail: one.full_name(),
            href: one.page("kontakter"),
            since: one.state_since,
            due: None,
            reason: None,
            act: None,
        })
        .collect())
}

/// Until when a coordinator must have answered an association that confirmed itself at `since`.
pub(crate) fn decision_due(since: Instant) -> Instant {
    since.day().plus_working_days(DECISION_WORKING_DAYS).end()
}

/// The frame of a page about one association: under the directory and its own page.
/// Where one signs in and comes to the association's own page.
fn sign_in_href(id: AssociationId) -> String {
    format!("/log-ind?videre=/foreninger/{id}")
}

fn under_association(cx: &Cx, association: &Association, title: impl Into<String>) -> Shell {
    let shell = cx.shell(title).under("/foreninger", T(cx.locale).directory_title());
    shell.under(association.href(), association.full_name())
}
