//! The way to a policy from what is written, heard and said about it: the page of its text, of a hearing, of the voices, and the
//! point of an agenda that its plan brings. Only for those who may read its plan.

use askama::Template;
use samskab_hearing::hearing::HearingId;
use samskab_kernel::{Locale, TenantId};
use samskab_meetings::meeting::{self, ItemId, Verb};
use samskab_organisation::body;
use samskab_store::Connection;
use samskab_web::{Cx, Result, module::Part};
use samskab_writing::{
    store as texts,
    text::{Text, TextId, TextState},
};

use crate::{
    T,
    authority::{Action, Tie, may},
    policy::{Policy, PolicyState},
    step::StepId,
    store,
};

pub(crate) const PARTS: [Part; 6] = [
    Part {
        of: samskab_writing::TEXT_HEAD,
        read: |cx, connection, id| Box::pin(of_text(cx, connection, TextId::from_uuid(id))),
    },
    Part {
        of: samskab_writing::TEXT_SAID,
        read: |cx, connection, id| Box::pin(said_in_file(cx, connection, TextId::from_uuid(id))),
    },
    Part {
        of: samskab_voices::ON_VOICES_PAGE,
        read: |cx, connection, id| Box::pin(of_text(cx, connection, TextId::from_uuid(id))),
    },
    Part {
        of: samskab_hearing::ON_HEARING_PAGE,
        read: |cx, connection, id| Box::pin(of_hearing(cx, connection, HearingId::from_uuid(id))),
    },
    Part {
        of: samskab_hearing::HEARING_SUBJECT,
        read: |cx, connection, id| Box::pin(subject(cx, connection, HearingId::from_uuid(id))),
    },
    Part {
        of: meeting::ON_ITEM,
        read: |cx, connection, id| Box::pin(of_item(cx, connection, ItemId::from_uuid(id))),
    },
];

#[derive(Template)]
#[template(path = "policy/place.html")]
struct PlacePart {
    /// What is said about it, its address and its name.
    lines: Vec<(String, String, String)>,
}

fn part(lines: Vec<(String, String, String)>) -> Result<Option<String>> {
    match lines.is_empty() {
        true => Ok(None),
        false => Ok(Some(PlacePart { lines }.render()?)),
    }
}

fn is_seen(cx: &Cx, policy: &Policy) -> bool {
    policy.is_for_all() || may(&cx.actor, Action::ReadPlans, Tie::None)
}

fn line(t: T, policy: &Policy) -> (String, String, String) {
    (t.place_part_of().to_owned(), policy.href(), policy.title.clone())
}

/// "Vedtaget af Byrådet 10. februar 2026, beslutning 27/2026." `body`: who adopted it; empty: nobody knows any more.
pub(crate) fn adopted_said(locale: Locale, policy: &Policy, body: &str) -> Option<String> {
    let (t, day) = (T(locale), locale.day(policy.adopted_on?));
    let body = if body.is_empty() { t.policy_the_council() } else { body };
    Some(match policy.decision_number.as_str() {
        "" => t.policy_adopted_lead_unnumbered(body, day),
        number => t.policy_adopted_lead(body, day, number),
    })
}

/// The current name of the body that adopted it. Runs at most three queries.
async fn adopted_by(
    connection: &mut Connection,
    tenant: TenantId,
    policy: &Policy,
) -> samskab_store::Result<String> {
    let Some(id) = policy.adopted_item else { return Ok(String::new()) };
    let Some(item) = meeting::store::find_item(connection, tenant, id).await? else {
        return Ok(String::new());
    };
    let meeting = meeting::store::find(connection, tenant, item.meeting).await?;
    let Some(meeting) = meeting else { return Ok(String::new()) };
    let body = body::store::find(connection, tenant, meeting.body).await?;
    Ok(body.map(|body| body.name).unwrap_or_default())
}

/// Whether what everybody reads is what was adopted.
fn reads_adopted(text: &Text, policy: &Policy) -> bool {
    matches!(text.state, TextState::Published { number } if Some(number) == policy.public_number())
}

