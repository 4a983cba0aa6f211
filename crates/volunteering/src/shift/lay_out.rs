//! Series are laid out as shifts eight weeks ahead. Safe to run twice, and in two processes at once:
//! the series is locked, and a day of a series exists once.

use samskab_jobs::Failure;
use samskab_kernel::TenantId;
use samskab_store::{Result, Stamp, Tx};
use samskab_web::app::Services;

use super::{Series, SeriesId, Shift, store};

/// How far ahead shifts exist.
pub const DAYS_AHEAD: i32 = 8 * 7;

pub async fn lay_out(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let mut reader = services.db.read().await?;
    let due = store::to_lay_out(&mut reader, tenant, now.day().plus_days(DAYS_AHEAD)).await?;
    drop(reader);
    for series in due {
        let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
        if lay_out_locked(&mut tx, series.id).await? {
            tx.commit().await?;
        }
    }
    Ok(())
}

/// Locks the series first; `false`: it is gone, or nothing was left to do.
pub async fn lay_out_locked(tx: &mut Tx, series: SeriesId) -> Result<bool> {
    match store::locked_series(tx, series).await? {
        Some(series) => Ok(lay_out_series(tx, series).await?.is_some()),
        None => Ok(false),
    }
}

/// Of a locked or fresh series: the shifts up to eight weeks ahead that are not there. Days that are
/// over are not laid out: nobody can sign up for last Tuesday.
pub async fn lay_out_series(tx: &mut Tx, series: Series) -> Result<Option<Series>> {
    let now = tx.now();
    let today = now.day();
    let to = today.plus_days(DAYS_AHEAD);
    let from = series.laid_out_to.map_or(today, |day| day.plus_days(1).max(today));
    if from > to {
        return Ok(None);
    }
    let days = series.rule.days(series.starts_on, to);
    for day in days.into_iter().filter(|day| *day >= from) {
        let times = series.turn.on(day);
        if times.0 <= now {
            continue;
        }
        let shift = Shift::new(
            tx.new_id(),
            series.task,
            Some((series.id, day)),
            series.title.clone(),
            times,
            series.minimum,
            series.wanted,
            now,
        );
        store::add_if_missing(tx, &shift).await?;
    }
    let series = Series { laid_out_to: Some(to), updated_at: now, ..series };
    store::save_series(tx, &series).await?;
    Ok(Some(series))
}
