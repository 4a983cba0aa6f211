//! GET /: what can I do, when, near me – and whom do I ask?

use askama::Template;
use axum::response::Response;
use samskab_search::Query;
use samskab_web::{Cx, Result, Shell};

use super::{
    card::Card,
    dates::When,
    documents::KIND,
    filters::{Facet, Filters, NO_REQUIREMENT, TimeNeeded, YES, label},
    index::{day_label, usual_days},
    search,
};
use crate::{T, catalogue, channel, task::TaskCard};

/// So many of the soonest stand on the front page.
const SOON: usize = 6;
const TOPICS: usize = 8;

#[derive(Template)]
#[template(path = "find/front.html")]
struct FrontPage {
    shell: Shell,
    t: T,
    count: usize,
    days: Vec<Day>,
    soon_heading: String,
    see_all: String,
    see_all_href: String,
    cards: Vec<Card>,
    ways: Vec<Way>,
    opening_hours: String,
    signed_in: bool,
    /// The code of the channel by which the reader came; empty: none.
    via: String,
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

pub async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let today = cx.now().day();
    let usual = usual_days(today);
    let hits = search::ask(
        &cx,
        &Query {
            kind: Some(KIND),
            limit: SOON,
            count_facets: [Facet::Topic, Facet::FromHome, Facet::Requirement, Facet::Duration]
                .map(Facet::name)
                .to_vec(),
            count_periods: usual.iter().map(|when| when.numbers(today)).collect(),
            count_days: Some(today.number()..=today.number() + 14),
            ..Query::new(cx.tenant.id.uuid())
        },
    )?;
    let cards = {
        let mut reader = cx.read().await?;
        search::cards(&cx, &mut reader, &search::ids(&hits)).await?
    };
    let everything = Filters { page: 1, via: channel::from_request(&cx), ..Filters::default() };
    let days = usual.iter().zip(&hits.periods).map(|(when, count)| Day {
        label: day_label(*when, today, cx.locale),
        count: *count,
        href: everything.on(Some(*when)).href("/opgaver"),
    });
    let days: Vec<Day> = days.collect();
    // if everything soon is on one day, the heading says which and leads to that day
    let begins = |card: &TaskCard| card.time.next(cx.now(), 1).first().map(|(start, _)| start.day());
    let day =
        cards.first().and_then(begins).filter(|day| cards.iter().all(|card| begins(card) == Some(*day)));
    let when = day.map(|day| if day == today { When::Today } else { When::Day(day) });
    let there = day.and_then(|day| hits.days.get(&day.number())).copied();
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
    let profile = &cx.tenant.profile;
    cx.page(FrontPage {
        shell: cx.shell(t.find_front_title()),
        t,
        count: hits.total,
        days,
        soon_heading: match when {
            Some(when) => t.find_front_soon_when(when.said(today, cx.locale)),
            None => t.find_front_soon().to_owned(),
        },
        see_all: t.find_front_see_all(there.unwrap_or(hits.total)),
        see_all_href: everything.on(when.filter(|_| there.is_some())).href("/opgaver"),
        cards: Card::list(&cards, &hits, cx.now(), t)
            .into_iter()
            .map(|card| card.carrying(everything.via.as_ref()))
            .collect(),
        via: everything.via.as_ref().map(|code| code.to_string()).unwrap_or_default(),
        ways: easy.chain([associations]).chain(topics).filter(|way| way.count > 0).collect(),
        opening_hours: cx.locale.choose(&profile.opening_hours, &profile.opening_hours_en).to_owned(),
        signed_in: cx.actor.is_signed_in(),
    })
}
