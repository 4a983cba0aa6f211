//! What was typed into the CV, and what it means. Every field may be left out.

use samskab_kernel::{Day, Locale};
use samskab_taskbank::catalogue;
use samskab_web::{
    Check, Errors,
    form::{Choice, ticked},
};

use super::super::{Age, Availability, Company, Cv, Language, Rhythm, Transport, words, years_between};
use crate::T;

samskab_web::form! {
    /// A CV as it is typed.
    pub struct CvForm {
        /// The numbers of the ticked fields of the week.
        when: several(volunteer_cv_when),
        rhythm: radio(volunteer_cv_rhythm).optional().among(rhythms),
        hours_per_week: text(volunteer_cv_hours).hint(volunteer_cv_hours_hint).optional().width("xs")
            .inputmode("decimal"),
        topics: several(volunteer_cv_topics).among(topics),
        target_groups: several(volunteer_cv_target_groups).among(target_groups),
        competences: several(volunteer_cv_can),
        driving_licence: tick(volunteer_cv_licence),
        languages: several(volunteer_cv_languages).among(languages),
        postcode: postcode(volunteer_cv_postcode).optional().autocomplete("postal-code"),
        reach_km: choice(volunteer_cv_reach).first(volunteer_cv_reach_any).optional().among(reaches),
        transport: choice(volunteer_cv_transport).first(volunteer_cv_transport_any).optional().among(transports),
        from_home: tick(volunteer_cv_from_home),
        company: radio(volunteer_cv_company).optional().among(companies),
        not_topics: several(volunteer_cv_not_topics).hint(volunteer_cv_not_hint).among(topics).says_itself(),
        not_target_groups: several(volunteer_cv_not_target_groups).among(target_groups).says_itself(),
        age: radio(volunteer_cv_age).hint(volunteer_cv_age_hint).optional().among(ages),
        born_on: day(volunteer_cv_born).hint(volunteer_cv_born_hint).optional().autocomplete("bday"),
        volunteer_since: number(volunteer_cv_since).optional(),
        about: paragraph(volunteer_cv_about).hint(volunteer_cv_about_hint).rows(4).optional().max(600),
    }
}

const ADULT: &str = "adult";
const YOUNG: &str = "young";
/// How far somebody may say they come.
const REACHES: [i64; 6] = [2, 5, 10, 20, 30, 50];

fn rhythms(locale: Locale) -> Vec<Choice> {
    Rhythm::ALL.iter().map(|rhythm| Choice::of(rhythm.code(), rhythm.label(T(locale)))).collect()
}

/// What most people look for comes first, in this order; the page shows [`super::FEW`] at once.
const COMMON: [&str; 12] = [
    "visiting_friend",
    "conversation",
    "cafe",
    "walking",
    "children",
    "homework_help",
    "cooking",
    "nature",
    "sport",
    "music",
    "transport",
    "practical_help",
];

fn topics(locale: Locale) -> Vec<Choice> {
    let mut topics: Vec<_> = catalogue::topics().iter().collect();
    topics.sort_by_key(|topic| COMMON.iter().position(|key| *key == topic.key).unwrap_or(COMMON.len()));
    topics.into_iter().map(|topic| Choice::of(&topic.key, topic.name(locale))).collect()
}

fn target_groups(locale: Locale) -> Vec<Choice> {
    catalogue::target_groups().iter().map(|group| Choice::of(&group.key, group.name(locale))).collect()
}

fn languages(locale: Locale) -> Vec<Choice> {
    Language::ALL
        .iter()
        .map(|language| Choice::of(language.code(), language.label(samskab_taskbank::T(T(locale).0))))
        .collect()
}

fn reaches(locale: Locale) -> Vec<Choice> {
    reaches_and(None, locale)
}

/// The distances, and one that the list does not have, if the volunteer has said it: it is kept.
fn reaches_and(own: Option<i64>, locale: Locale) -> Vec<Choice> {
    let mut all: Vec<i64> = REACHES.into_iter().chain(own).collect();
    all.sort_unstable();
    all.dedup();
    let label = |km: i64| T(locale).volunteer_cv_reach_km(km);
    all.into_iter().map(|km| Choice::of(km.to_string(), label(km))).collect()
}

