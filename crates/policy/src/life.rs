//! What is done with a policy as a whole: it is shown to all, people are called in, it is given up, amended after the council's
//! meeting, or made anew.

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_web::{
    Check, Cx, Form, Result, Shell,
    form::{Choice, ticked},
};
use samskab_writing::store as texts;

use crate::{
    T, agenda,
    authority::Action,
    carry::{ReasonForm, cancel_open, is_dealt_with},
    edit,
    letter::{News, tell_signups},
    policy::{Policy, PolicyAmended, PolicyChanged, PolicyId, PolicyShown, PolicyState, PolicyStopped},
    process::Seen,
    store,
    template::PlanTemplate,
};

samskab_web::form! {
    /// Who reads the plan, and whether people are called in (CF-17).
    pub struct ShowForm {
        vis: tick(policy_is_public).hint(policy_is_public_hint),
        opraab: paragraph(policy_call).hint(policy_call_hint).optional().rows(4).max(1500),
        frist: day(policy_call_until).hint(policy_call_until_hint).optional(),
    }
}

#[derive(Template)]
#[template(path = "policy/shown.html")]
struct ShownPage {
    shell: Shell,
    t: T,
    form: ShowForm,
    action: String,
    back: String,
}

fn shown_page(cx: &Cx, policy: &Policy, form: ShowForm) -> ShownPage {
    let t = T(cx.locale);
    ShownPage {
        shell: policy.under(cx, t.policy_shown_title()),
        t,
        form,
        action: format!("{}/visning", policy.href()),
        back: policy.href(),
    }
}

/// GET /politikker/{id}/visning
pub(crate) async fn shown(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::for_leading(&cx, &mut reader, id).await?;
    let policy = &seen.process.policy;
    let form = ShowForm {
        vis: ticked(policy.is_public),
        opraab: policy.call.clone(),
        frist: policy.call_until.map(|day| day.to_string()).unwrap_or_default(),
        ..ShowForm::default()
    };
    cx.page(shown_page(&cx, policy, form))
}

/// POST /politikker/{id}/visning
pub(crate) async fn show(cx: Cx, Path(id): Path<PolicyId>, Form(form): Form<ShowForm>) -> Result<Response> {
    let t = T(cx.locale);
    let mut tx = cx.write().await?;
    let seen = Seen::locked(&cx, &mut tx, id).await?;
    let policy = seen.process.policy;
    let mut check = Check::new(cx.locale);
    let call = form.opraab().text(&mut check).unwrap_or_default();
    let until = form.frist().day(&mut check);
    let is_public = form.vis().is_ticked();
    match (call.is_empty(), until) {
        (false, None) => check.refuse(&form.frist(), t.policy_call_needs_day()),
        (true, Some(_)) => check.refuse(&form.opraab(), t.policy_call_needs_text()),
        (false, Some(_)) if !is_public => check.refuse(&form.vis(), t.policy_call_needs_public()),
        _ => {}
    }
    if let Err(errors) = check.done() {
        return cx.invalid(shown_page(&cx, &policy, form.with_errors(errors)));
    }
    let policy = Policy { call, call_until: until, is_public, updated_at: cx.now(), ..policy };
    store::save(&mut tx, &policy).await?;
    tx.record(PolicyShown::of(&policy)).await?;
    tx.commit().await?;
    cx.redirect_saying(policy.href(), "success", "policy-flash-saved")
}

#[derive(Template)]
#[template(path = "policy/stop.html")]
struct StopPage {
    shell: Shell,
    t: T,
    /// Who counts on it, a sentence each.
    counts: Vec<String>,
    /// Why it cannot be stopped yet; empty: it can.
    hearing: Option<(String, String)>,
    form: ReasonForm,
    action: String,
    back: String,
}

/// The page on which a policy is given up. Runs one query besides what was read.
async fn stop_page(
    cx: &Cx,
    connection: &mut samskab_store::Connection,
    seen: &Seen,
    form: ReasonForm,
) -> Result<StopPage> {
    let (t, process) = (T(cx.locale), &seen.process);
    let policy = &process.policy;
    let signups = store::signups(connection, cx.tenant.id, policy.id).await?;
    let open = process.steps.iter().filter(|step| step.is_open()).count();
    let on_agendas = process.steps.iter().filter(|step| step.is_open() && step.item.is_some()).count();
    let counts = [
        (open, t.stop_steps(open)),
        (on_agendas, t.stop_agendas(on_agendas)),
        (signups.len(), t.stop_signups(signups.len())),
    ];
    Ok(StopPage {
        shell: policy.under(cx, t.policy_stop()),
        t,
        counts: counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, said)| said).collect(),
        hearing: open_hearing(seen),
        form,
        action: format!("{}/stop", policy.href()),
        back: policy.href(),
    })
}

