//! The organisation as people meet it: finding whom to call, looking back, reorganising.

#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

mod change;
mod contact;
mod planned;
mod positions;

/// Browsing the small town with these pages.
mod browser {
    use samskab_organisation::testing::browser::{House, house_with};
    use samskab_store::Db;
    use samskab_web::Config;

    pub async fn house(db: Db) -> House {
        house_with(db, Config::default(), &[samskab_chart::module]).await
    }
}
