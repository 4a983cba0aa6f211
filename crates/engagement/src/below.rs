//! What the task bank shows once people are interested: tests that need both contexts.

mod channel;
