//! Running other programs, and finding them.

use std::env;
use std::io::{BufRead, BufReader, IsTerminal, pipe, stdout};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

/// The root of the repository, wherever the command was started.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(1).map(Path::to_path_buf).unwrap_or_default()
}

/// Where cargo builds, honouring `CARGO_TARGET_DIR`.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |dir| root().join(dir))
}

/// The full path of `program` on `PATH`, if it is there.
pub fn find(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|dir| dir.join(program)).find(|path| path.is_file())
}

/// A command that runs in the repository, with the colours of this terminal.
pub fn command(line: &str) -> Command {
    let mut words = line.split_whitespace();
    let mut command = Command::new(words.next().unwrap_or_default());
    command.args(words).current_dir(root());
    if stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always").env("FORCE_COLOR", "1");
    }
    command
}

/// Says what is run, runs it with its output shown, and returns that output's lines without colours.
///
/// # Errors
/// When it cannot be started or ends with anything but success; the error names it, the output is already shown.
pub fn show(mut command: Command) -> Result<CommandOutput> {
    let text = text(&command);
    println!("  $ {text}");
    let (reader, writer) = pipe()?;
    command.stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().with_context(|| format!("could not start {text}"))?;
    drop(command); // holds the writing end, without which the reading would never end
    let mut lines = Vec::new();
    for line in BufReader::new(reader).split(b'\n') {
        let line = String::from_utf8_lossy(&line?).into_owned();
        println!("{line}");
        lines.push(plain(&line));
    }
    Ok(CommandOutput { succeeded: child.wait()?.success(), lines, text })
}

/// What a command wrote, and whether it went well.
pub struct CommandOutput {
    pub succeeded: bool,
    pub lines: Vec<String>,
    text: String,
}

impl CommandOutput {
    pub fn require_success(self) -> Result<Vec<String>> {
        if !self.succeeded {
            bail!("{} failed", self.text);
        }
        Ok(self.lines)
    }
}

/// Runs a command quietly and returns what it wrote on standard output; an error carries what it wrote on
/// standard error.
pub fn read(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("could not start {}", text(command)))?;
    if !output.status.success() {
        bail!("{} ended with {}\n{}", text(command), output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8(output.stdout)?)
}

/// The command as one would type it.
pub fn text(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// The line without the escape sequences that colour it.
fn plain(line: &str) -> String {
    let mut plain = String::with_capacity(line.len());
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        if character == '\u{1b}' {
            characters.find(char::is_ascii_alphabetic);
        } else {
            plain.push(character);
        }
    }
    plain
}

/// Whether this process may install packages and become another user.
pub fn is_root() -> bool {
    read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// Installs Debian packages, or says what to install when this process may not.
pub fn install(packages: &[&str]) -> Result<()> {
    if !is_root() || find("apt-get").is_none() {
        bail!("missing: {0}. On Debian or Ubuntu: sudo apt-get install {0}", packages.join(" "));
    }
    println!("  installing {} with apt-get", packages.join(" "));
    let apt = || {
        let mut apt = Command::new("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive").arg("--quiet");
        apt
    };
    read(apt().arg("update"))?;
    read(apt().args(["install", "--yes", "--no-install-recommends"]).args(packages))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn colours_are_taken_off() {
        assert_eq!(super::plain("\u{1b}[32;1m  Summary\u{1b}[0m [ 1.2s] ok"), "  Summary [ 1.2s] ok");
    }
}
