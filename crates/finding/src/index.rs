//! GET /opgaver: the list of what was found, next to the filters for it.

use askama::Template;
use axum::{
    http::{HeaderName, HeaderValue},
    response::Response,
};
use samskab_kernel::{
    Day, Locale,
    jiff::civil::Weekday::{Friday, Saturday, Sunday},
};
use samskab_organisation::{association, unit};
use samskab_search::{Hits, Matched, Query};
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell, form::Choice, paging::Page};

use super::{
    card::Card,
    dates::When,
    filters::{
        DISTANCES, Facet, Filters, NO_REQUIREMENT, Order, PosterKind, TimeNeeded, WHOLE_CODE, YES, km_choice,
        label,
    },
    loosen::{self, Loosened, Way},
    search::{self, Nearness, Search},
};
use crate::{T, dates::PartOfDay, known};
use samskab_taskbank::seen;
use samskab_taskbank::{
    catalogue,
    task::{Language, Settings, time::as_beginning},
};

const PAGE_SIZE: usize = 20;
/// How many values of a long list are shown at once; the others appear when a button is pressed.
const FEW: usize = 8;

#[derive(Template)]
#[template(path = "find/index.html")]
struct IndexPage {
    shell: Shell,
    t: T,
    filters: Filters,
    here: String,
    days: Vec<DayChoice>,
    groups: Vec<Group>,
    /// Choices without a place among the filters: a unit, an association.
    hidden: Vec<(&'static str, String)>,
    distances: Vec<Choice>,
    orders: Vec<Choice>,
    chosen: Vec<ChosenFilter>,
    /// How many of them are made among the filters.
    narrowed: usize,
    heading: String,
    read_as: Option<ReadAs>,
    /// What the address asked for and nobody knows: said, so that a list of everything is not taken for
    /// the answer.
    not_understood: Vec<String>,
    meant: Option<(String, String)>,
    some_words: bool,
    related: Vec<Way>,
    unknown_place: Vec<(String, String)>,
    cards: Vec<Card>,
    loosened: Option<Loosened>,
    previous: String,
    next: String,
    position: String,
    ways: Ways,
}

/// One day or period among the chips, with how much happens then.
pub struct DayChoice {
    pub value: String,
    pub label: String,
    pub count: Option<usize>,
    pub checked: bool,
}

struct Group {
    parameter: &'static str,
    legend: &'static str,
    options: Vec<FilterOption>,
    more: Vec<FilterOption>,
}

struct FilterOption {
    id: String,
    parameter: &'static str,
    value: String,
    label: String,
    count: usize,
    checked: bool,
}

pub struct ChosenFilter {
    pub label: String,
    /// The same search without it.
    pub href: String,
}

/// A date that was taken out of the text, and the way to search for the words instead.
struct ReadAs {
    said: String,
    literal: String,
}

/// The same search in other shapes.
pub struct Ways {
    pub list: String,
    /// The address for getting new results by mail.
    pub keep: String,
    pub calendar: String,
    pub map: String,
    pub rss: String,
    pub json: String,
}

impl Ways {
    pub fn of(filters: &Filters) -> Self {
        let first = filters.clone().at_page(1);
        // a feed is followed for years: how its reader once came is no part of it
        let feed = Filters { via: None, ..first.clone() };
        Self {
            list: first.href("/opgaver"),
            keep: feed.href("/soegninger/ny"),
            calendar: first.href("/opgaver/kalender"),
            map: first.href("/opgaver/kort"),
            rss: feed.href("/opgaver.rss"),
            json: feed.href("/opgaver.json"),
        }
    }
}

pub async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let search = Search::read(&cx, &mut reader).await?;
    let filters = &search.filters;
    let page = Page::new(Some(filters.page), PAGE_SIZE);
    let choices = day_choices(&search);
    let mut periods: Vec<_> = choices.iter().map(|when| when.numbers(search.today)).collect();
    periods.extend(filters.when.map(|when| when.numbers(search.today)));
    let hits = search::ask(
        &cx,
        &Query {
            offset: page.offset(),
            limit: PAGE_SIZE,
            count_facets: GROUPS.iter().map(|(facet, _)| facet.name()).collect(),
            count_periods: periods,
            ..search.query(&cx)
        },
    )?;
    if hits.hits.is_empty() && hits.total > 0 {
        // an old bookmark of a list that has become shorter
        return cx.redirect(filters.clone().at_page(page.count(hits.total)).href("/opgaver"));
    }
    let cards = search::cards(&cx, &mut reader, &search::ids(&hits)).await?;
    let days_off = known::days_off(&cx, &mut reader).await?;
    seen::count(&cx, seen::Place::List, &search::ids(&hits));
    let named = Named::read(&cx, &mut reader, filters).await?;
    drop(reader);
    // how many of the hits happen on the days asked for; the rest is flexible
    let dated = filters.when.and(hits.periods.last().copied());
    let loosened = match dated.unwrap_or(hits.total) {
        0 => loosen::offer(&cx, &search, t)?,
        _ => None,
    };
    let not_understood = not_understood(&search, &named, t);
    let chosen = chosen(&search, &named, t, "/opgaver");
    let narrowed =
        filters.chosen.values().map(Vec::len).sum::<usize>() + usize::from(filters.within_km.is_some());
    let canonical = filters.href("/opgaver");
    let via = filters.via.as_ref().map(|code| ("v", code.to_string()));
    let to_page = |number: Option<usize>| {
        number.map(|number| filters.clone().at_page(number).href("/opgaver")).unwrap_or_default()
    };
    let position = match page.count(hits.total) {
        1 => String::new(),
        count => t.find_page_position(count, page.number),
    };
    let body = IndexPage {
        shell: cx.shell(t.find_title()).here(),
        t,
        here: filters.here.map(|spot| spot.to_string()).unwrap_or_default(),
        days: days(&search, &choices, &hits, t),
        groups: groups(&search, &hits, t),
        hidden: named
            .hidden
            .iter()
            .cloned()
            .chain([(search::READ, search.read.clone())])
            .chain(via)
            .collect(),
        distances: distances(filters, t),
        orders: orders(filters, t),
        chosen,
        not_understood,
        narrowed,
        heading: heading(&search, &hits, dated, t),
        read_as: search.pulled.as_ref().map(|pulled| ReadAs {
            said: {
                let (when, words) = (pulled.when.said(search.today, cx.locale), pulled.words.clone());
                match pulled.when {
                    When::Season(_) => t.find_read_as_season(when, words),
                    _ => t.find_read_as(when, words),
                }
            },
            literal: {
                let text = format!("\"{} {}\"", pulled.rest, pulled.words).replace("\" ", "\"");
                filters.on(None).saying(&text).href("/opgaver")
            },
        }),
        meant: hits
            .suggestion
            .clone()
            .filter(|_| hits.matched == Matched::Spelling)
            .map(|word| (filters.saying(&word).href("/opgaver"), word)),
        related: loosen::related(&cx, &search, t)?,
        some_words: hits.matched == Matched::SomeWords && hits.total > 0,
        unknown_place: match search.near {
            Nearness::Unknown => search
                .places
                .iter()
                .map(|place| {
                    let near = Filters { near: place.city.clone(), ..filters.clone() };
                    (near.at_page(1).href("/opgaver"), place.city.clone())
                })
                .collect(),
            _ => Vec::new(),
        },
        cards: Card::list(&cards, &hits, (&Settings::of(&cx.tenant), &days_off), cx.now(), t)
            .into_iter()
            .map(|card| card.carrying(filters.via.as_ref()))
            .collect(),
        loosened,
        previous: to_page(page.previous()),
        next: to_page(page.next(hits.total)),
        position,
        ways: Ways::of(filters),
        filters: search.filters.clone(),
    };
    let mut response = cx.page(body)?;
    if cx.wants_fragment()
        && let Ok(address) = HeaderValue::from_str(&canonical)
    {
        // the form sends its empty fields too; the address bar gets the short form
        response.headers_mut().insert(HeaderName::from_static("hx-push-url"), address);
    }
    Ok(response)
}

