//! Where volunteers come from (VB-22, VB-23): channels with a short link each, the link every volunteer
//! has of their own, posters, and what all of it leads to.
//!
//! No cookie and no visitor: the code travels in the address (`?v=kode`), a visit is a number, and what is
//! stored with an interest is what stands in its form, where the person can change it.

pub mod asked;
mod edit;
pub mod effect;
pub mod event;
mod follow;
mod list;
mod own;
mod poster;
pub mod qr;
pub mod short;
mod show;
pub mod store;
#[cfg(test)]
pub mod tests;
pub mod visits;

pub use own::{known, section};

use std::{fmt, str::FromStr};

use samskab_jobs::Handler;
use samskab_kernel::{Dice, Id, Instant, UnknownCode, codes, danish, jiff::SignedDuration};
use samskab_organisation::person::PersonId;
use samskab_store::Record;
use samskab_web::{Access, Cx, Routes, Services, form};
use serde::Deserialize;

use crate::T;

/// The mark of a channel.
pub enum ChannelRow {}
pub type ChannelId = Id<ChannelRow>;

codes! {
    /// Who tells of the tasks (VB-22).
    pub enum ChannelKind {
        Association => "association",
        Council => "council",
        Church => "church",
        /// The volunteers' house.
        House => "house",
        LanguageSchool => "language_school",
        Education => "education",
        Friends => "friends",
        Media => "media",
        Library => "library",
        /// The municipality's own: the citizens' service, its pages, its posters.
        Municipality => "municipality",
        /// A volunteer's own link (VB-23); made by itself, never in the register.
        Personal => "personal",
    }
}

impl ChannelKind {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Association => t.channel_kind_association(),
            Self::Council => t.channel_kind_council(),
            Self::Church => t.channel_kind_church(),
            Self::House => t.channel_kind_house(),
            Self::LanguageSchool => t.channel_kind_language_school(),
            Self::Education => t.channel_kind_education(),
            Self::Friends => t.channel_kind_friends(),
            Self::Media => t.channel_kind_media(),
            Self::Library => t.channel_kind_library(),
            Self::Municipality => t.channel_kind_municipality(),
            Self::Personal => t.channel_kind_personal(),
        }
    }

    /// The kinds that a coordinator registers.
    pub fn registered() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|kind| *kind != Self::Personal)
    }
}

codes! {
    /// What somebody answered to "how did you hear of it?".
    pub enum HeardFrom {
        /// A channel of the register; which one is stored besides.
        Channel => "channel",
        /// Somebody who volunteers (VB-23).
        Volunteer => "volunteer",
        Staff => "staff",
        Website => "website",
        Newspaper => "newspaper",
        SocialMedia => "social_media",
        Poster => "poster",
        Event => "event",
        Other => "other",
    }
}

impl HeardFrom {
    pub fn label(self, t: T) -> &'static str {
        match self {
            Self::Channel => t.channel_heard_channel(),
            Self::Volunteer => t.channel_heard_volunteer(),
            Self::Staff => t.channel_heard_staff(),
            Self::Website => t.channel_heard_website(),
            Self::Newspaper => t.channel_heard_newspaper(),
            Self::SocialMedia => t.channel_heard_social_media(),
            Self::Poster => t.channel_heard_poster(),
            Self::Event => t.channel_heard_event(),
            Self::Other => t.channel_heard_other(),
        }
    }
}

/// The code of a channel in its address: `/v/{code}`. Lower case, a–z, 2–9 and hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChannelCode(String);

/// Characters in a code, at most: what fits on a poster.
const LONGEST_CODE: usize = 40;

impl ChannelCode {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A code made from a name: `aeldre-sagen-fjordlund`. `None` when no character of the name can be in an address.
    pub fn of_name(name: &str) -> Option<Self> {
        let mut code = String::new();
        for letter in danish::fold(name).chars() {
            match letter {
                'a'..='z' | '0'..='9' => code.push(letter),
                _ if code.ends_with('-') => {}
                _ => code.push('-'),
            }
        }
        let code: String = code.trim_matches('-').chars().take(LONGEST_CODE - 4).collect();
        code.trim_matches('-').parse().ok()
    }

