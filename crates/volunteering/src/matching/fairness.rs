//! GET /fordeling: do volunteers spread? How many tasks reach somebody within a week, and how unevenly interest and
//! attention fall on institutions, districts and themes. Of groups with fewer than five persons nothing is told.

mod csv;
mod store;

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use samskab_kernel::{Day, Instant};
use samskab_organisation::identify::Who as _;
use samskab_web::{Cx, Result, Shell};

pub(super) use csv::download;

use super::why_nobody::FEW;
use crate::{
    T,
    authority::{WideAction, may_widely},
    catalogue,
};
use store::Row;

/// Weeks that are looked back on.
const WEEKS: i32 = 12;
/// As many as one looks through.
const UNREACHED: usize = 50;

#[derive(Template)]
#[template(path = "matching/fairness.html")]
struct FairnessPage {
    shell: Shell,
    t: T,
    weeks: Vec<WeekView>,
    /// Of all weeks together, in words.
    share: String,
    groups: Vec<GroupView>,
    seen: String,
    unseen: String,
    unreached: Vec<UnreachedView>,
    more_unreached: i64,
}

struct WeekView {
    name: String,
    tasks: i64,
    reached: i64,
    percent: i64,
}

struct GroupView {
    heading: &'static str,
    id: &'static str,
    gini: String,
    bars: Vec<BarView>,
    most: i64,
    /// Groups too small to be told of.
    left_out: i64,
}

struct BarView {
    name: String,
    interested: i64,
}

struct UnreachedView {
    title: String,
    href: String,
    by: String,
    since: String,
}

/// What the page and its table say.
pub(super) struct Fairness {
    pub weeks: Vec<Week>,
    pub by_place: Group,
    pub by_district: Group,
    pub by_theme: Group,
    /// Of attention between open tasks, in hundredths.
    pub seen_gini: u32,
    pub open: i64,
    pub unseen: i64,
    pub unreached: Vec<Row>,
}

/// Tasks that were opened in one week, and how many had somebody within seven days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Week {
    pub begins: Day,
    pub tasks: i64,
    pub reached: i64,
}

/// How interest falls on the groups of one kind.
pub(super) struct Group {
    /// By name, the most first; only those of at least five persons.
    pub told: Vec<(String, i64)>,
    pub left_out: i64,
    /// Over all groups, in hundredths.
    pub gini: u32,
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let fairness = Fairness::read(&cx).await?;
    let (tasks, reached) = fairness
        .weeks
        .iter()
        .fold((0, 0), |(tasks, reached), week| (tasks + week.tasks, reached + week.reached));
    let more_unreached = fairness.unreached.len().saturating_sub(UNREACHED);
    cx.page(FairnessPage {
        shell: cx.shell(t.matching_fairness_title()).under("/overblik", t.matching_overview()).here(),
        t,
        weeks: fairness.weeks.iter().map(|week| WeekView::of(week, t)).collect(),
        share: if tasks == 0 {
            t.matching_share_none().to_owned()
        } else {
            t.matching_share(percent(reached, tasks), reached, tasks)
        },
        groups: vec![
            GroupView::of(t.matching_by_place(), "steder", &fairness.by_place, t),
            GroupView::of(t.matching_by_district(), "omraader", &fairness.by_district, t),
            GroupView::of(t.matching_by_theme(), "temaer", &fairness.by_theme, t),
        ],
        seen: t.matching_seen_gini(in_words(fairness.seen_gini, t), hundredths(fairness.seen_gini, t)),
        unseen: t.matching_unseen(fairness.open, fairness.unseen),
        unreached: fairness
            .unreached
            .iter()
            .take(UNREACHED)
            .map(|row| UnreachedView {
                title: row.title.clone(),
                href: format!("/opgaver/{}/hvorfor", row.id),
                by: row.poster_name.clone(),
                since: row.published_at.map(|at| t.0.short_day(at.day())).unwrap_or_default(),
            })
            .collect(),
        more_unreached: i64::try_from(more_unreached).unwrap_or_default(),
    })
}

