//! Opsætning: what the municipality decides for itself – its name, its colours, its rules, its words.
//!
//! The settings are one JSON document of the tenant (with the name and the host names beside it). Each
//! field says where in the document it stands; keys that this page does not know stay as they are.

mod colours;
mod field;
mod hosts;
mod page;
mod store;
mod typed;

pub use hosts::host_name;
use samskab_kernel::TenantId;
use samskab_store::Event;
use samskab_web::{Access, Cx, Result, Routes};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::authority::{Action, Resource, may};

/// Somebody changed the settings: which ones, never to what (a phone number can be a person's own).
#[derive(Serialize)]
pub struct SettingsChanged {
    #[serde(skip)]
    pub tenant: TenantId,
    /// `profile.phone`, `hosts`
    pub keys: Vec<String>,
}
impl Event for SettingsChanged {
    const KIND: &'static str = "tenant.settings_changed";
    fn subject(&self) -> Uuid {
        self.tenant.uuid()
    }
}

/// The same, read back.
#[derive(Deserialize)]
struct ChangedKeys {
    keys: Vec<String>,
}

pub(crate) const PATH: &str = "/opsaetning";

pub fn routes() -> Routes {
    Routes::new()
        .get(PATH, Access::Decided, page::show)
        .post(PATH, Access::Decided, page::save)
        .get("/opsaetning/farver", Access::Decided, colours::show)
        .post("/opsaetning/adresser", Access::Decided, hosts::add)
        .post("/opsaetning/adresser/fjern", Access::Decided, hosts::remove)
}

/// The administrator and the coordinator.
pub(crate) fn require(cx: &Cx) -> Result<()> {
    cx.require(may(&cx.actor, Action::Configure, Resource::Municipality))
}
