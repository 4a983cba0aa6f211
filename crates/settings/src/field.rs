//! The settings: the name of each, its place in the document, and what may be typed. There are too many of them, and
//! their page is too regular, for a form of its own: each declares its field here, next to its path, and the page
//! shows and reads them one after the other.

use std::sync::LazyLock;

use samskab_web::{
    Errors,
    form::{Declaration, Field, by_the_page},
    stored,
};

use crate::T;

/// The longest list of closing days, in characters.
pub(super) const CLOSING_DAYS: usize = 2000;

/// The longest text of an agreement, in characters.
const AGREEMENT: usize = 12_000;

type Text = fn(T) -> &'static str;

/// What may be typed.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Kind {
    /// One line, with its longest length in characters.
    Line(usize),
    /// One line that must be there.
    Name(usize),
    /// Several lines.
    Lines(usize),
    /// The text of agreements, with names in curly brackets.
    Agreement,
    Phone,
    Email,
    /// The address of the accessibility statement (law B.8).
    Statement,
    /// A line for each closing day.
    ClosingDays,
    /// `#rrggbb`
    Colour,
    Tick,
    /// Empty: the default number.
    Number(i64, i64),
    /// One of these codes, the usual one first.
    Choice(&'static [(&'static str, Text)]),
}

impl Kind {
    fn declare(self, name: &'static str) -> Declaration {
        let label = by_the_page;
        match self {
            Self::Line(max) => Declaration::text(name, label).optional().at_most(max),
            Self::Name(max) => Declaration::text(name, label).at_most(max),
            Self::Lines(max) => Declaration::paragraph(name, label).optional().rows(3).max(max),
            Self::Agreement => Declaration::paragraph(name, label).optional().rows(12).max(AGREEMENT),
            Self::Phone => Declaration::phone(name, label).optional(),
            Self::Email => Declaration::email(name, label).optional(),
            Self::Statement => Declaration::url(name, label).optional(),
            Self::ClosingDays => Declaration::paragraph(name, label).optional().rows(4).max(CLOSING_DAYS),
            Self::Colour => Declaration::text(name, label).width("s"),
            Self::Tick => Declaration::tick(name, label),
            Self::Number(min, max) => Declaration::number(name, label).optional().between(min, max),
            Self::Choice(_) => Declaration::radio(name, label),
        }
    }
}

#[derive(Debug)]
pub(crate) struct Setting {
    declared: Declaration,
    /// Its path in the document; empty: the municipality's name, which is stored separately.
    pub path: Vec<&'static str>,
    pub label: Text,
    pub hint: Option<Text>,
    pub kind: Kind,
}

impl Setting {
    fn new(name: &'static str, path: Vec<&'static str>, label: Text, kind: Kind) -> Self {
        Self { declared: kind.declare(name), path, label, hint: None, kind }
    }

    fn hint(self, hint: Text) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// Name and id in the form.
    pub(crate) fn name(&self) -> &'static str {
        self.declared.name
    }

    /// Its field, with the typed value.
    pub(crate) fn field<'a>(&'static self, typed: &'a String, errors: &'a Errors, t: T) -> Field<'a> {
        Field::new(&self.declared, typed.into(), errors).label((self.label)(t))
    }

    /// Its key in the book of events.
    pub(crate) fn key(&self) -> String {
        if self.path.is_empty() { self.name().to_owned() } else { self.path.join(".") }
    }
}

/// Settings that are decided together and saved as one group.
pub(crate) struct Group {
    /// The group's key in its form and in the address of its place on the page.
    pub key: &'static str,
    pub heading: Text,
    pub text: Text,
    pub settings: Vec<Setting>,
}

const PROFILE: &str = "profile";
/// Read by the context of volunteering, by each part its own fields: its `Settings` have the usual values.
const VOLUNTEERING: &str = "volunteering";

/// Which tasks of associations wait for the yearly declaration (law B.4).
const GATES: &[(&str, Text)] = &[
    ("nothing", T::settings_gates_nothing),
    ("children", T::settings_gates_children),
    ("all", T::settings_gates_all),
];

