//! The settings in the database.

use samskab_kernel::{Instant, TenantId};
use samskab_store::{Connection, Result, Tx, events::Recorded};
use samskab_web::token;
use serde_json::Value;
use uuid::Uuid;

use super::{SettingsChanged, typed::Settings};

samskab_store::statements! {
    FIND = "select name, settings from tenant where id = $1";
    /// Compare and set: of two who change the same settings at the same moment, one is told.
    SAVE = "update tenant set name = $4, settings = $5 where id = $1 and name = $2 and settings = $3";
    HOSTS = "select host from tenant_host where tenant_id = $1 order by host";
    OWNER = "select tenant_id from tenant_host where host = $1";
    ADD_HOST = "insert into tenant_host (host, tenant_id) values ($2, $1)";
    REMOVE_HOST = "delete from tenant_host where tenant_id = $1 and host = $2
                   and (select count(*) from tenant_host others where others.tenant_id = $1) > 1";
    HISTORY = "select number, kind, subject_id, actor_id, at, data from event
               where tenant_id = $1 and subject_id = $2 and kind = $3 order by number desc limit 20";
}

/// The settings with the text they were read from.
pub(super) struct Stored {
    pub settings: Settings,
    text: String,
}

impl Stored {
    /// Changes when anybody changes anything; stands in the form, so that a page that has become old is noticed.
    pub fn version(&self) -> String {
        token::hash(&format!("{}\n{}", self.settings.name, self.text))
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    name: String,
    settings: String,
}

/// # Errors
/// Also when the document is no JSON: nothing may be laid over what cannot be read.
pub(super) async fn find(connection: &mut Connection, tenant: TenantId) -> Result<Stored> {
    let row: Row = connection.query(&FIND).bind(tenant).one().await?;
    let document: Value = serde_json::from_str(&row.settings)?;
    Ok(Stored { settings: Settings { name: row.name, document }, text: row.settings })
}

/// False when they were changed since `before` was read; then nothing is saved.
pub(super) async fn save(tx: &mut Tx, before: &Stored, after: &Settings) -> Result<bool> {
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

pub(super) async fn hosts(connection: &mut Connection, tenant: TenantId) -> Result<Vec<String>> {
    connection.query(&HOSTS).bind(tenant).scalars().await
}

/// Which municipality answers at `host`.
pub(super) async fn owner(connection: &mut Connection, host: &str) -> Result<Option<TenantId>> {
    connection.query(&OWNER).bind(host.to_owned()).optional_scalar().await
}

pub(super) async fn add_host(tx: &mut Tx, host: &str) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&ADD_HOST).bind(tenant).bind(host.to_owned()).execute().await?;
    Ok(())
}

/// False when it is not there, or is the last one.
pub(super) async fn remove_host(tx: &mut Tx, host: &str) -> Result<bool> {
    let tenant = tx.tenant();
    Ok(tx.query(&REMOVE_HOST).bind(tenant).bind(host.to_owned()).execute().await? == 1)
}

/// One change: when, by whom, of what.
pub(super) struct Change {
    pub at: Instant,
    pub actor: Option<Uuid>,
    pub keys: Vec<String>,
}

/// The last twenty changes, the newest first.
pub(super) async fn history(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Change>> {
    let kind = <SettingsChanged as samskab_store::Event>::KIND.to_owned();
    let events: Vec<Recorded> =
        connection.query(&HISTORY).bind(tenant).bind(tenant.uuid()).bind(kind).all().await?;
    let read = |event: Recorded| -> Result<Change> {
        let super::ChangedKeys { keys } = serde_json::from_str(&event.data)?;
        Ok(Change { at: event.at, actor: event.actor_id, keys })
    };
    events.into_iter().map(read).collect()
}
