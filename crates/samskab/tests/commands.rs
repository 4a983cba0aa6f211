//! The command line where things are not as they should be: nothing is made by looking, and a database
//! that is taken is said to be.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::path::PathBuf;

use clap::CommandFactory as _;
use samskab::{
    cli::{Cli, Options},
    command::{create, doctor},
    config::Config,
    demo,
};
use samskab_organisation::testing::NOW;
use samskab_store::Db;

fn nowhere(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("samskab-{name}-{}", std::process::id()));
    drop(std::fs::remove_dir_all(&folder));
    folder
}

fn config(folder: &std::path::Path) -> Config {
    Config::read(&Options { data: Some(folder.to_owned()), ..Options::default() }, false).unwrap()
}

#[tokio::test]
async fn the_doctor_makes_nothing() {
    let folder = nowhere("doctor");
    doctor::run(config(&folder)).await.unwrap();
    assert!(!folder.exists());
    std::fs::create_dir(&folder).unwrap();
    doctor::run(config(&folder)).await.unwrap();
    assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 0);
    std::fs::remove_dir(&folder).unwrap();
}

#[tokio::test]
async fn the_demo_does_not_move_in_with_somebody_else_and_says_where_to_go() {
    let folder = nowhere("taken");
    let config = config(&folder);
    let other = create::Create {
        name: "Bakkelund Kommune".into(),
        preset: "blank".into(),
        host: "*".into(),
        administrator: "styring@bakkelund.example".into(),
    };
    create::run(config.clone(), other).await.unwrap();
    let db = Db::open(&config.database).await.unwrap();
    let said = demo::load_if_empty(&db, NOW).await.unwrap_err().to_string();
    assert!(said.contains("Bakkelund Kommune") && said.contains("--data"), "{said}");
    db.close().await;
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn import_says_what_its_exit_codes_mean() {
    let mut cli = Cli::command();
    let help = cli.find_subcommand_mut("import").unwrap().render_long_help().to_string();
    assert!(help.contains("Exit codes:") && help.contains("a row was rejected"), "{help}");
}
