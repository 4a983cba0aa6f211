//! One field of a form as it is now: what its form declares, what was typed, what is wrong.

use std::{borrow::Cow, str::FromStr};

use samskab_kernel::{
    Day, Locale, NotADay,
    contact::{Email, Phone, Postcode},
    cpr, text,
};

use super::{
    Check, Choice, Errors, Shape,
    declaration::{Control, Declaration, Filled},
};
use crate::T;

/// The value that a ticked box sends.
pub const TICKED: &str = "ja";

/// The value of a box that is ticked, or is not.
pub fn ticked(is_ticked: bool) -> String {
    if is_ticked { TICKED.to_owned() } else { String::new() }
}

/// What was typed or chosen.
#[derive(Debug, Clone, Copy)]
pub enum Value<'a> {
    One(&'a str),
    Several(&'a [String]),
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::One(text)
    }
}

impl<'a> From<&'a Vec<String>> for Value<'a> {
    fn from(texts: &'a Vec<String>) -> Self {
        Self::Several(texts)
    }
}

impl<'a> Value<'a> {
    /// The one text; empty for a list.
    pub fn text(self) -> &'a str {
        match self {
            Self::One(text) => text,
            Self::Several(_) => "",
        }
    }

    fn is(self, value: &str) -> bool {
        match self {
            Self::One(text) => text == value,
            Self::Several(texts) => texts.iter().any(|text| text == value),
        }
    }
}

/// A field on its way from the form to the page and from the page to its meaning. [`crate::form!`] makes it;
/// the page may say more about it ([`Field::label`] to [`Field::required`]), `shell.field(…)` shows it, and the
/// methods from [`Field::text`] on read it.
///
/// Reading notes what is wrong in the [`Check`] and gives `None` then; an empty field gives `None` too, and is
/// wrong where it is required.
#[derive(Debug, Clone)]
pub struct Field<'a> {
    declared: &'static Declaration,
    name: &'a str,
    control: Control,
    value: Value<'a>,
    error: &'a str,
    label: Option<Cow<'a, str>>,
    hint: Option<Cow<'a, str>>,
    first: Option<&'a str>,
    filled: Filled,
    max: usize,
    autocomplete: &'a str,
    choices: Option<&'a [Choice]>,
}

impl<'a> Field<'a> {
    pub fn new(declared: &'static Declaration, value: Value<'a>, errors: &'a Errors) -> Self {
        Self {
            declared,
            name: declared.name,
            control: declared.control,
            value,
            error: errors.of(declared.name),
            label: None,
            hint: None,
            first: None,
            filled: declared.filled,
            max: declared.max,
            autocomplete: declared.autocomplete,
            choices: None,
        }
    }

    // Only the page knows the following.

    /// One of several that are declared once, such as a choice for each line of a list: sent under this name.
    #[must_use]
    pub fn named(self, name: &'a str, errors: &'a Errors) -> Self {
        Self { name, error: errors.of(name), ..self }
    }

    /// Called otherwise on this page.
    #[must_use]
    pub fn label(self, label: impl Into<Cow<'a, str>>) -> Self {
        Self { label: Some(label.into()), ..self }
    }

    #[must_use]
    pub fn hint(self, hint: impl Into<Cow<'a, str>>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    #[must_use]
    pub fn first(self, first: &'a str) -> Self {
        Self { first: Some(first), ..self }
    }

    #[must_use]
    pub fn autocomplete(self, autocomplete: &'a str) -> Self {
        Self { autocomplete, ..self }
    }

    /// What can be chosen here and now. What was chosen is marked by the value, not by [`Choice::selected`].
    #[must_use]
    pub fn among(self, choices: &'a [Choice]) -> Self {
        Self { choices: Some(choices), ..self }
    }

    /// Required or optional, as it turns out.
    #[must_use]
    pub fn required(self, is_required: bool) -> Self {
        Self { filled: if is_required { Filled::Required } else { Filled::Optional }, ..self }
    }

    /// Longer or shorter than elsewhere, in characters.
    #[must_use]
    pub fn at_most(self, max: usize) -> Self {
        Self { max, ..self }
    }

    /// Carried along unseen, by a page that only asks once more.
    #[must_use]
    pub fn carried(self) -> Self {
        Self { control: Control::Hidden, ..self }
    }

    // What is known about the field.

    /// As it is declared.
    pub fn name(&self) -> &'static str {
        self.declared.name
    }

