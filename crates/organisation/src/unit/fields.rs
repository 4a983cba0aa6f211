//! The fields of a unit, as they are typed and as they are meant.

use samskab_kernel::{
    Day, Locale,
    contact::{Email, Phone},
};
use samskab_web::{Check, form::Choice};
use serde::Deserialize;

use super::{Level, Unit, UnitId, UnitKind, timeline::Broken};
use crate::{T, place::Place};

/// What describes a unit without moving it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Description {
    pub address: String,
    pub postcode: String,
    pub city: String,
    pub phone: String,
    pub email: String,
    pub about: String,
    pub visiting: String,
}

impl Description {
    pub fn of(unit: &Unit) -> Self {
        Self {
            address: unit.address.clone(),
            postcode: unit.postcode.clone(),
            city: unit.city.clone(),
            phone: unit.phone.as_ref().map(Phone::spaced).unwrap_or_default(),
            email: unit.email.as_ref().map(Email::to_string).unwrap_or_default(),
            about: unit.about.clone(),
            visiting: unit.visiting.clone(),
        }
    }

    /// Reads the fields into a unit; the town follows from the postcode where that is known.
    pub fn read(&self, check: &mut Check, unit: &mut Unit, places: &[Place]) {
        let t = T(check.t.0);
        check.labels(&[
            ("address", t.unit_address()),
            ("city", t.unit_city()),
            ("postcode", t.unit_postcode()),
            ("phone", t.unit_phone()),
            ("email", t.unit_email()),
            ("about", t.unit_about()),
            ("visiting", t.unit_visiting()),
        ]);
        unit.address = check.text("address", &self.address, 200).unwrap_or_default();
        let city = check.text("city", &self.city, 80).unwrap_or_default();
        let postcode = check.optional_postcode("postcode", &self.postcode).flatten();
        let place = places.iter().find(|place| Some(&place.postcode) == postcode.as_ref());
        let postcode = postcode.map(|postcode| postcode.to_string()).unwrap_or_default();
        if postcode != unit.postcode {
            // The middle of the postal district is near enough for "near me".
            unit.place = place.map(Place::point);
        }
        unit.city = place.map_or(city, |place| place.city.clone());
        unit.postcode = postcode;
        unit.phone = check.optional_phone("phone", &self.phone).flatten();
        unit.email = check.optional_email("email", &self.email).flatten();
        unit.about = check.text("about", &self.about, 1000).unwrap_or_default();
        unit.visiting = check.text("visiting", &self.visiting, 300).unwrap_or_default();
    }
}

/// What places a unit in the organisation.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Standing {
    pub name: String,
    pub kind: String,
    /// The id of the unit above.
    pub parent: String,
    pub from: String,
}

/// `Standing`, read.
pub(super) struct ReadStanding {
    pub name: String,
    pub kind: UnitKind,
    pub parent: Option<UnitId>,
    pub from: Day,
}

impl Standing {
    pub fn of(unit: &Unit, from: Day) -> Self {
        Self {
            name: unit.name.clone(),
            kind: unit.kind.code().to_owned(),
            parent: unit.parent.map(|parent| parent.to_string()).unwrap_or_default(),
            from: from.to_string(),
        }
    }

    pub fn read(&self, check: &mut Check, today: Day) -> Option<ReadStanding> {
        let t = T(check.t.0);
        check.labels(&[
            ("name", t.unit_name()),
            ("kind", t.unit_kind()),
            ("parent", t.unit_parent()),
            ("from", t.unit_from()),
        ]);
        let name = check.required("name", &self.name, 120);
        let kind: Option<UnitKind> = check.code("kind", &self.kind);
        let parent = match kind.map(UnitKind::level) {
            // The central unit stands under nobody, whatever the list says.
            Some(Level::Central) => Some(None),
            _ => check.code::<UnitId>("parent", &self.parent).map(Some),
        };
        let from = check.day_ahead("from", &self.from, today);
        Some(ReadStanding { name: name?, kind: kind?, parent: parent?, from: from? })
    }

    pub fn kinds(&self, t: T, level: Option<Level>) -> Vec<Choice> {
        let kinds = UnitKind::ALL.iter().filter(|kind| level.is_none_or(|level| kind.level() == level));
        kinds.map(|kind| Choice::new(kind.code(), kind.label(t), self.kind == kind.code())).collect()
    }

    /// The units something can stand under: those of `level`, or all but institutions.
    pub fn parents(&self, units: &[Unit], level: Option<Level>) -> Vec<Choice> {
        let fits = |unit: &&Unit| match level {
            Some(level) => unit.level == level,
            None => unit.level != Level::Institution,
        };
        let choice = |unit: &Unit| {
            let id = unit.id.to_string();
            Choice { selected: id == self.parent, label: unit.name.clone(), value: id, hint: String::new() }
        };
        units.iter().filter(fits).map(choice).collect()
    }
}

/// Says at the right field why it cannot be.
pub(super) fn explain(check: &mut Check, broken: &Broken, locale: Locale) {
    let t = T(locale);
    let (field, message) = match broken {
        Broken::ParentMissing => ("parent", t.unit_error_parent().to_owned()),
        Broken::ParentNotThere => ("parent", t.unit_error_parent_not_there().to_owned()),
        Broken::SecondCentral => ("kind", t.unit_error_second_central().to_owned()),
        Broken::KindOfOtherLevel => ("kind", t.unit_error_kind().to_owned()),
        Broken::NotThere(day) => ("from", t.unit_error_not_there(locale.day(*day))),
        Broken::IsHistory(day) => ("from", t.unit_error_history(locale.day(*day))),
        Broken::LaterChange(day) => ("from", t.unit_error_later(locale.day(*day))),
        Broken::UnitsBelow(name) => ("from", t.unit_error_below(name.clone())),
        Broken::Central => ("from", t.unit_error_central().to_owned()),
        Broken::SuccessorNotThere => ("successor", t.unit_error_successor().to_owned()),
    };
    check.error(field, message);
}
