//! What was typed, what it means, and what it changes in the document.

use std::collections::BTreeMap;

use samskab_kernel::Locale;
use samskab_web::{
    Check, Errors,
    assets::{Theme, ThemeError},
};
use serde_json::{Map, Value};

use super::field::{self, Field, Kind};
use crate::T;

/// The settings as they stand: the municipality's name and the document.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Settings {
    pub name: String,
    pub document: Value,
}

impl Settings {
    fn at(&self, field: &Field) -> Option<Value> {
        if field.path.is_empty() {
            return Some(Value::from(self.name.clone()));
        }
        field.path.iter().try_fold(&self.document, |value, key| value.get(key)).cloned()
    }

    fn put(&mut self, field: &Field, value: Value) {
        let Some((last, above)) = field.path.split_last() else {
            self.name = value.as_str().unwrap_or_default().to_owned();
            return;
        };
        let mut place = &mut self.document;
        for key in above {
            make_object(place);
            place = &mut place[*key];
        }
        make_object(place);
        match value {
            Value::Null => drop(place.as_object_mut().map(|object| object.remove(*last))),
            value => place[*last] = value,
        }
    }
}

/// What is no object cannot hold a key.
fn make_object(value: &mut Value) {
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
}

/// The form, field by field, as it was typed. Names that no field has are ignored.
#[derive(Debug, Clone, Default)]
pub(super) struct Typed(BTreeMap<String, String>);

impl From<Vec<(String, String)>> for Typed {
    fn from(pairs: Vec<(String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }
}

impl Typed {
    /// The settings as the form shows them.
    pub fn of(settings: &Settings) -> Self {
        let show = |field: Field| {
            let text = match settings.at(&field) {
                Some(Value::String(text)) => text,
                Some(Value::Bool(true)) => "ja".to_owned(),
                Some(Value::Number(number)) => number.to_string(),
                _ => String::new(),
            };
            (field.name, text)
        };
        Self(field::all().map(show).collect())
    }

    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The settings with what was typed.
    ///
    /// # Errors
    /// Everything that is wrong, at its field.
    pub fn laid_over(&self, settings: &Settings, locale: Locale) -> Result<Settings, Errors> {
        let mut check = Check::new(locale);
        for field in field::all() {
            check.labels(&[(field.name.as_str(), (field.label)(T(locale)))]);
        }
        let mut changed = settings.clone();
        for field in field::all() {
            if let Some(value) = read(&field, self.get(&field.name), &mut check, T(locale))
                && !same(settings.at(&field).as_ref(), &value, field.kind)
            {
                changed.put(&field, value);
            }
        }
        self.check_colours(&mut check, T(locale));
        self.check_days(&changed, &mut check, T(locale));
        check.done()?;
        Ok(changed)
    }

    fn check_colours(&self, check: &mut Check, t: T) {
        let [colour, dark, on_colour] =
            ["colour", "colour_dark", "on_colour"].map(|name| self.get(name).trim());
        if let Err(ThemeError::TooLittleContrast) = Theme::new(colour, dark, on_colour) {
            let worst = Theme::weakest_contrast(colour, dark, on_colour).unwrap_or_default();
            check.error("colour", t.settings_contrast_error(ratio(t, worst)));
        }
    }

