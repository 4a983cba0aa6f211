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
pub mod index;
mod loosen;
mod map;
pub mod search;
mod show;

use samskab_web::Routes;

pub use documents::SOURCE;
pub use documents::is_current;
pub use show::{HEAD, MINE, READER, WAYS};

pub fn routes() -> Routes {
    Routes::new()
        .kept("/", front::show)
        .kept("/opgaver", index::show)
        .kept("/opgaver/kalender", calendar::show)
        .kept("/opgaver/kort", map::show)
        .kept("/opgaver.rss", feed::rss)
        .kept("/opgaver.json", feed::json)
        .kept("/opgaver/{id}", show::show)
        .kept("/api", api::show)
        .kept("/api/openapi.json", api::openapi)
}

#[cfg(test)]
mod tests;
