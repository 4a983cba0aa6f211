//! A field as a page shows it: its markup is in `field.html` alone, filled in from what the form declares.

use askama::{Template, filters::HtmlSafe};
use samskab_kernel::Locale;

use super::{
    Choice,
    declaration::{Control, Declaration},
    field::Field,
};
use crate::Shell;

#[derive(Template)]
#[template(path = "field.html")]
pub struct FieldMarkup<'a> {
    shell: &'a Shell,
    field: Field<'a>,
}

/// The template escapes what was typed.
impl HtmlSafe for FieldMarkup<'_> {}

impl FieldMarkup<'_> {
    fn locale(&self) -> Locale {
        self.shell.locale
    }

    fn declared(&self) -> &'static Declaration {
        self.field.declared()
    }

    fn name(&self) -> &str {
        self.field.sent_as()
    }

    fn label(&self) -> &str {
        self.field.label_in(self.locale())
    }

    fn hint(&self) -> &str {
        self.field.hint_in(self.locale())
    }

    /// The empty first choice of a select, where it has one.
    fn first(&self) -> Option<&str> {
        self.field.first_in(self.locale())
    }

    /// The classes of its kind, besides the one of every field.
    fn class(&self) -> &'static str {
        match self.field.control() {
            Control::File => " file-input",
            _ if self.counts() => " form-limit",
            _ => "",
        }
    }

    /// The ids of its hint and of its error.
    fn described_by(&self) -> String {
        let parts = [("hint", !self.hint().is_empty()), ("error", self.field.is_wrong())];
        let there = parts.iter().filter(|(_, is_there)| *is_there);
        there.map(|(part, _)| format!("{}-{part}", self.name())).collect::<Vec<_>>().join(" ")
    }

    fn choices(&self) -> Vec<Choice> {
        self.field.choices_in(self.locale())
    }

    /// The longest text, if the browser shall tell it; else 0.
    fn told_max(&self) -> usize {
        let declared = self.declared();
        if declared.tells_max { declared.max } else { 0 }
    }

    /// Whether the page counts how many characters are left: a script does, and the server says it too.
    fn counts(&self) -> bool {
        self.field.control() == Control::Textarea && self.told_max() > 0
    }
}

impl Shell {
    /// In a template: `{{ shell.field(form.name()) }}`.
    pub fn field<'a>(&'a self, field: Field<'a>) -> FieldMarkup<'a> {
        FieldMarkup { shell: self, field }
    }
}