/// `14 opgaver lørdag den 28. november`, `20 opgaver: 14 lørdag den 28. november, 6 hvor I aftaler tiden`, and how far
/// away. The first number is the one that the numbers beside the filters are parts of.
fn heading(search: &Search, hits: &Hits, dated: Option<usize>, t: T) -> String {
    let count = match (search.filters.when, dated) {
        (Some(when), Some(dated)) if dated < hits.total => {
            t.find_count_both(dated, hits.total - dated, hits.total, when.said(search.today, t.0))
        }
        (Some(when), _) => t.find_count_when(hits.total, when.said(search.today, t.0)),
        _ => t.find_count(hits.total),
    };
    match (&search.near, search.filters.radius()) {
        (Nearness::At { name, .. }, Some(km)) => t.find_count_within(&count, km, name),
        _ => count,
    }
}

/// The days offered as chips. Today and tomorrow are named so, and not offered twice.
pub fn usual_days(today: Day) -> Vec<When> {
    let mut days = vec![When::Today, When::Tomorrow];
    if !matches!(today.weekday(), Friday | Saturday) {
        days.push(When::Weekday(Saturday));
    }
    if today.weekday() != Sunday {
        days.push(When::Weekend);
    }
    days.push(When::NextWeek);
    days
}

/// `I morgen, lørdag`: Saturday is what most people look for, so it is named when it is near.
pub fn day_label(when: When, today: Day, locale: Locale) -> String {
    let day = when.days(today).0;
    let near = matches!(when, When::Today | When::Tomorrow);
    match (near, day.weekday()) {
        (true, Saturday) => format!("{}, {}", when.short(today, locale), locale.weekday(Saturday)),
        _ => when.short(today, locale),
    }
}