/// Which policy a text belongs to, and whether it is adopted. Runs at most five queries.
async fn of_text(cx: &Cx, connection: &mut Connection, id: TextId) -> Result<Option<String>> {
    let (t, tenant) = (T(cx.locale), cx.tenant.id);
    let mut policies = store::of_text(connection, tenant, id).await?;
    policies.retain(|policy| is_seen(cx, policy) && policy.state != PolicyState::Stopped);
    if policies.is_empty() {
        return Ok(None);
    }
    // Editions of one text: the one that holds says what the text is.
    if policies.iter().any(|policy| policy.state == PolicyState::Adopted) {
        policies.retain(|policy| policy.state != PolicyState::Replaced);
    }
    let text = texts::find(connection, tenant, id).await?;
    let mut lines = Vec::new();
    for policy in &policies {
        let (mut said, href, title) = line(t, policy);
        if text.as_ref().is_some_and(|text| policy.was_adopted() && reads_adopted(text, policy)) {
            let body = adopted_by(connection, tenant, policy).await?;
            let adopted = adopted_said(cx.locale, policy, &body).unwrap_or_default();
            let over = if policy.state == PolicyState::Replaced { t.policy_replaced_lead() } else { "" };
            let all = [adopted.as_str(), over, said.as_str()];
            said = all.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
        }
        lines.push((said, href, title));
    }
    part(lines)
}

/// The same in a file of the text, only where it is adopted. Runs at most five queries.
async fn said_in_file(cx: &Cx, connection: &mut Connection, id: TextId) -> Result<Option<String>> {
    let tenant = cx.tenant.id;
    let policies = store::of_text(connection, tenant, id).await?;
    let Some(policy) = policies.iter().find(|one| one.state == PolicyState::Adopted) else { return Ok(None) };
    let text = texts::find(connection, tenant, id).await?;
    if !text.is_some_and(|text| reads_adopted(&text, policy)) {
        return Ok(None);
    }
    let body = adopted_by(connection, tenant, policy).await?;
    Ok(adopted_said(samskab_writing::text::LANGUAGE, policy, &body))
}

/// What a hearing's page says about its policy. Runs one or two queries.
async fn of_hearing(cx: &Cx, connection: &mut Connection, id: HearingId) -> Result<Option<String>> {
    let mut policies = store::of_hearing(connection, cx.tenant.id, id).await?;
    policies.retain(|policy| is_seen(cx, policy));
    part(policies.iter().map(|policy| line(T(cx.locale), policy)).collect())
}

/// What the policies are about that a hearing is made for: whom their plans ask for, it proposes to ask. At most three queries.
async fn subject(cx: &Cx, connection: &mut Connection, id: HearingId) -> Result<Option<String>> {
    let tenant = cx.tenant.id;
    let mut policies = store::of_hearing(connection, tenant, id).await?;
    let hearing = samskab_hearing::store::find(connection, tenant, id).await?;
    if let Some(text) = hearing.and_then(|hearing| hearing.source) {
        policies.extend(store::of_text(connection, tenant, text).await?);
    }
    let matters: Vec<String> =
        policies.iter().filter(|policy| policy.is_under_way()).map(Policy::matter).collect();
    Ok((!matters.is_empty()).then(|| matters.join("\n")))
}

/// Of a point that a plan brought; where the body is heard in it, with the way to answer the hearings of the plan. At most twelve
/// queries.
async fn of_item(cx: &Cx, connection: &mut Connection, id: ItemId) -> Result<Option<String>> {
    let tenant = cx.tenant.id;
    let item = meeting::store::find_item(connection, tenant, id).await?;
    let Some(item) = item else { return Ok(None) };
    let Some(step) = item.step_of_plan().map(StepId::from_uuid) else { return Ok(None) };
    let Some(step) = store::find_step(connection, tenant, step).await? else { return Ok(None) };
    let policy = store::find(connection, tenant, step.policy).await?.filter(|policy| is_seen(cx, policy));
    let Some(policy) = policy else { return Ok(None) };
    let said = T(cx.locale).place_of_item().to_owned();
    let mut lines = vec![(said, policy.href(), policy.title.clone())];
    if let Some(body) = step.body.filter(|_| item.verb == Verb::Hears && cx.actor.person.is_some()) {
        let hearings = store::hearings_of(connection, tenant, &policy).await?;
        lines.extend(samskab_hearing::agenda::to_answer(cx, connection, &hearings, body).await?);
    }
    part(lines)
}
