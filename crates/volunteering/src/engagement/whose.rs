//! Whose engagement it becomes: an interest needs no account, an engagement has a person.

use samskab_kernel::{TenantId, contact::Phone};
use samskab_organisation::person::{self, Person, PersonId};
use samskab_store::{Connection, Result, Tx};

use crate::interest::Interest;

samskab_store::statements! {
    /// Somebody without an address whom the place has helped before.
    BY_PHONE = "select id from person where tenant_id = $1 and email is null and phone = $2 and name = $3
                order by created_at, id limit 1";
}

/// The person behind an accepted interest, found or made.
///
/// An address that its owner confirmed finds their account, or begins one. What a contact person typed
/// proves nothing: then it is somebody with a name and a number only, until the volunteer opens the link
/// in the mail and says yes.
pub async fn person_of(tx: &mut Tx, interest: &Interest) -> Result<PersonId> {
    let tenant = tx.tenant();
    let confirmed = interest.email.clone().filter(|_| interest.entered_by.is_none());
    if let Some(email) = &confirmed
        && let Some(mut found) = person::store::find_by_email(tx, tenant, email).await?
    {
        if found.email_confirmed_at.is_none() {
            found.email_confirmed_at = Some(tx.now());
            person::store::save(tx, &found).await?;
        }
        return Ok(found.id);
    }
    if confirmed.is_none()
        && let Some(phone) = &interest.phone
        && let Some(found) = by_phone(tx, tenant, phone, &interest.name).await?
    {
        return Ok(found);
    }
    let now = tx.now();
    let is_confirmed = confirmed.is_some();
    let new = Person {
        phone: interest.phone.clone(),
        locale: interest.locale,
        email_confirmed_at: is_confirmed.then_some(now),
        ..Person::new(tx.new_id(), interest.name.clone(), confirmed, now)
    };
    person::store::add(tx, &new).await?;
    Ok(new.id)
}

async fn by_phone(
    connection: &mut Connection,
    tenant: TenantId,
    phone: &Phone,
    name: &str,
) -> Result<Option<PersonId>> {
    connection.query(&BY_PHONE).bind(tenant).bind(phone.clone()).bind(name.to_owned()).optional_scalar().await
}
