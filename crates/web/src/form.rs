//! Forms: what was typed is kept, what is wrong is said at the field.

mod declaration;
mod field;
mod markup;
mod summary;

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
};
use samskab_kernel::{Day, cpr, text};
use serde::de::DeserializeOwned;

pub(crate) use self::summary::in_page_order;
pub use self::{
    declaration::{Control, Declaration, FieldValue, Filled, SentTexts, Words, by_the_page, fill},
    field::{Field, TICKED, Value, ticked},
    markup::FieldMarkup,
};
use crate::{Cx, Error, Result, Services, T};

/// A posted form. Its struct has plain `String` fields (and `Vec<String>` for checkboxes), so that nothing
/// typed can be lost; what it means is parsed afterwards. [`form!`](crate::form!) declares it.
pub struct Form<F>(pub F);

impl<F: DeserializeOwned> FromRequest<Services> for Form<F> {
    type Rejection = Error;

    async fn from_request(request: Request, services: &Services) -> Result<Self> {
        let body = body_of(request, services).await?;
        serde_html_form::from_bytes(&body).map(Self).map_err(not_understood)
    }
}

/// What was posted, of whatever form.
#[samskab_store::compiled_once]
async fn body_of(request: Request, services: &Services) -> Result<Bytes> {
    Bytes::from_request(request, services)
        .await
        .map_err(|error| Error::BadRequest(format!("the form could not be read: {error}")))
}

fn not_understood(error: serde_html_form::de::Error) -> Error {
    Error::BadRequest(format!("the form could not be understood: {error}"))
}

/// A query string read like a form: unknown keys are ignored, repeated keys are lists.
pub fn query<F: DeserializeOwned + Default>(cx: &Cx) -> F {
    cx.query().and_then(|query| serde_html_form::from_str(query).ok()).unwrap_or_default()
}

/// Whether a text has one line or several. A text of one line contains no line breaks and nothing that changes the
/// direction of writing, wherever it came from (`samskab_kernel::text`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Line,
    Paragraphs,
}

/// The parameters after the question mark of an address.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    serde_html_form::from_str(query).unwrap_or_default()
}

/// How far ahead anybody plans.
const FARTHEST_YEARS: i32 = 50;

/// What is wrong, field by field, in the order in which it was noted; the page shows it in its own.
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
    /// These, and the others of fields that have none yet.
    pub fn and(mut self, others: Self) -> Self {
        let new = others.0.into_iter().filter(|other| self.of(&other.field).is_empty());
        let new: Vec<FieldError> = new.collect();
        self.0.extend(new);
        self
    }

    /// Notes what is wrong with a field, in a message that says by itself which one it is.
    pub fn add(&mut self, field: &Field<'_>, message: impl Into<String>) {
        self.note(field, "", message.into());
    }

    fn note(&mut self, field: &Field<'_>, label: &str, message: String) {
        self.0.push(FieldError { field: field.sent_as().to_owned(), label: label.to_owned(), message });
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

    /// A choice that is not selected yet: a [`Field`] marks the selected ones.
    pub fn of(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(value, label, false)
    }

    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }
}

/// What is noted while the fields of a form are read, each by the methods of its [`Field`].
///
/// ```ignore
/// let mut check = Check::new(cx.locale);
/// let title = form.title().text(&mut check);
/// let email = form.email().email(&mut check);
/// check.done()?;           // Err(Errors) if anything was wrong
/// Ok(NewTask { title: title.unwrap_or_default(), … })
/// ```
pub struct Check {
    pub t: T,
    pub errors: Errors,
    /// A draft may leave required fields empty.
    is_draft: bool,
}

impl Check {
    pub fn new(locale: samskab_kernel::Locale) -> Self {
        Self { t: T(locale), errors: Errors::default(), is_draft: false }
    }

    /// A check for a draft: required fields may be empty, but filled ones must be right.
    pub fn draft(locale: samskab_kernel::Locale) -> Self {
        Self { is_draft: true, ..Self::new(locale) }
    }

    /// Notes what is wrong with a field. The summary says its label before the message: "fill in the field" alone
    /// does not tell which one.
    pub fn refuse(&mut self, field: &Field<'_>, message: impl Into<String>) {
        self.errors.note(field, field.summary_label(self.t.0), message.into());
    }

