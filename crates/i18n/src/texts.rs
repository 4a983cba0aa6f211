//! The messages of a crate, and its fixed texts.

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use samskab_kernel::Locale;
use unic_langid::LanguageIdentifier;

use crate::Value;

/// The messages of one crate in both languages. Made by the generated code.
pub struct Messages {
    danish: FluentBundle<FluentResource>,
    english: FluentBundle<FluentResource>,
}

impl Messages {
    /// From the texts of the locale files, which the build script has read before us.
    pub fn new(danish: &[&str], english: &[&str]) -> Self {
        let (mut danish, mut english) = (bundle("da", danish), bundle("en", english));
        danish.set_formatter(Some(|value, _| grouped(Locale::Da, value)));
        english.set_formatter(Some(|value, _| grouped(Locale::En, value)));
        Self { danish, english }
    }

    /// The message with its arguments. A key that is missing cannot get past the build script;
    /// should one do it all the same, the key itself is shown rather than nothing.
    pub fn format(&self, locale: Locale, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let bundle = match locale {
            Locale::Da => &self.danish,
            Locale::En => &self.english,
        };
        let mut arguments = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            arguments.set(*name, value);
        }
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        bundle.format_pattern(pattern, Some(&arguments), &mut Vec::new()).into_owned()
    }
}

/// A fixed text in both languages, for a catalogue that looks its texts up once.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Text {
    pub danish: &'static str,
    pub english: &'static str,
}

impl Text {
    pub fn get(self, locale: Locale) -> &'static str {
        locale.choose(self.danish, self.english)
    }

    /// Danish, English.
    pub fn both(self) -> [&'static str; 2] {
        [self.danish, self.english]
    }
}

/// The fixed text of a key, in which `_` is `-` as in codes; empty when there is none.
pub fn text(texts: &'static [(&'static str, &'static str, &'static str)], key: &str) -> Text {
    let key = key.replace('_', "-");
    let get = |locale| by_key(locale, texts, &key).unwrap_or_default();
    Text { danish: get(Locale::Da), english: get(Locale::En) }
}

/// A whole number as it is read: `10.257` or `10,257`. A year says `NUMBER($year, useGrouping: "false")`
/// or comes as a text.
fn grouped(locale: Locale, value: &FluentValue<'_>) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let whole = number.value.fract() == 0.0 && number.value.abs() < 9e15;
    #[allow(clippy::cast_possible_truncation, reason = "whole and small enough")]
    (whole && number.options.use_grouping).then(|| locale.number(number.value as i64))
}

fn bundle(language: &str, texts: &[&str]) -> FluentBundle<FluentResource> {
    let mut bundle =
        FluentBundle::new_concurrent(vec![language.parse::<LanguageIdentifier>().unwrap_or_default()]);
    // The isolation marks would end up in mails, CSV files and copied text.
    bundle.set_use_isolating(false);
    // NUMBER(): only a name clash could fail, and a fresh bundle has no names.
    drop(bundle.add_builtins());
    for text in texts {
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) => resource,
            Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

/// The text with this number in the table of a crate's fixed texts. Called by the generated code.
pub fn fixed(
    locale: Locale,
    texts: &'static [(&'static str, &'static str, &'static str)],
    number: usize,
) -> &'static str {
    let (_, danish, english) = texts[number];
    match locale {
        Locale::Da => danish,
        Locale::En => english,
    }
}

/// The text with this key in the table of a crate's fixed texts, which is in the order of the keys.
pub fn by_key(
    locale: Locale,
    texts: &'static [(&'static str, &'static str, &'static str)],
    key: &str,
) -> Option<&'static str> {
    let number = texts.binary_search_by(|(known, ..)| (*known).cmp(key)).ok()?;
    Some(fixed(locale, texts, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_separators_and_years_have_none() {
        let text = "found = { $count } i { NUMBER($year, useGrouping: \"false\") }\n\
                    some = { $count ->\n  [one] en\n *[other] { $count } rækker\n }\n";
        let messages = Messages::new(&[text], &[text]);
        let found =
            |locale| messages.format(locale, "found", &[("count", 10_257.into()), ("year", 2026.into())]);
        let some = |count: i64| messages.format(Locale::Da, "some", &[("count", count.into())]);
        assert_eq!(found(Locale::Da), "10.257 i 2026");
        assert_eq!(found(Locale::En), "10,257 i 2026");
        assert_eq!(some(10_257), "10.257 rækker");
        assert_eq!(some(1), "en");
    }

    #[test]
    fn a_fixed_text_is_found_by_its_key() {
        static TEXTS: [(&str, &str, &str); 3] =
            [("a", "æble", "apple"), ("a-b", "brød", "bread"), ("b", "ø", "isle")];
        assert_eq!(by_key(Locale::Da, &TEXTS, "a-b"), Some("brød"));
        assert_eq!(by_key(Locale::En, &TEXTS, "b"), Some("isle"));
        assert_eq!(by_key(Locale::En, &TEXTS, "c"), None);
    }
}
