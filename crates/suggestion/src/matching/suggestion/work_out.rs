//! Everybody's lists together, once a day.

use samskab_jobs::Failure;
use samskab_kernel::TenantId;
use samskab_matching::{Market, Match, ShortList};
use samskab_store::Stamp;
use samskab_web::Services;

use super::{LISTED, store};
use crate::matching::market::{Markets, person_id};

/// Lists a transaction: others who write should not wait long.
const BATCH: usize = 50;
/// A list this old belongs to somebody without a CV.
const KEPT_DAYS: i64 = 7;

/// Works on a copy of the market, away from those who ask.
pub async fn work_out(services: Services, tenant: TenantId) -> Result<(), Failure> {
    let now = services.clock.now();
    let day = now.day();
    let Some(market) = services.state::<Markets>().ask(tenant, |town| town.everybody.clone()) else {
        return Ok(());
    };
    let made = tokio::task::spawn_blocking(move || {
        let threads = std::thread::available_parallelism().map_or(1, usize::from).min(4);
        let lists = market.recompute_all(LISTED, day, threads);
        (market, lists)
    });
    let (market, lists) = made.await.map_err(|error| Failure::temporary(error.to_string()))?;
    for batch in lists.chunks(BATCH) {
        let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
        for list in batch {
            store::replace(&mut tx, person_id(list.volunteer), &explained(&market, list, day)).await?;
        }
        tx.commit().await?;
    }
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    store::forget_old(&mut tx, now.plus_days(-KEPT_DAYS)).await?;
    tx.commit().await?;
    Ok(())
}

fn explained(market: &Market, list: &ShortList, day: samskab_kernel::Day) -> Vec<Match> {
    let Some(volunteer) = market.volunteer(list.volunteer) else { return Vec::new() };
    list.openings.iter().filter_map(|listed| market.explain(volunteer, listed.opening, day)).collect()
}
