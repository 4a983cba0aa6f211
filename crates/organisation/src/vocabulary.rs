//! What a municipality calls things, in the words it has written into its settings.

use std::collections::HashMap;

use samskab_kernel::Locale;
use serde::Deserialize;

use crate::unit::Level;

/// The section of the tenant's settings that holds [`Settings`].
pub const SECTION: &str = "organisation";

/// What a municipality calls things, and what else of its settings belongs to this context:
/// the section `organisation` of the tenant's settings.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub vocabulary: HashMap<String, Word>,
    pub levels: Vec<LevelName>,
    pub council_name: String,
    /// Ids of duties this municipality has switched off (FX-07).
    pub duties_off: Vec<String>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Word {
    pub da: String,
    pub en: String,
    pub aliases: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct LevelName {
    pub number: u8,
    pub da: String,
    pub en: String,
}

impl Settings {
    pub const SECTION: &str = SECTION;

    /// This municipality's word for a concept; `None` when it has none of its own.
    pub(crate) fn word(&self, concept: &str, locale: Locale) -> Option<&str> {
        let word = self.vocabulary.get(concept)?;
        Some(locale.choose(&word.da, &word.en)).filter(|word| !word.is_empty())
    }

    pub fn level(&self, level: Level, locale: Locale) -> Option<&str> {
        let name = self.levels.iter().find(|name| name.number == level.number())?;
        Some(locale.choose(&name.da, &name.en))
    }
}
