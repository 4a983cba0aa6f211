//! How volunteers choose from a list: in two ways that have little in common, so that nothing is won by guessing well
//! how the one we made up works.

use samskab_matching::*;

use crate::dice::Dice;

/// What a person goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mind {
    /// What fits by our own parts, and about as much that no field tells. Reads down the list, less and less likely to
    /// look at a line, and takes the best of what was looked at if it beats nothing.
    OurParts,
    /// Leanings that show in the topics only in part, how near it is by their own measure, how little of the week it
    /// takes, how well it is told. Reads down from the top, may stop after each line, and takes the first that is good
    /// enough.
    TheirOwn,
}

/// How much the looks of a task (what no field tells) count beside the fit, in points.
const TASTE: f64 = 900.0;
/// Noise of a choice, in points.
const NOISE: f64 = 600.0;
/// Not choosing is as good as a task of this fit.
const NOTHING: f64 = 8_000.0;
/// The scale of a logit choice in which the taste is noise too: as wide as both together.
const NOISE_AND_TASTE: f64 = 923.0;

/// Kinds of leaning that nobody asks for.
const LEANINGS: usize = 6;
/// Who reads on after a line.
const READS_ON: f64 = 0.9;
/// How good is good enough: around this, in log-odds, and by how much persons differ.
const ENOUGH: f64 = 1.7;
const ENOUGH_DIFFERS: f64 = 0.6;

/// How somebody likes a task.
#[derive(Debug, Clone, Copy)]
pub struct Liking {
    /// As far as what both have told goes.
    pub told: f64,
    /// Altogether, but for the mood of the moment.
    pub felt: f64,
    mood: f64,
    /// How far down it would still be looked at, 0 to 1 (by [`Mind::OurParts`]).
    looks: f64,
}

/// Somebody in front of a list.
#[derive(Debug, Clone, Copy)]
pub struct Visitor {
    /// What a task has to beat today.
    nothing: f64,
    /// What it has to beat on most days.
    pub usually: f64,
    /// How many lines are read (by [`Mind::TheirOwn`]).
    lines: usize,
}

/// All of an invented municipality.
pub struct Minds {
    pub mind: Mind,
    seed: u64,
    topics: Vec<[f64; LEANINGS]>,
}

impl Minds {
    pub fn new(mind: Mind, seed: u64) -> Self {
        let mut dice = Dice::new(seed ^ 0x5EED_0F7A_57E5);
        let topics = (0..Topics::CAPACITY).map(|_| std::array::from_fn(|_| dice.normal())).collect();
        Self { mind, seed, topics }
    }

    /// The visitor at the moment of looking; `own` draws this person's random numbers.
    pub fn visitor(&self, volunteer: u64, own: &mut Dice) -> Visitor {
        match self.mind {
            Mind::OurParts => {
                Visitor { nothing: NOTHING + NOISE * own.gumbel(), usually: NOTHING, lines: usize::MAX }
            }
            Mind::TheirOwn => {
                let nothing = ENOUGH + ENOUGH_DIFFERS * self.of_volunteer(volunteer).normal();
                let lines = 1 + ((1.0 - own.share()).ln() / READS_ON.ln()) as usize;
                Visitor { nothing, usually: nothing, lines }
            }
        }
    }

    /// `fit` is ours.
    pub fn liking(&self, volunteer: &Volunteer, number: u64, opening: &Opening, fit: u16) -> Liking {
        let task = opening.id.uuid().as_u64_pair().1;
        let mut pair = Dice::new(self.seed ^ number.rotate_left(17) ^ task.rotate_left(41));
        let looks = pair.share();
        match self.mind {
            Mind::OurParts => {
                let told = f64::from(fit);
                Liking { told, felt: told + TASTE * pair.normal(), mood: NOISE * pair.gumbel(), looks }
            }
            Mind::TheirOwn => {
                let (told, felt) = self.leaning(volunteer, number, opening, task);
                Liking { told, felt, mood: (looks / (1.0 - looks).max(1e-12)).max(1e-12).ln(), looks }
            }
        }
    }

    fn of_volunteer(&self, number: u64) -> Dice {
        Dice::new(self.seed.rotate_left(7) ^ number.wrapping_mul(0x9E37_79B9) ^ 0xB0)
    }

