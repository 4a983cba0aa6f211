//! A backup brings back what was, and a restore that cannot succeed changes nothing: the same list on both databases.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::path::{Path, PathBuf};

use samskab::{
    command::{
        backup::{backup, restore},
        create::{self, Create},
    },
    config::{Config, Options},
};
use samskab_kernel::{Instant, TenantId};
use samskab_store::{Backend, Db, Settings, Stamp, migrate, sqlx, testing};

/// One municipality on a database of its own, and a folder for backups.
struct Installation {
    folder: PathBuf,
    config: Config,
    database: testing::TestDatabase,
}

impl Installation {
    /// On an empty database, of the version that had these first migrations.
    async fn with_migrations_to(database: testing::TestDatabase, last: i64) -> Self {
        let folder = std::env::temp_dir().join(format!("samskab-backup-{}", unique()));
        std::fs::create_dir(&folder).unwrap();
        let options = Options { data: Some(folder.clone()), ..Options::default() };
        let mut config = Config::read(&options, false).unwrap();
        config.database = match database.settings() {
            Settings::Sqlite { .. } => Settings::Sqlite { path: folder.join("samskab.db") },
            postgres => {
                run(&database.db(), "drop schema public cascade; create schema public").await;
                postgres
            }
        };
        database.db().close().await;
        let installation = Self { folder, config, database };
        let db = installation.db().await;
        migrate::run_up_to(&db, last).await.unwrap();
        installation.found(&db, "fjordlund").await;
        db.close().await;
        installation
    }

    async fn new(database: testing::TestDatabase) -> Self {
        Self::with_migrations_to(database, i64::MAX).await
    }

    async fn db(&self) -> Db {
        Db::connect(&self.config.database).await.unwrap()
    }

    /// A municipality in the tables that every version has.
    async fn found(&self, db: &Db, slug: &str) {
        let id = Db::dice(db).uuid(Instant::from_micros(0));
        let sql = format!(
            "insert into tenant (id, slug, name, settings, created_at) values ({}, '{slug}', '{slug}', '{{}}', 0)",
            match db.backend() {
                Backend::Sqlite { .. } => format!("x'{}'", id.simple()),
                Backend::Postgres { .. } => format!("'{id}'"),
            }
        );
        run(db, &sql).await;
    }

    async fn found_another(&self) {
        let db = self.db().await;
        self.found(&db, "nabolund").await;
        db.close().await;
    }

