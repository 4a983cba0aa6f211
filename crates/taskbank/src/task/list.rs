//! /opgaveliste: all tasks that the reader answers for, whatever their state.

use samskab_desk::{
    Action, Cell, Column, Facts, Filter, Line, ListQuery, Outcome, PlaceRow, Preview, StaffList,
    WrittenWords, place_choices,
};
use samskab_kernel::{Instant, danish::sort_key};
use samskab_organisation::identify::{Who as _, role};
use samskab_store::{
    Connection, danish_order, folded,
    list::{ListKey, NarrowedList, Sorting},
};
use samskab_web::{
    Cx, Result,
    form::Choice,
    module::{BoxFuture, Destination, MOST_DESTINATIONS},
};
use uuid::Uuid;

use super::{
    State, StateKind, Task, TaskId, approve, current, poster::WITH_POSTER_TODAY, state::Open, store,
    store::TimeColumns, time::Time, time::as_beginning,
};
use crate::{
    T,
    authority::{self, may},
};

/// Every column of [`Row`].
const COLUMNS: &str = "select t.id, t.title, t.state, t.updated_at, t.expires_at, t.places,
    t.time_kind, t.starts_on, t.ends_on, t.weekdays, t.starts_at_minute, t.duration_minutes, t.hours_note,
    coalesce(v.name, a.name, '') as poster_name,
    (select count(*) from interest i where i.tenant_id = t.tenant_id and i.task_id = t.id
        and i.state in ('new', 'invited', 'waitlisted', 'accepted')) as interested,
    (select count(*) from interest i where i.tenant_id = t.tenant_id and i.task_id = t.id
        and i.state = 'new') as waiting";

/// The word is in the title, or in the poster's name: the few hundred posters are searched once, not once for each
/// task.
macro_rules! has_word {
    ($word:literal) => {
        concat!(
            folded!("t.title"),
            " like ",
            $word,
            " escape '!' or coalesce(t.unit_id, t.association_id) in (
                select named.unit_id from unit_version named where named.tenant_id = :tenant_id
                    and named.id = (select newest.id from unit_version newest
                        where newest.unit_id = named.unit_id and newest.valid_from <= :today
                        order by newest.valid_from desc limit 1)
                    and ",
            folded!("named.name"),
            " like ",
            $word,
            " escape '!'
                union all select named.id from association named where named.tenant_id = :tenant_id and ",
            folded!("named.name"),
            " like ",
            $word,
            " escape '!')"
        )
    };
}

samskab_store::list! {
    TASKS {
        columns: [COLUMNS],
        from: ["from task t", WITH_POSTER_TODAY, "where t.tenant_id = :tenant_id"],
        counted: ["from task t where t.tenant_id = :tenant_id"],
        id: "t.id",
        conditions: {
            "word1": has_word!(":word1"),
            "word2": has_word!(":word2"),
            "word3": has_word!(":word3"),
            "word4": has_word!(":word4"),
            "live": "t.state in ('draft', 'awaiting', 'open', 'filled')",
            "state": "t.state = :state",
            "waiting": "exists (select 1 from interest i where i.tenant_id = t.tenant_id and i.task_id = t.id
                and i.state = 'new')",
            "nobody": "t.state = 'open' and not exists (select 1 from interest i where i.tenant_id = t.tenant_id
                and i.task_id = t.id and i.state not in ('unconfirmed', 'withdrawn'))",
            "place": "coalesce(t.unit_id, t.association_id) = :place",
            "reached": "coalesce(t.unit_id, t.association_id) in ({list})",
            "chosen": "t.id in ({list})",
        },
        orders: {
            "aendret": Number "t.updated_at",
            "titel": Text danish_order!("t.title"),
            "sted": Text danish_order!("coalesce(v.name, a.name, '')"),
            "tilstand": Text "t.state",
            "venter": Number "(select count(*) from interest i where i.tenant_id = t.tenant_id
                and i.task_id = t.id and i.state = 'new')",
        },
    }
}

samskab_store::statements! {
    /// Who has posted anything: each place is asked once, not each task.
    POSTERS = "select v.unit_id as place, v.name from unit_version v
        where v.tenant_id = :tenant_id and v.valid_from <= :today and (v.valid_to is null or v.valid_to >= :today)
          and exists (select 1 from task t where t.tenant_id = v.tenant_id and t.unit_id = v.unit_id)
        union all select a.id, a.name from association a
        where a.tenant_id = :tenant_id
          and exists (select 1 from task t where t.tenant_id = a.tenant_id and t.association_id = a.id)";
}

