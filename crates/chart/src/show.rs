//! *Sådan er vi organiseret*: the chart, drawn from data as it was, is or will be on a day (RS-10, RS-11, RD-15).

use axum::response::Response;
use samskab_kernel::Day;
use samskab_web::{Check, Cx, Result, Shell, form::query};

use crate::T;
use samskab_organisation::{
    answering::Organisation,
    authority::{Action, Resource, may},
    body::{self, Body, BodyKind},
    position::{self, Appointment, Capacity, Held, PositionKind, Waiver, rules, rules::Coverage},
    unit::{Level, Unit, store, timeline},
    vocabulary::Settings,
};

samskab_web::form! {
    /// The day for which a page shows the organisation.
    pub(super) struct DayQuery {
        /// Empty is today.
        dato: day(unit_day).hint(unit_day_hint).optional(),
    }
}

impl DayQuery {
    /// The day asked for, or today; and the form that shows it, with what was wrong.
    pub(super) fn day(self, cx: &Cx) -> (Day, Self) {
        let mut check = Check::new(cx.locale);
        let day = self.dato().day(&mut check).unwrap_or_else(|| cx.now().day());
        match check.done() {
            Ok(()) => (day, Self { dato: day.to_string(), ..self }),
            Err(errors) => (day, self.with_errors(errors)),
        }
    }
}

/// "You see the organisation as it was on …"; empty today.
pub(super) fn banner(cx: &Cx, day: Day) -> String {
    let (t, today) = (T(cx.locale), cx.now().day());
    if day == today {
        String::new()
    } else if day < today {
        t.unit_as_it_was(cx.locale.day(day))
    } else {
        t.unit_as_it_will_be(cx.locale.day(day))
    }
}

#[derive(askama::Template)]
#[template(path = "unit/chart.html")]
struct ChartPage {
    shell: Shell,
    t: T,
    as_of: DayQuery,
    banner: String,
    lead: String,
    central: Vec<Node>,
    rows: Vec<Row>,
    /// Whether there is a page about what the municipality stands for.
    has_values: bool,
    bodies: Vec<BodyGroup>,
    may_reorganise: bool,
    may_see_coverage: bool,
}

/// A box of the chart and those beneath it.
struct Node {
    class: &'static str,
    /// "Closes on …": what is planned.
    plans: Vec<String>,
    name: String,
    href: String,
    roles: Vec<String>,
    below: Vec<Node>,
    /// "12 steder", where they are many.
    many: String,
}

/// A unit as a row of the table.
struct Row {
    name: String,
    plans: Vec<String>,
    href: String,
    level: String,
    area: String,
    /// The people who answer, one below the other.
    who: Vec<(String, String)>,
}

struct BodyGroup {
    kind: &'static str,
    bodies: Vec<BodyLine>,
}

struct BodyLine {
    name: String,
    href: String,
    aliases: String,
    about: Vec<String>,
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    cx.keep_today();
    let (day, as_of) = query::<DayQuery>(&cx).day(&cx);
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let units = store::all(&mut reader, cx.tenant.id, day).await?;
    let planned = store::planned(&mut reader, cx.tenant.id, day).await?;
    let held = position::store::all(&mut reader, cx.tenant.id, day).await?;
    let waivers = position::store::waivers(&mut reader, cx.tenant.id, day).await?;
    let bodies = body::all(&mut reader, cx.tenant.id, day).await?;
    drop(reader);
    let settings: Settings = cx.tenant.section(Settings::SECTION);
    let is_today = day == cx.now().day();
    let query = if is_today { String::new() } else { format!("?dato={day}") };
    let chart = Chart {
        cx: &cx,
        t,
        units: &units,
        planned: &planned,
        held: &held,
        waivers: &waivers,
        settings: &settings,
        query: &query,
        is_today,
    };
    let page = ChartPage {
        shell: cx.shell(t.unit_chart_title()).here(),
        t,
        as_of,
        banner: banner(&cx, day),
        lead: t.unit_chart_lead().to_owned(),
        central: chart.nodes(),
        rows: chart.rows(),
        has_values: super::values::exist(&cx),
        bodies: body_groups(bodies, t),
        may_reorganise: is_today && may(&cx.actor, Action::Reorganise, Resource::Municipality),
        may_see_coverage: may(&cx.actor, Action::SeeStaffPages, Resource::Municipality),
    };
    cx.page(page)
}

/// Everything the chart is drawn from.
struct Chart<'a> {
    cx: &'a Cx,
    t: T,
    units: &'a [Unit],
    /// Versions that begin later.
    planned: &'a [Unit],
    held: &'a [Held],
    waivers: &'a [Waiver],
    settings: &'a Settings,
    query: &'a str,
    is_today: bool,
}

/// More institutions than this in one department are folded together.
const MANY: usize = 8;

