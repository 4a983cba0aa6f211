//! The best for one: a volunteer's tasks, a task's volunteers, and what nearly fits.

use std::{cmp::Reverse, collections::BinaryHeap};

use samskab_kernel::{Day, Id};
use serde::{Deserialize, Serialize};

use super::{Market, OpeningCard, VolunteerCard, screen::AT_A_TIME};
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
    /// Requirements that are not met yet and can be arranged: "you will need …".
    pub will_need: Requirements,
}

/// A task that would fit but for one gate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NearMiss {
    pub opening: OpeningId,
    pub gate: Gate,
    /// The score as if the gate were open.
    pub score: Score,
}

impl Market {
    /// The tasks that fit a volunteer best, best first: at most `n`, none with a closed gate. The volunteer need not
    /// be in the market: a CV can be tried before it is saved.
    pub fn best_openings(&self, volunteer: &Volunteer, n: usize, day: Day) -> Vec<Match> {
        let circumstances = self.circumstances(day);
        let card = VolunteerCard::new(volunteer, &circumstances);
        let Some(screen) = card.row.screen() else { return Vec::new() };
        let mut best = Best::new(n, &circumstances);
        let mut close = Vec::with_capacity(AT_A_TIME);
        let today = day.number();
        for first in (0..self.openings.all().len()).step_by(AT_A_TIME) {
            self.screen.pass(first, &screen, today, &mut close);
            for &at in &close {
                let adjustment = self.openings.cards()[at].adjustment(today, &circumstances);
                self.offer(&mut best, (&card, volunteer), at, adjustment);
            }
        }
        let mut found: Vec<Match> =
            best.sorted().map(|at| matched(volunteer, &self.openings.all()[at], &circumstances)).collect();
        found.sort_by_cached_key(|found| {
            let number = daily::number(found.opening);
            Reverse((rank(found.score.total, (card.number, number), &circumstances), Reverse(found.opening)))
        });
        found
    }

    /// The opening in that place, to a volunteer whom it may suit.
    #[inline(always)]
    pub(super) fn offer(
        &self,
        best: &mut Best<'_, Opening>,
        (card, volunteer): (&VolunteerCard, &Volunteer),
        at: usize,
        adjustment: i32,
    ) {
        let row = &self.openings.cards()[at];
        best.offer((card, row), adjustment, at, || {
            let opening = &self.openings.all()[at];
            let may_be_taken = card.row.failed(&row.row).is_none() && !knows(volunteer, opening);
            may_be_taken.then_some(opening.id)
        });
    }

    /// The volunteers whom a task fits best, best first: at most `n`, none with a closed gate. `None`: there is no
    /// such task.
    pub fn best_volunteers(&self, opening: OpeningId, n: usize, day: Day) -> Option<Vec<Match>> {
        Some(self.best_volunteers_for(self.opening(opening)?, n, &self.circumstances(day)))
    }

    /// The same for a task that need not be in this market, judged as in its own.
    pub fn best_volunteers_for(
        &self,
        opening: &Opening,
        n: usize,
        circumstances: &Circumstances,
    ) -> Vec<Match> {
        let card = &OpeningCard::new(opening, circumstances.weights, circumstances.usual);
        let today = circumstances.day.number();
        if card.last_day < today {
            return Vec::new();
        }
        let adjustment = card.adjustment(today, circumstances);
        let mut best = Best::new(n, circumstances);
        for (at, asking) in self.volunteers.cards().iter().enumerate() {
            best.offer((asking, card), adjustment, at, || {
                let volunteer = &self.volunteers.all()[at];
                let may_be_taken = asking.row.failed(&card.row).is_none() && !knows(volunteer, opening);
                may_be_taken.then_some(volunteer.id)
            });
        }
        best.sorted().map(|at| matched(&self.volunteers.all()[at], opening, circumstances)).collect()
    }

