//! An association declares once a year that it obtains børneattester, also when it has nothing for children
//! (law B.4). The municipality gets the declaration, never a certificate, and decides what waits for it.

mod event;
mod list;
mod remind;
mod sign;
pub mod store;
#[cfg(test)]
mod tests;

pub use remind::{remind, work_items};

use std::{any::Any, collections::HashSet};

use samskab_jobs::Handler;
use samskab_kernel::{Instant, TenantId, codes, jiff::SignedDuration};
use samskab_organisation::{
    answering::Poster,
    association::{Association, AssociationId, ContactRole, State},
    person::PersonId,
};
use samskab_store::{Connection, Record, Result};
use samskab_web::{Access, Cx, Routes, Services, Tenant, module::Link};
use serde::Deserialize;

use crate::{
    T,
    authority::{Action, TaskResource, WideAction, may, may_widely},
};

codes! {
    /// Which tasks of an association wait for its declaration.
    pub enum Gates {
        Nothing => "nothing",
        /// Tasks for children and families.
        Children => "children",
        All => "all",
    }
}

/// What this part reads of the section "volunteering" of the settings.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Which tasks of an association wait for its yearly declaration.
    pub declaration_gates: Gates,
}

impl Default for Settings {
    fn default() -> Self {
        Self { declaration_gates: Gates::Nothing }
    }
}

impl Settings {
    pub fn of(tenant: &Tenant) -> Self {
        tenant.section("volunteering")
    }
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/foreninger/{id}/erklaering", Access::Decided, sign::show)
        .post("/foreninger/{id}/erklaering", Access::Decided, sign::sign)
        .merge(samskab_desk::routes(&list::LIST))
}

pub fn jobs() -> Vec<Handler<Services>> {
    vec![Handler::every("requirement.declarations", SignedDuration::from_hours(24), remind::remind)]
}

/// An association's declaration for one year.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "association_declaration", beside("id"))]
pub struct Declaration {
    #[record(column = "association_id")]
    pub association: AssociationId,
    pub year: i64,
    /// It has activities for children under 15, and obtains the certificates for them.
    pub has_children: bool,
    pub signed_by: Option<PersonId>,
    pub signed_name: String,
    /// As it is read on the declaration: "Formand".
    pub signed_role: String,
    pub signed_at: Instant,
    /// When another declaration replaced this one, because it was wrong.
    pub replaced_at: Option<Instant>,
}

/// Whether an association has given its word for the year.
pub async fn is_in_order(
    connection: &mut Connection,
    tenant: TenantId,
    association: AssociationId,
    year: i64,
) -> Result<bool> {
    Ok(store::find(connection, tenant, association, year).await?.is_some())
}

/// The chair and the treasurer sign by their role; anybody else says that they may sign for the association.
pub fn may_sign_by_role(role: ContactRole) -> bool {
    matches!(role, ContactRole::Chair | ContactRole::Treasurer)
}

impl Gates {
    /// Whether the municipality lets a task of an association wait for the declaration.
    pub fn hold(self, is_among_children: bool) -> bool {
        match self {
            Self::Nothing => false,
            Self::Children => is_among_children,
            Self::All => true,
        }
    }
}

/// The associations that have given their word for the year it is.
pub async fn declared(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
) -> Result<HashSet<AssociationId>> {
    let signed = store::of_year(connection, tenant, year_of(now)).await?;
    Ok(signed.into_iter().map(|one| one.association).collect())
}

pub fn year_of(now: Instant) -> i64 {
    i64::from(now.day().date().year())
}

/// From the association's page, for those who sign and for those who look whether it is signed.
pub fn links(cx: &Cx, about: &dyn Any) -> Vec<Link> {
    let Some(association) = about.downcast_ref::<Association>() else { return Vec::new() };
    let own = TaskResource::new_for(Poster::Association(association.id));
    let sees = association.state == State::Approved && may_widely(&cx.actor, WideAction::SeeDeclarations);
    let link = Link {
        place: 10,
        href: href(association.id),
        label: T(cx.locale).declaration_link(),
        symbol: "how-to-reg",
        is_main: false,
    };
    if sees || may(&cx.actor, Action::SignDeclaration, own) { vec![link] } else { Vec::new() }
}

pub fn href(association: AssociationId) -> String {
    format!("/foreninger/{association}/erklaering")
}
