//! “Mine vagter” on Min side, and what is known of a person here.

use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_web::{Cx, Result, module::BoxFuture};

use super::{mine::mine_line, store};
use crate::{
    T,
    volunteer::section::{Known, Line, Section},
};

/// What Min side shows of it: the next three. Three queries.
pub fn section<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: PersonId,
) -> BoxFuture<'a, Result<Option<Section>>> {
    Box::pin(async move {
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
    })
}

/// What is known of a person here, for the copy they take with them (law B.7).
pub fn known<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    person: PersonId,
) -> BoxFuture<'a, Result<Vec<Known>>> {
    Box::pin(async move {
        let t = T(cx.locale);
        let bookings = store::all_of_person(connection, cx.tenant.id, person).await?;
        let rows = bookings
            .iter()
            .map(|coming| {
                vec![
                    ("task", t.shift_known_task().to_owned(), coming.title.clone()),
                    ("when", t.shift_known_when().to_owned(), coming.shift.when(cx.locale)),
                    ("state", t.shift_known_state().to_owned(), coming.booking.state.label(t).to_owned()),
                ]
            })
            .collect();
        let mut known = vec![Known { key: "shifts", heading: t.shift_mine_title().to_owned(), rows }];
        if let Some(address) = store::calendar_of_person(connection, cx.tenant.id, person).await? {
            let mut row = vec![(
                "made",
                t.shift_known_calendar_made().to_owned(),
                cx.locale.day_and_time(address.created_at),
            )];
            if let Some(read) = address.last_read_at {
                row.push(("read", t.shift_known_calendar_read().to_owned(), cx.locale.day_and_time(read)));
            }
            known.push(Known {
                key: "calendar",
                heading: t.shift_calendar_title().to_owned(),
                rows: vec![row],
            });
        }
        Ok(known)
    })
}
