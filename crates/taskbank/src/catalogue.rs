//! The words of the task bank: lists that are read, not programmed. Each is a TOML file beside the
//! code; its comments say what every field means. Names and hints stand in `locales/*/catalogue.ftl`, by the
//! keys of the lists; what is sent or agreed on – letters, the agreement, the consent – is whole in its file.

use std::sync::LazyLock;

use samskab_i18n::Text;
use samskab_kernel::Locale;
use serde::{Deserialize, de::DeserializeOwned};

/// Themes and topics are shared with the associations, who own them.
pub use samskab_organisation::topic::{ThemeText, Topic, theme, themes, topic, topics};

use crate::T;

/// A target group, with the everyday words that find it.
#[derive(Debug, Deserialize)]
pub struct TargetGroup {
    pub key: String,
    #[serde(default)]
    pub words_da: Vec<String>,
    #[serde(skip)]
    name: Text,
}

/// Something a volunteer can, in everyday words (FX-21).
#[derive(Debug, Deserialize)]
pub struct Competence {
    pub key: String,
    /// The heading it stands under: [`competence_groups`].
    pub group: String,
    /// Everyday synonyms in lower case.
    pub words: Vec<String>,
    /// Keys of related competences.
    pub related: Vec<String>,
    #[serde(skip)]
    name: Text,
}

/// Both names, for the search and for what is read from a file.
macro_rules! has_names {
    ($($kind:ty),+) => {$(
        impl $kind {
            pub fn names(&self) -> [&'static str; 2] {
                self.name.both()
            }
        }
    )+};
}
has_names!(TargetGroup, Competence);

/// What somebody says yes to when they let others find them (FX-21); a text that was shown never changes.
#[derive(Debug, Deserialize)]
pub struct ConsentText {
    pub version: i64,
    da: Vec<String>,
    en: Vec<String>,
}

impl ConsentText {
    pub fn paragraphs(&self, locale: Locale) -> Vec<&str> {
        let paragraphs = match locale {
            Locale::Da => &self.da,
            Locale::En => &self.en,
        };
        paragraphs.iter().map(String::as_str).collect()
    }
}

/// Something asked of a volunteer before the start (law B.4, B.6).
#[derive(Debug, Deserialize)]
pub struct RequirementWords {
    pub key: String,
    pub blocks_start: bool,
    #[serde(skip)]
    name: Text,
    #[serde(skip)]
    about: Text,
    #[serde(skip)]
    next: Text,
}

/// Who insures the volunteer (law B.5).
#[derive(Debug, Deserialize)]
pub struct InsuranceWords {
    pub key: String,
    pub blocks_publishing_for_units: bool,
    /// Used for tasks for which nobody has chosen who insures.
    #[serde(default)]
    pub nobody_chooses: bool,
    #[serde(skip)]
    name: Text,
    #[serde(skip)]
    for_volunteer: Text,
    #[serde(skip)]
    for_poster: Text,
}

/// An approach to co-creation (RS-80, RS-82).
#[derive(Debug, Deserialize)]
pub struct ApproachWords {
    pub key: String,
    #[serde(default)]
    pub needs_explanation: bool,
    #[serde(skip)]
    name: Text,
    #[serde(skip)]
    short: Text,
    #[serde(skip)]
    initiates: Text,
    #[serde(skip)]
    defines: Text,
    #[serde(skip)]
    decides: Text,
    #[serde(skip)]
    works: Text,
    #[serde(skip)]
    result: Text,
    #[serde(skip)]
    role: Text,
    #[serde(skip)]
    example: Text,
}

/// A question of the approach aid, or an answer to it (RS-81).
#[derive(Debug, Deserialize)]
pub struct Words {
    pub key: String,
    #[serde(skip)]
    name: Text,
}

#[derive(Debug, Deserialize)]
struct Rule {
    task: String,
    solution: String,
    work: String,
    proposes: String,
}

#[derive(Debug, Deserialize)]
struct Aid {
    otherwise: String,
    question: Vec<Words>,
    answer: Vec<Words>,
    rule: Vec<Rule>,
}

#[derive(Debug, Deserialize)]
struct ApproachFile {
    approach: Vec<ApproachWords>,
    aid: Aid,
}

/// A note about rules of benefits and tax (law B.15).
#[derive(Debug, Deserialize)]
pub struct Notice {
    pub key: String,
    #[serde(default)]
    pub when_through: Vec<String>,
    #[serde(default)]
    pub when_owner: Vec<String>,
    /// The year the text describes.
    pub as_of: i16,
    #[serde(skip)]
    title: Text,
    #[serde(skip)]
    text: Text,
    #[serde(skip)]
    ask: Text,
    #[serde(skip)]
    source: Text,
}

