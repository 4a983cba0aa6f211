//! What a unit has been and what is planned for it: told in the past until today, and as what is to come after it.

use samskab_kernel::Day;
use samskab_web::{Cx, Result};

use crate::T;
use samskab_organisation::unit::{Unit, UnitId, store, timeline};

/// What changes on a day, in sentences.
pub(super) struct Change {
    pub what: String,
    pub is_planned: bool,
    /// The unit's first day or its last: the page says these in words of their own.
    is_end: bool,
    pub datetime: String,
    pub when: String,
}

/// What is planned between the first day and the last, the earliest first.
pub(super) fn planned(t: T, changes: &[Change]) -> Vec<String> {
    let planned = changes.iter().filter(|change| change.is_planned && !change.is_end);
    planned.map(|change| t.unit_planned(&change.when, &change.what)).collect()
}

/// The units that its history mentions: former units above it, and its successor.
pub(super) async fn related(
    reader: &mut samskab_store::Connection,
    cx: &Cx,
    versions: &[Unit],
) -> Result<Vec<Unit>> {
    let mut ids: Vec<UnitId> = versions.iter().filter_map(|version| version.parent).collect();
    ids.extend(versions.iter().filter_map(|version| version.successor));
    ids.sort_unstable();
    ids.dedup();
    Ok(store::every_version_of(reader, cx.tenant.id, &ids).await?)
}

/// The oldest first.
pub(super) fn changes(cx: &Cx, versions: &[Unit], named: &[Unit], today: Day) -> Vec<Change> {
    let (t, locale) = (T(cx.locale), cx.locale);
    let name_on = |id: Option<UnitId>, day: Day| match id {
        Some(id) => timeline::name_on(named, id, day),
        None => String::new(),
    };
    let change = |day: Day, what: String, is_end: bool| Change {
        what,
        is_planned: day > today,
        is_end,
        datetime: day.to_string(),
        when: locale.day(day),
    };
    let mut changes = Vec::new();
    for (at, version) in versions.iter().enumerate() {
        let from = version.validity.from;
        let before = at.checked_sub(1).and_then(|before| versions.get(before));
        let words = Words { t, is_planned: from > today };
        changes.push(match before {
            None => change(from, words.began(version), true),
            Some(before) => {
                let areas = (name_on(before.parent, before.validity.from), name_on(version.parent, from));
                change(from, words.changed(before, version, areas), false)
            }
        });
    }
    if let Some(to) = timeline::last_day(versions) {
        let successor = versions.last().and_then(|last| last.successor);
        let words = Words { t, is_planned: to > today };
        changes.push(change(to, words.closed(name_on(successor, to.plus_days(1))), true));
    }
    changes
}

/// The words for what has been, or for what is planned.
struct Words {
    t: T,
    is_planned: bool,
}

impl Words {
    fn began(&self, unit: &Unit) -> String {
        let name = unit.name.as_str();
        if self.is_planned { self.t.unit_plan_begins(name) } else { self.t.unit_history_began(name) }
    }

    /// `areas`: the unit above it before, and after.
    fn changed(&self, before: &Unit, unit: &Unit, (old, new): (String, String)) -> String {
        let (t, mut what) = (self.t, Vec::new());
        if unit.name != before.name {
            let (name, old_name) = (unit.name.as_str(), before.name.as_str());
            what.push(match self.is_planned {
                true => t.unit_plan_renamed(name, old_name),
                false => t.unit_history_renamed(name, old_name),
            });
        }
        if unit.parent != before.parent {
            what.push(match self.is_planned {
                true => t.unit_plan_moved(new, old),
                false => t.unit_history_moved(new, old),
            });
        }
        if unit.kind != before.kind {
            let kind = unit.kind.label(*t);
            what.push(if self.is_planned { t.unit_plan_kind(kind) } else { t.unit_history_kind(kind) });
        }
        if (&unit.address, &unit.postcode) != (&before.address, &before.postcode) {
            let address = address(unit);
            what.push(match self.is_planned {
                true => t.unit_plan_address(address),
                false => t.unit_history_address(address),
            });
        }
        if what.is_empty() {
            let details = if self.is_planned { t.unit_plan_details() } else { t.unit_history_details() };
            what.push(details.to_owned());
        }
        what.join(" ")
    }

    /// `successor`: empty where nobody takes over.
    fn closed(&self, successor: String) -> String {
        let t = self.t;
        match (self.is_planned, successor.is_empty()) {
            (true, true) => t.unit_plan_closed().to_owned(),
            (true, false) => t.unit_plan_closed_for(successor),
            (false, true) => t.unit_history_closed().to_owned(),
            (false, false) => t.unit_history_closed_for(successor),
        }
    }
}

/// "Prøvevej 1, 9561 Fjordlund"
pub(super) fn address(unit: &Unit) -> String {
    let town = format!("{} {}", unit.postcode, unit.city);
    let parts = [unit.address.trim(), town.trim()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}
