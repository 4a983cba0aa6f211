//! What this part reads of the section "volunteering" of the settings.

use serde::Deserialize;

#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// How long a consent to be found lasts.
    pub consent_months: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { consent_months: 12 }
    }
}

impl Settings {
    pub fn of(tenant: &samskab_web::Tenant) -> Self {
        tenant.section("volunteering")
    }
}
