//! How far the imports of this process are.
//!
//! An import is one transaction, and a transaction cannot tell others how far it is. So the count is kept outside the
//! database, in the process that does the work; another process knows only that the import is under way.

use std::{
    collections::BTreeMap,
    sync::{Mutex, MutexGuard},
};

use crate::setting::RunId;

static UNDER_WAY: Mutex<BTreeMap<RunId, u64>> = Mutex::new(BTreeMap::new());

fn under_way() -> MutexGuard<'static, BTreeMap<RunId, u64>> {
    UNDER_WAY.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// Counts the rows of one import; forgotten with it.
pub(crate) struct Progress(RunId);

impl Progress {
    pub fn begin(run: RunId) -> Self {
        under_way().insert(run, 0);
        Self(run)
    }

    pub fn done(&self, rows: u64) {
        under_way().insert(self.0, rows);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        under_way().remove(&self.0);
    }
}

/// How many rows are written, if this process is the one that writes.
pub(crate) fn of(run: RunId) -> Option<u64> {
    under_way().get(&run).copied()
}
