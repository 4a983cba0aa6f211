//! The command line where things are not as they should be: nothing is made by looking, and a database
//! that is taken is said to be.
#![allow(clippy::unwrap_used, reason = "a test that fails says where")]

use std::path::PathBuf;

use clap::CommandFactory as _;
use samskab::{
    cli::Cli,
    command::{create, doctor, host, migrate, serve},
    config::{Config, Options},
};
use samskab_demo as demo;
use samskab_kernel::Clock;
use samskab_organisation::{testing::NOW, unit};
use samskab_store::Db;
use samskab_web::tenant::Tenants;

fn nowhere(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("samskab-{name}-{}", std::process::id()));
    drop(std::fs::remove_dir_all(&folder));
    folder
}

fn config(folder: &std::path::Path) -> Config {
    Config::read(&Options { data: Some(folder.to_owned()), ..Options::default() }, false).unwrap()
}

async fn unit_names(db: &Db) -> Vec<String> {
    let tenants = Tenants::new(db.clone()).all(Clock::real().now()).await.unwrap();
    let mut reader = db.read().await.unwrap();
    let units = unit::store::all(&mut reader, tenants[0].id, Clock::real().now().day()).await.unwrap();
    let mut names: Vec<String> = units.into_iter().map(|unit| unit.name).collect();
    names.sort();
    names
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
        units: None,
    };
    create::run(config.clone(), other).await.unwrap();
    let db = Db::open(&config.database).await.unwrap();
    let said = demo::load_if_empty(&db, NOW).await.unwrap_err().to_string();
    assert!(said.contains("Bakkelund Kommune") && said.contains("--data"), "{said}");
    db.close().await;
    std::fs::remove_dir_all(&folder).unwrap();
}

