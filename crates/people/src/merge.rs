//! /personer/{id}/saml: two registrations are one person. Which of them stays is chosen, what moves and what clashes is
//! read before the yes, and then it happens in one transaction; both addresses are written to.

mod carry_out;
mod own;

use askama::Template;
use axum::{extract::Path, http::StatusCode, response::Response};
use samskab_organisation::{
    authority::only_for_administrators,
    import::known::everybody_of,
    person::{Person, PersonId, store as people},
};
use samskab_store::Connection;
use samskab_web::{
    Cx, Form, Result, Shell,
    error::OrNotFound as _,
    form,
    merge::{Moving, Pair, preview},
    token,
};
use serde::Deserialize;

pub use carry_out::carry_out;
pub(crate) use own::MERGES;

use crate::{
    T, alike,
    authority::{Action, may},
    list,
    look::{self, Kind},
    page_id::{self, PageId},
    show::{person_of, shell_under},
};

/// At most this many people found by name are shown.
const FOUND: usize = 10;

#[derive(Deserialize, Default)]
#[serde(default)]
struct MergeQuery {
    q: String,
    /// The page of the other one.
    med: String,
    /// The page of the one who stays; empty: whoever was seen last.
    bliver: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct MergeForm {
    med: String,
    bliver: String,
    /// The preview that was read.
    laest: String,
}

struct Candidate {
    name: String,
    detail: String,
    href: String,
}

#[derive(Template)]
#[template(path = "merge_choose.html")]
struct ChoosePage {
    shell: Shell,
    t: T,
    action: String,
    q: String,
    is_searched: bool,
    found: Vec<Candidate>,
    suggested: Vec<Candidate>,
    back: String,
}

/// One of the two registrations, as the page compares them.
struct Side {
    name: String,
    email: String,
    phone: String,
    since: String,
    seen: String,
    /// The other way round; empty for the one who stays.
    keep_this: String,
}

#[derive(Template)]
#[template(path = "merge.html")]
struct PreviewPage {
    shell: Shell,
    t: T,
    /// The one who stays, then the one who is gone.
    sides: [Side; 2],
    moving: Vec<Moving>,
    has_changed: bool,
    action: String,
    med: String,
    bliver: String,
    laest: String,
    back: String,
}

/// Two of the municipality, and their pages.
struct Two {
    stays: (PageId, Person),
    gone: (PageId, Person),
}

impl Two {
    fn pair(&self) -> Pair {
        Pair { stays: self.stays.1.id.uuid(), gone: self.gone.1.id.uuid() }
    }

