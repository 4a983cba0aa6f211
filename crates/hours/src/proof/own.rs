//! GET and POST /min-side/beviser: my proofs, and a new one, looked at before it is issued.

use askama::Template;
use axum::response::Response;
use samskab_organisation::person::{self, PersonId};
use samskab_store::Connection;
use samskab_web::{Cx, Error, Form, Result, Shell, error::OrNotFound as _, form::Choice};

use super::{
    Proof, ProofCode,
    draft::{self, Material, ProofForm},
    event::ProofIssued,
    sheet::Sheet,
    store::{self, PupilProject},
};
use crate::{T, hours};

#[derive(Template)]
#[template(path = "proof/own.html")]
struct OwnPage {
    shell: Shell,
    t: T,
    form: ProofForm,
    tasks: Vec<Choice>,
    pupil: Option<PupilView>,
    /// Looked at before it is issued.
    sheet: Option<Sheet>,
    proofs: Vec<ProofLine>,
}

struct PupilView {
    school: String,
    reached: String,
    wanted: i64,
}

struct ProofLine {
    href: String,
    issued: String,
    what: String,
    code: String,
    is_withdrawn: bool,
}

fn me(cx: &Cx) -> Result<PersonId> {
    Ok(PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?))
}

pub async fn show(cx: Cx) -> Result<Response> {
    let mut reader = cx.read().await?;
    let material = draft::material(&cx, &mut reader, me(&cx)?).await?;
    let id: super::ProofId = cx.new_id();
    let form = ProofForm {
        nummer: id.to_string(),
        aftale: material.helped.iter().map(|one| one.engagement.to_string()).collect(),
        ..ProofForm::default()
    };
    let page = page(&cx, &mut reader, &material, form, None).await?;
    cx.page(page)
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    material: &Material,
    form: ProofForm,
    sheet: Option<Sheet>,
) -> Result<OwnPage> {
    let (t, me) = (T(cx.locale), me(cx)?);
    let proofs = store::of_person(connection, cx.tenant.id, me).await?;
    let pupil = match &material.pupil {
        None => None,
        Some(PupilProject { school, hours_wanted, begins_on, ends_on }) => {
            let tenant = cx.tenant.id;
            let minutes = hours::store::sum_of_person(connection, tenant, me, *begins_on, *ends_on).await?;
            let reached = hours::duration::said(t, minutes);
            Some(PupilView { school: school.clone(), reached, wanted: *hours_wanted })
        }
    };
    let choice = |one: &hours::store::Helped| {
        Choice::of(one.engagement.to_string(), format!("{}, {}", one.title, one.poster_name))
    };
    let line = |proof: &Proof| ProofLine {
        href: proof.href(),
        issued: cx.locale.day(proof.issued_on),
        what: proof.content.places.iter().map(|one| one.title.as_str()).collect::<Vec<_>>().join(", "),
        code: proof.code.to_string(),
        is_withdrawn: proof.withdrawn_at.is_some(),
    };
    Ok(OwnPage {
        shell: cx.shell(t.proof_mine()).under("/min-side", t.hours_my_page()).here(),
        t,
        tasks: material.helped.iter().map(choice).collect(),
        form,
        pupil,
        sheet,
        proofs: proofs.iter().map(line).collect(),
    })
}

pub async fn issue(cx: Cx, Form(form): Form<ProofForm>) -> Result<Response> {
    let me = me(&cx)?;
    let mut tx = cx.write().await?;
    let material = draft::material(&cx, &mut tx, me).await?;
    let (kind, content) = match draft::content(&cx, &mut tx, me, &material, &form).await? {
        Ok(ready) => ready,
        Err(errors) => {
            let page = page(&cx, &mut tx, &material, form.with_errors(errors), None).await?;
            return cx.invalid(page);
        }
    };
    let name = person::store::find(&mut tx, cx.tenant.id, me).await?.or_not_found()?.name;
    let today = cx.now().day();
    if form.handling != "udsted" {
        let sheet = Sheet::draft(&cx, kind, &name, &content, today);
        let page = page(&cx, &mut tx, &material, form, Some(sheet)).await?;
        return cx.page(page);
    }
    let mut proof = Proof {
        id: form.nummer.parse().unwrap_or_else(|_| cx.new_id()),
        person: me,
        code: ProofCode::fresh(cx.services.db.dice()),
        kind,
        name,
        content,
        issued_on: today,
        withdrawn_at: None,
        created_at: cx.now(),
    };
    if let Some(before) = store::find(&mut tx, cx.tenant.id, proof.id).await? {
        // The button pressed twice; or an id that is not theirs to use.
        return if before.person == me { cx.redirect(before.href()) } else { Err(Error::Forbidden) };
    }
    // A code that somebody has already is drawn again; three times running would be a fault of the random generator.
    for _ in 0..3 {
        if store::add(&mut tx, &proof).await? {
            tx.record(ProofIssued { proof: proof.id }).await?;
            tx.commit().await?;
            return cx.redirect_saying(proof.href(), "success", "proof-flash-issued");
        }
        proof.code = ProofCode::fresh(cx.services.db.dice());
    }
    Err(Error::Fault("no free code for a proof".to_owned()))
}
