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
        Self { danish: bundle("da", danish), english: bundle("en", english) }
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
