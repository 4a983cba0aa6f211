//! The demo's sign-ins: its invented people as buttons. Only where the program was started as a demo.

use axum::response::Response;
use samskab_kernel::Day;
use samskab_web::{Cx, Error, Form, Result};
use serde::Deserialize;

use crate::{
    T,
    association::ContactRole,
    person::{PersonId, store as people},
};

/// Of every kind of position, at most so many are offered.
const OF_A_KIND: usize = 2;

samskab_store::statements! {
    STAFF = "select p.id, p.name, o.kind, o.title
             from appointment a join position o on o.id = a.position_id join person p on p.id = a.person_id
             where a.tenant_id = $1 and a.capacity = 'holder'
               and a.valid_from <= $2 and (a.valid_to is null or a.valid_to >= $2)
               and o.valid_from <= $2 and (o.valid_to is null or o.valid_to >= $2)
             order by a.valid_from, a.id";
    CONTACTS = "select p.id, p.name, c.role, s.name as association
                from association_contact c join association s on s.id = c.association_id
                join person p on p.id = c.person_id
                where c.tenant_id = $1 and s.state = 'approved'
                  and c.valid_from <= $2 and (c.valid_to is null or c.valid_to >= $2)
                order by s.created_at, c.id limit 2";
}

#[derive(sqlx::FromRow)]
struct StaffRow {
    id: PersonId,
    name: String,
    kind: String,
    title: String,
}

#[derive(sqlx::FromRow)]
struct ContactRow {
    id: PersonId,
    name: String,
    role: ContactRole,
    association: String,
}

/// One of the buttons.
pub(super) struct DemoPerson {
    pub id: PersonId,
    pub name: String,
    pub title: String,
}

/// Nobody, unless this is a demo.
pub(super) async fn people(cx: &Cx) -> Result<Vec<DemoPerson>> {
    if !cx.services.config.demo {
        return Ok(Vec::new());
    }
    let (t, today): (T, Day) = (T(cx.locale), cx.now().day());
    let mut reader = cx.read().await?;
    let staff: Vec<StaffRow> = reader.query(&STAFF).bind(cx.tenant.id).bind(today).all().await?;
    let contacts: Vec<ContactRow> = reader.query(&CONTACTS).bind(cx.tenant.id).bind(today).all().await?;
    let mut offered: Vec<(String, DemoPerson)> = Vec::new();
    for row in staff {
        let of_this_kind = offered.iter().filter(|(kind, _)| *kind == row.kind).count();
        let is_there = offered.iter().any(|(_, person)| person.id == row.id);
        if of_this_kind < OF_A_KIND && !is_there {
            offered.push((row.kind, DemoPerson { id: row.id, name: row.name, title: row.title }));
        }
    }
    let contacts = contacts.into_iter().map(|row| DemoPerson {
        id: row.id,
        name: row.name,
        title: format!("{}, {}", row.role.label(t), row.association),
    });
    Ok(offered.into_iter().map(|(_, person)| person).chain(contacts).collect())
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct DemoForm {
    person: String,
    videre: String,
}

pub(super) async fn sign_in(cx: Cx, Form(form): Form<DemoForm>) -> Result<Response> {
    if !cx.services.config.demo {
        return Err(Error::NotFound);
    }
    let id: PersonId = form.person.parse().map_err(|_| Error::NotFound)?;
    let mut tx = cx.write().await?;
    let person = people::find(&mut tx, cx.tenant.id, id).await?.ok_or(Error::NotFound)?;
    super::begin(&cx, tx, person.id, &form.videre).await
}
