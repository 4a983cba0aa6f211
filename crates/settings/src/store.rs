//! The settings in the database.

use samskab_kernel::{Instant, TenantId};
use samskab_store::{Connection, Result, Tx, events::Recorded};
use serde_json::Value;
use uuid::Uuid;

use crate::{SettingsChanged, form::TenantSettings};

samskab_store::statements! {
    FIND = "select name, settings from tenant where id = $1";
    /// Changes nothing when somebody else has changed the settings since they were read.
    SAVE = "update tenant set name = $4, settings = $5 where id = $1 and name = $2 and settings = $3";
    HISTORY = "select number, kind, subject_id, actor_id, at, data from event
               where tenant_id = $1 and subject_id = $2 and kind = $3 order by number desc limit 20";
}

/// The settings with the text they were read from.
pub(crate) struct Stored {
    pub settings: TenantSettings,
    text: String,
}

#[derive(samskab_store::Row)]
struct Row {
    name: String,
    settings: String,
}

/// # Errors
/// Also when the document is no JSON: nothing may be laid over what cannot be read.
pub(crate) async fn find(connection: &mut Connection, tenant: TenantId) -> Result<Stored> {
    let row: Row = connection.query(&FIND).bind(tenant).one().await?;
    let document: Value = serde_json::from_str(&row.settings)?;
    Ok(Stored { settings: TenantSettings { name: row.name, document }, text: row.settings })
}

/// False when they were changed since `before` was read; then nothing is saved.
pub(crate) async fn save(tx: &mut Tx, before: &Stored, after: &TenantSettings) -> Result<bool> {
    let tenant = tx.tenant();
    let saved = tx
        .query(&SAVE)
        .bind(tenant)
        .bind(before.settings.name.clone())
        .bind(before.text.clone())
        .bind(after.name.clone())
        .bind(after.document.to_string())
        .execute()
        .await?;
    Ok(saved == 1)
}

/// One change: when, by whom, of what.
pub(crate) struct Change {
    pub at: Instant,
    pub actor: Option<Uuid>,
    pub keys: Vec<String>,
}

/// The last twenty changes, the newest first.
pub(crate) async fn history(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Change>> {
    let kind = <SettingsChanged as samskab_store::Event>::KIND.to_owned();
    let events: Vec<Recorded> =
        connection.query(&HISTORY).bind(tenant).bind(tenant.uuid()).bind(kind).all().await?;
    let read = |event: Recorded| -> Result<Change> {
        let crate::ChangedKeys { keys } = serde_json::from_str(&event.data)?;
        Ok(Change { at: event.at, actor: event.actor_id, keys })
    };
    events.into_iter().map(read).collect()
}
