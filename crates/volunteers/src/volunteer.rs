//! The volunteer: Min side, the CV and who may see it (FX-21), what is known about one and how it goes away.

pub mod availability;
mod bank;
pub mod card;
pub mod consent;
mod cv;
mod data;
mod erase;
pub mod groups;
mod home;
mod known;
pub mod look;
pub mod mail;
#[cfg(test)]
mod paths;
pub mod pupil;
pub mod settings;
mod sharing;
mod sign_up;
pub mod store;
mod upkeep;
pub mod words;

use samskab_jobs::Handler;
use samskab_kernel::{
    Day, Id, Instant, codes,
    contact::Postcode,
    jiff::{SignedDuration, ToSpan as _, Unit},
};
use samskab_organisation::person::PersonId;
use samskab_store::{Event, Record};
use samskab_web::{Access, Cx, Error, Result, Routes, Services};
use serde::Serialize;
use uuid::Uuid;

pub use availability::{Availability, PartOfDay};
pub use erase::{erase, forget_sign_ups, stays};
pub use known::known;
pub use settings::Settings;
pub use sign_up::VolunteerJoined;
pub(crate) use upkeep::rules;

pub use samskab_taskbank::task::{Company, Language};

/// The mark of a CV.
pub enum CvRow {}
pub type CvId = Id<CvRow>;

codes! {
    /// What a volunteer lets those who look for volunteers see, each by itself (FX-21).
    pub enum Field {
        /// Topics and target groups, liked and rather not.
        Interests => "interests",
        /// Competences and the driving licence.
        Competences => "competences",
        /// Availability, how often and how much.
        Times => "times",
        /// Postal district, how far, by what, and whether from home.
        Area => "area",
        Languages => "languages",
        /// Alone or with others.
        Company => "company",
        /// Since when they have volunteered.
        Experience => "experience",
        /// The few words in the volunteer's own words.
        About => "about",
    }
}
codes! {
    /// How often somebody would like to help.
    pub enum Rhythm { Once => "once", Regular => "regular", Either => "either" }
}
codes! {
    /// How somebody travels.
    pub enum Transport { Walk => "walk", Bicycle => "bicycle", Public => "public", Car => "car" }
}

/// How old somebody is, as far as they said. Never shown to anybody; asked so that a task with a lowest
/// age can be suggested or not, and so that whoever answers knows when it does not fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Age {
    #[default]
    NotSaid,
    /// 18 or more.
    Adult,
    /// Asked only of those under 18, so that they grow up here too.
    Born(Day),
}

impl Age {
    /// Whether somebody is `years` or more; `None`: they have not said enough to know.
    pub fn is_at_least(self, years: i64, today: Day) -> Option<bool> {
        match self {
            Self::NotSaid => None,
            Self::Adult if years <= 18 => Some(true),
            Self::Adult => None,
            Self::Born(day) => Some(years_between(day, today) >= years),
        }
    }
}

/// Whole years, as a birthday counts them.
pub fn years_between(born: Day, today: Day) -> i64 {
    let span = born.date().until((Unit::Year, today.date()));
    span.map_or(0, |span| i64::from(span.get_years()))
}

