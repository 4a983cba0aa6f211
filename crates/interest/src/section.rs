//! What I have shown interest in and not agreed on yet, as Min side shows it.

use samskab_organisation::person::{PersonId, store as people};
use samskab_store::Connection;
use samskab_taskbank::task::{store as tasks, time::as_beginning};
use samskab_web::personal::{Line, Section};
use samskab_web::{Cx, Result, module::BoxFuture};
use uuid::Uuid;

use super::{InterestId, StateKind, mine::tone};
use crate::T;

samskab_store::statements! {
    /// An interest that became an engagement is shown there.
    LIVE = "select i.id, i.state, i.task_id from interest i
            where i.tenant_id = $1 and i.email = $2 and i.state not in ('declined', 'withdrawn', 'ended')
              and not exists (select 1 from engagement e where e.tenant_id = $1 and e.interest_id = i.id)
            order by i.created_at desc, i.id limit 5";
}

/// Only interests of an address that was shown to be the reader's.
pub fn section<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: Uuid,
) -> BoxFuture<'a, Result<Option<Section>>> {
    Box::pin(read(cx, connection, PersonId::from_uuid(person)))
}

async fn read(cx: &Cx, connection: &mut Connection, me: PersonId) -> Result<Option<Section>> {
    let t = T(cx.locale);
    let person = people::find(connection, cx.tenant.id, me).await?;
    let Some(email) = person.filter(|me| me.email_confirmed_at.is_some()).and_then(|me| me.email) else {
        return Ok(None);
    };
    let live: Vec<(InterestId, StateKind, samskab_taskbank::task::TaskId)> =
        connection.query(&LIVE).bind(cx.tenant.id).bind(email).all().await?;
    if live.is_empty() {
        return Ok(None);
    }
    let ids: Vec<_> = live.iter().map(|(_, _, task)| *task).collect();
    let today = cx.now().day();
    let cards = tasks::cards(connection, cx.tenant.id, &ids, today).await?;
    let lines = live
        .into_iter()
        .filter_map(|(id, state, task)| {
            let card = cards.iter().find(|card| card.id == task)?;
            let (tone, symbol) = tone(state);
            let when = as_beginning(&card.time.sentence(cx.locale, today));
            Some(Line {
                title: card.title.clone(),
                href: format!("/interesse/{id}"),
                detail: format!("{}. {when}", card.poster_name),
                state: (state.label(cx.locale).to_owned(), tone, symbol),
            })
        })
        .collect();
    Ok(Some(Section {
        heading: t.interest_section_heading().to_owned(),
        lines,
        more: Some(("/mine-interesser".to_owned(), t.interest_section_more().to_owned())),
        ..Section::default()
    }))
}
