//! The table `stand_in_search`.

use samskab_kernel::{Id, Instant, TenantId, codes};
use samskab_organisation::person::PersonId;
use samskab_shifts::shift::{BookingId, Shift, ShiftId};
use samskab_store::{Connection, Result, Tx};
use samskab_taskbank::task::TaskId;
use uuid::Uuid;

codes! {
    pub enum SearchState {
        Seeking => "seeking",
        Found => "found",
        /// There is nobody left to ask, or the shift began, or the search was taken back.
        GivenUp => "given_up",
    }
}

/// The mark of a search.
pub enum SearchRow {}

samskab_store::statements! {
    BEGIN = "insert into stand_in_search (id, tenant_id, task_id, shift_id, booking_id, wave, next_at, state, begun_at)
             values ($1, $2, $3, $4, $5, 0, $6, 'seeking', $6)
             on conflict (tenant_id, booking_id) do update set
                wave = case when stand_in_search.state = 'seeking' then stand_in_search.wave else 0 end,
                next_at = case when stand_in_search.state = 'seeking' then stand_in_search.next_at else excluded.next_at end,
                state = 'seeking', ended_at = null";
    END = "update stand_in_search set state = $3, ended_at = $4
           where tenant_id = $1 and booking_id = $2 and state = 'seeking'";
    DUE = "select s.task_id, s.shift_id, s.booking_id, s.wave from stand_in_search s
           where s.tenant_id = $1 and s.state = 'seeking' and s.next_at <= $2 order by s.next_at, s.id limit 50";
    /// Only from the wave it was read in: two who look at once send one wave.
    WENT_OUT = "update stand_in_search set wave = wave + 1, next_at = $4
                where tenant_id = $1 and booking_id = $2 and state = 'seeking' and wave = $3";
    /// Those who help at the place of a task, with any of its tasks.
    AT_THE_PLACE = "select distinct e.person_id from engagement e join task t on t.id = e.task_id
                    where e.tenant_id = $1 and t.tenant_id = $1 and e.state = 'active'
                      and coalesce(t.unit_id, t.association_id) = $2
                    order by e.person_id limit 500";
    ANSWERED = "select count(*), cast(coalesce(sum(case when state = 'accepted' then 1 else 0 end), 0) as bigint)
                from invitation where tenant_id = $1 and wave > 0 and state <> 'sent' and sent_at >= $2";
    FORGET = "delete from stand_in_search where tenant_id = $1 and state <> 'seeking' and ended_at < $2";
}

/// A search that is due.
#[derive(Debug, Clone, Copy, samskab_store::Row)]
pub struct Due {
    pub task_id: TaskId,
    pub shift_id: ShiftId,
    pub booking_id: BookingId,
    pub wave: i64,
}

pub async fn begin(tx: &mut Tx, shift: &Shift, booking: BookingId) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let id: Id<SearchRow> = tx.new_id();
    tx.query(&BEGIN)
        .bind(id)
        .bind(tenant)
        .bind(shift.task)
        .bind(shift.id)
        .bind(booking)
        .bind(now)
        .execute()
        .await?;
    Ok(())
}

pub async fn end(tx: &mut Tx, booking: BookingId, state: SearchState) -> Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    tx.query(&END).bind(tenant).bind(booking).bind(state).bind(now).execute().await?;
    Ok(())
}

pub async fn due(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<Vec<Due>> {
    connection.query(&DUE).bind(tenant).bind(now).all().await
}

/// False when somebody else sent that wave.
pub async fn went_out(tx: &mut Tx, due: Due, next_at: Instant) -> Result<bool> {
    let tenant = tx.tenant();
    let query = tx.query(&WENT_OUT).bind(tenant).bind(due.booking_id).bind(due.wave).bind(next_at);
    Ok(query.execute().await? == 1)
}

pub async fn at_the_place(
    connection: &mut Connection,
    tenant: TenantId,
    place: Uuid,
) -> Result<Vec<PersonId>> {
    connection.query(&AT_THE_PLACE).bind(tenant).bind(place).scalars().await
}

/// How many were asked to stand in since then, and how many said yes.
pub async fn answered(connection: &mut Connection, tenant: TenantId, since: Instant) -> Result<(i64, i64)> {
    connection.query(&ANSWERED).bind(tenant).bind(since).one().await
}

/// Searches that ended before `before`; how many.
pub async fn forget(tx: &mut Tx, before: Instant) -> Result<u64> {
    let tenant = tx.tenant();
    tx.query(&FORGET).bind(tenant).bind(before).execute().await
}
