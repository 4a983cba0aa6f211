//! What is done with the plan: it is agreed, a step is done, called off, opened again, or gone on with although something is
//! missing; departments say that the policy is theirs.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_meetings::meeting::{self, ItemState};
use samskab_organisation::unit::UnitId;
use samskab_store::Tx;
use samskab_web::{Check, Cx, Form, Result, Shell, form::query};
use serde::Deserialize;

use crate::{
    T,
    agenda::withdraw_item,
    policy::{Exception, Policy, PolicyChanged, PolicyExcepted, PolicyId, PolicyPlanned},
    process::{Process, Seen, me},
    rules::Gap,
    step::{Step, StepCancelled, StepChanged, StepHeld, StepId, StepKind, StepState},
    store,
};

fn plan_of(policy: &Policy, step: StepId) -> String {
    format!("{}/plan#trin-{step}", policy.href())
}

/// POST /politikker/{id}/aftal: the plan is agreed. What is missing before it is said on the page.
pub(crate) async fn agree(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = Seen::locked(&cx, &mut tx, id).await?;
    let (process, policy) = (&seen.process, &seen.process.policy);
    let to = format!("{}/plan", policy.href());
    if policy.locked_at.is_some() || !policy.is_under_way() {
        return cx.redirect_saying(to, "warning", "policy-flash-was-agreed");
    }
    let plan = process.steps.iter().find(|step| step.kind == StepKind::Plan && step.is_open());
    // The requirements of the plan are the same where no row of it is about the plan.
    let blank = Step::new(cx.new_id(), policy.id, StepKind::Plan, (cx.today(), cx.today()), cx.now());
    if !process.facts().gaps(plan.unwrap_or(&blank)).is_empty() || process.steps.is_empty() {
        return cx.redirect_saying(to, "warning", "policy-flash-not-ready");
    }
    if let Some(held) = plan.cloned().and_then(|step| step.hold(String::new(), cx.today(), cx.now())) {
        store::save_step(&mut tx, &held).await?;
        tx.record(StepHeld::of(&held)).await?;
    }
    let policy = Policy { locked_at: Some(cx.now()), updated_at: cx.now(), ..policy.clone() };
    store::save(&mut tx, &policy).await?;
    tx.record(PolicyPlanned::of(&policy)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "policy-flash-agreed")
}

samskab_web::form! {
    pub struct HoldForm {
        dag: day(step_done_on).required(),
        udfald: paragraph(step_outcome).hint(step_outcome_hint).required().rows(3).max(2000),
    }
}

samskab_web::form! {
    pub struct ReasonForm {
        grund: paragraph(step_reason).hint(step_reason_hint).required().rows(3).max(1000),
    }
}

samskab_web::form! {
    pub struct ExceptionForm {
        ..reason: ReasonForm,
        /// What is missing.
        mangler: hidden,
    }
}

#[derive(Template)]
#[template(path = "policy/hold.html")]
struct HoldPage {
    shell: Shell,
    t: T,
    title: String,
    /// Its time has not come; empty: it has.
    early: String,
    form: HoldForm,
    action: String,
    back: String,
}

#[derive(Template)]
#[template(path = "policy/reason.html")]
struct ReasonPage {
    shell: Shell,
    t: T,
    lead: String,
    form: ReasonForm,
    /// What is sent with it.
    missing: String,
    submit: &'static str,
    action: String,
    back: String,
}

fn deeper(cx: &Cx, policy: &Policy, title: &str) -> Shell {
    let t = T(cx.locale);
    let shell = cx.shell(title).under("/politikker", t.policy_list_title());
    let shell = shell.under(policy.href(), &policy.title);
    shell.under(format!("{}/plan", policy.href()), t.plan_title()).here()
}

fn hold_page(cx: &Cx, policy: &Policy, step: &Step, form: HoldForm) -> HoldPage {
    let t = T(cx.locale);
    HoldPage {
        shell: deeper(cx, policy, t.step_hold()),
        t,
        title: step.title.clone(),
        early: match step.starts_on > cx.today() {
            true => t.step_hold_early(step.when(cx.locale)),
            false => String::new(),
        },
        form,
        action: format!("{}/udfoert", step.href()),
        back: plan_of(policy, step.id),
    }
}

