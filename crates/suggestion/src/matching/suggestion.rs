//! A volunteer's best tasks, as they were last worked out, each with what its score is made of.
//!
//! Once a day everybody's lists are made together, so that tasks spread over them. In between a list is worked out
//! when its owner looks and something of theirs has changed. What is shown is asked of the market again: a task that
//! has closed since stands in no list.

pub mod decline;
mod fits;
mod list;
pub mod store;
mod work_out;

pub use decline::SuggestionDeclined;
pub use fits::{Fit, ON_TASK_PAGE, fit};
pub use work_out::work_out;

pub(super) use fits::show as fits_page;
pub(super) use list::show as list_page;

use samskab_kernel::Day;
use samskab_matching::{Market, Match, Volunteer, gates};
use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_taskbank::task::TaskId;
use samskab_volunteers::volunteer;
use samskab_web::{Cx, Result};

use super::{
    market::{Markets, opening_id, volunteer_id},
    words,
};

/// As many as a list has.
pub const LISTED: usize = 20;

/// What suits somebody.
pub struct Suggestions {
    /// The best first: at most [`LISTED`].
    pub list: Vec<Match>,
    /// The CV says too little: what stands in the list has a reason nevertheless, and the rest is asked for.
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
    let found = markets.ask(cx.tenant.id, |town| {
        let volunteer = town.everybody.volunteer(volunteer_id(person))?;
        Some(current(&town.everybody, volunteer, &made, today))
    });
    let is_unfinished = !cv.is_useful();
    Ok(found.flatten().map(|mut list| {
        list.retain(|found| !is_unfinished || words::suits(&found.explanation));
        Suggestions { list, is_unfinished }
    }))
}

/// What still holds of a list that was made, filled up with the best of today.
fn current(market: &Market, volunteer: &Volunteer, made: &[TaskId], today: Day) -> Vec<Match> {
    let mut list: Vec<Match> = made
        .iter()
        .filter_map(|task| market.opening(opening_id(*task)))
        .filter(|opening| gates(volunteer, opening).is_empty())
        .filter_map(|opening| market.explain(volunteer, opening.id, today))
        .collect();
    if list.len() < LISTED {
        for found in market.best_openings(volunteer, LISTED, today) {
            if list.len() < LISTED && list.iter().all(|one| one.opening != found.opening) {
                list.push(found);
            }
        }
    }
    list
}