fn transports(locale: Locale) -> Vec<Choice> {
    Transport::ALL.iter().map(|one| Choice::of(one.code(), one.label(T(locale)))).collect()
}

fn companies(locale: Locale) -> Vec<Choice> {
    Company::ALL.iter().map(|one| Choice::of(one.code(), words::company(*one, T(locale)))).collect()
}

fn ages(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    vec![
        Choice::of(ADULT, t.volunteer_cv_age_adult()),
        Choice::of(YOUNG, t.volunteer_cv_age_young()),
        Choice::of("", t.volunteer_cv_age_unsaid()),
    ]
}

impl From<&Cv> for CvForm {
    fn from(cv: &Cv) -> Self {
        let bits = (0..28).filter(|bit| cv.availability.0 & 1 << bit != 0);
        Self {
            when: bits.map(|bit| bit.to_string()).collect(),
            rhythm: cv.rhythm.code().to_owned(),
            hours_per_week: cv.minutes_per_week.map(typed_hours).unwrap_or_default(),
            topics: cv.topics.clone(),
            target_groups: cv.target_groups.clone(),
            competences: cv.competences.clone(),
            driving_licence: ticked(cv.driving_licence),
            languages: cv.languages.iter().map(ToString::to_string).collect(),
            postcode: cv.postcode.as_ref().map(ToString::to_string).unwrap_or_default(),
            reach_km: cv.reach_km.map(|km| km.to_string()).unwrap_or_default(),
            transport: cv.transport.map(Transport::code).unwrap_or_default().to_owned(),
            from_home: ticked(cv.from_home),
            company: cv.company.code().to_owned(),
            not_topics: cv.not_topics.clone(),
            not_target_groups: cv.not_target_groups.clone(),
            age: match cv.age {
                Age::NotSaid => String::new(),
                Age::Adult => ADULT.to_owned(),
                Age::Born(_) => YOUNG.to_owned(),
            },
            born_on: match cv.age {
                Age::Born(day) => day.to_string(),
                Age::NotSaid | Age::Adult => String::new(),
            },
            volunteer_since: cv.volunteer_since.map(|year| year.to_string()).unwrap_or_default(),
            about: cv.about.clone(),
            ..Self::default()
        }
    }
}

fn typed_hours(minutes: i64) -> String {
    match minutes % 60 {
        0 => (minutes / 60).to_string(),
        rest => format!("{},{}", minutes / 60, rest * 10 / 60),
    }
}

impl CvForm {
    /// How far they may say that they come.
    pub fn reaches(&self, locale: Locale) -> Vec<Choice> {
        reaches_and(self.reach_km.parse().ok(), locale)
    }

    pub fn is_ticked(&self, bit: u32) -> bool {
        self.when.iter().any(|number| number.parse() == Ok(bit))
    }

