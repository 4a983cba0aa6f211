//! The SQL of units: identity in `unit`, everything that changes in `unit_version`.

use std::collections::HashMap;

use samskab_kernel::{Day, TenantId};
use samskab_store::{Connection, Result, Tx};
use uuid::Uuid;

use super::{Unit, UnitId};

/// Every unit `u`, once for each version `v`.
const UNITS: &str = "from unit u join unit_version v on v.unit_id = u.id and v.tenant_id = u.tenant_id";

samskab_store::statements! {
    ALL = "select", Unit::COLUMNS, UNITS, "where u.tenant_id = $1 and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2)
        order by v.sort_key, u.id";
    FIND_MANY = "select", Unit::COLUMNS, UNITS,
        "where u.tenant_id = $1 and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2)
        and u.id in ({list})";
    WITH_PARENTS = "select", Unit::COLUMNS, UNITS,
        "where u.tenant_id = $1 and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2)
        and u.id in (select own.id from unit own where own.tenant_id = $1 and own.id in ({list})
            union select below.parent_id from unit_version below where below.tenant_id = $1
                and below.valid_from <= $2 and (below.valid_to is null or below.valid_to >= $2)
                and below.unit_id in ({list}))";
    PLANNED = "select", Unit::COLUMNS, UNITS, "where u.tenant_id = $1 and v.valid_from > $2 order by v.valid_from, u.id";
    EVERY_VERSION = "select", Unit::COLUMNS, UNITS, "where u.tenant_id = $1 order by v.valid_from, v.sort_key";
    EVERY_VERSION_OF = "select", Unit::COLUMNS, UNITS, "where u.tenant_id = $1 and u.id in ({list}) order by v.valid_from";
    BY_NUMBER = "select id, number from unit where tenant_id = $1 and number is not null";
    ADD = "insert into unit (id, tenant_id, number, created_at) values ($1, $2, $3, $4)";
    pub(crate) ADD_VERSION = Unit::INSERT;
    END_BEFORE = "update unit_version set valid_to = $3
                  where tenant_id = $1 and unit_id = $2 and valid_from <= $3 and (valid_to is null or valid_to > $3)";
    FORGET_PLANS = "delete from unit_version where tenant_id = $1 and unit_id = $2 and valid_from > $3";
    REOPEN = "update unit_version set valid_to = null where tenant_id = $1 and unit_id = $2 and valid_to = $3";
    /// Planned for its last day, or not at all.
    SETTLE_LATER = "update unit set settle_by = $3, settle_ending = $4, settle_reason = $5 where tenant_id = $1 and id = $2";
    SETTLED = "update unit set settle_by = null, settle_ending = '', settle_reason = '' where tenant_id = $1 and id = $2 and settle_by is not null";
    TO_SETTLE = "select u.id, u.successor_id, u.settle_by, u.settle_ending, u.settle_reason,
                     (select max(v.valid_to) from unit_version v where v.unit_id = u.id) as last_day
                 from unit u where u.tenant_id = $1 and u.settle_by is not null
                   and not exists (select 1 from unit_version v
                                   where v.unit_id = u.id and (v.valid_to is null or v.valid_to >= $2))";
    SET_SUCCESSOR = "update unit set successor_id = $3 where tenant_id = $1 and id = $2";
}

/// The unit as it is on `day`; `None` before it opened and after it closed.
#[samskab_store::compiled_once]
pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: UnitId,
    day: Day,
) -> Result<Option<Unit>> {
    Ok(find_many(connection, tenant, &[id], day).await?.pop())
}

/// Every unit there is on `day`, in Danish alphabetical order.
#[samskab_store::compiled_once]
pub async fn all(connection: &mut Connection, tenant: TenantId, day: Day) -> Result<Vec<Unit>> {
    connection.query(&ALL).bind(tenant).bind(day).all().await
}

/// Those of `ids` that exist on `day`, in no order.
#[samskab_store::compiled_once]
pub async fn find_many(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[UnitId],
    day: Day,
) -> Result<Vec<Unit>> {
    connection.query(&FIND_MANY).bind(tenant).bind(day).bind_list(ids).all().await
}

/// Those of `ids` that exist on `day`, each with the unit directly above it, in no order.
#[samskab_store::compiled_once]
pub async fn with_parents(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[UnitId],
    day: Day,
) -> Result<Vec<Unit>> {
    connection.query(&WITH_PARENTS).bind(tenant).bind(day).bind_list(ids).bind_list(ids).all().await
}

/// Everything the unit has been and is planned to be, oldest first.
pub async fn versions(connection: &mut Connection, tenant: TenantId, id: UnitId) -> Result<Vec<Unit>> {
    every_version_of(connection, tenant, &[id]).await
}

/// Every version of each of `ids`, oldest first.
#[samskab_store::compiled_once]
pub async fn every_version_of(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[UnitId],
) -> Result<Vec<Unit>> {
    connection.query(&EVERY_VERSION_OF).bind(tenant).bind_list(ids).all().await
}

