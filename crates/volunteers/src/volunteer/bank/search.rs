//! What is asked for in the CV-bank, and who fits. Pure. Only what somebody shares can fit: a field that is
//! hidden is to the search as if it were empty (FX-21).

use samskab_kernel::{Day, Locale, danish::fold, jiff::civil::Weekday};
use samskab_taskbank::catalogue;
use samskab_web::form::Choice;
use uuid::Uuid;

use super::super::{Cv, Field, Language, PartOfDay, words};
use crate::T;

samskab_web::form! {
    /// What the address asks for.
    pub struct BankQuery {
        /// Words: a competence, a topic or a target group as people say it.
        q: text(volunteer_bank_words).unmarked(),
        kan: choice(volunteer_bank_competence).unmarked().first(volunteer_bank_any).among(competences),
        emne: choice(volunteer_bank_topic).unmarked().first(volunteer_bank_any).among(topics),
        med: choice(volunteer_bank_target_group).unmarked().first(volunteer_bank_any).among(target_groups),
        /// 1 is Monday.
        dag: choice(volunteer_bank_weekday).unmarked().first(volunteer_bank_any).among(weekdays),
        tid: choice(volunteer_bank_part).unmarked().first(volunteer_bank_any).among(parts),
        taler: choice(volunteer_bank_language).unmarked().first(volunteer_bank_any).among(languages),
        postnr: choice(volunteer_bank_postcode).unmarked().first(volunteer_bank_any),
        /// The task it is for.
        opgave: hidden,
        /// The position at which the page before ended.
        efter: hidden,
    }
}

fn competences(locale: Locale) -> Vec<Choice> {
    let licence = Choice::of(DRIVING_LICENCE, T(locale).volunteer_bank_licence());
    let competences =
        catalogue::competences().iter().map(|one| Choice::of(one.key.as_str(), one.name(locale)));
    std::iter::once(licence).chain(competences).collect()
}

/// Searched for like a competence, but not one of the catalogue.
const DRIVING_LICENCE: &str = "driving_licence";

fn topics(locale: Locale) -> Vec<Choice> {
    catalogue::topics().iter().map(|one| Choice::of(one.key.as_str(), one.name(locale))).collect()
}

fn target_groups(locale: Locale) -> Vec<Choice> {
    catalogue::target_groups().iter().map(|one| Choice::of(one.key.as_str(), one.name(locale))).collect()
}

fn weekdays(locale: Locale) -> Vec<Choice> {
    let week = Weekday::Monday.cycle_forward().take(7).zip(1..);
    let choice = |(weekday, number): (Weekday, i32)| {
        Choice::of(number.to_string(), words::capitalised(locale.weekday(weekday)))
    };
    week.map(choice).collect()
}

fn parts(locale: Locale) -> Vec<Choice> {
    PartOfDay::ALL.iter().map(|part| Choice::of(part.code(), part.label(T(locale)))).collect()
}

fn languages(locale: Locale) -> Vec<Choice> {
    Language::ALL.iter().map(|one| Choice::of(one.code(), one.label(*T(locale)))).collect()
}

/// What the query means: every part that is given must fit.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Criteria {
    pub words: Vec<Word>,
    pub competence: Option<String>,
    pub topic: Option<String>,
    pub target_group: Option<String>,
    /// From 0, Monday.
    pub weekday: Option<u32>,
    pub part: Option<PartOfDay>,
    pub language: Option<Language>,
    pub postcode: Option<String>,
}

/// A word somebody typed, and what of the catalogue goes by it, in everyday words of both languages.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    folded: String,
    competences: Vec<&'static str>,
    topics: Vec<&'static str>,
    target_groups: Vec<&'static str>,
}

impl Word {
    fn of(folded: &str) -> Self {
        let says = |text: &str| fold(text).contains(folded);
        let any = |texts: &[String]| texts.iter().any(|text| says(text));
        Self {
            folded: folded.to_owned(),
            competences: catalogue::competences()
                .iter()
                .filter(|one| one.names().into_iter().any(says) || any(&one.words))
                .map(|one| one.key.as_str())
                .collect(),
            topics: catalogue::topics()
                .iter()
                .filter(|one| one.names().into_iter().any(says) || any(&one.words_da))
                .map(|one| one.key.as_str())
                .collect(),
            target_groups: catalogue::target_groups()
                .iter()
                .filter(|one| one.names().into_iter().any(says) || any(&one.words_da))
                .map(|one| one.key.as_str())
                .collect(),
        }
    }

    fn is_said_by(&self, cv: &Cv) -> bool {
        let has = |field: Field, said: &[String], keys: &[&str]| {
            cv.shows(field) && said.iter().any(|own| keys.contains(&own.as_str()))
        };
        has(Field::Competences, &cv.competences, &self.competences)
            || has(Field::Interests, &cv.topics, &self.topics)
            || has(Field::Interests, &cv.target_groups, &self.target_groups)
            || cv.shows(Field::About) && fold(&cv.about).contains(&self.folded)
    }
}

