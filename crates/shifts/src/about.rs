//! What the coordinator reads here of a person: the shifts to come, and what they have given.

use samskab_organisation::{identify::Who as _, person::PersonId};
use samskab_store::Connection;
use samskab_taskbank::task::time::as_beginning;
use samskab_web::{
    Cx, Result,
    personal::{Line, Section},
};
use uuid::Uuid;

use crate::{
    T,
    hours::{self, duration},
    shift::{self, BookingState},
};

/// At most this many of the next shifts are shown.
const SHOWN: i64 = 10;
/// Years of the past that are shown.
const YEARS: usize = 5;

/// What the coordinator reads about a person's shifts. Runs three queries.
#[samskab_store::compiled_once]
pub async fn about(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Vec<Section>> {
    if !cx.actor.is_coordinator() {
        return Ok(Vec::new());
    }
    let (t, tenant, person) = (T(cx.locale), cx.tenant.id, PersonId::from_uuid(person));
    let coming = shift::store::coming_of_person(connection, tenant, person, cx.now(), SHOWN).await?;
    let line = |one: &shift::store::Coming| {
        let when = as_beginning(&one.shift.when(cx.locale, cx.today()));
        let (tone, symbol) = match one.booking.state {
            BookingState::Booked => ("good", "check"),
            _ => ("wait", "sync"),
        };
        let state = (one.booking.state.label(t).to_owned(), tone, symbol);
        let href = format!("/opgaver/{}/vagter#vagt-{}", one.shift.task, one.shift.id);
        Line { title: when, href, detail: one.title.clone(), state }
    };
    let shifts = Section {
        heading: t.shift_about().to_owned(),
        lines: coming.iter().map(line).collect(),
        nothing: t.shift_about_nothing().to_owned(),
        ..Section::default()
    };
    let mut years: Vec<(String, i64)> = Vec::new();
    for sum in hours::store::sums_by_year(connection, tenant, person).await? {
        match years.iter_mut().find(|(year, _)| *year == sum.year) {
            Some((_, minutes)) => *minutes += sum.minutes,
            None => years.push((sum.year, sum.minutes)),
        }
    }
    years.sort_by(|one, other| other.0.cmp(&one.0));
    let given = years.iter().take(YEARS).map(|(year, minutes)| Line {
        title: year.clone(),
        detail: duration::said(t, *minutes),
        ..Line::default()
    });
    let given = Section {
        heading: t.hours_about().to_owned(),
        lines: given.collect(),
        nothing: t.hours_about_nothing().to_owned(),
        ..Section::default()
    };
    Ok(vec![shifts, given])
}