fn day_choices(search: &Search) -> Vec<When> {
    let mut choices = usual_days(search.today);
    if let Some(when) = search.filters.when.filter(|when| !choices.contains(when)) {
        choices.push(when);
    }
    choices
}

fn days(search: &Search, choices: &[When], hits: &Hits, t: T) -> Vec<DayChoice> {
    let filters = &search.filters;
    let whenever = DayChoice {
        value: String::new(),
        label: t.find_whenever().to_owned(),
        count: None,
        checked: filters.when.is_none(),
    };
    let offered = choices.iter().zip(&hits.periods).map(|(when, count)| DayChoice {
        value: when.to_string(),
        label: day_label(*when, search.today, t.0),
        count: Some(*count),
        checked: filters.when == Some(*when),
    });
    std::iter::once(whenever).chain(offered).collect()
}

type Legend = fn(T) -> &'static str;

/// What the list can be narrowed by, in the order of the page. The first two share a box.
const GROUPS: [(Facet, Legend); 10] = [
    (Facet::Requirement, T::find_easy),
    (Facet::FromHome, T::find_easy),
    (Facet::Duration, T::find_duration),
    (Facet::PartOfDay, T::find_part_of_day),
    (Facet::TargetGroup, T::find_target_group),
    (Facet::Topic, T::find_topic),
    (Facet::Town, T::find_town),
    (Facet::Theme, T::find_theme),
    (Facet::Language, T::find_language),
    (Facet::Poster, T::find_poster),
];

fn groups(search: &Search, hits: &Hits, t: T) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (facet, legend) in GROUPS {
        let (options, more) = options(facet, search, hits, t);
        match groups.last_mut() {
            Some(last) if last.legend == legend(t) => last.options.extend(options),
            _ if options.is_empty() => {}
            _ => groups.push(Group { parameter: facet.parameter(), legend: legend(t), options, more }),
        }
    }
    groups
}

