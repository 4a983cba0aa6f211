//! Settings: options, environment, file.

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use samskab_kernel::contact::Email;
use samskab_mail::Transport;
use samskab_store::Settings;
use samskab_web::limits::Limits;
use serde::Deserialize;

use crate::cli::Options;

/// What the program runs with, after everything has been read.
#[derive(Debug, Clone)]
pub struct Config {
    pub data: PathBuf,
    pub database: Settings,
    pub listen: SocketAddr,
    pub public_url: Option<String>,
    pub trusted_proxy: bool,
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
    trusted_proxy: Option<bool>,
    mail: Option<String>,
    mail_from: Option<String>,
    log: Option<String>,
    metrics_token: Option<String>,
    sign_in_attempts_per_minute: Option<u32>,
    anonymous_posts_per_minute: Option<u32>,
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
            match environment(name) {
                Some(text) => text.parse().with_context(|| format!("{name} must be a number")),
                None => Ok(from_file.unwrap_or(default)),
            }
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
        };
        let public_url = environment("SAMSKAB_PUBLIC_URL").or(file.public_url);
        if let Some(url) = &public_url
            && !url.starts_with("http://")
            && !url.starts_with("https://")
        {
            bail!("SAMSKAB_PUBLIC_URL must begin with https:// (or http://), and “{url}” does not");
        }
        let log = environment("SAMSKAB_LOG_FORMAT").or(file.log).unwrap_or_else(|| "text".into());
        let log_as_json = match log.as_str() {
            "json" => true,
            "text" => false,
            other => bail!("SAMSKAB_LOG_FORMAT is “text” or “json”, not “{other}”"),
        };
        let trusted_proxy = match environment("SAMSKAB_TRUSTED_PROXY").as_deref() {
            Some("1" | "true") => true,
            Some("0" | "false") => false,
            Some(other) => bail!("SAMSKAB_TRUSTED_PROXY is “true” or “false”, not “{other}”"),
            None => file.trusted_proxy.unwrap_or(false),
        };
        Ok(Self {
            data,
            database,
            listen: file.listen.unwrap_or_else(|| SocketAddr::from((Ipv4Addr::LOCALHOST, 8080))),
            public_url,
            trusted_proxy,
            mail,
            mail_from,
            limits,
            log_as_json,
            metrics_token: environment("SAMSKAB_METRICS_TOKEN").or(file.metrics_token),
            demo,
        })
    }

    /// The embedded database lives in the data folder: there must be one.
    pub fn make_data_folder(&self) -> anyhow::Result<()> {
        std::fs::create_dir_all(&self.data).with_context(|| {
            format!("the data folder {} cannot be made; choose another with --data", self.data.display())
        })
    }
}

fn read_file(path: &Path) -> anyhow::Result<File> {
    let text = std::fs::read_to_string(path)
        .with_context(|| format!("the settings file {} cannot be read", path.display()))?;
    toml::from_str(&text)
        .with_context(|| format!("the settings file {} cannot be understood", path.display()))
}
