//! `samskab migrate`

use samskab_store::{Db, migrate};

use crate::config::Config;

pub async fn run(config: Config) -> anyhow::Result<()> {
    config.make_data_folder()?;
    let db = Db::connect(&config.database).await?;
    let done = migrate::run(&db).await?;
    if done.is_empty() {
        println!("The database is up to date.");
    }
    for name in done {
        println!("migrated: {name}");
    }
    db.close().await;
    Ok(())
}