fn some(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

impl From<&BankQuery> for Criteria {
    fn from(asked: &BankQuery) -> Self {
        Self {
            words: fold(&asked.q).split_whitespace().map(Word::of).collect(),
            competence: some(&asked.kan),
            topic: some(&asked.emne),
            target_group: some(&asked.med),
            weekday: asked.dag.parse::<u32>().ok().filter(|day| (1..=7).contains(day)).map(|day| day - 1),
            part: asked.tid.parse().ok(),
            language: asked.taler.parse().ok(),
            postcode: some(&asked.postnr),
        }
    }
}

impl Criteria {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a CV that [is findable](Cv::is_findable) fits all of it.
    pub fn fits(&self, cv: &Cv) -> bool {
        let has = |field: Field, keys: &[String], wanted: &Option<String>| {
            wanted.as_ref().is_none_or(|key| cv.shows(field) && keys.contains(key))
        };
        let has_licence = || cv.shows(Field::Competences) && cv.driving_licence;
        let can = match self.competence.as_deref() {
            Some(DRIVING_LICENCE) => has_licence(),
            _ => has(Field::Competences, &cv.competences, &self.competence),
        };
        can && has(Field::Interests, &cv.topics, &self.topic)
            && has(Field::Interests, &cv.target_groups, &self.target_group)
            && self.fits_time(cv)
            && self
                .language
                .is_none_or(|language| cv.shows(Field::Languages) && cv.languages.contains(&language))
            && self.postcode.as_ref().is_none_or(|postcode| {
                cv.shows(Field::Area) && cv.postcode.as_ref().is_some_and(|own| own.as_str() == postcode)
            })
            && self.words.iter().all(|word| word.is_said_by(cv))
    }

    fn fits_time(&self, cv: &Cv) -> bool {
        if self.weekday.is_none() && self.part.is_none() {
            return true;
        }
        cv.shows(Field::Times)
            && cv.availability.days().iter().any(|(weekday, parts)| {
                let number = u32::from(weekday.to_monday_zero_offset().unsigned_abs());
                self.weekday.is_none_or(|wanted| wanted == number)
                    && self.part.is_none_or(|part| parts.contains(&part))
            })
    }
}

/// Where a CV is placed today: random, but the same all day for everybody, so that pages fit together and nobody is
/// always first (FX-06: no ranking of persons).
pub fn place_of_the_day(id: Uuid, day: Day) -> u64 {
    let (high, low) = id.as_u64_pair();
    let mut mixed = high
        ^ low.rotate_left(32)
        ^ u64::from(day.number().unsigned_abs()).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    // SplitMix64
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// The CVs that fit, in the order of the day.
pub fn found(cvs: Vec<Cv>, criteria: &Criteria, today: Day) -> Vec<(u64, Cv)> {
    let mut found: Vec<(u64, Cv)> = cvs
        .into_iter()
        .filter(|cv| cv.is_findable(today) && criteria.fits(cv))
        .map(|cv| (place_of_the_day(cv.id.uuid(), today), cv))
        .collect();
    found.sort_unstable_by_key(|(place, cv)| (*place, cv.id));
    found
}

#[cfg(test)]
mod tests {
    use super::{super::super::Availability, *};

    const TODAY: Day = Day::of(2026, 11, 22);

    fn cv(number: u128, shows: &[Field]) -> Cv {
        let id = Uuid::from_u128(number);
        Cv {
            topics: vec!["visiting_friend".into()],
            competences: vec!["music".into()],
            languages: vec![Language::Danish, Language::German],
            postcode: "9561".parse().ok(),
            about: "Jeg har hund.".into(),
            availability: Availability::default().and(Weekday::Tuesday, PartOfDay::Evening),
            shows: shows.to_vec(),
            consent_until: Some(TODAY),
            ..Cv::new(id.into(), id.into(), TODAY.start())
        }
    }

    fn asked(change: impl FnOnce(&mut BankQuery)) -> Criteria {
        let mut asked = BankQuery::default();
        change(&mut asked);
        Criteria::from(&asked)
    }

    #[test]
    fn what_is_hidden_is_found_by_nothing() {
        let questions = [
            (Field::Competences, asked(|asked| asked.kan = "music".into())),
            (Field::Competences, asked(|asked| asked.q = "klaver".into())),
            (Field::Interests, asked(|asked| asked.emne = "visiting_friend".into())),
            (Field::Interests, asked(|asked| asked.q = "Besøgsven".into())),
            (Field::Times, asked(|asked| asked.dag = "2".into())),
            (Field::Times, asked(|asked| asked.tid = "evening".into())),
            (Field::Languages, asked(|asked| asked.taler = "de".into())),
            (Field::Area, asked(|asked| asked.postnr = "9561".into())),
            (Field::About, asked(|asked| asked.q = "hund".into())),
        ];
        for (field, criteria) in questions {
            assert!(criteria.fits(&cv(1, Field::ALL)), "{field} {criteria:?}");
            let others: Vec<Field> = Field::ALL.iter().copied().filter(|other| *other != field).collect();
            assert!(!criteria.fits(&cv(1, &others)), "{field} is hidden: {criteria:?}");
        }
    }

    #[test]
    fn all_of_it_must_fit() {
        let both = asked(|asked| (asked.dag, asked.tid) = ("2".into(), "morning".into()));
        assert!(!both.fits(&cv(1, Field::ALL)));
        assert!(asked(|asked| asked.q = "musik hund".into()).fits(&cv(1, Field::ALL)));
        assert!(!asked(|asked| asked.q = "musik kat".into()).fits(&cv(1, Field::ALL)));
        assert!(Criteria::default().fits(&cv(1, &[])));
    }

    #[test]
    fn the_order_is_another_every_day_and_nobody_is_always_first() {
        let all = || (1..=40).map(|number| cv(number, Field::ALL)).collect::<Vec<_>>();
        let order = |day: Day| {
            let all = all().into_iter().map(|cv| Cv { consent_until: Some(day), ..cv }).collect();
            found(all, &Criteria::default(), day).into_iter().map(|(_, cv)| cv.id).collect::<Vec<_>>()
        };
        assert_eq!(order(TODAY), order(TODAY));
        assert_ne!(order(TODAY), order(TODAY.plus_days(1)));
        let mut first: Vec<_> = (0..60).map(|days| order(TODAY.plus_days(days))[0]).collect();
        first.sort_unstable();
        first.dedup();
        assert!(first.len() > 20, "{} were first in sixty days", first.len());
    }
}
