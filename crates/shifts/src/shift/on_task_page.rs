//! On the page of a task, for somebody who helps with it: their next shifts, or the way to those they can take.

use askama::Template;
use samskab_engagement::engagement;
use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_taskbank::task::{MINE, TaskId};
use samskab_web::{Cx, Result, Shell, module::Part};

use super::{
    mine::{Line, mine_line},
    store,
};
use crate::T;

/// At most this many of the next shifts are shown.
const SHOWN: usize = 3;

#[derive(Template)]
#[template(path = "shift/on_task_page.html")]
struct OnTaskPage {
    shell: Shell,
    t: T,
    lines: Vec<Line>,
}

pub const ON_TASK_PAGE: Part =
    Part { of: MINE, read: |cx, connection, task| Box::pin(read(cx, connection, TaskId::from_uuid(task))) };

/// `None` for whoever does not help with the task, and for a task without shifts. At most four queries.
async fn read(cx: &Cx, connection: &mut Connection, task: TaskId) -> Result<Option<String>> {
    let Some(me) = cx.actor.person.map(PersonId::from_uuid) else { return Ok(None) };
    let (tenant, now) = (cx.tenant.id, cx.now());
    let mut mine = store::coming_of_person(connection, tenant, me, now, 100).await?;
    mine.retain(|coming| coming.task == task);
    mine.truncate(SHOWN);
    if mine.is_empty() {
        let engagements = engagement::store::of_person(connection, tenant, me).await?;
        let helps =
            engagements.iter().any(|engagement| engagement.task == task && engagement.state.has_begun());
        if !helps || store::coming_of_task(connection, tenant, task, now, 1).await?.is_empty() {
            return Ok(None);
        }
    }
    let lines = mine.iter().map(|coming| mine_line(cx, coming)).collect();
    let page = OnTaskPage { shell: cx.shell(""), t: T(cx.locale), lines };
    Ok(Some(page.render()?))
}
