//! A task as the engine reads it.

use samskab_kernel::Day;
use samskab_matching::{
    Catalogue, Company, Competences, Languages, Opening, Place, Remote, Requirements, Slots, TargetGroups,
    Time, Topics,
};
use samskab_organisation::place;
use samskab_taskbank::{
    catalogue,
    task::{self, Language, Requirement, Task, time::Turn},
};

use super::{opening_id, standing::Standing};

/// How our lists relate, in the numbers of their order.
pub fn catalogue() -> Catalogue {
    let danish = Language::ALL.iter().position(|one| *one == Language::Danish);
    let mut catalogue = Catalogue::new(danish.into_iter().collect());
    for (at, competence) in catalogue::competences().iter().enumerate() {
        for near in competences(&competence.related).iter() {
            catalogue.relate_competences(Competences::of(at).with(near));
        }
    }
    catalogue
}

pub fn topics(keys: &[String]) -> Topics {
    keys.iter().filter_map(|key| catalogue::topics().iter().position(|topic| topic.key == *key)).collect()
}

pub fn target_groups(keys: &[String]) -> TargetGroups {
    // "Everybody" is no wish and no reason.
    let groups = keys.iter().filter(|key| *key != "everyone");
    groups.filter_map(|key| catalogue::target_groups().iter().position(|group| group.key == *key)).collect()
}

pub fn competences(keys: &[String]) -> Competences {
    keys.iter().filter_map(|key| catalogue::competences().iter().position(|one| one.key == *key)).collect()
}

pub fn languages(languages: &[Language]) -> Languages {
    languages.iter().filter_map(|language| Language::ALL.iter().position(|one| one == language)).collect()
}

pub fn requirement(requirement: Requirement) -> Requirements {
    Requirement::ALL.iter().position(|one| *one == requirement).into_iter().collect()
}

pub fn company(company: task::Company) -> Company {
    match company {
        task::Company::Alone => Company::Alone,
        task::Company::Group => Company::Group,
        task::Company::Either => Company::Either,
    }
}

/// The parts of the week that a turn takes.
pub fn slots(weekday: jiff::civil::Weekday, turn: Turn) -> Slots {
    let minutes = |minutes: i64| u16::try_from(minutes).unwrap_or(u16::MAX);
    Slots::of_turn(weekday, minutes(turn.start_minute), minutes(turn.duration))
}

fn time(time: &task::Time) -> Time {
    let minutes = |minutes: i64| u16::try_from(minutes).ok();
    match time {
        task::Time::OneOff { day, turn } => Time::OneOff { day: *day, slots: slots(day.weekday(), *turn) },
        task::Time::Weekly { weekdays, turn, .. } => Time::Weekly {
            slots: weekdays.iter().fold(Slots::EMPTY, |all, day| all.union(slots(*day, *turn))),
            minutes_a_week: minutes(turn.duration),
        },
        task::Time::Flexible { minutes_per_week, .. } => {
            Time::Flexible { minutes_a_week: minutes_per_week.and_then(minutes) }
        }
        task::Time::Unsettled(_) => Time::Flexible { minutes_a_week: None },
    }
}

/// An open task. Nothing that can be arranged afterwards keeps anybody away: a børneattest, a course. What does are
/// the age, the licence, the times and the way there. `towns`: where a postal district is, for tasks without a point.
pub fn opening(task: &Task, towns: &[place::Place], standing: Standing, today: Day) -> Opening {
    let town = || {
        let postcode = task.postcode.as_ref()?;
        towns.iter().find(|town| town.postcode == *postcode).map(place::Place::point)
    };
    let since = task.published_at.map_or(today, |at| at.day());
    let later = task.requirements.iter().filter(|one| **one != Requirement::DrivingLicence);
    Opening {
        theme: None,
        topics: topics(&task.topics),
        target_groups: target_groups(&task.target_groups),
        competences: competences(&task.competences),
        min_age: task.min_age.and_then(|years| u8::try_from(years).ok()),
        needs_licence: task.requirements.contains(&Requirement::DrivingLicence),
        needs_later: later.fold(Requirements::EMPTY, |all, one| all.union(requirement(*one))),
        time: time(&task.time),
        place: task.place.or_else(town).and_then(|(latitude, longitude)| Place::new(latitude, longitude)),
        remote: match task.remote {
            task::Remote::OnSite => Remote::OnSite,
            task::Remote::Partly => Remote::Partly,
            task::Remote::Remote => Remote::Remote,
        },
        languages: languages(&task.languages),
        company: company(task.company),
        places: task.places.and_then(|places| u16::try_from(places).ok()),
        taken: u16::try_from(standing.met.taken).unwrap_or(u16::MAX),
        connections: u16::try_from(standing.met.met).unwrap_or(u16::MAX),
        met_last: standing.met.last,
        responsiveness: standing.responsiveness,
        exposures: standing.exposures,
        ..Opening::new(opening_id(task.id), task.poster.uuid(), since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_lists_are_no_longer_than_the_engine_can_count() {
        assert!(catalogue::topics().len() <= Topics::CAPACITY);
        assert!(catalogue::target_groups().len() <= TargetGroups::CAPACITY);
        assert!(catalogue::competences().len() <= Competences::CAPACITY);
        assert!(
            Language::ALL.len() <= Languages::CAPACITY && Requirement::ALL.len() <= Requirements::CAPACITY
        );
    }
}
