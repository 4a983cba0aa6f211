//! `samskab create`: a municipality from a preset.

use std::path::PathBuf;

use anyhow::Context as _;
use clap::Args;
use samskab_kernel::{Clock, Instant, TenantId, Validity, contact::Email, danish::fold};
use samskab_organisation::{
    person::{self, Person},
    position::{self, Capacity, Position, PositionKind},
    preset::{self, NewMunicipality, Takes},
    unit,
};
use samskab_settings::hosts;
use samskab_store::{Db, Stamp};

use crate::{
    command::{
        host,
        import::{self, Import},
        serve,
    },
    config::Config,
};

#[derive(Debug, Args)]
pub struct Create {
    /// "Fjordlund Kommune"
    #[arg(long)]
    pub name: String,
    /// blank, ringkoebing-skjern, rudersdal, faxe or viborg
    #[arg(long, default_value = "blank")]
    pub preset: String,
    /// The host name it answers at; "*" answers at every name
    #[arg(long, default_value = "*")]
    pub host: String,
    /// E-mail of the first administrator, who signs in with a link sent there
    #[arg(long, value_name = "EMAIL")]
    pub administrator: String,
    /// Its departments and institutions, as `samskab import --kind units` reads them: .xlsx, .ods or CSV
    #[arg(long, value_name = "FILE")]
    pub units: Option<PathBuf>,
}

pub async fn run(config: Config, create: Create) -> anyhow::Result<()> {
    let known: Vec<&str> = preset::presets().iter().map(|preset| preset.municipality.key.as_str()).collect();
    // The empty preset describes "a municipality"; people ask for it as blank.
    let key = if create.preset == "blank" { "kommune" } else { &create.preset };
    let preset = preset::find(key).with_context(|| {
        format!("there is no preset “{}”; choose one of blank, {}", create.preset, known[1..].join(", "))
    })?;
    let administrator = create
        .administrator
        .parse::<Email>()
        .with_context(|| format!("“{}” is not an e-mail address", create.administrator))?;
    let slug = slug(&create.name);
    anyhow::ensure!(!slug.is_empty(), "a municipality has a name: --name \"Fjordlund Kommune\"");
    let host = host::name_of(&create.host)?;
    if let Some(file) = &create.units {
        anyhow::ensure!(file.is_file(), "there is no file {}; nothing was made", file.display());
    }
    let db = serve::open(&config).await?;
    let known = hosts::all(&mut *db.read().await?).await?;
    hosts::may_be_given(&host, &slug, config.public_name().as_deref(), &known)?;
    let now = Clock::real().now();
    let new = NewMunicipality {
        slug: &slug,
        name: &create.name,
        code: &preset.municipality.code,
        hosts: &[&host],
        preset,
        takes: Takes::Everything,
        settings: serde_json::Value::Null,
    };
    let tenant = preset::create(&db, now, new).await.map_err(|error| {
        let taken = error.is_unique_violation();
        let error = anyhow::Error::from(error);
        if taken { error.context("there is already a municipality with that name") } else { error }
    })?;
    println!("{} is made and answers at {host}.", create.name);
    appoint_administrator(&db, tenant, now, administrator.clone()).await?;
    println!("{administrator} is its administrator: open /log-ind and ask for a link.");
    db.close().await;
    if let Some(file) = create.units {
        add_units(config, slug, file).await?;
    }
    Ok(())
}

/// A row that is rejected is said, with its reason; the others are written.
async fn add_units(config: Config, slug: String, file: PathBuf) -> anyhow::Result<()> {
    let import = Import {
        kind: "units".to_owned(),
        file,
        sheet: None,
        write: true,
        municipality: Some(slug),
        rejected: None,
    };
    import::run(config, import).await?;
    Ok(())
}

/// `Fjordlund Kommune` → `fjordlund-kommune`
fn slug(name: &str) -> String {
    let folded = fold(name);
    let words: Vec<&str> =
        folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

async fn appoint_administrator(db: &Db, tenant: TenantId, now: Instant, email: Email) -> anyhow::Result<()> {
    let today = now.day();
    let units = unit::store::all(&mut *db.read().await?, tenant, today).await?;
    let central = units
        .iter()
        .find(|unit| unit.level == unit::Level::Central)
        .context("the preset has no central unit")?;
    let mut tx = db.begin(Stamp { tenant, actor: None, now }).await?;
    let name = email.as_str().split('@').next().unwrap_or_default().to_owned();
    let person = Person::new(tx.new_id(), name, Some(email), now);
    person::store::add(&mut tx, &person).await?;
    let kind = PositionKind::Administrator;
    let position = Position::new(tx.new_id(), central.id, kind, "Administrator", today);
    position::store::add(&mut tx, &position).await?;
    position::store::appoint(&mut tx, position.id, person.id, Capacity::Holder, Validity::since(today))
        .await?;
    tx.commit().await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_a_slug_without_danish_letters() {
        assert_eq!(slug("Ærø Kommune"), "aeroe-kommune");
        assert_eq!(slug(" – "), "", "and is refused");
    }
}
