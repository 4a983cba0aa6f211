//! Who does the work of one kind of job.

use std::{pin::Pin, sync::Arc};

use samskab_kernel::{TenantId, jiff::SignedDuration};

use crate::{Failure, Job};

type Outcome = Pin<Box<dyn Future<Output = Result<(), Failure>> + Send>>;
type Run<C> = dyn Fn(C, TenantId, &str) -> Outcome + Send + Sync;

/// What runs the jobs of one kind, with its job's type forgotten: contexts hand a `Vec<Handler<C>>` to
/// the program, where `C` is what the program gives every handler (database, clock, settings).
pub struct Handler<C> {
    pub(crate) kind: &'static str,
    /// Recurring: how long after one run the next begins.
    pub(crate) every: Option<SignedDuration>,
    run: Arc<Run<C>>,
}

impl<C> Clone for Handler<C> {
    fn clone(&self) -> Self {
        Self { kind: self.kind, every: self.every, run: Arc::clone(&self.run) }
    }
}

impl<C: Clone + Send + Sync + 'static> Handler<C> {
    /// Runs `handle` for every job `J`. It may run twice for one job (a process that dies after the
    /// work and before the note of it), so it looks first whether its work is done.
    pub fn new<J, F, Running>(handle: F) -> Self
    where
        J: Job,
        F: Fn(C, TenantId, J) -> Running + Send + Sync + 'static,
        Running: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        let run = move |context: C, tenant: TenantId, payload: &str| -> Outcome {
            match serde_json::from_str::<J>(payload) {
                Ok(job) => Box::pin(handle(context, tenant, job)),
                // Not the parser's words: they quote the payload.
                Err(_) => Box::pin(std::future::ready(Err(Failure::permanent(
                    "the job's fields could not be read",
                )))),
            }
        };
        Self { kind: J::KIND, every: None, run: Arc::new(run) }
    }

    /// Runs `handle` for every municipality, at once and then `interval` after the last time, in one of
    /// the processes. Never given up: after 31 failures it waits for its next turn.
    pub fn every<F, Running>(kind: &'static str, interval: SignedDuration, handle: F) -> Self
    where
        F: Fn(C, TenantId) -> Running + Send + Sync + 'static,
        Running: Future<Output = Result<(), Failure>> + Send + 'static,
    {
        let run =
            move |context: C, tenant: TenantId, _: &str| -> Outcome { Box::pin(handle(context, tenant)) };
        Self { kind, every: Some(interval), run: Arc::new(run) }
    }

    pub fn kind(&self) -> &'static str {
        self.kind
    }

    pub(crate) fn run(&self, context: C, tenant: TenantId, payload: &str) -> Outcome {
        (self.run)(context, tenant, payload)
    }
}
