//! The part of a page in docs/ that a command writes, between two lines that stay.

use anyhow::{Context, Result};

use std::fs;

use crate::command::root;

pub struct Place {
    /// Path from the root of the repository.
    pub page: &'static str,
    /// The command that writes it, without `cargo xtask`; the line before the place names it.
    pub written_by: &'static str,
}

const END: &str = "<!-- end -->";

impl Place {
    fn begin(&self) -> String {
        format!("<!-- written by cargo xtask {} -->", self.written_by)
    }

    /// The page with this text in its place; `None` when the page has no such place.
    pub fn filled(&self, page: &str, text: &str) -> Option<String> {
        let begin = self.begin();
        let (before, rest) = page.split_once(&begin)?;
        let (_, after) = rest.split_once(END)?;
        Some(format!("{before}{begin}\n{}\n{END}{after}", text.trim()))
    }

    /// What stands in its place now.
    #[cfg(test)]
    pub fn text<'a>(&self, page: &'a str) -> Option<&'a str> {
        let (_, rest) = page.split_once(&self.begin())?;
        Some(rest.split_once(END)?.0.trim())
    }

    /// Writes the text into the page on disk.
    pub fn write(&self, text: &str) -> Result<()> {
        let path = root().join(self.page);
        let page = fs::read_to_string(&path)?;
        let new = self.filled(&page, text);
        let new = new.with_context(|| format!("{} has no line “{}”", self.page, self.begin()))?;
        if new != page {
            fs::write(&path, new)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{bench, build_times, chaos, house};

    #[test]
    fn only_its_own_place_is_filled() {
        let (first, second) =
            (Place { page: "", written_by: "bench" }, Place { page: "", written_by: "bench --matching" });
        let page = |text: &str| {
            format!(
                "# Speed\n{}\nits own\n{END}\n{}\n{text}\n{END}\nWhat it means.\n",
                second.begin(),
                first.begin()
            )
        };
        assert_eq!(first.filled(&page("old"), "\nnew\n").unwrap(), page("new"));
        assert_eq!(first.text(&page("old")).unwrap(), "old");
        assert_eq!(first.filled("# Speed", "new"), None);
    }

    #[test]
    fn every_place_is_there() {
        let places = [
            bench::PROGRAM,
            bench::MATCHING,
            bench::SIMULATION,
            house::DRAWING,
            build_times::TABLE,
            chaos::TABLE,
        ];
        for place in places {
            let page = fs::read_to_string(root().join(place.page)).unwrap();
            assert!(place.text(&page).is_some(), "{}: {}", place.page, place.begin());
        }
    }
}
