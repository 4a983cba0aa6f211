//! Things by their id, without gaps, each with its card.

use std::collections::HashMap;

use samskab_kernel::Id;

use crate::{Opening, Volunteer};

/// What has an id of its own kind.
pub(super) trait Identified: Sized {
    fn id(&self) -> Id<Self>;
}

impl Identified for Volunteer {
    fn id(&self) -> Id<Self> {
        self.id
    }
}

impl Identified for Opening {
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// Things in one array and their cards in another, so that a pass over the cards reads nothing else. When one is
/// removed, the last one fills the gap: the order means nothing.
#[derive(Debug, Clone)]
pub(super) struct Shelf<T, C> {
    things: Vec<T>,
    cards: Vec<C>,
    at: HashMap<Id<T>, usize>,
}

impl<T, C> Default for Shelf<T, C> {
    fn default() -> Self {
        Self { things: Vec::new(), cards: Vec::new(), at: HashMap::new() }
    }
}

impl<T: Identified, C> Shelf<T, C> {
    /// Replaces the thing with this id, or adds it at the next index; returns the index.
    pub fn put(&mut self, thing: T, card: C) -> usize {
        match self.at.get(&thing.id()) {
            Some(&at) => {
                self.things[at] = thing;
                self.cards[at] = card;
                at
            }
            None => {
                self.at.insert(thing.id(), self.things.len());
                self.things.push(thing);
                self.cards.push(card);
                self.things.len() - 1
            }
        }
    }

    /// Removes a thing; also returns the index it had.
    pub fn take(&mut self, id: Id<T>) -> Option<(usize, T)> {
        let at = self.at.remove(&id)?;
        self.cards.swap_remove(at);
        let taken = self.things.swap_remove(at);
        if let Some(moved) = self.things.get(at) {
            self.at.insert(moved.id(), at);
        }
        Some((at, taken))
    }

    pub fn get(&self, id: Id<T>) -> Option<&T> {
        self.at.get(&id).map(|&at| &self.things[at])
    }

    pub fn get_mut(&mut self, id: Id<T>) -> Option<(&mut T, &mut C)> {
        self.at.get(&id).map(|&at| (&mut self.things[at], &mut self.cards[at]))
    }

    pub fn place(&self, id: Id<T>) -> Option<usize> {
        self.at.get(&id).copied()
    }

    pub fn all(&self) -> &[T] {
        &self.things
    }

    pub fn cards(&self) -> &[C] {
        &self.cards
    }

    pub fn both_mut(&mut self) -> impl Iterator<Item = (&T, &mut C)> {
        self.things.iter().zip(&mut self.cards)
    }
}
