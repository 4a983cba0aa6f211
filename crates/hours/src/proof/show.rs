//! GET /beviser/{id}: the proof, to be printed; POST …/tilbagetraekning: taken back by its owner.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_store::Connection;
use samskab_web::{Cx, Error, Result, Shell, error::OrNotFound as _};

use super::{Proof, ProofId, event::ProofWithdrawn, sheet::Sheet, store};
use crate::T;

#[derive(Template)]
#[template(path = "proof/show.html")]
struct ShowPage {
    shell: Shell,
    t: T,
    href: String,
    /// The whole address that anybody can check it on.
    check_href: String,
    is_withdrawn: bool,
    sheet: Sheet,
}

/// Only its owner has a page of it; everybody else has its code.
async fn own(cx: &Cx, connection: &mut Connection, id: ProofId) -> Result<Proof> {
    let proof = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    if Some(proof.person.uuid()) == cx.actor.person { Ok(proof) } else { Err(Error::NotFound) }
}

pub async fn show(cx: Cx, Path(id): Path<ProofId>) -> Result<Response> {
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let proof = own(&cx, &mut reader, id).await?;
    let title = if proof.kind == super::Kind::Pupil { t.proof_title_pupil() } else { t.proof_title() };
    cx.page(ShowPage {
        shell: cx
            .shell(title)
            .under("/min-side", t.hours_my_page())
            .under("/min-side/beviser", t.proof_mine())
            .here(),
        t,
        href: proof.href(),
        check_href: cx.absolute(&proof.code.href()),
        is_withdrawn: proof.withdrawn_at.is_some(),
        sheet: Sheet::of(&cx, &proof),
    })
}

pub async fn withdraw(cx: Cx, Path(id): Path<ProofId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let proof = own(&cx, &mut tx, id).await?;
    if store::withdraw(&mut tx, &proof).await? {
        tx.record(ProofWithdrawn { proof: id }).await?;
        tx.commit().await?;
    }
    cx.redirect_saying("/min-side/beviser", "success", "proof-flash-withdrawn")
}
