//! What a reader sees of a task: the same on its page, in the preview and on paper.

use samskab_kernel::{Day, Instant, Locale};

use super::{
    Company, Off, Remote, Requirement, State, Task,
    time::{as_beginning, clock},
};
use crate::{
    T, catalogue,
    legal::{Looked, NoticeView},
};

/// The place on a task's page for what other contexts tell the one who reads.
pub const READER: &str = "task.reader";
/// The place for how the one who reads is in it already: where that is said, they are not asked again.
pub const MINE: &str = "task.mine";
/// The place in the head of the page, for programs that read it.
pub const HEAD: &str = "task.head";
/// The slot for what can be done with the task besides: send it on, put it into a calendar.
pub const WAYS: &str = "task.ways";

/// A task in a reader's words.
pub struct TaskView {
    /// The task, as a reader sees it.
    pub task: Task,
    /// Never empty, even for a draft without a title.
    pub title: String,
    /// What is an advantage to be good at.
    pub competences: Vec<String>,
    pub theme: String,
    pub target_groups: Vec<String>,
    pub topics: Vec<String>,
    pub when: String,
    /// The next turns of a weekly task, each as one line.
    pub next: Vec<String>,
    /// It is recurring, and not held on holidays and closing days.
    pub is_off_on_closed_days: bool,
    pub place: String,
    pub who: String,
    /// How many places are free; `None` when it is open to as many as come.
    pub places_left: Option<i64>,
    pub languages: String,
    pub requirements: Vec<RequirementView>,
    pub insurance: String,
    pub insurance_text: String,
    pub notices: Vec<NoticeView>,
    pub poster_name: String,
    pub poster_href: String,
    pub is_by_unit: bool,
}

pub struct RequirementView {
    pub name: String,
    /// Details: which course, which age, when the meeting is.
    pub detail: String,
    pub about: String,
    /// The next step for the volunteer.
    pub next: String,
}

/// How many of its turns a page shows.
const TURNS_SHOWN: usize = 4;

impl TaskView {
    /// `taken`: how many places are given away.
    pub fn new(
        task: &Task,
        poster_name: &str,
        taken: i64,
        looked: &Looked,
        off: Off<'_>,
        locale: Locale,
        now: Instant,
    ) -> Self {
        let t = T(locale);
        let today = now.day();
        let insurance = catalogue::insurance(task.insurance.code());
        let is_weekly = matches!(task.time, super::Time::Weekly { .. });
        let next = task.time.next(now, TURNS_SHOWN, off);
        Self {
            task: task.clone(),
            title: if task.title.is_empty() { t.task_untitled().to_owned() } else { task.title.clone() },
            competences: names(&task.competences, |key| Some(catalogue::competence(key)?.name(locale))),
            theme: catalogue::theme(task.theme.code())
                .map(|theme| theme.name(locale).to_owned())
                .unwrap_or_default(),
            target_groups: names(&task.target_groups, |key| Some(catalogue::target_group(key)?.name(locale))),
            topics: names(&task.topics, |key| Some(catalogue::topic(key)?.name(locale))),
            when: as_beginning(&task.time.sentence(locale, today)),
            next: if is_weekly {
                next.iter().map(|turn| turn_line(*turn, locale, today)).collect()
            } else {
                Vec::new()
            },
            is_off_on_closed_days: is_weekly && !task.keeps_closed_days,
            place: place_line(task, t),
            who: who_line(task, t),
            places_left: super::store::places_left(task.places, taken),
            languages: task.languages.iter().map(|language| language.label(t)).collect::<Vec<_>>().join(", "),
            requirements: requirements(task, locale),
            insurance: insurance.map(|class| class.name(locale).to_owned()).unwrap_or_default(),
            insurance_text: insurance.map(|class| class.for_volunteer(locale).to_owned()).unwrap_or_default(),
            notices: looked.notices(task.through.code(), task.is_by_unit(), locale, today),
            poster_name: poster_name.to_owned(),
            poster_href: task.poster.href(),
            is_by_unit: task.is_by_unit(),
        }
    }
}

fn names<'a>(keys: &[String], name: impl Fn(&str) -> Option<&'a str>) -> Vec<String> {
    keys.iter().filter_map(|key| name(key)).map(str::to_owned).collect()
}

