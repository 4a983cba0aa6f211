//! /politikker/{id}/trin/nyt and /politiktrin/{id}: a row of the plan – when, who, what – written, moved and taken out.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_hearing::{hearing::HearingId, store as hearings};
use samskab_kernel::Locale;
use samskab_organisation::{body, identify::Who as _};
use samskab_store::Connection;
use samskab_web::{
    Check, Cx, Error, Form, Result, Shell,
    form::{Choice, query},
};
use serde::Deserialize;

use crate::{
    T,
    agenda::withdraw_item,
    carry::is_dealt_with,
    edit::chosen,
    policy::{Policy, PolicyId},
    process::Seen,
    step::{Lane, Precision, Step, StepAdded, StepChanged, StepId, StepKind, StepRemoved, StepVerb},
    store,
};

samskab_web::form! {
    pub struct StepForm {
        titel: text(step_title).required().max(200),
        slags: choice(step_kind).hint(step_kind_hint).among(kinds).required(),
        verbum: choice(step_verb).among(verbs).required(),
        praecision: radio(step_precision).among(precisions).required(),
        fra: day(step_from).hint(step_from_hint).required(),
        til: day(step_to).hint(step_to_hint).optional(),
        organ: choice(step_body).hint(step_body_hint).first(step_no_body).optional(),
        hvem: text(step_organ).hint(step_organ_hint).optional().max(150),
        sag: paragraph(step_matter).optional().rows(3).max(2000),
        bane: choice(step_lane).first(step_lane_usual).among(lanes).optional(),
        hoering: choice(step_hearing).hint(step_hearing_hint).first(step_no_hearing).optional(),
    }
}

fn kinds(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    StepKind::ALL.iter().map(|one| Choice::of(one.code(), one.label(t))).collect()
}

fn verbs(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    StepVerb::ALL.iter().map(|one| Choice::of(one.code(), one.label(t))).collect()
}

fn precisions(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    Precision::ALL.iter().map(|one| Choice::of(one.code(), one.label(t))).collect()
}

fn lanes(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    Lane::ALL.iter().map(|one| Choice::of(one.code(), one.label(t))).collect()
}

/// What can be chosen. Two queries.
struct Choices {
    bodies: Vec<Choice>,
    hearings: Vec<Choice>,
}

impl Choices {
    async fn read(cx: &Cx, connection: &mut Connection, policy: &Policy) -> Result<Self> {
        let bodies = body::store::all(connection, cx.tenant.id, cx.today()).await?;
        let mut hearings = hearings::newest(connection, cx.tenant.id).await?;
        // A hearing of another text is about something else, and others must not see one that is not announced.
        hearings.retain(|one| one.source.is_none_or(|source| Some(source) == policy.text));
        hearings.retain(|one| one.is_known(cx.now()) || cx.actor.is_coordinator());
        Ok(Self {
            bodies: bodies.into_iter().map(|body| Choice::of(body.id.to_string(), body.name)).collect(),
            hearings: hearings.into_iter().map(|one| Choice::of(one.id.to_string(), one.title)).collect(),
        })
    }
}

