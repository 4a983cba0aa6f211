//! Who may do what with the voices of a text: as with the text itself. Whoever writes it works with them, whoever reads its drafts
//! reads them, and whoever is asked to answer a point answers that one.

use samskab_organisation::{
    authority::{Row, stand_in},
    body::Tie,
    identify::{Who as _, role},
};
use samskab_web::Actor;
use samskab_writing::authority::{Action as TextAction, may as may_with_text};
use uuid::Uuid;

samskab_kernel::codes! {
    pub enum Action {
        /// Say who takes part, write down what was said, cut it, share it out, mark what is editorial, open the form.
        WorkWithVoices => "work_with_voices",
        /// Read all that was said and what came of it.
        ReadVoices => "read_voices",
        /// Say what comes of a point.
        AnswerPoints => "answer_points",
    }
}

/// How somebody is related to what they would work with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VoiceTie {
    /// How they are related to the body whose text it is.
    pub to_body: Tie,
    /// The point is assigned to them.
    pub is_assigned: bool,
}

impl VoiceTie {
    pub const fn to_body(to_body: Tie) -> Self {
        Self { to_body, is_assigned: false }
    }
}

/// The decision.
pub fn may(actor: &Actor, action: Action, tie: VoiceTie) -> bool {
    let writes = may_with_text(actor, TextAction::WriteTexts, tie.to_body);
    match action {
        Action::WorkWithVoices => writes,
        Action::ReadVoices => may_with_text(actor, TextAction::ReadDrafts, tie.to_body),
        Action::AnswerPoints => writes || tie.is_assigned && actor.is_staff(),
    }
}

/// For `docs/generated/authority.md`.
pub fn table() -> Vec<Row> {
    let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
    let ties = [
        ("a text of a body one runs", VoiceTie::to_body(Tie::Runs)),
        ("a text of a body one sits in", VoiceTie::to_body(Tie::Member)),
        ("another text", VoiceTie::to_body(Tie::None)),
        ("a point to answer", VoiceTie { to_body: Tie::None, is_assigned: true }),
    ];
    let mut rows = Vec::new();
    for role in ["public", "signed_in"].into_iter().chain(role::ALL) {
        let actor = stand_in(role, own, other);
        for action in Action::ALL {
            for (resource, tie) in ties {
                // Somebody who is not signed in has no seat and no assigned points.
                let tie = if actor.person.is_none() { VoiceTie::to_body(Tie::None) } else { tie };
                let allowed = may(&actor, *action, tie);
                rows.push(Row { role, action: action.code(), resource, allowed });
            }
        }
    }
    rows
}
