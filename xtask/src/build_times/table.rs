//! The tables of docs/build.md, and the budget that crates are held to.

use std::time::Duration;

use super::{
    Measured, Touched, TouchedCrate,
    report::{Built, Report},
};

/// Our own code is at most this share of a clean build.
const OWN_AT_MOST: f64 = 1.0 / 2.0;
/// One crate of ours is at most this share.
const CRATE_AT_MOST: f64 = 1.0 / 12.0;
/// A context that came after the budget was set adds at most this share.
const NEW_CONTEXT_AT_MOST: f64 = 0.05;

/// The crates that were there when the budget was set, or were cut out of one that was. Every other crate of
/// ours is a new context.
const STANDING: [&str; 27] = [
    "samskab",
    "samskab-chart",
    "samskab-coverage",
    "samskab-demo",
    "samskab-engagement",
    "samskab-finding",
    "samskab-hours",
    "samskab-i18n",
    "samskab-import",
    "samskab-interest",
    "samskab-jobs",
    "samskab-kernel",
    "samskab-mail",
    "samskab-matching",
    "samskab-organisation",
    "samskab-requirement",
    "samskab-search",
    "samskab-settings",
    "samskab-shifts",
    "samskab-store",
    "samskab-store-macros",
    "samskab-suggestion",
    "samskab-taskbank",
    "samskab-volunteering",
    "samskab-volunteers",
    "samskab-web",
    "xtask",
];

/// All tables: the whole, our own crates, the others; with an older commit, its numbers too.
pub fn drawn(now: &Measured, before: Option<&Measured>, machine: &str) -> String {
    let mut parts =
        vec![format!("{machine}. Commit `{}`{}.", now.commit, compared(before)), whole(now, before)];
    parts.push(format!("### Our own crates\n\n{}", own(now)));
    if let Some(before) = before {
        parts.push(format!("### Our own crates before, `{}`\n\n{}", before.commit, own(before)));
    }
    if let Some(touched) = &now.touched {
        parts.push(format!("### `cargo check` after touching a page of\n\n{}", each_touched(touched)));
    }
    parts.push(format!("### The ten heaviest others\n\n{}", others(now, before)));
    parts.push(verdict(now));
    parts.join("\n\n")
}

fn compared(before: Option<&Measured>) -> String {
    before.map(|before| format!(", compared with `{}` in the same run", before.commit)).unwrap_or_default()
}

fn whole(now: &Measured, before: Option<&Measured>) -> String {
    type Of = fn(&Measured) -> Option<Duration>;
    let page = now.touched.as_ref().map_or("", |touched| touched.page.as_str());
    let rows: [(String, Of); 6] = [
        ("clean release build, wall time".into(), |of| Some(of.wall)),
        ("clean release build, processor time".into(), |of| of.processor),
        ("our own crates, sum of their times".into(), |of| Some(of.own_time())),
        (format!("`cargo check` after touching `{page}`"), |of| Some(of.touched.as_ref()?.check)),
        ("`cargo check` after touching a page, mean of all pages".into(), |of| of.touched.as_ref()?.mean()),
        (format!("debug binary after touching `{page}`"), |of| Some(of.touched.as_ref()?.binary)),
    ];
    let mut lines = match before {
        Some(before) => {
            vec![format!("| | before, `{}` | now, `{}` | now of before |", before.commit, now.commit)]
        }
        None => vec![format!("| | `{}` |", now.commit)],
    };
    lines.push(if before.is_some() { "|---|--:|--:|--:|" } else { "|---|--:|" }.into());
    for (name, of) in rows {
        let Some(after) = of(now) else { continue };
        lines.push(match before.map(of) {
            None => format!("| {name} | {} |", told(after)),
            Some(None) => format!("| {name} | – | {} | – |", told(after)),
            Some(Some(first)) => {
                let part = percent(after.as_secs_f64() / first.as_secs_f64().max(0.001));
                format!("| {name} | {} | {} | {part} |", told(first), told(after))
            }
        });
    }
    let share = |of: &Measured| percent(of.report.share(of.own_time()));
    lines.push(match before {
        Some(before) => {
            format!("| our own share of the sum of all crates | {} | {} | |", share(before), share(now))
        }
        None => format!("| our own share of the sum of all crates | {} |", share(now)),
    });
    lines.join("\n")
}