    /// In log-odds of wanting it: as far as it is told, and altogether.
    fn leaning(&self, volunteer: &Volunteer, number: u64, opening: &Opening, task: u64) -> (f64, f64) {
        let mut own = self.of_volunteer(number);
        own.normal();
        let mut its = Dice::new(self.seed.rotate_left(11) ^ task.wrapping_mul(0x85EB_CA6B) ^ 0xC0);
        let (likes, is_about) = (self.mean(volunteer.interests), self.mean(opening.topics));
        let hidden =
            |shown: [f64; LEANINGS], dice: &mut Dice| shown.map(|one| 0.6 * one + 0.8 * dice.normal());
        let felt = 0.9 * product(hidden(likes, &mut own), hidden(is_about, &mut its));
        let told = 0.9 * 0.36 * product(likes, is_about);
        let km = match volunteer.place.zip(opening.place) {
            _ if opening.remote == Remote::Remote => 0.0,
            Some((from, to)) => f64::from(from.metres_to(to)) / 1_000.0,
            None => 5.0,
        };
        let a_km = own.between(0.05, 0.35);
        let charm = its.normal();
        let hours = f64::from(opening.time.minutes_a_week().unwrap_or(90)) / 60.0;
        let common = 0.4
            * f64::from(u8::from(!volunteer.target_groups.common(opening.target_groups).is_empty()))
            + 0.4 * f64::from(u8::from(!volunteer.competences.common(opening.competences).is_empty()));
        (told - 0.15 * km - 0.3 * hours + common, felt - a_km * km - 0.3 * hours + common + 0.7 * charm)
    }

    fn mean(&self, topics: Topics) -> [f64; LEANINGS] {
        let mut sum = [0.0; LEANINGS];
        for topic in topics.iter() {
            sum.iter_mut().zip(self.topics[topic]).for_each(|(sum, one)| *sum += one);
        }
        // as far from the middle as one topic is
        let root = f64::from(topics.len().max(1)).sqrt();
        sum.map(|one| one / root)
    }

    /// Which of the list, if any.
    pub fn choose(&self, visitor: &Visitor, list: &[Liking]) -> Option<usize> {
        match self.mind {
            Mind::OurParts => {
                let mut best = (visitor.nothing, None);
                for (at, liking) in list.iter().enumerate() {
                    let utility = liking.felt + liking.mood;
                    if liking.looks < looked_at(at) && utility > best.0 {
                        best = (utility, Some(at));
                    }
                }
                best.1
            }
            Mind::TheirOwn => list.iter().take(visitor.lines).position(|liking| is_wanted(visitor, liking)),
        }
    }

    /// Whether it would be taken if it were all there is.
    pub fn would_take(&self, visitor: &Visitor, liking: &Liking) -> bool {
        is_wanted(visitor, liking)
    }

    /// The order that promises most, by somebody who knows this mind, when a choice of each is worth its `worth` (0 to
    /// 1): of at most `n`. With `knows_taste` also what no field tells, never the mood of the moment.
    pub fn best_order(
        &self,
        visitor: &Visitor,
        likings: &[Liking],
        worth: &[f64],
        knows_taste: bool,
        n: usize,
    ) -> Vec<usize> {
        let known = |liking: &Liking| if knows_taste { liking.felt } else { liking.told };
        match self.mind {
            Mind::OurParts => {
                let scale = if knows_taste { NOISE } else { NOISE_AND_TASTE };
                let odds: Vec<f64> =
                    likings.iter().map(|liking| ((known(liking) - visitor.usually) / scale).exp()).collect();
                most_worth_by_logit(&odds, worth, n)
            }
            Mind::TheirOwn => {
                // what is not known makes odds more even
                let (usually, scale) = if knows_taste { (visitor.usually, 1.0) } else { (ENOUGH, 1.6) };
                let index: Vec<f64> = likings
                    .iter()
                    .zip(worth)
                    .map(|(liking, worth)| {
                        let taken = 1.0 / (1.0 + ((usually - known(liking)) / scale).exp());
                        worth * taken / (1.0 - READS_ON * (1.0 - taken))
                    })
                    .collect();
                highest(&index, n)
            }
        }
    }
}

/// How likely a line is looked at.
fn looked_at(place: usize) -> f64 {
    1.0 / (1.0 + 0.25 * place as f64)
}

fn is_wanted(visitor: &Visitor, liking: &Liking) -> bool {
    liking.felt + liking.mood > visitor.nothing
}

fn product(one: [f64; LEANINGS], other: [f64; LEANINGS]) -> f64 {
    one.iter().zip(other).map(|(one, other)| one * other).sum::<f64>() / (LEANINGS as f64).sqrt()
}

/// Places in the list weigh the odds. Then the best list for an expected worth of R has the highest odds × (worth − R)
/// first, and R is the worth of the list it makes: found in a few steps (Dinkelbach).
fn most_worth_by_logit(odds: &[f64], worth: &[f64], n: usize) -> Vec<usize> {
    let (mut expected, mut best) = (0.0, Vec::new());
    for _ in 0..6 {
        let index: Vec<f64> = odds.iter().zip(worth).map(|(odds, worth)| odds * (worth - expected)).collect();
        best = highest(&index, n);
        best.retain(|at| index[*at] > 0.0);
        let (mut sum, mut all) = (0.0, 1.0);
        for (place, at) in best.iter().enumerate() {
            let weight = looked_at(place) * odds[*at];
            sum += weight * worth[*at];
            all += weight;
        }
        if (sum / all - expected).abs() < 1e-4 {
            break;
        }
        expected = sum / all;
    }
    best
}

fn highest(index: &[f64], n: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..index.len()).collect();
    order.sort_unstable_by(|one, other| index[*other].total_cmp(&index[*one]).then(one.cmp(other)));
    order.truncate(n);
    order
}