    /// The name under which it is sent, and its id on the page.
    pub fn sent_as(&self) -> &'a str {
        self.name
    }

    pub fn error(&self) -> &'a str {
        self.error
    }

    pub fn value(&self) -> Value<'a> {
        self.value
    }

    /// Nothing was typed, or nothing chosen.
    pub fn is_empty(&self) -> bool {
        match self.value {
            Value::One(text) => text.trim().is_empty(),
            Value::Several(texts) => texts.is_empty(),
        }
    }

    pub fn is_ticked(&self) -> bool {
        self.value.text() == TICKED
    }

    /// Name and value, as a form sends them: to be sent again by a page that only asks once more.
    pub fn pairs(&self) -> Vec<(&'static str, String)> {
        match self.value {
            Value::One(text) => vec![(self.name(), text.to_owned())],
            Value::Several(texts) => texts.iter().map(|text| (self.name(), text.clone())).collect(),
        }
    }

    /// Its label; empty when no person sees it.
    pub fn label_in(&self, locale: Locale) -> &str {
        self.label.as_deref().unwrap_or_else(|| self.declared.label.map_or("", |label| label(locale)))
    }

    pub fn hint_in(&self, locale: Locale) -> &str {
        self.hint.as_deref().unwrap_or_else(|| self.declared.hint.map_or("", |hint| hint(locale)))
    }

    /// The choices, with the selected ones marked.
    pub fn choices_in(&self, locale: Locale) -> Vec<Choice> {
        let mut choices = match (self.choices, self.declared.choices) {
            (Some(choices), _) => choices.to_vec(),
            (None, Some(choices)) => choices(locale),
            (None, None) => Vec::new(),
        };
        for choice in &mut choices {
            choice.selected = self.value.is(&choice.value);
        }
        choices
    }

    /// The field's value as a reader sees it: the text, or the labels of the selected choices.
    pub fn said_in(&self, locale: Locale) -> String {
        match self.declared.control {
            Control::Select | Control::Radio | Control::Checkboxes => {
                let chosen = self.choices_in(locale).into_iter().filter(|choice| choice.selected);
                chosen.map(|choice| choice.label).collect::<Vec<_>>().join(", ")
            }
            _ => self.value.text().trim().replace("\r\n", "\n"),
        }
    }

    /// What the summary of errors puts before a message; empty when the message is clear by itself.
    pub(super) fn summary_label(&self, locale: Locale) -> &str {
        if self.declared.says_itself { "" } else { self.label_in(locale) }
    }

    pub fn is_wrong(&self) -> bool {
        !self.error.is_empty()
    }

    pub(super) fn control(&self) -> Control {
        self.control
    }

    pub(super) fn declared(&self) -> &'static Declaration {
        self.declared
    }

    /// The text of the empty first choice of a select, where it has one.
    pub(super) fn first_in(&self, locale: Locale) -> Option<&str> {
        match (self.declared.has_first, self.first, self.declared.first) {
            (false, ..) => None,
            (true, Some(first), _) => Some(first),
            (true, None, Some(first)) => Some(first(locale)),
            (true, None, None) => Some(T(locale).choose()),
        }
    }

    pub(super) fn completes(&self) -> &str {
        self.autocomplete
    }

    pub(super) fn is_required(&self) -> bool {
        self.filled == Filled::Required
    }

    pub(super) fn says_optional(&self) -> bool {
        self.filled == Filled::Optional
    }

    // The field's value, read and checked.

    /// Notes that it is required and empty, or gives `value` on.
    fn present<V>(&self, check: &mut Check, value: Option<V>) -> Option<V> {
        if value.is_none() && self.is_required() && !check.is_draft {
            self.refuse_empty(check, T::form_required);
        }
        value
    }

    /// In the words of the form, where it has some for this field.
    fn refuse_empty(&self, check: &mut Check, usual: fn(T) -> &'static str) {
        match self.declared.asks {
            Some(asks) => check.errors.add(self, asks(check.t.0)),
            None => check.refuse(self, usual(check.t)),
        }
    }

    fn parsed<V>(
        &self,
        check: &mut Check,
        message: impl FnOnce() -> String,
        parse: impl FnOnce(&str) -> Option<V>,
    ) -> Option<V> {
        let typed = text::one_line(self.value.text());
        if typed.is_empty() {
            return self.present(check, None);
        }
        if cpr::looks_like_one(&typed) {
            let message = check.t.form_no_cpr();
            check.refuse(self, message);
            return None;
        }
        let parsed = parse(&typed);
        if parsed.is_none() {
            check.refuse(self, message());
        }
        parsed
    }

    fn parsed_as<V: FromStr>(&self, check: &mut Check, message: fn(T) -> &'static str) -> Option<V> {
        let t = check.t;
        self.parsed(check, || message(t).to_owned(), |text| text.parse().ok())
    }

    /// Text without a CPR-like number, no longer than declared; empty where it may be. One line, unless it is declared
    /// as a paragraph.
    pub fn text(&self, check: &mut Check) -> Option<String> {
        let shape = if self.declared.control == Control::Textarea { Shape::Paragraphs } else { Shape::Line };
        match check.clean(self.value.text(), self.max, shape) {
            Ok(text) if text.is_empty() => {
                self.present::<()>(check, None);
                (!self.is_required() || check.is_draft).then_some(text)
            }
            Ok(text) => Some(text),
            Err(message) => {
                check.refuse(self, message);
                None
            }
        }
    }

    /// As [`Field::text`], one entry for each line that is not empty.
    pub fn lines(&self, check: &mut Check) -> Option<Vec<String>> {
        let text = self.text(check)?;
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        Some(lines.map(str::to_owned).collect())
    }

    pub fn email(&self, check: &mut Check) -> Option<Email> {
        self.parsed_as(check, T::form_email)
    }

    pub fn phone(&self, check: &mut Check) -> Option<Phone> {
        self.parsed_as(check, T::form_phone)
    }

    /// Four digits that are no postcode are said to be just that.
    pub fn postcode(&self, check: &mut Check) -> Option<Postcode> {
        let typed = text::one_line(self.value.text());
        let has_four_digits = typed.len() == 4 && typed.bytes().all(|byte| byte.is_ascii_digit());
        self.parsed_as(check, if has_four_digits { T::form_postcode_unknown } else { T::form_postcode })
    }

    /// A day that is written as days are and that no calendar has is said to be just that.
    pub fn day(&self, check: &mut Check) -> Option<Day> {
        let t = check.t;
        let message = || match self.value.text().parse::<Day>() {
            Err(NotADay::Missing(day)) => t.form_no_such_day(day.trim()),
            _ => t.form_day().to_owned(),
        };
        self.parsed(check, message, |text| text.parse().ok())
    }

    /// A day in a plan: not farther ahead of `today` than anybody plans.
    pub fn day_ahead(&self, check: &mut Check, today: Day) -> Option<Day> {
        let day = self.day(check)?;
        if super::is_too_far(day, today) {
            let message = check.t.form_day_too_far(super::FARTHEST_YEARS);
            check.refuse(self, message);
            return None;
        }
        Some(day)
    }

    /// A clock time as minutes after midnight: `14:00`, `14.00`, `9.30`, `14`.
    pub fn clock(&self, check: &mut Check) -> Option<i64> {
        let message = check.t.form_time();
        self.parsed(check, || message.to_owned(), super::minute_of_day)
    }

    /// A whole number within the declared bounds.
    pub fn number(&self, check: &mut Check) -> Option<i64> {
        let (smallest, largest) = self.declared.bounds;
        let t = check.t;
        self.parsed(check, || t.form_number(largest, smallest), |text| number(text, smallest, largest))
    }

    /// A year between two others, which the message says without a separator.
    pub fn year(&self, check: &mut Check, smallest: i64, largest: i64) -> Option<i64> {
        let t = check.t;
        let message = || t.form_number(largest.to_string(), smallest.to_string());
        self.parsed(check, message, |text| number(text, smallest, largest))
    }

    /// A web address; `www.` gets its `https://`.
    pub fn url(&self, check: &mut Check) -> Option<String> {
        let message = check.t.form_url();
        self.parsed(check, || message.to_owned(), super::url)
    }

    /// One of a closed list. What is not on it was not posted by our page. A required one is missed in a draft
    /// too.
    pub fn code<C: FromStr>(&self, check: &mut Check) -> Option<C> {
        let code = self.value.text().trim().parse().ok();
        if code.is_none() && self.is_empty() && self.is_required() {
            self.refuse_empty(check, T::form_choose);
        } else if code.is_none() && !self.is_empty() {
            let message = check.t.form_choose();
            check.refuse(self, message);
        }
        code
    }

    /// The chosen keys that can be chosen, each once, in the order in which they were sent.
    pub fn keys(&self, is_known: impl Fn(&str) -> bool) -> Vec<String> {
        let Value::Several(chosen) = self.value else { return Vec::new() };
        let mut known: Vec<String> = Vec::new();
        for key in chosen {
            if is_known(key) && !known.contains(key) {
                known.push(key.clone());
            }
        }
        known
    }
}

fn number(text: &str, smallest: i64, largest: i64) -> Option<i64> {
    let number = text.replace(['.', ' '], "").parse().ok()?;
    (smallest..=largest).contains(&number).then_some(number)
}
