//! POST /interesse/{link}/bekraeft: the address is mine. A button and not the link itself, because
//! mail scanners open every link they meet.

use axum::{extract::Path, response::Response};
use samskab_taskbank::task;
use samskab_web::{Cx, Result};

use super::find;
use samskab_interest::{
    Settings, StepKind,
    event::InterestConfirmed,
    news::{News, spread},
    store::{self, By},
};

pub async fn confirm(cx: Cx, Path(key): Path<String>) -> Result<Response> {
    let to = format!("/interesse/{key}");
    let mut tx = cx.write().await?;
    let interest = find(&cx, &mut tx, &key).await?;
    let was = interest.state.kind();
    let task = task::store::find(&mut tx, cx.tenant.id, interest.task).await?;
    let begins = task.and_then(|task| task.time.begins_last());
    let Ok(interest) = interest.confirm(Settings::of(&cx.tenant).promise_days, begins, cx.now()) else {
        return cx.redirect(to); // pressed twice
    };
    if !store::save(&mut tx, &interest, was).await? {
        return cx.redirect(to); // pressed twice at the same moment
    }
    store::add_step(&mut tx, interest.id, By::Volunteer, StepKind::Confirmed, "").await?;
    spread(&mut tx, interest.id, News::New).await?;
    tx.record(InterestConfirmed { interest: interest.id, task: interest.task }).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "interest-flash-confirmed")
}
