//! Memory that looks like a folder, for what the tests write and forget.
//!
//! On a disk a database for each test is work for the file system above all: hundreds of files are made and removed
//! again, and every commit waits until it is written (docs/build.md has the numbers).

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use crate::command::{read, target};

/// Where Linux keeps it. Other systems have none, and their tests use the disk.
const MEMORY: &str = "/dev/shm";

/// The databases of the tests and the profiles of the browsers together need about half of it.
const ROOM_IN_KB: u64 = 1024 * 1024;

/// A folder in memory of this work tree's own, unless there is too little room, or nothing there may be run.
pub fn folder(name: &str) -> Option<PathBuf> {
    let folder = of_this_work_tree(Path::new(MEMORY), name);
    (folder.exists() || is_roomy()).then_some(folder)
}

/// For what runs now: its temporary files lie in memory, and those of the run before are gone.
pub fn for_temporary_files(command: &mut Command) -> Result<()> {
    if let Some(folder) = folder("tests") {
        if folder.exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir(&folder)?;
        command.env("TMPDIR", folder);
    }
    Ok(())
}

/// A path below `parent` that no other work tree has.
pub fn of_this_work_tree(parent: &Path, name: &str) -> PathBuf {
    let mut hash = DefaultHasher::new();
    target().hash(&mut hash);
    parent.join(format!("samskab-{name}-{:016x}", hash.finish()))
}

fn is_roomy() -> bool {
    let mounts = fs::read_to_string("/proc/mounts").unwrap_or_default();
    let mount = mounts.lines().find(|line| line.split_whitespace().nth(1) == Some(MEMORY));
    let free = read(Command::new("df").args(["--output=avail", MEMORY])).unwrap_or_default();
    let free = free.lines().last().and_then(|kb| kb.trim().parse().ok());
    mount.is_some_and(|mount| !mount.contains("noexec")) && free.is_some_and(|kb: u64| kb >= ROOM_IN_KB)
}
