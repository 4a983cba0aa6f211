//! The fields of the settings: what each is called, where it stands, and what may be typed.

use crate::T;

type Text = fn(T) -> &'static str;

/// What may be typed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    /// One line, with its longest length in characters.
    Line(usize),
    /// One line that must be there.
    Name(usize),
    /// Several lines.
    Lines(usize),
    Phone,
    Email,
    /// The address of the accessibility statement (law B.8).
    Statement,
    /// `#rrggbb`
    Colour,
    Tick,
    /// Empty: the usual number.
    Number(i64, i64),
    /// One of these codes, the usual one first.
    Choice(&'static [(&'static str, Text)]),
}

#[derive(Debug, Clone)]
pub(super) struct Field {
    /// Name and id in the form.
    pub name: String,
    /// Where it stands in the document; empty: the municipality's name, which stands beside it.
    pub path: Vec<&'static str>,
    pub label: Text,
    pub hint: Option<Text>,
    pub kind: Kind,
}

impl Field {
    fn new(section: &'static str, key: &'static str, label: Text, kind: Kind) -> Self {
        Self { name: key.to_owned(), path: vec![section, key], label, hint: None, kind }
    }

    fn hint(self, hint: Text) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// As it is called in the book of events.
    pub fn key(&self) -> String {
        if self.path.is_empty() { self.name.clone() } else { self.path.join(".") }
    }
}

pub(super) struct Group {
    pub heading: Text,
    pub text: Text,
    pub fields: Vec<Field>,
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

/// All groups of the page but the words.
pub(super) fn groups() -> Vec<Group> {
    let profile = |key, label, kind| Field::new(PROFILE, key, label, kind);
    let rule = |key, label, kind| Field::new(VOLUNTEERING, key, label, kind);
    vec![
        Group {
            heading: T::settings_name_heading,
            text: T::settings_name_text,
            fields: vec![
                Field {
                    name: "name".into(),
                    path: Vec::new(),
                    label: T::settings_name,
                    hint: Some(T::settings_name_hint),
                    kind: Kind::Name(80),
                },
                profile("tagline", T::settings_tagline, Kind::Name(80)).hint(T::settings_tagline_hint),
                profile("tagline_en", T::settings_tagline_en, Kind::Name(80)),
                profile("slogan", T::settings_slogan, Kind::Line(120)).hint(T::settings_slogan_hint),
                profile("slogan_en", T::settings_slogan_en, Kind::Line(120)),
                profile("welcome", T::settings_welcome, Kind::Lines(600)).hint(T::settings_welcome_hint),
                profile("welcome_en", T::settings_welcome_en, Kind::Lines(600)),
            ],
        },
        Group {
            heading: T::settings_contact_heading,
            text: T::settings_contact_text,
            fields: vec![
                profile("phone", T::settings_phone, Kind::Phone),
                profile("email", T::settings_email, Kind::Email),
                profile("address", T::settings_address, Kind::Lines(200)),
                profile("opening_hours", T::settings_opening_hours, Kind::Lines(300)),
                profile("opening_hours_en", T::settings_opening_hours_en, Kind::Lines(300)),
            ],
        },
        Group {
            heading: T::settings_statement_heading,
            text: T::settings_statement_text,
            fields: vec![
                profile("accessibility_statement", T::settings_statement, Kind::Statement)
                    .hint(T::settings_statement_hint),
            ],
        },
        Group {
            heading: T::settings_colours_heading,
            text: T::settings_colours_text,
            fields: vec![
                profile("colour", T::settings_colour, Kind::Colour).hint(T::settings_colour_hint),
                profile("colour_dark", T::settings_colour_dark, Kind::Colour)
                    .hint(T::settings_colour_dark_hint),
                profile("on_colour", T::settings_on_colour, Kind::Colour).hint(T::settings_on_colour_hint),
            ],
        },
        Group {
            heading: T::settings_rules_heading,
            text: T::settings_rules_text,
            fields: vec![
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
            ],
        },
        Group {
            heading: T::settings_volunteers_heading,
            text: T::settings_volunteers_text,
            fields: vec![
                rule("invitation_budget_per_week", T::settings_invitation_budget, Kind::Number(1, 20))
                    .hint(T::settings_invitation_budget_hint),
                rule("invitation_cooldown_days", T::settings_invitation_cooldown, Kind::Number(1, 180))
                    .hint(T::settings_invitation_cooldown_hint),
                rule("engagement_talk_days", T::settings_talk, Kind::Number(7, 365))
                    .hint(T::settings_talk_hint),
                rule("engagement_retention_days", T::settings_engagement_retention, Kind::Number(30, 1825))
                    .hint(T::settings_engagement_retention_hint),
                rule("agreement_text", T::settings_agreement, Kind::Lines(12_000))
                    .hint(T::settings_agreement_hint),
                rule("agreement_text_en", T::settings_agreement_en, Kind::Lines(12_000)),
            ],
        },
        Group {
            heading: T::settings_requirements_heading,
            text: T::settings_requirements_text,
            fields: vec![
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
    ]
}

/// A concept of which each municipality has its own word (the vocabulary of its preset). Those that
/// a page says are here: the kinds of positions.
pub(super) struct Concept {
    pub key: &'static str,
    pub label: Text,
}

pub(super) const CONCEPTS: [Concept; 8] = [
    Concept { key: "coordinator", label: T::position_kind_central_coordinator },
    Concept { key: "key_person", label: T::position_kind_key_person },
    Concept { key: "local_role", label: T::position_kind_local_contact },
    Concept { key: "unit_leader", label: T::position_kind_unit_leader },
    Concept { key: "ambassador", label: T::position_kind_ambassador },
    Concept { key: "ambassador_team", label: T::position_kind_ambassador_team },
    Concept { key: "reference_director", label: T::position_kind_reference_director },
    Concept { key: "administrator", label: T::position_kind_administrator },
];

impl Concept {
    /// The word in Danish and in English; empty: ours.
    pub fn fields(&self) -> [Field; 2] {
        let field = |language: &'static str, label| Field {
            name: format!("word-{}-{language}", self.key.replace('_', "-")),
            path: vec![crate::preset::Settings::SECTION, "vocabulary", self.key, language],
            label,
            hint: None,
            kind: Kind::Line(60),
        };
        [field("da", T::settings_word_in_danish), field("en", T::settings_word_in_english)]
    }
}

/// Every field of the page.
pub(super) fn all() -> impl Iterator<Item = Field> {
    groups().into_iter().flat_map(|group| group.fields).chain(CONCEPTS.iter().flat_map(Concept::fields))
}

/// What a key of the book of events is called on the page.
pub(super) fn label(t: T, key: &str) -> String {
    if key == super::hosts::KEY {
        return t.settings_hosts_heading().to_owned();
    }
    for concept in &CONCEPTS {
        if concept.fields().iter().any(|field| field.key() == key) {
            return t.settings_word_changed((concept.label)(t));
        }
    }
    let known = groups().into_iter().flat_map(|group| group.fields).find(|field| field.key() == key);
    known.map_or_else(|| key.to_owned(), |field| (field.label)(t).to_owned())
}
