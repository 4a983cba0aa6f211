//! What happened, in the order in which it was committed.
//!
//! The audit trail, the search index and the history on a page all read these rows. Each
//! tenant's events are numbered 1, 2, 3 … from a counter row that the transaction holds until
//! it commits: a later number is always committed later, on both databases, so a follower
//! that has seen number 7 has missed nothing before it (ADR 0006).

use samskab_kernel::{Instant, TenantId};
use serde::Serialize;
use uuid::Uuid;

use crate::{Connection, Result, Tx};

/// Something that happened to one thing. Its fields are kept as JSON: no personal data in them.
pub trait Event: Serialize + Sync {
    /// `task.published`
    const KIND: &'static str;
    /// What it happened to.
    fn subject(&self) -> Uuid;
}

const WHOLE_EVENTS: &str = "select number, kind, subject_id, actor_id, at, data
    from event";

crate::statements! {
    COUNT_UP = "update tenant set last_event = last_event + 1 where id = $1 returning last_event";
    ADD = "insert into event (tenant_id, number, kind, subject_id, actor_id, at, data) values ($1, $2, $3, $4, $5, $6, $7)";
    AFTER = WHOLE_EVENTS, "where tenant_id = $1 and number > $2 order by number limit $3";
    OF_SUBJECT = WHOLE_EVENTS, "where tenant_id = $1 and subject_id = $2 order by number";
    HEADS = "select id, last_event from tenant order by id";
}

/// An event as it stands in the book.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Recorded {
    pub number: i64,
    pub kind: String,
    pub subject_id: Uuid,
    pub actor_id: Option<Uuid>,
    pub at: Instant,
    pub data: String,
}

impl Tx {
    /// Writes into the book what this transaction does.
    pub async fn record<E: Event>(&mut self, event: E) -> Result<()> {
        let stamp = self.stamp;
        let data = serde_json::to_string(&event)?;
        let number: i64 = self.query(&COUNT_UP).bind(stamp.tenant).scalar().await?;
        self.query(&ADD)
            .bind(stamp.tenant)
            .bind(number)
            .bind(E::KIND.to_owned())
            .bind(event.subject())
            .bind(stamp.actor)
            .bind(stamp.now)
            .bind(data)
            .execute()
            .await?;
        self.wakes = true;
        Ok(())
    }
}

/// Up to `limit` events after `number`, in order.
pub async fn after(
    connection: &mut Connection,
    tenant: TenantId,
    number: i64,
    limit: i64,
) -> Result<Vec<Recorded>> {
    connection.query(&AFTER).bind(tenant).bind(number).bind(limit).all().await
}

/// The history of one thing.
pub async fn of(connection: &mut Connection, tenant: TenantId, subject: Uuid) -> Result<Vec<Recorded>> {
    connection.query(&OF_SUBJECT).bind(tenant).bind(subject).all().await
}

/// Every tenant with the number of its last event.
pub async fn heads(connection: &mut Connection) -> Result<Vec<(TenantId, i64)>> {
    connection.query(&HEADS).all().await
}
