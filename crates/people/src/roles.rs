//! What somebody is in the municipality and in associations, with dates; and how that is handed over when they leave.

mod handover;

use std::collections::HashMap;

use samskab_kernel::{Day, TenantId};
use samskab_organisation::{
    association::{AssociationId, ContactRole},
    person::PersonId,
    position::{Capacity, PositionId},
};
use samskab_store::{Connection, Result};
use samskab_web::{
    Cx,
    personal::{Line, Section},
};
use uuid::Uuid;

pub(crate) use handover::DEPENDENTS;

use crate::T;

/// At most this many roles are shown: more than anybody has.
const MOST: usize = 40;

samskab_store::statements! {
    POSITIONS = "select a.position_id, p.title, a.capacity, a.valid_from, a.valid_to,
                        (select v.name from unit_version v where v.tenant_id = a.tenant_id and v.unit_id = p.unit_id
                         order by v.valid_from desc limit 1) as place
                 from appointment a join position p on p.id = a.position_id
                 where a.tenant_id = $1 and a.person_id = $2
                 order by coalesce(a.valid_to, '9999-12-31') desc, a.valid_from desc, a.id";
    CONTACTS = "select c.association_id, s.name, s.branch, c.role, c.valid_from, c.valid_to
                from association_contact c join association s on s.id = c.association_id
                where c.tenant_id = $1 and c.person_id = $2
                order by coalesce(c.valid_to, '9999-12-31') desc, c.valid_from desc, c.id";
    TITLES = "select a.person_id, p.title,
                     (select v.name from unit_version v where v.tenant_id = a.tenant_id and v.unit_id = p.unit_id
                      order by v.valid_from desc limit 1) as place
              from appointment a join position p on p.id = a.position_id
              where a.tenant_id = $1 and a.valid_from <= $2 and (a.valid_to is null or a.valid_to >= $2)
                and p.valid_from <= $2 and (p.valid_to is null or p.valid_to >= $2) and a.person_id in ({list})";
    OF_ASSOCIATIONS = "select c.person_id, s.name from association_contact c join association s on s.id = c.association_id
                       where c.tenant_id = $1 and c.valid_from <= $2 and (c.valid_to is null or c.valid_to >= $2)
                         and c.person_id in ({list})";
}

#[derive(samskab_store::Row)]
struct PositionRow {
    position_id: PositionId,
    title: String,
    capacity: Capacity,
    valid_from: Day,
    valid_to: Option<Day>,
    place: Option<String>,
}

#[derive(samskab_store::Row)]
struct ContactRow {
    association_id: AssociationId,
    name: String,
    branch: String,
    role: ContactRole,
    valid_from: Day,
    valid_to: Option<Day>,
}

/// What these people are today, in words. Two queries.
pub(crate) async fn today(
    connection: &mut Connection,
    tenant: TenantId,
    people: &[PersonId],
    today: Day,
) -> Result<HashMap<PersonId, Vec<String>>> {
    let mut roles: HashMap<PersonId, Vec<String>> = HashMap::new();
    if people.is_empty() {
        return Ok(roles);
    }
    let titles: Vec<(PersonId, String, Option<String>)> =
        connection.query(&TITLES).bind(tenant).bind(today).bind_list(people).all().await?;
    for (person, title, place) in titles {
        roles.entry(person).or_default().push(with_place(&title, place.as_deref()));
    }
    let associations: Vec<(PersonId, String)> =
        connection.query(&OF_ASSOCIATIONS).bind(tenant).bind(today).bind_list(people).all().await?;
    for (person, name) in associations {
        roles.entry(person).or_default().push(name);
    }
    Ok(roles)
}

fn with_place(title: &str, place: Option<&str>) -> String {
    match place {
        Some(place) if !place.is_empty() => format!("{title}, {place}"),
        _ => title.to_owned(),
    }
}

/// “Roller”, as the coordinator reads them: those of today before those that are over. Two queries.
#[samskab_store::compiled_once]
pub(crate) async fn about(
    cx: &Cx,
    connection: &mut Connection,
    person: Uuid,
) -> samskab_web::Result<Vec<Section>> {
    let t = T(cx.locale);
    let positions: Vec<PositionRow> =
        connection.query(&POSITIONS).bind(cx.tenant.id).bind(person).all().await?;
    let contacts: Vec<ContactRow> = connection.query(&CONTACTS).bind(cx.tenant.id).bind(person).all().await?;
    let state = |from: Day, to: Option<Day>| match to {
        Some(to) if to < cx.today() => (t.people_role_over().to_owned(), "", "time"),
        _ if from > cx.today() => (t.people_role_to_come().to_owned(), "wait", "calendar-month"),
        _ => (t.people_role_now().to_owned(), "good", "check"),
    };
    let period = |from: Day, to: Option<Day>| match to {
        Some(to) => t.people_role_from_to(cx.locale.day(from), cx.locale.day(to)),
        None => t.people_role_since(cx.locale.day(from)),
    };
    let of_position = |row: &PositionRow| {
        let title = with_place(&row.title, row.place.as_deref());
        let title = match row.capacity {
            Capacity::Deputy => t.people_role_deputy(title),
            Capacity::Holder => title,
        };
        Line {
            title,
            href: format!("/stillinger/{}", row.position_id),
            detail: period(row.valid_from, row.valid_to),
            state: state(row.valid_from, row.valid_to),
        }
    };
    let of_contact = |row: &ContactRow| {
        let name =
            if row.branch.is_empty() { row.name.clone() } else { format!("{}, {}", row.name, row.branch) };
        Line {
            title: format!("{}, {name}", row.role.label(samskab_organisation::T(cx.locale))),
            href: format!("/foreninger/{}", row.association_id),
            detail: period(row.valid_from, row.valid_to),
            state: state(row.valid_from, row.valid_to),
        }
    };
    let mut lines: Vec<Line> = positions.iter().map(of_position).collect();
    lines.extend(contacts.iter().map(of_contact));
    lines.truncate(MOST);
    Ok(vec![Section {
        heading: t.people_roles().to_owned(),
        lines,
        nothing: t.people_roles_none().to_owned(),
        ..Section::default()
    }])
}