/// Versions that begin after `day`, the earliest first.
#[samskab_store::compiled_once]
pub async fn planned(connection: &mut Connection, tenant: TenantId, day: Day) -> Result<Vec<Unit>> {
    connection.query(&PLANNED).bind(tenant).bind(day).all().await
}

/// Every version of every unit, oldest first: for an import and for the rules that look both ways.
pub async fn every_version(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Unit>> {
    connection.query(&EVERY_VERSION).bind(tenant).all().await
}

/// The municipality's own numbers and which unit has them.
pub async fn by_number(connection: &mut Connection, tenant: TenantId) -> Result<HashMap<String, UnitId>> {
    let rows: Vec<(UnitId, String)> = connection.query(&BY_NUMBER).bind(tenant).all().await?;
    Ok(rows.into_iter().map(|(id, number)| (number, id)).collect())
}

/// A unit that has not been there before, with its first version.
#[samskab_store::compiled_once]
pub async fn add(tx: &mut Tx, unit: &Unit) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&ADD).bind(unit.id).bind(tenant).bind(unit.number.clone()).bind(now).execute().await?;
    add_version(tx, unit).await
}

/// From the first day of `unit`'s validity it is like this. What was valid until then ends the
/// day before; plans that would have begun later or the same day are replaced.
pub async fn new_version(tx: &mut Tx, unit: &Unit) -> Result<()> {
    replace_from(tx, unit.id, unit.validity.from, std::slice::from_ref(unit)).await
}

/// Replaces the unit's versions from `day` on; what was before stays.
#[samskab_store::compiled_once]
pub async fn replace_from(tx: &mut Tx, id: UnitId, day: Day, versions: &[Unit]) -> Result<()> {
    end(tx, id, day.plus_days(-1)).await?;
    for version in versions {
        add_version(tx, version).await?;
    }
    Ok(())
}

/// The unit ends with `last_day`.
pub async fn close(tx: &mut Tx, id: UnitId, last_day: Day, successor: Option<UnitId>) -> Result<()> {
    end(tx, id, last_day).await?;
    let tenant = tx.tenant();
    tx.query(&SET_SUCCESSOR).bind(tenant).bind(id).bind(successor).execute().await?;
    Ok(())
}

/// A unit whose last day is over, and what was decided about what counts on it.
#[derive(Debug, samskab_store::Row)]
pub struct ToSettle {
    pub id: UnitId,
    pub successor_id: Option<UnitId>,
    pub settle_by: String,
    settle_ending: String,
    pub settle_reason: String,
    pub last_day: Day,
}

impl ToSettle {
    /// The tasks that end although the rest goes to the successor.
    pub fn ending(&self) -> Vec<Uuid> {
        self.settle_ending.split_whitespace().filter_map(|id| id.parse().ok()).collect()
    }
}

/// Registers that what depends on the unit is settled after its last day; `ending`: see [`ToSettle::ending`].
#[samskab_store::compiled_once]
pub async fn settle_later(tx: &mut Tx, id: UnitId, by: &str, ending: &[Uuid], reason: &str) -> Result<()> {
    let tenant = tx.tenant();
    let ending: Vec<String> = ending.iter().map(Uuid::to_string).collect();
    let query = tx.query(&SETTLE_LATER).bind(tenant).bind(id).bind(by.to_owned());
    query.bind(ending.join(" ")).bind(reason.to_owned()).execute().await?;
    Ok(())
}

#[samskab_store::compiled_once]
pub async fn to_settle(connection: &mut Connection, tenant: TenantId, today: Day) -> Result<Vec<ToSettle>> {
    connection.query(&TO_SETTLE).bind(tenant).bind(today).all().await
}

/// Whether there was something to settle.
#[samskab_store::compiled_once]
pub async fn settled(tx: &mut Tx, id: UnitId) -> Result<bool> {
    let tenant = tx.tenant();
    Ok(tx.query(&SETTLED).bind(tenant).bind(id).execute().await? > 0)
}

/// The unit goes on as if it had not been closed with `last_day`.
#[samskab_store::compiled_once]
pub async fn reopen(tx: &mut Tx, id: UnitId, last_day: Day) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&REOPEN).bind(tenant).bind(id).bind(last_day).execute().await?;
    tx.query(&SET_SUCCESSOR).bind(tenant).bind(id).bind(None::<UnitId>).execute().await?;
    settled(tx, id).await?;
    Ok(())
}

async fn end(tx: &mut Tx, id: UnitId, last_day: Day) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&FORGET_PLANS).bind(tenant).bind(id).bind(last_day).execute().await?;
    tx.query(&END_BEFORE).bind(tenant).bind(id).bind(last_day).execute().await?;
    Ok(())
}

/// One more version of a unit that exists. The caller sees to it that versions do not overlap.
#[samskab_store::compiled_once]
pub async fn add_version(tx: &mut Tx, unit: &Unit) -> Result<()> {
    let id = tx.new_id::<()>();
    tx.write(&ADD_VERSION, unit).bind_named("id", id).execute().await?;
    Ok(())
}
