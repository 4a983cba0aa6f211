//! `samskab migrate`

use anyhow::bail;
use samskab_store::{Db, migrate};

use crate::config::Config;

pub async fn run(config: Config) -> anyhow::Result<()> {
    if let Some(path) = config.missing_database() {
        bail!(
            "there is no database at {}, and nothing was made. Is --data the right folder? `samskab create` makes a database with a municipality in it",
            path.display()
        );
    }
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
