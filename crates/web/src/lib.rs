#![doc = include_str!("../README.md")]

pub mod actor;
pub mod app;
pub mod assets;
pub mod built;
pub mod cx;
mod download;
pub mod erasure;
pub mod error;
mod even;
pub mod exit;
mod failure;
pub mod follow;
pub mod form;
pub mod forwarded;
mod health;
pub mod icalendar;
mod kept;
pub mod limits;
pub mod map;
pub mod merge;
pub mod module;
pub mod paging;
pub mod personal;
mod remembered;
pub mod retention;
mod security;
mod sent_form;
mod services;
pub mod session;
pub mod shell;
mod states;
pub mod stored;
pub mod tenant;
#[doc(hidden)]
pub mod testing;
pub mod token;
pub mod upload;
mod waiting;

/// The shell's own texts: navigation, footer, errors, form messages.
pub mod i18n {
    include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
}

pub use actor::{Actor, Standing};
pub use app::app;
pub use cx::Cx;
pub use download::{TextFile, download, download_text, file_name, written};
pub use error::{Error, Result};
pub use even::even_time;
pub use form::{Check, Errors, Form};
pub use i18n::T;
pub use module::{Access, Module, NavItem, Routes, WorkItem};
pub use remembered::{Moment, Remembered};
pub use services::{Config, DemoPerson, Services};
pub use shell::Shell;
pub use states::State;
pub use tenant::Tenant;
