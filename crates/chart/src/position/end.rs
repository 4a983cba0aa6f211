//! Ending a position, or somebody's time in it. Both keep their history.

use axum::{extract::Path, response::Response};
use samskab_kernel::Day;
use samskab_store::{Connection, Tx};
use samskab_web::{
    Check, Cx, Errors, Form, Result, Shell,
    error::OrNotFound as _,
    exit::{Consequence, Exit, Settlement, consequences, settle},
};

use super::{edit, show::under_position};
use crate::T;
use samskab_organisation::{
    answering::{self, Poster},
    person::PersonId,
    position::{
        Appointment, AppointmentId, Held, PositionId,
        events::{AppointmentEnded, Ended},
        store,
    },
    unit::Unit,
};

samskab_web::form! {
    pub(super) struct EndForm {
        last_day: day(unit_last_day),
    }
}

#[derive(askama::Template)]
#[template(path = "position/end.html")]
struct EndPage {
    shell: Shell,
    t: T,
    action: String,
    back: String,
    lead: String,
    /// Who answers from then on, in a sentence.
    afterwards: String,
    consequences: Vec<Consequence>,
    form: EndForm,
}

pub(super) async fn ask(cx: Cx, Path(id): Path<PositionId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (held, unit) = edit::find_to_change(&mut reader, &cx, id).await?;
    let page = of_position(&cx, &mut reader, &held, &unit, today(&cx)).await?;
    cx.page(page)
}

pub(super) async fn end(cx: Cx, Path(id): Path<PositionId>, Form(form): Form<EndForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (held, unit) = edit::find_to_change(&mut tx, &cx, id).await?;
    let last_day = match read(&cx, &form, held.position.validity.from) {
        Ok(last_day) => last_day,
        Err(errors) => {
            let page = of_position(&cx, &mut tx, &held, &unit, form.with_errors(errors)).await?;
            return cx.invalid(page);
        }
    };
    store::end(&mut tx, id, last_day).await?;
    for holder in &held.appointments {
        handed_over(&cx, &mut tx, &unit, holder.person, last_day).await?;
    }
    tx.record(Ended { position: id, last_day }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/enheder/{}", unit.id), "success", "position-ended")
}

pub(super) async fn ask_appointment(
    cx: Cx,
    Path((id, appointment)): Path<(PositionId, AppointmentId)>,
) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (held, unit) = edit::find_to_change(&mut reader, &cx, id).await?;
    let all = store::every_appointment(&mut reader, cx.tenant.id, id).await?;
    let ending = all.into_iter().find(|other| other.id == appointment).or_not_found()?;
    let page = of_appointment(&cx, &mut reader, &held, &unit, &ending, today(&cx)).await?;
    cx.page(page)
}

pub(super) async fn end_appointment(
    cx: Cx,
    Path((id, appointment)): Path<(PositionId, AppointmentId)>,
    Form(form): Form<EndForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (held, unit) = edit::find_to_change(&mut tx, &cx, id).await?;
    let all = store::every_appointment(&mut tx, cx.tenant.id, id).await?;
    let ending = all.into_iter().find(|other| other.id == appointment).or_not_found()?;
    let last_day = match read(&cx, &form, ending.validity.from) {
        Ok(last_day) => last_day,
        Err(errors) => {
            let page = of_appointment(&cx, &mut tx, &held, &unit, &ending, form.with_errors(errors)).await?;
            return cx.invalid(page);
        }
    };
    store::end_appointment(&mut tx, appointment, last_day).await?;
    handed_over(&cx, &mut tx, &unit, ending.person, last_day).await?;
    tx.record(AppointmentEnded { position: id, person: ending.person, last_day }).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("/stillinger/{id}"), "success", "position-saved")
}

fn today(cx: &Cx) -> EndForm {
    EndForm { last_day: cx.now().day().to_string(), ..EndForm::default() }
}

