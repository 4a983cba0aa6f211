//! What is missing, on Min side.

use samskab_organisation::person::PersonId;
use samskab_requirement::{Book, Standing, rules, wording};
use samskab_store::Connection;
use samskab_web::{
    Cx,
    personal::{Line, Section},
};
use uuid::Uuid;

use super::helper;
use crate::T;

/// What the page Min side shows about requirements: only what is missing; nothing when everything is in order.
#[samskab_store::compiled_once]
pub async fn section(
    cx: &Cx,
    connection: &mut Connection,
    person: Uuid,
) -> samskab_web::Result<Option<Section>> {
    let person = PersonId::from_uuid(person);
    let (t, today) = (T(cx.locale), cx.now().day());
    let tasks = helper::tasks_of(connection, cx.tenant.id, person, today).await?;
    if tasks.iter().all(|(task, _)| rules::asked_by(task).is_empty()) {
        return Ok(None);
    }
    let book = Book::of(connection, cx.tenant.id, &[person], today).await?;
    let mut lines = Vec::new();
    for (task, on) in &tasks {
        for missing in book.missing(person, task, *on) {
            let standing = Standing::Lacks(missing.lack);
            lines.push(Line {
                title: missing.what.name(cx.locale).to_owned(),
                href: "/min-side/krav".into(),
                detail: format!(
                    "{}. {}",
                    task.title,
                    wording::for_volunteer(task, missing.what, standing, *t)
                ),
                state: {
                    let (word, tone, symbol) = wording::word(standing, false, *t);
                    (word.to_owned(), tone, symbol)
                },
            });
        }
    }
    if lines.is_empty() {
        return Ok(None);
    }
    lines.truncate(4);
    Ok(Some(Section {
        heading: t.requirement_section_title().to_owned(),
        lead: t.requirement_section_lead().to_owned(),
        lines,
        nothing: String::new(),
        more: Some(("/min-side/krav".into(), t.requirement_section_more().to_owned())),
    }))
}
