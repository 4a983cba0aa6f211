//! The form of the settings: what was typed, what it means, and what it changes in the document.

use std::collections::BTreeMap;

use samskab_kernel::{
    Locale,
    holiday::{ClosingDays, NotAClosingDay},
};
use samskab_web::{
    Check, Errors,
    assets::{Theme, ThemeError},
    form::Field,
};
use serde_json::{Map, Value};

use crate::T;
use crate::field::{self, Kind, Setting};

/// The municipality's name and the JSON document of its settings, as they are stored.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TenantSettings {
    pub name: String,
    pub document: Value,
}

impl TenantSettings {
    fn at(&self, setting: &Setting) -> Option<Value> {
        if setting.path.is_empty() {
            return Some(Value::from(self.name.clone()));
        }
        setting.path.iter().try_fold(&self.document, |value, key| value.get(key)).cloned()
    }

    fn put(&mut self, setting: &Setting, value: Value) {
        let Some((last, above)) = setting.path.split_last() else {
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

/// Replaces anything that is not an object by an empty one, so that a key can be put into it.
fn make_object(value: &mut Value) {
    if !value.is_object() {
        *value = Value::Object(Map::new());
    }
}

/// The form, field by field, as it was typed. Names that no field has are ignored.
#[derive(Debug, Clone, Default)]
pub(crate) struct SettingsForm(BTreeMap<String, String>);

impl From<Vec<(String, String)>> for SettingsForm {
    fn from(pairs: Vec<(String, String)>) -> Self {
        Self(pairs.into_iter().collect())
    }
}

impl SettingsForm {
    /// The settings as the form shows them.
    pub(crate) fn of(settings: &TenantSettings) -> Self {
        let show = |setting: &Setting| {
            let text = match settings.at(setting) {
                Some(Value::String(text)) => text,
                Some(Value::Bool(true)) => "ja".to_owned(),
                Some(Value::Number(number)) => number.to_string(),
                _ => String::new(),
            };
            (setting.name().to_owned(), text)
        };
        Self(field::all().map(show).collect())
    }

    /// A fingerprint of these fields. A browser writes line breaks in its own way.
    pub(crate) fn version(&self, section: &[&'static Setting]) -> String {
        let said: Vec<String> =
            section.iter().map(|setting| self.typed(setting).replace("\r\n", "\n")).collect();
        samskab_web::token::hash(&said.join("\u{1f}"))
    }

    /// With the typed values of these fields, and all others as they are stored.
    pub(crate) fn within(mut self, section: &[&'static Setting], stored: &TenantSettings) -> Self {
        let mut all = Self::of(stored);
        for setting in section {
            let typed = self.0.remove(setting.name()).unwrap_or_default();
            all.0.insert(setting.name().to_owned(), typed);
        }
        all
    }

    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The value of a field. Where one of several is always chosen and none was sent, the default is.
    pub(crate) fn typed(&self, setting: &Setting) -> String {
        match (setting.kind, self.get(setting.name())) {
            (Kind::Choice([(usual, _), ..]), "") => (*usual).to_owned(),
            (_, text) => text.to_owned(),
        }
    }

    /// The settings with what was typed.
    ///
    /// # Errors
    /// Everything that is wrong, at its field.
    pub(crate) fn laid_over(
        &self,
        settings: &TenantSettings,
        locale: Locale,
    ) -> Result<TenantSettings, Errors> {
        let (t, mut check) = (T(locale), Check::new(locale));
        let (unread, mut changed) = (Errors::default(), settings.clone());
        for setting in field::all() {
            let typed = self.typed(setting);
            let field = setting.field(&typed, &unread, t);
            if let Some(value) = read(setting.kind, &field, &mut check, t)
                && !same(settings.at(setting).as_ref(), &value, setting.kind)
            {
                // What was stored before it was looked at is in nobody's way.
                if matches!(setting.kind, Kind::Agreement) {
                    check_agreement(&field, value.as_str().unwrap_or_default(), &mut check, t);
                }
                changed.put(setting, value);
            }
            match setting.name() {
                "colour" => self.check_colours(&field, &mut check, t),
                "ask_if_current_after_days" => check_days(&field, &changed, &mut check, t),
                _ => {}
            }
        }
        name_the_words(&mut check.errors, t);
        check.done()?;
        Ok(changed)
    }

    fn check_colours(&self, field: &Field<'_>, check: &mut Check, t: T) {
        let [colour, dark, on_colour] =
            ["colour", "colour_dark", "on_colour"].map(|name| self.get(name).trim());
        if let Err(ThemeError::TooLittleContrast) = Theme::new(colour, dark, on_colour) {
            let worst = Theme::weakest_contrast(colour, dark, on_colour).unwrap_or_default();
            check.refuse(field, t.settings_contrast_error(ratio(t, worst)));
        }
    }
}

/// "På dansk" is the label of eight fields: in the summary it is said which word.
fn name_the_words(errors: &mut Errors, t: T) {
    for concept in field::CONCEPTS.iter() {
        let is_word = |name: &str| concept.settings.iter().any(|setting| setting.name() == name);
        for error in errors.0.iter_mut().filter(|error| is_word(&error.field)) {
            error.label = format!("{}, {}", (concept.label)(t), error.label.to_lowercase());
        }
    }
}

/// Asking about a task that has already expired makes no sense. Of the settings with what was typed before the field:
/// the lifetime of tasks stands above it.
fn check_days(field: &Field<'_>, changed: &TenantSettings, check: &mut Check, t: T) {
    let number = |key: &str| changed.document.get("volunteering")?.get(key)?.as_i64();
    if let (Some(ask), Some(lifetime)) = (number("ask_if_current_after_days"), number("task_lifetime_days"))
        && ask >= lifetime
    {
        check.refuse(field, t.settings_ask_error(lifetime));
    }
}

/// `4,52:1`, rounded down: 4.49 must not look like 4.5.
pub(crate) fn ratio(t: T, contrast: f64) -> String {
    let text = format!("{:.1}", (contrast * 10.0).floor() / 10.0);
    format!("{}:1", if t.0 == Locale::Da { text.replace('.', ",") } else { text })
}

/// What a field means; `None` after noting what is wrong.
fn read(kind: Kind, field: &Field<'_>, check: &mut Check, t: T) -> Option<Value> {
    let text = field.value().text();
    let value = match kind {
        Kind::Line(_) | Kind::Lines(_) | Kind::Agreement | Kind::Name(_) => field.text(check)?.into(),
        Kind::Phone => field.phone(check).map(|phone| phone.spaced()).unwrap_or_default().into(),
        Kind::Email => field.email(check).map(|email| email.to_string()).unwrap_or_default().into(),
        Kind::Tick => Value::Bool(!field.is_empty()),
        Kind::Number(..) => field.number(check).map_or(Value::Null, Value::from),
        Kind::Choice(choices) => match choices.iter().find(|one| one.0 == text) {
            Some((code, _)) => (*code).into(),
            None => {
                check.refuse(field, t.settings_choice_error());
                Value::Null
            }
        },
        Kind::ClosingDays => {
            let text = field.text(check)?;
            if let Err(NotAClosingDay(line)) = text.parse::<ClosingDays>() {
                check.refuse(field, t.settings_closing_days_error(line));
            }
            text.into()
        }
        Kind::Colour => {
            let colour = text.trim().to_lowercase();
            if Theme::weakest_contrast(&colour, &colour, &colour).is_none() {
                check.refuse(field, t.settings_colour_error());
            }
            colour.into()
        }
        Kind::Statement => {
            let url = field.url(check).unwrap_or_default();
            let rest = url.strip_prefix("https://was.digst.dk/");
            if !url.is_empty() && rest.is_none_or(str::is_empty) {
                check.refuse(field, t.settings_statement_error());
            }
            url.into()
        }
    };
    (!check.refuses(std::slice::from_ref(field))).then_some(value)
}

/// What the text of an agreement may say in curly brackets, within a line.
const IN_A_LINE: [&str; 7] = ["volunteer", "task", "place", "where", "when", "contact", "insurance"];
/// What stands for a list of points, on a line of its own.
const ON_ITS_OWN: [&str; 5] = ["does", "staff", "volunteers", "grey", "requirements"];

fn check_agreement(field: &Field<'_>, text: &str, check: &mut Check, t: T) {
    if let Some(unknown) = unknown_name(text) {
        check.refuse(field, t.settings_agreement_unknown(known_names(), unknown));
    } else if let Some(inside) = not_alone(text) {
        check.refuse(field, t.settings_agreement_alone(inside));
    }
}

/// "{volunteer}, {task} …"
fn known_names() -> String {
    let names = IN_A_LINE.iter().chain(&ON_ITS_OWN).map(|name| format!("{{{name}}}"));
    names.collect::<Vec<_>>().join(", ")
}

/// The first name that would be read as it stands by every volunteer.
fn unknown_name(text: &str) -> Option<String> {
    let is_known = |name: &&str| IN_A_LINE.contains(name) || ON_ITS_OWN.contains(name);
    let unknown = |rest: &str| match rest.split_once('}') {
        Some((name, _)) if is_known(&name) => None,
        Some((name, _)) => Some(format!("{{{name}}}")),
        // The bracket is never closed on its line.
        None => Some(format!("{{{rest}")),
    };
    text.lines().flat_map(|line| line.split('{').skip(1)).find_map(unknown)
}

/// The first list that other words of its line would be lost with.
fn not_alone(text: &str) -> Option<String> {
    let lists = ON_ITS_OWN.iter().map(|name| format!("{{{name}}}"));
    lists
        .into_iter()
        .find(|list| text.lines().any(|line| line.contains(list.as_str()) && line.trim() != list))
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
pub(crate) fn changed_keys(before: &TenantSettings, after: &TenantSettings) -> Vec<String> {
    let differs = |setting: &&Setting| before.at(setting) != after.at(setting);
    field::all().filter(differs).map(|setting| setting.key()).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn settings() -> TenantSettings {
        let document = json!({
            "profile": { "tagline": "Frivillig i Fjordlund", "tagline_en": "Volunteer in Fjordlund", "colour": "#0b5563",
                         "colour_dark": "#083e49", "on_colour": "#ffffff", "crest": "en krone" },
            "volunteering": { "promise_days": 3, "unit_tasks_need_approval": true, "task_lifetime_days": 180,
                              "ask_if_current_after_days": 60 },
            "organisation": { "vocabulary": { "coordinator": { "da": "Koordinator", "en": "Coordinator",
                                                               "aliases": ["tovholder"] } } },
            "map": { "zoom": 3 },
        });
        TenantSettings { name: "Fjordlund Kommune".into(), document }
    }

    fn typing(changes: &[(&str, &str)]) -> SettingsForm {
        let mut typed = SettingsForm::of(&settings());
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
        for preset in samskab_organisation::preset::presets() {
            let settings =
                TenantSettings { name: preset.municipality.name.clone(), document: preset.settings(None) };
            let after = SettingsForm::of(&settings).laid_over(&settings, Locale::Da);
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
    fn closing_days_are_a_line_each() {
        let days = "24-12 Juleaften\r\n12-10-2026 til 16-10-2026 Efterårsferie";
        let after = typing(&[("closing_days", days)]).laid_over(&settings(), Locale::Da).unwrap();
        let stored = after.document["volunteering"]["closing_days"].as_str().unwrap();
        assert_eq!(stored.lines().count(), 2, "{stored}");
        let wrong =
            typing(&[("closing_days", "24-12\nengang")]).laid_over(&settings(), Locale::Da).unwrap_err();
        assert!(wrong.of("closing_days").contains("engang"), "{}", wrong.of("closing_days"));
    }

    #[test]
    fn of_eight_words_the_summary_says_which_is_too_long() {
        let long = "x".repeat(61);
        let errors =
            typing(&[("word-coordinator-da", &long)]).laid_over(&settings(), Locale::Da).unwrap_err();
        let concept = (field::CONCEPTS[0].label)(T(Locale::Da));
        assert!(errors.0[0].label.starts_with(concept), "{errors:?}");
    }

    #[test]
    fn a_misspelt_name_in_the_agreement_is_refused_with_the_known_ones() {
        let saved = |text: &str| typing(&[("agreement_text", text)]).laid_over(&settings(), Locale::Da);
        for wrong in ["Hej {volunter}", "{Volunteer}", "Hej {volunteer"] {
            let errors = saved(wrong).unwrap_err();
            assert!(errors.of("agreement_text").contains("{volunteer}, {task}"), "{wrong}: {errors:?}");
        }
        let errors = saved("Du hjælper med {does}").unwrap_err();
        assert!(errors.of("agreement_text").contains("{does}"), "{errors:?}");
        assert!(saved("{volunteer} hjælper {place}.\n\n## Opgaven\n{does}").is_ok());
        assert!(saved("").is_ok());
        let mut stored = settings();
        stored.document["volunteering"]["agreement_text"] = "Hej {volunter}".into();
        let untouched = SettingsForm::of(&stored).laid_over(&stored, Locale::Da);
        assert!(untouched.is_ok(), "what was stored before is in nobody's way");
    }

    #[test]
    fn nobody_is_asked_about_a_task_after_it_has_expired() {
        let errors =
            typing(&[("ask_if_current_after_days", "180")]).laid_over(&settings(), Locale::En).unwrap_err();
        assert!(!errors.of("ask_if_current_after_days").is_empty());
    }

    #[test]
    fn a_document_that_was_not_an_object_becomes_one_where_it_must() {
        let bare = TenantSettings { name: "Fjordlund".into(), document: json!({ "profile": "?" }) };
        let after = typing(&[]).laid_over(&bare, Locale::Da).unwrap();
        assert_eq!(after.document["profile"]["tagline"], "Frivillig i Fjordlund");
    }
}
