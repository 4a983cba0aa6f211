//! /politikker/ny and /politikker/{id}/rediger: what the policy is, who leads it, for whom it is, and the plan it begins with.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_kernel::{Day, Instant, Locale};
use samskab_meetings::position_choices;
use samskab_organisation::{
    body::{self, Body},
    unit::{self, Level, UnitId},
};
use samskab_store::{Connection, Tx};
use samskab_web::{
    Check, Cx, Form, Result, Shell,
    form::{Choice, query, ticked},
};
use samskab_writing::{
    store as texts,
    text::{BlockKind, Text, TextBegun, TextKind},
};
use serde::Deserialize;

use crate::{
    T,
    authority::{Action, Tie, may},
    own_template,
    policy::{Policy, PolicyBegun, PolicyChanged, PolicyId, PolicyKind, PolicyState},
    process::Seen,
    step::StepAdded,
    store,
    template::{PlanTemplate, begun_with, copied, steps_of},
};

samskab_web::form! {
    /// The fields about a policy that can be filled in at any time.
    pub struct PolicyForm {
        titel: text(policy_title).required().max(150),
        slags: radio(policy_kind).among(kinds).required(),
        om: paragraph(policy_about).hint(policy_about_hint).optional().rows(4).max(2000),
        leder: choice(policy_leader).hint(policy_leader_hint).first(policy_nobody).optional(),
        styregruppe: choice(policy_body).hint(policy_body_hint).first(policy_no_body).optional(),
        mandat: text(policy_steering).hint(policy_steering_hint).optional().max(300),
        omraader: several(policy_departments).hint(policy_departments_hint).unmarked(),
        afloeser: choice(policy_replaces).hint(policy_replaces_hint).first(policy_replaces_none).optional(),
        politisk: text(policy_political).hint(policy_political_hint).optional().max(150),
        administrativ: text(policy_administrative).optional().max(150),
        paragraf34: tick(policy_section34).hint(policy_section34_hint),
        sag: text(policy_case_number).optional().max(60).width("s"),
        kle: text(policy_kle).hint(policy_kle_hint).optional().max(8).width("s"),
    }
}

samskab_web::form! {
    /// The first time, with how it begins.
    pub struct NewForm {
        ..policy: PolicyForm,
        plan: choice(policy_template).hint(policy_template_hint).without_first(),
        fra: day(policy_begins).required(),
        /// Asked only where the day is long past.
        er_begyndt: tick(policy_begins_past).hint(policy_begins_past_hint),
        overskrifter: tick(policy_headings).hint(policy_headings_hint),
    }
}

samskab_web::form! {
    /// The fields that can be filled in later, such as when it is looked at again.
    pub struct ChangeForm {
        ..policy: PolicyForm,
        revision: day(policy_revise_by).hint(policy_revise_by_hint).optional(),
    }
}

fn kinds(locale: Locale) -> Vec<Choice> {
    let t = T(locale);
    PolicyKind::ALL.iter().map(|one| Choice::of(one.code(), one.label(t))).collect()
}

/// Days in the past from which the first day of a plan is asked about: such a plan is late from the start.
const PAST_DAYS: i32 = 60;

/// What can be chosen.
struct Choices {
    positions: Vec<Choice>,
    bodies: Vec<Body>,
    units: Vec<Choice>,
    plans: Vec<Choice>,
    /// The policies that it can replace; empty: that stays as it is.
    adopted: Vec<Choice>,
}

/// What the policy can take the place of. At most one query. What is decided is decided, and a revision of a text stays one.
async fn replaceable(
    cx: &Cx,
    connection: &mut Connection,
    (policy, others): (Option<&Policy>, &[Policy]),
) -> Result<Vec<Choice>> {
    let before = match policy.and_then(|policy| policy.revises) {
        Some(id) => store::find(connection, cx.tenant.id, id).await?,
        None => None,
    };
    let is_fixed = |policy: &Policy| {
        !policy.is_under_way() || before.as_ref().is_some_and(|before| policy.is_revision_of(before))
    };
    if policy.is_some_and(is_fixed) {
        return Ok(Vec::new());
    }
    let adopted = others.iter().filter(|one| one.state == PolicyState::Adopted);
    let adopted = adopted.filter(|one| policy.is_none_or(|policy| one.id != policy.id));
    let mut all: Vec<&Policy> = adopted.collect();
    // An option that can no longer be chosen is kept while nobody chooses another.
    all.extend(
        before.iter().filter(|before| {
            others.iter().all(|one| one.id != before.id || one.state != PolicyState::Adopted)
        }),
    );
    Ok(all.into_iter().map(|one| Choice::of(one.id.to_string(), one.title.as_str())).collect())
}