    /// The code for a second channel of the same name: `besoegsvenner-2`.
    #[must_use]
    pub fn numbered(&self, number: usize) -> Self {
        Self(format!("{}-{number}", self.0))
    }

    /// A random code: a personal link must not say whose it is. Without letters that look alike.
    pub fn fresh(dice: &Dice) -> Self {
        const LETTERS: &[u8; 31] = b"abcdefghjkmnpqrstuvwxyz23456789";
        Self(dice.bytes().iter().take(8).map(|byte| char::from(LETTERS[usize::from(*byte) % 31])).collect())
    }
}

impl FromStr for ChannelCode {
    type Err = UnknownCode;

    fn from_str(text: &str) -> Result<Self, UnknownCode> {
        let is_code = (1..=LONGEST_CODE).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
            && !text.starts_with('-');
        if is_code {
            Ok(Self(text.to_owned()))
        } else {
            Err(UnknownCode { list: "ChannelCode", code: text.to_owned() })
        }
    }
}

impl fmt::Display for ChannelCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

samskab_kernel::stored_as_text!(ChannelCode, |code: &ChannelCode| code.0.clone(), |text: &str| text
    .parse::<ChannelCode>(
));

/// A way by which people come.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "channel")]
pub struct Channel {
    pub id: ChannelId,
    #[record(fixed)]
    pub code: ChannelCode,
    /// Empty for a volunteer's own link: only `person_id` says whose it is.
    pub name: String,
    pub kind: ChannelKind,
    /// Whose own link it is (VB-23).
    #[record(fixed)]
    pub person_id: Option<PersonId>,
    /// Whether it is offered where one chooses among channels. Its link leads on for ever: posters hang long.
    pub is_active: bool,
    #[record(fixed)]
    pub created_at: Instant,
}

impl Channel {
    /// `/v/aeldre-sagen`, to the front page or to a task.
    pub fn path(&self, task: Option<crate::task::TaskId>) -> String {
        match task {
            Some(task) => format!("/v/{}?opgave={task}", self.code),
            None => format!("/v/{}", self.code),
        }
    }

    pub fn href(&self) -> String {
        format!("/kanaler/{}", self.id)
    }
}

/// How somebody came to a task, as they left it in the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CameBy {
    pub channel: Option<ChannelId>,
    pub heard_from: Option<HeardFrom>,
}

impl CameBy {
    /// The answer as stored; empty when none was given.
    pub fn heard_from_code(self) -> String {
        self.heard_from.map_or("", HeardFrom::code).to_owned()
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ChannelQuery {
    v: String,
}

/// The code that the reader's address carries along. Known or not: it is looked up when it is needed.
pub fn from_request(cx: &Cx) -> Option<ChannelCode> {
    form::query::<ChannelQuery>(cx).v.parse().ok()
}

/// `href` with the code carried on.
pub fn carried_on(href: &str, code: Option<&ChannelCode>) -> String {
    match code {
        Some(code) => {
            let joint = if href.contains('?') { '&' } else { '?' };
            format!("{href}{joint}v={code}")
        }
        None => href.to_owned(),
    }
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/v/{code}", Access::Public, follow::follow)
        .get("/v/{code}/{letters}", Access::Public, follow::follow_short)
        .get("/kanaler", Access::Decided, list::show)
        .get("/kanaler.csv", Access::Decided, list::spreadsheet)
        .get("/kanaler/ny", Access::Decided, edit::new)
        .post("/kanaler/ny", Access::Decided, edit::create)
        .get("/kanaler/{id}", Access::Decided, show::show)
        .get("/kanaler/{id}/rediger", Access::Decided, edit::edit)
        .post("/kanaler/{id}/rediger", Access::Decided, edit::save)
        .get("/opgaver/{id}/plakat", Access::Decided, poster::show)
        .get(own::PATH, Access::SignedIn, own::show)
        .post(own::PATH, Access::SignedIn, own::make)
}

pub fn jobs() -> Vec<Handler<Services>> {
    vec![Handler::every("channel.visits", SignedDuration::from_mins(1), visits::write_down)]
}
