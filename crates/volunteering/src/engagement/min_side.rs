//! What Min side shows of engagements, and what is known about a person here (law B.7).

use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_web::{Cx, Result, module::BoxFuture};

use super::{
    Engagement, Side, State,
    page::{prompts, state_label, tone},
    store,
};
use crate::{
    T,
    task::{self, TaskCard, TaskId, time::as_beginning},
    volunteer::section::{Known, Line, Section},
};

/// So many lines at most.
const SHOWN: usize = 6;

async fn cards(cx: &Cx, connection: &mut Connection, engagements: &[Engagement]) -> Result<Vec<TaskCard>> {
    let mut ids: Vec<TaskId> = engagements.iter().map(|engagement| engagement.task).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(task::store::cards(connection, cx.tenant.id, &ids, cx.now().day()).await?)
}

/// What somebody has said yes to, and what waits for their yes. Two queries.
pub fn section<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: PersonId,
) -> BoxFuture<'a, Result<Option<Section>>> {
    Box::pin(async move {
        let (t, today) = (T(cx.locale), cx.now().day());
        let mut engagements = store::of_person(connection, cx.tenant.id, person).await?;
        // What waits for a yes first; what is over is thanked for and then only on its own page.
        engagements.retain(|engagement| engagement.state.is_live());
        engagements.sort_by_key(|engagement| !engagement.asks(Side::Volunteer));
        engagements.truncate(SHOWN);
        let cards = cards(cx, connection, &engagements).await?;
        let line = |engagement: &Engagement| {
            let card = cards.iter().find(|card| card.id == engagement.task)?;
            let (tone, symbol) = tone(engagement);
            let when = as_beginning(&card.time.sentence(cx.locale, today));
            Some(Line {
                title: card.title.clone(),
                href: engagement.own_href(),
                detail: format!("{} · {when}", card.poster_name),
                state: (state_label(engagement, t).to_owned(), tone, symbol),
            })
        };
        Ok(Some(Section {
            heading: t.engagement_section().to_owned(),
            lead: String::new(),
            lines: engagements.iter().filter_map(line).collect(),
            nothing: t.engagement_section_nothing().to_owned(),
            more: Some(("/opgaver".to_owned(), t.engagement_section_find().to_owned())),
        }))
    })
}

/// The engagements with their agreements, as they stand.
pub fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: PersonId,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    Box::pin(async move {
        let (t, tenant) = (T(cx.locale), cx.tenant.id);
        let engagements = store::of_person(connection, tenant, person).await?;
        let agreements = store::agreements_of_person(connection, tenant, person).await?;
        let cards = cards(cx, connection, &engagements).await?;
        let row = |engagement: &Engagement| {
            let card = cards.iter().find(|card| card.id == engagement.task);
            let mut row = vec![
                (
                    "task",
                    t.engagement_known_task().to_owned(),
                    card.map_or("", |card| &card.title).to_owned(),
                ),
                (
                    "place",
                    t.engagement_list_place().to_owned(),
                    card.map_or("", |card| &card.poster_name).to_owned(),
                ),
                ("state", t.engagement_known_state().to_owned(), state_label(engagement, t).to_owned()),
            ];
            if let Some(first) = engagement.begins_on {
                row.push(("begins_on", t.engagement_first_day().to_owned(), cx.locale.day(first)));
            }
            if let State::Ended { reason, .. } = engagement.state {
                row.push((
                    "ended",
                    t.engagement_state_ended().to_owned(),
                    cx.locale.day(engagement.state_since.day()),
                ));
                if let Some(reason) = reason {
                    row.push(("reason", t.engagement_end_reason().to_owned(), reason.label(t).to_owned()));
                }
            }
            let texts = [
                ("note", t.engagement_end_note(), engagement.end_note.clone()),
                ("thanks", t.engagement_thanks(), engagement.thanks.clone()),
            ];
            row.extend(texts.into_iter().map(|(key, name, text)| (key, name.to_owned(), text)));
            for (_, agreement) in agreements.iter().filter(|(id, _)| *id == engagement.id) {
                let version = t.engagement_version(agreement.version);
                row.push(("agreement", version.clone(), agreement.text.clone()));
                for side in [Side::Volunteer, Side::Place] {
                    let words = agreement.words_of(side);
                    let answers = [&words.can, &words.sees, &words.needs];
                    let keys = match side {
                        Side::Volunteer => ["volunteer_can", "volunteer_sees", "volunteer_needs"],
                        Side::Place => ["place_can", "place_sees", "place_needs"],
                    };
                    for ((key, prompt), answer) in keys.into_iter().zip(prompts(t, side)).zip(answers) {
                        row.push((key, format!("{version}: {prompt}"), answer.clone()));
                    }
                }
            }
            row.retain(|(_, _, value)| !value.is_empty());
            row
        };
        Ok(vec![Known {
            key: "engagements",
            heading: t.engagement_known().to_owned(),
            rows: engagements.iter().map(row).collect(),
        }])
    })
}
