//! Who may do what with hearings. The coordinator and the key persons keep them; whoever was asked to assess a remark assesses it.

use samskab_organisation::{
    authority::{Row, stand_in},
    identify::{Who as _, role},
};
use samskab_web::{Actor, Cx};
use uuid::Uuid;

samskab_kernel::codes! {
    pub enum Action {
        /// Plan hearings, write their text, open, extend and call them off, and publish what came of them.
        KeepHearings => "keep_hearings",
        /// Say who is asked, and leave somebody out with a reason.
        ChooseParties => "choose_parties",
        /// Read what is not public: drafts of hearings, closed answers, names that are kept back.
        ReadResponses => "read_responses",
        /// Publish an answer, hide it, or take words out of it.
        ScreenResponses => "screen_responses",
        /// Say who assesses what, until when.
        AssignRemarks => "assign_remarks",
        /// Say what comes of a remark.
        AssessRemarks => "assess_remarks",
    }
}

/// How somebody is related to a remark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    None,
    Assigned,
}

/// The decision.
pub fn may(actor: &Actor, action: Action, tie: Tie) -> bool {
    actor.is_coordinator()
        || actor.has(role::KEY_PERSON)
        || actor.has(role::DEPUTY_KEY_PERSON)
        || action == Action::AssessRemarks && tie == Tie::Assigned && actor.is_staff()
}

/// Whether the reader keeps hearings.
pub(crate) fn may_keep(cx: &Cx) -> bool {
    may(&cx.actor, Action::KeepHearings, Tie::None)
}

/// For `docs/generated/authority.md`.
pub fn table() -> Vec<Row> {
    let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let ties = [("a remark to assess", Tie::Assigned), ("another", Tie::None)];
    let mut rows = Vec::new();
    for role in ["public", "signed_in"].into_iter().chain(role::ALL) {
        let actor = stand_in(role, own, other);
        for action in Action::ALL {
            for (resource, tie) in ties {
                let allowed = may(&actor, *action, tie);
                rows.push(Row { role, action: action.code(), resource, allowed });
            }
        }
    }
    rows
}
