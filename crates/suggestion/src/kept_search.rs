//! A search that somebody keeps and gets by mail: without an account, confirmed by a link, stopped with one click.
//!
//! The search is kept as its address has it, so that "lørdag" means next Saturday each time. Everything new in all
//! searches of one address comes in one mail, on Fridays or every day.

mod begin;
mod own;
mod personal;
mod rules;
pub mod store;
mod tell;
#[cfg(test)]
mod tests;

use samskab_finding::filters::Filters;
use samskab_jobs::Handler;
use samskab_kernel::{Day, Id, Instant, Locale, codes, contact::Email, jiff::SignedDuration};
use samskab_store::Record;
use samskab_web::{Access, Routes, Services, form};

pub use personal::{erase, known, readdress, retention, section};

/// The mark of a kept search.
pub enum KeptSearchRow {}
pub type KeptSearchId = Id<KeptSearchRow>;

codes! {
    /// How often its owner is told.
    pub enum Rhythm { Weekly => "weekly", Daily => "daily" }
}

/// A search of one address. Personal data (law B.7): read by whoever reads the address.
#[derive(Debug, Clone, PartialEq, Record)]
#[record(table = "kept_search", alias = "k")]
pub struct KeptSearch {
    pub id: KeptSearchId,
    #[record(fixed)]
    pub email: Email,
    #[record(fixed)]
    pub locale: Locale,
    /// The query of the list's address, without the question mark; empty: everything.
    #[record(fixed)]
    pub search: String,
    /// The search in words.
    #[record(fixed)]
    pub said: String,
    pub rhythm: Rhythm,
    /// When somebody showed that the address is theirs; nothing is mailed before.
    pub confirmed_at: Option<Instant>,
    /// Tasks published after this moment are new.
    pub told_until: Instant,
    /// The day its owner was last told, or there was nothing to tell.
    pub told_on: Option<Day>,
    pub ends_at: Instant,
    #[record(fixed)]
    pub created_at: Instant,
}

/// Days until a search is deleted that nobody confirms.
const UNCONFIRMED_DAYS: i64 = 2;
/// Days from a yes until a search ends by itself.
const KEPT_DAYS: i64 = 365;
/// Days before a search ends from which its mails say so.
const ENDING_DAYS: i64 = 31;
/// At most this many searches of one address: nobody needs more, and a stranger who types another's address does no
/// more harm.
const MOST_OF_AN_ADDRESS: usize = 20;

impl KeptSearch {
    /// The choices, as the list reads them.
    pub fn filters(&self) -> Filters {
        Filters::read(&form::pairs(&self.search)).0
    }

    /// The address of the list of what it finds now.
    pub fn href(&self) -> String {
        if self.search.is_empty() { "/opgaver".to_owned() } else { format!("/opgaver?{}", self.search) }
    }

    /// Its owner says yes to it, for the first time or once more: what came before the yes is new too.
    pub fn confirm(self, now: Instant) -> Self {
        Self {
            ends_at: now.plus_days(KEPT_DAYS),
            told_on: self.told_on.or(Some(now.day())),
            confirmed_at: self.confirmed_at.or(Some(now)),
            ..self
        }
    }

    pub fn ends_soon(&self, now: Instant) -> bool {
        self.ends_at < now.plus_days(ENDING_DAYS)
    }
}

/// The part of a search that is kept: not the page one is on, nor its order, nor the channel one came by.
fn normal(filters: Filters) -> String {
    let plain = Filters { page: 1, order: None, via: None, ..filters };
    plain.href("").trim_start_matches('?').to_owned()
}

pub fn routes() -> Routes {
    Routes::new()
        .get("/soegninger/ny", Access::Public, begin::show)
        .post("/soegninger/ny", Access::Public, begin::send)
        .get("/soegninger/tak", Access::Public, begin::thanks)
        .get("/soegninger/{key}", Access::Link, own::show)
        .post("/soegninger/{key}/bekraeft", Access::Link, own::confirm)
        .post("/soegninger/{key}/hyppighed", Access::Link, own::change)
        .post("/soegninger/{key}/stop", Access::Link, own::stop)
        .post("/soegninger/{key}/afmeld", Access::Link, own::stop_all)
}

pub fn jobs() -> Vec<Handler<Services>> {
    vec![Handler::every(tell::JOB, SignedDuration::from_mins(15), tell::tell)]
}