/// Whoever answers a hearing expects it to be read: the hearing must be called off first, and its page tells them.
fn open_hearing(seen: &Seen) -> Option<(String, String)> {
    use samskab_hearing::hearing::Phase::{Closed, Coming, Open};
    let fact = seen.process.hearings.iter().find(|fact| matches!(fact.phase, Coming | Open | Closed))?;
    Some((format!("/hoeringer/{}", fact.hearing), fact.title.clone()))
}

/// GET /politikker/{id}/stop
pub(crate) async fn stop_form(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::for_leading(&cx, &mut reader, id).await?;
    if !seen.process.policy.is_under_way() {
        return cx.redirect_saying(seen.process.policy.href(), "warning", "policy-flash-is-over");
    }
    let page = stop_page(&cx, &mut reader, &seen, ReasonForm::default()).await?;
    cx.page(page)
}

/// POST /politikker/{id}/stop
pub(crate) async fn stop(cx: Cx, Path(id): Path<PolicyId>, Form(form): Form<ReasonForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = Seen::locked(&cx, &mut tx, id).await?;
    let to = seen.process.policy.href();
    if !seen.process.policy.is_under_way() {
        return cx.redirect_saying(to, "warning", "policy-flash-is-over");
    }
    let mut check = Check::new(cx.locale);
    let reason = form.grund().text(&mut check);
    let errors = check.done().err();
    let (Some(reason), None, None) = (reason, &errors, open_hearing(&seen)) else {
        let form = form.with_errors(errors.unwrap_or_default());
        let page = stop_page(&cx, &mut tx, &seen, form).await?;
        return cx.invalid(page);
    };
    for step in &seen.process.steps {
        if is_dealt_with(&mut tx, step).await? {
            return cx.redirect_saying(to, "warning", "step-flash-is-dealt-with");
        }
    }
    match seen.process.policy.clone().stop(reason.clone(), cx.now()) {
        None => cx.redirect_saying(to, "warning", "policy-flash-is-over"),
        Some(policy) => {
            store::save(&mut tx, &policy).await?;
            cancel_open(&mut tx, &seen.process.steps, &reason).await?;
            // The revision is given up: everybody reads the adopted text again, whatever was shown of the revision.
            let before = match policy.revises {
                Some(before) => store::locked(&mut tx, before).await?,
                None => None,
            };
            let is_read =
                |before: &Policy| before.state == PolicyState::Adopted && policy.is_revision_of(before);
            if let Some(before) = before.filter(is_read) {
                agenda::close(&mut tx, &before).await?;
            }
            tell_signups(&mut tx, &policy, News::Stopped).await?;
            tx.record(PolicyStopped::of(&policy)).await?;
            tx.commit().await?;
            cx.redirect_saying(to, "success", "policy-flash-stopped")
        }
    }
}

samskab_web::form! {
    /// The council changed something in its meeting.
    pub struct AmendForm {
        version: choice(policy_amended_version).hint(policy_amended_version_hint).required(),
        aendring: paragraph(policy_amendment).hint(policy_amendment_hint).required().rows(3).max(1500),
    }
}

#[derive(Template)]
#[template(path = "policy/amend.html")]
struct AmendPage {
    shell: Shell,
    t: T,
    form: AmendForm,
    versions: Vec<Choice>,
    text: String,
    action: String,
    back: String,
}

/// The page on which an adopted policy is amended. Runs one query.
async fn amend_page(
    cx: &Cx,
    connection: &mut samskab_store::Connection,
    seen: &Seen,
    form: AmendForm,
) -> Result<AmendPage> {
    let (t, policy) = (T(cx.locale), &seen.process.policy);
    let versions = match &seen.process.text {
        Some(text) => texts::versions(connection, cx.tenant.id, text.id).await?,
        None => Vec::new(),
    };
    let choice = |version: texts::VersionLine| {
        let day = cx.locale.day(version.created_at.day());
        let said = t.policy_version(day, version.number);
        let said = if version.name.is_empty() { said } else { format!("{said}: {}", version.name) };
        Choice::of(version.number.to_string(), said)
    };
    Ok(AmendPage {
        shell: policy.under(cx, t.policy_amend()),
        t,
        form,
        versions: versions
            .into_iter()
            .filter(|version| Some(version.number) >= policy.put_number)
            .map(choice)
            .collect(),
        text: seen.process.text.as_ref().map(|text| text.href()).unwrap_or_default(),
        action: format!("{}/aendret", policy.href()),
        back: policy.href(),
    })
}

