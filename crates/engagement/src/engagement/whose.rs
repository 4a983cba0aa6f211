//! Whose engagement it becomes: an interest needs no account, an engagement has a person. What is shown later is an
//! address: by whoever opens the link in a mail, or makes an account with it.

use samskab_jobs::{Failure, Job, enqueue};
use samskab_kernel::{
    TenantId,
    contact::{Email, Phone},
    danish::fold,
};
use samskab_organisation::person::{self, Person, PersonId};
use samskab_store::{Connection, Event as _, Reaction, Result, Stamp, Tx};
use samskab_taskbank::notice::mail::municipality;
use samskab_volunteers::volunteer::VolunteerJoined;
use samskab_web::Services;
use serde::{Deserialize, Serialize};

use super::{Engagement, store};
use samskab_interest::{self, Interest};

samskab_store::statements! {
    /// Somebody without an address whom the place has helped before.
    BY_PHONE = "select id, name from person where tenant_id = $1 and email is null and phone = $2
                order by created_at, id limit 50";
    /// Somebody without an address who was signed up with the address of this person.
    SIGNED_UP_WITH = "select distinct n.id, n.name from person me
        join interest i on i.tenant_id = me.tenant_id and i.email = me.email
        join engagement e on e.interest_id = i.id
        join person n on n.id = e.person_id
        where me.tenant_id = $1 and me.id = $2 and n.email is null order by n.id limit 20";
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

/// The person whom [`person_of`] finds; `None`: it would make a new one, with the name in the interest.
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

/// The volunteer said yes behind the link in a mail: so the address is theirs, even if a contact person typed it.
/// Returns the person they are from now on.
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
        if is_same_first_name(&known.name, &person.name) {
            enqueue(tx, &BecomeOne { stays: known.id, gone: person.id }, now).await?;
        }
        return Ok(known.id);
    }
    person.email = Some(email);
    person.email_confirmed_at = Some(now);
    person::store::save(tx, &person).await?;
    Ok(person.id)
}

/// The volunteer came by the link in a mail and did something there: as [`shown_to_be`], and the agreement is theirs.
pub(crate) async fn claim(tx: &mut Tx, engagement: Engagement) -> Result<PersonId> {
    let person = shown_to_be(tx, &engagement).await?;
    if person != engagement.person
        && let Some(engagement) = store::locked(tx, engagement.id).await?
    {
        store::save(tx, &Engagement { person, ..engagement }).await?;
    }
    Ok(person)
}

/// An address can be mistyped into a stranger's: whoever becomes one with somebody has their first name, too.
fn is_same_first_name(one: &str, other: &str) -> bool {
    let first = |name: &str| fold(samskab_kernel::text::first_name(name));
    first(one) == first(other)
}

/// Somebody made an account with the address that a contact person had typed for them: their agreements are found by it.
pub const JOINED: Reaction = Reaction {
    to: VolunteerJoined::KIND,
    react: |tx, person, _| Box::pin(joined(tx, PersonId::from_uuid(*person))),
};

async fn joined(tx: &mut Tx, id: PersonId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(account) = person::store::find(tx, tenant, id).await? else { return Ok(()) };
    let people: Vec<(PersonId, String)> = tx.query(&SIGNED_UP_WITH).bind(tenant).bind(id).all().await?;
    for (gone, name) in people {
        if is_same_first_name(&name, &account.name) {
            enqueue(tx, &BecomeOne { stays: id, gone }, now).await?;
        }
    }
    Ok(())
}

/// Somebody without an address turned out to be somebody with an account.
#[derive(Serialize, Deserialize)]
pub(super) struct BecomeOne {
    stays: PersonId,
    gone: PersonId,
}

impl Job for BecomeOne {
    const KIND: &'static str = "engagement.become_one";
    fn unique_key(&self) -> Option<String> {
        Some(self.gone.to_string())
    }
}

/// What hangs on the one hangs on the other afterwards, in every context.
pub(super) async fn become_one(
    services: Services,
    tenant: TenantId,
    job: BecomeOne,
) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    let stays = person::store::find(&mut tx, tenant, job.stays).await?;
    let gone = person::store::find(&mut tx, tenant, job.gone).await?;
    let (Some(stays), Some(gone)) = (stays, gone.filter(|gone| gone.email.is_none())) else {
        return Ok(());
    };
    samskab_people::merge_people(&services, &municipality, &mut tx, &stays, &gone).await?;
    Ok(tx.commit().await?)
}
