//! Reading what cargo says about its timings.
//!
//! `cargo build --timings` writes a page for people, with the data of its drawing as JSON in a script:
//! `const UNIT_DATA = […];`, one unit for each crate, build script, and run of a build script.

use std::time::Duration;

use anyhow::{Context, Result};
use serde_json::Value;

/// What the build of each crate took, the longest first.
pub struct Report {
    pub crates: Vec<Built>,
}

/// One crate: the sum of its library, its program, its build script and the run of that.
#[derive(Debug, Clone, PartialEq)]
pub struct Built {
    pub name: String,
    pub version: String,
    /// From reading to type checking, where cargo tells the two apart.
    pub front_end: Duration,
    pub code_generation: Duration,
    pub all: Duration,
}

impl Report {
    /// # Errors
    /// When the page is not as cargo 1.95 writes it.
    pub fn read(html: &str) -> Result<Self> {
        let (_, data) = html.split_once("const UNIT_DATA = ").context("the report has no UNIT_DATA")?;
        let mut units = serde_json::Deserializer::from_str(data).into_iter::<Vec<Value>>();
        let units = units.next().context("UNIT_DATA is empty")?.context("UNIT_DATA is no JSON")?;
        let mut crates: Vec<Built> = Vec::new();
        for unit in &units {
            let one = built(unit).with_context(|| format!("not a unit: {unit}"))?;
            match crates.iter_mut().find(|known| known.name == one.name && known.version == one.version) {
                Some(known) => {
                    known.front_end += one.front_end;
                    known.code_generation += one.code_generation;
                    known.all += one.all;
                }
                None => crates.push(one),
            }
        }
        crates.sort_by(|a, b| b.all.cmp(&a.all).then_with(|| a.name.cmp(&b.name)));
        Ok(Self { crates })
    }

    /// The sum over all crates. They are built several at a time, so it is more than the wall time; and a unit
    /// that waits for a core is counted while it waits, so it is not exactly the processor time either.
    pub fn all(&self) -> Duration {
        self.crates.iter().map(|one| one.all).sum()
    }

    /// The share of this duration in the whole, from 0 to 1.
    pub fn share(&self, of: Duration) -> f64 {
        of.as_secs_f64() / self.all().as_secs_f64().max(f64::MIN_POSITIVE)
    }
}

fn built(unit: &Value) -> Option<Built> {
    let seconds = |value: &Value| Duration::try_from_secs_f64(value.as_f64()?).ok();
    let section = |wanted: &str| {
        let sections = unit["sections"].as_array().into_iter().flatten();
        let times = sections.filter(|section| section[0] == wanted);
        times
            .filter_map(|section| seconds(&section[1]["end"])?.checked_sub(seconds(&section[1]["start"])?))
            .sum()
    };
    Some(Built {
        name: unit["name"].as_str()?.to_owned(),
        version: unit["version"].as_str()?.to_owned(),
        front_end: section("frontend"),
        code_generation: section("codegen"),
        all: seconds(&unit["duration"])?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_units_of_a_crate_are_added_up() {
        let html = r#"<script>
DURATION = 892;
const UNIT_DATA = [
  {"i": 0, "name": "ring", "version": "0.17.1", "mode": "todo", "target": "", "duration": 2.5, "sections": null},
  {"i": 1, "name": "samskab-web", "version": "0.1.0", "mode": "run-custom-build", "target": " build-script (run)",
   "features": [], "start": 1.0, "duration": 0.5, "unblocked_units": [2], "unblocked_rmeta_units": [],
   "sections": null},
  {"i": 2, "name": "samskab-web", "version": "0.1.0", "mode": "todo", "target": "", "duration": 4.0,
   "sections": [["frontend", {"start": 0.0, "end": 3.0}], ["codegen", {"start": 3.0, "end": 4.0}]]}
];
const CONCURRENCY_DATA = [];
</script>"#;
        let report = Report::read(html).unwrap();
        let [web, ring] = report.crates.as_slice() else { panic!("two crates") };
        let seconds = Duration::from_secs_f64;
        assert_eq!((web.name.as_str(), web.all), ("samskab-web", seconds(4.5)));
        assert_eq!((web.front_end, web.code_generation), (seconds(3.0), seconds(1.0)));
        assert_eq!((ring.all, ring.front_end), (seconds(2.5), Duration::ZERO));
        assert_eq!(report.all(), seconds(7.0));
        assert!((report.share(ring.all) - 2.5 / 7.0).abs() < 1e-9);
    }

    #[test]
    fn a_page_without_data_is_refused() {
        assert!(Report::read("<html>").is_err());
        assert!(Report::read("const UNIT_DATA = [{}];").is_err());
    }
}
