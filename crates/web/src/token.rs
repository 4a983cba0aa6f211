//! Secrets in links and cookies. Only their hash is stored.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use samskab_kernel::Dice;
use sha2::{Digest as _, Sha256};

/// A fresh secret of 256 bits, as it stands in the link.
pub fn fresh(dice: &Dice) -> String {
    URL_SAFE_NO_PAD.encode(dice.bytes())
}

/// As it is stored. A fast hash is right here: the secret itself cannot be guessed.
pub fn hash(token: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(token.as_bytes()))
}
