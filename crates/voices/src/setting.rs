//! The decisions about the voices of a text: who may read the results, and until when everybody may write.

use samskab_kernel::{Day, Id, Instant};
use samskab_store::Record;
use samskab_writing::text::{Text, TextId};

/// The mark of what is decided about a text.
pub enum SettingRow {}
pub type SettingId = Id<SettingRow>;

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "voice_setting", alias = "s")]
pub struct Setting {
    pub id: SettingId,
    #[record(column = "text_id", fixed)]
    pub text: TextId,
    /// Everybody may read the results, even before the text is published.
    pub is_shown: bool,
    /// What everybody is asked.
    pub question: String,
    /// The last day on which everybody may write; `None`: nobody may.
    pub open_until: Option<Day>,
    pub updated_at: Instant,
}

impl Setting {
    /// The setting before anybody has decided.
    pub fn new(id: SettingId, text: TextId, at: Instant) -> Self {
        Self { id, text, is_shown: false, question: String::new(), open_until: None, updated_at: at }
    }

    /// Whether everybody may write on this day.
    pub fn is_open(&self, today: Day) -> bool {
        self.open_until.is_some_and(|last| today <= last)
    }
}

/// Whether everybody reads what came of the voices.
pub fn is_public(text: &Text, setting: Option<&Setting>) -> bool {
    text.is_published() || setting.is_some_and(|setting| setting.is_shown)
}
