//! GET /opgaver/{id}/krav: everybody who helps with a task, and what is in order for each.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_organisation::{identify::Who as _, person::PersonId};
use samskab_requirement::authority::{Action, may};
use samskab_requirement::{
    AskedRequirement, Lack, Standing,
    book::Book,
    rules,
    wording::{self, StateWord},
};
use samskab_taskbank::task::{self, TaskId};
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _};

use super::helper;
use crate::T;

#[derive(Template)]
#[template(path = "fulfilment/of_task.html")]
struct OfTaskPage {
    shell: Shell,
    t: T,
    title: String,
    task_href: String,
    edit_href: String,
    columns: Vec<&'static str>,
    lines: Vec<PersonLine>,
}

struct PersonLine {
    name: String,
    href: String,
    cells: Vec<Cell>,
}

struct Cell {
    what: &'static str,
    word: StateWord,
    sentence: String,
    /// Address and label of what the place does next.
    next: Option<(String, &'static str)>,
}

/// Whether `actor` may know that a task cannot be given: its assessor and the coordinator.
pub fn sees_refusal(actor: &samskab_web::Actor, standing: Standing) -> bool {
    match standing {
        Standing::Lacks(Lack::Refused { by }) => {
            actor.is_coordinator() || by.is_some() && by.map(PersonId::uuid) == actor.person
        }
        _ => true,
    }
}

fn cell(cx: &Cx, href: &str, asked: AskedRequirement, standing: Standing) -> Cell {
    let t = T(cx.locale);
    let sees = sees_refusal(&cx.actor, standing);
    let next = wording::next_of_place(asked.what, standing, sees, *t);
    Cell {
        what: asked.what.name(cx.locale),
        word: wording::word(standing, sees, *t),
        sentence: wording::for_place(asked.what, standing, sees, *t),
        next: next.map(|label| (format!("{href}/{}", asked.what.segment()), label)),
    }
}

pub async fn show(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let (t, today) = (T(cx.locale), cx.now().day());
    let mut reader = cx.read().await?;
    let task = task::store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::NoteRequirements, &task))?;
    let helpers = helper::helpers(&mut reader, cx.tenant.id, id).await?;
    let people: Vec<PersonId> = helpers.iter().map(|helper| helper.person).collect();
    let book = Book::of(&mut reader, cx.tenant.id, &people, today).await?;
    let line = |helper: &helper::Helper| {
        let href = format!("/engagementer/{}/krav", helper.engagement);
        let standings = book.standings(helper.person, &task, today);
        PersonLine {
            name: helper.name.clone(),
            cells: standings.iter().map(|(asked, standing)| cell(&cx, &href, *asked, *standing)).collect(),
            href,
        }
    };
    let task_href = format!("/opgaver/{id}");
    cx.page(OfTaskPage {
        shell: cx
            .shell(t.requirement_of_task_title())
            .under("/opgaver", t.task_find())
            .under(task_href.clone(), task.title.clone())
            .here(),
        t,
        columns: rules::asked_by(&task).iter().map(|asked| asked.what.name(cx.locale)).collect(),
        lines: helpers.iter().map(line).collect(),
        title: task.title,
        edit_href: format!("{task_href}/rediger#requirements"),
        task_href,
    })
}
