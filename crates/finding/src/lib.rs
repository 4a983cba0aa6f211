#![doc = include_str!("../README.md")]

pub mod api;
mod calendar;
mod called_off;
pub mod card;
pub mod dates;
mod documents;
mod feed;
pub mod filters;
mod front;
pub mod index;
mod known;
mod loosen;
mod map;
pub mod search;
mod show;
#[cfg(test)]
mod tests;

/// The texts of this context.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use called_off::DaysOff;
pub use documents::{SOURCE, is_current};
pub use i18n::T;
pub use known::days_off;

use std::borrow::Borrow;

use samskab_web::{Module, Routes};

samskab_i18n::falls_back_on!(T => samskab_taskbank::T);

impl T {
    /// The word behind a number that says how many tasks: `opgave` or `opgaver`. A page has a hundred of them, so it is
    /// one of two fixed texts.
    fn behind_count(self, count: impl Borrow<usize>) -> &'static str {
        if *count.borrow() == 1 { self.find_task_behind_count() } else { self.find_tasks_behind_count() }
    }
}

/// Finding a task, as the binary wires it.
pub fn module() -> Module {
    Module {
        name: "finding",
        routes: Routes::new()
            .kept("/", front::show)
            .kept("/opgaver", index::show)
            .kept("/opgaver/kalender", calendar::show)
            .kept("/opgaver/kort", map::show)
            .kept("/opgaver.rss", feed::rss)
            .kept("/opgaver.json", feed::json)
            .kept("/opgaver/{id}", show::show)
            .kept("/api", api::show)
            .kept("/api/openapi.json", api::openapi),
        sources: vec![SOURCE],
        texts: vec![|locale, key| T(locale).get(key)],
        ..Module::default()
    }
}
