//! Node packages and the browser, for the asset build and the browser tests.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::command::{command, find, install, root, show};

/// Where Debian, Ubuntu and others put Chromium.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Installs the packages of `folder` exactly as locked, unless they are there already.
pub fn packages(folder: impl AsRef<Path>) -> Result<()> {
    let folder = root().join(folder);
    if !folder.join("package-lock.json").is_file() || is_current(&folder) {
        return Ok(());
    }
    if find("npm").is_none() {
        install(&["nodejs", "npm"])?;
    }
    let mut npm = command("npm ci --no-audit --no-fund");
    npm.current_dir(&folder);
    show(npm)?.require_success()?;
    Ok(())
}

/// npm leaves a copy of the lock in `node_modules`; it is written last, so an interrupted install is not current.
fn is_current(folder: &Path) -> bool {
    let changed = |path: PathBuf| fs::metadata(path).and_then(|file| file.modified()).ok();
    match (changed(folder.join("node_modules/.package-lock.json")), changed(folder.join("package-lock.json")))
    {
        (Some(installed), Some(locked)) => installed >= locked,
        _ => false,
    }
}

/// The browser: the one named by `CHROMIUM`, or one on `PATH`, or Debian's, installed now.
pub fn chromium() -> Result<PathBuf> {
    let there =
        || env::var_os("CHROMIUM").map(PathBuf::from).or_else(|| BROWSERS.iter().find_map(|name| find(name)));
    if let Some(path) = there() {
        return Ok(path);
    }
    install(&["chromium", "fonts-liberation"])?;
    there().context("Chromium was installed, but is not on PATH")
}