impl Chart<'_> {
    fn nodes(&self) -> Vec<Node> {
        self.units.iter().filter(|unit| unit.level == Level::Central).map(|unit| self.node(unit)).collect()
    }

    fn node(&self, unit: &Unit) -> Node {
        let below: Vec<Node> = self
            .units
            .iter()
            .filter(|below| below.parent == Some(unit.id))
            .map(|below| self.node(below))
            .collect();
        let roles = self.roles(unit);
        let is_vacant = unit.level == Level::Institution && !self.has_contact(unit);
        Node {
            plans: self.plans(unit),
            class: match unit.level {
                Level::Central => "s-unit s-unit-central",
                Level::Department => "s-unit s-unit-department",
                Level::Institution if is_vacant => "s-unit s-unit-vacant",
                Level::Institution => "s-unit",
            },
            name: unit.name.clone(),
            href: format!("{}{}", unit.href(), self.query),
            roles,
            many: if unit.level == Level::Department && below.len() > MANY {
                self.t.unit_places(below.len())
            } else {
                String::new()
            },
            below,
        }
    }

    fn has_contact(&self, unit: &Unit) -> bool {
        rules::contact_coverage(unit, self.held, false) == Coverage::Covered
    }

    /// What is planned for the unit, one sentence each. Only today's chart looks ahead.
    fn plans(&self, unit: &Unit) -> Vec<String> {
        if !self.is_today {
            return Vec::new();
        }
        let (t, locale) = (self.t, self.cx.locale);
        let name = |id| self.units.iter().find(|other| Some(other.id) == id).map(|other| other.name.as_str());
        let mut life = vec![unit.clone()];
        life.extend(self.planned.iter().filter(|later| later.id == unit.id).cloned());
        let mut plans = Vec::new();
        for (before, later) in life.iter().zip(life.iter().skip(1)) {
            let day = locale.day(later.validity.from);
            if later.name != before.name {
                plans.push(t.unit_renamed_on(day.as_str(), later.name.as_str()));
            }
            if let Some(area) = name(later.parent).filter(|_| later.parent != before.parent) {
                plans.push(t.unit_moves_on(day, area));
            }
        }
        if let Some(last_day) = timeline::last_day(&life) {
            let day = locale.day(last_day);
            plans.push(match name(unit.successor) {
                Some(successor) => t.unit_closes_then_to(day, successor),
                None => t.unit_closes_on(day),
            });
        }
        plans
    }

    /// The positions that answer for a unit of this level.
    fn answering(&self, unit: &Unit) -> Vec<&Held> {
        let kinds: &[PositionKind] = match unit.level {
            Level::Central => &[PositionKind::CentralCoordinator, PositionKind::ReferenceDirector],
            Level::Department => &[PositionKind::CentralCoordinator, PositionKind::KeyPerson],
            Level::Institution => {
                &[PositionKind::LocalContact, PositionKind::Ambassador, PositionKind::AmbassadorTeam]
            }
        };
        let mut found: Vec<&Held> = Vec::new();
        for kind in kinds {
            // The coordinator is the municipality's, in whichever area they have their desk (RS-15).
            let everywhere = unit.level == Level::Central && *kind == PositionKind::CentralCoordinator;
            let stands_here =
                |held: &&Held| held.position.kind == *kind && (everywhere || held.position.unit == unit.id);
            found.extend(self.held.iter().filter(stands_here));
        }
        found
    }

    fn roles(&self, unit: &Unit) -> Vec<String> {
        let (t, locale) = (self.t, self.cx.locale);
        let mut roles = Vec::new();
        for held in self.answering(unit) {
            let word = held.position.kind.label(*t, self.settings, locale);
            for holder in held.holders() {
                roles.push(match (held.is_liaison, holder.away_until.filter(|_| self.is_today)) {
                    (_, Some(day)) => {
                        let away = t.unit_role_away(locale.day(day), holder.name.clone(), word.clone());
                        self.with_deputies(away, held)
                    }
                    (true, None) => t.unit_role_liaison(holder.name.clone(), word.clone()),
                    (false, None) => t.unit_role(holder.name.clone(), word.clone()),
                });
            }
        }
        if unit.level == Level::Institution && !self.has_contact(unit) {
            roles.insert(0, self.vacancy(unit));
        }
        if unit.level == Level::Department && roles.is_empty() {
            roles.push(self.vacancy(unit));
        }
        roles
    }

    /// Somebody is away, and who answers meanwhile.
    fn with_deputies(&self, away: String, held: &Held) -> String {
        let at_work = held.deputies().filter(|deputy| deputy.away_until.is_none());
        let names = at_work.map(|deputy| position::deputy(&deputy.name, self.cx.locale));
        match names.collect::<Vec<_>>().join(", ") {
            names if names.is_empty() => away,
            names => format!("{away}. {}", self.t.unit_card_deputy_answers(names)),
        }
    }

    /// What is shown when nobody holds the position. Only today's chart says who answers instead, if anybody does.
    fn vacancy(&self, unit: &Unit) -> String {
        let is_waived = self.waivers.iter().any(|waiver| waiver.unit == unit.id);
        let lacks = match (unit.level, self.is_today) {
            (Level::Department, true) => self.t.unit_key_person_vacant(),
            (Level::Department, false) => return self.t.unit_key_person_none().to_owned(),
            (_, false) => return self.t.unit_contact_none().to_owned(),
            (_, true) if is_waived => self.t.unit_contact_waived(),
            (_, true) => self.t.unit_contact_vacant(),
        };
        let ladder = Organisation { units: self.units, held: self.held }.ladder_of_unit(unit.id);
        match ladder.callable() {
            Some((1, deputies)) => {
                let names: Vec<String> = deputies
                    .iter()
                    .map(|answerer| position::deputy(&answerer.name, self.cx.locale))
                    .collect();
                format!("{lacks} {}", self.t.unit_card_deputy_answers(names.join(", ")))
            }
            Some((2, _)) => format!("{lacks} {}", self.t.unit_card_key_person()),
            Some((3, _)) => format!("{lacks} {}", self.t.unit_card_coordinator()),
            _ => lacks.to_owned(),
        }
    }

    fn rows(&self) -> Vec<Row> {
        let mut ordered: Vec<&Unit> = Vec::with_capacity(self.units.len());
        for central in self.units.iter().filter(|unit| unit.level == Level::Central) {
            self.walk(central, &mut ordered);
        }
        ordered.into_iter().map(|unit| self.row(unit)).collect()
    }

    fn walk<'b>(&'b self, unit: &'b Unit, ordered: &mut Vec<&'b Unit>) {
        ordered.push(unit);
        for below in self.units.iter().filter(|below| below.parent == Some(unit.id)) {
            self.walk(below, ordered);
        }
    }

    fn row(&self, unit: &Unit) -> Row {
        let area = unit.parent.filter(|_| unit.level == Level::Institution);
        let area = area.and_then(|parent| self.units.iter().find(|other| other.id == parent));
        let mut who = Vec::new();
        for held in self.answering(unit) {
            for holder in held.answering() {
                // Telephone numbers stand in today's chart only.
                let phone = |one: &Appointment| {
                    one.phone
                        .as_ref()
                        .filter(|_| self.is_today)
                        .map(|phone| phone.spaced())
                        .unwrap_or_default()
                };
                let name = format!("{}, {}", holder.called(self.cx.locale), held.position.title);
                // Whoever is away is not called: the deputy is.
                let Some(until) = holder.away_until.filter(|_| self.is_today) else {
                    who.push((name, phone(holder)));
                    continue;
                };
                who.push((self.t.unit_away(self.cx.locale.day(until), name), String::new()));
                let deputies = held.deputies().filter(|_| holder.capacity == Capacity::Holder);
                let at_work = deputies.filter(|deputy| deputy.away_until.is_none());
                who.extend(at_work.map(|deputy| (deputy.called(self.cx.locale), phone(deputy))));
            }
        }
        if who.is_empty() && unit.level != Level::Central {
            who.push((self.vacancy(unit).to_owned(), String::new()));
        }
        Row {
            plans: self.plans(unit),
            name: unit.name.clone(),
            href: format!("{}{}", unit.href(), self.query),
            level: self
                .settings
                .level(unit.level, self.cx.locale)
                .map_or_else(|| unit.level.label(*self.t).to_owned(), str::to_owned),
            area: area.map(|area| area.name.clone()).unwrap_or_default(),
            who,
        }
    }
}

