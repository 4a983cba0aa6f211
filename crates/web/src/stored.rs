//! How much the files of a municipality take up, over all contexts that keep files, and how much they may (ADR 0016).

use samskab_kernel::{Locale, TenantId};
use samskab_store::Connection;
use serde::Deserialize;

use crate::{Cx, Result, T, Tenant, module::BoxFuture};

/// The section of the settings.
pub const SECTION: &str = "files";
/// Megabytes of a municipality that has decided nothing.
pub const USUAL_MB: i64 = 5_120;
/// Percentage of the limit from which a warning is shown.
const NEARLY: i64 = 80;
const MB: i64 = 1024 * 1024;

/// The files of one context.
#[derive(Clone, Copy)]
pub struct StoredFiles {
    /// "Bilag til møder"
    pub what: fn(Locale) -> &'static str,
    /// The table with their bytes.
    pub table: &'static str,
    pub sum: for<'a> fn(&'a mut Connection, TenantId) -> BoxFuture<'a, samskab_store::Result<Sum>>,
}

/// How many, and how many bytes they are together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, samskab_store::Row)]
pub struct Sum {
    pub files: i64,
    pub bytes: i64,
}

#[derive(Debug, Deserialize)]
#[serde(default)]
struct Settings {
    limit_mb: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { limit_mb: USUAL_MB }
    }
}

/// How full it is.
#[derive(Debug, Clone)]
pub struct Room {
    /// For each context the name of its files, and their size.
    pub parts: Vec<(&'static str, Sum)>,
    pub used: i64,
    /// The limit in bytes.
    pub limit: i64,
}

impl Room {
    /// How much of the room is used. Runs one query for each context that keeps files.
    ///
    /// # Errors
    /// When they cannot be counted.
    #[samskab_store::compiled_once]
    pub async fn of(cx: &Cx, connection: &mut Connection) -> Result<Self> {
        let mut parts = Vec::new();
        for one in &cx.services.stored {
            parts.push(((one.what)(cx.locale), (one.sum)(connection, cx.tenant.id).await?));
        }
        let used = parts.iter().map(|(_, sum)| sum.bytes).sum();
        Ok(Self { parts, used, limit: limit(&cx.tenant) })
    }

    pub fn takes(&self, bytes: usize) -> bool {
        self.used.saturating_add(i64::try_from(bytes).unwrap_or(i64::MAX)) <= self.limit
    }

    pub fn is_nearly_full(&self) -> bool {
        self.used >= self.limit / 100 * NEARLY
    }

    pub fn is_full(&self) -> bool {
        self.used >= self.limit
    }
}

fn limit(tenant: &Tenant) -> i64 {
    let settings: Settings = tenant.section(SECTION);
    settings.limit_mb.saturating_mul(MB)
}

/// Why a file of this many bytes is refused, with the next step; `None`: there is room for it.
///
/// # Errors
/// When the files cannot be counted.
pub async fn no_room(cx: &Cx, connection: &mut Connection, bytes: usize) -> Result<Option<String>> {
    let room = Room::of(cx, connection).await?;
    Ok((!room.takes(bytes)).then(|| T(cx.locale).file_no_room().to_owned()))
}

/// "1,2 GB", "340 MB", "12 kB"
pub fn said_bytes(locale: Locale, bytes: i64) -> String {
    let tenths = |of: i64| {
        let tenths = (bytes * 10 + of / 2) / of;
        match tenths % 10 {
            0 => locale.number(tenths / 10),
            rest => format!(
                "{}{}{rest}",
                locale.number(tenths / 10),
                if locale == Locale::Da { ',' } else { '.' }
            ),
        }
    };
    match bytes {
        0 => "0 kB".to_owned(),
        ..MB => format!("{} kB", locale.number((bytes + 1023) / 1024)),
        _ if bytes < 1024 * MB => format!("{} MB", tenths(MB)),
        _ => format!("{} GB", tenths(1024 * MB)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(used: i64, limit: i64) -> Room {
        Room { parts: Vec::new(), used, limit }
    }

    #[test]
    fn it_is_said_before_it_is_full_and_the_last_byte_is_taken() {
        assert!(!room(79 * MB, 100 * MB).is_nearly_full());
        assert!(room(80 * MB, 100 * MB).is_nearly_full() && !room(80 * MB, 100 * MB).is_full());
        assert!(
            room(99 * MB, 100 * MB).takes(1024 * 1024) && !room(99 * MB, 100 * MB).takes(1024 * 1024 + 1)
        );
    }

    #[test]
    fn sizes_are_said_as_people_say_them() {
        let said = |bytes| said_bytes(Locale::Da, bytes);
        assert_eq!([said(0), said(1), said(12 * 1024)], ["0 kB", "1 kB", "12 kB"]);
        assert_eq!(
            [said(340 * MB), said(MB * 3 / 2), said(1024 * MB * 6 / 5)],
            ["340 MB", "1,5 MB", "1,2 GB"]
        );
        assert_eq!(said_bytes(Locale::En, MB * 3 / 2), "1.5 MB");
    }
}
