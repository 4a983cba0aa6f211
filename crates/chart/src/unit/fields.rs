//! The fields of a unit in the forms, and how they are read.

use samskab_kernel::{
    Day, Locale,
    contact::{Email, Phone},
};
use samskab_web::{
    Check,
    form::{Choice, Field},
};

use crate::T;
use samskab_organisation::{
    place::Place,
    unit::{Level, Unit, UnitId, UnitKind, timeline::Broken},
};

samskab_web::form! {
    /// What describes a unit without moving it.
    pub(super) struct Description {
        address: text(unit_address).optional(),
        city: text(unit_city).hint(unit_city_hint).optional().at_most(80),
        postcode: postcode(unit_postcode).optional(),
        phone: phone(unit_phone).optional(),
        email: email(unit_email).optional(),
        about: paragraph(unit_about).hint(unit_about_hint).optional().rows(4).max(1000),
        visiting: text(unit_visiting).hint(unit_visiting_hint).optional().at_most(300),
    }
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
            ..Self::default()
        }
    }

    /// Reads the fields into a unit; the town follows from the postcode where that is known.
    pub fn read(&self, check: &mut Check, unit: &mut Unit, places: &[Place]) {
        unit.address = self.address().text(check).unwrap_or_default();
        let city = self.city().text(check).unwrap_or_default();
        let postcode = self.postcode().postcode(check);
        let place = places.iter().find(|place| Some(&place.postcode) == postcode.as_ref());
        let postcode = postcode.map(|postcode| postcode.to_string()).unwrap_or_default();
        if postcode != unit.postcode {
            // The middle of the postal district is near enough for "near me".
            unit.place = place.map(Place::point);
        }
        unit.city = place.map_or(city, |place| place.city.clone());
        unit.postcode = postcode;
        unit.phone = self.phone().phone(check);
        unit.email = self.email().email(check);
        unit.about = self.about().text(check).unwrap_or_default();
        unit.visiting = self.visiting().text(check).unwrap_or_default();
    }
}

samskab_web::form! {
    /// What places a unit in the organisation.
    pub(super) struct Standing {
        name: text(unit_name).max(120),
        kind: choice(unit_kind),
        /// The id of the unit above.
        parent: choice(unit_parent),
        from: day(unit_from),
    }
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
            ..Self::default()
        }
    }

    /// The first day; for a unit that opens it has another label than for a change.
    pub fn opens(&self, t: T) -> Field<'_> {
        self.from().label(t.unit_opens())
    }

    /// `from`: the field of the first day, as the page calls it.
    pub fn read(&self, check: &mut Check, from: &Field<'_>, today: Day) -> Option<ReadStanding> {
        let name = self.name().text(check);
        let kind: Option<UnitKind> = self.kind().code(check);
        let parent = match kind.map(UnitKind::level) {
            // The central unit stands under nobody, whatever the list says.
            Some(Level::Central) => Some(None),
            _ => self.parent().code(check).map(Some),
        };
        let from = from.day_ahead(check, today);
        Some(ReadStanding { name: name?, kind: kind?, parent: parent?, from: from? })
    }
}

/// The kinds a unit can be of: those of `level`, or all.
pub(super) fn kinds(t: T, level: Option<Level>) -> Vec<Choice> {
    let kinds = UnitKind::ALL.iter().filter(|kind| level.is_none_or(|level| kind.level() == level));
    kinds.map(|kind| Choice::of(kind.code(), kind.label(*t))).collect()
}

/// The units that can be directly above: those of `level`, or all but institutions.
pub(super) fn parents(units: &[Unit], level: Option<Level>) -> Vec<Choice> {
    let fits = |unit: &&Unit| match level {
        Some(level) => unit.level == level,
        None => unit.level != Level::Institution,
    };
    units.iter().filter(fits).map(|unit| Choice::of(unit.id.to_string(), &unit.name)).collect()
}

/// Puts the message for a broken rule at the one of `fields` it concerns.
pub(super) fn explain(check: &mut Check, fields: &[Field<'_>], broken: &Broken, locale: Locale) {
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
        Broken::ClosesAlready(day) => ("from", t.unit_error_closes_already(locale.day(*day))),
        Broken::SuccessorNotThere => ("successor", t.unit_error_successor().to_owned()),
    };
    if let Some(field) = fields.iter().find(|known| known.name() == field) {
        check.refuse(field, message);
    }
}
