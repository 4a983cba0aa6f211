//! GET /med: MED as a tree, with a table behind it: which leader each body follows, and when it last talked about volunteering
//! (RS-04 to RS-06, VB-10, FX-11). Which level takes up a matter follows from what its leader decides; the names of the levels
//! are the municipality's own (law B.9).

mod talks;
mod tree;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::danish::sort_key;
use samskab_organisation::{
    SETTINGS_SECTION,
    body::{self, Body, BodyId, BodyKind},
    position::{self, Held},
    unit::{self, Level, Unit, UnitId},
};
use samskab_web::{Access, Cx, Result, Routes, Shell, error::OrNotFound as _};
use serde::Deserialize;
pub use talks::{last_talks, note_talk};

use crate::{
    T,
    authority::{Action, Tie, may},
};

/// LastTalk about longer ago than this is too long ago.
const MONTHS: i32 = 12;
/// How many years back it is looked for a talk about volunteering.
const YEARS_BACK: i32 = 5;
const LEVELS: i64 = 3;

#[derive(Template)]
#[template(path = "med.html")]
struct MedPage {
    shell: Shell,
    t: T,
    heads: Vec<String>,
    rows: Vec<AreaRow>,
    /// The whole municipality with its areas.
    root: Option<BranchView>,
    /// Bodies of which only the level is known.
    homeless: Vec<BodyCell>,
    late: usize,
    has_bodies: bool,
}

/// A place in the tree.
struct BranchView {
    name: String,
    /// What its level is called.
    level: String,
    bodies: Vec<BodyCell>,
    below: Vec<BranchView>,
}

/// What the municipality calls its levels.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Settings {
    med_levels: Vec<LevelNames>,
}

#[derive(Debug, Deserialize)]
struct LevelNames {
    number: i64,
    #[serde(default)]
    names: Vec<LevelName>,
}

#[derive(Debug, Deserialize)]
struct LevelName {
    name: String,
}

impl Settings {
    /// "Niveau 2: FagMED, AdministrationMED"
    fn said(&self, t: T, level: i64) -> String {
        let own = self.med_levels.iter().find(|one| one.number == level);
        let names = own.map(|own| own.names.iter().map(|one| one.name.as_str()).collect::<Vec<_>>());
        match names.filter(|names| !names.is_empty()) {
            Some(names) => t.med_level_named(level, names.join(", ")),
            None => t.med_level(level),
        }
    }
}

struct AreaRow {
    area: String,
    /// One list for each column of the table.
    cells: Vec<Vec<BodyCell>>,
}

struct BodyCell {
    name: String,
    href: String,
    said: String,
    is_late: bool,
    /// The leader whose decisions it talks about; empty: nobody is known.
    follows: String,
    /// Its level and its leader do not go together.
    is_at_odds: bool,
    edit: String,
    /// The address at which it is made a standing point; empty: it is one, or the reader may not.
    fix: String,
}

pub fn routes() -> Routes {
    Routes::new().get("/med", Access::Decided, show).post(
        "/organer/{id}/frivillighed-fast",
        Access::Decided,
        make_standing,
    )
}

/// The page of MED: a tree and a table. Runs five queries, however many bodies.
async fn show(cx: Cx) -> Result<Response> {
    cx.require(may(&cx.actor, Action::SeeMed, Tie::None))?;
    let (t, today) = (T(cx.locale), cx.today());
    let mut reader = cx.read().await?;
    let mut bodies = body::all(&mut reader, cx.tenant.id, today).await?;
    bodies.retain(|body| body.kind == BodyKind::Med || body.unit.is_some());
    let units = unit::store::all(&mut reader, cx.tenant.id, today).await?;
    let held: Vec<Held> = position::store::all(&mut reader, cx.tenant.id, today).await?;
    let talked = last_talks(&mut reader, cx.tenant.id, today.plus_days(-365 * YEARS_BACK)).await?;
    drop(reader);
    let may_keep = may(&cx.actor, Action::KeepBodies, Tie::None);
    let oldest = today.plus_days(-MONTHS * 365 / 12);
    let cell = |body: &Body| -> BodyCell {
        let at = talked.get(&body.id);
        BodyCell {
            name: body.name.clone(),
            href: body.href(),
            said: match at {
                Some(day) => t.med_talked(cx.locale.day(*day)),
                None => t.med_never(YEARS_BACK.unsigned_abs() as usize),
            },
            is_late: at.is_none_or(|day| *day < oldest),
            follows: tree::leader(body, &held, &units)
                .map(|held| {
                    let title = match held.position.title.as_str() {
                        "" => t.med_leader(),
                        title => title,
                    };
                    match held.is_vacant() {
                        true => t.med_follows_nobody(title),
                        false => t.med_follows(held.holder_names(), title),
                    }
                })
                .unwrap_or_default(),
            is_at_odds: tree::is_at_odds(body, &units),
            edit: if may_keep { format!("{}/rediger", body.href()) } else { String::new() },
            fix: match may_keep && !stands_on_agenda(body) {
                true => format!("{}/frivillighed-fast", body.href()),
                false => String::new(),
            },
        }
    };
    let mut areas: Vec<(Option<UnitId>, String)> = units
        .iter()
        .filter(|unit| unit.level == Level::Department)
        .map(|unit| (Some(unit.id), unit.name.clone()))
        .collect();
    areas.sort_by_cached_key(|(_, name)| sort_key(name));
    areas.insert(0, (None, t.med_everywhere().to_owned()));
    let row = |(area, name): (Option<UnitId>, String)| {
        let own = |column: Option<i64>| {
            let own = bodies
                .iter()
                .filter(|body| tree::level_of(body, &units) == column && area_of(body, &units) == area);
            own.map(cell).collect::<Vec<_>>()
        };
        let cells = (1..=LEVELS).map(Some).chain([None]).map(own).collect();
        AreaRow { area: name, cells }
    };
    let rows: Vec<AreaRow> = areas.into_iter().map(row).collect();
    let late = rows.iter().flat_map(|row| row.cells.iter().flatten()).filter(|cell| cell.is_late).count();
    let has_others = rows.iter().any(|row| row.cells.last().is_some_and(|cell| !cell.is_empty()));
    let settings: Settings = cx.tenant.section(SETTINGS_SECTION);
    let (root, homeless) = tree::tree(&bodies, &units);
    let has_med = bodies.iter().any(|body| body.kind == BodyKind::Med);
    let root = has_med.then(|| view(t, &settings, root, 1, &cell));
    let homeless = homeless.into_iter().map(&cell).collect();
    let mut heads: Vec<String> = (1..=LEVELS).map(|level| settings.said(t, level)).collect();
    if has_others {
        heads.push(t.med_other_bodies().to_owned());
    }
    let count = heads.len();
    let rows =
        rows.into_iter().map(|row| AreaRow { cells: row.cells.into_iter().take(count).collect(), ..row });
    cx.page(MedPage {
        shell: cx.shell(t.med_title()).under("/organer", t.body_list_title()).here(),
        t,
        heads,
        rows: rows.collect(),
        root,
        homeless,
        late,
        has_bodies: !bodies.is_empty(),
    })
}

