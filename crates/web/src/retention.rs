//! What is deleted by itself, and when (law B.7): each context declares its rules, and one page shows them.

use samskab_kernel::{Instant, Locale};
use samskab_store::Connection;

use crate::{Tenant, module::BoxFuture};

/// How many rows the rule would delete now.
pub type Due =
    for<'a> fn(&'a mut Connection, &'a Tenant, Instant) -> BoxFuture<'a, samskab_store::Result<i64>>;

/// A time limit on personal data, as people read it. The job of the same context carries it out.
#[derive(Clone, Copy)]
pub struct Rule {
    /// The kind of the recurring job that deletes.
    pub job: &'static str,
    /// "Mails, vi har sendt"
    pub what: fn(Locale) -> &'static str,
    /// Why it is kept until then.
    pub purpose: fn(Locale) -> &'static str,
    /// "30 dage efter afsendelse"; the limit may be a setting of the municipality.
    pub kept: fn(&Tenant, Locale) -> String,
    pub due: Due,
}