impl Fairness {
    /// For the whole municipality, or a key person's own area.
    pub async fn read(cx: &Cx) -> Result<Self> {
        cx.require(may_widely(&cx.actor, WideAction::SeeFairness))?;
        let now = cx.now();
        let since = monday(now.day()).plus_days(-7 * WEEKS).start();
        let mut reader = cx.read().await?;
        let mut rows = store::rows(&mut reader, cx.tenant.id, since, now.day()).await?;
        drop(reader);
        if !cx.actor.is_coordinator() {
            let own = cx.actor.reached_units();
            rows.retain(|row| row.unit_id.is_some_and(|unit| own.contains(&unit)));
        }
        Ok(Self::of(rows, T(cx.locale), now))
    }

    fn of(rows: Vec<Row>, t: T, now: Instant) -> Self {
        let open: Vec<&Row> = rows.iter().filter(|row| row.is_open).collect();
        let seen: Vec<i64> = open.iter().map(|row| row.seen).collect();
        let theme = |row: &Row| {
            catalogue::theme(row.theme.code()).map(|theme| theme.name(t.0).to_owned()).unwrap_or_default()
        };
        let district = |row: &Row| {
            let named = format!("{} {}", row.postcode, row.city);
            if named.trim().is_empty() {
                t.matching_no_district().to_owned()
            } else {
                named.trim().to_owned()
            }
        };
        let week_ago = now.plus_days(-7);
        let mut unreached: Vec<Row> = open
            .iter()
            .filter(|row| row.interested == 0 && row.published_at.is_some_and(|at| at < week_ago))
            .map(|row| (*row).clone())
            .collect();
        unreached.sort_by_key(|row| (row.published_at, row.id));
        Self {
            weeks: weeks(&rows, now),
            by_place: Group::of(&rows, |row| row.poster_name.clone()),
            by_district: Group::of(&rows, district),
            by_theme: Group::of(&rows, theme),
            seen_gini: gini(&seen),
            open: i64::try_from(open.len()).unwrap_or_default(),
            unseen: i64::try_from(seen.iter().filter(|seen| **seen == 0).count()).unwrap_or_default(),
            unreached,
        }
    }
}

fn monday(day: Day) -> Day {
    day.plus_days(-i32::from(day.weekday().to_monday_zero_offset()))
}

/// The last whole weeks, the oldest first: a task of the last days has not had its week yet.
fn weeks(rows: &[Row], now: Instant) -> Vec<Week> {
    let this = monday(now.day().plus_days(-7));
    (1..=WEEKS)
        .rev()
        .map(|back| {
            let begins = this.plus_days(-7 * (back - 1));
            let ends = begins.plus_days(7);
            let of_week = rows
                .iter()
                .filter(|row| row.published_at.is_some_and(|at| at >= begins.start() && at < ends.start()));
            let mut week = Week { begins, tasks: 0, reached: 0 };
            for row in of_week {
                week.tasks += 1;
                let first = row.first_at.zip(row.published_at);
                week.reached += i64::from(first.is_some_and(|(first, opened)| first <= opened.plus_days(7)));
            }
            week
        })
        .collect()
}

impl Group {
    fn of(rows: &[Row], name: impl Fn(&Row) -> String) -> Self {
        let mut by_name: HashMap<String, i64> = HashMap::new();
        for row in rows {
            *by_name.entry(name(row)).or_default() += row.interested;
        }
        let counts: Vec<i64> = by_name.values().copied().collect();
        let (mut told, few): (Vec<_>, Vec<_>) =
            by_name.into_iter().partition(|(_, interested)| *interested >= i64::from(FEW));
        told.sort_by(|(left, more), (right, than)| than.cmp(more).then_with(|| left.cmp(right)));
        Self { told, left_out: i64::try_from(few.len()).unwrap_or_default(), gini: gini(&counts) }
    }
}

