//! /organer/{id}/pladser/ny, and /pladser/{id}/efterfoelger and …/besaettes-ikke: a seat is bound to a position, a
//! person or an association; it begins and ends, and is never overwritten (RD-16, VB-13). When it ends, the same goes on in a
//! seat of its own, somebody else does, or it is said why nobody does.

use std::collections::HashMap;

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, Locale, Validity, danish::sort_key, jiff::Unit};
use samskab_organisation::{
    association::{self, State},
    body::{
        BodyId,
        seat::{self, Holder, Seat, SeatId, SeatRole},
    },
    person, position, unit,
};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Check, Cx, Errors, Form, Result, Shell,
    error::OrNotFound as _,
    form::{Choice, ticked},
};

use super::{BodyWithMembers, terms};
use crate::{
    T,
    authority::{Action, may},
};

samskab_web::form! {
    pub struct SeatForm {
        /// Only for a seat that ends.
        samme: tick(seat_same).hint(seat_same_hint),
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
    // “Member” comes first, because most are members.
    roles.rotate_right(1);
    roles
}

samskab_store::events! {
    pub about body(BodyId) { seat: SeatId }
    impl { fn of(seat: &Seat) { body: seat.body, seat: seat.id } }

    SeatGiven => "body.seat_given";
    SeatEnded => "body.seat_ended";
    /// The seat has ended or will, and nobody is to follow.
    SeatClosed => "body.seat_closed";
}

#[derive(Template)]
#[template(path = "body/seat.html")]
struct SeatPage {
    shell: Shell,
    t: T,
    form: SeatForm,
    lead: String,
    /// What the end of the old seat means; empty: this is a new seat.
    meaning: String,
    positions: Vec<Choice>,
    associations: Vec<Choice>,
    /// Whether the form asks for a role; a successor has the role of the old seat.
    asks_role: bool,
    button: &'static str,
    action: String,
    /// The address at which somebody says that nobody follows.
    close: String,
    back: String,
}

pub async fn new(cx: Cx, Path(id): Path<BodyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = BodyWithMembers::kept(&cx, &mut reader, id).await?;
    let form = SeatForm { fra: cx.today().to_string(), ..SeatForm::default() };
    let page = page(&cx, &mut reader, &found, form).await?;
    cx.page(page)
}

/// What the form means; `follows`: the seat after which it begins.
async fn read(
    cx: &Cx,
    tx: &mut Tx,
    form: &SeatForm,
    body: BodyId,
    follows: Option<&Seat>,
) -> Result<std::result::Result<Seat, Errors>> {
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
    if let (Some(from), Some(last)) = (from, follows.and_then(|seat| seat.validity.to))
        && from <= last
    {
        check.refuse(&form.fra(), t.seat_begins_before(cx.locale.day(last)));
    }
    let given =
        [&form.stilling, &form.forening, &form.email].iter().filter(|one| !one.trim().is_empty()).count();
    // A person chosen below takes precedence over the ticked box that was there already.
    let same = follows.map(|seat| seat.holder).filter(|_| form.samme().is_ticked() && given == 0);
    let mut holder = same.filter(|holder| *holder != Holder::Nobody);
    if given != 1 && holder.is_none() {
        check.refuse(&form.stilling(), t.seat_one_of_three());
    } else if let Some(email) = &email {
        match person::store::find_by_email(tx, cx.tenant.id, email).await? {
            Some(person) => holder = Some(Holder::Person(person.id)),
            None => check.refuse(&form.email(), t.seat_unknown_email()),
        }
    } else if let Ok(id) = form.stilling.parse() {
        let held = position::store::find(tx, cx.tenant.id, id, cx.today()).await?;
        holder = held.map(|held| Holder::Position(held.position.id));
    } else if let Ok(id) = form.forening.parse() {
        let association = association::store::find(tx, cx.tenant.id, id).await?;
        holder = association.map(|one| Holder::Association(one.id));
    }
    let errors = check.done().err();
    let (Some(holder), Some(from), None) = (holder, from, &errors) else {
        return Ok(Err(errors.unwrap_or_default()));
    };
    let role = follows.map_or_else(|| form.rolle.parse().unwrap_or(SeatRole::Member), |seat| seat.role);
    let new = Seat::new(cx.new_id(), body, holder, role, Validity { from, to });
    Ok(Ok(Seat { note, follows: follows.map(|seat| seat.id), ..new }))
}

pub async fn add(cx: Cx, Path(id): Path<BodyId>, Form(form): Form<SeatForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = BodyWithMembers::kept(&cx, &mut tx, id).await?;
    let seat = match read(&cx, &mut tx, &form, id, None).await? {
        Ok(seat) => seat,
        Err(errors) => {
            let page = page(&cx, &mut tx, &found, form.with_errors(errors)).await?;
            return cx.invalid(page);
        }
    };
    seat::add(&mut tx, &seat).await?;
    tx.record(SeatGiven::of(&seat)).await?;
    tx.commit().await?;
    cx.redirect_saying(found.body.href(), "success", "seat-flash-added")
}

/// A seat for which a successor must still be named, for those who may: whoever runs the meetings, but not about
/// their own seat. When that is done already, a redirect to the body.
async fn open(
    cx: &Cx,
    connection: &mut Connection,
    id: SeatId,
) -> Result<std::result::Result<(Seat, BodyWithMembers), Response>> {
    let seat = seat::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    let found = BodyWithMembers::read(cx, connection, seat.body).await?;
    let may_fill = may(&cx.actor, Action::FillSeats, found.tie) && !found.is_own_seat(cx, id);
    cx.require(may_fill || may(&cx.actor, Action::KeepBodies, found.tie))?;
    let until = seat.validity.to.map(|to| to.max(cx.today()));
    let open = match until {
        Some(until) => seat::open_ends(connection, cx.tenant.id, until).await?,
        None => Vec::new(),
    };
    match open.iter().any(|one| one.id == id) {
        true => Ok(Ok((seat, found))),
        false => Ok(Err(cx.redirect_saying(found.body.href(), "warning", "seat-flash-settled")?)),
    }
}

/// GET /pladser/{id}/efterfoelger: the same goes on, or somebody else does.
pub async fn ask_follower(cx: Cx, Path(id): Path<SeatId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (seat, found) = match open(&cx, &mut reader, id).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    // Whoever fills a vacant seat begins today.
    let is_vacant = terms::is_vacant(&seat, cx.today());
    let next = if is_vacant { Validity::since(cx.today()) } else { next_term(seat.validity) };
    let form = SeatForm {
        samme: ticked(seat.holder != Holder::Nobody && !is_vacant),
        note: seat.note.clone(),
        fra: next.from.to_string(),
        til: next.to.map(|to| to.to_string()).unwrap_or_default(),
        ..SeatForm::default()
    };
    let page = follower_page(&cx, &mut reader, &seat, &found, form).await?;
    cx.page(page)
}

/// From the day after, and as many months as before.
fn next_term(validity: Validity) -> Validity {
    let Some(last) = validity.to else { return validity };
    let from = last.plus_days(1);
    let months = validity.from.date().until((Unit::Month, from.date())).ok();
    let months = months.filter(|span| span.get_days() == 0 && span.get_months() > 0);
    let end = months.and_then(|span| from.date().checked_add(span).ok());
    Validity { from, to: end.map(|end| Day::from(end).plus_days(-1)) }
}

pub async fn follow(cx: Cx, Path(id): Path<SeatId>, Form(form): Form<SeatForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    // Two may do it at the same time.
    seat::lock(&mut tx, id).await?;
    let (before, found) = match open(&cx, &mut tx, id).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let seat = match read(&cx, &mut tx, &form, before.body, Some(&before)).await? {
        Ok(seat) => seat,
        Err(errors) => {
            let page = follower_page(&cx, &mut tx, &before, &found, form.with_errors(errors)).await?;
            return cx.invalid(page);
        }
    };
    seat::add(&mut tx, &seat).await?;
    tx.record(SeatGiven::of(&seat)).await?;
    tx.commit().await?;
    let said = if seat.holder == before.holder { "seat-flash-renewed" } else { "seat-flash-followed" };
    cx.redirect_saying(found.body.href(), "success", said)
}

samskab_web::form! {
    pub struct CloseForm {
        grund: paragraph(seat_close_reason).hint(seat_close_reason_hint).rows(3).required().max(300),
    }
}

#[derive(Template)]
#[template(path = "meeting/cancel.html")]
struct ClosePage {
    shell: Shell,
    t: T,
    form: CloseForm,
    lead: String,
    told: &'static str,
    button: &'static str,
    action: String,
    back: String,
}

/// GET and POST /pladser/{id}/besaettes-ikke: nobody is to follow, because …
pub async fn ask_close(cx: Cx, Path(id): Path<SeatId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (seat, found) = match open(&cx, &mut reader, id).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let page = close_page(&cx, &mut reader, &seat, &found, CloseForm::default()).await?;
    cx.page(page)
}

pub async fn close(cx: Cx, Path(id): Path<SeatId>, Form(form): Form<CloseForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    seat::lock(&mut tx, id).await?;
    let (seat, found) = match open(&cx, &mut tx, id).await? {
        Ok(open) => open,
        Err(elsewhere) => return Ok(elsewhere),
    };
    let mut check = Check::new(cx.locale);
    let reason = form.grund().text(&mut check).unwrap_or_default();
    if let Err(errors) = check.done() {
        let page = close_page(&cx, &mut tx, &seat, &found, form.with_errors(errors)).await?;
        return cx.invalid(page);
    }
    let seat = Seat { closed_at: Some(cx.now()), closed_reason: reason, ..seat };
    seat::save(&mut tx, &seat).await?;
    tx.record(SeatClosed::of(&seat)).await?;
    tx.commit().await?;
    cx.redirect_saying(found.body.href(), "success", "seat-flash-closed")
}

async fn close_page(
    cx: &Cx,
    connection: &mut Connection,
    seat: &Seat,
    found: &BodyWithMembers,
    form: CloseForm,
) -> Result<ClosePage> {
    let t = T(cx.locale);
    Ok(ClosePage {
        shell: found.under(cx, t.seat_close()),
        t,
        form,
        lead: lead(cx, connection, seat, found).await?,
        told: t.seat_close_means(),
        button: t.seat_close_button(),
        action: format!("/pladser/{}/besaettes-ikke", seat.id),
        back: terms::follow_href(seat.id),
    })
}

/// "Formand i Frivilligrådet: Prøve Testesen. Pladsen slutter 31. december 2026."
async fn lead(cx: &Cx, connection: &mut Connection, seat: &Seat, found: &BodyWithMembers) -> Result<String> {
    let which = which(cx, connection, seat, found).await?;
    Ok(format!("{which} {}", terms::said_end(T(cx.locale), cx.locale, seat, cx.today())))
}

/// "Formand i Frivilligrådet: Prøve Testesen." One query.
pub(super) async fn which(
    cx: &Cx,
    connection: &mut Connection,
    seat: &Seat,
    found: &BodyWithMembers,
) -> Result<String> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let name = match seat.holder {
        Holder::Person(id) => person::store::find(connection, tenant, id).await?.map(|one| one.name),
        Holder::Association(id) => {
            association::store::find(connection, tenant, id).await?.map(|one| one.full_name())
        }
        Holder::Position(id) => {
            position::store::find(connection, tenant, id, cx.today()).await?.map(|one| one.position.title)
        }
        Holder::Nobody => None,
    };
    Ok(match name {
        None => t.seat_which(&found.body.name, seat.role.label(*t)),
        Some(name) => t.seat_whose(&found.body.name, name, seat.role.label(*t)),
    })
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
        lead: t.seat_lead().to_owned(),
        meaning: String::new(),
        positions,
        associations: associations
            .iter()
            .map(|one| Choice::of(one.id.to_string(), one.full_name()))
            .collect(),
        asks_role: true,
        button: t.seat_add_button(),
        action: format!("{}/pladser/ny", found.body.href()),
        close: String::new(),
        back: found.body.href(),
    })
}