fn own(of: &Measured) -> String {
    let mut lines = vec![
        "| crate | front end s | code generation s | all s | share | at most |".to_owned(),
        "|---|--:|--:|--:|--:|---|".to_owned(),
    ];
    for one in of.own_crates() {
        let share = of.report.share(one.all);
        let most = at_most(&one.name);
        let over = if share > most { ", **over**" } else { "" };
        let seconds = |time: Duration| format!("{:.1}", time.as_secs_f64());
        let part = |time: Duration| if time.is_zero() { "–".into() } else { seconds(time) };
        lines.push(format!(
            "| `{}` | {} | {} | {} | {} | {}{over} |",
            crate::house::short(&one.name),
            part(one.front_end),
            part(one.code_generation),
            seconds(one.all),
            percent(share),
            percent(most),
        ));
    }
    lines.join("\n")
}

/// The quickest first.
fn each_touched(touched: &Touched) -> String {
    let mut each: Vec<&TouchedCrate> = touched.each.iter().collect();
    each.sort_by_key(|one| one.check);
    let rows = each.iter().map(|one| format!("| `{}` | {} | {} |", one.name, one.pages, told(one.check)));
    let head = ["| crate | pages | time |".to_owned(), "|---|--:|--:|".to_owned()];
    head.into_iter().chain(rows).collect::<Vec<_>>().join("\n")
}

fn others(now: &Measured, before: Option<&Measured>) -> String {
    let mut lines = match before {
        Some(_) => vec!["| crate | before s | now s | share |".to_owned(), "|---|--:|--:|--:|".to_owned()],
        None => vec!["| crate | s | share |".to_owned(), "|---|--:|--:|".to_owned()],
    };
    for one in now.report.crates.iter().filter(|one| !now.own.contains(&one.name)).take(10) {
        let first = before.map(|before| time_of(&before.report, &one.name));
        let first = match first {
            None => String::new(),
            Some(None) => "– | ".into(),
            Some(Some(time)) => format!("{:.1} | ", time.as_secs_f64()),
        };
        let share = percent(now.report.share(one.all));
        lines.push(format!(
            "| {} {} | {first}{:.1} | {share} |",
            one.name,
            one.version,
            one.all.as_secs_f64()
        ));
    }
    lines.join("\n")
}

/// All versions of a crate together.
fn time_of(report: &Report, name: &str) -> Option<Duration> {
    let times: Vec<Duration> =
        report.crates.iter().filter(|one| one.name == name).map(|one| one.all).collect();
    (!times.is_empty()).then(|| times.iter().sum())
}

/// What exceeds the budget, or that nothing does.
fn verdict(of: &Measured) -> String {
    let mut over = Vec::new();
    let own = of.report.share(of.own_time());
    if own > OWN_AT_MOST {
        over.push(format!("our own code is {} of the build, at most {}", percent(own), percent(OWN_AT_MOST)));
    }
    for one in of.own_crates() {
        let (share, most) = (of.report.share(one.all), at_most(&one.name));
        if share > most {
            let name = crate::house::short(&one.name);
            over.push(format!("`{name}` is {}, at most {}", percent(share), percent(most)));
        }
    }
    if over.is_empty() {
        "Everything is within the budget.".into()
    } else {
        format!("**Over the budget:** {}.", over.join("; "))
    }
}

fn at_most(name: &str) -> f64 {
    if STANDING.contains(&name) { CRATE_AT_MOST } else { NEW_CONTEXT_AT_MOST }
}

impl Measured {
    fn own_crates(&self) -> impl Iterator<Item = &Built> {
        self.report.crates.iter().filter(|one| self.own.contains(&one.name))
    }

    fn own_time(&self) -> Duration {
        self.own_crates().map(|one| one.all).sum()
    }
}

impl Touched {
    /// Over all pages, as if each was as likely to be touched; `None` where no crate has any.
    fn mean(&self) -> Option<Duration> {
        let pages: u32 = self.each.iter().map(|one| one.pages).sum();
        let all: Duration = self.each.iter().map(|one| one.check * one.pages).sum();
        (pages > 0).then(|| all / pages)
    }
}

fn percent(share: f64) -> String {
    format!("{:.1} %", share * 100.0)
}

