//! The small town with hours, for the tests of this context.

use samskab_engagement::testing::World;
use samskab_store::Db;

/// As that of the engagements, with hours.
pub(crate) async fn world(db: &Db) -> World {
    World::with(db, &[samskab_finding::module, crate::module], Vec::new()).await
}
