//! Forms: what was typed is kept, what is wrong is said at the field.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use samskab_kernel::{
    Day,
    contact::{Email, Phone, Postcode},
    cpr,
};
use serde::de::DeserializeOwned;

use crate::{Cx, Error, Result, T, app::Services};

/// A posted form. Its struct has plain `String` fields (and `Vec<String>` for checkboxes) with
/// `#[serde(default)]`, so that nothing typed can be lost; what it means is parsed afterwards.
pub struct Form<F>(pub F);

impl<F: DeserializeOwned> FromRequest<Services> for Form<F> {
    type Rejection = Error;

    async fn from_request(request: Request, services: &Services) -> Result<Self> {
        let body = Bytes::from_request(request, services)
            .await
            .map_err(|error| Error::BadRequest(format!("the form could not be read: {error}")))?;
        serde_html_form::from_bytes(&body)
            .map(Self)
            .map_err(|error| Error::BadRequest(format!("the form could not be understood: {error}")))
    }
}

/// A query string read like a form: unknown keys are ignored, repeated keys are lists.
pub fn query<F: DeserializeOwned + Default>(cx: &Cx) -> F {
    cx.query().and_then(|query| serde_html_form::from_str(query).ok()).unwrap_or_default()
}

/// How far ahead anybody plans.
const FARTHEST_YEARS: i32 = 50;

/// What is wrong, field by field, in the order of the form.
#[derive(Debug, Clone, Default)]
pub struct Errors(pub Vec<FieldError>);

#[derive(Debug, Clone)]
pub struct FieldError {
    /// The field's name and id.
    pub field: String,
    /// What the field is called on the page; empty when the message says it by itself.
    pub label: String,
    pub message: String,
}

impl Errors {
    pub fn add(&mut self, field: &str, message: impl Into<String>) {
        self.0.push(FieldError { field: field.to_owned(), label: String::new(), message: message.into() });
    }

