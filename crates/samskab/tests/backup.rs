//! A backup brings back what was, and a restore that cannot succeed changes nothing.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::path::{Path, PathBuf};

use samskab::{
    cli::Options,
    command::{
        backup::{backup, restore},
        create::{self, Create},
        serve,
    },
    config::Config,
};
use samskab_store::{Db, sqlx};

/// A folder with one municipality on SQLite; it goes when the test ends well.
struct Installation {
    folder: PathBuf,
    config: Config,
}

impl Installation {
    async fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("samskab-backup-{name}-{}", std::process::id()));
        let options = Options { data: Some(folder.clone()), ..Options::default() };
        let installation = Self { config: Config::read(&options, false).unwrap(), folder };
        installation.create("Fjordlund Kommune").await;
        installation
    }

    async fn create(&self, name: &str) {
        let host = format!("{}.Example", name.split(' ').next().unwrap());
        let create = Create {
            name: name.into(),
            preset: "blank".into(),
            host,
            administrator: "styring@fjordlund.example".into(),
        };
        create::run(self.config.clone(), create).await.unwrap();
    }

    fn database(&self) -> PathBuf {
        self.folder.join("samskab.db")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    async fn hosts(&self) -> Vec<String> {
        hosts(&self.database()).await
    }

    async fn restore(&self, from: &Path, replace: bool) -> anyhow::Result<()> {
        restore(self.config.clone(), from, replace).await
    }
}

impl Drop for Installation {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            std::fs::remove_dir_all(&self.folder).unwrap();
        }
    }
}

async fn hosts(file: &Path) -> Vec<String> {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(file);
    let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
    let hosts =
        sqlx::query_scalar("select host from tenant_host order by host").fetch_all(&pool).await.unwrap();
    pool.close().await;
    hosts
}

#[tokio::test]
async fn a_restore_brings_the_old_state_back_and_keeps_the_new_one_beside() {
    let here = Installation::new("round").await;
    let saved = here.file("saved.db");
    backup(here.config.clone(), &saved).await.unwrap();
    here.create("Nabolund Kommune").await;
    assert_eq!(here.hosts().await, ["fjordlund.example", "nabolund.example"], "stored in small letters");

    let refused = here.restore(&saved, false).await.unwrap_err();
    assert!(refused.to_string().contains("--replace"), "{refused}");
    assert_eq!(here.hosts().await.len(), 2, "nothing is replaced unasked");

    here.restore(&saved, true).await.unwrap();
    assert_eq!(here.hosts().await, ["fjordlund.example"]);
    let kept = here.file("samskab.db.before-restore-1");
    assert_eq!(hosts(&kept).await, ["fjordlund.example", "nabolund.example"]);
    assert!(!here.file("samskab.db.restoring").exists());
}

#[tokio::test]
async fn a_restore_under_a_running_service_is_refused() {
    let here = Installation::new("running").await;
    let saved = here.file("saved.db");
    backup(here.config.clone(), &saved).await.unwrap();
    here.create("Nabolund Kommune").await;

    let service: Db = serve::open(&here.config).await.unwrap();
    let refused = here.restore(&saved, true).await.unwrap_err();
    assert!(refused.to_string().contains("stop it first"), "{refused:#}");
    service.close().await;
    assert_eq!(here.hosts().await.len(), 2);
    assert!(!here.file("samskab.db.before-restore-1").exists());
}

#[tokio::test]
async fn a_damaged_or_foreign_file_is_refused_before_anything_changes() {
    let here = Installation::new("damaged").await;
    let saved = here.file("saved.db");
    backup(here.config.clone(), &saved).await.unwrap();
    here.create("Nabolund Kommune").await;

    let mut bytes = std::fs::read(&saved).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..].fill(0x5a);
    let (damaged, foreign) = (here.file("damaged.db"), here.file("foreign.db"));
    std::fs::write(&damaged, bytes).unwrap();
    std::fs::write(&foreign, "not a database").unwrap();
    for file in [damaged, foreign] {
        let refused = here.restore(&file, true).await.unwrap_err();
        assert!(refused.to_string().contains("nothing was changed"), "{refused:#}");
        assert_eq!(here.hosts().await.len(), 2);
        assert!(!here.file("samskab.db.before-restore-1").exists());
    }
}
