//! A point that a response makes, and what came of it. Those that say the same are answered once.

use samskab_kernel::{Day, Id, Instant, codes, danish::fold};
use samskab_organisation::person::PersonId;
use samskab_store::Record;
use samskab_writing::text::BlockId as SourceId;

use crate::{
    T,
    hearing::{Hearing, HearingId},
    response::{Part, PartId, ResponseId},
    text::BlockId,
};

/// The mark of a remark.
pub enum RemarkRow {}
pub type RemarkId = Id<RemarkRow>;

codes! {
    pub enum Verdict { Used => "used", Partly => "partly", NotUsed => "not_used" }
}

impl Verdict {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Used => t.verdict_used(),
            Self::Partly => t.verdict_partly(),
            Self::NotUsed => t.verdict_not_used(),
        }
    }

    pub fn said(verdict: Option<Self>, t: T) -> (&'static str, &'static str, &'static str) {
        match verdict {
            None => (t.verdict_none(), "wait", "hourglass"),
            Some(Self::Used) => (t.verdict_used(), "good", "check"),
            Some(Self::Partly) => (t.verdict_partly(), "wait", "check"),
            Some(Self::NotUsed) => (t.verdict_not_used(), "", "close"),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "hearing_remark", alias = "m")]
pub struct Remark {
    pub id: RemarkId,
    #[record(column = "hearing_id", fixed)]
    pub hearing: HearingId,
    #[record(column = "response_id", fixed)]
    pub response: ResponseId,
    #[record(column = "part_id", fixed)]
    pub part: PartId,
    #[record(column = "block_id")]
    pub block: Option<BlockId>,
    pub place: i64,
    pub excerpt: String,
    /// Equal for remarks that say the same.
    pub sameness: String,
    pub theme: String,
    pub verdict: Option<Verdict>,
    /// The reason for the verdict.
    pub assessment: String,
    #[record(column = "assignee_id")]
    pub assignee: Option<PersonId>,
    pub due_on: Option<Day>,
    pub assessed_at: Option<Instant>,
    /// The block of the stored text that it changed; `None`: the one it is about.
    pub changed: Option<SourceId>,
    #[record(column = "assessed_by_id")]
    pub assessed_by: Option<PersonId>,
    /// Where the hearing asks for four eyes: when somebody else approved it.
    pub approved_at: Option<Instant>,
    #[record(column = "approved_by_id")]
    pub approved_by: Option<PersonId>,
}

/// How many remarks there are, by verdict.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RemarkCounts {
    pub used: i64,
    pub partly: i64,
    pub not_used: i64,
    /// Without an answer yet.
    pub open: i64,
    /// Remarks without an answer, and those whose answer nobody else has approved where that is required.
    pub unsettled: i64,
}

impl RemarkCounts {
    pub fn of(remarks: &[Remark], hearing: &Hearing) -> Self {
        let mut counts = Self::default();
        for remark in remarks {
            counts.add(remark.verdict, 1, i64::from(!remark.is_settled(hearing)));
        }
        counts
    }

    pub(crate) fn add(&mut self, verdict: Option<Verdict>, count: i64, unsettled: i64) {
        let all = match verdict {
            Some(Verdict::Used) => &mut self.used,
            Some(Verdict::Partly) => &mut self.partly,
            Some(Verdict::NotUsed) => &mut self.not_used,
            None => &mut self.open,
        };
        *all += count;
        self.unsettled += unsettled;
    }

    /// "3 taget med, 1 delvist, 2 ikke, 0 uden svar"
    pub fn said(self, t: T) -> String {
        t.note_verdicts(self.not_used, self.open, self.partly, self.used)
    }
}

impl Remark {
    /// Whether its answer counts: it has one, and where the hearing asks for four eyes, another has approved it.
    pub fn is_settled(&self, hearing: &Hearing) -> bool {
        self.verdict.is_some() && !self.waits_for_approval(hearing)
    }

    pub fn waits_for_approval(&self, hearing: &Hearing) -> bool {
        hearing.four_eyes && self.verdict.is_some() && self.approved_at.is_none()
    }

    /// Anybody but whoever assessed it. Of somebody who has gone nobody knows who it was.
    pub fn can_be_approved_by(&self, person: PersonId) -> bool {
        self.assessed_by != Some(person)
    }

    /// All that a part says, as one point: somebody may cut it afterwards.
    pub fn of(id: RemarkId, part: &Part) -> Self {
        Self {
            id,
            hearing: part.hearing,
            response: part.response,
            part: part.id,
            block: part.block,
            place: part.place * 100,
            excerpt: part.said.clone(),
            sameness: sameness(&part.said, part.block),
            theme: String::new(),
            verdict: None,
            assessment: String::new(),
            assignee: None,
            due_on: None,
            assessed_at: None,
            changed: None,
            assessed_by: None,
            approved_at: None,
            approved_by: None,
        }
    }

