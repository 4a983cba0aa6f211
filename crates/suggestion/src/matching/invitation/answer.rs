//! What both answers of a volunteer have in common at the start.

use samskab_organisation::answering::{Rung, responsible};
use samskab_organisation::{
    answering,
    person::{self, PersonId},
};
use samskab_store::{Connection, Tx};
use samskab_taskbank::{notice, task::Task};
use samskab_web::{Cx, Error, Result, error::OrNotFound as _};

use super::{Invitation, InvitationId, store};
use crate::T;

/// The invitation of whoever is signed in; nobody else knows that it is there.
pub async fn own(cx: &Cx, connection: &mut Connection, id: InvitationId) -> Result<Invitation> {
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    let invitation = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    (invitation.person == me).then_some(invitation).or_not_found()
}

/// Tells whoever invited them that somebody said yes. Those who answer for the place hear of it with the agreement, which
/// asks them for theirs.
pub async fn tell_who_asked(
    tx: &mut Tx,
    task: &Task,
    invitation: &Invitation,
    name: &str,
    href: &str,
) -> Result<()> {
    let tenant = tx.tenant();
    let today = tx.now().day();
    let ladder = answering::ladder(tx, tenant, task.poster, today).await?;
    let told = responsible(&ladder, task.contact, Rung::Contact);
    if let Some(by) = invitation.by.filter(|by| told.iter().all(|answerer| answerer.person != *by))
        && let Some(person) = person::store::find(tx, tenant, by).await?
    {
        let text = T(person.locale).matching_notice_yes(name, &task.title);
        notice::tell(tx, person.id, "invitation.accepted", text, href.to_owned()).await?;
    }
    Ok(())
}