/// All groups of the page except the words.
pub(crate) static GROUPS: LazyLock<Vec<Group>> = LazyLock::new(|| {
    let profile = |key, label, kind| Setting::new(key, vec![PROFILE, key], label, kind);
    let rule = |key, label, kind| Setting::new(key, vec![VOLUNTEERING, key], label, kind);
    vec![
        Group {
            key: "name",
            heading: T::settings_name_heading,
            text: T::settings_name_text,
            settings: vec![
                Setting::new("name", Vec::new(), T::settings_name, Kind::Name(80))
                    .hint(T::settings_name_hint),
                profile("tagline", T::settings_tagline, Kind::Name(80)).hint(T::settings_tagline_hint),
                profile("tagline_en", T::settings_tagline_en, Kind::Name(80)),
                profile("slogan", T::settings_slogan, Kind::Line(120)).hint(T::settings_slogan_hint),
                profile("slogan_en", T::settings_slogan_en, Kind::Line(120)),
                profile("welcome", T::settings_welcome, Kind::Lines(600)).hint(T::settings_welcome_hint),
                profile("welcome_en", T::settings_welcome_en, Kind::Lines(600)),
            ],
        },
        Group {
            key: "contact",
            heading: T::settings_contact_heading,
            text: T::settings_contact_text,
            settings: vec![
                profile("phone", T::settings_phone, Kind::Phone),
                profile("email", T::settings_email, Kind::Email),
                profile("address", T::settings_address, Kind::Lines(200)),
                profile("opening_hours", T::settings_opening_hours, Kind::Lines(300)),
                profile("opening_hours_en", T::settings_opening_hours_en, Kind::Lines(300)),
            ],
        },
        Group {
            key: "statement",
            heading: T::settings_statement_heading,
            text: T::settings_statement_text,
            settings: vec![
                profile("accessibility_statement", T::settings_statement, Kind::Statement)
                    .hint(T::settings_statement_hint),
            ],
        },
        Group {
            key: "colours",
            heading: T::settings_colours_heading,
            text: T::settings_colours_text,
            settings: vec![
                profile("colour", T::settings_colour, Kind::Colour).hint(T::settings_colour_hint),
                profile("colour_dark", T::settings_colour_dark, Kind::Colour)
                    .hint(T::settings_colour_dark_hint),
                profile("on_colour", T::settings_on_colour, Kind::Colour).hint(T::settings_on_colour_hint),
            ],
        },
        Group {
            key: "rules",
            heading: T::settings_rules_heading,
            text: T::settings_rules_text,
            settings: vec![
                rule("promise_days", T::settings_promise_days, Kind::Number(1, 20))
                    .hint(T::settings_promise_days_hint),
                rule("unit_tasks_need_approval", T::settings_unit_approval, Kind::Tick)
                    .hint(T::settings_unit_approval_hint),
                rule("association_first_task_needs_approval", T::settings_association_approval, Kind::Tick)
                    .hint(T::settings_association_approval_hint),
                rule("task_lifetime_days", T::settings_lifetime, Kind::Number(14, 730))
                    .hint(T::settings_lifetime_hint),
                rule("ask_if_current_after_days", T::settings_ask, Kind::Number(7, 365))
                    .hint(T::settings_ask_hint),
                rule("closing_days", T::settings_closing_days, Kind::ClosingDays)
                    .hint(T::settings_closing_days_hint),
            ],
        },
        Group {
            key: "volunteers",
            heading: T::settings_volunteers_heading,
            text: T::settings_volunteers_text,
            settings: vec![
                rule("invitation_budget_per_week", T::settings_invitation_budget, Kind::Number(1, 20))
                    .hint(T::settings_invitation_budget_hint),
                rule("invitation_cooldown_days", T::settings_invitation_cooldown, Kind::Number(1, 180))
                    .hint(T::settings_invitation_cooldown_hint),
                rule("engagement_talk_days", T::settings_talk, Kind::Number(7, 365))
                    .hint(T::settings_talk_hint),
                rule("engagement_retention_days", T::settings_engagement_retention, Kind::Number(30, 1825))
                    .hint(T::settings_engagement_retention_hint),
                rule("agreement_text", T::settings_agreement, Kind::Agreement)
                    .hint(T::settings_agreement_hint),
                rule("agreement_text_en", T::settings_agreement_en, Kind::Agreement),
            ],
        },
        Group {
            key: "requirements",
            heading: T::settings_requirements_heading,
            text: T::settings_requirements_text,
            settings: vec![
                rule("declaration_gates", T::settings_gates, Kind::Choice(GATES))
                    .hint(T::settings_gates_hint),
                rule("certificate_months", T::settings_certificate, Kind::Number(12, 36))
                    .hint(T::settings_certificate_hint),
                rule("course_months", T::settings_course, Kind::Number(0, 120)).hint(T::settings_course_hint),
                rule("driving_licence_months", T::settings_driving_licence, Kind::Number(0, 120))
                    .hint(T::settings_driving_licence_hint),
                rule("refused_retention_days", T::settings_refused, Kind::Number(30, 365))
                    .hint(T::settings_refused_hint),
            ],
        },
        Group {
            key: "files",
            heading: T::settings_files_heading,
            text: T::settings_files_text,
            settings: vec![
                Setting::new(
                    "limit_mb",
                    vec![stored::SECTION, "limit_mb"],
                    T::settings_files_limit,
                    Kind::Number(10, 1_000_000),
                )
                .hint(T::settings_files_limit_hint),
            ],
        },
    ]
});

