//! GET and POST /min-side/krav/tavshedserklaering and /aftaler/{key}/tavshedserklaering: read it, and accept it. Whoever has
//! no account comes by the link of their own agreement.

use axum::{extract::Path, response::Response};
use samskab_organisation::person::PersonId;
use samskab_requirement::{
    Precondition,
    accept::{self, AcceptForm, AcceptOutcome, AcceptPage},
    event::RequirementChanged,
};
use samskab_store::{Connection, Tx};
use samskab_web::{Cx, Form, Result};

use super::me;
use crate::T;
use crate::engagement::{look_again, own, whose};

/// The list of somebody who is signed in.
const LIST: &str = "/min-side/krav";

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    person: PersonId,
    back: &str,
    is_overtaken: bool,
) -> Result<AcceptPage> {
    let t = T(cx.locale);
    let shell = cx.shell(Precondition::Confidentiality.name(cx.locale));
    let (shell, label) = match back {
        LIST => {
            let label = t.requirement_own_title();
            (shell.under("/min-side", t.volunteer_home_title()).under(LIST, label), label)
        }
        _ => (shell, t.requirement_back_to_engagement()),
    };
    AcceptPage::read(cx, connection, person, shell.here(), (back.to_owned(), label), is_overtaken).await
}

async fn say(cx: &Cx, mut tx: Tx, person: PersonId, back: &str, form: &AcceptForm) -> Result<Response> {
    match accept::accept(cx, &mut tx, person, form).await? {
        AcceptOutcome::Overtaken => {
            let page = page(cx, &mut tx, person, back, true).await?;
            return cx.invalid(page);
        }
        AcceptOutcome::Already => {}
        AcceptOutcome::Accepted => {
            look_again(&mut tx, person).await?;
            tx.record(RequirementChanged { person, task: None }).await?;
        }
    }
    tx.commit().await?;
    cx.redirect_saying(back, "success", "requirement-flash-accepted")
}

pub async fn show(cx: Cx) -> Result<Response> {
    let me = me(&cx)?;
    let mut reader = cx.read().await?;
    let page = page(&cx, &mut reader, me, LIST, false).await?;
    cx.page(page)
}

pub async fn accept(cx: Cx, Form(form): Form<AcceptForm>) -> Result<Response> {
    let me = me(&cx)?;
    let tx = cx.write().await?;
    say(&cx, tx, me, LIST, &form).await
}

pub async fn show_by_link(cx: Cx, Path(key): Path<String>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let person = own::find(&cx, &mut reader, &key).await?.person;
    let page = page(&cx, &mut reader, person, &format!("/aftaler/{key}"), false).await?;
    cx.page(page)
}

pub async fn accept_by_link(
    cx: Cx,
    Path(key): Path<String>,
    Form(form): Form<AcceptForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let engagement = own::find(&cx, &mut tx, &key).await?;
    let person = whose::claim(&mut tx, engagement).await?;
    say(&cx, tx, person, &format!("/aftaler/{key}"), &form).await
}
