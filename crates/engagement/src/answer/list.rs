//! /interesserede: everybody who would like to help at the reader's places, whichever task, and a kind no to several.

use samskab_desk::{
    Action, Cell, Column, Facts, Filter, Line, ListQuery, Outcome, Preview, StaffList, Words, WrittenWords,
};
use samskab_kernel::{Day, Instant, Locale, contact::Phone};
use samskab_organisation::identify::Who as _;
use samskab_store::{
    Connection, danish_order,
    list::{ListKey, NarrowedList, Sorting},
};
use samskab_taskbank::{
    catalogue,
    task::{TaskId, poster::WITH_POSTER_TODAY},
};
use samskab_web::{Cx, Result, form::Choice, module::BoxFuture};
use uuid::Uuid;

use super::decline;
use crate::T;
use samskab_interest::{Interest, InterestId, StateKind, mine::tone, store, wording::state_label};

/// An answer is owed: as [`Interest::owed`].
macro_rules! owed {
    () => {
        "(i.state = 'new' or i.state = 'invited' and i.replied_at is not null and i.answer_due_at >= i.replied_at)"
    };
}

samskab_store::list! {
    INTERESTS {
        columns: ["select i.id, i.task_id, i.name, i.persons, i.state, i.replied_at, i.answer_due_at, i.created_at, i.email, i.phone,
            t.title, coalesce(v.name, a.name, '') as poster_name"],
        from: ["from interest i join task t on t.id = i.task_id", WITH_POSTER_TODAY,
            "where i.tenant_id = :tenant_id and i.waiting_since is not null"],
        id: "i.id",
        words: ["i.name", "t.title"],
        conditions: {
            "waiting": "i.state in ('new', 'invited')",
            "state": "i.state = :state",
            "late": concat!(owed!(), " and i.answer_due_at < :late"),
            "task": "i.task_id = :task",
            "reached": "coalesce(t.unit_id, t.association_id) in ({list})",
            "chosen": "i.id in ({list})",
        },
        orders: {
            "frist": Number concat!("case when ", owed!(), " then coalesce(i.answer_due_at, i.created_at)
                else 9000000000000000 + i.created_at end"),
            "navn": Text danish_order!("i.name"),
            "opgave": Text danish_order!("t.title"),
            "kom": Number "i.created_at",
        },
    }
}

#[derive(samskab_store::Row)]
struct Row {
    id: InterestId,
    task_id: TaskId,
    name: String,
    persons: i64,
    state: StateKind,
    replied_at: Option<Instant>,
    answer_due_at: Option<Instant>,
    created_at: Instant,
    email: Option<String>,
    phone: Option<Phone>,
    title: String,
    poster_name: String,
    #[record(flatten)]
    key: ListKey,
}

static FACTS: Facts = Facts {
    code: "interesserede",
    path: "/interesserede",
    title: |locale| T(locale).interest_all_title(),
    lead: |locale| T(locale).interest_all_lead(),
    count: |locale, count| T(locale).interest_all_count(count),
    search: |locale| T(locale).interest_all_search(),
    columns: &[
        Column::of(|locale| T(locale).interest_all_name()).sorted("navn"),
        Column::of(|locale| T(locale).interest_all_task()).sorted("opgave"),
        Column::of(|locale| T(locale).interest_all_state()),
        Column::of(|locale| T(locale).interest_all_due()).sorted("frist"),
        Column::of(|locale| T(locale).interest_all_came()).sorted("kom"),
        Column::of(|locale| T(locale).interest_all_place()).in_file_only(),
        Column::of(|locale| T(locale).interest_all_persons()).number().in_file_only(),
        Column::of(|locale| T(locale).interest_all_email()).in_file_only(),
        Column::of(|locale| T(locale).interest_all_phone()).in_file_only(),
    ],
    list: &INTERESTS,
    usual: "frist",
    empty: (|locale| T(locale).interest_all_none(), |locale| T(locale).interest_all_none_text()),
    empty_step: Some(("/opgaveliste", |locale| T(locale).engagement_list_tasks())),
};

const LATE: &str = "for-sent";
const ALL: &str = "alle";

pub(crate) struct InterestList;

pub(crate) static LIST: InterestList = InterestList;

impl StaffList for InterestList {
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
            let _ = connection;
            let shown = StateKind::ALL.iter().filter(|state| **state != StateKind::Unconfirmed);
            let states = shown.map(|state| Choice::of(state.code(), state.label(cx.locale)));
            let (late, all) =
                (Choice::of(LATE, t.interest_all_late()), Choice::of(ALL, t.interest_all_states()));
            Ok(vec![Filter {
                name: "tilstand",
                label: t.interest_all_state(),
                all: t.interest_all_waiting(),
                choices: std::iter::once(late).chain(states).chain([all]).collect(),
            }])
        })
    }

    fn narrowed(&self, cx: &Cx, asked: &ListQuery) -> NarrowedList {
        let narrowed = reached(cx);
        let narrowed = match asked.filter("tilstand") {
            ALL => narrowed,
            LATE => narrowed.only("late", cx.now()),
            state => match state.parse::<StateKind>() {
                Ok(state) => narrowed.only("state", state.code()),
                Err(_) => narrowed.only_if("waiting"),
            },
        };
        match asked.filter("opgave").parse::<Uuid>() {
            Ok(task) => narrowed.only("task", task),
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

    fn actions(&self, _: &Cx) -> Vec<&'static Action> {
        vec![&DECLINE]
    }
}

