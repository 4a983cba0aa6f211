//! GET /: what can I do, when, near me – and whom do I ask?

use std::sync::Arc;

use askama::Template;
use axum::response::Response;
use samskab_kernel::{Instant, Locale};
use samskab_search::Query;
use samskab_web::{Cx, Result, Shell, assets};

use super::{
    card::{Card, DayBox},
    dates::When,
    documents::KIND,
    filters::{Facet, Filters, NO_REQUIREMENT, TimeNeeded, YES, label},
    index::{day_label, usual_days},
    search,
};
use crate::{DaysOff, T, known};
use samskab_taskbank::{
    catalogue, channel,
    task::{Off, Settings, TaskCard, store::places_left},
};

/// How many of the soonest tasks are shown on the front page.
const SOON: usize = 6;
/// Times as many tasks are read as are shown, because the very soonest may begin before anybody can answer.
const LOOKED_AT: usize = 8;
const TOPICS: usize = 8;

#[derive(Template)]
#[template(path = "find/front.html")]
struct FrontPage {
    shell: Shell,
    t: T,
    slogan: OwnWords,
    welcome: OwnWords,
    count: usize,
    days: Vec<Day>,
    soon_heading: String,
    /// Why they begin later than tomorrow, though something happens before; empty: it is not so.
    soon_why: &'static str,
    see_all: String,
    see_all_href: String,
    cards: Vec<Card>,
    ways: Vec<Way>,
    opening_hours: String,
    signed_in: bool,
    /// What a link to the page shows where it is shared.
    image: String,
    /// The code of the channel by which the reader came; empty: none.
    via: String,
}

/// The municipality's own words on the page; empty: none.
struct OwnWords {
    text: String,
    /// The code of the language, where it is another than the page's; empty: it is the page's.
    language: &'static str,
}

impl OwnWords {
    fn of(locale: Locale, danish: &str, english: &str) -> Self {
        let is_danish_only = locale == Locale::En && english.is_empty();
        let language = if is_danish_only { Locale::Da.code() } else { "" };
        Self { text: locale.choose(danish, english).to_owned(), language }
    }
}

struct Day {
    label: String,
    count: usize,
    href: String,
}

/// Another way in than a date: a subject, or what makes it easy.
struct Way {
    symbol: &'static str,
    name: String,
    more: &'static str,
    /// How many there are behind it: tasks, or associations.
    count: usize,
    href: String,
}

/// A task on the front page, with the turn it leads with.
struct Soon {
    card: Arc<TaskCard>,
    /// The first turn before which an answer can still come; where there is none, the first that has not begun.
    /// `None`: its time is agreed on individually, or all of it has begun.
    starts_at: Option<Instant>,
    /// Whether an answer can still reach it.
    is_answerable: bool,
}

/// At most this many turns of a task are examined: a daily task has one after any promise among them.
const TURNS: usize = 16;

impl Soon {
    fn of(card: Arc<TaskCard>, promised: Instant, off: Off<'_>, now: Instant) -> Self {
        let mut turns = card.time.coming(now, off).take(TURNS).peekable();
        let is_agreed_on = turns.peek().is_none();
        let mut coming = turns.map(|(start, _)| start).filter(|start| *start > now);
        let first = coming.next();
        let answered = first.into_iter().chain(coming).find(|start| *start > promised);
        let is_answerable = answered.is_some() || is_agreed_on;
        Self { starts_at: answered.or(first), is_answerable, card }
    }

    /// Tasks that take nobody more come last, and before them those one must call about; among equals the soonest
    /// first, and tasks without a day after those with one.
    fn rank(&self) -> (bool, bool, bool, Option<Instant>) {
        let is_full = places_left(self.card.places, self.card.taken) == Some(0);
        (is_full, !self.is_answerable, self.starts_at.is_none(), self.starts_at)
    }
}

/// The tasks shown on the front page, the first first.
fn answerable_first(
    cards: Vec<Arc<TaskCard>>,
    settings: &Settings,
    days_off: &DaysOff,
    now: Instant,
) -> Vec<Soon> {
    let promised = settings.promised(now);
    let soon = |card: Arc<TaskCard>| {
        let off = days_off.of(&card);
        Soon::of(card, promised, off, now)
    };
    let mut soon: Vec<Soon> = cards.into_iter().map(soon).collect();
    soon.sort_by_key(Soon::rank);
    soon.truncate(SOON);
    soon
}

