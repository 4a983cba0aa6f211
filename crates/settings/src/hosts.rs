//! The names under which municipalities answer. They belong to the installation and not to a municipality: whoever
//! could give a name away could take over another's site and its sign-in. So no page changes them; whoever runs
//! the program does, with `samskab host`. The page of the settings shows them.

use samskab_kernel::{Instant, TenantId};
use samskab_store::{Connection, Db, Result, Stamp};

use crate::SettingsChanged;

/// As it is called in the book of events.
pub(crate) const KEY: &str = "hosts";

/// Answers for every name that no other municipality has.
pub const EVERY_NAME: &str = "*";

samskab_store::statements! {
    ALL = "select h.host as name, h.tenant_id, t.slug, t.name as municipality
           from tenant_host h join tenant t on t.id = h.tenant_id order by t.slug, h.host";
    OF_TENANT = "select host from tenant_host where tenant_id = $1 order by host";
    ADD = "insert into tenant_host (host, tenant_id) values ($2, $1)";
    REMOVE = "delete from tenant_host where tenant_id = $1 and host = $2
              and (select count(*) from tenant_host others where others.tenant_id = $1) > 1";
}

/// A name and the municipality that answers at it.
#[derive(Debug, Clone, samskab_store::Row)]
pub struct Host {
    pub name: String,
    pub tenant_id: TenantId,
    pub slug: String,
    pub municipality: String,
}

/// Why a name is not given or taken away.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("{municipality} answers at {name} already")]
    Taken { name: String, municipality: String },
    #[error(
        "{name} is the public address of this installation, and people who open it now meet {municipality}. Set \
         SAMSKAB_PUBLIC_URL to another address first, or give the name to {municipality}"
    )]
    PublicAddress { name: String, municipality: String },
    #[error("no municipality answers at {0}; `samskab host list` shows them all")]
    Unknown(String),
    #[error("it is the last name of {0}, which nobody could open without one")]
    Last(String),
}

/// Whether `slug` may answer at `name` from now on. `public` is the name in the address of the whole installation.
///
/// # Errors
/// Why not.
pub fn may_be_given(name: &str, slug: &str, public: Option<&str>, hosts: &[Host]) -> Result<(), Refused> {
    let at = |asked: &str| hosts.iter().find(|host| host.name == asked);
    if let Some(host) = at(name) {
        return Err(Refused::Taken { name: name.to_owned(), municipality: host.municipality.clone() });
    }
    // Served now by whoever answers for every name: their links in mails lead here.
    match at(EVERY_NAME) {
        Some(everywhere) if public == Some(name) && everywhere.slug != slug => Err(Refused::PublicAddress {
            name: name.to_owned(),
            municipality: everywhere.municipality.clone(),
        }),
        _ => Ok(()),
    }
}

/// The name to take away, unless its municipality would be left without one.
///
/// # Errors
/// Why not.
pub fn may_be_taken_away<'h>(name: &str, hosts: &'h [Host]) -> Result<&'h Host, Refused> {
    let host =
        hosts.iter().find(|host| host.name == name).ok_or_else(|| Refused::Unknown(name.to_owned()))?;
    let is_last = hosts.iter().filter(|other| other.tenant_id == host.tenant_id).count() == 1;
    if is_last { Err(Refused::Last(host.municipality.clone())) } else { Ok(host) }
}

/// Every name of the installation, municipality by municipality.
pub async fn all(connection: &mut Connection) -> Result<Vec<Host>> {
    connection.query(&ALL).all().await
}

pub(crate) async fn of_tenant(connection: &mut Connection, tenant: TenantId) -> Result<Vec<String>> {
    connection.query(&OF_TENANT).bind(tenant).scalars().await
}

/// # Errors
/// Also when the name is taken.
pub async fn give(db: &Db, tenant: TenantId, name: &str, now: Instant) -> Result<()> {
    let mut tx = db.begin(Stamp { tenant, actor: None, now }).await?;
    tx.query(&ADD).bind(tenant).bind(name.to_owned()).execute().await?;
    tx.record(changed(tenant)).await?;
    tx.commit().await
}