    /// Whether something was noted of one of them.
    pub fn refuses(&self, fields: &[Field<'_>]) -> bool {
        fields.iter().any(|field| !self.errors.of(field.name()).is_empty())
    }

    /// The text as it is stored, or what is wrong with it.
    fn clean(&self, value: &str, max: usize, shape: Shape) -> Result<String, String> {
        let value = match shape {
            Shape::Line => text::one_line(value),
            Shape::Paragraphs => text::paragraphs(value),
        };
        let length = value.chars().count();
        if length > max {
            return Err(self.t.form_too_long(max, length - max));
        }
        if cpr::looks_like_one(&value) {
            return Err(self.t.form_no_cpr().to_owned());
        }
        Ok(value)
    }

    /// # Errors
    /// Everything that was noted.
    pub fn done(self) -> Result<(), Errors> {
        if self.errors.is_empty() { Ok(()) } else { Err(self.errors) }
    }
}

/// Whether what a page adds was added now. `false`: the same page, sent at the same moment, was quicker and has its id;
/// this transaction is over.
///
/// # Errors
/// Whatever else went wrong.
pub fn is_new(added: samskab_store::Result<()>) -> Result<bool> {
    match added {
        Ok(()) => Ok(true),
        Err(error) if error.is_unique_violation() => Ok(false),
        Err(error) => Err(error.into()),
    }
}

fn is_too_far(day: Day, today: Day) -> bool {
    day > today.plus_days(FARTHEST_YEARS * 365)
}

/// A web address; `www.` gets its `https://`.
fn url(text: &str) -> Option<String> {
    let url = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
    let host = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    let name = host.split('/').next()?;
    (name.contains('.') && !url.chars().any(char::is_whitespace) && url.len() <= 500).then_some(url)
}

fn minute_of_day(text: &str) -> Option<i64> {
    let text = text.trim().trim_start_matches("kl").trim_start_matches('.').trim();
    let (hours, minutes) = match text.split_once([':', '.']) {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes.parse::<i64>().ok()?),
        Some(_) => return None,
        // A time as people write it in a plan: "1415".
        None if text.len() == 4 && text.is_ascii() => {
            let (hours, minutes) = text.split_at(2);
            (hours, minutes.parse::<i64>().ok()?)
        }
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
        for (text, minutes) in [
            ("14:00", 840),
            ("14.00", 840),
            ("9.30", 570),
            ("9", 540),
            ("kl. 9", 540),
            ("00:00", 0),
            ("1415", 855),
            ("0930", 570),
        ] {
            assert_eq!(minute_of_day(text), Some(minutes), "{text}");
        }
        for wrong in ["24:00", "14:60", "14:0", "middag", "", "1460", "2415", "930", "-930"] {
            assert_eq!(minute_of_day(wrong), None, "{wrong}");
        }
    }

    crate::form! {
        /// Words of the frame serve as labels here.
        struct CardForm {
            name: text(menu).at_most(80),
            title: text(menu).asks(print),
            about: paragraph(steps).at_most(80),
            email: email(main_navigation),
            phone: phone(pagination).optional(),
            website: url(print).optional(),
            from: day(choose),
        }
    }

    #[test]
    fn nobody_plans_for_the_year_9999() {
        let today = Day::of(2026, 11, 22);
        let from = |typed: &str| CardForm { from: typed.to_owned(), ..CardForm::default() };
        let mut check = Check::new(Locale::Da);
        assert_eq!(from("2075-01-01").from().day_ahead(&mut check, today), Some(Day::of(2075, 1, 1)));
        assert_eq!(from("31-12-9999").from().day_ahead(&mut check, today), None);
        assert!(check.errors.of("from").contains("50 år"), "{}", check.errors.of("from"));
    }

    #[test]
    fn a_line_takes_no_line_break_and_an_e_mail_address_no_number_of_a_person() {
        let mut check = Check::new(Locale::Da);
        let pasted = "Aktiv\r\nBcc: alle\u{2028}\u{202e}".to_owned();
        let form = CardForm {
            name: pasted.clone(),
            about: pasted,
            phone: "\u{202a}12 34 56 78\u{202c}".to_owned(),
            ..CardForm::default()
        };
        assert_eq!(form.name().text(&mut check).as_deref(), Some("Aktiv Bcc: alle"));
        assert_eq!(form.about().text(&mut check).as_deref(), Some("Aktiv\nBcc: alle\n"));
        let phone = form.phone().phone(&mut check);
        assert_eq!(phone.map(|phone| phone.spaced()).as_deref(), Some("12 34 56 78"));
        let number = cpr::made_up();
        let form = CardForm {
            email: format!("{number}@post.example"),
            website: format!("https://post.example/{number}"),
            phone: number,
            ..CardForm::default()
        };
        assert_eq!(form.email().email(&mut check), None);
        assert_eq!(form.phone().phone(&mut check), None);
        assert_eq!(form.website().url(&mut check), None);
        let errors = check.done().unwrap_err();
        for field in ["email", "phone", "website"] {
            assert!(errors.of(field).contains("CPR"), "{field}: {}", errors.of(field));
        }
    }

    #[test]
    fn every_wrong_field_is_said_at_once_in_the_readers_language() {
        let t = T(Locale::Da);
        let mut check = Check::new(Locale::Da);
        let form =
            CardForm { name: "  ".to_owned(), email: "ikke en mail".to_owned(), ..CardForm::default() };
        assert_eq!(form.name().text(&mut check), None);
        assert_eq!(form.title().text(&mut check), None);
        assert_eq!(form.email().email(&mut check), None);
        assert_eq!(form.phone().phone(&mut check), None);
        check.errors.add(&form.website(), "Hjemmesiden svarer ikke.");
        let errors = check.done().unwrap_err();
        assert_eq!(errors.0.len(), 4);
        assert_eq!(errors.of("name"), t.form_required());
        assert_eq!(errors.of("title"), t.print(), "a form asks in its own words");
        assert_eq!(errors.of("phone"), "");
        let labels: Vec<&str> = errors.0.iter().map(|error| error.label.as_str()).collect();
        assert_eq!(labels, [t.menu(), "", t.main_navigation(), ""], "the summary can say which field it is");
    }
}
