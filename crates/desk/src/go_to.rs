//! GET /gaa-til: a person, a task, a place, an association or a page, by a few letters.

use std::collections::HashSet;

use askama::Template;
use axum::response::Response;
use samskab_kernel::danish::fold;
use samskab_store::Connection;
use samskab_web::{
    Cx, Result, Shell, form,
    module::{self, Destination, MOST_DESTINATIONS, all_shortcuts},
};
use serde::Deserialize;

use crate::{Cell, ListQuery, StaffList, T};

/// Fewer letters are nearly everything's.
const FEWEST: usize = 2;

#[derive(Deserialize, Default)]
#[serde(default)]
struct GoToQuery {
    q: String,
}

struct Group {
    heading: &'static str,
    found: Vec<Destination>,
}

#[derive(Template)]
#[template(path = "go_to.html")]
struct GoToPage {
    shell: Shell,
    t: T,
    asked: String,
    is_too_short: bool,
    groups: Vec<Group>,
}

pub(crate) async fn show(cx: Cx) -> Result<Response> {
    cx.require(!cx.actor.standings.is_empty())?;
    let t = T(cx.locale);
    let query: GoToQuery = form::query(&cx);
    let asked = query.q.trim().to_owned();
    let is_too_short = asked.chars().count() < FEWEST;
    let mut found = Vec::new();
    if !is_too_short {
        found.extend(pages(&cx, &asked));
        let mut reader = cx.read().await?;
        for destinations in &cx.services.destinations {
            found.extend(destinations(&cx, &mut reader, &asked).await?);
        }
    }
    // A page of a context may stand in the menu by another name.
    let mut seen = HashSet::new();
    found.retain(|destination| seen.insert(destination.href.clone()));
    // What begins as it was typed comes first; the contexts' own order holds among the rest.
    let start = fold(&asked);
    let begins = |title: &str| fold(title).split_whitespace().any(|word| word.starts_with(&start));
    found.sort_by_key(|destination| {
        !begins(&destination.title) && !fold(&destination.title).starts_with(&start)
    });
    // The only one there is: there at once.
    if let [only] = found.as_slice() {
        return cx.redirect(&only.href);
    }
    let mut groups: Vec<Group> = Vec::new();
    for destination in found {
        match groups.iter_mut().find(|group| group.heading == destination.heading) {
            Some(group) => group.found.push(destination),
            None => groups.push(Group { heading: destination.heading, found: vec![destination] }),
        }
    }
    let shell = Shell { destination: asked.clone(), ..cx.shell(t.go_to()).here() };
    cx.page(GoToPage { shell, t, asked, is_too_short, groups })
}

/// What a list of staff finds by words, the first link of each row. Runs as many queries as the list has.
pub async fn of_list(
    cx: &Cx,
    connection: &mut Connection,
    list: &dyn StaffList,
    asked: &str,
) -> Result<Vec<Destination>> {
    if !list.may(cx) {
        return Ok(Vec::new());
    }
    let (facts, asked) = (list.facts(), ListQuery::of_words(asked));
    let narrowed = asked.narrow(list.narrowed(cx, &asked));
    let sorting = asked.sorting(facts.list, facts.usual, MOST_DESTINATIONS);
    let lines = list.lines(cx, connection, narrowed, sorting).await?;
    let heading = (facts.title)(cx.locale);
    let destination = |cell| match cell {
        Cell::Link { label, href, note } => Some(Destination { heading, title: label, detail: note, href }),
        _ => None,
    };
    Ok(lines.into_iter().filter_map(|line| line.cells.into_iter().find_map(destination)).collect())
}

/// Pages of the menus, the shortcuts and the reader's own whose name has every word.
fn pages(cx: &Cx, asked: &str) -> Vec<Destination> {
    let t = samskab_web::T(cx.locale);
    let shell = cx.shell("");
    let menus = shell.desk.iter().chain(&shell.nav).map(|item| (item.href, item.label));
    let shortcuts = all_shortcuts(cx);
    let shortcuts = shortcuts.iter().map(|shortcut| (shortcut.href, shortcut.label));
    module::pages(cx, asked, menus.chain(shortcuts).chain([("/min-side", t.my_page())]))
}
