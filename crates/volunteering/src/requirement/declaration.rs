//! An association declares once a year that it obtains børneattester, also when it has nothing for children
//! (law B.4). The municipality gets the declaration, never a certificate, and decides what waits for it.

pub(super) mod overview;
pub(super) mod remind;
pub(super) mod sign;
pub mod store;

use std::collections::HashSet;

use samskab_kernel::{Instant, TenantId, codes};
use samskab_organisation::{
    association::{AssociationId, ContactRole},
    person::PersonId,
};
use samskab_store::{Connection, Result, Tx};
use samskab_web::Tenant;

use super::Settings;
use crate::task::{State, Task};

codes! {
    /// Which tasks of an association wait for its declaration.
    pub enum Gates {
        Nothing => "nothing",
        /// Those for children and families.
        Children => "children",
        All => "all",
    }
}

/// One year's word of one association.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declaration {
    pub association: AssociationId,
    pub year: i64,
    /// It has activities for children under 15, and obtains the certificates.
    pub has_children: bool,
    pub signed_by: Option<PersonId>,
    pub signed_name: String,
    /// As it is read on the declaration: "Formand".
    pub signed_role: String,
    pub signed_at: Instant,
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

/// Whether the municipality lets the task wait for the declaration.
pub fn waits_for(gates: Gates, task: &Task) -> bool {
    task.poster.association().is_some()
        && match gates {
            Gates::Nothing => false,
            Gates::Children => task.is_among_children(),
            Gates::All => true,
        }
}

/// Whether `after` has to wait where `before`, which everybody can see, had not. What was public before the municipality
/// decided otherwise stays so.
pub fn begins_to_wait(gates: Gates, before: &Task, after: &Task) -> bool {
    matches!(before.state, State::Open(_) | State::Filled { .. })
        && !waits_for(gates, before)
        && waits_for(gates, after)
}

/// The page to sign on, when it stands between a task and the public; `None`: nothing does.
pub async fn in_the_way(tx: &mut Tx, municipality: &Tenant, task: &Task) -> Result<Option<String>> {
    let Some(association) = task.poster.association() else { return Ok(None) };
    if !waits_for(Settings::of(municipality).declaration_gates, task) {
        return Ok(None);
    }
    let (tenant, year) = (tx.tenant(), year_of(tx.now()));
    let is_signed = is_in_order(tx, tenant, association, year).await?;
    Ok((!is_signed).then(|| format!("{}?opgave={}", href(association), task.id)))
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

pub fn href(association: AssociationId) -> String {
    format!("/foreninger/{association}/erklaering")
}
