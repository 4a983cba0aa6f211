//! “Mine vagter” on Min side, and what is known of a person here.

use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_web::personal::{Known, Line, Row, Section};
use samskab_web::{Cx, Result};
use uuid::Uuid;

use super::{mine::mine_line, store};
use crate::T;

/// What the page Min side shows about shifts: the next three. Runs three queries.
#[samskab_store::compiled_once]
pub async fn section(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Option<Section>> {
    let person = PersonId::from_uuid(person);
    let t = T(cx.locale);
    let mine = store::coming_of_person(connection, cx.tenant.id, person, cx.now(), 3).await?;
    let asked = store::asked_of_person(connection, cx.tenant.id, person, cx.now()).await?;
    let lead = match asked.len() {
        0 => String::new(),
        count => t.shift_section_asked(i64::try_from(count).unwrap_or(i64::MAX)),
    };
    let lines = mine
        .iter()
        .map(|coming| {
            let line = mine_line(cx, coming);
            Line { title: line.when, href: line.href, detail: line.title, state: line.state }
        })
        .collect();
    Ok(Some(Section {
        heading: t.shift_mine_title().to_owned(),
        lead,
        lines,
        nothing: t.shift_section_none().to_owned(),
        more: Some(("/min-side/vagter".to_owned(), t.shift_section_more().to_owned())),
    }))
}

/// What is known of a person here, for the copy they take with them (law B.7).
#[samskab_store::compiled_once]
pub async fn known(cx: &Cx, connection: &mut Connection, person: Uuid) -> Result<Vec<Known>> {
    let person = PersonId::from_uuid(person);
    let t = T(cx.locale);
    let bookings = store::all_of_person(connection, cx.tenant.id, person).await?;
    let rows = bookings
        .iter()
        .map(|coming| {
            let (shift, state) = (&coming.shift, coming.booking.state);
            Row::of(cx)
                .text("task", t.shift_known_task(), coming.title.clone())
                .value(
                    "starts_at",
                    t.shift_known_when(),
                    shift.when(cx.locale, cx.today()),
                    shift.starts_at.timestamp().to_string().into(),
                )
                .at("ends_at", "", shift.ends_at)
                .code("state", t.shift_known_state(), state.code(), state.label(t))
                .done()
        })
        .collect();
    let mut known = vec![Known { key: "shifts", heading: t.shift_mine_title().to_owned(), rows }];
    if let Some(address) = store::calendar_of_person(connection, cx.tenant.id, person).await? {
        let row = Row::of(cx)
            .at("made_at", t.shift_known_calendar_made(), address.created_at)
            .at("read_at", t.shift_known_calendar_read(), address.last_read_at)
            .done();
        known.push(Known { key: "calendar", heading: t.shift_calendar_title().to_owned(), rows: vec![row] });
    }
    Ok(known)
}
