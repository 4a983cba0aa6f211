//! GET /politikker: what is under way and where one can take part, what is adopted, and for those who work here the rest.

use askama::Template;
use axum::response::Response;
use samskab_hearing::hearing::{Hearing, HearingId};
use samskab_store::Connection;
use samskab_web::{
    Cx, Result, Shell,
    module::{BoxFuture, Destination, MOST_DESTINATIONS, is_asked_for},
    personal::Line,
};

use crate::{
    T,
    authority::{Action, Tie, may},
    policy::{Policy, PolicyState},
    step::Step,
    store,
};

#[derive(Template)]
#[template(path = "policy/list.html")]
struct ListPage {
    shell: Shell,
    t: T,
    groups: Vec<(&'static str, Vec<Line>)>,
    may_begin: bool,
    /// Whether the reader may see the stored plans.
    reads_templates: bool,
}

/// The list of policies. Runs at most three queries.
pub(crate) async fn show(cx: Cx) -> Result<Response> {
    let t = T(cx.locale);
    let reads_all = may(&cx.actor, Action::ReadPlans, Tie::None);
    let mut reader = cx.read().await?;
    let mut all = store::newest(&mut reader, cx.tenant.id).await?;
    all.retain(|policy| reads_all || policy.is_for_all());
    let under_way: Vec<Policy> = all.iter().filter(|policy| policy.is_under_way()).cloned().collect();
    let steps = store::steps_of(&mut reader, cx.tenant.id, &under_way).await?;
    let heard: Vec<HearingId> =
        under_way.iter().filter_map(|policy| next_of(&steps, policy)?.hearing).collect();
    let hearings = samskab_hearing::store::find_many(&mut reader, cx.tenant.id, &heard).await?;
    drop(reader);
    let group = |state: PolicyState| -> Vec<Line> {
        let of = all.iter().filter(|policy| policy.state == state);
        of.map(|policy| line(&cx, t, policy, (&steps, &hearings))).collect()
    };
    let mut groups = vec![
        (t.policy_group_under_way(), group(PolicyState::UnderWay)),
        (t.policy_group_adopted(), group(PolicyState::Adopted)),
        (t.policy_group_replaced(), group(PolicyState::Replaced)),
        (t.policy_group_stopped(), group(PolicyState::Stopped)),
    ];
    groups.retain(|(_, lines)| !lines.is_empty());
    cx.page(ListPage {
        shell: cx.shell(t.policy_list_title()).here(),
        t,
        groups,
        may_begin: may(&cx.actor, Action::BeginPolicies, Tie::None),
        reads_templates: reads_all,
    })
}

/// What the box *Gå til* finds. One query.
pub(crate) fn destinations<'a>(
    cx: &'a Cx,
    connection: &'a mut Connection,
    asked: &'a str,
) -> BoxFuture<'a, Result<Vec<Destination>>> {
    Box::pin(async move {
        let t = T(cx.locale);
        let reads_all = may(&cx.actor, Action::ReadPlans, Tie::None);
        let all = store::newest(connection, cx.tenant.id).await?;
        let found = all
            .into_iter()
            .filter(|policy| (reads_all || policy.is_for_all()) && is_asked_for(asked, &policy.title));
        let destination = |policy: Policy| Destination {
            heading: t.policy_list_title(),
            detail: policy.state.said(t).0.to_owned(),
            href: policy.href(),
            title: policy.title,
        };
        Ok(found.take(MOST_DESTINATIONS).map(destination).collect())
    })
}

/// The first step of a plan that is still to be done.
fn next_of<'a>(steps: &'a [Step], policy: &Policy) -> Option<&'a Step> {
    steps.iter().find(|step| step.policy == policy.id && step.is_open())
}

fn line(cx: &Cx, t: T, policy: &Policy, (steps, hearings): (&[Step], &[Hearing])) -> Line {
    let mut about = vec![policy.kind.label(t).to_owned()];
    match policy.state {
        PolicyState::UnderWay => {
            if let Some(next) = next_of(steps, policy) {
                let hearing = hearings.iter().find(|one| Some(one.id) == next.hearing);
                let days = hearing.and_then(|one| one.days_if_announced(cx.now()));
                let (title, when) = (next.title.as_str(), next.time(cx.locale, days));
                about.push(match next.span(days).0 <= cx.today() {
                    true => t.policy_now(title, when),
                    false => t.policy_next(title, when),
                });
                if hearing.is_some_and(|one| one.takes_responses(cx.now())) {
                    about.push(t.policy_takes_answers().to_owned());
                }
            }
            if policy.calls(cx.today()) {
                about.push(t.policy_calls().to_owned());
            }
            if !policy.is_public {
                about.push(t.policy_hidden_short().to_owned());
            }
        }
        PolicyState::Adopted | PolicyState::Replaced => {
            about.extend(policy.adopted_on.map(|day| t.policy_adopted_on(cx.locale.day(day))));
        }
        PolicyState::Stopped => about.push(policy.state_reason.clone()),
    }
    Line::in_state(&policy.title, policy.href(), about.join(" · "), policy.state.said(t))
}