pub async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let today = cx.now().day();
    let usual = usual_days(today);
    let hits = search::ask(
        &cx,
        &Query {
            kind: Some(KIND),
            limit: SOON * LOOKED_AT,
            count_facets: [Facet::Topic, Facet::FromHome, Facet::Requirement, Facet::Duration]
                .map(Facet::name)
                .to_vec(),
            count_periods: usual.iter().map(|when| when.numbers(today)).collect(),
            count_days: Some(today.number()..=today.number() + 14),
            ..Query::new(cx.tenant.id.uuid())
        },
    )?;
    let settings = Settings::of(&cx.tenant);
    let (cards, days_off) = {
        let mut reader = cx.read().await?;
        let cards = search::cards(&cx, &mut reader, &search::ids(&hits)).await?;
        (cards, known::days_off(&cx, &mut reader).await?)
    };
    // A task that has begun is sorted by its next turn. At midnight the page changes anyhow.
    let begin = |card: &TaskCard| card.time.occurrences(today, today, Off::NEVER);
    let begins =
        cards.iter().flat_map(|card| begin(card)).map(|(start, _)| start).filter(|start| *start > cx.now());
    cx.keep_until(begins.fold(today.end(), Instant::min));
    let soon = answerable_first(cards, &settings, &days_off, cx.now());
    let everything = Filters { page: 1, via: channel::from_request(&cx), ..Filters::default() };
    let days = usual.iter().zip(&hits.periods).map(|(when, count)| Day {
        label: day_label(*when, today, cx.locale),
        count: *count,
        href: everything.on(Some(*when)).href("/opgaver"),
    });
    let days: Vec<Day> = days.collect();
    // if everything soon is on one day, the heading says which and leads to that day
    let begins = |soon: &Soon| soon.starts_at.map(Instant::day);
    let day = soon.first().and_then(begins).filter(|day| soon.iter().all(|soon| begins(soon) == Some(*day)));
    let when = day.map(|day| if day == today { When::Today } else { When::Day(day) });
    let there = day.and_then(|day| hits.days.get(&day.number())).copied();
    let is_something_before = |day: samskab_kernel::Day| hits.days.range(..day.number()).next().is_some();
    let counted = |facet: Facet, value: &str| {
        let values = hits.facets.get(facet.name()).map(Vec::as_slice).unwrap_or_default();
        values.iter().find(|(known, _)| known == value).map_or(0, |(_, count)| *count)
    };
    let easy = [
        ("home", Facet::FromHome, YES, t.find_from_home(), t.find_front_from_home_more()),
        (
            "star",
            Facet::Requirement,
            NO_REQUIREMENT,
            t.find_no_requirements(),
            t.find_front_no_requirements_more(),
        ),
        (
            "time",
            Facet::Duration,
            TimeNeeded::OneHour.code(),
            t.find_front_one_hour(),
            t.find_front_one_hour_more(),
        ),
    ];
    let easy = easy.into_iter().map(|(symbol, facet, value, name, more)| Way {
        symbol,
        name: name.to_owned(),
        more,
        count: counted(facet, value),
        href: everything.with(facet, value).href("/opgaver"),
    });
    let topics = hits.facets.get(Facet::Topic.name()).map(Vec::as_slice).unwrap_or_default();
    let topics =
        topics.iter().filter(|(key, _)| catalogue::topic(key).is_some()).take(TOPICS).map(|(key, count)| {
            Way {
                symbol: "",
                name: label(Facet::Topic, key, t).unwrap_or_default(),
                more: "",
                count: *count,
                href: everything.with(Facet::Topic, key).href("/opgaver"),
            }
        });
    let associations =
        search::ask(&cx, &Query { kind: Some("association"), limit: 0, ..Query::new(cx.tenant.id.uuid()) })?;
    let associations = Way {
        symbol: "groups",
        name: t.find_front_associations().to_owned(),
        more: t.find_front_associations_more(),
        count: associations.total,
        href: "/foreninger".to_owned(),
    };
    let (leads, cards): (Vec<_>, Vec<Arc<TaskCard>>) =
        soon.into_iter().map(|soon| (soon.starts_at, soon.card)).unzip();
    let shown = Card::list(&cards, &hits, (&settings, &days_off), cx.now(), t).into_iter().zip(leads).map(
        |(card, lead)| {
            let mut card = card.carrying(everything.via.as_ref());
            if let Some(start) = lead {
                card.day = Some(DayBox::of(start.day(), cx.locale));
            }
            card
        },
    );
    let profile = &cx.tenant.profile;
    cx.page(FrontPage {
        shell: cx.shell(t.find_front_title()),
        t,
        slogan: OwnWords::of(cx.locale, &profile.slogan, &profile.slogan_en),
        welcome: OwnWords::of(cx.locale, &profile.welcome, &profile.welcome_en),
        count: hits.total,
        days,
        soon_heading: match when {
            Some(when) => t.find_front_soon_when(when.said(today, cx.locale)),
            None => t.find_front_soon().to_owned(),
        },
        soon_why: match day {
            Some(day) if day > today.plus_days(1) && is_something_before(day) => t.find_front_soon_why(),
            _ => "",
        },
        see_all: t.find_front_see_all(there.unwrap_or(hits.total)),
        see_all_href: everything.on(when.filter(|_| there.is_some())).href("/opgaver"),
        cards: shown.collect(),
        via: everything.via.as_ref().map(|code| code.to_string()).unwrap_or_default(),
        ways: easy.chain([associations]).chain(topics).filter(|way| way.count > 0).collect(),
        opening_hours: cx.locale.choose(&profile.opening_hours, &profile.opening_hours_en).to_owned(),
        signed_in: cx.actor.is_signed_in(),
        image: cx.absolute(assets::url("shared.png")),
    })
}
