//! Signing in with a password or with a link by mail, and signing out (law B.11: a local sign-in that
//! needs no MitID; strong identity is asked for elsewhere, where money or agreements are signed).
//!
//! Nobody can learn from the answers who has an account: they are the same, and take as long,
//! whether or not the address is known.

mod asked;
mod demo;
mod link;
mod mail;
mod out;
mod page;
pub mod password;
mod store;

use axum::response::Response;
use samskab_web::{
    Access, Actor, Cx, Result, Routes,
    session::{self, Opens},
};

use crate::{
    identify::identify,
    person::{PersonId, store as people},
};

pub(crate) use asked::job;
pub(crate) use mail::PasswordChanged;
pub use store::{add_link, end_links};

pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/log-ind", Access::Public, page::show)
        .post("/log-ind", Access::Public, page::sign_in)
        .post("/log-ind/demo", Access::Public, demo::sign_in)
        .get("/log-ind/sendt", Access::Public, page::sent)
        .get("/log-ind/{token}", Access::Link, link::show)
        .post("/log-ind/{token}", Access::Link, link::sign_in)
        .get("/log-ud", Access::Public, out::show)
        .post("/log-ud", Access::Public, out::sign_out)
}

/// Where to go after signing in, when nothing else was asked for: somebody with a role to the list of what waits for
/// them, others to their own page.
const AT_WORK: &str = "/overblik";
const AS_VOLUNTEER: &str = "/min-side";

fn home(actor: Option<&Actor>) -> &'static str {
    if actor.is_some_and(|actor| actor.standings.is_empty()) { AS_VOLUNTEER } else { AT_WORK }
}

/// `wanted` if it is a page of ours. Browsers read `//host`, `/\host` and tabs inside as other sites:
/// none of these passes.
fn local_path(wanted: &str) -> Option<&str> {
    let is_ours = wanted.starts_with('/')
        && !wanted.starts_with("//")
        && wanted.chars().all(|character| character.is_ascii_graphic() && character != '\\')
        && !wanted.starts_with("/log-");
    is_ours.then_some(wanted)
}

/// Begins a session for `person` in this browser and leads to `wanted`, or home. The session the browser had
/// before ends: nobody can prepare one for somebody else.
pub async fn begin(cx: &Cx, tx: samskab_store::Tx, person: PersonId, wanted: &str) -> Result<Response> {
    begin_for(cx, tx, person, wanted, Opens::Everything).await
}

/// The same, for a session that opens only what `opens` says.
async fn begin_for(
    cx: &Cx,
    mut tx: samskab_store::Tx,
    person: PersonId,
    wanted: &str,
    opens: Opens<'_>,
) -> Result<Response> {
    if let Some(old) = cx.session_secret() {
        session::end(&mut tx, old).await?;
    }
    if let Some(mut found) = people::find(&mut tx, cx.tenant.id, person).await? {
        found.last_seen_at = Some(cx.now());
        people::save(&mut tx, &found).await?;
    }
    let secret = session::begin_for(&mut tx, person.uuid(), cx.services.db.dice(), opens).await?;
    let actor = identify(&mut tx, cx.tenant.id, person.uuid(), cx.now()).await?;
    tx.commit().await?;
    let mut response = cx.redirect(local_path(wanted).unwrap_or(home(actor.as_ref())))?;
    cx.set_session(response.headers_mut(), &secret);
    Ok(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_are_led_to_after_signing_in() {
        for ours in ["/mine-opgaver", "/opgaver?tema=social&side=2", "/foreninger/%C3%A5"] {
            assert_eq!(local_path(ours), Some(ours));
        }
        for other in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/\t/evil.example",
            "\\\\evil.example",
            "javascript:alert(1)",
            "evil.example",
            "/ /evil.example",
            "/log-ud",
            "/log-ind?videre=/log-ind",
        ] {
            assert_eq!(local_path(other), None, "{other:?}");
        }
    }
}
