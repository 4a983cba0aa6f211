//! Rules that are one condition on one table.

use samskab_kernel::{Instant, TenantId};
use samskab_store::{Connection, Result, Tx};
use samskab_web::Services;

use crate::person::{self, PersonId};

/// Days after which an association that nobody confirmed is deleted.
pub(super) const DAYS_UNCONFIRMED: i64 = 14;

samskab_store::statements! {
    SESSIONS_DUE = "select count(*) from session where tenant_id = $1 and expires_at <= $2";
    LINKS_DUE = "select count(*) from sign_in_link where tenant_id = $1 and (used_at is not null or expires_at <= $2)";
    LINKS = "delete from sign_in_link where tenant_id = $1 and (used_at is not null or expires_at <= $2)";
    CONFIRMATIONS_DUE = "select count(*) from association_confirmation where tenant_id = $1 and expires_at <= $2";
    CONFIRMATIONS = "delete from association_confirmation where tenant_id = $1 and expires_at <= $2";
    ASSOCIATIONS_DUE = "select count(*) from association
                        where tenant_id = $1 and state = 'unconfirmed' and state_since < $2";
    ASSOCIATIONS = "delete from association where tenant_id = $1 and state = 'unconfirmed' and state_since < $2";
    /// People who registered only such associations, and never showed that the address is theirs.
    STRANGERS = "select distinct p.id from person p
                 join association_contact c on c.person_id = p.id join association a on a.id = c.association_id
                 where p.tenant_id = $1 and a.state = 'unconfirmed' and a.state_since < $2
                   and p.email_confirmed_at is null and p.last_seen_at is null
                   and not exists (select 1 from appointment held where held.person_id = p.id)
                   and not exists (select 1 from association_contact other
                                   join association s on s.id = other.association_id
                                   where other.person_id = p.id
                                     and not (s.state = 'unconfirmed' and s.state_since < $2))";
}

pub(super) async fn sessions_due(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    connection.query(&SESSIONS_DUE).bind(tenant).bind(now).scalar().await
}

pub(super) async fn links_due(connection: &mut Connection, tenant: TenantId, now: Instant) -> Result<i64> {
    let links: i64 = connection.query(&LINKS_DUE).bind(tenant).bind(now).scalar().await?;
    let confirmations: i64 = connection.query(&CONFIRMATIONS_DUE).bind(tenant).bind(now).scalar().await?;
    Ok(links + confirmations)
}

/// Links to sign in that were used or ran out, and links to confirm an association that ran out.
pub(super) async fn links(tx: &mut Tx) -> Result<u64> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let links = tx.query(&LINKS).bind(tenant).bind(now).execute().await?;
    Ok(links + tx.query(&CONFIRMATIONS).bind(tenant).bind(now).execute().await?)
}

pub(super) async fn associations_due(
    connection: &mut Connection,
    tenant: TenantId,
    now: Instant,
) -> Result<i64> {
    connection.query(&ASSOCIATIONS_DUE).bind(tenant).bind(now.plus_days(-DAYS_UNCONFIRMED)).scalar().await
}

/// Takes with it whoever registered nothing else: somebody may have typed a stranger's address.
pub(super) async fn associations(services: &Services, tx: &mut Tx) -> Result<u64> {
    let (tenant, before) = (tx.tenant(), tx.now().plus_days(-DAYS_UNCONFIRMED));
    let strangers: Vec<PersonId> = tx.query(&STRANGERS).bind(tenant).bind(before).scalars().await?;
    for person in strangers {
        person::erase(services, tx, person).await?;
    }
    tx.query(&ASSOCIATIONS).bind(tenant).bind(before).execute().await
}