/// Whether somebody can say that it is done: it waits for somebody to say so, and nothing is missing.
fn can_hold(seen: &Seen, step: &Step) -> bool {
    step.is_open()
        && seen.process.policy.takes_steps()
        && step.kind.is_held_here()
        && seen.process.facts().gaps(step).is_empty()
}

/// GET /politiktrin/{id}/udfoert
pub(crate) async fn hold_form(cx: Cx, Path(id): Path<StepId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (seen, step) = Seen::of_step(&cx, &mut tx, id).await?;
    let policy = &seen.process.policy;
    if !can_hold(&seen, &step) {
        return cx.redirect_saying(plan_of(policy, id), "warning", "step-flash-not-ready");
    }
    let form = HoldForm { dag: cx.today().to_string(), ..HoldForm::default() };
    cx.page(hold_page(&cx, policy, &step, form))
}

/// POST /politiktrin/{id}/udfoert
pub(crate) async fn hold(cx: Cx, Path(id): Path<StepId>, Form(form): Form<HoldForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (seen, step) = Seen::of_step(&cx, &mut tx, id).await?;
    let policy = &seen.process.policy;
    let mut check = Check::new(cx.locale);
    let day = form.dag().day(&mut check);
    if day.is_some_and(|day| day > cx.today()) {
        check.refuse(&form.dag(), T(cx.locale).step_done_later());
    }
    let said = form.udfald().text(&mut check);
    let errors = check.done().err();
    let (Some(day), Some(said), None) = (day, said, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        return cx.invalid(hold_page(&cx, policy, &step, form));
    };
    let to = plan_of(policy, id);
    match can_hold(&seen, &step).then(|| step.clone().hold(said, day, cx.now())).flatten() {
        None => cx.redirect_saying(to, "warning", "step-flash-not-ready"),
        Some(held) => {
            // A body may have the step on an agenda: it was done in another way, so it is taken off.
            withdraw_item(&mut tx, &step).await?;
            save_held(&mut tx, &held).await?;
            tx.commit().await?;
            cx.redirect_saying(to, "success", "step-flash-held")
        }
    }
}

async fn save_held(tx: &mut Tx, step: &Step) -> samskab_store::Result<()> {
    store::save_step(tx, step).await?;
    tx.record(StepHeld::of(step)).await
}

/// Whether somebody can say that the answers changed nothing: none was taken up.
pub(crate) fn can_say_unchanged(process: &Process, step: &Step) -> bool {
    step.kind == StepKind::Adjust && process.facts().taken_up() == 0
}

/// POST /politiktrin/{id}/uaendret: the answers gave rise to no change, and somebody says so (CF-10).
pub(crate) async fn unchanged(cx: Cx, Path(id): Path<StepId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (seen, step) = Seen::of_step(&cx, &mut tx, id).await?;
    let to = plan_of(&seen.process.policy, id);
    let said = T(samskab_writing::text::LANGUAGE).step_unchanged_outcome().to_owned();
    let ready = can_say_unchanged(&seen.process, &step) && can_hold(&seen, &step);
    match ready.then(|| step.hold(said, cx.today(), cx.now())).flatten() {
        None => cx.redirect_saying(to, "warning", "step-flash-not-ready"),
        Some(held) => {
            save_held(&mut tx, &Step { no_changes: true, ..held }).await?;
            tx.commit().await?;
            cx.redirect_saying(to, "success", "step-flash-held")
        }
    }
}

fn reopen_page(cx: &Cx, policy: &Policy, step: &Step, form: ReasonForm) -> ReasonPage {
    let t = T(cx.locale);
    ReasonPage {
        shell: deeper(cx, policy, t.step_reopen()),
        t,
        lead: t.step_reopen_lead(step.title.as_str()),
        form,
        missing: String::new(),
        submit: t.step_reopen(),
        action: format!("{}/genaabn", step.href()),
        back: plan_of(policy, step.id),
    }
}

/// Not a step that led to the adoption: everybody reads that.
fn can_reopen(policy: &Policy, step: &Step) -> bool {
    policy.takes_steps() && step.can_be_reopened(policy.adopted_on)
}

/// Why it stays as it is, and where one goes instead.
fn stays(step: &Step) -> &'static str {
    match step.was_heard() {
        true => "step-flash-was-heard",
        false => "step-flash-stays-done",
    }
}

