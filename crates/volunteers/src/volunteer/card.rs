//! A volunteer as those who look for one see them: a pseudonym and what is shared, nothing else (FX-21).

use std::collections::HashMap;

use samskab_kernel::{Day, Locale, TenantId};
use samskab_organisation::place;
use samskab_store::{Connection, Result};

use super::{Company, Cv, Field, Rhythm, words};
use crate::T;

/// The names of the postal districts.
pub struct Districts(HashMap<String, String>);

impl Districts {
    /// Reads all districts. Runs one query.
    pub async fn read(connection: &mut Connection, tenant: TenantId) -> Result<Self> {
        let places = place::all(connection, tenant).await?;
        Ok(Self(places.into_iter().map(|place| (place.postcode.to_string(), place.city)).collect()))
    }

    fn name(&self, postcode: &str) -> String {
        let city = self.0.get(postcode).map_or("", String::as_str);
        format!("{postcode} {city}").trim_end().to_owned()
    }

    /// Postcode and name, by postcode.
    pub fn sorted(&self) -> Vec<(String, String)> {
        let mut districts: Vec<(String, String)> =
            self.0.keys().map(|postcode| (postcode.clone(), self.name(postcode))).collect();
        districts.sort();
        districts
    }
}

/// A line of a card: icon, name and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    pub symbol: &'static str,
    pub name: &'static str,
    pub values: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// "Frivillig K7QF"
    pub title: String,
    pub href: String,
    pub facts: Vec<Fact>,
    /// Their own words; empty: none, or not shared.
    pub about: String,
}

impl Card {
    /// As it may be shown on this day; `None`: not at all.
    pub fn shared(cv: &Cv, districts: &Districts, locale: Locale, today: Day) -> Option<Self> {
        cv.is_findable(today).then(|| Self::of(cv, &cv.shows, districts, locale))
    }

    /// With these fields only. For others than the volunteer: [`Card::shared`].
    pub fn of(cv: &Cv, fields: &[Field], districts: &Districts, locale: Locale) -> Self {
        let facts = fields.iter().flat_map(|field| facts(cv, *field, districts, locale)).collect();
        Self {
            title: T(locale).volunteer_card_title(cv.pseudonym.as_str()),
            href: format!("/cv-banken/{}", cv.id),
            facts,
            about: if fields.contains(&Field::About) { cv.about.clone() } else { String::new() },
        }
    }
}

/// What a field says; empty where nothing was filled in. The volunteer's own words are shown separately.
pub fn facts(cv: &Cv, field: Field, districts: &Districts, locale: Locale) -> Vec<Fact> {
    let t = T(locale);
    let fact = |symbol, name, values: Vec<String>| Fact { symbol, name, values };
    let facts = match field {
        Field::Interests => {
            let topics = words::topics(&cv.topics, locale);
            let mut likes = topics.clone();
            // "Børn" is both something to do and somebody to be with: said once.
            let with = words::target_groups(&cv.target_groups, locale);
            likes.extend(with.into_iter().filter(|group| !topics.contains(group)));
            let mut not = words::topics(&cv.not_topics, locale);
            not.extend(words::target_groups(&cv.not_target_groups, locale));
            vec![
                fact("bookmark", t.volunteer_card_likes(), likes),
                fact("close", t.volunteer_card_rather_not(), not),
            ]
        }
        Field::Competences => {
            let mut can = words::competences(&cv.competences, locale);
            if cv.driving_licence {
                can.push(t.volunteer_card_licence().to_owned());
            }
            vec![fact("check", t.volunteer_card_can(), can)]
        }
        Field::Times => {
            let mut times = words::times(cv.availability, locale);
            if cv.rhythm != Rhythm::Either {
                times.push(cv.rhythm.label(t).to_owned());
            }
            if let Some(minutes) = cv.minutes_per_week {
                times.push(t.volunteer_card_hours(words::hours(minutes, locale)));
            }
            vec![fact("time", t.volunteer_card_times(), times)]
        }
        Field::Area => vec![fact("location", t.volunteer_card_area(), area(cv, districts, t))],
        Field::Languages => {
            let languages = cv.languages.iter().map(|language| language.label(*t).to_owned()).collect();
            vec![fact("language", t.volunteer_card_languages(), languages)]
        }
        Field::Company => {
            let company = match cv.company {
                Company::Either => t.volunteer_card_company_either(),
                other => words::company(other, t),
            };
            let company = company.to_owned();
            vec![fact("groups", t.volunteer_card_company(), vec![company])]
        }
        Field::Experience => {
            let since = cv.volunteer_since.map(|year| year.to_string()).into_iter().collect();
            vec![fact("success", t.volunteer_card_experience(), since)]
        }
        Field::About => Vec::new(),
    };
    facts.into_iter().filter(|fact| !fact.values.is_empty()).collect()
}

fn area(cv: &Cv, districts: &Districts, t: T) -> Vec<String> {
    let Some(postcode) = &cv.postcode else {
        return if cv.from_home { vec![t.volunteer_card_only_home().to_owned()] } else { Vec::new() };
    };
    let mut area = vec![districts.name(postcode.as_str())];
    area.push(
        cv.reach_km
            .map_or_else(|| t.volunteer_card_anywhere().to_owned(), |km| t.volunteer_card_area_reach(km)),
    );
    if let Some(transport) = cv.transport {
        area.push(transport.label(t).to_lowercase());
    }
    if cv.from_home {
        area.push(t.volunteer_card_area_home().to_owned());
    }
    vec![area.join(", ")]
}
