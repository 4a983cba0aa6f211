//! The best for one: a volunteer's tasks, a task's volunteers, and what nearly fits.

use std::{cmp::Reverse, collections::BinaryHeap};

use samskab_kernel::{Day, Id};
use serde::{Deserialize, Serialize};

use super::{Market, OpeningCard, VolunteerCard};
use crate::{
    Circumstances, Explanation, Gate, Opening, OpeningId, Requirements, Score, Volunteer, VolunteerId, daily,
    gate::{self, Failed, GateKind},
    reason,
    row::VolunteerRow,
    score::{score, total},
};

/// A pair that fits, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    pub volunteer: VolunteerId,
    pub opening: OpeningId,
    pub score: Score,
    /// Strongest first.
    pub explanation: Explanation,
    /// What is not in order yet and can be arranged: "you will need …".
    pub will_need: Requirements,
}

/// A task that would fit but for one gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NearMiss {
    pub opening: OpeningId,
    pub gate: Gate,
    /// As if the gate were open.
    pub score: Score,
}

impl Market {
    /// The tasks that fit a volunteer best, best first: at most `n`, none with a closed gate. The volunteer need not
    /// be in the market: a CV can be tried before it is saved.
    pub fn best_openings(&self, volunteer: &Volunteer, n: usize, day: Day) -> Vec<Match> {
        let circumstances = self.circumstances(day);
        let asking = VolunteerCard::new(volunteer, &circumstances);
        let mut best = Best::new(n, &circumstances);
        for (at, card) in self.openings.cards().iter().enumerate() {
            if !asking.row.failed(&card.row).is_none() || card.last_day < day.number() {
                continue;
            }
            let opening = &self.openings.all()[at];
            let adjustment = card.adjustment(&circumstances);
            best.offer((&asking, card), adjustment, (opening.id, at), || !knows(volunteer, opening));
        }
        best.sorted().map(|at| matched(volunteer, &self.openings.all()[at], &circumstances)).collect()
    }

    /// The volunteers whom a task fits best, best first: at most `n`, none with a closed gate. `None`: there is no
    /// such task.
    pub fn best_volunteers(&self, opening: OpeningId, n: usize, day: Day) -> Option<Vec<Match>> {
        let circumstances = self.circumstances(day);
        let at = self.openings.place(opening)?;
        let (opening, card) = (&self.openings.all()[at], &self.openings.cards()[at]);
        if card.last_day < day.number() {
            return Some(Vec::new());
        }
        let adjustment = card.adjustment(&circumstances);
        let mut best = Best::new(n, &circumstances);
        for (at, asking) in self.volunteers.cards().iter().enumerate() {
            if asking.row.failed(&card.row).is_none() {
                let volunteer = &self.volunteers.all()[at];
                best.offer((asking, card), adjustment, (volunteer.id, at), || !knows(volunteer, opening));
            }
        }
        Some(best.sorted().map(|at| matched(&self.volunteers.all()[at], opening, &circumstances)).collect())
    }

    /// The tasks that one gate alone keeps from a volunteer, best first: what a change would open.
    pub fn near_misses(&self, volunteer: &Volunteer, n: usize, day: Day) -> Vec<NearMiss> {
        let circumstances = self.circumstances(day);
        let asking = VolunteerCard::new(volunteer, &circumstances);
        let mut best = Best::new(n, &circumstances);
        for (at, card) in self.openings.cards().iter().enumerate() {
            let opening = &self.openings.all()[at];
            if card.last_day >= day.number() && self.failed(&asking.row, volunteer, at).only().is_some() {
                best.offer((&asking, card), card.adjustment(&circumstances), (opening.id, at), || true);
            }
        }
        let openings = best.sorted().map(|at| (at, &self.openings.all()[at]));
        openings
            .filter_map(|(at, opening)| {
                let kind = self.failed(&asking.row, volunteer, at).only()?;
                let gate = gate::gate(kind, volunteer, opening);
                Some(NearMiss { opening: opening.id, gate, score: score(volunteer, opening, &circumstances) })
            })
            .collect()
    }

    /// A pair with its score and its reasons, whether or not a gate is closed between them.
    pub fn explain(&self, volunteer: &Volunteer, opening: OpeningId, day: Day) -> Option<Match> {
        Some(matched(volunteer, self.opening(opening)?, &self.circumstances(day)))
    }

