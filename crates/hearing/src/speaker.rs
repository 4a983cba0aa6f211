//! For whom somebody speaks in a hearing: an association of theirs that is asked, or a body whose meetings they run. Whoever is
//! signed in as one of these is the party, whichever way they came to the form.

use samskab_kernel::danish::fold;
use samskab_meetings::authority::{Action, Tie, may};
use samskab_organisation::{
    answering::Poster,
    association::{self, AssociationId},
    body::{self, Body, BodyId},
    identify::Who as _,
};
use samskab_store::Connection;
use samskab_web::{Cx, Result};

use crate::{
    hearing::HearingId,
    party::{Party, PartyId},
    store,
};

/// As what a body was asked in a hearing.
pub(crate) fn party_of_body<'a>(parties: &'a [Party], hearing: HearingId, body: &Body) -> Option<&'a Party> {
    let of_hearing = |party: &&Party| party.hearing == hearing;
    parties
        .iter()
        .filter(of_hearing)
        .find(|party| party.body_among(std::slice::from_ref(body)) == Some(body.id))
}

/// Whether the reader sends the answers of a body: whoever runs its meetings. At most five queries.
pub(crate) async fn answers_for(cx: &Cx, connection: &mut Connection, body: &Body) -> Result<bool> {
    let membership = body::members(connection, cx.tenant.id, body, cx.today()).await?;
    Ok(may(&cx.actor, Action::RunMeetings, Tie::of(&cx.actor, &membership)))
}

/// The party for which the reader answers as a body; `None`: it was not asked, or the reader does not run its meetings. At most
/// seven queries.
pub(crate) async fn own_party(
    cx: &Cx,
    connection: &mut Connection,
    hearing: HearingId,
    body: BodyId,
) -> Result<Option<Party>> {
    let Some(body) = body::store::find(connection, cx.tenant.id, body).await? else { return Ok(None) };
    if cx.actor.person.is_none() || !answers_for(cx, connection, &body).await? {
        return Ok(None);
    }
    let parties = store::parties(connection, cx.tenant.id, hearing).await?;
    Ok(party_of_body(&parties, hearing, &body).cloned())
}

/// The party that an answer names, where the reader speaks for it. At most six queries; none for whoever is not signed in.
pub(crate) async fn named_party(
    cx: &Cx,
    connection: &mut Connection,
    hearing: HearingId,
    name: &str,
) -> Result<Option<Party>> {
    if cx.actor.person.is_none() || name.is_empty() {
        return Ok(None);
    }
    let parties = store::parties(connection, cx.tenant.id, hearing).await?;
    let Some(party) = parties.into_iter().find(|party| fold(&party.name) == fold(name)) else {
        return Ok(None);
    };
    if let Some(association) = party.association {
        return Ok(own_associations(cx).contains(&association).then_some(party));
    }
    let bodies = body::all(connection, cx.tenant.id, cx.today()).await?;
    let id = party.body_among(&bodies);
    let Some(body) = bodies.iter().find(|body| Some(body.id) == id) else { return Ok(None) };
    Ok(answers_for(cx, connection, body).await?.then_some(party))
}

/// The approved associations for which the reader speaks.
fn own_associations(cx: &Cx) -> Vec<AssociationId> {
    let association = |poster| match poster {
        Poster::Association(id) => Some(id),
        Poster::Unit(_) => None,
    };
    cx.actor.posters().into_iter().filter_map(association).collect()
}

/// What the form knows of whoever is signed in.
pub(crate) struct Speaker {
    /// What their association is called here.
    pub name: String,
    /// As what it was asked; `None`: it was not.
    pub party: Option<PartyId>,
}

/// The association for which the reader speaks: the one that is asked, else their only one. At most two queries.
pub(crate) async fn speaker(
    cx: &Cx,
    connection: &mut Connection,
    hearing: HearingId,
) -> Result<Option<Speaker>> {
    let own = own_associations(cx);
    if own.is_empty() {
        return Ok(None);
    }
    let parties = store::parties(connection, cx.tenant.id, hearing).await?;
    let is_own = |party: &&Party| party.association.is_some_and(|id| own.contains(&id));
    let asked: Vec<&Party> = parties.iter().filter(is_own).collect();
    match (asked.as_slice(), own.as_slice()) {
        ([party], _) => Ok(Some(Speaker { name: party.name.clone(), party: Some(party.id) })),
        ([], [only]) => {
            let found = association::store::find(connection, cx.tenant.id, *only).await?;
            Ok(found.map(|one| Speaker { name: one.full_name(), party: None }))
        }
        _ => Ok(None),
    }
}
