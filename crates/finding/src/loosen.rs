//! Nothing was found: what would be, if one thing were asked for less; and what else is about the same.

use std::sync::LazyLock;

use samskab_kernel::{Day, Locale, danish::fold};
use samskab_search::Query;
use samskab_web::{Cx, Result};

use super::{
    dates::When,
    filters::{DISTANCES, Facet, Filters, label},
    search::{Search, ask},
};
use crate::T;
use samskab_taskbank::{catalogue, task::time::as_beginning};

/// Ways out of an empty list, with what each would find.
pub struct Loosened {
    /// The nearest way out, in the sentence that says there is nothing.
    pub heading: String,
    pub ways: Vec<Way>,
}

pub struct Way {
    pub label: String,
    pub count: usize,
    pub href: String,
}

/// So far ahead another day is looked for.
const DAYS_AHEAD: i32 = 30;
const WAYS: usize = 6;
const TOPICS: usize = 3;

/// `None` when even an empty search finds nothing: then the page says that there are no tasks.
pub fn offer(cx: &Cx, search: &Search, t: T) -> Result<Option<Loosened>> {
    let filters = &search.filters;
    let mut ways: Vec<Way> = Vec::new();
    let mut heading = None;
    if let Some(when) = filters.when {
        for (day, count) in other_days(cx, search, when)? {
            let said = When::Day(day).said(search.today, cx.locale);
            if heading.is_none() {
                heading = Some(t.find_none_but_day(when.said(search.today, cx.locale), count, said.clone()));
            }
            ways.push(way(as_beginning(&said), count, &filters.on(Some(When::Day(day)))));
        }
    }
    let mut offered: Vec<(String, Filters)> = Vec::new();
    let mut offer = |label: String, loosened: Filters| offered.push((label, loosened));
    if filters.when.is_some() {
        offer(t.find_loosen_day_any().to_owned(), filters.on(None));
    }
    if let Some(km) = filters.radius() {
        if let Some(farther) = DISTANCES.into_iter().find(|more| *more > km) {
            offer(t.find_loosen_km(farther), filters.within(Some(farther)));
        }
        offer(t.find_loosen_anywhere().to_owned(), filters.anywhere());
    }
    for (facet, values) in &filters.chosen {
        for value in values {
            let name = label(*facet, value, t).or_else(|| search.town(value).map(str::to_owned));
            offer(
                t.find_loosen_without(name.unwrap_or_else(|| t.find_unknown().to_owned())),
                filters.without(*facet, value),
            );
        }
    }
    if !filters.text.is_empty() {
        let only = Filters::default().saying(&filters.text);
        if only != *filters && only != filters.on(None) {
            offer(t.find_loosen_only_text(filters.text.clone()), only);
        }
        offer(t.find_loosen_text(filters.text.clone()), filters.saying(""));
    }
    let everything = (t.find_loosen_everything().to_owned(), Filters::default().at_page(1));
    for (label, loosened) in offered.into_iter().chain([everything]) {
        // everything is the last way out
        if ways.len() == WAYS || (loosened.is_everything() && !ways.is_empty()) {
            break;
        }
        let count = search.count(cx, &loosened)?;
        if count > 0 {
            ways.push(way(label, count, &loosened));
        }
    }
    if ways.is_empty() {
        return Ok(None);
    }
    let heading = heading.unwrap_or_else(|| t.find_none().to_owned());
    Ok(Some(Loosened { heading, ways }))
}

fn way(label: String, count: usize, filters: &Filters) -> Way {
    Way { label, count, href: filters.href("/opgaver") }
}

/// The names of each topic of the catalogue, in both languages and in everyday words, normalised for comparing.
static SAID: LazyLock<Vec<Vec<String>>> = LazyLock::new(|| {
    let said = |topic: &catalogue::Topic| {
        let names = Locale::ALL.map(|locale| topic.name(locale));
        topic.words_da.iter().map(String::as_str).chain(names).map(fold).collect()
    };
    catalogue::topics().iter().map(said).collect()
});

/// Topics that the words of the text belong to, with all there is about them: who types "håndbold" may like
/// other sport too.
pub fn related(cx: &Cx, search: &Search, t: T) -> Result<Vec<Way>> {
    let text = fold(&search.filters.text);
    let words: Vec<&str> =
        text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let mut ways = Vec::new();
    if words.is_empty() {
        return Ok(ways);
    }
    let about = catalogue::topics()
        .iter()
        .zip(&*SAID)
        .filter(|(_, said)| said.iter().any(|said| words.contains(&said.as_str())));
    let others = about.map(|(topic, _)| topic).filter(|topic| !search.filters.has(Facet::Topic, &topic.key));
    for topic in others.take(TOPICS) {
        let filters = search.filters.saying("").with(Facet::Topic, &topic.key);
        let count = search.count(cx, &filters)?;
        if count > 0 {
            ways.push(way(topic.name(t.0).to_owned(), count, &filters));
        }
    }
    Ok(ways)
}

/// The two nearest days on which something happens.
fn other_days(cx: &Cx, search: &Search, when: When) -> Result<Vec<(Day, usize)>> {
    let today = search.today;
    let hits = ask(
        cx,
        &Query {
            limit: 0,
            count_days: Some(today.number()..=today.number() + DAYS_AHEAD),
            ..search.query(cx)
        },
    )?;
    let (first, last) = when.days(today);
    let distance = |day: i32| (first.number() - day).max(day - last.number());
    let mut days: Vec<(i32, usize)> = hits.days.into_iter().collect();
    days.sort_by_key(|(day, _)| (distance(*day), *day));
    Ok(days.into_iter().take(2).map(|(day, count)| (today.plus_days(day - today.number()), count)).collect())
}