/// A kind letter for saying no, to be edited before it is sent.
#[derive(Debug, Deserialize)]
pub struct DeclineText {
    pub kind: String,
    text_da: String,
    text_en: String,
    #[serde(default)]
    pub offers_others: bool,
    #[serde(skip)]
    label: Text,
}

/// How a place begins its thanks.
#[derive(Debug, Deserialize)]
pub struct ThanksText {
    pub kind: String,
    text_da: String,
    text_en: String,
}

/// The frivilligaftale as the house proposes it, with placeholders.
#[derive(Debug, Deserialize)]
struct AgreementFile {
    text_da: String,
    text_en: String,
    thanks: Vec<ThanksText>,
}

/// Examples of where the line between staff and volunteers may run, to start from (VB-15).
#[derive(Debug, Deserialize)]
pub struct BoundaryExample {
    key: String,
    kinds: Vec<String>,
    #[serde(skip)]
    staff: Text,
    #[serde(skip)]
    volunteers: Text,
    #[serde(skip)]
    grey: Text,
}

#[derive(Debug, Deserialize)]
struct BoundaryFile {
    boundary_example: Vec<BoundaryExample>,
}

/// An entry whose texts are looked up once, by its key.
trait HasTexts {
    fn look_up(&mut self, kind: &str);
}

/// Where the texts of an entry are: the kind and the key, followed by this suffix.
macro_rules! texts {
    ($($kind:ident by $key:ident { $($name:ident: $after:literal),+ })+) => {$(
        impl $kind {
            $(pub fn $name(&self, locale: Locale) -> &'static str {
                self.$name.get(locale)
            })+
        }
        impl HasTexts for $kind {
            fn look_up(&mut self, kind: &str) {
                $(self.$name = T::text(&format!(concat!("{}-{}", $after), kind, self.$key));)+
            }
        }
    )+};
}
texts! {
    TargetGroup by key { name: "" }
    Competence by key { name: "" }
    Words by key { name: "" }
    RequirementWords by key { name: "", about: "-about", next: "-next" }
    InsuranceWords by key { name: "", for_volunteer: "-volunteer", for_poster: "-poster" }
    ApproachWords by key {
        name: "", short: "-short", initiates: "-initiates", defines: "-task", decides: "-solution", works: "-work",
        result: "-result", role: "-role", example: "-example"
    }
    Notice by key { title: "-title", text: "-text", ask: "-ask", source: "-source" }
    DeclineText by kind { label: "" }
    BoundaryExample by key { staff: "-staff", volunteers: "-volunteers", grey: "-grey" }
}

impl ApproachWords {
    /// How it differs from the others (RS-80): a label and what is said. What the paper leaves open is left out.
    pub fn differences(&self, t: T) -> Vec<(&'static str, &'static str)> {
        let all = [
            (t.approach_initiates(), self.initiates),
            (t.approach_defines(), self.defines),
            (t.approach_decides(), self.decides),
            (t.approach_works(), self.works),
            (t.approach_result(), self.result),
            (t.approach_role(), self.role),
            (t.approach_example(), self.example),
        ];
        let said = all.into_iter().map(|(label, text)| (label, text.get(t.0)));
        said.filter(|(_, text)| !text.is_empty()).collect()
    }
}

/// All entries with their texts, whose keys begin with `kind`.
fn texts_of<E: HasTexts>(kind: &str, mut entries: Vec<E>) -> Vec<E> {
    entries.iter_mut().for_each(|entry| entry.look_up(kind));
    entries
}

macro_rules! in_two_languages {
    ($($kind:ty)+) => {$(
        impl $kind {
            pub fn text(&self, locale: Locale) -> &str {
                locale.choose(&self.text_da, &self.text_en)
            }
        }
    )+};
}
in_two_languages! { DeclineText AgreementFile ThanksText }

#[derive(Deserialize)]
struct TargetGroupsFile {
    target_group: Vec<TargetGroup>,
}
#[derive(Deserialize)]
struct CompetencesFile {
    group: Vec<Words>,
    competence: Vec<Competence>,
}
#[derive(Deserialize)]
struct ConsentFile {
    consent_text: Vec<ConsentText>,
}
#[derive(Deserialize)]
struct RequirementsFile {
    requirement: Vec<RequirementWords>,
}
#[derive(Deserialize)]
struct InsuranceFile {
    insurance: Vec<InsuranceWords>,
}
#[derive(Deserialize)]
struct NoticesFile {
    notice: Vec<Notice>,
}
#[derive(Deserialize)]
struct DeclineFile {
    decline_text: Vec<DeclineText>,
}

