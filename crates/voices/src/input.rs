//! An input: something that was said about a text, and its state.

use samskab_dialogue::NoteId;
use samskab_kernel::{Day, Id, Instant, Locale, codes};
use samskab_organisation::body::BodyId;
use samskab_store::{Record, Row};
use samskab_web::form::Choice;
use samskab_writing::text::TextId;

use crate::{
    T,
    participant::{ParticipantId, ParticipantKind},
};

/// The mark of something that was said.
pub enum InputRow {}
pub type InputId = Id<InputRow>;

/// Longest text, in characters.
pub const LONGEST: usize = 20_000;

codes! {
    /// How it reached us (CF-04, CF-19).
    pub enum InputKind {
        Dialogue => "dialogue",
        FocusGroup => "focus_group",
        VoxPop => "vox_pop",
        Questionnaire => "questionnaire",
        /// From the citizens' panel.
        Panel => "panel",
        Interview => "interview",
        Letter => "letter",
        /// An answer to a hearing.
        Hearing => "hearing",
        /// A worry of its own kind, which is answered for itself (VB-09, FX-05).
        Concern => "concern",
    }
}

impl InputKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Dialogue => t.input_kind_dialogue(),
            Self::FocusGroup => t.input_kind_focus_group(),
            Self::VoxPop => t.input_kind_vox_pop(),
            Self::Questionnaire => t.input_kind_questionnaire(),
            Self::Panel => t.input_kind_panel(),
            Self::Interview => t.input_kind_interview(),
            Self::Letter => t.input_kind_letter(),
            Self::Hearing => t.input_kind_hearing(),
            Self::Concern => t.input_kind_concern(),
        }
    }

    pub fn choices(locale: Locale) -> Vec<Choice> {
        Self::ALL.iter().map(|kind| Choice::of(kind.code(), kind.label(T(locale)))).collect()
    }
}

codes! {
    /// How grave a concern is.
    pub enum Gravity { Mild => "mild", Grave => "grave", VeryGrave => "very_grave" }
}

impl Gravity {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Mild => t.gravity_mild(),
            Self::Grave => t.gravity_grave(),
            Self::VeryGrave => t.gravity_very_grave(),
        }
    }

    pub fn choices(locale: Locale) -> Vec<Choice> {
        Self::ALL.iter().map(|one| Choice::of(one.code(), one.label(T(locale)))).collect()
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "voice_input", alias = "i")]
pub struct Input {
    pub id: InputId,
    #[record(column = "text_id", fixed)]
    pub text: TextId,
    /// The number within the text: 1, 2, 3 …
    #[record(fixed)]
    pub number: i64,
    pub kind: InputKind,
    #[record(column = "participant_id")]
    pub participant: Option<ParticipantId>,
    #[record(blank)]
    pub source_kind: Option<ParticipantKind>,
    /// The group that said it; no name of a person.
    pub source: String,
    pub said_on: Option<Day>,
    pub place: String,
    /// Their own words; else a summary.
    pub is_quote: bool,
    pub said: String,
    pub theme: String,
    #[record(column = "note_id", fixed)]
    pub note: Option<NoteId>,
    /// Somebody wrote it themselves in the open form.
    #[record(fixed)]
    pub is_from_form: bool,
    #[record(blank)]
    pub gravity: Option<Gravity>,
    /// Where MED was told of a concern.
    #[record(column = "med_body_id")]
    pub med: Option<BodyId>,
    pub med_on: Option<Day>,
    /// The answer to a concern.
    pub answer: String,
    pub answered_at: Option<Instant>,
    /// Its words are not for all to read.
    pub is_closed: bool,
    /// Why it leads to nothing; empty: it was not set aside.
    pub set_aside: String,
    /// Grows with every change.
    pub revision: i64,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Input {
    pub fn new(id: InputId, text: TextId, kind: InputKind, said: impl Into<String>, at: Instant) -> Self {
        Self {
            id,
            text,
            number: 0,
            kind,
            participant: None,
            source_kind: None,
            source: String::new(),
            said_on: None,
            place: String::new(),
            is_quote: false,
            said: said.into(),
            theme: String::new(),
            note: None,
            is_from_form: false,
            gravity: None,
            med: None,
            med_on: None,
            answer: String::new(),
            answered_at: None,
            is_closed: false,
            set_aside: String::new(),
            revision: 1,
            created_at: at,
            updated_at: at,
        }
    }

    pub fn href(&self) -> String {
        format!("/input/{}", self.id)
    }

    /// The same with the next revision, changed now.
    #[must_use]
    pub fn changed(self, at: Instant) -> Self {
        Self { revision: self.revision + 1, updated_at: at, ..self }
    }
}

/// An input without its whole text: a line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Row)]
#[record(table = "voice_input", alias = "i")]
pub struct InputLine {
    pub id: InputId,
    pub number: i64,
    pub kind: InputKind,
    #[record(column = "participant_id")]
    pub participant: Option<ParticipantId>,
    #[record(blank)]
    pub source_kind: Option<ParticipantKind>,
    pub source: String,
    pub said_on: Option<Day>,
    pub theme: String,
    #[record(sql = "substr(i.said, 1, 300)")]
    pub begins: String,
    #[record(blank)]
    pub gravity: Option<Gravity>,
    #[record(column = "med_body_id")]
    pub med: Option<BodyId>,
    pub med_on: Option<Day>,
    pub answer: String,
    pub is_closed: bool,
    pub set_aside: String,
    pub is_from_form: bool,
    pub created_at: Instant,
    /// How many excerpts were cut from it.
    #[record(
        sql = "(select count(*) from voice_excerpt e where e.tenant_id = i.tenant_id and e.input_id = i.id)"
    )]
    pub excerpts: i64,
    /// How many of these wait for an answer.
    #[record(
        sql = "(select count(*) from voice_excerpt e join voice_point q on q.id = e.point_id and q.tenant_id = e.tenant_id where e.tenant_id = i.tenant_id and e.input_id = i.id and q.verdict is null)"
    )]
    pub unanswered: i64,
}

