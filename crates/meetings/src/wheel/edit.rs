//! /aarshjul/nyt, /aarshjul/punkt/{id} and /aarshjul/kopi: what comes again is written down once, and a year is copied to the
//! next with each day where people would look for it.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::Locale;
use samskab_store::Connection;
use samskab_web::{Check, Cx, Form, Result, Shell, error::OrNotFound as _, form::Choice};

use super::{
    MOST_YEARS, Repeats, YearEvent, YearEventDone, YearEventId, YearEventKept, YearEventKind,
    YearEventRemoved, may_keep,
    rules::{in_year, is_last_weekday},
    store,
};
use crate::{T, body::position_choices};

samskab_web::form! {
    pub struct YearEventForm {
        titel: text(wheel_event_title).required().max(120),
        slags: choice(wheel_kind).among(kinds).required(),
        dag: day(wheel_day).required(),
        gentag: radio(wheel_repeats).among(repeats),
        hvert: number(wheel_every).hint(wheel_every_hint).optional().between(1, 12),
        ejer: choice(wheel_owner).first(wheel_owner_nobody).optional(),
        forberedes: number(wheel_prepare).hint(wheel_prepare_hint).optional().between(0, 365),
        note: paragraph(wheel_note).optional().rows(3).max(1000),
        offentlig: tick(wheel_public).hint(wheel_public_hint).unmarked(),
    }
}

samskab_web::form! {
    pub struct CopyForm {
        aar: hidden,
    }
}

fn kinds(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    YearEventKind::ALL.iter().map(|kind| Choice::of(kind.code(), kind.label(t))).collect()
}

fn repeats(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    vec![
        Choice::of(Repeats::Date.code(), t.wheel_repeats_date()),
        Choice::of(Repeats::NthWeekday.code(), t.wheel_repeats_nth()),
        Choice::of(Repeats::LastWeekday.code(), t.wheel_repeats_last()),
    ]
}

#[derive(Template)]
#[template(path = "wheel/form.html")]
struct YearEventPage {
    shell: Shell,
    t: T,
    form: YearEventForm,
    owners: Vec<Choice>,
    action: String,
    back: String,
    year: i16,
    /// It is there already, and is not done.
    can_be_done: bool,
    is_new: bool,
}

async fn page(
    cx: &Cx,
    connection: &mut Connection,
    event: Option<&YearEvent>,
    form: YearEventForm,
) -> Result<YearEventPage> {
    let t = T(cx.locale);
    let year = event.map_or(cx.today(), |event| event.day).date().year();
    let back = format!("/aarshjul?aar={year}");
    let title = event.map_or_else(|| t.wheel_add().to_owned(), |event| event.title.clone());
    Ok(YearEventPage {
        shell: cx.shell(title).under(back.clone(), t.wheel_title(year.to_string())).here(),
        t,
        form,
        owners: position_choices(cx, connection).await?,
        action: event.map_or_else(|| "/aarshjul/nyt".to_owned(), YearEvent::href),
        back,
        year,
        can_be_done: event.is_some_and(|event| event.done_at.is_none()),
        is_new: event.is_none(),
    })
}

pub async fn new(cx: Cx) -> Result<Response> {
    cx.require(may_keep(&cx))?;
    let form = YearEventForm { gentag: Repeats::Date.code().into(), ..YearEventForm::default() };
    let mut reader = cx.read().await?;
    let page = page(&cx, &mut reader, None, form).await?;
    cx.page(page)
}

fn read(cx: &Cx, form: &YearEventForm, was: YearEvent) -> std::result::Result<YearEvent, Box<YearEventForm>> {
    let mut check = Check::new(cx.locale);
    let title = form.titel().text(&mut check).unwrap_or_default();
    let kind = form.slags().code(&mut check).unwrap_or(YearEventKind::Other);
    let day = form.dag().day_ahead(&mut check, cx.today());
    if day.is_some_and(|day| cx.today().date().year() - day.date().year() > MOST_YEARS) {
        check.refuse(&form.dag(), T(cx.locale).wheel_day_too_old(i64::from(MOST_YEARS)));
    }
    let repeats = form.gentag().code(&mut check).unwrap_or(Repeats::Date);
    let every_years = form.hvert().number(&mut check).unwrap_or(1);
    let prepare_days = form.forberedes().number(&mut check).unwrap_or(0);
    let note = form.note().text(&mut check).unwrap_or_default();
    if repeats == Repeats::LastWeekday
        && let Some(day) = day
        && !is_last_weekday(day)
    {
        check.refuse(&form.gentag(), T(cx.locale).wheel_not_the_last(cx.locale.weekday(day.weekday())));
    }
    let errors = check.done().err();
    let (Some(day), None) = (day, &errors) else {
        return Err(Box::new(form.clone().with_errors(errors.unwrap_or_default())));
    };
    Ok(YearEvent {
        title,
        kind,
        day,
        repeats,
        every_years,
        prepare_days,
        owner: form.ejer.parse().ok(),
        note,
        is_public: form.offentlig().is_ticked(),
        updated_at: cx.now(),
        ..was
    })
}