/// The last day. The earliest is the day before the first one, which means that it never was.
fn read(cx: &Cx, form: &EndForm, began: Day) -> Result<Day, Errors> {
    let (t, mut check) = (T(cx.locale), Check::new(cx.locale));
    let last_day = form.last_day().day_ahead(&mut check, cx.now().day());
    if last_day.is_some_and(|day| day < began.plus_days(-1)) {
        check.refuse(&form.last_day(), t.position_error_before_it_began(cx.locale.day(began)));
    }
    match (last_day, check.done()) {
        (Some(last_day), Ok(())) => Ok(last_day),
        (_, errors) => Err(errors.err().unwrap_or_default()),
    }
}

/// Whoever answers from now on takes over what the one who leaves was contact for. On a day to come they answer by
/// themselves: a contact who is not there any more is passed over.
async fn handed_over(
    cx: &Cx,
    tx: &mut Tx,
    unit: &Unit,
    person: PersonId,
    last_day: Day,
) -> samskab_store::Result<()> {
    if last_day > cx.now().day() {
        return Ok(());
    }
    let settlement = Settlement::of(last_day);
    let exit = Exit::Holder { person: person.uuid(), place: unit.id.uuid() };
    settle(&cx.services, tx, exit, &settlement).await
}

async fn of_position(
    cx: &Cx,
    connection: &mut Connection,
    held: &Held,
    unit: &Unit,
    form: EndForm,
) -> samskab_web::Result<EndPage> {
    let (t, back) = (T(cx.locale), held.position.href());
    let title = t.position_end_title(held.position.title.clone());
    let people: Vec<PersonId> = held.appointments.iter().map(|appointment| appointment.person).collect();
    Ok(EndPage {
        shell: under_position(cx, unit, &held.position, title).here(),
        t,
        action: format!("{back}/nedlaeggelse"),
        back,
        lead: t.position_end_lead().to_owned(),
        afterwards: afterwards(cx, connection, unit, &people).await?,
        consequences: hanging(cx, connection, unit, &people).await?,
        form,
    })
}

async fn of_appointment(
    cx: &Cx,
    connection: &mut Connection,
    held: &Held,
    unit: &Unit,
    ending: &Appointment,
    form: EndForm,
) -> samskab_web::Result<EndPage> {
    let t = T(cx.locale);
    let title = t.position_end_appointment_title(ending.name.clone());
    let people = [ending.person];
    Ok(EndPage {
        shell: under_position(cx, unit, &held.position, title).here(),
        action: format!("{}/udnaevnelser/{}/ophoer", held.position.href(), ending.id),
        lead: t.position_end_appointment_lead().to_owned(),
        afterwards: afterwards(cx, connection, unit, &people).await?,
        consequences: hanging(cx, connection, unit, &people).await?,
        ..of_position(cx, connection, held, unit, form).await?
    })
}

async fn hanging(
    cx: &Cx,
    connection: &mut Connection,
    unit: &Unit,
    people: &[PersonId],
) -> samskab_web::Result<Vec<Consequence>> {
    let mut all = Vec::new();
    for person in people {
        let exit = Exit::Holder { person: person.uuid(), place: unit.id.uuid() };
        all.extend(consequences(cx, connection, exit).await?);
    }
    Ok(all)
}

/// Who answers for the unit when these people do not.
async fn afterwards(
    cx: &Cx,
    connection: &mut Connection,
    unit: &Unit,
    people: &[PersonId],
) -> samskab_web::Result<String> {
    let t = T(cx.locale);
    let poster = Poster::Unit(unit.id);
    let ladder = answering::ladder(connection, cx.tenant.id, poster, cx.now().day()).await?;
    let next = ladder.everybody().into_iter().find(|answerer| !people.contains(&answerer.person));
    Ok(match next {
        Some(next) => t.position_end_afterwards(&next.name, next.title.text(cx.locale)),
        None => t.position_end_nobody().to_owned(),
    })
}