/// 16 m 50 s, or 3.2 s.
fn told(time: Duration) -> String {
    let seconds = time.as_secs_f64();
    if seconds < 60.0 {
        return format!("{seconds:.1} s");
    }
    let whole = seconds.round() as u64;
    format!("{} m {:02} s", whole / 60, whole % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built(name: &str, seconds: u64) -> Built {
        Built {
            name: name.into(),
            version: "1.0.0".into(),
            front_end: Duration::from_secs(seconds / 2),
            code_generation: Duration::from_secs(seconds - seconds / 2),
            all: Duration::from_secs(seconds),
        }
    }

    fn touched(name: &str, pages: u32, seconds: u64) -> TouchedCrate {
        TouchedCrate { name: name.into(), pages, check: Duration::from_secs(seconds) }
    }

    fn measured(commit: &str, wall: u64, crates: &[(&str, u64)]) -> Measured {
        let time = Duration::from_secs;
        Measured {
            commit: commit.into(),
            wall: time(wall),
            processor: Some(time(wall * 2)),
            report: Report { crates: crates.iter().map(|(name, seconds)| built(name, *seconds)).collect() },
            own: crates
                .iter()
                .map(|(name, _)| (*name).to_owned())
                .filter(|name| name.contains("samskab"))
                .collect(),
            touched: Some(Touched {
                page: "crates/web/src/a.rs".into(),
                check: time(wall / 10),
                binary: time(wall / 5),
                each: vec![touched("chart", 1, wall / 5), touched("web", 3, wall / 10)],
            }),
        }
    }

    #[test]
    fn before_and_now_stand_side_by_side_and_what_is_too_much_is_named() {
        let before = measured("aaaaaaa", 1010, &[("samskab-volunteering", 453), ("tantivy", 547)]);
        let now = measured(
            "bbbbbbb",
            505,
            &[("tantivy", 400), ("ring", 452), ("samskab-web", 90), ("samskab-money", 58)],
        );
        assert_eq!(
            drawn(&now, Some(&before), "2 cores"),
            "2 cores. Commit `bbbbbbb`, compared with `aaaaaaa` in the same run.\n\n\
             | | before, `aaaaaaa` | now, `bbbbbbb` | now of before |\n\
             |---|--:|--:|--:|\n\
             | clean release build, wall time | 16 m 50 s | 8 m 25 s | 50.0 % |\n\
             | clean release build, processor time | 33 m 40 s | 16 m 50 s | 50.0 % |\n\
             | our own crates, sum of their times | 7 m 33 s | 2 m 28 s | 32.7 % |\n\
             | `cargo check` after touching `crates/web/src/a.rs` | 1 m 41 s | 50.0 s | 49.5 % |\n\
             | `cargo check` after touching a page, mean of all pages | 2 m 06 s | 1 m 03 s | 49.7 % |\n\
             | debug binary after touching `crates/web/src/a.rs` | 3 m 22 s | 1 m 41 s | 50.0 % |\n\
             | our own share of the sum of all crates | 45.3 % | 14.8 % | |\n\n\
             ### Our own crates\n\n\
             | crate | front end s | code generation s | all s | share | at most |\n\
             |---|--:|--:|--:|--:|---|\n\
             | `web` | 45.0 | 45.0 | 90.0 | 9.0 % | 8.3 %, **over** |\n\
             | `money` | 29.0 | 29.0 | 58.0 | 5.8 % | 5.0 %, **over** |\n\n\
             ### Our own crates before, `aaaaaaa`\n\n\
             | crate | front end s | code generation s | all s | share | at most |\n\
             |---|--:|--:|--:|--:|---|\n\
             | `volunteering` | 226.0 | 227.0 | 453.0 | 45.3 % | 8.3 %, **over** |\n\n\
             ### `cargo check` after touching a page of\n\n\
             | crate | pages | time |\n\
             |---|--:|--:|\n\
             | `web` | 3 | 50.0 s |\n\
             | `chart` | 1 | 1 m 41 s |\n\n\
             ### The ten heaviest others\n\n\
             | crate | before s | now s | share |\n\
             |---|--:|--:|--:|\n\
             | tantivy 1.0.0 | 547.0 | 400.0 | 40.0 % |\n\
             | ring 1.0.0 | – | 452.0 | 45.2 % |\n\n\
             **Over the budget:** `web` is 9.0 %, at most 8.3 %; `money` is 5.8 %, at most 5.0 %."
        );
    }

    #[test]
    fn one_commit_alone_has_one_column() {
        let mut now = measured("bbbbbbb", 505, &[("ring", 950), ("samskab", 50)]);
        now.touched = None;
        let drawn = drawn(&now, None, "2 cores");
        assert!(
            drawn.contains("| | `bbbbbbb` |\n|---|--:|\n| clean release build, wall time | 8 m 25 s |\n")
        );
        assert!(!drawn.contains("touching"));
        assert!(drawn.ends_with("Everything is within the budget."));
    }
}
