//! The points of an agenda: written, ordered, withdrawn, and fetched from what waits – minutes to approve, what was put off,
//! what somebody promised to do, and the body's own standing points (RS-73).

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::Locale;
use samskab_organisation::body::Body;
use samskab_store::{Connection, Tx};
use samskab_web::{Check, Cx, Error, Form, Result, Shell, error::OrNotFound as _, form::Choice};

use super::{
    Item, ItemId, ItemState, Meeting, MeetingId, MeetingOfBody, Verb,
    event::{AgendaFilled, ItemAdded, ItemChanged, ItemRemoved},
    follow_up, request, source_of_minutes, store,
};
use crate::T;

samskab_web::form! {
    pub struct ItemForm {
        titel: text(item_title).required().max(200),
        verbum: choice(item_verb).hint(item_verb_hint).among(verbs).required(),
        om: paragraph(item_about).optional().rows(6).at_most(10000),
        indstilling: paragraph(item_proposal).hint(item_proposal_hint).optional().rows(3).at_most(3000),
        sag: text(item_case_number).optional().max(60).width("s"),
        kle: text(item_kle).hint(item_kle_hint).optional().max(8).width("s"),
        lukket: tick(item_closed).hint(item_closed_hint).unmarked(),
    }
}

fn verbs(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    Verb::ALL.iter().map(|verb| Choice::of(verb.code(), verb.label(t))).collect()
}

#[derive(Template)]
#[template(path = "meeting/item.html")]
struct ItemPage {
    shell: Shell,
    t: T,
    form: ItemForm,
    action: String,
    back: String,
    /// The address for removing the point; empty: it is a new one.
    withdraw: String,
}

/// Whether points can still be changed: before the minutes are approved.
pub(super) fn can_change(found: &MeetingOfBody) -> bool {
    use super::MeetingState::{Called, Minuted, Planned};
    matches!(found.meeting.state, Planned | Called | Minuted)
}

pub async fn new(cx: Cx, Path(id): Path<MeetingId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let found = MeetingOfBody::run(&cx, &mut reader, id).await?;
    if !can_change(&found) {
        return cx.redirect_saying(found.meeting.href(), "warning", "meeting-flash-was-changed");
    }
    cx.page(page(&cx, &found, None, ItemForm::default()))
}

pub async fn add(cx: Cx, Path(id): Path<MeetingId>, Form(form): Form<ItemForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = MeetingOfBody::run(&cx, &mut tx, id).await?;
    if !can_change(&found) {
        return cx.redirect_saying(found.meeting.href(), "warning", "meeting-flash-was-changed");
    }
    let new = Item::new(cx.new_id(), id, "", Verb::Discusses, cx.now());
    let item = match read(&cx, &form, new) {
        Ok(item) => item,
        Err(form) => return cx.invalid(page(&cx, &found, None, *form)),
    };
    let place = last_place(&mut tx, &found.meeting).await? + 1;
    let item = Item { place, ..item };
    store::add_item(&mut tx, &item).await?;
    tx.record(ItemAdded::of(&item)).await?;
    tx.commit().await?;
    cx.redirect_saying(item.href(), "success", "meeting-flash-item")
}

async fn last_place(tx: &mut Tx, meeting: &Meeting) -> Result<i64> {
    let tenant = tx.tenant();
    let items = store::items(tx, tenant, meeting.id).await?;
    Ok(items.iter().map(|item| item.place).max().unwrap_or(0))
}

/// The point as the form says it; the form with its errors.
fn read(cx: &Cx, form: &ItemForm, was: Item) -> std::result::Result<Item, Box<ItemForm>> {
    let mut check = Check::new(cx.locale);
    let title = form.titel().text(&mut check).unwrap_or_default();
    let verb = form.verbum().code(&mut check).unwrap_or(was.verb);
    if was.is_proposal() && verb != was.verb {
        check.refuse(&form.verbum(), T(cx.locale).item_verb_stands());
    }
    let about = form.om().text(&mut check).unwrap_or_default();
    let proposal = form.indstilling().text(&mut check).unwrap_or_default();
    let case_number = form.sag().text(&mut check).unwrap_or_default();
    let kle = form.kle().text(&mut check).unwrap_or_default();
    if !kle.is_empty() && !is_kle(&kle) {
        check.refuse(&form.kle(), T(cx.locale).item_kle_wrong());
    }
    match check.done() {
        Err(errors) => Err(Box::new(form.clone().with_errors(errors))),
        Ok(()) => {
            let is_closed = form.lukket().is_ticked();
            let updated_at = cx.now();
            Ok(Item { title, verb, is_closed, about, proposal, case_number, kle, updated_at, ..was })
        }
    }
}

