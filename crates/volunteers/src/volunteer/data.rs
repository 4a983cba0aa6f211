//! /min-side/data: everything that is known about me, who has looked, and the way to take it along or away.

use askama::Template;
use axum::response::Response;
use samskab_web::{
    Cx, Result, Shell,
    personal::{Field, Known},
};
use serde_json::{Map, Value, json};

use super::{look, me};
use crate::T;

struct LookLine {
    at: String,
    place: String,
    kind: &'static str,
    task: Option<(String, String)>,
}

#[derive(Template)]
#[template(path = "volunteer/data.html")]
struct DataPage {
    shell: Shell,
    t: T,
    written: String,
    looks: Vec<LookLine>,
    known: Vec<Known>,
    has_cv: bool,
}

/// Everything, part by part.
async fn gather(cx: &Cx) -> Result<Vec<Known>> {
    let person = me(cx)?;
    let mut reader = cx.read().await?;
    let mut all = Vec::new();
    for known in &cx.services.known {
        all.extend((known.read)(cx, &mut reader, person.uuid()).await?);
    }
    all.retain(|known| !known.rows.is_empty());
    Ok(all)
}

pub async fn show(cx: Cx) -> Result<Response> {
    let (t, locale) = (T(cx.locale), cx.locale);
    let mut known = gather(&cx).await?;
    // Who has looked is a table of its own.
    known.retain(|known| known.key != "looks");
    let looks = {
        let mut reader = cx.read().await?;
        look::of_person(&mut reader, cx.tenant.id, me(&cx)?).await?
    };
    let line = |look: look::Look| LookLine {
        at: locale.day_and_time(look.at, cx.today()),
        place: look.by_place,
        kind: look.kind.label(t),
        task: look.task_title.zip(look.task_id).map(|(title, id)| (format!("/opgaver/{id}"), title)),
    };
    cx.page(DataPage {
        shell: cx.shell(t.volunteer_data_title()).under("/min-side", t.volunteer_home_title()).here(),
        t,
        written: t.volunteer_data_printed(locale.day_and_time(cx.now(), cx.today())),
        looks: looks.into_iter().map(line).collect(),
        has_cv: known.iter().any(|known| known.key == "cv"),
        known,
    })
}

/// Where it stands what the copy holds: `crates/samskab/schemas/mine-data.schema.json`.
const SCHEMA: &str = "/api/mine-data.schema.json";

/// The same for a program: `{"municipality": …, "made_at": …, "account": [{"name": …}], …}`.
pub async fn download(cx: Cx) -> Result<Response> {
    let mut all = Map::new();
    all.insert("$schema".to_owned(), json!(cx.absolute(SCHEMA)));
    all.insert("municipality".to_owned(), json!(cx.tenant.name));
    all.insert("made_at".to_owned(), json!(cx.now().timestamp().to_string()));
    for known in gather(&cx).await? {
        let rows: Vec<Value> = known.rows.into_iter().map(|row| Value::Object(object(row))).collect();
        all.insert(known.key.to_owned(), Value::Array(rows));
    }
    let text =
        serde_json::to_string_pretty(&all).map_err(|error| samskab_web::Error::Fault(error.to_string()))?;
    samskab_web::download("application/json; charset=utf-8", "mine-data.json", text)
}

fn object(row: Vec<Field>) -> Map<String, Value> {
    let told = row.into_iter().filter(|field| !field.value.is_null());
    told.map(|field| (field.key.to_owned(), field.value)).collect()
}
