//! Why a task fits, as data; the sentence ("Passer til dig, fordi …") is written by who shows it.

use samskab_kernel::Day;
use serde::{Deserialize, Serialize};

use crate::{
    Catalogue, Circumstances, Company, Competences, Languages, NEUTRAL, Opening, Remote, Score, Slots,
    TargetGroups, Time, Topics, Volunteer,
    score::{Standing, attention},
};

/// One reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case")]
pub enum Reason {
    /// You said that you like these topics.
    SharedTopics {
        topics: Topics,
    },
    /// These topics are related to what you like.
    NearTopics {
        topics: Topics,
    },
    SharedTargetGroups {
        target_groups: TargetGroups,
    },
    /// It would like somebody with these competences, which you have.
    Competences {
        competences: Competences,
    },
    /// You have competences related to these.
    NearCompetences {
        competences: Competences,
    },
    /// It is done once, as you want it.
    Once,
    /// It is done every week, as you want it.
    Regular,
    /// You have time at these of its times, for as long as it takes.
    Times {
        slots: Slots,
    },
    /// It is done when it suits you.
    WhenItSuits,
    /// Metres as the crow flies.
    Near {
        metres: u32,
    },
    FromHome,
    /// A language that not everybody has.
    Language {
        languages: Languages,
    },
    Company {
        company: Company,
    },
    /// Fewer have seen it than other tasks.
    FewHaveSeenIt,
    /// It is done on this day, within two weeks.
    NeedsYouSoon {
        day: Day,
    },
    /// Nobody has come for this many days.
    HasWaited {
        days: u16,
    },
}

/// The reasons, strongest first. A page shows the first three or so.
pub type Explanation = Vec<Reason>;

/// Within how many days a task needs somebody soon.
const SOON_DAYS: i32 = 14;
/// A distance is a reason from this many points: within about two fifths of the reach.
const NEAR_FROM: u16 = 7_000;

pub(crate) fn explain(
    volunteer: &Volunteer,
    opening: &Opening,
    score: &Score,
    circumstances: &Circumstances,
) -> Explanation {
    let mut found: Vec<(i32, Reason)> = Vec::with_capacity(12);
    let weights = circumstances.weights;
    // how many points of the total the part brings above what is neutral
    let above =
        |points: u16, weight: u16| i32::from(points.saturating_sub(NEUTRAL)) * i32::from(weight) / 100;
    let parts = &score.parts;
    let mut add = |strength: i32, reason: Reason| found.push((strength, reason));

    let topics = opening.topics.common(volunteer.interests);
    if !topics.is_empty() {
        add(above(parts.interests, weights.interests), Reason::SharedTopics { topics });
    } else if !volunteer.interests.is_empty() {
        let topics = opening.topics.common(circumstances.catalogue.topics_near(volunteer.interests));
        if !topics.is_empty() {
            add(1, Reason::NearTopics { topics });
        }
    }
    let target_groups = opening.target_groups.common(volunteer.target_groups);
    if !target_groups.is_empty() {
        add(above(parts.target_groups, weights.target_groups), Reason::SharedTargetGroups { target_groups });
    }
    if let Some((points, reason)) = competences(volunteer, opening, circumstances.catalogue) {
        add(points.max(above(parts.competences, weights.competences)), reason);
    }
    if parts.rhythm == crate::FULL {
        let reason = if matches!(opening.time, Time::OneOff { .. }) { Reason::Once } else { Reason::Regular };
        add(above(parts.rhythm, weights.rhythm), reason);
    }
    let slots = whole_turns(opening, volunteer);
    if !slots.is_empty() {
        add(above(parts.time, weights.time).max(1), Reason::Times { slots });
    } else if matches!(opening.time, Time::Flexible { .. }) {
        add(above(parts.time, weights.time), Reason::WhenItSuits);
    }
    if opening.remote == Remote::Remote {
        if volunteer.from_home == Some(true) {
            add(above(parts.distance, weights.distance), Reason::FromHome);
        }
    } else if let Some((from, to)) = volunteer.place.zip(opening.place)
        && parts.distance >= NEAR_FROM
    {
        add(above(parts.distance, weights.distance), Reason::Near { metres: from.metres_to(to) });
    }
    let languages =
        opening.languages.common(volunteer.languages).without(circumstances.catalogue.everyday_languages);
    if !languages.is_empty() {
        add(above(parts.language, weights.language), Reason::Language { languages });
    }
    if parts.company == crate::FULL {
        add(above(parts.company, weights.company), Reason::Company { company: opening.company });
    }
    if let Time::OneOff { day, .. } = opening.time
        && (0..=SOON_DAYS).contains(&(day.number() - circumstances.day.number()))
    {
        add(200, Reason::NeedsYouSoon { day });
    }
    if score.waiting > 0 {
        let waits_since = Standing::new(opening, weights, circumstances.usual).waits_since;
        let days = waits_since.map_or(0, |since| circumstances.day.number() - since);
        add(i32::from(score.waiting), Reason::HasWaited { days: u16::try_from(days).unwrap_or(u16::MAX) });
    }
    let attention = i32::from(attention(opening.exposures, circumstances.usual_exposures, weights));
    if attention * 2 > i32::from(weights.attention) {
        add(attention / 2, Reason::FewHaveSeenIt);
    }
    found.sort_by_key(|(strength, _)| -strength); // stable: equals stay in the order above
    found.into_iter().filter(|(strength, _)| *strength > 0).map(|(_, reason)| reason).collect()
}

/// The times of the task for all of which somebody has time. Whoever has time in the afternoon and not in the morning has
/// none for what goes on from eight to one: what is done once is one turn, and each day of a week is another.
fn whole_turns(opening: &Opening, volunteer: &Volunteer) -> Slots {
    let (asked, free) = (opening.time.slots(), volunteer.availability);
    let day_of = |weekday| asked.iter().filter(move |(day, _)| *day == weekday).collect::<Slots>();
    let is_free = |turn: Slots| turn.common(free) == turn;
    if matches!(opening.time, Time::OneOff { .. }) {
        return if is_free(asked) { asked } else { Slots::EMPTY };
    }
    asked.iter().filter(|(weekday, _)| is_free(day_of(*weekday))).collect()
}

fn competences(volunteer: &Volunteer, opening: &Opening, catalogue: &Catalogue) -> Option<(i32, Reason)> {
    let competences = opening.competences.common(volunteer.competences);
    if !competences.is_empty() {
        return Some((0, Reason::Competences { competences }));
    }
    let competences = opening.competences.common(catalogue.competences_near(volunteer.competences));
    (!competences.is_empty()).then_some((1, Reason::NearCompetences { competences }))
}
