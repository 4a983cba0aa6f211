//! Which tasks were seen how often is stored, and the market learns of it.

use samskab_jobs::Failure;
use samskab_kernel::TenantId;
use samskab_store::Stamp;
use samskab_taskbank::{
    seen::{self, Place},
    task::TaskId,
};
use samskab_web::Services;

use super::market::Markets;

/// Writes what this process counted, and lets the market know.
pub(super) async fn flush(services: Services, tenant: TenantId) -> Result<(), Failure> {
    let counted = seen::take(&services, tenant);
    if counted.is_empty() {
        return Ok(());
    }
    let now = services.clock.now();
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    for (task, day, place, times) in &counted {
        seen::add(&mut tx, *task, *day, *place, *times).await?;
    }
    tx.commit().await?;
    let shown: Vec<(TaskId, u32)> = counted
        .iter()
        .filter(|(_, _, place, _)| *place != Place::Page)
        .map(|(task, _, _, times)| (*task, u32::try_from(*times).unwrap_or(u32::MAX)))
        .collect();
    services.state::<Markets>().record_exposures(tenant, &shown);
    Ok(())
}
