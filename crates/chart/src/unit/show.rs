//! A unit's public page (RS-14): where it is, when to come by, whom to call, and what it has been.

use axum::{extract::Path, response::Response};
use samskab_kernel::Day;
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _, form::query};

use super::close;
use crate::{
    T,
    contact_card::ContactCard,
    show::{DayQuery, banner},
};
use samskab_organisation::{
    answering::Organisation,
    authority::{Action, Resource, may},
    position::{self, Held},
    unit::{Level, Unit, UnitId, store},
    vocabulary::Settings,
};

#[derive(askama::Template)]
#[template(path = "unit/show.html")]
struct ShowPage {
    shell: Shell,
    t: T,
    as_of: DayQuery,
    banner: String,
    id: UnitId,
    name: String,
    kind: &'static str,
    about: String,
    /// "Closed on …" or "Opens on …"; empty when it is there on the day.
    gone: String,
    successor: Option<(String, String)>,
    address: String,
    phone: String,
    email: String,
    visiting: String,
    waiver: String,
    card: Option<ContactCard>,
    below: Vec<(String, String)>,
    below_heading: &'static str,
    positions: Vec<PositionLine>,
    history: Vec<HistoryLine>,
    tasks_href: String,
    may: May,
}

struct May {
    describe: bool,
    reorganise: bool,
    close: bool,
    appoint: bool,
    waive: bool,
    reopen: bool,
}

impl May {
    fn anything(&self) -> bool {
        self.describe || self.reorganise || self.appoint || self.waive || self.reopen
    }
}

struct PositionLine {
    title: String,
    href: String,
    kind: String,
    who: String,
}

struct HistoryLine {
    class: &'static str,
    datetime: String,
    when: String,
    what: String,
}

pub(super) async fn show(cx: Cx, Path(id): Path<UnitId>) -> Result<Response> {
    cx.keep_today();
    let (day, as_of) = query::<DayQuery>(&cx).day(&cx);
    let tenant = cx.tenant.id;
    let mut reader = cx.read().await?;
    let versions = store::versions(&mut reader, tenant, id).await?;
    let nearest = nearest(&versions, day).or_not_found()?.clone();
    // A unit that is not there on the day is shown as it last was, and nobody answers for it any more.
    let is_there = nearest.validity.holds_on(day);
    let units = store::all(&mut reader, tenant, day).await?;
    let mut area: Vec<UnitId> = vec![id];
    area.extend(nearest.parent);
    let held = position::store::of_units_and_coordinators(&mut reader, tenant, &area, day).await?;
    let waivers = position::store::waivers(&mut reader, tenant, day).await?;
    let named = related(&mut reader, &cx, &versions).await?;
    let may_close = close::may_close(&cx, &mut reader, id).await?;
    drop(reader);

    let t = T(cx.locale);
    let settings: Settings = cx.tenant.section(Settings::SECTION);
    let today = cx.now().day();
    let ladder = Organisation { units: &units, held: &held }.ladder_of_unit(id);
    let card = (is_there && day == today).then(|| ContactCard::new(&cx, t.unit_whom_to_call(), "", &ladder));
    let mut shell = cx.shell(&nearest.name).under("/organisation", t.unit_chart_title());
    if let Some(area) = nearest.parent.and_then(|parent| units.iter().find(|unit| unit.id == parent))
        && area.level == Level::Department
    {
        shell = shell.under(area.href(), &area.name);
    }
    let below = units
        .iter()
        .filter(|unit| unit.parent == Some(id))
        .map(|unit| (unit.name.clone(), unit.href()))
        .collect();
    let resource = Resource::Unit(id);
    // Only the page as of today has the links for changing something.
    let open = day == today && (is_there || nearest.validity.from > day);
    let page = ShowPage {
        shell: shell.here(),
        t,
        as_of,
        banner: banner(&cx, day),
        id,
        kind: nearest.kind.label(*t),
        about: nearest.about.clone(),
        gone: if is_there { String::new() } else { gone(&cx, &nearest, day) },
        successor: nearest.successor.filter(|_| !is_there).and_then(|successor| {
            named.iter().find(|unit| unit.id == successor).map(|unit| (unit.name.clone(), unit.href()))
        }),
        address: address(&nearest),
        phone: nearest.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default(),
        email: nearest.email.as_ref().map(|email| email.to_string()).unwrap_or_default(),
        visiting: nearest.visiting.clone(),
        // The reason why there is no contact is left out while there is one.
        waiver: waivers
            .into_iter()
            .find(|waiver| waiver.unit == id && ladder.first.is_empty())
            .map(|waiver| waiver.reason)
            .unwrap_or_default(),
        card,
        below,
        below_heading: if nearest.level == Level::Central { t.unit_areas() } else { t.unit_institutions() },
        positions: positions(&cx, &settings, &held, id),
        history: history(&cx, &versions, &named, today),
        tasks_href: format!("/opgaver?enhed={id}"),
        may: May {
            describe: open && may(&cx.actor, Action::DescribeUnit, resource),
            reorganise: open && may(&cx.actor, Action::Reorganise, resource),
            close: open && may_close,
            appoint: open && may(&cx.actor, Action::Appoint, resource),
            reopen: day == today
                && versions.last().is_some_and(|last| last.validity.to.is_some())
                && may(&cx.actor, Action::Reorganise, resource),
            waive: open
                && nearest.level == Level::Institution
                && may(&cx.actor, Action::WaiveContact, resource),
        },
        name: nearest.name,
    };
    cx.page(page)
}

