#![doc = include_str!("../README.md")]

mod failure;
mod handler;
mod queue;
mod worker;

pub use failure::Failure;
pub use handler::Handler;
pub use queue::{GivenUp, Job, JobId, enqueue, given_up, try_again};
pub use worker::Worker;