/// How unevenly it is spread, in hundredths: 0 all alike, 100 one has everything.
pub(super) fn gini(counts: &[i64]) -> u32 {
    let mut sorted: Vec<i128> = counts.iter().map(|count| i128::from(*count)).collect();
    sorted.sort_unstable();
    let sum: i128 = sorted.iter().sum();
    let number = i128::try_from(sorted.len()).unwrap_or_default();
    if sum == 0 || number == 0 {
        return 0;
    }
    let weighted: i128 = (1..).zip(&sorted).map(|(place, count): (i128, _)| place * count).sum();
    let hundredths = 100 * (2 * weighted - (number + 1) * sum) / (number * sum);
    u32::try_from(hundredths.max(0)).unwrap_or(100)
}

fn percent(part: i64, whole: i64) -> i64 {
    if whole == 0 { 0 } else { (part * 100 + whole / 2) / whole }
}

fn hundredths(gini: u32, t: T) -> String {
    let point = if t.0 == samskab_kernel::Locale::Da { ',' } else { '.' };
    format!("{}{point}{:02}", gini / 100, gini % 100)
}

/// What the number means.
fn in_words(gini: u32, t: T) -> &'static str {
    match gini {
        ..25 => t.matching_gini_even(),
        25..45 => t.matching_gini_some(),
        45..65 => t.matching_gini_uneven(),
        65.. => t.matching_gini_very(),
    }
}

impl WeekView {
    fn of(week: &Week, t: T) -> Self {
        Self {
            name: t.matching_week_from(t.0.short_day(week.begins)),
            tasks: week.tasks,
            reached: week.reached,
            percent: percent(week.reached, week.tasks),
        }
    }
}

impl GroupView {
    fn of(heading: &'static str, id: &'static str, group: &Group, t: T) -> Self {
        Self {
            heading,
            id,
            gini: t.matching_gini(in_words(group.gini, t), hundredths(group.gini, t)),
            most: group.told.first().map_or(1, |(_, most)| *most),
            bars: group
                .told
                .iter()
                .map(|(name, interested)| BarView { name: name.clone(), interested: *interested })
                .collect(),
            left_out: group.left_out,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gini_is_nothing_when_all_have_alike_and_near_one_when_one_has_everything() {
        assert_eq!(gini(&[]), 0);
        assert_eq!(gini(&[0, 0]), 0);
        assert_eq!(gini(&[7, 7, 7, 7]), 0);
        assert_eq!(gini(&[0, 0, 0, 12]), 75);
        assert_eq!(gini(&[1, 3]), 25);
    }

    #[test]
    fn of_a_group_with_fewer_than_five_nothing_is_told() {
        let row = |name: &str, interested| Row { interested, ..Row::named(name) };
        let group = Group::of(&[row("Solgården", 4), row("Havblik", 5), row("Solgården", 0)], |row| {
            row.poster_name.clone()
        });
        assert_eq!(group.told, [("Havblik".to_owned(), 5)]);
        assert_eq!(group.left_out, 1);
    }

    #[test]
    fn a_week_counts_what_was_opened_in_it_and_reached_somebody_within_seven_days() {
        let now = Day::of(2026, 11, 25).at(12, 0);
        let opened = Day::of(2026, 11, 10).at(9, 0);
        let row = |first: Option<Instant>| Row {
            published_at: Some(opened),
            first_at: first,
            ..Row::named("Solgården")
        };
        let rows = [row(Some(opened.plus_days(3))), row(Some(opened.plus_days(8))), row(None)];
        let weeks = weeks(&rows, now);
        assert_eq!(weeks.len(), 12);
        let week = weeks.iter().find(|week| week.tasks > 0).unwrap();
        assert_eq!(*week, Week { begins: Day::of(2026, 11, 9), tasks: 3, reached: 1 });
    }
}
