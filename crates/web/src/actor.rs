//! Who is asking, and which roles they have where.

use std::sync::Arc;

use samskab_kernel::Locale;
use uuid::Uuid;

/// The one behind a request. The public is an actor without a person.
#[derive(Debug, Clone, Default)]
pub struct Actor {
    pub person: Option<Uuid>,
    pub name: String,
    pub locale: Option<Locale>,
    pub standings: Arc<[Standing]>,
    /// How many things wait for this person in Mit overblik.
    pub waiting: usize,
}

/// A role somewhere: key person of an area, contact of an association. What the roles are
/// called and may do is the contexts' business.
#[derive(Debug, Clone)]
pub struct Standing {
    pub role: &'static str,
    /// The unit or association the role is in.
    pub place: Uuid,
    /// Every place the role reaches, its own included: an area reaches its institutions.
    pub reach: Arc<[Uuid]>,
}

impl Actor {
    pub fn public() -> Self {
        Self::default()
    }

    pub fn is_signed_in(&self) -> bool {
        self.person.is_some()
    }

    /// Has `role` anywhere.
    pub fn has(&self, role: &str) -> bool {
        self.standings.iter().any(|standing| standing.role == role)
    }

    /// Has `role` at `place` or above it.
    pub fn has_for(&self, role: &str, place: Uuid) -> bool {
        self.standings.iter().any(|standing| standing.role == role && standing.reach.contains(&place))
    }
}
