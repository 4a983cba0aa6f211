//! Why a job did not succeed, in words that may stand in a log.

use std::{error::Error, fmt};

/// The longest reason that is kept, in characters.
const LONGEST: usize = 300;

/// A job that did not succeed. Any error becomes one with `?` and is tried again later.
///
/// Its reason is logged and kept in the job's row, so it is scrubbed: a word with an `@` or with six
/// digits in a row (an address, a telephone number, a CPR number) is replaced by `…`.
pub struct Failure {
    reason: String,
    pub(crate) is_final: bool,
}

impl Failure {
    /// A failure that is worth another try.
    pub fn temporary(reason: impl fmt::Display) -> Self {
        Self { reason: scrubbed(&reason.to_string()), is_final: false }
    }

    /// Another try would fail in the same way: the job is given up at once and waits for a person.
    pub fn permanent(reason: impl fmt::Display) -> Self {
        Self { reason: scrubbed(&reason.to_string()), is_final: true }
    }

    /// What went wrong, without personal data, at most 300 characters.
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

// Not itself an `Error`: that is what lets every error become one.
impl<E: Error> From<E> for Failure {
    fn from(error: E) -> Self {
        let mut reason = error.to_string();
        let mut source = error.source();
        while let Some(cause) = source {
            let cause_text = cause.to_string();
            if !reason.contains(&cause_text) {
                reason = format!("{reason}: {cause_text}");
            }
            source = cause.source();
        }
        Self::temporary(reason)
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.reason, if self.is_final { "permanent" } else { "temporary" })
    }
}

fn scrubbed(reason: &str) -> String {
    let words = reason.split_whitespace().map(|word| if is_personal(word) { "…" } else { word });
    words.collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect()
}

fn is_personal(word: &str) -> bool {
    let mut digits_in_a_row = 0;
    word.chars().any(|character| {
        digits_in_a_row = if character.is_ascii_digit() { digits_in_a_row + 1 } else { 0 };
        character == '@' || digits_in_a_row >= 6
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_numbers_of_people_are_scrubbed() {
        let failure = Failure::temporary(
            "550 <anna@fjordlund.example>: no such\nuser, ring 12345678 eller 654321-1234",
        );
        assert_eq!(failure.reason(), "550 … no such user, ring … eller …");
    }

    #[test]
    fn an_error_tells_its_causes_once() {
        let cause = std::io::Error::other("the disk is full");
        let failure = Failure::from(samskab_store::Error::Database(sqlx::Error::Io(cause)));
        assert_eq!(failure.reason().matches("the disk is full").count(), 1);
        assert!(!failure.is_final);
    }

    #[test]
    fn a_reason_is_never_longer_than_a_log_line_bears() {
        assert_eq!(Failure::permanent("å ".repeat(4_000)).reason().chars().count(), LONGEST);
    }
}