#[derive(Deserialize)]
struct TextWords {
    da: String,
    en: String,
}

#[derive(Deserialize)]
struct RequirementTextsFile {
    confidentiality: TextWords,
}

struct Catalogue {
    target_groups: Vec<TargetGroup>,
    competences: CompetencesFile,
    consent_texts: Vec<ConsentText>,
    requirements: Vec<RequirementWords>,
    confidentiality: TextWords,
    insurance: Vec<InsuranceWords>,
    approaches: ApproachFile,
    notices: Vec<Notice>,
    decline_texts: Vec<DeclineText>,
    boundary_examples: Vec<BoundaryExample>,
    agreement: AgreementFile,
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let target_groups: TargetGroupsFile =
        read("target_groups", include_str!("../catalogue/target_groups.toml"));
    let mut competences: CompetencesFile = read("competences", include_str!("../catalogue/competences.toml"));
    competences.group = texts_of("competence-group", competences.group);
    competences.competence = texts_of("competence", competences.competence);
    let consent: ConsentFile = read("consent", include_str!("../catalogue/consent.toml"));
    let requirements: RequirementsFile = read("requirements", include_str!("../catalogue/requirements.toml"));
    let requirement_texts: RequirementTextsFile =
        read("requirement_texts", include_str!("../catalogue/requirement_texts.toml"));
    let insurance: InsuranceFile = read("insurance", include_str!("../catalogue/insurance.toml"));
    let mut approaches: ApproachFile = read("approaches", include_str!("../catalogue/approaches.toml"));
    approaches.approach = texts_of("approach-of", approaches.approach);
    approaches.aid.question = texts_of("approach-aid-question", approaches.aid.question);
    approaches.aid.answer = texts_of("approach-aid-answer", approaches.aid.answer);
    let notices: NoticesFile = read("notices", include_str!("../catalogue/notices.toml"));
    let declines: DeclineFile = read("decline_texts", include_str!("../catalogue/decline_texts.toml"));
    let boundaries: BoundaryFile =
        read("boundary_examples", include_str!("../catalogue/boundary_examples.toml"));
    Catalogue {
        target_groups: texts_of("target-group", target_groups.target_group),
        competences,
        consent_texts: consent.consent_text,
        requirements: texts_of("requirement-of", requirements.requirement),
        confidentiality: requirement_texts.confidentiality,
        insurance: texts_of("insurance-of", insurance.insurance),
        approaches,
        notices: texts_of("notice-of", notices.notice),
        decline_texts: texts_of("decline-of", declines.decline_text),
        boundary_examples: texts_of("boundary-of", boundaries.boundary_example),
        agreement: read("agreement", include_str!("../catalogue/agreement.toml")),
    }
});

/// The files are part of the program and a test reads them all: one that cannot be read never ships.
fn read<F: DeserializeOwned>(name: &str, text: &str) -> F {
    toml::from_str(text).unwrap_or_else(|error| panic!("catalogue/{name}.toml: {error}"))
}

pub fn target_groups() -> &'static [TargetGroup] {
    &CATALOGUE.target_groups
}
/// In the order of the CV.
pub fn competences() -> &'static [Competence] {
    &CATALOGUE.competences.competence
}
/// The words in force: the last of the list.
pub fn consent_text() -> &'static ConsentText {
    static NONE: ConsentText = ConsentText { version: 0, da: Vec::new(), en: Vec::new() };
    CATALOGUE.consent_texts.last().unwrap_or(&NONE)
}
/// The headings of the competences.
pub fn competence_groups() -> &'static [Words] {
    &CATALOGUE.competences.group
}
pub fn requirements() -> &'static [RequirementWords] {
    &CATALOGUE.requirements
}
pub fn insurance_classes() -> &'static [InsuranceWords] {
    &CATALOGUE.insurance
}
pub fn approaches() -> &'static [ApproachWords] {
    &CATALOGUE.approaches.approach
}
pub fn notices() -> &'static [Notice] {
    &CATALOGUE.notices
}
/// The frivilligaftale with placeholders; the file says which.
pub fn agreement_text(locale: Locale) -> &'static str {
    CATALOGUE.agreement.text(locale)
}
/// How a place begins its thanks: `moment`, `long` or `proposed`.
pub fn thanks_text(kind: &str) -> Option<&'static ThanksText> {
    CATALOGUE.agreement.thanks.iter().find(|text| text.kind == kind)
}
pub fn decline_texts() -> &'static [DeclineText] {
    &CATALOGUE.decline_texts
}

