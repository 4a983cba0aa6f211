//! Every task of the last weeks with what came of it.

use samskab_kernel::{Day, Instant, TenantId};
use samskab_organisation::{association::Theme, unit::UnitId};
use samskab_store::{Connection, Result};
use samskab_taskbank::task::TaskId;

samskab_store::statements! {
    /// Tasks opened since then, or still open. A unit's name is that of its latest version.
    ROWS = "select t.id, t.title, t.unit_id, t.theme, t.postcode, t.city, t.published_at,
               case when t.state = 'open' then true else false end as is_open,
               coalesce(v.name, a.name, '') as poster_name,
               (select min(i.waiting_since) from interest i
                  where i.tenant_id = t.tenant_id and i.task_id = t.id and i.state <> 'unconfirmed') as first_at,
               (select count(*) from interest i
                  where i.tenant_id = t.tenant_id and i.task_id = t.id and i.state <> 'unconfirmed' and i.created_at >= $2) as interested,
               cast(coalesce((select sum(s.times) from task_seen s
                  where s.tenant_id = t.tenant_id and s.task_id = t.id and s.day >= $3), 0) as bigint) as seen
            from task t
            left join unit_version v on v.id = (select newest.id from unit_version newest
               where newest.unit_id = t.unit_id and newest.valid_from <= $4 order by newest.valid_from desc limit 1)
            left join association a on a.id = t.association_id
            where t.tenant_id = $1 and t.published_at is not null and (t.state = 'open' or t.published_at >= $2)";
}

samskab_store::statements! {
    /// Who was interested in which task: a person once for each, by the address they gave.
    INTERESTED = "select distinct i.task_id, coalesce(i.email, i.phone) as person from interest i
                  where i.tenant_id = $1 and i.state <> 'unconfirmed' and i.created_at >= $2";
}

#[derive(Debug, Clone, samskab_store::Row)]
pub struct Row {
    pub id: TaskId,
    pub title: String,
    pub unit_id: Option<UnitId>,
    pub theme: Theme,
    pub postcode: String,
    pub city: String,
    pub published_at: Option<Instant>,
    pub is_open: bool,
    pub poster_name: String,
    /// When somebody was first interested.
    pub first_at: Option<Instant>,
    pub interested: i64,
    pub seen: i64,
}

#[cfg(test)]
impl Row {
    pub fn named(poster: &str) -> Self {
        Self {
            id: TaskId::from_uuid(uuid::Uuid::nil()),
            title: String::new(),
            unit_id: None,
            theme: Theme::Social,
            postcode: String::new(),
            city: String::new(),
            published_at: None,
            is_open: true,
            poster_name: poster.to_owned(),
            first_at: None,
            interested: 0,
            seen: 0,
        }
    }
}

pub async fn interested(
    connection: &mut Connection,
    tenant: TenantId,
    since: Instant,
) -> Result<Vec<(TaskId, String)>> {
    connection.query(&INTERESTED).bind(tenant).bind(since).all().await
}

pub async fn rows(
    connection: &mut Connection,
    tenant: TenantId,
    since: Instant,
    today: Day,
) -> Result<Vec<Row>> {
    connection.query(&ROWS).bind(tenant).bind(since).bind(since.day()).bind(today).all().await
}
