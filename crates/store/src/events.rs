//! What happened, in the order in which it was committed.
//!
//! The audit trail, the search index and the history on a page all read these rows. Each
//! tenant's events are numbered 1, 2, 3 … from a counter row that the transaction holds until
//! it commits: a later number is always committed later, on both databases, so a follower
//! that has seen number 7 has missed nothing before it (ADR 0006).

use samskab_kernel::{Instant, TenantId};
use serde::Serialize;
use uuid::Uuid;

use crate::{Connection, Result, Tx, connection::Waiting};

/// Something that happened to one thing. Its fields are kept as JSON: no personal data in them.
pub trait Event: Serialize + Sync {
    /// `task.published`
    const KIND: &'static str;
    /// The id of what it happened to.
    fn subject(&self) -> Uuid;
}

/// Events that happen to things of one kind. Each becomes a struct with the id of what it happened to – kept as
/// the event's subject, not in its JSON –, the fields that all of them have, and its own:
///
/// ```ignore
/// samskab_store::events! {
///     pub about channel(ChannelId) { kind: ChannelKind }
///     impl { fn of(channel: &Channel) { channel: channel.id, kind: channel.kind } }
///
///     ChannelAdded => "channel.added";
///     /// It took no more visitors.
///     ChannelEnded => "channel.ended" { last_day: Day };
/// }
/// ```
///
/// `impl`, the ways in which any of them is made, may be left out.
#[macro_export]
macro_rules! events {
    (
        $vis:vis about $subject:ident($id:ty) $shared:tt
        impl $make:tt
        $($(#[$meta:meta])* $name:ident => $kind:literal $({ $($own:tt)* })?;)+
    ) => {
        $($crate::events! {
            @one ($vis) $subject($id) $shared $make $(#[$meta])* $name => $kind; $({ $($own)* })?
        })+
    };
    (
        $vis:vis about $subject:ident($id:ty) $shared:tt
        $($(#[$meta:meta])* $name:ident => $kind:literal $({ $($own:tt)* })?;)+
    ) => {
        $($crate::events! {
            @one ($vis) $subject($id) $shared {} $(#[$meta])* $name => $kind; $({ $($own)* })?
        })+
    };
    (
        @one ($vis:vis) $subject:ident($id:ty)
        { $($(#[$fmeta:meta])* $field:ident: $type:ty),* $(,)? }
        { $(fn $make:ident($($parameter:ident: $ptype:ty),*) { $($values:tt)* })* }
        $(#[$meta:meta])* $name:ident => $kind:literal;
        $({ $($(#[$ometa:meta])* $own:ident: $otype:ty),* $(,)? })?
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, ::serde::Serialize)]
        $vis struct $name {
            #[serde(skip)]
            pub $subject: $id,
            $($(#[$fmeta])* pub $field: $type,)*
            $($($(#[$ometa])* pub $own: $otype,)*)?
        }
        impl $name {
            $($vis fn $make($($parameter: $ptype),*) -> Self {
                Self { $($values)* }
            })*
        }
        impl $crate::Event for $name {
            const KIND: &'static str = $kind;
            fn subject(&self) -> ::uuid::Uuid {
                self.$subject.uuid()
            }
        }
    };
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
#[derive(Debug, Clone, samskab_store::Row)]
pub struct Recorded {
    pub number: i64,
    pub kind: String,
    pub subject_id: Uuid,
    pub actor_id: Option<Uuid>,
    pub at: Instant,
    pub data: String,
}

impl Recorded {
    /// The id under `name` in its data: for example of the task that an interest is in.
    pub fn id_named(&self, name: &str) -> Option<Uuid> {
        let data: serde_json::Value = serde_json::from_str(&self.data).ok()?;
        data.get(name)?.as_str()?.parse().ok()
    }
}

impl Tx {
    /// Writes into the book what this transaction does.
    pub async fn record<E: Event>(&mut self, event: E) -> Result<()> {
        let data = serde_json::to_string(&event)?;
        self.record_data(E::KIND, event.subject(), data).await
    }

    /// The same at the end of this transaction. The book is one row for the whole municipality: whoever changes many
    /// things, some locked by somebody who waits for the book, must write into it last.
    pub fn record_last<E: Event>(&mut self, event: &E) -> Result<()> {
        self.last.push((E::KIND, event.subject(), serde_json::to_string(event)?));
        Ok(())
    }

    pub(crate) fn record_data(&mut self, kind: &'static str, subject: Uuid, data: String) -> Waiting<'_, ()> {
        Box::pin(async move {
            let stamp = self.stamp;
            let number: i64 = self.query(&COUNT_UP).bind(stamp.tenant).scalar().await?;
            self.query(&ADD)
                .bind(stamp.tenant)
                .bind(number)
                .bind(kind.to_owned())
                .bind(subject)
                .bind(stamp.actor)
                .bind(stamp.now)
                .bind(data.clone())
                .execute()
                .await?;
            self.wakes = true;
            self.records = true;
            for react in self.db.reactions_to(kind) {
                react(self, &subject, &data).await?;
            }
            Ok(())
        })
    }
}

/// Up to `limit` events after `number`, in order.
pub fn after(
    connection: &mut Connection,
    tenant: TenantId,
    number: i64,
    limit: i64,
) -> Waiting<'_, Vec<Recorded>> {
    Box::pin(connection.query(&AFTER).bind(tenant).bind(number).bind(limit).all())
}

/// The events of one thing.
pub fn of(connection: &mut Connection, tenant: TenantId, subject: Uuid) -> Waiting<'_, Vec<Recorded>> {
    Box::pin(connection.query(&OF_SUBJECT).bind(tenant).bind(subject).all())
}

/// Every tenant with the number of its last event.
pub fn heads(connection: &mut Connection) -> Waiting<'_, Vec<(TenantId, i64)>> {
    Box::pin(connection.query(&HEADS).all())
}
