//! /politikker/{id}/skabelon: the plan of a policy is kept; /politikker/skabeloner and /politikskabeloner/{id}: those that were, read,
//! renamed and deleted.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_store::Connection;
use samskab_web::{Check, Cx, Errors, Form, Result, Shell, error::OrNotFound as _, personal::Line};

use super::{OwnTemplate, OwnTemplateId, TemplateChanged, TemplateKept, TemplateRemoved, store};
use crate::{
    T,
    authority::{Action, Tie, may},
    policy::{Policy, PolicyId},
    process::{Process, Seen, me},
    step::Precision,
    store as policies,
    template::{TemplateStep, template_steps},
};

samskab_web::form! {
    pub struct TemplateForm {
        navn: text(plan_template_name).hint(plan_template_name_hint).required().max(100),
        om: paragraph(plan_template_about).hint(plan_template_about_hint).optional().rows(2).max(300),
    }
}

const LIST: &str = "/politikker/skabeloner";

fn reads_all(cx: &Cx) -> bool {
    may(&cx.actor, Action::ReadPlans, Tie::None)
}

/// The frame of a page below the list.
fn below(cx: &Cx, title: &str) -> Shell {
    let t = T(cx.locale);
    cx.shell(title).under("/politikker", t.policy_list_title()).under(LIST, t.plan_template_list_title())
}

#[derive(Template)]
#[template(path = "policy/templates.html")]
struct TemplatesPage {
    shell: Shell,
    t: T,
    templates: Vec<Line>,
}

/// GET /politikker/skabeloner. Two queries.
pub(crate) async fn list(cx: Cx) -> Result<Response> {
    cx.require(reads_all(&cx))?;
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let all = store::all(&mut reader, cx.tenant.id).await?;
    let ids: Vec<PolicyId> = all.iter().filter_map(|one| one.policy).collect();
    let from = policies::find_many(&mut reader, cx.tenant.id, &ids).await?;
    drop(reader);
    let line = |one: &OwnTemplate| {
        let policy = from.iter().find(|policy| Some(policy.id) == one.policy);
        let from = policy.map(|policy| t.plan_template_from_short(policy.title.as_str()));
        let about = [one.about.clone(), t.plan_template_count(one.steps.len())];
        let about: Vec<String> = about.into_iter().chain(from).filter(|text| !text.is_empty()).collect();
        Line::in_state(&one.name, one.href(), about.join(" · "), ("", "", ""))
    };
    let shell = cx.shell(t.plan_template_list_title()).under("/politikker", t.policy_list_title());
    cx.page(TemplatesPage { shell: shell.here(), t, templates: all.iter().map(line).collect() })
}

/// A step as it stands on the page.
struct StepLine {
    title: String,
    when: String,
    who: String,
    verb: &'static str,
    matter: String,
}

#[derive(Template)]
#[template(path = "policy/template.html")]
struct TemplatePage {
    shell: Shell,
    t: T,
    name: String,
    about: String,
    kept_on: String,
    /// The policy whose plan it was: address and title; empty: that policy is deleted.
    from: Option<(String, String)>,
    steps: Vec<StepLine>,
    /// The address for beginning a policy with it; empty: the reader may not begin one.
    begin: String,
    may_change: bool,
    base: String,
}

/// "14 dage efter begyndelsen, varer 2 måneder"
fn when(t: T, step: &TemplateStep) -> String {
    let begins = match step.offset {
        0 => t.plan_template_at_start().to_owned(),
        days => t.plan_template_after(days),
    };
    let takes = match step.precision {
        Precision::Day => t.plan_template_day().to_owned(),
        Precision::Month | Precision::Months => t.plan_template_months(step.length + 1),
    };
    format!("{begins}, {takes}")
}

