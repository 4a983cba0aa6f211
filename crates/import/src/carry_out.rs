//! `POST /import/{id}/gennemfoerelse`: somebody has read the report and says yes.

use axum::{extract::Path, response::Response};
use samskab_web::{Cx, Result, error::OrNotFound as _};

use crate::{
    Imports,
    run::{self, State},
    setting::RunId,
};

/// Pressed twice, it is carried out once: the second finds it under way.
pub(crate) async fn carry_out(cx: Cx, imports: Imports, Path(id): Path<RunId>) -> Result<Response> {
    imports.require(&cx)?;
    let mut tx = cx.write().await?;
    let run = run::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let is_ready =
        matches!(run.state, State::Checked | State::Failed) && run.accepted() > 0 && !run.is_forgotten;
    if is_ready {
        run::begin_carrying_out(&mut tx, id).await?;
        tx.commit().await?;
        return cx.redirect(run.href());
    }
    if run.is_under_way() || run.state == State::Imported {
        return cx.redirect(run.href());
    }
    cx.redirect_saying(run.href(), "warning", "import-not-ready")
}