/// The version of the day, or the one that is nearest to it.
fn nearest(versions: &[Unit], day: Day) -> Option<&Unit> {
    let distance = |unit: &&Unit| match unit.validity.to {
        Some(to) if to < day => day.number() - to.number(),
        _ if unit.validity.from > day => unit.validity.from.number() - day.number(),
        _ => 0,
    };
    versions.iter().min_by_key(distance)
}

/// The units its history speaks of: those it stood under, and its successor.
async fn related(reader: &mut samskab_store::Connection, cx: &Cx, versions: &[Unit]) -> Result<Vec<Unit>> {
    let mut ids: Vec<UnitId> = versions.iter().filter_map(|version| version.parent).collect();
    ids.extend(versions.iter().filter_map(|version| version.successor));
    ids.sort_unstable();
    ids.dedup();
    Ok(store::every_version_of(reader, cx.tenant.id, &ids).await?)
}

fn gone(cx: &Cx, unit: &Unit, day: Day) -> String {
    let t = T(cx.locale);
    match unit.validity.to {
        Some(to) if to < day => t.unit_closed_on(cx.locale.day(to)),
        _ => t.unit_opens_on(cx.locale.day(unit.validity.from)),
    }
}

fn address(unit: &Unit) -> String {
    let town = format!("{} {}", unit.postcode, unit.city);
    let parts = [unit.address.trim(), town.trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn positions(cx: &Cx, settings: &Settings, held: &[Held], unit: UnitId) -> Vec<PositionLine> {
    let t = T(cx.locale);
    let own = held.iter().filter(|held| held.position.unit == unit && held.position.kind.is_public());
    let mut positions: Vec<&Held> = own.collect();
    positions.sort_by_key(|held| (held.position.kind, !held.is_liaison));
    positions
        .into_iter()
        .map(|held| {
            let (holders, deputies) = (held.holder_names(), held.deputy_names());
            let mut who = if holders.is_empty() { t.position_vacant().to_owned() } else { holders };
            if !deputies.is_empty() {
                who = t.position_with_deputies(deputies, who);
            }
            let kind = held.position.kind.label(*t, settings, cx.locale);
            PositionLine {
                title: held.position.title.clone(),
                href: held.position.href(),
                kind: if held.is_liaison { t.position_and_liaison(kind) } else { kind },
                who,
            }
        })
        .collect()
}

/// What changed when, the newest first.
fn history(cx: &Cx, versions: &[Unit], named: &[Unit], today: Day) -> Vec<HistoryLine> {
    let (t, locale) = (T(cx.locale), cx.locale);
    let name_on = |id: Option<UnitId>, day: Day| {
        let unit = named.iter().filter(|unit| Some(unit.id) == id);
        unit.min_by_key(|unit| !unit.validity.holds_on(day)).map(|unit| unit.name.clone()).unwrap_or_default()
    };
    let mut lines = Vec::new();
    let mut line = |day: Day, what: String| {
        let class = if day > today { "s-history-next" } else { "" };
        lines.push(HistoryLine { class, datetime: day.to_string(), when: locale.day(day), what });
    };
    for (at, version) in versions.iter().enumerate() {
        let from = version.validity.from;
        let Some(before) = at.checked_sub(1).and_then(|before| versions.get(before)) else {
            line(from, t.unit_history_began(version.name.clone()));
            continue;
        };
        let mut what: Vec<String> = Vec::new();
        if version.name != before.name {
            what.push(t.unit_history_renamed(version.name.clone(), before.name.clone()));
        }
        if version.parent != before.parent {
            what.push(t.unit_history_moved(
                name_on(version.parent, from),
                name_on(before.parent, before.validity.from),
            ));
        }
        if version.kind != before.kind {
            what.push(t.unit_history_kind(version.kind.label(*t)));
        }
        if (&version.address, &version.postcode) != (&before.address, &before.postcode) {
            what.push(t.unit_history_address(address(version)));
        }
        if what.is_empty() {
            what.push(t.unit_history_details().to_owned());
        }
        line(from, what.join(" "));
    }
    if let Some(last) = versions.last()
        && let Some(to) = last.validity.to
    {
        let successor = name_on(last.successor, to.plus_days(1));
        line(
            to,
            if successor.is_empty() {
                t.unit_history_closed().to_owned()
            } else {
                t.unit_history_closed_for(successor)
            },
        );
    }
    lines.reverse();
    lines
}
