//! What a text is: the body it belongs to, the blocks it is written in, and its versions.

use samskab_kernel::{Id, Instant, Locale, codes};
use samskab_organisation::{body::BodyId, person::PersonId};
use samskab_store::Record;

use crate::T;

/// In which language the texts of a municipality are. A page in another says so, and a file is in it whoever fetches it.
pub const LANGUAGE: Locale = Locale::Da;

/// The mark of a text.
pub enum TextRow {}
pub type TextId = Id<TextRow>;

/// The mark of a block.
pub enum BlockRow {}
pub type BlockId = Id<BlockRow>;

/// The mark of a version.
pub enum VersionRow {}
pub type VersionId = Id<VersionRow>;

codes! {
    pub enum TextKind {
        /// What a body is for, and what it may decide.
        Mandate => "mandate",
        /// How a body works: who calls its meetings, when it can decide.
        Rules => "rules",
        /// What a municipality wants, made in a process with a plan; begun there.
        Policy => "policy",
        Other => "other",
    }
}

codes! {
    enum StateCode { Draft => "draft", Published => "published" }
}

codes! {
    /// For how long others can propose changes to it.
    pub enum TakesChanges {
        /// As long as it is published.
        WhilePublished => "published",
        /// Also while it is a draft: by those who follow it.
        Always => "open",
        Never => "closed",
    }
}

/// Who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextState {
    /// Those who write it, and the members of its body.
    Draft,
    /// Everybody reads the version with this number, however much is written afterwards.
    Published { number: i64 },
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "written_text", alias = "w")]
pub struct Text {
    pub id: TextId,
    pub kind: TextKind,
    pub title: String,
    /// The body it belongs to; `None`: the coordinator's.
    #[record(column = "body_id", fixed)]
    pub body: Option<BodyId>,
    #[record(flatten = StateColumns)]
    pub state: TextState,
    pub takes_changes: TakesChanges,
    #[record(fixed)]
    pub created_at: Instant,
    /// When something in it was last written.
    pub updated_at: Instant,
}

#[derive(Record)]
struct StateColumns {
    state: StateCode,
    public_number: Option<i64>,
}

impl From<StateColumns> for TextState {
    fn from(columns: StateColumns) -> Self {
        match (columns.state, columns.public_number) {
            (StateCode::Published, Some(number)) => Self::Published { number },
            _ => Self::Draft,
        }
    }
}

impl From<&TextState> for StateColumns {
    fn from(state: &TextState) -> Self {
        match *state {
            TextState::Draft => Self { state: StateCode::Draft, public_number: None },
            TextState::Published { number } => {
                Self { state: StateCode::Published, public_number: Some(number) }
            }
        }
    }
}

codes! {
    pub enum BlockKind {
        Heading2 => "heading2",
        Heading3 => "heading3",
        Paragraph => "paragraph",
        /// An item on each line.
        List => "list",
        /// A row on each line, `|` between the cells; the first row is the head.
        Table => "table",
        Decision => "decision",
    }
}

/// A part of a text while it is written.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "text_block", alias = "b")]
pub struct WrittenBlock {
    pub id: BlockId,
    #[record(column = "text_id", fixed)]
    pub text: TextId,
    pub place: i64,
    pub kind: BlockKind,
    pub content: String,
    /// Grows with every change.
    pub revision: i64,
    /// Taken out; it can be put back.
    pub removed_at: Option<Instant>,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

/// The whole text as it stood. Nothing of it is ever changed.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "text_version", alias = "v")]
pub struct Version {
    pub id: VersionId,
    #[record(column = "text_id", fixed)]
    pub text: TextId,
    /// The number within the text: 1, 2, 3 …
    #[record(fixed)]
    pub number: i64,
    /// Empty: only its number.
    #[record(fixed)]
    pub name: String,
    /// A [`Content`](crate::content::Content) as JSON.
    #[record(fixed)]
    pub content: String,
    /// Who made it; `None`: deleted, or the house itself.
    #[record(column = "person_id", fixed)]
    pub made_by: Option<PersonId>,
    #[record(fixed)]
    pub created_at: Instant,
}

samskab_store::events! {
    pub about text(TextId) {}
    impl { fn of(text: &Text) { text: text.id } }

    TextBegun => "text.begun";
    TextRenamed => "text.renamed";
    /// A block was added, written, moved, taken out or put back.
    TextWritten => "text.written";
    TextPublished => "text.published";
    TextWithdrawn => "text.withdrawn";
    /// A file was read into it.
    TextReadIn => "text.read_in";
    VersionTakenBack => "text.taken_back";
}

samskab_store::events! {
    pub about version(VersionId) { text: TextId, number: i64 }
    impl { fn of(version: &Version) { version: version.id, text: version.text, number: version.number } }

    VersionKept => "text.version_kept";
}

impl Text {
    /// A draft of no body that has no title yet.
    pub fn new(id: TextId, now: Instant) -> Self {
        Self {
            id,
            kind: TextKind::Other,
            title: String::new(),
            body: None,
            state: TextState::Draft,
            takes_changes: TakesChanges::WhilePublished,
            created_at: now,
            updated_at: now,
        }
    }

    /// Whether changes to it can be proposed now, by whoever may read it.
    pub fn takes_changes(&self) -> bool {
        match self.takes_changes {
            TakesChanges::WhilePublished => self.is_published(),
            TakesChanges::Always => true,
            TakesChanges::Never => false,
        }
    }

    pub fn href(&self) -> String {
        format!("/tekster/{}", self.id)
    }

    pub fn is_published(&self) -> bool {
        matches!(self.state, TextState::Published { .. })
    }
}

impl TextKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Mandate => t.text_kind_mandate(),
            Self::Rules => t.text_kind_rules(),
            Self::Policy => t.text_kind_policy(),
            Self::Other => t.text_kind_other(),
        }
    }
}

impl TextState {
    /// Its name, its colour and its icon.
    pub fn said(self, t: T) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Draft => (t.text_state_draft(), "wait", "edit"),
            Self::Published { .. } => (t.text_state_published(), "good", "check"),
        }
    }
}

impl BlockKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Heading2 => t.block_kind_heading2(),
            Self::Heading3 => t.block_kind_heading3(),
            Self::Paragraph => t.block_kind_paragraph(),
            Self::List => t.block_kind_list(),
            Self::Table => t.block_kind_table(),
            Self::Decision => t.block_kind_decision(),
        }
    }
}