impl Choices {
    /// Reads what can be chosen for the policy. Runs at most six queries.
    async fn read(cx: &Cx, connection: &mut Connection, policy: Option<&Policy>) -> Result<Self> {
        let t = T(cx.locale);
        let mut units = unit::store::all(connection, cx.tenant.id, cx.today()).await?;
        units.retain(|unit| unit.level == Level::Department);
        units.sort_by_cached_key(|unit| samskab_kernel::danish::sort_key(&unit.name));
        let others = store::newest(connection, cx.tenant.id).await?;
        let adopted = replaceable(cx, connection, (policy, &others)).await?;
        let mut plans: Vec<Choice> =
            PlanTemplate::ALL.iter().map(|one| Choice::of(one.code(), one.label(t))).collect();
        // Only a policy that begins has a plan to choose.
        let own = match policy {
            None => own_template::store::all(connection, cx.tenant.id).await?,
            Some(_) => Vec::new(),
        };
        plans.extend(
            own.iter().map(|one| Choice::of(one.id.to_string(), t.plan_template_own(one.name.as_str()))),
        );
        plans.extend(
            others
                .iter()
                .take(50)
                .map(|one| Choice::of(one.id.to_string(), t.template_of(one.title.as_str()))),
        );
        Ok(Self {
            positions: position_choices(cx, connection).await?,
            bodies: body::store::all(connection, cx.tenant.id, cx.today()).await?,
            units: units.into_iter().map(|unit| Choice::of(unit.id.to_string(), unit.name)).collect(),
            plans,
            adopted,
        })
    }

    fn body_choices(&self) -> Vec<Choice> {
        self.bodies.iter().map(|body| Choice::of(body.id.to_string(), &body.name)).collect()
    }
}

/// The id behind a chosen value, if the choices contain it.
pub(crate) fn chosen<V: std::str::FromStr>(choices: &[Choice], value: &str) -> Option<V> {
    choices.iter().find(|one| one.value == value).and_then(|one| one.value.parse().ok())
}

#[derive(Template)]
#[template(path = "policy/form.html")]
struct FormPage {
    shell: Shell,
    t: T,
    /// Fields shown in every state; the next two hold the others.
    form: PolicyForm,
    new: Option<NewForm>,
    change: Option<ChangeForm>,
    positions: Vec<Choice>,
    bodies: Vec<Choice>,
    units: Vec<Choice>,
    plans: Vec<Choice>,
    adopted: Vec<Choice>,
    /// The day it began is long past, and it is asked whether that is right.
    asks_past: bool,
    action: String,
    back: String,
}

impl FormPage {
    fn of(cx: &Cx, policy: Option<&Policy>, choices: Choices, form: PolicyForm) -> Self {
        let t = T(cx.locale);
        let shell = match policy {
            Some(policy) => policy.under(cx, t.policy_edit()),
            None => cx.shell(t.policy_new()).under("/politikker", t.policy_list_title()).here(),
        };
        Self {
            shell,
            t,
            form,
            new: None,
            change: None,
            bodies: choices.body_choices(),
            positions: choices.positions,
            units: choices.units,
            plans: choices.plans,
            adopted: choices.adopted,
            asks_past: false,
            action: policy
                .map_or_else(|| "/politikker/ny".to_owned(), |policy| format!("{}/rediger", policy.href())),
            back: policy.map_or_else(|| "/politikker".to_owned(), Policy::href),
        }
    }
}

impl PolicyForm {
    fn of(policy: &Policy, departments: &[UnitId]) -> Self {
        let id = |id: Option<String>| id.unwrap_or_default();
        Self {
            titel: policy.title.clone(),
            slags: policy.kind.code().into(),
            om: policy.about.clone(),
            leder: id(policy.leader.map(|id| id.to_string())),
            styregruppe: id(policy.body.map(|id| id.to_string())),
            mandat: policy.steering.clone(),
            afloeser: id(policy.revises.map(|id| id.to_string())),
            omraader: departments.iter().map(ToString::to_string).collect(),
            politisk: policy.political.clone(),
            administrativ: policy.administrative.clone(),
            paragraf34: ticked(policy.is_section34),
            sag: policy.case_number.clone(),
            kle: policy.kle.clone(),
            ..Self::default()
        }
    }

