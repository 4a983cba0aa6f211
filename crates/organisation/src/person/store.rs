//! People in the database.

use samskab_kernel::{TenantId, contact::Email};
use samskab_store::{Connection, Result, Tx};

use super::{Person, PersonId};

/// Every field of [`Person`].
const WHOLE_PEOPLE: &str =
    "select id, name, email, phone, locale, mail_choice, email_confirmed_at, last_seen_at, created_at
    from person";

samskab_store::statements! {
    FIND = WHOLE_PEOPLE, "where tenant_id = $1 and id = $2";
    FIND_BY_EMAIL = WHOLE_PEOPLE, "where tenant_id = $1 and email = $2";
    FIND_MANY = WHOLE_PEOPLE, "where tenant_id = $1 and id in ({list})";
    ADD = "insert into person (id, tenant_id, name, email, phone, locale, mail_choice, email_confirmed_at,
                               last_seen_at, created_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    SAVE = "update person set name = $3, email = $4, phone = $5, locale = $6, mail_choice = $7,
                              email_confirmed_at = $8, last_seen_at = $9
            where tenant_id = $1 and id = $2";
    SET_PASSWORD = "update person set password_hash = $3 where tenant_id = $1 and id = $2";
    PASSWORD_HASH = "select password_hash from person where tenant_id = $1 and id = $2";
    DELETE = "delete from person where tenant_id = $1 and id = $2";
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: PersonId) -> Result<Option<Person>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

pub async fn find_by_email(
    connection: &mut Connection,
    tenant: TenantId,
    email: &Email,
) -> Result<Option<Person>> {
    connection.query(&FIND_BY_EMAIL).bind(tenant).bind(email.clone()).optional().await
}

/// Those that exist, in no particular order.
pub async fn find_many(
    connection: &mut Connection,
    tenant: TenantId,
    ids: &[PersonId],
) -> Result<Vec<Person>> {
    connection.query(&FIND_MANY).bind(tenant).bind_list(ids).all().await
}

/// # Errors
/// Also when the address is taken: ask [`find_by_email`] in the same transaction first.
pub async fn add(tx: &mut Tx, person: &Person) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&ADD)
        .bind(person.id)
        .bind(tenant)
        .bind(person.name.clone())
        .bind(person.email.clone())
        .bind(person.phone.clone())
        .bind(person.locale)
        .bind(person.mail_choice)
        .bind(person.email_confirmed_at)
        .bind(person.last_seen_at)
        .bind(person.created_at)
        .execute()
        .await?;
    Ok(())
}

pub async fn save(tx: &mut Tx, person: &Person) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&SAVE)
        .bind(tenant)
        .bind(person.id)
        .bind(person.name.clone())
        .bind(person.email.clone())
        .bind(person.phone.clone())
        .bind(person.locale)
        .bind(person.mail_choice)
        .bind(person.email_confirmed_at)
        .bind(person.last_seen_at)
        .execute()
        .await?;
    Ok(())
}

/// `None` takes the password away: then only a mailed link signs in.
pub async fn set_password(tx: &mut Tx, id: PersonId, hash: Option<String>) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&SET_PASSWORD).bind(tenant).bind(id).bind(hash).execute().await?;
    Ok(())
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

/// Appointments, contacts, links and notices of the person go with it (foreign keys). What they do not
/// reach: [`super::erase`].
pub(super) async fn delete(tx: &mut Tx, id: PersonId) -> Result<()> {
    let tenant = tx.tenant();
    samskab_web::session::end_all(tx, id.uuid()).await?;
    tx.query(&DELETE).bind(tenant).bind(id).execute().await?;
    Ok(())
}
