//! /brobygning/ny and /brobygning/{id}: who was put in touch with whom, and later what came of it.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Locale, danish::sort_key};
use samskab_organisation::{
    association::{self, State},
    person::PersonId,
    unit,
};
use samskab_store::Connection;
use samskab_web::{
    Check, Cx, Error, Form, Result, Shell,
    error::OrNotFound as _,
    form::{Choice, is_new},
};

use super::{Introduction, IntroductionChanged, IntroductionId, IntroductionMade, Outcome, may_keep, store};
use crate::T;

/// Days after which it is asked what came of the introduction, unless another day is chosen.
const LOOK_AGAIN_DAYS: i32 = 42;

samskab_web::form! {
    pub struct IntroductionForm {
        hvem: text(introduction_one).hint(introduction_one_hint).required().max(150),
        med: text(introduction_other).required().max(150),
        om: paragraph(introduction_about).hint(introduction_about_hint).required().rows(3).max(500),
        enhed: choice(introduction_unit).first(introduction_unit_none),
        forening: choice(introduction_association).first(introduction_association_none),
        dag: day(introduction_met_on).required(),
        spoerg: day(introduction_look_again).hint(introduction_look_again_hint).optional(),
        udfald: radio(introduction_outcome).among(outcomes).required(),
        blev: paragraph(introduction_said).optional().rows(3).max(1000),
    }
}

fn outcomes(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    Outcome::ALL.iter().map(|one| Choice::of(one.code(), one.label(t))).collect()
}

#[derive(Template)]
#[template(path = "introduction/form.html")]
struct FormPage {
    shell: Shell,
    t: T,
    form: IntroductionForm,
    units: Vec<Choice>,
    associations: Vec<Choice>,
    is_new: bool,
    action: String,
}

/// Two queries: the units that the reader's roles reach, and the associations.
async fn page(
    cx: &Cx,
    connection: &mut Connection,
    found: Option<&Introduction>,
    form: IntroductionForm,
) -> Result<FormPage> {
    let t = T(cx.locale);
    let mut units = unit::store::all(connection, cx.tenant.id, cx.today()).await?;
    units.sort_by_cached_key(|unit| sort_key(&unit.name));
    let mut associations = association::store::all(connection, cx.tenant.id).await?;
    associations.retain(|one| {
        one.state == State::Approved || found.is_some_and(|found| found.association == Some(one.id))
    });
    let title = found.map_or_else(|| t.introduction_new().to_owned(), |found| found.title(t));
    Ok(FormPage {
        shell: cx.shell(title).under("/brobygning", t.introduction_title()).here(),
        t,
        form,
        units: units.into_iter().map(|unit| Choice::of(unit.id.to_string(), unit.name)).collect(),
        associations: associations
            .iter()
            .map(|one| Choice::of(one.id.to_string(), one.full_name()))
            .collect(),
        is_new: found.is_none(),
        action: found.map_or_else(|| cx.path_and_query(), Introduction::href),
    })
}

pub async fn new(cx: Cx) -> Result<Response> {
    cx.require(may_keep(&cx))?;
    let Some(id) = cx.begun() else { return cx.begin() };
    let mut reader = cx.read().await?;
    if let Some(kept) = store::find(&mut reader, cx.tenant.id, id).await?.filter(|kept| kept.is_by(&cx)) {
        return cx.redirect(kept.href());
    }
    let form = IntroductionForm {
        dag: cx.today().to_string(),
        spoerg: cx.today().plus_days(LOOK_AGAIN_DAYS).to_string(),
        udfald: Outcome::Open.code().into(),
        ..IntroductionForm::default()
    };
    let page = page(&cx, &mut reader, None, form).await?;
    cx.page(page)
}

/// The introduction as the form says it; the form with its errors.
fn read(
    cx: &Cx,
    form: &IntroductionForm,
    was: Introduction,
) -> std::result::Result<Introduction, Box<IntroductionForm>> {
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let one = form.hvem().text(&mut check).unwrap_or_default();
    let other = form.med().text(&mut check).unwrap_or_default();
    let about = form.om().text(&mut check).unwrap_or_default();
    let met_on = form.dag().day(&mut check).unwrap_or(was.met_on);
    let look_again_on = form.spoerg().day(&mut check);
    let outcome = form.udfald().code(&mut check).unwrap_or(was.outcome);
    let outcome_said = form.blev().text(&mut check).unwrap_or_default();
    if met_on > cx.today() {
        check.refuse(&form.dag(), t.introduction_not_yet());
    }
    if look_again_on.is_some_and(|day| day < met_on) {
        check.refuse(&form.spoerg(), t.introduction_asked_before());
    }
    match check.done() {
        Err(errors) => Err(Box::new(form.clone().with_errors(errors))),
        Ok(()) => Ok(Introduction {
            one,
            other,
            about,
            unit: form.enhed.parse().ok(),
            association: form.forening.parse().ok(),
            met_on,
            look_again_on,
            outcome,
            outcome_said,
            updated_at: cx.now(),
            ..was
        }),
    }
}

