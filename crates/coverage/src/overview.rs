//! A part of *Mit overblik* for those who see every area: its figures now, with links to its places.

use askama::Template;
use samskab_organisation::{ON_OVERVIEW, unit::UnitId};
use samskab_store::Connection;
use samskab_web::{Cx, Result, module::Part};

use crate::{
    T, authority,
    persons::{Count, Knowledge},
    standing::{self, Institution, Lack, Standing},
};

pub(crate) const PART: Part =
    Part { of: ON_OVERVIEW, read: |cx, connection, _| Box::pin(figures(cx, connection)) };

#[derive(Template)]
#[template(path = "overview.html")]
struct OverviewPart {
    t: T,
    heads: [&'static str; 5],
    areas: Vec<AreaFigures>,
    /// Why some numbers are not told; empty: all are.
    few: String,
}

/// An area, or all of them, with what is counted there.
#[derive(Debug, PartialEq, Eq)]
struct AreaFigures {
    name: String,
    href: String,
    figures: Vec<LinkedFigure>,
}

/// A number, its label, and the list behind it.
#[derive(Debug, PartialEq, Eq)]
struct LinkedFigure {
    label: &'static str,
    number: String,
    href: String,
    /// Somebody has to do something about it.
    is_bad: bool,
}

/// Nothing for those who do not see every area. Runs four queries for those who do.
async fn figures(cx: &Cx, connection: &mut Connection) -> Result<Option<String>> {
    if !authority::sees_all(&cx.actor) {
        return Ok(None);
    }
    let standing = standing::read_now(connection, cx.tenant.id, cx.now()).await?;
    if standing.areas.is_empty() {
        return Ok(None);
    }
    let t = T(cx.locale);
    let known = Knowledge::of(&cx.actor, &standing);
    let areas = areas(&standing, &known, t);
    Ok(Some(OverviewPart { t, heads: heads(t), areas, few: known.note(t) }.render()?))
}

fn heads(t: T) -> [&'static str; 5] {
    [
        t.coverage_map_tasks(),
        t.coverage_map_waiting(),
        t.coverage_now_late(),
        t.coverage_map_volunteers(),
        t.coverage_now_without_contact(),
    ]
}

/// Each area, and where there are several, all of them together at the end.
fn areas(standing: &Standing, known: &Knowledge, t: T) -> Vec<AreaFigures> {
    let of = |name: &str, area: Option<UnitId>| line(standing, known, t, name, area);
    let mut lines: Vec<AreaFigures> =
        standing.areas.iter().map(|area| of(&area.name, Some(area.unit))).collect();
    if lines.len() > 1 {
        lines.push(of(t.coverage_now_whole(), None));
    }
    lines
}

/// `area`: `None` for all of them together.
fn line(standing: &Standing, known: &Knowledge, t: T, name: &str, area: Option<UnitId>) -> AreaFigures {
    let is_there = |place: &&Institution| area.is_none_or(|area| place.area == area);
    let places: Vec<&Institution> = standing.institutions.iter().filter(is_there).collect();
    let href = |filter: &str| {
        let area = area.map(|area| format!("omraade={area}")).unwrap_or_default();
        let both = [area.as_str(), filter].into_iter().filter(|one| !one.is_empty());
        format!("/daekning?{}#steder", both.collect::<Vec<_>>().join("&"))
    };
    let persons = |count: Count| known.sum(standing, area, count);
    let open_tasks: i64 = places.iter().map(|place| place.open_tasks).sum();
    let without_contact = places.iter().filter(|place| place.lacks().contains(&Lack::Contact)).count();
    let late = persons(Count::Late);
    let numbers = [
        (open_tasks.to_string(), "sorter=opgaver", false),
        (persons(Count::Waiting).said(t), "sorter=venter", false),
        (late.said(t), "mangler=forsinket", late.is_somebody()),
        (persons(Count::Volunteers).said(t), "sorter=frivillige", false),
        (without_contact.to_string(), "mangler=kontakt", without_contact > 0),
    ];
    let figures = heads(t).into_iter().zip(numbers).map(|(label, (number, filter, is_bad))| LinkedFigure {
        label,
        number,
        href: href(filter),
        is_bad,
    });
    AreaFigures { name: name.to_owned(), href: href("sorter=sted"), figures: figures.collect() }
}
