//! Somebody's account is deleted (law B.7): everything only about them is deleted in one transaction, in every
//! context. Foreign keys reach most of it; each context registers what they do not reach, and who must stay.

use samskab_kernel::{Instant, TenantId, contact::Email};
use samskab_store::{Connection, Result, Tx};
use uuid::Uuid;

use crate::module::BoxFuture;

/// The one who goes, as they are still known.
#[derive(Debug, Clone)]
pub struct Leaving {
    pub person: Uuid,
    pub name: String,
    pub email: Option<Email>,
}

/// Deletes what a context knows of somebody and no foreign key leads to. Runs before the person is deleted.
pub type Erase = for<'a> fn(&'a mut Tx, &'a Leaving) -> BoxFuture<'a, Result<()>>;

/// Those of `people` who are here for something a context knows of: nobody deletes them for being away.
pub type Stays =
    for<'a> fn(&'a mut Connection, TenantId, Instant, &'a [Uuid]) -> BoxFuture<'a, Result<Vec<Uuid>>>;
