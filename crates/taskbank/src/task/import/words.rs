//! The words of a cell for what the form and the catalogue know by a code.

use samskab_import::column::plain;
use samskab_kernel::danish::fold;

use crate::catalogue;

/// `tirsdag, torsdag`, `ti to`, `2 4`: as the form has them.
pub(super) fn weekdays(text: &str) -> Option<Vec<String>> {
    const DAYS: [&str; 7] = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "loerdag", "soendag"];
    let text = fold(text);
    if matches!(text.as_str(), "hverdage" | "alle hverdage") {
        return Some((1..=5).map(|day: u8| day.to_string()).collect());
    }
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && *word != "og");
    let day = |word: &str| {
        let word = word.strip_suffix('e').filter(|word| word.ends_with("dag")).unwrap_or(word);
        let by_name =
            DAYS.iter().position(|day| word.len() >= 2 && day.starts_with(word)).map(|place| place + 1);
        by_name.or_else(|| word.parse().ok().filter(|day| (1..=7).contains(day))).map(|day| day.to_string())
    };
    let days: Option<Vec<String>> = words.map(day).collect();
    days.filter(|days| !days.is_empty())
}

pub(super) fn remote_called(text: &str) -> Option<&'static str> {
    Some(match text {
        "nej" | "no" | "onsite" => "on_site",
        "delvist" | "delvis" | "partly" => "partly",
        "ja" | "yes" | "hjemmefra" | "remote" => "remote",
        _ => return None,
    })
}

pub(super) fn insurance_called(text: &str) -> Option<&'static str> {
    let named = |words: &&catalogue::InsuranceWords| plain(&words.key) == text;
    if let Some(words) = catalogue::insurance_classes().iter().find(named) {
        return Some(words.key.as_str());
    }
    Some(match text {
        "arbejde" | "frivilligtarbejde" | "arbejdsskade" => "work",
        "indsats" | "frivilligindsats" | "18a" | "kommunen" => "effort_18a",
        "forening" | "foreningen" | "foreningensforsikring" => "association",
        "egen" | "selv" => "own",
        "uafklaret" | "ikkeafklaret" => "unclear",
        _ => return None,
    })
}

pub(super) fn requirement_called(text: &str) -> Option<&'static str> {
    Some(match text {
        "boerneattest" => "childrens_certificate",
        "tavshedspligt" | "tavshed" => "confidentiality",
        "kursus" => "course",
        "introduktion" | "intro" => "introduction",
        "informationsmoede" | "infomoede" => "information_meeting",
        "koerekort" => "driving_licence",
        other => catalogue::requirements()
            .iter()
            .map(|words| words.key.as_str())
            .find(|key| plain(key) == other)?,
    })
}

pub(super) fn target_group_called(text: &str) -> Option<&'static str> {
    let all = catalogue::target_groups().iter();
    called(text, all.map(|one| (one.key.as_str(), names(&one.key, one.names()), one.words_da.as_slice())))
}

pub(super) fn competence_called(text: &str) -> Option<&'static str> {
    let all = catalogue::competences().iter();
    called(text, all.map(|one| (one.key.as_str(), names(&one.key, one.names()), one.words.as_slice())))
}

/// A key and its names in both languages.
fn names<'k>(key: &'k str, [danish, english]: [&'k str; 2]) -> [&'k str; 3] {
    [key, danish, english]
}

/// The entry with this name, with “at” or without; else the only one with this everyday word.
fn called<'k>(
    text: &str,
    all: impl Iterator<Item = (&'k str, [&'k str; 3], &'k [String])> + Clone,
) -> Option<&'k str> {
    let is_name = |name: &&str| {
        let name = plain(name);
        name == text || name.strip_prefix("at") == Some(text)
    };
    let named = all.clone().find(|(_, names, _)| names.iter().any(is_name));
    named.map(|(key, ..)| key).or_else(|| {
        let mut by_word = all.filter(|(.., words)| words.iter().any(|word| plain(word) == text));
        by_word.next().filter(|_| by_word.next().is_none()).map(|(key, ..)| key)
    })
}