    /// The message at a field; empty when there is none.
    pub fn of(&self, field: &str) -> &str {
        self.0.iter().find(|error| error.field == field).map_or("", |error| error.message.as_str())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A choice in a select, radio or checkbox group.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub hint: String,
    pub selected: bool,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>, selected: bool) -> Self {
        Self { value: value.into(), label: label.into(), hint: String::new(), selected }
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// Reads fields one after the other and notes what is wrong with them. Each method gives
/// `Some` of the value, or `None` after noting an error.
///
/// ```ignore
/// let mut check = Check::new(cx.locale);
/// check.labels(&[("title", t.field_title()), ("email", t.field_email())]);
/// let title = check.required("title", &form.title, 120);
/// let email = check.email("email", &form.email);
/// check.done()?;           // Err(Errors) if anything was wrong
/// Ok(NewTask { title: title.unwrap_or_default(), … })
/// ```
pub struct Check {
    pub t: T,
    pub errors: Errors,
    labels: Vec<(String, String)>,
}

impl Check {
    pub fn new(locale: samskab_kernel::Locale) -> Self {
        Self { t: T(locale), errors: Errors::default(), labels: Vec::new() }
    }

    /// What the fields are called on the page. The summary says it before the message: "fill in the
    /// field" alone does not tell which one. Said before the fields are read.
    pub fn labels(&mut self, labels: &[(&str, &str)]) {
        let owned = labels.iter().map(|(field, label)| ((*field).to_owned(), (*label).to_owned()));
        self.labels.extend(owned);
    }

    pub fn error(&mut self, field: &str, message: impl Into<String>) {
        let known = self.labels.iter().find(|(known, _)| known == field);
        let label = known.map(|(_, label)| label.clone()).unwrap_or_default();
        self.errors.0.push(FieldError { field: field.to_owned(), label, message: message.into() });
    }

    /// Text that may be empty, at most `max` characters, without a CPR-like number.
    pub fn text(&mut self, field: &str, value: &str, max: usize) -> Option<String> {
        // PostgreSQL stores no zero character, and nobody types one.
        let value = value.trim().replace("\r\n", "\n").replace('\0', "");
        let length = value.chars().count();
        if length > max {
            let message = self.t.form_too_long(max, length - max);
            self.error(field, message);
            return None;
        }
        if cpr::looks_like_one(&value) {
            let message = self.t.form_no_cpr();
            self.error(field, message);
            return None;
        }
        Some(value)
    }

    /// Text that must be there.
    pub fn required(&mut self, field: &str, value: &str, max: usize) -> Option<String> {
        let text = self.text(field, value, max)?;
        if text.is_empty() {
            let message = self.t.form_required();
            self.error(field, message);
            return None;
        }
        Some(text)
    }

    /// `Some(None)` when the field is empty.
    fn optional<V>(
        &mut self,
        field: &str,
        value: &str,
        message: &'static str,
        parse: impl Fn(&str) -> Option<V>,
    ) -> Option<Option<V>> {
        let value = value.trim();
        if value.is_empty() {
            return Some(None);
        }
        let parsed = parse(value);
        if parsed.is_none() {
            self.error(field, message);
            return None;
        }
        Some(parsed)
    }

    fn present<V>(&mut self, field: &str, value: Option<Option<V>>) -> Option<V> {
        let value = value?;
        if value.is_none() {
            let message = self.t.form_required();
            self.error(field, message);
        }
        value
    }

    pub fn optional_email(&mut self, field: &str, value: &str) -> Option<Option<Email>> {
        let message = self.t.form_email();
        self.optional(field, value, message, |text| text.parse().ok())
    }

    pub fn email(&mut self, field: &str, value: &str) -> Option<Email> {
        let value = self.optional_email(field, value);
        self.present(field, value)
    }

    pub fn optional_phone(&mut self, field: &str, value: &str) -> Option<Option<Phone>> {
        let message = self.t.form_phone();
        self.optional(field, value, message, |text| text.parse().ok())
    }

    pub fn phone(&mut self, field: &str, value: &str) -> Option<Phone> {
        let value = self.optional_phone(field, value);
        self.present(field, value)
    }

    pub fn optional_postcode(&mut self, field: &str, value: &str) -> Option<Option<Postcode>> {
        let message = self.t.form_postcode();
        self.optional(field, value, message, |text| text.parse().ok())
    }

    pub fn optional_day(&mut self, field: &str, value: &str) -> Option<Option<Day>> {
        let message = self.t.form_day();
        self.optional(field, value, message, |text| text.parse().ok())
    }

    pub fn day(&mut self, field: &str, value: &str) -> Option<Day> {
        let value = self.optional_day(field, value);
        self.present(field, value)
    }

    /// A day in a plan: at most [`FARTHEST_YEARS`] ahead of `today`. 9999 is a slip of the hand, or a spreadsheet's
    /// way of saying “never”, and would stand there for good.
    pub fn day_ahead(&mut self, field: &str, value: &str, today: Day) -> Option<Day> {
        let day = self.day(field, value)?;
        let latest = today.plus_days(FARTHEST_YEARS * 365);
        if day > latest {
            let message = self.t.form_day_too_far(FARTHEST_YEARS);
            self.error(field, message);
            return None;
        }
        Some(day)
    }

    /// A clock time as minutes after midnight: `14:00`, `14.00`, `9.30`, `14`.
    pub fn optional_minute(&mut self, field: &str, value: &str) -> Option<Option<i64>> {
        let message = self.t.form_time();
        self.optional(field, value, message, minute_of_day)
    }

    pub fn optional_number(
        &mut self,
        field: &str,
        value: &str,
        range: std::ops::RangeInclusive<i64>,
    ) -> Option<Option<i64>> {
        let message = self.t.form_number(*range.end(), *range.start());
        self.number_in(field, value, range, message)
    }

    /// As [`Check::optional_number`]; a year is said without a separator.
    pub fn optional_year(
        &mut self,
        field: &str,
        value: &str,
        range: std::ops::RangeInclusive<i64>,
    ) -> Option<Option<i64>> {
        let message = self.t.form_number(range.end().to_string(), range.start().to_string());
        self.number_in(field, value, range, message)
    }

    fn number_in(
        &mut self,
        field: &str,
        value: &str,
        range: std::ops::RangeInclusive<i64>,
        message: String,
    ) -> Option<Option<i64>> {
        let value = value.trim();
        if value.is_empty() {
            return Some(None);
        }
        match value.replace(['.', ' '], "").parse::<i64>() {
            Ok(number) if range.contains(&number) => Some(Some(number)),
            _ => {
                self.error(field, message);
                None
            }
        }
    }

    /// One of a closed list. What is not on it was not posted by our page.
    pub fn code<C: std::str::FromStr>(&mut self, field: &str, value: &str) -> Option<C> {
        match value.trim().parse() {
            Ok(code) => Some(code),
            Err(_) => {
                let message = self.t.form_choose();
                self.error(field, message);
                None
            }
        }
    }

    /// A web address; `www.` gets its `https://`.
    pub fn optional_url(&mut self, field: &str, value: &str) -> Option<Option<String>> {
        let message = self.t.form_url();
        self.optional(field, value, message, |text| {
            let url = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
            let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
            let name = host.split('/').next()?;
            (name.contains('.') && !url.chars().any(char::is_whitespace) && url.len() <= 500).then_some(url)
        })
    }

    /// # Errors
    /// Everything that was noted.
    pub fn done(self) -> Result<(), Errors> {
        if self.errors.is_empty() { Ok(()) } else { Err(self.errors) }
    }
}

fn minute_of_day(text: &str) -> Option<i64> {
    let text = text.trim().trim_start_matches("kl").trim_start_matches('.').trim();
    let (hours, minutes) = match text.split_once([':', '.']) {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes.parse::<i64>().ok()?),
        Some(_) => return None,
        None => (text, 0),
    };
    let hours = hours.parse::<i64>().ok()?;
    ((0..24).contains(&hours) && (0..60).contains(&minutes)).then_some(hours * 60 + minutes)
}

#[cfg(test)]
mod tests {
    use samskab_kernel::Locale;

