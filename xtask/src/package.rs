//! `cargo xtask package`: a Debian package of the program, for those who run it and do not build it.
//!
//! What goes into it lies in `packaging/`, where the recipe for a container lies too; the rest (versions, what
//! the program needs, the licences of others) is gathered here. The package is made by Debian's `dpkg-deb`.

mod licences;
#[cfg(test)]
mod tests;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::{
    command::{command, find, install, read, root, show, target},
    node,
};

/// Files as they are, where they go, and who may do what with them.
const FILES: [(&str, &str, &str); 10] = [
    ("packaging/samskab.service", "usr/lib/systemd/system/samskab.service", "644"),
    ("packaging/sysusers.conf", "usr/lib/sysusers.d/samskab.conf", "644"),
    ("packaging/samskab.toml", "etc/samskab/samskab.toml", "640"),
    ("packaging/samskab-admin", "usr/sbin/samskab-admin", "755"),
    ("packaging/samskab.1", "usr/share/man/man1/samskab.1", "644"),
    ("README.md", "usr/share/doc/samskab/README.md", "644"),
    ("SECURITY.md", "usr/share/doc/samskab/SECURITY.md", "644"),
    ("packaging/postinst", "DEBIAN/postinst", "755"),
    ("packaging/prerm", "DEBIAN/prerm", "755"),
    ("packaging/postrm", "DEBIAN/postrm", "755"),
];

/// Files that are kept compressed, as Debian asks.
const COMPRESSED: [&str; 3] = [
    "usr/share/man/man1/samskab.1",
    "usr/share/doc/samskab/changelog",
    "usr/share/doc/samskab/licences-of-others",
];

/// Builds the program with the `dist` profile, unless it is given, and packages it. Prints where the package is.
///
/// # Errors
/// When the program does not build, or Debian's tools are missing or refuse the package.
pub fn run(binary: Option<&Path>, output: Option<&Path>) -> Result<()> {
    if find("dpkg-deb").is_none() {
        install(&["dpkg"])?;
    }
    let binary = match binary {
        Some(path) => path.to_path_buf(),
        None => {
            node::packages("assets")?;
            show(command("cargo build --profile dist --locked --package samskab"))?.require_success()?;
            target().join("dist/samskab")
        }
    };
    let output = output.map_or_else(|| target().join("package"), Path::to_path_buf);
    let package = make(&binary, &output, &licences::of_others()?)?;
    println!("\n{}\n\nsudo apt-get install {0}   # then: samskab-admin create --help", package.display());
    Ok(())
}

/// Puts the package together in `output`, and returns its path.
fn make(binary: &Path, output: &Path, licences: &str) -> Result<PathBuf> {
    let program = fs::read(binary).with_context(|| format!("{} cannot be read", binary.display()))?;
    let tree = output.join("tree");
    if tree.exists() {
        fs::remove_dir_all(&tree)?;
    }
    place(binary, &tree.join("usr/bin/samskab"), "755")?;
    for (from, to, mode) in FILES {
        place(&root().join(from), &tree.join(to), mode)?;
    }
    write(&tree, "usr/share/doc/samskab/changelog", &fs::read_to_string(root().join("CHANGELOG.md"))?)?;
    write(&tree, "usr/share/doc/samskab/licences-of-others", licences)?;
    let notice = fs::read_to_string(root().join("packaging/copyright"))?;
    let licence = fs::read_to_string(root().join("LICENSE"))?;
    write(&tree, "usr/share/doc/samskab/copyright", &format!("{notice}{licence}"))?;
    for file in COMPRESSED {
        read(command("gzip -9 --no-name").arg(tree.join(file)))?;
    }
    write(&tree, "DEBIAN/conffiles", "/etc/samskab/samskab.toml\n")?;

    let sums = command_in(&tree, "find usr -type f -exec md5sum {} +")?;
    write(&tree, "DEBIAN/md5sums", &sums)?;
    let size = command_in(&tree, "du --summarize --apparent-size --block-size=1024 usr")?;
    let size = size.split_whitespace().next().unwrap_or("0").to_owned();
    let architecture = read(&mut command("dpkg --print-architecture"))?.trim().to_owned();
    let version = version()?;
    write(&tree, "DEBIAN/control", &control(&version, &architecture, &size, &depends(&program)))?;

    let package = output.join(format!("samskab_{version}_{architecture}.deb"));
    // The time of the commit instead of now: the same commit gives the same package.
    let time = read(&mut command("git log -1 --format=%ct"))?;
    let mut build = command("dpkg-deb --build --root-owner-group -Zxz");
    build.arg(&tree).arg(&package).env("SOURCE_DATE_EPOCH", time.trim());
    read(&mut build)?;
    Ok(package)
}

