//! What the engine found, in the words of the reader: "Passer til dig, fordi …" and what stands in the way.

use jiff::civil::Weekday;
use samskab_kernel::Locale;
use samskab_matching::{
    Company, Competences, Gate, Languages, PartOfDay, Reason, Requirements, Slots, TargetGroups, Topics,
};
use samskab_taskbank::{
    catalogue,
    task::{Language, Requirement, TaskId},
};
use samskab_volunteers::volunteer::{self, Cv, Field};

use crate::T;

/// At most this many reasons, which is as many as one reads with pleasure.
const MOST: usize = 3;

/// `a, b og c`; with commas alone where one of them has an "og" of its own: `besøgsven, samtale og selskab`.
pub fn listed(items: &[String], t: T) -> String {
    let and = format!(" {} ", t.matching_and());
    match items {
        several if several.iter().any(|item| item.contains(&and)) => several.join(", "),
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{}{and}{last}", first.join(", ")),
    }
}

pub fn topics(topics: Topics, locale: Locale) -> Vec<String> {
    let name = |at: usize| {
        catalogue::topics().get(at).map(|topic: &catalogue::Topic| topic.name(locale).to_lowercase())
    };
    topics.iter().filter_map(name).collect()
}

pub fn target_groups(groups: TargetGroups, locale: Locale) -> Vec<String> {
    let name = |at: usize| {
        catalogue::target_groups()
            .get(at)
            .map(|group: &catalogue::TargetGroup| group.name(locale).to_lowercase())
    };
    groups.iter().filter_map(name).collect()
}

/// As they follow "god til" and "good at".
pub fn competences(competences: Competences, locale: Locale) -> Vec<String> {
    let name = |at: usize| {
        catalogue::competences().get(at).map(|one: &catalogue::Competence| one.name(locale).to_lowercase())
    };
    competences.iter().filter_map(name).collect()
}

pub fn languages(languages: Languages, t: T) -> Vec<String> {
    let name = |at: usize| {
        Language::ALL.get(at).map(|one: &Language| one.label(samskab_taskbank::T(t.0)).to_lowercase())
    };
    languages.iter().filter_map(name).map(|name| in_english_with_a_capital(name, t)).collect()
}

fn in_english_with_a_capital(name: String, t: T) -> String {
    let mut signs = name.chars();
    match (t.0, signs.next()) {
        (Locale::En, Some(first)) => first.to_uppercase().chain(signs).collect(),
        _ => name,
    }
}

pub fn requirements(requirements: Requirements, locale: Locale) -> Vec<String> {
    let name = |at: usize| {
        let requirement = Requirement::ALL.get(at)?;
        Some(catalogue::requirement(requirement.code())?.name(locale).to_lowercase())
    };
    requirements.iter().filter_map(name).collect()
}

pub fn part_of_day(part: PartOfDay, t: T) -> &'static str {
    match part {
        PartOfDay::Morning => t.matching_morning(),
        PartOfDay::Afternoon => t.matching_afternoon(),
        PartOfDay::Evening => t.matching_evening(),
        PartOfDay::Night => t.matching_night(),
    }
}

/// `tirsdag formiddag og torsdag aften`; the same part on several days once: `mandag og onsdag eftermiddag`.
pub fn slots(slots: Slots, t: T) -> String {
    let all: Vec<(Weekday, PartOfDay)> = slots.iter().collect();
    let parts = PartOfDay::ALL.map(|part| {
        let days: Vec<String> =
            all.iter().filter(|(_, one)| *one == part).map(|(day, _)| t.0.weekday(*day).to_owned()).collect();
        (part, days)
    });
    let phrases: Vec<String> = parts
        .into_iter()
        .filter(|(_, days)| !days.is_empty())
        .map(|(part, days)| match days.len() {
            7 => t.matching_every_day(part_of_day(part, t)),
            _ => format!("{} {}", listed(&days, t), part_of_day(part, t)),
        })
        .collect();
    listed(&phrases, t)
}

