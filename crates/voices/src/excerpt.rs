//! A passage of an input, and the point that it makes: those that say the same make one point, which is answered once.

use samskab_kernel::{Day, Id, Instant, Locale, codes, danish::fold};
use samskab_organisation::person::PersonId;
use samskab_store::{Record, Row};
use samskab_web::form::Choice;
use samskab_writing::text::{BlockId, TextId};

use crate::{T, input::InputId};

/// The mark of a passage.
pub enum ExcerptRow {}
pub type ExcerptId = Id<ExcerptRow>;

/// The mark of a point.
pub enum PointRow {}
pub type PointId = Id<PointRow>;

codes! {
    pub enum Verdict { Used => "used", Partly => "partly", NotUsed => "not_used" }
}

impl Verdict {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Used => t.point_used(),
            Self::Partly => t.point_partly(),
            Self::NotUsed => t.point_not_used(),
        }
    }

    /// In words, with its colour and its icon.
    pub fn said(verdict: Option<Self>, t: T) -> (&'static str, &'static str, &'static str) {
        match verdict {
            None => (t.point_waits(), "wait", "hourglass"),
            Some(Self::Used) => (t.point_used(), "good", "check"),
            Some(Self::Partly) => (t.point_partly(), "wait", "check"),
            Some(Self::NotUsed) => (t.point_not_used(), "", "close"),
        }
    }

    /// The form's code while nobody has decided.
    pub const WAITS: &'static str = "waits";

    /// The verdicts, and the choice that it waits.
    pub fn choices(locale: Locale) -> Vec<Choice> {
        let t = T(locale);
        let mut all: Vec<Choice> = Self::ALL.iter().map(|one| Choice::of(one.code(), one.label(t))).collect();
        all.push(Choice::of(Self::WAITS, t.point_waits()));
        all
    }

    /// The text was changed because of it, wholly or in part.
    pub const fn is_reflected(self) -> bool {
        matches!(self, Self::Used | Self::Partly)
    }
}

/// What one or several excerpts say, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "voice_point", alias = "q")]
pub struct Point {
    pub id: PointId,
    #[record(column = "text_id", fixed)]
    pub text: TextId,
    pub theme: String,
    /// `None`: it waits for a verdict.
    pub verdict: Option<Verdict>,
    pub because: String,
    /// The paragraph that it changed.
    #[record(column = "block_id")]
    pub block: Option<BlockId>,
    /// The paragraph's words when the point was answered.
    pub block_words: String,
    /// Its words are not public; that it was said, and the verdict, are.
    pub is_closed: bool,
    #[record(column = "assignee_id")]
    pub assignee: Option<PersonId>,
    pub due_on: Option<Day>,
    pub answered_at: Option<Instant>,
    /// Grows with every change.
    pub revision: i64,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

impl Point {
    /// A new point that waits for a verdict.
    pub fn new(id: PointId, text: TextId, theme: impl Into<String>, at: Instant) -> Self {
        Self {
            id,
            text,
            theme: theme.into(),
            verdict: None,
            because: String::new(),
            block: None,
            block_words: String::new(),
            is_closed: false,
            assignee: None,
            due_on: None,
            answered_at: None,
            revision: 1,
            created_at: at,
            updated_at: at,
        }
    }

    pub fn href(&self) -> String {
        format!("/uddrag/{}", self.id)
    }

    /// The same with the next revision, changed now.
    #[must_use]
    pub fn changed(self, at: Instant) -> Self {
        Self { revision: self.revision + 1, updated_at: at, ..self }
    }