#[derive(samskab_store::Row)]
struct Row {
    id: TaskId,
    title: String,
    state: StateKind,
    updated_at: Instant,
    expires_at: Option<Instant>,
    places: Option<i64>,
    #[record(flatten)]
    time: TimeColumns,
    poster_name: String,
    interested: i64,
    waiting: i64,
    #[record(flatten)]
    key: ListKey,
}

static FACTS: Facts = Facts {
    code: "opgaver",
    path: "/opgaveliste",
    title: |locale| T(locale).task_list_title(),
    lead: |locale| T(locale).task_list_lead(),
    count: |locale, count| T(locale).task_list_count(count),
    search: |locale| T(locale).task_list_search(),
    columns: &[
        Column::of(|locale| T(locale).task_list_task()).sorted("titel"),
        Column::of(|locale| T(locale).task_list_place()).sorted("sted"),
        Column::of(|locale| T(locale).task_list_state()).sorted("tilstand"),
        Column::of(|locale| T(locale).task_list_when()),
        Column::of(|locale| T(locale).task_list_interested()).number(),
        Column::of(|locale| T(locale).task_list_waiting()).sorted("venter").number(),
        Column::of(|locale| T(locale).task_list_places()).number(),
        Column::of(|locale| T(locale).task_list_changed()).sorted("aendret"),
        Column::of(|locale| T(locale).task_list_expires()).in_file_only(),
    ],
    list: &TASKS,
    usual: "-aendret",
    empty: (|locale| T(locale).task_mine_none(), |locale| T(locale).task_mine_none_text()),
    empty_step: Some(("/opgaver/ny", |locale| T(locale).task_form_new())),
};

/// The filter for what is over, too.
const ALL: &str = "alle";
const WAITING: &str = "venter";
const NOBODY: &str = "ingen";

pub(crate) struct TaskList;

pub(crate) static LIST: TaskList = TaskList;

impl StaffList for TaskList {
    fn facts(&self) -> &'static Facts {
        &FACTS
    }

    fn may(&self, cx: &Cx) -> bool {
        cx.actor.answers_anywhere()
    }

    fn filters<'a>(
        &'a self,
        cx: &'a Cx,
        connection: &'a mut Connection,
    ) -> BoxFuture<'a, Result<Vec<Filter>>> {
        Box::pin(async move {
            let t = T(cx.locale);
            let states = StateKind::ALL.iter().map(|state| Choice::of(state.code(), state.label(t)));
            let special = [
                Choice::of(WAITING, t.task_list_state_waiting()),
                Choice::of(NOBODY, t.task_list_state_nobody()),
            ];
            let last = Choice::of(ALL, t.task_list_state_all());
            let mut filters = vec![Filter {
                name: "tilstand",
                label: t.task_list_state(),
                all: t.task_list_state_live(),
                choices: special.into_iter().chain(states).chain([last]).collect(),
            }];
            let query = connection.query(&POSTERS).bind_named("tenant_id", cx.tenant.id);
            let posters: Vec<PlaceRow> = query.bind_named("today", cx.today()).all().await?;
            let choices = place_choices(posters, cx.actor.limits().as_deref());
            if choices.len() > 1 {
                let (label, all) = (t.task_list_place(), t.task_list_all_places());
                filters.push(Filter { name: "sted", label, all, choices });
            }
            Ok(filters)
        })
    }

    fn narrowed(&self, cx: &Cx, asked: &ListQuery) -> NarrowedList {
        let narrowed = reached(cx);
        let narrowed = match asked.filter("tilstand") {
            ALL => narrowed,
            WAITING => narrowed.only_if("waiting"),
            NOBODY => narrowed.only_if("nobody"),
            state => match state.parse::<StateKind>() {
                Ok(state) => narrowed.only("state", state.code()),
                Err(_) => narrowed.only_if("live"),
            },
        };
        match asked.filter("sted").parse::<Uuid>() {
            Ok(place) => narrowed.only("place", place),
            Err(_) => narrowed,
        }
    }

    fn lines<'a>(
        &'a self,
        cx: &'a Cx,
        connection: &'a mut Connection,
        narrowed: NarrowedList,
        sorting: Sorting,
    ) -> BoxFuture<'a, Result<Vec<Line>>> {
        Box::pin(async move {
            let rows: Vec<Row> = narrowed.rows(connection, &sorting).await?;
            Ok(rows.into_iter().map(|row| row.line(cx)).collect())
        })
    }

    fn actions(&self, cx: &Cx) -> Vec<&'static Action> {
        let approves = cx.actor.is_coordinator()
            || [role::KEY_PERSON, role::DEPUTY_KEY_PERSON].iter().any(|role| cx.actor.has(role));
        let all = [(approves, &APPROVE), (true, &STILL_CURRENT)];
        all.into_iter().filter(|(may, _)| *may).map(|(_, action)| action).collect()
    }
}

