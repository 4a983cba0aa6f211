//! Settings: options, environment, file.

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use axum::http::Uri;
use clap::Args;
use samskab_kernel::contact::Email;
use samskab_mail::Transport;
use samskab_store::Settings;
use samskab_web::{forwarded::TrustedProxies, limits::Limits};
use serde::Deserialize;

/// Options of every command.
#[derive(Debug, Clone, Default, Args)]
pub struct Options {
    /// Folder with the embedded database and what belongs to it
    #[arg(long, global = true, env = "SAMSKAB_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// A settings file (TOML) instead of samskab.toml in the data folder
    #[arg(long, global = true, env = "SAMSKAB_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Use this database instead of the embedded one: postgres://user@host/name or sqlite:///path
    #[arg(long, global = true, env = "DATABASE_URL", value_name = "URL", hide_env_values = true)]
    pub database_url: Option<String>,
}

/// What the program runs with, after everything has been read.
#[derive(Debug, Clone)]
pub struct Config {
    pub data: PathBuf,
    pub database: Settings,
    pub listen: SocketAddr,
    pub public_url: Option<String>,
    pub trusted_proxies: TrustedProxies,
    pub mail: Transport,
    pub mail_from: Email,
    pub limits: Limits,
    pub log_as_json: bool,
    pub metrics_token: Option<String>,
    pub demo: bool,
}

/// `samskab.toml`, every key optional. A misspelt key is refused: a setting that silently does
/// nothing is worse than an error at start.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    listen: Option<SocketAddr>,
    database_url: Option<String>,
    public_url: Option<String>,
    trusted_proxy: Option<Proxies>,
    mail: Option<String>,
    mail_from: Option<String>,
    log: Option<String>,
    metrics_token: Option<String>,
    sign_in_attempts_per_minute: Option<u32>,
    anonymous_posts_per_minute: Option<u32>,
    mails_per_recipient_and_hour: Option<u32>,
}

/// `true`, `"10.0.0.1, 10.0.0.2"`, or `["10.0.0.1", "10.0.0.2"]`.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Proxies {
    Any(bool),
    Text(String),
    List(Vec<String>),
}

impl Proxies {
    fn text(self) -> String {
        match self {
            Self::Any(any) => any.to_string(),
            Self::Text(text) => text,
            Self::List(list) => list.join(" "),
        }
    }
}

