//! GET /politikker/{id}: where the policy is, what comes next and where one can take part; once it is adopted, how it came to be
//! (RS-85, CF-17, CF-20, VB-24).

use askama::Template;
use axum::{extract::Path, response::Response};
use samskab_hearing::hearing::{HearingId, Phase};
use samskab_initiative::aim::{self, AimLine};
use samskab_meetings::meeting;
use samskab_organisation::identify::Who as _;
use samskab_store::Connection;
use samskab_web::{Cx, Result, Shell};
use samskab_writing::{
    content::{Fate, compared},
    store as texts,
};

use crate::{
    T,
    authority::Action,
    place::adopted_said,
    policy::{Policy, PolicyId, PolicyState},
    process::{Process, Seen},
    rules::Standing,
    step::{Step, StepState},
    store,
};

/// Something that one can do now.
struct Way {
    href: String,
    label: String,
    symbol: &'static str,
}

/// A step as everybody reads it.
struct StepLine {
    title: String,
    when: String,
    who: String,
    outcome: String,
    state: (&'static str, &'static str, &'static str),
    is_next: bool,
}

/// What those who lead the policy see in addition.
struct Leading {
    /// What is missing before the plan is agreed, in words.
    missing: Vec<String>,
    is_locked: bool,
    warnings: usize,
    waiting: usize,
    departments: Vec<(String, String, String)>,
    /// The address for entering the law's headings: the policy answers § 34, and nobody has entered them; empty: not
    /// needed.
    ask_34: String,
    /// The address where voices are answered, and how many wait; empty: the reader does not follow the text.
    voices: Option<(String, String)>,
    can_revise: bool,
    /// It is adopted, but everybody reads another version.
    is_other: bool,
}

#[derive(Template)]
#[template(path = "policy/show.html")]
struct ShowPage {
    shell: Shell,
    t: T,
    title: String,
    about: String,
    state: (&'static str, &'static str, &'static str),
    /// The state of the policy, one sentence each.
    lead: Vec<String>,
    ways: Vec<Way>,
    steps: Vec<StepLine>,
    facts: Vec<(&'static str, String)>,
    links: Vec<(&'static str, String, String)>,
    history: Vec<String>,
    /// What was corrected since it was adopted, a sentence each.
    corrections: Vec<String>,
    exceptions: Vec<(String, String)>,
    /// What the law requires the text to say, with where it says it.
    headings: Vec<AimLine>,
    /// How many of these nothing serves.
    unserved: usize,
    is_adopted: bool,
    is_hidden: bool,
    can_read_text: bool,
    text_href: String,
    leading: Option<Leading>,
    base: String,
}

/// The page of a policy. Runs some twenty queries.
pub(crate) async fn show(cx: Cx, Path(id): Path<PolicyId>) -> Result<Response> {
    let mut reader = cx.read().await?;
    let seen = Seen::for_reading(&cx, &mut reader, id).await?;
    let t = T(cx.locale);
    let (process, policy) = (&seen.process, &seen.process.policy);
    let facts = process.facts();
    let next = facts.next().map(|step| step.id);
    let text = process.text.as_ref();
    let share = match text {
        Some(text) if policy.is_under_way() => {
            samskab_voices::store::setting(&mut reader, cx.tenant.id, text.id)
                .await?
                .filter(|setting| {
                    setting.is_open(cx.today()) && samskab_voices::setting::is_public(text, Some(setting))
                })
                .is_some()
        }
        _ => false,
    };
    let can_read_text = text.is_some_and(|text| text.is_published() || seen.follows_text);
    let history = match policy.was_adopted() {
        true => history(&cx, &mut reader, process).await?,
        false => Vec::new(),
    };
    let corrections = store::corrections(&mut reader, cx.tenant.id, policy).await?;
    let corrections = corrections.iter().map(|one| one.said(cx.locale)).collect();
    let before = match policy.revises {
        Some(id) => store::find(&mut reader, cx.tenant.id, id).await?.filter(Policy::is_for_all),
        None => None,
    };
    let has_aims = match text {
        Some(text) => !aim::of_text(&mut reader, cx.tenant.id, text.id).await?.is_empty(),
        None => false,
    };
    let headings = match text.filter(|_| policy.is_section34 && can_read_text) {
        Some(text) => aim::headings_34(&cx, &mut reader, text).await?,
        None => Vec::new(),
    };
    let mut revisions = store::revisions(&mut reader, cx.tenant.id, policy.id).await?;
    revisions.retain(|one| one.is_for_all() || seen.may(&cx, Action::ReadPlans));
    let decided = decided(&cx, &mut reader, policy).await?;
    let waiting = match seen.leads(&cx) {
        true => store::waiting_signups(&mut reader, cx.tenant.id).await?,
        false => Vec::new(),
    };
    drop(reader);
    let mut links: Vec<(&'static str, String, String)> = Vec::new();
    links.extend(decided.map(|(href, label)| (t.policy_decision(), href, label)));
    links.extend(before.map(|one| (t.policy_revises(), one.href(), one.title)));
    links.extend(revisions.into_iter().map(|one| (t.policy_revised_by(), one.href(), one.title)));
    if let (Some(text), true, true) = (text, has_aims, can_read_text) {
        let href = aim::href(Some(text.id));
        links.push((t.policy_aims(), href, t.policy_aims_link().to_owned()));
    }
    links.extend(process.body(policy.body).map(|body| (t.policy_body(), body.href(), body.name.clone())));
    let line = |step: &Step| StepLine {
        title: step.title.clone(),
        when: facts.time(step, cx.locale),
        who: process.who(step),
        outcome: outcome(t, step),
        state: facts.standing(step).said(t),
        is_next: Some(step.id) == next && policy.is_under_way(),
    };
    let has_headings = !headings.is_empty();
    let leading = match seen.leads(&cx) {
        true => Some(leading(&cx, &seen, &waiting, has_headings)?),
        false => None,
    };
    cx.page(ShowPage {
        shell: cx.shell(&policy.title).under("/politikker", t.policy_list_title()).here(),
        t,
        title: policy.title.clone(),
        about: policy.about.clone(),
        state: policy.state.said(t),
        lead: lead(&cx, process),
        ways: if policy.is_under_way() { ways(&cx, process, (can_read_text, share)) } else { Vec::new() },
        steps: process.steps.iter().filter(|step| step.state != StepState::Cancelled).map(line).collect(),
        facts: policy_facts(&cx, &seen),
        links,
        history,
        corrections,
        exceptions: process.exceptions.iter().map(|one| (facts.waived(t, one), one.reason.clone())).collect(),
        unserved: headings.iter().filter(|one| !one.is_served).count(),
        headings,
        is_adopted: policy.was_adopted(),
        is_hidden: !policy.is_for_all(),
        can_read_text: can_read_text && text.is_some(),
        text_href: text.map(|text| text.href()).unwrap_or_default(),
        leading,
        base: policy.href(),
    })
}

/// The outcome of a step, with the decision it can be cited by.
pub(crate) fn outcome(t: T, step: &Step) -> String {
    let number = match step.decision_number.as_str() {
        "" => String::new(),
        number => t.step_decision(number),
    };
    let parts = [step.outcome.as_str(), number.as_str()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn lead(cx: &Cx, process: &Process) -> Vec<String> {
    let (t, policy) = (T(cx.locale), &process.policy);
    let mut lead = Vec::new();
    match policy.state {
        PolicyState::UnderWay => {
            let facts = process.facts();
            match facts.next() {
                Some(next) => {
                    let (title, when) = (next.title.as_str(), facts.time(next, cx.locale));
                    match facts.standing(next) {
                        Standing::Coming => lead.push(t.policy_comes_next(title, when)),
                        _ => lead.push(t.policy_is_at(title, when)),
                    }
                }
                None => lead.push(t.policy_no_next().to_owned()),
            }
        }
        PolicyState::Adopted | PolicyState::Replaced => {
            let step =
                process.steps.iter().find(|step| step.item.is_some() && step.item == policy.adopted_item);
            let body = step.map(|step| process.who(step)).unwrap_or_default();
            lead.extend(adopted_said(cx.locale, policy, &body));
            if !policy.amendment.is_empty() {
                lead.push(t.policy_amended(policy.amendment.as_str()));
            }
            // In a revision everybody may read another version: that does not mean it is adopted.
            if policy.state == PolicyState::Adopted && process.text_is_other() {
                lead.push(t.policy_text_is_other().to_owned());
            }
            if policy.state == PolicyState::Replaced {
                lead.push(t.policy_replaced_lead().to_owned());
            } else if let Some(by) = policy.revise_by {
                lead.push(t.policy_revised_by_day(cx.locale.day(by)));
            }
        }
        PolicyState::Stopped => lead.push(t.policy_stopped_because(policy.state_reason.as_str())),
    }
    lead
}

/// Where the reader can take part now.
fn ways(cx: &Cx, process: &Process, (can_read_text, can_share): (bool, bool)) -> Vec<Way> {
    let (t, policy) = (T(cx.locale), &process.policy);
    let mut ways = Vec::new();
    if policy.calls(cx.today()) {
        ways.push(Way {
            href: format!("{}/vaer-med", policy.href()),
            label: t.policy_way_sign_up().to_owned(),
            symbol: "groups",
        });
    }
    for fact in process.hearings.iter().filter(|fact| fact.phase == Phase::Open) {
        ways.push(Way {
            href: format!("/hoeringer/{}", fact.hearing),
            label: t
                .policy_way_hearing(cx.locale.day_and_time(fact.closes_at, cx.today()), fact.title.as_str()),
            symbol: "reply",
        });
    }
    if let (Some(text), true) = (&process.text, can_share) {
        let href = format!("{}/stemmer/del", text.href());
        ways.push(Way { href, label: t.policy_way_share().to_owned(), symbol: "chat" });
    }
    if let (Some(text), true) = (&process.text, can_read_text) {
        ways.push(Way { href: text.href(), label: t.policy_way_text().to_owned(), symbol: "document" });
    }
    ways
}

fn policy_facts(cx: &Cx, seen: &Seen) -> Vec<(&'static str, String)> {
    let (t, process) = (T(cx.locale), &seen.process);
    let policy = &process.policy;
    let leader = match &process.leader {
        Some(held) if !held.is_vacant() && seen.may(cx, Action::ReadPlans) => {
            format!("{} ({})", held.position.title, held.holder_names())
        }
        Some(held) => held.position.title.clone(),
        None => String::new(),
    };
    let departments: Vec<&str> = process.departments.iter().map(|one| one.name.as_str()).collect();
    let mut facts = vec![
        (t.policy_kind(), policy.kind.label(t).to_owned()),
        (t.policy_leader(), leader),
        (t.policy_steering(), policy.steering.clone()),
        (t.policy_departments(), departments.join(", ")),
        (t.policy_political(), policy.political.clone()),
        (t.policy_administrative(), policy.administrative.clone()),
        (
            t.policy_section34_short(),
            if policy.is_section34 { t.policy_yes().to_owned() } else { String::new() },
        ),
        (t.policy_case_number(), policy.case_number.clone()),
        (t.policy_kle(), policy.kle.clone()),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    facts
}

/// The meeting that adopted it, and the number of the decision. Two queries.
async fn decided(cx: &Cx, connection: &mut Connection, policy: &Policy) -> Result<Option<(String, String)>> {
    let Some(id) = policy.adopted_item else { return Ok(None) };
    let item = meeting::store::find_item(connection, cx.tenant.id, id).await?;
    // A point behind closed doors is nobody's to follow; its number is said above.
    let item = item.filter(|item| !item.is_closed && !item.decision_number.is_empty());
    Ok(item.map(|item| (item.href(), item.decision_number.clone())))
}

/// What changed from the version that was heard to the one that was adopted, in sum. At most four queries.
async fn history(cx: &Cx, connection: &mut Connection, process: &Process) -> Result<Vec<String>> {
    let (t, policy) = (T(cx.locale), &process.policy);
    let mut told = Vec::new();
    let heard: Vec<HearingId> =
        process.hearings.iter().filter(|fact| fact.is_public).map(|fact| fact.hearing).collect();
    let answers = samskab_hearing::store::count_of(connection, cx.tenant.id, &heard).await?;
    for fact in process.hearings.iter().filter(|fact| fact.is_public) {
        let answers = answers.iter().find(|(id, ..)| *id == fact.hearing).map_or(0, |(_, all, _)| *all);
        told.push(t.history_hearing(cx.locale.number(answers), fact.title.as_str()));
    }
    let (Some(text), Some(number)) = (&process.text, policy.adopted_number) else { return Ok(told) };
    let adopted = texts::version_numbered(connection, cx.tenant.id, text.id, number).await?;
    // Where none of its hearings was about the text: since the text's first version.
    let first = match process.heard_version(connection, cx.tenant.id).await? {
        Some(heard) => Some(heard),
        None => texts::version_numbered(connection, cx.tenant.id, text.id, 1).await?,
    };
    if let (Some(adopted), Some(first)) = (adopted, first)
        && first.number < number
    {
        let (before, after) = (texts::content_of(&first)?, texts::content_of(&adopted)?);
        let all = compared(&before.blocks, &after.blocks);
        let of = |fate: Fate| all.iter().filter(|block| block.fate == fate).count();
        let (changed, added, removed) = (of(Fate::Changed), of(Fate::Added), of(Fate::Removed));
        told.push(t.history_text(added, changed, first.number, removed));
    }
    Ok(told)
}

fn leading(
    cx: &Cx,
    seen: &Seen,
    waiting: &[(PolicyId, i64, samskab_kernel::Instant)],
    has_headings: bool,
) -> Result<Leading> {
    let (t, process) = (T(cx.locale), &seen.process);
    let (facts, policy) = (process.facts(), &process.policy);
    let plan = process.steps.iter().find(|step| step.kind == crate::step::StepKind::Plan);
    let missing =
        plan.filter(|_| policy.locked_at.is_none()).map(|step| facts.gaps(step)).unwrap_or_default();
    let department = |one: &crate::policy::Department| {
        let confirmed = one.confirmed_on.map(|day| cx.locale.day(day)).unwrap_or_default();
        (one.unit.to_string(), one.name.clone(), confirmed)
    };
    Ok(Leading {
        missing: missing.iter().map(|gap| gap.label(t)).collect(),
        is_locked: policy.locked_at.is_some() || !policy.is_under_way(),
        warnings: process.warnings()?.len(),
        waiting: waiting
            .iter()
            .find(|(id, ..)| *id == policy.id)
            .and_then(|(_, count, _)| usize::try_from(*count).ok())
            .unwrap_or_default(),
        departments: if policy.is_under_way() {
            process.departments.iter().map(department).collect()
        } else {
            Vec::new()
        },
        voices: process.text.as_ref().filter(|_| seen.follows_text).map(|text| {
            let (all, waiting) = (process.voices.all, process.voices.waiting());
            (format!("{}/stemmer", text.href()), t.policy_voices(all, waiting))
        }),
        // The headings are kept with the aims, by whoever leads volunteering.
        ask_34: match &process.text {
            Some(text) if policy.is_section34 && !has_headings && cx.actor.is_coordinator() => {
                aim::href(Some(text.id))
            }
            _ => String::new(),
        },
        can_revise: policy.state == PolicyState::Adopted,
        is_other: policy.state == PolicyState::Adopted && process.text_is_other(),
    })
}