/// What the reader answers for. Drafts that only wait for an association's approval are on *Mine opgaver*.
fn reached(cx: &Cx) -> NarrowedList {
    let narrowed = NarrowedList::new(&TASKS, cx.tenant.id).with("today", cx.today());
    match cx.actor.limits() {
        None => narrowed,
        Some(places) => narrowed.only_among("reached", places),
    }
}

impl Row {
    fn line(self, cx: &Cx) -> Line {
        let t = T(cx.locale);
        let title = if self.title.is_empty() { t.task_untitled().to_owned() } else { self.title };
        let when = Time::from(self.time).sentence(cx.locale, cx.today());
        Line {
            id: self.id.uuid(),
            key: self.key,
            cells: vec![
                Cell::link(title.clone(), format!("/opgaver/{}", self.id)),
                Cell::Text(self.poster_name),
                Cell::State(self.state.label(t).to_owned(), self.state.tone(), self.state.symbol()),
                Cell::Text(as_beginning(&when)),
                Cell::some_number(self.interested),
                if self.waiting > 0 {
                    Cell::Link {
                        label: cx.locale.number(self.waiting),
                        href: format!("/opgaver/{}/interesserede", self.id),
                        note: String::new(),
                    }
                } else {
                    Cell::Nothing
                },
                self.places.map_or(Cell::Nothing, Cell::Number),
                Cell::Day(self.updated_at.day()),
                Cell::day(self.expires_at.map(Instant::day)),
            ],
            name: title,
        }
    }
}

/// The chosen tasks that the reader answers for, in one query.
async fn chosen(cx: &Cx, connection: &mut Connection, ids: &[Uuid]) -> Result<Vec<Task>> {
    let ids: Vec<TaskId> = ids.iter().copied().map(TaskId::from_uuid).collect();
    let mut tasks = store::find_many(connection, cx.tenant.id, &ids).await?;
    tasks.retain(|task| cx.actor.answers_for(task.poster));
    tasks.sort_by_cached_key(|task| (sort_key(&task.title), task.id));
    Ok(tasks)
}

/// Titles, each with what is said about it.
type Titles = Vec<(String, String)>;

/// Tasks that can be changed, and those that cannot, with the reason.
fn sorted_out(tasks: &[Task], why_not: impl Fn(&Task) -> Option<&'static str>) -> (Titles, Titles) {
    let (mut can, mut cannot) = (Vec::new(), Vec::new());
    for task in tasks {
        match why_not(task) {
            None => can.push((task.title.clone(), String::new())),
            Some(why) => cannot.push((task.title.clone(), why.to_owned())),
        }
    }
    (can, cannot)
}

static APPROVE: Action = Action {
    code: "godkend",
    label: |locale| T(locale).task_list_approve(),
    symbol: "check",
    preview: |cx, connection, ids| {
        Box::pin(async move {
            let (t, tasks) = (T(cx.locale), chosen(cx, connection, ids).await?);
            let (lines, left_out) = sorted_out(&tasks, |task| {
                if task.state.kind() != StateKind::Awaiting {
                    Some(t.task_list_not_awaiting())
                } else if !may(&cx.actor, authority::Action::Approve, task) {
                    Some(t.task_list_not_yours())
                } else {
                    None
                }
            });
            Ok(Preview {
                heading: t.task_list_approve_heading(lines.len()),
                consequence: t.task_list_approve_consequence().to_owned(),
                button: t.task_list_approve().to_owned(),
                lines,
                left_out,
                words: None,
            })
        })
    },
    carry_out: |cx, ids, words| Box::pin(each(cx, ids, words, Verb::Approve)),
    undo: None,
};

static STILL_CURRENT: Action = Action {
    code: "aktuel",
    label: |locale| T(locale).task_list_current(),
    symbol: "refresh",
    preview: |cx, connection, ids| {
        Box::pin(async move {
            let (t, tasks) = (T(cx.locale), chosen(cx, connection, ids).await?);
            let (lines, left_out) = sorted_out(&tasks, |task| {
                (task.state.kind() != StateKind::Open).then(|| t.task_list_not_open())
            });
            Ok(Preview {
                heading: t.task_list_current_heading(lines.len()),
                consequence: t.task_list_current_consequence().to_owned(),
                button: t.task_list_current().to_owned(),
                lines,
                left_out,
                words: None,
            })
        })
    },
    carry_out: |cx, ids, words| Box::pin(each(cx, ids, words, Verb::StillCurrent)),
    undo: Some(|cx, marks| Box::pin(no_longer_current(cx, marks))),
};