fn options(facet: Facet, search: &Search, hits: &Hits, t: T) -> (Vec<FilterOption>, Vec<FilterOption>) {
    let counted = hits.facets.get(facet.name()).map(Vec::as_slice).unwrap_or_default();
    let count = |value: &str| counted.iter().find(|(known, _)| known == value).map_or(0, |(_, count)| *count);
    let fixed = |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>();
    // short lists keep their order, long ones begin with what there is most of
    let (mut values, long): (Vec<String>, bool) = match facet {
        Facet::Theme => (catalogue::themes().iter().map(|theme| theme.key.clone()).collect(), false),
        Facet::Duration => (TimeNeeded::ALL.iter().map(ToString::to_string).collect(), false),
        Facet::PartOfDay => (PartOfDay::ALL.iter().map(ToString::to_string).collect(), false),
        Facet::FromHome => (fixed(&[YES]), false),
        Facet::Requirement => (fixed(&[NO_REQUIREMENT]), false),
        Facet::Language => (Language::ALL.iter().map(ToString::to_string).collect(), false),
        Facet::Poster => (PosterKind::ALL.iter().map(ToString::to_string).collect(), false),
        Facet::Topic | Facet::TargetGroup | Facet::Town => {
            (counted.iter().map(|(value, _)| value.clone()).collect(), true)
        }
        Facet::Unit | Facet::Association => (Vec::new(), false),
    };
    let chosen = search.filters.chosen.get(&facet).map(Vec::as_slice).unwrap_or_default();
    for value in chosen.iter().rev() {
        if !values.contains(value) {
            values.insert(0, value.clone());
        }
    }
    let option = |value: String| {
        let label = match facet {
            Facet::Town => search.town(&value).map(str::to_owned),
            facet => label(facet, &value, t),
        };
        Some(FilterOption {
            id: format!("{}-{value}", facet.parameter()),
            parameter: facet.parameter(),
            count: count(&value),
            checked: search.filters.has(facet, &value),
            label: label?,
            value,
        })
    };
    let mut options: Vec<FilterOption> = values.into_iter().filter_map(option).collect();
    if long {
        // what is chosen stays in sight
        options.sort_by_key(|option| !option.checked);
    }
    let more = if long && options.len() > FEW + 2 { options.split_off(FEW) } else { Vec::new() };
    (options, more)
}

fn distances(filters: &Filters, t: T) -> Vec<Choice> {
    let mut kilometres = DISTANCES.to_vec();
    kilometres.extend(filters.radius().filter(|km| !DISTANCES.contains(km)));
    kilometres.sort_unstable();
    let whole = Choice::new(WHOLE_CODE, t.find_whole_municipality(), filters.radius().is_none());
    let each = kilometres
        .into_iter()
        .map(|km| Choice::new(km_choice(km), t.find_at_most_km(km), filters.radius() == Some(km)));
    each.chain([whole]).collect()
}

fn orders(filters: &Filters, t: T) -> Vec<Choice> {
    let used = filters.order_used();
    // the usual order stays out of the address
    let usual = Filters { order: None, ..filters.clone() }.order_used();
    let all = [
        (Order::Relevance, t.find_order_relevance(), !filters.text.is_empty()),
        (Order::Date, t.find_order_date(), true),
        (Order::Distance, t.find_order_distance(), filters.is_near_something()),
        (Order::Newest, t.find_order_newest(), true),
    ];
    all.into_iter()
        .filter(|(order, _, makes_sense)| *makes_sense || *order == used)
        .map(|(order, name, _)| {
            Choice::new(if order == usual { "" } else { order.code() }, name, order == used)
        })
        .collect()
}

