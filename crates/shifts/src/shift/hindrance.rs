//! Why somebody cannot have a shift: one reason for a person and a shift, and it is always said.

use samskab_kernel::{Day, Instant, danish::distance_km, jiff::SignedDuration};
use samskab_organisation::person::PersonId;
use samskab_requirement as requirement;
use samskab_requirement::Missing;
use samskab_store::{Connection, Result, Tx};
use samskab_taskbank::task::Task;

use super::{
    Booking, Shift,
    store::{self, Busy},
};

/// Between two places: to say goodbye, and to get there.
const PAUSE_MINUTES: i64 = 30;
/// Two minutes for a kilometre as the crow flies: by bicycle in town, by bus between towns.
const MINUTES_A_KM: f64 = 2.0;

/// Why somebody cannot take a shift. The first that applies counts, from what cannot be changed to what can.
#[derive(Debug, Clone, PartialEq)]
pub enum Hindrance {
    Cancelled,
    Over,
    /// Has a place in it already.
    Mine,
    /// Nothing is agreed with the place (any more).
    NotEngaged,
    /// Takes a break, until this day if it is known.
    Paused {
        until: Option<Day>,
    },
    /// Something must be in order first (law B.4, B.6).
    Missing(Vec<Missing>),
    /// They are somewhere else at that time.
    Overlaps(Box<Busy>),
    /// Only `free` places are left, fewer than are needed.
    Full {
        free: i64,
    },
    /// Soft: fewer minutes lie between this shift and the one before or after than the way takes. The volunteer knows
    /// their bicycle better than we do: they are warned and choose.
    TooNear {
        other: Box<Busy>,
        between: i64,
        needed: i64,
    },
}

impl Hindrance {
    /// Only a warning.
    pub fn is_soft(&self) -> bool {
        matches!(self, Self::TooNear { .. })
    }
}

/// How somebody stands to the task of a shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    Active,
    Paused {
        until: Option<Day>,
    },
    /// Invited to stand in, this once.
    StandIn,
    None,
}

/// Everything the answer depends on.
#[derive(Debug, Clone)]
pub struct Question<'a> {
    pub shift: &'a Shift,
    /// How many come, all bookings together.
    pub taken: i64,
    /// How many would come.
    pub persons: i64,
    pub standing: Standing,
    /// The person has a place in it already.
    pub is_mine: bool,
    /// Other shifts of the same person around this one.
    pub busy: &'a [Busy],
    /// Where the shift is: latitude and longitude.
    pub place: Option<(f64, f64)>,
    /// Requirements that must be met first and are not.
    pub missing: Vec<Missing>,
}

impl Question<'_> {
    pub fn hindrance(&self, now: Instant) -> Option<Hindrance> {
        let shift = self.shift;
        if !shift.is_planned() {
            return Some(Hindrance::Cancelled);
        }
        if shift.has_begun(now) {
            return Some(Hindrance::Over);
        }
        if self.is_mine {
            return Some(Hindrance::Mine);
        }
        match self.standing {
            Standing::None => return Some(Hindrance::NotEngaged),
            Standing::Paused { until } if until.is_none_or(|until| shift.starts_at.day() <= until) => {
                return Some(Hindrance::Paused { until });
            }
            Standing::Active | Standing::Paused { .. } | Standing::StandIn => {}
        }
        if !self.missing.is_empty() {
            return Some(Hindrance::Missing(self.missing.clone()));
        }
        if let Some(other) = self.overlapping() {
            return Some(Hindrance::Overlaps(Box::new(other.clone())));
        }
        let free = shift.wanted - self.taken;
        if free < self.persons {
            return Some(Hindrance::Full { free: free.max(0) });
        }
        self.too_near()
    }

    fn overlapping(&self) -> Option<&Busy> {
        self.busy
            .iter()
            .find(|other| other.shift != self.shift.id && self.shift.overlaps(other.starts_at, other.ends_at))
    }

    /// The neighbour with the least time to spare, if it is too little. At the same task there is no way to go.
    fn too_near(&self) -> Option<Hindrance> {
        self.busy
            .iter()
            .filter(|other| other.shift != self.shift.id && other.task != self.shift.task)
            .map(|other| {
                let gap = if other.ends_at <= self.shift.starts_at {
                    self.shift.starts_at.since(other.ends_at)
                } else {
                    other.starts_at.since(self.shift.ends_at)
                };
                (other, gap.as_mins(), minutes_needed(other.place(), self.place))
            })
            .filter(|(_, between, needed)| between < needed)
            .min_by_key(|(_, between, needed)| between - needed)
            .map(|(other, between, needed)| Hindrance::TooNear {
                other: Box::new(other.clone()),
                between,
                needed,
            })
    }
}