/// What somebody likes, can and has time for. Personal data (law B.7): owner the volunteer; purpose: to find
/// tasks and to be found. Staff see no more than the fields it [shows](Cv::shows), and only while it
/// [is findable](Cv::is_findable).
#[derive(Debug, Clone, PartialEq, Record)]
#[record(table = "volunteer_cv", alias = "c")]
pub struct Cv {
    pub id: CvId,
    #[record(column = "person_id", fixed)]
    pub person: PersonId,
    /// Four characters: staff read "Frivillig K7QF" until the volunteer has answered.
    #[record(fixed)]
    pub pseudonym: String,
    /// Keys of `catalogue::topics`: likes to do.
    #[record(words)]
    pub topics: Vec<String>,
    /// Keys of `catalogue::target_groups`: likes to be with.
    #[record(words)]
    pub target_groups: Vec<String>,
    /// Keys of `catalogue::competences`.
    #[record(words)]
    pub competences: Vec<String>,
    /// Topics they would rather not have.
    #[record(words)]
    pub not_topics: Vec<String>,
    #[record(words)]
    pub not_target_groups: Vec<String>,
    #[record(words)]
    pub languages: Vec<Language>,
    pub driving_licence: bool,
    pub rhythm: Rhythm,
    /// At most this many minutes; `None`: not said.
    pub minutes_per_week: Option<i64>,
    #[record(as = Availability)]
    pub availability: Availability,
    #[record(blank)]
    pub postcode: Option<Postcode>,
    /// The middle of the postal district: latitude and longitude in degrees (WGS 84).
    #[record(pair("latitude", "longitude"))]
    pub place: Option<(f64, f64)>,
    /// `None`: anywhere in the municipality.
    pub reach_km: Option<i64>,
    #[record(blank)]
    pub transport: Option<Transport>,
    /// Would like tasks that are done from home.
    pub from_home: bool,
    pub company: Company,
    pub about: String,
    #[record(flatten = store::AgeColumns)]
    pub age: Age,
    /// The year since which they have volunteered.
    pub volunteer_since: Option<i64>,
    /// No invitations until this day.
    pub paused_until: Option<Day>,
    /// The last day of the consent that was given last and not withdrawn; `None`: nobody sees the CV.
    #[record(sql = "k.expires_at", as = store::LastDay)]
    pub consent_until: Option<Day>,
    /// What that consent was given for.
    #[record(sql = "k.fields", as = store::ConsentedFields)]
    pub shows: Vec<Field>,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Cv {
    /// An empty one, that nobody sees.
    pub fn new(id: CvId, person: PersonId, now: Instant) -> Self {
        Self {
            id,
            person,
            pseudonym: pseudonym(id),
            topics: Vec::new(),
            target_groups: Vec::new(),
            competences: Vec::new(),
            not_topics: Vec::new(),
            not_target_groups: Vec::new(),
            languages: vec![Language::Danish],
            driving_licence: false,
            rhythm: Rhythm::Either,
            minutes_per_week: None,
            availability: Availability::default(),
            postcode: None,
            place: None,
            reach_km: None,
            transport: None,
            from_home: false,
            company: Company::Either,
            about: String::new(),
            age: Age::NotSaid,
            volunteer_since: None,
            paused_until: None,
            consent_until: None,
            shows: Vec::new(),
            created_at: now,
            updated_at: now,
        }
    }

    /// Whether those who look for volunteers may see anything of it on this day: a consent that has not run
    /// out, and no pause.
    pub fn is_findable(&self, today: Day) -> bool {
        !self.shows.is_empty()
            && self.consent_until.is_some_and(|last| today <= last)
            && !self.is_paused(today)
    }

    /// Wants no invitations for now.
    pub fn is_paused(&self, today: Day) -> bool {
        self.paused_until.is_some_and(|until| today < until)
    }

    /// Whether the consent covers the field. Of a CV that is not [findable](Cv::is_findable), nothing is shown.
    pub fn shows(&self, field: Field) -> bool {
        self.shows.contains(&field)
    }

    /// Says enough to find tasks by: what one likes or can, and when.
    pub fn is_useful(&self) -> bool {
        (!self.topics.is_empty() || !self.competences.is_empty()) && !self.availability.is_empty()
    }
}

/// Without letters and digits that look alike, and without vowels, so that none reads as a word.
const SIGNS: &[u8; 27] = b"BCDFGHJKLMNPQRSTVWXZ2346789";

/// Four characters from the random part of an id: 531,441 possible ones. [`store::fresh_id`] avoids those that are
/// taken.
fn pseudonym(id: CvId) -> String {
    let mut rest = id.uuid().as_u128() & 0xffff_ffff_ffff;
    let mut signs = String::new();
    for _ in 0..4 {
        let sign = usize::try_from(rest % 27).unwrap_or_default();
        signs.push(char::from(SIGNS[sign]));
        rest /= 27;
    }
    signs
}

/// The volunteer changed the CV, or made it.
#[derive(Serialize)]
pub struct CvChanged {
    #[serde(skip)]
    pub person: PersonId,
}
impl Event for CvChanged {
    const KIND: &'static str = "volunteer.cv_changed";
    fn subject(&self) -> Uuid {
        self.person.uuid()
    }
}

/// The volunteer took the CV away.
#[derive(Serialize)]
pub struct CvDeleted {
    #[serde(skip)]
    pub person: PersonId,
}
impl Event for CvDeleted {
    const KIND: &'static str = "volunteer.cv_deleted";
    fn subject(&self) -> Uuid {
        self.person.uuid()
    }
}

/// The same day `months` months later, or the last day of a shorter month.
pub fn months_after(day: Day, months: i64) -> Day {
    day.date().checked_add(months.months()).map_or(day, Day::from)
}

/// The signed-in person.
pub fn me(cx: &Cx) -> Result<PersonId> {
    cx.actor.person.map(PersonId::from_uuid).ok_or(Error::SignIn)
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/bliv-frivillig", Access::Public, sign_up::show)
        .post("/bliv-frivillig", Access::Public, sign_up::send)
        .get("/bliv-frivillig/{link}", Access::Link, sign_up::open)
        .post("/bliv-frivillig/{link}", Access::Link, sign_up::begin)
        .get("/min-side", Access::SignedIn, home::show)
        .get("/min-side/cv", Access::SignedIn, cv::show)
        .post("/min-side/cv", Access::SignedIn, cv::save)
        .get("/min-side/cv/behold", Access::SignedIn, cv::ask)
        .post("/min-side/cv/behold", Access::SignedIn, cv::keep)
        .get("/min-side/cv/slet", Access::SignedIn, cv::ask_delete)
        .post("/min-side/cv/slet", Access::SignedIn, cv::delete)
        .get("/min-side/cv/samtykke", Access::SignedIn, sharing::show)
        .post("/min-side/cv/samtykke", Access::SignedIn, sharing::give)
        .post("/min-side/cv/samtykke/forny", Access::SignedIn, sharing::renew)
        .post("/min-side/cv/samtykke/tilbage", Access::SignedIn, sharing::withdraw)
        .post("/min-side/cv/pause", Access::SignedIn, sharing::pause)
        .get("/min-side/data", Access::SignedIn, data::show)
        .get("/min-side/data.json", Access::SignedIn, data::download)
        .get("/min-side/grupper", Access::SignedIn, groups::show)
        .post("/min-side/grupper", Access::SignedIn, groups::send)
        .post("/min-side/grupper/{id}/fjern", Access::SignedIn, groups::remove)
        .get("/cv-banken", Access::Decided, bank::show)
        .get("/cv-banken.xlsx", Access::Decided, bank::workbook)
        .get("/cv-banken/{id}", Access::Decided, bank::open)
        .get("/min-side/projekt-frivillig", Access::SignedIn, pupil::show)
        .post("/min-side/projekt-frivillig", Access::SignedIn, pupil::send)
        .post("/min-side/projekt-frivillig/fjern", Access::SignedIn, pupil::remove)
}

pub fn jobs() -> Vec<Handler<Services>> {
    vec![Handler::every(upkeep::JOB, SignedDuration::from_hours(24), upkeep::keep_up)]
}

/// A consent that runs out within a month, a CV that says too little. One query.
pub fn work_items<'a>(
    cx: &'a Cx,
    connection: &'a mut samskab_store::Connection,
) -> samskab_web::module::BoxFuture<'a, Result<Vec<samskab_web::module::WorkItem>>> {
    Box::pin(home::work_items(cx, connection))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cv() -> Cv {
        let id = Uuid::from_u128(0x0123_4567_89ab_cdef).into();
        Cv::new(id, Uuid::from_u128(1).into(), Day::of(2026, 11, 22).start())
    }

    #[test]
    fn nobody_is_found_without_a_consent_after_it_or_during_a_pause() {
        let (today, last) = (Day::of(2026, 11, 22), Day::of(2027, 11, 22));
        assert!(!cv().is_findable(today));
        let found = Cv { consent_until: Some(last), shows: vec![Field::Times], ..cv() };
        assert!(found.is_findable(today) && found.is_findable(last));
        assert!(!found.is_findable(last.plus_days(1)));
        assert!(found.shows(Field::Times) && !found.shows(Field::About));
        let nothing = Cv { shows: Vec::new(), ..found.clone() };
        assert!(!nothing.is_findable(today), "a consent to nothing is none");
        let paused = Cv { paused_until: Some(today.plus_days(7)), ..found };
        assert!(!paused.is_findable(today) && paused.is_findable(today.plus_days(7)));
    }

    #[test]
    fn an_age_is_known_as_far_as_it_was_said() {
        let today = Day::of(2026, 11, 22);
        assert_eq!(Age::NotSaid.is_at_least(15, today), None);
        assert_eq!(Age::Adult.is_at_least(18, today), Some(true));
        assert_eq!(Age::Adult.is_at_least(21, today), None);
        let born = Age::Born(Day::of(2010, 11, 23));
        assert_eq!(born.is_at_least(15, today), Some(true));
        assert_eq!(born.is_at_least(16, today), Some(false), "the birthday is tomorrow");
        assert_eq!(born.is_at_least(16, today.plus_days(1)), Some(true));
    }

    #[test]
    fn a_pseudonym_is_four_signs_that_cannot_be_misread() {
        let pseudonym = cv().pseudonym;
        assert_eq!(pseudonym.len(), 4);
        assert!(pseudonym.bytes().all(|sign| SIGNS.contains(&sign)), "{pseudonym}");
    }

    #[test]
    fn a_consent_given_on_the_last_of_a_month_ends_on_the_last_of_a_shorter_one() {
        assert_eq!(months_after(Day::of(2024, 2, 29), 12), Day::of(2025, 2, 28));
        assert_eq!(months_after(Day::of(2026, 11, 22), 12), Day::of(2027, 11, 22));
    }
}