/// Checks that what the form names exists: a made-up id names nothing. Runs two queries.
async fn existing(cx: &Cx, connection: &mut Connection, one: Introduction) -> Result<Introduction> {
    let unit = match one.unit {
        Some(unit) => {
            unit::store::find(connection, cx.tenant.id, unit, cx.today()).await?.map(|unit| unit.id)
        }
        None => None,
    };
    let association = match one.association {
        Some(id) => association::store::find(connection, cx.tenant.id, id).await?.map(|one| one.id),
        None => None,
    };
    Ok(Introduction { unit, association, ..one })
}

pub async fn add(cx: Cx, Form(form): Form<IntroductionForm>) -> Result<Response> {
    cx.require(may_keep(&cx))?;
    let mut tx = cx.write().await?;
    let blank = Introduction {
        id: cx.begun().unwrap_or_else(|| cx.new_id()),
        one: String::new(),
        other: String::new(),
        about: String::new(),
        unit: None,
        association: None,
        met_on: cx.today(),
        look_again_on: None,
        outcome: Outcome::Open,
        outcome_said: String::new(),
        writer: cx.actor.person.map(PersonId::from_uuid),
        created_at: cx.now(),
        updated_at: cx.now(),
    };
    // Nothing has come of it yet: the form asks for that later.
    let form = IntroductionForm { udfald: Outcome::Open.code().into(), ..form };
    match read(&cx, &form, blank) {
        Ok(one) => {
            let mut one = existing(&cx, &mut tx, one).await?;
            let before = store::find(&mut tx, cx.tenant.id, one.id).await?;
            let is_kept = before.as_ref().is_some_and(|before| before.says_the_same(&one));
            if before.is_some() && !is_kept {
                one.id = cx.new_id();
            }
            if !is_kept && is_new(store::add(&mut tx, &one).await)? {
                tx.record(IntroductionMade::of(&one)).await?;
                tx.commit().await?;
            }
            cx.redirect_saying("/brobygning", "success", "introduction-flash-kept")
        }
        Err(form) => {
            let page = page(&cx, &mut tx, None, *form).await?;
            cx.invalid(page)
        }
    }
}

async fn find(cx: &Cx, connection: &mut Connection, id: IntroductionId) -> Result<Introduction> {
    cx.require(may_keep(cx))?;
    let one = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    if one.may_see(cx) { Ok(one) } else { Err(Error::NotFound) }
}

pub async fn show(cx: Cx, Path(id): Path<IntroductionId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let one = find(&cx, &mut reader, id).await?;
    let form = IntroductionForm {
        hvem: one.one.clone(),
        med: one.other.clone(),
        om: one.about.clone(),
        enhed: one.unit.map(|unit| unit.to_string()).unwrap_or_default(),
        forening: one.association.map(|id| id.to_string()).unwrap_or_default(),
        dag: one.met_on.to_string(),
        spoerg: one.look_again_on.map(|day| day.to_string()).unwrap_or_default(),
        udfald: one.outcome.code().into(),
        blev: one.outcome_said.clone(),
        ..IntroductionForm::default()
    };
    let page = page(&cx, &mut reader, Some(&one), form).await?;
    cx.page(page)
}

pub async fn save(
    cx: Cx,
    Path(id): Path<IntroductionId>,
    Form(form): Form<IntroductionForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let was = find(&cx, &mut tx, id).await?;
    match read(&cx, &form, was.clone()) {
        Ok(one) => {
            let one = existing(&cx, &mut tx, one).await?;
            store::save(&mut tx, &one).await?;
            tx.record(IntroductionChanged::of(&one)).await?;
            tx.commit().await?;
            cx.redirect_saying(
                cx.back_to_overview_or("/brobygning".to_owned()),
                "success",
                "introduction-flash-kept",
            )
        }
        Err(form) => {
            let page = page(&cx, &mut tx, Some(&was), *form).await?;
            cx.invalid(page)
        }
    }
}