pub fn target_group(key: &str) -> Option<&'static TargetGroup> {
    target_groups().iter().find(|group| group.key == key)
}
pub fn competence(key: &str) -> Option<&'static Competence> {
    competences().iter().find(|competence| competence.key == key)
}
pub fn requirement(key: &str) -> Option<&'static RequirementWords> {
    requirements().iter().find(|requirement| requirement.key == key)
}
/// The words of a tavshedserklæring until the municipality writes its own (law B.6).
pub fn confidentiality_text(locale: Locale) -> &'static str {
    locale.choose(&CATALOGUE.confidentiality.da, &CATALOGUE.confidentiality.en).trim()
}
pub fn insurance(key: &str) -> Option<&'static InsuranceWords> {
    insurance_classes().iter().find(|insurance| insurance.key == key)
}
pub fn approach(key: &str) -> Option<&'static ApproachWords> {
    approaches().iter().find(|approach| approach.key == key)
}

/// What co-creation is (RS-79).
pub fn about_co_creation(locale: Locale) -> &'static str {
    T(locale).approach_about()
}

/// The approach aid (RS-81): it proposes, people decide.
pub mod aid {
    use super::{CATALOGUE, Locale, T, Words, approach};

    pub fn intro(locale: Locale) -> &'static str {
        T(locale).approach_aid_intro()
    }
    /// `task`, `solution`, `work`
    pub fn questions() -> &'static [Words] {
        &CATALOGUE.approaches.aid.question
    }
    pub fn answers() -> &'static [Words] {
        &CATALOGUE.approaches.aid.answer
    }
    pub fn reason_of_challenge(locale: Locale) -> &'static str {
        T(locale).approach_reason_challenge()
    }
    pub fn reason_of_parties(locale: Locale) -> &'static str {
        T(locale).approach_reason_parties()
    }
    /// The key of the approach that the three answers point to; `None` while one is missing.
    pub fn proposal(task: &str, solution: &str, work: &str) -> Option<&'static str> {
        let known = |key: &str| answers().iter().any(|answer| answer.key == key);
        if ![task, solution, work].into_iter().all(known) {
            return None;
        }
        let aid = &CATALOGUE.approaches.aid;
        let rule =
            aid.rule.iter().find(|rule| rule.task == task && rule.solution == solution && rule.work == work);
        let key = rule.map_or(&aid.otherwise, |rule| &rule.proposes);
        approach(key).map(|approach| approach.key.as_str())
    }
}

/// The notices that follow from how a task is organised (`direct`, `association`) and owned (`unit`, `association`).
pub fn notices_for(through: &str, owner: &str) -> Vec<&'static Notice> {
    let fits = |list: &[String], key: &str| list.is_empty() || list.iter().any(|entry| entry == key);
    notices()
        .iter()
        .filter(|notice| fits(&notice.when_through, through) && fits(&notice.when_owner, owner))
        .collect()
}

/// Examples of a boundary for an institution of `kind`; the one that fits everywhere comes last.
pub fn boundary_examples(kind: &str) -> Vec<&'static BoundaryExample> {
    let all = &CATALOGUE.boundary_examples;
    let own = all.iter().filter(|example| example.kinds.iter().any(|one| one == kind));
    own.chain(all.iter().filter(|example| example.kinds.iter().any(|one| one == "*"))).collect()
}

/// What each workplace asks itself first (VB-15).
pub fn framing_questions(locale: Locale) -> [&'static str; 6] {
    let t = T(locale);
    [
        t.boundary_framing_1(),
        t.boundary_framing_2(),
        t.boundary_framing_3(),
        t.boundary_framing_4(),
        t.boundary_framing_5(),
        t.boundary_framing_6(),
    ]
}