    /// The CV as it was, with what was typed; its place is found afterwards.
    ///
    /// # Errors
    /// Everything that is wrong, at its field.
    pub fn read(&self, cv: Cv, locale: Locale, today: Day) -> Result<Cv, Errors> {
        let t = T(locale);
        let mut check = Check::new(locale);
        let is_as_it_was =
            cv.minutes_per_week.is_some_and(|own| typed_hours(own) == self.hours_per_week.trim());
        // Said in tenths of an hour, and perhaps not typed here.
        let minutes = if is_as_it_was { Some(cv.minutes_per_week) } else { minutes_of(&self.hours_per_week) };
        if minutes.is_none() {
            check.refuse(&self.hours_per_week(), t.volunteer_cv_hours_wrong());
        }
        let postcode = self.postcode().postcode(&mut check);
        let topics = known(&self.topics, catalogue::topics().iter().map(|topic| topic.key.as_str()));
        let target_groups =
            known(&self.target_groups, catalogue::target_groups().iter().map(|group| group.key.as_str()));
        let not_topics = known(&self.not_topics, catalogue::topics().iter().map(|topic| topic.key.as_str()));
        let not_target_groups =
            known(&self.not_target_groups, catalogue::target_groups().iter().map(|group| group.key.as_str()));
        if let Some(topic) =
            not_topics.iter().find(|key| topics.contains(key)).and_then(|key| catalogue::topic(key))
        {
            check.refuse(&self.not_topics(), t.volunteer_cv_not_clash(topic.name(locale)));
        }
        let clash = not_target_groups.iter().find(|key| target_groups.contains(key));
        if let Some(group) = clash.and_then(|key| catalogue::target_group(key)) {
            check.refuse(&self.not_target_groups(), t.volunteer_cv_not_clash(group.name(locale)));
        }
        let age = self.age_said(&mut check, t, today);
        let year = i64::from(today.date().year());
        let since = self.volunteer_since().year(&mut check, year - 90, year);
        let about = self.about().text(&mut check);
        check.done()?;
        let bits = self.when.iter().filter_map(|number| number.parse::<u32>().ok());
        let languages = known(&self.languages, Language::ALL.iter().map(|language| language.code()));
        Ok(Cv {
            topics,
            target_groups,
            competences: known(
                &self.competences,
                catalogue::competences().iter().map(|competence| competence.key.as_str()),
            ),
            not_topics,
            not_target_groups,
            languages: languages.iter().filter_map(|code| code.parse().ok()).collect(),
            driving_licence: self.driving_licence().is_ticked(),
            rhythm: self.rhythm.parse().unwrap_or(Rhythm::Either),
            minutes_per_week: minutes.flatten(),
            availability: bits.fold(Availability::default(), Availability::with_bit),
            place: if postcode == cv.postcode { cv.place } else { None },
            postcode,
            reach_km: self
                .reach_km
                .parse()
                .ok()
                .filter(|km| REACHES.contains(km) || cv.reach_km == Some(*km)),
            transport: self.transport.parse().ok(),
            from_home: self.from_home().is_ticked(),
            company: self.company.parse().unwrap_or(Company::Either),
            age: age.unwrap_or_default(),
            volunteer_since: since,
            about: about.unwrap_or_default(),
            ..cv
        })
    }

    /// A birthday only of those under 18; whoever turns out to be older is simply an adult.
    fn age_said(&self, check: &mut Check, t: T, today: Day) -> Option<Age> {
        match self.age.as_str() {
            ADULT => Some(Age::Adult),
            YOUNG => {
                if self.born_on().is_empty() {
                    check.refuse(&self.born_on(), t.volunteer_cv_born_missing());
                }
                let day = self.born_on().day(check)?;
                if day > today || years_between(day, today) > 110 {
                    check.refuse(&self.born_on(), t.volunteer_cv_born_wrong());
                    return None;
                }
                Some(if years_between(day, today) >= 18 { Age::Adult } else { Age::Born(day) })
            }
            _ => Some(Age::NotSaid),
        }
    }
}

/// The chosen values that the list has, in its order.
fn known<'a>(chosen: &[String], list: impl Iterator<Item = &'a str>) -> Vec<String> {
    list.filter(|key| chosen.iter().any(|one| one == key)).map(str::to_owned).collect()
}

/// `2`, `1,5` and `1.5` hours as minutes, to the nearest six; `Some(None)` when empty, `None` when wrong.
fn minutes_of(typed: &str) -> Option<Option<i64>> {
    let typed = typed.trim().replace(',', ".");
    if typed.is_empty() {
        return Some(None);
    }
    let (whole, rest) = typed.split_once('.').unwrap_or((&typed, "0"));
    let tenths: i64 = rest.chars().next().unwrap_or('0').to_digit(10)?.into();
    let only_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !only_digits(whole) || !only_digits(rest) || whole.len() > 2 {
        return None;
    }
    let minutes = whole.parse::<i64>().unwrap_or(0) * 60 + tenths * 6;
    (30..=2400).contains(&minutes).then_some(Some(minutes))
}

#[cfg(test)]
mod tests {
    use samskab_kernel::jiff::civil::Weekday;
    use uuid::Uuid;

    use super::{super::super::PartOfDay, *};

    const TODAY: Day = Day::of(2026, 11, 22);

    fn cv() -> Cv {
        Cv::new(Uuid::from_u128(7).into(), Uuid::from_u128(1).into(), TODAY.start())
    }

