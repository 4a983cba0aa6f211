//! A municipality's volunteers and open tasks in memory.

mod allocation;
mod best;
mod blocked;
mod concentration;
mod floor;
mod screen;
mod shelf;

use samskab_kernel::Day;

pub use allocation::{Listed, ShortList};
pub use best::{Match, NearMiss};
pub use blocked::Blocked;
pub use concentration::{By, Concentration};

use crate::{
    Catalogue, Circumstances, Opening, OpeningId, Responsiveness, Volunteer, VolunteerId, Weights, daily,
    row::{OpeningRow, VolunteerRow},
    score::Standing,
};
use screen::Screen;
use shelf::Shelf;

/// All volunteers and open tasks of one municipality. What is put in or taken out counts from the next question on.
#[derive(Debug, Clone)]
pub struct Market {
    catalogue: Catalogue,
    weights: Weights,
    usual: Responsiveness,
    volunteers: Shelf<Volunteer, VolunteerCard>,
    openings: Shelf<Opening, OpeningCard>,
    /// What a first look reads of the openings, at the same indexes.
    screen: Screen,
    /// The exposures of all openings together.
    exposures: u64,
}

/// What is read for every pair.
#[derive(Debug, Clone)]
struct VolunteerCard {
    row: VolunteerRow,
    number: u64,
}

#[derive(Debug, Clone)]
struct OpeningCard {
    row: OpeningRow,
    standing: Standing,
    number: u64,
    /// The number of the last day it can be shown.
    last_day: i32,
    exposures: u32,
}

impl Market {
    /// An empty one. `usual` is how all organisers of the municipality together answer
    /// ([`Responsiveness::total`]).
    pub fn new(catalogue: Catalogue, weights: Weights, usual: Responsiveness) -> Self {
        Self {
            catalogue,
            weights,
            usual,
            volunteers: Shelf::default(),
            openings: Shelf::default(),
            screen: Screen::default(),
            exposures: 0,
        }
    }

    /// Adds a volunteer, or replaces the volunteer with this id.
    pub fn upsert_volunteer(&mut self, volunteer: Volunteer) {
        let card = VolunteerCard {
            row: VolunteerRow::new(&volunteer, &self.catalogue),
            number: daily::number(volunteer.id),
        };
        self.volunteers.put(volunteer, card);
    }

    /// Takes a volunteer out, for good or because they no longer share; says whether they were there.
    pub fn remove_volunteer(&mut self, id: VolunteerId) -> bool {
        self.volunteers.take(id).is_some()
    }

    /// Adds a task, or replaces the task with this id.
    pub fn upsert_opening(&mut self, opening: Opening) {
        let before = self.opening(opening.id).map_or(0, |opening| u64::from(opening.exposures));
        self.exposures = self.exposures - before + u64::from(opening.exposures);
        let card = OpeningCard::new(&opening, &self.weights, self.usual);
        let (row, last_day) = (card.row.clone(), card.last_day);
        let at = self.openings.put(opening, card);
        self.screen.put(at, &row, last_day);
    }

    /// Takes a task out when it is no longer open; says whether it was there.
    pub fn remove_opening(&mut self, id: OpeningId) -> bool {
        let Some((at, opening)) = self.openings.take(id) else { return false };
        self.exposures -= u64::from(opening.exposures);
        self.screen.take(at);
        true
    }

    /// The municipality's usual responsiveness has changed: every task's standing is made anew.
    pub fn set_usual(&mut self, usual: Responsiveness) {
        self.usual = usual;
        for (opening, card) in self.openings.both_mut() {
            card.standing = Standing::new(opening, &self.weights, usual);
        }
    }

    /// Notes that a task was shown in `times` more lists.
    pub fn record_exposure(&mut self, id: OpeningId, times: u32) {
        if let Some((opening, card)) = self.openings.get_mut(id) {
            let before = opening.exposures;
            opening.exposures = before.saturating_add(times);
            card.exposures = opening.exposures;
            self.exposures += u64::from(opening.exposures - before);
        }
    }

    pub fn volunteer(&self, id: VolunteerId) -> Option<&Volunteer> {
        self.volunteers.get(id)
    }

    pub fn opening(&self, id: OpeningId) -> Option<&Opening> {
        self.openings.get(id)
    }

    /// In no particular order.
    pub fn volunteers(&self) -> &[Volunteer] {
        self.volunteers.all()
    }

    /// In no particular order.
    pub fn openings(&self) -> &[Opening] {
        self.openings.all()
    }

    /// What a score depends on besides the pair.
    pub fn circumstances(&self, day: Day) -> Circumstances<'_> {
        Circumstances {
            catalogue: &self.catalogue,
            weights: &self.weights,
            usual: self.usual,
            usual_exposures: self.usual_exposures(self.exposures),
            day,
        }
    }

    /// The usual exposures of an open task, in hundredths, when all tasks together were shown this often.
    fn usual_exposures(&self, together: u64) -> u64 {
        let openings = u64::try_from(self.openings.all().len()).unwrap_or(u64::MAX).max(1);
        together.saturating_mul(100) / openings
    }
}

impl OpeningCard {
    fn new(opening: &Opening, weights: &Weights, usual: Responsiveness) -> Self {
        Self {
            row: OpeningRow::new(opening),
            standing: Standing::new(opening, weights, usual),
            number: daily::number(opening.id),
            last_day: match opening.time {
                crate::Time::OneOff { day, .. } => day.number(),
                _ => i32::MAX,
            },
            exposures: opening.exposures,
        }
    }
}
