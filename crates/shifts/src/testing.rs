//! The small town with shifts, for the tests of this context.

use std::ops::Deref;

use samskab_engagement::testing;
use samskab_store::Db;

/// As that of the engagements, with shifts.
pub(crate) struct World(testing::World);

impl Deref for World {
    type Target = testing::World;
    fn deref(&self) -> &testing::World {
        &self.0
    }
}

impl World {
    pub(crate) async fn new(db: &Db) -> Self {
        let modules = [samskab_finding::module, samskab_hours::module, crate::module];
        Self(testing::World::with(db, &modules, crate::shift::jobs()).await)
    }

    /// And what follows from the closing of a unit.
    pub(crate) async fn with_units(db: &Db) -> Self {
        let mut jobs = crate::shift::jobs();
        jobs.extend(samskab_organisation::module().jobs);
        jobs.extend(samskab_chart::module().jobs);
        let modules = [samskab_chart::module, samskab_finding::module, samskab_hours::module, crate::module];
        Self(testing::World::with(db, &modules, jobs).await)
    }
}