/// GET /politiktrin/{id}/genaabn
pub(crate) async fn reopen_form(cx: Cx, Path(id): Path<StepId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (seen, step) = Seen::of_step(&cx, &mut tx, id).await?;
    let policy = &seen.process.policy;
    if !can_reopen(policy, &step) {
        return cx.redirect_saying(plan_of(policy, id), "warning", stays(&step));
    }
    cx.page(reopen_page(&cx, policy, &step, ReasonForm::default()))
}

/// POST /politiktrin/{id}/genaabn: it was said by mistake; why, and what was said, stays.
pub(crate) async fn reopen(cx: Cx, Path(id): Path<StepId>, Form(form): Form<ReasonForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (seen, step) = Seen::of_step(&cx, &mut tx, id).await?;
    let policy = &seen.process.policy;
    let to = plan_of(policy, id);
    if !can_reopen(policy, &step) {
        return cx.redirect_saying(to, "warning", stays(&step));
    }
    let mut check = Check::new(cx.locale);
    let reason = form.grund().text(&mut check);
    let errors = check.done().err();
    let (Some(reason), None) = (reason, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        return cx.invalid(reopen_page(&cx, policy, &step, form));
    };
    match step.reopen(&reason, cx.now()) {
        None => cx.redirect_saying(to, "warning", "step-flash-stays-done"),
        Some(step) => {
            store::save_step(&mut tx, &step).await?;
            tx.record(StepChanged::of(&step)).await?;
            tx.commit().await?;
            cx.redirect_saying(to, "success", "step-flash-reopened")
        }
    }
}

fn cancel_page(cx: &Cx, policy: &Policy, step: &Step, form: ReasonForm) -> ReasonPage {
    let t = T(cx.locale);
    ReasonPage {
        shell: deeper(cx, policy, t.step_cancel()),
        t,
        lead: t.step_cancel_lead(step.title.as_str()),
        form,
        missing: String::new(),
        submit: t.step_cancel(),
        action: format!("{}/aflys", step.href()),
        back: plan_of(policy, step.id),
    }
}

/// GET /politiktrin/{id}/aflys
pub(crate) async fn cancel_form(cx: Cx, Path(id): Path<StepId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (seen, step) = Seen::of_step(&cx, &mut tx, id).await?;
    if !step.is_open() {
        return cx.redirect_saying(plan_of(&seen.process.policy, id), "warning", "step-flash-is-over");
    }
    cx.page(cancel_page(&cx, &seen.process.policy, &step, ReasonForm::default()))
}

/// POST /politiktrin/{id}/aflys
pub(crate) async fn cancel(cx: Cx, Path(id): Path<StepId>, Form(form): Form<ReasonForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (seen, step) = Seen::of_step(&cx, &mut tx, id).await?;
    let policy = &seen.process.policy;
    let mut check = Check::new(cx.locale);
    let reason = form.grund().text(&mut check);
    let errors = check.done().err();
    let (Some(reason), None) = (reason, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        return cx.invalid(cancel_page(&cx, policy, &step, form));
    };
    let to = plan_of(policy, id);
    if is_dealt_with(&mut tx, &step).await? {
        return cx.redirect_saying(to, "warning", "step-flash-is-dealt-with");
    }
    match policy.takes_steps().then(|| step.clone().cancel(reason, cx.now())).flatten() {
        None => cx.redirect_saying(to, "warning", "step-flash-is-over"),
        Some(cancelled) => {
            withdraw_item(&mut tx, &step).await?;
            store::save_step(&mut tx, &cancelled).await?;
            tx.record(StepCancelled::of(&cancelled)).await?;
            tx.commit().await?;
            cx.redirect_saying(to, "success", "step-flash-cancelled")
        }
    }
}

