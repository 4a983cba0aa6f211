//! A task in a list: what, by whom, when, where, and whom to ask.

use std::sync::Arc;

use samskab_kernel::{Day, Locale};
use samskab_search::{Hit, Hits};

use crate::{DaysOff, T};
use samskab_taskbank::{
    catalogue,
    channel::{ChannelCode, carried_on},
    task::{
        Off, Remote, Settings, TaskCard, Time,
        store::places_left,
        time::{as_beginning, clock},
    },
};

/// Ready for `find/card.html`.
pub struct Card {
    pub href: String,
    pub title: String,
    pub summary: String,
    pub by: String,
    /// The day it is about; `None` where the time is agreed on.
    pub day: Option<DayBox>,
    pub when: String,
    pub place: String,
    pub tags: Vec<Tag>,
    /// The words before the number.
    pub ask: &'static str,
    pub phone: String,
}

/// The small calendar sheet next to a task.
pub struct DayBox {
    pub weekday: String,
    pub number: i8,
    pub month: String,
}

pub struct Tag {
    pub label: String,
    /// The tone for the macro `tag`.
    pub tone: &'static str,
    pub symbol: &'static str,
}

impl DayBox {
    pub fn of(day: Day, locale: Locale) -> Self {
        let short = |text: &str| text.chars().take(3).collect::<String>();
        let (date, month) = (day.date(), locale.month(day.date().month()));
        let dot = if locale == Locale::Da && month.chars().count() > 3 { "." } else { "" };
        Self {
            weekday: short(locale.weekday(day.weekday())),
            number: date.day(),
            month: format!("{}{dot}", short(month)),
        }
    }
}

impl Card {
    /// `hit` says which of the days asked for it is about, and how far away it is.
    pub fn of(card: &TaskCard, hit: Option<&Hit>, off: Off<'_>, now: samskab_kernel::Instant, t: T) -> Self {
        let locale = t.0;
        let today = now.day();
        let asked = hit.and_then(|hit| hit.day).map(|number| Day::of(1970, 1, 1).plus_days(number));
        let day = asked.or_else(|| card.time.next(now, 1, off).first().map(|(start, _)| start.day()));
        Self {
            href: format!("/opgaver/{}", card.id),
            title: card.title.clone(),
            summary: card.summary.clone(),
            by: card.poster_name.clone(),
            day: day.map(|day| DayBox::of(day, locale)),
            when: unbroken(&as_beginning(&card.time.sentence(locale, today))),
            place: place(card, hit.and_then(|hit| hit.distance_km), t),
            tags: tags(card, t),
            ask: t.find_ask(),
            phone: card.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default(),
        }
    }

    /// Its link carries along by which channel the reader came (VB-22).
    #[must_use]
    pub fn carrying(self, via: Option<&ChannelCode>) -> Self {
        Self { href: carried_on(&self.href, via), ..self }
    }

    /// The cards in the given order. A task that begins before an answer is promised is asked about by telephone.
    pub fn list(
        cards: &[Arc<TaskCard>],
        hits: &Hits,
        (settings, days_off): (&Settings, &DaysOff),
        now: samskab_kernel::Instant,
        t: T,
    ) -> Vec<Self> {
        let hit = |card: &TaskCard| hits.hits.iter().find(|hit| hit.id == card.id.uuid());
        let shown = |card: &TaskCard| {
            let calls_first = settings.answer_by(&card.time, now).calls_first;
            let ask = if calls_first { t.find_call_soon() } else { t.find_ask() };
            Self { ask, ..Self::of(card, hit(card), days_off.of(card), now, t) }
        };
        cards.iter().map(|card| shown(card)).collect()
    }
}

/// `kl.` stays with its time and a time with the next at the end of a line.
pub fn unbroken(text: &str) -> String {
    text.replace("kl. ", "kl.\u{a0}").replace('–', "\u{2060}–\u{2060}")
}

/// `Havblik, Lynghavn, 3 km væk` · `Hjemmefra`.
fn place(card: &TaskCard, distance_km: Option<f64>, t: T) -> String {
    if card.remote == Remote::Remote {
        return t.find_from_home().to_owned();
    }
    let mut parts: Vec<String> = Vec::new();
    if !card.venue.is_empty() && card.venue != card.poster_name {
        parts.push(card.venue.clone());
    }
    if !card.city.is_empty() && !card.venue.contains(&card.city) {
        parts.push(card.city.clone());
    }
    if let Some(km) = distance_km {
        parts.push(t.find_away(t.0.kilometres(km)));
    }
    if card.remote == Remote::Partly {
        parts.push(t.find_partly_from_home().to_owned());
    }
    parts.join(", ")
}

/// Whom it is for, what is required, and how many are wanted: this decides whether one reads on.
fn tags(card: &TaskCard, t: T) -> Vec<Tag> {
    let locale = t.0;
    let mut tags = Vec::new();
    let groups = card
        .target_groups
        .iter()
        .filter(|key| *key != "everyone")
        .filter_map(|key| catalogue::target_group(key));
    tags.extend(groups.take(2).map(|group| Tag {
        label: group.name(locale).to_owned(),
        tone: "",
        symbol: "",
    }));
    for requirement in
        card.requirements.iter().filter_map(|requirement| catalogue::requirement(requirement.code()))
    {
        if requirement.blocks_start {
            tags.push(Tag { label: requirement.name(locale).to_owned(), tone: "outline", symbol: "info" });
        }
    }
    if let Some(age) = card.min_age {
        tags.push(Tag { label: t.find_min_age(age), tone: "outline", symbol: "" });
    }
    if card.requirements.is_empty() && card.min_age.is_none() {
        tags.push(Tag { label: t.find_no_requirements().to_owned(), tone: "plain", symbol: "" });
    }
    if let Some(left) = places_left(card.places, card.taken) {
        tags.push(Tag { label: t.task_places_left(left), tone: "warm", symbol: "" });
    }
    tags
}

/// The time of day, for a list under a date: `13.30`.
pub fn starts(card: &TaskCard, locale: Locale) -> Option<String> {
    match &card.time {
        Time::OneOff { turn, .. } | Time::Weekly { turn, .. } => Some(clock(locale, turn.start_minute)),
        Time::Flexible { .. } | Time::Unsettled(_) => None,
    }
}