/// Names that only the database knows.
struct Named {
    names: Vec<(Facet, String, String)>,
    hidden: Vec<(&'static str, String)>,
}

impl Named {
    /// Reads the names. Runs no query unless a unit or an association is chosen.
    async fn read(cx: &Cx, connection: &mut Connection, filters: &Filters) -> Result<Self> {
        let chosen = |facet: Facet| filters.chosen.get(&facet).cloned().unwrap_or_default();
        let (units, associations) = (chosen(Facet::Unit), chosen(Facet::Association));
        let mut names = Vec::new();
        if !units.is_empty() {
            let ids: Vec<unit::UnitId> = units.iter().filter_map(|id| id.parse().ok()).collect();
            let found = unit::store::find_many(connection, cx.tenant.id, &ids, cx.now().day()).await?;
            names.extend(found.into_iter().map(|unit| (Facet::Unit, unit.id.to_string(), unit.name)));
        }
        if !associations.is_empty() {
            let ids: Vec<association::AssociationId> =
                associations.iter().filter_map(|id| id.parse().ok()).collect();
            let found = association::store::find_many(connection, cx.tenant.id, &ids).await?;
            names.extend(
                found.into_iter().map(|one| (Facet::Association, one.id.to_string(), one.full_name())),
            );
        }
        let units = units.into_iter().map(|id| (Facet::Unit.parameter(), id));
        let hidden =
            units.chain(associations.into_iter().map(|id| (Facet::Association.parameter(), id))).collect();
        Ok(Self { names, hidden })
    }
}

/// A day that is none, a unit or an association that is not there.
fn not_understood(search: &Search, named: &Named, t: T) -> Vec<String> {
    let posters = [Facet::Unit, Facet::Association];
    let is_of_poster = |parameter: &str| posters.iter().any(|facet| facet.parameter() == parameter);
    let asked =
        posters.iter().filter_map(|facet| search.filters.chosen.get(facet)).map(Vec::len).sum::<usize>();
    let mut said = Vec::new();
    if asked > named.names.len() || search.problems.iter().any(|problem| is_of_poster(&problem.parameter)) {
        said.push(t.find_unknown_poster().to_owned());
    }
    let short = |text: &str| text.chars().take(40).collect::<String>();
    for problem in &search.problems {
        match problem.parameter.as_str() {
            "dag" => said.push(t.find_unknown_day(short(&problem.value))),
            // The order and the page choose nothing.
            "sorter" | "side" => {}
            parameter if is_of_poster(parameter) => {}
            parameter => said.push(t.find_unknown_choice(short(parameter), short(&problem.value))),
        }
    }
    said
}

/// Every choice in words, for somebody who keeps the search: no date in it belongs only to this week.
pub async fn in_words(cx: &Cx, connection: &mut Connection, search: &Search) -> Result<Vec<String>> {
    let t = T(cx.locale);
    let named = Named::read(cx, connection, &search.filters).await?;
    let mut words = Vec::new();
    if let Some(when) = search.filters.when {
        words.push(match when {
            When::Weekday(weekday) => as_beginning(t.0.weekday(weekday)),
            other => other.short(search.today, t.0),
        });
    }
    let dateless = Search { filters: search.filters.on(None), ..search.clone() };
    words.extend(chosen(&dateless, &named, t, "/opgaver").into_iter().map(|one| one.label));
    Ok(words)
}

/// Every choice on a page that shows the search in another shape, to be taken back there.
pub async fn chosen_on(
    cx: &Cx,
    connection: &mut Connection,
    search: &Search,
    path: &str,
) -> Result<Vec<ChosenFilter>> {
    let named = Named::read(cx, connection, &search.filters).await?;
    Ok(chosen(search, &named, T(cx.locale), path))
}

/// Every choice, to be taken back one by one.
fn chosen(search: &Search, named: &Named, t: T, path: &str) -> Vec<ChosenFilter> {
    let filters = &search.filters;
    let mut chosen = Vec::new();
    let mut add =
        |label: String, without: Filters| chosen.push(ChosenFilter { label, href: without.href(path) });
    if !filters.text.is_empty() {
        add(t.find_chosen_text(filters.text.clone()), filters.saying(""));
    }
    if let Some(when) = filters.when {
        add(as_beginning(&when.said(search.today, t.0)), filters.on(None));
    }
    if let Nearness::At { name, .. } = &search.near {
        match filters.radius() {
            Some(km) => add(t.find_chosen_within(km, name.clone()), filters.anywhere()),
            None => add(t.find_chosen_near(name.clone()), filters.anywhere()),
        }
    }
    for (facet, values) in &filters.chosen {
        for value in values {
            let name = match facet {
                Facet::Town => search.town(value).map(str::to_owned),
                Facet::Unit | Facet::Association => named
                    .names
                    .iter()
                    .find(|(of, id, _)| of == facet && id == value)
                    .map(|(.., name)| name.clone()),
                facet => label(*facet, value, t),
            };
            add(name.unwrap_or_else(|| t.find_unknown().to_owned()), filters.without(*facet, value));
        }
    }
    chosen
}