/// Whether a meeting has dealt with the point already: what its minutes say comes first.
pub(crate) async fn is_dealt_with(tx: &mut Tx, step: &Step) -> samskab_store::Result<bool> {
    let tenant = tx.tenant();
    let Some(id) = step.item.filter(|_| step.is_open()) else { return Ok(false) };
    let item = meeting::store::find_item(tx, tenant, id).await?;
    Ok(item.is_some_and(|item| matches!(item.state, ItemState::Decided | ItemState::Postponed)))
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct MissingQuery {
    mangler: String,
}

fn exception_page(cx: &Cx, policy: &Policy, step: &Step, gap: &Gap, form: ReasonForm) -> ReasonPage {
    let t = T(cx.locale);
    ReasonPage {
        shell: deeper(cx, policy, t.exception_title()),
        t,
        lead: t.exception_lead(gap.label(t), step.title.as_str()),
        form,
        missing: gap.key(),
        submit: t.exception_submit(),
        action: format!("{}/undtagelse", step.href()),
        back: plan_of(policy, step.id),
    }
}

/// The gap with this key, if it is missing and one may go on without it.
fn gap_of(seen: &Seen, step: &Step, key: &str) -> Option<Gap> {
    if !seen.process.policy.is_under_way() || !step.is_open() {
        return None;
    }
    let gaps = seen.process.facts().gaps(step);
    gaps.into_iter().find(|gap| gap.key() == key && gap.missing.can_be_excepted())
}

/// GET /politiktrin/{id}/undtagelse?mangler=…
pub(crate) async fn exception_form(cx: Cx, Path(id): Path<StepId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (seen, step) = Seen::of_step(&cx, &mut tx, id).await?;
    let asked: MissingQuery = query(&cx);
    let policy = &seen.process.policy;
    match gap_of(&seen, &step, &asked.mangler) {
        Some(gap) => cx.page(exception_page(&cx, policy, &step, &gap, ReasonForm::default())),
        None => cx.redirect_saying(plan_of(policy, id), "warning", "exception-flash-none"),
    }
}

/// POST /politiktrin/{id}/undtagelse: it is written down what was missing, why one goes on, and by whom.
pub(crate) async fn except(
    cx: Cx,
    Path(id): Path<StepId>,
    Form(form): Form<ExceptionForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let (seen, step) = Seen::of_step(&cx, &mut tx, id).await?;
    let policy = &seen.process.policy;
    let to = plan_of(policy, id);
    let Some(gap) = gap_of(&seen, &step, &form.mangler) else {
        return cx.redirect_saying(to, "warning", "exception-flash-none");
    };
    let mut check = Check::new(cx.locale);
    let reason = form.reason.grund().text(&mut check);
    let errors = check.done().err();
    let (Some(reason), None) = (reason, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        return cx.invalid(exception_page(&cx, policy, &step, &gap, form.reason));
    };
    let exception = Exception {
        id: cx.new_id(),
        policy: policy.id,
        step: step.id,
        missing: gap.missing.code().to_owned(),
        about: gap.about.clone(),
        said: gap.waived(T(samskab_writing::text::LANGUAGE)),
        reason,
        person: me(&cx),
        created_at: cx.now(),
    };
    store::add_exception(&mut tx, &exception).await?;
    tx.record(PolicyExcepted::of(policy)).await?;
    tx.commit().await?;
    cx.redirect_saying(to, "success", "exception-flash-added")
}

/// POST /politikker/{id}/omraader/{unit}: the department says that the policy is its own, or takes that back (CF-24).
pub(crate) async fn confirm(cx: Cx, Path((id, unit)): Path<(PolicyId, UnitId)>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = Seen::locked(&cx, &mut tx, id).await?;
    let policy = &seen.process.policy;
    let Some(department) = seen.process.facts().department(unit).cloned() else {
        return Err(samskab_web::Error::NotFound);
    };
    if !policy.is_under_way() {
        return cx.redirect_saying(policy.href(), "warning", "policy-flash-is-over");
    }
    let on = if department.confirmed_on.is_none() { Some(cx.today()) } else { None };
    store::confirm(&mut tx, policy.id, unit, on).await?;
    tx.record(PolicyChanged::of(policy)).await?;
    tx.commit().await?;
    cx.redirect_saying(policy.href(), "success", "policy-flash-saved")
}

/// Calls off every step that is still to be done, when the policy is given up.
pub(crate) async fn cancel_open(tx: &mut Tx, steps: &[Step], reason: &str) -> samskab_store::Result<()> {
    let now = tx.now();
    for step in steps.iter().filter(|step| step.state == StepState::Planned) {
        if let Some(cancelled) = step.clone().cancel(reason.to_owned(), now) {
            withdraw_item(tx, step).await?;
            store::save_step(tx, &cancelled).await?;
            tx.record(StepCancelled::of(&cancelled)).await?;
        }
    }
    Ok(())
}
