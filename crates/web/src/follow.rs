//! Keeping the search index, and what contexts keep in memory besides, in step with what is committed.
//!
//! The database is the only truth. At start every tenant is indexed whole; afterwards the
//! follower reads the book of events in its own order and asks the contexts for the documents
//! that an event concerns. As time alone changes what can be found (a date passes, a task
//! expires), every tenant is indexed anew when a day begins, and at least every half hour.

use std::{collections::HashMap, time::Duration};

use samskab_kernel::{Instant, TenantId};
use samskab_search::{Change, Document, SearchError};
use samskab_store::{
    Connection,
    events::{self, Recorded},
};
use tokio::sync::watch;
use uuid::Uuid;

use crate::{Services, Tenant, module::BoxFuture};

/// Which documents of a source an event concerns.
#[derive(Debug, PartialEq, Eq)]
pub enum Affected {
    Nothing,
    These(Vec<Uuid>),
    /// Too many to name: the whole source is read again.
    All,
}

type Documents = for<'a> fn(
    &'a mut Connection,
    &'a Tenant,
    Instant,
    Option<&'a [Uuid]>,
) -> BoxFuture<'a, samskab_store::Result<Vec<Document>>>;

/// Something a context wants found.
#[derive(Clone, Copy)]
pub struct Source {
    pub kind: &'static str,
    pub affected: fn(&Recorded) -> Affected,
    /// The documents with these ids, or all. An id without a document is taken out of the index.
    pub documents: Documents,
}

type TakeIn = for<'a> fn(
    &'a Services,
    &'a mut Connection,
    &'a Tenant,
    Instant,
    Option<&'a [Uuid]>,
) -> BoxFuture<'a, samskab_store::Result<()>>;

/// Something a context keeps in memory beside the index, in one of its [`crate::State`]s.
#[derive(Clone, Copy)]
pub struct Listener {
    /// What an event concerns in it; only the context knows what the ids mean.
    pub affected: fn(&Recorded) -> Affected,
    /// Reads these anew, or everything of the tenant. What is gone from the database goes from memory.
    pub take_in: TakeIn,
}

