//! What waits for somebody about meetings: an answer they owe, a draft of minutes to read, what they promised to do, and – for those who run the meetings
//! of a body – an agenda to send, minutes to write or approve, and a year with too few meetings (RS-20).

use samskab_kernel::{Day, Instant};
use samskab_organisation::{
    body::{self, Body, BodyId, seat},
    identify::Who as _,
    person::PersonId,
};
use samskab_store::Connection;
use samskab_web::{
    Cx, Result, WorkItem,
    module::{BoxFuture, WorkAct},
};

use crate::{
    T,
    body::terms::{self, AHEAD_DAYS, SeatContext},
    enquiry, introduction,
    meeting::{self, FollowUp, Meeting, MeetingState, as_beginning, cadence_of},
    wheel,
};

/// An agenda is late when the meeting is so near.
const AGENDA_DAYS: i64 = 7;
/// Days before the meeting from which the agenda is asked for.
const AGENDA_SEEN_DAYS: i64 = 14;
/// Minutes are looked back for so far.
const BACK_DAYS: i64 = 120;
/// Days before a meeting from which it is shown that nobody leads it; the rest of the year is always covered.
const NEAR_DAYS: i64 = 60;

/// At most fourteen queries, and at most six for each body with a rule whose draft waits for somebody without a seat there;
/// three for those who neither work here nor sit anywhere.
pub fn work_items<'a>(cx: &'a Cx, connection: &'a mut Connection) -> BoxFuture<'a, Result<Vec<WorkItem>>> {
    Box::pin(waiting(cx, connection))
}

async fn waiting(cx: &Cx, connection: &mut Connection) -> Result<Vec<WorkItem>> {
    let Some(person) = cx.actor.person.map(PersonId::from_uuid) else { return Ok(Vec::new()) };
    let (t, tenant, now, today) = (T(cx.locale), cx.tenant.id, cx.now(), cx.today());
    let mut items = Vec::new();
    let promised = meeting::follow_ups_of_person(connection, tenant, person).await?;
    items.extend(promised.iter().map(|one| follow_up(t, one)));
    items.extend(wheel::work_items(cx, connection).await?);
    items.extend(enquiry::work_items(cx, connection).await?);
    items.extend(introduction::work_items(cx, connection).await?);
    let (unanswered, drafts) = meeting::store::waiting(connection, tenant, person, now).await?;
    let seats = seat::of_person(connection, tenant, person, today).await?;
    let runs: Vec<BodyId> =
        seats.iter().filter(|(_, role)| role.runs_meetings()).map(|(body, _)| *body).collect();
    let is_coordinator = cx.actor.is_coordinator_first();
    if unanswered.is_empty() && drafts.is_empty() && runs.is_empty() && !is_coordinator {
        return Ok(items);
    }
    let bodies = body::all(connection, tenant, today).await?;
    let name = |id: BodyId| bodies.iter().find(|body| body.id == id).map_or("", |body| body.name.as_str());
    items.extend(unanswered.iter().map(|one| invitation(cx, t, one, name(one.body))));
    // The coordinator is the secretary where the key persons meet.
    let is_run = |body: &Body| {
        runs.contains(&body.id) || is_coordinator && body.rule == Some(body::MemberRule::KeyPersons)
    };
    let run: Vec<&Body> = bodies.iter().filter(|body| is_run(body)).collect();
    // Whoever runs the meetings has them approved; a person without a seat any more does not read them.
    for body in bodies.iter().filter(|body| !is_run(body)) {
        let own: Vec<&Meeting> = drafts.iter().filter(|one| one.body == body.id).collect();
        let has_seat = seats.iter().any(|(seated, _)| *seated == body.id);
        let sits = has_seat
            || body.rule.is_some()
                && !own.is_empty()
                && body::members(connection, tenant, body, today).await?.has(person.uuid());
        items.extend(own.into_iter().filter(|_| sits).map(|one| draft(cx, t, one, body)));
    }
    if run.is_empty() && !is_coordinator {
        return Ok(items);
    }
    let (begin, end) = meeting::store::year(today);
    let from = begin.min(now.plus_days(-BACK_DAYS));
    let meetings = meeting::store::between(connection, tenant, from, now.plus_days(AHEAD_DAYS)).await?;
    let year: Vec<Meeting> =
        meetings.iter().filter(|one| one.starts_at >= begin && one.starts_at < end).cloned().collect();
    for body in &run {
        let own = meetings.iter().filter(|one| one.body == body.id);
        items.extend(own.filter_map(|one| to_do(cx, t, one, body)));
        let cadence = cadence_of(body, &year, now);
        if cadence.is_late {
            items.push(WorkItem {
                heading: t.work_kind_meetings(),
                title: t.work_plan_meeting(cadence.missing),
                detail: body.name.clone(),
                href: format!("{}/moeder/nyt", body.href()),
                since: now,
                due: Some(Day::of(today.date().year(), 12, 31).end()),
                reason: None,
                act: None,
            });
        }
    }
    let run: Vec<BodyId> = run.iter().map(|body| body.id).collect();
    let led = match is_coordinator {
        true => seat::with_runner(connection, tenant, today).await?,
        false => Vec::new(),
    };
    let known = SeatContext { bodies: &bodies, run: &run, led: &led, meetings: &meetings, is_coordinator };
    items.extend(terms::work_items(cx, connection, person, known).await?);
    if is_coordinator {
        let is_led = |body: &&Body| led.contains(&body.id) || body.rule == Some(body::MemberRule::KeyPersons);
        let leaderless = bodies.iter().filter(|body| !is_led(body) && !runs.contains(&body.id));
        let near = end.max(now.plus_days(NEAR_DAYS));
        items.extend(leaderless.filter_map(|body| nobody_leads(cx, t, body, (&meetings, near))));
    }
    Ok(items)
}