    /// Every gate between a volunteer and the opening in that place.
    pub(super) fn failed(&self, row: &VolunteerRow, volunteer: &Volunteer, at: usize) -> Failed {
        let opening = &self.openings.all()[at];
        row.failed(&self.openings.cards()[at].row)
            .or(GateKind::AlreadyInContact, volunteer.in_contact.contains(&opening.id))
            .or(GateKind::Refused, volunteer.refused.contains(&opening.id))
    }
}

impl OpeningCard {
    pub(super) fn adjustment(&self, circumstances: &Circumstances) -> i32 {
        self.standing.adjustment(self.exposures, circumstances)
    }
}

impl VolunteerCard {
    pub(super) fn new(volunteer: &Volunteer, circumstances: &Circumstances) -> Self {
        let row = VolunteerRow::new(volunteer, circumstances.catalogue);
        Self { row, number: daily::number(volunteer.id) }
    }
}

/// The gates of a single pair.
pub(super) fn knows(volunteer: &Volunteer, opening: &Opening) -> bool {
    volunteer.in_contact.contains(&opening.id) || volunteer.refused.contains(&opening.id)
}

fn matched(volunteer: &Volunteer, opening: &Opening, circumstances: &Circumstances) -> Match {
    let score = score(volunteer, opening, circumstances);
    Match {
        volunteer: volunteer.id,
        opening: opening.id,
        score,
        explanation: reason::explain(volunteer, opening, &score, circumstances),
        will_need: opening.needs_later.without(volunteer.fulfilled),
    }
}

/// Totals start here, so that a step is never below zero.
const LOWEST: i32 = -100_000;

/// The best few of many, without sorting the many. Totals that fall into the same step (of
/// [`Weights::equal_within`](crate::Weights) points) are equal; then it is decided by whose turn it is today.
pub(super) struct Best<'a, T> {
    most: usize,
    circumstances: &'a Circumstances<'a>,
    step: u32,
    /// The worst of them on top: by rank, and of two with the same rank the lower id is better.
    heap: BinaryHeap<Reverse<(u64, Reverse<Id<T>>, usize)>>,
    /// A total below this is too low.
    least: i64,
}

impl<'a, T> Best<'a, T> {
    pub fn new(most: usize, circumstances: &'a Circumstances<'a>) -> Self {
        Self {
            most,
            circumstances,
            step: u32::from(circumstances.weights.equal_within.max(1)),
            heap: BinaryHeap::with_capacity(most.min(1_000) + 1),
            least: if most == 0 { i64::MAX / 2_000_000 } else { i64::from(LOWEST) },
        }
    }

    /// Takes the thing with this id, in this place, if the pair is among the best so far and may be taken, which is
    /// asked last. `adjustment` is what the opening's [`Standing`](crate::score::Standing) adds to the fit.
    #[inline(always)]
    pub fn offer(
        &mut self,
        (volunteer, opening): (&VolunteerCard, &OpeningCard),
        adjustment: i32,
        (id, at): (Id<T>, usize),
        may_be_taken: impl FnOnce() -> bool,
    ) {
        let Circumstances { weights, day, .. } = *self.circumstances;
        let least = (self.least - i64::from(adjustment)) * 1_000_000;
        let fit = volunteer.row.fit_if(&opening.row, weights, opening.standing.answers, least);
        let Some(total) = fit.map(|fit| total(fit, &opening.standing, adjustment)) else { return };
        if i64::from(total) < self.least {
            return;
        }
        let step = (total - LOWEST).unsigned_abs() / self.step;
        let turn = daily::turn(volunteer.number, opening.number, day);
        let entry = Reverse((u64::from(step) << 32 | u64::from(turn), Reverse(id), at));
        let is_full = self.heap.len() == self.most;
        if is_full && self.heap.peek().is_none_or(|worst| entry >= *worst) || !may_be_taken() {
            return;
        }
        if is_full {
            self.heap.pop();
        }
        self.heap.push(entry);
        if let Some(Reverse((worst, ..))) = self.heap.peek().filter(|_| self.heap.len() == self.most) {
            self.least = i64::from(LOWEST) + (worst >> 32).cast_signed() * i64::from(self.step);
        }
    }

    /// Best first.
    pub fn sorted(self) -> impl Iterator<Item = usize> {
        self.heap.into_sorted_vec().into_iter().map(|Reverse((_, _, at))| at)
    }
}