fn view(
    t: T,
    settings: &Settings,
    branch: tree::Branch<'_>,
    level: i64,
    cell: &dyn Fn(&Body) -> BodyCell,
) -> BranchView {
    BranchView {
        name: branch.unit.map_or_else(|| t.med_everywhere().to_owned(), |unit| unit.name.clone()),
        level: settings.said(t, level),
        bodies: branch.bodies.into_iter().map(cell).collect(),
        below: branch.below.into_iter().map(|below| view(t, settings, below, level + 1, cell)).collect(),
    }
}

/// The area that the unit of a body lies in; `None`: it is for the whole municipality.
fn area_of(body: &Body, units: &[Unit]) -> Option<UnitId> {
    let unit = units.iter().find(|unit| Some(unit.id) == body.unit)?;
    department(unit, units).map(|unit| unit.id)
}

/// The area that a unit lies in, or is.
fn department<'a>(unit: &'a Unit, units: &'a [Unit]) -> Option<&'a Unit> {
    let mut unit = unit;
    // The organisation has three levels; a circle cannot be made there.
    while unit.level != Level::Department {
        unit = units.iter().find(|one| Some(one.id) == unit.parent)?;
    }
    Some(unit)
}

fn stands_on_agenda(body: &Body) -> bool {
    samskab_kernel::danish::fold(&body.standing_items).contains("frivillig")
}

/// POST /organer/{id}/frivillighed-fast: every agenda that is planned from now on has the point (RS-06).
async fn make_standing(cx: Cx, Path(id): Path<BodyId>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::KeepBodies, Tie::None))?;
    let mut tx = cx.write().await?;
    let body = body::store::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    if !stands_on_agenda(&body) {
        let mut lines: Vec<&str> = body.standing_items.lines().collect();
        let point = T(samskab_kernel::Locale::Da).med_standing_point();
        lines.push(point);
        let body = Body { standing_items: lines.join("\n"), ..body.clone() };
        body::store::save(&mut tx, &body).await?;
        tx.record(crate::body::BodyChanged::of(&body)).await?;
        tx.commit().await?;
    }
    cx.redirect_saying("/med", "success", "med-flash-standing")
}

#[cfg(test)]
mod tests {
    use samskab_kernel::{Day, Validity};
    use samskab_organisation::unit::UnitKind;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_body_of_a_place_belongs_to_the_area_above_it() {
        let since = Day::of(2020, 1, 1);
        let id = |number: u128| UnitId::from(Uuid::from_u128(number));
        let units = [
            Unit::named(id(1), "Rådhuset", UnitKind::Central, None, since),
            Unit::named(id(2), "Ældre", UnitKind::Sector, Some(id(1)), since),
            Unit::named(id(3), "Solgården", UnitKind::CareHome, Some(id(2)), since),
        ];
        let body = |unit: Option<UnitId>| Body {
            unit,
            ..Body::named(Uuid::from_u128(9).into(), "MED", BodyKind::Med, Validity::since(since))
        };
        assert_eq!(area_of(&body(Some(id(3))), &units), Some(id(2)));
        assert_eq!(area_of(&body(Some(id(2))), &units), Some(id(2)));
        assert_eq!(area_of(&body(Some(id(1))), &units), None, "the town hall is the whole municipality");
        assert_eq!(area_of(&body(None), &units), None);
    }
}
