//! Who has a contact, an ambassador, a reason why not, or nothing (RS-16…18, VB-02): for those who see to it.

use axum::response::Response;
use samskab_web::{Cx, Result, Shell};

use crate::T;
use samskab_organisation::{
    authority::{Action, Resource, may},
    position::{Held, PositionKind, Waiver, called, names, rules, rules::Coverage, store},
    unit::{self, Level, Unit},
};

#[derive(askama::Template)]
#[template(path = "position/coverage.html")]
struct CoveragePage {
    shell: Shell,
    t: T,
    institutions: usize,
    with_contact: usize,
    waived: usize,
    missing: usize,
    with_ambassador: usize,
    areas: Vec<Area>,
}

struct Area {
    name: String,
    href: String,
    key_persons: String,
    has_key_person: bool,
    has_liaison: bool,
    /// Hours a week the area has set aside (RS-52); empty when none is said.
    hours: String,
    lines: Vec<Line>,
}

struct Line {
    name: String,
    href: String,
    is_covered: bool,
    is_waived: bool,
    /// The name of the contact, or of the deputy while there is none; or the reason why there is none.
    contact: String,
    has_ambassador: bool,
    waive_href: String,
    add_href: String,
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    cx.require(may(&cx.actor, Action::SeeStaffPages, Resource::Municipality))?;
    let (tenant, today) = (cx.tenant.id, cx.now().day());
    let mut reader = cx.read().await?;
    let units = unit::store::all(&mut reader, tenant, today).await?;
    let held = store::all(&mut reader, tenant, today).await?;
    let waivers = store::waivers(&mut reader, tenant, today).await?;
    drop(reader);
    let t = T(cx.locale);
    let areas: Vec<Area> = units
        .iter()
        .filter(|unit| unit.level == Level::Department)
        .map(|area| self::area(&cx, area, &units, &held, &waivers))
        .collect();
    let lines = || areas.iter().flat_map(|area| &area.lines);
    let page = CoveragePage {
        shell: cx.shell(t.coverage_title()).under("/organisation", t.unit_chart_title()).here(),
        t,
        institutions: lines().count(),
        with_contact: lines().filter(|line| line.is_covered).count(),
        waived: lines().filter(|line| line.is_waived).count(),
        missing: lines().filter(|line| !line.is_covered && !line.is_waived).count(),
        with_ambassador: lines().filter(|line| line.has_ambassador).count(),
        areas,
    };
    cx.page(page)
}

fn area(cx: &Cx, area: &Unit, units: &[Unit], held: &[Held], waivers: &[Waiver]) -> Area {
    let t = T(cx.locale);
    let key_persons: Vec<&Held> = held
        .iter()
        .filter(|held| held.position.unit == area.id && held.position.kind == PositionKind::KeyPerson)
        .collect();
    let hours: i64 = key_persons.iter().filter_map(|held| held.position.hours_per_week).sum();
    let lines = units.iter().filter(|unit| unit.parent == Some(area.id)).map(|unit| {
        let waiver = waivers.iter().find(|waiver| waiver.unit == unit.id);
        let coverage = rules::contact_coverage(unit, held, waiver.is_some());
        let contacts = held
            .iter()
            .filter(|held| held.position.unit == unit.id && held.position.kind == PositionKind::LocalContact);
        let may_change = may(&cx.actor, Action::Appoint, Resource::Unit(unit.id));
        let to_change =
            |path: &str| if may_change { format!("{}/{path}", unit.href()) } else { String::new() };
        Line {
            name: unit.name.clone(),
            href: unit.href(),
            is_covered: coverage == Coverage::Covered,
            is_waived: coverage == Coverage::Waived,
            contact: match waiver.filter(|_| coverage == Coverage::Waived) {
                Some(waiver) => waiver.reason.clone(),
                None => called(contacts.flat_map(Held::answering), cx.locale),
            },
            has_ambassador: rules::has_ambassador(unit, held),
            waive_href: to_change("uden-kontaktperson"),
            add_href: to_change("stillinger/ny"),
        }
    });
    Area {
        name: area.name.clone(),
        href: area.href(),
        has_key_person: rules::contact_coverage(area, held, false) == Coverage::Covered,
        key_persons: names(key_persons.iter().flat_map(|held| held.holders())),
        has_liaison: rules::has_liaison(area, held),
        hours: if hours > 0 { t.position_hours_number(hours) } else { String::new() },
        lines: lines.collect(),
    }
}
