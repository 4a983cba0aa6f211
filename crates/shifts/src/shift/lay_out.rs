//! Series are laid out as shifts eight weeks ahead. Safe to run twice, and in two processes at once:
//! the series is locked, and a day of a series exists once.

use samskab_jobs::Failure;
use samskab_kernel::{Day, TenantId, holiday::ClosingDays};
use samskab_store::{Result, Stamp, Tx};
use samskab_taskbank::{notice::mail::municipality, task::Settings};
use samskab_web::Services;

use super::{OnClosedDays, Series, SeriesId, Shift, ShiftState, store};

/// How far ahead shifts exist.
pub const DAYS_AHEAD: i32 = 8 * 7;

pub async fn lay_out(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let mut reader = services.db.read().await?;
    let due = store::to_lay_out(&mut reader, tenant, now.day().plus_days(DAYS_AHEAD)).await?;
    drop(reader);
    let Some(municipality) = municipality(&services, tenant).await? else { return Ok(()) };
    let closing = Settings::of(&municipality).closing_days();
    for series in due {
        let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
        if lay_out_locked(&mut tx, series.id, &closing).await? {
            tx.commit().await?;
        }
    }
    Ok(())
}

/// Locks the series first; `false`: it is gone, or nothing was left to do.
pub async fn lay_out_locked(tx: &mut Tx, series: SeriesId, closing: &ClosingDays) -> Result<bool> {
    match store::locked_series(tx, series).await? {
        Some(series) => Ok(lay_out_series(tx, series, closing).await?.is_some()),
        None => Ok(false),
    }
}

/// Of a locked or fresh series: the shifts up to eight weeks ahead that are not there. Days that are
/// over are not laid out: nobody can sign up for last Tuesday. On a day the place is closed the series decides.
pub async fn lay_out_series(tx: &mut Tx, series: Series, closing: &ClosingDays) -> Result<Option<Series>> {
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
        let Some(state) = series.on_closed_days.state_on(day, closing) else { continue };
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
        store::add_if_missing(tx, &Shift { state, ..shift }).await?;
    }
    let series = Series { laid_out_to: Some(to), updated_at: now, ..series };
    store::save_series(tx, &series).await?;
    Ok(Some(series))
}

impl OnClosedDays {
    /// How a shift of `day` is laid out; `None`: not at all.
    pub fn state_on(self, day: Day, closing: &ClosingDays) -> Option<ShiftState> {
        match self {
            _ if !closing.is_closed(day) => Some(ShiftState::Planned),
            Self::Skip => None,
            Self::Ask => Some(ShiftState::Asked),
            Self::Keep => Some(ShiftState::Planned),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_series_skips_asks_or_keeps_a_closed_day_and_no_other() {
        let closing: ClosingDays = "24-12".parse().unwrap();
        let (eve, day_before) = (Day::of(2026, 12, 24), Day::of(2026, 12, 23));
        assert_eq!(OnClosedDays::Skip.state_on(eve, &closing), None);
        assert_eq!(OnClosedDays::Ask.state_on(eve, &closing), Some(ShiftState::Asked));
        assert_eq!(OnClosedDays::Keep.state_on(eve, &closing), Some(ShiftState::Planned));
        for rule in OnClosedDays::ALL {
            assert_eq!(rule.state_on(day_before, &closing), Some(ShiftState::Planned));
        }
    }
}