/// GET /politikskabeloner/{id}. Two queries.
pub(crate) async fn show(cx: Cx, Path(id): Path<OwnTemplateId>) -> Result<Response> {
    cx.require(reads_all(&cx))?;
    let t = T(cx.locale);
    let mut reader = cx.read().await?;
    let template = store::find(&mut reader, cx.tenant.id, id).await?.or_not_found()?;
    let from = match template.policy {
        Some(policy) => policies::find(&mut reader, cx.tenant.id, policy).await?,
        None => None,
    };
    drop(reader);
    let line = |step: &TemplateStep| StepLine {
        title: step.title.clone(),
        when: when(t, step),
        who: step.who().to_owned(),
        verb: step.verb.label(t),
        matter: step.matter.clone(),
    };
    cx.page(TemplatePage {
        shell: below(&cx, &template.name).here(),
        t,
        kept_on: cx.locale.day(template.created_at.day()),
        from: from.map(|policy| (policy.href(), policy.title)),
        steps: template.steps.iter().map(line).collect(),
        begin: match may(&cx.actor, Action::BeginPolicies, Tie::None) {
            true => format!("/politikker/ny?plan={id}"),
            false => String::new(),
        },
        may_change: template.is_changed_by(&cx),
        base: template.href(),
        name: template.name,
        about: template.about,
    })
}

#[derive(Template)]
#[template(path = "policy/template_form.html")]
struct TemplateFormPage {
    shell: Shell,
    t: T,
    lead: String,
    form: TemplateForm,
    action: String,
    back: String,
}

/// Reads name and purpose; errors are shown at their fields. Runs one query.
async fn read(
    cx: &Cx,
    connection: &mut Connection,
    form: &TemplateForm,
    (check, own): (&mut Check, Option<OwnTemplateId>),
) -> Result<(String, String)> {
    let name = form.navn().text(check).unwrap_or_default();
    let about = form.om().text(check).unwrap_or_default();
    let all = store::all(connection, cx.tenant.id).await?;
    let is_same = |other: &&OwnTemplate| other.name.to_lowercase() == name.to_lowercase();
    if all.iter().filter(is_same).any(|other| Some(other.id) != own) {
        check.refuse(&form.navn(), T(cx.locale).plan_template_name_taken());
    }
    Ok((name, about))
}

/// The form, when another template took the name at the same moment: it says the same as when the name was taken
/// before.
fn with_taken_name(cx: &Cx, form: TemplateForm) -> TemplateForm {
    let mut errors = Errors::default();
    errors.add(&form.navn(), T(cx.locale).plan_template_name_taken());
    form.with_errors(errors)
}

/// The steps that the template keeps from the plan.
fn steps_of(process: &Process) -> Vec<TemplateStep> {
    template_steps(&process.steps, &process.bodies)
}

fn keep_page(cx: &Cx, policy: &Policy, count: usize, form: TemplateForm) -> TemplateFormPage {
    let t = T(cx.locale);
    let back = format!("{}/plan", policy.href());
    let shell = cx.shell(t.plan_template_keep()).under("/politikker", t.policy_list_title());
    let shell = shell.under(policy.href(), &policy.title).under(back.as_str(), t.plan_title());
    TemplateFormPage {
        shell: shell.here(),
        t,
        lead: t.plan_template_keep_lead(count),
        form,
        action: format!("{}/skabelon", policy.href()),
        back,
    }
}

/// GET /politikker/{id}/skabelon
pub(crate) async fn keep_form(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::for_leading(&cx, &mut reader, id).await?;
    let policy = &seen.process.policy;
    match steps_of(&seen.process).len() {
        0 => {
            let to = format!("{}/plan", policy.href());
            cx.redirect_saying(to, "warning", "plan-template-flash-empty")
        }
        count => cx.page(keep_page(&cx, policy, count, TemplateForm::default())),
    }
}

