//! How well two fit, in whole numbers, with everything it was made of.

use samskab_kernel::Day;
use serde::{Deserialize, Serialize};

use crate::{
    Catalogue, Opening, Responsiveness, Volunteer, Weights,
    row::{OpeningRow, VolunteerRow},
};

/// The most a part can have.
pub const FULL: u16 = 10_000;
/// What is not told, or not asked for, is neither good nor bad. "From home" has this for its distance: about half of
/// what is within reach is nearer, so it does not always win.
pub const NEUTRAL: u16 = 5_000;
/// Fits everybody a little: "when it suits you", "alone or with others".
pub(crate) const TOLERABLE: u16 = 6_500;

/// What the fit is made of, each 0 to 10,000 points.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parts {
    pub interests: u16,
    pub target_groups: u16,
    pub competences: u16,
    pub rhythm: u16,
    pub time: u16,
    pub distance: u16,
    pub language: u16,
    pub company: u16,
}

impl Parts {
    /// Weighted together: 0 to 10,000 points.
    pub fn fit(&self, weights: &Weights) -> u16 {
        let part = |points: u16, weight: u16| u32::from(points) * u32::from(weight);
        fit(part(self.interests, weights.interests)
            + part(self.target_groups, weights.target_groups)
            + part(self.competences, weights.competences)
            + part(self.rhythm, weights.rhythm)
            + part(self.time, weights.time)
            + part(self.distance, weights.distance)
            + part(self.language, weights.language)
            + part(self.company, weights.company))
    }
}

/// Of hundredths of points.
#[inline(always)]
pub(crate) fn fit(hundredths: u32) -> u16 {
    u16::try_from(hundredths / 100).unwrap_or(FULL).min(FULL)
}

/// What a match is worth, and why.
///
/// `total = fit × answers / 10,000 − met + attention + waiting`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// Of the [`Weights`] it was made with.
    pub weights: u16,
    pub parts: Parts,
    /// The parts together, 0 to 10,000.
    pub fit: u16,
    /// How the organiser answers, 0 to 10,000.
    pub answers: u16,
    /// Lost because the task has met volunteers already, 0 to 10,000.
    pub met: u16,
    /// Won because few have seen it, or lost because many have: −10,000 to 10,000.
    pub attention: i16,
    /// Won because it has waited for somebody, 0 to 10,000.
    pub waiting: u16,
    /// What lists are sorted by, −20,000 to 30,000.
    pub total: i32,
}

/// What is the same for all pairs on a day.
#[derive(Debug, Clone, Copy)]
pub struct Circumstances<'a> {
    pub catalogue: &'a Catalogue,
    pub weights: &'a Weights,
    /// How all organisers of the municipality together answer.
    pub usual: Responsiveness,
    /// How often an open task has been shown on average, in hundredths.
    pub usual_exposures: u64,
    pub day: Day,
}

/// The score of a pair, whether or not a gate is closed between them.
pub fn score(volunteer: &Volunteer, opening: &Opening, circumstances: &Circumstances) -> Score {
    let weights = circumstances.weights;
    let parts = VolunteerRow::new(volunteer, circumstances.catalogue).parts(&OpeningRow::new(opening));
    let fit = parts.fit(weights);
    let standing = Standing::new(opening, weights, circumstances.usual);
    let attention = attention(opening.exposures, circumstances.usual_exposures, weights);
    Score {
        weights: weights.version,
        parts,
        fit,
        answers: standing.answers,
        met: standing.met,
        attention,
        waiting: standing.waiting(circumstances.day, weights),
        total: total(fit, &standing, standing.adjustment(opening.exposures, circumstances)),
    }
}

/// What lists are sorted by.
#[inline(always)]
pub(crate) fn total(fit: u16, standing: &Standing, adjustment: i32) -> i32 {
    i32::from(fit) * i32::from(standing.answers) / i32::from(FULL) + adjustment
}