fn kilometres(metres: u32, t: T) -> String {
    t.0.kilometres(f64::from(metres) / 1000.0)
}

/// A place is known by its postal district: what is nearer than this is simply near.
const NEAR_METRES: u32 = 1_000;

/// One reason as it follows "fordi" to the volunteer.
fn to_volunteer(reason: Reason, t: T) -> String {
    let listed = |items: Vec<String>| listed(&items, t);
    match reason {
        Reason::SharedTopics { topics: shared } => t.matching_because_topics(listed(topics(shared, t.0))),
        Reason::NearTopics { topics: near } => t.matching_because_near_topics(listed(topics(near, t.0))),
        Reason::SharedTargetGroups { target_groups: shared } => {
            t.matching_because_groups(listed(target_groups(shared, t.0)))
        }
        Reason::Competences { competences: shared } => {
            t.matching_because_competences(listed(competences(shared, t.0)))
        }
        Reason::NearCompetences { competences: near } => {
            t.matching_because_near_competences(listed(competences(near, t.0)))
        }
        Reason::Once => t.matching_because_once().to_owned(),
        Reason::Regular => t.matching_because_regular().to_owned(),
        Reason::Times { slots: common } => t.matching_because_times(slots(common, t)),
        Reason::WhenItSuits => t.matching_because_when_it_suits().to_owned(),
        Reason::Near { metres } if metres < NEAR_METRES => t.matching_because_very_near().to_owned(),
        Reason::Near { metres } => t.matching_because_near(kilometres(metres, t)),
        Reason::FromHome => t.matching_because_from_home().to_owned(),
        Reason::Language { languages: shared } => t.matching_because_language(listed(languages(shared, t))),
        Reason::Company { company: Company::Alone } => t.matching_because_alone().to_owned(),
        Reason::Company { .. } => t.matching_because_group().to_owned(),
        Reason::FewHaveSeenIt => t.matching_because_few_have_seen().to_owned(),
        Reason::NeedsYouSoon { day } => {
            // So near that its year goes without saying.
            t.matching_because_soon(t.0.weekday_and_day(day, day))
        }
        Reason::HasWaited { .. } => t.matching_because_waited().to_owned(),
    }
}

/// Whether a reason is about this volunteer and this task. Other reasons come after these, and are never given alone.
const fn is_about_the_pair(reason: Reason) -> bool {
    !matches!(reason, Reason::FewHaveSeenIt | Reason::HasWaited { .. } | Reason::NeedsYouSoon { .. })
}

/// Whether there is a reason of the two at all: that few have seen a task does not make it suit anybody, nor that it is
/// done when it suits whoever does it.
pub fn suits(reasons: &[Reason]) -> bool {
    reasons.iter().any(|reason| is_about_the_pair(*reason) && *reason != Reason::WhenItSuits)
}

/// "Passer til dig, fordi du kan lide at …": the strongest reasons. `None` when there is nothing to say of the two.
pub fn sentence(reasons: &[Reason], t: T) -> Option<String> {
    if !suits(reasons) {
        return None;
    }
    let (of_pair, of_task): (Vec<Reason>, Vec<Reason>) =
        reasons.iter().partition(|reason| is_about_the_pair(**reason));
    let mut chosen: Vec<Reason> = of_pair.into_iter().take(MOST).collect();
    chosen.extend(of_task.into_iter().take(1));
    let clauses: Vec<String> = chosen.into_iter().map(|reason| to_volunteer(reason, t)).collect();
    Some(t.matching_why(clauses_joined(&clauses, t)))
}

/// Clauses have a subject each, so there is a comma before the last "og".
fn clauses_joined(clauses: &[String], t: T) -> String {
    match clauses {
        [first @ .., last] if !first.is_empty() => {
            format!("{}, {} {last}", first.join(", "), t.matching_and())
        }
        _ => listed(clauses, t),
    }
}

