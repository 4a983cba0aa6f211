//! Passwords: argon2id, slow on purpose, never on the threads that answer requests.

use argon2::{Argon2, PasswordHash, PasswordHasher as _, PasswordVerifier as _, password_hash::SaltString};
use samskab_kernel::Dice;
use samskab_web::{Error, Result};
use tokio::{sync::Semaphore, task::spawn_blocking};

/// In characters. Length is what makes a password hard to guess; nothing else is demanded (NIST SP 800-63B).
pub(crate) const SHORTEST: usize = 10;
pub(crate) const LONGEST: usize = 200;

/// A hash that no password fits, with the same cost as the real ones. It is checked when the address is
/// unknown, so that the answer takes as long.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// How many are computed at once; the others wait. Each takes 19 MiB while it runs.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// The hash to store, with its salt and cost in it (PHC string).
///
/// # Errors
/// Only when the machine refuses memory or threads.
pub async fn hash(dice: &Dice, password: &str) -> Result<String> {
    let mut salt = [0_u8; 16];
    salt.copy_from_slice(&dice.bytes()[..16]);
    let password = password.to_owned();
    let _turn = AT_ONCE.acquire().await;
    spawn_blocking(move || {
        let salt = SaltString::encode_b64(&salt).map_err(fault)?;
        Argon2::default()
            .hash_password(password.as_bytes(), &salt)
            .map(|hash| hash.to_string())
            .map_err(fault)
    })
    .await
    .map_err(fault)?
}

/// Whether `password` is the one behind `hash`. `None` takes as long and is never right.
///
/// # Errors
/// Only when the machine refuses memory or threads.
pub(super) async fn is_right(hash: Option<String>, password: &str) -> Result<bool> {
    let known = hash.is_some();
    let hash = hash.unwrap_or_else(|| NOBODYS.to_owned());
    let password = password.to_owned();
    let _turn = AT_ONCE.acquire().await;
    let fits = spawn_blocking(move || {
        PasswordHash::new(&hash)
            .is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
    })
    .await
    .map_err(fault)?;
    Ok(known && fits)
}

fn fault(error: impl std::fmt::Display) -> Error {
    Error::Fault(format!("hashing a password: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_own_hash_only() {
        let dice = Dice::seeded(1);
        let hash = hash(&dice, "kaffe med fløde").await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hash}");
        assert!(is_right(Some(hash.clone()), "kaffe med fløde").await.unwrap());
        assert!(!is_right(Some(hash), "kaffe uden fløde").await.unwrap());
    }

    #[tokio::test]
    async fn nobodys_password_can_be_checked_and_is_never_right() {
        let read = PasswordHash::new(NOBODYS).unwrap();
        assert_eq!(read.params.get_decimal("m"), Some(19456), "as costly as a real one");
        assert_eq!(read.params.get_decimal("t"), Some(2));
        assert!(!is_right(None, "").await.unwrap());
    }

    #[tokio::test]
    async fn the_same_password_has_another_hash_each_time() {
        let dice = Dice::seeded(1);
        assert_ne!(
            hash(&dice, "kaffe med fløde").await.unwrap(),
            hash(&dice, "kaffe med fløde").await.unwrap()
        );
    }
}
