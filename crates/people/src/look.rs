//! Who has looked people up: written down at every look and told to those looked at, as the looks at CVs are (FX-21).

use samskab_jobs::{Failure, Handler};
use samskab_kernel::{Id, Instant, TenantId, codes, jiff::SignedDuration};
use samskab_organisation::{
    association::store as associations, person::PersonId, position::store as positions, unit::store as units,
};
use samskab_store::{Connection, Result, Stamp, Tx};
use samskab_web::{Cx, Services, retention::Rule};

use crate::T;

codes! {
    pub enum Kind {
        /// As one of several in a list.
        Listed => "listed",
        /// The page by itself.
        Opened => "opened",
        /// Beside somebody who may be the same person.
        Compared => "compared",
    }
}

impl Kind {
    pub(crate) fn label(self, t: T) -> &'static str {
        match self {
            Self::Listed => t.look_listed(),
            Self::Opened => t.look_opened(),
            Self::Compared => t.look_compared(),
        }
    }
}

/// The mark of a look.
pub enum LookRow {}
pub type LookId = Id<LookRow>;

/// A look as the one looked at reads it: by place and role, without the viewer's name.
#[derive(Debug, Clone, PartialEq, Eq, samskab_store::Row)]
pub(crate) struct Look {
    pub by_place: String,
    pub kind: Kind,
    pub at: Instant,
}

const FORGET: &str = "people.looks";
/// Who has looked is kept for a year.
const DAYS_KEPT: i64 = 365;

samskab_store::statements! {
    ADD = "insert into person_look (id, tenant_id, by_person_id, by_place, kind, at) values ($1, $2, $3, $4, $5, $6)";
    /// Those whom this viewer has not looked at in this way since the day began.
    ADD_PEOPLE = "insert into person_looked_at (tenant_id, look_id, person_id)
                  select p.tenant_id, $2, p.id from person p
                  where p.tenant_id = $1
                    and not exists (select 1 from person_look l
                                    join person_looked_at a on a.look_id = l.id and a.person_id = p.id
                                    where l.tenant_id = $1 and l.by_person_id = $3 and l.kind = $4 and l.at >= $5)
                    and p.id in ({list})";
    FORGET_EMPTY = "delete from person_look where tenant_id = $1 and id = $2";
    OF_PERSON = "select l.by_place, l.kind, l.at from person_looked_at a join person_look l on l.id = a.look_id
                 where a.tenant_id = $1 and a.person_id = $2 order by l.at desc, l.id limit 500";
    DUE = "select count(*) from person_look where tenant_id = $1 and at < $2";
    SWEEP = "delete from person_look where tenant_id = $1 and at < $2";
}

/// Writes down that the one behind the transaction looked at `people`, from `by_place` (see [`place_of`]). The same
/// viewer, person and kind once a day.
pub(crate) async fn log(tx: &mut Tx, people: &[PersonId], kind: Kind, by_place: &str) -> Result<()> {
    if people.is_empty() {
        return Ok(());
    }
    let (tenant, now, viewer) = (tx.tenant(), tx.now(), tx.stamp().actor);
    let look: LookId = tx.new_id();
    tx.query(&ADD)
        .bind(look)
        .bind(tenant)
        .bind(viewer)
        .bind(by_place.to_owned())
        .bind(kind)
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

/// Who has looked somebody up, the newest 500 first.
pub(crate) async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Vec<Look>> {
    connection.query(&OF_PERSON).bind(tenant).bind(person).all().await
}

/// The place and role in which the reader looks: "Frivillighedskoordinator, Fjordlund Kommune".
pub(crate) async fn place_of(cx: &Cx, connection: &mut Connection) -> Result<String> {
    let Some(me) = cx.actor.person.map(PersonId::from_uuid) else { return Ok(String::new()) };
    let (tenant, today) = (cx.tenant.id, cx.today());
    if let Some(held) = positions::of_person(connection, tenant, me, today).await?.first() {
        let unit = units::find(connection, tenant, held.position.unit, today).await?;
        return Ok(format!("{}, {}", held.position.title, unit.map(|unit| unit.name).unwrap_or_default()));
    }
    let mine = associations::of_person(connection, tenant, me, today).await?;
    Ok(mine.first().map(|association| association.full_name()).unwrap_or_default())
}

pub(crate) fn jobs() -> Vec<Handler<Services>> {
    vec![Handler::every(FORGET, SignedDuration::from_hours(24), forget)]
}

async fn forget(services: Services, tenant: TenantId) -> std::result::Result<(), Failure> {
    let now = services.clock.now();
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    tx.query(&SWEEP).bind(tenant).bind(now.plus_days(-DAYS_KEPT)).execute().await?;
    tx.commit().await?;
    Ok(())
}

pub(crate) fn retention() -> Vec<Rule> {
    vec![Rule {
        job: FORGET,
        what: |locale| T(locale).look_retention(),
        purpose: |locale| T(locale).look_retention_purpose(),
        kept: |_, locale| T(locale).retention_days(DAYS_KEPT),
        due: |connection, tenant, now| Box::pin(due(connection, tenant.id, now)),
    }]
}

async fn due(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    connection.query(&DUE).bind(tenant).bind(now.plus_days(-DAYS_KEPT)).scalar().await
}
