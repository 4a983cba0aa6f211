//! What is stored about a person, as the person reads it (law B.7).

use samskab_kernel::{Day, Locale, TenantId};
use samskab_store::{Connection, Result};

use crate::{
    T,
    answering::whom_to_ask,
    association::store as associations,
    person::{Person, PersonId},
    position::store as positions,
    unit::store as units,
};

samskab_store::statements! {
    SESSIONS = "select count(*) from session where tenant_id = $1 and person_id = $2 and expires_at > $3";
    LAST_DAY_IN_A_ROLE = "select max(coalesce(valid_to, '9999-12-31')) from (
                              select valid_to from appointment where tenant_id = $1 and person_id = $2
                              union all
                              select valid_to from association_contact where tenant_id = $1 and person_id = $2
                          ) as roles";
}

pub(super) struct Stored {
    pub since: String,
    pub seen: Option<String>,
    pub sessions: i64,
    /// Who helps when something stored is wrong.
    pub asked: &'static str,
    /// "Lokal kontaktperson, Plejecentret Solgården", with the last day where there is one.
    pub roles: Vec<String>,
}

pub(super) async fn of(
    connection: &mut Connection,
    tenant: TenantId,
    person: &Person,
    now: samskab_kernel::Instant,
    locale: Locale,
) -> Result<Stored> {
    let (t, today) = (T(locale), now.day());
    let mut roles = Vec::new();
    let held = positions::of_person(connection, tenant, person.id, today).await?;
    let places: Vec<_> = held.iter().map(|held| held.position.unit).collect();
    let places = units::find_many(connection, tenant, &places, today).await?;
    for held in &held {
        let place =
            places.iter().find(|unit| unit.id == held.position.unit).map_or("", |unit| unit.name.as_str());
        let until = held
            .appointments
            .iter()
            .find(|appointment| appointment.person == person.id)
            .and_then(|appointment| appointment.validity.to);
        let role = format!("{}, {place}", held.position.title);
        roles.push(match until {
            Some(day) => t.profile_stored_role_until(locale.day(day), role),
            None => role,
        });
    }
    for association in associations::of_person(connection, tenant, person.id, today).await? {
        roles.push(association.full_name());
    }
    let sessions: i64 = connection.query(&SESSIONS).bind(tenant).bind(person.id).bind(now).scalar().await?;
    Ok(Stored {
        since: locale.day(person.created_at.day()),
        seen: person.last_seen_at.map(|at| locale.day(at.day())),
        sessions,
        asked: whom_to_ask(connection, tenant, today, t).await?,
        roles,
    })
}

/// Whether the person has a role today or one that begins later.
pub(super) async fn has_role(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
    today: Day,
) -> Result<bool> {
    let last: Option<String> =
        connection.query(&LAST_DAY_IN_A_ROLE).bind(tenant).bind(person).scalar().await?;
    Ok(last.is_some_and(|last| last >= today.to_string()))
}
