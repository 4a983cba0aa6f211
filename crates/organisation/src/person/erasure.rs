//! Deleting a person with everything that was only about them, wherever it is stored (law B.7). Their id stays in the
//! book of events, but no table says any more who they were.

use samskab_store::{Result, Tx};
use samskab_web::{
    Services,
    erasure::Leaving,
    exit::{Exit, Settlement, settle},
};

use super::{PersonDeleted, PersonId, store};

samskab_store::statements! {
    IMPORTED = "update import_run set person_id = null where tenant_id = $1 and person_id = $2";
}

/// Deletes the person and everything about them in every context, and records it, in the caller's
/// transaction; those who counted on them are told first. Does nothing when there is no such person.
///
/// # Errors
/// When the database fails.
#[samskab_store::compiled_once]
pub async fn erase(services: &Services, tx: &mut Tx, id: PersonId) -> Result<()> {
    let settlement = Settlement::today(tx.now().day());
    erase_settled(services, tx, id, &settlement).await
}

/// The same, where it was chosen what happens to everything that depends on them.
#[samskab_store::compiled_once]
pub async fn erase_settled(
    services: &Services,
    tx: &mut Tx,
    id: PersonId,
    settlement: &Settlement,
) -> Result<()> {
    let tenant = tx.tenant();
    let Some(person) = store::find(tx, tenant, id).await? else { return Ok(()) };
    settle(services, tx, Exit::Person(id.uuid()), settlement).await?;
    let leaving = Leaving { person: id.uuid(), name: person.name, email: person.email };
    for erase in &services.erasures {
        erase(tx, &leaving).await?;
    }
    store::delete(tx, id).await?;
    tx.record(PersonDeleted { person: id }).await
}

/// Mails to and about them, jobs on their behalf, and the file they once imported, which stays without them.
#[samskab_store::compiled_once]
pub(crate) async fn erase_elsewhere(tx: &mut Tx, leaving: &Leaving) -> Result<()> {
    let tenant = tx.tenant();
    samskab_mail::erase(tx, leaving.email.as_ref(), &leaving.name).await?;
    samskab_jobs::erase(tx, leaving.person).await?;
    tx.query(&IMPORTED).bind(tenant).bind(leaving.person).execute().await?;
    Ok(())
}
