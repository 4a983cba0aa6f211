//! Which focus areas go on, and what belongs to an area of a past year. Pure.

use samskab_kernel::{Id, Instant};

use super::{FocusArea, FocusAreaId, FocusState};
use crate::initiative::Initiative;

/// The area and its continuations in later years: what is done about it is attached to the last of them.
pub fn line_of(all: &[FocusArea], id: FocusAreaId) -> Vec<FocusAreaId> {
    let mut line = vec![id];
    // This also ends when the areas form a ring.
    while let Some(next) = all.iter().find(|area| area.copied_from == line.last().copied()) {
        if line.contains(&next.id) {
            break;
        }
        line.push(next.id);
    }
    line
}

/// What the page of an area shows: its own initiatives, and those that go on under it in a later year.
pub fn under<'a>(all: &[FocusArea], initiatives: &'a [Initiative], id: FocusAreaId) -> Vec<&'a Initiative> {
    let line = line_of(all, id);
    let is_under = |one: &&Initiative| one.focus_area.is_some_and(|area| line.contains(&area));
    initiatives.iter().filter(is_under).collect()
}

/// Whether it goes on in the next year: it was decided, is not copied yet, and something in it is not over, or
/// nothing has begun.
pub fn goes_on(all: &[FocusArea], initiatives: &[Initiative], area: &FocusArea) -> bool {
    let is_copied = all.iter().any(|other| other.copied_from == Some(area.id));
    let mut own = initiatives.iter().filter(|one| one.focus_area == Some(area.id)).peekable();
    area.is_for_all() && !is_copied && (own.peek().is_none() || own.any(|one| !one.state.is_over()))
}

impl FocusArea {
    /// The same area in the next year: as a draft, because it must be decided anew.
    pub fn next_year(&self, id: Id<super::FocusAreaRow>, place: i64, now: Instant) -> Self {
        Self {
            id,
            year: self.year + 1,
            place,
            state: FocusState::Draft,
            recommended_number: String::new(),
            decided_number: String::new(),
            copied_from: Some(self.id),
            created_at: now,
            updated_at: now,
            ..self.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Day;
    use uuid::Uuid;

    use std::slice::from_ref;

    use super::*;
    use crate::initiative::InitiativeState;

    fn now() -> Instant {
        Day::of(2026, 3, 2).at(9, 0)
    }

    fn area(id: u128, copied_from: Option<u128>) -> FocusArea {
        FocusArea {
            id: Uuid::from_u128(id).into(),
            year: 2026,
            place: 1,
            title: "Unge".into(),
            why: "Fordi".into(),
            goals: "Ti unge\n\nTo caféer".into(),
            state: FocusState::Decided,
            recommended_by: None,
            recommended_number: "1/2025".into(),
            decided_by: None,
            decided_number: "2/2025".into(),
            copied_from: copied_from.map(|id| Uuid::from_u128(id).into()),
            created_at: now(),
            updated_at: now(),
        }
    }

    fn initiative(area: u128, state: InitiativeState) -> Initiative {
        let new = Initiative::new(Uuid::from_u128(area * 10).into(), "Café", now());
        Initiative { focus_area: Some(Uuid::from_u128(area).into()), state, ..new }
    }

    #[test]
    fn what_goes_on_stands_under_both_years() {
        let all = [area(1, None), area(2, Some(1)), area(3, Some(2)), area(4, None)];
        let done = [initiative(1, InitiativeState::Done), initiative(3, InitiativeState::UnderWay)];
        assert_eq!(under(&all, &done, all[0].id).len(), 2);
        assert_eq!(under(&all, &done, all[2].id).len(), 1);
        assert!(under(&all, &done, all[3].id).is_empty());
        let ring = [area(1, Some(2)), area(2, Some(1))];
        assert_eq!(line_of(&ring, ring[0].id).len(), 2);
    }

    #[test]
    fn only_what_is_unfinished_and_not_yet_copied_goes_on() {
        let [one, copied] = [area(1, None), area(2, Some(1))];
        let over = [initiative(1, InitiativeState::Done), initiative(1, InitiativeState::Stopped)];
        let open = [initiative(1, InitiativeState::UnderWay)];
        assert!(!goes_on(from_ref(&one), &over, &one));
        assert!(goes_on(from_ref(&one), &open, &one));
        assert!(goes_on(from_ref(&one), &[], &one), "nothing has begun");
        assert!(!goes_on(&[one.clone(), copied], &open, &one), "it was copied");
        let draft = FocusArea { state: FocusState::Draft, ..one };
        assert!(!goes_on(from_ref(&draft), &open, &draft));
    }

    #[test]
    fn the_next_year_is_decided_anew() {
        let next = area(1, None).next_year(Uuid::from_u128(9).into(), 3, now());
        assert_eq!((next.year, next.place, next.state), (2027, 3, FocusState::Draft));
        assert_eq!((next.decided_number.as_str(), next.copied_from), ("", Some(area(1, None).id)));
        assert_eq!(next.goals().count(), 2);
    }
}
