//! What Min side shows of engagements, and what is known about a person here (law B.7).

use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_taskbank::task::{self, TaskCard, TaskId, time::as_beginning};
use samskab_web::personal::{Known, Line, Row, Section};
use samskab_web::{Cx, Result};
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{
    Engagement, Side, State,
    page::{prompts, state_label, tone},
    store,
    text::plain,
};
use crate::T;

/// At most this many lines are shown.
const SHOWN: usize = 6;

async fn cards(cx: &Cx, connection: &mut Connection, engagements: &[Engagement]) -> Result<Vec<TaskCard>> {
    let mut ids: Vec<TaskId> = engagements.iter().map(|engagement| engagement.task).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(task::store::cards(connection, cx.tenant.id, &ids, cx.now().day()).await?)
}

/// What somebody has said yes to, and what waits for their yes. Two queries.
#[samskab_store::compiled_once]
pub async fn section(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Option<Section>> {
    let person = PersonId::from_uuid(person);
    let (t, today) = (T(cx.locale), cx.now().day());
    let mut engagements = store::of_person(connection, cx.tenant.id, person).await?;
    // What waits for a yes first; what is over is thanked for and then only on its own page.
    let nothing = match engagements.is_empty() {
        true => t.engagement_section_nothing(),
        false => t.engagement_section_nothing_now(),
    };
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
            state: (state_label(engagement, today, t).to_owned(), tone, symbol),
        })
    };
    Ok(Some(Section {
        heading: t.engagement_section().to_owned(),
        lead: String::new(),
        lines: engagements.iter().filter_map(line).collect(),
        nothing: nothing.to_owned(),
        more: Some(("/opgaver".to_owned(), t.engagement_section_find().to_owned())),
    }))
}

/// The engagements with their agreements, as they stand.
#[samskab_store::compiled_once]
pub async fn known(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Vec<Known>> {
    let person = PersonId::from_uuid(person);
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let engagements = store::of_person(connection, tenant, person).await?;
    let agreements = store::agreements_of_person(connection, tenant, person).await?;
    let cards = cards(cx, connection, &engagements).await?;
    let row = |engagement: &Engagement| {
        let card = cards.iter().find(|card| card.id == engagement.task);
        let mut row = Row::of(cx)
            .text("task", t.engagement_known_task(), card.map_or("", |card| &card.title))
            .text("place", t.engagement_list_place(), card.map_or("", |card| &card.poster_name))
            .code(
                "state",
                t.engagement_known_state(),
                engagement.state.kind().code(),
                state_label(engagement, cx.today(), t),
            )
            .day("begins_on", t.engagement_first_day(), engagement.begins_on);
        if let State::Ended { reason, .. } = engagement.state {
            let reason = reason.map_or(("", ""), |reason| (reason.code(), reason.label(t)));
            row = row.at("ended_at", t.engagement_state_ended(), engagement.state_since).code(
                "reason",
                t.engagement_end_reason(),
                reason.0,
                reason.1,
            );
        }
        row = row.text("note", t.engagement_end_note(), engagement.end_note.clone()).text(
            "thanks",
            t.engagement_thanks(),
            engagement.thanks.clone(),
        );
        let mut versions = Vec::new();
        for (_, agreement) in agreements.iter().filter(|(id, _)| *id == engagement.id) {
            let version = t.engagement_version(agreement.version);
            let mut texts = Map::new();
            texts.insert("version".to_owned(), agreement.version.into());
            let mut said = vec![("text", version.clone(), &agreement.text)];
            for side in [Side::Volunteer, Side::Place] {
                let words = agreement.words_of(side);
                let keys = match side {
                    Side::Volunteer => ["volunteer_can", "volunteer_sees", "volunteer_needs"],
                    Side::Place => ["place_can", "place_sees", "place_needs"],
                };
                let answers = [&words.can, &words.sees, &words.needs];
                let prompts = prompts(t, side).into_iter().map(|prompt| format!("{version}: {prompt}"));
                said.extend(keys.into_iter().zip(prompts).zip(answers).map(|((k, p), a)| (k, p, a)));
            }
            for (key, name, text) in said.into_iter().filter(|(_, _, text)| !text.is_empty()) {
                texts.insert(key.to_owned(), text.clone().into());
                row = row.value("agreements", &name, plain(text), Value::Null);
            }
            versions.push(Value::Object(texts));
        }
        row.codes("agreements", "", versions, "").done()
    };
    Ok(vec![Known {
        key: "engagements",
        heading: t.engagement_known().to_owned(),
        rows: engagements.iter().map(row).collect(),
    }])
}