#[derive(Debug, thiserror::Error)]
pub enum FollowError {
    #[error(transparent)]
    Store(#[from] samskab_store::Error),
    #[error(transparent)]
    Search(#[from] SearchError),
    #[error("indexing was cut off: {0}")]
    Panicked(tokio::task::JoinError),
}

struct Seen {
    event: i64,
    whole_at: Instant,
}

/// Indexing is work for the processor: it must not hold up requests on the same thread.
async fn off_the_runtime(
    work: impl FnOnce() -> Result<(), SearchError> + Send + 'static,
) -> Result<(), FollowError> {
    match tokio::task::spawn_blocking(work).await {
        Ok(done) => Ok(done?),
        Err(panicked) => Err(FollowError::Panicked(panicked)),
    }
}

/// Everything that these events concern together, each id once.
fn affected(news: &[Recorded], of: fn(&Recorded) -> Affected) -> Affected {
    let mut ids = Vec::new();
    for event in news {
        match of(event) {
            Affected::Nothing => {}
            Affected::These(these) => ids.extend(these),
            Affected::All => return Affected::All,
        }
    }
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() { Affected::Nothing } else { Affected::These(ids) }
}

/// Reads the book of events into the index, and tells the listeners.
pub struct Follower {
    services: Services,
    sources: Vec<Source>,
    listeners: Vec<Listener>,
    seen: HashMap<TenantId, Seen>,
}

const WHOLE_AGAIN_AFTER_MICROS: i64 = 30 * 60 * 1_000_000;
const BATCH: i64 = 500;

impl Follower {
    pub fn new(services: Services, sources: Vec<Source>) -> Self {
        Self { services, sources, listeners: Vec::new(), seen: HashMap::new() }
    }

    pub fn with_listeners(self, listeners: Vec<Listener>) -> Self {
        Self { listeners, ..self }
    }

    /// Takes in everything committed until now. Called once before the first request is answered.
    pub async fn catch_up(&mut self) -> Result<(), FollowError> {
        let now = self.services.clock.now();
        let heads = {
            let mut reader = self.services.db.read().await?;
            events::heads(&mut reader).await?
        };
        for (tenant, head) in heads {
            let whole = match self.seen.get(&tenant) {
                None => true,
                Some(seen) => {
                    now.day() != seen.whole_at.day()
                        || now.micros() - seen.whole_at.micros() > WHOLE_AGAIN_AFTER_MICROS
                }
            };
            if whole {
                self.index_whole(tenant, head, now).await?;
            } else if self.seen.get(&tenant).is_some_and(|seen| seen.event < head) {
                self.index_events(tenant, now).await?;
            }
        }
        Ok(())
    }

    async fn index_whole(&mut self, id: TenantId, head: i64, now: Instant) -> Result<(), FollowError> {
        let Some(tenant) = self.services.tenants.with_id(id, now).await? else { return Ok(()) };
        let mut documents = Vec::new();
        {
            // `head` was read before: what is committed meanwhile is read twice, never missed.
            let mut reader = self.services.db.read().await?;
            for source in &self.sources {
                documents.extend((source.documents)(&mut reader, &tenant, now, None).await?);
            }
        }
        tracing::debug!(tenant = tenant.slug, documents = documents.len(), "indexed whole");
        let index = self.services.index.clone();
        // One after the other: the documents are freed before the listeners read.
        off_the_runtime(move || index.replace_tenant(id.uuid(), documents)).await?;
        let mut reader = self.services.db.read().await?;
        for listener in &self.listeners {
            (listener.take_in)(&self.services, &mut reader, &tenant, now, None).await?;
        }
        drop(reader);
        self.seen.insert(id, Seen { event: head, whole_at: now });
        self.services.kept.index_was_written(id, head);
        Ok(())
    }

    async fn index_events(&mut self, id: TenantId, now: Instant) -> Result<(), FollowError> {
        let Some(tenant) = self.services.tenants.with_id(id, now).await? else { return Ok(()) };
        loop {
            let Some(from) = self.seen.get(&id).map(|seen| seen.event) else { return Ok(()) };
            let mut reader = self.services.db.read().await?;
            let news = events::after(&mut reader, id, from, BATCH).await?;
            let Some(last) = news.last().map(|event| event.number) else { return Ok(()) };
            let mut changes = Vec::new();
            for source in &self.sources {
                let mut ids = match affected(&news, source.affected) {
                    Affected::Nothing => continue,
                    Affected::These(ids) => ids,
                    Affected::All => {
                        drop(reader);
                        return self.index_whole(id, last, now).await;
                    }
                };
                let documents = (source.documents)(&mut reader, &tenant, now, Some(&ids)).await?;
                ids.retain(|id| documents.iter().all(|document| document.id != *id));
                changes.extend(documents.into_iter().map(Change::upsert));
                changes.extend(ids.into_iter().map(|gone| Change::Delete { tenant: id.uuid(), id: gone }));
            }
            for listener in &self.listeners {
                let ids = match affected(&news, listener.affected) {
                    Affected::Nothing => continue,
                    Affected::These(ids) => Some(ids),
                    Affected::All => None,
                };
                (listener.take_in)(&self.services, &mut reader, &tenant, now, ids.as_deref()).await?;
            }
            drop(reader);
            let index = self.services.index.clone();
            off_the_runtime(move || index.apply(changes)).await?;
            if let Some(seen) = self.seen.get_mut(&id) {
                seen.event = last;
            }
            self.services.kept.index_was_written(id, last);
            if i64::try_from(news.len()).unwrap_or(BATCH) < BATCH {
                return Ok(());
            }
        }
    }

    /// Follows until `stop` is set. A commit of this process is seen at once, another's within a second.
    pub async fn follow(mut self, mut stop: watch::Receiver<bool>) {
        let mut recorded = self.services.db.recorded();
        loop {
            if let Err(error) = self.catch_up().await {
                tracing::error!(%error, "the search index could not follow; trying again in a second");
            }
            tokio::select! {
                _ = recorded.changed() => {}
                () = tokio::time::sleep(Duration::from_secs(1)) => {}
                _ = stop.wait_for(|stop| *stop) => return,
            }
        }
    }
}
