//! What a context asks of those above it, which it does not know: whether they hold a verb of its, who leads what a thing of its is
//! for, when one of its people is first expected on a day, and what they have in the year.

use samskab_kernel::{Day, Instant};
use samskab_store::{BoxFuture, Connection};
use uuid::Uuid;

use crate::{Cx, error::Result};

/// Why a verb of a context below is not done now, and where one goes instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Why not, in the reader's language, with the next step.
    pub said: String,
    pub href: String,
    /// The label of the link to the next step.
    pub label: String,
}

/// Looks whether the context holds a verb on the thing with this id. A fixed number of queries.
pub type HoldOf = for<'a> fn(&'a Cx, &'a mut Connection, Uuid) -> BoxFuture<'a, Result<Option<Hold>>>;

/// A hold, and the verb it holds back, by the name that the verb's context gives it: `text.publishing`.
#[derive(Clone, Copy)]
pub struct Holds {
    pub of: &'static str,
    pub read: HoldOf,
}

/// What keeps a verb from being done; `None`: nothing. Asked in the transaction of the verb.
pub async fn hold(cx: &Cx, connection: &mut Connection, of: &str, id: Uuid) -> Result<Option<Hold>> {
    for holds in cx.services.holds.iter().filter(|holds| holds.of == of) {
        if let Some(hold) = (holds.read)(cx, connection, id).await? {
            return Ok(Some(hold));
        }
    }
    Ok(None)
}

/// Finds who leads what these things are for: the id of a thing with that of a person. A fixed number of queries.
pub type LeadersOf =
    for<'a> fn(&'a Cx, &'a mut Connection, &'a [Uuid]) -> BoxFuture<'a, Result<Vec<(Uuid, Uuid)>>>;

/// Leaders of things of a context below, by the name that context gives them: `text`.
#[derive(Clone, Copy)]
pub struct Leaders {
    pub of: &'static str,
    pub read: LeadersOf,
}

/// Who leads what these things are for, each thing with a person.
pub async fn leaders(
    cx: &Cx,
    connection: &mut Connection,
    of: &str,
    ids: &[Uuid],
) -> Result<Vec<(Uuid, Uuid)>> {
    let mut all = Vec::new();
    for leaders in cx.services.leaders.iter().filter(|leaders| leaders.of == of && !ids.is_empty()) {
        all.extend((leaders.read)(cx, connection, ids).await?);
    }
    Ok(all)
}

/// Finds when the day begins for the thing with this id; `None`: nothing is arranged. A fixed number of queries.
pub type FirstTimeOf =
    for<'a> fn(&'a Cx, &'a mut Connection, Uuid, Day) -> BoxFuture<'a, Result<Option<Instant>>>;

/// When a day begins for things of a context below, by the name that context gives them: `engagement`.
#[derive(Clone, Copy)]
pub struct FirstTimes {
    pub of: &'static str,
    pub read: FirstTimeOf,
}

/// When somebody is first expected on a day, as far as any context knows.
pub async fn first_time(
    cx: &Cx,
    connection: &mut Connection,
    of: &str,
    id: Uuid,
    day: Day,
) -> Result<Option<Instant>> {
    let mut first = None;
    for times in cx.services.first_times.iter().filter(|times| times.of == of) {
        let time = (times.read)(cx, connection, id, day).await?;
        first = first.into_iter().chain(time).min();
    }
    Ok(first)
}

/// A day in the year of those who work here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearDate {
    pub day: Day,
    pub title: String,
    pub href: String,
    /// What kind of thing it is, in the reader's language.
    pub kind: &'static str,
    pub is_done: bool,
}

/// Reads what a context has from a day to the day before another, for the year wheel. A fixed number of queries, a bounded list.
pub type YearDates = for<'a> fn(&'a Cx, &'a mut Connection, Day, Day) -> BoxFuture<'a, Result<Vec<YearDate>>>;

/// What all contexts have for the year wheel.
pub async fn year_dates(cx: &Cx, connection: &mut Connection, from: Day, to: Day) -> Result<Vec<YearDate>> {
    let mut all = Vec::new();
    for dates in &cx.services.year_dates {
        all.extend(dates(cx, connection, from, to).await?);
    }
    Ok(all)
}
