//! Fjordlund: the one small invented town used by the demo, the tests and the screenshots.

use samskab_kernel::Instant;
use samskab_store::Db;

pub const TOWN: &str = "Fjordlund Kommune";

/// Somebody the demo lets you be.
pub struct SignIn {
    pub title: String,
    pub shows: String,
}

pub fn sign_ins() -> anyhow::Result<Vec<SignIn>> {
    Ok(Vec::new())
}

/// Loads the town unless there is one; says whether it did.
pub async fn load_if_empty(_db: &Db, _now: Instant) -> anyhow::Result<bool> {
    Ok(false)
}
