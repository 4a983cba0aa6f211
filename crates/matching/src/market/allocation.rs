//! Everybody's list at once, made so that tasks spread over them.

use std::{cmp::Reverse, thread};

use samskab_kernel::Day;
use serde::{Deserialize, Serialize};

use super::{
    Market,
    best::{Best, rank},
    floor,
    screen::AT_A_TIME,
};
use crate::{
    Circumstances, OpeningId, VolunteerId, daily,
    score::{attention_in_order, total},
};

/// In how many rounds the lists are made. Within a round everybody sees the same standing; between two rounds what
/// was listed loses by it, and what was not wins. More rounds spread better and cost little.
const ROUNDS: usize = 256;

/// A volunteer's list for a day, best first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShortList {
    pub volunteer: VolunteerId,
    pub openings: Vec<Listed>,
}

/// A task in a list. Its parts and reasons: [`Market::explain`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listed {
    pub opening: OpeningId,
    /// 0 to 10,000.
    pub fit: u16,
}

impl Market {
    /// The best `n` tasks of every volunteer, by the volunteer's id, with the lists made so that tasks spread: each
    /// task loses a little with every list it is in, and in the end every task that somebody can be shown is
    /// in at least one list, as long as there are lists enough. The same for any number of `threads` (0 counts as 1).
    pub fn recompute_all(&self, n: usize, day: Day, threads: usize) -> Vec<ShortList> {
        let mut lists = self.spread(n, day, threads.max(1));
        floor::show_every_task(self, &mut lists, day);
        let circumstances = self.circumstances(day);
        let mut named: Vec<ShortList> = lists
            .into_iter()
            .zip(self.volunteers.all())
            .map(|(list, volunteer)| ShortList {
                volunteer: volunteer.id,
                openings: self.named(volunteer.id, list, &circumstances),
            })
            .collect();
        named.sort_unstable_by_key(|list| list.volunteer);
        named
    }

    /// In the order in which [`Market::best_openings`] would have them.
    fn named(&self, volunteer: VolunteerId, list: Vec<u32>, circumstances: &Circumstances) -> Vec<Listed> {
        let Some(asking) = self.volunteers.place(volunteer).map(|at| &self.volunteers.cards()[at]) else {
            return Vec::new();
        };
        let today = circumstances.day.number();
        let ranked = |at: u32| {
            let (card, opening) = (&self.openings.cards()[at as usize], self.openings.all()[at as usize].id);
            let fit = asking.row.parts(&card.row).fit(&self.weights);
            let added = card.standing.adjustment_whoever_saw_it(today, &self.weights)
                + i32::from(attention_in_order(card.exposures, circumstances));
            let total = total(fit, &card.standing, added);
            let rank = rank(total, (asking.number, card.number), circumstances);
            (Reverse((rank, Reverse(opening))), Listed { opening, fit })
        };
        let mut list: Vec<_> = list.into_iter().map(ranked).collect();
        list.sort_unstable_by_key(|(rank, _)| *rank);
        list.into_iter().map(|(_, listed)| listed).collect()
    }

    /// Places of openings for each place of a volunteer.
    fn spread(&self, n: usize, day: Day, threads: usize) -> Vec<Vec<u32>> {
        let mut lists = vec![Vec::new(); self.volunteers.all().len()];
        let mut listed: Vec<u32> = self.openings.cards().iter().map(|card| card.exposures).collect();
        let order = self.order_of_the_day(day);
        for round in order.chunks(order.len().div_ceil(ROUNDS).max(1)) {
            let sum = listed.iter().map(|times| u64::from(*times)).sum();
            let circumstances =
                Circumstances { usual_exposures: self.usual_exposures(sum), ..self.circumstances(day) };
            let adjustments: Vec<i32> = self
                .openings
                .cards()
                .iter()
                .zip(&listed)
                .map(|(card, times)| card.standing.adjustment(*times, day.number(), &circumstances))
                .collect();
            let share = round.len().div_ceil(threads);
            let found: Vec<Vec<Vec<u32>>> = thread::scope(|scope| {
                let workers: Vec<_> = round
                    .chunks(share)
                    .map(|asking| scope.spawn(|| self.lists(asking, n, &adjustments, &circumstances)))
                    .collect();
                workers.into_iter().map(|worker| worker.join().unwrap_or_default()).collect()
            });
            for (at, list) in round.iter().zip(found.into_iter().flatten()) {
                for opening in &list {
                    listed[*opening as usize] = listed[*opening as usize].saturating_add(1);
                }
                lists[*at] = list;
            }
        }
        lists
    }

    /// Who chooses first changes by the day.
    pub(super) fn order_of_the_day(&self, day: Day) -> Vec<usize> {
        let today = day.number();
        let mut order: Vec<usize> = (0..self.volunteers.all().len()).collect();
        order.sort_by_cached_key(|at| {
            (daily::turn(self.volunteers.cards()[*at].number, 0, today), self.volunteers.all()[*at].id)
        });
        order
    }

    /// The best of each of these volunteers, all under the same circumstances.
    fn lists(
        &self,
        asking: &[usize],
        n: usize,
        adjustments: &[i32],
        circumstances: &Circumstances,
    ) -> Vec<Vec<u32>> {
        let mut best: Vec<_> = asking.iter().map(|_| Best::new(n, circumstances)).collect();
        let screens: Vec<_> = asking.iter().map(|at| self.volunteers.cards()[*at].row.screen()).collect();
        let mut close = Vec::with_capacity(AT_A_TIME);
        for first in (0..self.openings.all().len()).step_by(AT_A_TIME) {
            for ((best, screen), volunteer) in best.iter_mut().zip(&screens).zip(asking) {
                let Some(screen) = screen else { continue };
                let asking = (&self.volunteers.cards()[*volunteer], &self.volunteers.all()[*volunteer]);
                self.screen.pass(first, screen, circumstances.day.number(), &mut close);
                for &at in &close {
                    self.offer(best, asking, at, adjustments[at]);
                }
            }
        }
        let as_found = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        best.into_iter().map(|best| best.sorted().map(as_found).collect()).collect()
    }
}
