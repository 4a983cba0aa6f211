//! A volunteer's best tasks, as they were last worked out, each with what its score is made of.
//!
//! Once a day everybody's lists are made together, so that tasks spread over them. In between a list is worked out
//! when its owner looks and something of theirs has changed. What is shown is asked of the market again: a task that
//! has closed since stands in no list.

mod busy;
pub mod decline;
mod fits;
mod list;
pub mod store;
mod work_out;

pub use busy::Busy;
pub use decline::SuggestionDeclined;
pub use fits::{Fit, ON_TASK_PAGE, fit};
pub use work_out::work_out;

pub(super) use fits::show as fits_page;
pub(super) use list::show as list_page;

use samskab_kernel::Day;
use samskab_matching::{Market, Match, Volunteer, gates};
use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_taskbank::task::{self, TaskId};
use samskab_volunteers::volunteer;
use samskab_web::{Cx, Result};

use super::{
    market::{Markets, opening_id, task_id, volunteer_id},
    words,
};

/// As many as a list has.
pub const LISTED: usize = 20;
const CONSIDERED: usize = 2 * LISTED;

/// What suits somebody.
pub struct Suggestions {
    /// The best first: at most [`LISTED`].
    pub list: Vec<Match>,
    /// The CV says too little: each task in the list still has a reason, and the page asks for the rest.
    pub is_unfinished: bool,
}

/// `None`: without a CV nobody knows what suits.
pub async fn of_person(
    cx: &Cx,
    connection: &mut Connection,
    person: PersonId,
) -> Result<Option<Suggestions>> {
    let today = cx.now().day();
    let Some(cv) = volunteer::store::find(connection, cx.tenant.id, person).await? else { return Ok(None) };
    let made = store::current(connection, cx.tenant.id, person, today.start()).await?;
    let markets = cx.services.state::<Markets>();
    let busy = Busy::of(connection, cx.tenant.id, person).await?;
    let found = markets.ask(cx.tenant.id, |town| {
        let volunteer = town.everybody.volunteer(volunteer_id(person))?;
        // Some of it may be on when they have an agreement.
        let most = if busy.is_empty() { LISTED } else { CONSIDERED };
        Some(current(&town.everybody, volunteer, &made, today, most))
    });
    let Some(mut list) = found.flatten() else { return Ok(None) };
    if !busy.is_empty() {
        list = besides(cx, connection, list, &busy).await?;
    }
    list.truncate(LISTED);
    let is_unfinished = !cv.is_useful();
    list.retain(|found| !is_unfinished || words::suits(&found.explanation));
    Ok(Some(Suggestions { list, is_unfinished }))
}

/// What is left of a list beside one's own agreements, with the reasons that are left. One query.
async fn besides(cx: &Cx, connection: &mut Connection, list: Vec<Match>, busy: &Busy) -> Result<Vec<Match>> {
    let today = cx.now().day();
    let ids: Vec<TaskId> = list.iter().map(|found| task_id(found.opening)).collect();
    let tasks = task::store::find_many(connection, cx.tenant.id, &ids).await?;
    let markets = cx.services.state::<Markets>();
    let left = markets.ask(cx.tenant.id, |town| {
        let still = |found: Match| {
            let volunteer = town.everybody.volunteer(found.volunteer)?;
            let task = tasks.iter().find(|task| task.id == task_id(found.opening))?;
            let free = busy.free(volunteer, &task.time, today)?;
            if free.availability == volunteer.availability {
                return Some(found);
            }
            town.everybody.explain(&free, found.opening, today)
        };
        list.into_iter().filter_map(still).collect()
    });
    Ok(left.unwrap_or_default())
}

/// What still holds of a list that was made, filled up to `most` with the best of today.
fn current(market: &Market, volunteer: &Volunteer, made: &[TaskId], today: Day, most: usize) -> Vec<Match> {
    let mut list: Vec<Match> = made
        .iter()
        .filter_map(|task| market.opening(opening_id(*task)))
        .filter(|opening| gates(volunteer, opening).is_empty())
        .filter_map(|opening| market.explain(volunteer, opening.id, today))
        .collect();
    if list.len() < most {
        for found in market.best_openings(volunteer, most, today) {
            if list.len() < most && list.iter().all(|one| one.opening != found.opening) {
                list.push(found);
            }
        }
    }
    list
}