/// Minutes needed to get from one place to the other. Where a place is not known, only the pause counts.
fn minutes_needed(from: Option<(f64, f64)>, to: Option<(f64, f64)>) -> i64 {
    let way = from.zip(to).map_or(0.0, |(from, to)| distance_km(from, to) * MINUTES_A_KM);
    #[expect(clippy::cast_possible_truncation, reason = "minutes between two places in Denmark")]
    let way = way.ceil().min(600.0) as i64;
    PAUSE_MINUTES + way
}

/// The shifts of a person around this one: wide enough for the farthest way. One query.
pub async fn busy_around(
    connection: &mut Connection,
    tenant: samskab_kernel::TenantId,
    person: PersonId,
    shift: &Shift,
) -> Result<Vec<Busy>> {
    let around = SignedDuration::from_hours(11);
    store::busy(connection, tenant, person, shift.starts_at.minus(around), shift.ends_at.plus(around)).await
}

/// What keeps somebody with an agreement about the task from taking the shift. `who`: the person, and how many come
/// together. Both are locked.
///
/// # Errors
/// When the database fails.
pub async fn of_engaged(
    tx: &mut Tx,
    shift: &Shift,
    task: &Task,
    (person, persons): (PersonId, i64),
) -> Result<Option<Hindrance>> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let lines = store::bookings_of_shifts(tx, tenant, &[shift.id]).await?;
    let busy = busy_around(tx, tenant, person, shift).await?;
    let question = Question {
        shift,
        taken: taken(lines.iter().map(|line| &line.booking)),
        persons,
        standing: Standing::Active,
        is_mine: lines.iter().any(|one| one.booking.person == person && one.booking.state.is_live()),
        busy: &busy,
        place: task.place,
        missing: requirement::missing(tx, tenant, person, task, shift.starts_at.day()).await?,
    };
    Ok(question.hindrance(now))
}

/// How many come, all live bookings together.
pub fn taken<'a>(bookings: impl IntoIterator<Item = &'a Booking>) -> i64 {
    bookings.into_iter().filter(|booking| booking.state.is_live()).map(|booking| booking.persons).sum()
}

