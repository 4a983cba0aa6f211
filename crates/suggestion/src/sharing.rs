//! A task is passed on: as a link that shows a card, as data for programs, as an entry in a calendar.

mod calendar;
mod linked_data;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use askama::Template;
use samskab_kernel::Locale;
use samskab_store::Connection;
use samskab_taskbank::task::{HEAD, WAYS};
use samskab_taskbank::task::{Off, TaskId, known, store::ShownTask, time::as_beginning};
use samskab_web::{Access, Cx, Result, Routes, Shell, app::encode, assets, module::Part};

use crate::T;

pub fn routes() -> Routes {
    Routes::new().get("/opgaver/{id}/kalender.ics", Access::Public, calendar::file)
}

/// What a link to the task shows where it is shared, and what programs read.
#[derive(Template)]
#[template(path = "sharing/head.html")]
struct Head {
    title: String,
    description: String,
    url: String,
    municipality: String,
    language: &'static str,
    /// The same for every task: a photograph would show people.
    image: String,
    image_alt: &'static str,
    /// JSON that can end no element; empty: nothing to say to programs.
    linked_data: String,
}

/// To send the task on, and to put it into one's calendar.
#[derive(Template)]
#[template(path = "sharing/ways.html")]
struct Ways {
    shell: Shell,
    t: T,
    url: String,
    title: String,
    text: String,
    mail_href: String,
    /// Empty for a task whose times are agreed on.
    calendar_href: String,
}

pub const IN_HEAD: Part =
    Part { of: HEAD, read: |cx, connection, task| Box::pin(head(cx, connection, TaskId::from_uuid(task))) };

pub const ON_TASK_PAGE: Part =
    Part { of: WAYS, read: |cx, connection, task| Box::pin(ways(cx, connection, TaskId::from_uuid(task))) };

/// A task that everybody may read.
async fn public(cx: &Cx, connection: &mut Connection, task: TaskId) -> Result<Option<Arc<ShownTask>>> {
    let shown = known::find_for_part(cx, connection, task).await?;
    Ok(shown.filter(|shown| shown.task.state.is_public()))
}

/// The one address of a task, however the reader came to it.
fn url(cx: &Cx, task: TaskId) -> String {
    cx.absolute(&format!("/opgaver/{task}"))
}

/// What it is about, by whom and when, in a line.
fn in_a_line(cx: &Cx, shown: &ShownTask) -> String {
    let when = as_beginning(&shown.task.time.sentence(cx.locale, cx.now().day()));
    let parts = [shown.task.summary.as_str(), shown.poster_name.as_str(), when.as_str()];
    let ended = |part: &&str| part.ends_with(['.', '!', '?']);
    let parts = parts.iter().filter(|part| !part.is_empty());
    parts
        .map(|part| if ended(part) { (*part).to_owned() } else { format!("{part}.") })
        .collect::<Vec<_>>()
        .join(" ")
}

async fn head(cx: &Cx, connection: &mut Connection, task: TaskId) -> Result<Option<String>> {
    let Some(shown) = public(cx, connection, task).await? else { return Ok(None) };
    let url = url(cx, task);
    let page = Head {
        title: shown.task.title.clone(),
        description: in_a_line(cx, &shown),
        municipality: cx.tenant.name.clone(),
        language: match cx.locale {
            Locale::Da => "da_DK",
            Locale::En => "en_GB",
        },
        image: cx.absolute(assets::url("shared.png")),
        image_alt: T(cx.locale).sharing_image(),
        linked_data: linked_data::of(cx, &shown, &url),
        url,
    };
    Ok(Some(page.render()?))
}

async fn ways(cx: &Cx, connection: &mut Connection, task: TaskId) -> Result<Option<String>> {
    let Some(shown) = public(cx, connection, task).await? else { return Ok(None) };
    if !shown.task.state.is_open() {
        return Ok(None);
    }
    let (t, url) = (T(cx.locale), url(cx, task));
    let text = in_a_line(cx, &shown);
    let body = format!("{}\n\n{text}\n\n{url}\n", shown.task.title);
    let has_days = !shown.task.time.next(cx.now(), 1, Off::NEVER).is_empty();
    let page = Ways {
        shell: cx.shell(""),
        t,
        mail_href: format!("mailto:?subject={}&body={}", encode(&shown.task.title), encode(&body)),
        calendar_href: if has_days { format!("/opgaver/{task}/kalender.ics") } else { String::new() },
        title: shown.task.title.clone(),
        text,
        url,
    };
    Ok(Some(page.render()?))
}
