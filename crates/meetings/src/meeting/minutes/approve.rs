//! Minutes are approved: by the button of their page, or by the point of a later meeting in which the body said yes to them. The
//! decisions get their numbers, what is open to all can be read by all, and whoever was called is told, once.

use axum::{extract::Path, response::Response};
use samskab_kernel::Day;
use samskab_organisation::person::PersonId;
use samskab_store::{Connection, Tx};
use samskab_web::{Check, Cx, Form, Result};

use super::{MinutesForm, letter, note_as_shown, page, shown_again};
use crate::{
    T,
    meeting::{
        Item, ItemState, Meeting, MeetingId, MeetingOfBody, Verdict, agenda,
        event::MinutesApproved,
        request,
        rules::{Refused, number},
        source_of_minutes, store,
    },
};

/// POST /moeder/{id}/referat/godkend. Who was there is saved with it, as it stands on the page.
pub async fn approve(cx: Cx, Path(id): Path<MeetingId>, Form(form): Form<MinutesForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = MeetingOfBody::run_locked(&cx, &mut tx, id).await?;
    let href = found.meeting.href();
    let found = match note_as_shown(&cx, &mut tx, found, &form).await? {
        Ok(found) => found,
        Err(wrong) => return cx.invalid(*wrong),
    };
    let items = store::items(&mut tx, cx.tenant.id, id).await?;
    let meeting = match found.meeting.clone().approve(&items, cx.now()) {
        Ok(meeting) => meeting,
        Err(Refused::NoQuorum(_)) => {
            // What was noted about attendance is kept.
            tx.commit().await?;
            let to = shown_again(&found.meeting, &form);
            return cx.redirect_saying(to, "warning", "meeting-flash-no-quorum");
        }
        Err(_) => return cx.redirect_saying(href, "warning", "meeting-flash-was-changed"),
    };
    let mut check = Check::new(cx.locale);
    let approved_on = form.dag().day(&mut check).unwrap_or(cx.today());
    if approved_on < meeting.starts_at.day() || approved_on > cx.today() {
        check.refuse(&form.dag(), T(cx.locale).minutes_approved_on_wrong());
    }
    if let Err(errors) = check.done() {
        let page = page(&cx, &mut tx, &found, form.with_errors(errors)).await?;
        return cx.invalid(page);
    }
    earlier(&cx, &mut tx, &found, &items).await?;
    let found = MeetingOfBody { meeting, ..found };
    settle(&cx, &mut tx, found, items, approved_on).await?;
    tx.commit().await?;
    cx.redirect_saying(href, "success", "meeting-flash-approved")
}

/// The minutes to which points of this meeting say yes are approved, on its day. Those that are approved already stay as they are.
pub(super) async fn earlier(cx: &Cx, tx: &mut Tx, found: &MeetingOfBody, items: &[Item]) -> Result<()> {
    let yes = |item: &&Item| item.state == ItemState::Decided && item.verdict == Some(Verdict::Approved);
    for id in items.iter().filter(yes).filter_map(Item::minutes) {
        let before = MeetingOfBody::run_locked(cx, tx, id).await?;
        let items = store::items(tx, cx.tenant.id, id).await?;
        let Ok(meeting) = before.meeting.clone().approve(&items, cx.now()) else { continue };
        let on = found.meeting.starts_at.day().max(meeting.starts_at.day());
        settle(cx, tx, MeetingOfBody { meeting, ..before }, items, on).await?;
    }
    Ok(())
}

/// What follows from an approval, however it came.
async fn settle(
    cx: &Cx,
    tx: &mut Tx,
    found: MeetingOfBody,
    items: Vec<Item>,
    approved_on: Day,
) -> Result<()> {
    let approved_by = cx.actor.person.map(PersonId::from_uuid);
    let meeting = Meeting { approved_on: Some(approved_on), approved_by, ..found.meeting };
    let day = meeting.starts_at.day();
    let last = store::last_number(tx, cx.tenant.id, meeting.body, day).await?;
    request::close(cx, tx, &items).await?;
    let numbered = number(items, day.date().year(), last, cx.now());
    for item in &numbered {
        store::save_item(tx, item).await?;
    }
    store::save(tx, &meeting).await?;
    let source = source_of_minutes(meeting.id);
    for item in store::unsent(tx, cx.tenant.id, meeting.body, source).await? {
        agenda::remove(tx, &item).await?;
    }
    // Whoever has read of it on an agenda reads there that it is off.
    let source = source_of_minutes(meeting.id);
    for item in store::sent(tx, cx.tenant.id, meeting.body, source, cx.now()).await? {
        agenda::withdraw_open(tx, item.id).await?;
    }
    let found = MeetingOfBody { meeting, ..found };
    letter::tell_approved(cx, tx, &found, &numbered).await?;
    tx.record(MinutesApproved::of(&found.meeting)).await?;
    Ok(())
}

/// The meeting whose minutes the body is asked to approve in this point. One query at most.
pub(super) async fn minutes_of(cx: &Cx, connection: &mut Connection, item: &Item) -> Result<Option<Meeting>> {
    match item.minutes() {
        Some(id) => Ok(store::find(connection, cx.tenant.id, id).await?),
        None => Ok(None),
    }
}

/// Says that earlier minutes are approved, or when they will be.
pub(super) fn said_earlier(t: T, earlier: &Meeting) -> String {
    match earlier.approved_day() {
        Some(day) => t.minutes_approved(t.0.day(day)),
        None => t.minutes_approves_these().to_owned(),
    }
}
