//! Who takes part in the making of a text: associations, departments, bodies, and groups of people. Never one person.

use samskab_kernel::{Day, Id, Instant, Locale, codes};
use samskab_organisation::{
    association::{Association, AssociationId, Theme},
    body::{Body, BodyId, BodyKind},
    unit::{Level, Unit, UnitId},
};
use samskab_store::Record;
use samskab_web::form::Choice;
use samskab_writing::text::TextId;

use crate::T;

/// The mark of somebody who takes part.
pub enum ParticipantRow {}
pub type ParticipantId = Id<ParticipantRow>;

codes! {
    /// What kind of voice it is (CF-04 to CF-06, CF-16, CF-19, CF-21).
    pub enum ParticipantKind {
        Association => "association",
        /// A department or a place of the municipality.
        Unit => "unit",
        /// A council, a network, a steering group.
        Body => "body",
        Volunteers => "volunteers",
        Citizens => "citizens",
        Staff => "staff",
        Med => "med",
        Political => "political",
    }
}

impl ParticipantKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Association => t.participant_kind_association(),
            Self::Unit => t.participant_kind_unit(),
            Self::Body => t.participant_kind_body(),
            Self::Volunteers => t.participant_kind_volunteers(),
            Self::Citizens => t.participant_kind_citizens(),
            Self::Staff => t.participant_kind_staff(),
            Self::Med => t.participant_kind_med(),
            Self::Political => t.participant_kind_political(),
        }
    }

    pub fn choices(locale: Locale) -> Vec<Choice> {
        Self::ALL.iter().map(|kind| Choice::of(kind.code(), kind.label(T(locale)))).collect()
    }

    /// The staff of the municipality are among them (CF-21).
    pub const fn is_staff(self) -> bool {
        matches!(self, Self::Unit | Self::Staff | Self::Med)
    }
}

codes! {
    /// How large an association is (CF-06): small ones are forgotten first.
    pub enum SizeClass { Small => "small", Medium => "medium", Large => "large" }
}

/// At most this many members in a small association.
const SMALL: i64 = 50;
/// At most this many members in a medium association.
const MEDIUM: i64 = 250;

impl SizeClass {
    pub const fn of(members: i64) -> Self {
        if members <= SMALL {
            Self::Small
        } else if members <= MEDIUM {
            Self::Medium
        } else {
            Self::Large
        }
    }

    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Small => t.participant_size_small(),
            Self::Medium => t.participant_size_medium(),
            Self::Large => t.participant_size_large(),
        }
    }

    pub fn choices(locale: Locale) -> Vec<Choice> {
        Self::ALL.iter().map(|size| Choice::of(size.code(), size.label(T(locale)))).collect()
    }
}

codes! {
    /// How far somebody has come, as it is ticked with a day.
    pub enum Tick { Planned => "planned", Invited => "invited", Came => "came" }
}

impl Tick {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Planned => t.participant_planned(),
            Self::Invited => t.participant_invited(),
            Self::Came => t.participant_came(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "voice_participant", alias = "p")]
pub struct Participant {
    pub id: ParticipantId,
    #[record(column = "text_id", fixed)]
    pub text: TextId,
    pub kind: ParticipantKind,
    #[record(column = "association_id", fixed)]
    pub association: Option<AssociationId>,
    #[record(column = "unit_id", fixed)]
    pub unit: Option<UnitId>,
    #[record(column = "body_id", fixed)]
    pub body: Option<BodyId>,
    /// The department it belongs to, where it belongs to one.
    #[record(column = "area_id")]
    pub area: Option<UnitId>,
    /// The participant's name at that time.
    pub name: String,
    #[record(blank)]
    pub theme: Option<Theme>,
    /// The size of an association, where it is known.
    #[record(blank)]
    pub size: Option<SizeClass>,
    pub planned_on: Option<Day>,
    pub invited_on: Option<Day>,
    pub came_on: Option<Day>,
    /// Grows with every change.
    pub revision: i64,
    #[record(fixed)]
    pub created_at: Instant,
}