#[derive(Clone, Copy)]
enum Verb {
    Approve,
    StillCurrent,
}

/// One task after the other, each in a transaction of its own, by the same rule as on its page.
async fn each(cx: &Cx, ids: &[Uuid], _: &WrittenWords, verb: Verb) -> Result<Outcome> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let tasks = chosen(cx, &mut reader, ids).await?;
    drop(reader);
    let mut outcome = Outcome::default();
    let mut done = 0;
    for task in tasks {
        let refused = match verb {
            Verb::Approve if !may(&cx.actor, authority::Action::Approve, &task) => {
                Some(t.task_list_not_yours())
            }
            Verb::Approve => approve::approve_one(cx, task.id).await?.err().map(|said| said.label(t)),
            Verb::StillCurrent => {
                let is_done = current::confirm_one(cx, task.id).await?;
                (!is_done).then(|| t.task_list_not_open())
            }
        };
        match refused {
            None => {
                done += 1;
                if let (Verb::StillCurrent, State::Open(open)) = (verb, &task.state) {
                    outcome.undo.push(mark(task.id, *open));
                }
            }
            Some(why) => outcome.left_out.push((task.title, why.to_owned())),
        }
    }
    outcome.said = match verb {
        Verb::Approve => t.task_list_approved(done),
        Verb::StillCurrent => t.task_list_confirmed(done),
    };
    Ok(outcome)
}

/// An open task as it was before it was confirmed: id, end, last confirmed, asked, warned; the times in microseconds.
fn mark(id: TaskId, open: Open) -> String {
    let micros = |at: Option<Instant>| at.map(|at| at.micros().to_string()).unwrap_or_default();
    let (asked, warned) = (micros(open.asked_at), micros(open.warned_at));
    format!("{id} {} {} {asked} {warned}", open.expires_at.micros(), open.current_at.micros())
}

fn of_mark(mark: &str) -> Option<(TaskId, Open)> {
    let parts: Vec<&str> = mark.split(' ').collect();
    let at = |text: &str| text.parse().ok().map(Instant::from_micros);
    let [id, expires, current, asked, warned] = parts.as_slice() else { return None };
    let open = Open {
        expires_at: at(expires)?,
        current_at: at(current)?,
        asked_at: at(asked),
        warned_at: at(warned),
    };
    Some((id.parse().ok()?, open))
}

async fn no_longer_current(cx: &Cx, marks: &[String]) -> Result<Outcome> {
    let t = T(cx.locale);
    let before: Vec<(TaskId, Open)> = marks.iter().filter_map(|mark| of_mark(mark)).collect();
    let ids: Vec<Uuid> = before.iter().map(|(id, _)| id.uuid()).collect();
    let mut reader = cx.read().await?;
    let tasks = chosen(cx, &mut reader, &ids).await?;
    drop(reader);
    let mut outcome = Outcome::default();
    let mut done = 0;
    for task in tasks {
        let Some((_, open)) = before.iter().find(|(id, _)| *id == task.id) else { continue };
        match current::take_back_one(cx, task.id, *open).await? {
            true => done += 1,
            false => outcome.left_out.push((task.title, t.task_list_not_open().to_owned())),
        }
    }
    outcome.said = t.task_list_current_taken_back(done);
    Ok(outcome)
}

/// For *Gå til*: tasks that the reader answers for, those that go on before those that are over.
pub(crate) fn destinations<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    asked: &'a str,
) -> BoxFuture<'a, Result<Vec<Destination>>> {
    Box::pin(async move {
        if !LIST.may(cx) {
            return Ok(Vec::new());
        }
        let t = T(cx.locale);
        let narrowed = ListQuery::of_words(asked).narrow(reached(cx));
        let most = i64::try_from(MOST_DESTINATIONS).unwrap_or(0);
        let sorting = Sorting { order: TASKS.order("aendret"), is_descending: true, after: None, most };
        let mut rows: Vec<Row> = narrowed.rows(connection, &sorting).await?;
        rows.sort_by_key(|row| {
            !matches!(row.state, StateKind::Open | StateKind::Filled | StateKind::Awaiting)
        });
        let destination = |row: Row| Destination {
            heading: t.task_list_title(),
            title: if row.title.is_empty() { t.task_untitled().to_owned() } else { row.title },
            detail: format!("{} · {}", row.poster_name, row.state.label(t)),
            href: format!("/opgaver/{}", row.id),
        };
        Ok(rows.into_iter().map(destination).collect())
    })
}
