//! GET and POST /vagter/{id}/rediger: one shift gets another time or other numbers. A change of its
//! series leaves it alone from then on. With people in it, the page says who is asked again, and asks once.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_store::{Connection, Tx};
use samskab_web::{Cx, Errors, Form, Result, Shell, error::OrNotFound as _};

use super::{
    Shift, ShiftId, change,
    form::{Meant, ShiftForm, rhythms},
    gathered,
    hindrance::taken,
    make::{FormPage, plan},
    place::Place,
    store::{self, BookingLine},
};
use crate::T;
use crate::authority::{Action, may};

/// The page that asks once before people are asked again or told.
#[derive(Template)]
#[template(path = "shift/confirm.html")]
pub struct ConfirmPage {
    pub shell: Shell,
    pub t: T,
    pub title: &'static str,
    pub lead: String,
    /// Each shift with what happens to it, and its people.
    pub asked: Vec<Affected>,
    pub told: Vec<Affected>,
    pub action: String,
    pub back: String,
    pub button: &'static str,
    pub fields: Vec<(&'static str, String)>,
}

/// A shift with people in it that is about to change.
pub struct Affected {
    pub before: String,
    pub after: String,
    pub people: Vec<String>,
    /// Without an e-mail: somebody must call them.
    pub to_call: Vec<String>,
}

impl Affected {
    pub fn new(cx: &Cx, before: &Shift, after: Option<&Shift>, lines: &[BookingLine]) -> Self {
        let live =
            || lines.iter().filter(|line| line.booking.shift == before.id && line.booking.state.is_live());
        Self {
            before: samskab_taskbank::task::time::as_beginning(&before.when(cx.locale, cx.today())),
            after: after.map(|after| after.when(cx.locale, cx.today())).unwrap_or_default(),
            people: live().map(|line| line.name.clone()).collect(),
            to_call: live().filter(|line| line.email.is_none()).map(|line| line.name.clone()).collect(),
        }
    }
}

/// The shift and its place, for somebody who plans there.
pub async fn find(cx: &Cx, connection: &mut Connection, id: ShiftId) -> Result<(Shift, Place)> {
    let shift = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    let place = Place::of(cx, connection, shift.task).await?.or_not_found()?;
    cx.require(may(&cx.actor, Action::PlanShifts, &place.task))?;
    Ok((shift, place))
}

pub async fn show(cx: Cx, Path(id): Path<ShiftId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (shift, place) = find(&cx, &mut reader, id).await?;
    if !shift.is_planned() || shift.has_begun(cx.now()) {
        return cx.redirect_saying(place.plan_href(&shift), "warning", "shift-flash-over");
    }
    let form = ShiftForm::of_shift(cx.locale, &shift);
    cx.page(page(&cx, &shift, &place, form))
}

pub async fn save(cx: Cx, Path(id): Path<ShiftId>, Form(form): Form<ShiftForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, place) = find(&cx, &mut tx, id).await?;
    let shift = store::locked(&mut tx, id).await?.or_not_found()?;
    if !shift.is_planned() || shift.has_begun(cx.now()) {
        return cx.redirect_saying(place.plan_href(&shift), "warning", "shift-flash-over");
    }
    let meant = match form.parse(&cx, false) {
        Ok(meant) => meant,
        Err(errors) => return cx.invalid(page(&cx, &shift, &place, form.with_errors(errors))),
    };
    let is_same_time = meant.times() == (shift.starts_at, shift.ends_at);
    let questions = if is_same_time { Vec::new() } else { form.questions(&cx, &meant, &place.task, 0) };
    if !questions.is_empty() {
        return cx.invalid(page(&cx, &shift, &place, form).asking(questions, meant.key(0)));
    }
    let lines = change::live(&mut tx, &shift).await?;
    let there = taken(lines.iter().map(|line| &line.booking));
    if meant.wanted < there {
        let mut errors = Errors::default();
        errors.add(&form.hoejst(), T(cx.locale).shift_error_wanted_taken(there));
        return cx.invalid(page(&cx, &shift, &place, form.with_errors(errors)));
    }
    let after = changed(&shift, &meant, &cx);
    let is_moved = after.sequence != shift.sequence;
    if is_moved && !lines.is_empty() && !form.is_confirmed() {
        return cx.page(ask_once(&cx, &shift, &after, &place, &lines, &form));
    }
    move_one(&mut tx, &place, &shift, &after).await?;
    tx.commit().await?;
    let said = if is_moved && !lines.is_empty() { "shift-flash-moved-asked" } else { "shift-flash-changed" };
    cx.redirect_saying(place.plan_href(&after), "success", said)
}

async fn move_one(tx: &mut Tx, place: &Place, before: &Shift, after: &Shift) -> samskab_store::Result<()> {
    let mut told = Vec::new();
    let happened = change::save(tx, before, after, &mut told).await?;
    gathered::write(tx, place, told, "").await?;
    change::record_last(tx, &[happened])
}

fn changed(shift: &Shift, meant: &Meant, cx: &Cx) -> Shift {
    let after = shift.clone().moved_to(meant.times(), cx.now());
    Shift {
        title: meant.title.clone(),
        minimum: meant.minimum,
        wanted: meant.wanted,
        by_hand: true,
        updated_at: cx.now(),
        ..after
    }
}

fn ask_once(
    cx: &Cx,
    shift: &Shift,
    after: &Shift,
    place: &Place,
    lines: &[BookingLine],
    form: &ShiftForm,
) -> ConfirmPage {
    let t = T(cx.locale);
    ConfirmPage {
        shell: shell(cx, place, t.shift_confirm_title()),
        t,
        title: t.shift_confirm_title(),
        lead: t.shift_confirm_lead().to_owned(),
        asked: vec![Affected::new(cx, shift, Some(after), lines)],
        told: Vec::new(),
        action: format!("{}/rediger", shift.href()),
        back: place.plan_href(shift),
        button: t.shift_confirm_button(),
        fields: form.again(),
    }
}

pub fn shell(cx: &Cx, place: &Place, title: &str) -> Shell {
    let t = T(cx.locale);
    cx.shell(title)
        .under(format!("/opgaver/{}", place.task.id), place.task.title.clone())
        .under(plan(place.task.id), t.shift_plan_title())
        .here()
}

fn page(cx: &Cx, shift: &Shift, place: &Place, form: ShiftForm) -> FormPage {
    let t = T(cx.locale);
    FormPage {
        shell: shell(cx, place, t.shift_edit_title()),
        t,
        title: t.shift_edit_title(),
        lead: samskab_taskbank::task::time::as_beginning(&shift.when(cx.locale, cx.today())),
        action: format!("{}/rediger", shift.href()),
        back: place.plan_href(shift),
        button: t.shift_edit_button(),
        rhythms: rhythms(cx.locale, true),
        form,
        questions: Vec::new(),
        key: String::new(),
        may_repeat: false,
        following_href: match shift.series {
            Some(_) => format!("{}/foelgende", shift.href()),
            None => String::new(),
        },
    }
}
