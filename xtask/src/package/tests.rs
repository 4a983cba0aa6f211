//! The package around a program that does nothing, looked at with Debian's and systemd's own tools.

use std::{collections::BTreeSet, fs};

use super::*;

/// The text of a file in `packaging/` or elsewhere in the repository.
fn text(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap()
}

/// What stands between back quotes in this column of the tables of README.md under `heading`.
fn column(heading: &str, number: usize) -> BTreeSet<String> {
    let readme = text("README.md");
    let (_, section) = readme.split_once(heading).unwrap();
    let section = section.split("\n#").next().unwrap();
    let cells = section.lines().filter_map(|line| line.strip_prefix('|')?.split('|').nth(number));
    cells.filter_map(|cell| cell.split('`').nth(1)).map(str::to_owned).collect()
}

#[test]
fn a_package_holds_what_it_promises() {
    if find("dpkg-deb").is_none() {
        return; // only Debian and its children make Debian packages
    }
    let output = target().join("package-test");
    let _ = fs::remove_dir_all(&output);
    fs::create_dir_all(&output).unwrap();
    let binary = output.join("dummy");
    fs::write(&binary, "#!/bin/sh\n# libgcc_s.so.1 GLIBC_2.9 GLIBC_2.34 GLIBC_2.17\n").unwrap();
    let package = make(&binary, &output, "Works of others\n").unwrap();

    let listed = read(command("dpkg-deb --contents").arg(&package)).unwrap();
    let mut files: Vec<String> = listed
        .lines()
        .filter_map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            assert_eq!(words[1], "root/root", "{line}");
            (!words[0].starts_with('d')).then(|| format!("{} {}", words[0], words[5]))
        })
        .collect();
    files.sort();
    assert_eq!(
        files,
        [
            "-rw-r----- ./etc/samskab/samskab.toml",
            "-rw-r--r-- ./usr/lib/systemd/system/samskab.service",
            "-rw-r--r-- ./usr/lib/sysusers.d/samskab.conf",
            "-rw-r--r-- ./usr/share/doc/samskab/README.md",
            "-rw-r--r-- ./usr/share/doc/samskab/SECURITY.md",
            "-rw-r--r-- ./usr/share/doc/samskab/changelog.gz",
            "-rw-r--r-- ./usr/share/doc/samskab/copyright",
            "-rw-r--r-- ./usr/share/doc/samskab/licences-of-others.gz",
            "-rw-r--r-- ./usr/share/man/man1/samskab.1.gz",
            "-rwxr-xr-x ./usr/bin/samskab",
            "-rwxr-xr-x ./usr/sbin/samskab-admin",
        ]
    );

    let field = |name: &str| read(command("dpkg-deb --field").arg(&package).arg(name)).unwrap();
    assert_eq!(field("Package").trim(), "samskab");
    assert_eq!(field("Depends").trim(), "libc6 (>= 2.34), libgcc-s1, systemd | systemd-standalone-sysusers");
    assert!(field("Version").starts_with("0.1.0+git"), "{}", field("Version"));
    assert!(field("Installed-Size").trim().parse::<u32>().unwrap() > 0);

    let part = |name: &str| read(command("dpkg-deb --info").arg(&package).arg(name)).unwrap();
    assert_eq!(part("conffiles"), "/etc/samskab/samskab.toml\n");
    assert_eq!(part("md5sums").lines().count(), 10, "all files but the settings, which are the operator's");
    for script in ["postinst", "prerm", "postrm"] {
        let file = output.join(script);
        fs::write(&file, part(script)).unwrap();
        read(command("sh -n").arg(&file)).unwrap();
    }
    fs::remove_dir_all(&output).unwrap();
}

#[test]
fn the_service_is_valid_and_shut_in() {
    if find("systemd-analyze").is_none() {
        return;
    }
    // The program is not installed where this runs; any other will do.
    let folder = target().join("service-test");
    fs::create_dir_all(&folder).unwrap();
    let unit = folder.join("samskab.service");
    fs::write(&unit, text("packaging/samskab.service").replace("/usr/bin/samskab", "/bin/true")).unwrap();
    let mut verify = command("systemd-analyze verify --man=no --recursive-errors=no");
    let verified = verify.arg(&unit).output().unwrap();
    assert!(verified.status.success(), "{}", String::from_utf8_lossy(&verified.stderr));
    // From 0, shut in, to 10, free; in tenths.
    read(command("systemd-analyze security --no-pager --offline=yes --threshold=15").arg(&unit)).unwrap();
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn the_settings_file_shows_every_key_and_sets_none() {
    let settings = text("packaging/samskab.toml");
    assert!(settings.parse::<toml::Table>().unwrap().is_empty());
    let examples: String = settings
        .lines()
        .filter_map(|line| line.strip_prefix('#'))
        .filter(|line| !line.starts_with(' '))
        .fold(String::new(), |all, line| all + line + "\n");
    let shown: BTreeSet<String> = examples.parse::<toml::Table>().unwrap().keys().cloned().collect();
    assert_eq!(shown, column("### Settings", 2), "packaging/samskab.toml and the settings in README.md");
}

#[test]
fn the_manual_page_names_every_command() {
    let page = text("packaging/samskab.1");
    let named: BTreeSet<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix(".B ").or_else(|| line.strip_prefix(".BI ")))
        .filter_map(|line| line.split_whitespace().next())
        .filter(|word| !word.starts_with("samskab") && !word.starts_with('\\'))
        .collect();
    let readme = column("| command | what it does |", 0);
    let listed = readme.iter().filter_map(|command| command.split_whitespace().nth(1));
    let also = readme.contains("samskab backup FILE").then_some("restore"); // both stand in one row
    assert_eq!(named, listed.chain(also).collect());
}

#[test]
fn what_a_program_needs_is_read_from_it() {
    assert_eq!(newest_glibc(b"..GLIBC_2.9\0GLIBC_2.34\0GLIBC_2.2.5\0"), Some((2, 34)));
    assert_eq!(newest_glibc(b"GLIBC_PRIVATE\0"), None);
    assert_eq!(depends(b"nothing"), "libc6, systemd | systemd-standalone-sysusers");
}

/// Both ways of installing run the program the same way.
#[test]
fn the_container_and_the_service_agree() {
    let (container, service) = (text("packaging/Containerfile"), text("packaging/samskab.service"));
    let data = "SAMSKAB_DATA=/var/lib/samskab";
    assert!(container.contains(data) && service.contains(data), "{data}");
    let rust = text("Cargo.toml");
    let rust = rust.lines().find_map(|line| line.strip_prefix("rust-version = \"")).unwrap();
    let rust = rust.trim_end_matches('"');
    assert!(
        container.contains(&format!("rust:{rust}-")),
        "the container builds with another Rust than {rust}"
    );
    for wanted in ["\nUSER 10001", "\nVOLUME /var/lib/samskab\n", "\nHEALTHCHECK "] {
        assert!(container.contains(wanted), "{wanted}");
    }
}
