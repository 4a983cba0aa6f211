use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use tantivy::IndexWriter;
use uuid::Uuid;

use crate::document::{Change, Document};
use crate::error::SearchError;
use crate::query::{Hits, Query};
use crate::selection;
use crate::tenant::{TenantIndex, read, write};

/// Writers kept open between changes. Each costs three sleeping threads and some megabytes.
const OPEN_WRITERS: usize = 4;

/// The index of a process: one small index in memory for each tenant. Cloning shares it.
///
/// Any number of threads search while one writes; a search sees the last finished write and never waits
/// for one under way. Writing blocks for some milliseconds: call it where blocking is allowed.
#[derive(Clone, Default)]
pub struct Index {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    tenants: RwLock<HashMap<Uuid, Arc<TenantIndex>>>,
    /// Held for the whole of a write: one writer at a time. Last used last.
    writers: Mutex<Vec<(Uuid, IndexWriter)>>,
}

impl Index {
    pub fn new() -> Self {
        Self::default()
    }

    /// Replaces everything, of every tenant. Searches see the old documents until the new ones are ready,
    /// each tenant's at once.
    pub fn replace_all(&self, documents: impl IntoIterator<Item = Document>) -> Result<(), SearchError> {
        let mut by_tenant: HashMap<Uuid, Vec<Document>> = HashMap::new();
        for document in documents {
            by_tenant.entry(document.tenant).or_default().push(document);
        }
        let mut writers = self.shared.writers.lock().unwrap_or_else(PoisonError::into_inner);
        let mut tenants = HashMap::with_capacity(by_tenant.len());
        for (tenant, documents) in by_tenant {
            tenants.insert(tenant, Arc::new(TenantIndex::build(documents)?));
        }
        writers.clear();
        *write(&self.shared.tenants) = tenants;
        Ok(())
    }

    /// Replaces the documents of one tenant; documents of others in the list are ignored.
    pub fn replace_tenant(
        &self,
        tenant: Uuid,
        documents: impl IntoIterator<Item = Document>,
    ) -> Result<(), SearchError> {
        let documents = documents.into_iter().filter(|document| document.tenant == tenant).collect();
        let mut writers = self.shared.writers.lock().unwrap_or_else(PoisonError::into_inner);
        let index = Arc::new(TenantIndex::build(documents)?);
        writers.retain(|(open, _)| *open != tenant);
        write(&self.shared.tenants).insert(tenant, index);
        Ok(())
    }

    /// Makes committed changes findable, in their order; when it returns, searches see them. The changes of
    /// one tenant become visible together. Batch what came together: a call costs a few milliseconds
    /// whether it brings one change or a hundred.
    pub fn apply(&self, changes: Vec<Change>) -> Result<(), SearchError> {
        let mut writers = self.shared.writers.lock().unwrap_or_else(PoisonError::into_inner);
        let mut order: Vec<Uuid> = Vec::new();
        let mut by_tenant: HashMap<Uuid, Vec<Change>> = HashMap::new();
        for change in changes {
            let tenant = change.tenant();
            by_tenant
                .entry(tenant)
                .or_insert_with(|| {
                    order.push(tenant);
                    Vec::new()
                })
                .push(change);
        }
        for tenant in order {
            let changes = by_tenant.remove(&tenant).unwrap_or_default();
            let index = match self.tenant(tenant) {
                Some(index) => index,
                None => {
                    let index = Arc::new(TenantIndex::build(Vec::new())?);
                    write(&self.shared.tenants).insert(tenant, index.clone());
                    index
                }
            };
            let mut writer = match writers.iter().position(|(open, _)| *open == tenant) {
                Some(at) => writers.remove(at).1,
                None => index.writer()?,
            };
            // on error the writer is dropped here, and with it what was not committed
            index.apply(&changes, &mut writer)?;
            writers.push((tenant, writer));
            if writers.len() > OPEN_WRITERS {
                let (_, longest_unused) = writers.remove(0);
                longest_unused.wait_merging_threads()?;
            }
        }
        Ok(())
    }

    /// Answers a question. A tenant without an index has nothing to find.
    pub fn search(&self, query: &Query) -> Result<Hits, SearchError> {
        match self.tenant(query.tenant) {
            Some(index) => selection::search(&index, query),
            None => Ok(Hits::default()),
        }
    }

    /// How many documents the tenant has.
    pub fn len(&self, tenant: Uuid) -> usize {
        self.tenant(tenant).map_or(0, |index| index.snapshot().len())
    }

    pub fn is_empty(&self, tenant: Uuid) -> bool {
        self.len(tenant) == 0
    }

    /// The tenants that have an index.
    pub fn tenants(&self) -> HashSet<Uuid> {
        read(&self.shared.tenants).keys().copied().collect()
    }

    fn tenant(&self, tenant: Uuid) -> Option<Arc<TenantIndex>> {
        read(&self.shared.tenants).get(&tenant).cloned()
    }
}

impl std::fmt::Debug for Index {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Index").field("tenants", &self.tenants().len()).finish_non_exhaustive()
    }
}
