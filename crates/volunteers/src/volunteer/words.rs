//! What a CV says, in a reader's words: the same on Min side, on a card and in the copy one takes with one.

use samskab_kernel::Locale;
use samskab_taskbank::{catalogue, task::Company};

use super::{Age, Availability, Field, PartOfDay, Rhythm, Transport, look};
use crate::T;

impl Field {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Interests => t.volunteer_field_interests(),
            Self::Competences => t.volunteer_field_competences(),
            Self::Times => t.volunteer_field_times(),
            Self::Area => t.volunteer_field_area(),
            Self::Languages => t.volunteer_field_languages(),
            Self::Company => t.volunteer_field_company(),
            Self::Experience => t.volunteer_field_experience(),
            Self::About => t.volunteer_field_about(),
        }
    }
}

impl PartOfDay {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Morning => t.volunteer_part_morning(),
            Self::Afternoon => t.volunteer_part_afternoon(),
            Self::Evening => t.volunteer_part_evening(),
            Self::Night => t.volunteer_part_night(),
        }
    }

    /// The hours of a part of the day, by the clock.
    pub fn hours(self, t: T) -> &'static str {
        match self {
            Self::Morning => t.volunteer_part_morning_hours(),
            Self::Afternoon => t.volunteer_part_afternoon_hours(),
            Self::Evening => t.volunteer_part_evening_hours(),
            Self::Night => t.volunteer_part_night_hours(),
        }
    }
}

impl Rhythm {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Once => t.volunteer_rhythm_once(),
            Self::Regular => t.volunteer_rhythm_regular(),
            Self::Either => t.volunteer_rhythm_either(),
        }
    }
}

impl Transport {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Walk => t.volunteer_transport_walk(),
            Self::Bicycle => t.volunteer_transport_bicycle(),
            Self::Public => t.volunteer_transport_public(),
            Self::Car => t.volunteer_transport_car(),
        }
    }
}

impl look::Kind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Counted => t.volunteer_look_counted(),
            Self::Listed => t.volunteer_look_listed(),
            Self::Opened => t.volunteer_look_opened(),
            Self::Contact => t.volunteer_look_contact(),
        }
    }
}

/// With whom somebody would like to help, in words for a CV; a task has words of its own.
pub fn company(company: Company, t: T) -> &'static str {
    match company {
        Company::Alone => t.volunteer_company_alone(),
        Company::Group => t.volunteer_company_group(),
        Company::Either => t.volunteer_company_either(),
    }
}

pub fn age(age: Age, locale: Locale) -> String {
    match age {
        Age::NotSaid => String::new(),
        Age::Adult => T(locale).volunteer_known_age_adult().to_owned(),
        Age::Born(day) => locale.day(day),
    }
}

/// One line for each weekday: "Mandag: formiddag, aften".
pub fn times(availability: Availability, locale: Locale) -> Vec<String> {
    let t = T(locale);
    if availability == Availability::always() {
        return vec![t.volunteer_card_times_any().to_owned()];
    }
    let line = |(weekday, parts): (_, Vec<PartOfDay>)| {
        let parts: Vec<String> = parts.iter().map(|part| part.label(t).to_lowercase()).collect();
        format!("{}: {}", capitalised(locale.weekday(weekday)), parts.join(", "))
    };
    availability.days().into_iter().map(line).collect()
}

/// Minutes as hours with at most one decimal: "1,5".
pub fn hours_number(minutes: i64, locale: Locale) -> String {
    match (minutes / 60, minutes % 60 / 6) {
        (whole, 0) => locale.number(whole),
        (whole, tenths) => format!("{}{}{tenths}", locale.number(whole), locale.choose(",", ".")),
    }
}

/// "1 time", "1,5 timer"
pub fn hours(minutes: i64, locale: Locale) -> String {
    let t = T(locale);
    if minutes == 60 {
        t.volunteer_hour().to_owned()
    } else {
        t.volunteer_hours(hours_number(minutes, locale))
    }
}

pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

pub fn topics(keys: &[String], locale: Locale) -> Vec<String> {
    keys.iter().filter_map(|key| Some(catalogue::topic(key)?.name(locale).to_owned())).collect()
}

pub fn target_groups(keys: &[String], locale: Locale) -> Vec<String> {
    keys.iter().filter_map(|key| Some(catalogue::target_group(key)?.name(locale).to_owned())).collect()
}

pub fn competences(keys: &[String], locale: Locale) -> Vec<String> {
    keys.iter().filter_map(|key| Some(catalogue::competence(key)?.name(locale).to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use samskab_kernel::jiff::civil::Weekday;

    use super::*;

    #[test]
    fn times_are_said_day_by_day_and_all_of_them_in_one_word() {
        let week = Availability::default()
            .and(Weekday::Tuesday, PartOfDay::Evening)
            .and(Weekday::Monday, PartOfDay::Morning)
            .and(Weekday::Monday, PartOfDay::Evening);
        assert_eq!(times(week, Locale::Da), ["Mandag: formiddag, aften", "Tirsdag: aften"]);
        assert_eq!(times(Availability::always(), Locale::Da), ["Når som helst"]);
        assert!(times(Availability::default(), Locale::En).is_empty());
    }

    #[test]
    fn hours_are_said_as_people_say_them() {
        assert_eq!(hours(60, Locale::Da), "1 time");
        assert_eq!(hours(180, Locale::En), "3 hours");
        assert_eq!(hours(90, Locale::Da), "1,5 timer");
        assert_eq!(hours(90, Locale::En), "1.5 hours");
    }
}
