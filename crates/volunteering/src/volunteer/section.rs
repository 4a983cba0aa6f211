//! A part of Min side: each part of this context says what it has for the person, in the same shape.

use samskab_organisation::person::PersonId;
use samskab_store::Connection;
use samskab_web::{Cx, Result, module::BoxFuture};

/// A heading, a few lines, and where there is more.
#[derive(Debug, Clone, Default)]
pub struct Section {
    pub heading: String,
    /// One sentence below the heading; may be empty.
    pub lead: String,
    pub lines: Vec<Line>,
    /// Said when there are no lines.
    pub nothing: String,
    /// Where there is more or one can begin: address and label.
    pub more: Option<(String, String)>,
}

#[derive(Debug, Clone, Default)]
pub struct Line {
    pub title: String,
    pub href: String,
    pub detail: String,
    /// A state beside the title: word, tone and symbol of the component `state`; an empty word: none.
    pub state: (String, &'static str, &'static str),
}

/// Reads one section for the person signed in; `None`: nothing to say. A fixed number of queries, few lines.
pub type OfPerson =
    for<'a> fn(&'a Cx, &'a mut Connection, PersonId) -> BoxFuture<'a, Result<Option<Section>>>;

/// Everything one part knows about a person, for the copy they take with them: heading and rows, each a
/// list of (name, value) in the person's language; machine-readable under the same keys (law B.7).
pub struct Known {
    /// In the machine-readable copy: "engagements".
    pub key: &'static str,
    pub heading: String,
    pub rows: Vec<Vec<(&'static str, String, String)>>, // key, name, value
}

/// Reads everything one part knows about a person.
pub type KnownOfPerson =
    for<'a> fn(&'a Cx, &'a mut Connection, PersonId) -> BoxFuture<'a, Result<Vec<Known>>>;
