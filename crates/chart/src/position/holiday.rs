//! *Ferie og stedfortræder*: when I am away, and who steps in for me then.

use axum::response::Response;
use samskab_web::{Cx, Result, Shell};

use crate::T;
use samskab_organisation::{
    answering::while_away,
    authority::{Action, Resource, may},
    position::{AbsenceId, Capacity, store},
    profile::{self, absence::AbsenceForm},
};

#[derive(askama::Template)]
#[template(path = "position/holiday.html")]
struct HolidayPage {
    shell: Shell,
    t: T,
    positions: Vec<PositionLine>,
    absences: Vec<(AbsenceId, String)>,
    form: AbsenceForm,
}

struct PositionLine {
    title: String,
    href: String,
    /// Who steps in, or who answers without a deputy; empty when nobody does.
    deputies: String,
    /// I am the deputy here.
    is_deputy: bool,
    /// Whether I may say myself who steps in.
    may_appoint: bool,
}

pub(super) async fn show(cx: Cx) -> Result<Response> {
    let me = profile::me(&cx)?;
    let today = cx.now().day();
    let mut reader = cx.read().await?;
    let held = store::of_person(&mut reader, cx.tenant.id, me, today).await?;
    let answering = while_away(&mut reader, cx.tenant.id, me, today).await?;
    let absences = store::absences(&mut reader, cx.tenant.id, me, today).await?;
    drop(reader);
    let t = T(cx.locale);
    let positions = held
        .into_iter()
        .map(|held| PositionLine {
            title: held.position.title.clone(),
            href: held.position.href(),
            deputies: match answering.iter().find(|one| one.id == held.position.id) {
                Some(one) if one.deputies.is_empty() && !one.answering.is_empty() => {
                    t.holiday_no_deputy(one.names(cx.locale))
                }
                Some(one) => one.names(cx.locale),
                None => String::new(),
            },
            is_deputy: held
                .appointments
                .iter()
                .all(|other| other.person != me || other.capacity == Capacity::Deputy),
            may_appoint: may(&cx.actor, Action::Appoint, Resource::Unit(held.position.unit)),
        })
        .collect();
    let period = |first, last| t.position_from_to(cx.locale.day(first), cx.locale.day(last));
    let page = HolidayPage {
        shell: cx.shell(t.holiday_title()).here(),
        t,
        positions,
        absences: absences
            .into_iter()
            .map(|absence| (absence.id, period(absence.first_day, absence.last_day)))
            .collect(),
        form: AbsenceForm::default(),
    };
    cx.page(page)
}
