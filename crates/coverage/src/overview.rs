//! A part of *Mit overblik* for those who see every area: how each stands now, in figures that lead to its places.

use askama::Template;
use samskab_organisation::{ON_OVERVIEW, unit::UnitId};
use samskab_store::Connection;
use samskab_web::{Cx, Result, module::Part};

use crate::{
    T, authority,
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
}

/// An area, or all of them, with what is counted there.
#[derive(Debug, PartialEq, Eq)]
struct AreaFigures {
    name: String,
    href: String,
    figures: Vec<LinkedFigure>,
}

/// A number, what it is called, and the list behind it.
#[derive(Debug, PartialEq, Eq)]
struct LinkedFigure {
    label: &'static str,
    number: i64,
    href: String,
    /// Somebody has to do something about it.
    is_bad: bool,
}

/// Nothing for those who do not see every area. Four queries for those who do.
async fn figures(cx: &Cx, connection: &mut Connection) -> Result<Option<String>> {
    if !authority::sees_all(&cx.actor) {
        return Ok(None);
    }
    let standing = standing::read_now(connection, cx.tenant.id, cx.now()).await?;
    if standing.areas.is_empty() {
        return Ok(None);
    }
    let t = T(cx.locale);
    let areas = areas(&standing, t);
    Ok(Some(OverviewPart { t, heads: heads(t), areas }.render()?))
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
fn areas(standing: &Standing, t: T) -> Vec<AreaFigures> {
    let mut lines: Vec<AreaFigures> =
        standing.areas.iter().map(|area| line(standing, t, &area.name, Some(area.unit))).collect();
    if lines.len() > 1 {
        lines.push(line(standing, t, t.coverage_now_whole(), None));
    }
    lines
}

/// `area`: `None` for all of them together.
fn line(standing: &Standing, t: T, name: &str, area: Option<UnitId>) -> AreaFigures {
    let is_there = |place: &&Institution| area.is_none_or(|area| place.area == area);
    let places: Vec<&Institution> = standing.institutions.iter().filter(is_there).collect();
    let href = |filter: &str| {
        let area = area.map(|area| format!("omraade={area}")).unwrap_or_default();
        let both = [area.as_str(), filter].into_iter().filter(|one| !one.is_empty());
        format!("/daekning?{}#steder", both.collect::<Vec<_>>().join("&"))
    };
    let sum = |of: fn(&Institution) -> i64| places.iter().map(|place| of(place)).sum::<i64>();
    let numbers = [
        (sum(|place| place.open_tasks), "sorter=opgaver", false),
        (sum(|place| place.waiting), "sorter=venter", false),
        (sum(|place| place.late), "mangler=forsinket", true),
        (sum(|place| place.volunteers), "sorter=frivillige", false),
        (sum(|place| i64::from(place.lacks().contains(&Lack::Contact))), "mangler=kontakt", true),
    ];
    let figures = heads(t).into_iter().zip(numbers).map(|(label, (number, filter, is_bad))| LinkedFigure {
        label,
        number,
        href: href(filter),
        is_bad: is_bad && number > 0,
    });
    AreaFigures { name: name.to_owned(), href: href("sorter=sted"), figures: figures.collect() }
}
