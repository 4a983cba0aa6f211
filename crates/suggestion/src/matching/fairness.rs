//! GET /fordeling: do volunteers spread? How many tasks reach somebody within a week, and how unevenly interest and
//! attention fall on institutions, districts and themes. Of groups with fewer than five persons nothing is told.

mod csv;
mod store;

use std::collections::{BTreeMap, HashMap, HashSet};

use askama::Template;
use axum::response::Response;
use samskab_kernel::{Day, Instant, told};
use samskab_organisation::identify::Who as _;
use samskab_web::{Cx, Result, Shell};

use crate::authority::{WideAction, may_widely};

pub(super) use csv::download;

use crate::T;
use samskab_taskbank::{catalogue, task::TaskId};
use store::Row;

/// Weeks that are looked back on.
const WEEKS: i32 = 12;
/// At most this many, which is as many as one looks through.
const UNREACHED: usize = 50;

#[derive(Template)]
#[template(path = "matching/fairness.html")]
struct FairnessPage {
    shell: Shell,
    t: T,
    /// The weeks in which tasks were opened.
    weeks: Vec<WeekView>,
    left_out_weeks: usize,
    /// The share in all weeks together, in words.
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
    /// The share in words.
    share: String,
}

struct GroupView {
    heading: &'static str,
    id: &'static str,
    /// The Gini coefficient of the groups that are shown; empty: too few groups to compare.
    gini: String,
    bars: Vec<BarView>,
    most: i64,
    /// How many groups are too small to be shown.
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
    /// The Gini coefficient of attention between open tasks, in hundredths.
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
    /// Persons by name, the most first; only what may be told.
    pub told: Vec<(String, i64)>,
    pub left_out: i64,
    /// The Gini coefficient of the groups that are shown, in hundredths: a figure of all groups would reveal
    /// something about the others.
    pub gini: u32,
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let fairness = Fairness::read(&cx).await?;
    let (tasks, reached) = fairness
        .weeks
        .iter()
        .fold((0, 0), |(tasks, reached), week| (tasks + week.tasks, reached + week.reached));
    let with_tasks = || fairness.weeks.iter().filter(|week| week.tasks > 0);
    let more_unreached = fairness.unreached.len().saturating_sub(UNREACHED);
    cx.page(FairnessPage {
        shell: cx.shell(t.matching_fairness_title()).under("/overblik", t.matching_overview()).here(),
        t,
        weeks: with_tasks().map(|week| WeekView::of(week, t, cx.today())).collect(),
        left_out_weeks: fairness.weeks.len() - with_tasks().count(),
        share: if tasks == 0 {
            t.matching_share_none().to_owned()
        } else {
            t.matching_share(t.0.percent(percent(reached, tasks)), reached, tasks)
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
                since: row.published_at.map(|at| t.0.short_day(at.day(), cx.today())).unwrap_or_default(),
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
        let interested = store::interested(&mut reader, cx.tenant.id, since).await?;
        drop(reader);
        if !cx.actor.is_coordinator() {
            let own = cx.actor.reached_units();
            rows.retain(|row| row.unit_id.is_some_and(|unit| own.contains(&unit)));
        }
        Ok(Self::of(rows, &interested, T(cx.locale), now))
    }

    fn of(rows: Vec<Row>, interested: &[(TaskId, String)], t: T, now: Instant) -> Self {
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
        let by_place = persons_by(&rows, interested, |row| row.poster_name.clone());
        let by_district = persons_by(&rows, interested, district);
        let by_theme = persons_by(&rows, interested, theme);
        let [by_place, by_district, by_theme] = Group::together([by_place, by_district, by_theme]);
        Self {
            weeks: weeks(&rows, now),
            by_place,
            by_district,
            by_theme,
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

/// How many persons were interested in each group: who asked for three tasks of a place is one there.
fn persons_by(
    rows: &[Row],
    interested: &[(TaskId, String)],
    name: impl Fn(&Row) -> String,
) -> Vec<(String, i64)> {
    let group_of: HashMap<TaskId, String> = rows.iter().map(|row| (row.id, name(row))).collect();
    let mut by_name: BTreeMap<&str, HashSet<&str>> =
        group_of.values().map(|name| (name.as_str(), HashSet::new())).collect();
    for (task, person) in interested {
        if let Some(group) = group_of.get(task) {
            by_name.entry(group).or_default().insert(person);
        }
    }
    let count = |people: HashSet<&str>| i64::try_from(people.len()).unwrap_or(i64::MAX);
    by_name.into_iter().map(|(name, people)| (name.to_owned(), count(people))).collect()
}

impl Group {
    /// The same persons, listed in several ways on one page: what may be told of one list depends on the others.
    fn together<const LISTS: usize>(lists: [Vec<(String, i64)>; LISTS]) -> [Self; LISTS] {
        let mut numbers = told::Numbers::default();
        let mut totals: HashMap<i64, told::Cell> = HashMap::new();
        let cells = lists.each_ref().map(|list| {
            let cells: Vec<told::Cell> = list.iter().map(|(_, count)| numbers.count(*count)).collect();
            let sum = list.iter().map(|(_, count)| count).sum();
            let total = *totals.entry(sum).or_insert_with(|| numbers.unsaid(sum));
            numbers.sum(total, &cells);
            cells
        });
        let decided = numbers.decide();
        let mut cells = cells.into_iter();
        lists.map(|list| {
            let all = i64::try_from(list.len()).unwrap_or_default();
            let cells = cells.next().unwrap_or_default();
            let may_be_told = |count: i64, cell: told::Cell| count >= told::FEW && decided.may_be_told(cell);
            let mut told: Vec<(String, i64)> = list
                .into_iter()
                .zip(cells)
                .filter(|((_, count), cell)| may_be_told(*count, *cell))
                .map(|(named, _)| named)
                .collect();
            told.sort_by(|(left, more), (right, than)| than.cmp(more).then_with(|| left.cmp(right)));
            let counts: Vec<i64> = told.iter().map(|(_, count)| *count).collect();
            Self { left_out: all - i64::try_from(told.len()).unwrap_or_default(), gini: gini(&counts), told }
        })
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
    fn of(week: &Week, t: T, today: Day) -> Self {
        Self {
            name: t.matching_week_from(t.0.short_day(week.begins, today)),
            tasks: week.tasks,
            reached: week.reached,
            percent: percent(week.reached, week.tasks),
            share: t.0.percent(percent(week.reached, week.tasks)),
        }
    }
}

/// Fewer groups are not said to be alike or not.
const COMPARED: usize = 3;

impl GroupView {
    fn of(heading: &'static str, id: &'static str, group: &Group, t: T) -> Self {
        Self {
            heading,
            id,
            gini: if group.told.len() < COMPARED {
                String::new()
            } else {
                t.matching_gini(in_words(group.gini, t), hundredths(group.gini, t))
            },
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

    fn list(of: &[(&str, i64)]) -> Vec<(String, i64)> {
        of.iter().map(|(name, count)| ((*name).to_owned(), *count)).collect()
    }

    #[test]
    fn of_a_group_with_fewer_than_five_nothing_is_told_nor_by_another_list_or_a_figure() {
        let places = list(&[("Havblik", 25), ("Skolen", 9), ("Solgården", 4)]);
        let [alone] = Group::together([places.clone()]);
        assert_eq!(alone.told, list(&[("Havblik", 25), ("Skolen", 9)]), "nobody knows the total");
        assert_eq!((alone.left_out, alone.gini), (1, gini(&[25, 9])));
        // The themes told in full are the total, so one more place is held back.
        let themes = list(&[("Kultur", 8), ("Social", 30)]);
        let [by_place, by_theme] = Group::together([places, themes.clone()]);
        assert_eq!(by_place.told.len() + by_theme.told.len(), 3);
        let [three] = Group::together([list(&[("Kultur", 8), ("Natur", 0), ("Social", 30)])]);
        assert_eq!(three.left_out, 1);
    }

    #[test]
    fn who_asks_three_times_is_one_person() {
        let id = |number: u128| TaskId::from_uuid(uuid::Uuid::from_u128(number));
        let rows = [1, 2, 3].map(|number| Row { id: id(number), ..Row::named("Solgården") });
        let interested: Vec<(TaskId, String)> = [(1, "a"), (2, "a"), (3, "a"), (3, "b"), (9, "c")]
            .map(|(task, who)| (id(task), who.into()))
            .into();
        let counted = persons_by(&rows, &interested, |row| row.poster_name.clone());
        assert_eq!(counted, list(&[("Solgården", 2)]));
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