/// `dd`, `dd.dd` or `dd.dd.dd`.
pub fn is_kle(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    (1..=3).contains(&parts.len())
        && parts.iter().all(|part| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A point with its meeting, for those who run it.
pub(super) async fn find(cx: &Cx, connection: &mut Connection, id: ItemId) -> Result<(Item, MeetingOfBody)> {
    let item = store::find_item(connection, cx.tenant.id, id).await?.or_not_found()?;
    let found = MeetingOfBody::run(cx, connection, item.meeting).await?;
    Ok((item, found))
}

/// The same, read again when nobody else writes in the meeting: minutes are written in it at the same time.
async fn locked(cx: &Cx, tx: &mut Tx, id: ItemId) -> Result<(Item, MeetingOfBody)> {
    let (_, found) = find(cx, tx, id).await?;
    store::locked(tx, found.meeting.id).await?;
    find(cx, tx, id).await
}

pub async fn edit(cx: Cx, Path(id): Path<ItemId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (item, found) = find(&cx, &mut reader, id).await?;
    if !can_change(&found) {
        return cx.redirect_saying(item.href(), "warning", "meeting-flash-was-changed");
    }
    let form = ItemForm {
        titel: item.title.clone(),
        verbum: item.verb.code().into(),
        om: item.about.clone(),
        indstilling: item.proposal.clone(),
        sag: item.case_number.clone(),
        kle: item.kle.clone(),
        lukket: samskab_web::form::ticked(item.is_closed),
        ..ItemForm::default()
    };
    cx.page(page(&cx, &found, Some(&item), form))
}

pub async fn save(cx: Cx, Path(id): Path<ItemId>, Form(form): Form<ItemForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (item, found) = locked(&cx, &mut tx, id).await?;
    if !can_change(&found) {
        return cx.redirect_saying(item.href(), "warning", "meeting-flash-was-changed");
    }
    let item = match read(&cx, &form, item.clone()) {
        Ok(item) => item,
        Err(form) => return cx.invalid(page(&cx, &found, Some(&item), *form)),
    };
    store::save_item(&mut tx, &item).await?;
    tx.record(ItemChanged::of(&item)).await?;
    tx.commit().await?;
    cx.redirect_saying(item.href(), "success", "meeting-flash-item")
}

/// Moves the point one place up.
pub async fn up(cx: Cx, Path(id): Path<ItemId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (item, found) = find(&cx, &mut tx, id).await?;
    store::locked(&mut tx, found.meeting.id).await?;
    let items = store::items(&mut tx, cx.tenant.id, found.meeting.id).await?;
    let place = items.iter().position(|one| one.id == id).ok_or(Error::NotFound)?;
    if can_change(&found) && place > 0 {
        let above = &items[place - 1];
        // Numbered anew, so that two of one place cannot stay beside each other.
        let now = i64::try_from(place).unwrap_or(0);
        store::save_item(&mut tx, &Item { place: now, updated_at: cx.now(), ..item.clone() }).await?;
        store::save_item(&mut tx, &Item { place: now + 1, updated_at: cx.now(), ..above.clone() }).await?;
        tx.record(ItemChanged::of(&item)).await?;
        tx.commit().await?;
    }
    cx.redirect(item.href())
}

pub async fn withdraw(cx: Cx, Path(id): Path<ItemId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (item, found) = locked(&cx, &mut tx, id).await?;
    if !can_change(&found) || item.state != ItemState::Open {
        return cx.redirect_saying(item.href(), "warning", "meeting-flash-was-changed");
    }
    let item = Item { state: ItemState::Withdrawn, updated_at: cx.now(), ..item };
    store::save_item(&mut tx, &item).await?;
    tx.record(ItemChanged::of(&item)).await?;
    request::put_back(&cx, &mut tx, &item).await?;
    tx.commit().await?;
    cx.redirect_saying(found.meeting.href(), "success", "meeting-flash-withdrawn")
}

/// A point that nobody has dealt with is taken off, because what it came from is withdrawn.
pub(crate) async fn withdraw_open(tx: &mut Tx, id: ItemId) -> samskab_store::Result<()> {
    change_open(tx, id, |item| Item { state: ItemState::Withdrawn, ..item }).await
}

/// Removes a point that nobody was told of and on which nothing depends.
pub async fn remove(tx: &mut Tx, item: &Item) -> samskab_store::Result<()> {
    store::remove_item(tx, item.id).await?;
    tx.record(ItemRemoved::of(item)).await
}

/// What a point came from has changed: a point that nobody has dealt with is changed too.
pub async fn change_open(tx: &mut Tx, id: ItemId, change: fn(Item) -> Item) -> samskab_store::Result<()> {
    let (tenant, now) = (tx.tenant(), tx.now());
    let Some(item) = store::find_item(tx, tenant, id).await? else { return Ok(()) };
    store::locked(tx, item.meeting).await?;
    // Read again, now that nobody else writes minutes in it.
    let Some(item) = store::find_item(tx, tenant, id).await? else { return Ok(()) };
    if item.state != ItemState::Open {
        return Ok(());
    }
    let item = change(Item { updated_at: now, ..item });
    store::save_item(tx, &item).await?;
    tx.record(ItemChanged::of(&item)).await
}

/// Puts what waits for the body on the agenda.
pub async fn fetch(cx: Cx, Path(id): Path<MeetingId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let found = MeetingOfBody::run(&cx, &mut tx, id).await?;
    if !can_change(&found) {
        return cx.redirect_saying(found.meeting.href(), "warning", "meeting-flash-was-changed");
    }
    let added = fill(&cx, &mut tx, &found.body, &found.meeting).await?;
    let items = store::items(&mut tx, cx.tenant.id, id).await?;
    tx.commit().await?;
    let said = match (added, items.iter().any(Item::was_fetched)) {
        (1.., _) => "meeting-flash-fetched",
        (0, true) => "meeting-flash-nothing-more",
        (0, false) => "meeting-flash-nothing-to-fetch",
    };
    cx.redirect_saying(found.meeting.href(), "success", said)
}

/// Puts each thing that waits on the agenda, once; what is there already stays. Returns how many were added.
pub(crate) async fn fill(cx: &Cx, tx: &mut Tx, body: &Body, meeting: &Meeting) -> Result<usize> {
    let t = T(Locale::Da);
    let tenant = cx.tenant.id;
    store::locked(tx, meeting.id).await?;
    let there = store::items(tx, tenant, meeting.id).await?;
    let mut wanted: Vec<(String, String, Verb, Option<Item>)> = Vec::new();
    for minutes in store::unapproved(tx, tenant, body.id).await?.iter().filter(|one| one.id != meeting.id) {
        let day = Locale::Da.day(minutes.starts_at.day());
        let title = t.item_approve_minutes(day);
        wanted.push((source_of_minutes(minutes.id), title, Verb::Decides, None));
    }
    let day = meeting.starts_at.day();
    let is_due = |one: &Item| one.meeting != meeting.id && one.resume_on.is_none_or(|from| from <= day);
    for item in store::postponed(tx, tenant, body.id).await?.into_iter().filter(is_due) {
        wanted.push((store::source_of(item.id), item.title.clone(), item.verb, Some(item)));
    }
    if !follow_up::open_of_body(tx, tenant, body.id).await?.is_empty() {
        wanted.push(("follow_ups".to_owned(), t.item_follow_ups().to_owned(), Verb::IsInformed, None));
    }
    let mut place = there.iter().map(|item| item.place).max().unwrap_or(0);
    for (source, title, verb, from) in wanted {
        if there.iter().any(|item| item.source == source) {
            continue;
        }
        place += 1;
        let new = Item::new(cx.new_id(), meeting.id, title, verb, cx.now());
        let item = match from {
            // The same matter was put off before.
            Some(from) => Item {
                place,
                source,
                is_closed: from.is_closed,
                about: from.about,
                proposal: from.proposal,
                case_number: from.case_number,
                kle: from.kle,
                ..new
            },
            None => Item { place, source, ..new },
        };
        store::add_item(tx, &item).await?;
        tx.record(ItemAdded::of(&item)).await?;
    }
    for item in request::waiting(cx, tx, body, meeting, place).await? {
        tx.record(ItemAdded::of(&item)).await?;
    }
    tx.record(AgendaFilled::of(meeting)).await?;
    Ok(store::items(tx, tenant, meeting.id).await?.len() - there.len())
}

fn page(cx: &Cx, found: &MeetingOfBody, item: Option<&Item>, form: ItemForm) -> ItemPage {
    let t = T(cx.locale);
    let back = item.map_or_else(|| found.meeting.href(), Item::href);
    ItemPage {
        shell: found.under(cx, if item.is_some() { t.item_edit() } else { t.item_add() }),
        t,
        form,
        action: match item {
            Some(item) => format!("/punkter/{}/rediger", item.id),
            None => format!("{}/punkter/nyt", found.meeting.href()),
        },
        withdraw: match item {
            Some(item) if item.state == ItemState::Open => format!("/punkter/{}/traek-tilbage", item.id),
            _ => String::new(),
        },
        back,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_pairs_of_digits() {
        for good in ["00", "27.69", "27.69.40"] {
            assert!(is_kle(good), "{good}");
        }
        for bad in ["2", "27.", "27.69.40.1", "27-69", "aa.bb"] {
            assert!(!is_kle(bad), "{bad}");
        }
    }
}
