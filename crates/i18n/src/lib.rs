#![doc = include_str!("../README.md")]

#[cfg(feature = "build")]
pub mod build;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
pub use fluent_bundle::{FluentArgs as Args, FluentValue as Value};
use samskab_kernel::Locale;
use unic_langid::LanguageIdentifier;

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
    pub fn format(&self, locale: Locale, key: &str, arguments: &FluentArgs<'_>) -> String {
        let bundle = match locale {
            Locale::Da => &self.danish,
            Locale::En => &self.english,
        };
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        bundle.format_pattern(pattern, Some(arguments), &mut Vec::new()).into_owned()
    }
}

/// A whole number as it is read: `10.257` or `10,257`. A year says `NUMBER($year, useGrouping: "false")`
/// or comes as a text.
fn grouped(locale: Locale, value: &Value<'_>) -> Option<String> {
    let Value::Number(number) = value else { return None };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_separators_and_years_have_none() {
        let text = "found = { $count } i { NUMBER($year, useGrouping: \"false\") }\n\
                    some = { $count ->\n  [one] en\n *[other] { $count } rækker\n }\n";
        let messages = Messages::new(&[text], &[text]);
        let mut arguments = Args::new();
        arguments.set("count", 10_257);
        arguments.set("year", 2026);
        assert_eq!(messages.format(Locale::Da, "found", &arguments), "10.257 i 2026");
        assert_eq!(messages.format(Locale::En, "found", &arguments), "10,257 i 2026");
        assert_eq!(messages.format(Locale::Da, "some", &arguments), "10.257 rækker");
        arguments.set("count", 1);
        assert_eq!(messages.format(Locale::Da, "some", &arguments), "en");
    }
}
