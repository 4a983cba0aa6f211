//! The voices of a text for machines and spreadsheets: who took part, what was said, and what came of it. For those who read them.

use std::collections::HashMap;

use axum::{
    Json,
    extract::Path,
    response::{IntoResponse as _, Response},
};
use samskab_import::file::{no_formula, spreadsheet};
use samskab_store::Connection;
use samskab_web::{Cx, Result};
use samskab_writing::text::TextId;
use serde::Serialize;

use super::{
    VoicedText,
    heard::{HearingData, heard, heard_data, hearings},
};
use crate::{
    T,
    authority::Action,
    coverage::{self, CoverageLine},
    excerpt::{Excerpt, Point, PointId},
    input::{Input, InputFacts, InputId, InputKind, state_of},
    participant::ParticipantId,
    store,
};

#[derive(Serialize)]
struct VoicesData {
    title: String,
    url: String,
    participants: Vec<ParticipantData>,
    inputs: Vec<InputData>,
    /// What was said in hearings of the text is in their own files; here are only the numbers.
    hearings: Vec<HearingData>,
}

#[derive(Serialize)]
struct ParticipantData {
    name: String,
    /// association, unit, body, volunteers, citizens, staff, med or political.
    kind: &'static str,
    theme: Option<&'static str>,
    size: Option<&'static str>,
    planned_on: Option<String>,
    invited_on: Option<String>,
    came_on: Option<String>,
    /// How often they said something, and how much of it was used, all or in part.
    heard: i64,
    reflected: i64,
    /// The hearing in which they were asked, where nobody wrote them down besides; else null.
    asked_in: Option<String>,
}

#[derive(Serialize)]
struct InputData {
    number: i64,
    /// dialogue, focus_group, vox_pop, questionnaire, panel, interview, letter, hearing or concern.
    kind: &'static str,
    /// new, in_work, answered or set_aside.
    state: &'static str,
    source: String,
    source_kind: Option<&'static str>,
    participant: Option<String>,
    said_on: Option<String>,
    place: String,
    is_quote: bool,
    theme: String,
    said: String,
    gravity: Option<&'static str>,
    answer: String,
    set_aside: String,
    excerpts: Vec<ExcerptData>,
}

#[derive(Serialize)]
struct ExcerptData {
    said: String,
    /// The point; passages with the same id say the same, and have one answer.
    point: String,
    theme: String,
    /// used, partly, not_used; null: it waits.
    verdict: Option<&'static str>,
    because: String,
    /// The id of the paragraph that it changed, and its words then.
    paragraph: Option<String>,
    paragraph_words: String,
}

/// The inputs to a text, for machines. Runs four queries.
async fn inputs(
    cx: &Cx,
    connection: &mut Connection,
    text: TextId,
    participants: &[CoverageLine],
) -> Result<Vec<InputData>> {
    let tenant = cx.tenant.id;
    let inputs = store::every_input(connection, tenant, text).await?;
    let points = store::point_lines(connection, tenant, text).await?;
    let points: HashMap<PointId, Point> =
        points.into_iter().map(|line| (line.point.id, line.point)).collect();
    let names: HashMap<ParticipantId, &str> =
        participants.iter().map(|one| (one.participant.id, one.participant.name.as_str())).collect();
    let mut excerpts = HashMap::<InputId, Vec<Excerpt>>::new();
    for excerpt in store::every_excerpt(connection, tenant, text).await? {
        excerpts.entry(excerpt.input).or_default().push(excerpt);
    }
    let data = |input: Input| {
        let mut own = excerpts.remove(&input.id).unwrap_or_default();
        own.sort_by_key(|excerpt| excerpt.place);
        let is_open =
            |excerpt: &&Excerpt| points.get(&excerpt.point).is_some_and(|point| point.verdict.is_none());
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let state = state_of(InputFacts {
            is_concern: input.kind == InputKind::Concern,
            is_set_aside: !input.set_aside.is_empty(),
            has_answer: !input.answer.is_empty(),
            excerpts: count(own.len()),
            unanswered: count(own.iter().filter(is_open).count()),
        });
        let excerpt = |excerpt: Excerpt| {
            let point = points.get(&excerpt.point);
            ExcerptData {
                said: excerpt.said,
                point: excerpt.point.to_string(),
                theme: point.map(|point| point.theme.clone()).unwrap_or_default(),
                verdict: point.and_then(|point| point.verdict).map(|verdict| verdict.code()),
                because: point.map(|point| point.because.clone()).unwrap_or_default(),
                paragraph: point.and_then(|point| point.block).map(|id| id.to_string()),
                paragraph_words: point.map(|point| point.block_words.clone()).unwrap_or_default(),
            }
        };
        InputData {
            number: input.number,
            kind: input.kind.code(),
            state: state.code(),
            source: input.source,
            source_kind: input.source_kind.map(|kind| kind.code()),
            participant: input.participant.and_then(|id| names.get(&id)).map(|name| (*name).to_owned()),
            said_on: input.said_on.map(|day| day.to_string()),
            place: input.place,
            is_quote: input.is_quote,
            theme: input.theme,
            said: input.said,
            gravity: input.gravity.map(|gravity| gravity.code()),
            answer: input.answer,
            set_aside: input.set_aside,
            excerpts: own.into_iter().map(excerpt).collect(),
        }
    };
    Ok(inputs.into_iter().map(data).collect())
}

