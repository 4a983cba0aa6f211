//! Somebody who owns initiatives leaves: by name, where it is chosen who owns them from now on, or by their position, with which
//! they go.

use samskab_store::{Connection, Result, Tx};
use samskab_web::{
    Cx, Services,
    exit::{Among, ByName, Consequence, Dependents, Exit, Line, Settlement, key_of_role, leaver},
};
use uuid::Uuid;

use super::InitiativeId;
use crate::T;

samskab_store::statements! {
    OWNED = "select e.id, e.title, '' from initiative e where e.tenant_id = $1 and e.owner_person_id = $2
        and e.state in ('not_begun', 'under_way') order by e.created_at, e.id limit 1000";
    GIVE = "update initiative set owner_person_id = $2 where tenant_id = $1 and owner_person_id = $3
        and state in ('not_begun', 'under_way')";
    BY_POSITION = "select h.id, e.id, e.title from initiative e
        join appointment h on h.tenant_id = e.tenant_id and h.position_id = e.owner_position_id
        where e.tenant_id = $1 and h.person_id = $2 and h.capacity = 'holder' and (h.valid_to is null or h.valid_to >= $3)
          and e.state in ('not_begun', 'under_way') order by h.id, e.created_at, e.id limit 1000";
}

samskab_web::by_name! {
    pub(crate) BY_NAME: 80, [ByName {
        key: "indsatser",
        among: Among::Staff,
        open: &OWNED,
        give: &GIVE,
        heading: |locale, count| T(locale).initiatives_leave(count),
        words: |_, title, _| title.to_owned(),
        href: |id| format!("/indsatser/{id}"),
        nobody: |locale| T(locale).initiatives_leave_nobody(),
    }]
}

/// What goes with a position by itself.
pub(crate) const DEPENDENTS: Dependents =
    Dependents { place: 81, list, settle, take_back: None, counted_on: None };

#[samskab_store::compiled_once]
async fn list(cx: &Cx, connection: &mut Connection, exit: Exit) -> samskab_web::Result<Vec<Consequence>> {
    let Some(person) = leaver(exit) else { return Ok(Vec::new()) };
    let query = connection.query(&BY_POSITION).bind(cx.tenant.id).bind(person).bind(cx.today());
    let owned: Vec<(Uuid, InitiativeId, String)> = query.all().await?;
    let by_appointment = owned.chunk_by(|one, next| one.0 == next.0);
    let of_one = |owned: &[(Uuid, InitiativeId, String)]| {
        let key = key_of_role(owned.first()?.0);
        let line = |(_, id, title): &(_, InitiativeId, String)| Line::new(title, format!("/indsatser/{id}"));
        let lines = owned.iter().map(line).collect();
        Some(Consequence::of(lines, |count| T(cx.locale).initiatives_leave(count))?.following(key))
    };
    Ok(by_appointment.filter_map(of_one).collect())
}

#[samskab_store::compiled_once]
async fn settle(_: &Services, _: &mut Tx, _: Exit, _: &Settlement) -> Result<()> {
    Ok(())
}
