//! /personer/{id}: everything the municipality knows of somebody and the reader may see anyway, in one place. Each
//! section is registered by its context.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::Locale;
use samskab_organisation::{
    authority::only_for_administrators,
    person::{Person, PersonId, store as people},
};
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _, personal::Section};

use crate::{
    T, alike,
    authority::{Action, may},
    look::{self, Kind},
    page_id::{self, PageId},
};

/// Somebody who may be the same person.
struct AlikeLine {
    name: String,
    why: String,
    href: String,
    compare: String,
}

#[derive(Template)]
#[template(path = "show.html")]
struct PersonPage {
    shell: Shell,
    t: T,
    facts: Vec<(&'static str, String)>,
    sections: Vec<Section>,
    alike: Vec<AlikeLine>,
    /// Empty for those an administrator sees to.
    merge: String,
    /// The address for handing over; empty for the reader's own page, too.
    hand_over: String,
}

/// The person whose page it is, for those who may do this. Others are not told whether there is such a page.
pub(crate) async fn person_of(
    cx: &Cx,
    connection: &mut Connection,
    page: PageId,
    action: Action,
) -> Result<Person> {
    let found = page_id::whose(connection, cx.tenant.id, page).await?;
    cx.require(may(&cx.actor, action, found))?;
    let found = found.or_not_found()?;
    // An administrator is merged and handed over by administrators.
    if action != Action::SeePeople {
        cx.require(!only_for_administrators(cx, connection).await?.contains(&found))?;
    }
    people::find(connection, cx.tenant.id, found).await?.or_not_found()
}

/// A page below that of somebody.
pub(crate) fn shell_under(cx: &Cx, person: &Person, page: PageId, title: impl Into<String>) -> Shell {
    cx.shell(title)
        .under(crate::PATH, T(cx.locale).people_title())
        .under(page_id::href(page), person.name.as_str())
        .here()
}

pub(crate) async fn show(cx: Cx, Path(page): Path<PageId>) -> Result<Response> {
    let t = T(cx.locale);
    let mut tx = cx.write().await?;
    let person = person_of(&cx, &mut tx, page, Action::SeePeople).await?;
    let found = alike::of(&cx, &mut tx, person.id).await?;
    let ids: Vec<PersonId> = found.iter().map(|one| one.person.id).collect();
    let pages = page_id::of(&mut tx, &ids).await?;
    let place = look::place_of(&cx, &mut tx).await?;
    look::log(&mut tx, &[person.id], Kind::Opened, &place).await?;
    look::log(&mut tx, &ids, Kind::Listed, &place).await?;
    let not_mine = only_for_administrators(&cx, &mut tx).await?;
    let may_end = !not_mine.contains(&person.id);
    tx.commit().await?;
    let mut sections = Vec::new();
    let mut reader = cx.read().await?;
    for about in &cx.services.about {
        sections.extend((about.read)(&cx, &mut reader, person.id.uuid()).await?);
    }
    drop(reader);
    let href = page_id::href(page);
    let may_hand_over = may_end && may(&cx.actor, Action::HandOver, Some(person.id));
    let alike = found
        .into_iter()
        .filter_map(|one| {
            let other = pages.get(&one.person.id)?;
            let may_compare = may_end && !not_mine.contains(&one.person.id);
            Some(AlikeLine {
                name: one.person.name,
                why: one.why.join(" · "),
                href: page_id::href(*other),
                compare: if may_compare { format!("{href}/saml?med={other}") } else { String::new() },
            })
        })
        .collect();
    cx.page(PersonPage {
        shell: cx.shell(person.name.as_str()).under(crate::PATH, t.people_title()).here(),
        t,
        facts: facts(&cx, &person),
        sections,
        alike,
        merge: if may_end { format!("{href}/saml") } else { String::new() },
        hand_over: if may_hand_over { format!("{href}/overdragelse") } else { String::new() },
    })
}

fn facts(cx: &Cx, person: &Person) -> Vec<(&'static str, String)> {
    let t = T(cx.locale);
    let organisation = samskab_organisation::T(cx.locale);
    let email = match (&person.email, person.email_confirmed_at) {
        (None, _) => t.people_no_email().to_owned(),
        (Some(email), Some(_)) => email.to_string(),
        (Some(email), None) => t.people_email_unconfirmed(email.as_str()),
    };
    let phone = person.phone.as_ref().map_or(t.people_no_phone().to_owned(), |phone| phone.spaced());
    let language = match person.locale {
        Locale::Da => organisation.profile_locale_da(),
        Locale::En => organisation.profile_locale_en(),
    };
    let seen = person
        .last_seen_at
        .map_or(organisation.profile_stored_never().to_owned(), |at| cx.locale.day(at.day()));
    vec![
        (t.people_email(), email),
        (organisation.profile_phone(), phone),
        (organisation.profile_locale(), language.to_owned()),
        (organisation.profile_stored_since(), cx.locale.day(person.created_at.day())),
        (organisation.profile_stored_seen(), seen),
    ]
}
