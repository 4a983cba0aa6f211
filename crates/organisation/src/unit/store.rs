//! The SQL of units: identity in `unit`, everything that changes in `unit_version`.

use std::collections::HashMap;

use samskab_kernel::{
    Day, Id, TenantId, Validity,
    contact::{Email, Phone},
    danish::sort_key,
};
use samskab_store::{Connection, Result, Tx};

use super::{Level, Unit, UnitId, UnitKind};

/// Every column of [`UnitRow`], once for each version.
const WHOLE_UNITS: &str =
    "select u.id, u.number, u.successor_id, v.parent_id, v.name, v.level, v.kind, v.address, v.postcode,
        v.city, v.latitude, v.longitude, v.phone, v.email, v.about, v.visiting, v.valid_from, v.valid_to
    from unit u
    join unit_version v on v.unit_id = u.id and v.tenant_id = u.tenant_id";

samskab_store::statements! {
    ALL = WHOLE_UNITS, "where u.tenant_id = $1 and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2)
        order by v.sort_key, u.id";
    FIND_MANY = WHOLE_UNITS,
        "where u.tenant_id = $1 and v.valid_from <= $2 and (v.valid_to is null or v.valid_to >= $2)
        and u.id in ({list})";
    EVERY_VERSION = WHOLE_UNITS, "where u.tenant_id = $1 order by v.valid_from, v.sort_key";
    EVERY_VERSION_OF = WHOLE_UNITS, "where u.tenant_id = $1 and u.id in ({list}) order by v.valid_from";
    BY_NUMBER = "select id, number from unit where tenant_id = $1 and number is not null";
    ADD = "insert into unit (id, tenant_id, number, created_at) values ($1, $2, $3, $4)";
    ADD_VERSION = "insert into unit_version (id, tenant_id, unit_id, parent_id, name, sort_key, level, kind, address, postcode,
                       city, latitude, longitude, phone, email, about, visiting, valid_from, valid_to)
                   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";
    END_BEFORE = "update unit_version set valid_to = $3
                  where tenant_id = $1 and unit_id = $2 and valid_from <= $3 and (valid_to is null or valid_to > $3)";
    FORGET_PLANS = "delete from unit_version where tenant_id = $1 and unit_id = $2 and valid_from > $3";
    SET_SUCCESSOR = "update unit set successor_id = $3 where tenant_id = $1 and id = $2";
}

#[derive(sqlx::FromRow)]
struct UnitRow {
    id: UnitId,
    number: Option<String>,
    successor_id: Option<UnitId>,
    parent_id: Option<UnitId>,
    name: String,
    level: Level,
    kind: UnitKind,
    address: String,
    postcode: String,
    city: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
    phone: Option<Phone>,
    email: Option<Email>,
    about: String,
    visiting: String,
    valid_from: Day,
    valid_to: Option<Day>,
}

impl From<UnitRow> for Unit {
    fn from(row: UnitRow) -> Self {
        Self {
            id: row.id,
            number: row.number,
            parent: row.parent_id,
            name: row.name,
            level: row.level,
            kind: row.kind,
            address: row.address,
            postcode: row.postcode,
            city: row.city,
            place: row.latitude.zip(row.longitude),
            phone: row.phone,
            email: row.email,
            about: row.about,
            visiting: row.visiting,
            validity: Validity { from: row.valid_from, to: row.valid_to },
            successor: row.successor_id,
        }
    }
}

fn units(rows: Vec<UnitRow>) -> Vec<Unit> {
    rows.into_iter().map(Unit::from).collect()
}

/// The unit as it is on `day`; `None` before it opened and after it closed.
pub async fn find(
    connection: &mut Connection,
    tenant: TenantId,
    id: UnitId,
    day: Day,
) -> Result<Option<Unit>> {
    Ok(find_many(connection, tenant, &[id], day).await?.pop())
}

/// Every unit there is on `day`, in Danish alphabetical order.
pub async fn all(connection: &mut Connection, tenant: TenantId, day: Day) -> Result<Vec<Unit>> {
    Ok(units(connection.query(&ALL).bind(tenant).bind(day).all().await?))
}

/// Those of `ids` that exist on `day`, in no order.
pub async fn find_many(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[UnitId],
    day: Day,
) -> Result<Vec<Unit>> {
    Ok(units(connection.query(&FIND_MANY).bind(tenant).bind(day).bind_list(ids).all().await?))
}

/// Everything the unit has been and is planned to be, oldest first.
pub async fn versions(connection: &mut Connection, tenant: TenantId, id: UnitId) -> Result<Vec<Unit>> {
    every_version_of(connection, tenant, &[id]).await
}

/// Every version of each of `ids`, oldest first.
pub async fn every_version_of(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[UnitId],
) -> Result<Vec<Unit>> {
    Ok(units(connection.query(&EVERY_VERSION_OF).bind(tenant).bind_list(ids).all().await?))
}

/// Every version of every unit, oldest first: for an import and for the rules that look both ways.
pub async fn every_version(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Unit>> {
    Ok(units(connection.query(&EVERY_VERSION).bind(tenant).all().await?))
}

/// The municipality's own numbers and which unit has them.
pub async fn by_number(connection: &mut Connection, tenant: TenantId) -> Result<HashMap<String, UnitId>> {
    let rows: Vec<(UnitId, String)> = connection.query(&BY_NUMBER).bind(tenant).all().await?;
    Ok(rows.into_iter().map(|(id, number)| (number, id)).collect())
}

/// A unit that has not been there before, with its first version.
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

/// From `day` on the unit's life is these versions; before it stays what it was.
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

async fn end(tx: &mut Tx, id: UnitId, last_day: Day) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&FORGET_PLANS).bind(tenant).bind(id).bind(last_day).execute().await?;
    tx.query(&END_BEFORE).bind(tenant).bind(id).bind(last_day).execute().await?;
    Ok(())
}

/// One more version of a unit that exists. The caller sees to it that versions do not overlap.
pub async fn add_version(tx: &mut Tx, unit: &Unit) -> Result<()> {
    let (tenant, id) = (tx.tenant(), tx.new_id::<()>());
    tx.query(&ADD_VERSION)
        .bind(Id::<()>::uuid(id))
        .bind(tenant)
        .bind(unit.id)
        .bind(unit.parent)
        .bind(unit.name.clone())
        .bind(sort_key(&unit.name))
        .bind(unit.level)
        .bind(unit.kind)
        .bind(unit.address.clone())
        .bind(unit.postcode.clone())
        .bind(unit.city.clone())
        .bind(unit.place.map(|(latitude, _)| latitude))
        .bind(unit.place.map(|(_, longitude)| longitude))
        .bind(unit.phone.clone())
        .bind(unit.email.clone())
        .bind(unit.about.clone())
        .bind(unit.visiting.clone())
        .bind(unit.validity.from)
        .bind(unit.validity.to)
        .execute()
        .await?;
    Ok(())
}
