//! Who may do what with proposals, focus areas and initiatives. Whoever leads volunteering reaches all of it; the members of
//! a body that takes ideas make proposals of them; whoever owns an initiative tells how it goes (RD-13, RD-14, RD-17).

use samskab_organisation::{
    authority::{Row, stand_in},
    identify::Who as _,
};
use samskab_web::Actor;
use uuid::Uuid;

samskab_kernel::codes! {
    pub enum Action {
        /// See every proposal and every initiative, also those that are not for all.
        SeeAll => "see_all",
        /// Read a proposal that is not for all, and what was said of it.
        ReadProposal => "read_proposal",
        /// Comment on an idea, change it, and go through the checklist.
        QualifyProposal => "qualify_proposal",
        /// Hand it on to those who decide.
        HandOnProposal => "hand_on_proposal",
        /// Say yes to what was changed, decide who reads it, and withdraw it.
        AnswerForProposal => "answer_for_proposal",
        /// Write the focus areas of a year, and who decided them.
        KeepFocusAreas => "keep_focus_areas",
        /// Write what is aimed at, and which paragraphs serve it.
        KeepAims => "keep_aims",
        /// Make initiatives, and say whose they are.
        KeepInitiatives => "keep_initiatives",
        /// Tell how an initiative goes.
        TellOfInitiative => "tell_of_initiative",
    }
}

/// How somebody is related to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    None,
    /// Wrote the proposal.
    Writer,
    /// Sits in the body that decides about it.
    Decider,
    /// Sits in the body that takes ideas.
    Member,
    /// Runs the meetings of that body.
    Runs,
    /// Owns the initiative.
    Owner,
}

/// The decision.
pub fn may(actor: &Actor, action: Action, tie: Tie) -> bool {
    match action {
        // Only the writer can agree for themselves.
        Action::AnswerForProposal => tie == Tie::Writer,
        _ if actor.is_coordinator() => true,
        Action::SeeAll => actor.is_staff(),
        Action::ReadProposal => matches!(tie, Tie::Writer | Tie::Decider | Tie::Member | Tie::Runs),
        Action::QualifyProposal => matches!(tie, Tie::Member | Tie::Runs),
        Action::HandOnProposal => tie == Tie::Runs,
        Action::KeepFocusAreas | Action::KeepAims | Action::KeepInitiatives => false,
        Action::TellOfInitiative => tie == Tie::Owner,
    }
}

/// For `docs/generated/authority.md`.
pub fn table() -> Vec<Row> {
    let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let ties = [
        ("an own proposal", Tie::Writer),
        ("a body one decides in", Tie::Decider),
        ("a body of ideas one sits in", Tie::Member),
        ("a body of ideas one runs", Tie::Runs),
        ("an own initiative", Tie::Owner),
        ("another", Tie::None),
    ];
    let mut rows = Vec::new();
    for role in ["public", "signed_in"].into_iter().chain(samskab_organisation::identify::role::ALL) {
        let actor = stand_in(role, own, other);
        for action in Action::ALL {
            for (resource, tie) in ties {
                // Somebody who is not signed in owns and leads nothing.
                let tie = if actor.person.is_none() { Tie::None } else { tie };
                let allowed = may(&actor, *action, tie);
                rows.push(Row { role, action: action.code(), resource, allowed });
            }
        }
    }
    rows
}
