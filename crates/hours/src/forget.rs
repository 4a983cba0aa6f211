//! When an account goes, the hours given stay as a sum without a name, and of its proofs that they were issued (law B.7).

use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Tx};
use samskab_web::{
    Cx,
    erasure::Leaving,
    exit::{Consequence, Dependents, Exit, Line},
};

use crate::{T, proof};

samskab_store::statements! {
    COUNT_HOURS = "insert into hours_count (tenant_id, task_id, year, minutes)
                   select h.tenant_id, e.task_id, substr(h.day, 1, 4), cast(sum(h.minutes) as bigint)
                   from hours h join engagement e on e.id = h.engagement_id
                   where h.tenant_id = $1 and h.person_id = $2
                   group by h.tenant_id, e.task_id, substr(h.day, 1, 4)
                   on conflict (tenant_id, task_id, year) do update set
                      minutes = hours_count.minutes + excluded.minutes";
}

#[samskab_store::compiled_once]
pub(crate) async fn erase(tx: &mut Tx, leaving: &Leaving) -> Result<()> {
    let tenant = tx.tenant();
    tx.query(&COUNT_HOURS).bind(tenant).bind(leaving.person).execute().await?;
    proof::store::let_go(tx, PersonId::from_uuid(leaving.person)).await?;
    Ok(())
}

/// A paper that was handed out can no longer be checked: the page that deletes the account says so.
pub(crate) const PROOFS: Dependents = Dependents {
    place: 35,
    list: |cx, connection, exit| Box::pin(proofs(cx, connection, exit)),
    settle: |_, _, _, _| Box::pin(async { Ok(()) }),
    take_back: None,
    counted_on: None,
};

async fn proofs(cx: &Cx, connection: &mut Connection, exit: Exit) -> samskab_web::Result<Vec<Consequence>> {
    let (t, Exit::Person(person)) = (T(cx.locale), exit) else { return Ok(Vec::new()) };
    let mut proofs = proof::store::of_person(connection, cx.tenant.id, PersonId::from_uuid(person)).await?;
    proofs.retain(|proof| proof.withdrawn_at.is_none());
    let line = |proof: &proof::Proof| Line::new(t.proof_of_day(cx.locale.day(proof.issued_on)), "");
    let found = Consequence::of(proofs.iter().map(line).collect(), |count| t.proof_exit(count));
    Ok(found.map(|one| one.with_outcome(t.proof_exit_outcome())).into_iter().collect())
}