/// POST /politikker/{id}/skabelon: whoever leads a policy keeps its plan for others.
pub(crate) async fn keep(
    cx: Cx,
    Path(id): Path<PolicyId>,
    Form(form): Form<TemplateForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = Seen::locked(&cx, &mut tx, id).await?;
    let policy = &seen.process.policy;
    let steps = steps_of(&seen.process);
    let plan = format!("{}/plan", policy.href());
    if steps.is_empty() {
        return cx.redirect_saying(plan, "warning", "plan-template-flash-empty");
    }
    let mut check = Check::new(cx.locale);
    let (name, about) = read(&cx, &mut tx, &form, (&mut check, None)).await?;
    let count = steps.len();
    if let Err(errors) = check.done() {
        return cx.invalid(keep_page(&cx, policy, count, form.with_errors(errors)));
    }
    let template = OwnTemplate {
        id: cx.new_id(),
        name,
        about,
        steps,
        policy: Some(policy.id),
        person: me(&cx),
        created_at: cx.now(),
        updated_at: cx.now(),
    };
    match store::add(&mut tx, &template).await {
        Err(error) if error.is_unique_violation() => {
            return cx.invalid(keep_page(&cx, policy, count, with_taken_name(&cx, form)));
        }
        added => added?,
    }
    tx.record(TemplateKept::of(&template)).await?;
    tx.commit().await?;
    // Whoever leads a policy without working here otherwise is led back to their plan.
    let to = if reads_all(&cx) { template.href() } else { plan };
    cx.redirect_saying(to, "success", "plan-template-flash-kept")
}

/// For whoever may rename and delete it. One query.
async fn kept(cx: &Cx, connection: &mut Connection, id: OwnTemplateId) -> Result<OwnTemplate> {
    let template = store::find(connection, cx.tenant.id, id).await?.or_not_found()?;
    cx.require(template.is_changed_by(cx))?;
    Ok(template)
}

fn edit_page(cx: &Cx, template: &OwnTemplate, form: TemplateForm) -> TemplateFormPage {
    let t = T(cx.locale);
    TemplateFormPage {
        shell: below(cx, t.plan_template_edit()).under(template.href(), &template.name).here(),
        t,
        lead: t.plan_template_edit_lead().to_owned(),
        form,
        action: format!("{}/rediger", template.href()),
        back: template.href(),
    }
}

/// GET /politikskabeloner/{id}/rediger
pub(crate) async fn edit(cx: Cx, Path(id): Path<OwnTemplateId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let template = kept(&cx, &mut reader, id).await?;
    let form =
        TemplateForm { navn: template.name.clone(), om: template.about.clone(), ..TemplateForm::default() };
    cx.page(edit_page(&cx, &template, form))
}

/// POST /politikskabeloner/{id}/rediger
pub(crate) async fn save(
    cx: Cx,
    Path(id): Path<OwnTemplateId>,
    Form(form): Form<TemplateForm>,
) -> Result<Response> {
    let mut tx = cx.write().await?;
    let template = kept(&cx, &mut tx, id).await?;
    let mut check = Check::new(cx.locale);
    let (name, about) = read(&cx, &mut tx, &form, (&mut check, Some(id))).await?;
    if let Err(errors) = check.done() {
        return cx.invalid(edit_page(&cx, &template, form.with_errors(errors)));
    }
    let changed = OwnTemplate { name, about, updated_at: cx.now(), ..template.clone() };
    match store::save(&mut tx, &changed).await {
        Err(error) if error.is_unique_violation() => {
            return cx.invalid(edit_page(&cx, &template, with_taken_name(&cx, form)));
        }
        saved => saved?,
    }
    tx.record(TemplateChanged::of(&changed)).await?;
    tx.commit().await?;
    cx.redirect_saying(template.href(), "success", "plan-template-flash-saved")
}

#[derive(Template)]
#[template(path = "policy/template_remove.html")]
struct RemovePage {
    shell: Shell,
    t: T,
    name: String,
    action: String,
    back: String,
}

/// GET /politikskabeloner/{id}/slet
pub(crate) async fn remove_form(cx: Cx, Path(id): Path<OwnTemplateId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let template = kept(&cx, &mut reader, id).await?;
    let t = T(cx.locale);
    cx.page(RemovePage {
        shell: below(&cx, t.plan_template_remove()).under(template.href(), &template.name).here(),
        t,
        action: format!("{}/slet", template.href()),
        back: template.href(),
        name: template.name,
    })
}

/// POST /politikskabeloner/{id}/slet: what began with it has its own plan.
pub(crate) async fn remove(cx: Cx, Path(id): Path<OwnTemplateId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let template = kept(&cx, &mut tx, id).await?;
    store::remove(&mut tx, id).await?;
    tx.record(TemplateRemoved::of(&template)).await?;
    tx.commit().await?;
    cx.redirect_saying(LIST, "success", "plan-template-flash-removed")
}
