//! What the coordinator reads here of a person: the shifts to come.

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
    shift::{self, BookingState},
};

/// At most this many of the next shifts are shown.
const SHOWN: i64 = 10;

/// What the coordinator reads about a person's shifts. Runs one query.
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
    Ok(vec![shifts])
}
