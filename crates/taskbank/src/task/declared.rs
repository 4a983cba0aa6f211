//! Which tasks of an association wait for its yearly declaration (law B.4). What is public because nothing held it back
//! stays so; what waits becomes public by no door.

use samskab_store::{Result, Tx};
use samskab_web::Tenant;

use super::{State, Task};
use crate::declaration::{self, Gates, Settings};

impl Task {
    /// Whether the municipality lets it wait for the declaration.
    pub fn waits_for_declaration(&self, gates: Gates) -> bool {
        self.poster.association().is_some() && gates.hold(self.is_among_children())
    }

    /// Whether it has to wait where `before`, which everybody can see, had not. What was public before the
    /// municipality decided otherwise stays so.
    pub fn begins_to_wait_for_declaration(&self, before: &Self, gates: Gates) -> bool {
        matches!(before.state, State::Open(_) | State::Filled { .. })
            && !before.waits_for_declaration(gates)
            && self.waits_for_declaration(gates)
    }
}

/// The page to sign on, when it stands between a task and the public; `None`: nothing does.
pub(super) async fn in_the_way(tx: &mut Tx, municipality: &Tenant, task: &Task) -> Result<Option<String>> {
    let Some(association) = task.poster.association() else { return Ok(None) };
    if !task.waits_for_declaration(Settings::of(municipality).declaration_gates) {
        return Ok(None);
    }
    let (tenant, year) = (tx.tenant(), declaration::year_of(tx.now()));
    let is_signed = declaration::is_in_order(tx, tenant, association, year).await?;
    Ok((!is_signed).then(|| format!("{}?opgave={}", declaration::href(association), task.id)))
}
