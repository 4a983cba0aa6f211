//! /politikker/{id}/flyt: all of the plan that is still to be done is moved, by a number of days or to a new
//! beginning.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::Day;
use samskab_web::{Check, Cx, Form, Result, Shell};

use crate::{
    T,
    carry::is_dealt_with,
    policy::{Policy, PolicyId},
    process::Seen,
    step::{Step, StepChanged},
    store,
};

/// A plan is not moved further than ten years.
const MOST_DAYS: i64 = 3660;

samskab_web::form! {
    pub struct ShiftForm {
        fra: day(shift_from).hint(shift_from_hint).optional(),
        dage: number(shift_days).hint(shift_days_hint).between(-MOST_DAYS, MOST_DAYS).optional(),
    }
}

#[derive(Template)]
#[template(path = "policy/shift.html")]
struct ShiftPage {
    shell: Shell,
    t: T,
    form: ShiftForm,
    /// What is moved, in words; empty: nothing is left to move.
    about: String,
    action: String,
    back: String,
}

fn page(cx: &Cx, seen: &Seen, form: ShiftForm) -> ShiftPage {
    let (t, policy) = (T(cx.locale), &seen.process.policy);
    let open = open(seen);
    let about = first(&open).map(|day| t.shift_about(open.len(), cx.locale.day(day)));
    let shell = cx.shell(t.shift_title()).under("/politikker", t.policy_list_title());
    let shell = shell.under(policy.href(), &policy.title);
    ShiftPage {
        shell: shell.under(format!("{}/plan", policy.href()), t.plan_title()).here(),
        t,
        form,
        about: about.unwrap_or_default(),
        action: format!("{}/flyt", policy.href()),
        back: format!("{}/plan", policy.href()),
    }
}

/// Steps that are still to be done, except those with a hearing: the hearing itself says when it opens.
fn open(seen: &Seen) -> Vec<&Step> {
    let facts = seen.process.facts();
    seen.process.steps.iter().filter(|step| step.hearing.is_none() && facts.is_to_do(step)).collect()
}

fn first(open: &[&Step]) -> Option<Day> {
    open.iter().map(|step| step.starts_on).min()
}

fn can_move(policy: &Policy) -> bool {
    policy.takes_steps()
}

/// GET /politikker/{id}/flyt
pub(crate) async fn show(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::for_leading(&cx, &mut reader, id).await?;
    let policy = &seen.process.policy;
    if !can_move(policy) {
        return cx.redirect_saying(policy.href(), "warning", "policy-flash-is-over");
    }
    cx.page(page(&cx, &seen, ShiftForm::default()))
}

/// POST /politikker/{id}/flyt. What a meeting has dealt with stays where it is.
pub(crate) async fn save(cx: Cx, Path(id): Path<PolicyId>, Form(form): Form<ShiftForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = Seen::locked(&cx, &mut tx, id).await?;
    let policy = &seen.process.policy;
    if !can_move(policy) {
        return cx.redirect_saying(policy.href(), "warning", "policy-flash-is-over");
    }
    let (t, open) = (T(cx.locale), open(&seen));
    let mut check = Check::new(cx.locale);
    let from = form.fra().day_ahead(&mut check, cx.today());
    let typed = form.dage().number(&mut check);
    let begins = first(&open);
    let days = match (from, typed, begins) {
        (Some(from), None, Some(begins)) => Some(from.number() - begins.number()),
        (None, Some(days), _) => i32::try_from(days).ok(),
        _ => None,
    };
    match (from, typed) {
        (None, None) if !check.refuses(&[form.fra(), form.dage()]) => {
            check.refuse(&form.fra(), t.shift_choose())
        }
        (Some(_), Some(_)) => check.refuse(&form.dage(), t.shift_choose_one()),
        _ => {}
    }
    let errors = check.done().err();
    let (Some(days), None) = (days, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        return cx.invalid(page(&cx, &seen, form));
    };
    for step in open {
        if is_dealt_with(&mut tx, step).await? {
            continue;
        }
        let moved = step.clone().shifted(days);
        let moved_from = if policy.locked_at.is_some() { moved.moved_from } else { None };
        let moved = Step { moved_from, updated_at: cx.now(), ..moved };
        store::save_step(&mut tx, &moved).await?;
        tx.record(StepChanged::of(&moved)).await?;
    }
    tx.commit().await?;
    cx.redirect_saying(format!("{}/plan", policy.href()), "success", "shift-flash-moved")
}
