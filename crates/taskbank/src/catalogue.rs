//! The words of the task bank: lists that are read, not programmed. Each is a TOML file beside the
//! code; its comments say what every field means.

use std::sync::LazyLock;

use samskab_kernel::Locale;
use serde::{Deserialize, de::DeserializeOwned};

/// Themes and topics are shared with the associations, who own them.
pub use samskab_organisation::topic::{ThemeText, Topic, theme, themes, topic, topics};

/// A target group, with the everyday words that find it.
#[derive(Debug, Deserialize)]
pub struct TargetGroup {
    pub key: String,
    pub da: String,
    pub en: String,
    #[serde(default)]
    pub words_da: Vec<String>,
}

/// Something a volunteer can, in everyday words (FX-21).
#[derive(Debug, Deserialize)]
pub struct Competence {
    pub key: String,
    /// The heading it stands under: [`competence_groups`].
    pub group: String,
    pub da: String,
    pub en: String,
    /// Everyday synonyms in lower case.
    pub words: Vec<String>,
    /// Keys of those near to it.
    pub related: Vec<String>,
}

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
    da: String,
    en: String,
    about_da: String,
    about_en: String,
    next_da: String,
    next_en: String,
    pub blocks_start: bool,
}

/// Who insures the volunteer (law B.5).
#[derive(Debug, Deserialize)]
pub struct InsuranceWords {
    pub key: String,
    da: String,
    en: String,
    volunteer_da: String,
    volunteer_en: String,
    poster_da: String,
    poster_en: String,
    pub blocks_publishing_for_units: bool,
    /// Stands for tasks on which nobody has chosen.
    #[serde(default)]
    pub nobody_chooses: bool,
}

/// An approach to co-creation (RS-80, RS-82).
#[derive(Debug, Deserialize)]
pub struct ApproachWords {
    pub key: String,
    da: String,
    en: String,
    short_da: String,
    short_en: String,
    #[serde(default)]
    pub needs_explanation: bool,
}

/// A question of the approach aid, or an answer to it (RS-81).
#[derive(Debug, Deserialize)]
pub struct Words {
    pub key: String,
    da: String,
    en: String,
}

#[derive(Debug, Deserialize)]
struct Rule {
    task: String,
    solution: String,
    work: String,
    proposes: String,
}

#[derive(Debug, Deserialize)]
struct Reasons {
    challenge_da: String,
    challenge_en: String,
    parties_da: String,
    parties_en: String,
}

#[derive(Debug, Deserialize)]
struct Aid {
    intro_da: String,
    intro_en: String,
    otherwise: String,
    question: Vec<Words>,
    answer: Vec<Words>,
    rule: Vec<Rule>,
    reasons: Reasons,
}

#[derive(Debug, Deserialize)]
struct ApproachFile {
    about_da: String,
    about_en: String,
    approach: Vec<ApproachWords>,
    aid: Aid,
}

/// A note about rules of benefits and tax (law B.15).
#[derive(Debug, Deserialize)]
pub struct Notice {
    pub key: String,
    #[serde(default)]
    when_through: Vec<String>,
    #[serde(default)]
    pub when_owner: Vec<String>,
    title_da: String,
    title_en: String,
    text_da: String,
    text_en: String,
    ask_da: String,
    ask_en: String,
    source_da: String,
    source_en: String,
    /// The year the text describes.
    pub as_of: i16,
}

