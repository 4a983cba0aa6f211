//! Somebody asked for a link to sign in. Whether the address is known is found out by a job: the page does the same
//! for every address, so nobody learns from its answer, or from how long it took, who has an account.

use samskab_jobs::{Failure, Handler, Job};
use samskab_kernel::{TenantId, contact::Email};
use samskab_store::{Stamp, Tx};
use samskab_web::{Cx, Services, app::encode, session::Opens, token};
use serde::{Deserialize, Serialize};

use super::{mail::SignInLink, store};
use crate::{letter::Sender, person::store as people};

/// Holds the address until it has run, which is at once.
#[derive(Serialize, Deserialize)]
struct LinkRequest {
    email: String,
    /// The page of links, as it was reached: `https://frivillig.fjordlund.example/log-ind`.
    at: String,
    /// Where to go afterwards.
    after: String,
}

impl Job for LinkRequest {
    const KIND: &'static str = "sign_in.link";
}

pub(super) async fn ask(
    cx: &Cx,
    tx: &mut Tx,
    email: &Email,
    after: Option<&str>,
) -> samskab_store::Result<()> {
    let after = after.unwrap_or_default().to_owned();
    let asked = LinkRequest { email: email.to_string(), at: cx.absolute("/log-ind"), after };
    samskab_jobs::enqueue(tx, &asked, cx.now()).await
}

pub(crate) fn job() -> Handler<Services> {
    Handler::new(answer)
}

async fn answer(services: Services, tenant: TenantId, asked: LinkRequest) -> Result<(), Failure> {
    let now = services.clock.now();
    let municipality = services.tenants.with_id(tenant, now).await?;
    let (Some(municipality), Ok(email)) = (municipality, asked.email.parse::<Email>()) else { return Ok(()) };
    let mut tx = services.db.begin(Stamp { tenant, actor: None, now }).await?;
    store::sweep(&mut tx).await?;
    if let Some(person) = people::find_by_email(&mut tx, tenant, &email).await? {
        let secret = token::fresh(services.db.dice());
        store::add_link(&mut tx, &secret, person.id, store::LINK_MINUTES, Opens::Everything).await?;
        let after =
            if asked.after.is_empty() { String::new() } else { format!("?videre={}", encode(&asked.after)) };
        let link = format!("{}/{secret}{after}", asked.at);
        let mail =
            SignInLink { sender: Sender::of(&municipality), first_name: person.first_name(), link: &link };
        samskab_mail::send(&mut tx, mail.message(email, person.locale)).await?;
    }
    tx.commit().await?;
    Ok(())
}