/// Copies a file and sets its mode.
fn place(from: &Path, to: &Path, mode: &str) -> Result<()> {
    read(command("install -D --mode").arg(mode).arg(from).arg(to))?;
    Ok(())
}

/// Writes a file that everybody may read.
fn write(tree: &Path, name: &str, text: &str) -> Result<()> {
    let written = tree.with_extension("new");
    fs::write(&written, text)?;
    place(&written, &tree.join(name), "644")?;
    fs::remove_file(&written)?;
    Ok(())
}

fn command_in(tree: &Path, line: &str) -> Result<String> {
    read(command(line).current_dir(tree))
}

/// The version of the program, and the commit it was built from: `0.1.0+git20261128073000.1a2b3c4`. A later
/// commit is a later version to apt.
fn version() -> Result<String> {
    let metadata = read(&mut command("cargo metadata --format-version 1 --locked --no-deps"))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let mut packages = metadata["packages"].as_array().into_iter().flatten();
    let program =
        packages.find(|package| package["name"] == "samskab").context("there is no crate samskab")?;
    let version = program["version"].as_str().context("samskab has no version")?;
    let mut commit = command("git log -1 --date=format-local:%Y%m%d%H%M%S --format=%cd.%h");
    Ok(format!("{version}+git{}", read(commit.env("TZ", "UTC"))?.trim()))
}

/// The libraries of the machine that the program is linked to. Everything else is inside it.
fn depends(program: &[u8]) -> String {
    let mut depends = vec![match newest_glibc(program) {
        Some((major, minor)) => format!("libc6 (>= {major}.{minor})"),
        None => "libc6".to_owned(),
    }];
    if program.windows(b"libgcc_s.so.1".len()).any(|found| found == b"libgcc_s.so.1") {
        depends.push("libgcc-s1".into());
    }
    depends.push("systemd | systemd-standalone-sysusers".into());
    depends.join(", ")
}

/// The newest version of glibc's symbols that the program asks for; each stands in it as `GLIBC_2.34`.
fn newest_glibc(program: &[u8]) -> Option<(u32, u32)> {
    let name = b"GLIBC_";
    let starts = program.windows(name.len()).enumerate().filter(|(_, found)| found == name);
    let versions = starts.filter_map(|(start, _)| {
        let rest = &program[start + name.len()..];
        let end = rest.iter().position(|byte| !byte.is_ascii_digit() && *byte != b'.')?;
        let mut numbers = std::str::from_utf8(&rest[..end]).ok()?.split('.');
        Some((numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?))
    });
    versions.max()
}

fn control(version: &str, architecture: &str, size: &str, depends: &str) -> String {
    format!(
        "Package: samskab\n\
         Version: {version}\n\
         Architecture: {architecture}\n\
         Maintainer: The contributors of Samskab <samskab@samskab.example>\n\
         Installed-Size: {size}\n\
         Depends: {depends}\n\
         Suggests: postgresql, postgresql-client\n\
         Section: web\n\
         Priority: optional\n\
         Homepage: https://samskab.example/\n\
         Description: municipality's place for volunteering\n \
         Samskab is the operating system of municipal volunteering in Denmark: the open\n \
         task bank, interest and answers, associations, contact persons, shifts and\n \
         hours. One program serves one municipality on a file of data, or several on\n \
         PostgreSQL. Every page works without JavaScript, in Danish and English.\n"
    )
}
