//! What a pair is judged by, packed so that a hundred thousand rows are close together in memory.
//!
//! The gates and the score are written only once, here: the public functions pack two rows and ask them, the
//! [`Market`](crate::Market) keeps them packed.

use crate::{
    Age, Catalogue, Company, Opening, Remote, Rhythm, Time, Volunteer, Weights,
    gate::{Failed, GateKind, asks_to_get_there},
    score::{FULL, NEUTRAL, Parts, TOLERABLE, fit},
};

/// The square of a reach that means "everywhere".
const ANYWHERE: u64 = u64::MAX;
/// Points for one shared entry; each further one brings a step towards [`FURTHER`] more.
const FIRST: u16 = 6_000;
const FURTHER: u16 = FULL - FIRST;
/// Points for nothing shared but a related entry.
const NEAR: u16 = 3_000;
/// At the edge of the reach a task still has this much of the points for its distance.
const LOST_AT_THE_EDGE: u64 = 7_000;

#[derive(Debug, Clone)]
pub(crate) struct VolunteerRow {
    interests: u128,
    near_interests: u128,
    never_topics: u128,
    competences: u128,
    near_competences: u128,
    target_groups: u64,
    never_target_groups: u64,
    /// Squared metres.
    reach: u64,
    north: i32,
    east: i32,
    shrink: i32,
    /// Points lost for a metre, out of 65,536.
    slope: u32,
    slots: u32,
    languages: u32,
    telling_languages: u32,
    lacks: u32,
    /// 0: not told.
    minutes: u16,
    age: u8,
    flags: u8,
    rhythm: Rhythm,
    company: Company,
}

#[derive(Debug, Clone)]
pub(crate) struct OpeningRow {
    topics: u128,
    competences: u128,
    target_groups: u64,
    north: i32,
    east: i32,
    slots: u32,
    languages: u32,
    needs: u32,
    /// 0: not told.
    minutes: u16,
    /// Points for each further entry that is shared; see [`cover`].
    topic_step: u16,
    competence_step: u16,
    target_group_step: u16,
    slot_step: u16,
    /// 0: none.
    min_age: u8,
    flags: u8,
    kind: Kind,
    company: Company,
}

/// What the first look at a volunteer needs; see `market/screen.rs`. It may let through too much, never too little.
#[derive(Debug, Clone, Copy)]
pub(crate) struct VolunteerScreen {
    pub north: f32,
    pub east: f32,
    pub shrink: f32,
    /// Squared metres, and a little more.
    pub reach: f32,
    /// All slots, when the volunteer said nothing.
    pub slots: u32,
    pub languages: u32,
    pub lacks: u32,
    /// 0, when not told.
    pub age: u32,
    /// Flags of an opening that this volunteer does not fulfil.
    pub stopped_by: u32,
}

/// The same for an opening.
pub(crate) struct OpeningScreen {
    /// Metres.
    pub north: f32,
    pub east: f32,
    /// All slots, when the time does not matter.
    pub slots: u32,
    pub languages: u32,
    pub needs: u32,
    pub min_age: u32,
    pub flags: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    OneOff,
    Weekly,
    Flexible,
}

// of a volunteer
const PAUSED: u8 = 1;
const LICENCE: u8 = 2;
const HAS_PLACE: u8 = 4; // the same bit as SOMEWHERE
const WANTS_OUT: u8 = 8;
const LIKES_HOME: u8 = 16;
const AGE_TOLD: u8 = 32;
// of an opening
const FULL_UP: u8 = 1;
const NEEDS_LICENCE: u8 = 2;
const SOMEWHERE: u8 = 4;
const FROM_HOME: u8 = 8;

const fn flag(bit: u8, is_set: bool) -> u8 {
    if is_set { bit } else { 0 }
}

impl VolunteerRow {
    pub fn new(volunteer: &Volunteer, catalogue: &Catalogue) -> Self {
        Self {
            near_interests: catalogue.topics_near(volunteer.interests).0,
            near_competences: catalogue.competences_near(volunteer.competences).0,
            telling_languages: volunteer.languages.without(catalogue.everyday_languages).0,
            ..Self::gates_only(volunteer)
        }
    }

