//! What waits for coordinator and key persons: areas without a key person or liaison (RS-16, RS-17),
//! institutions without a contact or a reason why not (RS-18). One item an area, however many are missing.

use std::collections::HashMap;

use samskab_kernel::{Day, Instant};
use samskab_store::Connection;
use samskab_web::{Cx, Result, WorkItem};

use crate::T;
use samskab_organisation::{
    identify::{Who as _, role},
    position::{self, rules, rules::Coverage},
    unit::{Level, Unit, UnitId, store},
};

samskab_store::statements! {
    /// Since when a unit has had nobody: the last day somebody held the position, or when the unit was added.
    UNCOVERED_SINCE = "select u.id, u.created_at, max(a.valid_to) as last_held
                       from unit u
                       left join position p on p.tenant_id = u.tenant_id and p.unit_id = u.id
                         and p.kind in ('key_person', 'local_contact')
                       left join appointment a on a.tenant_id = u.tenant_id and a.position_id = p.id
                         and a.capacity = 'holder' and a.valid_to < $2
                       where u.tenant_id = $1 group by u.id, u.created_at";
}

pub(super) async fn items(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    let is_coordinator = cx.actor.is_coordinator_first();
    if !is_coordinator && !cx.actor.has(role::KEY_PERSON) {
        return Ok(Vec::new());
    }
    let (tenant, today) = (cx.tenant.id, cx.now().day());
    let units = store::all(connection, tenant, today).await?;
    let held = position::store::all(connection, tenant, today).await?;
    let waivers = position::store::waivers(connection, tenant, today).await?;
    let is_waived = |unit: &Unit| waivers.iter().any(|waiver| waiver.unit == unit.id);
    let mut gaps = Vec::new();
    for area in units.iter().filter(|unit| unit.level == Level::Department) {
        let has_key_person = rules::contact_coverage(area, &held, false) == Coverage::Covered;
        let is_mine =
            cx.actor.standings.iter().any(|at| at.role == role::KEY_PERSON && at.place == area.id.uuid());
        if is_coordinator && !(has_key_person && rules::has_liaison(area, &held)) {
            gaps.push(Gap { area, missing: vec![area], is_area: true, has_key_person, climbed: false });
        }
        // The key person sees to the area's institutions (RS-53); where there is none, the coordinator.
        if is_mine || (is_coordinator && !has_key_person) {
            let missing: Vec<&Unit> = units
                .iter()
                .filter(|unit| unit.parent == Some(area.id))
                .filter(|unit| rules::contact_coverage(unit, &held, is_waived(unit)) == Coverage::Missing)
                .collect();
            if !missing.is_empty() {
                gaps.push(Gap { area, missing, is_area: false, has_key_person, climbed: !is_mine });
            }
        }
    }
    if gaps.is_empty() {
        return Ok(Vec::new());
    }
    let since: Vec<(UnitId, Instant, Option<Day>)> =
        connection.query(&UNCOVERED_SINCE).bind(tenant).bind(today).all().await?;
    let since: HashMap<UnitId, Instant> = since
        .into_iter()
        .map(|(unit, known, last_held)| {
            let free = last_held.map_or(known, |day| day.end());
            (unit, free.max(known))
        })
        .collect();
    Ok(gaps.into_iter().map(|gap| gap.item(cx, &since)).collect())
}

struct Gap<'a> {
    area: &'a Unit,
    missing: Vec<&'a Unit>,
    is_area: bool,
    has_key_person: bool,
    /// True when the coordinator gets it because the area has no key person.
    climbed: bool,
}

impl Gap<'_> {
    fn item(&self, cx: &Cx, since: &HashMap<UnitId, Instant>) -> WorkItem {
        let (t, area) = (T(cx.locale), self.area.name.clone());
        let (title, detail) = if self.is_area && !self.has_key_person {
            (t.work_no_key_person(area), t.work_no_key_person_text().to_owned())
        } else if self.is_area {
            (t.work_no_liaison(area), t.work_no_liaison_text().to_owned())
        } else {
            let names = self.missing.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join(", ");
            (t.work_no_contact(area, self.missing.len()), names)
        };
        let oldest = self.missing.iter().filter_map(|unit| since.get(&unit.id)).min();
        WorkItem {
            heading: if self.is_area {
                t.worklist_kind_key_person_missing()
            } else {
                t.worklist_kind_contact_missing()
            },
            title,
            detail,
            href: if self.is_area { self.area.href() } else { "/organisation/daekning".to_owned() },
            since: oldest.copied().unwrap_or_else(|| cx.now()),
            due: None,
            reason: self.climbed.then(|| t.work_climbed_no_key_person().to_owned()),
            act: None,
        }
    }
}
