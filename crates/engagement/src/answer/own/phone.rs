//! POST /interesse/{link}/telefon: another number.

use axum::{extract::Path, response::Response};
use samskab_web::{Check, Cx, Form, Result};

use super::{OwnForm, OwnPage, find};
use samskab_interest::{
    StepKind,
    store::{self, By},
};

pub async fn change(cx: Cx, Path(key): Path<String>, Form(form): Form<OwnForm>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let interest = find(&cx, &mut reader, &key).await?;
    let mut check = Check::new(cx.locale);
    // Without an e-mail the number is the only way to them.
    let phone = form.phone().required(interest.email.is_none()).phone(&mut check);
    if let Err(errors) = check.done() {
        let page = OwnPage::new(&cx, &mut reader, &interest, &key).await?;
        return cx.invalid(page.with_errors(form, errors));
    }
    drop(reader);
    let to = format!("/interesse/{key}");
    let mut tx = cx.write().await?;
    let interest = find(&cx, &mut tx, &key).await?;
    let was = interest.state.kind();
    let interest = interest.change_phone(phone, cx.now());
    if !store::save(&mut tx, &interest, was).await? {
        return cx.redirect(to); // somebody answered at the same moment
    }
    store::add_step(&mut tx, interest.id, By::Volunteer, StepKind::PhoneChanged, "").await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "interest-flash-phone")
}