    /// Enough for the gates, which do not look at related entries.
    pub fn gates_only(volunteer: &Volunteer) -> Self {
        let usual = volunteer.reach_km.unwrap_or(volunteer.transport.usual_reach_km());
        let metres = u64::from(usual).max(1) * 1000;
        let place = volunteer.place;
        Self {
            interests: volunteer.interests.0,
            near_interests: 0,
            never_topics: volunteer.never_topics.0,
            competences: volunteer.competences.0,
            near_competences: 0,
            target_groups: volunteer.target_groups.0,
            never_target_groups: volunteer.never_target_groups.0,
            reach: match (volunteer.reach_km, place) {
                (Some(km), Some(_)) => (u64::from(km) * 1000).pow(2),
                _ => ANYWHERE,
            },
            north: place.map_or(0, |place| place.north),
            east: place.map_or(0, |place| place.east),
            shrink: place.map_or(0, |place| place.shrink),
            slope: u32::try_from((LOST_AT_THE_EDGE << 16) / metres).unwrap_or(u32::MAX),
            slots: volunteer.availability.0,
            languages: volunteer.languages.0,
            telling_languages: 0,
            lacks: !volunteer.fulfilled.0,
            minutes: volunteer.minutes_a_week.unwrap_or(0),
            age: match volunteer.age {
                Age::Unknown => 0,
                Age::Years(years) => years,
            },
            flags: flag(AGE_TOLD, volunteer.age != Age::Unknown)
                | flag(PAUSED, volunteer.is_paused)
                | flag(LICENCE, volunteer.has_licence)
                | flag(HAS_PLACE, place.is_some())
                | flag(WANTS_OUT, volunteer.from_home == Some(false))
                | flag(LIKES_HOME, volunteer.from_home == Some(true)),
            rhythm: volunteer.rhythm,
            company: volunteer.company,
        }
    }

    /// Every gate but the two that know a single pair: *already in contact* and *refused*.
    #[inline(always)]
    pub fn failed(&self, opening: &OpeningRow) -> Failed {
        let is_told = self.flags & AGE_TOLD != 0;
        let both_somewhere = self.flags & HAS_PLACE & opening.flags & SOMEWHERE != 0;
        Failed::default()
            .or(GateKind::Paused, self.flags & PAUSED != 0)
            .or(GateKind::TooYoung, is_told & (self.age < opening.min_age))
            .or(GateKind::AgeUnknown, !is_told & (opening.min_age > 0))
            .or(GateKind::NoLicence, (opening.flags & NEEDS_LICENCE != 0) & (self.flags & LICENCE == 0))
            .or(GateKind::Lacks, opening.needs & self.lacks != 0)
            .or(
                GateKind::Never,
                (self.never_topics & opening.topics != 0)
                    | (self.never_target_groups & opening.target_groups != 0),
            )
            .or(GateKind::Full, opening.flags & FULL_UP != 0)
            .or(GateKind::NotFromHome, (opening.flags & FROM_HOME != 0) & (self.flags & WANTS_OUT != 0))
            .or(GateKind::NoCommonLanguage, told_apart(self.languages, opening.languages))
            .or(GateKind::NotAtThoseTimes, told_apart(self.slots, opening.slots))
            .or(GateKind::TooFar, both_somewhere & (self.squared_to(opening) > self.reach))
    }

    /// The row for the first look. `None`: the volunteer is paused, and nothing is looked at.
    #[allow(clippy::cast_precision_loss, reason = "the reach has room for it")]
    pub fn screen(&self) -> Option<VolunteerScreen> {
        let all_if_none = |set: u32| if set == 0 { u32::MAX } else { set };
        let stopped_by = FULL_UP
            | flag(NEEDS_LICENCE, self.flags & LICENCE == 0)
            | flag(FROM_HOME, self.flags & WANTS_OUT != 0);
        (self.flags & PAUSED == 0).then(|| VolunteerScreen {
            north: self.north as f32,
            east: self.east as f32,
            shrink: self.shrink as f32 / 32_768.0,
            reach: if self.reach == ANYWHERE { f32::INFINITY } else { self.reach as f32 * 1.01 + 1_000.0 },
            slots: all_if_none(self.slots),
            languages: all_if_none(self.languages),
            lacks: self.lacks,
            age: if self.flags & AGE_TOLD == 0 { 0 } else { u32::from(self.age) },
            stopped_by: u32::from(stopped_by),
        })
    }

    #[inline(always)]
    fn squared_to(&self, opening: &OpeningRow) -> u64 {
        let north = i64::from(opening.north - self.north);
        let east = ((i64::from(opening.east - self.east)) * i64::from(self.shrink)) >> 15;
        (north * north + east * east).unsigned_abs()
    }