/// GET /politikker/{id}/aendret
pub(crate) async fn amend_form(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::for_leading(&cx, &mut reader, id).await?;
    let policy = &seen.process.policy;
    let form = AmendForm {
        version: policy.adopted_number.map(|number| number.to_string()).unwrap_or_default(),
        aendring: policy.amendment.clone(),
        ..AmendForm::default()
    };
    let page = amend_page(&cx, &mut reader, &seen, form).await?;
    cx.page(page)
}

/// POST /politikker/{id}/aendret: another version than the one that was put is what the council adopted.
pub(crate) async fn amend(cx: Cx, Path(id): Path<PolicyId>, Form(form): Form<AmendForm>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = Seen::locked(&cx, &mut tx, id).await?;
    let page = amend_page(&cx, &mut tx, &seen, form.clone()).await?;
    let mut check = Check::new(cx.locale);
    let number: Option<i64> = edit::chosen(&page.versions, &form.version);
    if number.is_none() {
        check.refuse(&form.version(), T(cx.locale).policy_amended_version_missing());
    }
    let said = form.aendring().text(&mut check);
    let errors = check.done().err();
    let (Some(number), Some(said), None) = (number, said, &errors) else {
        let form = form.with_errors(errors.unwrap_or_default());
        return cx.invalid(AmendPage { form, ..page });
    };
    let to = seen.process.policy.href();
    match seen.process.policy.clone().amend(number, said, cx.now()) {
        None => cx.redirect_saying(to, "warning", "policy-flash-not-adopted"),
        Some(policy) => {
            store::save(&mut tx, &policy).await?;
            agenda::publish(&mut tx, &policy).await?;
            tx.record(PolicyAmended::of(&policy)).await?;
            tx.commit().await?;
            cx.redirect_saying(to, "success", "policy-flash-amended")
        }
    }
}

/// POST /politikker/{id}/vis-vedtaget: everybody reads the adopted version again, where another was published.
pub(crate) async fn show_adopted(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = Seen::locked(&cx, &mut tx, id).await?;
    let policy = &seen.process.policy;
    if policy.state != PolicyState::Adopted {
        return cx.redirect_saying(policy.href(), "warning", "policy-flash-not-adopted");
    }
    if seen.process.text_is_other() {
        agenda::publish(&mut tx, policy).await?;
        tx.commit().await?;
    }
    cx.redirect_saying(policy.href(), "success", "policy-flash-adopted-shown")
}

/// POST /politikker/{id}/revision: the same text is worked on in a new process; what is adopted stays what everybody reads until
/// the council adopts another version (CF-02).
pub(crate) async fn revise(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut tx = cx.write().await?;
    let seen = Seen::locked(&cx, &mut tx, id).await?;
    cx.require(seen.may(&cx, Action::LeadProcess))?;
    let old = &seen.process.policy;
    let there = store::revisions(&mut tx, cx.tenant.id, old.id).await?;
    if let Some(under_way) = there.iter().find(|one| one.is_under_way() && one.is_revision_of(old)) {
        return cx.redirect_saying(under_way.href(), "warning", "policy-flash-revision-there");
    }
    if old.state != PolicyState::Adopted {
        return cx.redirect_saying(old.href(), "warning", "policy-flash-not-adopted");
    }
    let new = Policy {
        about: old.about.clone(),
        text: old.text,
        revises: Some(old.id),
        leader: old.leader,
        body: old.body,
        steering: old.steering.clone(),
        political: old.political.clone(),
        administrative: old.administrative.clone(),
        is_section34: old.is_section34,
        kle: old.kle.clone(),
        ..Policy::new(cx.new_id(), old.title.clone(), old.kind, cx.now())
    };
    let units: Vec<_> = seen.process.departments.iter().map(|one| one.unit).collect();
    edit::begin(&mut tx, &new, &units).await?;
    // Planned as it was the last time, or as in the guide.
    let from = match seen.process.steps.is_empty() {
        true => PlanTemplate::Guide.code().to_owned(),
        false => old.id.to_string(),
    };
    edit::plan(&cx, &mut tx, &new, &from, cx.today(), &seen.process.bodies).await?;
    tx.record(PolicyChanged::of(old)).await?;
    tx.commit().await?;
    cx.redirect_saying(format!("{}/plan", new.href()), "success", "policy-flash-revised")
}