/// GET /tekster/{id}/stemmer.json
pub async fn json(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = VoicedText::followed(&cx, &mut reader, id).await?;
    let may_work = found.may(&cx, Action::WorkWithVoices);
    let given = hearings(&cx, &mut reader, id, may_work).await?;
    let participants = coverage::lines(&mut reader, (cx.tenant.id, cx.today()), id, &given).await?;
    let inputs = inputs(&cx, &mut reader, id, &participants).await?;
    drop(reader);
    let day = |day: Option<samskab_kernel::Day>| day.map(|day| day.to_string());
    let participant = |CoverageLine { participant: one, heard, reflected, asked_in }| ParticipantData {
        heard,
        reflected,
        asked_in: asked_in.map(|hearing| cx.absolute(&format!("/hoeringer/{hearing}"))),
        name: one.name,
        kind: one.kind.code(),
        theme: one.theme.map(|theme| theme.code()),
        size: one.size.map(|size| size.code()),
        planned_on: day(one.planned_on),
        invited_on: day(one.invited_on),
        came_on: day(one.came_on),
    };
    let data = VoicesData {
        url: cx.absolute(&found.base()),
        title: found.text.title,
        participants: participants.into_iter().map(participant).collect(),
        inputs,
        hearings: heard_data(&cx, &given, may_work),
    };
    Ok(Json(data).into_response())
}

/// GET /tekster/{id}/stemmer.csv: a row for each excerpt, one for each input without any, and one with the numbers of each hearing.
pub async fn csv(cx: Cx, Path(id): Path<TextId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = VoicedText::followed(&cx, &mut reader, id).await?;
    let may_work = found.may(&cx, Action::WorkWithVoices);
    let given = hearings(&cx, &mut reader, id, may_work).await?;
    let participants = coverage::lines(&mut reader, (cx.tenant.id, cx.today()), id, &given).await?;
    let all = inputs(&cx, &mut reader, id, &participants).await?;
    drop(reader);
    let head = [
        "number",
        "kind",
        "state",
        "source",
        "said_on",
        "place",
        "input_theme",
        "said",
        "answer",
        "set_aside",
        "excerpt",
        "theme",
        "verdict",
        "because",
        "paragraph",
    ];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for input in all {
        let own = [
            input.number.to_string(),
            input.kind.to_owned(),
            input.state.to_owned(),
            no_formula(input.source),
            input.said_on.unwrap_or_default(),
            no_formula(input.place),
            no_formula(input.theme),
            no_formula(input.said),
            no_formula(input.answer),
            no_formula(input.set_aside),
        ];
        if input.excerpts.is_empty() {
            rows.push(own.iter().cloned().chain(std::iter::repeat_n(String::new(), 5)).collect());
        }
        for excerpt in input.excerpts {
            let more = [
                no_formula(excerpt.said),
                no_formula(excerpt.theme),
                excerpt.verdict.unwrap_or_default().to_owned(),
                no_formula(excerpt.because),
                no_formula(excerpt.paragraph_words),
            ];
            rows.push(own.iter().cloned().chain(more).collect());
        }
    }
    let t = T(cx.locale);
    for (one, line) in heard_data(&cx, &given, may_work).into_iter().zip(heard(&cx, &given, may_work)) {
        let mut row = vec![String::new(); 15];
        row[1] = "hearing_of_text".to_owned();
        row[2] = one.state.to_owned();
        row[3] = no_formula(one.title);
        row[7] = line.about;
        row[8] = line.verdicts;
        row[9] = one.note.map(|note| t.heard_note_at(note)).unwrap_or_default();
        rows.push(row);
    }
    spreadsheet("stemmer.csv", rows)
}