fn body_groups(bodies: Vec<Body>, t: T) -> Vec<BodyGroup> {
    let line = |body: &Body| {
        let mut about: Vec<String> = Vec::new();
        if !body.members.is_empty() {
            about.push(body.members.clone());
        }
        match (body.meetings_min, body.meetings_max) {
            (Some(min), Some(max)) if min != max => about.push(t.body_meetings_between(max, min)),
            (Some(number), _) | (None, Some(number)) => about.push(t.body_meetings(number)),
            (None, None) => {}
        }
        if let Some(strength) = body.hearing_strength {
            about.push(if body.hearing_scope.is_empty() {
                strength.label(*t).to_owned()
            } else {
                t.body_heard_about(body.hearing_scope.clone(), strength.label(*t))
            });
        }
        if !body.refers_to.is_empty() {
            about.push(t.body_refers_to(body.refers_to.clone()));
        }
        BodyLine {
            name: body.name.clone(),
            href: body.href(),
            aliases: body.aliases.replace(';', ", "),
            about,
        }
    };
    BodyKind::ALL
        .iter()
        .map(|kind| BodyGroup {
            kind: kind.label(*t),
            bodies: bodies.iter().filter(|body| body.kind == *kind).map(line).collect(),
        })
        .filter(|group| !group.bodies.is_empty())
        .collect()
}
