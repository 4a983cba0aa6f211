//! When an account goes, the hours given stay as a sum without a name (law B.7).

use samskab_store::{Result, Tx};
use samskab_web::erasure::Leaving;

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
    Ok(())
}
