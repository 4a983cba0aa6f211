//! `samskab create`: a municipality from a preset.

use clap::Args;
use samskab_kernel::Clock;
use samskab_organisation::preset;

use crate::{command::serve, config::Config};

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
    pub administrator: Option<String>,
}

pub async fn run(config: Config, create: Create) -> anyhow::Result<()> {
    let db = serve::open(&config).await?;
    let _ = (&db, Clock::real(), create, preset::presets());
    anyhow::bail!("not wired yet")
}
