//! A hearing as somebody may see it, and for those who keep it.

use samskab_store::Connection;
use samskab_web::{Cx, Result, error::OrNotFound as _};

use crate::{
    authority::may_keep,
    hearing::{Hearing, HearingId},
    store,
};

/// The hearing, if the reader may see it.
pub(crate) async fn seen(cx: &Cx, connection: &mut Connection, id: HearingId) -> Result<Hearing> {
    let hearing = store::find(connection, cx.tenant.id, id).await?;
    hearing.filter(|one| one.is_public(cx.now()) || may_keep(cx)).or_not_found()
}

/// The same, and one that is announced and not open yet: what it is about and when it opens, and nothing of its text.
pub(crate) async fn known(cx: &Cx, connection: &mut Connection, id: HearingId) -> Result<Hearing> {
    let hearing = store::find(connection, cx.tenant.id, id).await?;
    hearing.filter(|one| one.is_known(cx.now()) || may_keep(cx)).or_not_found()
}

/// The hearing, for those who keep hearings.
pub(crate) async fn kept(cx: &Cx, connection: &mut Connection, id: HearingId) -> Result<Hearing> {
    let hearing = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    cx.require(may_keep(cx))?;
    Ok(hearing)
}
