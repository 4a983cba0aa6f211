//! What may be done with rows that somebody chose, as a context describes it.

use samskab_kernel::Locale;
use samskab_store::Connection;
use samskab_web::{Cx, Result, module::BoxFuture};
use uuid::Uuid;

/// Something that can be done with chosen rows.
pub struct Action {
    /// The action's code in the form.
    pub code: &'static str,
    pub label: fn(Locale) -> &'static str,
    /// The name of its icon.
    pub symbol: &'static str,
    /// Whom it concerns, and what follows. Nothing is written.
    pub preview: for<'a> fn(&'a Cx, &'a mut Connection, &'a [Uuid]) -> BoxFuture<'a, Result<Preview>>,
    /// Does it, each row by the rule that holds for it alone: a row that may no longer is left out and said.
    pub carry_out: for<'a> fn(&'a Cx, &'a [Uuid], &'a WrittenWords) -> BoxFuture<'a, Result<Outcome>>,
    /// Takes back what it did, from the marks of [`Outcome::undo`]. `None`: somebody was told, there is no way back.
    pub undo: Option<Undo>,
}

/// A mark has been on somebody's screen: each row is judged anew by the rule that holds for it.
pub type Undo = for<'a> fn(&'a Cx, &'a [String]) -> BoxFuture<'a, Result<Outcome>>;

/// What is shown before the yes.
pub struct Preview {
    /// "Svar pænt nej til 11"
    pub heading: String,
    /// What follows: "Hver får en mail for sig. De ser ikke hinandens navne."
    pub consequence: String,
    /// Title and what tells it from others.
    pub lines: Vec<(String, String)>,
    /// With the reason.
    pub left_out: Vec<(String, String)>,
    pub words: Option<Words>,
    pub button: String,
}

/// A text that is sent with the action.
pub struct Words {
    pub label: String,
    pub hint: String,
    /// The text that the form begins with.
    pub suggested: String,
    /// Whether it has a subject, as a mail has.
    pub has_subject: bool,
    /// What is wrong with the text, said to whoever wrote it: such as words in braces that nothing is put in for.
    pub refuse: Option<fn(&str, Locale) -> Option<String>>,
}

/// The text as it was written.
pub struct WrittenWords {
    pub subject: String,
    pub text: String,
}

#[derive(Default)]
pub struct Outcome {
    /// "11 har fået svar."
    pub said: String,
    pub left_out: Vec<(String, String)>,
    /// For each row that was changed what is needed to change it back; empty: it cannot be.
    pub undo: Vec<String>,
}
