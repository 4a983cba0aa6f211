//! What becomes of a step that is still open when its policy is adopted, replaced or given up. Every page, file and list asks here.

use super::Standing;
use crate::{
    policy::{Policy, PolicyState},
    step::{Step, StepKind},
};

/// A step that nobody carries out any more, and why; `None`: it is settled, or still to be done. What comes after the adoption –
/// telling, starting, evaluating – goes on until the policy is replaced. `steps`: those of its policy, and perhaps of others.
pub fn over(policy: &Policy, steps: &[Step], step: &Step) -> Option<Standing> {
    if !step.is_open() {
        return None;
    }
    match policy.state {
        PolicyState::UnderWay => None,
        PolicyState::Stopped => Some(Standing::Dropped),
        PolicyState::Adopted | PolicyState::Replaced if is_before_adoption(policy, steps, step) => {
            Some(Standing::Skipped)
        }
        PolicyState::Adopted => None,
        PolicyState::Replaced => Some(Standing::Dropped),
    }
}

/// Decided by its place in the plan, and not by its day: a plan may be late, and its adoption early. A step without a
/// fixed place in the process can be anywhere, so it came before only when it was also planned to begin before.
fn is_before_adoption(policy: &Policy, steps: &[Step], step: &Step) -> bool {
    if step.kind.is_decided_in_a_meeting() {
        return true;
    }
    let mut own = steps.iter().filter(|one| one.policy == policy.id);
    let adopting = match policy.adopted_item {
        Some(item) => own.find(|one| one.item == Some(item)),
        None => own.rfind(|one| one.kind == StepKind::Council && one.is_approved()),
    };
    let has_begun = policy.adopted_on.is_none_or(|on| step.starts_on <= on);
    match adopting {
        Some(adopting) => {
            (step.place, step.id) < (adopting.place, adopting.id) && (step.kind.rank().is_some() || has_begun)
        }
        None => step.kind.rank().is_some() && has_begun,
    }
}
