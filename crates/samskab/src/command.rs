//! One file a command.

pub mod backup;
pub mod create;
pub mod demo;
pub mod doctor;
pub mod end;
pub mod host;
pub mod import;
pub mod migrate;
pub mod serve;
