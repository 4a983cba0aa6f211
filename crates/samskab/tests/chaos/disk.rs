//! A disk that is full or broken, once, twice, five times: meanwhile pages are shown and changes are refused with a word
//! when to come again; afterwards everything goes on by itself.

use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
    process::Command,
    sync::atomic::Ordering,
    time::Duration,
};

use samskab_store::{Db, Settings};

use crate::{
    program::{Program, SENDERS, Senders, Start, folder, get, interest_forms, url},
    told,
};

/// Time within which the program must be well again once the disk is.
const WELL_AGAIN: Duration = Duration::from_secs(10);

/// While `break_it` has been done nothing is kept and nothing is pretended, after `mend` all is as before.
async fn survives(
    program: &Program,
    senders: &Senders,
    times: usize,
    break_it: impl Fn(),
    mend: impl Fn(),
) -> Duration {
    let (address, forms) = (program.address.clone(), interest_forms(&program.address));
    let mut longest = Duration::ZERO;
    for _ in 0..times {
        std::thread::scope(|scope| {
            let _until = senders.begin();
            scope.spawn(|| senders.post_until(&address, &forms, usize::MAX));
            let (before, refused) = (senders.count(), senders.refused.load(Ordering::Relaxed));
            program.wait_until("posts go through", Duration::from_secs(60), || senders.count() > before + 20);
            break_it();
            let all = || senders.refused.load(Ordering::Relaxed) >= refused + 2 * SENDERS;
            program.wait_until("every sender has been refused", Duration::from_secs(60), all);
            // An answer of two seconds ago may still be given.
            let soon = Duration::from_secs(6);
            program.wait_until("it says that it takes no change", soon, || !program.is_ready());
            assert_eq!(get(&address, "/opgaver").unwrap().status, 200, "it is still read");
            let before = senders.count();
            mend();
            longest = longest.max(program.wait_until_ready(WELL_AGAIN));
            program.wait_until("posts go through again", WELL_AGAIN, || senders.count() > before + 20);
        });
    }
    longest
}

/// A small file system of its own, for root.
struct SmallDisk(PathBuf);

impl SmallDisk {
    fn mounted() -> Option<Self> {
        let place = folder("tmpfs");
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=48m", "tmpfs"]).arg(&place).status();
        mounted.is_ok_and(|ended| ended.success()).then(|| Self(place))
    }

    /// To the last byte.
    fn fill(&self) {
        let mut ballast = fs::File::create(self.0.join("ballast")).unwrap();
        for size in [1 << 16, 1 << 12, 1 << 9, 1] {
            let bytes = vec![b'.'; size];
            while ballast.write_all(&bytes).is_ok() {}
        }
    }

    fn free(&self) {
        fs::remove_file(self.0.join("ballast")).unwrap();
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        drop(Command::new("umount").arg("--lazy").arg(&self.0).status());
        drop(fs::remove_dir(&self.0));
    }
}

async fn filled(times: usize) {
    let Some(disk) = SmallDisk::mounted() else {
        println!("not tried: only root mounts a small file system");
        return;
    };
    let settings = Settings::Sqlite { path: disk.0.join("samskab.db") };
    let program = Program::start(&settings, &disk.0);
    let senders = Senders::default();
    let longest = survives(&program, &senders, times, || disk.fill(), || disk.free()).await;
    program.kill();
    let db = Db::connect(&settings).await.unwrap();
    let acknowledged = senders.require_all_there(&db).await;
    db.close().await;
    let outcome = format!(
        "0 of {acknowledged} acknowledged posts lost, {} refused with 503; ready again after {:.1} s at most",
        senders.refused.load(Ordering::Relaxed),
        longest.as_secs_f64()
    );
    told(&format!("file system filled and freed, {times} times, under 14 senders"), "SQLite", &outcome);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_is_survived() {
    filled(1).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "cargo xtask chaos runs it"]
async fn a_disk_that_is_full_again_and_again_is_survived() {
    filled(5).await;
}

/// The library that makes writes fail, or `None` without a compiler or outside of Linux.
fn failing_writes(folder: &Path) -> Option<PathBuf> {
    let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/chaos/failing_writes.c");
    let library = folder.join("failing_writes.so");
    let made =
        Command::new("cc").args(["-shared", "-fPIC", "-O1", source, "-ldl", "-o"]).arg(&library).status();
    (cfg!(target_os = "linux") && made.is_ok_and(|ended| ended.success())).then_some(library)
}

async fn failing_with(error: &str, what: &str) {
    let data = folder(error);
    let Some(library) = failing_writes(&data) else {
        println!("not tried: there is no C compiler");
        return;
    };
    let switch = data.join("fail");
    let settings = Settings::Sqlite { path: data.join("samskab.db") };
    let start = Start {
        environment: vec![
            ("LD_PRELOAD", library.display().to_string()),
            ("SAMSKAB_CHAOS_FAIL", switch.display().to_string()),
        ],
        ..Start::default()
    };
    let program = Program::start_with(&url(&settings), &data, &start);
    let senders = Senders::default();
    let (on, off) = (|| fs::write(&switch, error).unwrap(), || fs::remove_file(&switch).unwrap());
    let longest = survives(&program, &senders, 3, on, off).await;
    program.kill();
    let db = Db::connect(&settings).await.unwrap();
    let acknowledged = senders.require_all_there(&db).await;
    db.close().await;
    let outcome = format!(
        "0 of {acknowledged} acknowledged posts lost; ready again after {:.1} s at most",
        longest.as_secs_f64()
    );
    told(&format!("{what} ({error}), 3 times, under 14 senders"), "SQLite", &outcome);
    drop(fs::remove_dir_all(data));
}

#[tokio::test(flavor = "multi_thread")]
async fn errors_of_the_disk_are_survived() {
    failing_with("EIO", "every write to the database fails").await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "cargo xtask chaos runs it"]
async fn a_quota_that_is_used_up_is_survived() {
    failing_with("ENOSPC", "every write to the database fails").await;
}