/// A kind letter for saying no, to be edited before it is sent.
#[derive(Debug, Deserialize)]
pub struct DeclineText {
    pub kind: String,
    label_da: String,
    label_en: String,
    text_da: String,
    text_en: String,
    #[serde(default)]
    pub offers_others: bool,
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

/// Where the line between staff and volunteers may run, as a start (VB-15).
#[derive(Debug, Deserialize)]
pub struct BoundaryExample {
    kinds: Vec<String>,
    staff_da: String,
    volunteers_da: String,
    grey_da: String,
    staff_en: String,
    volunteers_en: String,
    grey_en: String,
}

#[derive(Debug, Deserialize)]
struct Never {
    da: String,
    en: String,
}

#[derive(Debug, Deserialize)]
struct BoundaryFile {
    framing_da: Vec<String>,
    framing_en: Vec<String>,
    boundary_example: Vec<BoundaryExample>,
    never: Vec<Never>,
}

macro_rules! in_two_languages {
    ($($kind:ty { $($name:ident: $da:ident, $en:ident);+ $(;)? })+) => {$(
        impl $kind {
            $(pub fn $name(&self, locale: Locale) -> &str {
                locale.choose(&self.$da, &self.$en)
            })+
        }
    )+};
}
in_two_languages! {
    TargetGroup { name: da, en }
    Competence { name: da, en }
    Words { name: da, en }
    RequirementWords { name: da, en; about: about_da, about_en; next: next_da, next_en }
    InsuranceWords { name: da, en; for_volunteer: volunteer_da, volunteer_en; for_poster: poster_da, poster_en }
    ApproachWords { name: da, en; short: short_da, short_en }
    Notice { title: title_da, title_en; text: text_da, text_en; ask: ask_da, ask_en; source: source_da, source_en }
    DeclineText { label: label_da, label_en; text: text_da, text_en }
    AgreementFile { text: text_da, text_en }
    ThanksText { text: text_da, text_en }
    BoundaryExample { staff: staff_da, staff_en; volunteers: volunteers_da, volunteers_en; grey: grey_da, grey_en }
}

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
    boundaries: BoundaryFile,
    agreement: AgreementFile,
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| Catalogue {
    target_groups: read::<TargetGroupsFile>("target_groups", include_str!("../catalogue/target_groups.toml"))
        .target_group,
    competences: read("competences", include_str!("../catalogue/competences.toml")),
    consent_texts: read::<ConsentFile>("consent", include_str!("../catalogue/consent.toml")).consent_text,
    requirements: read::<RequirementsFile>("requirements", include_str!("../catalogue/requirements.toml"))
        .requirement,
    confidentiality: read::<RequirementTextsFile>(
        "requirement_texts",
        include_str!("../catalogue/requirement_texts.toml"),
    )
    .confidentiality,
    insurance: read::<InsuranceFile>("insurance", include_str!("../catalogue/insurance.toml")).insurance,
    approaches: read("approaches", include_str!("../catalogue/approaches.toml")),
    notices: read::<NoticesFile>("notices", include_str!("../catalogue/notices.toml")).notice,
    decline_texts: read::<DeclineFile>("decline_texts", include_str!("../catalogue/decline_texts.toml"))
        .decline_text,
    boundaries: read("boundary_examples", include_str!("../catalogue/boundary_examples.toml")),
    agreement: read("agreement", include_str!("../catalogue/agreement.toml")),
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
    locale.choose(&CATALOGUE.approaches.about_da, &CATALOGUE.approaches.about_en)
}

/// The approach aid (RS-81): it proposes, people decide.
pub mod aid {
    use super::{CATALOGUE, Locale, Words, approach};

    pub fn intro(locale: Locale) -> &'static str {
        locale.choose(&CATALOGUE.approaches.aid.intro_da, &CATALOGUE.approaches.aid.intro_en)
    }
    /// `task`, `solution`, `work`
    pub fn questions() -> &'static [Words] {
        &CATALOGUE.approaches.aid.question
    }
    pub fn answers() -> &'static [Words] {
        &CATALOGUE.approaches.aid.answer
    }
    pub fn reason_of_challenge(locale: Locale) -> &'static str {
        let reasons = &CATALOGUE.approaches.aid.reasons;
        locale.choose(&reasons.challenge_da, &reasons.challenge_en)
    }
    pub fn reason_of_parties(locale: Locale) -> &'static str {
        let reasons = &CATALOGUE.approaches.aid.reasons;
        locale.choose(&reasons.parties_da, &reasons.parties_en)
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
    let all = &CATALOGUE.boundaries.boundary_example;
    let own = all.iter().filter(|example| example.kinds.iter().any(|one| one == kind));
    own.chain(all.iter().filter(|example| example.kinds.iter().any(|one| one == "*"))).collect()
}

/// What each workplace asks itself first (VB-15).
pub fn framing_questions(locale: Locale) -> &'static [String] {
    match locale {
        Locale::Da => &CATALOGUE.boundaries.framing_da,
        Locale::En => &CATALOGUE.boundaries.framing_en,
    }
}

/// What a volunteer is never asked to do, anywhere (law B.6).
pub fn never(locale: Locale) -> Vec<&'static str> {
    CATALOGUE.boundaries.never.iter().map(|never| locale.choose(&never.da, &never.en)).collect()
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
        assert!(!never(Locale::En).is_empty() && !framing_questions(Locale::Da).is_empty());
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