    /// Joins this point and another that says the same. What only one of them says is kept, and two different reasons
    /// are both kept. `None`: they have different verdicts, and somebody must choose.
    pub fn joined(self, other: &Self) -> Option<Self> {
        if self.verdict.is_some() && other.verdict.is_some() && self.verdict != other.verdict {
            return None;
        }
        if self.block.is_some() && other.block.is_some() && self.block != other.block {
            return None;
        }
        let block_words = if self.block.is_some() { self.block_words } else { other.block_words.clone() };
        Some(Self {
            theme: if self.theme.is_empty() { other.theme.clone() } else { self.theme },
            verdict: self.verdict.or(other.verdict),
            because: both(self.because, &other.because),
            block: self.block.or(other.block),
            block_words,
            is_closed: self.is_closed || other.is_closed,
            assignee: self.assignee.or(other.assignee),
            due_on: [self.due_on, other.due_on].into_iter().flatten().min(),
            answered_at: self.answered_at.or(other.answered_at),
            ..self
        })
    }
}

/// Two texts, one after the other; what both say is written once.
fn both(one: String, other: &str) -> String {
    match (one.contains(other), other.contains(&one)) {
        (true, _) => one,
        (_, true) => other.to_owned(),
        _ => format!("{one}\n\n{other}"),
    }
}

/// A passage of an input.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "voice_excerpt", alias = "e")]
pub struct Excerpt {
    pub id: ExcerptId,
    #[record(column = "text_id", fixed)]
    pub text: TextId,
    #[record(column = "input_id", fixed)]
    pub input: InputId,
    #[record(column = "point_id")]
    pub point: PointId,
    /// Its position in the input.
    #[record(fixed)]
    pub place: i64,
    #[record(fixed)]
    pub said: String,
    /// A key that is equal for passages with the same words.
    #[record(fixed)]
    pub sameness: String,
    #[record(fixed)]
    pub created_at: Instant,
}

/// A point in a list, with the first passage that makes it.
#[derive(Debug, Clone, PartialEq, Eq, Row)]
#[record(table = "voice_point", alias = "q")]
pub struct PointLine {
    #[record(flatten)]
    pub point: Point,
    #[record(
        sql = "coalesce((select substr(e.said, 1, 1000) from voice_excerpt e where e.tenant_id = q.tenant_id and e.point_id = q.id order by e.created_at, e.place, e.id limit 1), '')"
    )]
    pub said: String,
    /// How many say it.
    #[record(
        sql = "(select count(*) from voice_excerpt e where e.tenant_id = q.tenant_id and e.point_id = q.id)"
    )]
    pub times: i64,
}

/// The words, whatever their case, accents, punctuation and line breaks.
fn words(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

/// A key that is equal for the same words, however they were pasted.
pub fn sameness(said: &str) -> String {
    samskab_web::token::hash(&words(said))
}

/// The lines that are not empty, as they are chosen on the page.
pub fn lines(said: &str) -> Vec<&str> {
    said.lines().map(str::trim).filter(|line| !line.is_empty()).collect()
}

/// Whether the typed text is contained in what was said, apart from line breaks and repeated blanks.
pub fn stands_in(said: &str, typed: &str) -> bool {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    !typed.trim().is_empty() && plain(said).contains(&plain(typed))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use samskab_kernel::{Clock, Dice};

    use super::*;

    fn point(theme: &str, verdict: Option<Verdict>, because: &str) -> Point {
        let (dice, now) = (Dice::seeded(5), Clock::real().now());
        Point { verdict, because: because.to_owned(), ..Point::new(dice.id(now), dice.id(now), theme, now) }
    }

    #[test]
    fn the_same_words_are_the_same_however_they_were_pasted() {
        assert_eq!(sameness("Mere kaffe  – nu!"), sameness("mere kaffe\nnu"));
        assert_ne!(sameness("Mere kaffe"), sameness("Mindre kaffe"));
    }

    #[test]
    fn a_passage_stands_in_its_input_whatever_its_line_breaks() {
        assert!(stands_in("Vi vil gerne\nhjælpe til.", "gerne hjælpe"));
        assert!(!stands_in("Vi vil gerne\nhjælpe til.", "gerne hjælpes"));
        assert!(!stands_in("Vi", " "));
    }

    #[test]
    fn two_points_with_different_answers_are_not_joined() {
        let (used, not) = (point("", Some(Verdict::Used), ""), point("", Some(Verdict::NotUsed), ""));
        assert_eq!(used.clone().joined(&not), None);
        let joined = used.joined(&point("Kørsel", None, "")).unwrap();
        assert_eq!((joined.verdict, joined.theme.as_str()), (Some(Verdict::Used), "Kørsel"));
    }

    proptest! {
        #[test]
        fn no_reason_is_lost_when_two_points_become_one(one in "[a-c ]{0,12}", other in "[a-c ]{0,12}") {
            let joined = point("", None, &one).joined(&point("", None, &other)).unwrap();
            prop_assert!(joined.because.contains(&one) && joined.because.contains(&other));
        }
    }
}