/// What counts for a task whoever looks at it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing {
    pub answers: u16,
    pub met: u16,
    /// The number of the day it opened, if it has met nobody.
    waits_since: Option<i32>,
}

impl Standing {
    pub fn new(opening: &Opening, weights: &Weights, usual: Responsiveness) -> Self {
        Self {
            answers: answers(opening.responsiveness, usual, weights),
            met: met(opening.connections, opening.places, weights),
            waits_since: (opening.connections == 0).then(|| opening.open_since.number()),
        }
    }

    /// What is added to the fit (or taken, when below zero) for a task that was shown so many times.
    pub fn adjustment(&self, exposures: u32, circumstances: &Circumstances) -> i32 {
        let weights = circumstances.weights;
        i32::from(attention(exposures, circumstances.usual_exposures, weights))
            + i32::from(self.waiting(circumstances.day, weights))
            - i32::from(self.met)
    }

    fn waiting(&self, day: Day, weights: &Weights) -> u16 {
        let days = self.waits_since.map_or(0, |since| i64::from(day.number()) - i64::from(since));
        let days = (days - WEEK).clamp(0, 3 * WEEK);
        bounded(i64::from(weights.waiting) * days / (3 * WEEK))
    }
}

const WEEK: i64 = 7;

/// Lost for the volunteers a task has met, relative to its places (the idea of SmartSort).
fn met(connections: u16, places: Option<u16>, weights: &Weights) -> u16 {
    let places = places.unwrap_or(weights.places_of_many).max(1);
    let lost = i64::from(weights.met) * i64::from(connections) / i64::from(places);
    bounded(lost.min(i64::from(weights.met_most)))
}

/// Won or lost by how often a task has been shown compared with the average (in hundredths): nothing at the average,
/// all that can be won at never, never quite all that can be lost.
fn attention(exposures: u32, usual: u64, weights: &Weights) -> i16 {
    const MOST: i64 = i64::MAX / 200_000; // times a weight there is still room
    let seen = i64::from(exposures) * 100;
    let usual = i64::try_from(usual).unwrap_or(MOST).min(MOST);
    let points = i64::from(weights.attention) * (usual - seen) / (usual + seen + 100);
    i16::try_from(points.clamp(-i64::from(FULL), i64::from(FULL))).unwrap_or(0)
}

/// The share of the fit that is left for an organiser who answers like this: a third of it for answering at all, two
/// thirds for answering soon (ten days are never), each drawn towards what is usual in the municipality.
fn answers(own: Responsiveness, usual: Responsiveness, weights: &Weights) -> u16 {
    const TEN_DAYS: u64 = 100;
    let full = u64::from(FULL);
    let prior = u64::from(weights.usual_answers);
    // where nobody has answered anybody yet: three in four, after three days
    let (usual_asked, usual_answered, usual_waited) = match usual {
        Responsiveness { asked: 0, .. } | Responsiveness { answered: 0, .. } => (4, 3, 90),
        told => (u64::from(told.asked), u64::from(told.answered.min(told.asked)), u64::from(told.waited)),
    };
    let own_answered = u64::from(own.answered.min(own.asked));
    let rate = (own_answered * full + prior * full * usual_answered / usual_asked)
        / (u64::from(own.asked) + prior).max(1);
    let waited = (u64::from(own.waited) * 100 + prior * 100 * usual_waited / usual_answered)
        / ((own_answered + prior).max(1) * 100);
    let speed = full * (TEN_DAYS - waited.min(TEN_DAYS)) / TEN_DAYS;
    let good = rate.min(full) * (3 * full + 7 * speed) / (10 * full);
    let floor = u64::from(weights.unanswered.min(FULL));
    bounded(i64::try_from(floor + (full - floor) * good / full).unwrap_or(0))
}

fn bounded(points: i64) -> u16 {
    u16::try_from(points.clamp(0, i64::from(FULL))).unwrap_or(FULL)
}
