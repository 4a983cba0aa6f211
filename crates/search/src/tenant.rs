use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::store::Compressor;
use tantivy::{IndexReader, IndexSettings, IndexWriter, ReloadPolicy};

use crate::danish::Analyser;
use crate::document::{Change, Document};
use crate::error::SearchError;
use crate::names::Names;
use crate::schema::{self, FIELDS};
use crate::snapshot::Snapshot;
use crate::vocabulary::Vocabulary;

/// Arena of a writer for changes: tantivy's least.
const CHANGES_BUDGET: usize = 15_000_000;
/// Arena for building anew: some 10,000 documents stay in one segment.
const BUILD_BUDGET: usize = 30_000_000;

/// One tenant's index: its documents, its words, its facet values. Nothing in it knows of another tenant.
pub(crate) struct TenantIndex {
    index: tantivy::Index,
    reader: IndexReader,
    /// What readers see, replaced as a whole after each commit.
    snapshot: RwLock<Arc<Snapshot>>,
    names: RwLock<Names>,
    vocabulary: RwLock<Vocabulary>,
}

impl TenantIndex {
    /// Each document is freed as soon as it is in the index.
    pub(crate) fn build(documents: Vec<Document>) -> Result<Self, SearchError> {
        // payloads are small and read with every hit: packing them would cost more than it saves
        let settings = IndexSettings {
            docstore_compression: Compressor::None,
            docstore_compress_dedicated_thread: false,
            ..IndexSettings::default()
        };
        let index =
            tantivy::Index::builder().schema(FIELDS.schema.clone()).settings(settings).create_in_ram()?;
        let mut vocabulary = Vocabulary::default();
        for document in &documents {
            vocabulary.learn([&document.title, &document.keywords, &document.body]);
        }
        let mut names = Names::default();
        if !documents.is_empty() {
            let mut writer = writer(&index, BUILD_BUDGET)?;
            let mut analyser = Analyser::new(&vocabulary);
            for document in documents {
                // a document given twice is there once: the last
                writer.delete_term(schema::id_term(document.id));
                writer.add_document(schema::stored(&document, &mut names, &mut analyser))?;
            }
            writer.commit()?;
            writer.wait_merging_threads()?;
        }
        let reader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let snapshot = RwLock::new(Arc::new(Snapshot::of(&reader, None)?));
        Ok(TenantIndex {
            index,
            reader,
            snapshot,
            names: RwLock::new(names),
            vocabulary: RwLock::new(vocabulary),
        })
    }

    pub(crate) fn writer(&self) -> Result<IndexWriter, SearchError> {
        writer(&self.index, CHANGES_BUDGET)
    }

    /// Makes the changes visible, all at once. After an error none is, and the writer must be dropped.
    pub(crate) fn apply(&self, changes: &[Change], writer: &mut IndexWriter) -> Result<(), SearchError> {
        for change in changes {
            if let Change::Upsert(document) = change {
                write(&self.vocabulary).learn([&document.title, &document.keywords, &document.body]);
            }
        }
        {
            let vocabulary = self.vocabulary();
            let mut analyser = Analyser::new(&vocabulary);
            for change in changes {
                match change {
                    Change::Upsert(document) => {
                        let stored = schema::stored(document, &mut write(&self.names), &mut analyser);
                        writer.delete_term(schema::id_term(document.id));
                        writer.add_document(stored)?;
                    }
                    Change::Delete { id, .. } => {
                        writer.delete_term(schema::id_term(*id));
                    }
                }
            }
        }
        writer.commit()?;
        self.reader.reload()?;
        let snapshot = Arc::new(Snapshot::of(&self.reader, Some(&self.snapshot()))?);
        *write(&self.snapshot) = snapshot;
        Ok(())
    }

    pub(crate) fn snapshot(&self) -> Arc<Snapshot> {
        read(&self.snapshot).clone()
    }

    pub(crate) fn names(&self) -> RwLockReadGuard<'_, Names> {
        read(&self.names)
    }

    pub(crate) fn vocabulary(&self) -> RwLockReadGuard<'_, Vocabulary> {
        read(&self.vocabulary)
    }
}

fn writer(index: &tantivy::Index, budget: usize) -> Result<IndexWriter, SearchError> {
    let options = IndexWriterOptions::builder()
        .num_worker_threads(1)
        .num_merge_threads(1)
        .memory_budget_per_thread(budget)
        .build();
    let writer: IndexWriter = index.writer_with_options(options)?;
    let mut merging = LogMergePolicy::default();
    merging.set_del_docs_ratio_before_merge(0.3);
    writer.set_merge_policy(Box::new(merging));
    Ok(writer)
}

/// A panicking reader or writer leaves these locks usable: what they guard is replaced or appended whole.
pub(crate) fn read<T>(lock: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

pub(crate) fn write<T>(lock: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}