fn empty(cx: &Cx) -> YearEvent {
    YearEvent {
        id: cx.new_id(),
        title: String::new(),
        kind: YearEventKind::Other,
        day: cx.today(),
        repeats: Repeats::Date,
        every_years: 1,
        prepare_days: 0,
        owner: None,
        note: String::new(),
        is_public: false,
        copied_from: None,
        done_at: None,
        created_at: cx.now(),
        updated_at: cx.now(),
    }
}

pub async fn add(cx: Cx, Form(form): Form<YearEventForm>) -> Result<Response> {
    cx.require(may_keep(&cx))?;
    let mut tx = cx.write().await?;
    let event = match read(&cx, &form, empty(&cx)) {
        Ok(event) => event,
        Err(form) => {
            let page = page(&cx, &mut tx, None, *form).await?;
            return cx.invalid(page);
        }
    };
    store::add(&mut tx, &event).await?;
    tx.record(YearEventKept::of(&event)).await?;
    tx.commit().await?;
    cx.redirect_saying(back(&event), "success", "wheel-flash-saved")
}

fn back(event: &YearEvent) -> String {
    format!("/aarshjul?aar={}", event.day.date().year())
}

async fn kept(cx: &Cx, connection: &mut Connection, id: YearEventId) -> Result<YearEvent> {
    let event = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    cx.require(may_keep(cx))?;
    Ok(event)
}

pub async fn show(cx: Cx, Path(id): Path<YearEventId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let event = kept(&cx, &mut reader, id).await?;
    let form = YearEventForm {
        titel: event.title.clone(),
        slags: event.kind.code().into(),
        dag: event.day.to_string(),
        gentag: event.repeats.code().into(),
        hvert: event.every_years.to_string(),
        ejer: event.owner.map(|id| id.to_string()).unwrap_or_default(),
        forberedes: event.prepare_days.to_string(),
        note: event.note.clone(),
        offentlig: samskab_web::form::ticked(event.is_public),
        ..YearEventForm::default()
    };
    let page = page(&cx, &mut reader, Some(&event), form).await?;
    cx.page(page)
}

pub async fn save(cx: Cx, Path(id): Path<YearEventId>, Form(form): Form<YearEventForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let event = kept(&cx, &mut tx, id).await?;
    let event = match read(&cx, &form, event.clone()) {
        Ok(event) => event,
        Err(form) => {
            let page = page(&cx, &mut tx, Some(&event), *form).await?;
            return cx.invalid(page);
        }
    };
    store::save(&mut tx, &event).await?;
    tx.record(YearEventKept::of(&event)).await?;
    tx.commit().await?;
    cx.redirect_saying(back(&event), "success", "wheel-flash-saved")
}

/// POST /aarshjul/punkt/{id}/gjort: it no longer waits for its owner.
pub async fn done(cx: Cx, Path(id): Path<YearEventId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let event = kept(&cx, &mut tx, id).await?;
    let event = YearEvent { done_at: event.done_at.or(Some(cx.now())), updated_at: cx.now(), ..event };
    store::save(&mut tx, &event).await?;
    tx.record(YearEventDone::of(&event)).await?;
    tx.commit().await?;
    cx.redirect_saying(cx.back_to_overview_or(back(&event)), "success", "wheel-flash-done")
}

pub async fn remove(cx: Cx, Path(id): Path<YearEventId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let event = kept(&cx, &mut tx, id).await?;
    store::remove(&mut tx, id).await?;
    tx.record(YearEventRemoved::of(&event)).await?;
    tx.commit().await?;
    cx.redirect_saying(back(&event), "success", "wheel-flash-removed")
}

/// POST /aarshjul/kopi: copies each event of a year to the year in which it happens again. Pressed twice, it is
/// copied once.
pub async fn copy(cx: Cx, Form(form): Form<CopyForm>) -> Result<Response> {
    cx.require(may_keep(&cx))?;
    let year = super::show::year(&cx, &form.aar);
    let mut tx = cx.write().await?;
    let (from, to) = (samskab_kernel::Day::of(year, 1, 1), samskab_kernel::Day::of(year + 1, 1, 1));
    let events = store::between(&mut tx, cx.tenant.id, from, to).await?;
    let ids: Vec<YearEventId> = events.iter().map(|event| event.id).collect();
    let copied = store::copies(&mut tx, cx.tenant.id, &ids).await?;
    for event in events.into_iter().filter(|event| !copied.contains(&event.id)) {
        let years = i16::try_from(event.every_years).unwrap_or(1);
        let copy = YearEvent {
            id: cx.new_id(),
            day: in_year(event.day, event.repeats, year.saturating_add(years)),
            copied_from: Some(event.id),
            done_at: None,
            created_at: cx.now(),
            updated_at: cx.now(),
            ..event
        };
        store::add(&mut tx, &copy).await?;
        tx.record(YearEventKept::of(&copy)).await?;
    }
    tx.commit().await?;
    cx.redirect_saying(format!("/aarshjul?aar={}", year + 1), "success", "wheel-flash-copied")
}
