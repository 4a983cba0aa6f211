//! What judging a file depends on besides the file.

use std::sync::Arc;

use samskab_kernel::{Day, Dice, Id, Instant, Locale};
use samskab_store::Stamp;
use samskab_web::Tenant;
use uuid::Uuid;

/// The mark of an import.
pub enum RunRow {}
pub type RunId = Id<RunRow>;

/// For whom, when and in which language a file is judged.
#[derive(Clone)]
pub struct Setting {
    pub tenant: Arc<Tenant>,
    pub now: Instant,
    pub locale: Locale,
    pub dice: Dice,
    /// Who sent it; `None` from the command line.
    pub actor: Option<Uuid>,
}

impl Setting {
    pub fn today(&self) -> Day {
        self.now.day()
    }

    pub fn new_id<K>(&self) -> Id<K> {
        self.dice.id(self.now)
    }

    pub fn stamp(&self) -> Stamp {
        Stamp { tenant: self.tenant.id, actor: self.actor, now: self.now }
    }
}