/// Which field of the CV a reason tells something of; `None`: of none.
const fn told_from(reason: Reason) -> Option<Field> {
    Some(match reason {
        Reason::SharedTopics { .. } | Reason::NearTopics { .. } | Reason::SharedTargetGroups { .. } => {
            Field::Interests
        }
        Reason::Competences { .. } | Reason::NearCompetences { .. } => Field::Competences,
        Reason::Once | Reason::Regular | Reason::Times { .. } | Reason::WhenItSuits => Field::Times,
        Reason::Near { .. } | Reason::FromHome => Field::Area,
        Reason::Language { .. } => Field::Languages,
        Reason::Company { .. } => Field::Company,
        Reason::FewHaveSeenIt | Reason::NeedsYouSoon { .. } | Reason::HasWaited { .. } => return None,
    })
}

/// Why somebody suits a task, to those who look for volunteers: only what is shared (FX-21).
pub fn about_volunteer(reasons: &[Reason], cv: &Cv, t: T) -> Vec<String> {
    let shared = reasons.iter().filter(|reason| told_from(**reason).is_some_and(|field| cv.shows(field)));
    let listed = |items: Vec<String>| listed(&items, t);
    let words = shared.map(|reason| match *reason {
        Reason::SharedTopics { topics: shared } => t.matching_they_topics(listed(topics(shared, t.0))),
        Reason::NearTopics { topics: near } => t.matching_they_near_topics(listed(topics(near, t.0))),
        Reason::SharedTargetGroups { target_groups: shared } => {
            t.matching_they_groups(listed(target_groups(shared, t.0)))
        }
        Reason::Competences { competences: shared } => {
            t.matching_they_competences(listed(competences(shared, t.0)))
        }
        Reason::NearCompetences { competences: near } => {
            t.matching_they_near_competences(listed(competences(near, t.0)))
        }
        Reason::Once => t.matching_they_once().to_owned(),
        Reason::Regular => t.matching_they_regular().to_owned(),
        Reason::Times { slots: common } => t.matching_they_times(slots(common, t)),
        Reason::WhenItSuits => t.matching_they_when_it_suits().to_owned(),
        Reason::Near { metres } if metres < NEAR_METRES => t.matching_they_very_near().to_owned(),
        Reason::Near { metres } => t.matching_they_near(kilometres(metres, t)),
        Reason::FromHome => t.matching_they_from_home().to_owned(),
        Reason::Language { languages: shared } => t.matching_they_language(listed(languages(shared, t))),
        Reason::Company { company: Company::Alone } => t.matching_they_alone().to_owned(),
        Reason::Company { .. } => t.matching_they_group().to_owned(),
        Reason::FewHaveSeenIt | Reason::NeedsYouSoon { .. } | Reason::HasWaited { .. } => String::new(),
    });
    words.take(MOST + 1).collect()
}

/// What prevents a volunteer from taking a task, and the next step.
pub struct Hindrance {
    pub what: String,
    pub next: &'static str,
    pub href: String,
}

const CV: &str = "/min-side/cv";
const SUGGESTIONS: &str = "/min-side/forslag";

/// They have an agreement about `title` at that time, in words to the volunteer.
pub fn busy(title: &str, t: T) -> Hindrance {
    Hindrance {
        what: t.matching_gate_busy(title),
        next: t.matching_next_others(),
        href: SUGGESTIONS.to_owned(),
    }
}

