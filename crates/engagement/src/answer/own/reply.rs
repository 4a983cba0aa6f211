//! POST /interesse/{link}/svar: the volunteer answers an invitation.

use axum::{extract::Path, response::Response};
use samskab_taskbank::task;
use samskab_web::{Check, Cx, Errors, Form, Result};

use super::{OwnForm, OwnPage, find};
use samskab_interest::{
    Settings, StepKind,
    news::{News, spread},
    store::{self, By},
};

pub async fn reply(cx: Cx, Path(key): Path<String>, Form(form): Form<OwnForm>) -> Result<Response> {
    let to = format!("/interesse/{key}");
    let mut check = Check::new(cx.locale);
    let text = form.reply().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        return again(&cx, &key, form, errors).await;
    }
    let mut tx = cx.write().await?;
    let interest = find(&cx, &mut tx, &key).await?;
    let was = interest.state.kind();
    let begins = task::store::find(&mut tx, cx.tenant.id, interest.task).await?;
    let begins = begins.and_then(|task| task.time.begins_last());
    let days = Settings::of(&cx.tenant).promise_days;
    let Ok(interest) = interest.reply(days, begins, cx.now()) else { return cx.redirect(to) };
    if !store::save(&mut tx, &interest, was).await? {
        // The place answered at the same moment: the page says how it is now, with the words still there.
        drop(tx);
        return again(&cx, &key, form, Errors::default()).await;
    }
    store::add_step(&mut tx, interest.id, By::Volunteer, StepKind::Replied, &text).await?;
    spread(&mut tx, interest.id, News::Replied).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "interest-flash-replied")
}

/// The page with what was typed.
async fn again(cx: &Cx, key: &str, form: OwnForm, errors: Errors) -> Result<Response> {
    let mut reader = cx.read().await?;
    let interest = find(cx, &mut reader, key).await?;
    let page = OwnPage::new(cx, &mut reader, &interest, key).await?;
    cx.invalid(page.with_errors(form, errors))
}
