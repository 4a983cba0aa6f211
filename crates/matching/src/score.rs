//! How well two fit, in whole numbers, with everything it was made of.

use samskab_kernel::Day;
use serde::{Deserialize, Serialize};

use crate::{
    Catalogue, Opening, Responsiveness, Volunteer, Weights,
    row::{OpeningRow, VolunteerRow},
};

/// The most a part can have.
pub const FULL: u16 = 10_000;
/// Points for what was not said, or not asked for: neither good nor bad. "From home" has this for its distance: about
/// half of what is within reach is nearer, so it does not always win.
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
    /// Won because few have seen it, or lost because many have: −10,000 to 10,000. This is the part that counts for
    /// the order within a list; for deciding which tasks come into the list, more may count
    /// ([`Weights::attention_in_order`]).
    pub attention: i16,
    /// Won because it has waited for somebody, 0 to 10,000.
    pub waiting: u16,
    /// What a list is sorted by, −20,000 to 30,000.
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
    let attention = attention_in_order(opening.exposures, circumstances);
    let today = circumstances.day.number();
    let (met, waiting) = (standing.met(today, weights), standing.waiting(today, weights));
    Score {
        weights: weights.version,
        parts,
        fit,
        answers: standing.answers,
        met,
        attention,
        waiting,
        total: total(fit, &standing, i32::from(attention) + i32::from(waiting) - i32::from(met)),
    }
}

/// The fit as the organiser answers, and what is added to it.
#[inline(always)]
pub(crate) fn total(fit: u16, standing: &Standing, adjustment: i32) -> i32 {
    i32::from(fit) * i32::from(standing.answers) / i32::from(FULL) + adjustment
}

/// What counts for a task, whoever looks at it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing {
    pub answers: u16,
    /// Points lost on every day.
    met: u16,
    /// The number of the last week in which it met somebody.
    met_in_week: Option<i32>,
    /// The number of the day since when it waits for somebody.
    pub waits_since: Option<i32>,
}

impl Standing {
    pub fn new(opening: &Opening, weights: &Weights, usual: Responsiveness) -> Self {
        Self {
            answers: answers(opening.responsiveness, usual, weights),
            met: met(opening.connections, opening.places, weights),
            met_in_week: opening.met_last.map(|day| week(day.number())),
            waits_since: if weights.waits_anew {
                Some(opening.met_last.unwrap_or(opening.open_since).max(opening.open_since).number())
            } else {
                (opening.connections == 0).then(|| opening.open_since.number())
            },
        }
    }

    /// What is added to the fit (or taken, when below zero) for a task that was shown `exposures` times, when it is
    /// decided what comes into a list. `today` is the number of the day.
    pub fn adjustment(&self, exposures: u32, today: i32, circumstances: &Circumstances) -> i32 {
        let weights = circumstances.weights;
        i32::from(attention(exposures, circumstances.usual_exposures, weights))
            + self.adjustment_whoever_saw_it(today, weights)
    }

    /// The same without the effect of how often it was shown.
    pub fn adjustment_whoever_saw_it(&self, today: i32, weights: &Weights) -> i32 {
        i32::from(self.waiting(today, weights)) - i32::from(self.met(today, weights))
    }

    fn met(&self, today: i32, weights: &Weights) -> u16 {
        let is_this_week = self.met_in_week == Some(week(today));
        if is_this_week { self.met.saturating_add(weights.met_this_week).min(FULL) } else { self.met }
    }

    fn waiting(&self, today: i32, weights: &Weights) -> u16 {
        let days = self.waits_since.map_or(0, |since| i64::from(today) - i64::from(since));
        let days = (days - WEEK).clamp(0, 3 * WEEK);
        bounded(i64::from(weights.waiting) * days / (3 * WEEK))
    }
}

const WEEK: i64 = 7;

/// The week of the day with this number; a week begins on a Monday (day 0 was a Thursday).
const fn week(day: i32) -> i32 {
    day.saturating_add(3).div_euclid(7)
}

/// Lost for the volunteers a task has met, relative to its places.
fn met(connections: u16, places: Option<u16>, weights: &Weights) -> u16 {
    let places = places.unwrap_or(weights.places_of_many).max(1);
    let lost = i64::from(weights.met) * i64::from(connections) / i64::from(places);
    bounded(lost.min(i64::from(weights.met_most)))
}

/// The part of the attention that counts for the order within a list.
pub(crate) fn attention_in_order(exposures: u32, circumstances: &Circumstances) -> i16 {
    let weights = circumstances.weights;
    let points = i32::from(attention(exposures, circumstances.usual_exposures, weights));
    i16::try_from(points * i32::from(weights.attention_in_order.min(100)) / 100).unwrap_or(0)
}

/// Won or lost by how often a task has been shown compared with the average (in hundredths): nothing at the average,
/// all that can be won at never, never quite all that can be lost.
pub(crate) fn attention(exposures: u32, usual: u64, weights: &Weights) -> i16 {
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
