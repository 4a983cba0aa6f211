//! /fokus/nyt, /fokus/{id}/rediger and POST /fokus/kopi: what is taken on and why, who recommended and who decided it, and the
//! next year begun with what is not finished.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::Locale;
use samskab_organisation::body::{self, BodyId};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Error, Form, Result, Shell, form::Choice};
use serde::Deserialize;

use super::{
    FocusArea, FocusAreaChanged, FocusAreaCopied, FocusAreaId, FocusAreaWritten, FocusState, rules, store,
};
use crate::{
    T, aim,
    authority::{Action, Tie, may},
    initiative,
};

samskab_web::form! {
    pub struct FocusForm {
        aar: number(focus_year).required().width("xs"),
        titel: text(focus_area_title).required().max(120),
        hvorfor: paragraph(focus_why).hint(focus_why_hint).required().rows(4).max(2000),
        maal: paragraph(focus_goals).hint(focus_goals_hint).optional().rows(4).max(1000),
        tilstand: radio(focus_state).among(states).required(),
        anbefalet: choice(focus_recommended).first(focus_nobody_yet).optional(),
        anbefalet_nr: text(focus_number).hint(focus_number_hint).optional().max(20).width("s"),
        besluttet: choice(focus_decided).first(focus_nobody_yet).optional(),
        besluttet_nr: text(focus_decided_number).hint(focus_number_hint).optional().max(20).width("s"),
    }
}

fn states(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    vec![
        Choice::of(FocusState::Draft.code(), FocusState::Draft.label(t)).hint(t.focus_state_draft_hint()),
        Choice::of(FocusState::Recommended.code(), FocusState::Recommended.label(t))
            .hint(t.focus_state_recommended_hint()),
        Choice::of(FocusState::Decided.code(), FocusState::Decided.label(t))
            .hint(t.focus_state_decided_hint()),
    ]
}

#[derive(Template)]
#[template(path = "focus/form.html")]
struct FormPage {
    shell: Shell,
    t: T,
    form: FocusForm,
    bodies: Vec<Choice>,
    action: String,
    back: String,
}

async fn bodies(cx: &Cx, connection: &mut Connection) -> Result<Vec<Choice>> {
    let bodies = body::store::every(connection, cx.tenant.id).await?;
    Ok(bodies.into_iter().map(|body| Choice::of(body.id.to_string(), body.name)).collect())
}

fn page(cx: &Cx, area: Option<&FocusArea>, bodies: Vec<Choice>, form: FocusForm) -> FormPage {
    let t = T(cx.locale);
    let shell = cx.shell(if area.is_some() { t.focus_edit() } else { t.focus_new() });
    let shell = shell.under("/fokus", t.focus_title());
    FormPage {
        shell: match area {
            Some(area) => shell.under(area.href(), &area.title).here(),
            None => shell.here(),
        },
        t,
        form,
        bodies,
        action: area.map_or_else(|| "/fokus/nyt".to_owned(), |area| format!("{}/rediger", area.href())),
        back: area.map_or_else(|| "/fokus".to_owned(), FocusArea::href),
    }
}

/// The area as the form says it; the form with its errors.
fn read(
    cx: &Cx,
    form: &FocusForm,
    was: FocusArea,
    bodies: &[Choice],
) -> std::result::Result<FocusArea, Box<FocusForm>> {
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let year = form.aar().year(&mut check, 2000, 2100).unwrap_or(was.year);
    let title = form.titel().text(&mut check).unwrap_or_default();
    let why = form.hvorfor().text(&mut check).unwrap_or_default();
    let goals = form.maal().text(&mut check).unwrap_or_default();
    let state: Option<FocusState> = form.tilstand().code(&mut check);
    let recommended_number = form.anbefalet_nr().text(&mut check).unwrap_or_default();
    let decided_number = form.besluttet_nr().text(&mut check).unwrap_or_default();
    let body = |value: &str| -> Option<BodyId> {
        bodies.iter().find(|one| one.value == value).and_then(|one| one.value.parse().ok())
    };
    let (recommended_by, decided_by) = (body(&form.anbefalet), body(&form.besluttet));
    match state {
        Some(FocusState::Recommended) if recommended_by.is_none() => {
            check.refuse(&form.anbefalet(), t.focus_recommended_missing());
        }
        Some(FocusState::Decided) if decided_by.is_none() => {
            check.refuse(&form.besluttet(), t.focus_decided_missing());
        }
        _ => {}
    }
    match (check.done(), state) {
        (Err(errors), _) => Err(Box::new(form.clone().with_errors(errors))),
        (Ok(()), state) => Ok(FocusArea {
            year,
            title,
            why,
            goals,
            state: state.unwrap_or(was.state),
            recommended_by,
            recommended_number,
            decided_by,
            decided_number,
            updated_at: cx.now(),
            ..was
        }),
    }
}

pub async fn new(cx: Cx) -> Result<Response> {
    cx.require(may(&cx.actor, Action::KeepFocusAreas, Tie::None))?;
    let mut reader = cx.read().await?;
    let bodies = bodies(&cx, &mut reader).await?;
    let form = FocusForm {
        aar: cx.today().date().year().to_string(),
        tilstand: FocusState::Draft.code().into(),
        ..FocusForm::default()
    };
    cx.page(page(&cx, None, bodies, form))
}

