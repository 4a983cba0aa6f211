//! `samskab host`: the names at which the municipalities of this installation answer. They are the operator's.

use anyhow::Context as _;
use clap::{Args, Subcommand};
use samskab_kernel::{Clock, TenantId};
use samskab_settings::{
    host_name,
    hosts::{self, EVERY_NAME, Host},
};

use crate::{command::serve, config::Config};

#[derive(Debug, Args)]
pub struct HostNames {
    #[command(subcommand)]
    pub what: What,
}

#[derive(Debug, Subcommand)]
pub enum What {
    /// Let a municipality answer at a name. Point the name at this server first
    Add {
        /// frivillig.fjordlund.example, or "*" for every name that no other municipality has
        #[arg(value_name = "NAME")]
        name: String,
        /// The short name of the municipality (`samskab host list` shows it); may be left out when there is only one
        #[arg(long, value_name = "SHORT NAME")]
        municipality: Option<String>,
    },
    /// Let nobody answer at a name any more. A municipality keeps its last one
    Remove {
        #[arg(value_name = "NAME")]
        name: String,
    },
    /// Every name, and who answers there
    List,
}

pub async fn run(config: Config, names: HostNames) -> anyhow::Result<()> {
    let db = serve::open(&config).await?;
    let now = Clock::real().now();
    let known = hosts::all(&mut *db.read().await?).await?;
    match names.what {
        What::Add { name, municipality } => {
            let name = name_of(&name)?;
            let (tenant, slug) = municipality_of(municipality.as_deref(), &known)?;
            hosts::may_be_given(&name, &slug, config.public_name().as_deref(), &known)?;
            hosts::give(&db, tenant, &name, now).await?;
            println!("{slug} answers at {name} within ten seconds.");
        }
        What::Remove { name } => {
            let name = name_of(&name)?;
            let host = hosts::may_be_taken_away(&name, &known)?;
            anyhow::ensure!(
                hosts::take_away(&db, host, now).await?,
                "somebody else has just removed a name of {}; look at `samskab host list`",
                host.municipality
            );
            println!("{} answers at {name} no longer, within ten seconds.", host.slug);
        }
        What::List => {
            for host in &known {
                println!("{:<40} {} ({})", host.name, host.slug, host.municipality);
            }
        }
    }
    db.close().await;
    Ok(())
}

/// `*`, or the name as requests are looked up by: in small letters, without scheme, port and path.
pub fn name_of(typed: &str) -> anyhow::Result<String> {
    if typed.trim() == EVERY_NAME {
        return Ok(EVERY_NAME.to_owned());
    }
    host_name(typed)
        .with_context(|| format!("“{typed}” is not a host name; one looks like frivillig.fjordlund.example"))
}

/// Every municipality has a name, so it is known by those.
fn municipality_of(asked: Option<&str>, known: &[Host]) -> anyhow::Result<(TenantId, String)> {
    let mut slugs: Vec<&str> = known.iter().map(|host| host.slug.as_str()).collect();
    slugs.dedup();
    let slug = match (asked, slugs.as_slice()) {
        (Some(asked), _) => asked,
        (None, [only]) => only,
        (None, []) => anyhow::bail!("there is no municipality yet: `samskab create --help`"),
        (None, several) => anyhow::bail!("which municipality? --municipality {}", several.join(" or ")),
    };
    let host = known.iter().find(|host| host.slug == slug);
    let host =
        host.with_context(|| format!("there is no municipality “{slug}”; known: {}", slugs.join(", ")))?;
    Ok((host.tenant_id, host.slug.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_stored_as_it_is_looked_up() {
        assert_eq!(name_of("*").unwrap(), "*");
        assert_eq!(name_of("https://Frivillig.Fjordlund.example/").unwrap(), "frivillig.fjordlund.example");
        for wrong in ["", "frivillig fjordlund", "https://", "a..example"] {
            assert!(name_of(wrong).is_err(), "{wrong}");
        }
    }
}
