//! An initiative: what is done about a proposal or a focus area, with an owner, a goal, dates, and a dated sentence
//! about how it goes (RD-14, RD-17). A report that is too old is said to be old.

mod aims;
mod edit;
mod exit;
mod list;
pub mod rules;
mod show;
mod status;
pub mod store;

use samskab_kernel::{Day, Id, Instant};
use samskab_organisation::{
    person::{self, Person, PersonId},
    position::{self, Held, PositionId},
};
use samskab_store::{Connection, Record, Tx};
use samskab_web::{Access, Cx, Error, Result, Routes};

pub(crate) const DEPENDENTS: [samskab_web::exit::Dependents; 2] = [exit::BY_NAME, exit::DEPENDENTS];

pub(crate) use list::LIST;

pub use crate::id::{InitiativeId, InitiativeRow, InitiativeState};
use crate::{
    T,
    authority::{Action, Tie, may},
    id::{FocusAreaId, ProposalId},
};

/// The mark of a report about it.
pub enum StatusRow {}
pub type StatusId = Id<StatusRow>;

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "initiative", alias = "e")]
pub struct Initiative {
    pub id: InitiativeId,
    pub title: String,
    pub about: String,
    pub goal: String,
    #[record(column = "focus_area_id")]
    pub focus_area: Option<FocusAreaId>,
    /// The proposal it came from.
    #[record(column = "proposal_id", fixed)]
    pub proposal: Option<ProposalId>,
    /// The position whose holder owns it; a person only where no position fits.
    #[record(column = "owner_position_id")]
    pub owner_position: Option<PositionId>,
    #[record(column = "owner_person_id")]
    pub owner_person: Option<PersonId>,
    pub starts_on: Option<Day>,
    pub ends_on: Option<Day>,
    /// Everybody may read it.
    pub is_public: bool,
    pub state: InitiativeState,
    /// Why it was stopped.
    pub state_reason: String,
    /// When somebody last said how it goes.
    pub told_at: Instant,
    pub decision_number: String,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// How it went, as somebody told it on a day.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "initiative_note", alias = "s")]
pub struct Status {
    pub id: StatusId,
    #[record(column = "initiative_id", fixed)]
    pub initiative: InitiativeId,
    #[record(fixed)]
    pub state: InitiativeState,
    #[record(fixed)]
    pub said: String,
    #[record(column = "person_id", fixed)]
    pub person: Option<PersonId>,
    #[record(fixed)]
    pub created_at: Instant,
}

samskab_store::events! {
    pub about initiative(InitiativeId) {}
    impl { fn of(initiative: &Initiative) { initiative: initiative.id } }

    InitiativeBegun => "initiative.begun";
    InitiativeChanged => "initiative.changed";
    InitiativeTold => "initiative.told";
}

impl Initiative {
    pub fn new(id: InitiativeId, title: impl Into<String>, now: Instant) -> Self {
        Self {
            id,
            title: title.into(),
            about: String::new(),
            goal: String::new(),
            focus_area: None,
            proposal: None,
            owner_position: None,
            owner_person: None,
            starts_on: None,
            ends_on: None,
            is_public: true,
            state: InitiativeState::NotBegun,
            state_reason: String::new(),
            told_at: now,
            decision_number: String::new(),
            created_at: now,
            updated_at: now,
        }
    }

    pub fn href(&self) -> String {
        format!("/indsatser/{}", self.id)
    }