    async fn municipalities(&self) -> Vec<String> {
        let db = self.db().await;
        let sql = "select slug from tenant order by slug";
        let found = match db.backend() {
            Backend::Sqlite { readers, .. } => sqlx::query_scalar(sql).fetch_all(readers).await.unwrap(),
            Backend::Postgres { pool } => sqlx::query_scalar(sql).fetch_all(pool).await.unwrap(),
        };
        db.close().await;
        found
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    async fn backup(&self, name: &str) -> PathBuf {
        let to = self.file(name);
        backup(self.config.clone(), &to).await.unwrap();
        to
    }

    async fn restore(&self, from: &Path, replace: bool) -> anyhow::Result<()> {
        restore(self.config.clone(), from, replace).await
    }

    async fn change(&self, sql: &str) {
        let db = self.db().await;
        run(&db, sql).await;
        db.close().await;
    }

    async fn close(self) {
        std::fs::remove_dir_all(&self.folder).unwrap();
        self.database.close().await;
    }
}

fn unique() -> String {
    samskab_kernel::Dice::real().bytes().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

async fn run(db: &Db, sql: &str) {
    let sql = sqlx::AssertSqlSafe(sql.to_owned());
    match db.backend() {
        Backend::Sqlite { writer, .. } => drop(sqlx::raw_sql(sql).execute(writer).await.unwrap()),
        Backend::Postgres { pool } => drop(sqlx::raw_sql(sql).execute(pool).await.unwrap()),
    }
}

/// Each refusal by itself: what is wrong, what is said, and that nothing was changed.
async fn what_must_not_be_restored(here: Installation) {
    let good = here.backup("good").await;
    let second = backup(here.config.clone(), &good).await.unwrap_err();
    assert!(format!("{second:#}").contains("no backup is overwritten"), "{second:#}");

    let marked =
        "insert into schema_migration (version, name, checksum) values (9999, '9999_flying_cars', '')";
    here.change(marked).await;
    let newer = here.backup("newer").await;
    here.change("delete from schema_migration where version = 9999").await;
    here.change("update schema_migration set checksum = 'x' || checksum where version = 1").await;
    let altered = here.backup("altered").await;
    here.change("update schema_migration set checksum = substr(checksum, 2) where version = 1").await;
    here.change("alter table schema_migration rename to elsewhere").await;
    // Foreign to us: `backup` itself would not take it.
    let foreign = here.file("foreign");
    copy_as_it_is(&here, &foreign).await;
    here.change("alter table elsewhere rename to schema_migration").await;

    let (damaged, nothing, other) = (here.file("damaged"), here.file("nothing"), here.file("other"));
    let mut bytes = std::fs::read(&good).unwrap();
    let middle = bytes.len() / 2;
    bytes.truncate(middle);
    std::fs::write(&damaged, bytes).unwrap();
    std::fs::write(&nothing, "not a database").unwrap();
    let of_the_other: &[u8] = match here.config.database {
        Settings::Sqlite { .. } => b"PGDMP and more",
        Settings::Postgres { .. } => b"SQLite format 3\0 and more",
    };
    std::fs::write(&other, of_the_other).unwrap();

    here.found_another().await;
    let refusals = [
        (&newer, "newer version"),
        (&altered, "0001_house was changed"),
        (&foreign, "not one of Samskab's"),
        (&damaged, "nothing was changed"),
        (&nothing, "nothing was changed"),
        (&other, "and this installation has"),
        (&here.file("missing"), "there is no file"),
    ];
    for (file, said) in refusals {
        let refused = format!("{:#}", here.restore(file, true).await.unwrap_err());
        assert!(refused.contains(said), "{}: {refused}", file.display());
        assert_eq!(here.municipalities().await, ["fjordlund", "nabolund"], "{}", file.display());
    }
    let unasked = here.restore(&good, false).await.unwrap_err().to_string();
    assert!(unasked.contains("--replace"), "{unasked}");
    let service = Db::open(&here.config.database).await.unwrap();
    let under_it = format!("{:#}", here.restore(&good, true).await.unwrap_err());
    assert!(under_it.contains("stop it first"), "{under_it}");
    service.close().await;
    assert_eq!(here.municipalities().await, ["fjordlund", "nabolund"]);
    assert!(
        !here.file("samskab.db.before-restore-1").exists() && !here.file("samskab.db.restoring").exists()
    );
    here.close().await;
}

/// As `backup` would write it if it did not look.
async fn copy_as_it_is(here: &Installation, to: &Path) {
    match &here.config.database {
        Settings::Sqlite { .. } => here.change(&format!("vacuum into '{}'", to.display())).await,
        Settings::Postgres { url, .. } => {
            let mut dump = std::process::Command::new("pg_dump");
            let url = url.split('?').next().unwrap();
            let dump = dump.arg("--format=custom").arg("--dbname").arg(url).arg("--file").arg(to);
            assert!(dump.status().unwrap().success());
        }
    }
}

/// The backup taken before an upgrade, when the upgrade has been made.
async fn an_upgrade_is_taken_back(database: testing::TestDatabase) {
    let here = Installation::with_migrations_to(database, 3).await;
    let before = here.backup("before-the-upgrade").await;
    let db = here.db().await;
    let done = migrate::run(&db).await.unwrap();
    assert!(!done.is_empty(), "there is something newer");
    here.found(&db, "nabolund").await;
    db.close().await;

    here.restore(&before, true).await.unwrap();
    assert_eq!(here.municipalities().await, ["fjordlund"]);
    let db = here.db().await;
    assert_eq!(migrate::missing(&db).await.unwrap(), done, "it is the old schema");
    migrate::run(&db).await.unwrap();
    let stamp = Stamp {
        tenant: TenantId::from_uuid(sqlx::types::Uuid::nil()),
        actor: None,
        now: Instant::from_micros(0),
    };
    db.begin(stamp).await.unwrap().commit().await.unwrap();
    db.close().await;
    if let Settings::Sqlite { .. } = here.config.database {
        assert!(here.file("samskab.db.before-restore-1").exists(), "the old one is kept beside");
    }
    here.close().await;
}

/// Where nothing is yet, nothing has to be replaced.
async fn an_empty_place_is_filled(database: testing::TestDatabase) {
    let here = Installation::new(database).await;
    let saved = here.backup("saved").await;
    match &here.config.database {
        Settings::Sqlite { path } => std::fs::remove_file(path).unwrap(),
        Settings::Postgres { .. } => here.change("drop schema public cascade; create schema public").await,
    }
    here.restore(&saved, false).await.unwrap();
    assert_eq!(here.municipalities().await, ["fjordlund"]);
    here.close().await;
}

/// Neither under its name nor under another.
async fn a_backup_that_fails_leaves_nothing(database: testing::TestDatabase) {
    let here = Installation::new(database).await;
    here.change("alter table schema_migration rename to elsewhere").await;
    let to = here.file("half");
    let failed = format!("{:#}", backup(here.config.clone(), &to).await.unwrap_err());
    assert!(failed.contains("there is no backup"), "{failed}");
    let left: Vec<_> =
        std::fs::read_dir(&here.folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| name.to_str().unwrap().starts_with("samskab.db")), "{left:?}");
    here.close().await;
}

macro_rules! on_both {
    ($($name:ident: $check:expr;)*) => {$(
        mod $name {
            use super::*;

            #[tokio::test(flavor = "multi_thread")]
            async fn sqlite() {
                ($check)(testing::sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn postgres() {
                ($check)(testing::postgres().await).await;
            }
        }
    )*};
}

on_both! {
    the_guards: async |database| what_must_not_be_restored(Installation::new(database).await).await;
    taken_back: an_upgrade_is_taken_back;
    into_nothing: an_empty_place_is_filled;
    nothing_half: a_backup_that_fails_leaves_nothing;
}

/// The one that `create` makes, too: its names are kept as they are looked up.
#[tokio::test]
async fn a_restored_municipality_answers_at_its_name() {
    let here = Installation::new(testing::sqlite().await).await;
    let create = Create {
        units: None,
        name: "Bakkelund Kommune".into(),
        preset: "blank".into(),
        host: "Bakkelund.Example".into(),
        administrator: "styring@bakkelund.example".into(),
    };
    create::run(here.config.clone(), create).await.unwrap();
    let saved = here.backup("saved").await;
    here.found_another().await;
    here.restore(&saved, true).await.unwrap();
    let db = here.db().await;
    let Backend::Sqlite { readers, .. } = db.backend() else { panic!("SQLite") };
    let hosts: Vec<String> =
        sqlx::query_scalar("select host from tenant_host").fetch_all(readers).await.unwrap();
    assert_eq!(hosts, ["bakkelund.example"], "stored in small letters");
    db.close().await;
    here.close().await;
}
