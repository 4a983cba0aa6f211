#![doc = include_str!("../README.md")]

mod delivery;
mod letter;
mod outbox;
mod transport;

pub use delivery::{DAYS_KEPT, Post, handlers, to_forget};
pub use letter::{Letter, Signature};
pub use outbox::{MailId, Message, Posted, erase, recent, send};
pub use transport::{NotATransport, Transport};
