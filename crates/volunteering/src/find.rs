//! Finding a task: the front page, the search, the calendar, the map and the open data (FX-15).
//!
//! One search, many shapes. `filters` reads it from the URL, `search` asks the index, and each page or
//! feed shows what came back. Nothing here changes anything.

pub mod api;
mod calendar;
pub mod card;
pub mod dates;
mod documents;
mod feed;
pub mod filters;
mod front;
mod index;
mod loosen;
pub(crate) mod map;
mod search;

use samskab_web::{Access, Routes};

pub use documents::SOURCE;
pub(crate) use documents::is_current;

pub fn routes() -> Routes {
    Routes::new()
        .get("/", Access::Public, front::show)
        .get("/opgaver", Access::Public, index::show)
        .get("/opgaver/kalender", Access::Public, calendar::show)
        .get("/opgaver/kort", Access::Public, map::show)
        .get("/opgaver.rss", Access::Public, feed::rss)
        .get("/opgaver.json", Access::Public, feed::json)
        .get("/api", Access::Public, api::show)
        .get("/api/openapi.json", Access::Public, api::openapi)
}

#[cfg(test)]
mod tests;
