//! Who may do what with bodies and their meetings. The coordinator reaches all of them; whoever chairs a body, or is its
//! secretary, runs its meetings (RS-21); its members read along.

pub use samskab_organisation::body::Tie;
use samskab_organisation::{
    authority::{Row, stand_in},
    identify::{Who as _, role},
};
use samskab_web::Actor;
use uuid::Uuid;

samskab_kernel::codes! {
    pub enum Action {
        /// Make bodies, describe them, say who sits in them, and end them.
        KeepBodies => "keep_bodies",
        /// Say who goes on in a seat that ends, or why nobody does; not about the actor's own seat.
        FillSeats => "fill_seats",
        /// Plan meetings, write the agenda and the minutes, and approve them.
        RunMeetings => "run_meetings",
        /// Read points that are for the members only, and minutes that are not approved.
        SeeClosed => "see_closed",
        /// Read and keep the year wheel.
        KeepWheel => "keep_wheel",
        /// Write down what a body is asked to decide (VB-26).
        AskForDecisions => "ask_for_decisions",
        /// See when each level of MED talked about volunteering (RS-06).
        SeeMed => "see_med",
        /// Write down who was put in touch with whom (RS-36).
        KeepIntroductions => "keep_introductions",
        /// Ask for help, and tell upwards (RS-30, RS-59).
        SendEnquiries => "send_enquiries",
        /// Answer them: all of them, or those of the own area.
        AnswerEnquiries => "answer_enquiries",
    }
}

/// The decision.
pub fn may(actor: &Actor, action: Action, tie: Tie) -> bool {
    actor.is_coordinator()
        || match action {
            Action::KeepBodies => false,
            Action::RunMeetings | Action::FillSeats => tie == Tie::Runs,
            Action::SeeClosed => tie != Tie::None,
            // RS-19: the director reads along.
            Action::SeeMed => actor.is_staff(),
            Action::SendEnquiries | Action::AskForDecisions => actor.looks_after_units(),
            Action::AnswerEnquiries => {
                tie == Tie::Runs && (actor.has(role::KEY_PERSON) || actor.has(role::DEPUTY_KEY_PERSON))
            }
            Action::KeepWheel | Action::KeepIntroductions => {
                actor.has(role::KEY_PERSON) || actor.has(role::DEPUTY_KEY_PERSON)
            }
        }
}

/// For `docs/generated/authority.md`.
pub fn table() -> Vec<Row> {
    let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let ties =
        [("a body one runs", Tie::Runs), ("a body one sits in", Tie::Member), ("another body", Tie::None)];
    let mut rows = Vec::new();
    for role in ["public", "signed_in"].into_iter().chain(role::ALL) {
        let actor = stand_in(role, own, other);
        for action in Action::ALL {
            for (resource, tie) in ties {
                // Somebody who is not signed in has no seat anywhere.
                let tie = if actor.person.is_none() { Tie::None } else { tie };
                let allowed = may(&actor, *action, tie);
                rows.push(Row { role, action: action.code(), resource, allowed });
            }
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reference_director_reads_along_and_asks_for_nothing() {
        let rows = table();
        let allows = |role: &str, action: Action| {
            let mut own = rows.iter().filter(|row| row.role == role && row.action == action.code());
            own.any(|row| row.allowed)
        };
        for action in [Action::SendEnquiries, Action::AskForDecisions] {
            assert!(!allows(role::REFERENCE_DIRECTOR, action) && allows(role::KEY_PERSON, action));
        }
        assert!(allows(role::REFERENCE_DIRECTOR, Action::SeeMed));
    }
}
