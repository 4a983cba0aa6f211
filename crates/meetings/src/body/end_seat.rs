//! GET and POST /pladser/{id}/slut: a seat ends today. Who sits there and what follows is said first, and asked.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, Validity};
use samskab_organisation::body::{
    Member,
    seat::{self, Holder, Seat, SeatId},
};
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell, error::OrNotFound as _};

use super::{
    BodyWithMembers,
    seats::{SeatEnded, which},
    terms,
};
use crate::T;

#[derive(Template)]
#[template(path = "body/end_seat.html")]
struct EndSeatPage {
    shell: Shell,
    t: T,
    lead: String,
    /// Empty: it has not begun.
    since: String,
    /// The consequences, one sentence each.
    follows: Vec<String>,
    action: String,
    back: String,
}

/// The seat has ended, ends today anyway, or was taken back before it began.
fn is_over(seat: &Seat, today: Day) -> bool {
    seat.validity.to.is_some_and(|to| to <= today || to < seat.validity.from)
}

/// The seat as it is when it ends today; one that has not begun is as if it had never been.
fn ended(seat: Seat, today: Day) -> Seat {
    let last = if seat.validity.from <= today { today } else { seat.validity.from.plus_days(-1) };
    Seat { validity: Validity { to: Some(last), ..seat.validity }, ..seat }
}

/// `one` continues `seat`: somebody follows in it, or its holder has a later seat of the same role that follows none.
fn goes_on(seat: &Seat, one: &Seat, today: Day) -> bool {
    let is_next = match one.follows {
        Some(before) => before == seat.id,
        None => {
            let is_same = seat.holder != Holder::Nobody && (one.holder, one.role) == (seat.holder, seat.role);
            is_same && one.validity.from > today
        }
    };
    is_next && one.validity.to.is_none_or(|to| to >= one.validity.from)
}

/// GET /pladser/{id}/slut. At most fifteen queries.
pub async fn ask(cx: Cx, Path(id): Path<SeatId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seat = seat::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let found = BodyWithMembers::kept(&cx, &mut reader, seat.body).await?;
    if is_over(&seat, cx.today()) {
        return cx.redirect_saying(found.body.href(), "warning", "seat-flash-settled");
    }
    let t = T(cx.locale);
    let page = EndSeatPage {
        shell: found.under(&cx, t.seat_end_title()),
        t,
        lead: which(&cx, &mut reader, &seat, &found).await?,
        since: match seat.validity.from > cx.today() {
            true => String::new(),
            false => t.seat_since(cx.locale.day(seat.validity.from)),
        },
        follows: follows(&cx, &mut reader, &seat, &found).await?,
        action: format!("/pladser/{id}/slut"),
        back: found.body.href(),
    };
    cx.page(page)
}

/// What follows when the seat ends, in words. Runs two queries.
async fn follows(
    cx: &Cx,
    connection: &mut Connection,
    seat: &Seat,
    found: &BodyWithMembers,
) -> Result<Vec<String>> {
    let (t, tenant, today) = (T(cx.locale), cx.tenant.id, cx.today());
    let mut lines = Vec::new();
    let seats = seat::of_body(connection, tenant, seat.body).await?;
    // A body that ends today leaves no seat to be filled.
    let is_kept = seat.closed_at.is_none() && found.body.validity.to.is_none_or(|last| last > today);
    if seat.validity.from > today {
        lines.push(t.seat_end_never().to_owned());
        // The seat that it was to follow is the one that is filled.
        if seat.follows.is_none() {
            lines.push(t.seat_end_add().to_owned());
        }
    } else if is_kept && !seats.iter().any(|one| goes_on(seat, one, today)) {
        lines.push(t.seat_end_vacant().to_owned());
    }
    if seat.role.runs_meetings() {
        let is_other = |member: &&Member| {
            member.role.runs_meetings() && member.seat != Some(seat.id) && member.person.is_some()
        };
        let others: Vec<&str> =
            found.membership.members.iter().filter(is_other).map(|member| member.name.as_str()).collect();
        lines.push(match others.is_empty() {
            true => t.seat_end_nobody_leads().to_owned(),
            false => t.seat_end_leads(others.join(", ")),
        });
        let ahead = terms::meetings_ahead(connection, tenant, seat.body, cx.now()).await?;
        lines.push(terms::said_left(t, terms::meetings_left(&ahead, &ended(seat.clone(), today), cx.now())));
    }
    lines.push(t.seat_end_untold().to_owned());
    lines.retain(|line| !line.is_empty());
    Ok(lines)
}

/// POST /pladser/{id}/slut
pub async fn end(cx: Cx, Path(id): Path<SeatId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    seat::lock(&mut tx, id).await?;
    let seat = seat::find(&mut tx, cx.tenant.id, id).await?.or_not_found()?;
    let found = BodyWithMembers::kept(&cx, &mut tx, seat.body).await?;
    if is_over(&seat, cx.today()) {
        return cx.redirect_saying(found.body.href(), "warning", "seat-flash-settled");
    }
    // Nobody whose seat is ended is asked by a mail whether they go on.
    let told_at = seat.told_at.or(Some(cx.now()));
    let seat = Seat { told_at, ..ended(seat, cx.today()) };
    seat::save(&mut tx, &seat).await?;
    tx.record(SeatEnded::of(&seat)).await?;
    tx.commit().await?;
    cx.redirect_saying(found.body.href(), "success", "seat-flash-ended")
}
