//! What this context gives to the import: units, positions and associations from a file.

mod associations;
pub mod known;
mod positions;
mod traces;
mod units;

use samskab_import::Kind;
use samskab_kernel::Locale;
use samskab_web::Actor;

pub use traces::BUILT;

use crate::{
    T,
    authority::{self, Action, Resource},
};

/// In the order in which files are best imported.
pub static KINDS: [Kind; 3] = [
    Kind::of::<units::Known>(texts),
    Kind::of::<positions::Known>(texts),
    Kind::of::<associations::Known>(texts),
];

fn texts(locale: Locale, key: &str) -> Option<&'static str> {
    T(locale).get(key)
}

/// Who may send a file, of whatever kind.
pub fn may(actor: &Actor) -> bool {
    authority::may(actor, Action::Import, Resource::Municipality)
}
