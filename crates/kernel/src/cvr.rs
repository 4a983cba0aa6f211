//! The Danish company and association number.

use std::{fmt, str::FromStr};

/// A CVR number whose check digit is right. Not unique for an association: local branches
/// share the national one (law B.12).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cvr(u32);

#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotACvr {
    #[error("a CVR number has eight digits")]
    Digits,
    #[error("the check digit of the CVR number is wrong")]
    Check,
}

impl FromStr for Cvr {
    type Err = NotACvr;

    /// Eight digits, with or without “DK”, spaces, dots and hyphens. Modulus 11 with the
    /// weights 2, 7, 6, 5, 4, 3, 2, 1 (Erhvervsstyrelsen).
    fn from_str(text: &str) -> Result<Self, NotACvr> {
        let text = text.trim();
        let text = text.strip_prefix("DK").or_else(|| text.strip_prefix("dk")).unwrap_or(text);
        let mut digits = Vec::with_capacity(8);
        for c in text.chars() {
            match c.to_digit(10) {
                Some(digit) => digits.push(digit),
                None if matches!(c, ' ' | '-' | '.' | '\u{a0}') => {}
                None => return Err(NotACvr::Digits),
            }
        }
        if digits.len() != 8 || digits[0] == 0 {
            return Err(NotACvr::Digits);
        }
        let sum: u32 =
            digits.iter().zip([2, 7, 6, 5, 4, 3, 2, 1]).map(|(digit, weight)| digit * weight).sum();
        if !sum.is_multiple_of(11) {
            return Err(NotACvr::Check);
        }
        Ok(Self(digits.iter().fold(0, |number, digit| number * 10 + digit)))
    }
}
impl fmt::Display for Cvr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08}", self.0)
    }
}
impl fmt::Debug for Cvr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
crate::stored_as_text!(Cvr, |cvr: &Cvr| cvr.to_string(), |text: &str| text.parse::<Cvr>());

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_official_examples() {
        for good in ["13748136", "35231528", "24256790", "13585628", "DK 13 74 81 36", "1374-8136"] {
            assert!(good.parse::<Cvr>().is_ok(), "{good}");
        }
        for wrong in ["12345678", "24256791", "13585627", "35254119"] {
            assert_eq!(wrong.parse::<Cvr>(), Err(NotACvr::Check), "{wrong}");
        }
        for short in ["", "1374813", "137481360", "1374813A"] {
            assert_eq!(short.parse::<Cvr>(), Err(NotACvr::Digits), "{short}");
        }
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_always_caught(at in 0usize..8, by in 1u32..10) {
            let mut digits: Vec<u32> = "13748136".chars().filter_map(|c| c.to_digit(10)).collect();
            digits[at] = (digits[at] + by) % 10;
            let text: String = digits.iter().map(u32::to_string).collect();
            prop_assert!(text.parse::<Cvr>().is_err());
        }
    }
}
