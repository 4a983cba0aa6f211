#![doc = include_str!("../README.md")]

mod colours;
mod field;
mod form;
pub mod hosts;
mod page;
mod retention;
mod store;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use hosts::host_name;
pub use i18n::T;

use samskab_kernel::TenantId;
use samskab_organisation::authority::{Action, Resource, may};
use samskab_store::{Connection, Event};
use samskab_web::{
    Access, Cx, Module, Result, Routes, WorkItem,
    module::{BoxFuture, Destination, pages},
    stored::{Room, said_bytes},
};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

samskab_i18n::falls_back_on!(T => samskab_organisation::T);

/// Somebody changed the settings: which ones, never to what (a phone number can be a person's own).
#[derive(Serialize)]
struct SettingsChanged {
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

/// The data of [`SettingsChanged`], as it is read from the book of events.
#[derive(Deserialize)]
struct ChangedKeys {
    keys: Vec<String>,
}

pub const PATH: &str = "/opsaetning";

/// What the municipality decides for itself, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "settings",
        routes: Routes::new()
            .get(PATH, Access::Decided, page::show)
            .post(PATH, Access::Decided, page::save)
            .get("/opsaetning/farver", Access::Decided, colours::show)
            .get("/opsaetning/opbevaring", Access::Decided, retention::show),
        work_items: vec![work_items],
        destinations: vec![destinations],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}

/// What is found by *Gå til*.
fn destinations<'a>(
    cx: &'a Cx,
    _: &'a mut Connection,
    asked: &'a str,
) -> BoxFuture<'a, Result<Vec<Destination>>> {
    let may = may(&cx.actor, Action::Configure, Resource::Municipality);
    let own = may.then_some(("/opsaetning/opbevaring", T(cx.locale).retention_title()));
    let found = pages(cx, asked, own);
    Box::pin(async { Ok(found) })
}

/// The room for files is nearly used: those who can do something about it are told before it is. A query for each context
/// that keeps files.
fn work_items<'a>(cx: &'a Cx, connection: &'a mut Connection) -> BoxFuture<'a, Result<Vec<WorkItem>>> {
    Box::pin(async move {
        if !may(&cx.actor, Action::Configure, Resource::Municipality) {
            return Ok(Vec::new());
        }
        let (t, room) = (T(cx.locale), Room::of(cx, connection).await?);
        if !room.is_nearly_full() {
            return Ok(Vec::new());
        }
        let bytes = |bytes| said_bytes(cx.locale, bytes);
        Ok(vec![WorkItem {
            heading: t.files_title(),
            title: if room.is_full() { t.files_full().to_owned() } else { t.files_nearly_full().to_owned() },
            detail: t.files_used(bytes(room.limit), bytes(room.used)),
            href: "/opsaetning/opbevaring#filer".to_owned(),
            since: cx.now(),
            due: None,
            reason: None,
            act: None,
        }])
    })
}

/// The administrator and the coordinator.
pub fn require(cx: &Cx) -> Result<()> {
    cx.require(may(&cx.actor, Action::Configure, Resource::Municipality))
}
