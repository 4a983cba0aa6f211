//! Builds `assets/` into `OUT_DIR/assets`, so that `cargo run` alone gives a program with everything inside.
//!
//! `npm ci` runs only when `package-lock.json` has changed since the last time (a stamp beside the installed
//! packages says which lock they came from); a lock file keeps two builds at once out of each other's way.

use std::{
    env,
    fs::{self, File},
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
    process::Command,
};

const NEEDS_NODE: &str =
    "Samskab's pages need Node.js 20 or newer with npm while they are built (not while they run).
  Debian/Ubuntu:  apt-get install nodejs npm      (or nodesource.com for a newer one)
  macOS:          brew install node
  Windows:        winget install OpenJS.NodeJS.LTS
Then run the same cargo command again.";

pub fn build() -> Result<(), String> {
    let sources = manifest_dir()?.join("../../assets");
    for watched in
        ["build.mjs", "icons.json", "package.json", "package-lock.json", "styles", "scripts", "images"]
    {
        println!("cargo:rerun-if-changed={}", sources.join(watched).display());
    }
    println!("cargo:rerun-if-changed=build/assets.rs");

    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: run this through cargo")?);
    install_packages(&sources)?;
    run(
        Command::new("node").arg("build.mjs").arg(out.join("assets")).current_dir(&sources),
        "node build.mjs",
    )?;
    copy_fonts(&sources, &out)?;
    fs::write(out.join("asset_urls.rs"), urls(&out.join("assets/manifest.json"))?)
        .map_err(|error| format!("could not write asset_urls.rs: {error}"))
}

/// The fonts of PDFs: whole, where a browser gets the Latin letters only. Beside the files that are served, not among them.
fn copy_fonts(sources: &Path, out: &Path) -> Result<(), String> {
    let folder = sources.join("node_modules/dkfds/dist/fonts/IBMPlexSans/complete/ttf");
    for name in ["IBMPlexSans-Regular.ttf", "IBMPlexSans-SemiBold.ttf"] {
        fs::copy(folder.join(name), out.join(name))
            .map_err(|error| format!("could not copy {name}: {error}"))?;
    }
    Ok(())
}

fn manifest_dir() -> Result<PathBuf, String> {
    env::var_os("CARGO_MANIFEST_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| "CARGO_MANIFEST_DIR is not set".to_owned())
}

fn install_packages(sources: &Path) -> Result<(), String> {
    let lock =
        fs::read(sources.join("package-lock.json")).map_err(|e| format!("assets/package-lock.json: {e}"))?;
    let mut hasher = DefaultHasher::new();
    lock.hash(&mut hasher);
    let wanted = format!("{:016x}", hasher.finish());

    let guard =
        File::create(sources.join(".install-lock")).map_err(|e| format!("assets/.install-lock: {e}"))?;
    guard.lock().map_err(|e| format!("assets/.install-lock: {e}"))?;
    let stamp = sources.join("node_modules/.samskab-installed");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    // esbuild and sass run without their install scripts, so none is allowed to
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    run(Command::new(npm).args(arguments).current_dir(sources), "npm ci")?;
    fs::write(&stamp, wanted).map_err(|e| format!("{}: {e}", stamp.display()))
}

/// One arm per file: the logical name (`app.css`) to the address it is served at.
fn urls(manifest: &Path) -> Result<String, String> {
    let text = fs::read_to_string(manifest).map_err(|e| format!("{}: {e}", manifest.display()))?;
    let mut arms = String::new();
    for line in text.lines() {
        // build.mjs writes one `"app.css": "app.1a2b.css"` a line; the names hold no quotes
        if let [_, logical, _, hashed, ..] = line.split('"').collect::<Vec<_>>()[..] {
            arms.push_str(&format!("    {logical:?} => Some(\"/aktiver/{hashed}\"),\n"));
        }
    }
    Ok(format!("match logical {{\n{arms}    _ => None,\n}}\n"))
}

fn run(command: &mut Command, name: &str) -> Result<(), String> {
    let output = command.output().map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => NEEDS_NODE.to_owned(),
        _ => format!("{name} could not start: {error}"),
    })?;
    if output.status.success() {
        return Ok(());
    }
    let said = [output.stdout, output.stderr].concat();
    Err(format!("{name} failed ({}):\n{}", output.status, String::from_utf8_lossy(&said)))
}
