//! Run by each crate's build script: locale files in, one typed accessor a message out.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource,
};

struct Message {
    /// The text, when it is always the same.
    fixed: Option<String>,
    arguments: BTreeSet<String>,
}

/// Reads `locales/da/*.ftl` and `locales/en/*.ftl` of the crate that is being built and writes
/// `$OUT_DIR/i18n.rs`. A key or an argument that only one language has stops the build.
///
/// # Panics
/// With a sentence that says what to mend, which Cargo shows.
pub fn accessors() {
    println!("cargo:rerun-if-changed=locales");
    let (danish_files, danish) = read("locales/da");
    let (english_files, english) = read("locales/en");
    let mut wrong = Vec::new();
    for (key, message) in &danish {
        match english.get(key) {
            None => wrong.push(format!("“{key}” is missing in locales/en")),
            Some(other) if other.arguments != message.arguments => wrong.push(format!(
                "“{key}” takes {:?} in Danish and {:?} in English",
                message.arguments, other.arguments
            )),
            Some(_) => {}
        }
    }
    wrong.extend(
        english
            .keys()
            .filter(|key| !danish.contains_key(*key))
            .map(|key| format!("“{key}” is missing in locales/da, the source language")),
    );
    assert!(wrong.is_empty(), "\n\ntranslations:\n  {}\n", wrong.join("\n  "));

    let code = write(&danish, &english, &danish_files, &english_files);
    let target = std::env::var("OUT_DIR").unwrap_or_default();
    let written = fs::write(Path::new(&target).join("i18n.rs"), code);
    assert!(written.is_ok(), "cannot write i18n.rs: {written:?}");
}

fn read(folder: &str) -> (Vec<String>, BTreeMap<String, Message>) {
    let root = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let folder = Path::new(&root).join(folder);
    let mut paths: Vec<_> = fs::read_dir(&folder)
        .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
        .unwrap_or_default();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "ftl"));
    paths.sort();
    let mut messages = BTreeMap::new();
    let mut names = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap_or_default();
        let resource: Resource<&str> = match fluent_syntax::parser::parse(text.as_str()) {
            Ok(resource) => resource,
            Err((_, errors)) => panic!("\n\n{}: {errors:?}\n", path.display()),
        };
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let Some(pattern) = &message.value else { continue };
            let read = Message { fixed: fixed(pattern), arguments: arguments(pattern) };
            let twice = messages.insert(message.id.name.to_owned(), read).is_some();
            assert!(!twice, "\n\n{}: “{}” stands twice\n", path.display(), message.id.name);
        }
        names.push(path.display().to_string());
    }
    (names, messages)
}

fn fixed(pattern: &Pattern<&str>) -> Option<String> {
    let mut text = String::new();
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { .. } => return None,
        }
    }
    Some(text)
}

fn arguments(pattern: &Pattern<&str>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    in_pattern(pattern, &mut found);
    found
}

fn in_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, found);
        }
    }
}

fn in_expression(expression: &Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => in_inline(inline, found),
        Expression::Select { selector, variants } => {
            in_inline(selector, found);
            variants.iter().for_each(|variant| in_pattern(&variant.value, found));
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => in_call(arguments, found),
        InlineExpression::Placeable { expression } => in_expression(expression, found),
        _ => {}
    }
}

fn in_call(call: &CallArguments<&str>, found: &mut BTreeSet<String>) {
    call.positional.iter().for_each(|argument| in_inline(argument, found));
    call.named.iter().for_each(|argument| in_inline(&argument.value, found));
}

fn write(
    danish: &BTreeMap<String, Message>,
    english: &BTreeMap<String, Message>,
    danish_files: &[String],
    english_files: &[String],
) -> String {
    let includes = |files: &[String]| {
        files.iter().map(|file| format!("include_str!({file:?})")).collect::<Vec<_>>().join(", ")
    };
    let mut accessors = String::new();
    let mut fixed_texts = String::new();
    let mut number = 0;
    for (key, message) in danish {
        let name = key.replace('-', "_");
        let other = english.get(key);
        if let (Some(da), Some(en)) = (&message.fixed, other.and_then(|other| other.fixed.as_ref())) {
            let _ = writeln!(
                accessors,
                "    /// {}\n    pub fn {name}(self) -> &'static str {{ self.fixed({number}) }}",
                da.replace('\n', " ")
            );
            // In the order of the keys, as the map has them: `get` looks them up by halves.
            let _ = writeln!(fixed_texts, "    ({key:?}, {da:?}, {en:?}),");
            number += 1;
            continue;
        }
        let parameters: String = message
            .arguments
            .iter()
            .map(|argument| format!(", {}: impl Into<::samskab_i18n::Value<'a>>", argument.replace('-', "_")))
            .collect();
        let values: String = message
            .arguments
            .iter()
            .map(|argument| format!("({argument:?}, {}.into()), ", argument.replace('-', "_")))
            .collect();
        let _ = writeln!(
            accessors,
            "    pub fn {name}<'a>(self{parameters}) -> String {{ MESSAGES.format(self.0, {key:?}, &[{values}]) }}",
        );
    }
    format!(
        "#[allow(dead_code)] // a crate may have fixed texts only\n\
         static MESSAGES: ::std::sync::LazyLock<::samskab_i18n::Messages> = ::std::sync::LazyLock::new(|| \
           ::samskab_i18n::Messages::new(&[{}], &[{}]));\n\
         /// Key, Danish and English of every text without arguments, in the order of the keys.\n\
         static FIXED: [(&str, &str, &str); {number}] = [\n{fixed_texts}];\n\
         /// The texts of this crate in the reader's language.\n\
         #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]\n\
         pub struct T(pub ::samskab_kernel::Locale);\n\
         #[allow(clippy::all)]\nimpl T {{\n{accessors}\
         \x20   #[allow(dead_code)] // a crate may have texts with arguments only\n\
         \x20   fn fixed(self, number: usize) -> &'static str {{ ::samskab_i18n::fixed(self.0, &FIXED, number) }}\n\
         \x20   /// A text without arguments by its key: for keys that come from data (a flash message, a catalogue).\n\
         \x20   pub fn get(self, key: &str) -> Option<&'static str> {{ ::samskab_i18n::by_key(self.0, &FIXED, key) }}\n\
         \x20   /// A text without arguments in both languages, by its key, in which `_` is `-` as in codes. Empty\n\
         \x20   /// when there is none, so that a catalogue's test finds it.\n\
         \x20   #[allow(dead_code)] // a crate may have no catalogue\n\
         \x20   pub fn text(key: &str) -> ::samskab_i18n::Text {{ ::samskab_i18n::text(&FIXED, key) }}\n}}\n",
        includes(danish_files),
        includes(english_files),
    )
}
