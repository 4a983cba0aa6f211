//! People in the database.

use samskab_kernel::{TenantId, contact::Email};
use samskab_store::{Connection, Result, Tx};

use super::{Person, PersonId};

samskab_store::statements! {
    FIND = Person::SELECT, "where tenant_id = $1 and id = $2";
    FIND_BY_EMAIL = Person::SELECT, "where tenant_id = $1 and email = $2";
    pub(crate) FIND_MANY = Person::SELECT, "where tenant_id = $1 and id in ({list})";
    ADD = Person::INSERT;
    pub(crate) SAVE = Person::UPDATE;
    SET_PASSWORD = "update person set password_hash = $3 where tenant_id = $1 and id = $2";
    PASSWORD_AT = "select id, password_hash from person where tenant_id = $1 and email = $2";
    PASSWORD_HASH = "select password_hash from person where tenant_id = $1 and id = $2";
    pub(crate) DELETE = "delete from person where tenant_id = $1 and id = $2";
}

#[samskab_store::compiled_once]
pub async fn find(connection: &mut Connection, tenant: TenantId, id: PersonId) -> Result<Option<Person>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

#[samskab_store::compiled_once]
pub async fn find_by_email(
    connection: &mut Connection,
    tenant: TenantId,
    email: &Email,
) -> Result<Option<Person>> {
    connection.query(&FIND_BY_EMAIL).bind(tenant).bind(email.clone()).optional().await
}

/// Those that exist, in no particular order.
#[samskab_store::compiled_once]
pub async fn find_many(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[PersonId],
) -> Result<Vec<Person>> {
    connection.query(&FIND_MANY).bind(tenant).bind_list(ids).all().await
}

/// # Errors
/// Also when the address is taken: ask [`find_by_email`] in the same transaction first.
#[samskab_store::compiled_once]
pub async fn add(tx: &mut Tx, person: &Person) -> Result<()> {
    tx.write(&ADD, person).execute().await?;
    Ok(())
}

#[samskab_store::compiled_once]
pub async fn save(tx: &mut Tx, person: &Person) -> Result<()> {
    tx.write(&SAVE, person).execute().await?;
    Ok(())
}

/// `None` takes the password away: then only a mailed link signs in.
pub async fn set_password(tx: &mut Tx, id: PersonId, hash: Option<String>) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&SET_PASSWORD).bind(tenant).bind(id).bind(hash).execute().await?;
    Ok(())
}

/// Who has this address, with the hash of their password: one statement, so that it takes as long for everybody.
pub(crate) async fn password_at(
    connection: &mut Connection,
    tenant: TenantId,
    email: &Email,
) -> Result<Option<(PersonId, Option<String>)>> {
    connection.query(&PASSWORD_AT).bind(tenant).bind(email.clone()).optional().await
}

pub(crate) async fn password_hash(
    connection: &mut Connection,
    tenant: TenantId,
    id: PersonId,
) -> Result<Option<String>> {
    let found: Option<Option<String>> =
        connection.query(&PASSWORD_HASH).bind(tenant).bind(id).optional_scalar().await?;
    Ok(found.flatten())
}

/// Somebody whose registration was merged with another: nothing names them any more.
pub async fn forget_merged(tx: &mut Tx, id: PersonId) -> Result<()> {
    delete(tx, id).await
}

/// Appointments, contacts, links and notices of the person go with it by foreign keys. [`super::erase`]
/// deletes what these do not reach.
pub(super) async fn delete(tx: &mut Tx, id: PersonId) -> Result<()> {
    let tenant = tx.tenant();
    samskab_web::session::end_all(tx, id.uuid()).await?;
    tx.query(&DELETE).bind(tenant).bind(id).execute().await?;
    Ok(())
}