    use super::*;

    #[test]
    fn clock_times_as_people_type_them() {
        for (text, minutes) in
            [("14:00", 840), ("14.00", 840), ("9.30", 570), ("9", 540), ("kl. 9", 540), ("00:00", 0)]
        {
            assert_eq!(minute_of_day(text), Some(minutes), "{text}");
        }
        for wrong in ["24:00", "14:60", "14:0", "middag", ""] {
            assert_eq!(minute_of_day(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn nobody_plans_for_the_year_9999() {
        let today = Day::of(2026, 11, 22);
        let mut check = Check::new(Locale::Da);
        assert_eq!(check.day_ahead("from", "2075-01-01", today), Some(Day::of(2075, 1, 1)));
        assert_eq!(check.day_ahead("from", "31-12-9999", today), None);
        assert!(check.errors.of("from").contains("50 år"), "{}", check.errors.of("from"));
    }

    #[test]
    fn every_wrong_field_is_said_at_once_in_the_readers_language() {
        let mut check = Check::new(Locale::Da);
        check.labels(&[("name", "Navn")]);
        assert_eq!(check.required("name", "  ", 80), None);
        assert_eq!(check.email("email", "ikke en mail"), None);
        assert_eq!(check.optional_phone("phone", ""), Some(None));
        let errors = check.done().unwrap_err();
        assert_eq!(errors.0.len(), 2);
        assert!(errors.of("name").contains("Udfyld"), "{}", errors.of("name"));
        assert_eq!(errors.of("phone"), "");
        let labels: Vec<&str> = errors.0.iter().map(|error| error.label.as_str()).collect();
        assert_eq!(labels, ["Navn", ""], "the summary can say which field it is");
    }
}
