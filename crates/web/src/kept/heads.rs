//! The newest number of a book of events, as it is in the database when a request comes.

use std::{
    collections::HashMap,
    sync::atomic::{AtomicU64, Ordering},
};

use samskab_kernel::TenantId;
use samskab_store::{Db, Error, Result, events, patience};
use tokio::sync::Mutex;

/// Asks once for everybody who waits: whoever comes while the database is being asked takes the next answer, never one
/// that was asked for before they came. So each request sees what was committed before it, also by another process,
/// and thirty requests at the same time cost one query.
#[derive(Default)]
pub(super) struct Heads {
    came: AtomicU64,
    last: Mutex<Answered>,
}

#[derive(Default)]
struct Answered {
    /// Requests with this number or a lower one came before the question was sent to the database.
    up_to: u64,
    /// `None` when the database failed: those who waited for this answer do not each wait for another.
    numbers: Option<HashMap<TenantId, i64>>,
}

impl Heads {
    /// `None` for a municipality that the database does not know.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of(&self, db: &Db, tenant: TenantId) -> Result<Option<i64>> {
        let me = self.came.fetch_add(1, Ordering::SeqCst) + 1;
        let silent =
            || Error::Unreachable { place: "the database".to_owned(), reason: "no answer".to_owned() };
        let mut last = patience::waiting(self.last.lock()).await.ok_or_else(silent)?;
        if last.up_to < me {
            let up_to = self.came.load(Ordering::SeqCst);
            *last = Answered { up_to, numbers: None };
            let numbers = events::heads(&mut *db.read().await?).await?;
            last.numbers = Some(numbers.into_iter().collect());
        }
        last.numbers.as_ref().map(|numbers| numbers.get(&tenant).copied()).ok_or_else(silent)
    }
}

#[cfg(test)]
mod tests {
    use samskab_store::{db_test, queries_run};

    use super::*;

    #[db_test]
    async fn a_municipality_that_is_not_there_has_no_number(db: Db) {
        let heads = Heads::default();
        let tenant = db.dice().id(samskab_kernel::Clock::real().now());
        assert_eq!(heads.of(&db, tenant).await.unwrap(), None);
        let before = queries_run();
        heads.of(&db, tenant).await.unwrap();
        assert!(queries_run() > before, "whoever comes later asks anew");
    }
}
