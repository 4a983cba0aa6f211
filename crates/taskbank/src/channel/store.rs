//! The tables `channel` and `channel_visit`, and the two columns of `interest` that say how it came.

use samskab_kernel::{Day, TenantId};
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Result, Tx};
use uuid::Uuid;

use super::{CameBy, Channel, ChannelCode, ChannelId, ChannelKind, HeardFrom};
use crate::task::TaskId;

samskab_store::statements! {
    FIND = Channel::SELECT, "where tenant_id = $1 and id = $2";
    FIND_BY_CODE = Channel::SELECT, "where tenant_id = $1 and code = $2";
    OF_PERSON = Channel::SELECT, "where tenant_id = $1 and person_id = $2";
    REGISTERED = Channel::SELECT, "where tenant_id = $1 and person_id is null order by is_active desc, kind, name, id";
    ADD = Channel::INSERT;
    SAVE = Channel::UPDATE, "and person_id is null";
    /// Nothing is counted for a channel or task that has been deleted meanwhile.
    COUNT_TO_TASK = "insert into channel_visit (tenant_id, channel_id, day, task_id, times)
            select c.tenant_id, c.id, cast($3 as text), t.id, cast($5 as bigint)
            from channel c join task t on t.tenant_id = c.tenant_id and t.id = $4
            where c.tenant_id = $1 and c.id = $2
            on conflict (tenant_id, channel_id, day, task_id) where task_id is not null
            do update set times = channel_visit.times + excluded.times";
    COUNT_TO_FRONT = "insert into channel_visit (tenant_id, channel_id, day, task_id, times)
            select c.tenant_id, c.id, cast($3 as text), null, cast($4 as bigint)
            from channel c where c.tenant_id = $1 and c.id = $2
            on conflict (tenant_id, channel_id, day) where task_id is null
            do update set times = channel_visit.times + excluded.times";
    CAME_BY = "update interest set channel_id = $3, heard_from = $4 where tenant_id = $1 and id = $2";
    OF_INTEREST = "select i.heard_from, c.name, c.kind from interest i
                   left join channel c on c.tenant_id = i.tenant_id and c.id = i.channel_id
                   where i.tenant_id = $1 and i.id = $2";
    OF_PERSON_VISITS = "select cast(coalesce(sum(v.times), 0) as bigint) from channel c
            join channel_visit v on v.tenant_id = c.tenant_id and v.channel_id = c.id
            where c.tenant_id = $1 and c.person_id = $2";
    OF_PERSON_CAME = "select count(*) from channel c
            join interest i on i.tenant_id = c.tenant_id and i.channel_id = c.id
            where c.tenant_id = $1 and c.person_id = $2 and i.state <> 'unconfirmed'";
}

pub async fn find(connection: &mut Connection, tenant: TenantId, id: ChannelId) -> Result<Option<Channel>> {
    connection.query(&FIND).bind(tenant).bind(id).optional().await
}

pub async fn find_by_code(
    connection: &mut Connection,
    tenant: TenantId,
    code: &ChannelCode,
) -> Result<Option<Channel>> {
    connection.query(&FIND_BY_CODE).bind(tenant).bind(code.clone()).optional().await
}

/// The volunteer's own link (VB-23), once it was made.
pub async fn of_person(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<Option<Channel>> {
    connection.query(&OF_PERSON).bind(tenant).bind(person).optional().await
}

/// The register, those in use first; without the volunteers' own.
pub async fn registered(connection: &mut Connection, tenant: TenantId) -> Result<Vec<Channel>> {
    connection.query(&REGISTERED).bind(tenant).all().await
}

pub async fn add(tx: &mut Tx, channel: &Channel) -> Result<()> {
    tx.write(&ADD, channel).execute().await?;
    Ok(())
}

/// Name, kind and whether it is in use; the code stands on paper and never changes.
pub async fn save(tx: &mut Tx, channel: &Channel) -> Result<()> {
    tx.write(&SAVE, channel).execute().await?;
    Ok(())
}

/// Notes that a link was followed `times` more times on `day`, to the front page or to a task.
pub async fn count_visits(
    tx: &mut Tx,
    channel: ChannelId,
    day: Day,
    task: Option<TaskId>,
    times: i64,
) -> Result<()> {
    let tenant = tx.tenant();
    match task {
        Some(task) => {
            tx.query(&COUNT_TO_TASK).bind(tenant).bind(channel).bind(day).bind(task).bind(times).execute()
        }
        None => tx.query(&COUNT_TO_FRONT).bind(tenant).bind(channel).bind(day).bind(times).execute(),
    }
    .await?;
    Ok(())
}

/// Writes down with an interest that is there how it came.
pub async fn came_by(tx: &mut Tx, interest: Uuid, came: CameBy) -> Result<()> {
    if came == CameBy::default() {
        return Ok(());
    }
    let tenant = tx.tenant();
    let query = tx.query(&CAME_BY).bind(tenant).bind(interest).bind(came.channel);
    query.bind(came.heard_from_code()).execute().await?;
    Ok(())
}

/// How an interest came, for those who answer it. Never whose link it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InterestOrigin {
    /// By the channel of the register with this name.
    Channel(String),
    Heard(HeardFrom),
}

/// `None`: it was not said.
pub async fn of_interest(
    connection: &mut Connection,
    tenant: TenantId,
    interest: Uuid,
) -> Result<Option<InterestOrigin>> {
    let row: Option<(String, Option<String>, Option<ChannelKind>)> =
        connection.query(&OF_INTEREST).bind(tenant).bind(interest).optional().await?;
    let Some((heard_from, name, kind)) = row else { return Ok(None) };
    Ok(match (kind, name) {
        (Some(ChannelKind::Personal), _) => Some(InterestOrigin::Heard(HeardFrom::Volunteer)),
        (Some(_), Some(name)) => Some(InterestOrigin::Channel(name)),
        _ => heard_from.parse().ok().map(InterestOrigin::Heard),
    })
}

/// How many times a volunteer's own link was followed, and how many offered to help after that.
pub async fn of_person_numbers(
    connection: &mut Connection,
    tenant: TenantId,
    person: PersonId,
) -> Result<(i64, i64)> {
    let visits = connection.query(&OF_PERSON_VISITS).bind(tenant).bind(person).scalar().await?;
    let came = connection.query(&OF_PERSON_CAME).bind(tenant).bind(person).scalar().await?;
    Ok((visits, came))
}
