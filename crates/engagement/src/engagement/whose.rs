//! Whose engagement it becomes: an interest needs no account, an engagement has a person.

use samskab_kernel::{
    TenantId,
    contact::{Email, Phone},
    danish::fold,
};
use samskab_organisation::person::{self, Person, PersonId};
use samskab_store::{Connection, Result, Tx};

use super::Engagement;
use samskab_interest::{self, Interest};

samskab_store::statements! {
    /// Somebody without an address whom the place has helped before.
    BY_PHONE = "select id, name from person where tenant_id = $1 and email is null and phone = $2
                order by created_at, id limit 50";
}

/// The person behind an accepted interest, found or made.
///
/// An address that its owner confirmed finds their account, or begins one. What a contact person typed
/// proves nothing: then it is somebody with a name and a number only, until the volunteer opens the link
/// in the mail and says yes.
pub async fn person_of(tx: &mut Tx, interest: &Interest) -> Result<PersonId> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let confirmed = confirmed(interest).cloned();
    if let Some(mut found) = known(tx, tenant, interest).await? {
        if confirmed.is_some() && found.email_confirmed_at.is_none() {
            found.email_confirmed_at = Some(now);
            person::store::save(tx, &found).await?;
        }
        return Ok(found.id);
    }
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

/// The address that its owner confirmed.
fn confirmed(interest: &Interest) -> Option<&Email> {
    interest.email.as_ref().filter(|_| interest.entered_by.is_none())
}

/// The person whom [`person_of`] finds; `None`: it makes one, with the name that stands in the interest.
pub async fn known(
    connection: &mut Connection,
    tenant: TenantId,
    interest: &Interest,
) -> Result<Option<Person>> {
    if let Some(email) = confirmed(interest) {
        return person::store::find_by_email(connection, tenant, email).await;
    }
    let Some(phone) = &interest.phone else { return Ok(None) };
    match by_phone(connection, tenant, phone, &interest.name).await? {
        Some(found) => person::store::find(connection, tenant, found).await,
        None => Ok(None),
    }
}

async fn by_phone(
    connection: &mut Connection,
    tenant: TenantId,
    phone: &Phone,
    name: &str,
) -> Result<Option<PersonId>> {
    let people: Vec<(PersonId, String)> =
        connection.query(&BY_PHONE).bind(tenant).bind(phone.clone()).all().await?;
    // A family shares a telephone: the name tells who of them it is.
    let name = fold(name);
    Ok(people.into_iter().find(|(_, known)| fold(known) == name).map(|(id, _)| id))
}

/// The volunteer said yes behind the link in a mail: so the address is theirs, also when it was a contact
/// person who typed it. Gives back who they are from now on.
pub(super) async fn shown_to_be(tx: &mut Tx, engagement: &Engagement) -> Result<PersonId> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let interest = match engagement.interest {
        Some(id) => samskab_interest::store::find(tx, tenant, id).await?,
        None => None,
    };
    let Some(email) = interest.and_then(|interest| interest.email) else { return Ok(engagement.person) };
    let Some(mut person) = person::store::find(tx, tenant, engagement.person).await? else {
        return Ok(engagement.person);
    };
    if person.email.is_some() {
        return Ok(person.id);
    }
    if let Some(known) = person::store::find_by_email(tx, tenant, &email).await? {
        return Ok(known.id);
    }
    person.email = Some(email);
    person.email_confirmed_at = Some(now);
    person::store::save(tx, &person).await?;
    Ok(person.id)
}
