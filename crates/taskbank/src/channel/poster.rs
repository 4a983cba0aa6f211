//! GET /opgaver/{id}/plakat: one sheet of A4 to hang on a wall, with a code that leads to the task.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_web::{
    Cx, Result, Shell,
    error::OrNotFound as _,
    form::{self, Choice},
};

use super::{Channel, qr, short, store};
use crate::{
    T,
    authority::{Action, may},
    task::{self, Task, TaskId, time::as_beginning, view::place_line},
};

/// In the short address of a poster without a channel: no channel has a code of one letter.
const NO_CHANNEL: &str = "o";
/// At most this many lines say what one does.
const LINES: usize = 3;
const LONGEST_LINE: usize = 90;
/// Letters from which the title is set smaller, and still smaller.
const LONG_TITLE: usize = 34;
const LONGER_TITLE: usize = 64;
/// As many as leave each strip wide enough to be torn off.
const STRIPS: usize = 8;

samskab_web::form! {
    struct PosterQuery {
        /// The code of a channel.
        kanal: choice(channel_poster_channel).unmarked().first(channel_poster_no_channel),
    }
}

#[derive(Template)]
#[template(path = "channel/poster.html")]
struct PosterPage {
    shell: Shell,
    t: T,
    heading: String,
    task_href: String,
    action: String,
    form: PosterQuery,
    channels: Vec<Choice>,
    is_public: bool,
    sheet: Sheet,
}

/// What is printed on the poster.
struct Sheet {
    municipality: String,
    title: String,
    size: &'static str,
    summary: String,
    when: String,
    place: String,
    by: String,
    does: Vec<String>,
    phone: String,
    qr: String,
    address: String,
    strips: Vec<()>,
}

pub async fn show(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let (t, today) = (T(cx.locale), cx.now().day());
    let mut reader = cx.read().await?;
    let shown = task::store::shown(&mut reader, cx.tenant.id, id, today).await?.or_not_found()?;
    let task = &shown.task;
    cx.require(may(&cx.actor, Action::PrintPoster, task))?;
    let form: PosterQuery = form::query(&cx);
    let channels: Vec<Channel> = store::registered(&mut reader, cx.tenant.id).await?;
    let chosen = channels.iter().find(|channel| channel.code.as_str() == form.kanal);
    let ladder = shown.ladder(&cx, &mut reader).await?;
    let call = shown.whom_to_call(&ladder, &cx.tenant, cx.locale);
    drop(reader);
    let task_href = format!("/opgaver/{id}");
    let code = chosen.map_or(NO_CHANNEL, |channel| channel.code.as_str());
    let link = cx.absolute(&match chosen {
        Some(channel) => channel.path(Some(id)),
        None => task_href.clone(),
    });
    let address = cx.absolute(&format!("/v/{code}/{}", short::letters(id)));
    let address = address.split_once("://").map_or(address.clone(), |(_, rest)| rest.to_owned());
    let choice = |channel: &Channel| Choice::of(channel.code.to_string(), channel.name.clone());
    let is_offered =
        |channel: &&Channel| channel.is_active || chosen.is_some_and(|chosen| chosen.id == channel.id);
    let sheet = Sheet {
        municipality: cx.tenant.name.clone(),
        size: match task.title.chars().count() {
            ..LONG_TITLE => "",
            LONG_TITLE..LONGER_TITLE => " s-poster-title-long",
            _ => " s-poster-title-longer",
        },
        title: task.title.clone(),
        summary: task.summary.clone(),
        when: as_beginning(&task.time.sentence(cx.locale, today)),
        place: place_line(task, t),
        by: shown.poster_name.clone(),
        does: does(task),
        phone: call.map(|call| call.phone).unwrap_or_default(),
        qr: qr::svg(&link, &t.channel_poster_qr_alt(address.clone(), task.title.clone())).unwrap_or_default(),
        address,
        strips: vec![(); STRIPS],
    };
    cx.page(PosterPage {
        shell: cx
            .shell(t.channel_poster_title())
            .under("/opgaver", t.task_find())
            .under(task_href.clone(), task.title.clone())
            .here(),
        t,
        heading: t.channel_poster_heading(task.title.clone()),
        action: format!("{task_href}/plakat"),
        task_href,
        form,
        channels: channels.iter().filter(is_offered).map(choice).collect(),
        is_public: task.state.is_public(),
        sheet,
    })
}

/// The first lines of what the volunteer does; a long one is cut at a word.
fn does(task: &Task) -> Vec<String> {
    task.does
        .iter()
        .map(|line| line.trim().trim_start_matches(['-', '•', '*']).trim())
        .filter(|line| !line.is_empty())
        .take(LINES)
        .map(shortened)
        .collect()
}

fn shortened(line: &str) -> String {
    if line.chars().count() <= LONGEST_LINE {
        return line.to_owned();
    }
    let cut: String = line.chars().take(LONGEST_LINE).collect();
    let cut = cut.rsplit_once(' ').map_or(cut.as_str(), |(kept, _)| kept);
    format!("{} …", cut.trim_end_matches([',', '.', ';']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_cut_at_a_word() {
        let line = shortened(&"kage og kaffe, ".repeat(20));
        assert!(line.chars().count() <= LONGEST_LINE + 2 && line.ends_with(" …"), "{line}");
        assert!(!line.ends_with(", …"), "{line}");
        assert_eq!(shortened("Kort"), "Kort");
    }
}