/// The institutions are the municipality's own: a preset names none that a paper does not.
#[tokio::test]
async fn a_municipality_begins_from_a_preset_with_its_own_institutions() {
    let folder = nowhere("units");
    std::fs::create_dir(&folder).unwrap();
    let file = folder.join("enheder.csv");
    let text = "Nr;Overordnet nr;Navn;Niveau;Type\n10;;Sundhed og Omsorg;2;fag\n11;10;Plejehjem Klokkebjerg;3;plejehjem\n";
    std::fs::write(&file, text).unwrap();
    let config = config(&folder.join("data"));
    let new = |units: PathBuf| create::Create {
        name: "Bakkelund Kommune".into(),
        preset: "blank".into(),
        host: "*".into(),
        administrator: "styring@bakkelund.example".into(),
        units: Some(units),
    };
    let missing = create::run(config.clone(), new(folder.join("ingen.csv"))).await.unwrap_err();
    assert!(missing.to_string().contains("nothing was made"), "{missing}");
    create::run(config.clone(), new(file)).await.unwrap();
    let db = Db::open(&config.database).await.unwrap();
    let names: Vec<String> = unit_names(&db).await;
    assert_eq!(names, ["Bakkelund Kommune", "Plejehjem Klokkebjerg", "Sundhed og Omsorg"]);
    db.close().await;
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn import_says_what_its_exit_codes_mean() {
    let mut cli = Cli::command();
    let help = cli.find_subcommand_mut("import").unwrap().render_long_help().to_string();
    assert!(help.contains("Exit codes:") && help.contains("a row was rejected"), "{help}");
}

#[tokio::test]
async fn the_operator_gives_names_to_municipalities_and_never_one_that_is_served_now() {
    let folder = nowhere("hosts");
    let config = Config { public_url: Some("https://frivillig.example".into()), ..config(&folder) };
    let create = |name: &str, host: &str| create::Create {
        name: name.into(),
        preset: "blank".into(),
        host: host.into(),
        administrator: "styring@bakkelund.example".into(),
        units: None,
    };
    let add = async |name: &str, municipality: Option<&str>| {
        let what = host::What::Add { name: name.into(), municipality: municipality.map(str::to_owned) };
        host::run(config.clone(), host::HostNames { what }).await.map_err(|error| error.to_string())
    };
    let remove = async |name: &str| {
        let what = host::What::Remove { name: name.into() };
        host::run(config.clone(), host::HostNames { what }).await.map_err(|error| error.to_string())
    };
    assert!(add("a.example", None).await.unwrap_err().contains("samskab create"));
    create::run(config.clone(), create("Bakkelund Kommune", "*")).await.unwrap();
    assert_eq!(add("bakkelund.example", None).await, Ok(()));
    let public =
        create::run(config.clone(), create("Skovby Kommune", "frivillig.example")).await.unwrap_err();
    assert!(public.to_string().contains("SAMSKAB_PUBLIC_URL"), "{public}");
    create::run(config.clone(), create("Skovby Kommune", "skovby.example")).await.unwrap();

    assert!(add("ny.example", None).await.unwrap_err().contains("bakkelund-kommune or skovby-kommune"));
    let skovby = Some("skovby-kommune");
    assert!(add("frivillig.example", skovby).await.unwrap_err().contains("Bakkelund Kommune"));
    assert!(add("Bakkelund.example", skovby).await.unwrap_err().contains("answers"));
    assert!(add("*", skovby).await.is_err());
    assert_eq!(add("https://www.skovby.example/", skovby).await, Ok(()));
    assert_eq!(remove("skovby.example").await, Ok(()));
    assert!(remove("www.skovby.example").await.unwrap_err().contains("last name"));
    host::run(config, host::HostNames { what: host::What::List }).await.unwrap();
    std::fs::remove_dir_all(&folder).unwrap();
}

/// What is wrong at start is said before anything is made, with what it should be.
#[tokio::test]
async fn a_wrong_start_is_answered_by_a_clear_word() {
    let folder = nowhere("wrong-start");
    let said = migrate::run(config(&folder)).await.unwrap_err().to_string();
    assert!(said.contains("there is no database") && said.contains("samskab create"), "{said}");
    assert!(!folder.exists(), "nothing was made");

    std::fs::write(&folder, "a file").unwrap();
    let said = serve::open(&config(&folder)).await.map(drop).unwrap_err().to_string();
    assert!(said.contains("is a file, and --data names a folder"), "{said}");
    std::fs::remove_file(&folder).unwrap();

    std::fs::create_dir(&folder).unwrap();
    for (line, word) in [
        ("public_url = 'frivillig.fjordlund.example'", "must begin with https://"),
        ("public_url = 'https://'", "there is no host name"),
        ("public_url = 'https://it@fjordlund.example'", "there is no host name"),
        ("public_url = 'https://fjordlund.example/frivillig'", "nothing may stand behind"),
        ("public_url = 'https://fjord lund.example'", "there is no host name"),
        ("sign_in_attempts_per_minute = 0", "must be at least 1"),
        ("anonymous_posts_per_minute = 0", "must be at least 1"),
    ] {
        std::fs::write(folder.join("samskab.toml"), line).unwrap();
        let options = Options { data: Some(folder.clone()), ..Options::default() };
        let said = format!("{:#}", Config::read(&options, false).unwrap_err());
        assert!(said.contains(word), "{line}: {said}");
    }
    for good in ["https://frivillig.fjordlund.example", "http://localhost:8080/", "https://[2001:db8::1]"] {
        std::fs::write(folder.join("samskab.toml"), format!("public_url = '{good}'")).unwrap();
        let options = Options { data: Some(folder.clone()), ..Options::default() };
        assert!(Config::read(&options, false).is_ok(), "{good}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn a_folder_that_cannot_be_written_is_named() {
    // Not even root writes here.
    let path = std::path::PathBuf::from("/proc/samskab/samskab.db");
    let wrong =
        Config { database: samskab_store::Settings::Sqlite { path }, ..config(&nowhere("read-only")) };
    let data = wrong.data.clone();
    let said = format!("{:#}", serve::open(&wrong).await.map(drop).unwrap_err());
    assert!(said.contains("the folder /proc/samskab cannot be written"), "{said}");
    std::fs::remove_dir_all(data).unwrap();
}