    fn read(form: &CvForm) -> Result<Cv, Errors> {
        form.read(cv(), Locale::Da, TODAY)
    }

    #[test]
    fn the_common_topics_stand_first_and_are_all_in_the_catalogue() {
        let first: Vec<String> = topics(Locale::Da).into_iter().map(|choice| choice.value).collect();
        assert_eq!(first[..COMMON.len()], COMMON);
        assert_eq!(first.len(), catalogue::topics().len());
    }

    #[test]
    fn an_empty_cv_is_a_cv() {
        let read = read(&CvForm::default()).unwrap();
        assert_eq!(read, Cv { languages: Vec::new(), ..cv() });
    }

    #[test]
    fn what_is_saved_stands_in_the_form_again() {
        let form = CvForm {
            when: vec!["0".into(), "27".into()],
            hours_per_week: "1,5".into(),
            topics: vec!["visiting_friend".into(), "nonsense".into()],
            competences: vec!["music".into()],
            languages: vec!["da".into(), "de".into()],
            postcode: "9561".into(),
            reach_km: "10".into(),
            transport: "bicycle".into(),
            age: YOUNG.into(),
            born_on: "2010-05-01".into(),
            volunteer_since: "2024".into(),
            about: "Jeg kan godt lide at gå ture.".into(),
            ..CvForm::default()
        };
        let cv = read(&form).unwrap();
        assert_eq!(cv.topics, ["visiting_friend"], "only keys of the catalogue");
        assert_eq!(cv.minutes_per_week, Some(90));
        assert!(cv.availability.contains(Weekday::Monday, PartOfDay::Morning));
        assert!(cv.availability.contains(Weekday::Sunday, PartOfDay::Night));
        let again = CvForm::from(&cv);
        assert_eq!(read(&again).unwrap(), cv);
    }

    /// From another year's list, or from a file: pressing Save changes nothing.
    #[test]
    fn what_is_not_on_the_list_stays_when_the_form_is_saved_untouched() {
        let odd = Cv { reach_km: Some(6), minutes_per_week: Some(100), languages: Vec::new(), ..cv() };
        let form = CvForm::from(&odd);
        let offered: Vec<String> = form.reaches(Locale::Da).into_iter().map(|choice| choice.value).collect();
        assert_eq!(offered, ["2", "5", "6", "10", "20", "30", "50"]);
        assert_eq!(form.read(odd.clone(), Locale::Da, TODAY).unwrap(), odd);
        let other = CvForm { reach_km: "7".into(), ..form };
        assert_eq!(other.read(odd, Locale::Da, TODAY).unwrap().reach_km, None, "nobody said that");
    }

    #[test]
    fn a_cpr_number_is_refused_at_its_field_and_hours_must_be_a_number() {
        let form = CvForm {
            about: format!("Mit nummer er {}", samskab_kernel::cpr::made_up()),
            hours_per_week: "mange".into(),
            ..CvForm::default()
        };
        let errors = read(&form).unwrap_err();
        assert!(errors.of("about").contains("CPR"), "{}", errors.of("about"));
        assert!(errors.of("hours_per_week").contains("tal"));
    }

    #[test]
    fn a_birthday_is_asked_only_of_the_young() {
        let young =
            |born_on: &str| CvForm { age: YOUNG.into(), born_on: born_on.into(), ..CvForm::default() };
        assert_eq!(read(&young("2012-02-03")).unwrap().age, Age::Born(Day::of(2012, 2, 3)));
        assert_eq!(read(&young("1990-02-03")).unwrap().age, Age::Adult);
        assert!(!read(&young("")).unwrap_err().of("born_on").is_empty());
        assert!(!read(&young("2031-02-03")).unwrap_err().of("born_on").is_empty());
        assert_eq!(read(&CvForm { age: "".into(), ..young("2012-02-03") }).unwrap().age, Age::NotSaid);
    }

    #[test]
    fn one_thing_cannot_be_liked_and_rather_not() {
        let form = CvForm {
            topics: vec!["visiting_friend".into()],
            not_topics: vec!["visiting_friend".into()],
            ..CvForm::default()
        };
        assert!(read(&form).unwrap_err().of("not_topics").contains("Besøgsven"));
    }
}
