//! The four themes of a broad understanding of volunteering (RD-04, RD-11) and the finer, everyday
//! topics: the words by which tasks and associations are sorted and found.

use std::sync::LazyLock;

use samskab_i18n::Text;
use samskab_kernel::Locale;
use serde::Deserialize;

use crate::T;

/// One of the four themes. Every association and every task has exactly one.
#[derive(Debug, Deserialize)]
pub struct ThemeText {
    pub key: String,
    #[serde(skip)]
    name: Text,
    #[serde(skip)]
    about: Text,
}

/// A finer subject in the words people use. A task or an association has any number.
#[derive(Debug, Deserialize)]
pub struct Topic {
    pub key: String,
    #[serde(skip)]
    name: Text,
    /// Everyday synonyms in lower case, for the search.
    pub words_da: Vec<String>,
}

impl ThemeText {
    pub fn name(&self, locale: Locale) -> &'static str {
        self.name.get(locale)
    }

    /// In both languages, for the search.
    pub fn names(&self) -> [&str; 2] {
        self.name.both()
    }

    /// What belongs here, in one or two sentences.
    pub fn about(&self, locale: Locale) -> &'static str {
        self.about.get(locale)
    }
}

impl Topic {
    pub fn name(&self, locale: Locale) -> &'static str {
        self.name.get(locale)
    }

    /// In both languages, for the search.
    pub fn names(&self) -> [&str; 2] {
        self.name.both()
    }
}

#[derive(Deserialize)]
struct Catalogue {
    theme: Vec<ThemeText>,
    topic: Vec<Topic>,
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    // A catalogue that cannot be read stops the test below, not a reader: it is part of the program.
    let mut read: Catalogue = toml::from_str(include_str!("../catalogue/themes.toml"))
        .unwrap_or(Catalogue { theme: Vec::new(), topic: Vec::new() });
    for theme in &mut read.theme {
        theme.name = T::text(&format!("theme-{}", theme.key));
        theme.about = T::text(&format!("theme-{}-about", theme.key));
    }
    for topic in &mut read.topic {
        topic.name = T::text(&format!("topic-{}", topic.key));
    }
    read
});

/// The themes, in the order of the page.
pub fn themes() -> &'static [ThemeText] {
    &CATALOGUE.theme
}

/// The topics, in the order of the page.
pub fn topics() -> &'static [Topic] {
    &CATALOGUE.topic
}

pub fn theme(key: &str) -> Option<&'static ThemeText> {
    themes().iter().find(|theme| theme.key == key)
}

pub fn topic(key: &str) -> Option<&'static Topic> {
    topics().iter().find(|topic| topic.key == key)
}

/// The names of space separated keys, as columns hold them. Unknown keys are passed over.
pub fn names(keys: &str, locale: Locale) -> Vec<&'static str> {
    keys.split_whitespace().filter_map(topic).map(|topic| topic.name(locale)).collect()
}

/// Only the keys of `chosen` that the catalogue knows, in its order, space separated.
pub fn known(chosen: &[String]) -> String {
    let kept: Vec<&str> = topics()
        .iter()
        .map(|topic| topic.key.as_str())
        .filter(|key| chosen.iter().any(|one| one == key))
        .collect();
    kept.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::association::Theme;

    #[test]
    fn the_catalogue_has_exactly_the_four_themes_and_every_text_in_both_languages() {
        let keys: Vec<&str> = themes().iter().map(|theme| theme.key.as_str()).collect();
        let codes: Vec<&str> = Theme::ALL.iter().map(|theme| theme.code()).collect();
        assert_eq!(keys, codes);
        assert!(topics().len() > 20);
        for topic in topics() {
            assert!(topic.names().iter().all(|name| !name.is_empty()), "{}", topic.key);
        }
        for theme in themes() {
            let texts = [theme.name, theme.about];
            assert!(texts.iter().all(|text| !text.both().contains(&"")), "{}", theme.key);
        }
    }

    #[test]
    fn keys_become_names_and_unknown_ones_are_passed_over() {
        assert_eq!(names("visiting_friend nonsense", Locale::Da), ["Besøgsven"]);
        assert_eq!(
            known(&["nonsense".into(), "conversation".into(), "visiting_friend".into()]),
            "visiting_friend conversation"
        );
    }
}
