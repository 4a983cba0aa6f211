//! The small town with hours, for the tests of this context.

use std::ops::Deref;

use samskab_engagement::testing;
use samskab_store::Db;

/// As that of the engagements, with hours.
pub(crate) struct World(testing::World);

impl Deref for World {
    type Target = testing::World;
    fn deref(&self) -> &testing::World {
        &self.0
    }
}

impl World {
    pub(crate) async fn new(db: &Db) -> Self {
        Self(testing::World::with(db, &[samskab_finding::module, crate::module], Vec::new()).await)
    }
}
