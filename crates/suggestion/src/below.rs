//! What the task bank shows once people are interested: tests that need contexts above it.

mod channel;
