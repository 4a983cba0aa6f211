#![doc = include_str!("../README.md")]

mod failure;
mod handler;
mod queue;
mod worker;

pub use failure::Failure;
pub use handler::Handler;
pub use queue::{
    GivenUp, Job, JobId, Recurring, count_given_up, enqueue, erase, given_up, let_go, recurring, rename,
    try_again,
};
pub use worker::Worker;
