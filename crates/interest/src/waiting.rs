//! What waits for a person: answers that are owed, places that became free, invitations.

use std::collections::HashMap;

use samskab_kernel::Day;
use samskab_organisation::answering::responsible;
use samskab_organisation::{
    answering::{self, Answerer, Ladder, Poster},
    identify::Who as _,
    person::PersonId,
};
use samskab_store::Connection;
use samskab_web::{Cx, Result, WorkItem, module::WorkAct};

use super::{
    Rung, Settings, StateKind, href,
    store::{self, FreePlaces, OwedStep, Waiting},
};
use crate::T;

/// The field that says of a call that they were told what they had to be told.
pub const TOLD: &str = "sagt";

/// One query for a volunteer, three for somebody who answers, up to four more when something waits.
#[samskab_store::compiled_once]
pub async fn work_items(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    let Some(me) = cx.actor.person else { return Ok(Vec::new()) };
    let (tenant, now, today) = (cx.tenant.id, cx.now(), cx.now().day());
    let t = T(cx.locale);
    let mut items: Vec<WorkItem> = store::asked_of(connection, tenant, me)
        .await?
        .into_iter()
        .map(|asked| WorkItem {
            heading: t.worklist_kind_interest_invitation(),
            title: match asked.state {
                StateKind::Unconfirmed => t.interest_own_unconfirmed(),
                StateKind::Waitlisted => t.interest_own_offered(),
                _ => t.interest_work_invitation(),
            }
            .to_owned(),
            detail: asked.title,
            href: format!("/interesse/{}", asked.id),
            since: asked.state_since,
            due: asked.answer_due_at,
            reason: None,
            act: None,
        })
        .collect();
    let places = cx.actor.reached_places();
    if places.is_empty() {
        return Ok(items);
    }
    let waiting = if cx.actor.is_coordinator() {
        store::waiting_everywhere(connection, tenant, today).await?
    } else {
        store::waiting_at(connection, tenant, today, &places).await?
    };
    let free = store::free_places(connection, tenant, &places).await?;
    let mut posters: Vec<Poster> = waiting.iter().map(|one| one.poster).collect();
    posters.extend(free.iter().filter_map(FreePlaces::poster));
    posters.sort_unstable();
    posters.dedup();
    if posters.is_empty() {
        return Ok(items);
    }
    let ladders = answering::ladders(connection, tenant, &posters, today).await?;
    let promise_days = Settings::of(&cx.tenant).promise_days;
    let me = PersonId::from_uuid(me);
    items.extend(waiting.into_iter().filter_map(|one| {
        let rung = one.promise.rung(promise_days, now);
        let why = mine(&ladders, one.poster, one.contact, rung, me)?;
        Some(answer_owed(t, one, &why, promise_days, now))
    }));
    items.extend(free.into_iter().filter_map(|one| {
        mine(&ladders, one.poster()?, one.contact_person_id, Rung::Contact, me)?;
        Some(WorkItem {
            heading: t.worklist_kind_interest_free_place(),
            title: t.interest_work_free_place(one.free()),
            detail: one.title.clone(),
            href: format!("/opgaver/{}/interesserede", one.task_id),
            since: one.since.unwrap_or(now),
            due: None,
            reason: None,
            act: None,
        })
    }));
    Ok(items)
}

/// How something came to a person.
#[derive(Debug, PartialEq, Eq)]
enum Why {
    /// It is theirs to answer.
    Theirs,
    /// They stand in for somebody, to and including a day.
    StandsIn(String, Day),
    /// There is nobody nearer to it.
    NobodyNearer,
    /// Nobody answered in time.
    Climbed,
}

fn mine(
    ladders: &HashMap<Poster, Ladder>,
    poster: Poster,
    contact: Option<PersonId>,
    rung: Rung,
    me: PersonId,
) -> Option<Why> {
    let ladder = ladders.get(&poster)?;
    let is_among = |answerers: Vec<&Answerer>| answerers.iter().any(|answerer| answerer.person == me);
    if is_among(responsible(ladder, contact, Rung::Contact)) {
        let near = contact == Some(me) || ladder.first.iter().any(|answerer| answerer.person == me);
        return Some(match ladder.away(contact) {
            _ if near => Why::Theirs,
            Some((away, until)) => Why::StandsIn(away.name.clone(), until),
            None => Why::NobodyNearer,
        });
    }
    is_among(responsible(ladder, contact, rung)).then_some(Why::Climbed)
}

fn answer_owed(t: T, one: Waiting, why: &Why, promise_days: u32, now: samskab_kernel::Instant) -> WorkItem {
    let first_name = samskab_kernel::text::first_name(&one.name);
    let title = match one.what {
        OwedStep::Answer => t.interest_work_answer(first_name),
        OwedStep::Reply => t.interest_work_replied(first_name),
        OwedStep::Call => t.interest_work_call(first_name),
    };
    let heading = match one.what {
        OwedStep::Answer | OwedStep::Reply => t.worklist_kind_interest(),
        OwedStep::Call => t.worklist_kind_interest_call(),
    };
    let act = (one.what == OwedStep::Call).then(|| WorkAct {
        label: t.interest_call_done(),
        action: format!("{}/opkald", href(one.id)),
        fields: vec![(TOLD, "ja".to_owned())],
    });
    let reason = match why {
        _ if one.what == OwedStep::Call => Some(t.interest_reason_cancelled(first_name)),
        Why::Theirs if one.promise.is_short(promise_days) => Some(t.interest_reason_soon().to_owned()),
        Why::Theirs => None,
        Why::StandsIn(name, until) => {
            let day = t.0.weekday_and_day(*until, now.day());
            Some(samskab_organisation::T(t.0).worklist_stands_in(day, name))
        }
        Why::NobodyNearer => Some(t.interest_reason_nobody_nearer(&one.poster_name)),
        Why::Climbed => Some(t.interest_reason_climbed(one.promise.days_waited(now), &one.poster_name)),
    };
    WorkItem {
        heading,
        title,
        detail: format!("{}, {}", one.title, one.poster_name),
        href: href(one.id),
        since: one.promise.since,
        due: Some(one.promise.due),
        reason,
        act,
    }
}
