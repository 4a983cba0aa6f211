//! GET /min-side/krav: what is in order for me, what is missing, and what I do now.

pub mod accept;
pub mod consent;

use askama::Template;
use axum::response::Response;
use samskab_kernel::Day;
use samskab_organisation::person::PersonId;
use samskab_requirement::{
    Lack, Precondition, Standing,
    book::Book,
    rules,
    wording::{self, StateWord},
};
use samskab_taskbank::task::{self, TaskId};
use samskab_web::{Cx, Error, Result, Shell};

use super::helper;
use crate::T;

#[derive(Template)]
#[template(path = "fulfilment/own.html")]
struct OwnPage {
    shell: Shell,
    t: T,
    tasks: Vec<TaskView>,
}

struct TaskView {
    title: String,
    href: String,
    by: String,
    is_ready: bool,
    items: Vec<Item>,
}

struct Item {
    name: &'static str,
    word: StateWord,
    sentence: String,
    about: &'static str,
    next: Option<(&'static str, &'static str)>,
    /// The address of the button “I have said yes in Digital Post”.
    consent: Option<String>,
}

pub(super) fn me(cx: &Cx) -> Result<PersonId> {
    Ok(PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?))
}

pub async fn show(cx: Cx) -> Result<Response> {
    let (t, today, me) = (T(cx.locale), cx.now().day(), me(&cx)?);
    let mut reader = cx.read().await?;
    let tasks = helper::tasks_of(&mut reader, cx.tenant.id, me, today).await?;
    let ids: Vec<TaskId> = tasks.iter().map(|(task, _)| task.id).collect();
    let cards = task::store::cards(&mut reader, cx.tenant.id, &ids, today).await?;
    let book = Book::of(&mut reader, cx.tenant.id, &[me], today).await?;
    let view = |(task, on): &(task::Task, Day)| {
        let standings = book.standings(me, task, *on);
        let items = standings
            .iter()
            .map(|(asked, standing)| Item {
                name: asked.what.name(cx.locale),
                // A refusal is told in words, not with a red icon.
                word: wording::word(*standing, false, *t),
                sentence: wording::for_volunteer(task, asked.what, *standing, *t),
                about: match standing {
                    Standing::InOrder { .. } | Standing::Lacks(Lack::Refused { .. }) => "",
                    Standing::Lacks(_) => asked.what.about(cx.locale),
                },
                next: wording::next_of_volunteer(asked.what, *standing, *t),
                consent: consent_href(&book, me, task, *asked),
            })
            .collect();
        TaskView {
            title: task.title.clone(),
            href: format!("/opgaver/{}", task.id),
            by: cards
                .iter()
                .find(|card| card.id == task.id)
                .map(|card| card.poster_name.clone())
                .unwrap_or_default(),
            is_ready: rules::missing(&standings).is_empty(),
            items,
        }
    };
    let views: Vec<TaskView> =
        tasks.iter().map(view).filter(|view: &TaskView| !view.items.is_empty()).collect();
    cx.page(OwnPage {
        shell: cx.shell(t.requirement_own_title()).under("/min-side", t.volunteer_home_title()).here(),
        t,
        tasks: views,
    })
}

/// The page on which the police waits for a consent, also for a new børneattest.
fn consent_href(
    book: &Book,
    me: PersonId,
    task: &task::Task,
    asked: samskab_requirement::AskedRequirement,
) -> Option<String> {
    if asked.what != Precondition::ChildrensCertificate {
        return None;
    }
    let noted = book.noted(me, asked, task)?;
    (noted.next() == Some(rules::Step::Consent)).then(|| format!("/min-side/krav/{}/samtykke", noted.id))
}
