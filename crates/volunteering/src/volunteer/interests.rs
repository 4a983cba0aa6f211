//! What I have shown interest in and not agreed on yet, as Min side shows it.

use samskab_organisation::person::{PersonId, store as people};
use samskab_store::Connection;
use samskab_web::{Cx, Result};

use super::section::{Line, Section};
use crate::{
    T,
    interest::{InterestId, StateKind, mine::tone},
    task::{store as tasks, time::as_beginning},
};

samskab_store::statements! {
    /// What became an engagement stands there.
    LIVE = "select i.id, i.state, i.task_id from interest i
            where i.tenant_id = $1 and i.email = $2 and i.state not in ('declined', 'withdrawn', 'ended')
              and not exists (select 1 from engagement e where e.tenant_id = $1 and e.interest_id = i.id)
            order by i.created_at desc, i.id limit 5";
}

/// Only of an address that was shown to be mine.
pub async fn section(cx: &Cx, connection: &mut Connection, me: PersonId) -> Result<Option<Section>> {
    let t = T(cx.locale);
    let person = people::find(connection, cx.tenant.id, me).await?;
    let Some(email) = person.filter(|me| me.email_confirmed_at.is_some()).and_then(|me| me.email) else {
        return Ok(None);
    };
    let live: Vec<(InterestId, StateKind, crate::task::TaskId)> =
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
        heading: t.volunteer_interests_heading().to_owned(),
        lines,
        more: Some(("/mine-interesser".to_owned(), t.volunteer_interests_more().to_owned())),
        ..Section::default()
    }))
}
