//! Deleting a person with everything that was only about them, wherever it stands (law B.7). Their id stays
//! in the book of events and says nothing any more: nothing leads from it to anybody.

use samskab_store::{Result, Tx};
use samskab_web::{Services, erasure::Leaving, module::BoxFuture};

use super::{PersonDeleted, PersonId, store};

samskab_store::statements! {
    IMPORTED = "update import_run set person_id = null where tenant_id = $1 and person_id = $2";
}

/// Deletes the person in the transaction, records it, and leaves the rest to it.
///
/// # Errors
/// When the database fails.
pub async fn erase(services: &Services, tx: &mut Tx, id: PersonId) -> Result<()> {
    let tenant = tx.tenant();
    let Some(person) = store::find(tx, tenant, id).await? else { return Ok(()) };
    let leaving = Leaving { person: id.uuid(), name: person.name, email: person.email };
    for erase in &services.erasures {
        erase(tx, &leaving).await?;
    }
    store::delete(tx, id).await?;
    tx.record(PersonDeleted { person: id }).await
}

/// Mails to and about them, jobs on their behalf, and the file they once imported, which stays without them.
pub fn erase_elsewhere<'a>(tx: &'a mut Tx, leaving: &'a Leaving) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        let tenant = tx.tenant();
        samskab_mail::erase(tx, leaving.email.as_ref(), &leaving.name).await?;
        samskab_jobs::erase(tx, leaving.person).await?;
        tx.query(&IMPORTED).bind(tenant).bind(leaving.person).execute().await?;
        Ok(())
    })
}