/// The chair has stopped, or the association is closed, and there is a meeting before then that somebody was to see to.
fn nobody_leads(cx: &Cx, t: T, body: &Body, (meetings, until): (&[Meeting], Instant)) -> Option<WorkItem> {
    let open = |one: &&Meeting| {
        one.body == body.id
            && one.starts_at < until
            && matches!(one.state, MeetingState::Planned | MeetingState::Called | MeetingState::Minuted)
    };
    let first = meetings.iter().find(open)?;
    Some(WorkItem {
        heading: t.work_kind_meetings(),
        title: t.work_nobody_leads(body.name.as_str()),
        detail: match first.starts_at > cx.now() {
            true => t.work_nobody_leads_detail(cx.locale.day(first.starts_at.day())),
            false => t.work_nobody_led_detail(cx.locale.day(first.starts_at.day())),
        },
        href: body.href(),
        since: first.starts_at.plus_days(-AGENDA_SEEN_DAYS).max(first.created_at).min(cx.now()),
        due: Some(first.starts_at),
        reason: None,
        act: None,
    })
}

fn follow_up(t: T, one: &FollowUp) -> WorkItem {
    WorkItem {
        heading: t.work_kind_follow_up(),
        title: one.matter.clone(),
        detail: t.work_follow_up_detail().to_owned(),
        href: one.href(),
        since: one.created_at,
        due: Some(one.due_on.end()),
        reason: None,
        act: None,
    }
}

fn invitation(cx: &Cx, t: T, one: &Meeting, body: &str) -> WorkItem {
    WorkItem {
        heading: t.work_kind_invitation(),
        title: t.work_invitation(body),
        detail: as_beginning(&one.when(cx)),
        href: one.href(),
        since: one.called_at.unwrap_or(one.created_at),
        due: Some(one.starts_at),
        reason: None,
        act: Some(WorkAct {
            label: t.answer_i_come(),
            action: format!("{}/svar", one.href()),
            fields: vec![("svar", meeting::AnswerKind::Comes.code().to_owned())],
        }),
    }
}

fn draft(cx: &Cx, t: T, one: &Meeting, body: &Body) -> WorkItem {
    WorkItem {
        heading: t.work_kind_meetings(),
        title: t.work_read_draft(body.name.as_str()),
        detail: t.work_read_draft_detail(cx.locale.day(one.starts_at.day())),
        href: one.href(),
        since: one.state_since,
        due: None,
        reason: None,
        act: None,
    }
}

fn to_do(cx: &Cx, t: T, one: &Meeting, body: &Body) -> Option<WorkItem> {
    let now = cx.now();
    // Since when somebody could have done it.
    let (title, href, since, due) = match one.state {
        MeetingState::Planned if one.starts_at > now && one.starts_at <= now.plus_days(AGENDA_SEEN_DAYS) => {
            let since = one.starts_at.plus_days(-AGENDA_SEEN_DAYS).max(one.created_at);
            (t.work_send_agenda(), one.href(), since, one.starts_at.plus_days(-AGENDA_DAYS))
        }
        MeetingState::Planned | MeetingState::Called if one.ends_at <= now => {
            let since = one.ends_at.max(one.created_at);
            (t.work_write_minutes(), format!("{}/referat", one.href()), since, since.plus_days(7))
        }
        MeetingState::Minuted => {
            let href = format!("{}/referat#godkend", one.href());
            (t.work_approve_minutes(), href, one.state_since, one.state_since.plus_days(30))
        }
        _ => return None,
    };
    Some(WorkItem {
        heading: t.work_kind_meetings(),
        title: title.to_owned(),
        detail: format!("{} · {}", one.called(&body.name), cx.locale.day(one.starts_at.day())),
        href,
        since,
        due: Some(due),
        reason: None,
        act: None,
    })
}
