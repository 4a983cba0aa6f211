//! What is aimed at: the values, focus areas and goals that a text says (RD-05, FX-09), the political goals of the
//! municipality (VB-05) and the headings of folkeoplysningsloven § 34 (RD-01); and what serves each of them.
//!
//! A context that works with a text reads [`of_text`] and [`coverage`]; nothing here asks who may read: what is not for all
//! is marked so.

mod blocks;
mod edit;
pub(crate) mod pick;
pub mod rules;
mod show;
pub mod store;

use samskab_kernel::{Id, Instant, Locale, codes};
use samskab_store::Record;
use samskab_web::{Access, Routes};
use samskab_writing::text::{BlockId, TextId};

pub use crate::id::{AimId, AimRow};
pub use rules::{Coverage, Links};
pub use show::{AimLine, headings_34};
pub use store::{coverage, of_text};

use crate::T;

/// The mark of something that serves an aim.
pub enum LinkRow {}
pub type LinkId = Id<LinkRow>;

codes! {
    pub enum AimKind {
        /// A value that a text names.
        Value => "value",
        /// A focus area of a text, with goals below it.
        Area => "area",
        Goal => "goal",
        /// A political goal of the municipality that is in no text of ours.
        Political => "political",
        /// A heading that the law wants in a text.
        Statute => "statute",
    }
}

codes! {
    /// What a policy on folkeoplysning says something about (folkeoplysningsloven § 34).
    pub enum Heading34 {
        /// Goals for taking part.
        Participation => "participation",
        /// Frames for associations, rooms among them.
        Frames => "frames",
        /// Interplay with groups that organise themselves, and money for development.
        SelfOrganised => "self_organised",
        /// Interplay with other areas and partnerships.
        Partnerships => "partnerships",
        Delimitation => "delimitation",
        /// How far those who use it are involved.
        Involvement => "involvement",
    }
}

impl Heading34 {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Participation => t.aim_34_participation(),
            Self::Frames => t.aim_34_frames(),
            Self::SelfOrganised => t.aim_34_self_organised(),
            Self::Partnerships => t.aim_34_partnerships(),
            Self::Delimitation => t.aim_34_delimitation(),
            Self::Involvement => t.aim_34_involvement(),
        }
    }
}

impl AimKind {
    /// The name of a single aim of this kind.
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Value => t.aim_kind_value(),
            Self::Area => t.aim_kind_area(),
            Self::Goal => t.aim_kind_goal(),
            Self::Political => t.aim_kind_political(),
            Self::Statute => t.aim_kind_statute(),
        }
    }

    /// The heading above the aims of this kind.
    pub fn heading(self, t: T) -> &'static str {
        match self {
            Self::Value => t.aim_heading_value(),
            Self::Area => t.aim_heading_area(),
            Self::Goal => t.aim_heading_goal(),
            Self::Political => t.aim_heading_political(),
            Self::Statute => t.aim_heading_statute(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "aim", alias = "a")]
pub struct Aim {
    pub id: AimId,
    #[record(fixed)]
    pub kind: AimKind,
    /// The text that says it; `None`: political, or the text is gone.
    #[record(column = "text_id", fixed)]
    pub text: Option<TextId>,
    /// The area a goal belongs to.
    #[record(column = "above_id")]
    pub above: Option<AimId>,
    /// The code of the heading in the law; empty: none.
    #[record(fixed)]
    pub code: String,
    /// The order among those of its kind, from 1.
    pub place: i64,
    pub title: String,
    /// The English title; empty: the same as in Danish.
    pub title_en: String,
    pub about: String,
    pub about_en: String,
    #[record(fixed)]
    pub created_at: Instant,
    pub updated_at: Instant,
}

samskab_store::events! {
    pub about aim(AimId) {}
    impl { fn of(aim: &Aim) { aim: aim.id } }

    AimWritten => "aim.written";
    AimChanged => "aim.changed";
    AimRemoved => "aim.removed";
    /// Other paragraphs of a text serve it.
    AimLinked => "aim.linked";
}

impl Aim {
    pub fn new(id: AimId, kind: AimKind, text: Option<TextId>, now: Instant) -> Self {
        Self {
            id,
            kind,
            text,
            above: None,
            code: String::new(),
            place: 1,
            title: String::new(),
            title_en: String::new(),
            about: String::new(),
            about_en: String::new(),
            created_at: now,
            updated_at: now,
        }
    }

    pub fn said(&self, locale: Locale) -> &str {
        match (self.code.parse::<Heading34>(), locale) {
            (Ok(heading), _) => heading.label(T(locale)),
            (Err(_), Locale::En) if !self.title_en.is_empty() => &self.title_en,
            _ => &self.title,
        }
    }

    pub fn about(&self, locale: Locale) -> &str {
        match locale {
            Locale::En if !self.about_en.is_empty() => &self.about_en,
            _ => &self.about,
        }
    }

    /// The address of the aim among the others of its text.
    pub fn href(&self) -> String {
        href(self.text)
    }
}

/// The address of all aims of a text; `None`: of the political goals.
pub fn href(text: Option<TextId>) -> String {
    text.map_or_else(|| "/maal".to_owned(), |text| format!("/maal?tekst={text}"))
}

/// A paragraph on the page of its text.
pub(crate) fn block_href(text: TextId, block: BlockId) -> String {
    format!("/tekster/{text}#afsnit-{block}")
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/maal", Access::Public, show::show)
        .get("/maal/nyt", Access::Decided, edit::new)
        .post("/maal/nyt", Access::Decided, edit::add)
        .post("/maal/lovkrav", Access::Decided, edit::statute)
        .get("/maal/{id}/rediger", Access::Decided, edit::show)
        .post("/maal/{id}/rediger", Access::Decided, edit::save)
        .post("/maal/{id}/slet", Access::Decided, edit::remove)
        .get("/maal/{id}/afsnit", Access::Decided, blocks::show)
        .post("/maal/{id}/afsnit", Access::Decided, blocks::save)
}
