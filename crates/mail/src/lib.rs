#![doc = include_str!("../README.md")]

mod calendar;
mod delivery;
mod letter;
mod outbox;
mod transport;

pub use calendar::{CalendarFile, CalendarKind};
pub use delivery::{DAYS_KEPT, NOT_REACHED, Post, handlers, to_forget};
pub use letter::{Letter, Signature};
pub use outbox::{
    MailCameBack, MailId, Message, Posted, SentTo, calendar_of, came_back, count_came_back, erase, let_go,
    readdress, recent, recipient, send, send_again, send_until_stopped, send_with_calendar, sent_to,
};
pub use transport::{NotATransport, Transport};