/// False when it is not there any more, or has become the last one.
pub async fn take_away(db: &Db, host: &Host, now: Instant) -> Result<bool> {
    let tenant = host.tenant_id;
    let mut tx = db.begin(Stamp { tenant, actor: None, now }).await?;
    // Recording the event locks the municipality's row. So two who each remove one of the last two names do it one
    // after the other, and the second is refused.
    tx.record(changed(tenant)).await?;
    if tx.query(&REMOVE).bind(tenant).bind(host.name.clone()).execute().await? == 0 {
        return Ok(false);
    }
    tx.commit().await?;
    Ok(true)
}

fn changed(tenant: TenantId) -> SettingsChanged {
    SettingsChanged { tenant, keys: vec![KEY.to_owned()] }
}

/// The bare name of what was typed or copied from a browser: `https://Frivillig.example/` is
/// `frivillig.example`. `None` when it is none; names with æ, ø and å are written `xn--…` (RFC 5890).
pub fn host_name(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(&text);
    let name = rest.split(['/', ':']).next()?.trim_end_matches('.');
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    (name.len() <= 253 && name.split('.').all(label)).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Dice;

    use super::*;

    fn hosts(of: &[(&str, &str)]) -> Vec<Host> {
        let dice = Dice::seeded(1);
        let first = |slug: &str| of.iter().position(|(_, other)| *other == slug).unwrap_or_default();
        let ids: Vec<TenantId> = of.iter().map(|_| dice.id(Instant::from_micros(0))).collect();
        of.iter()
            .map(|(name, slug)| Host {
                name: (*name).to_owned(),
                tenant_id: ids[first(slug)],
                slug: (*slug).to_owned(),
                municipality: format!("{slug} Kommune"),
            })
            .collect()
    }

    #[test]
    fn a_name_that_is_served_now_is_given_to_nobody_else() {
        let hosts = hosts(&[("*", "fjordlund"), ("skovby.example", "skovby")]);
        let public = Some("frivillig.example");
        let given = |name, slug| may_be_given(name, slug, public, &hosts).map_err(|error| error.to_string());
        assert_eq!(given("ny.skovby.example", "skovby"), Ok(()));
        assert!(given("skovby.example", "fjordlund").unwrap_err().contains("skovby Kommune answers"));
        assert!(given("*", "skovby").is_err());
        let refused = given("frivillig.example", "skovby").unwrap_err();
        assert!(refused.contains("fjordlund Kommune") && refused.contains("SAMSKAB_PUBLIC_URL"), "{refused}");
        assert_eq!(given("frivillig.example", "fjordlund"), Ok(()), "its own");
    }

    #[test]
    fn no_municipality_is_left_without_a_name() {
        let hosts =
            hosts(&[("a.example", "fjordlund"), ("b.example", "fjordlund"), ("skovby.example", "skovby")]);
        assert_eq!(may_be_taken_away("a.example", &hosts).map(|host| host.slug.as_str()), Ok("fjordlund"));
        assert_eq!(
            may_be_taken_away("skovby.example", &hosts).map(|host| host.slug.as_str()),
            Err(Refused::Last("skovby Kommune".into()))
        );
        assert!(matches!(may_be_taken_away("c.example", &hosts), Err(Refused::Unknown(_))));
    }

    #[test]
    fn a_host_name_is_taken_as_it_is_copied() {
        for (typed, name) in [
            ("frivillig.fjordlund.example", "frivillig.fjordlund.example"),
            (" https://Frivillig.Fjordlund.example/opgaver ", "frivillig.fjordlund.example"),
            ("localhost:8080", "localhost"),
            ("xn--rsted-uua.example.", "xn--rsted-uua.example"),
        ] {
            assert_eq!(host_name(typed).as_deref(), Some(name), "{typed}");
        }
        for wrong in
            ["", "*", "frivillig fjordlund.example", "ærø.example", "-a.example", "a..example", "https://"]
        {
            assert_eq!(host_name(wrong), None, "{wrong}");
        }
    }
}
