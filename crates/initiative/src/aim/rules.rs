//! What serves an aim, and for which nothing does. Pure.

use samskab_writing::text::{BlockId, TextId};

use super::{Aim, AimId, AimKind};
use crate::id::{FocusAreaId, InitiativeId, InitiativeState};

/// An initiative that serves an aim.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct ServingInitiative {
    pub aim_id: AimId,
    pub id: InitiativeId,
    pub title: String,
    pub state: InitiativeState,
    /// Everybody may read it.
    pub is_public: bool,
}

/// A focus area of a year that serves an aim.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct ServingArea {
    pub aim_id: AimId,
    pub id: FocusAreaId,
    pub title: String,
    pub year: i64,
    /// Everybody may read it.
    pub is_public: bool,
}

/// A paragraph that serves an aim.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct ServingBlock {
    pub aim_id: AimId,
    pub text_id: TextId,
    pub block_id: BlockId,
}

/// Everything that serves some aims.
#[derive(Debug, Clone, Default)]
pub struct Links {
    pub initiatives: Vec<ServingInitiative>,
    pub areas: Vec<ServingArea>,
    pub blocks: Vec<ServingBlock>,
}

impl Links {
    /// Only what everybody may read.
    #[must_use]
    pub fn public(mut self) -> Self {
        self.initiatives.retain(|one| one.is_public);
        self.areas.retain(|one| one.is_public);
        self
    }

    /// Each aim with what serves it, in the order of the aims.
    pub fn by_aim(self, aims: Vec<Aim>) -> Vec<Coverage> {
        let own = |aim: Aim| Coverage {
            initiatives: self.initiatives.iter().filter(|one| one.aim_id == aim.id).cloned().collect(),
            areas: self.areas.iter().filter(|one| one.aim_id == aim.id).cloned().collect(),
            blocks: self.blocks.iter().filter(|one| one.aim_id == aim.id).cloned().collect(),
            aim,
        };
        aims.into_iter().map(own).collect()
    }
}

/// An aim with what serves it.
#[derive(Debug, Clone)]
pub struct Coverage {
    pub aim: Aim,
    pub initiatives: Vec<ServingInitiative>,
    pub areas: Vec<ServingArea>,
    pub blocks: Vec<ServingBlock>,
}

impl Coverage {
    /// An initiative that serves it is under way: what has not begun, and what is done, is not worked on now.
    pub fn is_worked_on(&self) -> bool {
        self.initiatives.iter().any(|one| one.state == InitiativeState::UnderWay)
    }

    /// Something serves it. What was stopped does not; the law's headings are served by words, everything else by what is
    /// done.
    pub fn is_served(&self) -> bool {
        let is_done = self.initiatives.iter().any(|one| one.state != InitiativeState::Stopped);
        match self.aim.kind {
            AimKind::Statute => !self.blocks.is_empty(),
            _ => is_done || !self.areas.is_empty(),
        }
    }
}

/// In the order in which they are read: values, each area with its goals, goals of no area, headings of the law, political
/// goals.
pub fn in_order(mut aims: Vec<Aim>) -> Vec<Aim> {
    let place = |id: Option<AimId>| {
        let area = aims.iter().find(|one| Some(one.id) == id && one.kind == AimKind::Area);
        area.map(|one| (one.place, one.id))
    };
    let keys: Vec<_> = aims
        .iter()
        .map(|one| {
            let (rank, area) = match one.kind {
                AimKind::Value => (0, None),
                AimKind::Area => (1, Some((one.place, one.id))),
                AimKind::Goal => match place(one.above) {
                    Some(area) => (1, Some(area)),
                    None => (2, None),
                },
                AimKind::Statute => (3, None),
                AimKind::Political => (4, None),
            };
            (rank, area, one.kind == AimKind::Goal, one.place, one.id)
        })
        .collect();
    let mut keyed: Vec<_> = keys.into_iter().zip(aims.drain(..)).collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, one)| one).collect()
}

/// The new positions of its siblings when one aim gets this position: the others move on.
pub fn moved(siblings: &[Aim], id: AimId, place: i64) -> Vec<(AimId, i64)> {
    let mut ids: Vec<AimId> = siblings.iter().map(|one| one.id).filter(|one| *one != id).collect();
    let at = usize::try_from(place - 1).unwrap_or(0).min(ids.len());
    ids.insert(at, id);
    ids.into_iter().zip(1..).collect()
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Day;
    use uuid::Uuid;

    use super::*;

    fn aim(id: u128, kind: AimKind, place: i64, above: Option<u128>) -> Aim {
        let new = Aim::new(Uuid::from_u128(id).into(), kind, None, Day::of(2026, 3, 2).at(9, 0));
        Aim { place, above: above.map(|id| Uuid::from_u128(id).into()), ..new }
    }

    fn covered(kind: AimKind) -> Coverage {
        Coverage { aim: aim(1, kind, 1, None), initiatives: vec![], areas: vec![], blocks: vec![] }
    }

    fn initiative(state: InitiativeState) -> ServingInitiative {
        let id = Uuid::from_u128(9);
        ServingInitiative { aim_id: id.into(), id: id.into(), title: "Cykler".into(), state, is_public: true }
    }

    #[test]
    fn goals_stand_below_their_area_and_those_of_none_behind() {
        let all = vec![
            aim(1, AimKind::Statute, 1, None),
            aim(2, AimKind::Goal, 1, None),
            aim(3, AimKind::Goal, 2, Some(5)),
            aim(4, AimKind::Goal, 1, Some(5)),
            aim(5, AimKind::Area, 2, None),
            aim(6, AimKind::Area, 1, None),
            aim(7, AimKind::Value, 1, None),
        ];
        let order: Vec<u128> = in_order(all).into_iter().map(|one| one.id.uuid().as_u128()).collect();
        assert_eq!(order, [7, 6, 5, 4, 3, 2, 1]);
    }

    #[test]
    fn what_was_stopped_serves_nothing_and_words_serve_the_law() {
        let mut value = covered(AimKind::Value);
        assert!(!value.is_served());
        value.initiatives = vec![initiative(InitiativeState::Stopped)];
        assert!(!value.is_served());
        value.initiatives.push(initiative(InitiativeState::NotBegun));
        assert!(value.is_served());
        let mut law = covered(AimKind::Statute);
        law.initiatives = vec![initiative(InitiativeState::Done)];
        assert!(!law.is_served(), "the law wants it in the text");
        let id = Uuid::from_u128(3);
        law.blocks = vec![ServingBlock { aim_id: id.into(), text_id: id.into(), block_id: id.into() }];
        assert!(law.is_served());
    }

    #[test]
    fn what_is_done_or_has_not_begun_is_not_worked_on() {
        let mut goal = covered(AimKind::Goal);
        goal.initiatives = vec![initiative(InitiativeState::Done), initiative(InitiativeState::NotBegun)];
        assert!(goal.is_served() && !goal.is_worked_on());
        goal.initiatives.push(initiative(InitiativeState::UnderWay));
        assert!(goal.is_worked_on());
    }

    #[test]
    fn one_is_moved_and_the_others_make_room() {
        let all = [
            aim(1, AimKind::Value, 1, None),
            aim(2, AimKind::Value, 2, None),
            aim(3, AimKind::Value, 3, None),
        ];
        let order = |place| -> Vec<u128> {
            moved(&all, all[0].id, place).into_iter().map(|(id, _)| id.uuid().as_u128()).collect()
        };
        assert_eq!(order(2), [2, 1, 3]);
        assert_eq!(order(99), [2, 3, 1]);
        assert_eq!(order(-4), [1, 2, 3]);
    }
}