    /// The parts of the fit, each 0 to 10,000.
    pub fn parts(&self, opening: &OpeningRow) -> Parts {
        Parts {
            interests: self.interests(opening),
            target_groups: self.target_groups(opening),
            competences: self.competences(opening),
            rhythm: self.rhythm(opening),
            time: self.time(opening),
            distance: self.distance(opening),
            language: self.language(opening),
            company: self.company(opening),
        }
    }

    /// The fit, unless fit × `answers` cannot reach `least` (hundredths of points × points).
    #[inline(always)]
    pub fn fit_if(&self, opening: &OpeningRow, weights: &Weights, answers: u16, least: i64) -> Option<u16> {
        let is_too_low = |hundredths: u32| i64::from(hundredths) * i64::from(answers) < least;
        if is_too_low(self.at_most(opening, weights)) {
            return None;
        }
        // part by part, those not looked at yet taken for full
        let (mut known, mut open) = (0, weights.sum());
        let mut leaves_no_chance = |points: u16, weight: u16| {
            known += u32::from(points) * u32::from(weight);
            open -= weight;
            is_too_low(known + u32::from(FULL) * u32::from(open))
        };
        let is_passed_over = leaves_no_chance(self.interests(opening), weights.interests)
            || leaves_no_chance(self.competences(opening), weights.competences)
            || leaves_no_chance(self.target_groups(opening), weights.target_groups)
            || leaves_no_chance(self.time(opening), weights.time)
            || leaves_no_chance(self.rhythm(opening), weights.rhythm)
            || leaves_no_chance(self.company(opening), weights.company)
            || leaves_no_chance(self.language(opening), weights.language)
            || leaves_no_chance(self.distance(opening), weights.distance);
        (!is_passed_over).then(|| fit(known))
    }

    /// More than this the fit cannot be, in hundredths of points, by what the task is about: seen at a glance, without
    /// counting. Three in four are passed over by it.
    #[inline(always)]
    fn at_most(&self, opening: &OpeningRow, weights: &Weights) -> u32 {
        let (wanted, has) = (u128::from(opening.target_groups), u128::from(self.target_groups));
        let about = weights.interests + weights.competences + weights.target_groups;
        cover_at_most(opening.topics, self.interests, self.near_interests) * u32::from(weights.interests)
            + cover_at_most(opening.competences, self.competences, self.near_competences)
                * u32::from(weights.competences)
            + cover_at_most(wanted, has, 0) * u32::from(weights.target_groups)
            + u32::from(FULL) * u32::from(weights.sum() - about)
    }

    #[inline(always)]
    fn interests(&self, opening: &OpeningRow) -> u16 {
        cover(opening.topics, self.interests, self.near_interests, opening.topic_step)
    }

    #[inline(always)]
    fn target_groups(&self, opening: &OpeningRow) -> u16 {
        let (wanted, has) = (u128::from(opening.target_groups), u128::from(self.target_groups));
        cover(wanted, has, 0, opening.target_group_step)
    }

    #[inline(always)]
    fn competences(&self, opening: &OpeningRow) -> u16 {
        cover(opening.competences, self.competences, self.near_competences, opening.competence_step)
    }

    fn language(&self, opening: &OpeningRow) -> u16 {
        if self.telling_languages & opening.languages == 0 { NEUTRAL } else { FULL }
    }

    fn company(&self, opening: &OpeningRow) -> u16 {
        match (self.company, opening.company) {
            (Company::Either, _) => NEUTRAL,
            (_, Company::Either) => TOLERABLE,
            (wanted, offered) if wanted == offered => FULL,
            _ => 0,
        }
    }

    fn rhythm(&self, opening: &OpeningRow) -> u16 {
        match (self.rhythm, opening.kind) {
            (Rhythm::Either, _) => NEUTRAL,
            (_, Kind::Flexible) => TOLERABLE,
            (Rhythm::Once, Kind::OneOff) | (Rhythm::Regular, Kind::Weekly) => FULL,
            _ => 0,
        }
    }

    fn time(&self, opening: &OpeningRow) -> u16 {
        let common = self.slots & opening.slots;
        let points = match () {
            () if opening.slots == 0 => TOLERABLE,
            () if self.slots == 0 => NEUTRAL,
            () if common == 0 => 0,
            () => FULL / 2 + opening.slot_step * small(common.count_ones()),
        };
        if self.minutes == 0 || opening.minutes <= self.minutes {
            return points;
        }
        let share = u32::from(points) * u32::from(self.minutes) / u32::from(opening.minutes);
        u16::try_from(share).unwrap_or(points)
    }