/// Only the interests that the reader may answer.
fn reached(cx: &Cx) -> NarrowedList {
    let narrowed = NarrowedList::new(&INTERESTS, cx.tenant.id).with("today", cx.today());
    match cx.actor.limits() {
        None => narrowed,
        Some(places) => narrowed.only_among("reached", places),
    }
}

impl Row {
    fn line(self, cx: &Cx) -> Line {
        let (t, (tone, symbol)) = (T(cx.locale), tone(self.state));
        let has_replied = self.answer_due_at >= self.replied_at && self.replied_at.is_some();
        let is_owed = self.state == StateKind::New || has_replied;
        let due: Option<Day> = self.answer_due_at.filter(|_| is_owed).map(Instant::day);
        let is_late = self.answer_due_at.is_some_and(|due| is_owed && due < cx.now());
        let text = |text: Option<String>| text.map_or(Cell::Nothing, Cell::Text);
        let persons = if self.persons > 1 { t.interest_list_persons(self.persons) } else { String::new() };
        Line {
            id: self.id.uuid(),
            key: self.key,
            cells: vec![
                Cell::Link {
                    label: self.name.clone(),
                    href: format!("/interesser/{}", self.id),
                    note: persons,
                },
                Cell::Link {
                    label: self.title,
                    href: format!("/opgaver/{}/interesserede", self.task_id),
                    note: self.poster_name.clone(),
                },
                Cell::State(
                    state_label(self.state, self.replied_at.is_some(), cx.locale).to_owned(),
                    tone,
                    symbol,
                ),
                match due {
                    Some(due) if is_late => {
                        Cell::LateDay(due, t.interest_all_was_due(cx.locale.short_day(due, cx.today())))
                    }
                    due => Cell::day(due),
                },
                Cell::Day(self.created_at.day()),
                Cell::Text(self.poster_name),
                Cell::Number(self.persons),
                text(self.email),
                text(self.phone.map(|phone| phone.spaced())),
            ],
            name: self.name,
        }
    }
}

/// The chosen ones that the reader may answer.
async fn chosen(cx: &Cx, connection: &mut Connection, ids: &[Uuid]) -> Result<Vec<Row>> {
    let most = i64::try_from(ids.len()).unwrap_or(0);
    let sorting = Sorting { order: INTERESTS.order("navn"), is_descending: false, after: None, most };
    Ok(reached(cx).only_among("chosen", ids.to_vec()).rows(connection, &sorting).await?)
}

/// Why this one gets no answer from here; `None`: they do.
fn why_not(row: &Row, t: T) -> Option<&'static str> {
    match row.state {
        StateKind::New | StateKind::Invited | StateKind::Waitlisted if row.email.is_some() => None,
        StateKind::New | StateKind::Invited | StateKind::Waitlisted => Some(t.interest_several_no_email()),
        _ => Some(t.interest_several_answered()),
    }
}

/// What stands for the first name, the task, the place and whoever writes: as the catalogue has it, in Danish, in English.
const PLACEHOLDERS: [[&str; 3]; 4] = [
    ["{volunteer}", "{fornavn}", "{first name}"],
    ["{task}", "{opgave}", "{task}"],
    ["{place}", "{sted}", "{place}"],
    ["{contact}", "{mit navn}", "{my name}"],
];