    /// The two registrations in the order of the address: the page the reader is on, and the other.
    async fn read(
        cx: &Cx,
        connection: &mut Connection,
        page: PageId,
        med: &str,
        bliver: &str,
    ) -> Result<Self> {
        let here = person_of(cx, connection, page, Action::Merge).await?;
        let other: PageId = med.parse().ok().or_not_found()?;
        let person = page_id::whose(connection, cx.tenant.id, other).await?.or_not_found()?;
        cx.require(!only_for_administrators(cx, connection).await?.contains(&person))?;
        let there = people::find(connection, cx.tenant.id, person).await?.or_not_found()?;
        // Nobody is merged with themselves.
        (here.id != there.id).then_some(()).or_not_found()?;
        let keeps_here = match bliver.parse::<PageId>() {
            Ok(chosen) => chosen == page,
            Err(_) => is_used_more(&here, &there),
        };
        let (here, there) = ((page, here), (other, there));
        Ok(if keeps_here { Self { stays: here, gone: there } } else { Self { stays: there, gone: here } })
    }
}

/// Whoever can sign in stays, then whoever was seen last, then whoever was there first.
fn is_used_more(one: &Person, other: &Person) -> bool {
    let rank =
        |person: &Person| (person.email.is_some(), person.email_confirmed_at.is_some(), person.last_seen_at);
    match rank(one).cmp(&rank(other)) {
        std::cmp::Ordering::Equal => one.created_at <= other.created_at,
        order => order.is_gt(),
    }
}

pub(crate) async fn show(cx: Cx, Path(page): Path<PageId>) -> Result<Response> {
    let asked: MergeQuery = form::query(&cx);
    if asked.med.is_empty() {
        return choose(&cx, page, asked).await;
    }
    let mut tx = cx.write().await?;
    let two = Two::read(&cx, &mut tx, page, &asked.med, &asked.bliver).await?;
    let place = look::place_of(&cx, &mut tx).await?;
    look::log(&mut tx, &[two.stays.1.id, two.gone.1.id], Kind::Compared, &place).await?;
    tx.commit().await?;
    let mut reader = cx.read().await?;
    let moving = preview(&cx, &mut reader, two.pair()).await?;
    drop(reader);
    cx.page(preview_page(&cx, page, &two, moving, false))
}

/// The page on which the other registration is chosen.
async fn choose(cx: &Cx, page: PageId, asked: MergeQuery) -> Result<Response> {
    let t = T(cx.locale);
    let mut tx = cx.write().await?;
    let person = person_of(cx, &mut tx, page, Action::Merge).await?;
    let not_mine = only_for_administrators(cx, &mut tx).await?;
    let mut suggested = alike::of(cx, &mut tx, person.id).await?;
    suggested.retain(|one| !not_mine.contains(&one.person.id));
    let mut found = match asked.q.trim() {
        "" => Vec::new(),
        words => list::found(everybody_of(&mut tx, cx.tenant.id).await?, words),
    };
    found.retain(|one| one.id != person.id && !not_mine.contains(&one.id));
    found.truncate(FOUND);
    let mut ids: Vec<PersonId> = found.iter().map(|one| one.id).collect();
    ids.extend(suggested.iter().map(|one| one.person.id));
    let pages = page_id::of(&mut tx, &ids).await?;
    let place = look::place_of(cx, &mut tx).await?;
    look::log(&mut tx, &ids, Kind::Listed, &place).await?;
    tx.commit().await?;
    let action = format!("{}/saml", page_id::href(page));
    let href = |id: PersonId| pages.get(&id).map(|other| format!("{action}?med={other}")).unwrap_or_default();
    let found = found
        .iter()
        .map(|one| Candidate { name: one.name.clone(), detail: list::contact(one), href: href(one.id) })
        .collect();
    let suggested = suggested
        .iter()
        .map(|one| Candidate {
            name: one.person.name.clone(),
            detail: one.why.join(" · "),
            href: href(one.person.id),
        })
        .collect();
    cx.page(ChoosePage {
        shell: shell_under(cx, &person, page, t.merge_title()),
        t,
        is_searched: !asked.q.trim().is_empty(),
        q: asked.q,
        found,
        suggested,
        back: page_id::href(page),
        action,
    })
}

fn preview_page(cx: &Cx, page: PageId, two: &Two, moving: Vec<Moving>, has_changed: bool) -> PreviewPage {
    let t = T(cx.locale);
    let action = format!("{}/saml", page_id::href(page));
    let other = if two.stays.0 == page { two.gone.0 } else { two.stays.0 };
    let here = if two.stays.0 == page { &two.stays.1 } else { &two.gone.1 };
    let side = |one: &(PageId, Person), stays: bool| Side {
        name: one.1.name.clone(),
        email: one.1.email.as_ref().map_or(t.people_no_email().to_owned(), ToString::to_string),
        phone: one.1.phone.as_ref().map_or(t.people_no_phone().to_owned(), |phone| phone.spaced()),
        since: cx.locale.day(one.1.created_at.day()),
        seen: one.1.last_seen_at.map_or(t.profile_stored_never().to_owned(), |at| cx.locale.day(at.day())),
        keep_this: if stays { String::new() } else { format!("{action}?med={other}&bliver={}", one.0) },
    };
    PreviewPage {
        shell: shell_under(cx, here, page, t.merge_title()),
        t,
        sides: [side(&two.stays, true), side(&two.gone, false)],
        laest: token::hash(&format!("{:?}{moving:?}", two.pair())),
        moving,
        has_changed,
        med: other.to_string(),
        bliver: two.stays.0.to_string(),
        back: page_id::href(page),
        action,
    }
}

/// What was read is what happens: when something has changed since, nothing happens and it is shown anew.
pub(crate) async fn merge(cx: Cx, Path(page): Path<PageId>, Form(form): Form<MergeForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let two = Two::read(&cx, &mut tx, page, &form.med, &form.bliver).await?;
    cx.require(may(&cx.actor, Action::Merge, Some(two.gone.1.id)))?;
    let moving = preview(&cx, &mut tx, two.pair()).await?;
    let page_now = preview_page(&cx, page, &two, moving, true);
    if page_now.laest != form.laest {
        return cx.page_with(StatusCode::CONFLICT, page_now);
    }
    carry_out(&cx.services, &cx.tenant, &mut tx, &two.stays.1, &two.gone.1).await?;
    tx.commit().await?;
    let to = page_id::href(two.stays.0);
    // Whoever merged a registration they were signed in with signs in with the other.
    if cx.actor.person == Some(two.gone.1.id.uuid()) {
        let mut response = cx.redirect_saying("/log-ind", "success", "people-merged")?;
        cx.clear_session(response.headers_mut());
        return Ok(response);
    }
    cx.redirect_saying(to, "success", "people-merged")
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Instant;
    use uuid::Uuid;

    use super::*;

    #[test]
    fn whoever_can_sign_in_stays_and_then_whoever_was_seen_last_or_was_there_first() {
        let at = |day: i64| Instant::from_micros(0).plus_days(day);
        let new = |number: u128, email: Option<&str>, created: i64| {
            let email = email.map(|email| email.parse().unwrap());
            Person::new(Uuid::from_u128(number).into(), "Prøve Testesen", email, at(created))
        };
        let by_phone = new(1, None, 1);
        let with_email = new(2, Some("proeve@borger.example"), 2);
        assert!(is_used_more(&with_email, &by_phone) && !is_used_more(&by_phone, &with_email));
        let seen = Person { last_seen_at: Some(at(9)), ..new(3, Some("testesen@borger.example"), 3) };
        assert!(is_used_more(&seen, &with_email) && !is_used_more(&with_email, &seen));
        let first = new(4, None, 0);
        assert!(is_used_more(&first, &by_phone) && !is_used_more(&by_phone, &first));
    }
}
