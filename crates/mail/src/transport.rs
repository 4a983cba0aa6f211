//! How mails leave the program.

use std::{
    fmt,
    path::PathBuf,
    str::FromStr,
    sync::{Arc, Mutex},
    time::Duration,
};

use lettre::{AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor, transport::smtp};
use samskab_jobs::Failure;

use crate::{MailId, Message};

/// How long a mail server may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);

/// How mail leaves. Clones share it.
#[derive(Clone)]
pub enum Transport {
    /// Sends mails to a mail server.
    Smtp(AsyncSmtpTransport<Tokio1Executor>),
    /// Each mail becomes a file `{id}.eml` in this folder.
    Folder(PathBuf),
    /// Kept here, for tests.
    Memory(Arc<Mutex<Vec<Message>>>),
    /// It goes nowhere: the demo shows its outbox instead, and counts it as sent.
    Outbox,
}

/// What is wrong with the configured transport. It does not repeat the address: a password may be in it.
#[derive(Debug, thiserror::Error)]
pub enum NotATransport {
    #[error(
        "the mail server must be written smtp://host:port, smtps://user:password@host, folder:/path or outbox:"
    )]
    Scheme,
    #[error("the mail server's address is not complete, or its ?tls= is neither required nor opportunistic")]
    Address,
}

/// `smtp://localhost:1025`, `smtps://user:password@host:465`, `smtp://user:password@host:587?tls=required`,
/// `folder:/var/mail`, `outbox:`.
impl FromStr for Transport {
    type Err = NotATransport;

    fn from_str(url: &str) -> Result<Self, NotATransport> {
        if url == "outbox:" {
            return Ok(Self::Outbox);
        }
        if let Some(path) = url.strip_prefix("folder:").filter(|path| !path.is_empty()) {
            return Ok(Self::Folder(PathBuf::from(path)));
        }
        if !url.starts_with("smtp://") && !url.starts_with("smtps://") {
            return Err(NotATransport::Scheme);
        }
        let server =
            AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(|_| NotATransport::Address)?;
        Ok(Self::Smtp(server.timeout(Some(PATIENCE)).build()))
    }
}

impl fmt::Debug for Transport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Smtp(_) => "Smtp(…)",
            Self::Folder(_) => "Folder(…)",
            Self::Memory(_) => "Memory(…)",
            Self::Outbox => "Outbox",
        })
    }
}

/// Why a mail was not taken.
pub(crate) enum Refusal {
    /// The same mail would be refused again; the reason is a code.
    Permanent(String),
    Temporary(Failure),
}

impl Transport {
    /// A transport for tests, and what it has sent.
    pub fn memory() -> (Self, Arc<Mutex<Vec<Message>>>) {
        let sent = Arc::new(Mutex::new(Vec::new()));
        (Self::Memory(Arc::clone(&sent)), sent)
    }

    /// Whether mail would leave now: the server is greeted as for a mail, and none is sent.
    ///
    /// # Errors
    /// With what is in the way, in words without the address' password.
    pub async fn try_out(&self) -> Result<(), String> {
        match self {
            Self::Smtp(server) => match server.test_connection().await {
                Ok(true) => Ok(()),
                Ok(false) => Err("the mail server hangs up".to_owned()),
                Err(error) => match refusal(&error, false) {
                    Refusal::Permanent(code) => Err(format!("the mail server answers {code}")),
                    Refusal::Temporary(failure) => Err(failure.reason().to_owned()),
                },
            },
            Self::Folder(folder) if folder.exists() => {
                let probe = folder.join(".doctor");
                tokio::fs::write(&probe, b"").await.map_err(|error| error.to_string())?;
                tokio::fs::remove_file(&probe).await.map_err(|error| error.to_string())
            }
            Self::Folder(_) | Self::Memory(_) | Self::Outbox => Ok(()),
        }
    }

    pub(crate) async fn carry(
        &self,
        id: MailId,
        written: &Message,
        mail: lettre::Message,
    ) -> Result<(), Refusal> {
        match self {
            Self::Smtp(server) => {
                let needs_utf8 = !written.to.as_str().is_ascii();
                server.send(mail).await.map(drop).map_err(|error| refusal(&error, needs_utf8))
            }
            Self::Folder(folder) => {
                let written = async {
                    tokio::fs::create_dir_all(folder).await?;
                    tokio::fs::write(folder.join(format!("{id}.eml")), mail.formatted()).await
                };
                written.await.map_err(|error| Refusal::Temporary(error.into()))
            }
            Self::Memory(sent) => {
                sent.lock().unwrap_or_else(|poisoned| poisoned.into_inner()).push(written.clone());
                Ok(())
            }
            Self::Outbox => Ok(()),
        }
    }
}

/// A mail server's words may name the address, so only its code is kept (RFC 5321 section 4.2).
fn refusal(error: &smtp::Error, needs_utf8: bool) -> Refusal {
    match error.status() {
        // The server does not let *us* in: our configuration is wrong, not the mail (RFC 4954 section 6).
        Some(code) if error.is_permanent() && !matches!(u16::from(code), 530 | 534 | 535 | 538) => {
            Refusal::Permanent(code.to_string())
        }
        Some(code) => Refusal::Temporary(Failure::temporary(format!("the mail server answered {code}"))),
        None if error.is_client() && needs_utf8 => Refusal::Permanent("SMTPUTF8".to_owned()),
        None if error.is_timeout() => {
            Refusal::Temporary(Failure::temporary("the mail server did not answer in time"))
        }
        None if error.is_tls() => {
            Refusal::Temporary(Failure::temporary("no secure connection to the mail server"))
        }
        None if error.is_client() => {
            Refusal::Temporary(Failure::temporary("the mail server cannot do what is configured"))
        }
        None => Refusal::Temporary(Failure::temporary("the mail server cannot be reached")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn transports_as_people_write_them() {
        for url in [
            "smtp://localhost:1025",
            "smtps://user:p%40ss@mail.fjordlund.example:465",
            "smtp://mail.example:587?tls=required",
        ] {
            assert!(matches!(url.parse(), Ok(Transport::Smtp(_))), "{url}");
        }
        assert!(
            matches!("folder:/tmp/mail".parse(), Ok(Transport::Folder(path)) if path == std::path::Path::new("/tmp/mail"))
        );
        assert!(matches!("outbox:".parse(), Ok(Transport::Outbox)));
    }

    #[test]
    fn a_wrong_transport_is_refused_without_repeating_its_password() {
        for url in [
            "",
            "mail.example",
            "http://mail.example",
            "folder:",
            "smtp://",
            "smtp://user:hemmelig@mail.example?tls=no",
        ] {
            let error = url.parse::<Transport>().map(drop).unwrap_err();
            assert!(!error.to_string().contains("hemmelig"), "{url}");
        }
    }
}
