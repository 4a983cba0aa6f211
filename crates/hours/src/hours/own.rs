//! GET and POST /min-side/timer: my hours, if I like to write them down.

use axum::response::Response;
use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_web::{Check, Cx, Error, Form, Result};

use super::{
    Hours,
    event::HoursTold,
    form::{self, Again, HoursForm, HoursPage, Question, Whose},
    store,
};
use crate::T;

/// How many lines the page shows; older ones count in the sums.
const SHOWN: usize = 200;

pub async fn show(cx: Cx) -> Result<Response> {
    let mut reader = cx.read().await?;
    let form = HoursForm::new(&cx, cx.now().day());
    let page = page(&cx, &mut reader, form, None).await?;
    cx.page(page)
}

fn me(cx: &Cx) -> Result<PersonId> {
    Ok(PersonId::from_uuid(cx.actor.person.ok_or(Error::SignIn)?))
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    form: HoursForm,
    question: Option<Question>,
) -> Result<HoursPage> {
    let (t, me) = (T(cx.locale), me(cx)?);
    let helped = store::helped(connection, cx.tenant.id, me, cx.now().day()).await?;
    let mut hours = store::of_person(connection, cx.tenant.id, me).await?;
    hours.truncate(SHOWN);
    let sums = store::sums_by_year(connection, cx.tenant.id, me).await?;
    Ok(HoursPage {
        shell: cx.shell(t.hours_title()).under("/min-side", t.hours_my_page()).here(),
        t,
        heading: t.hours_title().to_owned(),
        lead: t.hours_own_lead(),
        back: None,
        action: "/min-side/timer",
        tasks: form::choices(&helped),
        groups: form::groups(cx, connection, &helped, &hours, &sums, true).await?,
        form,
        question,
        written: form::written(cx, &helped, &hours),
        is_own: true,
    })
}

pub async fn add(cx: Cx, Form(form): Form<HoursForm>) -> Result<Response> {
    let (t, me) = (T(cx.locale), me(&cx)?);
    let mut reader = cx.read().await?;
    let helped = store::helped(&mut reader, cx.tenant.id, me, cx.now().day()).await?;
    let mut check = Check::new(cx.locale);
    let engagement = form::chosen(&mut check, &helped, &form, t);
    let id = form.nummer.parse().unwrap_or_else(|_| cx.new_id());
    let place = helped.iter().find(|one| Some(one.engagement) == engagement);
    let told = form::told(&cx, &mut reader, check, form, Whose { person: me, place, hours: id }).await?;
    let (told, engagement) = match (told, engagement) {
        (Ok(told), Some(engagement)) => (told, engagement),
        (Ok(_), None) => return Err(Error::NotFound),
        (Err(Again { form, question }), _) => {
            let page = page(&cx, &mut reader, form, question).await?;
            return cx.invalid(page);
        }
    };
    drop(reader);
    let hours = Hours {
        id,
        engagement,
        person: me,
        booking: None,
        day: told.day,
        minutes: told.minutes,
        by_volunteer: true,
        by: Some(me),
        removed_at: None,
        created_at: cx.now(),
        updated_at: cx.now(),
    };
    let mut tx = cx.write().await?;
    if store::add(&mut tx, &hours).await? {
        tx.record(HoursTold { hours: hours.id, engagement }).await?;
        tx.commit().await?;
    }
    cx.redirect(format!("/min-side/timer?skrevet={id}"))
}