fn environment(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

impl Config {
    /// # Errors
    /// With the setting that is wrong and what it should look like.
    pub fn read(options: &Options, demo: bool) -> anyhow::Result<Self> {
        let data =
            options.data.clone().unwrap_or_else(|| PathBuf::from(if demo { "data/demo" } else { "data" }));
        let file = match &options.config {
            Some(path) => read_file(path)?,
            None => {
                let path = data.join("samskab.toml");
                if path.exists() { read_file(&path)? } else { File::default() }
            }
        };
        let database = match options.database_url.clone().or(file.database_url) {
            Some(url) => Settings::from_url(&url)?,
            None => Settings::Sqlite { path: data.join("samskab.db") },
        };
        let mail = environment("SAMSKAB_MAIL").or(file.mail);
        let mail = match (mail, demo) {
            (Some(url), _) => url.parse().context("SAMSKAB_MAIL")?,
            (None, true) => Transport::Outbox,
            (None, false) => Transport::Folder(data.join("mail")),
        };
        let mail_from = environment("SAMSKAB_MAIL_FROM")
            .or(file.mail_from)
            .unwrap_or_else(|| "frivillig@samskab.example".into());
        let mail_from = mail_from
            .parse()
            .with_context(|| format!("SAMSKAB_MAIL_FROM: “{mail_from}” is not an e-mail address"))?;
        let number = |name: &str, from_file: Option<u32>, default: u32| -> anyhow::Result<u32> {
            let number = match environment(name) {
                Some(text) => {
                    text.parse().with_context(|| format!("{name} must be a number, and “{text}” is none"))?
                }
                None => from_file.unwrap_or(default),
            };
            if number == 0 {
                bail!("{name} must be at least 1: with 0 nobody could do it at all");
            }
            Ok(number)
        };
        let usual = Limits::default();
        let limits = Limits {
            sign_in: number(
                "SAMSKAB_SIGN_IN_ATTEMPTS_PER_MINUTE",
                file.sign_in_attempts_per_minute,
                usual.sign_in,
            )?,
            anonymous_posts: number(
                "SAMSKAB_ANONYMOUS_POSTS_PER_MINUTE",
                file.anonymous_posts_per_minute,
                usual.anonymous_posts,
            )?,
            mails: number(
                "SAMSKAB_MAILS_PER_RECIPIENT_AND_HOUR",
                file.mails_per_recipient_and_hour,
                usual.mails,
            )?,
        };
        let public_url = environment("SAMSKAB_PUBLIC_URL").or(file.public_url);
        if let Some(url) = &public_url {
            require_address(url)?;
        }
        let log = environment("SAMSKAB_LOG_FORMAT").or(file.log).unwrap_or_else(|| "text".into());
        let log_as_json = match log.as_str() {
            "json" => true,
            "text" => false,
            other => bail!("SAMSKAB_LOG_FORMAT is “text” or “json”, not “{other}”"),
        };
        let proxies = environment("SAMSKAB_TRUSTED_PROXY").or(file.trusted_proxy.map(Proxies::text));
        let trusted_proxies = match proxies {
            Some(text) => text.parse().context("SAMSKAB_TRUSTED_PROXY")?,
            None => TrustedProxies::Nobody,
        };
        Ok(Self {
            data,
            database,
            listen: file.listen.unwrap_or_else(|| SocketAddr::from((Ipv4Addr::LOCALHOST, 8080))),
            public_url,
            trusted_proxies,
            mail,
            mail_from,
            limits,
            log_as_json,
            metrics_token: environment("SAMSKAB_METRICS_TOKEN").or(file.metrics_token),
            demo,
        })
    }

    /// The host name in the public address.
    pub fn public_name(&self) -> Option<String> {
        self.public_url.as_deref().and_then(samskab_settings::host_name)
    }

    /// The embedded database lives in the data folder: there must be one, and it can be written.
    pub fn make_data_folder(&self) -> anyhow::Result<()> {
        let folder = self.data.display();
        if self.data.is_file() {
            bail!("{folder} is a file, and --data names a folder");
        }
        std::fs::create_dir_all(&self.data).with_context(|| {
            format!("the data folder {folder} cannot be made; choose another with --data")
        })?;
        if let Settings::Sqlite { path } = &self.database {
            let beside =
                path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            can_be_written(beside).with_context(|| {
                format!(
                    "the folder {} cannot be written; give it to the user that the service runs as, or choose another with --data",
                    beside.display()
                )
            })?;
        }
        Ok(())
    }

    /// Where the embedded database is looked for, if it is that and not there.
    pub fn missing_database(&self) -> Option<&Path> {
        match &self.database {
            Settings::Sqlite { path } if !path.exists() => Some(path),
            _ => None,
        }
    }
}

/// Makes a file and takes it away again.
pub fn can_be_written(folder: &Path) -> std::io::Result<()> {
    let probe = folder.join(format!(".writable-{}", std::process::id()));
    std::fs::write(&probe, b"samskab")?;
    std::fs::remove_file(probe)
}

/// `https://frivillig.fjordlund.example`, perhaps with a port: pages are put behind it as they are.
fn require_address(url: &str) -> anyhow::Result<()> {
    let example = "SAMSKAB_PUBLIC_URL is an address such as https://frivillig.fjordlund.example";
    let Some(rest) = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) else {
        bail!("{example}: it must begin with https:// (or http://), and “{url}” does not");
    };
    let uri: Option<Uri> = url.parse().ok();
    let authority = uri.as_ref().and_then(Uri::authority);
    match authority {
        Some(authority) if !authority.host().is_empty() && !authority.as_str().contains('@') => {}
        _ => bail!("{example}: there is no host name in “{url}”"),
    }
    if rest.trim_end_matches('/').contains(['/', '?', '#']) {
        bail!("{example}: nothing may stand behind the host name, and in “{url}” something does");
    }
    Ok(())
}

fn read_file(path: &Path) -> anyhow::Result<File> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("the settings file {} cannot be read", path.display()))?;
    toml::from_str(&text)
        .with_context(|| format!("the settings file {} cannot be understood", path.display()))
}
