//! What waits for somebody about hearings: remarks to assess, answers to look at, a note to publish, a draft whose days are gone.

use samskab_organisation::{identify::Who as _, person::PersonId};
use samskab_store::Connection;
use samskab_web::{Cx, Result, WorkItem, module::BoxFuture};

use crate::{T, authority::may_keep, store};

/// Days after the closing within which remarks must be answered (twelve weeks, as in Whitehall's rule).
const ANSWER_DAYS: i64 = 84;
/// Days within which a new answer must be looked at.
const LOOK_DAYS: i64 = 1;
/// Days within which a second person must look at an assessment.
const APPROVE_DAYS: i64 = 7;

/// What waits for the reader about hearings. Runs one query; two for those who keep hearings, four for the
/// coordinator.
pub(crate) fn work_items<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
) -> BoxFuture<'a, Result<Vec<WorkItem>>> {
    Box::pin(waiting(cx, connection))
}

async fn waiting(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    let Some(person) = cx.actor.person.map(PersonId::from_uuid).filter(|_| cx.actor.is_staff()) else {
        return Ok(Vec::new());
    };
    let (t, now) = (T(cx.locale), cx.now());
    let item = |title: String, detail: &str, href: String, since, due| WorkItem {
        heading: t.work_kind_hearing(),
        title,
        detail: detail.to_owned(),
        href,
        since,
        due: Some(due),
        reason: None,
        act: None,
    };
    let mut items = Vec::new();
    for (id, title, count, due, since) in store::open_of_person(connection, cx.tenant.id, person, now).await?
    {
        let due = due.map_or(since.plus_days(ANSWER_DAYS), samskab_kernel::Day::end);
        let href = format!("/hoeringer/{id}/bemaerkninger?min=ja");
        items.push(item(t.work_assess_remarks(count), &title, href, since, due));
    }
    if may_keep(cx) {
        for (id, title, count, first) in store::to_approve(connection, cx.tenant.id, person).await? {
            let since = first.unwrap_or(now);
            let href = format!("/hoeringer/{id}/bemaerkninger?vis=mangler");
            items.push(item(
                t.work_approve_remarks(count),
                &title,
                href,
                since,
                since.plus_days(APPROVE_DAYS),
            ));
        }
    }
    if !cx.actor.is_coordinator_first() {
        return Ok(items);
    }
    let drafts = store::overdue(connection, cx.tenant.id, now).await?;
    for draft in drafts.iter().filter(|draft| draft.is_overdue(now)) {
        let (at, href) = (draft.opens_at, format!("{}/rediger", draft.href()));
        items.push(item(t.work_choose_days().to_owned(), &draft.title, href, at, at));
    }
    for (id, title, closes_at, looks, first) in store::waiting(connection, cx.tenant.id, now).await? {
        if looks > 0 {
            let first = first.unwrap_or(now);
            let href = format!("/hoeringer/{id}/indkomne");
            items.push(item(
                t.work_look_at_responses(looks),
                &title,
                href,
                first,
                first.plus_days(LOOK_DAYS),
            ));
        }
        if closes_at <= now {
            let href = format!("/hoeringer/{id}/bemaerkninger");
            let due = closes_at.plus_days(ANSWER_DAYS);
            items.push(item(t.work_publish_hearing_note().to_owned(), &title, href, closes_at, due));
        }
    }
    Ok(items)
}
