//! Who has looked at a CV: written down at every look by staff and shown to the one looked at (FX-21).

use samskab_kernel::{Id, Instant, TenantId, codes};
use samskab_organisation::{
    answering::Poster, association::store as associations, person::PersonId, position::store as positions,
    unit::store as units,
};
use samskab_store::{Connection, Result, Tx};
use samskab_taskbank::task::TaskId;
use samskab_web::Cx;
use uuid::Uuid;

codes! {
    pub enum Kind {
        /// In a number of those who fit, without being shown.
        Counted => "counted",
        /// As one of several in a list.
        Listed => "listed",
        /// The card by itself.
        Opened => "opened",
        /// With a view to writing to them: invited.
        Contact => "contact",
    }
}

/// The mark of a look.
pub enum LookRow {}
pub type LookId = Id<LookRow>;

/// A look as the one looked at reads it: by place and role, without the viewer's name.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub struct Look {
    pub by_place: String,
    pub kind: Kind,
    pub at: Instant,
    pub task_id: Option<TaskId>,
    pub task_title: Option<String>,
}

samskab_store::statements! {
    ADD = "insert into cv_look (id, tenant_id, by_person_id, by_place, kind, task_id, at)
           values ($1, $2, $3, $4, $5, $6, $7)";
    /// Those whom this viewer has not looked at in this way since the day began.
    ADD_PEOPLE = "insert into cv_looked_at (tenant_id, look_id, person_id)
                  select p.tenant_id, $2, p.id from person p
                  where p.tenant_id = $1
                    and not exists (select 1 from cv_look l
                                    join cv_looked_at a on a.look_id = l.id and a.person_id = p.id
                                    where l.tenant_id = $1 and l.by_person_id = $3 and l.kind = $4 and l.at >= $5)
                    and p.id in ({list})";
    FORGET_EMPTY = "delete from cv_look where tenant_id = $1 and id = $2";
    OF_PERSON = "select l.by_place, l.kind, l.at, l.task_id, t.title as task_title
                 from cv_looked_at a join cv_look l on l.id = a.look_id left join task t on t.id = l.task_id
                 where a.tenant_id = $1 and a.person_id = $2 order by l.at desc, l.id limit 500";
}

/// Writes down that the one behind the transaction looked at `people`, from `by_place` (see [`place_of`]) and
/// for `task`, where there was one. The same viewer, person and kind once a day. Three statements for ten thousand.
#[samskab_store::compiled_once]
pub async fn log(
    tx: &mut Tx,
    people: &[PersonId],
    kind: Kind,
    by_place: &str,
    task: Option<TaskId>,
) -> Result<()> {
    let (tenant, now, viewer) = (tx.tenant(), tx.now(), tx.stamp().actor);
    for some in people.chunks(AT_ONCE) {
        log_some(tx, some, kind, by_place, task, (tenant, now, viewer)).await?;
    }
    Ok(())
}

/// No statement takes more values than some ten thousands.
const AT_ONCE: usize = 10_000;

async fn log_some(
    tx: &mut Tx,
    people: &[PersonId],
    kind: Kind,
    by_place: &str,
    task: Option<TaskId>,
    (tenant, now, viewer): (TenantId, Instant, Option<Uuid>),
) -> Result<()> {
    let look: LookId = tx.new_id();
    tx.query(&ADD)
        .bind(look)
        .bind(tenant)
        .bind(viewer)
        .bind(by_place.to_owned())
        .bind(kind)
        .bind(task)
        .bind(now)
        .execute()
        .await?;
    let added = tx
        .query(&ADD_PEOPLE)
        .bind(tenant)
        .bind(look)
        .bind(viewer)
        .bind(kind)
        .bind(now.day().start())
        .bind_list(people)
        .execute()
        .await?;
    if added == 0 {
        tx.query(&FORGET_EMPTY).bind(tenant).bind(look).execute().await?;
    }
    Ok(())
}

/// Who has looked at a person's CV, the newest 500 first.
pub async fn of_person(connection: &mut Connection, tenant: TenantId, person: PersonId) -> Result<Vec<Look>> {
    connection.query(&OF_PERSON).bind(tenant).bind(person).all().await
}

/// The place and role in which the reader looks: "Lokal kontaktperson, Plejecentret Solgården". For the task of
/// `poster` the role there, if there is one; else the first. Empty for somebody without a role.
#[samskab_store::compiled_once]
pub async fn place_of(cx: &Cx, connection: &mut Connection, poster: Option<Poster>) -> Result<String> {
    let Some(me) = cx.actor.person.map(PersonId::from_uuid) else { return Ok(String::new()) };
    let (tenant, today) = (cx.tenant.id, cx.now().day());
    let held = positions::of_person(connection, tenant, me, today).await?;
    let there = held.iter().find(|held| Some(Poster::Unit(held.position.unit)) == poster);
    if let Some(held) = there.or(held.first()) {
        let unit = units::find(connection, tenant, held.position.unit, today).await?;
        let place = unit.map(|unit| unit.name).unwrap_or_default();
        return Ok(format!("{}, {place}", held.position.title));
    }
    let of_mine = associations::of_person(connection, tenant, me, today).await?;
    let there = of_mine.iter().find(|association| Some(Poster::Association(association.id)) == poster);
    Ok(there.or(of_mine.first()).map(|association| association.full_name()).unwrap_or_default())
}