    fn distance(&self, opening: &OpeningRow) -> u16 {
        if opening.flags & FROM_HOME != 0 {
            return if self.flags & LIKES_HOME != 0 { TOLERABLE } else { NEUTRAL };
        }
        if self.flags & HAS_PLACE & opening.flags & SOMEWHERE == 0 {
            return NEUTRAL;
        }
        // the root is correctly rounded on every machine (IEEE 754)
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "the square is below 2^53, the root below 2^32"
        )]
        let metres = (self.squared_to(opening) as f64).sqrt() as u64;
        let lost = (metres * u64::from(self.slope)) >> 16;
        FULL - u16::try_from(lost).unwrap_or(FULL).min(FULL)
    }
}

impl OpeningRow {
    pub fn new(opening: &Opening) -> Self {
        let step = |points: u16, entries: u32| points / small(entries.max(1));
        Self {
            topics: opening.topics.0,
            competences: opening.competences.0,
            target_groups: opening.target_groups.0,
            north: opening.place.map_or(0, |place| place.north),
            east: opening.place.map_or(0, |place| place.east),
            slots: opening.time.slots().0,
            languages: opening.languages.0,
            needs: opening.needs_already.0,
            minutes: opening.time.minutes_a_week().unwrap_or(0),
            topic_step: step(FURTHER, opening.topics.len()),
            competence_step: step(FURTHER, opening.competences.len()),
            target_group_step: step(FURTHER, opening.target_groups.len()),
            slot_step: step(FULL / 2, opening.time.slots().len()),
            min_age: opening.min_age.unwrap_or(0),
            flags: flag(FULL_UP, opening.places.is_some_and(|places| opening.taken >= places))
                | flag(NEEDS_LICENCE, opening.needs_licence)
                | flag(SOMEWHERE, opening.place.is_some() && asks_to_get_there(opening))
                | flag(FROM_HOME, opening.remote == Remote::Remote),
            kind: match opening.time {
                Time::OneOff { .. } => Kind::OneOff,
                Time::Weekly { .. } => Kind::Weekly,
                Time::Flexible { .. } => Kind::Flexible,
            },
            company: opening.company,
        }
    }
}

impl OpeningScreen {
    /// The flag of a task that one must get to.
    pub const SOMEWHERE: u32 = SOMEWHERE as u32;
}

impl OpeningRow {
    #[allow(clippy::cast_precision_loss, reason = "the reach has room for it")]
    pub fn screen(&self) -> OpeningScreen {
        let all_if_none = |set: u32| if set == 0 { u32::MAX } else { set };
        OpeningScreen {
            north: self.north as f32,
            east: self.east as f32,
            slots: all_if_none(self.slots),
            languages: all_if_none(self.languages),
            needs: self.needs,
            min_age: u32::from(self.min_age),
            flags: u32::from(self.flags),
        }
    }
}

/// How well what somebody has covers what is wanted: more with every entry in common. What is not told on either
/// side is neutral.
#[inline(always)]
fn cover(wanted: u128, has: u128, near: u128, step: u16) -> u16 {
    if wanted == 0 || has == 0 {
        return NEUTRAL;
    }
    let shared = wanted & has;
    if shared != 0 {
        FIRST + step * small(shared.count_ones())
    } else if wanted & near != 0 {
        NEAR
    } else {
        0
    }
}

/// An upper bound of [`cover`], without counting and without a branch that could be guessed wrongly.
#[inline(always)]
fn cover_at_most(wanted: u128, has: u128, near: u128) -> u32 {
    let is_untold = (wanted == 0) | (has == 0);
    let points = if wanted & near == 0 { 0 } else { NEAR };
    let points = if wanted & has == 0 { points } else { FULL };
    u32::from(if is_untold { NEUTRAL } else { points })
}

/// Both have said something, and nothing is common.
#[inline(always)]
const fn told_apart(one: u32, other: u32) -> bool {
    (one != 0) & (other != 0) & (one & other == 0)
}

/// A count of bits: at most 128.
#[inline(always)]
#[allow(clippy::cast_possible_truncation, reason = "at most 128")]
const fn small(count: u32) -> u16 {
    count as u16
}