    /// The tasks that one gate alone keeps from a volunteer, best first: what a change would open.
    pub fn near_misses(&self, volunteer: &Volunteer, n: usize, day: Day) -> Vec<NearMiss> {
        let circumstances = self.circumstances(day);
        let asking = VolunteerCard::new(volunteer, &circumstances);
        let mut best = Best::new(n, &circumstances);
        for (at, card) in self.openings.cards().iter().enumerate() {
            let opening = &self.openings.all()[at];
            if card.last_day >= day.number() && self.failed(&asking.row, volunteer, at).only().is_some() {
                let adjustment = card.adjustment(day.number(), &circumstances);
                best.offer((&asking, card), adjustment, at, || Some(opening.id));
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

    /// Every closed gate between a volunteer and the opening at that index.
    pub(super) fn failed(&self, row: &VolunteerRow, volunteer: &Volunteer, at: usize) -> Failed {
        let opening = &self.openings.all()[at];
        row.failed(&self.openings.cards()[at].row)
            .or(GateKind::AlreadyInContact, volunteer.in_contact.contains(&opening.id))
            .or(GateKind::Refused, volunteer.refused.contains(&opening.id))
    }
}

impl OpeningCard {
    fn adjustment(&self, today: i32, circumstances: &Circumstances) -> i32 {
        self.standing.adjustment(self.exposures, today, circumstances)
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

/// The higher comes first. Totals that fall into the same step (of [`Weights::equal_within`](crate::Weights) points)
/// are equal; then it is decided by whose turn it is today, of these two.
#[inline(always)]
pub(super) fn rank(total: i32, (volunteer, opening): (u64, u64), circumstances: &Circumstances) -> u64 {
    ranked(total, step(circumstances), daily::turn(volunteer, opening, circumstances.day.number()))
}

#[inline(always)]
fn ranked(total: i32, step: u32, turn: u32) -> u64 {
    u64::from((total - LOWEST).unsigned_abs() / step) << 32 | u64::from(turn)
}

fn step(circumstances: &Circumstances) -> u32 {
    u32::from(circumstances.weights.equal_within.max(1))
}

/// A rank, the id, and the index of the item. Of two with the same rank the lower id is better.
type Ranked<T> = (u64, Reverse<Id<T>>, usize);

/// The best few of many by [`rank`], without sorting the many.
pub(super) struct Best<'a, T> {
    most: usize,
    circumstances: &'a Circumstances<'a>,
    today: i32,
    step: u32,
    /// The worst item on top.
    heap: BinaryHeap<Reverse<Ranked<T>>>,
    /// A total below this is too low.
    least: i64,
}

impl<'a, T> Best<'a, T> {
    pub fn new(most: usize, circumstances: &'a Circumstances<'a>) -> Self {
        Self {
            most,
            circumstances,
            today: circumstances.day.number(),
            step: step(circumstances),
            heap: BinaryHeap::with_capacity(most.min(1_000) + 1),
            least: i64::from(if most == 0 { i32::MAX } else { LOWEST }),
        }
    }

    /// Adds the item at this index if the pair is among the best so far. `adjustment` is what the opening's
    /// [`Standing`](crate::score::Standing) adds to the fit. Whether it may be taken, and its id, is asked last.
    #[inline(always)]
    pub fn offer(
        &mut self,
        (volunteer, opening): (&VolunteerCard, &OpeningCard),
        adjustment: i32,
        at: usize,
        if_it_may: impl FnOnce() -> Option<Id<T>>,
    ) {
        let least = (self.least - i64::from(adjustment)) * 1_000_000;
        let weights = self.circumstances.weights;
        let Some(fit) = volunteer.row.fit_if(&opening.row, weights, opening.standing.answers, least) else {
            return;
        };
        let total = total(fit, &opening.standing, adjustment);
        if i64::from(total) < self.least {
            return;
        }
        let turn = daily::turn(volunteer.number, opening.number, self.today);
        let rank = ranked(total, self.step, turn);
        let is_full = self.heap.len() == self.most;
        let worst = self.heap.peek().filter(|_| is_full).map(|Reverse(worst)| *worst);
        if worst.is_some_and(|(worst, ..)| rank < worst) {
            return;
        }
        let Some(entry) = if_it_may().map(|id| (rank, Reverse(id), at)) else { return };
        if worst.is_some_and(|worst| entry <= worst) {
            return;
        }
        if is_full {
            self.heap.pop();
        }
        self.heap.push(Reverse(entry));
        if self.heap.len() == self.most
            && let Some(Reverse((worst, ..))) = self.heap.peek()
        {
            self.least = i64::from(LOWEST) + (worst >> 32).cast_signed() * i64::from(self.step);
        }
    }

    /// Best first.
    pub fn sorted(self) -> impl Iterator<Item = usize> {
        self.heap.into_sorted_vec().into_iter().map(|Reverse((_, _, at))| at)
    }
}