async fn follower_page(
    cx: &Cx,
    connection: &mut Connection,
    seat: &Seat,
    found: &BodyWithMembers,
    form: SeatForm,
) -> Result<SeatPage> {
    let t = T(cx.locale);
    let ahead = terms::meetings_ahead(connection, cx.tenant.id, seat.body, cx.now()).await?;
    let page = page(cx, connection, found, form).await?;
    Ok(SeatPage {
        shell: found.under(
            cx,
            match terms::is_vacant(seat, cx.today()) {
                true => t.seat_fill(),
                false => t.seat_follow(),
            },
        ),
        lead: lead(cx, connection, seat, found).await?,
        meaning: terms::said_left(t, terms::meetings_left(&ahead, seat, cx.now())),
        asks_role: false,
        button: t.seat_follow_button(),
        action: terms::follow_href(seat.id),
        close: format!("/pladser/{}/besaettes-ikke", seat.id),
        ..page
    })
}

/// The positions of the municipality, each with its place and who holds it, as one looks for them. Two queries.
pub async fn position_choices(cx: &Cx, connection: &mut Connection) -> Result<Vec<Choice>> {
    let held = position::store::all(connection, cx.tenant.id, cx.today()).await?;
    let units = unit::store::all(connection, cx.tenant.id, cx.today()).await?;
    let places: HashMap<_, &str> = units.iter().map(|unit| (unit.id, unit.name.as_str())).collect();
    let position = |held: &position::Held| {
        // Several positions have the same title, and some have no holder.
        let mut label = held.position.title.clone();
        if let Some(place) = places.get(&held.position.unit) {
            label = format!("{label}, {place}");
        }
        let who = held.holder_names();
        if !who.is_empty() {
            label = format!("{label} ({who})");
        }
        Choice::of(held.position.id.to_string(), label)
    };
    let mut public: Vec<&position::Held> =
        held.iter().filter(|held| held.position.kind.is_public()).collect();
    public.sort_by_cached_key(|held| {
        let place = places.get(&held.position.unit).copied().unwrap_or_default();
        (sort_key(&held.position.title), sort_key(place))
    });
    Ok(public.into_iter().map(position).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_term_is_as_long_as_the_last_and_an_odd_one_has_no_end() {
        let term = |from, to| next_term(Validity { from, to: Some(to) });
        let four = term(Day::of(2022, 1, 1), Day::of(2025, 12, 31));
        assert_eq!(four, Validity { from: Day::of(2026, 1, 1), to: Some(Day::of(2029, 12, 31)) });
        let odd = term(Day::of(2026, 1, 1), Day::of(2026, 3, 12));
        assert_eq!(odd, Validity::since(Day::of(2026, 3, 13)));
    }
}
