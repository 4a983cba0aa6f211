//! What waits for somebody about what was said: points to answer, and inputs that nobody has looked at.

use samskab_organisation::{identify::Who as _, person::PersonId};
use samskab_store::Connection;
use samskab_web::{Cx, Result, WorkItem, module::BoxFuture};

use crate::{T, store};

/// Days within which an input must be looked at.
const LOOK_DAYS: i64 = 14;
/// Days within which a point without a day of its own must be answered.
const ANSWER_DAYS: i64 = 30;

/// What waits for the reader about voices. Runs one query, two for those who work here; at most seven.
pub(crate) fn work_items<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
) -> BoxFuture<'a, Result<Vec<WorkItem>>> {
    Box::pin(waiting(cx, connection))
}

async fn waiting(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    let Some(person) = cx.actor.person.map(PersonId::from_uuid) else { return Ok(Vec::new()) };
    let t = T(cx.locale);
    let item = |title: String, detail: String, href: String, since, due| WorkItem {
        heading: t.work_kind_voices(),
        title,
        detail,
        href,
        since,
        due: Some(due),
        reason: None,
        act: None,
    };
    let mut items = Vec::new();
    let open = match cx.actor.is_staff() {
        true => store::open_of_person(connection, cx.tenant.id, person).await?,
        false => Vec::new(),
    };
    for open in open {
        let due = open.due_on.map_or(open.since.plus_days(ANSWER_DAYS), samskab_kernel::Day::end);
        let href = format!("/tekster/{}/stemmer/uddrag?vis=mine", open.text_id);
        items.push(item(t.work_answer_points(open.points), open.title, href, open.since, due));
    }
    let mut unseen = store::inputs_waiting(connection, cx.tenant.id).await?;
    let texts: Vec<_> = unseen.iter().map(|new| (new.text_id, new.body_id)).collect();
    let own = samskab_writing::waiting_for_reader(cx, connection, &texts).await?;
    unseen.retain(|new| own.contains(&new.text_id));
    for new in unseen {
        let href = format!("/tekster/{}/stemmer/input?vis=new", new.text_id);
        let due = new.since.plus_days(LOOK_DAYS);
        items.push(item(t.work_look_at_inputs(new.inputs), new.title, href, new.since, due));
    }
    Ok(items)
}
