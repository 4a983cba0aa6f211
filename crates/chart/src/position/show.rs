//! A position's page: who holds it, what belongs to it, and who held it before.

use axum::{extract::Path, response::Response};
use samskab_kernel::Locale;
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _};

use super::edit;
use crate::{T, contact_card::ContactCard, under_unit};
use samskab_organisation::{
    answering::{Ladder, Organisation},
    authority::{Action, Resource, may},
    position::{
        Appointment, AppointmentId, Capacity, Position, PositionId, PositionKind,
        catalogue::{self, Duty},
        store,
    },
    unit::{self, Unit},
    vocabulary::Settings,
};

#[derive(askama::Template)]
#[template(path = "position/show.html")]
struct ShowPage {
    shell: Shell,
    t: T,
    id: PositionId,
    kind: String,
    unit_name: String,
    unit_href: String,
    ended: String,
    is_liaison: bool,
    share: String,
    hours: String,
    reports_to: Option<(String, String)>,
    topics: Vec<&'static str>,
    card: Option<ContactCard>,
    duties: Vec<DutyLine>,
    history: Vec<AppointmentLine>,
    may_appoint: bool,
    may_become_liaison: bool,
    /// The reader holds it or is deputy in it: the page leads them to their holidays.
    is_mine: bool,
}

/// A duty with its parts.
struct DutyLine {
    title: &'static str,
    text: &'static str,
    is_optional: bool,
    parts: Vec<DutyLine>,
}

struct AppointmentLine {
    id: AppointmentId,
    name: String,
    capacity: &'static str,
    period: String,
    /// Has not ended yet.
    can_end: bool,
}

pub(super) async fn show(cx: Cx, Path(id): Path<PositionId>) -> Result<Response> {
    cx.keep_today();
    let (tenant, today) = (cx.tenant.id, cx.now().day());
    let mut reader = cx.read().await?;
    let found = store::find(&mut reader, tenant, id, today).await?.or_not_found()?;
    let appointments = store::every_appointment(&mut reader, tenant, id).await?;
    let versions = unit::store::versions(&mut reader, tenant, found.position.unit).await?;
    let now_or_last = versions.iter().rev().find(|unit| unit.validity.from <= today).or(versions.first());
    let unit = now_or_last.or_not_found()?.clone();
    let mut near = vec![unit.id];
    near.extend(unit.parent);
    let units = unit::store::find_many(&mut reader, tenant, &near, today).await?;
    let held = store::of_units_and_coordinators(&mut reader, tenant, &near, today).await?;
    let mut reports_to = None;
    if let Some(above) = found.position.reports_to {
        reports_to = store::find(&mut reader, tenant, above, today).await?;
    }
    // Positions that are not public are shown to those who may change them.
    let may_see = may(&cx.actor, Action::Appoint, Resource::Unit(found.position.unit));
    let may_appoint = may_see && edit::may_change(&mut reader, &cx, &found.position).await?;
    drop(reader);

    let t = T(cx.locale);
    let settings: Settings = cx.tenant.section(Settings::SECTION);
    let position = &found.position;
    (position.kind.is_public() || may_see).then_some(()).or_not_found()?;
    let is_current = position.validity.holds_on(today);
    let is_open = position.validity.to.is_none_or(|to| to >= today);
    let page = ShowPage {
        shell: under_unit(&cx, &unit, &found.position.title).here(),
        t,
        id,
        kind: position.kind.label(*t, &settings, cx.locale),
        unit_href: unit.href(),
        ended: position
            .validity
            .to
            .filter(|to| *to < today)
            .map(|to| t.position_ended_on(cx.locale.day(to)))
            .unwrap_or_default(),
        is_liaison: found.is_liaison,
        share: position.share.clone(),
        hours: position.hours_per_week.map(|hours| t.position_hours_number(hours)).unwrap_or_default(),
        reports_to: reports_to.map(|above| {
            let name = above.holder_names();
            let title = above.position.title.clone();
            (if name.is_empty() { title } else { format!("{title}, {name}") }, above.position.href())
        }),
        topics: position.topics().filter_map(catalogue::topic).map(|topic| topic.name(cx.locale)).collect(),
        card: is_current.then(|| {
            let organisation = Organisation { units: &units, held: &held };
            let ladder =
                Ladder { first: organisation.standing(&found), ..organisation.ladder_of_unit(unit.id) };
            ContactCard::new(&cx, t.unit_whom_to_call(), "", &ladder)
        }),
        duties: duties(position.kind, &settings, cx.locale),
        history: history(&cx, &appointments),
        may_appoint: may_appoint && is_open,
        may_become_liaison: may_appoint
            && is_current
            && position.kind == PositionKind::KeyPerson
            && !found.is_liaison,
        is_mine: found.appointments.iter().any(|own| Some(own.person.uuid()) == cx.actor.person),
        unit_name: unit.name,
    };
    cx.page(page)
}

/// The frame of a page that changes a position: under its unit and its own page.
pub(super) fn under_position(cx: &Cx, unit: &Unit, position: &Position, title: impl Into<String>) -> Shell {
    under_unit(cx, unit, title).under(position.href(), &position.title)
}

fn duties(kind: PositionKind, settings: &Settings, locale: Locale) -> Vec<DutyLine> {
    let kept = |duty: &&'static Duty| !settings.duties_off.contains(&duty.id);
    let line = |duty: &'static Duty, parts: Vec<DutyLine>| DutyLine {
        title: duty.title(locale),
        text: duty.text(locale),
        is_optional: duty.optional,
        parts,
    };
    let top = catalogue::duties_of(kind).filter(kept).filter(|duty| duty.part_of.is_none());
    top.map(|duty| {
        let parts =
            catalogue::duties_of(kind).filter(kept).filter(|part| part.part_of.as_ref() == Some(&duty.id));
        line(duty, parts.map(|part| line(part, Vec::new())).collect())
    })
    .collect()
}

fn history(cx: &Cx, appointments: &[Appointment]) -> Vec<AppointmentLine> {
    let (t, locale, today) = (T(cx.locale), cx.locale, cx.now().day());
    appointments
        .iter()
        .map(|appointment| AppointmentLine {
            id: appointment.id,
            name: appointment.name.clone(),
            capacity: match appointment.capacity {
                Capacity::Holder => t.position_holder(),
                Capacity::Deputy => t.position_deputy(),
            },
            period: match appointment.validity.to {
                None => t.position_since(locale.day(appointment.validity.from)),
                Some(to) => t.position_from_to(locale.day(appointment.validity.from), locale.day(to)),
            },
            can_end: appointment.validity.to.is_none_or(|to| to >= today),
        })
        .collect()
}