    /// The remark with the answer that `other`, which says the same, has, or is to get.
    #[must_use]
    pub fn answered_as(self, other: Self) -> Self {
        Self {
            theme: other.theme,
            verdict: other.verdict,
            assessment: other.assessment,
            assignee: other.assignee,
            due_on: other.due_on,
            assessed_at: other.assessed_at,
            changed: other.changed,
            assessed_by: other.assessed_by,
            approved_at: other.approved_at,
            approved_by: other.approved_by,
            ..self
        }
    }

    /// The remark's public text: all of it, or what its part shows publicly.
    pub fn public_excerpt<'a>(&'a self, part: &'a Part) -> &'a str {
        if part.shown.is_none() || part.shown().contains(&self.excerpt) {
            &self.excerpt
        } else {
            part.shown()
        }
    }
}

/// The words, whatever their case, accents, punctuation and line breaks, each between two spaces.
fn words(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.fold(" ".to_owned(), |text, word| text + word + " ")
}

/// A key that is equal for the same words about the same paragraph.
pub fn sameness(excerpt: &str, block: Option<BlockId>) -> String {
    let block = block.map(|block| block.to_string()).unwrap_or_default();
    samskab_web::token::hash(&format!("{block} {}", words(excerpt).trim()))
}

/// Whether these remarks still make up the whole part, about the same paragraph: each occurs in it, and no word is
/// left over.
pub fn still_said(part: &Part, remarks: &[&Remark]) -> bool {
    let said = words(&part.said);
    let pieces: Vec<String> = remarks.iter().map(|remark| words(&remark.excerpt)).collect();
    // The space before its first word counts once.
    let size: usize = pieces.iter().map(|piece| piece.len() - 1).sum();
    !remarks.is_empty()
        && remarks.iter().all(|remark| remark.block == part.block)
        && pieces.iter().all(|piece| said.contains(piece.as_str()))
        && size == said.len() - 1
}

/// Cuts an excerpt at empty lines. `None`: there is nothing to cut, or words were changed.
pub fn cut(excerpt: &str, typed: &str) -> Option<Vec<String>> {
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let pieces: Vec<String> = typed
        .replace('\r', "")
        .split("\n\n")
        .map(|piece| piece.trim().to_owned())
        .filter(|piece| !piece.is_empty())
        .collect();
    (pieces.len() > 1 && words(excerpt) == words(typed)).then_some(pieces)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use samskab_kernel::{Clock, Dice};

    use super::*;

    #[test]
    fn the_same_text_is_the_same_however_it_was_pasted() {
        let one = sameness("Bevar Børnehaven  – nu!", None);
        assert_eq!(one, sameness("bevar børnehaven\nnu", None));
        assert_ne!(one, sameness("Bevar børnehaven", None));
    }

    #[test]
    fn a_cut_changes_no_word() {
        assert_eq!(cut("Et. To.", "Et.\n\nTo."), Some(vec!["Et.".to_owned(), "To.".to_owned()]));
        assert_eq!(cut("Et. To.", "Et. To."), None);
        assert_eq!(cut("Et. To.", "Et.\n\nTre."), None);
    }

    #[test]
    fn points_are_still_said_as_long_as_no_word_is_changed() {
        let (dice, now) = (Dice::seeded(5), Clock::real().now());
        let part = |said: &str| Part {
            id: dice.id(now),
            hearing: dice.id(now),
            response: dice.id(now),
            block: None,
            place: 1,
            said: said.to_owned(),
            shown: None,
            shown_reason: String::new(),
        };
        let remarks = ["to.", "Et", "tre"].map(|said| Remark::of(dice.id(now), &part(said)));
        let all: Vec<&Remark> = remarks.iter().collect();
        assert!(still_said(&part("Et. To, tre!"), &all), "whatever the order of the points");
        for other in ["Et. To. Tre. Fire.", "Et. To.", "Et. To. Fire.", ""] {
            assert!(!still_said(&part(other), &all), "{other}");
        }
        assert!(!still_said(&part(""), &[]));
        assert!(!still_said(&Part { block: Some(dice.id(now)), ..part("Et. To, tre!") }, &all));
    }

    proptest! {
        #[test]
        fn what_is_cut_is_all_there(text in "([a-zæøå.]{1,6} ){1,20}", at in 0_usize..20) {
            let words: Vec<&str> = text.split_whitespace().collect();
            let at = at.min(words.len());
            let typed = format!("{}\n\n{}", words[..at].join(" "), words[at..].join(" "));
            if let Some(pieces) = cut(&text, &typed) {
                let again: Vec<String> = pieces.join(" ").split_whitespace().map(str::to_owned).collect();
                prop_assert_eq!(again, words);
            }
        }
    }
}
