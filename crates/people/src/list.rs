//! /personer: somebody is found by name, e-mail or telephone. Nobody is shown before something is asked for.

use std::collections::HashMap;

use askama::Template;
use axum::response::Response;
use samskab_kernel::{
    contact::Email,
    danish::{fold, sort_key},
};
use samskab_organisation::{
    import::known::{Somebody, everybody_of},
    person::PersonId,
};
use samskab_store::Connection;
use samskab_web::{
    Cx, Result, Shell, form,
    module::{BoxFuture, Destination, MOST_DESTINATIONS},
    paging::Page,
};
use serde::Deserialize;

use crate::{
    T,
    authority::{Action, may},
    look::{self, Kind},
    page_id, roles,
};

const PAGE_SIZE: usize = 20;

/// What was searched for, as the address says it.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Search {
    q: String,
    side: String,
}

/// Address and number, where there are any.
pub(crate) fn contact(one: &Somebody) -> String {
    let email = one.email.as_ref().map(ToString::to_string);
    let phone = one.phone.as_ref().map(|phone| phone.spaced());
    email.into_iter().chain(phone).collect::<Vec<_>>().join(" · ")
}

/// Every word is in the name or the address, or is a part of the number.
fn fits(one: &Somebody, words: &[String], digits: &str) -> bool {
    let phone: String = one.phone.as_ref().map(|phone| only_digits(phone.as_str())).unwrap_or_default();
    if digits.len() >= FEWEST_DIGITS && phone.contains(digits) {
        return true;
    }
    let text = fold(&format!("{} {}", one.name, one.email.as_ref().map_or("", Email::as_str)));
    words.iter().all(|word| text.contains(word.as_str()))
}

/// Fewer digits are many people's.
const FEWEST_DIGITS: usize = 4;

fn only_digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// Those who fit, in Danish alphabetical order.
pub(crate) fn found(mut all: Vec<Somebody>, asked: &str) -> Vec<Somebody> {
    let words: Vec<String> = asked.split_whitespace().map(fold).collect();
    // A number is written with blanks: it is no word then.
    let is_number = asked.chars().all(|sign| sign.is_ascii_digit() || sign == ' ' || sign == '+');
    let digits = if is_number { only_digits(asked.trim().trim_start_matches("+45")) } else { String::new() };
    all.retain(|one| fits(one, &words, &digits));
    all.sort_by_cached_key(|one| (sort_key(&one.name), one.id));
    all
}

struct Card {
    name: String,
    href: String,
    email: String,
    phone: String,
    roles: String,
}

#[derive(Template)]
#[template(path = "list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    q: String,
    cards: Vec<Card>,
    heading: String,
    previous: String,
    next: String,
}

pub(crate) async fn show(cx: Cx) -> Result<Response> {
    cx.require(may(&cx.actor, Action::SeePeople, None))?;
    let t = T(cx.locale);
    let search: Search = form::query(&cx);
    let asked = search.q.trim();
    let page = Page::new(search.side.parse().ok(), PAGE_SIZE);
    let mut tx = cx.write().await?;
    let all = match asked {
        "" => Vec::new(),
        asked => found(everybody_of(&mut tx, cx.tenant.id).await?, asked),
    };
    let total = all.len();
    let shown: Vec<Somebody> = all.into_iter().skip(page.offset()).take(PAGE_SIZE).collect();
    let ids: Vec<PersonId> = shown.iter().map(|one| one.id).collect();
    let pages = page_id::of(&mut tx, &ids).await?;
    let roles = roles::today(&mut tx, cx.tenant.id, &ids, cx.today()).await?;
    let place = look::place_of(&cx, &mut tx).await?;
    look::log(&mut tx, &ids, Kind::Listed, &place).await?;
    tx.commit().await?;
    let turn = |number: Option<usize>| {
        number.map(|number| cx.with_query("side", &number.to_string())).unwrap_or_default()
    };
    // How many there are tells of those the page does not show: it says whether there are more.
    let heading = if asked.is_empty() { String::new() } else { t.people_found(asked) };
    cx.page(ListPage {
        shell: cx.shell(t.people_title()).here(),
        t,
        cards: shown.iter().map(|one| card(one, &pages, &roles)).collect(),
        heading,
        previous: turn(page.previous()),
        next: turn(page.next(total)),
        q: search.q.clone(),
    })
}

/// For *Gå til*: people by name or address, for those who may see them. Whoever is shown is told, as on the page.
pub(crate) fn destinations<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    asked: &'a str,
) -> BoxFuture<'a, Result<Vec<Destination>>> {
    Box::pin(async move {
        if !may(&cx.actor, Action::SeePeople, None) {
            return Ok(Vec::new());
        }
        let mut shown = found(everybody_of(connection, cx.tenant.id).await?, asked);
        shown.truncate(MOST_DESTINATIONS);
        if shown.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<PersonId> = shown.iter().map(|one| one.id).collect();
        let mut tx = cx.write().await?;
        let pages = page_id::of(&mut tx, &ids).await?;
        let roles = roles::today(&mut tx, cx.tenant.id, &ids, cx.today()).await?;
        let place = look::place_of(cx, &mut tx).await?;
        look::log(&mut tx, &ids, Kind::Listed, &place).await?;
        tx.commit().await?;
        let destination = |one: &Somebody| {
            let card = card(one, &pages, &roles);
            let detail = if card.roles.is_empty() { contact(one) } else { card.roles };
            Destination { heading: T(cx.locale).people_title(), title: card.name, detail, href: card.href }
        };
        Ok(shown.iter().map(destination).collect())
    })
}

fn card(
    one: &Somebody,
    pages: &HashMap<PersonId, page_id::PageId>,
    roles: &HashMap<PersonId, Vec<String>>,
) -> Card {
    Card {
        name: one.name.clone(),
        href: pages.get(&one.id).map(|page| page_id::href(*page)).unwrap_or_default(),
        email: one.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        phone: one.phone.as_ref().map(|phone| phone.spaced()).unwrap_or_default(),
        roles: roles.get(&one.id).map(|roles| roles.join(" · ")).unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn somebody(number: u128, name: &str, email: &str, phone: &str) -> Somebody {
        Somebody {
            id: Uuid::from_u128(number).into(),
            name: name.to_owned(),
            email: email.parse().ok(),
            phone: phone.parse().ok(),
        }
    }

    #[test]
    fn somebody_is_found_by_any_part_of_name_or_address_and_by_the_number_however_it_is_spaced() {
        let town = vec![
            somebody(1, "Åse Østergård", "aase@borger.example", "12 34 56 78"),
            somebody(2, "Anna Holm", "anna.holm@borger.example", "87 65 43 21"),
            somebody(3, "Anders And", "", "12 34 99 99"),
        ];
        let names = |asked: &str| -> Vec<String> {
            found(town.clone(), asked).into_iter().map(|one| one.name).collect()
        };
        assert_eq!(names("østergaard"), ["Åse Østergård"]);
        assert_eq!(names("holm anna"), ["Anna Holm"]);
        assert_eq!(names("BORGER.example"), ["Anna Holm", "Åse Østergård"]);
        assert_eq!(names("+45 12345678"), ["Åse Østergård"]);
        assert_eq!(names("1234"), ["Anders And", "Åse Østergård"]);
        assert!(names("123").is_empty(), "three digits are many people's");
        assert!(names("anna østergård").is_empty());
    }
}
