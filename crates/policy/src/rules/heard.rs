//! What a hearing of a plan was of, as the rules ask it.

use samskab_hearing::hearing::HearingId;

/// A hearing against the policy's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    pub hearing: HearingId,
    /// It is of the policy's own text; else its text was typed, or is another one.
    pub is_own: bool,
    /// The number of the version that was heard. Of another text: of the newest there was when it closed; 0: none.
    pub number: i64,
    /// So many remarks were taken up, wholly or in part.
    pub taken_up: i64,
}