/// `tirsdag den 1. december kl. 14.00–15.30`
fn turn_line((start, end): (Instant, Instant), locale: Locale, today: Day) -> String {
    let minute = |at: Instant| {
        let zoned = at.in_denmark();
        i64::from(zoned.hour()) * 60 + i64::from(zoned.minute())
    };
    let day = locale.weekday_and_day(start.day(), today);
    let hours = format!("{}–{}", clock(locale, minute(start)), clock(locale, minute(end)));
    as_beginning(&format!("{day} {} {hours}", locale.choose("kl.", "at")))
}

/// Where it is, in one line: venue, street, postcode and town; or that it is done from home.
pub fn place_line(task: &Task, t: T) -> String {
    let town = match &task.postcode {
        Some(postcode) => format!("{postcode} {}", task.city).trim().to_owned(),
        None => task.city.clone(),
    };
    let parts = [task.venue.as_str(), task.address.as_str(), town.as_str()];
    let address = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    match (task.remote, address.is_empty()) {
        (Remote::Remote, _) => t.task_from_home().to_owned(),
        (Remote::Partly, false) => format!("{address} {}", t.task_and_from_home()),
        (_, true) => t.task_place_unknown().to_owned(),
        (Remote::OnSite, false) => address,
    }
}

fn who_line(task: &Task, t: T) -> String {
    let count = match task.places {
        Some(places) => t.task_places_wanted(places),
        None => t.task_places_many().to_owned(),
    };
    match task.company {
        Company::Alone => format!("{count}. {}", t.task_company_alone()),
        Company::Group => format!("{count}. {}", t.task_company_group()),
        Company::Either => count,
    }
}

fn requirements(task: &Task, locale: Locale) -> Vec<RequirementView> {
    let view = |key: &str, detail: String| {
        let words = catalogue::requirement(key)?;
        Some(RequirementView {
            name: words.name(locale).to_owned(),
            detail,
            about: words.about(locale).to_owned(),
            next: words.next(locale).to_owned(),
        })
    };
    let of_age = task.min_age.and_then(|age| view("minimum_age", T(locale).task_years_old(age)));
    let others = task.requirements.iter().filter_map(|requirement| {
        let detail = match requirement {
            Requirement::Course => task.course.clone(),
            Requirement::InformationMeeting => task.information_meeting.clone(),
            _ => String::new(),
        };
        view(requirement.code(), detail)
    });
    of_age.into_iter().chain(others).collect()
}

impl super::Language {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Danish => t.task_language_da(),
            Self::English => t.task_language_en(),
            Self::German => t.task_language_de(),
            Self::Arabic => t.task_language_ar(),
            Self::Ukrainian => t.task_language_uk(),
        }
    }
}

impl super::StateKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Draft => t.task_state_draft(),
            Self::Awaiting => t.task_state_awaiting(),
            Self::Open => t.task_state_open(),
            Self::Filled => t.task_state_filled(),
            Self::Closed => t.task_state_closed(),
            Self::Expired => t.task_state_expired(),
            Self::Cancelled => t.task_state_cancelled(),
        }
    }

    /// How the state's mark looks: the tone and symbol of `c::state`.
    pub const fn tone(self) -> &'static str {
        match self {
            Self::Open => "good",
            Self::Awaiting => "wait",
            Self::Cancelled => "bad",
            Self::Draft | Self::Filled | Self::Closed | Self::Expired => "",
        }
    }

    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Draft => "edit",
            Self::Awaiting => "hourglass",
            Self::Open => "check",
            Self::Filled => "groups",
            Self::Closed | Self::Expired => "lock",
            Self::Cancelled => "close",
        }
    }
}

/// What is said above a task that cannot be answered to any more: heading and text.
pub fn over(state: &State, t: T) -> Option<(&'static str, &'static str)> {
    match state {
        State::Draft { .. } | State::Awaiting | State::Open(_) => None,
        State::Filled { .. } => Some((t.task_filled_heading(), t.task_filled_text())),
        State::Closed { .. } => Some((t.task_closed_heading(), t.task_closed_text())),
        State::Expired { .. } => Some((t.task_expired_heading(), t.task_expired_text())),
        State::Cancelled { .. } => Some((t.task_cancelled_heading(), t.task_cancelled_text())),
    }
}