/// How many others come when `theirs` is taken over. Whoever stands in for them adds nobody, also where more come than
/// were wanted; only a group that is larger than theirs needs places that are free.
pub fn taken_without(shift: &Shift, taken: i64, theirs: &Booking) -> i64 {
    (taken - theirs.persons).min(shift.wanted - theirs.persons)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "tests")]
    use uuid::Uuid;

    use super::*;
    use crate::shift::ShiftId;
    use samskab_requirement::{Lack, Precondition};

    const DAY: Day = Day::of(2026, 12, 1);
    const FJORDLUND: Option<(f64, f64)> = Some((56.858, 10.125));
    /// Nine kilometres away.
    const LYNGHAVN: Option<(f64, f64)> = Some((56.884, 10.266));

    fn shift() -> Shift {
        let (id, task): (ShiftId, _) = (Uuid::from_u128(1).into(), Uuid::from_u128(2).into());
        let times = (DAY.at(14, 0), DAY.at(16, 0));
        Shift::new(id, task, None, "", times, 1, 2, DAY.at(8, 0))
    }

    fn elsewhere(from: (i8, i8), to: (i8, i8), place: Option<(f64, f64)>) -> Busy {
        Busy {
            booking: Uuid::from_u128(7).into(),
            shift: Uuid::from_u128(8).into(),
            task: Uuid::from_u128(9).into(),
            starts_at: DAY.at(from.0, from.1),
            ends_at: DAY.at(to.0, to.1),
            title: "Gåtur".into(),
            latitude: place.map(|place| place.0),
            longitude: place.map(|place| place.1),
        }
    }

    fn question<'a>(shift: &'a Shift, busy: &'a [Busy]) -> Question<'a> {
        Question {
            shift,
            taken: 0,
            persons: 1,
            standing: Standing::Active,
            is_mine: false,
            busy,
            place: FJORDLUND,
            missing: Vec::new(),
        }
    }

    const BEFORE: Instant = Instant::from_micros(0);

    #[test]
    fn nothing_is_in_the_way_of_an_engaged_person_with_time() {
        assert_eq!(question(&shift(), &[]).hindrance(BEFORE), None);
    }

    #[test]
    fn each_reason_is_said_and_the_one_that_cannot_be_changed_first() {
        let (planned, cancelled) = (shift(), shift().cancel("Influenza", BEFORE));
        let overlapping = [elsewhere((15, 0), (17, 0), FJORDLUND)];
        let everything = Question {
            taken: 2,
            is_mine: true,
            standing: Standing::None,
            missing: vec![Missing { what: Precondition::ChildrensCertificate, lack: Lack::NotBegun }],
            ..question(&cancelled, &overlapping)
        };
        assert_eq!(everything.hindrance(DAY.at(20, 0)), Some(Hindrance::Cancelled));
        let everything = Question { shift: &planned, ..everything };
        assert_eq!(everything.hindrance(DAY.at(14, 0)), Some(Hindrance::Over));
        assert_eq!(everything.hindrance(BEFORE), Some(Hindrance::Mine));
        let everything = Question { is_mine: false, ..everything };
        assert_eq!(everything.hindrance(BEFORE), Some(Hindrance::NotEngaged));
        let everything = Question { standing: Standing::Active, ..everything };
        assert!(matches!(everything.hindrance(BEFORE), Some(Hindrance::Missing(_))));
        let everything = Question { missing: Vec::new(), ..everything };
        assert!(matches!(everything.hindrance(BEFORE), Some(Hindrance::Overlaps(_))));
        let everything = Question { busy: &[], ..everything };
        assert_eq!(everything.hindrance(BEFORE), Some(Hindrance::Full { free: 0 }));
        let everything = Question { taken: 1, persons: 2, ..everything };
        assert_eq!(everything.hindrance(BEFORE), Some(Hindrance::Full { free: 1 }));
    }

    #[test]
    fn a_break_is_over_when_it_is_over() {
        let shift = shift();
        let paused = |until| {
            let standing = Standing::Paused { until };
            Question { standing, ..question(&shift, &[]) }.hindrance(BEFORE)
        };
        assert_eq!(paused(Some(DAY)), Some(Hindrance::Paused { until: Some(DAY) }));
        assert_eq!(paused(Some(DAY.plus_days(-1))), None);
        assert_eq!(paused(None), Some(Hindrance::Paused { until: None }));
    }

    #[test]
    fn two_shifts_that_meet_at_the_door_do_not_overlap_but_are_near() {
        let shift = shift();
        let next_door = [elsewhere((16, 0), (17, 0), FJORDLUND)];
        let hindrance = question(&shift, &next_door).hindrance(BEFORE).unwrap();
        assert!(hindrance.is_soft());
        assert!(matches!(hindrance, Hindrance::TooNear { between: 0, needed: 30, .. }), "{hindrance:?}");
        let enough = [elsewhere((16, 30), (17, 0), FJORDLUND)];
        assert_eq!(question(&shift, &enough).hindrance(BEFORE), None);
    }

    #[test]
    fn nine_kilometres_take_time_before_and_after() {
        let shift = shift();
        for (from, to) in [((12, 0), (13, 30)), ((16, 30), (18, 0))] {
            let far = [elsewhere(from, to, LYNGHAVN)];
            let hindrance = question(&shift, &far).hindrance(BEFORE).unwrap();
            assert!(matches!(hindrance, Hindrance::TooNear { between: 30, needed: 49, .. }), "{hindrance:?}");
            let unknown = [elsewhere(from, to, None)];
            assert_eq!(question(&shift, &unknown).hindrance(BEFORE), None);
        }
    }

    #[test]
    fn at_the_same_task_there_is_no_way_to_go() {
        let shift = shift();
        let same = [Busy { task: shift.task, ..elsewhere((16, 0), (17, 0), FJORDLUND) }];
        assert_eq!(question(&shift, &same).hindrance(BEFORE), None);
    }
}