/// The text to begin from, with placeholders that a reader of this language understands. `is_full`: no place is left at
/// any of their tasks, which is said only when it is so.
fn suggested(locale: Locale, is_full: bool) -> String {
    let text = catalogue::decline_texts().iter().find(|text| is_full && text.kind == decline::FILLED);
    let text = match text {
        Some(text) => text.text(locale).trim().to_owned(),
        None => T(locale).interest_text_declined("{contact}", "{place}", "{task}", "{volunteer}"),
    };
    PLACEHOLDERS
        .iter()
        .fold(text, |text, [key, danish, english]| text.replace(key, locale.choose(danish, english)))
}

/// What stands in braces and nothing is put in for, said to whoever wrote it.
fn unknown_placeholder(text: &str, locale: Locale) -> Option<String> {
    let known =
        |word: &str| PLACEHOLDERS.iter().any(|[_, danish, english]| word == *danish || word == *english);
    let mut rest = text;
    while let Some(at) = rest.find('{') {
        let word = rest[at..].find('}').map_or(&rest[at..=at], |end| &rest[at..=at + end]);
        if !known(word) {
            let usable: Vec<&str> =
                PLACEHOLDERS.iter().map(|[_, danish, english]| locale.choose(danish, english)).collect();
            return Some(T(locale).interest_several_unknown(usable.join(", "), word));
        }
        rest = &rest[at + 1..];
    }
    None
}

async fn is_full(cx: &Cx, connection: &mut Connection, rows: &[Row]) -> Result<bool> {
    let mut tasks: Vec<TaskId> = rows.iter().map(|row| row.task_id).collect();
    tasks.sort_unstable();
    tasks.dedup();
    Ok(!tasks.is_empty() && !store::any_has_room(connection, cx.tenant.id, &tasks).await?)
}

/// The text to one of them, in whichever language its placeholders are.
fn filled_in(text: String, values: [&str; 4]) -> String {
    PLACEHOLDERS
        .iter()
        .zip(values)
        .fold(text, |text, (names, value)| names.iter().fold(text, |text, name| text.replace(name, value)))
}

static DECLINE: Action = Action {
    code: "afslag",
    label: |locale| T(locale).interest_several_decline(),
    symbol: "close",
    preview: |cx, connection, ids| {
        Box::pin(async move {
            let t = T(cx.locale);
            let (mut lines, mut left_out) = (Vec::new(), Vec::new());
            let rows = chosen(cx, connection, ids).await?;
            let is_full = is_full(cx, connection, &rows).await?;
            for row in rows {
                match why_not(&row, t) {
                    None => lines.push((row.name, row.title)),
                    Some(why) => left_out.push((row.name, why.to_owned())),
                }
            }
            Ok(Preview {
                heading: t.interest_several_heading(lines.len()),
                consequence: t.interest_several_consequence().to_owned(),
                button: t.interest_several_send(lines.len()),
                lines,
                left_out,
                words: Some(Words {
                    label: t.interest_several_text().to_owned(),
                    hint: t.interest_several_text_hint().to_owned(),
                    suggested: suggested(cx.locale, is_full),
                    has_subject: false,
                    refuse: Some(unknown_placeholder),
                }),
            })
        })
    },
    carry_out: |cx, ids, words| Box::pin(decline_all(cx, ids, words)),
    undo: None,
};

/// One after the other, each in a transaction of its own, by the rule of a single answer.
async fn decline_all(cx: &Cx, ids: &[Uuid], words: &WrittenWords) -> Result<Outcome> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let rows = chosen(cx, &mut reader, ids).await?;
    drop(reader);
    // What nobody changed: as it was suggested a moment ago, whether the places have been taken since or not.
    let as_suggested =
        [true, false].into_iter().find(|is_full| same_words(&words.text, &suggested(cx.locale, *is_full)));
    let mut outcome = Outcome::default();
    let mut done = 0;
    for row in rows {
        if let Some(why) = why_not(&row, t) {
            outcome.left_out.push((row.name, why.to_owned()));
            continue;
        }
        let text = |interest: &Interest| {
            // It is said in the volunteer's own language.
            let text = as_suggested
                .map_or_else(|| words.text.clone(), |is_full| suggested(interest.locale, is_full));
            filled_in(text, [interest.first_name(), &row.title, &row.poster_name, &cx.actor.name])
        };
        match decline::decline_one(cx, row.id, text).await? {
            true => done += 1,
            false => outcome.left_out.push((row.name, t.interest_several_answered().to_owned())),
        }
    }
    outcome.said = t.interest_several_done(done);
    Ok(outcome)
}

/// A browser ends lines otherwise.
fn same_words(typed: &str, suggested: &str) -> bool {
    typed.split_whitespace().eq(suggested.split_whitespace())
}
