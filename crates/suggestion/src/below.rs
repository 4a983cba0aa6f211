//! What the task bank shows once people are interested, and how somebody written down by a place comes to begin: tests that
//! need contexts above, or that the crate they are about has no room for.

mod channel;
mod words;
