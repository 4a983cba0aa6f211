//! What must exist before this crate compiles: the files a browser loads (see `build/assets.rs`).

#[path = "build/assets.rs"]
mod assets;

fn main() {
    samskab_i18n::build::accessors();
    if let Err(problem) = assets::build() {
        // cargo shows a build script's panic with a backtrace hint; a plain message and exit code read better
        eprintln!("\n{problem}\n");
        std::process::exit(1);
    }
}
