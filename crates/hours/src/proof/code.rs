//! The code on a proof: eight characters that nobody mistakes for others, `K7QF-3MXA`.
//!
//! Crockford's alphabet: 32 characters without I, L, O and U, so that eight of them are 40 bits; typed as O it is a
//! 0, as I or L a 1. With the pages' limit of tries a minute, to guess one takes longer than a municipality lasts.

use std::{fmt, str::FromStr};

use samskab_kernel::Dice;

const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 8;

/// A code, in capital letters with its hyphen.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ProofCode(String);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a code of a proof")]
pub struct NotACode;

impl ProofCode {
    pub fn fresh(dice: &Dice) -> Self {
        let bytes = dice.bytes();
        let signs = bytes.iter().take(LENGTH).map(|byte| char::from(ALPHABET[usize::from(byte % 32)]));
        Self::of(signs)
    }

    fn of(signs: impl Iterator<Item = char>) -> Self {
        let mut code = String::with_capacity(LENGTH + 1);
        for (place, sign) in signs.enumerate() {
            if place == LENGTH / 2 {
                code.push('-');
            }
            code.push(sign);
        }
        Self(code)
    }

    /// The page that anybody can check it on.
    pub fn href(&self) -> String {
        format!("/bevis/{self}")
    }
}

impl FromStr for ProofCode {
    type Err = NotACode;
    /// As people type it: in small letters, with or without the hyphen, with spaces, O for 0.
    fn from_str(text: &str) -> Result<Self, NotACode> {
        let mut signs = Vec::with_capacity(LENGTH);
        for typed in text.trim().chars() {
            if matches!(typed, '-' | '–' | ' ' | '\u{a0}') {
                continue;
            }
            let sign = match typed.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                sign => sign,
            };
            if !u8::try_from(sign).is_ok_and(|byte| ALPHABET.contains(&byte)) || signs.len() == LENGTH {
                return Err(NotACode);
            }
            signs.push(sign);
        }
        if signs.len() == LENGTH { Ok(Self::of(signs.into_iter())) } else { Err(NotACode) }
    }
}

impl fmt::Display for ProofCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
impl fmt::Debug for ProofCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
samskab_kernel::stored_as_text!(ProofCode, |code: &ProofCode| code.0.clone(), |text: &str| text
    .parse::<ProofCode>());

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        for typed in ["K7QF-3MXA", "k7qf-3mxa", "k7qf3mxa", " K7QF 3MXA ", "K7QF–3MXA"] {
            assert_eq!(typed.parse::<ProofCode>().unwrap().to_string(), "K7QF-3MXA", "{typed}");
        }
        assert_eq!("o1li-0000".parse::<ProofCode>().unwrap().to_string(), "0111-0000");
    }

    #[test]
    fn what_is_no_code_is_none() {
        for typed in ["", "K7QF-3MX", "K7QF-3MXAA", "K7QF-3MXÅ", "UUUU-UUUU", "K7QF_3MXA", "'; --"] {
            assert_eq!(typed.parse::<ProofCode>(), Err(NotACode), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn every_code_is_read_back_however_it_is_written(seed: u64) {
            let code = ProofCode::fresh(&Dice::seeded(seed));
            prop_assert_eq!(&code.to_string().parse::<ProofCode>().unwrap(), &code);
            prop_assert_eq!(&code.to_string().to_lowercase().replace('-', "").parse::<ProofCode>().unwrap(), &code);
        }
    }
}
