//! What is known of a person's searches: on Min side, in the copy of everything, and how it goes away (law B.7).

use samskab_organisation::person::{PersonId, store as people};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Cx, Result,
    erasure::Leaving,
    merge::Readdressed,
    module::BoxFuture,
    personal::{Known, Line, Row, Section},
    retention::Rule,
};
use uuid::Uuid;

use super::{KEPT_DAYS, KeptSearch, UNCONFIRMED_DAYS, store, tell};
use crate::T;

/// Searches of a person, only of an address that was shown to be theirs. Runs two queries.
async fn of_person(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Vec<KeptSearch>> {
    let person = people::find(connection, cx.tenant.id, PersonId::from_uuid(person)).await?;
    let email = person.filter(|me| me.email_confirmed_at.is_some()).and_then(|me| me.email);
    match email {
        Some(email) => Ok(store::of_address(connection, cx.tenant.id, &email).await?),
        None => Ok(Vec::new()),
    }
}

#[samskab_store::compiled_once]
pub async fn section(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Option<Section>> {
    let t = T(cx.locale);
    let all = of_person(cx, connection, person).await?;
    if all.is_empty() {
        return Ok(None);
    }
    let line = |kept: &KeptSearch| Line {
        title: kept.said.clone(),
        href: kept.href(),
        detail: kept.rhythm.label(t).to_owned(),
        state: match kept.confirmed_at {
            Some(_) => (String::new(), "", ""),
            None => (t.kept_state_unconfirmed().to_owned(), "wait", "email"),
        },
    };
    Ok(Some(Section {
        heading: t.kept_own_title().to_owned(),
        lines: all.iter().map(line).collect(),
        more: Some(("/soegninger/mine".to_owned(), t.kept_section_more().to_owned())),
        ..Section::default()
    }))
}

#[samskab_store::compiled_once]
pub async fn known(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Vec<Known>> {
    let t = T(cx.locale);
    let all = of_person(cx, connection, person).await?;
    let row = |kept: &KeptSearch| {
        Row::of(cx)
            .value("search", t.kept_known_search(), kept.said.clone(), kept.search.clone().into())
            .code("rhythm", t.kept_rhythm(), kept.rhythm.code(), kept.rhythm.label(t))
            .at("created_at", t.kept_known_created(), kept.created_at)
            .at("confirmed_at", t.kept_known_confirmed(), kept.confirmed_at)
            .at("ends_at", t.kept_known_ends(), kept.ends_at)
            .done()
    };
    let rows: Vec<_> = all.iter().map(row).collect();
    let known = Known { key: "kept_searches", heading: t.kept_own_title().to_owned(), rows };
    Ok(if known.rows.is_empty() { Vec::new() } else { vec![known] })
}

/// Needed because no foreign key leads from a person to the searches of an address.
#[samskab_store::compiled_once]
pub async fn erase(tx: &mut Tx, leaving: &Leaving) -> samskab_store::Result<()> {
    match &leaving.email {
        Some(email) => store::erase(tx, email).await,
        None => Ok(()),
    }
}

/// Searches that an address keeps are mailed to the new one; what both kept is kept once.
pub fn readdress<'a>(tx: &'a mut Tx, change: &'a Readdressed) -> BoxFuture<'a, samskab_store::Result<()>> {
    Box::pin(store::readdress(tx, &change.from, &change.to))
}

pub fn retention() -> Vec<Rule> {
    vec![Rule {
        job: tell::JOB,
        what: |locale| T(locale).retention_kept_searches(),
        purpose: |locale| T(locale).retention_kept_searches_purpose(),
        kept: |_, locale| T(locale).retention_kept_searches_kept(KEPT_DAYS, UNCONFIRMED_DAYS),
        due: |connection, tenant, now| Box::pin(store::ended(connection, tenant.id, now)),
    }]
}
