//! A unit's public page (RS-14): where it is, when to come by, whom to call, and what it has been.

use axum::{extract::Path, response::Response};
use samskab_kernel::Day;
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _, form::query};

use super::{
    close,
    history::{self, Change, address},
    reopen,
};
use crate::{
    T,
    contact_card::ContactCard,
    show::{DayQuery, banner},
};
use samskab_organisation::{
    answering::Organisation,
    authority::{Action, Resource, may},
    position::{self, Held},
    unit::{Level, Unit, UnitId, store, timeline},
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
    /// "Closes on …", seen today and on a day before; empty when no closing is planned.
    closes: String,
    successor: Option<(String, String)>,
    /// What else is planned: the day and the change, the earliest first.
    planned: Vec<String>,
    address: String,
    phone: String,
    email: String,
    visiting: String,
    waiver: String,
    card: Option<ContactCard>,
    below: Vec<(String, String)>,
    below_heading: &'static str,
    positions: Vec<PositionLine>,
    /// The newest first.
    history: Vec<Change>,
    tasks_href: String,
    may: May,
}

struct May {
    describe: bool,
    reorganise: bool,
    close: bool,
    appoint: bool,
    waive: bool,
    /// The label of the link for undoing a closing; empty: there is none.
    reopen: &'static str,
}

impl May {
    fn anything(&self) -> bool {
        self.describe || self.reorganise || self.appoint || self.waive || !self.reopen.is_empty()
    }
}

struct PositionLine {
    title: String,
    href: String,
    kind: String,
    who: String,
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
    let named = history::related(&mut reader, &cx, &versions).await?;
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
    let last_day = timeline::last_day(&versions);
    let closes = last_day.filter(|last| day == today && *last >= today);
    let mut changes = history::changes(&cx, &versions, &named, today);
    let planned = if day == today { history::planned(t, &changes) } else { Vec::new() };
    changes.reverse();
    let page = ShowPage {
        shell: shell.here(),
        t,
        as_of,
        banner: banner(&cx, day),
        id,
        kind: nearest.kind.label(*t),
        about: nearest.about.clone(),
        gone: if is_there { String::new() } else { gone(&cx, &nearest, day) },
        closes: closes.map(|last| t.unit_closes_on(cx.locale.day(last))).unwrap_or_default(),
        planned,
        successor: nearest.successor.filter(|_| !is_there || closes.is_some()).and_then(|successor| {
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
        history: changes,
        tasks_href: format!("/opgaver?enhed={id}"),
        may: May {
            describe: open && may(&cx.actor, Action::DescribeUnit, resource),
            reorganise: open && may(&cx.actor, Action::Reorganise, resource),
            close: open && may_close && last_day.is_none(),
            appoint: open && may(&cx.actor, Action::Appoint, resource),
            reopen: match last_day {
                Some(last) if day == today && may(&cx.actor, Action::Reorganise, resource) => {
                    reopen::way(t, last, today)
                }
                _ => "",
            },
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

fn gone(cx: &Cx, unit: &Unit, day: Day) -> String {
    let t = T(cx.locale);
    match unit.validity.to {
        Some(to) if to < day => t.unit_closed_on(cx.locale.day(to)),
        _ => t.unit_opens_on(cx.locale.day(unit.validity.from)),
    }
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
