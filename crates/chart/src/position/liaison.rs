//! Making a key person the area's one contact to the central coordinator (RS-17).

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Error, Result};

use super::edit;
use samskab_organisation::{
    authority::{Action, Resource, may},
    position::{PositionId, PositionKind, events::BecameLiaison, store},
};

/// From today. The one before ceases: an area has exactly one.
pub(super) async fn make(cx: Cx, Path(id): Path<PositionId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (held, unit) = edit::find(&mut tx, &cx, id).await?;
    cx.require(may(&cx.actor, Action::Appoint, Resource::Unit(unit.id)))?;
    if held.position.kind != PositionKind::KeyPerson {
        return Err(Error::BadRequest("only a key person is the liaison of an area".into()));
    }
    let from = cx.now().day().max(held.position.validity.from);
    if !held.is_liaison {
        store::make_liaison(&mut tx, unit.id, id, from).await?;
        tx.record(BecameLiaison { position: id, from }).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(format!("/stillinger/{id}"), "success", "position-liaison-set")
}