    /// "1. marts 2026 – 31. december 2026"; empty: no dates are said.
    pub(crate) fn period(&self, cx: &Cx) -> String {
        let t = T(cx.locale);
        match (self.starts_on, self.ends_on) {
            (Some(from), Some(to)) => t.initiative_from_to(cx.locale.day(from), cx.locale.day(to)),
            (Some(from), None) => t.initiative_from(cx.locale.day(from)),
            (None, Some(to)) => t.initiative_until(cx.locale.day(to)),
            (None, None) => String::new(),
        }
    }
}

pub(crate) async fn begin(tx: &mut Tx, new: &Initiative) -> samskab_store::Result<()> {
    store::add(tx, new).await?;
    tx.record(InitiativeBegun::of(new)).await
}

/// Who owns initiatives today.
pub(crate) struct Owners {
    held: Vec<Held>,
    people: Vec<Person>,
}

impl Owners {
    /// The owners of all these initiatives. Runs at most three queries, however many there are.
    pub async fn of<'a>(
        cx: &Cx,
        connection: &mut Connection,
        all: impl IntoIterator<Item = &'a Initiative>,
    ) -> Result<Self> {
        let (positions, ids): (Vec<_>, Vec<_>) =
            all.into_iter().map(|one| (one.owner_position, one.owner_person)).unzip();
        Self::read(
            cx,
            connection,
            positions.into_iter().flatten().collect(),
            ids.into_iter().flatten().collect(),
        )
        .await
    }

    async fn read(
        cx: &Cx,
        connection: &mut Connection,
        positions: Vec<PositionId>,
        ids: Vec<PersonId>,
    ) -> Result<Self> {
        let held = match positions.is_empty() {
            true => Vec::new(),
            false => position::store::of_ids(connection, cx.tenant.id, &positions, cx.today()).await?,
        };
        let people = match ids.is_empty() {
            true => Vec::new(),
            false => person::store::find_many(connection, cx.tenant.id, &ids).await?,
        };
        Ok(Self { held, people })
    }

    fn position(&self, one: &Initiative) -> Option<&Held> {
        self.held.iter().find(|held| Some(held.position.id) == one.owner_position)
    }

    /// Whether somebody is there to tell how it goes.
    pub fn has_owner(&self, one: &Initiative) -> bool {
        one.owner_person.is_some() || self.position(one).is_some_and(|held| !held.is_vacant())
    }

    pub fn is_mine(&self, cx: &Cx, one: &Initiative) -> bool {
        let Some(me) = cx.actor.person.map(PersonId::from_uuid) else { return false };
        one.owner_person == Some(me)
            || self.position(one).is_some_and(|held| held.holders().any(|holder| holder.person == me))
    }

    /// The position is public; who holds it, and a person by name, those who work here see.
    pub fn said(&self, cx: &Cx, one: &Initiative) -> String {
        let t = T(cx.locale);
        let sees_names = may(&cx.actor, Action::SeeAll, Tie::None);
        let name = |id: PersonId| self.people.iter().find(|person| person.id == id);
        match (self.position(one), one.owner_person.and_then(name)) {
            (Some(held), _) if sees_names && !held.is_vacant() => {
                format!("{} ({})", held.position.title, held.holder_names())
            }
            (Some(held), _) => held.position.title.clone(),
            (None, Some(person)) if sees_names => person.name.clone(),
            (None, Some(_)) => t.initiative_owner_person().to_owned(),
            (None, None) => t.initiative_owner_none().to_owned(),
        }
    }
}

/// For whoever may do this with it.
pub(crate) async fn for_action(
    cx: &Cx,
    connection: &mut Connection,
    id: InitiativeId,
    action: Action,
) -> Result<(Initiative, Owners)> {
    let one = store::find(connection, cx.tenant.id, id).await?.ok_or(Error::NotFound)?;
    let owners = Owners::of(cx, connection, std::slice::from_ref(&one)).await?;
    let tie = if owners.is_mine(cx, &one) { Tie::Owner } else { Tie::None };
    cx.require(may(&cx.actor, action, tie))?;
    Ok((one, owners))
}

pub fn routes() -> Routes {
    Routes::new()
        .merge(samskab_desk::routes(&list::LIST))
        .get("/indsatser/ny", Access::Decided, edit::new)
        .post("/indsatser/ny", Access::Decided, edit::add)
        .get("/indsatser/{id}", Access::Public, show::show)
        .get("/indsatser/{id}/rediger", Access::Decided, edit::show)
        .post("/indsatser/{id}/rediger", Access::Decided, edit::save)
        .post("/indsatser/{id}/status", Access::Decided, status::tell)
        .get("/indsatser/{id}/maal", Access::Decided, aims::show)
        .post("/indsatser/{id}/maal", Access::Decided, aims::save)
}