/// A closed gate in words to the volunteer (`cv` is theirs).
pub fn hindrance(gate: Gate, task: TaskId, cv: &Cv, t: T) -> Hindrance {
    let listed = |items: Vec<String>| listed(&items, t);
    let said = |what: String, next: &'static str, href: &str| Hindrance { what, next, href: href.to_owned() };
    match gate {
        Gate::Paused => said(t.matching_gate_paused().to_owned(), t.matching_next_cv(), CV),
        Gate::AlreadyInContact => {
            said(t.matching_gate_in_contact().to_owned(), t.matching_next_interests(), "/mine-interesser")
        }
        Gate::Refused => said(t.matching_gate_refused().to_owned(), t.matching_next_others(), SUGGESTIONS),
        // Who is of age was not asked how old, so "you are 18" would be guessed.
        Gate::TooYoung { asks, .. } if cv.age == volunteer::Age::Adult => {
            said(t.matching_gate_adult(i64::from(asks)), t.matching_next_ask(), &task_href(task))
        }
        Gate::TooYoung { age, asks } => said(
            t.matching_gate_too_young(i64::from(age), i64::from(asks)),
            t.matching_next_others(),
            SUGGESTIONS,
        ),
        Gate::AgeUnknown { asks } => {
            said(t.matching_gate_age_unknown(i64::from(asks)), t.matching_next_age(), CV)
        }
        Gate::NoLicence => said(t.matching_gate_licence().to_owned(), t.matching_next_licence(), CV),
        Gate::Lacks { requirements: lacking } => said(
            t.matching_gate_lacks(listed(requirements(lacking, t.0))),
            t.matching_next_ask(),
            &task_href(task),
        ),
        Gate::Never { topics: not_topics, target_groups: not_groups } => {
            let mut named = topics(not_topics, t.0);
            named.extend(target_groups(not_groups, t.0));
            said(t.matching_gate_never(listed(named)), t.matching_next_never(), CV)
        }
        Gate::Full { .. } => said(
            t.matching_gate_full().to_owned(),
            t.matching_next_waiting_list(),
            &format!("{}/interesse", task_href(task)),
        ),
        Gate::NotFromHome => said(t.matching_gate_from_home().to_owned(), t.matching_next_cv(), CV),
        Gate::NoCommonLanguage { asks } => {
            said(t.matching_gate_language(listed(languages(asks, t))), t.matching_next_language(), CV)
        }
        Gate::NotAtThoseTimes { asks } => {
            said(t.matching_gate_times(slots(asks, t)), t.matching_next_times(), CV)
        }
        Gate::TooFar { metres, reach_km } => said(
            t.matching_gate_too_far(kilometres(metres, t), t.0.kilometres(f64::from(reach_km))),
            t.matching_next_reach(),
            CV,
        ),
    }
}

fn task_href(task: TaskId) -> String {
    format!("/opgaver/{task}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(weekdays: &[Weekday], part: PartOfDay) -> Slots {
        weekdays.iter().map(|day| (*day, part)).collect()
    }

    #[test]
    fn a_list_reads_well_when_a_name_has_an_and_of_its_own() {
        let t = T(Locale::Da);
        let of = |items: &[&str]| listed(&items.iter().map(|item| (*item).to_owned()).collect::<Vec<_>>(), t);
        assert_eq!(of(&["ældre", "børn"]), "ældre og børn");
        assert_eq!(of(&["besøgsven", "samtale og selskab"]), "besøgsven, samtale og selskab");
    }

    #[test]
    fn times_are_said_as_people_say_them() {
        let t = T(Locale::Da);
        let two = of(&[Weekday::Tuesday, Weekday::Thursday], PartOfDay::Morning);
        assert_eq!(slots(two, t), "tirsdag og torsdag formiddag");
        let both = two.union(of(&[Weekday::Saturday], PartOfDay::Evening));
        assert_eq!(slots(both, t), "tirsdag og torsdag formiddag, lørdag aften");
    }

    #[test]
    fn the_sentence_names_the_strongest_reasons_of_the_pair_first() {
        let when = of(&[Weekday::Tuesday], PartOfDay::Morning);
        let reasons = [
            Reason::FewHaveSeenIt,
            Reason::Times { slots: when },
            Reason::Near { metres: 2_300 },
            Reason::HasWaited { days: 30 },
        ];
        assert_eq!(
            sentence(&reasons, T(Locale::Da)).unwrap(),
            "Passer til dig, fordi du har tid tirsdag formiddag, det er omkring 2 km fra dig, og få har set opgaven endnu."
        );
        assert_eq!(sentence(&[], T(Locale::Da)), None);
        let of_the_task = [Reason::FewHaveSeenIt, Reason::HasWaited { days: 30 }];
        assert_eq!(sentence(&of_the_task, T(Locale::Da)), None, "nothing of the two");
    }
}