impl Participant {
    /// A group with a name, planned on this day.
    pub fn group(
        id: ParticipantId,
        text: TextId,
        kind: ParticipantKind,
        name: impl Into<String>,
        at: Instant,
    ) -> Self {
        Self {
            id,
            text,
            kind,
            association: None,
            unit: None,
            body: None,
            area: None,
            name: name.into(),
            theme: None,
            size: None,
            planned_on: Some(at.day()),
            invited_on: None,
            came_on: None,
            revision: 1,
            created_at: at,
        }
    }

    pub fn association(id: ParticipantId, text: TextId, association: &Association, at: Instant) -> Self {
        Self {
            association: Some(association.id),
            theme: Some(association.theme),
            size: association.members.map(SizeClass::of),
            ..Self::group(id, text, ParticipantKind::Association, association.full_name(), at)
        }
    }

    /// `units`: all there are, to know the department above.
    pub fn unit(id: ParticipantId, text: TextId, unit: &Unit, units: &[Unit], at: Instant) -> Self {
        Self {
            unit: Some(unit.id),
            area: department_of(unit.id, units),
            ..Self::group(id, text, ParticipantKind::Unit, &unit.name, at)
        }
    }

    pub fn body(id: ParticipantId, text: TextId, body: &Body, units: &[Unit], at: Instant) -> Self {
        let kind = match body.kind {
            BodyKind::Med => ParticipantKind::Med,
            BodyKind::Political | BodyKind::Committee => ParticipantKind::Political,
            _ => ParticipantKind::Body,
        };
        Self {
            body: Some(body.id),
            area: body.unit.and_then(|unit| department_of(unit, units)),
            ..Self::group(id, text, kind, &body.name, at)
        }
    }

    /// The same with the next revision.
    #[must_use]
    pub fn changed(self) -> Self {
        Self { revision: self.revision + 1, ..self }
    }

    /// Ticked on this day; what comes before it has happened by then, too.
    #[must_use]
    pub fn ticked(self, tick: Tick, day: Day) -> Self {
        match tick {
            Tick::Planned => Self { planned_on: Some(day), ..self },
            Tick::Invited => {
                Self { invited_on: Some(day), planned_on: self.planned_on.or(Some(day)), ..self }
            }
            // Some come who were never invited: that is worth knowing, and is not made up.
            Tick::Came => Self { came_on: Some(day), planned_on: self.planned_on.or(Some(day)), ..self },
        }
    }
}

/// The department that a unit is, or stands under; `None`: the whole municipality.
pub fn department_of(unit: UnitId, units: &[Unit]) -> Option<UnitId> {
    let mut at = Some(unit);
    // Three levels, and one to be sure.
    for _ in 0..4 {
        let unit = units.iter().find(|one| Some(one.id) == at)?;
        if unit.level == Level::Department {
            return Some(unit.id);
        }
        at = unit.parent;
    }
    None
}

#[cfg(test)]
mod tests {
    use samskab_kernel::{Clock, Dice};

    use super::*;

    #[test]
    fn an_association_is_small_until_it_has_more_than_fifty_members() {
        let sizes = [0, 50, 51, 250, 251].map(SizeClass::of);
        use SizeClass::{Large, Medium, Small};
        assert_eq!(sizes, [Small, Small, Medium, Medium, Large]);
    }

    #[test]
    fn who_came_was_planned_but_not_therefore_invited() {
        let (dice, now) = (Dice::seeded(1), Clock::real().now());
        let group = Participant::group(dice.id(now), dice.id(now), ParticipantKind::Citizens, "Borgere", now);
        let group = Participant { planned_on: None, ..group }.ticked(Tick::Came, now.day());
        assert_eq!((group.planned_on, group.invited_on), (Some(now.day()), None));
    }
}
