//! /organer/{id}/pladser/ny and /pladser/{id}/slut: a seat is bound to a position, a person or an association; it begins and
//! ends, and is never overwritten (RD-16, VB-13).

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Locale, Validity, danish::sort_key};
use samskab_organisation::{
    association::{self, State},
    body::{
        BodyId,
        seat::{self, Holder, Seat, SeatId, SeatRole},
    },
    person, position,
};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice};

use super::BodyWithMembers;
use crate::T;

samskab_web::form! {
    pub struct SeatForm {
        stilling: choice(seat_position).hint(seat_position_hint).first(seat_no_position),
        forening: choice(seat_association).first(seat_no_association),
        email: email(seat_email).hint(seat_email_hint).optional(),
        rolle: choice(seat_role).among(roles).without_first(),
        note: text(seat_note).hint(seat_note_hint).optional().max(150),
        fra: day(seat_from).required(),
        til: day(seat_to).hint(seat_to_hint).optional(),
    }
}

fn roles(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    let mut roles: Vec<Choice> =
        SeatRole::ALL.iter().map(|role| Choice::of(role.code(), role.label(*t))).collect();
    // Most are members.
    roles.rotate_right(1);
    roles
}

samskab_store::events! {
    pub about body(BodyId) { seat: SeatId }
    impl { fn of(seat: &Seat) { body: seat.body, seat: seat.id } }

    SeatGiven => "body.seat_given";
    SeatEnded => "body.seat_ended";
}

#[derive(Template)]
#[template(path = "body/seat.html")]
struct SeatPage {
    shell: Shell,
    t: T,
    form: SeatForm,
    positions: Vec<Choice>,
    associations: Vec<Choice>,
    action: String,
    back: String,
}

pub async fn new(cx: Cx, Path(id): Path<BodyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = BodyWithMembers::kept(&cx, &mut reader, id).await?;
    let form = SeatForm { fra: cx.today().to_string(), ..SeatForm::default() };
    let page = page(&cx, &mut reader, &found, form).await?;
    cx.page(page)
}

pub async fn add(cx: Cx, Path(id): Path<BodyId>, Form(form): Form<SeatForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = BodyWithMembers::kept(&cx, &mut tx, id).await?;
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let email = form.email().email(&mut check);
    let note = form.note().text(&mut check).unwrap_or_default();
    let from = form.fra().day(&mut check);
    let to = form.til().day(&mut check);
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        check.refuse(&form.til(), t.seat_ends_before());
    }
    let given =
        [&form.stilling, &form.forening, &form.email].iter().filter(|one| !one.trim().is_empty()).count();
    let mut holder = None;
    if given != 1 {
        check.refuse(&form.stilling(), t.seat_one_of_three());
    } else if let Some(email) = &email {
        match person::store::find_by_email(&mut tx, cx.tenant.id, email).await? {
            Some(person) => holder = Some(Holder::Person(person.id)),
            None => check.refuse(&form.email(), t.seat_unknown_email()),
        }
    } else if let Ok(id) = form.stilling.parse() {
        let held = position::store::find(&mut tx, cx.tenant.id, id, cx.today()).await?;
        holder = held.map(|held| Holder::Position(held.position.id));
    } else if let Ok(id) = form.forening.parse() {
        let association = association::store::find(&mut tx, cx.tenant.id, id).await?;
        holder = association.map(|one| Holder::Association(one.id));
    }
    let errors = check.done().err();
    let (Some(holder), Some(from), None) = (holder, from, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        let page = page(&cx, &mut tx, &found, form).await?;
        return cx.invalid(page);
    };
    let seat = Seat {
        id: cx.new_id(),
        body: id,
        holder,
        role: form.rolle.parse().unwrap_or(SeatRole::Member),
        note,
        validity: Validity { from, to },
    };
    seat::add(&mut tx, &seat).await?;
    tx.record(SeatGiven::of(&seat)).await?;
    tx.commit().await?;
    cx.redirect_saying(found.body.href(), "success", "seat-flash-added")
}

/// Today is its last day; one that has not begun is as if it had never been.
pub async fn end(cx: Cx, Path(id): Path<SeatId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seat = seat::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let found = BodyWithMembers::kept(&cx, &mut tx, seat.body).await?;
    let has_begun = seat.validity.from <= cx.today();
    let last = if has_begun { cx.today() } else { seat.validity.from.plus_days(-1) };
    let seat = Seat { validity: Validity { to: Some(last), ..seat.validity }, ..seat };
    seat::save(&mut tx, &seat).await?;
    tx.record(SeatEnded::of(&seat)).await?;
    tx.commit().await?;
    cx.redirect_saying(found.body.href(), "success", "seat-flash-ended")
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    found: &BodyWithMembers,
    form: SeatForm,
) -> Result<SeatPage> {
    let t = T(cx.locale);
    let positions = position_choices(cx, connection).await?;
    let mut associations = association::store::all(connection, cx.tenant.id).await?;
    associations.retain(|one| one.state == State::Approved);
    Ok(SeatPage {
        shell: found.under(cx, t.seat_add()),
        t,
        form,
        positions,
        associations: associations
            .iter()
            .map(|one| Choice::of(one.id.to_string(), one.full_name()))
            .collect(),
        action: format!("{}/pladser/ny", found.body.href()),
        back: found.body.href(),
    })
}

/// The positions of the municipality, each with who holds it, as one looks for them.
pub async fn position_choices(cx: &Cx, connection: &mut Connection) -> Result<Vec<Choice>> {
    let held = position::store::all(connection, cx.tenant.id, cx.today()).await?;
    let position = |held: &position::Held| {
        let who = held.holder_names();
        let label = match who.as_str() {
            "" => held.position.title.clone(),
            who => format!("{} ({who})", held.position.title),
        };
        Choice::of(held.position.id.to_string(), label)
    };
    let mut public: Vec<&position::Held> =
        held.iter().filter(|held| held.position.kind.is_public()).collect();
    public.sort_by_cached_key(|held| sort_key(&held.position.title));
    Ok(public.into_iter().map(position).collect())
}