/// What a volunteer is never asked to do, anywhere (law B.6).
pub fn never(locale: Locale) -> [&'static str; 6] {
    let t = T(locale);
    [
        t.boundary_never_1(),
        t.boundary_never_2(),
        t.boundary_never_3(),
        t.boundary_never_4(),
        t.boundary_never_5(),
        t.boundary_never_6(),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_read_and_every_key_stands_once() {
        let lists: [Vec<&str>; 6] = [
            competences().iter().map(|entry| entry.key.as_str()).collect(),
            target_groups().iter().map(|entry| entry.key.as_str()).collect(),
            requirements().iter().map(|entry| entry.key.as_str()).collect(),
            insurance_classes().iter().map(|entry| entry.key.as_str()).collect(),
            approaches().iter().map(|entry| entry.key.as_str()).collect(),
            notices().iter().map(|entry| entry.key.as_str()).collect(),
        ];
        for mut keys in lists {
            let count = keys.len();
            assert!(count > 0);
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), count, "{keys:?}");
        }
        assert!(!decline_texts().is_empty() && !boundary_examples("skole").is_empty());
    }

    #[test]
    fn every_entry_has_its_texts_in_both_languages() {
        let mut texts: Vec<(&str, Text)> = Vec::new();
        let names = competences().iter().map(|one| (one.key.as_str(), one.name));
        texts.extend(names.chain(target_groups().iter().map(|one| (one.key.as_str(), one.name))));
        let aid = &CATALOGUE.approaches.aid;
        let words = competence_groups().iter().chain(&aid.question).chain(&aid.answer);
        texts.extend(words.map(|one| (one.key.as_str(), one.name)));
        for one in requirements() {
            texts.extend([one.name, one.about, one.next].map(|text| (one.key.as_str(), text)));
        }
        for one in insurance_classes() {
            texts.extend([one.name, one.for_volunteer, one.for_poster].map(|text| (one.key.as_str(), text)));
        }
        for one in approaches() {
            texts.extend([one.name, one.short].map(|text| (one.key.as_str(), text)));
        }
        for one in notices() {
            texts.extend([one.title, one.text, one.ask, one.source].map(|text| (one.key.as_str(), text)));
        }
        for one in &CATALOGUE.boundary_examples {
            texts.extend([one.staff, one.volunteers, one.grey].map(|text| (one.key.as_str(), text)));
        }
        texts.extend(decline_texts().iter().map(|one| (one.kind.as_str(), one.label)));
        for (key, text) in texts {
            assert!(text.both().into_iter().all(|text| !text.is_empty()), "{key} lacks a text");
        }
    }

    #[test]
    fn the_texts_of_the_consent_are_numbered_from_one_and_say_the_same_in_both_languages() {
        for (text, number) in CATALOGUE.consent_texts.iter().zip(1..) {
            assert_eq!(text.version, number);
            assert_eq!(text.da.len(), text.en.len());
        }
        assert!(consent_text().paragraphs(Locale::Da).len() > 2);
    }

    #[test]
    fn every_competence_stands_under_a_heading_and_is_near_to_ones_that_exist() {
        for competence in competences() {
            assert!(
                competence_groups().iter().any(|group| group.key == competence.group),
                "{}",
                competence.key
            );
            assert!(!competence.words.is_empty(), "{}", competence.key);
            assert!(competence.words.iter().all(|word| *word == word.to_lowercase()), "{}", competence.key);
            for near in &competence.related {
                assert!(super::competence(near).is_some(), "{} is near to {near}", competence.key);
                assert_ne!(near, &competence.key);
            }
        }
    }

    #[test]
    fn the_aid_proposes_by_who_defines_decides_and_carries_out() {
        assert_eq!(aid::proposal("municipality", "municipality", "municipality"), Some("controlled"));
        assert_eq!(aid::proposal("municipality", "municipality", "volunteers"), Some("responsible"));
        assert_eq!(aid::proposal("municipality", "shared", "shared"), Some("equal"));
        assert_eq!(aid::proposal("volunteers", "volunteers", "volunteers"), Some("facilitating"));
        assert_eq!(aid::proposal("volunteers", "municipality", "shared"), Some("other"));
        assert_eq!(aid::proposal("municipality", "", "shared"), None);
    }

    #[test]
    fn help_at_a_public_institution_warns_those_on_benefits_and_through_an_association_does_not() {
        let keys = |through, owner| -> Vec<&str> {
            notices_for(through, owner).into_iter().map(|notice| notice.key.as_str()).collect()
        };
        assert_eq!(keys("direct", "unit"), ["benefits_direct", "allowance_direct"]);
        assert_eq!(keys("association", "association"), ["benefits_association", "allowance_association"]);
    }

    #[test]
    fn a_care_home_sees_its_own_example_before_the_general_one() {
        let examples = boundary_examples("plejehjem");
        assert_eq!(examples.len(), 2);
        assert!(examples[0].staff(Locale::Da).contains("medicin"));
    }
}
