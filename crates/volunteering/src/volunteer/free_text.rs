//! What somebody writes in their own words. Numbers like a CPR number are refused before they are stored
//! (law B.7); everything else is theirs.

use samskab_web::Check;

pub use samskab_web::form::looks_like_cpr;

/// Text of at most `max` characters that may be empty. The message at the field says kindly what to leave
/// out. [`Check::text`] and [`Check::required`] look for the same numbers.
pub fn checked(check: &mut Check, field: &str, value: &str, max: usize) -> Option<String> {
    check.text(field, value, max)
}
