//! The key figure month by month: the job that writes it down, and the line it is drawn as.

use samskab_jobs::Failure;
use samskab_kernel::{Day, Locale, TenantId};
use samskab_organisation::unit::UnitId;
use samskab_store::{Stamp, Tx};
use samskab_web::Services;

use crate::{
    figures::Figures,
    standing,
    store::{self, MonthOfArea},
};

/// `2026-11`
pub fn month_of(day: Day) -> String {
    day.to_string().chars().take(7).collect()
}

/// Job: stores today's numbers for the current month.
pub async fn write_down(services: Services, tenant: TenantId) -> Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    write_month(&mut tx, tenant).await?;
    tx.commit().await?;
    Ok(())
}

pub async fn write_month(tx: &mut Tx, tenant: TenantId) -> samskab_store::Result<()> {
    let now = tx.now();
    let standing = standing::read(tx, tenant, now, None).await?;
    for area in &standing.areas {
        store::save_month(tx, &month_of(now.day()), area.unit, &area.figures).await?;
    }
    Ok(())
}

/// One month of all areas that the reader sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    pub month: String,
    pub figures: Figures,
}

/// Months of several areas as months of them all together.
pub fn together(rows: Vec<MonthOfArea>, seen: impl Fn(UnitId) -> bool) -> Vec<Month> {
    let mut months: Vec<Month> = Vec::new();
    for row in rows.into_iter().filter(|row| seen(row.area_id)) {
        match months.last_mut() {
            Some(last) if last.month == row.month => last.figures = last.figures.and(row.figures),
            _ => months.push(Month { month: row.month, figures: row.figures }),
        }
    }
    months
}

/// A line through the months, ready for an svg of [`WIDTH`] × [`HEIGHT`].
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    pub points: Vec<Point>,
    /// `x,y x,y …`
    pub line: String,
    /// The same, closed down to the axis.
    pub below: String,
    /// 0, 25, 50, 75 and 100 per cent as they are said, and where they are.
    pub grid: Vec<(String, f64)>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
    /// Under the axis: every month of few, every third of many.
    pub label: String,
    /// The number shown next to the last point; empty for the others.
    pub said: String,
}

pub const WIDTH: f64 = 640.0;
pub const HEIGHT: f64 = 240.0;
/// "100 %" stands on either side, also in the larger letters of a telephone.
const LEFT: f64 = 62.0;
const RIGHT: f64 = 72.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 34.0;

impl Chart {
    /// `None` for fewer than two months: a dot is no development.
    pub fn of(months: &[(String, i64)], locale: Locale) -> Option<Self> {
        if months.len() < 2 {
            return None;
        }
        let tenth = |value: f64| (value * 10.0).round() / 10.0;
        let step = (WIDTH - LEFT - RIGHT) / (months.len() - 1) as f64;
        let height = |percent: i64| tenth(TOP + (HEIGHT - TOP - BOTTOM) * (100 - percent) as f64 / 100.0);
        let sparse = if months.len() > 8 { 3 } else { 1 };
        let last = months.len() - 1;
        let points: Vec<Point> = months
            .iter()
            .enumerate()
            .map(|(number, (label, percent))| Point {
                x: tenth(LEFT + step * number as f64),
                y: height(*percent),
                label: if (last - number).is_multiple_of(sparse) { label.clone() } else { String::new() },
                said: if number == last { locale.percent(*percent) } else { String::new() },
            })
            .collect();
        let line =
            points.iter().map(|point| format!("{},{}", point.x, point.y)).collect::<Vec<_>>().join(" ");
        let floor = height(0);
        let below = format!("{},{floor} {line} {},{floor}", points[0].x, points[last].x);
        let grid = [0, 25, 50, 75, 100].map(|percent| (locale.percent(percent), height(percent))).to_vec();
        Some(Self { points, line, below, grid })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn row(month: &str, area: u128, asking: i64) -> MonthOfArea {
        let figures = Figures { asking, institutions: 4, ..Figures::default() };
        MonthOfArea { month: month.into(), area_id: Uuid::from_u128(area).into(), figures }
    }

    #[test]
    fn areas_are_summed_month_by_month_and_only_those_seen() {
        let rows = vec![row("2026-01", 1, 1), row("2026-01", 2, 2), row("2026-02", 1, 3)];
        let all = together(rows.clone(), |_| true);
        assert_eq!(all.len(), 2);
        assert_eq!((all[0].figures.asking, all[0].figures.institutions), (3, 8));
        let own = together(rows, |area| area == Uuid::from_u128(2).into());
        assert_eq!(own.iter().map(|month| month.figures.asking).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn more_is_higher_and_everything_is_inside() {
        let months: Vec<(String, i64)> =
            [0, 40, 100].iter().map(|percent| ("jan.".to_owned(), *percent)).collect();
        let chart = Chart::of(&months, Locale::Da).unwrap();
        assert!(chart.points[0].y > chart.points[1].y && chart.points[1].y > chart.points[2].y);
        for point in &chart.points {
            assert!((0.0..=WIDTH).contains(&point.x) && (0.0..=HEIGHT).contains(&point.y), "{point:?}");
        }
        let said: Vec<&str> = chart.points.iter().map(|point| point.said.as_str()).collect();
        assert_eq!(said, ["", "", "100\u{a0}%"]);
        assert_eq!(Chart::of(&months[..1], Locale::Da), None);
    }

    #[test]
    fn of_many_months_every_third_is_named_and_the_last_one_always() {
        let months: Vec<(String, i64)> = (0..12).map(|month| (month.to_string(), 50)).collect();
        let named: Vec<String> = Chart::of(&months, Locale::Da)
            .unwrap()
            .points
            .into_iter()
            .map(|point| point.label)
            .filter(|label| !label.is_empty())
            .collect();
        assert_eq!(named, ["2", "5", "8", "11"]);
    }
}
