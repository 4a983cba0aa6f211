//! GET and POST /opgaver/{id}/interesse/paa-vegne: written down for somebody who phoned or came by.

use axum::{extract::Path, response::Response};
use samskab_organisation::person::PersonId;
use samskab_taskbank::{
    channel::asked,
    task::{self, TaskId},
};
use samskab_web::{Cx, Error, Form, Result, error::OrNotFound as _};

use super::{
    add::{Origin, add},
    form::{FormPage, InterestDraft, InterestForm},
    href,
    show::in_the_way,
    store,
};
use crate::authority::{Action, may};

pub async fn show(cx: Cx, Path(id): Path<TaskId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let shown = task::store::shown(&mut reader, cx.tenant.id, id, cx.now().day()).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::EnterOnBehalf, &shown.task))?;
    cx.page(FormPage::new(&cx, &mut reader, &shown, InterestForm::default(), true).await?)
}

pub async fn send(cx: Cx, Path(id): Path<TaskId>, Form(form): Form<InterestForm>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let shown = task::store::shown(&mut reader, cx.tenant.id, id, cx.now().day()).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::EnterOnBehalf, &shown.task))?;
    let me = PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?);
    let typed = match form.read(&shown.task, true, cx.locale) {
        Ok(typed) => {
            let came = asked::read(&cx, &mut reader, &form.heard_from, "").await?;
            InterestDraft { came, ..typed }
        }
        Err(errors) => {
            let page = FormPage::new(&cx, &mut reader, &shown, form, true).await?;
            return cx.invalid(page.with_errors(errors));
        }
    };
    let known = match (&typed.email, &typed.phone) {
        (Some(email), _) => store::live_of_email(&mut reader, cx.tenant.id, email).await?,
        (None, Some(phone)) => store::live_of_phone(&mut reader, cx.tenant.id, phone, &typed.name).await?,
        (None, None) => Vec::new(),
    };
    if let Some(before) = known.iter().find(|interest| interest.task == id && interest.promise.is_some()) {
        return cx.redirect_saying(before.href(), "info", "interest-flash-known-staff");
    }
    // The caller is on the telephone and can be asked; which other task it is stays between them.
    let asks = (typed.persons, typed.lacks.as_slice());
    let before = in_the_way(&cx, &mut reader, &shown.task, asks, &known, typed.email.as_ref()).await?;
    if !before.is_empty() && !form.is_sent_anyway() {
        let page = FormPage::new(&cx, &mut reader, &shown, form, true).await?;
        return cx.invalid(page.with_hindrances(before, cx.today()));
    }
    drop(reader);
    let added = add(&cx, &shown, typed, Origin::OnBehalf(me)).await?;
    cx.redirect_saying(href(added.id), "success", "interest-flash-entered")
}
