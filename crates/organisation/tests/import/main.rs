//! Units, positions and associations from a file, from its bytes to the rows of the database, on both databases.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod rows;
mod undo;

use samskab_import::{Kind, Setting};
use samskab_kernel::TenantId;
use samskab_organisation::{
    import::KINDS,
    testing::{NOW, Town},
};
use samskab_store::Db;

pub async fn setting(db: &Db, town: &Town) -> Setting {
    samskab_import::testing::setting(db, town.tenant, town.coordinator.uuid(), NOW).await
}

pub fn kind(code: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.code == code)
}

samskab_store::statements! {
    COUNT_ROWS = "select (select count(*) from unit_version where tenant_id = $1) + (select count(*) from unit where tenant_id = $1)
                       + (select count(*) from association where tenant_id = $1) + (select count(*) from person where tenant_id = $1)
                       + (select count(*) from position where tenant_id = $1) + (select count(*) from appointment where tenant_id = $1)";
}

/// Rows of everything that imports write.
pub async fn rows_in_all(db: &Db, tenant: TenantId) -> i64 {
    db.read().await.unwrap().query(&COUNT_ROWS).bind(tenant).scalar().await.unwrap()
}