/// A concept for which a municipality may have its own word (the vocabulary of its preset). Only concepts that a page
/// mentions are here: the kinds of positions.
pub(crate) struct Concept {
    pub label: Text,
    /// The word in Danish and in English; empty: ours.
    pub settings: [Setting; 2],
}

/// A concept by its key in the document and, with hyphens, in the names of its fields.
macro_rules! concept {
    ($key:literal, $name:literal, $label:ident) => {{
        let word = |name, language, label| {
            let path = vec![samskab_organisation::SETTINGS_SECTION, "vocabulary", $key, language];
            Setting::new(name, path, label, Kind::Line(60))
        };
        Concept {
            label: |t| t.$label(),
            settings: [
                word(concat!("word-", $name, "-da"), "da", T::settings_word_in_danish),
                word(concat!("word-", $name, "-en"), "en", T::settings_word_in_english),
            ],
        }
    }};
}

pub(crate) static CONCEPTS: LazyLock<[Concept; 8]> = LazyLock::new(|| {
    [
        concept!("coordinator", "coordinator", position_kind_central_coordinator),
        concept!("key_person", "key-person", position_kind_key_person),
        concept!("local_role", "local-role", position_kind_local_contact),
        concept!("unit_leader", "unit-leader", position_kind_unit_leader),
        concept!("ambassador", "ambassador", position_kind_ambassador),
        concept!("ambassador_team", "ambassador-team", position_kind_ambassador_team),
        concept!("reference_director", "reference-director", position_kind_reference_director),
        concept!("administrator", "administrator", position_kind_administrator),
    ]
});

/// Every setting of the page.
pub(crate) fn all() -> impl Iterator<Item = &'static Setting> {
    let groups = GROUPS.iter().flat_map(|group| &group.settings);
    groups.chain(CONCEPTS.iter().flat_map(|concept| &concept.settings))
}

/// The section of the words.
pub(crate) const WORDS: &str = "words";

/// The sections, by their keys, in the order of the page.
pub(crate) fn sections() -> impl Iterator<Item = &'static str> {
    GROUPS.iter().map(|group| group.key).chain([WORDS])
}

/// The settings of a section; `None`: there is no such section.
pub(crate) fn of_section(key: &str) -> Option<Vec<&'static Setting>> {
    if key == WORDS {
        return Some(CONCEPTS.iter().flat_map(|concept| &concept.settings).collect());
    }
    GROUPS.iter().find(|group| group.key == key).map(|group| group.settings.iter().collect())
}

/// The page's name for a key of the book of events.
pub(crate) fn label(t: T, key: &str) -> String {
    if key == crate::hosts::KEY {
        return t.settings_hosts_heading().to_owned();
    }
    for concept in CONCEPTS.iter() {
        if concept.settings.iter().any(|setting| setting.key() == key) {
            return t.settings_word_changed((concept.label)(t));
        }
    }
    let known = GROUPS.iter().flat_map(|group| &group.settings).find(|setting| setting.key() == key);
    known.map_or_else(|| key.to_owned(), |setting| (setting.label)(t).to_owned())
}
