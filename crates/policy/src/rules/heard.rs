//! Which text a hearing of a plan was about, as the rules need it.

use samskab_hearing::hearing::HearingId;

/// A hearing against the policy's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    pub hearing: HearingId,
    /// The policy's own text was heard; else a typed text, or another one.
    pub is_own: bool,
    /// The number of the version that was heard. Of another text: of the newest there was when it closed; 0: none.
    pub number: i64,
    /// How many remarks were accepted, wholly or in part.
    pub taken_up: i64,
}
