//! POST /min-side/krav/{id}/samtykke: I have said yes to the police in Digital Post.

use axum::{extract::Path, response::Response};
use samskab_requirement::{FulfilmentId, event::RequirementChanged, store};
use samskab_web::{Cx, Error, Result, error::OrNotFound as _};

use super::me;

pub async fn give(cx: Cx, Path(id): Path<FulfilmentId>) -> Result<Response> {
    let me = me(&cx)?;
    let mut tx = cx.write().await?;
    let was = store::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    if was.person != me {
        return Err(Error::NotFound);
    }
    let Ok(now) = was.clone().consent(cx.now().day(), cx.now()) else {
        // Said already, or by the place.
        return cx.redirect("/min-side/krav");
    };
    if store::save(&mut tx, &now, &was).await? {
        tx.record(RequirementChanged { person: me, task: was.task }).await?;
        tx.commit().await?;
    }
    cx.redirect_saying("/min-side/krav", "success", "requirement-flash-own-consent")
}
