//! Who may do what with policies: whoever leads volunteering reaches all of them, the project leader their own (CF-14), and the
//! members of the steering group read along. What is shown is everybody's to read and needs no decision.

use samskab_organisation::{
    authority::{Row, stand_in},
    identify::Who as _,
};
use samskab_web::Actor;
use uuid::Uuid;

samskab_kernel::codes! {
    pub enum Action {
        /// Begin a policy.
        BeginPolicies => "begin_policies",
        /// Read a plan that is not shown to all.
        ReadPlans => "read_plans",
        /// Change the plan, say what came of a step, go on although something is missing, show the policy, give it
        /// up.
        LeadProcess => "lead_process",
        /// Rename or delete a template that was kept here.
        ChangeTemplates => "change_templates",
    }
}

/// How somebody is related to a policy or a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    None,
    /// Has kept the template.
    Kept,
    /// Sits in its steering group.
    Steers,
    /// Leads it.
    Leads,
}

/// The decision.
pub fn may(actor: &Actor, action: Action, tie: Tie) -> bool {
    actor.is_coordinator()
        || match action {
            Action::BeginPolicies => false,
            Action::ReadPlans => actor.is_staff() || matches!(tie, Tie::Steers | Tie::Leads),
            Action::LeadProcess => tie == Tie::Leads,
            // Who has left those who work here changes nothing any more.
            Action::ChangeTemplates => actor.is_staff() && tie == Tie::Kept,
        }
}

/// For `docs/generated/authority.md`.
pub fn table() -> Vec<Row> {
    let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let policies =
        [("a policy one leads", Tie::Leads), ("a policy one steers", Tie::Steers), ("another", Tie::None)];
    let templates = [("a template one has kept", Tie::Kept), ("another", Tie::None)];
    let mut rows = Vec::new();
    for role in ["public", "signed_in"].into_iter().chain(samskab_organisation::identify::role::ALL) {
        let actor = stand_in(role, own, other);
        for action in Action::ALL {
            let ties = if *action == Action::ChangeTemplates { &templates[..] } else { &policies[..] };
            for (resource, tie) in ties.iter().copied() {
                // Somebody who is not signed in leads nothing.
                let tie = if actor.person.is_none() { Tie::None } else { tie };
                let allowed = may(&actor, *action, tie);
                rows.push(Row { role, action: action.code(), resource, allowed });
            }
        }
    }
    rows
}