    /// The policy as the form says it, and the departments it is for.
    fn read(&self, cx: &Cx, check: &mut Check, was: Policy, choices: &Choices) -> (Policy, Vec<UnitId>) {
        let title = self.titel().text(check).unwrap_or_default();
        let kind = self.slags().code(check).unwrap_or(was.kind);
        let about = self.om().text(check).unwrap_or_default();
        let steering = self.mandat().text(check).unwrap_or_default();
        let political = self.politisk().text(check).unwrap_or_default();
        let administrative = self.administrativ().text(check).unwrap_or_default();
        let case_number = self.sag().text(check).unwrap_or_default();
        let kle = self.kle().text(check).unwrap_or_default();
        if !kle.is_empty() && !samskab_meetings::meeting::is_kle(&kle) {
            check.refuse(&self.kle(), T(cx.locale).policy_kle_wrong());
        }
        let units: Vec<UnitId> =
            self.omraader.iter().filter_map(|value| chosen(&choices.units, value)).collect();
        let revises = match choices.adopted.is_empty() {
            true => was.revises,
            false => chosen(&choices.adopted, &self.afloeser),
        };
        let policy = Policy {
            title,
            kind,
            about,
            // An option that can no longer be chosen is kept while nobody chooses another.
            leader: chosen(&choices.positions, &self.leder)
                .or(was.leader.filter(|id| id.to_string() == self.leder)),
            revises,
            body: chosen(&choices.body_choices(), &self.styregruppe)
                .or(was.body.filter(|id| id.to_string() == self.styregruppe)),
            steering,
            political,
            administrative,
            is_section34: self.paragraf34().is_ticked(),
            case_number,
            kle,
            updated_at: cx.now(),
            ..was
        };
        (policy, units)
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct PlanQuery {
    plan: String,
}

/// GET /politikker/ny; ?plan=… of a template or a policy whose plan it begins with.
pub(crate) async fn new(cx: Cx) -> Result<Response> {
    cx.require(may(&cx.actor, Action::BeginPolicies, Tie::None))?;
    let mut reader = cx.read().await?;
    let choices = Choices::read(&cx, &mut reader, None).await?;
    let asked: PlanQuery = query(&cx);
    let is_there = choices.plans.iter().any(|one| one.value == asked.plan);
    let form = NewForm {
        plan: if is_there { asked.plan } else { PlanTemplate::Guide.code().into() },
        fra: cx.today().to_string(),
        overskrifter: ticked(true),
        ..NewForm::default()
    };
    let page = FormPage::of(&cx, None, choices, PolicyForm::default());
    cx.page(FormPage { new: Some(form), ..page })
}

/// POST /politikker/ny: with its plan, and its text.
pub(crate) async fn add(cx: Cx, Form(form): Form<NewForm>) -> Result<Response> {
    cx.require(may(&cx.actor, Action::BeginPolicies, Tie::None))?;
    let mut tx = cx.write().await?;
    let choices = Choices::read(&cx, &mut tx, None).await?;
    let mut check = Check::new(cx.locale);
    let blank = Policy::new(cx.new_id(), "", PolicyKind::Values, cx.now());
    let (policy, units) = form.policy.read(&cx, &mut check, blank, &choices);
    // Later an exception, or the staff of another one, makes one enough.
    if units.len() == 1 {
        check.refuse(&form.policy.omraader(), T(cx.locale).policy_departments_one());
    }
    // A template that was deleted meanwhile must not lead to an empty plan.
    if !form.plan.is_empty() && choices.plans.iter().all(|one| one.value != form.plan) {
        check.refuse(&form.plan(), T(cx.locale).policy_template_gone());
    }
    let begins = form.fra().day_ahead(&mut check, cx.today());
    let is_past = begins.is_some_and(|day| day < cx.today().plus_days(-PAST_DAYS));
    if is_past && !form.er_begyndt().is_ticked() {
        check.refuse(&form.fra(), T(cx.locale).policy_begins_long_past());
    }
    let errors = check.done().err();
    let (Some(begins), None) = (begins, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        let page = FormPage::of(&cx, None, choices, form.policy.clone());
        return cx.invalid(FormPage { new: Some(form), asks_past: is_past, ..page });
    };
    let text = begin_text(&mut tx, &policy, form.overskrifter().is_ticked()).await?;
    let policy = Policy { text: Some(text.id), ..policy };
    begin(&mut tx, &policy, &units).await?;
    plan(&cx, &mut tx, &policy, &form.plan, begins, &choices.bodies).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/plan", policy.href()), "success", "policy-flash-begun")
}

/// A text with the headings of a policy (shapes: *A policy*), which the steering group writes.
async fn begin_text(tx: &mut Tx, policy: &Policy, has_headings: bool) -> Result<Text> {
    let now = tx.now();
    let text = Text {
        title: policy.title.clone(),
        body: policy.body,
        kind: TextKind::Policy,
        ..Text::new(tx.new_id(), now)
    };
    texts::add(tx, &text).await?;
    if has_headings {
        let headings = T(samskab_writing::text::LANGUAGE).policy_skeleton();
        let mut place = 0;
        for heading in headings.split('|').map(str::trim) {
            for (kind, content) in [(BlockKind::Heading2, heading), (BlockKind::Paragraph, "")] {
                place += 1;
                texts::insert_block(tx, text.id, place, kind, content).await?;
            }
        }
    }
    tx.record(TextBegun::of(&text)).await?;
    Ok(text)
}

/// Stores a new policy, with the departments it is for.
pub(crate) async fn begin(tx: &mut Tx, policy: &Policy, units: &[UnitId]) -> samskab_store::Result<()> {
    store::add(tx, policy).await?;
    store::set_departments(tx, policy.id, &[], units).await?;
    tx.record(PolicyBegun::of(policy)).await
}

/// The plan it begins with: of a template, of one that was kept here, or of another policy. At most two queries to find it.
pub(crate) async fn plan(
    cx: &Cx,
    tx: &mut Tx,
    policy: &Policy,
    from: &str,
    begins: Day,
    bodies: &[Body],
) -> Result<()> {
    let now: Instant = cx.now();
    let own = match from.parse() {
        Ok(id) => own_template::store::find(tx, cx.tenant.id, id).await?,
        Err(_) => None,
    };
    let steps = match (from.parse::<PlanTemplate>(), own, from.parse::<PolicyId>()) {
        (Ok(template), ..) => steps_of(template, policy.id, begins, bodies, now, || cx.new_id()),
        (_, Some(own), _) => {
            let is_there = |id| bodies.iter().any(|body| body.id == id);
            begun_with(&own.steps, policy.id, begins, is_there, now, || cx.new_id())
        }
        (_, None, Ok(other)) => {
            let steps = store::steps(tx, cx.tenant.id, other).await?;
            copied(&steps, policy.id, begins, now, || cx.new_id())
        }
        _ => Vec::new(),
    };
    for step in steps {
        store::add_step(tx, &step).await?;
        tx.record(StepAdded::of(&step)).await?;
    }
    Ok(())
}

/// GET /politikker/{id}/rediger
pub(crate) async fn show(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::for_leading(&cx, &mut reader, id).await?;
    let choices = Choices::read(&cx, &mut reader, Some(&seen.process.policy)).await?;
    let policy = &seen.process.policy;
    let units: Vec<UnitId> = seen.process.departments.iter().map(|one| one.unit).collect();
    let form = ChangeForm {
        revision: policy.revise_by.map(|day| day.to_string()).unwrap_or_default(),
        ..ChangeForm::default()
    };
    let page = FormPage::of(&cx, Some(policy), choices, PolicyForm::of(policy, &units));
    cx.page(FormPage { change: Some(form), ..page })
}

/// POST /politikker/{id}/rediger
pub(crate) async fn save(cx: Cx, Path(id): Path<PolicyId>, Form(form): Form<ChangeForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = Seen::locked(&cx, &mut tx, id).await?;
    let choices = Choices::read(&cx, &mut tx, Some(&seen.process.policy)).await?;
    let before = &seen.process.policy;
    let mut check = Check::new(cx.locale);
    let (policy, units) = form.policy.read(&cx, &mut check, before.clone(), &choices);
    let revise_by = form.revision().day_ahead(&mut check, cx.today());
    if let Err(errors) = check.done() {
        let form = form.with_errors(errors);
        let page = FormPage::of(&cx, Some(before), choices, form.policy.clone());
        return cx.invalid(FormPage { change: Some(form), ..page });
    }
    let policy = Policy { revise_by, ..policy };
    let was: Vec<UnitId> = seen.process.departments.iter().map(|one| one.unit).collect();
    store::save(&mut tx, &policy).await?;
    store::set_departments(&mut tx, policy.id, &was, &units).await?;
    tx.record(PolicyChanged::of(&policy)).await?;
    tx.commit().await?;
    cx.redirect_saying(policy.href(), "success", "policy-flash-saved")
}