pub async fn add(cx: Cx, Form(form): Form<FocusForm>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::KeepFocusAreas, Tie::None))?;
    let mut tx = cx.write().await?;
    let bodies = bodies(&cx, &mut tx).await?;
    let blank = FocusArea {
        id: cx.new_id(),
        year: i64::from(cx.today().date().year()),
        place: 1,
        title: String::new(),
        why: String::new(),
        goals: String::new(),
        state: FocusState::Draft,
        recommended_by: None,
        recommended_number: String::new(),
        decided_by: None,
        decided_number: String::new(),
        copied_from: None,
        created_at: cx.now(),
        updated_at: cx.now(),
    };
    let area = match read(&cx, &form, blank, &bodies) {
        Ok(area) => area,
        Err(form) => return cx.invalid(page(&cx, None, bodies, *form)),
    };
    let area =
        FocusArea { place: last_place(&store::every(&mut tx, cx.tenant.id).await?, area.year) + 1, ..area };
    store::add(&mut tx, &area).await?;
    tx.record(FocusAreaWritten::of(&area)).await?;
    tx.commit().await?;
    cx.redirect_saying(area.href(), "success", "focus-flash-added")
}

fn last_place(all: &[FocusArea], year: i64) -> i64 {
    all.iter().filter(|area| area.year == year).map(|area| area.place).max().unwrap_or(0)
}

pub(super) async fn kept(cx: &Cx, connection: &mut Connection, id: FocusAreaId) -> Result<FocusArea> {
    let area = store::find(connection, cx.tenant.id, id).await?.ok_or(Error::NotFound)?;
    cx.require(may(&cx.actor, Action::KeepFocusAreas, Tie::None))?;
    Ok(area)
}

pub async fn show(cx: Cx, Path(id): Path<FocusAreaId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let area = kept(&cx, &mut reader, id).await?;
    let bodies = bodies(&cx, &mut reader).await?;
    let code = |id: Option<BodyId>| id.map(|id| id.to_string()).unwrap_or_default();
    let form = FocusForm {
        aar: area.year.to_string(),
        titel: area.title.clone(),
        hvorfor: area.why.clone(),
        maal: area.goals.clone(),
        tilstand: area.state.code().into(),
        anbefalet: code(area.recommended_by),
        anbefalet_nr: area.recommended_number.clone(),
        besluttet: code(area.decided_by),
        besluttet_nr: area.decided_number.clone(),
        ..FocusForm::default()
    };
    cx.page(page(&cx, Some(&area), bodies, form))
}

pub async fn save(cx: Cx, Path(id): Path<FocusAreaId>, Form(form): Form<FocusForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let before = kept(&cx, &mut tx, id).await?;
    let bodies = bodies(&cx, &mut tx).await?;
    match read(&cx, &form, before.clone(), &bodies) {
        Ok(area) => {
            store::save(&mut tx, &area).await?;
            tx.record(FocusAreaChanged::of(&area)).await?;
            tx.commit().await?;
            cx.redirect_saying(area.href(), "success", "focus-flash-saved")
        }
        Err(form) => cx.invalid(page(&cx, Some(&before), bodies, *form)),
    }
}

/// POST /fokus/kopi: of which year.
#[derive(Deserialize)]
pub struct CopyForm {
    #[serde(default)]
    aar: String,
}

/// Copies each area that goes on, once; its unfinished initiatives belong to the copy from then on.
pub async fn copy(cx: Cx, Form(form): Form<CopyForm>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::KeepFocusAreas, Tie::None))?;
    let Some(year) = form.aar.trim().parse::<i64>().ok() else { return cx.redirect("/fokus") };
    let mut tx = cx.write().await?;
    store::lock(&mut tx, year).await?;
    let all = store::every(&mut tx, cx.tenant.id).await?;
    let own: Vec<&FocusArea> = all.iter().filter(|area| area.year == year).collect();
    let ids: Vec<FocusAreaId> = own.iter().map(|area| area.id).collect();
    let initiatives = initiative::store::of_focus_areas(&mut tx, cx.tenant.id, &ids).await?;
    let mut place = last_place(&all, year + 1);
    let before = place;
    for area in own.into_iter().filter(|area| rules::goes_on(&all, &initiatives, area)) {
        place += 1;
        let next = area.next_year(cx.new_id(), place, cx.now());
        store::add(&mut tx, &next).await?;
        initiative::store::move_on(&mut tx, area.id, next.id).await?;
        let aims = aim::store::of_focus_area(&mut tx, cx.tenant.id, area.id).await?;
        let aims: Vec<_> = aims.into_iter().map(|one| one.id).collect();
        aim::store::set_of_focus_area(&mut tx, next.id, &aims).await?;
        tx.record(FocusAreaCopied::of(&next)).await?;
    }
    if place == before {
        return cx.redirect_saying(format!("/fokus?aar={year}"), "warning", "focus-flash-nothing-to-copy");
    }
    tx.commit().await?;
    cx.redirect_saying(format!("/fokus?aar={}", year + 1), "success", "focus-flash-copied")
}