    /// Asking about a task that has already expired makes no sense.
    fn check_days(&self, changed: &Settings, check: &mut Check, t: T) {
        let number = |key: &str| changed.document.get("volunteering")?.get(key)?.as_i64();
        if let (Some(ask), Some(lifetime)) =
            (number("ask_if_current_after_days"), number("task_lifetime_days"))
            && ask >= lifetime
        {
            check.error("ask_if_current_after_days", t.settings_ask_error(lifetime));
        }
    }
}

/// `4,52:1`, rounded down: 4.49 must not look like 4.5.
pub(super) fn ratio(t: T, contrast: f64) -> String {
    let text = format!("{:.1}", (contrast * 10.0).floor() / 10.0);
    format!("{}:1", if t.0 == Locale::Da { text.replace('.', ",") } else { text })
}

fn read(field: &Field, text: &str, check: &mut Check, t: T) -> Option<Value> {
    let name = &field.name;
    let value = match field.kind {
        Kind::Line(max) | Kind::Lines(max) => check.text(name, text, max)?.into(),
        Kind::Name(max) => check.required(name, text, max)?.into(),
        Kind::Phone => {
            check.optional_phone(name, text)?.map(|phone| phone.spaced()).unwrap_or_default().into()
        }
        Kind::Email => {
            check.optional_email(name, text)?.map(|email| email.to_string()).unwrap_or_default().into()
        }
        Kind::Tick => Value::Bool(!text.is_empty()),
        Kind::Number(min, max) => {
            check.optional_number(name, text, min..=max)?.map_or(Value::Null, Value::from)
        }
        Kind::Choice(choices) => {
            let code =
                if text.is_empty() { choices.first() } else { choices.iter().find(|one| one.0 == text) };
            let Some((code, _)) = code else {
                check.error(name, t.settings_choice_error());
                return None;
            };
            (*code).into()
        }
        Kind::Colour => {
            let colour = text.trim().to_lowercase();
            if Theme::weakest_contrast(&colour, &colour, &colour).is_none() {
                check.error(name, t.settings_colour_error());
                return None;
            }
            colour.into()
        }
        Kind::Statement => {
            let url = check.optional_url(name, text)?.unwrap_or_default();
            let rest = url.strip_prefix("https://was.digst.dk/");
            if !url.is_empty() && rest.is_none_or(str::is_empty) {
                check.error(name, t.settings_statement_error());
                return None;
            }
            url.into()
        }
    };
    Some(value)
}

/// Nothing, an empty text, no tick and the usual choice are the same: what was not touched is not a change.
fn same(before: Option<&Value>, after: &Value, kind: Kind) -> bool {
    let empty = [Value::Null, Value::from(""), Value::Bool(false)];
    match (before, kind) {
        (Some(before), _) => before == after,
        (None, Kind::Choice(choices)) => choices.first().is_some_and(|usual| after == usual.0),
        (None, _) => empty.contains(after),
    }
}

/// The keys of what differs, in the order of the page.
pub(super) fn changed_keys(before: &Settings, after: &Settings) -> Vec<String> {
    let differs = |field: &Field| before.at(field) != after.at(field);
    field::all().filter(differs).map(|field| field.key()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn settings() -> Settings {
        let document = json!({
            "profile": { "tagline": "Frivillig i Fjordlund", "tagline_en": "Volunteer in Fjordlund", "colour": "#0b5563",
                         "colour_dark": "#083e49", "on_colour": "#ffffff", "crest": "en krone" },
            "volunteering": { "promise_days": 3, "unit_tasks_need_approval": true, "task_lifetime_days": 180,
                              "ask_if_current_after_days": 60 },
            "organisation": { "vocabulary": { "coordinator": { "da": "Koordinator", "en": "Coordinator",
                                                               "aliases": ["tovholder"] } } },
            "map": { "zoom": 3 },
        });
        Settings { name: "Fjordlund Kommune".into(), document }
    }

    fn typing(changes: &[(&str, &str)]) -> Typed {
        let mut typed = Typed::of(&settings());
        for (name, text) in changes {
            typed.0.insert((*name).to_owned(), (*text).to_owned());
        }
        typed
    }

    #[test]
    fn the_page_as_it_stands_changes_nothing() {
        let after = typing(&[]).laid_over(&settings(), Locale::Da).unwrap();
        assert_eq!(after, settings());
        assert!(changed_keys(&settings(), &after).is_empty());
    }

    #[test]
    fn every_preset_can_be_saved_as_it_is() {
        for preset in crate::preset::presets() {
            let settings =
                Settings { name: preset.municipality.name.clone(), document: preset.settings(None) };
            let after = Typed::of(&settings).laid_over(&settings, Locale::Da);
            assert_eq!(after.map_err(|errors| errors.0).unwrap(), settings);
        }
    }

    #[test]
    fn only_what_was_typed_changes_and_unknown_keys_stay() {
        let typed =
            typing(&[("phone", "12345678"), ("word-coordinator-da", "Tovholder"), ("name", "Fjordlund")]);
        let after = typed.laid_over(&settings(), Locale::Da).unwrap();
        let mut expected = settings();
        expected.name = "Fjordlund".into();
        expected.document["profile"]["phone"] = "12 34 56 78".into();
        expected.document["organisation"]["vocabulary"]["coordinator"]["da"] = "Tovholder".into();
        assert_eq!(after, expected);
        assert_eq!(
            changed_keys(&settings(), &after),
            ["name", "profile.phone", "organisation.vocabulary.coordinator.da"]
        );
    }

    #[test]
    fn an_empty_number_goes_back_to_the_usual_one_and_an_unticked_rule_is_off() {
        let after = typing(&[("promise_days", ""), ("unit_tasks_need_approval", "")])
            .laid_over(&settings(), Locale::Da);
        let rules = &after.unwrap().document["volunteering"];
        assert_eq!(rules.get("promise_days"), None);
        assert_eq!(rules["unit_tasks_need_approval"], false);
    }

    #[test]
    fn everything_wrong_is_said_at_its_field() {
        let wrong = [
            ("name", " "),
            ("phone", "ring til os"),
            ("accessibility_statement", "https://fjordlund.example/erklaering"),
            ("colour", "blå"),
            ("promise_days", "21"),
        ];
        let errors = typing(&wrong).laid_over(&settings(), Locale::Da).unwrap_err();
        let fields: Vec<&str> = errors.0.iter().map(|error| error.field.as_str()).collect();
        assert_eq!(fields, ["name", "phone", "accessibility_statement", "colour", "promise_days"]);
    }

    #[test]
    fn colours_that_hide_the_text_are_refused_with_the_number() {
        let errors = typing(&[("colour", "#ffd200")]).laid_over(&settings(), Locale::Da).unwrap_err();
        assert!(
            errors.of("colour").contains("1,4:1") && errors.of("colour").contains("4,5:1"),
            "{}",
            errors.of("colour")
        );
    }

    #[test]
    fn one_of_several_is_chosen_and_the_usual_one_untouched_is_no_change() {
        let gates = |code: &str| typing(&[("declaration_gates", code)]).laid_over(&settings(), Locale::Da);
        for untouched in ["", "nothing"] {
            assert_eq!(gates(untouched).unwrap(), settings(), "{untouched:?}");
        }
        assert_eq!(gates("children").unwrap().document["volunteering"]["declaration_gates"], "children");
        assert!(!gates("nogle").unwrap_err().of("declaration_gates").is_empty());
    }

    #[test]
    fn nobody_is_asked_about_a_task_after_it_has_expired() {
        let errors =
            typing(&[("ask_if_current_after_days", "180")]).laid_over(&settings(), Locale::En).unwrap_err();
        assert!(!errors.of("ask_if_current_after_days").is_empty());
    }

    #[test]
    fn a_document_that_was_not_an_object_becomes_one_where_it_must() {
        let bare = Settings { name: "Fjordlund".into(), document: json!({ "profile": "?" }) };
        let after = typing(&[]).laid_over(&bare, Locale::Da).unwrap();
        assert_eq!(after.document["profile"]["tagline"], "Frivillig i Fjordlund");
    }
}
