//! GET /opgaver/{id}/interesserede: everybody who would like to help with one task, and who is next.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_taskbank::task::{self, TaskId, time::as_beginning};
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _};

use super::{Interest, State, mine::tone, offer, rules::first_in_line, store, wording::state_label};
use crate::T;
use crate::authority::{Action, may};

/// Whether an interest in this state belongs under a heading.
type Belongs = fn(State) -> bool;

#[derive(Template)]
#[template(path = "interest/of_task.html")]
struct OfTaskPage {
    shell: Shell,
    t: T,
    title: String,
    task_href: String,
    on_behalf_href: String,
    /// The address for answering several at once; empty: there are not several.
    several_href: String,
    when: String,
    /// How many places are taken and how many are wanted.
    places: Option<(i64, i64)>,
    counts: Vec<(&'static str, usize)>,
    next: Option<Next>,
    groups: Vec<Group>,
}

/// The first on the waiting list, while there is room.
struct Next {
    name: String,
    href: String,
    free: i64,
}

struct Group {
    heading: &'static str,
    lines: Vec<Line>,
}

struct Line {
    href: String,
    name: String,
    since: String,
    persons: i64,
    waits: String,
    is_late: bool,
    tone: &'static str,
    symbol: &'static str,
    state: &'static str,
}

pub async fn show(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let (t, now) = (T(cx.locale), cx.now());
    let mut reader = cx.read().await?;
    let shown = task::store::shown(&mut reader, cx.tenant.id, id, now.day()).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::Answer, &shown.task))?;
    let interests = store::of_task(&mut reader, cx.tenant.id, id).await?;
    let line = |interest: &&Interest| {
        let (tone, symbol) = tone(interest.state.kind());
        let since = interest.promise.map_or(interest.created_at, |promise| promise.since);
        let owed = interest.owed();
        let due = owed.map(|promise| promise.due);
        Line {
            href: interest.href(),
            name: interest.name.clone(),
            since: cx.locale.short_day(since.day(), cx.today()),
            persons: interest.persons,
            waits: due
                .map(|due| t.interest_answer_due(cx.locale.weekday_and_day(due.day(), cx.today())))
                .unwrap_or_default(),
            is_late: due.is_some_and(|due| due < now),
            tone,
            symbol,
            state: state_label(interest.state.kind(), interest.has_replied(), cx.locale),
        }
    };
    let groups: [(&'static str, Belongs); 5] = [
        (t.interest_list_new(), |state| state == State::New),
        (t.interest_list_invited(), |state| matches!(state, State::Invited { .. })),
        (t.interest_list_accepted(), |state| state == State::Accepted),
        (t.interest_list_waitlisted(), |state| state == State::Waitlisted),
        (t.interest_list_ended(), |state| !state.is_live()),
    ];
    let groups: Vec<Group> = groups
        .into_iter()
        .map(|(heading, belongs)| Group {
            heading,
            lines: interests
                .iter()
                .filter(|interest| belongs(interest.state))
                .collect::<Vec<_>>()
                .iter()
                .map(line)
                .collect(),
        })
        .filter(|group| !group.lines.is_empty())
        .collect();
    let passed = offer::passed(&mut reader, cx.tenant.id, id).await?;
    let next = shown.task.places.map(|places| places - shown.taken).and_then(|free| {
        let first = first_in_line(&interests, &passed, free)?;
        Some(Next { name: first.name.clone(), href: format!("{}?svar=accept#brev", first.href()), free })
    });
    let task_href = format!("/opgaver/{id}");
    cx.page(OfTaskPage {
        shell: cx
            .shell(t.interest_list_title())
            .under("/opgaver", t.task_find())
            .under(task_href.clone(), shown.task.title.clone())
            .here(),
        t,
        when: as_beginning(&shown.task.time.sentence(cx.locale, now.day())),
        places: shown.task.places.map(|places| (shown.taken, places)),
        counts: groups.iter().map(|group| (group.heading, group.lines.len())).collect(),
        title: shown.task.title,
        several_href: match interests.iter().filter(|interest| interest.state == State::New).count() {
            0 | 1 => String::new(),
            _ => format!("/interesserede?opgave={id}"),
        },
        on_behalf_href: format!("{task_href}/interesse/paa-vegne"),
        task_href,
        next,
        groups,
    })
}
