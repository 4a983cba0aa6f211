//! How long an answer of the database is waited for. Nobody waits for ever: a server that no longer answers, or a
//! machine that went away without a word, would else hold every page until somebody starts the program anew.

use std::{
    cell::Cell,
    io,
    time::{Duration, Instant},
};

use tokio::{task::futures::TaskLocalFuture, time::timeout};

/// For all queries of a page together: whoever waits longer for a page has gone.
pub const OF_A_PAGE: Duration = Duration::from_secs(10);
/// For each query of a job, of a command or at start. Less than a job may take in all.
pub const OF_A_JOB: Duration = Duration::from_secs(3 * 60);
/// Until a server of the database has let us in.
pub const OF_CONNECTING: Duration = Duration::from_secs(5);

tokio::task_local! {
    /// The time that is left.
    static PATIENCE: Cell<Duration>;
}

/// All queries asked in `work` are waited for as long as a page may wait, together.
pub fn as_a_page<F: Future>(work: F) -> TaskLocalFuture<Cell<Duration>, F> {
    patiently(OF_A_PAGE, work)
}

/// All queries asked in `work` are waited for no longer than `longest`, together.
pub fn patiently<F: Future>(longest: Duration, work: F) -> TaskLocalFuture<Cell<Duration>, F> {
    PATIENCE.scope(Cell::new(longest), work)
}

/// Whether what is being done is a page, and nobody's job.
pub(crate) fn is_a_page() -> bool {
    PATIENCE.try_with(|_| ()).is_ok()
}

/// The answer, or the error that none came in time.
pub(crate) async fn in_time<T>(answer: impl Future<Output = sqlx::Result<T>>) -> sqlx::Result<T> {
    waiting(answer).await.unwrap_or_else(|| {
        let text = "the database did not answer in time";
        Err(sqlx::Error::Io(io::Error::new(io::ErrorKind::TimedOut, text)))
    })
}

/// Waits for somebody else who asks the database, which is the same as asking it oneself; `None` when it took too long.
pub async fn waiting<T>(what: impl Future<Output = T>) -> Option<T> {
    let began = Instant::now();
    let patience = PATIENCE.try_with(Cell::get).unwrap_or(OF_A_JOB);
    let outcome = timeout(patience, what).await.ok();
    // Outside of a page there is nothing to take from.
    PATIENCE.try_with(|left| left.set(patience.saturating_sub(began.elapsed()))).unwrap_or_default();
    outcome
}