#[derive(Template)]
#[template(path = "policy/step.html")]
struct StepPage {
    shell: Shell,
    t: T,
    form: StepForm,
    bodies: Vec<Choice>,
    hearings: Vec<Choice>,
    action: String,
    back: String,
    /// The address for removing it; empty: it is a new one.
    remove: String,
    /// Where it is called off.
    cancel: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PlaceQuery {
    efter: String,
}

fn page(cx: &Cx, policy: &Policy, step: Option<&Step>, choices: Choices, form: StepForm) -> StepPage {
    let t = T(cx.locale);
    let back = format!("{}/plan", policy.href());
    let shell = cx.shell(if step.is_some() { t.step_edit() } else { t.step_new() });
    let shell = shell.under("/politikker", t.policy_list_title()).under(policy.href(), &policy.title);
    StepPage {
        shell: shell.under(back.as_str(), t.plan_title()).here(),
        t,
        form,
        bodies: choices.bodies,
        hearings: choices.hearings,
        action: match step {
            Some(step) => step.href(),
            // The place that was asked for stays in the address.
            None => match cx.query() {
                Some(query) => format!("{}/trin/nyt?{query}", policy.href()),
                None => format!("{}/trin/nyt", policy.href()),
            },
        },
        remove: step.map(|step| format!("{}/slet", step.href())).unwrap_or_default(),
        cancel: step.map(|step| format!("{}/aflys", step.href())).unwrap_or_default(),
        back,
    }
}

/// The step as the form says it; the form with its errors.
fn read(cx: &Cx, form: &StepForm, was: Step, choices: &Choices) -> std::result::Result<Step, Box<StepForm>> {
    let t = T(cx.locale);
    let mut check = Check::new(cx.locale);
    let title = form.titel().text(&mut check).unwrap_or_default();
    let kind: StepKind = form.slags().code(&mut check).unwrap_or(was.kind);
    let verb: StepVerb = form.verbum().code(&mut check).unwrap_or(was.verb);
    let precision: Precision = form.praecision().code(&mut check).unwrap_or(was.precision);
    let from = form.fra().day_ahead(&mut check, cx.today());
    let to = form.til().day_ahead(&mut check, cx.today());
    if let (Some(from), Some(to), Precision::Months) = (from, to, precision)
        && to < from
    {
        check.refuse(&form.til(), t.step_ends_before());
    }
    let matter = form.sag().text(&mut check).unwrap_or_default();
    let organ = form.hvem().text(&mut check).unwrap_or_default();
    let errors = check.done().err();
    let (Some(from), None) = (from, &errors) else {
        return Err(Box::new(form.clone().with_errors(errors.unwrap_or_default())));
    };
    let step = Step {
        title,
        kind,
        verb,
        matter,
        organ,
        // An option that can no longer be chosen is kept while nobody chooses another.
        body: chosen(&choices.bodies, &form.organ).or(was.body.filter(|id| id.to_string() == form.organ)),
        hearing: chosen::<HearingId>(&choices.hearings, &form.hoering)
            .or(was.hearing.filter(|id| id.to_string() == form.hoering)),
        lane: form.bane.parse().unwrap_or(kind.usual_lane()),
        updated_at: cx.now(),
        ..was
    };
    Ok(step.moved(precision, from, to.unwrap_or(from)))
}

/// GET /politikker/{id}/trin/nyt
pub(crate) async fn new(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::for_leading(&cx, &mut reader, id).await?;
    let choices = Choices::read(&cx, &mut reader, &seen.process.policy).await?;
    let form = StepForm { praecision: Precision::Day.code().into(), ..StepForm::default() };
    cx.page(page(&cx, &seen.process.policy, None, choices, form))
}

/// POST /politikker/{id}/trin/nyt: after the step that was asked for, or last.
pub(crate) async fn add(cx: Cx, Path(id): Path<PolicyId>, Form(form): Form<StepForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = Seen::locked(&cx, &mut tx, id).await?;
    let policy = &seen.process.policy;
    if !policy.takes_steps() {
        return cx.redirect_saying(policy.href(), "warning", "policy-flash-is-over");
    }
    let choices = Choices::read(&cx, &mut tx, policy).await?;
    let blank = Step::new(cx.new_id(), policy.id, StepKind::Other, (cx.today(), cx.today()), cx.now());
    let step = match read(&cx, &form, blank, &choices) {
        Ok(step) => step,
        Err(form) => return cx.invalid(page(&cx, policy, None, choices, *form)),
    };
    let asked: PlaceQuery = query(&cx);
    let after = asked.efter.parse().ok().and_then(|id: StepId| seen.process.step(id));
    let last = seen.process.steps.iter().map(|step| step.place).max().unwrap_or(0);
    // It was not planned before.
    let step = Step { place: after.map_or(last, |step| step.place) + 1, moved_from: None, ..step };
    store::insert_step(&mut tx, &step).await?;
    tx.record(StepAdded::of(&step)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/plan#trin-{}", policy.href(), step.id), "success", "step-flash-added")
}

/// A step that is still to be done, for whoever leads it.
async fn open_step(cx: &Cx, connection: &mut Connection, id: StepId) -> Result<(Seen, Step)> {
    let step = store::find_step(connection, cx.tenant.id, id).await?.ok_or(Error::NotFound)?;
    let seen = Seen::for_leading(cx, connection, step.policy).await?;
    Ok((seen, step))
}

/// GET /politiktrin/{id}
pub(crate) async fn show(cx: Cx, Path(id): Path<StepId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let (seen, step) = open_step(&cx, &mut reader, id).await?;
    if !step.is_open() {
        let to = format!("{}/plan#trin-{id}", seen.process.policy.href());
        return cx.redirect_saying(to, "warning", "step-flash-is-over");
    }
    let choices = Choices::read(&cx, &mut reader, &seen.process.policy).await?;
    let id = |id: Option<String>| id.unwrap_or_default();
    let form = StepForm {
        titel: step.title.clone(),
        slags: step.kind.code().into(),
        verbum: step.verb.code().into(),
        praecision: step.precision.code().into(),
        fra: step.starts_on.to_string(),
        til: if step.precision == Precision::Months { step.ends_on.to_string() } else { String::new() },
        organ: id(step.body.map(|id| id.to_string())),
        hvem: step.organ.clone(),
        sag: step.matter.clone(),
        bane: step.lane.code().into(),
        hoering: id(step.hearing.map(|id| id.to_string())),
        ..StepForm::default()
    };
    cx.page(page(&cx, &seen.process.policy, Some(&step), choices, form))
}

/// POST /politiktrin/{id}. Before the plan is agreed it is simply written; afterwards one can read that it was moved.
pub(crate) async fn save(cx: Cx, Path(id): Path<StepId>, Form(form): Form<StepForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (seen, before) = Seen::of_step(&cx, &mut tx, id).await?;
    let policy = &seen.process.policy;
    let to = format!("{}/plan#trin-{id}", policy.href());
    if !before.is_open() || !policy.takes_steps() {
        return cx.redirect_saying(to, "warning", "step-flash-is-over");
    }
    if is_dealt_with(&mut tx, &before).await? {
        return cx.redirect_saying(to, "warning", "step-flash-is-dealt-with");
    }
    let choices = Choices::read(&cx, &mut tx, policy).await?;
    let step = match read(&cx, &form, before.clone(), &choices) {
        Ok(step) => step,
        Err(form) => return cx.invalid(page(&cx, policy, Some(&before), choices, *form)),
    };
    let moved_from = if policy.locked_at.is_some() { step.moved_from } else { None };
    // Another body has its own agenda, so the step is taken off the agenda that it was on.
    let goes_elsewhere = step.item.is_some() && (step.body != before.body || step.kind != before.kind);
    if goes_elsewhere {
        withdraw_item(&mut tx, &before).await?;
    }
    let item = if goes_elsewhere { None } else { step.item };
    let step = Step { moved_from, item, ..step };
    store::save_step(&mut tx, &step).await?;
    tx.record(StepChanged::of(&step)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "step-flash-saved")
}

/// POST /politiktrin/{id}/slet: while the plan is not agreed. Afterwards a step is called off, with the reason.
pub(crate) async fn remove(cx: Cx, Path(id): Path<StepId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (seen, step) = Seen::of_step(&cx, &mut tx, id).await?;
    let policy = &seen.process.policy;
    let to = format!("{}/plan", policy.href());
    if policy.locked_at.is_some() || !step.is_open() || !policy.takes_steps() {
        return cx.redirect_saying(to, "warning", "step-flash-stays");
    }
    withdraw_item(&mut tx, &step).await?;
    store::remove_step(&mut tx, id).await?;
    tx.record(StepRemoved::of(&step)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "step-flash-removed")
}

/// POST /politiktrin/{id}/op: one place earlier.
pub(crate) async fn up(cx: Cx, Path(id): Path<StepId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (seen, step) = Seen::of_step(&cx, &mut tx, id).await?;
    let steps = &seen.process.steps;
    let at = steps.iter().position(|one| one.id == id).unwrap_or(0);
    if at > 0 {
        let place = i64::try_from(at).unwrap_or(0);
        // Numbered anew, so that two of one place cannot stay beside each other.
        store::save_step(&mut tx, &Step { place, updated_at: cx.now(), ..step.clone() }).await?;
        let above = steps[at - 1].clone();
        store::save_step(&mut tx, &Step { place: place + 1, updated_at: cx.now(), ..above }).await?;
        tx.record(StepChanged::of(&step)).await?;
        tx.commit().await?;
    }
    cx.redirect(format!("{}/plan#trin-{id}", seen.process.policy.href()))
}