impl InputLine {
    pub fn href(&self) -> String {
        format!("/input/{}", self.id)
    }

    pub fn state(&self) -> InputState {
        state_of(InputFacts {
            is_concern: self.kind == InputKind::Concern,
            is_set_aside: !self.set_aside.is_empty(),
            has_answer: !self.answer.is_empty(),
            excerpts: self.excerpts,
            unanswered: self.unanswered,
        })
    }
}

codes! {
    /// The state of an input. Every input is in exactly one of these.
    pub enum InputState {
        /// Nobody has looked at it.
        New => "new",
        InWork => "in_work",
        Answered => "answered",
        SetAside => "set_aside",
    }
}

impl InputState {
    /// In words, with its colour and its icon.
    pub fn said(self, t: T) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::New => (t.input_state_new(), "wait", "hourglass"),
            Self::InWork => (t.input_state_in_work(), "wait", "edit"),
            Self::Answered => (t.input_state_answered(), "good", "check"),
            Self::SetAside => (t.input_state_set_aside(), "", "close"),
        }
    }

    /// Nothing more is to be done about it.
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Answered | Self::SetAside)
    }
}

/// What the state of an input depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InputFacts {
    pub is_concern: bool,
    pub is_set_aside: bool,
    /// Only for a concern: it has been answered.
    pub has_answer: bool,
    pub excerpts: i64,
    pub unanswered: i64,
}

/// A concern is answered for itself, and with all that was cut from it; anything else by what was cut from it. What was set aside is
/// settled, unless something cut from it still waits.
pub const fn state_of(facts: InputFacts) -> InputState {
    let InputFacts { is_concern, is_set_aside, has_answer, excerpts, unanswered } = facts;
    if unanswered > 0 {
        return InputState::InWork;
    }
    if is_set_aside {
        return InputState::SetAside;
    }
    match (is_concern, has_answer, excerpts > 0) {
        (true, true, _) | (false, _, true) => InputState::Answered,
        (true, false, true) => InputState::InWork,
        (true, false, false) | (false, _, false) => InputState::New,
    }
}

/// Splits several inputs that were pasted at once: an empty line separates two.
pub fn parted(text: &str) -> Vec<String> {
    let mut pieces = vec![Vec::new()];
    for line in text.lines().map(str::trim_end) {
        match (line.trim().is_empty(), pieces.last_mut()) {
            (false, Some(piece)) => piece.push(line),
            (true, Some(piece)) if !piece.is_empty() => pieces.push(Vec::new()),
            _ => {}
        }
    }
    pieces.into_iter().map(|lines| lines.join("\n").trim().to_owned()).filter(|one| !one.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn an_empty_line_parts_two_inputs_and_one_line_break_does_not() {
        assert_eq!(parted("Et\nto\r\n\r\n  \n tre \n"), ["Et\nto", "tre"]);
        assert!(parted(" \n\n").is_empty());
    }

    proptest! {
        /// Whatever was done to an input in whichever order, it is in one state, and it is settled only when nothing waits.
        #[test]
        fn every_input_ends_in_a_state(
            is_concern: bool,
            is_set_aside: bool,
            has_answer: bool,
            answers in prop::collection::vec(any::<bool>(), 0..8),
        ) {
            let unanswered = answers.iter().filter(|is_answered| !**is_answered).count() as i64;
            let excerpts = answers.len() as i64;
            let facts = InputFacts { is_concern, is_set_aside, has_answer, excerpts, unanswered };
            let state = state_of(facts);
            prop_assert!(!state.is_settled() || unanswered == 0);
            if state == InputState::Answered {
                let has_it = (is_concern && has_answer) || (!is_concern && excerpts > 0);
                prop_assert!(has_it);
            }
            // It can always be ended: all is answered, or it is set aside.
            let ended = state_of(InputFacts { unanswered: 0, is_set_aside: true, ..facts });
            prop_assert_eq!(ended, InputState::SetAside);
            let answered = state_of(InputFacts {
                unanswered: 0, excerpts: excerpts.max(1), has_answer: true, is_set_aside: false, is_concern,
            });
            prop_assert_eq!(answered, InputState::Answered);
        }

        #[test]
        fn no_word_is_lost_when_many_are_pasted(text in "([a-zæøå]{1,5}( |\n|\n\n|\r\n \r\n)){0,30}") {
            prop_assert_eq!(words(&parted(&text).join(" ")), words(&text));
        }
    }
}
