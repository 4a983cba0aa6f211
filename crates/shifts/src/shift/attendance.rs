//! GET and POST /vagter/{id}/fremmoede: who was there, on one page, everybody unless it is said
//! otherwise. Who was not there hears nothing of it (FX-06).

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_engagement::engagement::event::EngagementEnded;
use samskab_hours::hours::{self, Hours};
use samskab_organisation::person::PersonId;
use samskab_store::Tx;
use samskab_taskbank::task::time::as_beginning;
use samskab_web::{Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice};

use super::{
    Booking, BookingState, Shift, ShiftId,
    edit::{find, shell},
    event::AttendanceNoted,
    make::plan,
    place::Place,
    store::{self, BookingLine},
};
use crate::T;

samskab_web::form! {
    pub struct AttendanceForm {
        /// Bookings.
        var_der: several(shift_attendance_was_there).required(),
    }
}

#[derive(Template)]
#[template(path = "shift/attendance.html")]
struct AttendancePage {
    shell: Shell,
    t: T,
    lead: String,
    people: Vec<Choice>,
    form: AttendanceForm,
    action: String,
    back: String,
}

/// The bookings that a page of attendance asks about.
fn asked(lines: Vec<BookingLine>) -> Vec<BookingLine> {
    lines
        .into_iter()
        .filter(|line| {
            line.booking.state.is_live()
                || matches!(line.booking.state, BookingState::Attended | BookingState::Absent)
        })
        .collect()
}

pub async fn show(cx: Cx, Path(id): Path<ShiftId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (shift, place) = find(&cx, &mut reader, id).await?;
    if !can_be_noted(&shift, &cx) {
        return cx.redirect_saying(place.plan_href(&shift), "warning", "shift-flash-not-yet");
    }
    let lines = asked(store::bookings_of_shifts(&mut reader, cx.tenant.id, &[id]).await?);
    cx.page(page(&cx, &shift, &place, &lines))
}

fn can_be_noted(shift: &Shift, cx: &Cx) -> bool {
    shift.is_planned() && shift.has_begun(cx.now())
}

pub async fn save(cx: Cx, Path(id): Path<ShiftId>, Form(form): Form<AttendanceForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (_, place) = find(&cx, &mut tx, id).await?;
    let shift = store::locked(&mut tx, id).await?.or_not_found()?;
    if !can_be_noted(&shift, &cx) {
        return cx.redirect_saying(place.plan_href(&shift), "warning", "shift-flash-not-yet");
    }
    let mut stood_in = Vec::new();
    for line in asked(store::bookings_of_shifts(&mut tx, cx.tenant.id, &[id]).await?) {
        let was_there = form.var_der.contains(&line.booking.id.to_string());
        let was = line.booking.state;
        let noted = line.booking.attend(was_there, cx.now());
        if noted.state != was {
            store::save_booking(&mut tx, &noted, was).await?;
        }
        stood_in.extend(note_hours(&cx, &mut tx, &shift, &noted, &place.task.title).await?);
    }
    for ended in stood_in {
        tx.record(ended).await?;
    }
    tx.record(AttendanceNoted::of(&shift)).await?;
    tx.commit().await?;
    cx.redirect_saying(plan(place.task.id), "success", "shift-flash-attendance")
}

/// Who was there has given the shift's time; each of them corrects it, if it was longer or shorter. Of a stand-in
/// without an agreement: the event of what it stands with, to record last.
async fn note_hours(
    cx: &Cx,
    tx: &mut Tx,
    shift: &Shift,
    booking: &Booking,
    title: &str,
) -> samskab_store::Result<Option<EngagementEnded>> {
    if booking.state != BookingState::Attended {
        return Ok(None);
    }
    let (engagement, ended) = match booking.engagement {
        Some(engagement) => (engagement, None),
        None => super::once::stood_in(tx, shift, booking, title).await?,
    };
    let given = Hours {
        id: cx.new_id(),
        engagement,
        person: booking.person,
        booking: Some(booking.id),
        day: shift.starts_at.day(),
        minutes: shift.ends_at.since(shift.starts_at).as_mins(),
        // Nobody confirms their own hours.
        by_volunteer: cx.actor.person == Some(booking.person.uuid()),
        by: cx.actor.person.map(PersonId::from_uuid),
        removed_at: None,
        created_at: cx.now(),
        updated_at: cx.now(),
    };
    hours::store::add(tx, &given).await?;
    Ok(ended)
}

fn page(cx: &Cx, shift: &Shift, place: &Place, lines: &[BookingLine]) -> AttendancePage {
    let t = T(cx.locale);
    let was_there = |line: &&BookingLine| line.booking.state != BookingState::Absent;
    AttendancePage {
        shell: shell(cx, place, t.shift_attendance_title()),
        t,
        lead: as_beginning(&shift.when(cx.locale, cx.today())),
        people: lines.iter().map(|line| Choice::of(line.booking.id.to_string(), line.name.clone())).collect(),
        form: AttendanceForm {
            var_der: lines.iter().filter(was_there).map(|line| line.booking.id.to_string()).collect(),
            ..AttendanceForm::default()
        },
        action: format!("{}/fremmoede", shift.href()),
        back: place.plan_href(shift),
    }
}
