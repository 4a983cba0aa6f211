//! What waits for somebody about proposals and initiatives: ideas for those who run a body that takes them, what waits for an
//! agenda for those who run the meetings, a change for its writer, and for owners what nobody has told of for long.

use samskab_meetings::meeting;
use samskab_organisation::{
    body::{self, Body, BodyId, in_charge, seat},
    identify::Who as _,
    person::PersonId,
};
use samskab_store::Connection;
use samskab_web::{Cx, Result, WorkItem, module::BoxFuture};

use crate::{
    T,
    initiative::{self, Initiative, Owners, rules::OLD_DAYS},
    proposal::{self, Proposal, ProposalState},
};

/// Days within which an idea must be looked at.
const LOOK_DAYS: i64 = 14;

/// What waits for the reader about proposals and initiatives. Runs at most nine queries; three for those who neither
/// work here nor sit in a body.
pub fn work_items<'a>(cx: &'a Cx, connection: &'a mut Connection) -> BoxFuture<'a, Result<Vec<WorkItem>>> {
    Box::pin(async move {
        let Some(me) = cx.actor.person.map(PersonId::from_uuid) else { return Ok(Vec::new()) };
        let mut items = proposals(cx, connection, me).await?;
        items.extend(initiatives(cx, connection).await?);
        Ok(items)
    })
}

async fn proposals(cx: &Cx, connection: &mut Connection, me: PersonId) -> Result<Vec<WorkItem>> {
    let (t, tenant, today) = (T(cx.locale), cx.tenant.id, cx.today());
    let open = proposal::store::open(connection, tenant).await?;
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let seats = seat::of_person(connection, tenant, me, today).await?;
    let runs: Vec<BodyId> =
        seats.iter().filter(|(_, role)| role.runs_meetings()).map(|(body, _)| *body).collect();
    let is_first = cx.actor.is_coordinator_first();
    let bodies = match runs.is_empty() && !is_first {
        true => Vec::new(),
        false => body::store::every(connection, tenant).await?,
    };
    let with_runner = match is_first {
        true => seat::with_runner(connection, tenant, today).await?,
        false => Vec::new(),
    };
    // Where nobody runs the body, whoever leads volunteering sees to it.
    let is_mine = |body: Option<&Body>| match body {
        Some(body) if runs.contains(&body.id) => true,
        Some(body) => is_first && !with_runner.contains(&body.id),
        None => is_first,
    };
    let waits = |one: &Proposal| one.state == ProposalState::HandedOn && one.item.is_none();
    let next = match open.iter().any(|one| waits(one) && is_mine(in_charge(&bodies, one.decided_by, today))) {
        true => meeting::store::all_next(connection, tenant, cx.now()).await?,
        false => Vec::new(),
    };
    let item = |one: &Proposal| {
        let body = in_charge(&bodies, one.body, today);
        let decider = in_charge(&bodies, one.decided_by, today);
        let (title, due) = match one.state {
            ProposalState::Idea if one.writer == Some(me) && one.waits_for_writer() => {
                return Some(changed(t, one));
            }
            // The writer must answer first.
            ProposalState::Idea if one.answer_until().is_some_and(|until| until > cx.now()) => return None,
            ProposalState::Idea if one.is_refused_by_writer() && is_mine(body) => {
                (t.work_disagreed(one.texts.title.as_str()), None)
            }
            ProposalState::Idea if is_mine(body) => {
                (t.work_qualify(one.texts.title.as_str()), Some(one.created_at.plus_days(LOOK_DAYS)))
            }
            ProposalState::HandedOn if decider.is_none() && is_mine(body) => {
                (t.work_choose_decider(one.texts.title.as_str()), None)
            }
            ProposalState::HandedOn if decider.is_some() && one.item.is_none() && is_mine(decider) => {
                (t.work_take_up(one.texts.title.as_str()), None)
            }
            _ => return None,
        };
        // Who has it now: those who decide, once it is handed on to them.
        let (whose, href) = match decider.filter(|_| one.state == ProposalState::HandedOn) {
            Some(decider) => {
                let next = next.iter().find(|meeting| meeting.body == decider.id);
                let plan = || format!("{}/moeder/nyt", decider.href());
                (Some(decider), next.map_or_else(plan, meeting::Meeting::href))
            }
            None => (body, one.href()),
        };
        Some(WorkItem {
            heading: t.work_kind_proposal(),
            title,
            detail: whose.map_or_else(|| t.proposal_body_none().to_owned(), |body| body.name.clone()),
            href,
            since: one.state_since,
            due,
            reason: None,
            act: None,
        })
    };
    Ok(open.iter().filter_map(item).collect())
}

fn changed(t: T, one: &Proposal) -> WorkItem {
    WorkItem {
        heading: t.work_kind_proposal(),
        title: t.work_agree(one.texts.title.as_str()),
        detail: t.work_agree_detail().to_owned(),
        href: one.href(),
        since: one.asked_at.unwrap_or(one.updated_at),
        due: one.answer_until(),
        reason: None,
        act: None,
    }
}

/// What is old waits for its owner; what is nobody's, for whoever leads volunteering. At most four queries.
async fn initiatives(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    let (t, now) = (T(cx.locale), cx.now());
    let is_first = cx.actor.is_coordinator_first();
    let mut waiting =
        initiative::store::waiting(connection, cx.tenant.id, now.plus_days(-OLD_DAYS), cx.today()).await?;
    if !cx.actor.is_staff() {
        waiting.retain(|one| one.owner_person.map(PersonId::uuid) == cx.actor.person);
    }
    if waiting.is_empty() {
        return Ok(Vec::new());
    }
    let owners = Owners::of(cx, connection, &waiting).await?;
    let item = |one: &Initiative| {
        let has_owner = owners.has_owner(one);
        let title = match has_owner {
            true if one.is_old(now) && owners.is_mine(cx, one) => t.work_tell(one.title.as_str()),
            false if is_first => t.work_own(one.title.as_str()),
            _ => return None,
        };
        Some(WorkItem {
            heading: t.work_kind_initiative(),
            title,
            detail: match has_owner {
                true => t.initiative_is_old(cx.locale.day(one.told_at.day())),
                false => t.initiative_owner_none().to_owned(),
            },
            href: if has_owner { one.href() } else { format!("{}/rediger", one.href()) },
            since: if has_owner { one.told_at.plus_days(OLD_DAYS) } else { one.created_at },
            due: None,
            reason: None,
            act: None,
        })
    };
    Ok(waiting.iter().filter_map(item).collect())
}
